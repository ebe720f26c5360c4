"""Who sees an assessment, and the SQL of assessments."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Uuid, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.assessments.rules import EDITABLE
from service.assessments.tables import ASSESSMENT, AUTHOR, CONCLUSIONS, SECTION, SECTION_REVISION
from service.cases import loads, writes
from service.cases.tables import CASE
from service.cases.visibility import visible_cases
from service.households.rows import family
from service.journal.statements import Statement, param, params
from service.journal.transaction import AT, recorded


def of_a_case_seen(assessment: FromClause, actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor sees the case of an assessment: asked of one row at a time, since few are ever read together."""
    case = CASE.alias()
    return exists(select(case.c.id).where(case.c.id == assessment.c.case_id, visible_cases(case, actor)).correlate_except(case))


def is_read_beside(assessment: FromClause, actor: Actor) -> ColumnElement[bool]:
    """Tell whether an assessment stands before one of a visible case, beside which it can be read, whatever case it is of."""
    later = ASSESSMENT.alias()
    found = select(later.c.id).where(later.c.previous_id == assessment.c.id, of_a_case_seen(later, actor))
    return exists(found.correlate_except(later))


@VISIBLE.of(ASSESSMENT)
def visible_assessments(assessment: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those of visible cases, and the one before each of them."""
    return or_(of_a_case_seen(assessment, actor), is_read_beside(assessment, actor))


@VISIBLE.of(AUTHOR)
@VISIBLE.of(SECTION)
@VISIBLE.of(CONCLUSIONS)
def of_visible_assessment(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what is part of an assessment that one sees."""
    return row.c.assessment_id.in_(VISIBLE.rows(ASSESSMENT, actor, "id"))


@VISIBLE.of(SECTION_REVISION)
def of_visible_section(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what a section read before that one sees."""
    return row.c.section_id.in_(VISIBLE.rows(SECTION, actor, "id"))


THE_ASSESSMENT = ASSESSMENT.c.id == bindparam("assessment_id", type_=Uuid())
THE_CONCLUSIONS = CONCLUSIONS.c.id == bindparam("conclusions_id", type_=Uuid())
OF_CONCLUSIONS = select(CONCLUSIONS.c.assessment_id).where(THE_CONCLUSIONS).scalar_subquery()
THE_SECTION = (
    (SECTION.c.assessment_id == bindparam("assessment_id", type_=Uuid()))
    & (SECTION.c.section == param("section", SECTION.c.section))
    & SECTION.c.subject_id.is_not_distinct_from(param("subject_id", SECTION.c.subject_id))
)


def as_json(table: Any, condition: ColumnElement[bool]) -> Any:
    """Write the row that a condition names, as JSON."""
    return lambda _case: select(func.row_to_json(table.table_valued())).where(condition).scalar_subquery()


def loading(name: str, condition: ColumnElement[bool], **more: Any) -> Statement:
    """Compile a load of the case of an assessment."""
    its_case = CASE.c.id == select(ASSESSMENT.c.case_id).where(condition).scalar_subquery()
    return loads.loading(name, its_case, assessment=as_json(ASSESSMENT, condition), **more)


LOAD_TO_WRITE = loading("load case to write an assessment", THE_ASSESSMENT, section=as_json(SECTION, THE_SECTION), family=family)
LOAD_TO_SHARE = loading("load case to share conclusions", THE_ASSESSMENT)
LOAD_OF_CONCLUSIONS = loading(
    "load case of conclusions", ASSESSMENT.c.id == OF_CONCLUSIONS, conclusions=as_json(CONCLUSIONS, THE_CONCLUSIONS)
)

WRITTEN_AGAIN = ("answers", "revision", "saved_by", "saved_at")
WRITE_SECTION = upsert(SECTION).values(params(SECTION, "section"))
WRITE_SECTION = WRITE_SECTION.on_conflict_do_update(
    index_elements=["id"], set_={name: WRITE_SECTION.excluded[name] for name in WRITTEN_AGAIN}
)
SAVE_SECTION = recorded(
    "save section",
    writes.changed(),
    WRITE_SECTION,
    upsert(AUTHOR)
    .values(
        assessment_id=param("section_assessment_id", AUTHOR.c.assessment_id),
        practitioner_id=param("actor_id", AUTHOR.c.practitioner_id),
        first_wrote_at=AT,
    )
    .on_conflict_do_nothing(),
)
KEPT = {
    "section_id": SECTION.c.id,
    "revision": SECTION.c.revision,
    "answers": SECTION.c.answers,
    "reason": param("reason", SECTION_REVISION.c.reason),
    "amended_by": param("actor_id", SECTION_REVISION.c.amended_by),
    "amended_at": AT,
}
AMEND_SECTION = recorded(
    "amend section",
    writes.changed(),
    WRITE_SECTION,
    insert(SECTION_REVISION).from_select(list(KEPT), select(*KEPT.values()).where(SECTION.c.id == param("section_id", SECTION.c.id))),
)
SHARE_CONCLUSIONS = recorded("share conclusions", writes.changed(), insert(CONCLUSIONS).values(params(CONCLUSIONS, "conclusions")))
AMEND_CONCLUSIONS = recorded(
    "amend conclusions",
    writes.changed(),
    update(CONCLUSIONS)
    .where(THE_CONCLUSIONS)
    .values({name: param(f"conclusions_{name}", CONCLUSIONS.c[name]) for name in (*EDITABLE, "revision")}),
)
