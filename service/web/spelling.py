"""How a page spells what the contract answers: dates, ages, targets and words."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from markupsafe import Markup

LONDON = ZoneInfo("Europe/London")
TOGETHER = "\N{NO-BREAK SPACE}"
TAGS = {"WORKING": "teal", "WAITING_FAMILY": "purple", "WAITING_PARTNER": "orange", "WAITING_MANAGER": "yellow", "FINAL": "grey"}
"""The colour of a state's tag says whose turn it is; the words beside it say the same."""
WORDS = {
    "GILLICK": "Gillick competence",
    "ADULT_SELF": "For themselves, as an adult",
    "MOTHER_OF_UNBORN": "Mother of the unborn child",
    "YOUNG_PERSON": "For themselves, as a young person",
    "SELF": "The family themselves",
    "SPOKEN_AND_NOTED": "Spoken, and noted",
}
"""Words of the contract that do not read well by themselves."""


class Target(NamedTuple):
    """How a case stands to its target: in words, and by which day."""

    words: str
    is_late: bool
    by: str | None = None


def moment(text: str) -> dt.datetime:
    """Read an instant as the clocks in England show it."""
    return dt.datetime.fromisoformat(text).astimezone(LONDON)


def today() -> dt.date:
    """Return today's date in England."""
    return dt.datetime.now(LONDON).date()


def date_of(value: str | dt.date) -> dt.date:
    """Read a date, or the day of an instant in England."""
    if isinstance(value, dt.date):
        return value
    return moment(value).date() if "T" in value else dt.date.fromisoformat(value)


def day(value: str | dt.date) -> str:
    """Write a day as 3 September 2026, in one piece."""
    found = date_of(value)
    return f"{found.day} {found:%B %Y}".replace(" ", TOGETHER)


def clock(text: str) -> str:
    """Write a time as 3:40pm."""
    found = moment(text)
    return f"{found.hour % 12 or 12}:{found:%M}{'am' if found.hour < 12 else 'pm'}"


def instant(text: str) -> str:
    """Write an instant as 3 September 2026 at 3:40pm."""
    return f"{day(text)} at{TOGETHER}{clock(text)}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun, in one piece."""
    return f"{number:,}{TOGETHER}{one if number == 1 else many or one + 's'}"


def last_day(due: str) -> dt.date:
    """Return the day at whose end something is due: the instant itself is already the next day's first."""
    return (moment(due) - dt.timedelta(microseconds=1)).date()


def target(case: Mapping[str, Any]) -> Target:
    """Say how a case stands to its target."""
    if not case["dueAt"]:
        return Target("No target", is_late=False)
    last = last_day(case["dueAt"])
    left = (last - today()).days
    if case["isLate"]:
        return Target(f"{plural(-left, 'day')} late" if left < 0 else "Late", is_late=True, by=day(last))
    return Target("Due today" if left <= 0 else f"{plural(left, 'day')} left", is_late=False, by=day(last))


def word(code: str) -> str:
    """Write a word of the contract as people do: HOME_VISIT is Home visit, TriageBegun is Triage begun."""
    if code in WORDS:
        return WORDS[code]
    parts = code.split("_") if code.isupper() else re.findall(r"[A-Z][a-z0-9]*", code)
    return " ".join(parts).capitalize()


def lower_first(text: str) -> str:
    """Write words that stand inside a sentence."""
    return text[:1].lower() + text[1:] if text not in ("Gillick competence",) else text


def age(born: str, on: dt.date | None = None) -> int:
    """Return how many years old somebody is."""
    birthday, day_of_it = date_of(born), on or today()
    return day_of_it.year - birthday.year - ((day_of_it.month, day_of_it.day) < (birthday.month, birthday.day))


def child(person: Mapping[str, Any]) -> Markup:
    """Write a child's first name and age; of an unborn child, when they are expected."""
    if person["kind"] == "UNBORN_CHILD":
        expected = f", expected {day(person['expectedOn'])}" if person["expectedOn"] else ""
        return Markup("Unborn{}").format(expected)
    years = age(person["birthDate"]) if person["birthDate"] else None
    said = "" if years is None else f",{TOGETHER}{years}" if years else f",{TOGETHER}under{TOGETHER}1"
    return bdi(person["givenName"]) + Markup("{}").format(said)


def bdi(text: str) -> Markup:
    """Keep a name or free text apart, whichever way it is written."""
    return Markup("<bdi>{}</bdi>").format(text)


def full_name(person: Mapping[str, Any] | None) -> Markup:
    """Write somebody's name; somebody who may not be seen has none."""
    return bdi(f"{person['givenName']} {person['familyName']}") if person else Markup("somebody")


def paragraphs(text: str) -> Markup:
    """Write free text with its own line breaks."""
    lines = Markup("<br>").join(Markup("{}").format(line) for line in text.splitlines())
    return Markup("<bdi>{}</bdi>").format(lines)
