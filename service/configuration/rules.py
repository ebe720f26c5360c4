"""What a council may set, from when, and what stands in the way. Pure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from service.configuration.catalogue import CATALOGUE, Setting
from service.configuration.in_force import InForce
from service.configuration.kinds import Unfit
from service.deadlines.rules import DAY, day_in_london, end_of
from service.errors import AlreadyDone, BadInput, Duplicate, Refused
from workflows import WORKFLOWS

VALUES: Mapping[str, str] = {"number": "number", "flag": "flag", "text": "text", "words": "words", "days": "days"}
"""The fields of an input that carry a value, as a client spells them."""
TAKEN = "A change of this setting is planned for that day already. Change or withdraw that one."


class Wanted(NamedTuple):
    """A value that somebody wants to set; None leaves it to what is wider."""

    setting: Setting
    about: str | None
    value: Any


@dataclass(frozen=True)
class Set:
    """A value in the history of one setting: for which subject and place, from when."""

    id: UUID
    about: str | None
    locality_id: UUID | None
    in_force_at: dt.datetime
    value: Any

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> "Set":
        """Read one that a statement wrote as JSON."""
        place = found["locality_id"] and UUID(found["locality_id"])
        return cls(UUID(found["id"]), found["about"], place, dt.datetime.fromisoformat(found["in_force_at"]), found["value"])

    def is_like(self, other: "Set") -> bool:
        """Tell whether another is about the same subject and place."""
        return (self.about, self.locality_id) == (other.about, other.locality_id)


def wanted(name: str, about: str | None, given: Mapping[str, Any], *, use_default: bool = False, is_local: bool = False) -> Wanted:
    """Return what somebody wants to set, as it is kept. Raise BadInput."""
    setting = setting_called(name)
    refuse_subject(setting, about)
    if is_local and not setting.local:
        raise BadInput("The whole council has this setting alike: leave the locality out.", path=("localityId",), reason="not_per_locality")
    return Wanted(setting, about, None if use_default and not given else value_of(setting, about, given, use_default=use_default))


def setting_called(name: str) -> Setting:
    """Return a setting. Raise BadInput for a name that there is not."""
    if name not in CATALOGUE:
        sentence = f"There is no setting called {name[:50]}. Ask for the settings in force to see their names."
        raise BadInput(sentence, path=("name",), reason="unknown_setting")
    return CATALOGUE[name]


def refuse_subject(setting: Setting, about: str | None) -> None:
    """Raise BadInput for a subject that the setting is not about."""
    if (setting.subjects is None and about is None) or (setting.subjects and about in setting.subjects):
        return
    if setting.subjects is None:
        sentence = "This setting is not about one thing among several: leave out what it is about."
    else:
        said = f"There is no {about[:50]} here. " if about else ""
        sentence = f"{said}Say what it is about: one of {', '.join(setting.subjects)}."
    raise BadInput(sentence, path=("about",), reason="unknown_subject")


def value_of(setting: Setting, about: str | None, given: Mapping[str, Any], *, use_default: bool = False) -> Any:
    """Return the one value that was given, as it is kept. Raise BadInput."""
    kind = setting.kind_of(about)
    if use_default or given.keys() != {kind.field}:
        sentence = f"This setting takes {kind.takes}. Send that as {VALUES[kind.field]} and nothing beside it."
        raise BadInput(sentence, path=(VALUES[kind.field],), reason="wrong_kind")
    try:
        return kind.read(given[kind.field])
    except Unfit as error:
        raise BadInput(str(error), path=(VALUES[kind.field],), reason=error.code) from None


def begins(day: dt.date, now: dt.datetime) -> dt.datetime:
    """Return when a value is in force that is set now for a day: from its beginning, or from now on. Raise BadInput for a past day."""
    if day < day_in_london(now):
        sentence = "A setting begins today or later: what was counted under the old value stays as it was counted."
        raise BadInput(sentence, path=("validFrom",), reason="in_the_past")
    return max(now, end_of(day - DAY))


def refuse_if_begun(found: Set, now: dt.datetime) -> None:
    """Raise Refused for a value that has come into force: its time is past, and stays."""
    if found.in_force_at <= now:
        sentence = "This is in force already, and what was counted under it stays. Set a new value from today or a later day."
        raise Refused(sentence, path=("settingId",), reason="in_force")


def refuse_if_no_change(new: Set, history: Iterable[Set]) -> None:
    """Raise Duplicate where one is planned for that instant, AlreadyDone where nothing would change then."""
    others = [each for each in history if each.is_like(new) and each.id != new.id]
    if any(each.in_force_at == new.in_force_at for each in others):
        raise Duplicate(TAKEN, path=("validFrom",), reason="planned_already")
    before = [each for each in others if each.in_force_at < new.in_force_at]
    held = max(before, key=lambda each: each.in_force_at).value if before else None
    if held == new.value:
        raise AlreadyDone("It is so already on that day.", path=("validFrom",))


def refuse_steps_without_reason(setting: Setting, history: Iterable[Set], now: dt.datetime) -> None:
    """Raise Refused where a step of a workflow could end a case for no reason that is in use, now or on a planned day."""
    if setting.name != "closure_reasons.in_use":
        return
    rows = list(history)
    for at in sorted({now, *(each.in_force_at for each in rows if each.in_force_at > now)}):
        if title := step_without_reason(at_instant(setting.name, rows, at)):
            sentence = f'The step "{title}" would have no reason left. Keep one of its reasons in use.'
            raise Refused(sentence, path=("about",), reason="last_reason")


def at_instant(name: str, history: Iterable[Set], at: dt.datetime) -> InForce:
    """Return what the whole council has of one setting at an instant."""
    begun = sorted((each for each in history if each.in_force_at <= at and each.locality_id is None), key=lambda each: each.in_force_at)
    held = {(name, each.about): each.value for each in begun}
    return InForce({key: value for key, value in held.items() if value is not None})


def step_without_reason(held: InForce) -> str | None:
    """Name a step that ends cases and has no reason left."""
    steps = (step for workflow in WORKFLOWS.values() for step in workflow.transitions if step.reasons)
    return next((step.title for step in steps if not any(map(held.is_offered, step.reasons))), None)
