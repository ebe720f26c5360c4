"""How settings are listed, and how a proposed change is answered, from what a statement read. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from service.configuration import preview, rules
from service.configuration.catalogue import Setting, each_key
from service.configuration.preview import Change, Counts, Group, History, Wait
from service.configuration.rules import Set
from service.deadlines.rules import end_of
from service.errors import Problem, UserError

DEFAULT = "the default"
NONE = Counts()
INSTANT = dt.timedelta(microseconds=1)


@dataclass(frozen=True)
class Line:
    """One setting about one thing, as it holds."""

    name: str
    title: str
    about: str | None
    about_title: str | None
    takes: str
    field: str
    in_words: str
    default_in_words: str
    is_set: bool
    has_localities: bool


@dataclass(frozen=True)
class Foretold:
    """What a change would change, or what stands in its way."""

    in_force_at: dt.datetime | None = None
    before: str | None = None
    after: str | None = None
    counts: Counts = NONE
    waits: tuple[Wait, ...] = ()
    problems: tuple[Problem, ...] = ()


def in_words(setting: Setting, about: str | None, value: Any) -> str:
    """Write a value for a reader."""
    return DEFAULT if value is None else setting.kind_of(about).in_words(value)


def history_of(found: Iterable[Mapping[str, Any]]) -> list[tuple[str, Set]]:
    """Read everything that was set."""
    return [(each["name"], Set.of(each)) for each in found]


def lines(history: History, now: dt.datetime, *, on: dt.date | None = None, locality_id: UUID | None = None) -> Iterator[Line]:
    """Yield every setting with what holds, now or at the end of a day."""
    held = preview.held_at(history, end_of(on) - INSTANT if on else now, locality_id)
    for setting, about in each_key():
        kind = setting.kind_of(about)
        yield Line(
            setting.name,
            setting.title,
            about,
            setting.subjects[about] if setting.subjects and about else None,
            kind.takes,
            kind.field,
            kind.in_words(held.value(setting.name, about)),
            kind.in_words(setting.default_of(about)),
            held.given(setting.name, about) is not None,
            setting.local,
        )


def foretold(history: list[tuple[str, Set]], groups: Iterable[Group], now: dt.datetime, asked: Mapping[str, Any]) -> Foretold:
    """Say what a change would change; what stands in its way is told as the change itself would tell it."""
    try:
        change = proposed(history, now, asked)
    except UserError as error:
        return Foretold(problems=error.problems)
    setting = rules.setting_called(change.name)
    old = preview.held_at(history, change.in_force_at, change.locality_id)
    new = preview.held_at(preview.with_change(history, change), change.in_force_at, change.locality_id)
    before, after = (setting.kind_of(change.about).in_words(held.value(change.name, change.about)) for held in (old, new))
    counted = preview.counts(groups, history, change)
    return Foretold(change.in_force_at, before, after, counted, tuple(preview.waits(history, change)))


def proposed(history: History, now: dt.datetime, asked: Mapping[str, Any]) -> Change:
    """Return a change that could be made. Raise UserError."""
    name, about, place = asked["name"], asked.get("about"), asked.get("locality_id")
    given = {each: asked[each] for each in rules.VALUES if asked.get(each) is not None}
    wanted = rules.wanted(name, about, given, use_default=bool(asked.get("use_default")), is_local=place is not None)
    change = Change(name, about, place, rules.begins(asked["valid_from"], now), wanted.value)
    own = [each for of, each in history if of == name]
    new = Set(UUID(int=0), about, place, change.in_force_at, change.value)
    rules.refuse_if_no_change(new, own)
    rules.refuse_steps_without_reason(wanted.setting, [*own, new], now)
    return change
