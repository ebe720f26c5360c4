"""Who can answer about whom, and when an agreement ends by itself, in plain words."""

import datetime as dt

from tests.model.days import DAY, age, midnight_after, sixteenth_birthday
from tests.model.records import Answer

SIX_WEEKS = 42 * DAY


def unable(answer: Answer, day: dt.date, *, understood: bool, by_manager: bool) -> str | None:
    """Say why somebody cannot answer about somebody in a capacity."""
    person, by, years = answer.person, answer.by, age(answer.person.born, day)
    elsewhere = None if by is person else "own_information"
    match answer.capacity:
        case "PARENTAL_RESPONSIBILITY":
            if person.is_adult:
                return "own_information"
            if by is person or not by.is_carer:
                return "parental_responsibility"
            return "young_person_decides" if answer.agreed and years >= 16 else None
        case "YOUNG_PERSON":
            return "young_person" if person.is_adult or years < 16 else elsewhere
        case "GILLICK":
            if person.is_adult or years >= 16 or not understood:
                return "gillick"
            return "gillick_second_view" if years < 13 and not by_manager else elsewhere
    return "adult_self" if not person.is_adult and years < 18 else elsewhere


def ends(answer: Answer, last_day: dt.date | None) -> dt.datetime | None:
    """Return when an agreement ends by itself."""
    of_parent = [sixteenth_birthday(answer.person.born) + SIX_WEEKS] if answer.capacity == "PARENTAL_RESPONSIBILITY" else []
    days = [*of_parent, *([last_day] if last_day else [])]
    return midnight_after(min(days)) if answer.agreed and days else None
