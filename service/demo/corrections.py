"""What is put right in records of a case: each correction amends the last record that another mutation wrote."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from service.demo.telling import Act, Told


class Correction(NamedTuple):
    """How a record is amended: which, under what id, and what it says then; `why` where the amendment asks for a reason."""

    record: str
    prefix: str
    argument: str
    changes: Mapping[str, Any]
    why: str | None = None
    part: str = "keeper"


CORRECTIONS: Mapping[str, Correction] = {
    "amendRequest": Correction("requestHelp", "request", "requestId", {"hopes": "A calm home."}),
    "amendInvolvementCheck": Correction(
        "checkInvolvement", "involvement", "checkId", {"note": "Searched under the mother's former name too."}
    ),
    "amendAgencyQuestion": Correction(
        "askAgency", "agencyquestion", "questionId", {"question": "How is attendance since January?"}, "The term was missing."
    ),
    "amendThreshold": Correction(
        "recordThreshold", "decision", "decisionId", {"sections": "Level 2, sections 4, 6 and 7."}, "Section 7 had been left out."
    ),
    "amendRiskAssessment": Correction(
        "recordRiskAssessment",
        "risk",
        "riskAssessmentId",
        {"notKnown": "How the summer was; the aunt could say."},
        "Asked after the visit.",
    ),
    "amendDuplicateDecision": Correction(
        "decideDuplicate", "duplicate", "decisionId", {"reason": "The same child: the number on the red book is the same."}
    ),
    "amendReferrerAnswer": Correction(
        "tellReferrer", "answer", "answerId", {"said": "Told that we will see the family this week."}, "More exact."
    ),
    "amendContactAttempt": Correction(
        "logContactAttempt", "attempt", "attemptId", {"note": "Left a card with my number."}, "The number had been left out."
    ),
    "amendSafeguardingCheck": Correction(
        "recordSafeguardingCheck", "check", "checkId", {"done": "School keeps an eye on them; Nan has our number too."}, "Nan was added."
    ),
    "amendSiblingAnswer": Correction(
        "answerSiblingCase", "sibling", "decisionId", {"reason": "Different fathers and schools; one review together."}
    ),
    "amendConclusions": Correction(
        "shareConclusions", "conclusions", "conclusionsId", {"note": "Read it together, and left a copy."}, part="worker"
    ),
    "amendNeed": Correction("recordNeed", "need", "needId", {"severity": 4}, part="worker"),
    "amendOutcome": Correction("addOutcome", "outcome", "outcomeId", {"baseline": 2}, part="worker"),
    "amendAction": Correction("addAction", "action", "actionId", {"what": "Every evening but Friday."}, part="worker"),
    "amendMeeting": Correction(
        "recordMeeting", "meeting", "meetingId", {"decisions": "One plan, and two people to ring."}, "The school offered too.", "worker"
    ),
    "amendReview": Correction(
        "recordReview", "review", "reviewId", {"familyViews": "Better, and not yet easy at weekends."}, "Said at the door.", "worker"
    ),
    "amendClosingSummary": Correction(
        "writeClosingSummary", "summary", "summaryId", {"whoHelps": "Nan, school, and the helpline."}, part="worker"
    ),
    "amendClosureProposal": Correction(
        "proposeClosure", "closureproposal", "proposalId", {"why": "All agreed on it in the review."}, part="worker"
    ),
    "amendConcern": Correction("concern", "concern", "concernId", {"urgency": "TODAY"}, "Entered as the wrong urgency."),
    "amendConcernChaser": Correction("chaseConcern", "concernchaser", "chaserId", {"toWhom": "The team manager on duty"}, "Who it was."),
    "amendSocialCareDecision": Correction(
        "decision of social care", "socialcare", "decisionId", {"advice": "Go on, and tell us of any third time."}, "Their letter came."
    ),
    "amendStepDown": Correction("recordStepDown", "stepdown", "stepDownId", {"handover": "Three calm months."}, "Their letter came."),
    "amendTransferConsent": Correction(
        "recordTransferConsent", "transferconsent", "consentId", {"how": "In writing, after the visit."}, "The letter came later."
    ),
    "amendTransferChaser": Correction("chaseTransfer", "transferchaser", "chaserId", {"toWhom": "The team's manager"}, "Who it was."),
    "amendTransferOffer": Correction("offerTransfer", "offer", "offerId", {"note": "They moved in with her sister."}, "More exact."),
}
"""By mutation; each is used by a story."""


def corrects(mutation: str) -> Act:
    """Amend what a record says."""

    async def act(told: Told) -> None:
        how = CORRECTIONS[mutation]
        given = {how.argument: told.kept_id(how.prefix, how.record), "expectedRevision": 1, **how.changes}
        await told.do(how.part, mutation, **given, **({"reason": how.why} if how.why else {}))

    return act
