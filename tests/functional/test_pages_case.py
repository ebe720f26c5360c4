"""The page of a case."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.caring import set_marker, strike
from tests.functional.families import Family
from tests.functional.pages import Page, Pages
from tests.functional.recording import check_safety, find_universal, pause, tell_referrer


def opened(api: Api, who: str) -> Page:
    """Open the page of the only case."""
    [row] = api.sql("SELECT reference FROM cases")
    return Pages(api, who).get(f"/cases/{row['reference']}")


def part(page: Page, begin: str, end: str) -> str:
    """Return the words between two headings."""
    return page.text.partition(begin)[2].partition(end)[0]


def test_says_who_where_and_until_when(api: Api, family: Family) -> None:
    family.assessing()

    page = opened(api, "worker")

    for said in ("Harlow family", "Assessment under way", "Step 4 of 9:", "Worker Priya Nair", "days left", "Often late, and tired."):
        assert said in page.text, said
    assert page.html.count('aria-current="step"') == 1


def test_offers_the_next_step_first(api: Api, family: Family) -> None:
    family.assessed()
    check_safety(family)

    page = opened(api, "worker")

    assert page.form("/submit").keys() == {"csrf", "case", "team", "version", "key", "note"}
    assert "/submit" not in "".join(page.links.values())
    assert page.links["Pause at the family's request"].endswith("/pause")


def test_shows_a_blocked_step_with_its_reasons_and_what_unblocks_it(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    page = opened(api, "worker")

    assert "Before you can do this: Nobody who may agree for Jake and Mia has agreed" in page.text
    assert "/record_agreement?team=" in page.links["Record what the family answered"]
    assert not any(action.endswith("/start_assessment") for action in page.forms)


def test_leaves_out_what_a_role_does_not_permit(api: Api, family: Family) -> None:
    family.awaiting_sign_off()

    page = opened(api, "worker")

    assert "The next step is Sign off: a plan is needed . It is for: Team manager ." in page.text
    assert "Return for changes" not in page.text
    assert "Return for changes" in opened(api, "manager").links


def test_offers_a_paused_case_to_be_resumed(api: Api, family: Family) -> None:
    family.assessing()
    pause(family)

    page = opened(api, "worker")

    assert part(page, "What you can do now", "Social care").strip() == "Resume"


def test_offers_nothing_once_a_case_has_ended(api: Api, family: Family) -> None:
    family.in_triage()
    find_universal(family)
    tell_referrer(family)
    family.step("triage", "signpostRequest", reason="UNIVERSAL_ADVICE", advice="The library has a group.")

    page = opened(api, "north_manager")

    assert part(page, "What you can do now", "Request for help").strip() == "This case has ended."
    assert "No target" not in page.text
    assert "Add a note" not in page.links


def test_shows_notes_agreements_and_history(api: Api, family: Family) -> None:
    family.assessing()
    seen = [{"personId": family.mia, "alone": True, "ownWords": "I like the dog."}]
    given = {"kind": "HOME_VISIT", "happenedOn": api.sql("SELECT current_date::text AS day")[0]["day"], "text": "First line.\nSecond."}
    api.do("worker", "addNote", "note { id }", caseId=family.case, **given, seen=seen)

    page = opened(api, "worker")

    assert "<bdi>First line.<br>Second.</bdi>" in page.html
    assert "Seen: Mia , alone: “ I like the dog. ”" in page.text
    assert "Jake Harlow : agreed" in page.text
    assert "Assessment started by Priya Nair" in page.text
    assert part(page, "What has happened", "Assessment started").count("First line.") == 0


@pytest.mark.parametrize("who", ["southerner", "administrator", "nurse"])
def test_tells_an_unknown_case_and_one_that_may_not_be_seen_in_the_same_words(api: Api, family: Family, who: str) -> None:
    family.awaiting_agreement()

    hidden, unknown = opened(api, who), Pages(api, who).get("/cases/EH-2020-9999")

    def common(page: Page) -> Any:
        return page.html.replace(page.forms["/sign-out"]["csrf"], "") if "/sign-out" in page.forms else page.html

    assert hidden.status == unknown.status == 404
    assert common(hidden) == common(unknown)


def test_is_neither_kept_nor_able_to_ask_another_host(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    page = opened(api, "worker")

    assert page.answer.headers["cache-control"] == "no-store"
    policy = page.answer.headers["content-security-policy"]
    assert "unsafe" not in policy and "http" not in policy and "default-src 'none'" in policy
    assert " style=" not in page.html and "<style" not in page.html and "http" not in page.html.replace("http-equiv", "")


def test_shows_what_to_know_before_a_visit_and_strikes_out_what_was_entered_in_error(api: Api, home: Family) -> None:
    set_marker(home, reason="A large dog <loose> in the yard.")
    strike(api, home.agree(home.jake))

    page = opened(api, "worker")

    assert "Before you visit Animal A large dog <loose> in the yard." in page.text
    assert "<s>Jake Harlow: <strong>agreed</strong></s>" in page.html.replace("<bdi>", "").replace("</bdi>", "")
    assert "Entered in error: The wrong family. Marked by Priya Nair , confirmed by Dawn Fry ." in page.text


def test_the_worklist_warns_beside_the_family(api: Api, home: Family) -> None:
    set_marker(home, kind="VISIT_IN_PAIRS")

    assert "Visit in pairs" in Pages(api, "worker").get("/").text
