"""What tests of families that go elsewhere share: a transfer to another council, and a step-down from social care."""

from tests.functional.casework import Casework
from tests.functional.recording import TODAY

DEVON = "878"
SOCIAL_CARE = {"source": "SOCIAL_CARE", "referrerName": "Ann Bell, social worker"}


def agree_to_transfer(family: Casework) -> None:
    """Record that the mother agrees to pass the record on."""
    family.record("worker", "recordTransferConsent", "transferConsent", basis="AGREED", givenById=family.mother, how="She signed.")


def offer(family: Casework) -> str:
    """Ask another council to take the family; return the id of the offer."""
    return family.record("manager", "offerTransfer", "transferOffer", council=DEVON)


def take_in(family: Casework, offered: str) -> None:
    """Record that the other council takes the family."""
    said = {"answer": "ACCEPTED", "answeredOn": TODAY, "answeredBy": "R. Lane, team manager"}
    family.api.do("manager", "recordTransferAnswer", "transferOffer { id }", offerId=offered, **said)


def transfer(family: Casework) -> None:
    """Record the consent, the offer and the answer."""
    agree_to_transfer(family)
    take_in(family, offer(family))


def step_down(family: Casework, **more: str) -> str:
    """Record that the family came from social care, which keeps its case open; return the id."""
    said = {"socialCareReference": "SC-2041", "socialWorker": "Ann Bell, social worker", **more}
    return family.record(family.keeper(), "recordStepDown", "stepDown", **said)
