"""Axe finds no violation on any page, wide or narrow, and nothing scrolls sideways."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from service.web.steps import BESIDES
from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.recording import check_safety, find_universal, pause, tell_referrer
from workflows import WORKFLOWS

pytestmark = pytest.mark.browser

ROLES = ("worker", "triage", "team-manager", "service-manager")
WIDE, NARROW = 1280, 375
EARLY_HELP = WORKFLOWS["early-help", 1]


def agreed(family: Family) -> None:
    """Bring a case to where the assessment can be started."""
    family.awaiting_agreement()
    for child in family.children:
        family.agree(child)


def paused(family: Family) -> None:
    """Bring a case to a pause."""
    family.assessing()
    pause(family)


def closed(family: Family) -> None:
    """Bring a case to its end."""
    family.in_triage()
    find_universal(family)
    tell_referrer(family)
    family.step("triage", "signpostRequest", reason="UNIVERSAL_ADVICE", advice="The library has a group.")


STATES: dict[str, Callable[[Family], object]] = {
    "requested": Family.requested,
    "triage": Family.in_triage,
    "awaiting_agreement": Family.awaiting_agreement,
    "agreed": agreed,
    "assessing": Family.assessing,
    "awaiting_sign_off": Family.awaiting_sign_off,
    "planning": Family.planning,
    "plan_active": Family.plan_active,
    "reviewing": Family.reviewing,
    "paused": paused,
    "closed": closed,
}
"""How a family is brought into each state."""


def check(page: Page) -> None:
    """Assert, at both widths, that axe finds nothing and that the page fits."""
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page)
        assert found.violations_count == 0, f"{page.url} at {width}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} at {width}"


def reference(api: Api) -> str:
    """Return the reference of the only case."""
    return str(api.sql("SELECT reference FROM cases")[0]["reference"])


def forms_of(state: str) -> set[str]:
    """Name the steps whose forms are looked at in a state: those that it is the first to have; beside the steps, all in one."""
    if state == "assessing":
        return set(BESIDES) | new_in(state)
    return {"start_assessment"} if state == "agreed" else new_in(state) - {"start_assessment"}


def new_in(state: str) -> set[str]:
    """Name the steps that a state is the first to have."""
    before = list(STATES)[: list(STATES).index(state)]
    return triggers(state) - {trigger for each in before for trigger in triggers(each)}


def triggers(state: str) -> set[str]:
    """Name the steps that a state has."""
    return {move.trigger for move in EARLY_HELP.moves(state)} if state in EARLY_HELP.states else set()


def test_the_worklist(api: Api, family: Family, visit: Callable[[], Any]) -> None:
    family.awaiting_agreement()
    api.sql("UPDATE cases SET due_at = now() - interval '4 days'")
    go = visit()

    for path in ("/", "/?view=team&text=har", "/?view=unallocated", "/?text=zzz"):
        check(go(path))


def test_the_pages_that_say_why_there_is_none(api: Api, family: Family, visit: Callable[[], Any]) -> None:
    family.awaiting_sign_off()
    forbidden = f"/cases/{reference(api)}/sign_off"
    go = visit()

    check(go("/", role=None))
    for path in ("/cases/EH-2020-9999", "/?after=nonsense", forbidden):
        check(go(path))


def test_the_page_of_a_mistake_of_ours(
    api: Api, family: Family, visit: Callable[[], Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("service.web.worklist.wanted", lambda *_: 1 / 0)
    caplog.set_level(logging.CRITICAL)
    page = visit()("/")

    assert page.get_by_role("heading", name="Something went wrong").is_visible()
    check(page)


@pytest.mark.parametrize("state", STATES)
def test_a_case_and_the_forms_that_it_is_the_first_to_offer(api: Api, family: Family, visit: Callable[[], Any], state: str) -> None:
    STATES[state](family)
    case = f"/cases/{reference(api)}"
    go = visit()
    unseen = forms_of(state)

    for role in ROLES:
        page = go(case, role=role)
        check(page)
        for step in sorted(unseen):
            answer = page.goto(f"{case}/{step}")
            if answer and answer.status == 200:
                check(page)
                unseen.remove(step)
    assert not unseen


def test_every_step_has_its_turn() -> None:
    assert set().union(*map(forms_of, STATES)) == set(EARLY_HELP.triggers) | set(BESIDES)


def test_a_form_with_everything_wrong(api: Api, family: Family, visit: Callable[[], Any]) -> None:
    family.assessing()
    check_safety(family)
    case = f"/cases/{reference(api)}"
    page = visit()("/")

    for step in ("pause", "escalate", "record_agreement", "add_note"):
        page.goto(f"{case}/{step}")
        page.locator("main").get_by_role("button").last.click()
        assert page.title().startswith("Error: ")
        check(page)
