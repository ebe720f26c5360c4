"""Who sees threshold documents and decisions, and their SQL."""

from typing import Any

from sqlalchemy import ARRAY, ColumnElement, FromClause, Integer, Uuid, bindparam, column, exists, func, insert, select

from service.access.actor import Actor
from service.access.visible import VISIBLE, open_to_all
from service.cases import loads, records
from service.cases.tables import CASE_CHILD
from service.cases.visibility import of_visible_case
from service.council.structure import adding, amending, beginning_of, loading_by_id
from service.journal.statements import constant, number, param
from service.journal.transaction import AT, CLOCK
from service.risk.tables import RISK
from service.thresholds.rules import EDITABLE, WORDS
from service.thresholds.tables import CHILD_LEVEL, DECISION, DOCUMENT
from service.waits import writing as waits
from service.waits.tables import WaitKind

VISIBLE.of(DOCUMENT)(open_to_all)
VISIBLE.of(DECISION)(of_visible_case)


@VISIBLE.of(CHILD_LEVEL)
def of_visible_decision(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what is part of a decision that one sees."""
    return row.c.decision_id.in_(VISIBLE.rows(DECISION, actor, "id"))


def document_in_force(_case: Any) -> Any:
    """Name the document that is in force at this instant; null while the council has none."""
    today = func.timezone(constant("Europe/London"), CLOCK)
    found = select(DOCUMENT.c.id).where(DOCUMENT.c.in_force_from <= today).order_by(DOCUMENT.c.in_force_from.desc())
    return found.limit(number(1)).correlate_except(DOCUMENT).scalar_subquery()


def risk_found(case: Any) -> Any:
    """Tell whether a use of the risk tool is one of this case."""
    return exists(select(RISK.c.id).where(RISK.c.id == param("risk_assessment_id", RISK.c.id), RISK.c.case_id == case.c.id))


def is_last(case: Any) -> Any:
    """Name the last decision of the case on the same basis as the one that is to be approved."""
    asked, last = DECISION.alias(), DECISION.alias()
    basis = select(asked.c.basis).where(asked.c.id == param("record_id", asked.c.id)).scalar_subquery()
    found = select(last.c.id).where(last.c.case_id == case.c.id, last.c.basis == basis)
    return found.order_by(last.c.decided_at.desc(), last.c.id.desc()).limit(number(1)).correlate_except(last).scalar_subquery()


def is_used(document: Any) -> Any:
    """Tell whether a decision was made against a document."""
    first = select(func.min(DECISION.c.decided_at)).where(DECISION.c.document_id == document.c.id)  # of the index; EXISTS reads the table
    return first.correlate_except(DECISION).scalar_subquery().is_not(None)


BEGIN_DOCUMENT, LOAD_DOCUMENT = beginning_of(DOCUMENT.name), loading_by_id(DOCUMENT, is_used=is_used)
ADD_DOCUMENT, AMEND_DOCUMENT = adding(DOCUMENT), amending(DOCUMENT, *EDITABLE)

LOAD = loads.loading(
    "load case to decide a threshold",
    document_id=document_in_force,
    risk_found=risk_found,
    child_ids=lambda case: loads.keys(CASE_CHILD, CASE_CHILD.c.case_id == case.c.id, CASE_CHILD.c.ended_at.is_(None)),
    **loads.SETTINGS,
)
LOAD_DECISION = records.loading_of(DECISION, last=is_last)

AMEND = records.amending(DECISION, *WORDS)
LEVELS = (
    func.unnest(bindparam("child_ids", type_=ARRAY(Uuid())), bindparam("levels", type_=ARRAY(Integer())))
    .table_valued(column("person_id", Uuid()), column("level", Integer()), name="found")
    .render_derived()
)
DECIDE = records.adding(
    DECISION,
    insert(CHILD_LEVEL).from_select(
        ["decision_id", "person_id", "level"], select(param("threshold_decision_id", DECISION.c.id), LEVELS.c.person_id, LEVELS.c.level)
    ),
    waits.end(WaitKind.THRESHOLD_APPROVAL),
    waits.begin(WaitKind.THRESHOLD_APPROVAL),
)
APPROVAL = {"approved_by": param("approved_by", DECISION.c.approved_by), "approved_at": AT}
APPROVE = records.changing(
    "approve threshold decision",
    DECISION,
    {**APPROVAL, "approval_note": param("approval_note", DECISION.c.approval_note)},
    waits.end(WaitKind.THRESHOLD_APPROVAL),
)
