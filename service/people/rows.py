"""Who sees a person, and the SQL of people."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Update,
    Uuid,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    union,
    update,
)

from service.access.actor import Actor
from service.access.standing import WRITER, any_of, in_the_council, is_active, named
from service.access.visible import VISIBLE
from service.cases import visibility as _cases  # noqa: F401  (registers the predicate of cases)
from service.cases.tables import CASE, CASE_CHILD
from service.households.tables import MEMBER
from service.journal.statements import Statement, constant, number, param, params, statement
from service.journal.transaction import STREAM_ID, VERSION, beginning, for_change, recorded
from service.people.rules import EDITABLE
from service.people.standing import through_cases
from service.people.tables import PERSON
from service.relationships.tables import RELATIONSHIP

STREAM = "person"


@VISIBLE.of(PERSON)
def visible_people(person: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those on a visible case, those of its household, the relatives of its children, and whom one added oneself while nobody's
    case holds them yet.
    """
    child, member, kin = CASE_CHILD.alias(), MEMBER.alias(), RELATIONSHIP.alias()
    on_a_case = select(child.c.person_id).where(child.c.person_id == person.c.id, child.c.case_id.in_(VISIBLE.rows(CASE, actor, "id")))
    theirs = member.c.household_id.in_(VISIBLE.rows(CASE, actor, "household_id"))
    at_home = select(member.c.person_id).where(member.c.person_id == person.c.id, theirs)
    children = select(CASE_CHILD.c.person_id).where(CASE_CHILD.c.case_id.in_(VISIBLE.rows(CASE, actor, "id")))
    related = select(kin.c.id).where(kin.c.relative_id == person.c.id, kin.c.in_error_at.is_(None), kin.c.person_id.in_(children))
    own = and_(person.c.unattached, person.c.added_by == actor.id, is_active(actor))
    ways = (on_a_case.correlate_except(child), at_home.correlate_except(member), related.correlate_except(kin))
    # Not IN, and none of it worked out beforehand: that would gather everybody the actor sees, to show one of them.
    return or_(*(exists(each.offset(number(0))) for each in ways), own)


VISIBLE.follows(PERSON, CASE_CHILD, CASE_CHILD.c.person_id)


def standings(person: FromClause) -> Any:
    """Name how the actor stands to a person: through the cases of which they are a child, a child's relative, or of the household."""
    child, member, kin, of_kin = CASE_CHILD.alias(), MEMBER.alias(), RELATIONSHIP.alias(), CASE_CHILD.alias()
    on_it = select(child.c.case_id).where(child.c.person_id == person.c.id).correlate_except(child)
    at_home = select(member.c.household_id).where(member.c.person_id == person.c.id, member.c.left_at.is_(None)).correlate_except(member)
    theirs_kin = select(of_kin.c.case_id).join(kin, kin.c.person_id == of_kin.c.person_id)
    related = theirs_kin.where(kin.c.relative_id == person.c.id, kin.c.in_error_at.is_(None)).correlate_except(of_kin, kin)
    theirs = through_cases(
        WRITER,
        lambda case: or_(case.c.id == any_of(union(on_it, related)), case.c.household_id == any_of(at_home)),
        added=and_(person.c.unattached, person.c.added_by == WRITER.id),
    )
    return named(WRITER, theirs)


NUMBERS = ("nhs_number", "upn", "uln")


def with_the_same_number() -> Any:
    """Gather, as JSON, those whom the actor sees and who have one of the numbers that were given. Of nobody else anything is told.

    Who was entered in error holds no number: the right record may have it.
    """
    other = PERSON.alias()
    said = ("id", "given_name", "family_name", *NUMBERS)
    found = func.json_build_object(*(part for name in said for part in (constant(name), other.c[name])))
    same = or_(*(other.c[name] == param(name, PERSON.c[name]) for name in NUMBERS))
    rows = func.coalesce(func.json_agg(found), literal_column("'[]'::json"))
    return select(rows).where(same, other.c.in_error_at.is_(None), visible_people(other, WRITER)).correlate_except(other).scalar_subquery()


BEGIN = statement("begin person", beginning(standings=named(WRITER, in_the_council(WRITER)), same=with_the_same_number()), stream=STREAM)
THE_PERSON = PERSON.c.id == bindparam("person_id", type_=Uuid())


def loading(name: str, condition: Any = THE_PERSON, **more: Callable[[Any], Any]) -> Statement:
    """Compile a load of a person for change, with how the actor stands to them, and more facts."""

    def asked(row: Any) -> dict[str, Any]:
        return {"standings": standings(row), **{each: write(row) for each, write in more.items()}}

    locked = select(PERSON).where(condition, visible_people(PERSON, WRITER))
    return statement(name, for_change(locked, stream=STREAM, facts=asked), stream=STREAM)


def changed() -> Update:
    """Say that a person's record has changed; its version is the number of the event that goes with it."""
    return update(PERSON).where(PERSON.c.id == STREAM_ID).values(version=VERSION)


LOAD = loading("load person for change", same=lambda _person: with_the_same_number())
ADD_PERSON = recorded("add person", insert(PERSON).values(params(PERSON, "person")))
AMENDED = {name: param(f"person_{name}", PERSON.c[name]) for name in EDITABLE}
AMEND_PERSON = recorded("amend person", changed().values(AMENDED))
