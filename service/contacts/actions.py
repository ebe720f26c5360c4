"""What can be done about contacts: log an attempt, tell the referrer, and correct either. A case that has ended can be written about."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.contacts import rows, rules
from service.contacts.tables import ANSWER, ATTEMPT
from service.deadlines.rules import day_in_london
from service.errors import BadInput
from service.journal.transaction import Loaded, Transaction, Written


async def log_contact_attempt(tx: Transaction, *, actor: Actor, case_id: UUID, **said: Any) -> Written:
    """Log an attempt to reach the family: the day, by what way, and whether it reached them."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.LOG_CONTACT_ATTEMPT)
    attempt = {name: said.get(name) for name in rules.ATTEMPT}
    if problems := list(rules.attempt_problems(attempt, today=day_in_london(case.now))):
        raise BadInput.because(problems)
    return await records.add(tx, rows.LOG_ATTEMPT, case, "ContactAttempted", ATTEMPT, recorded(attempt, case, actor))


async def amend_contact_attempt(
    tx: Transaction, *, actor: Actor, attempt_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct an attempt that was logged."""
    case = await tx.load(rows.LOAD_ATTEMPT, record_id=attempt_id)
    tx.may(case, Action.LOG_CONTACT_ATTEMPT)
    found = records.to_amend(
        ATTEMPT, case, changes, expected_revision=expected_revision, editable=rules.ATTEMPT, always_filled=rules.ATTEMPT_FILLED
    )
    if problems := list(rules.attempt_problems(found[2], today=day_in_london(case.now))):
        raise BadInput.because(problems)
    return await records.amend(tx, rows.AMEND_ATTEMPT, case, "ContactAttemptAmended", ATTEMPT, *found, reason=reason)


async def tell_referrer(tx: Transaction, *, actor: Actor, case_id: UUID, **said: Any) -> Written:
    """Record what the person who asked for help was told and how, or why they were not."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.TELL_REFERRER)
    answer = {name: said.get(name) for name in rules.ANSWER}
    if problems := list(rules.answer_problems(answer, today=day_in_london(case.now))):
        raise BadInput.because(problems)
    return await records.add(tx, rows.TELL_REFERRER, case, "ReferrerTold", ANSWER, recorded(answer, case, actor))


async def amend_referrer_answer(
    tx: Transaction, *, actor: Actor, answer_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of an answer to the referrer."""
    case = await tx.load(rows.LOAD_ANSWER, record_id=answer_id)
    tx.may(case, Action.TELL_REFERRER)
    found = records.to_amend(ANSWER, case, changes, expected_revision=expected_revision, editable=rules.ANSWER, always_filled={})
    if problems := list(rules.answer_problems(found[2], today=day_in_london(case.now))):
        raise BadInput.because(problems)
    return await records.amend(tx, rows.AMEND_ANSWER, case, "ReferrerAnswerAmended", ANSWER, *found, reason=reason)


def recorded(said: Mapping[str, Any], case: Loaded, actor: Actor) -> dict[str, Any]:
    """Return the row of what is recorded now, by the actor."""
    return {**said, "recorded_by": actor.id, "recorded_at": case.now, "revision": 1}
