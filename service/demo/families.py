"""Invented families: who they are, drawn from the seed. Pure."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from service.deadlines.rules import DAY
from service.demo import names

LONGEST_EXPECTATION = 150
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


def invented(number: int, today: dt.date, chance: Random, *, least: int = 1) -> InventedFamily:
    """Invent the family of a number, with so many children at least."""
    name = names.FAMILIES[number % len(names.FAMILIES)]
    mother = Member(chance.choice(names.MOTHERS), "ADULT", "PARENT_OR_CARER", "FEMALE", born(today, chance.randint(22, 44), chance))
    father = Member(chance.choice(names.FATHERS), "ADULT", "PARENT_OR_CARER", "MALE", born(today, chance.randint(24, 48), chance))
    given = chance.sample(names.CHILDREN, max(least, chance.choice((1, 1, 2, 2, 2, 3))))
    children = [child(each, today, chance) for each in given]
    if number % 13 == 5 and least == 1:  # a few families expect a child
        children[-1] = Member("Baby", "UNBORN_CHILD", "CHILD", "UNKNOWN", expected_on=today + DAY * chance.randint(20, LONGEST_EXPECTATION))
    adults = (mother, father) if chance.random() < 0.5 else (mother,)
    return InventedFamily(name, f"{chance.randint(2, 140)} {chance.choice(names.STREETS)}, Northmere", adults, tuple(children))


def child(name: str, today: dt.date, chance: Random) -> Member:
    """Invent a child of 1 to 15, so that nobody comes of age while the stories are told."""
    return Member(name, "CHILD", "CHILD", chance.choice(SEXES), born(today, chance.randint(1, 14), chance))


def born(today: dt.date, years: int, chance: Random) -> dt.date:
    """Return a birthday of somebody of an age."""
    return today - DAY * (365 * years + chance.randint(10, 340))
