"""Who may know a contact detail, and the SQL of contact details."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, or_

from service.access.actor import Actor
from service.access.standing import WRITER
from service.access.visible import VISIBLE
from service.cases.tables import CASE
from service.contact_details.rules import EDITABLE
from service.contact_details.tables import DETAIL, Audience
from service.journal.statements import constant, param
from service.journal.transaction import AT
from service.people import records
from service.people.belonging import added_oneself, belongs_now, held, is_one, seen


@VISIBLE.of(DETAIL)
def visible_details(detail: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those of the case in whose name they were recorded, where one has it; and, as their audience allows, of those who belong now
    to a case that one has, or that one sees.

    That somebody is seen through the household of another case opens nothing that was kept to the first.
    """
    for_all = detail.c.audience == constant(Audience.EVERYBODY)
    for_holders = detail.c.audience == constant(Audience.CASE_HOLDERS)
    return or_(
        is_one(detail.c.case_id, held(actor)),
        and_(for_all, or_(belongs_now(detail.c.person_id, seen(actor)), is_one(detail.c.case_id, seen(actor)))),
        and_(for_holders, belongs_now(detail.c.person_id, held(actor))),
        added_oneself(detail.c.person_id, actor),
    )


def in_use(detail: Any) -> Any:
    """Tell whether somebody can be reached by a detail: it has not ended, and is not known to be wrong."""
    return detail.c.ended_at.is_(None) & detail.c.in_error_at.is_(None)


def case_found(person: Any) -> Any:
    """Tell whether the case that was named is one that the actor has and that the person belongs to."""
    asked = param("case_id", CASE.c.id)
    return and_(is_one(asked, held(WRITER)), belongs_now(person.c.id, lambda its: its.c.id == asked))


LOAD = records.loading("load person to add a contact detail", case_found=case_found)
LOAD_OF_DETAIL = records.loading_of(DETAIL)
ADD = records.adding(DETAIL)
AMEND = records.amending(DETAIL, *EDITABLE)
ENDED = {name: param(f"contact_detail_{name}", DETAIL.c[name]) for name in ("end_reason", "revision")}
END = records.changing("end contact detail", DETAIL, {**ENDED, "ended_at": AT})
