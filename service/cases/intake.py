"""What is recorded of a case around triage and around social care, as its type says it."""

from typing import Any

from graphene import List, NonNull
from graphql import GraphQLResolveInfo

from service.agency_questions.types import AgencyQuestion
from service.closure_proposals.types import ClosureProposal
from service.concerns.types import Concern, SocialCareDecision
from service.contacts.types import ContactAttempt, ReferrerAnswer
from service.duplicates.rows import ENTERED as DUPLICATES_ENTER
from service.duplicates.rows import duplicate_hints
from service.duplicates.types import DuplicateDecision, PossibleDuplicate
from service.involvement.types import InvolvementCheck
from service.linked_cases.facts import TABLES as SIBLINGS_ENTER
from service.linked_cases.rows import sibling_hints
from service.linked_cases.types import SiblingCase, SiblingDecision
from service.reading import Many, One, Opening, reads
from service.risk.types import RiskAssessment
from service.safeguarding.types import SafeguardingCheck
from service.step_downs.types import StepDown
from service.thresholds.types import ThresholdDecision
from service.transfers.types import TransferConsent, TransferOffer
from service.waits.types import Wait


class Intake:
    """The relations of a case to those records."""

    waits = Many(
        Wait,
        only=lambda wait: wait.c.ended_at.is_(None),
        order=["due_at", "id"],
        few=3,
        description="What it waits for on top of its state, the most urgent first; each with a clock of its own.",
    )
    threshold_decisions = Many(
        ThresholdDecision, order=["-decided_at", "-id"], few=3, description="The decisions about the level of need, the latest first."
    )
    risk_assessments = Many(RiskAssessment, order=["-decided_at", "-id"], few=3, description="The uses of the risk tool, the latest first.")
    concerns = Many(Concern, order=["-sent_at", "-id"], few=3, description="The concerns that social care was told of, the latest first.")
    social_care_decisions = Many(
        SocialCareDecision, order=["-recorded_at", "-id"], few=3, description="What social care decided, the latest first."
    )
    involvement_checks = Many(
        InvolvementCheck, order=["-checked_at", "-id"], few=3, description="The searches for somebody who already helps, the latest first."
    )
    duplicate_decisions = Many(
        DuplicateDecision, order=["decided_at", "id"], few=3, description="What was decided about possible duplicates of its children."
    )
    sibling_decisions = Many(
        SiblingDecision, order=["decided_at", "id"], few=3, description="What was decided about the cases of brothers and sisters."
    )
    step_down = One(
        StepDown, on=lambda case, found: found.c.case_id == case.c.id, description="That it came from social care; null when it did not."
    )
    transfer_consents = Many(
        TransferConsent, order=["-recorded_at", "-id"], few=3, description="Whether its record may be passed on, the last answer first."
    )
    transfer_offers = Many(
        TransferOffer, order=["-offered_at", "-id"], few=3, description="The councils that were asked to take it, the last first."
    )
    agency_questions = Many(
        AgencyQuestion, order=["asked_at", "id"], few=5, description="What agencies were asked about the family, the oldest first."
    )
    closure_proposals = Many(
        ClosureProposal, order=["-proposed_at", "-id"], few=3, description="The proposals to close it, the latest first."
    )
    contact_attempts = Many(
        ContactAttempt, order=["tried_on", "id"], few=5, description="The attempts to reach the family, the oldest first."
    )
    referrer_answers = Many(
        ReferrerAnswer, order=["recorded_at", "id"], few=3, description="What the person who asked for help was told, the oldest first."
    )
    safeguarding_checks = Many(
        SafeguardingCheck, order=["-checked_on", "-id"], few=3, description="Its safeguarding checks, the latest first."
    )
    possible_duplicates = List(
        NonNull(PossibleDuplicate), required=True, description="The hints that a child of the case may be recorded twice."
    )
    sibling_cases = List(
        NonNull(SiblingCase), required=True, description="The minimal answer about brothers and sisters with a case of their own."
    )

    @reads(hints=Opening(duplicate_hints, *DUPLICATES_ENTER))
    def resolve_possible_duplicates(case: Any, info: GraphQLResolveInfo) -> list[PossibleDuplicate]:
        return [PossibleDuplicate.of(each) for each in case.hints]

    @reads(siblings=Opening(sibling_hints, *SIBLINGS_ENTER))
    def resolve_sibling_cases(case: Any, info: GraphQLResolveInfo) -> list[SiblingCase]:
        return [SiblingCase.of(each) for each in case.siblings]
