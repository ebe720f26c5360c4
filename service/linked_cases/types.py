"""The contract of cases that belong together."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from graphene import ID, Boolean, Int, ObjectType, String

from service.linked_cases.rows import ADD  # noqa: F401  (registers the predicate)
from service.linked_cases.tables import SIBLING, SiblingAnswer
from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.scalars import Date, DateTime
from service.words import enumeration

AnswerName = enumeration(
    SiblingAnswer,
    "SiblingAnswer",
    JOIN="The children go on together, on one case.",
    APART="Each case goes on by itself.",
)


class SiblingDecision(Entity, table=SIBLING, part_of="case", interfaces=[Node]):
    """What was decided about a brother or sister who has a case of their own."""

    id = GlobalId("sibling")
    sibling = One(Person, via="sibling_id", description="The brother or sister.")
    answer = AnswerName(required=True, description="Whether the cases go together.")
    reason = String(required=True, description="Why it was decided so.")
    decided_by = One(Practitioner, description="Who decided.")
    decided_at = DateTime(required=True, description="When it was decided.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")


class SiblingCase(ObjectType):
    """The minimal answer about a brother or sister who has a case of their own: never more than this."""

    sibling_id = ID(required=True, description="The brother or sister.")
    name = String(required=True, description="Their given name.")
    agency = String(required=True, description="The agency whose team has their case.")
    since = Date(required=True, description="The day on which it was opened.")
    lead_name = String(description="The name of its lead professional; null while there is none.")
    lead_role = String(description="What the lead professional is.")
    lead_phone = String(description="How to ring the lead professional.")
    is_considered = Boolean(required=True, description="Whether it is decided to join or to stay apart.")

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> "SiblingCase":
        """Make it of what the statement gathered."""
        said = {name: value for name, value in found.items() if name not in ("id", "since")}
        return cls(sibling_id=f"person_{found['id']}", since=dt.date.fromisoformat(found["since"]), **said)
