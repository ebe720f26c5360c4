"""Logging attempts to reach the family: what counts are those since the last that reached them."""

import datetime as dt
from typing import Any

import pytest

from service.contacts.facts import contact_attempts
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family

ATTEMPT = "contactAttempt { id triedOn means reached note recordedBy { name } }"


def day(ago: int) -> str:
    return (dt.date.today() - dt.timedelta(days=ago)).isoformat()


def attempt(family: Family, ago: int, means: str, *, reached: bool = False) -> Any:
    given = {"caseId": family.case, "triedOn": day(ago), "means": means, "reached": reached}
    return family.api.do("worker", "logContactAttempt", ATTEMPT, **given)


@pytest.fixture
def waiting(family: Family) -> Family:
    """The family, on a case that waits for its agreement."""
    family.awaiting_agreement()
    return family


def test_the_attempts_since_the_last_that_reached_them_count(api: Api, waiting: Family) -> None:
    assert fact(waiting, contact_attempts) == []

    found = attempt(waiting, 5, "TELEPHONE")
    assert (found["means"], found["reached"], found["recordedBy"]["name"]) == ("TELEPHONE", False, "Priya Nair")
    attempt(waiting, 3, "LETTER")
    assert fact(waiting, contact_attempts) == [[day(5), "telephone"], [day(3), "letter"]]
    assert api.events("case", waiting.case)[-1] == "ContactAttempted"

    attempt(waiting, 2, "VISIT", reached=True)
    assert fact(waiting, contact_attempts) == []
    attempt(waiting, 1, "MESSAGE")
    assert fact(waiting, contact_attempts) == [[day(1), "message"]]


def test_refuses_a_day_that_has_not_come_and_who_may_not(api: Api, waiting: Family) -> None:
    given = {"caseId": waiting.case, "triedOn": day(-2), "means": "VISIT", "reached": False}

    [ahead] = api.refused("worker", "logContactAttempt", ATTEMPT, **given)
    assert (ahead["code"], ahead["path"]) == ("BAD_USER_INPUT", ["triedOn"])
    given["triedOn"] = day(0)
    assert [each["code"] for each in api.refused("colleague", "logContactAttempt", ATTEMPT, **given)] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "logContactAttempt", ATTEMPT, **given)] == ["NOT_FOUND"]
