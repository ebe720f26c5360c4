"""Who sees an event, and how it reads for a person."""

from typing import Any

from sqlalchemy import JSON, ColumnElement, FromClause, Text, and_, cast, exists, func, select

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.cases.tables import CASE
from service.cases.titles import title_once
from service.cases.visibility import sees_history
from service.journal.statements import constant
from service.journal.transaction import EVENT


@VISIBLE.of(EVENT)
def visible_events(event: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See the events of cases whose history one sees; through a visible case it is asked of that case, once."""
    its = CASE.alias()
    its_case = select(its.c.id).where(its.c.id == event.c.stream_id, sees_history(its, actor)).correlate_except(its)
    return and_(event.c.stream_kind == constant("case"), exists(its_case))


def of_case(row: FromClause, event: FromClause) -> ColumnElement[bool]:
    """Tell whether an event is one of a case."""
    return and_(event.c.stream_kind == constant("case"), event.c.stream_id == row.c.id)


VISIBLE.follows(EVENT, CASE, of_case, when=sees_history)


def in_payload(event: FromClause, *path: str) -> Any:
    """Write a text of an event's payload; null where it has none, or was erased."""
    return func.json_extract_path_text(cast(event.c.payload, JSON), *map(constant, path))


def said(event: FromClause) -> Any:
    """Write the note that went with an event: of a move in its data, of a note its text, of anything else beside it."""
    places = (("data", "note"), ("data", "comment"), ("data", "why"), ("note", "text"), ("note",), ("why",))
    return func.coalesce(*(in_payload(event, *place) for place in places))


def state_named(event: FromClause, word: str) -> Any:
    """Write the title of the state that an event of a case names."""
    return title_once(event.c.stream_id, cast(in_payload(event, word), Text))
