"""The contract of relationships."""

from graphene import Int, String

from service.entered_in_error.types import IN_ERROR_SAID, mark_of
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.relationships.rows import relative_kind  # noqa: F401  (registers the predicate)
from service.relationships.tables import RELATIONSHIP, Basis, RelationshipKind, Responsibility
from service.scalars import Date, DateTime
from service.words import enumeration

KindName = enumeration(
    RelationshipKind,
    MOTHER="Their mother.",
    FATHER="Their father.",
    OTHER_PARENT="Another parent, such as by adoption or a second female parent.",
    STEP_PARENT="Married to, or in a civil partnership with, a parent.",
    PARTNER_OF_PARENT="A parent's partner.",
    GRANDPARENT="A parent of one of their parents.",
    SIBLING="A brother or sister.",
    OTHER_RELATIVE="Another relative.",
    GUARDIAN="A guardian, appointed or special.",
    CARER="Somebody else who cares for them from day to day.",
    OTHER="Somebody else who matters to them.",
)
ResponsibilityName = enumeration(
    Responsibility,
    "ParentalResponsibility",
    HAS="They have it, or had it until the last day that is recorded.",
    HAS_NOT="They do not have it.",
    NOT_KNOWN="Nobody has asked yet, or nobody knows.",
)
BasisName = enumeration(
    Basis,
    "ParentalResponsibilityBasis",
    BIRTH="As the mother who gave birth.",
    MARRIAGE="By marriage or civil partnership with the mother.",
    BIRTH_REGISTRATION="Named on the birth certificate, from 1 December 2003.",
    AGREEMENT="By a parental responsibility agreement.",
    COURT_ORDER="By a parental responsibility order, or another order that gives it.",
    CHILD_ARRANGEMENTS_ORDER="By an order that the child lives with them.",
    SPECIAL_GUARDIANSHIP="By a special guardianship order.",
    GUARDIANSHIP="As a guardian who was appointed by will or by a court.",
    ADOPTION="By adoption.",
    PARENTAL_ORDER="By a parental order after surrogacy.",
)


class Relationship(Entity, table=RELATIONSHIP, part_of="person", interfaces=[Node]):
    """Who somebody is to a child, and what is known of their parental responsibility."""

    id = GlobalId("relationship")
    child = One("service.people.types.Person", via="person_id", description="The child or young person.")
    relative = One("service.people.types.Person", via="relative_id", description="Who is related to them; null for whom you may not see.")
    kind = KindName(required=True, description="What the relative is to the child.")
    responsibility = ResponsibilityName(required=True, description="What is known of the relative's parental responsibility.")
    basis = BasisName(description="By what they have it; null when they do not, or nobody knows.")
    from_on = Date(description="The first day on which they had it; null for always, or when they never had it.")
    until_on = Date(description="The last day on which they have it; null when no end is known.")
    source = String(required=True, description="From where it is known: who said so, or which paper was seen.")
    recorded_by = One(Practitioner, description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When they did.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    in_error_at = DateTime(description=IN_ERROR_SAID)
    error_mark = mark_of("relationship")
