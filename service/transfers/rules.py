"""Who can be asked to take a family, and what their answer must say. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import ErrorCode, Problem
from service.households.family import Relative
from service.people.rules import UNBORN
from service.transfers.councils import COUNCILS

CHASERS = 2
"""How many chasers an offer without an answer needs, beside its ten working days, to count as answered."""

EDITABLE = ("council", "note", "answer", "answered_on", "answered_by", "answer_note")
CHASER = ("to_whom", "note", "entered_wrongly")
CHASER_FILLED = {"to_whom": "toWhom", "entered_wrongly": "enteredWrongly"}
CONSENT = ("basis", "given_by", "how", "answered_on")
CONSENT_FILLED = {"basis": "basis", "how": "how", "answered_on": "answeredOn"}
OFFER_FILLED = {"council": "council", "answer": "answer", "answered_on": "answeredOn", "answered_by": "answeredBy"}
ANSWER = ("answer", "answered_on", "answered_by")
WAITS_FOR = "safeguarding"


def council_problems(code: str | None, *, own: str) -> Iterator[Problem]:
    """Say why a code is not that of another council."""
    if code == own:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This is your own council. Give the code of the one the family moves to.", ("council",))
    elif code not in COUNCILS:
        sentence = "No council in England has this code now. Give its three digits, such as 878 for Devon."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("council",))


def other_council_problems(data: Mapping[str, Any], *, offered_to: str | None) -> Iterator[Problem]:
    """Say that a family is to be transferred to another council than the one that was asked last."""
    if data.get("council") and offered_to and data["council"] != offered_to:
        sentence = f"The case was offered to council {offered_to}. Give that code, or offer the case to the other council first."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("council",))


def answer_problems(offer: Mapping[str, Any], *, offered_on: dt.date, today: dt.date) -> Iterator[Problem]:
    """Say what is missing in an answer: what, when and by whom go together."""
    given = [name for name in ANSWER if offer[name] is not None]
    if 0 < len(given) < len(ANSWER):
        sentence = "Say what they answered, on which day and who answered; or leave all three out."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("answer",))
    if offer["answered_on"] and not offered_on <= offer["answered_on"] <= today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Choose a day from the offer to today.", ("answeredOn",))


def consent_problems(basis: str, giver: Relative | None, *, is_named: bool, answered_on: dt.date, today: dt.date) -> Iterator[Problem]:
    """Say who cannot have answered whether the record may be passed on."""
    if basis == WAITS_FOR and is_named:
        sentence = "A safeguarding reason is the council's own: leave out who answered."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("givenById",))
    if basis != WAITS_FOR and (giver is None or not giver.belongs or giver.kind == UNBORN):
        yield Problem(ErrorCode.NOT_FOUND, "There is nobody by this id on the case or in its household who could answer.", ("givenById",))
    if answered_on > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than today.", ("answeredOn",))
