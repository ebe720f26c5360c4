"""Saying anew why an entry is wrong, while nobody else has looked."""

from tests.functional.api import Api
from tests.functional.caring import MARK, mark, refused, set_marker, strike
from tests.functional.families import Family


def test_says_anew_why_it_is_wrong(api: Api, home: Family) -> None:
    marker = set_marker(home)
    mark(api, marker)

    found = api.do("worker", "amendErrorMark", MARK, recordId=marker, expectedRevision=1, reason="The dog next door.")

    assert (found["reason"], found["revision"], found["outcome"]) == ("The dog next door.", 2, None)
    assert api.events("case", home.case)[-1] == "ErrorMarkAmended"


def test_names_and_removes_the_right_entry(api: Api, home: Family) -> None:
    wrong, right = set_marker(home), set_marker(home)
    mark(api, wrong)

    named = api.do("worker", "amendErrorMark", MARK, recordId=wrong, expectedRevision=1, insteadId=right)
    removed = api.do("worker", "amendErrorMark", MARK, recordId=wrong, expectedRevision=2, insteadId=None)

    assert (named["insteadId"], removed["insteadId"]) == (right, None)


def test_refuses_somebody_elses_an_old_revision_nothing_new_and_one_decided(api: Api, home: Family) -> None:
    marker = set_marker(home)
    mark(api, marker)

    def why(who: str = "worker", **more: object) -> object:
        return refused(api, who, "amendErrorMark", MARK, {"recordId": marker, "expectedRevision": 1, "reason": "Another.", **more})

    assert why("manager") == [("REFUSED", "not_the_marker", ["recordId"])]
    assert why(expectedRevision=2) == [("CONFLICT", None, ["expectedRevision"])]
    assert why(reason="The wrong family.") == [("ALREADY_DONE", None, [])]
    assert why(reason=None) == [("BAD_USER_INPUT", None, ["reason"])]
    assert why("southerner") == [("NOT_FOUND", None, [])]
    other = set_marker(home)
    assert why(recordId=other) == [("REFUSED", "not_marked", ["recordId"])]
    strike(api, other)
    assert why(recordId=other) == [("ALREADY_DONE", None, ["recordId"])]
