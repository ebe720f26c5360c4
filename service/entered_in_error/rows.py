"""Who sees that an entry was marked as wrong, and the SQL of marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, Update, and_, exists, func, insert, or_, select, update

from service.access.actor import Actor
from service.access.standing import WRITER
from service.access.visible import VISIBLE
from service.cases import loads, writes
from service.cases.records import case_of, the_record
from service.cases.tables import CASE, CASE_CHILD
from service.cases.visibility import of_visible_case
from service.entered_in_error.nouns import OF_CASES, OF_PEOPLE, Noun
from service.entered_in_error.tables import MARK
from service.journal.statements import Statement, constant, param, params, whole
from service.journal.transaction import AT, recorded
from service.people import rows as people
from service.people.belonging import is_one, of_somebody_one_works_with, seen
from service.people.records import person_of
from service.people.tables import PERSON

RECORD_ID = param("record_id", MARK.c.record_id)


@VISIBLE.of(MARK)
def visible_marks(mark: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those of entries that one sees: of visible cases, and each of a person's where the entry itself is visible.

    What is seen of everybody one works with is asked once for all its nouns, by the person whom the mark names as well.
    """
    alike = [noun for noun in OF_PEOPLE if VISIBLE.predicates[noun.table] is of_somebody_one_works_with]
    of_these = and_(mark.c.noun.in_([constant(noun.word) for noun in alike]), of_somebody_one_works_with(mark, actor))
    others = (noun for noun in OF_PEOPLE if noun not in alike)
    theirs = (and_(mark.c.noun == constant(noun.word), is_seen(noun.table, mark.c.record_id, actor)) for noun in others)
    return or_(is_one(mark.c.case_id, seen(actor)), of_these, *theirs)


def is_seen(table: Table, key: ColumnElement[Any], actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor sees the row of a table that has a key."""
    row = table.alias()
    return exists(select(row.c.id).where(row.c.id == key, VISIBLE.predicate(row, table, actor)).correlate_except(row))


def standing_mark(word: str) -> Any:
    """Write the mark of an entry that was not dismissed, as JSON."""
    return whole(
        MARK, and_(MARK.c.noun == constant(word), MARK.c.record_id == RECORD_ID, MARK.c.outcome.is_distinct_from(constant("dismissed")))
    )


def instead_found(noun: Noun) -> ColumnElement[bool]:
    """Tell whether the right entry is one of the same kind that the actor sees, and that counts."""
    row = noun.table.alias()
    right = [row.c.id == param("instead_id", MARK.c.instead_id), row.c.in_error_at.is_(None)]
    sees = of_visible_case(row, WRITER) if noun in OF_CASES else VISIBLE.predicate(row, noun.table, WRITER)
    return exists(select(row.c.id).where(*right, sees).correlate_except(row))


def left_alone(person: Any) -> Any:
    """Count the open cases on which nobody else is a child whose help goes on."""
    case, child, other, who = CASE.alias(), CASE_CHILD.alias(), CASE_CHILD.alias(), PERSON.alias()
    others = select(other.c.person_id).join(who, who.c.id == other.c.person_id)
    others = others.where(other.c.case_id == case.c.id, other.c.person_id != person.c.id)
    others = others.where(other.c.ended_at.is_(None), who.c.in_error_at.is_(None)).correlate_except(other, who)
    here = [child.c.person_id == person.c.id, child.c.ended_at.is_(None), case.c.closed_at.is_(None), ~exists(others)]
    found = select(func.count()).select_from(child.join(case, case.c.id == child.c.case_id)).where(*here)
    return found.correlate_except(child, case).scalar_subquery()


@dataclass(frozen=True, slots=True)
class Marking:
    """What can be written about the entries of one noun: each statement locks or changes the case or the person they are part of."""

    noun: Noun
    stream: str
    load: Statement
    mark: Statement
    amend: Statement
    decide: Statement
    confirm: Statement


STREAMS: Mapping[str, Any] = {
    loads.STREAM: (loads.loading, case_of, writes.changed),
    people.STREAM: (people.loading, person_of, people.changed),
}
"""How what an entry is part of is loaded, found and said to have changed, by the kind of its stream."""

MARK_ID = MARK.c.id == param("mark_id", MARK.c.id)


def amended(*columns: str) -> Update:
    """Change some columns of a mark, its revision with them."""
    return update(MARK).where(MARK_ID).values({name: param(f"error_mark_{name}", MARK.c[name]) for name in (*columns, "revision")})


def decided() -> Update:
    """Write down what the second look found."""
    return amended("outcome", "decided_by", "note").values(decided_at=AT)


def struck(noun: Noun, change: Update) -> tuple[Update, ...]:
    """Strike an entry through beside the change of what it is part of; a person is that itself."""
    if noun.table is PERSON:
        return (change.values(in_error_at=AT),)
    return change, update(noun.table).where(the_record(noun.table)).values(in_error_at=AT)


def marking(noun: Noun, stream: str) -> Marking:
    """Compile what can be written about the entries of a noun."""
    load, whose, changed = STREAMS[stream]
    facts = {
        "record": lambda _row: whole(noun.table, the_record(noun.table)),
        "mark": lambda _row: standing_mark(noun.word),
        "instead_found": lambda _row: instead_found(noun),
    }
    if noun.table is PERSON:
        facts["left_alone"] = left_alone
    return Marking(
        noun,
        stream,
        load(f"load {stream} of {noun.word} in error", whose(noun.table), **facts),
        recorded(f"mark {noun.word} in error", changed(), insert(MARK).values(params(MARK, "error_mark"))),
        recorded(f"amend mark of {noun.word}", changed(), amended("reason", "instead_id")),
        recorded(f"dismiss mark of {noun.word}", changed(), decided()),
        recorded(f"confirm {noun.word} in error", *struck(noun, changed()), decided()),
    )


MARKINGS = {noun.word: marking(noun, loads.STREAM) for noun in OF_CASES} | {noun.word: marking(noun, people.STREAM) for noun in OF_PEOPLE}
"""By the word with which the ids of a noun begin."""
