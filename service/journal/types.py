"""The contract of the journal: what has happened to a case."""

from graphene import Int, String

from service.cases.tables import CASE
from service.journal.rows import said, state_named
from service.journal.transaction import EVENT
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, One, Opening
from service.scalars import DateTime


class CaseEvent(Entity, table=EVENT, part_of="case", by="stream_id"):
    """One thing that happened to a case: who did what, and when."""

    seq = Int(required=True, description="Its place in the case's history, from 1.")
    kind = String(required=True, description="What happened, in the past tense: `AssessmentStarted`.")
    at = DateTime(required=True, description="When it happened.")
    purpose = String(required=True, description="As what, or for what purpose, it was done.")
    by = One(Practitioner, on=lambda event, who: who.c.id == event.c.actor, description="Who did it.")
    from_title = Expr(
        String,
        Opening(lambda event: state_named(event, "from"), CASE),
        description="The state that a move began in; null for anything but a move.",
    )
    to_title = Expr(
        String,
        Opening(lambda event: state_named(event, "to"), CASE),
        description="The state that a move led to; null for anything but a move.",
    )
    note = Expr(String, said, description="The note that was written with it.")
