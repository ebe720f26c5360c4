"""The mutations of plans."""

from service.changing import Calendar, Change, Flag, Number, RecordId, RecordIds, Text
from service.changing.inputs import LONG
from service.plans import actions
from service.plans.types import Action, Outcome

OUTCOME = RecordId("outcome", "The outcome to change, by its id.", required=True)
ACTION = RecordId("action", "The action to change, by its id.", required=True)
READ = Number("The revision that you read.", required=True)
PRACTITIONER = "The practitioner who does it: of the team around the family, or of the team that has the case."
PERSON = "Who of the family does it."


class AddOutcome(Change, action=actions.add_outcome, answers=Outcome):
    """Set down in the plan what the family wants to be different."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    need_ids = RecordIds("need", "The open needs that it is for, at least one.", required=True)
    wording = Text("What they want to be different, as they put it.", most=LONG, required=True)
    by_when = Calendar("The day by which it should be so; not past.", required=True)
    baseline = Number("Where they stand on their own scale: a whole number from 0 to 10, theirs and not yours.")
    baseline_why_not = Text("Why they were not asked for a number, or gave none; needed without one.", most=LONG)


class AmendOutcome(Change, action=actions.amend_outcome, answers=Outcome, amends=True):
    """Put an open outcome in other words, set another day, or say anew which needs it is for. What is left out stays as it is."""

    outcome_id = OUTCOME
    expected_revision = READ
    need_ids = RecordIds("need", "The needs that it is for, in place of those before.")
    wording = Text("What they want to be different, as they put it.", most=LONG)
    by_when = Calendar("The day by which it should be so; not past.")
    baseline = Number("Where they stood on their own scale from 0 to 10; null removes the number.")
    baseline_why_not = Text("Why they gave no number; null removes the reason.", most=LONG)


class EndOutcome(Change, action=actions.end_outcome, answers=Outcome):
    """Say that an outcome is achieved, or that it is given up. Its actions are finished or ended first."""

    outcome_id = OUTCOME
    is_achieved = Flag("Whether the family has what it wanted.", required=True)
    why = Text("What shows that it is achieved, or why it is given up.", most=LONG, required=True)


class AddAction(Change, action=actions.add_action, answers=Action):
    """Set down what somebody does towards an outcome, and by when. Name a practitioner or one of the family."""

    outcome_id = RecordId("outcome", "The open outcome that it is towards.", required=True)
    what = Text("What is to be done.", most=LONG, required=True)
    practitioner_id = RecordId("practitioner", PRACTITIONER)
    person_id = RecordId("person", PERSON)
    by_when = Calendar("The day by which it should be done; not past.", required=True)


class AmendAction(Change, action=actions.amend_action, answers=Action, amends=True):
    """Say anew what an open action is, who does it or by when. What is left out stays as it is."""

    action_id = ACTION
    expected_revision = READ
    what = Text("What is to be done.", most=LONG)
    practitioner_id = RecordId("practitioner", f"{PRACTITIONER} They take the place of who did it before.")
    person_id = RecordId("person", f"{PERSON} They take the place of who did it before.")
    by_when = Calendar("The day by which it should be done; not past.")


class CompleteAction(Change, action=actions.complete_action, answers=Action):
    """Say that an action is done: your own, or any of a plan that you keep."""

    action_id = ACTION
    done_on = Calendar("The day on which it was done; not later than today, which it is when left out.")
    result = Text("How it went.", most=LONG)


class EndAction(Change, action=actions.end_action, answers=Action):
    """Say why an action will not be done: your own, or any of a plan that you keep."""

    action_id = ACTION
    why = Text("Why it will not be done.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (AddOutcome, AmendOutcome, EndOutcome, AddAction, AmendAction, CompleteAction, EndAction)
