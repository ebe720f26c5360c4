"""A case that is offered to another council, for tests."""

from tests.functional.families import Family
from tests.functional.recording import TODAY

OFFER = "transferOffer { id council councilName answer revision answeredBy }"
CHASER = "transferChaser { id toWhom note revision enteredWrongly sentBy { name } }"
ANSWER = {"answer": "ACCEPTED", "answeredOn": TODAY, "answeredBy": "Devon front door"}


def offer(family: Family) -> str:
    """Bring the case into review and offer it to Devon; return the id of the offer."""
    family.reviewing()
    return str(family.api.do("worker", "offerTransfer", OFFER, caseId=family.case, council="878")["id"])


def chase(family: Family, offered: str) -> str:
    """Remind Devon; return the id of the reminder."""
    return str(family.api.do("worker", "chaseTransfer", CHASER, offerId=offered, toWhom="Devon front door")["id"])
