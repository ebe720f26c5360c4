"""What can be done with agreements to work with early help: record an answer, and withdraw one."""

import datetime as dt
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action, Standing
from service.agreements import rows, rules
from service.cases import loads
from service.cases.actions import refuse_if_ended
from service.deadlines.rules import day_in_london
from service.entered_in_error.rules import refuse_struck
from service.errors import AlreadyDone, NotFound, Refused
from service.households.family import read_family
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.relationships.rules import has_responsibility, read_responsible


async def record_agreement(tx: Transaction, *, actor: Actor, case_id: UUID, person_id: UUID, given_by_id: UUID, **said: Any) -> Written:
    """Record what somebody answered about somebody: whether they agree to work with early help."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.RECORD_CONSENT)
    refuse_if_ended(case)
    asked = asked_of(case, person_id, given_by_id, said)
    if problems := list(rules.problems(asked, opened_at=case["opened_at"], now=case.now)):
        raise Refused.because(problems)
    agreement = agreed(tx, case, asked, evidence=said["evidence"], actor=actor)
    event = Event("AgreementRecorded", {"agreement": agreement})
    return await tx.write(rows.RECORD_AGREEMENT, case.position, event, record=agreement["id"], **prefixed("agreement", agreement))


def asked_of(case: Loaded, person_id: UUID, given_by_id: UUID, said: dict[str, Any]) -> rules.Asked:
    """Put together who answered what about whom. Raise NotFound for somebody who does not belong to the case."""
    family = read_family(case["family"])
    person, giver = family.get(person_id), family.get(given_by_id)
    if problems := list(rules.missing(("personId", person), ("givenById", giver))):
        raise NotFound.because(problems)
    assert person and giver
    given = {name: said.get(name) for name in ("capacity", "answer", "last_day", "understanding")}
    at: dt.datetime = said.get("answered_at") or case.now
    known = read_responsible(case["responsibilities"])
    given["responsible"] = has_responsibility(known, child=person.id, relative=giver.id, day=day_in_london(at))
    return rules.Asked(person, giver, answered_at=at, by_manager=Standing.TEAM_MANAGER in case.standings, **given)  # type: ignore[arg-type]


def agreed(tx: Transaction, case: Loaded, asked: rules.Asked, *, evidence: str, actor: Actor) -> dict[str, Any]:
    """Make the row of an answer."""
    return {
        "id": tx.new_id(case.now),
        "case_id": case["id"],
        "person_id": asked.person.id,
        "given_by": asked.giver.id,
        "capacity": asked.capacity,
        "answer": asked.answer,
        "evidence": evidence,
        "understanding": asked.understanding,
        "answered_at": asked.answered_at,
        "until": rules.until(asked),
        "recorded_by": actor.id,
        **dict.fromkeys(("withdrawn_at", "withdrawn_by", "withdrawn_how")),
    }


async def withdraw_agreement(
    tx: Transaction, *, actor: Actor, agreement_id: UUID, how: str, withdrawn_by_id: UUID | None = None
) -> Written:
    """Record that an agreement was withdrawn: it allows nothing from this instant on. That a case has ended is no hindrance."""
    case = await tx.load(rows.LOAD_OF_AGREEMENT, agreement_id=agreement_id)
    tx.may(case, Action.WITHDRAW_CONSENT)
    agreement = orjson.loads(case["agreement"])
    refuse_struck(agreement)
    if agreement["withdrawn_at"]:
        raise AlreadyDone("This agreement was withdrawn already.", path=("agreementId",))
    family = read_family(case["family"])
    person, giver = (family[UUID(agreement[name])] for name in ("person_id", "given_by"))
    by = family.get(withdrawn_by_id or giver.id)
    if by is None:
        raise NotFound("There is nobody by this id on the case or in its household.", path=("withdrawnById",))
    today = day_in_london(case.now)
    if problems := list(rules.withdrawal_problems(person, giver, by, answer=agreement["answer"], today=today)):
        raise Refused.because(problems)
    event = Event("AgreementWithdrawn", {"agreement_id": agreement_id, "withdrawn_by": by.id, "withdrawn_how": how})
    values = {"agreement_id": agreement_id, "withdrawn_by": by.id, "withdrawn_how": how}
    return await tx.write(rows.WITHDRAW_AGREEMENT, case.position, event, record=agreement_id, **values)
