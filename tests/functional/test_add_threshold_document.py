"""Adding a version of the threshold document: an administrator's work, and never for a day that has gone."""

import datetime as dt

from tests.functional.api import Api
from tests.functional.recording import LABELS, TODAY, add_document

DOCUMENT = "thresholdDocument { id version title inForceFrom label2 }"
GIVEN = {"title": "Northmere thresholds", "inForceFrom": TODAY, **LABELS}


def test_adds_a_document_that_everybody_can_read(api: Api) -> None:
    found = api.do("administrator", "addThresholdDocument", DOCUMENT, **GIVEN)

    assert (found["version"], found["label2"]) == (1, "Early Help")
    listed = api.ask("worker", "{ thresholdDocuments(first: 5) { edges { node { title } } } }")["thresholdDocuments"]["edges"]
    assert listed == [{"node": {"title": "Northmere thresholds"}}]


def test_refuses_a_second_one_of_a_day_and_a_day_that_has_gone(api: Api) -> None:
    add_document(api)
    gone = (dt.date.today() - dt.timedelta(days=2)).isoformat()

    [same] = api.refused("administrator", "addThresholdDocument", DOCUMENT, **GIVEN)
    [past] = api.refused("administrator", "addThresholdDocument", DOCUMENT, **{**GIVEN, "inForceFrom": gone})

    assert (same["code"], same["path"]) == ("DUPLICATE", ["inForceFrom"])
    assert (past["code"], past["path"]) == ("BAD_USER_INPUT", ["inForceFrom"])


def test_refuses_everybody_but_administrators(api: Api) -> None:
    assert [each["code"] for each in api.refused("manager", "addThresholdDocument", DOCUMENT, **GIVEN)] == ["NOT_PERMITTED"]
