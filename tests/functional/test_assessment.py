"""An assessment follows its case: opened by its start, locked when it is sent, opened again when it is returned, and signed off."""

from typing import Any

from tests.functional.api import Api
from tests.functional.assessments import ABOUT, VOICE, assessment_of, save, write_all
from tests.functional.council import gid
from tests.functional.families import CASE, Family
from tests.functional.recording import end_early, find_level

SHOWN = """number form formVersion state comment startedBy { name } submittedBy { name } returnedBy { name } signedOffBy { name }
    previous { id number sections { section } case { id } }"""


def shown(api: Api, family: Family, who: str = "worker", number: int = 1, selection: str = SHOWN) -> Any:
    """Ask for a round of the family's case."""
    document = f"query($id: ID!) {{ assessment(id: $id) {{ {selection} }} }}"
    return api.ask(who, document, id=assessment_of(api, family, number))["assessment"]


def test_is_opened_on_the_form_that_the_case_keeps(api: Api, family: Family) -> None:
    family.assessing()

    found = shown(api, family)

    assert (found["number"], found["form"], found["formVersion"], found["state"]) == (1, "early-help", 1, "DRAFT")
    assert (found["startedBy"], found["previous"]) == ({"name": "Priya Nair"}, None)


def test_keeps_the_day_on_which_it_was_started(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    for child in family.children:
        family.agree(child)

    api.sql("UPDATE cases SET opened_at = '2026-01-05T09:00:00Z'")

    family.step("worker", "startAssessment", startedOn="2026-01-07")

    assert shown(api, family, selection="startedOn")["startedOn"] == "2026-01-07"


def test_is_sent_returned_sent_again_and_signed_off(api: Api, family: Family) -> None:
    family.assessed()
    family.move("worker", "submit")
    assert (shown(api, family)["state"], shown(api, family)["submittedBy"]["name"]) == ("SUBMITTED", "Priya Nair")

    family.move("manager", "return_assessment", "Say more about Mia.")
    returned = shown(api, family)
    family.move("worker", "submit")
    find_level(family)
    family.move("manager", "sign_off", "Well written.")
    signed = shown(api, family)

    assert (returned["state"], returned["comment"], returned["returnedBy"]["name"]) == ("RETURNED", "Say more about Mia.", "Dawn Fry")
    assert (signed["state"], signed["comment"], signed["signedOffBy"]["name"]) == ("SIGNED_OFF", "Well written.", "Dawn Fry")


def test_is_neither_returned_nor_signed_off_by_who_wrote_in_it(api: Api, family: Family) -> None:
    family.assessing()
    worker, manager = gid("practitioner", "worker"), gid("practitioner", "manager")
    family.step("manager", "allocateCase", workerId=manager)
    save(api, family, who="manager")
    family.step("manager", "allocateCase", workerId=worker)
    write_all(family)
    family.move("worker", "submit")
    find_level(family)

    for trigger in ("sign_off", "return_assessment"):
        given = {"caseId": family.case, "expectedVersion": family.version(), "trigger": trigger}
        [problem] = api.refused("manager", "moveCase", CASE, **given)
        assert (problem["code"], problem["reason"]) == ("NOT_PERMITTED", "separation")
        assert problem["message"] == "You wrote part of this assessment. Somebody else must check it."
    family.move("service_manager", "sign_off")


def test_lets_an_author_go_on_and_send_it_who_no_longer_has_the_case(api: Api, family: Family) -> None:
    family.assessing()
    write_all(family, but="strengths")
    family.step("manager", "allocateCase", workerId=gid("practitioner", "colleague"))
    api.sql("UPDATE lead_professional SET ended_at = now()")

    write_all(family, only="strengths")
    family.move("worker", "submit")


def test_can_be_read_beside_the_next_round(api: Api, family: Family) -> None:
    family.plan_active()

    family.move("worker", "reassess", "Much has changed.")

    found = shown(api, family, number=2)
    assert (found["state"], found["previous"]["number"], len(found["previous"]["sections"])) == ("DRAFT", 1, 5 + 2 * 6 + 1)
    listed = api.ask("worker", "query($id: ID!) { case(id: $id) { assessments { number } } }", id=family.case)
    assert [each["number"] for each in listed["case"]["assessments"]] == [2, 1]


def test_can_be_read_beside_that_of_a_later_case_by_who_does_not_see_the_earlier(api: Api, family: Family) -> None:
    family.planning()
    end_early(family)
    earlier = family.case
    family.assessing()
    south, southerner = gid("team", "South Family Team"), gid("practitioner", "southerner")
    family.step("manager", "allocateCase", workerId=southerner, teamId=south)

    found = shown(api, family, who="southerner")

    assert found["previous"]["number"] == 1
    assert found["previous"]["case"] is None
    asked = "query($id: ID!) { case(id: $id) { id } }"
    assert api.ask("southerner", asked, id=earlier)["case"] is None


def test_names_nobody_of_an_earlier_case_that_one_does_not_see(api: Api, family: Family) -> None:
    family.planning()
    end_early(family)
    family.assessing()
    south, southerner = gid("team", "South Family Team"), gid("practitioner", "southerner")
    family.step("manager", "allocateCase", workerId=southerner, teamId=south)
    asked = "previous { elementsNotConsidered progress { subjectName } }"

    beside = shown(api, family, who="southerner", selection=asked)["previous"]
    whole = shown(api, family, who="service_manager", selection=asked)["previous"]

    assert beside == {"elementsNotConsidered": [], "progress": []}
    assert {each["subjectName"] for each in whole["progress"]} == {None, "Jake", "Mia", "Sarah"}


def test_hides_it_from_who_does_not_see_the_case(api: Api, family: Family) -> None:
    family.assessing()

    assert shown(api, family, who="southerner") is None
    assert shown(api, family, who="administrator") is None


def test_says_what_is_missing_and_which_needs_were_spoken_of(api: Api, family: Family) -> None:
    family.assessing()
    save(api, family, answers=ABOUT)
    save(api, family, section="voice", subjectId=family.jake, answers=VOICE)
    health = [{"question": "health", "needs": "He sleeps badly."}]
    save(api, family, section="health", subjectId=family.jake, answers=health)

    asked = """progress { section subjectName answered required missing } elementsNotConsidered
        suggestedNeeds { section question subjectId said areas { key label isSend } }"""
    found = shown(api, family, selection=asked)

    progress = {(each["section"], each["subjectName"]): each for each in found["progress"]}
    assert len(progress) == 6 + 2 * 6 + 1  # sections of the family, of each of two children, and of the mother
    assert (progress["about", None]["answered"], progress["about", None]["required"]) == (1, 4)
    assert "Who took part?" in progress["about", None]["missing"]
    assert progress["voice", "Jake"]["missing"] == ["Did you spend time with the child on their own?"]
    assert found["elementsNotConsidered"] == []
    [need] = found["suggestedNeeds"]
    assert (need["question"], need["subjectId"], need["said"]) == ("health", family.jake, "He sleeps badly.")
    assert [area["key"] for area in need["areas"]] == ["HEALTH", "SENSORY_PHYSICAL"]


def test_tells_the_questions_of_a_form(api: Api) -> None:
    document = """query($key: String!) { assessmentForm(key: $key, version: 1) {
        title sections { key per notForUnborn questions { key type options { key label } areas { key } future } } } }"""

    found = {key: api.ask("worker", document, key=key)["assessmentForm"] for key in ("early-help", "caf", "no such")}

    assert (len(found["early-help"]["sections"]), len(found["caf"]["sections"]), found["no such"]) == (13, 7, None)
    safety = next(each for each in found["early-help"]["sections"] if each["key"] == "safety")
    assert len(safety["questions"][0]["options"]) == 19
