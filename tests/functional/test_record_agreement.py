"""Recording what a family answered: who can agree for whom, and until when."""

import datetime as dt
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.families import Family

AGREEMENT = "agreement { id person { id } givenBy { id } capacity answer evidence understanding answeredAt until recordedBy { name } }"


@pytest.fixture
def home(family: Family) -> Family:
    """The family, on a case that waits for its agreement."""
    family.awaiting_agreement()
    return family


def given(home: Family, person: str, by: str, capacity: str = "PARENTAL_RESPONSIBILITY", **more: Any) -> dict[str, Any]:
    return {
        "caseId": home.case,
        "personId": person,
        "givenById": by,
        "capacity": capacity,
        "answer": "AGREED",
        "evidence": "SPOKEN_AND_NOTED",
        **more,
    }


def refused(api: Api, who: str, asked: dict[str, Any]) -> list[tuple[str, str | None, list[str]]]:
    return [(each["code"], each["reason"], each["path"]) for each in api.refused(who, "recordAgreement", AGREEMENT, **asked)]


def test_records_a_mothers_agreement_until_six_weeks_after_the_sixteenth_birthday(api: Api, home: Family) -> None:
    version = home.version()

    found = api.do("worker", "recordAgreement", AGREEMENT, **given(home, home.jake, home.mother))

    assert (found["person"]["id"], found["givenBy"]["id"], found["answer"]) == (home.jake, home.mother, "AGREED")
    assert found["until"] == "2034-04-16T23:00:00.000000Z"  # born on 5 March 2018; midnight in London, in summer
    assert found["recordedBy"]["name"] == "Priya Nair"
    assert home.version() == version + 1
    assert api.events("case", home.case)[-1] == "AgreementRecorded"


def test_an_agreement_for_every_child_lets_the_assessment_start(api: Api, home: Family) -> None:
    for child in home.children:
        api.do("worker", "recordAgreement", AGREEMENT, **given(home, child, home.mother))

    home.step("worker", "startAssessment")

    assert home.state() == "assessing"


def test_ends_earlier_where_they_named_a_last_day(api: Api, home: Family) -> None:
    day = dt.date.today() + dt.timedelta(days=30)

    found = api.do("worker", "recordAgreement", AGREEMENT, **given(home, home.jake, home.mother, lastDay=day.isoformat()))

    ends = dt.datetime.fromisoformat(found["until"]) - dt.timedelta(seconds=1)
    assert abs((ends.date() - day).days) <= 1


def test_a_no_is_recorded_and_does_not_end(api: Api, home: Family) -> None:
    found = api.do("worker", "recordAgreement", AGREEMENT, **given(home, home.jake, home.mother, answer="REFUSED"))

    assert (found["answer"], found["until"]) == ("REFUSED", None)


def test_a_child_who_understands_agrees_and_under_13_a_manager_records_it(api: Api, home: Family) -> None:
    asked = given(home, home.mia, home.mia, "GILLICK", understanding="She said in her own words what would happen, and what would not.")

    assert refused(api, "worker", asked) == [("REFUSED", "gillick_second_view", ["capacity"])]
    assert api.do("manager", "recordAgreement", AGREEMENT, **asked)["capacity"] == "GILLICK"


def test_the_mother_agrees_for_an_unborn_child_and_the_birth_shortens_it(api: Api, home: Family) -> None:
    expected = dt.date.today() + dt.timedelta(days=21)
    baby = home.person("Baby", "UNBORN_CHILD", expectedOn=expected.isoformat())
    home.step("worker", "addChild", personId=baby)
    found = api.do("worker", "recordAgreement", AGREEMENT, **given(home, baby, home.mother, "MOTHER_OF_UNBORN"))
    before = dt.datetime.fromisoformat(found["until"])

    api.do("worker", "amendPerson", "person { id }", personId=baby, expectedVersion=1, birthDate=dt.date.today().isoformat())

    [now] = [each for each in agreements(api, home) if each["id"] == found["id"]]
    after = dt.datetime.fromisoformat(now["until"])
    assert before.date() - expected in (dt.timedelta(days=84), dt.timedelta(days=85))
    assert after.date() - dt.date.today() in (dt.timedelta(days=42), dt.timedelta(days=43))


def at_sixteen(home: Family, day: int) -> str:
    """Bring somebody onto the case who is or was 16 so many days from now; every other child is agreed for."""
    today = dt.date.today()
    born = today.replace(year=today.year - 16, day=min(today.day, 28)) + dt.timedelta(days=day)
    young = home.person("Zofia", "YOUNG_PERSON" if day <= 0 else "CHILD", birthDate=born.isoformat())
    home.live_together(young)
    home.step("worker", "addChild", personId=young)
    for child in home.children:
        home.agree(child)
    return young


def can_start(api: Api, home: Family) -> bool:
    asked = "query($id: ID!) { case(id: $id) { availableMoves { trigger refusals { code } } } }"
    moves = api.ask("worker", asked, id=home.case)["case"]["availableMoves"]
    [refusals] = [each["refusals"] for each in moves if each["trigger"] == "start_assessment"]
    return "agreement_in_force" not in {each["code"] for each in refusals}


def became_sixteen(api: Api, home: Family) -> str:
    """Bring somebody onto the case whose parent agreed the day before they were 16; their birth date is put right afterwards."""
    young = at_sixteen(home, 30)
    home.agree(young)
    born = dt.date.fromisoformat(str(api.sql("SELECT birth_date FROM person WHERE 'person_' || id = $1", young)[0]["birth_date"]))
    earlier = (born - dt.timedelta(days=31)).isoformat()
    api.do("worker", "amendPerson", "person { id }", personId=young, expectedVersion=1, birthDate=earlier, kind="YOUNG_PERSON")
    return young


def test_a_young_persons_withdrawal_counts_whatever_a_parent_agreed(api: Api, home: Family) -> None:
    young = became_sixteen(api, home)
    assert can_start(api, home)  # for six weeks a parent's earlier yes does
    own = api.do("worker", "recordAgreement", AGREEMENT, **given(home, young, young, "YOUNG_PERSON"))
    assert can_start(api, home)

    api.do("worker", "withdrawAgreement", "agreement { id }", agreementId=own["id"], how="She said so.")

    assert not can_start(api, home)
    api.do("worker", "recordAgreement", AGREEMENT, **given(home, young, young, "YOUNG_PERSON"))
    assert can_start(api, home)


def test_a_young_person_who_withdraws_a_parents_agreement_has_spoken(api: Api, home: Family) -> None:
    young = became_sixteen(api, home)
    [row] = api.sql("SELECT 'agreement_' || id AS id FROM agreement WHERE 'person_' || person_id = $1", young)

    api.do("worker", "withdrawAgreement", "agreement { id }", agreementId=row["id"], withdrawnById=young, how="She said so.")

    assert not can_start(api, home)


def test_refuses_a_parents_new_yes_for_a_young_person(api: Api, home: Family) -> None:
    young = at_sixteen(home, -1)

    assert refused(api, "worker", given(home, young, home.mother)) == [("REFUSED", "young_person_decides", ["capacity"])]


@pytest.mark.parametrize(("answers", "stands"), [(("AGREED", "REFUSED"), False), (("REFUSED", "AGREED"), True)])
def test_of_two_answers_of_one_day_the_one_recorded_later_counts(api: Api, home: Family, answers: tuple[str, str], stands: bool) -> None:
    api.sql("UPDATE cases SET opened_at = opened_at - interval '2 days'")
    home.agree(home.mia)
    day = dt.datetime.now(dt.UTC).replace(hour=12) - dt.timedelta(days=1)

    for hour, answer in zip((1, 0), answers, strict=True):  # the hour is of no account
        at = (day + dt.timedelta(hours=hour)).isoformat()
        api.do("worker", "recordAgreement", AGREEMENT, **given(home, home.jake, home.mother, answer=answer, answeredAt=at))

    assert can_start(api, home) is stands


@pytest.mark.parametrize(("days", "stands"), [(41, True), (43, False)])
def test_a_mothers_agreement_stands_for_six_weeks_after_the_birth(api: Api, home: Family, days: int, stands: bool) -> None:
    baby = home.person("Baby", "UNBORN_CHILD", expectedOn=dt.date.today().isoformat())
    home.step("worker", "addChild", personId=baby)
    api.do("worker", "recordAgreement", AGREEMENT, **given(home, baby, home.mother, "MOTHER_OF_UNBORN"))
    for child in home.children:
        home.agree(child)

    born = dt.date.today() - dt.timedelta(days=days)
    api.do("worker", "amendPerson", "person { id }", personId=baby, expectedVersion=1, birthDate=born.isoformat())

    assert can_start(api, home) is stands


def test_the_same_key_records_one_answer(api: Api, home: Family) -> None:
    asked = given(home, home.jake, home.mother, idempotencyKey="once")

    first = api.do("worker", "recordAgreement", AGREEMENT, **asked)
    again = api.do("worker", "recordAgreement", AGREEMENT, **asked)

    assert again == first
    assert len(api.sql("SELECT id FROM agreement")) == 1


def agreements(api: Api, home: Family) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = api.ask("worker", "query($id: ID!) { case(id: $id) { agreements { id until } } }", id=home.case)["case"][
        "agreements"
    ]
    return found


def test_nobody_answers_for_a_child_without_being_a_parent_or_carer(api: Api, home: Family) -> None:
    assert refused(api, "worker", given(home, home.jake, home.mia)) == [("REFUSED", "parental_responsibility", ["givenById"])]


def test_nobody_answers_for_an_adult(api: Api, home: Family) -> None:
    assert refused(api, "worker", given(home, home.mother, home.mia, "ADULT_SELF")) == [("REFUSED", "own_information", ["givenById"])]


def test_a_moment_ahead_and_one_before_the_case_are_refused(api: Api, home: Family) -> None:
    for days in (1, -2):
        at = (dt.datetime.now(dt.UTC) + dt.timedelta(days=days)).isoformat()
        assert refused(api, "worker", given(home, home.jake, home.mother, answeredAt=at)) == [("BAD_USER_INPUT", None, ["answeredAt"])]


def test_somebody_of_another_family_is_not_found(api: Api, home: Family) -> None:
    stranger = home.person("Noor", "ADULT")

    assert refused(api, "worker", given(home, home.jake, stranger)) == [("NOT_FOUND", None, ["givenById"])]


def test_a_service_manager_may_not_and_a_stranger_finds_no_case(api: Api, home: Family) -> None:
    asked = given(home, home.jake, home.mother)

    assert refused(api, "service_manager", asked) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", asked) == [("NOT_FOUND", None, [])]
