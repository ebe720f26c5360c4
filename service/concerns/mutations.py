"""The mutations of concerns after they were sent; sending one and recording a decision are steps of the case."""

from service.changing import Calendar, Change, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.concerns import actions
from service.concerns.types import Concern, ConcernChaser, RouteName, SocialCareDecision, UrgencyName


class ChaseConcern(Change, action=actions.chase_concern, answers=ConcernChaser):
    """Record that you reminded social care of a concern that waits for its decision."""

    concern_id = RecordId("concern", "The concern that it is about, by its id.", required=True)
    to_whom = Text("Whom you reminded, by name and role.", required=True)
    note = Text("What they said.", most=LONG)


class AmendConcernChaser(Change, action=actions.amend_concern_chaser, answers=ConcernChaser, amends=True):
    """Correct what was recorded of a reminder to social care. What is left out stays as it is."""

    chaser_id = RecordId("concernchaser", "The reminder to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    to_whom = Text("Whom you reminded, by name and role.")
    note = Text("What they said.", most=LONG)
    entered_wrongly = Text("Why it should never have been entered: it then does not count as one of the two.", most=LONG)


class AmendConcern(Change, action=actions.amend_concern, answers=Concern, amends=True):
    """Correct what was recorded of a concern. What is left out stays as it is; what social care was told is not unsaid."""

    concern_id = RecordId("concern", "The concern to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    urgency = OneOf(UrgencyName, "How soon social care had to look at it.")
    worry = Text("What somebody is worried about, and why then.", most=LONG, name="concern")
    told_family_or_why_not = Text("What the family was told, or why they were not.", most=LONG)
    entered_wrongly = Text("Why it should never have been entered: it then waits for nothing.", most=LONG)


class AmendSocialCareDecision(Change, action=actions.amend_social_care_decision, answers=SocialCareDecision, amends=True):
    """Correct what was recorded of a decision of social care. What is left out stays as it is."""

    decision_id = RecordId("socialcare", "The decision to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    route = OneOf(RouteName, "As what they are taken.")
    decided_by = Text("Who decided, by name and role.")
    decided_on = Calendar("The day of the decision; not later than today.")
    why = Text("Why they are not taken.", most=LONG)
    advice = Text("Social care's advice.", most=LONG)
    disagreement = Text("What you disagree with, if you do.", most=LONG)
    reference = Text("Social care's own number.")
    entered_wrongly = Text("Why it should never have been entered: what it answered then waits again.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (ChaseConcern, AmendConcernChaser, AmendConcern, AmendSocialCareDecision)
