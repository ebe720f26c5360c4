"""Who sees a request for help, and the SQL of requests: one opens a case, with all that belongs to it, in one statement."""

from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    FromClause,
    Integer,
    Uuid,
    and_,
    bindparam,
    cast,
    exists,
    false,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from service.access.actor import Actor
from service.access.standing import WRITER, in_the_council, is_active, named
from service.access.visible import VISIBLE
from service.cases import loads, writes
from service.cases.tables import CASE, CASE_CHILD, CASE_NUMBER
from service.cases.visibility import visible_cases
from service.configuration.facts import in_force
from service.households.rows import visible_households
from service.households.tables import HOUSEHOLD, MEMBER
from service.journal.statements import constant, number, param, params, statement, whole
from service.journal.transaction import AT, CLOCK, ITS_KEY, KEY, STREAM_ID, beginning, recorded
from service.linked_cases.rows import previous_case
from service.people.rows import visible_people
from service.people.tables import PERSON
from service.relationships.tables import RELATIONSHIP
from service.requests.tables import REQUEST
from service.teams.tables import TEAM
from service.waits import writing as waits
from service.waits.tables import WaitKind


@VISIBLE.of(REQUEST)
def visible_requests(request: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those of visible cases, and those that one made oneself, as long as nobody else has written in them.

    Who hands a request over sees nothing of the case: what its people write into the request is part of their work on it.
    """
    case = CASE.alias()
    of_case = select(case.c.id).where(case.c.id == request.c.case_id, VISIBLE.predicate(case, CASE, actor))
    return or_(exists(of_case.correlate_except(case)), made_by(request, actor))


def made_by(request: FromClause, actor: Actor) -> ColumnElement[bool]:
    """Tell whether a request says what the actor told, and nothing that somebody else wrote."""
    return and_(request.c.requested_by == actor.id, request.c.rewritten_by.is_(None), is_active(actor))


VISIBLE.follows(REQUEST, CASE, REQUEST.c.case_id)

HOUSEHOLD_ID, LOCALITY_ID = param("household_id", HOUSEHOLD.c.id), param("locality_id", TEAM.c.locality_id)
CHILD_IDS = bindparam("child_ids", type_=ARRAY(Uuid()))


def case_reference(request: FromClause) -> Any:
    """Write the reference of the case that a request opened: whoever asked may know it, and no more of the case."""
    case = CASE.alias()
    return select(case.c.reference).where(case.c.id == request.c.case_id).correlate_except(case).scalar_subquery()


def next_number() -> Any:
    """Take the next number of the year, unless the key has had its effect; its row stays locked, so that none is lost or given twice."""
    year = cast(func.extract("year", func.timezone(constant("Europe/London"), CLOCK)), Integer)
    used = exists(select(KEY.c.key).where(ITS_KEY))
    first = upsert(CASE_NUMBER).from_select(["year", "last"], select(year, number(1)).where(~used))
    return first.on_conflict_do_update(index_elements=["year"], set_={"last": CASE_NUMBER.c.last + number(1)}).returning(
        CASE_NUMBER.c.year, CASE_NUMBER.c.last
    )


def triage_team() -> Any:
    """Find the team that triages the requests of a locality: its own, or else the whole council's."""
    team = TEAM.alias()
    here = select(team.c.id).where(team.c.triages, or_(team.c.locality_id == LOCALITY_ID, team.c.locality_id.is_(None)))
    return here.order_by(team.c.locality_id.nulls_last()).limit(number(1)).scalar_subquery()


def household_found() -> Any:
    """Tell whether the household is one that the actor sees."""
    household = HOUSEHOLD.alias()
    return exists(select(household.c.id).where(household.c.id == HOUSEHOLD_ID, visible_households(household, WRITER)))


def children_found() -> Any:
    """Gather the ids of those children, of all who were named, whom the actor sees and who were not entered in error."""
    person = PERSON.alias()
    named_child = [person.c.id == func.any(CHILD_IDS), person.c.kind != constant("adult"), person.c.in_error_at.is_(None)]
    seen = [*named_child, visible_people(person, WRITER)]
    return func.array(select(person.c.id).where(*seen).scalar_subquery())


def at_home() -> Any:
    """Gather the ids of those who belong to the household now."""
    member = MEMBER.alias()
    return func.array(select(member.c.person_id).where(member.c.household_id == HOUSEHOLD_ID, member.c.left_at.is_(None)).scalar_subquery())


NUMBER = next_number().cte("number")
BEGIN = statement(
    "begin request for help",
    beginning(
        standings=named(WRITER, in_the_council(WRITER)),
        settings=in_force(CLOCK, LOCALITY_ID),
        team_id=triage_team(),
        household_found=household_found(),
        previous_case_id=previous_case(HOUSEHOLD_ID, CHILD_IDS),
        children_found=children_found(),
        at_home=at_home(),
        year=select(NUMBER.c.year).scalar_subquery(),
        number=select(NUMBER.c.last).scalar_subquery(),
    ),
    stream=loads.STREAM,
)

OF_CASE = params(CASE, "case")
HELPED = func.unnest(CHILD_IDS).column_valued("helped")
REQUEST_HELP = recorded(
    "request help",
    insert(CASE).values(OF_CASE),
    insert(CASE_CHILD).from_select(["case_id", "person_id", "joined_at"], select(STREAM_ID, HELPED, AT)),
    insert(REQUEST).values(params(REQUEST, "request")),
    writes.enter(),
    waits.begin(WaitKind.REFERRER_TO_BE_TOLD),
    update(HOUSEHOLD)
    .where(HOUSEHOLD.c.id == param("case_household_id", HOUSEHOLD.c.id), HOUSEHOLD.c.unattached)
    .values(unattached=false()),
    update(PERSON)
    .where(
        PERSON.c.unattached,
        or_(
            PERSON.c.id == func.any(CHILD_IDS),
            PERSON.c.id.in_(
                select(MEMBER.c.person_id).where(
                    MEMBER.c.household_id == param("case_household_id", HOUSEHOLD.c.id), MEMBER.c.left_at.is_(None)
                )
            ),
            PERSON.c.id.in_(
                select(RELATIONSHIP.c.relative_id).where(
                    RELATIONSHIP.c.person_id == func.any(CHILD_IDS), RELATIONSHIP.c.in_error_at.is_(None)
                )
            ),
        ),
    )
    .values(unattached=false()),
)
ASKED_FOR = param("request_id", REQUEST.c.id)


def made_by_the_actor(case: Any) -> ColumnElement[bool]:
    """Tell whether the actor made the request that opened a case: they see it, and may amend it, without seeing the case."""
    return exists(select(REQUEST.c.id).where(REQUEST.c.case_id == case.c.id, made_by(REQUEST, WRITER)).correlate_except(REQUEST))


LOAD_OF_REQUEST = loads.loading(
    "load case of request",
    CASE.c.id == select(REQUEST.c.case_id).where(REQUEST.c.id == ASKED_FOR).scalar_subquery(),
    or_(visible_cases(CASE, WRITER), made_by_the_actor(CASE)),
    request=lambda row: whole(REQUEST, REQUEST.c.id == ASKED_FOR),
)
EDITABLE = ("source", "referrer_name", "referrer_role", "referrer_contact", "worries", "hopes", "family_knows")
AMEND_REQUEST = recorded(
    "amend request",
    writes.changed(),
    update(REQUEST)
    .where(REQUEST.c.id == param("request_id", REQUEST.c.id))
    .values({name: param(f"request_{name}", REQUEST.c[name]) for name in (*EDITABLE, "revision", "rewritten_by")}),
)
