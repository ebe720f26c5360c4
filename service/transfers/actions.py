"""What can be done about a transfer: ask the family, offer the case, chase the other council, and record its answer."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, BadInput, Refused
from service.households.family import read_family
from service.journal.transaction import Loaded, Transaction, Written
from service.transfers import rows, rules
from service.transfers.tables import CHASER, CONSENT, OFFER
from service.waits import writing as waits
from service.waits.tables import WaitKind


async def record_transfer_consent(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    basis: str,
    how: str,
    given_by_id: UUID | None = None,
    answered_on: dt.date | None = None,
) -> Written:
    """Record whether the family agrees to pass the record on to another council, or why safeguarding needs it."""
    case = await loads.load(tx, rows.LOAD_TO_ASK, case_id)
    tx.may(case, Action.RECORD_TRANSFER_CONSENT)
    refuse_if_ended(case)
    row: dict[str, Any] = {"basis": basis, "given_by": given_by_id, "how": how, "answered_on": answered_on or day_in_london(case.now)}
    refuse_bad_consent(case, row)
    row |= {"recorded_by": actor.id, "recorded_at": case.now, "revision": 1}
    return await records.add(tx, rows.RECORD_CONSENT, case, "TransferConsentRecorded", CONSENT, row)


async def amend_transfer_consent(
    tx: Transaction, *, actor: Actor, consent_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of an answer; where the family changed its mind, record another one."""
    case = await tx.load(rows.LOAD_CONSENT, record_id=consent_id)
    tx.may(case, Action.RECORD_TRANSFER_CONSENT)
    refuse_if_ended(case)
    changes = {{"given_by_id": "given_by"}.get(name, name): value for name, value in changes.items()}
    found = records.to_amend(
        CONSENT, case, changes, expected_revision=expected_revision, editable=rules.CONSENT, always_filled=rules.CONSENT_FILLED
    )
    refuse_bad_consent(case, found[2])
    return await records.amend(tx, rows.AMEND_CONSENT, case, "TransferConsentAmended", CONSENT, *found, reason=reason)


def refuse_bad_consent(case: Loaded, row: Mapping[str, Any]) -> None:
    """Raise BadInput for an answer that cannot be right."""
    giver = read_family(case["family"]).get(row["given_by"]) if row["given_by"] else None
    asked = {"is_named": row["given_by"] is not None, "answered_on": row["answered_on"], "today": day_in_london(case.now)}
    if problems := list(rules.consent_problems(row["basis"], giver, **asked)):
        raise BadInput.because(problems)


async def offer_transfer(tx: Transaction, *, actor: Actor, case_id: UUID, council: str, note: str | None = None) -> Written:
    """Ask another council to take the family. A later offer takes the place of the one before."""
    case = await loads.load(tx, rows.LOAD_TO_OFFER, case_id)
    tx.may(case, Action.OFFER_TRANSFER)
    refuse_if_ended(case)
    if problems := list(rules.council_problems(council, own=case["own_code"])):
        raise BadInput.because(problems)
    row: dict[str, Any] = {**dict.fromkeys(rules.EDITABLE), "id": tx.new_id(case.now), "council": council, "note": note}
    held = loads.settings_of(case)
    wait = waits.values(WaitKind.RECEIVING_COUNCIL, wait_id=tx.new_id(case.now), now=case.now, settings=held, about=row["id"])
    row |= {"offered_by": actor.id, "offered_at": case.now, "wait_until": wait["wait_due_at"], "revision": 1}
    return await records.add(tx, rows.OFFER_CASE, case, "TransferOffered", OFFER, row, **wait)


async def chase_transfer(tx: Transaction, *, actor: Actor, offer_id: UUID, to_whom: str, note: str | None = None) -> Written:
    """Record that the other council was reminded of an offer."""
    case = await tx.load(rows.LOAD_OFFER, record_id=offer_id)
    tx.may(case, Action.RECORD_TRANSFER_ANSWER)
    refuse_if_ended(case)
    if records.read_row(OFFER, case["record"])["answer"]:
        raise Refused("The other council has answered already.", path=("offerId",), reason="transfer_answered")
    row = {"offer_id": offer_id, "to_whom": to_whom, "note": note, "sent_by": actor.id, "sent_at": case.now}
    row |= {"entered_wrongly": None, "revision": 1}
    return await records.add(tx, rows.CHASE, case, "TransferChased", CHASER, row)


async def amend_transfer_chaser(
    tx: Transaction, *, actor: Actor, chaser_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of a reminder, or say that it was entered wrongly: it then counts for nothing."""
    case = await tx.load(rows.LOAD_CHASER, record_id=chaser_id)
    tx.may(case, Action.RECORD_TRANSFER_ANSWER)
    refuse_if_ended(case)
    found = records.to_amend(
        CHASER, case, changes, expected_revision=expected_revision, editable=rules.CHASER, always_filled=rules.CHASER_FILLED
    )
    return await records.amend(tx, rows.AMEND_CHASER, case, "TransferChaserAmended", CHASER, *found, reason=reason)


async def record_transfer_answer(
    tx: Transaction, *, actor: Actor, offer_id: UUID, answer: str, answered_on: dt.date, answered_by: str, answer_note: str | None = None
) -> Written:
    """Record what the other council answered to an offer."""
    case = await tx.load(rows.LOAD_OFFER, record_id=offer_id)
    tx.may(case, Action.RECORD_TRANSFER_ANSWER)
    refuse_if_ended(case)
    offer = records.read_row(OFFER, case["record"])
    if offer["answer"]:
        raise AlreadyDone("The other council's answer is recorded. Amend the offer instead.", path=("offerId",))
    before = {name: offer[name] for name in rules.EDITABLE}
    after = {**before, "answer": answer, "answered_on": answered_on, "answered_by": answered_by, "answer_note": answer_note}
    refuse_bad_offer(case, offer, after)
    return await records.amend(tx, rows.AMEND_OFFER, case, "TransferAnswered", OFFER, offer, before, after)


async def amend_transfer_offer(
    tx: Transaction, *, actor: Actor, offer_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of an offer or of its answer."""
    case = await tx.load(rows.LOAD_OFFER, record_id=offer_id)
    tx.may(case, Action.RECORD_TRANSFER_ANSWER)
    refuse_if_ended(case)
    found = records.to_amend(
        OFFER, case, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.OFFER_FILLED
    )
    refuse_bad_offer(case, found[0], found[2])
    return await records.amend(tx, rows.AMEND_OFFER, case, "TransferOfferAmended", OFFER, *found, reason=reason)


def refuse_bad_offer(case: Loaded, offer: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Raise BadInput for an offer that cannot be right."""
    days = {"offered_on": day_in_london(offer["offered_at"]), "today": day_in_london(case.now)}
    if problems := [*rules.council_problems(after["council"], own=case["own_code"]), *rules.answer_problems(after, **days)]:
        raise BadInput.because(problems)
