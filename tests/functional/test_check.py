"""The chains of events are verified, and what was tampered with is found."""

import asyncio

from service.journal.verifying import verify
from tests.functional.api import Api
from tests.functional.families import Family

FREE = "ALTER TABLE event DISABLE TRIGGER USER"


def test_finds_nothing_wrong_with_what_the_service_wrote(api: Api, family: Family) -> None:
    family.assessing()

    count, faults = asyncio.run(verify(api.url))

    assert faults == []
    assert count == api.sql("SELECT count(*) FROM event")[0][0]


def test_finds_a_payload_that_was_changed(api: Api, family: Family) -> None:
    family.in_triage()
    api.sql(FREE)
    api.sql("UPDATE event SET payload = replace(payload, 'late', 'early') WHERE kind = 'HelpRequested'")

    _, faults = asyncio.run(verify(api.url))

    assert faults == [f"{family.case}: the payload of event 1 was changed"]


def test_finds_an_end_that_was_cut_off(api: Api, family: Family) -> None:
    family.in_triage()
    api.sql(FREE)
    api.sql("DELETE FROM idempotency_key WHERE stream_kind = 'case' AND seq = 3")
    api.sql("DELETE FROM event WHERE kind = 'TriageBegun'")

    _, faults = asyncio.run(verify(api.url))

    assert faults == [f"{family.case}: stands at version 3, and its last event is 2"]
