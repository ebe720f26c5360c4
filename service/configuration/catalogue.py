"""Everything that a council may set: under which name, about what, in which form, and what holds while it sets nothing. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.configuration.kinds import Days, Flag, Kind, Label, Number, Word, Words
from service.configuration.milestones import MILESTONES
from service.configuration.notices import NOTICES, RECIPIENTS
from service.configuration.waits import KINDS as WAITS
from service.configuration.waits import NATIONAL
from workflows import WORKFLOWS
from workflows.kit import Clock, Ending, Level

ROLL: Mapping[str, str] = {"none": "where they fall", "forward": "to the next working day", "back": "to the working day before"}
WEEK, DAY, MONTH = "calendar week", "working day", "month"
UNITS: Mapping[Clock, str] = {Clock.WORKING_DAYS: DAY, Clock.CALENDAR_WEEKS: WEEK, Clock.CALENDAR_MONTHS: "calendar month"}


@dataclass(frozen=True)
class Setting:
    """A value that a council may set: of itself, or once for each subject that it is about.

    `subjects` gives the words of each subject. `default` is what holds while nothing is set; None where each workflow version has its
    own. `local`: a locality may differ from its council.
    """

    name: str
    title: str
    kind: Kind
    default: Any = None
    subjects: Mapping[str, str] | None = None
    defaults: Mapping[str, Any] | None = None
    kinds: Mapping[str, Kind] | None = None
    local: bool = False

    def kind_of(self, about: str | None) -> Kind:
        """Return the form of the value for a subject."""
        return self.kinds[about] if self.kinds and about else self.kind

    def default_of(self, about: str | None) -> Any:
        """Return what holds for a subject while nothing is set."""
        return self.defaults[about] if self.defaults and about else self.default


def states(of: Callable[[Level], int | None]) -> Iterator[tuple[str, str, int, Kind]]:
    """Yield the states whose level has a length of some sort, as `workflow/state`: what it is called, its length and its form.

    Of several versions of a workflow the latest is named: a setting holds for all of them.
    """
    timed = ((workflow, state, state.level) for workflow in WORKFLOWS.values() for state in workflow.states.values() if state.level)
    for workflow, state, level in timed:
        if n := of(level):
            yield f"{workflow.key}/{state.key}", f"{workflow.title}: {state.title}", n, Number(1, 260, UNITS[level.clock])


def of_states(name: str, title: str, of: Callable[[Level], int | None]) -> Setting:
    """Make a setting of the lengths of states."""
    found = list(states(of))
    subjects = {key: said for key, said, _, _ in found}
    defaults, kinds = {key: n for key, _, n, _ in found}, {key: kind for key, _, _, kind in found}
    return Setting(name, title, Number(1, 260, DAY), subjects=subjects, defaults=defaults, kinds=kinds, local=True)


def of_milestones() -> Setting:
    """Make the setting of the limits of milestones, each workflow's apart."""
    keys = {workflow.key: workflow.title for workflow in WORKFLOWS.values()}
    found = {f"{key}/{name}": (f"{title}: {each.title}", each) for key, title in keys.items() for name, each in MILESTONES.items()}
    return Setting(
        "milestones.limit",
        "How long a milestone may take",
        Number(1, 260, DAY),
        subjects={key: said for key, (said, _) in found.items()},
        defaults={key: each.n for key, (_, each) in found.items()},
        kinds={key: Number(1, 260, UNITS[each.clock]) for key, (_, each) in found.items()},
        local=True,
    )


def endings() -> Mapping[str, Ending]:
    """Return every reason for which a case can end, by its code."""
    return {code: ending for workflow in WORKFLOWS.values() for code, ending in workflow.endings.items()}


LABELS = {code: ending.label for code, ending in endings().items()}
SETTABLE_WAITS = {kind: wait for kind, wait in WAITS.items() if kind not in NATIONAL}
FORETOLD = {name: each for name, each in NOTICES.items() if each.days_before is not None}

SETTINGS: tuple[Setting, ...] = (
    of_states("service_levels.limit", "How long a case may stay in a state", lambda level: level.n),
    of_states(
        "service_levels.after_return",
        "How long it may stay there after it was sent back",
        lambda level: level.on_return,
    ),
    of_states(
        "service_levels.when_again",
        "How long it may stay there when it is assessed again",
        lambda level: level.on_reassess,
    ),
    Setting(
        "waits.limit",
        "How long a wait inside a state may last",
        Number(1, 60, DAY),
        subjects={kind: wait.title for kind, wait in SETTABLE_WAITS.items()},
        defaults={kind: wait.days for kind, wait in SETTABLE_WAITS.items()},
        local=True,
    ),
    of_milestones(),
    Setting("reviews.first", "Longest time to the first review of a plan", Number(1, 26, WEEK), 6, local=True),
    Setting("reviews.later", "Longest time to each later review", Number(1, 52, WEEK), 12, local=True),
    Setting("pause.limit", "Longest pause", Number(1, 26, WEEK), 6, local=True),
    Setting("pause.times", "How often a case may be paused", Number(0, 10, "time"), 2, local=True),
    Setting("contact.attempts", "Attempts before a family cannot be reached", Number(1, 20, "attempt"), 3),
    Setting("contact.days", "On how many days these attempts were made", Number(1, 20, "day"), 3),
    Setting("contact.ways", "In how many ways they were made", Number(1, 6, "way"), 2),
    Setting("rereferral.months", "Within how many months a new request is a re-referral", Number(1, 60, MONTH), 12),
    Setting("calendar.day_of_entry_is_day_one", "Whether the day of entry counts as the first working day", Flag(), False),
    Setting("calendar.extra_closed_days", "Days on which the council is closed beside weekends and bank holidays", Days(), []),
    Setting("calendar.roll", "Where calendar deadlines on a day off go", Word(ROLL), "none"),
    Setting("closure_reasons.in_use", "Whether a reason for ending is offered", Flag(), True, subjects=LABELS),
    Setting("closure_reasons.label", "What a reason for ending is called here", Label(), subjects=LABELS, defaults=LABELS),
    Setting(
        "notices.told",
        "Who is told",
        Words(RECIPIENTS),
        subjects={name: each.title for name, each in NOTICES.items()},
        defaults={name: list(each.told) for name, each in NOTICES.items()},
        local=True,
    ),
    Setting(
        "notices.days_before",
        "How many working days before",
        Number(0, 60, DAY),
        subjects={name: each.title for name, each in FORETOLD.items()},
        defaults={name: each.days_before for name, each in FORETOLD.items()},
        local=True,
    ),
)
CATALOGUE: Mapping[str, Setting] = {each.name: each for each in SETTINGS}


def each_key() -> Iterator[tuple[Setting, str | None]]:
    """Yield every setting with each subject that it is about."""
    for setting in SETTINGS:
        for about in setting.subjects or (None,):
            yield setting, about
