"""Invented families: who they are, drawn from the seed. Pure."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from service.deadlines.rules import DAY
from service.demo import names

SIZES = (1, 2, 1, 2, 1, 3, 2, 1, 2, 1, 2, 1, 1, 3, 1, 2, 1, 2, 1)
"""How many children families have: thirty in nineteen."""
BIRTHDAYS = 400
"""More than there are families."""
EXPECTED = (130, 250)
"""Within how many days of the request a child is born."""
SEXES = ("FEMALE", "MALE")


@dataclass(frozen=True)
class Member:
    """Somebody of a family: as what the service knows them, and what they are in the household."""

    name: str
    kind: str
    role: str
    sex: str
    birth_date: dt.date | None = None
    expected_on: dt.date | None = None


@dataclass(frozen=True)
class InventedFamily:
    """A family with its children, one of them perhaps not yet born."""

    name: str
    address: str
    adults: tuple[Member, ...]
    children: tuple[Member, ...]

    @property
    def speaks_for_the_children(self) -> Member:
        """Return the adult who answers for the children."""
        return self.adults[0]


def invented(number: int, day: dt.date, chance: Random, *, least: int = 1, expecting: bool = False) -> InventedFamily:
    """Invent the family of a number as it is on a day, with so many children at least, the last of them perhaps still to be born."""
    name = names.FAMILIES[number % len(names.FAMILIES)]
    mother = Member(chance.choice(names.MOTHERS), "ADULT", "PARENT_OR_CARER", "FEMALE", born(day, chance.randint(22, 44), number))
    father = Member(chance.choice(names.FATHERS), "ADULT", "PARENT_OR_CARER", "MALE", born(day, chance.randint(24, 48), number))
    given = chance.sample(names.CHILDREN, max(least, SIZES[number % len(SIZES)]))
    children = [child(each, day, chance, number) for each in given]
    if expecting:
        children[-1] = Member("Baby", "UNBORN_CHILD", "CHILD", "UNKNOWN", expected_on=day + DAY * chance.randint(*EXPECTED))
    adults = (mother, father) if chance.random() < 0.5 else (mother,)
    return InventedFamily(name, f"{chance.randint(2, 140)} {chance.choice(names.STREETS)}, Northmere", adults, tuple(children))


def child(name: str, day: dt.date, chance: Random, number: int) -> Member:
    """Invent a child of 1 to 13, so that nobody comes of age while the stories are told."""
    return Member(name, "CHILD", "CHILD", chance.choice(SEXES), born(day, chance.randint(1, 12), number))


def born(day: dt.date, years: int, number: int) -> dt.date:
    """Return a birthday of somebody of an age. No two families share one, or triage would have to tell their children apart."""
    latest = day - DAY * (365 * years + 10)
    return latest - DAY * ((latest.toordinal() - number) % BIRTHDAYS)
