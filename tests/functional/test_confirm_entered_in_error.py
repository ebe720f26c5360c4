"""Confirming as somebody else that an entry is wrong: it stays readable, and counts for nothing."""

import datetime as dt
from typing import Any

import pytest

from service.cases.facts import agreement_was_ended
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.caring import MARK, add_number, details_of, mark, record_needs, record_safe, refused, relate, set_marker, strike
from tests.functional.families import Family
from tests.functional.test_mark_entered_in_error import ENTRIES, SEEN, TYPES, note


@pytest.mark.parametrize("noun", ENTRIES)
def test_strikes_an_entry_of_each_noun_which_says_who_marked_and_who_confirmed_it(api: Api, home: Family, noun: str) -> None:
    entry = ENTRIES[noun](home)
    mark(api, entry)

    found = api.do("manager", "confirmEnteredInError", MARK, recordId=entry, note="Rang them.")

    assert (found["outcome"], found["note"], found["revision"]) == ("CONFIRMED", "Rang them.", 2)
    assert (found["markedBy"], found["decidedBy"]) == ({"name": "Priya Nair"}, {"name": "Dawn Fry"})
    shown = api.ask("worker", SEEN % TYPES[noun], id=entry)["node"]
    assert shown["inErrorAt"] is not None
    assert shown["errorMark"]["outcome"] == "CONFIRMED"


@pytest.mark.parametrize("noun", ENTRIES)
def test_who_marked_an_entry_does_not_confirm_it(api: Api, home: Family, noun: str) -> None:
    entry = ENTRIES[noun](home)
    mark(api, entry, "manager")

    assert refused(api, "manager", "confirmEnteredInError", MARK, {"recordId": entry}) == [("NOT_PERMITTED", "separation", [])]


def test_refuses_what_is_not_marked_or_done_and_who_may_not(api: Api, home: Family) -> None:
    home.join("school")
    marker = set_marker(home)

    def why(who: str = "manager") -> object:
        return refused(api, who, "confirmEnteredInError", MARK, {"recordId": marker})

    assert why() == [("REFUSED", "not_marked", ["recordId"])]
    mark(api, marker)
    assert why("school") == [("NOT_PERMITTED", None, [])]
    assert why("southerner") == [("NOT_FOUND", None, [])]
    api.do("manager", "confirmEnteredInError", MARK, recordId=marker)
    assert why("service_manager") == [("ALREADY_DONE", None, ["recordId"])]


def test_a_struck_marker_warns_of_nothing_and_stays_on_record(api: Api, home: Family) -> None:
    marker = set_marker(home)
    strike(api, marker)

    asked = "query($id: ID!) { case(id: $id) { warnings { id } markers { id isInForce } entriesInError { recordId } } }"
    shown = api.ask("worker", asked, id=home.case)["case"]
    assert shown == {"warnings": [], "markers": [{"id": marker, "isInForce": False}], "entriesInError": [{"recordId": marker}]}


def test_a_struck_agreement_lets_nothing_forward(api: Api, home: Family) -> None:
    agreement = home.agree(home.jake)
    home.agree(home.mia)
    strike(api, agreement)

    problems = api.refused("worker", "startAssessment", "case { id }", caseId=home.case, expectedVersion=home.version())

    assert "agreement_in_force" in {problem["reason"] for problem in problems}
    withdrawal = {"agreementId": agreement, "how": "By telephone."}
    assert refused(api, "worker", "withdrawAgreement", "agreement { id }", withdrawal) == [("REFUSED", "entered_in_error", [])]


def test_a_struck_no_does_not_overrule_a_yes_and_ends_nothing(api: Api, home: Family) -> None:
    for child in home.children:
        home.agree(child)
    no = home.answer(home.jake, "REFUSED")
    assert fact(home, lambda case, now: agreement_was_ended(case)) is True

    strike(api, no)

    assert fact(home, lambda case, now: agreement_was_ended(case)) is False
    home.step("worker", "startAssessment")
    assert home.state() == "assessing"


def why_not_yet(api: Api, home: Family) -> str:
    """Say what is told of the agreement that is missing."""
    asked = "query($id: ID!) { case(id: $id) { availableMoves { trigger refusals { code message } } } }"
    moves = api.ask("worker", asked, id=home.case)["case"]["availableMoves"]
    [refusals] = [move["refusals"] for move in moves if move["trigger"] == "start_assessment"]
    return str(next(each["message"] for each in refusals if each["code"] == "agreement_in_force"))


def test_somebody_who_was_added_twice_counts_once(api: Api, home: Family) -> None:
    twice = home.person("Mia again", "CHILD", birthDate="2015-09-17", nhsNumber="9434765919")
    home.live_together(twice)
    home.step("worker", "addChild", personId=twice)
    assert "for Jake, Mia and Mia again" in why_not_yet(api, home)

    strike(api, twice)

    assert "for Jake and Mia has" in why_not_yet(api, home)
    amended = {"personId": home.mia, "expectedVersion": 1, "nhsNumber": "9434765919"}
    assert api.do("worker", "amendPerson", "person { nhsNumber }", **amended) == {"nhsNumber": "9434765919"}
    for child in home.children:
        home.agree(child)
    home.step("worker", "startAssessment")


def test_who_was_entered_in_error_is_amended_joined_and_agreed_for_no_more(api: Api, home: Family) -> None:
    twice = home.person("Mia", "CHILD", birthDate="2015-09-17")
    home.live_together(twice)
    home.step("worker", "addChild", personId=twice)
    strike(api, twice)
    other = home.person("Noor", "ADULT")
    household = api.do("worker", "addHousehold", "household { id }", name="Noor", members=[{"personId": other, "role": "OTHER_ADULT"}])[
        "id"
    ]

    def why(mutation: str, selection: str, **given: Any) -> Any:
        return refused(api, "worker", mutation, selection, given)[0][:2]

    said = {"capacity": "PARENTAL_RESPONSIBILITY", "answer": "AGREED", "evidence": "SIGNED", "givenById": home.mother}
    assert why("amendPerson", "person { id }", personId=twice, expectedVersion=3, givenName="M") == ("REFUSED", "entered_in_error")
    assert why("addHouseholdMember", "household { id }", householdId=household, personId=twice, role="CHILD")[0] == "NOT_FOUND"
    assert why("recordAgreement", "agreement { id }", caseId=home.case, personId=twice, **said)[0] == "NOT_FOUND"
    assert why("addContactDetail", "contactDetail { id }", personId=twice, kind="OTHER", value="@mia", audience="EVERYBODY") == (
        "REFUSED",
        "entered_in_error",
    )


def test_a_struck_relationship_gives_nobody_a_voice_nor_a_sight_of_who_was_named(api: Api, home: Family) -> None:
    father = home.person("Tom", "ADULT")
    relationship = relate(api, home.jake, father)
    assert details_of(api, father, "manager")
    strike(api, relationship)

    assert details_of(api, father, "manager") is None
    assert details_of(api, home.jake, "manager")["relatives"] == [{"kind": "FATHER", "relative": None}]
    said = {"capacity": "PARENTAL_RESPONSIBILITY", "answer": "AGREED", "evidence": "SIGNED", "givenById": father}
    given = {"caseId": home.case, "personId": home.jake, **said}
    assert refused(api, "worker", "recordAgreement", "agreement { id }", given) == [("NOT_FOUND", None, ["givenById"])]


def test_what_holds_of_a_person_leaves_out_what_was_struck(api: Api, home: Family) -> None:
    for entry in (record_safe(api, home.mother), record_needs(api, home.mother)):
        strike(api, entry)
    strike(api, add_number(api, home.mother))

    found = details_of(api, home.mother, "worker")
    assert (found["safeContact"], found["accessNeeds"], found["contactDetails"]) == (None, None, [{"value": "01632 960123"}])
    assert record_safe(api, home.mother)


def test_a_struck_note_is_amended_no_more(api: Api, home: Family) -> None:
    entry = note(home)
    strike(api, entry)

    given = {"noteId": entry, "expectedRevision": 1, "reason": "Late.", "text": "Jake was at home.", "happenedOn": str(dt.date.today())}
    assert refused(api, "worker", "amendNote", "note { id }", given) == [("REFUSED", "entered_in_error", [])]
