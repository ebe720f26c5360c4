"""Which family a story is told of, where it is worked with and when: all drawn from the seed. Pure but for the teller that it hands on."""

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from service.deadlines.rules import day_in_london
from service.demo.cast import OF_COUNCIL, OF_PARTNERS, Place
from service.demo.days import later, time_of_day, working_day_at_or_after, working_days_before, working_days_between
from service.demo.families import InventedFamily, invented
from service.demo.programme import PROGRAMME, Entry, Programme
from service.demo.stories import Step
from service.demo.teller import Teller
from service.demo.telling import CAF, EARLY_HELP, Told
from service.demo.themes import OF_SMALL_CHILDREN, SCHOOL_AGE, THEMES, Theme
from service.people.rules import age_on

DWELLS = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7, 10, 14)
"""Working days since the last step of a case that is still open: most are in time."""
LONGEST_AGO = 350
"""Working days since a case ended, at most."""
AT_PARTNERS = 3
"""One in so many cases on the common assessment framework is a partner's."""

EXPECTING, RECENT = 13, dt.timedelta(days=120)
"""One in so many families that asked for help lately expects a child."""


class Drawn(NamedTuple):
    """A story to be told: of whom, and when each of its steps happens."""

    told: Told
    steps: tuple[tuple[dt.datetime, Step], ...]


def each_story(programme: Programme = PROGRAMME) -> Iterator[tuple[Entry, str]]:
    """Yield what is told of every family and on which framework, so mixed that neighbours differ."""
    told = [(entry, framework) for entry in programme for framework, count in counts(entry) for _ in range(count)]
    Random("order of stories").shuffle(told)
    yield from told


def counts(entry: Entry) -> tuple[tuple[str, int], ...]:
    """Say of how many families of each framework a story is told."""
    return ((EARLY_HELP, entry.early_help), (CAF, entry.caf))


def draw(teller: Teller, number: int, entry: Entry, framework: str, today: dt.date) -> Drawn:
    """Draw a case and the instants of its steps, such that the last lies behind us."""
    chance = Random(f"{teller.seed} story {number}")
    steps = [step for step in entry.story if step.only in (None, framework)]
    ago = chance.randint(1, LONGEST_AGO) if entry.has_ended else chance.choice(DWELLS)
    began = working_days_before(today, lasts(steps, number, today) + ago)
    told = of_whom(teller, number, entry, framework, began, today, chance)
    return Drawn(told, timed(steps, number, began))


def lasts(steps: list[Step], number: int, day: dt.date) -> int:
    """Count the working days that a story takes, whenever it begins: steps of a same day can run over into the next."""
    times = timed(steps, number, day)
    return working_days_between(day_in_london(times[0][0]), day_in_london(times[-1][0]))


def timed(steps: list[Step], number: int, began: dt.date) -> tuple[tuple[dt.datetime, Step], ...]:
    """Return the steps of a story that begins on a day, each with its instant."""
    chance, (first, *rest) = Random(f"times of story {number}"), steps
    found = [(time_of_day(working_day_at_or_after(began), chance), first)]
    for step in rest:
        found.append((later(found[-1][0], step.days, chance), step))
    return tuple(found)


def of_whom(teller: Teller, number: int, entry: Entry, framework: str, began: dt.date, today: dt.date, chance: Random) -> Told:
    """Draw who the family of a story is, and who works with it."""
    expecting = number % EXPECTING == 5 and entry.children == 1 and entry.may_expect and today - began < RECENT
    family = invented(number, began, chance, least=entry.children, expecting=expecting)
    place = place_of(number, framework)
    worker = chance.choice(place.workers)
    asked_by = entry.by or ("school", worker, "triage")[number % 3]
    theme = theme_for(family, began, chance)
    return Told(teller, number, framework, family, theme, place, worker, chance, asked_by, family.children[: entry.helped])


def place_of(number: int, framework: str) -> Place:
    """Say which team works with the family of a number."""
    if framework == CAF and number % AT_PARTNERS == 0:
        return OF_PARTNERS[number // AT_PARTNERS % len(OF_PARTNERS)]
    return OF_COUNCIL[number % len(OF_COUNCIL)]


def theme_for(family: InventedFamily, day: dt.date, chance: Random) -> Theme:
    """Draw what a family came for, as its first child's age allows."""
    born = family.children[0].birth_date
    is_small = born is None or age_on(born, day) < SCHOOL_AGE
    return chance.choice([theme for theme in THEMES if is_small == (theme.area in OF_SMALL_CHILDREN)])
