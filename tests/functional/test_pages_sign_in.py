"""Signing in to a demonstration, and out of it."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from service.access.session import COOKIE
from service.app import application
from tests.functional.api import Api
from tests.functional.pages import Page, Pages

PEOPLE = {"worker": "worker@northmere.example", "team-manager": "manager@northmere.example", "gone": "nobody@northmere.example"}


@pytest.fixture
def demo(api: Api) -> Iterator[TestClient]:
    """The service as a demonstration, on the same database."""
    with TestClient(application(api.url, api.tokens, demo_people=PEOPLE), follow_redirects=False) as client:
        yield client


def test_offers_the_roles_of_a_demonstration(demo: TestClient) -> None:
    page = Page(demo.get("/"))

    assert page.status == 401
    assert page.links["An early help worker"] == "/sign-in?as=worker"
    assert "Invented people." in page.text


def test_signs_in_as_the_person_of_a_role(api: Api, demo: TestClient) -> None:
    answer = demo.get("/sign-in?as=worker")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "secure" not in cookie
    assert "Priya Nair" in Page(demo.get("/")).text


def test_keeps_the_cookie_to_https_where_there_is_https(api: Api) -> None:
    with TestClient(application(api.url, api.tokens, demo_people=PEOPLE), "https://early-help.example", follow_redirects=False) as client:
        assert "secure" in client.get("/sign-in?as=worker").headers["set-cookie"].lower()


@pytest.mark.parametrize("role", ["nobody", "gone", ""])
def test_signs_nobody_in_for_a_role_that_there_is_not(demo: TestClient, role: str) -> None:
    answer = demo.get(f"/sign-in?as={role}")

    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


def test_has_no_such_links_outside_a_demonstration(api: Api) -> None:
    somebody = Pages(api, "worker")

    assert somebody.get("/sign-in?as=worker").status == 404
    assert somebody.send("/sign-out", {}).status == 404
    assert "Invented people." not in somebody.get("/").text


def test_signs_out_with_a_form_of_its_own(api: Api, demo: TestClient) -> None:
    demo.get("/sign-in?as=worker")
    form = Page(demo.get("/")).form("/sign-out")

    assert demo.post("/sign-out", data={}).status_code == 403
    assert Page(demo.get("/")).status == 200
    assert demo.post("/sign-out", data=form).status_code == 303
    assert Page(demo.get("/")).status == 401


@pytest.mark.parametrize("token", ["nonsense", "", "a.b.c"])
def test_takes_a_spoilt_token_for_nobody(api: Api, token: str) -> None:
    somebody = Pages(api, None)
    somebody.headers = {"Cookie": f"{COOKIE}={token}"}

    assert somebody.get("/").status == 401


def test_an_unknown_address_has_a_page(api: Api) -> None:
    page = Pages(api, "worker").get("/no/such/address/here")

    assert page.status == 404
    assert "There is nothing at this address that you may see." in page.text
