"""From the common assessment framework, version 1, to early help, version 1."""

from workflows.kit import MoveTo, Moving, Stop
from workflows.moves.stops import ENDED, PAUSED, REVIEWING

MOVING = Moving(
    source=("caf", 1),
    target=("early-help", 1),
    states={
        "identified": MoveTo(
            "triage",
            needs="involvement_checked",
            otherwise="requested",
            keeps="The pre-assessment checklist and the threshold decision stay in force.",
        ),
        "seeking_consent": MoveTo("awaiting_agreement"),
        "assessing": MoveTo("assessing"),
        "checking": Stop("The assessment is with the CAF co-ordinator. Register it or return it first."),
        "convening": MoveTo("planning"),
        "plan_active": MoveTo("plan_active"),
        "reviewing": REVIEWING,
        "paused": PAUSED,
        "closed": ENDED,
        "not_agreed": ENDED,
        "stepped_up": ENDED,
    },
)
