"""Who is possibly recorded twice, in SQL: judged among all people, whoever may see them."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, func, not_, or_, select

from service.cases.children import children
from service.duplicates.rules import BEGINNING
from service.duplicates.tables import DUPLICATE
from service.journal.statements import number
from service.people.tables import PERSON

Sql = ColumnElement[Any]
TABLES = (DUPLICATE, PERSON)
IDENTIFIERS = ("nhs_number", "upn", "uln")


def same_identifier(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Tell whether two records share a number that only one person can have."""
    return or_(*(one.c[name] == other.c[name] for name in IDENTIFIERS))


def possible(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Tell whether two records could be about one person: the same number, or the same date of birth and a similar name.

    Twins share a date of birth and a family name, so the given name has to be alike. Who was entered in error is no duplicate any more.
    """

    def alike(name: str) -> ColumnElement[bool]:
        return func.lower(one.c[name]) == func.lower(other.c[name])

    begins = func.left(func.lower(one.c.given_name), number(BEGINNING)) == func.left(func.lower(other.c.given_name), number(BEGINNING))
    similar = or_(alike("given_name"), and_(begins, alike("family_name")))
    count = and_(one.c.in_error_at.is_(None), other.c.in_error_at.is_(None))
    return and_(other.c.id != one.c.id, count, or_(same_identifier(one, other), and_(one.c.birth_date == other.c.birth_date, similar)))


def is_decided(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Tell whether somebody decided about two records, on whichever case and from whichever side."""
    said = DUPLICATE.alias()
    pair = [and_(said.c.person_id == a.c.id, said.c.other_id == b.c.id) for a, b in ((one, other), (other, one))]
    return exists(select(said.c.id).where(or_(*pair)).correlate_except(said))


def unresolved_duplicates(row: FromClause, now: Sql) -> Sql:
    """Name the children of the case with a possible duplicate on which nobody has decided."""

    def unresolved(person_id: Sql) -> ColumnElement[bool]:
        me, other = PERSON.alias(), PERSON.alias()
        found = select(other.c.id).where(me.c.id == person_id, possible(me, other), not_(is_decided(me, other)))
        return exists(found.correlate_except(me, other))

    return children(row, unresolved)
