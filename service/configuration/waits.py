"""The waits inside a state: what each is called, on whom it is, how many working days it has, and which of these are national. Pure."""

from collections.abc import Mapping
from typing import NamedTuple


class Wait(NamedTuple):
    """What a wait is called, on whom it is, and how many working days it has by default."""

    title: str
    on: str
    days: int


KINDS: Mapping[str, Wait] = {
    "involvement_answer": Wait("Agency asked what it knows", "partner", 2),
    "social_care_decision": Wait("Social care deciding on a concern", "partner", 1),
    "social_care_handover": Wait("Step-down: social care's case still open", "partner", 20),
    "receiving_council": Wait("Other council asked to take the family", "partner", 10),
    "closure_agreement": Wait("Closure proposed; manager to agree", "manager", 3),
    "threshold_approval": Wait("Threshold decision to be approved", "manager", 1),
    "referrer_to_be_told": Wait("Referrer to be told", "us", 5),
    "lead_to_be_agreed": Wait("No lead professional", "us", 5),
}
NATIONAL = frozenset({"social_care_decision"})
"""One working day for the answer to a referral is national guidance, and no council's to change."""
