"""The contract of marks: which entry is said to be wrong, by whom, and what somebody else made of it."""

from enum import StrEnum
from typing import Any

import graphene
from graphene import Int, String
from sqlalchemy import Text, cast

from service.access.visible import VISIBLE
from service.cases.tables import CASE
from service.entered_in_error.nouns import OF_CASES, OF_PEOPLE
from service.entered_in_error.rows import visible_marks  # noqa: F401  (registers the predicate)
from service.entered_in_error.tables import MARK, Outcome
from service.journal.statements import constant
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Connection, Entity, Expr, GlobalId, One
from service.scalars import DateTime
from service.words import enumeration


class EntryNoun(StrEnum):
    """What kind of entry is marked."""

    NOTE = "note"
    AGREEMENT = "agreement"
    MARKER = "marker"
    PERSON = "person"
    RELATIONSHIP = "relationship"
    CONTACT_DETAIL = "detail"
    SAFE_CONTACT = "safecontact"
    ACCESS_NEEDS = "accessneeds"


NounName = enumeration(
    EntryNoun,
    NOTE="A case note.",
    AGREEMENT="An answer about working with early help.",
    MARKER="A warning marker for visits.",
    PERSON="The record of a person, such as one who was added twice.",
    RELATIONSHIP="Who somebody is to a child.",
    CONTACT_DETAIL="A telephone number, an address or another way to reach somebody.",
    SAFE_CONTACT="How somebody may be reached safely.",
    ACCESS_NEEDS="What somebody needs in order to take part.",
)
OutcomeName = enumeration(
    Outcome,
    "ErrorMarkOutcome",
    CONFIRMED="The entry is wrong: it is struck through, and counts for nothing.",
    DISMISSED="The entry stays as it is.",
)


def named(column: str) -> Any:
    """Spell the id of an entry of the mark's noun."""
    return lambda mark: mark.c.noun + constant("_") + cast(mark.c[column], Text)


class ErrorMark(Entity, table=MARK, record="mark", interfaces=[Node]):
    """That somebody says an entry is wrong, and what somebody else made of it. The entry itself is never deleted."""

    id = GlobalId("mark")
    noun = NounName(required=True, description="What kind of entry it is.")
    record_id = Expr(graphene.ID, named("record_id"), required=True, never_null=True, description="The entry that is said to be wrong.")
    reason = String(required=True, description="Why it is wrong.")
    instead_id = Expr(graphene.ID, named("instead_id"), description="The right entry, where there is one; null when none was named.")
    marked_by = One(Practitioner, via="marked_by", description="Who marked it.")
    marked_at = DateTime(required=True, description="When they did.")
    outcome = OutcomeName(description="What the second look found; null while nobody else has looked.")
    decided_by = One(Practitioner, via="decided_by", description="Who looked a second time, or took their own mark back.")
    decided_at = DateTime(description="When they did.")
    note = String(description="What they wrote about it.")
    revision = Int(required=True, description="How often the mark has been written, from 1; sent back when it is amended.")


def on_noun(word: str) -> Any:
    """Say how a mark hangs on the entry of a noun."""
    return lambda record, mark: (mark.c.noun == constant(word)) & (mark.c.record_id == record.c.id)


HANGS = {noun.word: on_noun(noun.word) for noun in (*OF_CASES, *OF_PEOPLE)}
for noun in (*OF_CASES, *OF_PEOPLE):
    VISIBLE.follows(MARK, noun.table, HANGS[noun.word])
VISIBLE.follows(MARK, CASE, MARK.c.case_id)


def mark_of(word: str) -> One:
    """Declare, in the type of a noun, the mark that stands on an entry."""
    return One(
        ErrorMark,
        on=HANGS[word],
        only=lambda mark: mark.c.outcome.is_distinct_from(constant("dismissed")),
        description="That it is said or known to be wrong, why, and by whom; null while it stands as it is.",
    )


IN_ERROR_SAID = "Since when it is known to be wrong and counts for nothing: show it struck through. Null while it counts."


class Queries(graphene.ObjectType):
    """What can be asked about wrong entries."""

    entries_to_look_at = Connection(
        ErrorMark,
        only=lambda mark: mark.c.outcome.is_(None),
        order=["marked_at", "id"],
        description="The entries that you may see, were marked as wrong and wait for a second look, the longest waiting first.",
    )
