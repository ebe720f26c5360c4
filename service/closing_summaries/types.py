"""The contract of the end of a case in words."""

from graphene import Int, String

from service.closing_summaries.rows import THE_SUMMARY  # noqa: F401  (registers the predicates)
from service.closing_summaries.tables import CLOSING_SUMMARY, FAMILY_TOLD
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.scalars import Date, DateTime


class ClosingSummary(Entity, table=CLOSING_SUMMARY, part_of="case", interfaces=[Node]):
    """What is better for a family as its case ends, and who helps from now on."""

    id = GlobalId("summary")
    what_is_better = String(required=True, description="What is better, for each child.")
    who_helps = String(required=True, description="Who helps from now on, and whom the family can turn to.")
    written_by = One(Practitioner, description="Who wrote it last.")
    written_at = DateTime(required=True, description="When it was written last.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    case = One("service.cases.types.Case", description="The case that it sums up.")


class FamilyTold(Entity, table=FAMILY_TOLD, part_of="case", interfaces=[Node]):
    """That a family was told that its case is ending, or why it was not."""

    id = GlobalId("told")
    told_on = Date(description="The day on which the family was told; null where it was not.")
    how = String(description="How it was told, by whom.")
    why_not = String(description="Why it was not told; null where it was.")
    recorded_by = One(Practitioner, description="Who wrote it down.")
    recorded_at = DateTime(required=True, description="When it was written down.")
    case = One("service.cases.types.Case", description="The case that is ending.")
