"""Why a case cannot move to another framework, whichever: by the state in which it is, and from any state."""

from workflows.kit import Stop

ENDED = Stop("This case has ended. Ended cases stay on the framework they ended on.")
REVIEWING = Stop("A review is under way. Finish it first.")
PAUSED = Stop("The family asked for a pause. Resume first, and tell them about the change.")

FROM_ANY_STATE = {
    "final": ENDED,
    "escalation_open": Stop("Social care has not yet decided on a concern. Wait for the decision."),
    "handover_open": Stop("Social care's case is still open in a step-down. Start the plan or return the family first."),
    "transfer_open": Stop("Another council has been asked to take this family. Wait for its answer or end the offer."),
    "no_agreement": Stop("The agreement to work together has ended. Record the ending first."),
    "no_team": Stop("The receiving team has nobody trained on the other framework."),
    "no_form": Stop("The other framework has no form in use for this council."),
    "already_there": Stop("This case is already on that framework and version."),
}
