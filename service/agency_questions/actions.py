"""What can be done about a question to an agency: ask it, record the answer, and correct either."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.agency_questions import rows, rules
from service.agency_questions.tables import QUESTION
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, BadInput, NotFound, Refused
from service.journal.transaction import Loaded, Transaction, Written
from service.waits import writing as waits
from service.waits.tables import WaitKind


async def ask_agency(tx: Transaction, *, actor: Actor, case_id: UUID, agency_id: UUID, question: str, ground: str) -> Written:
    """Ask an agency what it knows of a family; it has two working days."""
    case = await loads.load(tx, rows.LOAD, case_id, agency_id=agency_id)
    tx.may(case, Action.ASK_AGENCY)
    refuse_if_ended(case)
    if not case["agency_found"]:
        raise NotFound(path=("agencyId",))
    row: dict[str, Any] = {**dict.fromkeys(rules.EDITABLE), "id": tx.new_id(case.now), "agency_id": agency_id}
    row |= {"question": question, "ground": ground, "asked_by": actor.id, "asked_at": case.now, "revision": 1}
    held = loads.settings_of(case)
    wait = waits.values(WaitKind.INVOLVEMENT_ANSWER, wait_id=tx.new_id(case.now), now=case.now, settings=held, about=row["id"])
    return await records.add(tx, rows.ASK, case, "AgencyAsked", QUESTION, row, **wait)


async def record_agency_answer(
    tx: Transaction, *, actor: Actor, question_id: UUID, answer: str, answered_by: str, answered_on: dt.date
) -> Written:
    """Record what an agency answered."""
    case = await tx.load(rows.LOAD_QUESTION, record_id=question_id)
    tx.may(case, Action.ASK_AGENCY)
    refuse_if_ended(case)
    question = records.read_row(QUESTION, case["record"])
    if question["entered_wrongly"]:
        raise Refused("This question was entered wrongly: nobody answers it.", path=("questionId",), reason="question_entered_wrongly")
    if question["answer"]:
        raise AlreadyDone("The agency's answer is recorded. Amend the question instead.", path=("questionId",))
    before = {name: question[name] for name in rules.EDITABLE}
    after = {**before, "answer": answer, "answered_by": answered_by, "answered_on": answered_on}
    refuse_bad(case, question, after)
    return await records.amend(tx, rows.AMEND, case, "AgencyAnswered", QUESTION, question, before, after)


async def amend_agency_question(
    tx: Transaction, *, actor: Actor, question_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was asked or answered, or say that it was entered wrongly: it then waits for nothing."""
    case = await tx.load(rows.LOAD_QUESTION, record_id=question_id)
    tx.may(case, Action.ASK_AGENCY)
    refuse_if_ended(case)
    found = records.to_amend(
        QUESTION, case, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    refuse_bad(case, found[0], found[2])
    return await records.amend(tx, rows.AMEND, case, "AgencyQuestionAmended", QUESTION, *found, reason=reason)


def refuse_bad(case: Loaded, question: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Raise BadInput for an answer that cannot be right."""
    days = {"asked_on": day_in_london(question["asked_at"]), "today": day_in_london(case.now)}
    if problems := list(rules.answer_problems(after, **days)):
        raise BadInput.because(problems)
