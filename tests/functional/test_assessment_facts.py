"""What guards look at of an assessment: each fact turns when what it asks for is recorded."""

from typing import Any
from uuid import UUID

import orjson
import pytest
from sqlalchemy import Uuid, bindparam, func, select

from service.assessments import facts, rules
from service.cases.tables import CASE
from service.deadlines.rules import day_in_london
from service.journal.statements import statement
from tests.functional.api import Api
from tests.functional.assessments import assessment_of, save, write_all
from tests.functional.families import Family
from tests.functional.test_share_conclusions import CONCLUSIONS, SHARED

NOW = func.clock_timestamp()
ASKED = select(
    NOW.label("now"), facts.open_assessment(CASE, NOW).label("assessment"), facts.conclusions_shared(CASE, NOW).label("shared")
).where(CASE.c.id == bindparam("case_id", type_=Uuid()))
SQL = statement("read the facts of an assessment, for a test", ASKED)


def read(api: Api, family: Family) -> Any:
    """Read the row of facts of the family's case."""
    [row] = api.sql(SQL.sql, UUID(family.case.partition("_")[2]))
    return row


def found(api: Api, family: Family) -> rules.Facts:
    """Read the facts that need the form."""
    row = read(api, family)
    return rules.facts_of(row["assessment"] and orjson.loads(row["assessment"]), today=day_in_london(row["now"]))


@pytest.fixture
def assessing(family: Family) -> Family:
    """A family whose assessment was started."""
    family.assessing()
    return family


def test_no_answer_is_missing_where_no_assessment_is_written(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    assert found(api, family) == rules.Facts()


def test_names_every_section_that_wants_an_answer_until_it_has_one(api: Api, assessing: Family) -> None:
    before = found(api, assessing).missing_answers
    strengths = [{"question": "strengths", "text": "They laugh."}, {"question": "network", "text": "Their aunt."}]

    save(api, assessing, section="strengths", answers=strengths)

    after = found(api, assessing).missing_answers
    assert set(before) - set(after) == {("Strengths of the family", None)}
    assert ("Health and development", "Jake") in after


def test_misses_the_voice_of_each_child_until_it_is_there_or_why_not(api: Api, assessing: Family) -> None:
    assert found(api, assessing).voice_missing_for == ("Mia", "Jake")

    save(api, assessing, section="voice", subjectId=assessing.jake, answers=[{"question": "words", "text": "I like my school."}])
    assert found(api, assessing).voice_missing_for == ("Mia",)

    save(api, assessing, section="voice", subjectId=assessing.mia, answers=[{"question": "why_not", "text": "She was away."}])
    assert found(api, assessing).voice_missing_for == ()


def test_misses_the_views_of_the_parents_until_one_is_there(api: Api, assessing: Family) -> None:
    assert found(api, assessing).parents_views_missing

    save(api, assessing, section="parents", subjectId=assessing.mother, answers=[{"question": "views", "text": "He is happier."}])

    assert not found(api, assessing).parents_views_missing


def test_asks_why_nobody_was_asked_where_no_parent_is_recorded(api: Api, assessing: Family) -> None:
    api.sql("UPDATE household_member SET left_at = joined_at WHERE role = 'parent_or_carer'")

    save(api, assessing, section="parents", answers=[{"question": "not_asked", "text": "She lives on her own."}])

    assert not found(api, assessing).parents_views_missing


def test_has_no_elements_on_a_form_that_has_none_and_all_on_the_other(api: Api, assessing: Family) -> None:
    assert found(api, assessing).elements_not_considered == ()

    api.sql("UPDATE assessment SET form = 'caf'")

    assert len(found(api, assessing).elements_not_considered) == 2 * 12 + 7
    save(
        api, assessing, section="development", subjectId=assessing.jake, answers=[{"question": "CAF-D1", "notExplored": "Seen by the GP."}]
    )
    elements = found(api, assessing).elements_not_considered
    assert (len(elements), ("General health", "Jake") in elements, ("General health", "Mia") in elements) == (30, False, True)


def test_asks_nothing_of_a_child_whose_help_has_ended(api: Api, assessing: Family) -> None:
    given = {"personId": assessing.mia, "reason": "SINGLE_AGENCY", "note": "The school helps."}
    assessing.step("manager", "endForChild", **given)

    assert found(api, assessing).voice_missing_for == ("Jake",)


@pytest.mark.parametrize("said", [SHARED, {"whyNot": "He reads her letters."}])
def test_conclusions_count_as_shared_when_the_family_has_them_or_why_not(api: Api, assessing: Family, said: dict[str, Any]) -> None:
    write_all(assessing)
    assessing.move("worker", "submit")
    assert not read(api, assessing)["shared"]

    api.do("worker", "shareConclusions", CONCLUSIONS, assessmentId=assessment_of(api, assessing), **said)

    assert read(api, assessing)["shared"]


def test_conclusions_of_the_round_before_do_not_count(api: Api, family: Family) -> None:
    family.plan_active()
    assert read(api, family)["shared"]

    family.move("worker", "reassess", "Much has changed.")

    assert not read(api, family)["shared"]
