"""The contract of possible duplicates."""

from collections.abc import Mapping
from enum import StrEnum, auto
from typing import Any

from graphene import ID, Boolean, Int, ObjectType, String

from service.duplicates.rows import ADD  # noqa: F401  (registers the predicate)
from service.duplicates.tables import DUPLICATE
from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.scalars import DateTime
from service.words import enumeration


class Alike(StrEnum):
    """What two records share."""

    IDENTIFIER = auto()
    NAME_AND_BIRTH = auto()


AlikeName = enumeration(
    Alike,
    "DuplicateBasis",
    IDENTIFIER="An NHS number, unique pupil number or unique learner number.",
    NAME_AND_BIRTH="The date of birth and a similar name.",
)


class PossibleDuplicate(ObjectType):
    """A hint that a child of the case may have another record: what is alike and whom to ask, never more."""

    person_id = ID(required=True, description="The child of this case.")
    other_id = ID(required=True, description="The other record; it opens only for who may see it.")
    basis = AlikeName(required=True, description="What the two records share.")
    added_by = String(required=True, description="Who added the other record.")
    agency = String(required=True, description="The agency that they work for.")
    is_decided = Boolean(required=True, description="Whether somebody decided about the two.")

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> "PossibleDuplicate":
        """Make it of what the statement gathered."""
        said = {name: found[name] for name in ("basis", "added_by", "agency", "is_decided")}
        return cls(person_id=f"person_{found['person']}", other_id=f"person_{found['other']}", **said)


class DuplicateDecision(Entity, table=DUPLICATE, part_of="case", interfaces=[Node]):
    """Whether two records are about the same person, as somebody decided."""

    id = GlobalId("duplicate")
    person = One(Person, via="person_id", description="The child of the case.")
    other = One(Person, via="other_id", description="The other record; null for who may not see it.")
    same = Boolean(required=True, description="Whether they are the same person.")
    reason = String(required=True, description="Why it was decided so.")
    decided_by = One(Practitioner, description="Who decided.")
    decided_at = DateTime(required=True, description="When it was decided.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
