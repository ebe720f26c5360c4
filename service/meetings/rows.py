"""Who sees a meeting, and the SQL of meetings: all that a meeting agrees is written by one statement."""

from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Date,
    FromClause,
    Text,
    Uuid,
    bindparam,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.cases import loads, writes
from service.cases.cycles import CYCLE
from service.cases.tables import CASE
from service.cases.visibility import of_visible_case
from service.households.rows import family
from service.journal.statements import constant, number, param, params
from service.journal.transaction import AT, STREAM_ID, recorded
from service.lead_professionals.rows import is_active, leads_now, works_here
from service.lead_professionals.tables import LEAD
from service.meetings.rules import EDITABLE
from service.meetings.tables import FAMILY_INVITED, MEETING, TEAM_INVITED
from service.plans.rows import as_json, helpers, statuses
from service.plans.tables import ACTION, OUTCOME
from service.waits import writing as waits
from service.waits.tables import WaitKind

VISIBLE.of(MEETING)(of_visible_case)


@VISIBLE.of(TEAM_INVITED)
@VISIBLE.of(FAMILY_INVITED)
def of_visible_meeting(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See who was invited to a visible meeting."""
    return row.c.meeting_id.in_(VISIBLE.rows(MEETING, actor, "id"))


THE_ID = bindparam("meeting_id", type_=Uuid())
THE_MEETING = MEETING.c.id == THE_ID


def presences(table: Any, who: str) -> Any:
    """Make a fact of who was invited to the meeting and whether they came: a JSON object, by key."""

    def of_meeting(_case: Any) -> Any:
        each = table.alias()
        found = func.coalesce(func.json_object_agg(each.c[who], each.c.presence), literal_column("'{}'::json"))
        return select(found).where(each.c.meeting_id == THE_ID).correlate_except(each).scalar_subquery()

    return of_meeting


ITS_CASE = CASE.c.id == select(MEETING.c.case_id).where(THE_MEETING).scalar_subquery()
LOAD = loads.loading(
    "load case to record a meeting",
    family=family,
    helpers=helpers,
    outcomes=statuses(OUTCOME),
    **CYCLE,
    **loads.SETTINGS,
    is_active=is_active,
    works_here=works_here,
    leads=leads_now,
)
LOAD_OF_MEETING = loads.loading(
    "load case of meeting",
    ITS_CASE,
    meeting=as_json(MEETING, THE_MEETING),
    team=presences(TEAM_INVITED, "practitioner_id"),
    persons=presences(FAMILY_INVITED, "person_id"),
    family=family,
    helpers=helpers,
)


def invite(table: Any, who: str) -> Any:
    """Write who was invited and whether they came; somebody who was written down before is written down anew."""
    keys, came = bindparam(f"invited_{who}", type_=ARRAY(Uuid())), bindparam(f"presence_{who}", type_=ARRAY(Text()))
    given = func.unnest(keys, came).table_valued(column("key", Uuid()), column("presence", Text()), name=f"of_{who}").render_derived()
    each = upsert(table).from_select(["meeting_id", who, "presence"], select(THE_ID, given.c.key, given.c.presence))
    return each.on_conflict_do_update(index_elements=["meeting_id", who], set_={"presence": each.excluded.presence})


def uninvite(table: Any, who: str) -> Any:
    """Remove whom the new list of invitations does not name."""
    return delete(table).where(table.c.meeting_id == THE_ID, table.c[who] != func.all(bindparam(f"invited_{who}", type_=ARRAY(Uuid()))))


AGREED = (
    ("id", Uuid()),
    ("outcome_id", Uuid()),
    ("what", Text()),
    ("practitioner_id", Uuid()),
    ("person_id", Uuid()),
    ("by_when", Date()),
)
GIVEN = (
    func.unnest(*(bindparam(f"agreed_{name}", type_=ARRAY(kind)) for name, kind in AGREED))
    .table_valued(*(column(name, kind) for name, kind in AGREED), name="given")
    .render_derived()
)
NEW: dict[str, Any] = {
    **{name: GIVEN.c[name] for name, _ in AGREED},
    "case_id": STREAM_ID,
    "status": constant("open"),
    "meeting_id": THE_ID,
    "added_by": bindparam("event_actor", type_=Uuid()),
    "added_at": AT,
    "revision": number(1),
}
ADD_ACTIONS = insert(ACTION).from_select(list(NEW), select(*NEW.values()))

WHAT_WAS_AGREED = (
    writes.changed("next_review_on", "due_at"),
    writes.of_stay("due_at"),
    insert(MEETING).values(params(MEETING, "meeting")),
    invite(TEAM_INVITED, "practitioner_id"),
    invite(FAMILY_INVITED, "person_id"),
    ADD_ACTIONS,
)
LEAD_ID = {"id": param("meeting_lead_id", LEAD.c.id), "practitioner_id": bindparam("practitioner_id", type_=Uuid())}
RECORD_MEETING = recorded("record meeting", *WHAT_WAS_AGREED)
RECORD_MEETING_WITH_LEAD = recorded(
    "record meeting with lead professional",
    *WHAT_WAS_AGREED,
    update(LEAD).where(LEAD.c.case_id == STREAM_ID, LEAD.c.ended_at.is_(None)).values(ended_at=AT),
    insert(LEAD).values(case_id=STREAM_ID, kind=constant("agreed"), started_at=AT, **LEAD_ID),
    waits.end(WaitKind.LEAD_TO_BE_AGREED),
)
AMEND_MEETING = recorded(
    "amend meeting",
    writes.changed(),
    update(MEETING).where(THE_MEETING).values({name: param(f"meeting_{name}", MEETING.c[name]) for name in (*EDITABLE, "revision")}),
    uninvite(TEAM_INVITED, "practitioner_id"),
    uninvite(FAMILY_INVITED, "person_id"),
    invite(TEAM_INVITED, "practitioner_id"),
    invite(FAMILY_INVITED, "person_id"),
)
