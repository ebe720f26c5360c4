"""The contract of proposals to close a case."""

import graphene
from graphene import Boolean, Int, String

from service.closure_proposals.rows import SAID  # noqa: F401  (registers the predicate)
from service.closure_proposals.tables import PROPOSAL
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.scalars import DateTime
from workflows import WORKFLOWS

CLOSINGS = {code: workflow.endings[code].label for workflow in WORKFLOWS.values() for code in workflow.triggers["close"].reasons}
ClosingReason = graphene.Enum(
    "ClosingReason",
    [(code, code) for code in CLOSINGS],
    description=lambda reason: f"{CLOSINGS[reason.value]}." if reason else "Why a case is closed at the end of a review.",
)


class ClosureProposal(Entity, table=PROPOSAL, part_of="case", interfaces=[Node]):
    """A proposal to close a case, and what a manager answered. The case goes on until it is closed."""

    id = GlobalId("closureproposal")
    reason = ClosingReason(required=True, description="For which reason it should be closed.")
    why = String(required=True, description="What is better now, and who helps from now on.")
    proposed_by = One(Practitioner, via="proposed_by", description="Who proposed it.")
    proposed_at = DateTime(required=True, description="When it was proposed.")
    withdrawn = String(description="Why it was withdrawn; null while it stands.")
    agreed = Boolean(description="Whether a manager agreed; null while nobody answered.")
    answer_note = String(description="What the manager wrote with it.")
    answered_by = One(Practitioner, via="answered_by", description="Who answered.")
    answered_at = DateTime(description="When it was answered.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
