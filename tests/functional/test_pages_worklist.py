"""The list of cases."""

import pytest

from service.web import worklist
from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.pages import Pages


def late(api: Api, family: Family) -> None:
    """Let a case be four days past its target."""
    api.sql("UPDATE cases SET due_at = now() - interval '4 days' WHERE 'case_' || id = $1", family.case)


def test_shows_each_their_own_cases_and_those_of_their_team(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    assert "Harlow family" in Pages(api, "worker").get("/").text
    assert "You have no open cases." in Pages(api, "colleague").get("/?view=mine").text
    assert "Harlow family" in Pages(api, "colleague").get("/?view=team").text
    assert "Harlow family" not in Pages(api, "southerner").get("/?view=team").text


def test_shows_what_nobody_has_yet(api: Api, family: Family) -> None:
    family.decided()
    assert "Harlow family" in Pages(api, "triage").get("/?view=unallocated").text

    family.step("triage", "acceptRequest", teamId=None)
    family.step("front_door_manager", "allocateCase", workerId=api.ask("triage", "{ viewer { id } }")["viewer"]["id"])
    assert "Every case that you may see has been allocated." in Pages(api, "triage").get("/?view=unallocated").text


def test_shows_a_service_manager_all_that_they_answer_for(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    assert "Harlow family" in Pages(api, "service_manager").get("/").text
    assert "Harlow family" in Pages(api, "north_manager").get("/?view=all").text
    assert "There is no open case that you may see." in Pages(api, "southerner").get("/?view=all").text


def test_says_lateness_in_words(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    late(api, family)

    page = Pages(api, "worker").get("/")

    assert "1 case , 1 past target . Most urgent first." in page.text
    assert "4 days late" in page.text
    assert "Harlow family" in Pages(api, "worker").get(page.links["1 past target"]).text


def test_filters_by_name_reference_and_state(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    [row] = api.sql("SELECT reference FROM cases")
    somebody = Pages(api, "worker")

    for found in ("text=har", f"text={row['reference']}", "state=awaiting_agreement"):
        assert "Harlow family" in somebody.get(f"/?{found}").text, found
    for missed in ("text=zzz", "state=triage", "text=har&state=triage"):
        assert "No open case here fits what you asked for." in somebody.get(f"/?{missed}").text, missed


def test_keeps_what_was_asked_for_in_the_form(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    page = Pages(api, "worker").get("/?view=team&text=har&state=awaiting_agreement")

    assert page.form("/") == {"view": "team", "text": "har"}
    assert '<option value="awaiting_agreement" selected>' in page.html


def test_turns_pages_there_and_back(api: Api, family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    family.awaiting_agreement()
    other = Family(api)
    other.awaiting_agreement()
    late(api, family)
    references = [row["reference"] for row in api.sql("SELECT reference FROM cases ORDER BY due_at")]
    monkeypatch.setattr(worklist, "PER_PAGE", 1)
    somebody = Pages(api, "worker")

    first = somebody.get("/")
    second = somebody.get(first.links["Less urgent"])
    back = somebody.get(second.links["More urgent"])

    assert [references.index(next(r for r in references if r in page.text)) for page in (first, second, back)] == [0, 1, 0]
    assert "More urgent" not in first.links and "Less urgent" not in second.links and "More urgent" not in back.links


def test_refuses_a_made_up_place_in_the_list(api: Api) -> None:
    assert Pages(api, "worker").get("/?after=nonsense").status == 400


def test_shows_a_name_as_it_is_written(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    family.step("worker", "amendCase", familyName="<b>O'Hara</b>")

    page = Pages(api, "worker").get("/")

    assert "<bdi>&lt;b&gt;O&#39;Hara&lt;/b&gt;</bdi>" in page.html


def test_an_administrator_sees_no_case(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    assert "Harlow" not in Pages(api, "administrator").get("/?view=team").text
    assert "Harlow" not in Pages(api, "administrator").get("/?view=unallocated").text


def test_is_read_by_nobody_who_is_not_signed_in(api: Api) -> None:
    page = Pages(api, None).get("/")

    assert page.status == 401
    assert "Sign in with your council's account" in page.text
