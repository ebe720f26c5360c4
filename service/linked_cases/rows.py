"""Who sees a decision about a brother or sister, and the SQL of cases that belong together."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Date, FromClause, Integer, cast, func, literal_column, or_, select

from service.access.standing import any_of
from service.access.visible import VISIBLE
from service.cases import loads, minimal, records
from service.cases.tables import CASE, CASE_CHILD
from service.cases.visibility import of_visible_case
from service.configuration.facts import value_set
from service.journal.statements import constant, number
from service.linked_cases import rules
from service.linked_cases.facts import is_considered, siblings
from service.linked_cases.tables import SIBLING

VISIBLE.of(SIBLING)(of_visible_case)


def sibling_hints(case: FromClause) -> Any:
    """Write, as JSON, the minimal answer about each brother or sister with a case of their own."""
    return siblings(
        case,
        id=lambda person, other: person.c.id,
        name=lambda person, other: person.c.given_name,
        agency=lambda person, other: minimal.agency(other),
        since=lambda person, other: minimal.since(other),
        lead_name=lambda person, other: minimal.lead(other, "name"),
        lead_role=lambda person, other: minimal.lead(other, "job_title"),
        lead_phone=lambda person, other: minimal.lead(other, "phone"),
        is_considered=lambda person, other: is_considered(case, person.c.id),
    )


def previous_case(household_id: Any, child_ids: Any) -> Any:
    """Name the case that a household or one of some children had last, if it has ended and was no mistake."""
    old, child = CASE.alias(), CASE_CHILD.alias()
    theirs = select(child.c.case_id).where(child.c.person_id == func.any(child_ids))
    ended = [old.c.closed_at.is_not(None), old.c.reason.not_in([constant(reason) for reason in rules.ADMINISTRATIVE])]
    found = select(old.c.id).where(or_(old.c.household_id == household_id, old.c.id == any_of(theirs)), *ended)
    return found.order_by(old.c.closed_at.desc(), old.c.id.desc()).limit(number(1)).scalar_subquery()


def is_rereferral(case: FromClause) -> Any:
    """Tell whether a case was opened within the window, as it then was, after the end of the one before, the anniversary included."""
    old = CASE.alias()
    day: Callable[[Any], Any] = lambda instant: cast(func.timezone(constant("Europe/London"), instant), Date)  # noqa: E731
    months = func.coalesce(cast(value_set("rereferral.months", case.c.opened_at), Integer), number(rules.MONTHS))
    window = func.make_interval(number(0), months)
    ended = select(day(old.c.closed_at) + window >= day(case.c.opened_at)).where(old.c.id == case.c.previous_case_id)
    return func.coalesce(ended.correlate_except(old).scalar_subquery(), literal_column("false"))


LOAD = loads.loading("load case to consider a sibling", siblings=sibling_hints)
LOAD_DECISION = records.loading_of(SIBLING)
ADD, AMEND = records.adding(SIBLING), records.amending(SIBLING, *rules.EDITABLE)
