"""Somebody at work: signing in, finding a case, taking a step, with JavaScript and without."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.recording import check_safety

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_signing_in_to_a_step(api: Api, family: Family, visit: Callable[[], Any], scripts: bool) -> None:
    family.assessed()
    page = visit()("/", role=None, scripts=scripts)

    page.get_by_role("link", name="An early help worker").click()
    page.get_by_label("Family name or reference").fill("har")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("link", name="Harlow family").click()
    page.get_by_role("textbox", name="Note").fill("All sections are done.")
    page.get_by_role("button", name="Send for sign-off").click()

    assert "Your change is recorded." in page.get_by_role("alert").inner_text()
    assert page.get_by_role("main").locator(".govuk-tag").inner_text() == "Waiting for sign-off"
    assert "All sections are done." in page.get_by_role("main").inner_text()
    page.reload()
    assert page.get_by_role("alert").count() == 0
    page.get_by_role("button", name="Sign out").click()
    assert page.get_by_role("heading", name="Sign in").is_visible()


def test_an_error_leads_to_its_field(api: Api, family: Family, visit: Callable[[], Any]) -> None:
    family.assessing()
    check_safety(family)
    page = visit()("/")
    page.get_by_role("link", name="Harlow family").click()
    page.get_by_role("link", name="Pause at the family's request").click()

    page.get_by_role("button", name="Pause at the family's request").click()
    assert page.evaluate("document.activeElement.className").startswith("govuk-error-summary")
    page.get_by_role("link", name="Choose who asked.").click()
    assert page.evaluate("document.activeElement.name") == "askedById"
    page.get_by_role("link", name="Enter the last day of the pause.").click()
    assert page.evaluate("document.activeElement.id") == "pauseUntil"


def test_the_way_folds_on_a_telephone(api: Api, family: Family, visit: Callable[[], Any]) -> None:
    family.assessing()
    go = visit()

    for width, folded in ((375, True), (1280, False)):
        page = go("/", width=width)
        page.get_by_role("link", name="Harlow family").click()
        short = page.get_by_text("Step 4 of 9:")
        assert short.is_visible() is folded
        assert page.get_by_text("Bringing the team together").bounding_box()["width"] > 20 or folded


def test_no_page_asks_another_host_or_breaks_its_policy(api: Api, family: Family, visit: Callable[[], Any]) -> None:
    family.assessing()
    check_safety(family)
    page = visit()("/")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith(("http://127.0.0.1", "data:")) else None)

    page.goto("/")
    page.get_by_role("link", name="Harlow family").click()
    page.get_by_role("link", name="Pause at the family's request").click()

    assert said == []


def test_is_driven_by_the_keyboard_alone(api: Api, family: Family, visit: Callable[[], Any]) -> None:
    family.assessing()
    page = visit()("/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "My cases"
