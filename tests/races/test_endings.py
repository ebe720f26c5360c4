"""What is said of a change when its connection breaks, it waits too long, or its key was used before: never more than is known."""

import asyncio
import dataclasses
from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest

from service.access.actor import Actor
from service.agreements.actions import withdraw_agreement
from service.database import SESSION, open_pool
from service.journal.transaction import Request, Transaction
from tests.functional.families import Family
from tests.model.inside import Inside, problems

SLOW = """
    CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(5); RETURN NULL; END $$;
    CREATE TRIGGER slow_write AFTER INSERT ON event FOR EACH ROW WHEN (NEW.purpose = 'SLOW_WRITE') EXECUTE FUNCTION slow();
    CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.purpose = 'SLOW_COMMIT') EXECUTE FUNCTION slow();
"""
KILL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND "
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


@pytest.fixture
def slow(service: Inside) -> Iterator[None]:
    """Make writing, or committing, slow for whoever works for a purpose of this name."""
    service.wait(service.eye.execute(SLOW))
    yield
    service.wait(service.eye.execute("DROP TRIGGER slow_write ON event; DROP TRIGGER slow_commit ON event; DROP FUNCTION slow"))


def working_for(actor: Actor, purpose: str) -> Actor:
    return dataclasses.replace(actor, purpose=purpose)


async def until(service: Inside, question: str, *arguments: Any) -> None:
    """Ask the database until it says yes."""
    for _ in range(200):
        if await service.eye.fetchval(question, *arguments):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(question)


async def killed(service: Inside, actor: Actor, where: str, **given: Any) -> dict[str, Any]:
    """Amend a case, and kill the server's process that does it while it is at some statement."""
    going = asyncio.create_task(service.change(actor, "amendCase", "case { version }", **given))
    await until(service, KILL + where)
    return await going


def given(family: Family, **more: Any) -> dict[str, Any]:
    return {
        "caseId": family.case,
        "expectedVersion": family.version(),
        "familyName": "Harlowe",
        "idempotencyKey": f"amend {family.case}",
        **more,
    }


def error_of(body: dict[str, Any]) -> tuple[str, str]:
    """Return the code and the message of the one error of an answer."""
    [error] = body["errors"]
    assert error["extensions"]["correlationId"]
    return error["extensions"]["code"], error["message"]


def test_killed_before_commit_is_not_saved_and_can_be_sent_again(service: Inside, family: Family, slow: None) -> None:
    family.requested()
    actor = working_for(service.actor("triage"), "SLOW_WRITE")
    asked = given(family)

    with service.nothing_changes():
        body = service.wait(killed(service, actor, "query LIKE '/* amend case */%'", **asked))

    assert error_of(body) == ("NOT_SAVED", "Nothing was saved. Try again.")
    again = service.wait(service.change(service.actor("triage"), "amendCase", "case { version }", **asked))
    assert (problems(again), again.get("extensions")) == ([], None)
    assert family.version() == asked["expectedVersion"] + 1


def test_killed_while_committing_is_unknown_and_sending_it_again_has_one_effect(service: Inside, family: Family, slow: None) -> None:
    family.requested()
    actor = working_for(service.actor("triage"), "SLOW_COMMIT")
    asked = given(family)

    body = service.wait(killed(service, actor, "query = 'COMMIT;'", **asked))

    code, message = error_of(body)
    assert code == "UNKNOWN_OUTCOME"
    assert "Send it again with the same key" in message
    for _ in range(2):
        again = service.wait(service.change(service.actor("triage"), "amendCase", "case { version }", **asked))
        assert problems(again) == []
        assert again["data"]["amendCase"]["case"]["version"] == asked["expectedVersion"] + 1
    assert service.events("case", family.case) == ["HelpRequested", "CaseAmended"]


def test_a_commit_whose_answer_was_lost_is_unknown_and_replayed(service: Inside, family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    family.requested()
    asked = given(family)
    commit = asyncpg.transaction.Transaction.commit

    async def unheard(self: Any) -> None:
        await commit(self)
        raise ConnectionResetError("the answer was lost")

    with monkeypatch.context() as patch:
        patch.setattr(asyncpg.transaction.Transaction, "commit", unheard)
        body = service.wait(service.change(service.actor("triage"), "amendCase", "case { version }", **asked))

    assert error_of(body)[0] == "UNKNOWN_OUTCOME"
    again = service.wait(service.change(service.actor("triage"), "amendCase", "case { version }", **asked))
    assert again["extensions"]["replayed"] == ["amendCase"]
    assert service.events("case", family.case) == ["HelpRequested", "CaseAmended"]


@pytest.mark.parametrize("field, other", [("familyName", "Hart"), ("expectedVersion", 7)])
def test_a_key_that_did_something_else_is_refused(service: Inside, family: Family, field: str, other: Any) -> None:
    family.requested()
    asked = given(family, idempotencyKey=f"mine {field} {family.case}")
    service.do("triage", "amendCase", "case { id }", **asked)

    [problem] = service.refused("triage", "amendCase", "case { id }", **{**asked, field: other})
    assert (problem["code"], problem["path"]) == ("IDEMPOTENCY_MISMATCH", ["idempotencyKey"])
    [problem] = service.refused(
        "triage",
        "addNote",
        "note { id }",
        **{"caseId": family.case, "kind": "OTHER", "happenedOn": "2026-01-09", "text": "x", "idempotencyKey": asked["idempotencyKey"]},
    )
    assert problem["code"] == "IDEMPOTENCY_MISMATCH"


def test_a_key_is_ones_own(service: Inside, family: Family) -> None:
    family.requested()
    asked = given(family, idempotencyKey=f"ours {family.case}")
    service.do("triage", "amendCase", "case { id }", **asked)

    mine = {**asked, "expectedVersion": family.version(), "familyName": "Hart"}
    service.do("front_door_manager", "amendCase", "case { id }", **mine)

    assert service.events("case", family.case)[-2:] == ["CaseAmended", "CaseAmended"]


def test_the_facts_after_a_wait_are_those_of_after_the_wait(service: Inside, family: Family) -> None:
    """PostgreSQL gives whoever waited the new row, and everything else as it was before the wait: judged on that, the move would pass."""
    family.awaiting_agreement()
    agreements = [family.agree(child) for child in family.children]
    version = family.version()

    async def wait_for_it() -> dict[str, Any]:
        async with service.pool.acquire() as holder:
            held = holder.transaction()
            await held.start()
            actor = service.actor("triage")
            asked = Request(actor, "withdrawAgreement", f"held {family.case}", {})
            await withdraw_agreement(Transaction(holder, asked), actor=actor, agreement_id=service.key(agreements[0]), how="By telephone.")
            starting = service.change(service.actor("worker"), "startAssessment", caseId=family.case, expectedVersion=version + 1)
            waiting = asyncio.create_task(starting)
            await until(service, WAITING)
            await held.commit()
            return await waiting

    body = service.wait(wait_for_it())

    assert [(each["code"], each["reason"]) for each in problems(body)] == [("REFUSED", "agreement_in_force")]
    assert "Jake" in problems(body)[0]["message"] and "Mia" not in problems(body)[0]["message"]
    assert family.state() == "awaiting_agreement"


def test_whoever_waits_too_long_is_told_that_nothing_was_saved(service: Inside, family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    family.requested()
    asked = given(family)
    monkeypatch.setitem(SESSION, "lock_timeout", "200ms")

    async def too_long() -> dict[str, Any]:
        async with await open_pool(service.url, most=1) as pool, service.pool.acquire() as holder, holder.transaction():
            await holder.execute("SELECT FROM cases WHERE 'case_' || id = $1 FOR UPDATE", family.case)
            impatient = Inside(service.loop, pool, service.eye, service.url)
            return await impatient.change(service.actor("triage"), "amendCase", **asked)

    with service.nothing_changes():
        body = service.wait(too_long())

    assert error_of(body)[0] == "NOT_SAVED"


def test_a_read_during_a_change_does_not_wait(service: Inside, family: Family) -> None:
    family.requested()

    async def during() -> dict[str, Any]:
        async with service.pool.acquire() as holder, holder.transaction():
            await holder.execute("SELECT FROM cases WHERE 'case_' || id = $1 FOR UPDATE", family.case)
            asked = service.run(service.actor("triage"), "query($id: ID!) { case(id: $id) { version } }", {"id": family.case})
            return await asyncio.wait_for(asked, 2)

    assert service.wait(during()) == {"data": {"case": {"version": 1}}}
