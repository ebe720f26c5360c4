"""Who sees a plan, and the SQL of outcomes and actions."""

from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Date,
    DateTime,
    FromClause,
    Uuid,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    literal_column,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.cases import loads, writes
from service.cases.tables import CASE
from service.cases.visibility import of_visible_case
from service.households.rows import family
from service.journal.statements import constant, number, param, params
from service.journal.transaction import AT, recorded
from service.lead_professionals.tables import LEAD
from service.needs.tables import NEED
from service.plans.rules import DAYS_AHEAD, OF_ACTION, OF_OUTCOME, Timing
from service.plans.tables import ACTION, OUTCOME, OUTCOME_NEED
from service.practitioners.rules import IN_A_TEAM
from service.practitioners.tables import APPOINTMENT, PRACTITIONER
from service.reading import Opening
from service.team_around_family.tables import TEAM_MEMBER

VISIBLE.of(OUTCOME)(of_visible_case)
VISIBLE.of(ACTION)(of_visible_case)


@VISIBLE.of(OUTCOME_NEED)
def of_visible_outcome(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See which needs a visible outcome is for."""
    return row.c.outcome_id.in_(VISIBLE.rows(OUTCOME, actor, "id"))


NOW = func.statement_timestamp(type_=DateTime(timezone=True))
"""The instant of a reading: one for all rows of a statement, so that an index can be asked with it."""


def today(now: Any = NOW) -> Any:
    """Write the date in London at an instant."""
    return cast(func.timezone(constant("Europe/London"), now), Date)


def is_open(row: Any) -> Any:
    """Tell whether an outcome or action is open."""
    return row.c.status == constant("open")


def is_overdue(row: Any, now: Any = NOW) -> Any:
    """Tell whether something open is past its day."""
    return is_open(row) & (row.c.by_when < today(now))


def timing(row: Any, now: Any = NOW) -> Any:
    """Say how something open stands to its day, as the rule of the same name does; null for what is not open."""
    day = today(now)
    return case(
        (row.c.status != constant("open"), null()),
        (row.c.by_when < day, constant(Timing.OVERDUE)),
        (row.c.by_when == day, constant(Timing.DUE)),
        (row.c.by_when <= day + number(DAYS_AHEAD), constant(Timing.SOON)),
        else_=constant(Timing.LATER),
    )


def stands_in(row: Any, wanted: Any) -> Any:
    """Tell whether something stands to its day in one of some ways."""
    return timing(row) == func.any(wanted)


def of_open_case(action: Any) -> Any:
    """Tell whether the case of an action goes on: what was open when it ended is no longer anybody's to do."""
    row = CASE.alias()
    return action.c.case_id.in_(select(row.c.id).where(row.c.closed_at.is_(None)).correlate_except(row))


goes_on = Opening(of_open_case, CASE)


def helpers(row: FromClause) -> Any:
    """Gather who works with the family: the team around it, those of the team that has the case, its worker and its lead professional."""
    person, member, held, lead = PRACTITIONER.alias(), TEAM_MEMBER.alias(), APPOINTMENT.alias(), LEAD.alias()
    joined = select(member.c.practitioner_id).where(member.c.case_id == row.c.id, member.c.left_at.is_(None))
    role = held.c.role.in_([constant(role) for role in IN_A_TEAM])
    appointed = select(held.c.practitioner_id).where(held.c.team_id == row.c.team_id, role, held.c.ended_at.is_(None))
    leads = select(lead.c.practitioner_id).where(lead.c.case_id == row.c.id, lead.c.ended_at.is_(None))
    ways = [person.c.id == row.c.worker_id]
    ways += [person.c.id.in_(found.correlate_except(table)) for found, table in ((joined, member), (appointed, held), (leads, lead))]
    return func.array(select(person.c.id).where(person.c.ended_at.is_(None), or_(*ways)).correlate_except(person).scalar_subquery())


def statuses(table: FromClause) -> Any:
    """Make a fact of it how every row of a table stands that belongs to a case: a JSON object, by key."""

    def of_case(row: FromClause) -> Any:
        each = table.alias()
        found = func.coalesce(func.json_object_agg(each.c.id, each.c.status), literal_column("'{}'::json"))
        return select(found).where(each.c.case_id == row.c.id).correlate_except(each).scalar_subquery()

    return of_case


THE_OUTCOME = OUTCOME.c.id == bindparam("outcome_id", type_=Uuid())
THE_ACTION = ACTION.c.id == bindparam("action_id", type_=Uuid())


def as_json(table: Any, condition: Any) -> Any:
    """Make a fact of the row that is to change, as JSON."""
    return lambda _case: select(func.row_to_json(table.table_valued())).where(condition).scalar_subquery()


def its_needs(_case: Any) -> Any:
    """Gather the keys of the needs that the outcome is for, in their own order."""
    link = OUTCOME_NEED.alias()
    found = select(link.c.need_id).where(link.c.outcome_id == bindparam("outcome_id", type_=Uuid())).order_by(link.c.need_id)
    return func.array(found.correlate_except(link).scalar_subquery())


def its_open_actions(_case: Any) -> Any:
    """Count what is still to be done towards the outcome."""
    action = ACTION.alias()
    wanted = [action.c.outcome_id == bindparam("outcome_id", type_=Uuid()), action.c.status == constant("open")]
    return select(func.count()).select_from(action).where(*wanted).correlate_except(action).scalar_subquery()


CASE_OF_OUTCOME = CASE.c.id == select(OUTCOME.c.case_id).where(THE_OUTCOME).scalar_subquery()
CASE_OF_ACTION = CASE.c.id == select(ACTION.c.case_id).where(THE_ACTION).scalar_subquery()
WHO: dict[str, Any] = {"family": family, "helpers": helpers}
LOAD = loads.loading("load case to add an outcome", needs=statuses(NEED))
LOAD_OF_OUTCOME = loads.loading(
    "load case of outcome",
    CASE_OF_OUTCOME,
    outcome=as_json(OUTCOME, THE_OUTCOME),
    needs=statuses(NEED),
    need_ids=its_needs,
    open_actions=its_open_actions,
    **WHO,
)
LOAD_OF_ACTION = loads.loading("load case of action", CASE_OF_ACTION, action=as_json(ACTION, THE_ACTION), **WHO)

NEED_IDS = bindparam("need_ids", type_=ARRAY(Uuid()))
ANSWERED = func.unnest(NEED_IDS).column_valued("answered")
LINK = upsert(OUTCOME_NEED).from_select(["outcome_id", "need_id"], select(bindparam("outcome_id", type_=Uuid()), ANSWERED))
CLEAR = update(NEED).where(NEED.c.id == func.any(NEED_IDS), NEED.c.unanswered_why.is_not(None)).values(unanswered_why=null())
"""An outcome for a need takes away the reason why it had none."""


def set_columns(table: Any, prefix: str, *columns: str) -> dict[str, Any]:
    """Name a parameter for each of some columns, and for the revision."""
    return {name: param(f"{prefix}_{name}", table.c[name]) for name in (*columns, "revision")}


ADD_OUTCOME = recorded("add outcome", writes.changed(), insert(OUTCOME).values(params(OUTCOME, "outcome")), LINK, CLEAR)
AMEND_OUTCOME = recorded(
    "amend outcome",
    writes.changed(),
    update(OUTCOME).where(THE_OUTCOME).values(set_columns(OUTCOME, "outcome", *OF_OUTCOME)),
    delete(OUTCOME_NEED).where(
        OUTCOME_NEED.c.outcome_id == bindparam("outcome_id", type_=Uuid()), OUTCOME_NEED.c.need_id != func.all(NEED_IDS)
    ),
    LINK.on_conflict_do_nothing(),
    CLEAR,
)
END_OUTCOME = recorded(
    "end outcome",
    writes.changed(),
    update(OUTCOME).where(THE_OUTCOME).values(ended_at=AT, **set_columns(OUTCOME, "outcome", "status", "status_why")),
)
ADD_ACTION = recorded("add action", writes.changed(), insert(ACTION).values(params(ACTION, "action")))
AMEND_ACTION = recorded(
    "amend action", writes.changed(), update(ACTION).where(THE_ACTION).values(set_columns(ACTION, "action", *OF_ACTION))
)
END_ACTION = recorded(
    "end action",
    writes.changed(),
    update(ACTION).where(THE_ACTION).values(set_columns(ACTION, "action", "status", "done_on", "result")),
)
