"""The mutations of reviews."""

from service.changing import Calendar, Change, Flag, Group, ListOf, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.reviews import actions
from service.reviews.types import ResultName, Review

REVIEW = RecordId("review", "The review to change, by its id.", required=True)
READ = Number("The revision that you read.", required=True)


class JudgementInput(Group):
    """How the review finds one outcome."""

    outcome_id = RecordId("outcome", "An open outcome of the plan.", required=True)
    result = OneOf(ResultName, "How it went.", required=True)
    scale = Number("Where the family puts itself on its own scale: a whole number from 0 to 10, theirs and not yours.")
    scale_why_not = Text("Why they were not asked for a number, or gave none; needed without one.", most=LONG)


class RecordReview(Change, action=actions.record_review, answers=Review):
    """Record a review of the plan, while the case is in review or of a meeting that looked at the plan."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    meeting_id = RecordId("meeting", "The meeting of the case that it records.")
    held_on = Calendar("The day on which the plan was looked at; not later than today.", required=True)
    child_views = Text("What the child said or showed, or why they could not be asked.", most=LONG, required=True)
    family_views = Text("What the parents, carers and others of the family said.", most=LONG, required=True)
    judgements = ListOf(JudgementInput, "How each open outcome of the plan went: all of them.", required=True)
    agreement_reconfirmed = Flag("Whether the family still agrees to early help; left out when nobody asked.")
    reconfirmed_by = RecordId("person", "Who of the family was asked.", name="reconfirmedById")
    next_review_on = Calendar("The day of the next review, within the council's cycle; left out of a last review.")


class AmendReview(Change, action=actions.amend_review, answers=Review, amends=True):
    """Correct a review. What it said before is kept in the case's history. What is left out stays as it is."""

    review_id = REVIEW
    expected_revision = READ
    reason = Text("Why it is amended.", required=True)
    held_on = Calendar("The day on which the plan was looked at; not later than today.")
    child_views = Text("What the child said or showed, or why they could not be asked.", most=LONG)
    family_views = Text("What the parents, carers and others of the family said.", most=LONG)
    judgements = ListOf(JudgementInput, "How some outcomes went; the others stay as they were judged.")
    agreement_reconfirmed = Flag("Whether the family still agrees; null says that nobody asked.")
    reconfirmed_by = RecordId("person", "Who of the family was asked; null removes the name.", name="reconfirmedById")
    next_review_on = Calendar("Another day for the next review, while the case is still in this one.")


class ConsiderDrift(Change, action=actions.consider_drift, answers=Review):
    """Give a manager's view on a plan that has not moved in three reviews, before it goes on."""

    review_id = RecordId("review", "The latest review of the case.", required=True)
    expected_revision = READ
    view = Text("Why the plan does not move, and what has to change.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (RecordReview, AmendReview, ConsiderDrift)
