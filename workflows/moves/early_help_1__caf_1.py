"""From early help, version 1, back to the common assessment framework, version 1.

Two states become one: there and back lands in triage. Undoing a move is another thing, and restores the exact position.
"""

from workflows.kit import MoveTo, Moving, Stop
from workflows.moves.stops import ENDED, PAUSED, REVIEWING

MOVING = Moving(
    source=("early-help", 1),
    target=("caf", 1),
    states={
        "requested": MoveTo("identified"),
        "triage": MoveTo("identified"),
        "awaiting_agreement": MoveTo("seeking_consent"),
        "assessing": MoveTo("assessing"),
        "awaiting_sign_off": Stop("The assessment is waiting for sign-off. Sign it off or return it first."),
        "planning": MoveTo("convening"),
        "plan_active": MoveTo("plan_active"),
        "reviewing": REVIEWING,
        "paused": PAUSED,
        "closed": ENDED,
        "not_agreed": ENDED,
        "stepped_up": ENDED,
    },
)
