"""The contract of reviews."""

from graphene import Boolean, Int, String

from service.meetings.types import Meeting
from service.nodes import Node
from service.people.types import Person
from service.plans.types import Outcome
from service.practitioners.types import Practitioner
from service.reading import PARENT, Entity, GlobalId, Many, One
from service.reviews.rows import of_visible_review  # noqa: F401  (registers the predicates)
from service.reviews.tables import JUDGEMENT, REVIEW, Result
from service.scalars import Date, DateTime
from service.words import enumeration

ResultName = enumeration(
    Result,
    "ReviewResult",
    ACHIEVED="The family has what it wanted.",
    PARTLY="Some of it is there.",
    NOT_ACHIEVED="It is as it was, or worse.",
)


class Judgement(Entity, table=JUDGEMENT, part_of=PARENT):
    """How a review found one outcome."""

    outcome = One(Outcome, description="The outcome that was looked at.")
    review = One(lambda: Review, description="The review that looked at it.")
    result = ResultName(required=True, description="How it went.")
    scale = Int(description="Where the family put itself on its own scale from 0 to 10: their number, and never the reason for anything.")
    scale_why_not = String(description="Why they gave no number.")


class Review(Entity, table=REVIEW, part_of="case", interfaces=[Node]):
    """A review of the plan of a case."""

    id = GlobalId("review")
    held_on = Date(required=True, description="The day on which the plan was looked at together.")
    child_views = String(required=True, description="What the child said or showed, or why they could not be asked.")
    family_views = String(required=True, description="What the parents, carers and others of the family said.")
    agreement_reconfirmed = Boolean(description="Whether the family still agrees to early help; null when nobody asked.")
    reconfirmed_by = One(Person, via="reconfirmed_by", description="Who was asked whether they still agree.")
    next_review_on = Date(description="The day that it set for the next one; null for a last review.")
    drift_view = String(description="A manager's view on a plan that did not move; null while there is none.")
    drift_by = One(Practitioner, via="drift_by", description="The manager whose view it is.")
    drift_at = DateTime(description="When the manager wrote it.")
    judgements = Many(Judgement, order=["outcome_id", "review_id"], few=8, description="How it found each outcome that was open.")
    meeting = One(Meeting, description="The meeting that it records, if it records one.")
    recorded_by = One(Practitioner, via="recorded_by", description="Who wrote it down.")
    recorded_at = DateTime(required=True, description="When it was written down.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    case = One("service.cases.types.Case", description="The case whose plan it is about.")
