"""What can be done with the risk tool: use it, and amend what was written. A person decides and says why; no number is worked out."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.errors import AlreadyDone, BadInput, ErrorCode, Problem, expect_revision
from service.journal.transaction import Transaction, Written
from service.risk import rows, rules
from service.risk.tables import RISK

Answers = list[dict[str, Any]]


async def record_risk_assessment(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    child_ids: list[UUID],
    factors: Answers,
    protective_factors: Answers,
    **analysis: Any,
) -> Written:
    """Write down what is known of every factor of the tool, about some children, and what it comes to."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.RECORD_RISK_ASSESSMENT)
    refuse_if_ended(case)
    found, strengths = rules.answers(factors), rules.answers(protective_factors)
    problems = [*unknown_children(child_ids, case["child_ids"]), *rules.problems(found, strengths, not_known=analysis.get("not_known"))]
    if problems:
        raise BadInput.because(problems)
    row = {**{name: analysis.get(name) for name in rows.EDITABLE}, "child_ids": child_ids, "tool_version": rules.VERSION}
    row |= {"decided_by": actor.id, "decided_at": case.now, "revision": 1}
    return await records.add(tx, rows.ADD, case, "RiskAssessed", RISK, row, **columns(found.values(), strengths.values()))


async def amend_risk_assessment(
    tx: Transaction, *, actor: Actor, risk_assessment_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Write a use of the tool anew where it was wrong, and say why; factors that are left out keep their answers."""
    case = await tx.load(rows.LOAD_RISK, record_id=risk_assessment_id)
    tx.may(case, Action.RECORD_RISK_ASSESSMENT)
    refuse_if_ended(case)
    record = records.read_row(RISK, case["record"])
    expect_revision(record["revision"], expected_revision, "This use of the risk tool")
    texts = {name: value for name, value in changes.items() if name in rows.EDITABLE}
    refuse_emptied(texts)
    before, after = {name: record[name] for name in rows.EDITABLE}, {**{name: record[name] for name in rows.EDITABLE}, **texts}
    old = [rules.answers(orjson.loads(case[name])) for name in ("factors", "protective")]
    new = [rules.answers(changes.get(name), each) for name, each in zip(("factors", "protective_factors"), old, strict=True)]
    if (before, old) == (after, new):
        raise AlreadyDone
    if problems := list(rules.problems(*new, not_known=after["not_known"])):
        raise BadInput.because(problems)
    said = {"answers": dict(zip(("factors", "protective_factors"), new, strict=True))}
    was = {"answers": dict(zip(("factors", "protective_factors"), old, strict=True))}
    values = columns(*(each.values() for each in new))
    return await records.amend(
        tx, rows.AMEND, case, "RiskAssessmentAmended", RISK, record, before | was, after | said, reason=reason, **values
    )


def unknown_children(named: list[UUID], children: Iterable[UUID]) -> list[Problem]:
    """Say who is no child of the case, or that nobody is named."""
    sentence = "Name children whose help on this case has not ended."
    wrong = [("childIds", str(index)) for index, each in enumerate(named) if each not in children]
    return [Problem(ErrorCode.BAD_USER_INPUT, sentence, path) for path in (wrong if named else [("childIds",)])]


def refuse_emptied(texts: Mapping[str, Any]) -> None:
    """Raise BadInput for a text of the analysis that would be emptied."""
    empty = [rules.ALWAYS_FILLED[name] for name, value in texts.items() if value is None and name in rules.ALWAYS_FILLED]
    if empty:
        raise BadInput.because([Problem(ErrorCode.BAD_USER_INPUT, "This cannot be left empty.", (path,)) for path in empty])


def columns(found: Iterable[Mapping[str, Any]], strengths: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return the answers as the statement takes them."""
    factors, protective = list(found), list(strengths)
    return {
        **{f"given_{name}": [each.get(name) for each in factors] for name in ("factor", "presence", "known")},
        **{f"protective_{name}": [each.get(name) for each in protective] for name in ("factor", "strength", "known")},
    }
