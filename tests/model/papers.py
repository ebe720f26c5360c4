"""What is written down of a case beside its steps, in plain objects: what guards look at of it, and no more."""

import datetime as dt
from dataclasses import dataclass, field

RANKS = {"NOT_ACHIEVED": 0, "PARTLY": 1, "ACHIEVED": 2}


@dataclass
class Decision:
    """A decision about the level of need, on the request or on the assessment."""

    id: str
    basis: str
    outcome: str
    by: str
    at: dt.datetime
    put_to_another: bool
    approved: bool = False


@dataclass
class Attempt:
    """An attempt to reach the family."""

    day: dt.date
    means: str
    reached: bool


@dataclass
class Round:
    """An assessment, from its start until it is signed off. A section is named by its key and by whom it is about."""

    began: dt.datetime
    started_by: str
    id: str = ""
    saved: dict[tuple[str, str | None], str] = field(default_factory=dict)
    writers: set[str] = field(default_factory=set)
    submitted_by: str | None = None
    is_locked: bool = False
    is_signed_off: bool = False
    is_shared: bool = False


@dataclass
class Need:
    """A need of a child."""

    id: str
    child: str


@dataclass
class Act:
    """An action of the plan, done or not."""

    id: str
    who: str
    status: str = "open"


@dataclass
class Outcome:
    """What the family wants to be different, for one need."""

    id: str
    need: Need
    acts: list[Act] = field(default_factory=list)
    status: str = "open"


@dataclass
class Meeting:
    """A meeting of the team, and whether the family was heard in it."""

    id: str
    held: dt.date
    family_heard: bool
    is_reviewed: bool = False


@dataclass
class Review:
    """A review: of which stay, and how it found each outcome."""

    id: str
    held: dt.date
    stay: int | None
    reconfirmed: bool | None
    found: dict[str, str]
    viewed: bool = False
    revision: int = 1


@dataclass
class Summary:
    """The closing summary: when it was written last."""

    id: str
    at: dt.datetime
    revision: int = 1


@dataclass
class Concern:
    """What social care was told about some children."""

    at: dt.datetime
    children: set[str]


@dataclass
class Answered:
    """What social care decided on some children."""

    at: dt.datetime
    children: set[str]
    taken: bool


@dataclass
class StepDown:
    """That a family came from social care."""

    id: str
    closed: bool
    handed_over: bool = False


@dataclass
class Offer:
    """That another council was asked to take the family, until when it is waited for, and what it answered."""

    id: str
    wait_until: dt.datetime
    council: str
    chasers: int = 0
    answer: str | None = None


@dataclass(frozen=True)
class PauseLimit:
    """How often a case may be paused, from when on; of one locality, or of the whole council."""

    since: dt.datetime
    locality: str | None
    times: int


@dataclass
class Papers:
    """All of it, in the order in which it was written."""

    searched: set[str] = field(default_factory=set)
    decisions: list[Decision] = field(default_factory=list)
    referrer_told: bool = False
    attempts: list[Attempt] = field(default_factory=list)
    safe_until: list[dt.datetime] = field(default_factory=list)
    told_apart: set[tuple[str, str]] = field(default_factory=set)
    siblings: set[str] = field(default_factory=set)
    rounds: list[Round] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    summary: Summary | None = None
    family_told: list[dt.datetime] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    answered: list[Answered] = field(default_factory=list)
    step_down: StepDown | None = None
    may_pass_on: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    def decided(self, basis: str) -> Decision | None:
        """Return the last decision on the request or on the assessment."""
        return next((each for each in reversed(self.decisions) if each.basis == basis), None)

    def written(self) -> Round | None:
        """Return the assessment that is not signed off yet."""
        return self.rounds[-1] if self.rounds and not self.rounds[-1].is_signed_off else None

    def since_contact(self) -> list[Attempt]:
        """Return the attempts since the family was reached last, by their days, and within a day as they were logged."""
        in_order = sorted(self.attempts, key=lambda each: each.day)
        last = max((n for n, each in enumerate(in_order) if each.reached), default=-1)
        return in_order[last + 1 :]

    def standing_still(self) -> list[Review]:
        """Return the last reviews in a row in which no outcome got better."""
        found: list[Review] = []
        before: dict[str, int] = {}
        for review in sorted(self.reviews, key=lambda each: each.held):
            moved = any(RANKS[result] > before.get(outcome, 0) for outcome, result in review.found.items())
            found = [] if moved else [*found, review]
            before |= {outcome: RANKS[result] for outcome, result in review.found.items()}
        return found

    def waits(self) -> bool:
        """Tell whether social care has not decided yet on a child of some concern; what it decides at the same instant is an answer."""
        return any(self.waits_for(child) for concern in self.concerns for child in concern.children)

    def waits_for(self, child: str) -> bool:
        """Tell whether some concern waits for a decision about a child."""
        return any(
            child in concern.children and not any(child in each.children and each.at >= concern.at for each in self.answered)
            for concern in self.concerns
        )

    def took(self, child: str) -> bool:
        """Tell whether social care's last word about a child is that it takes them."""
        return next((each.taken for each in reversed(self.answered) if child in each.children), False)

    def acts(self, status: str = "open") -> list[Act]:
        """Return the actions that stand so."""
        return [act for outcome in self.outcomes for act in outcome.acts if act.status == status]
