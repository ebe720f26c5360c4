"""The waits inside a state whose limits a council may set, and what has no setting because it is national. Pure."""

from collections.abc import Mapping
from typing import NamedTuple


class Wait(NamedTuple):
    """What a wait is called, and how many working days it has by default."""

    title: str
    days: int


KINDS: Mapping[str, Wait] = {
    "involvement_answer": Wait("Agency asked what it knows", 2),
    "social_care_decision": Wait("Social care deciding on a concern", 1),
    "social_care_handover": Wait("Step-down: social care's case still open", 20),
    "receiving_council": Wait("Other council asked to take the family", 10),
    "closure_agreement": Wait("Closure proposed; manager to agree", 3),
    "threshold_approval": Wait("Threshold decision to be approved", 1),
    "referrer_to_be_told": Wait("Referrer to be told", 5),
    "lead_to_be_agreed": Wait("No lead professional", 5),
}
NATIONAL = frozenset({"social_care_decision"})
"""One working day for the answer to a referral is national guidance, and no council's to change."""
