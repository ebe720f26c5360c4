"""Who sees a household, and the SQL of households and their members."""

from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    FromClause,
    Text,
    Uuid,
    and_,
    bindparam,
    column,
    exists,
    false,
    func,
    insert,
    literal_column,
    not_,
    or_,
    select,
    union,
    update,
)

from service.access.actor import Actor
from service.access.standing import WRITER, any_of, in_the_council, is_active, named
from service.access.visible import VISIBLE
from service.cases.tables import CASE, CASE_CHILD
from service.cases.visibility import visible_cases  # noqa: F401  (registers the predicate)
from service.households.rules import EDITABLE
from service.households.tables import HOUSEHOLD, MEMBER
from service.journal.statements import Statement, constant, param, params, statement, whole
from service.journal.transaction import AT, STREAM_ID, VERSION, beginning, for_change, recorded
from service.people.rows import visible_people
from service.people.standing import through_cases
from service.people.tables import PERSON

STREAM = "household"


@VISIBLE.of(HOUSEHOLD)
def visible_households(household: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those of visible cases, and those that one added oneself while no case holds them yet."""
    own = and_(household.c.unattached, household.c.added_by == actor.id, is_active(actor))
    case = CASE.alias()
    held = select(case.c.id).where(case.c.household_id == household.c.id, VISIBLE.predicate(case, CASE, actor))
    return or_(exists(held.correlate_except(case)), own)


@VISIBLE.of(MEMBER)
def visible_members(member: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See who belongs to a visible household."""
    return member.c.household_id.in_(VISIBLE.rows(HOUSEHOLD, actor, "id"))


VISIBLE.follows(HOUSEHOLD, CASE, CASE.c.household_id)
VISIBLE.follows(MEMBER, HOUSEHOLD, MEMBER.c.household_id)


PERSON_IDS = bindparam("person_ids", type_=ARRAY(Uuid()))
THE_HOUSEHOLD = HOUSEHOLD.c.id == bindparam("household_id", type_=Uuid())
THE_MEMBER = MEMBER.c.id == bindparam("member_id", type_=Uuid())


def kinds_of_people() -> Any:
    """Say, as JSON, of what kind each of the people named is whom the actor sees."""
    person = PERSON.alias()
    found = func.coalesce(func.json_object_agg(person.c.id, person.c.kind), literal_column("'{}'::json"))
    return select(found).where(person.c.id == func.any(PERSON_IDS), visible_people(person, WRITER)).scalar_subquery()


def loading(name: str, condition: ColumnElement[bool], **more: Any) -> Statement:
    """Compile a load of a household for change, with how the actor stands to it, and more facts."""

    def asked(row: Any) -> dict[str, Any]:
        through = through_cases(
            WRITER, lambda case: case.c.household_id == row.c.id, added=and_(row.c.unattached, row.c.added_by == WRITER.id)
        )
        return {"standings": named(WRITER, through), **more}

    locked = select(HOUSEHOLD).where(condition, visible_households(HOUSEHOLD, WRITER))
    return statement(name, for_change(locked, stream=STREAM, facts=asked), stream=STREAM)


def the_member() -> Any:
    """Write the membership that is to end, as JSON."""
    return whole(MEMBER, THE_MEMBER)


def family(case: Any) -> Any:
    """Gather, as JSON, the children of a case and those of its household, those who left among them."""
    person, child, member, now, here = PERSON.alias(), CASE_CHILD.alias(), MEMBER.alias(), CASE_CHILD.alias(), MEMBER.alias()
    children = select(child.c.person_id).where(child.c.case_id == case.c.id).correlate_except(child)
    members = select(member.c.person_id).where(member.c.household_id == case.c.household_id).correlate_except(member)
    on_case = exists(select(now.c.person_id).where(now.c.case_id == case.c.id, now.c.person_id == person.c.id, now.c.ended_at.is_(None)))
    role = select(here.c.role).where(here.c.household_id == case.c.household_id, here.c.person_id == person.c.id, here.c.left_at.is_(None))
    said = {
        **{name: person.c[name] for name in ("id", "kind", "sex")},
        "name": person.c.given_name,
        "born": person.c.birth_date,
        "expected": person.c.expected_on,
        "on_case": on_case.correlate_except(now),
        "role": role.correlate_except(here).scalar_subquery(),
    }
    each = func.json_build_object(*(part for name, value in said.items() for part in (constant(name), value)))
    # An array, and not IN: two of those beside each other would have everybody of the council looked through.
    found = select(func.json_agg(each)).where(person.c.id == any_of(union(children, members)))
    return found.correlate_except(person).scalar_subquery()


BEGIN = statement("begin household", beginning(standings=named(WRITER, in_the_council(WRITER)), kinds=kinds_of_people()), stream=STREAM)
LOAD = loading("load household for change", THE_HOUSEHOLD)
LOAD_TO_ADD = loading("load household to add a member", THE_HOUSEHOLD, kinds=kinds_of_people())
LOAD_OF_MEMBER = loading(
    "load household of member", HOUSEHOLD.c.id == select(MEMBER.c.household_id).where(THE_MEMBER).scalar_subquery(), member=the_member()
)

GIVEN = (
    func.unnest(bindparam("member_ids", type_=ARRAY(Uuid())), PERSON_IDS, bindparam("roles", type_=ARRAY(Text())))
    .table_valued(column("id", Uuid()), column("person_id", Uuid()), column("role", Text()), name="given")
    .render_derived()
)
ENTER = insert(MEMBER).from_select(
    ["id", "household_id", "person_id", "role", "joined_at"], select(GIVEN.c.id, STREAM_ID, GIVEN.c.person_id, GIVEN.c.role, AT)
)
HELD = exists(select(HOUSEHOLD.c.id).where(HOUSEHOLD.c.id == STREAM_ID, not_(HOUSEHOLD.c.unattached)))
ATTACH = update(PERSON).where(PERSON.c.id == func.any(PERSON_IDS), PERSON.c.unattached, HELD).values(unattached=false())
"""A person who joins a household that a case holds is held by that case."""

CHANGED = update(HOUSEHOLD).where(HOUSEHOLD.c.id == STREAM_ID)
ADD_HOUSEHOLD = recorded("add household", insert(HOUSEHOLD).values(params(HOUSEHOLD, "household")), ENTER)
AMEND_HOUSEHOLD = recorded(
    "amend household", CHANGED.values(version=VERSION, **{name: param(f"household_{name}", HOUSEHOLD.c[name]) for name in EDITABLE})
)
ADD_MEMBER = recorded("add household member", CHANGED.values(version=VERSION), ENTER, ATTACH)
END_MEMBER = recorded("end household member", CHANGED.values(version=VERSION), update(MEMBER).where(THE_MEMBER).values(left_at=AT))
