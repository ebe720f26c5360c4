"""The mutations of cases: one for each step that carries data, the generic one for the rest, and those that move nothing."""

from service.cases import actions
from service.cases.types import Case, ClosureReason
from service.changing import Calendar, Change, Flag, Number, OneOf, RecordId, RecordIds, Text
from service.changing.inputs import LONG
from service.concerns.types import RouteName, UrgencyName


class OfCase:
    """What every change of a case takes."""

    case_id = RecordId("case", "The case to change, by its id.", required=True)
    expected_version = Number("The version of the case that you read, so that you change nothing that you have not seen.", required=True)


NOTE = Text("A note for the case's history. The family can ask to see it.", most=LONG)
REASON = OneOf(ClosureReason, "Why the case ends; it must be one of the step's own reasons.", required=True)


def step(trigger: str) -> dict[str, str]:
    """Name the step that a mutation takes."""
    return {"trigger": trigger}


class MoveCase(OfCase, Change, action=actions.move_case, answers=Case):
    """Take a step that carries a note at most."""

    trigger = Text("The step, as `availableMoves` spells it.", required=True)
    note = NOTE


class AcceptRequest(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("accept")):
    """Accept a request for help, and give it to the team that will work with the family."""

    team = RecordId("team", "The team that takes it; left out, it stays where it is.", name="teamId")
    note = NOTE


class SignpostRequest(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("signpost")):
    """End a request with advice, or with the help of one agency."""

    reason = REASON
    advice = Text("The advice that was given.", most=LONG, required=True)
    agency = RecordId("agency", "The one agency that will help.", name="agencyId")
    agency_agreed = Flag("Whether that agency has said yes.")


class StartAssessment(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("start_assessment")):
    """Start the assessment; the allocated worker becomes acting lead professional."""

    started_on = Calendar("The day on which it started; not later than today.")


class RecordDecline(OfCase, Change, action=actions.make_move, answers=Case, fixed={**step("record_decline"), "reason": "DECLINED"}):
    """Record that the family said no, and end the case."""

    advice = Text("The advice that the family was given.", most=LONG, required=True)


class RecordNoContact(
    OfCase, Change, action=actions.make_move, answers=Case, fixed={**step("record_no_contact"), "reason": "UNCONTACTABLE"}
):
    """End the case because the family cannot be reached."""

    note = NOTE


class RecordWithdrawal(OfCase, Change, action=actions.make_move, answers=Case, fixed={**step("withdraw"), "reason": "CONSENT_WITHDRAWN"}):
    """Record that the family withdrew, and end the case."""

    note = NOTE


class SignOffNoPlan(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("sign_off_no_plan")):
    """Sign the assessment off, and end the case because no plan is needed."""

    reason = REASON
    agency = RecordId("agency", "The one agency that will help.", name="agencyId")
    agency_agreed = Flag("Whether that agency has said yes.")
    comment = Text("A comment for the author of the assessment.", most=LONG)


class StartReview(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("start_review")):
    """Start the review of the plan."""

    meeting_on = Calendar("The day of the review meeting, if it was held; not later than today.")


class CloseCase(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("close")):
    """Close the case after its final review."""

    reason = REASON
    agency = RecordId("agency", "The one agency that goes on helping.", name="agencyId")
    agency_agreed = Flag("Whether that agency has said yes.")


class PauseCase(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("pause")):
    """Pause the case at the family's request."""

    asked_by = RecordId("person", "Who of the family asked for it.", name="askedById", required=True)
    why = Text("Why they asked.", most=LONG, required=True)
    pause_until = Calendar("The last day of the pause.", required=True)


class ResumeCase(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("resume")):
    """Resume a paused case where it was paused."""

    note = NOTE
    next_review_on = Calendar("Another day for the next review.")


class Escalate(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("escalate")):
    """Tell social care about a risk. Nothing stands in the way of it, and the case stays where it is."""

    urgency = OneOf(UrgencyName, "How soon they have to look at it.", required=True)
    concern = Text("What you are worried about, and why now.", most=LONG, required=True)
    children = RecordIds("person", "The children it is about.", name="childIds", required=True)
    told_family_or_why_not = Text("What the family was told, or why they were not.", most=LONG, required=True)


class OfDecision(OfCase):
    """What every decision of social care takes."""

    children = RecordIds("person", "The children it is about.", name="childIds", required=True)
    decided_by = Text("Who decided, by name and role.", required=True)
    decided_on = Calendar("The day of the decision; not later than today.", required=True)


class RecordNotTaken(OfDecision, Change, action=actions.make_move, answers=Case, fixed=step("record_not_taken")):
    """Record that social care will not take the case."""

    why = Text("Why not.", most=LONG, required=True)
    advice = Text("Social care's advice.", most=LONG)
    disagreement = Text("What you disagree with, if you do.", most=LONG)
    no_answer = Flag("Whether no answer came, though you chased it twice; a manager of the team records that.")


class RecordTaken(OfDecision, Change, action=actions.make_move, answers=Case, fixed=step("record_taken")):
    """Record that social care will take a child."""

    route = OneOf(RouteName, "As what they take the child.", required=True)
    social_care_reference = Text("Social care's own number.")


class StepUpCase(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("step_up")):
    """End the case here, because social care has it now."""

    reason = REASON
    note = NOTE


class ReturnStepDown(
    OfCase, Change, action=actions.make_move, answers=Case, fixed={**step("return_step_down"), "reason": "STEP_DOWN_RETURNED"}
):
    """Return a family that came from social care to it."""

    note = Text("Why, and that social care was told.", most=LONG, required=True)


class TransferCase(OfCase, Change, action=actions.make_move, answers=Case, fixed={**step("transfer_out"), "reason": "MOVED_LA"}):
    """Transfer the case to another council."""

    council = Text("The three-digit code of the other council.", most=3, required=True)
    moved_on = Calendar("The day on which the family moved; not later than today.", required=True)


class CloseInError(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("close_in_error")):
    """Close a case that was opened in error."""

    reason = REASON
    surviving_case = RecordId("case", "Of a duplicate: the case that goes on.", name="survivingCaseId")
    note = Text("What the error was.", most=LONG, required=True)


class EndCaseEarly(OfCase, Change, action=actions.make_move, answers=Case, fixed=step("end_early")):
    """End the case for another reason than those of its ordinary steps."""

    reason = REASON
    note = Text("What happened, and what the reason needs.", most=LONG, required=True)


class AllocateCase(OfCase, Change, action=actions.allocate_case, answers=Case):
    """Give the case to a worker."""

    worker_id = RecordId("practitioner", "Somebody who works in the team that has the case.", required=True)
    team_id = RecordId("team", "Another team that takes it over; left out, it stays with its own.")
    note = NOTE


class AmendCase(OfCase, Change, action=actions.amend_case, answers=Case):
    """Correct the name under which the case is found."""

    family_name = Text("The family's name.", required=True)


class MoveDueDate(OfCase, Change, action=actions.move_due_date, answers=Case):
    """Set another day for the review of the plan, or for the end of a pause, within what the council allows."""

    date = Calendar("The new day; not past.", required=True)
    why = Text("Why it is moved.", most=LONG, required=True)


class AddChild(OfCase, Change, action=actions.add_child, answers=Case):
    """Bring a child of the family into the case."""

    person_id = RecordId("person", "The child, young person or unborn child.", required=True)


class EndForChild(OfCase, Change, action=actions.end_for_child, answers=Case):
    """End early help for one child while the case goes on for the others."""

    person_id = RecordId("person", "The child.", required=True)
    reason = OneOf(ClosureReason, "Why it ends for them.", required=True)
    note = Text("What the reason needs, and what the child was told.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (
    MoveCase,
    AcceptRequest,
    SignpostRequest,
    StartAssessment,
    RecordDecline,
    RecordNoContact,
    RecordWithdrawal,
    SignOffNoPlan,
    StartReview,
    CloseCase,
    PauseCase,
    ResumeCase,
    Escalate,
    RecordNotTaken,
    RecordTaken,
    StepUpCase,
    ReturnStepDown,
    TransferCase,
    CloseInError,
    EndCaseEarly,
    AllocateCase,
    AmendCase,
    MoveDueDate,
    AddChild,
    EndForChild,
)
