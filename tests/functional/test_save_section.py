"""A section of an assessment is saved by itself, as a draft; nobody's text is lost when two write at once."""

import datetime as dt
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.assessments import ABOUT, SECTION, VOICE, assessment_of, save, saving
from tests.functional.council import gid
from tests.functional.families import Family

TOMORROW = (dt.date.today() + dt.timedelta(days=2)).isoformat()


def refused(api: Api, family: Family, who: str = "worker", **given: Any) -> list[tuple[str, str | None, list[str]]]:
    found = api.refused(who, "saveSection", SECTION, **saving(api, family, **given))
    return [(each["code"], each["reason"], each["path"]) for each in found]


def test_saves_a_section_and_raises_its_revision(api: Api, family: Family) -> None:
    family.assessing()
    version = family.version()

    first = save(api, family)
    second = save(api, family, expectedRevision=1, answers=[*ABOUT, {"question": "home", "text": "Sarah, Jake and Mia."}])

    assert (first["revision"], second["revision"], first["id"]) == (1, 2, second["id"])
    assert [answer["question"] for answer in second["answers"]] == ["reason", "home"]
    assert family.version() == version + 2
    assert api.events("case", family.case)[-2:] == ["AssessmentSectionSaved"] * 2


def test_needs_no_answer_to_be_complete(api: Api, family: Family) -> None:
    family.assessing()

    assert save(api, family, answers=[])["answers"] == []


def test_saves_a_section_of_each_child_and_of_a_parent(api: Api, family: Family) -> None:
    family.assessing()

    for child in family.children:
        assert save(api, family, section="voice", subjectId=child, answers=VOICE)["revision"] == 1
    views = [{"question": "views", "text": "He is happier."}]
    save(api, family, section="parents", subjectId=family.mother, answers=views)

    asked = "{ assessment(id: %r) { sections { section title subject { givenName } } authors { practitioner { name } } } }"
    found = api.ask("worker", (asked % assessment_of(api, family)).replace("'", '"'))["assessment"]
    assert {(each["title"], each["subject"]["givenName"]) for each in found["sections"]} == {
        ("The child's own voice", "Jake"),
        ("The child's own voice", "Mia"),
        ("Parents' and carers' views", "Sarah"),
    }
    assert found["authors"] == [{"practitioner": {"name": "Priya Nair"}}]


def test_keeps_every_kind_of_answer(api: Api, family: Family) -> None:
    family.assessing()
    own = "assessmentSection { answers { question type date yes scale notAsked strengths needs people { personId role tookPart } "
    own += "agencies { agency since } factors { factor presence known } protectiveFactors { factor strength } } }"
    took_part = {"question": "took_part", "people": [{"personId": family.mother, "role": "Mother", "tookPart": True}]}
    agencies = {"question": "agencies", "agencies": [{"agency": "Larkfield Primary", "since": "2024-09-02"}]}
    present = {"question": "risks", "factors": [{"factor": "neglect", "presence": "SUSPECTED", "known": "The school."}]}
    protects = {"question": "protective", "protectiveFactors": [{"factor": "network", "strength": "STRONG"}]}

    about = api.do("worker", "saveSection", own, **saving(api, family, answers=[took_part, agencies]))["answers"]
    safety = {"section": "safety", "subjectId": family.jake, "answers": [present, protects, {"question": "escalate", "yes": False}]}
    risks = api.do("worker", "saveSection", own, **saving(api, family, **safety))["answers"]
    scale = {"section": "scale", "answers": [{"question": "family_scale", "scale": 0}]}
    number = api.do("worker", "saveSection", own, **saving(api, family, **scale))["answers"]
    seen = {"section": "voice", "subjectId": family.mia, "answers": [{"question": "seen_on", "date": "2026-01-05"}]}
    day = api.do("worker", "saveSection", own, **saving(api, family, **seen))["answers"]

    assert (about[0]["people"], about[0]["type"]) == (took_part["people"], "PEOPLE")
    assert about[1]["agencies"] == agencies["agencies"]
    assert risks[0]["factors"] == present["factors"]
    assert risks[1]["protectiveFactors"] == protects["protectiveFactors"]
    assert (risks[2]["yes"], number[0]["scale"], day[0]["date"]) == (False, 0, "2026-01-05")


def test_shows_what_stands_there_beside_a_refusal_of_an_old_revision(api: Api, family: Family) -> None:
    family.assessing()
    theirs = save(api, family)

    mine = [{"question": "reason", "text": "Mine, which I still have."}]
    with api.nothing_changes():
        found = api.send("worker", "saveSection", SECTION, saving(api, family, answers=mine))

    assert [(each["code"], each["path"]) for each in found["userErrors"]] == [("CONFLICT", ["expectedRevision"])]
    assert found["assessmentSection"] == theirs
    assert save(api, family, expectedRevision=theirs["revision"], answers=mine)["revision"] == 2


def test_shows_nothing_beside_another_refusal(api: Api, family: Family) -> None:
    family.assessing()
    save(api, family)

    assert refused(api, family, expectedRevision=1) == [("ALREADY_DONE", None, [])]
    assert refused(api, family, section="health", subjectId=family.jake, expectedRevision=3) == [("CONFLICT", None, ["expectedRevision"])]


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ([{"question": "colour", "text": "Blue."}], ["answers", "0", "question"]),
        ([*ABOUT, *ABOUT], ["answers", "1", "question"]),
        ([{"question": "reason", "choice": "talked"}], ["answers", "0", "choice"]),
        ([{"question": "reason"}], ["answers", "0"]),
        ([{"question": "took_part", "people": [{"personId": gid("practitioner", "worker").replace("practitioner", "person")}]}], None),
        ([{"question": "agencies", "agencies": [{"agency": "School", "since": TOMORROW}]}], ["answers", "0", "agencies", "0", "since"]),
    ],
)
def test_refuses_what_is_no_answer_and_says_where(api: Api, family: Family, answers: Any, path: Any) -> None:
    family.assessing()

    found = refused(api, family, answers=answers)

    assert found[0] == ("BAD_USER_INPUT", None, path or ["answers", "0", "people", "0", "personId"])


def test_refuses_a_section_that_is_not_there_and_somebody_whom_it_is_not_asked_of(api: Api, family: Family) -> None:
    family.assessing()

    assert refused(api, family, section="colour") == [("BAD_USER_INPUT", None, ["section"])]
    assert refused(api, family, subjectId=family.jake) == [("BAD_USER_INPUT", None, ["subjectId"])]
    assert refused(api, family, section="voice", answers=VOICE) == [("BAD_USER_INPUT", None, ["subjectId"])]
    assert refused(api, family, section="voice", subjectId=family.mother, answers=VOICE) == [("NOT_FOUND", None, ["subjectId"])]


def test_refuses_what_is_sent_for_sign_off_until_it_is_returned(api: Api, family: Family) -> None:
    family.awaiting_sign_off()
    assert refused(api, family) == [("REFUSED", "assessment_locked", ["assessmentId"])]

    family.move("manager", "return_assessment", "Say more about Mia.")

    assert save(api, family, expectedRevision=1)["revision"] == 2


def test_lets_a_member_of_the_team_write_and_nobody_else(api: Api, family: Family) -> None:
    family.assessing()
    assert refused(api, family, who="manager") == [("NOT_PERMITTED", None, [])]
    assert refused(api, family, who="colleague") == [("NOT_PERMITTED", None, [])]
    assert refused(api, family, who="southerner") == [("NOT_FOUND", None, [])]
    member = {"caseId": family.case, "practitionerId": gid("practitioner", "school"), "part": "School"}
    api.do("worker", "addTeamMember", "teamMember { id }", **member)

    assert save(api, family, who="school")["revision"] == 1


def test_saves_once_under_one_key(api: Api, family: Family) -> None:
    family.assessing()
    given = saving(api, family, idempotencyKey="the same")

    first, second = (api.do("worker", "saveSection", SECTION, **given) for _ in range(2))

    assert first == second
    assert api.events("case", family.case).count("AssessmentSectionSaved") == 1
