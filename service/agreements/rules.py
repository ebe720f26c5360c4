"""Who can agree for whom, in what capacity, and until when. Pure."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from service.deadlines.rules import day_in_london, end_of
from service.errors import ErrorCode, Problem
from service.households.family import Relative
from service.people.rules import OF_AGE, UNBORN, age_on, birthday

ADULT, PARENT = "adult", "parent_or_carer"
FULL_AGE, SECOND_VIEW_UNDER = 18, 13
"""An adult's age; and the age under which a manager has a view too on whether a child understands a decision."""

WEEKS_AFTER_SIXTEEN, WEEKS_AFTER_DUE, WEEKS_AFTER_BIRTH = 6, 12, 6
"""How long an agreement that a parent gave before the 16th birthday outlasts it, and a mother's the expected date or the birth."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer that somebody gave about somebody, as it is to be recorded; `by_manager`: by a manager of the team that has the case."""

    person: Relative
    giver: Relative
    capacity: str
    answer: str
    answered_at: dt.datetime
    last_day: dt.date | None = None
    understanding: str | None = None
    by_manager: bool = False

    @property
    def day(self) -> dt.date:
        """Return the day in London on which they answered."""
        return day_in_london(self.answered_at)

    @property
    def agreed(self) -> bool:
        """Tell whether the answer was yes."""
        return self.answer == "agreed"

    @property
    def age(self) -> int | None:
        """Return how old the person was who it is about; negative before the birth, None where nobody said."""
        if self.person.kind == UNBORN:
            return -1
        return age_on(self.person.born, self.day) if self.person.born else None


def refusal(reason: str, sentence: str, path: str = "capacity") -> Iterator[Problem]:
    """Say why somebody cannot answer in a capacity."""
    yield Problem(ErrorCode.REFUSED, sentence, (path,), reason)


def as_parent(asked: Asked) -> Iterator[Problem]:
    """Say why somebody cannot answer with parental responsibility.

    The relationships that carry it are not recorded yet: until they are, a parent or carer of the household counts.
    """
    child, giver = asked.person, asked.giver
    if asked.age is not None and asked.age < 0:
        return refusal("mother_of_unborn", "Only the mother can agree for an unborn child. Choose that she answers as its mother.")
    if child.kind == ADULT or (asked.age or 0) >= FULL_AGE:
        return refusal("own_information", f"Only {child.name} can consent for their own information.")
    if giver.id == child.id or giver.role != PARENT:
        sentence = f"{giver.name} is not recorded as having parental responsibility for {child.name}."
        return refusal("parental_responsibility", f"{sentence} Record them as parent or carer of the household if they have.", "givenById")
    if asked.agreed and asked.age is not None and asked.age >= OF_AGE:
        return refusal("young_person_decides", f"{child.name} is 16 or over and decides for themselves. Ask {child.name}.")
    return iter(())


def as_young_person(asked: Asked) -> Iterator[Problem]:
    """Say why somebody cannot answer as a young person."""
    name = asked.person.name
    if asked.person.kind == ADULT:
        return refusal("young_person", f"{name} is recorded as an adult. Choose that they answer for themselves as an adult.")
    if asked.age is not None and asked.age < OF_AGE:
        return refusal("young_person", f"{name} is under 16. Record a Gillick decision, or ask a person with parental responsibility.")
    return own_answer(asked)


def as_gillick(asked: Asked) -> Iterator[Problem]:
    """Say why somebody cannot answer as a child who understands the decision."""
    name, age = asked.person.name, asked.age
    if asked.person.kind == ADULT or age is None or age >= OF_AGE:
        return refusal("gillick", f"{name} is 16 or over. Choose that they answer as a young person or an adult.")
    if age < 0:
        return refusal("mother_of_unborn", "Only the mother can agree for an unborn child.")
    if not asked.understanding:
        return refusal("gillick", f"Write down how {name} understood this decision.", "understanding")
    if age < SECOND_VIEW_UNDER and not asked.by_manager:
        return refusal("gillick_second_view", f"{name} is under 13. Ask a manager of the team to record this, with their own view.")
    return own_answer(asked)


def as_adult(asked: Asked) -> Iterator[Problem]:
    """Say why somebody cannot answer as an adult about themselves."""
    if asked.person.kind != ADULT and (asked.age or 0) < FULL_AGE:
        return refusal("adult_self", f"{asked.person.name} is not an adult. Choose in what capacity somebody answers for a child.")
    return own_answer(asked)


def own_answer(asked: Asked) -> Iterator[Problem]:
    """Say that nobody else answers in a capacity in which one answers about oneself."""
    if asked.giver.id != asked.person.id:
        return refusal("own_information", f"Only {asked.person.name} can consent for their own information.", "givenById")
    return iter(())


def as_mother(asked: Asked) -> Iterator[Problem]:
    """Say why somebody cannot answer as the mother of an unborn child, or of one who was born a few weeks ago."""
    child, giver = asked.person, asked.giver
    if child.born and asked.day > child.born + dt.timedelta(weeks=WEEKS_AFTER_BIRTH):
        sentence = f"{child.name} was born more than {WEEKS_AFTER_BIRTH} weeks before. Ask a person with parental responsibility."
        return refusal("mother_of_unborn", sentence)
    if asked.agreed and child.expected and asked.day > child.expected + dt.timedelta(weeks=WEEKS_AFTER_DUE):
        sentence = f"{child.name} was expected more than {WEEKS_AFTER_DUE} weeks before. Record the birth first."
        return refusal("mother_of_unborn", sentence, "personId")
    if child.born is None and child.kind != UNBORN:
        return refusal("own_information", f"Only {child.name} can consent for their own information.")
    grown_up = giver.kind == ADULT or giver.role == PARENT
    if giver.role is None or giver.sex == "M" or not grown_up:
        return refusal("mother_of_unborn", "Only the mother can agree for an unborn child, as somebody of the household.", "givenById")
    return iter(())


CAPACITIES: Mapping[str, Callable[[Asked], Iterator[Problem]]] = {
    "parental_responsibility": as_parent,
    "young_person": as_young_person,
    "gillick": as_gillick,
    "adult_self": as_adult,
    "mother_of_unborn": as_mother,
}


def last_day_of_parents(born: dt.date) -> dt.date:
    """Return the last day of an agreement that a parent gave. It is always before the 18th birthday."""
    return birthday(born, OF_AGE) + dt.timedelta(weeks=WEEKS_AFTER_SIXTEEN)


def last_days(asked: Asked) -> Iterator[dt.date]:
    """Return every day that an agreement does not outlast."""
    child = asked.person
    if asked.last_day:
        yield asked.last_day
    if asked.capacity == "parental_responsibility" and child.born:
        yield last_day_of_parents(child.born)
    if asked.capacity == "mother_of_unborn" and child.born:
        yield child.born + dt.timedelta(weeks=WEEKS_AFTER_BIRTH)
    if asked.capacity == "mother_of_unborn" and child.expected:
        yield child.expected + dt.timedelta(weeks=WEEKS_AFTER_DUE)


def until(asked: Asked) -> dt.datetime | None:
    """Return when an agreement ends by itself, as UTC: at the end, in London, of its last day; None for a no, or without such a day."""
    return end_of(min(days)) if asked.agreed and (days := list(last_days(asked))) else None


def problems(asked: Asked, *, opened_at: dt.datetime, now: dt.datetime) -> Iterator[Problem]:
    """Say what stands in the way of recording an answer."""
    if asked.answered_at > now:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than now.", ("answeredAt",))
    elif asked.day < day_in_london(opened_at):
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be before the case was opened. Ask them again.", ("answeredAt",))
    if asked.last_day and not asked.agreed:
        yield Problem(ErrorCode.BAD_USER_INPUT, "A no has no last day. Leave it out.", ("lastDay",))
    elif asked.last_day and asked.last_day < asked.day:
        yield Problem(ErrorCode.BAD_USER_INPUT, "The last day cannot be before the day on which they answered.", ("lastDay",))
    yield from CAPACITIES[asked.capacity](asked)


def missing(*people: tuple[str, Relative | None]) -> Iterator[Problem]:
    """Say who does not belong to the case or its household now."""
    for path, person in people:
        if person is None or not person.belongs:
            yield Problem(ErrorCode.NOT_FOUND, "There is nobody by this id on the case or in its household.", (path,))


def withdrawal_problems(person: Relative, giver: Relative, withdrawn_by: Relative, *, answer: str, today: dt.date) -> Iterator[Problem]:
    """Say why somebody cannot withdraw an agreement: who gave it can, and a young person for themselves. Others answer beside it."""
    if answer != "agreed":
        yield from refusal("no_agreement", "They said no: there is no agreement to withdraw. Record a new answer instead.", "agreementId")
        return
    decides = person.born is not None and age_on(person.born, today) >= OF_AGE
    if withdrawn_by.id == giver.id or (withdrawn_by.id == person.id and decides):
        return
    sentence = f"Only {giver.name} can withdraw this agreement. Record the answer of {withdrawn_by.name} beside it."
    yield from refusal("not_theirs", sentence, "withdrawnById")
