"""Correcting a threshold document: its words at any time, its day only until a decision was made against it."""

import datetime as dt

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.recording import add_document, decide

DOCUMENT = "thresholdDocument { version title label1 inForceFrom }"
LATER = (dt.date.today() + dt.timedelta(days=30)).isoformat()


def test_corrects_its_words(api: Api) -> None:
    document = add_document(api)

    found = api.do("administrator", "amendThresholdDocument", DOCUMENT, documentId=document, expectedVersion=1, label1="Everyone")

    assert (found["version"], found["label1"], found["title"]) == (2, "Everyone", "Northmere thresholds, version 3")


def test_its_day_moves_only_while_no_decision_rests_on_it(api: Api, family: Family) -> None:
    document = add_document(api)
    family.in_triage()
    decide(family, 2, "EARLY_HELP_ASSESSMENT")
    given = {"documentId": document, "expectedVersion": 1, "inForceFrom": LATER}

    [problem] = api.refused("administrator", "amendThresholdDocument", DOCUMENT, **given)

    assert (problem["code"], problem["reason"], problem["path"]) == ("REFUSED", "document_in_use", ["inForceFrom"])


def test_refuses_an_old_version_nothing_new_and_others_than_administrators(api: Api) -> None:
    given = {"documentId": add_document(api), "expectedVersion": 1, "label1": "Universal"}

    assert [each["code"] for each in api.refused("administrator", "amendThresholdDocument", DOCUMENT, **given)] == ["ALREADY_DONE"]
    old = {**given, "expectedVersion": 4}
    assert [each["code"] for each in api.refused("administrator", "amendThresholdDocument", DOCUMENT, **old)] == ["CONFLICT"]
    assert [each["code"] for each in api.refused("triage", "amendThresholdDocument", DOCUMENT, **given)] == ["NOT_PERMITTED"]
