"""Correcting what was said of somebody's needs."""

from tests.functional.api import Api
from tests.functional.caring import NEEDS, record_needs, refused
from tests.functional.families import Family


def test_corrects_them_and_keeps_what_was_said(api: Api, home: Family) -> None:
    given = {"accessNeedsId": record_needs(api, home.mother), "expectedRevision": 1, "reason": "Misheard."}

    found = api.do("worker", "amendAccessNeeds", NEEDS, **given, language="Slovak")

    assert (found["language"], found["revision"]) == ("Slovak", 2)
    assert api.last_payload("person", home.mother)["before"]["language"] == "Polish"


def test_refuses_an_old_revision_nothing_new_nothing_said_and_what_was_replaced(api: Api, home: Family) -> None:
    given = {"accessNeedsId": record_needs(api, home.mother), "expectedRevision": 1, "reason": "Wrong.", "language": "Slovak"}

    def code(who: str = "worker", **more: object) -> str:
        return refused(api, who, "amendAccessNeeds", NEEDS, {**given, **more})[0][0]

    assert code(expectedRevision=4) == "CONFLICT"
    assert code(language="Polish") == "ALREADY_DONE"
    assert code(language=None) == "BAD_USER_INPUT"
    assert code("southerner") == "NOT_FOUND"
    assert code("service_manager") == "NOT_PERMITTED"
    record_needs(api, home.mother, language="Ukrainian")
    assert code() == "ALREADY_DONE"
