"""The contract of involvement checks."""

from graphene import Int, String
from sqlalchemy import func

from service.involvement.rows import of_visible_check  # noqa: F401  (registers the predicates)
from service.involvement.tables import CHECK, FINDING
from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import PARENT, Entity, GlobalId, Many, One
from service.scalars import Date, DateTime


class InvolvementFinding(Entity, table=FINDING, part_of=PARENT):
    """The minimal answer about one child at the time of the check: never more than this."""

    person = One(Person, description="Which child it is.")
    agency = String(required=True, description="The agency whose team helps them.")
    since = Date(required=True, description="Since when it does.")
    lead_name = String(description="The name of the lead professional; null while there was none.")
    lead_role = String(description="What the lead professional is.")
    lead_phone = String(description="How to ring the lead professional.")


class InvolvementCheck(Entity, table=CHECK, part_of="case", interfaces=[Node]):
    """A search, for every child of a case, for another open case or assessment."""

    id = GlobalId("involvement")
    children = Many(Person, on=lambda check, person: person.c.id == func.any(check.c.child_ids), few=5, description="Who was searched for.")
    findings = Many(InvolvementFinding, order=["since", "id"], few=3, description="Who already helps them; empty where nobody was found.")
    note = String(description="What was asked elsewhere, and what came of it.")
    checked_by = One(Practitioner, description="Who searched.")
    checked_at = DateTime(required=True, description="When they searched.")
    revision = Int(required=True, description="How often its note has been written, from 1; sent back when it is amended.")
