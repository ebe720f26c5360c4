"""The facts that guards of several versions look at, first edition. Each is annotated with what it says."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from workflows.kit.wording import Gap, counted


class Attempt(NamedTuple):
    """An attempt to reach the family: on which day and by what means."""

    day: dt.date
    means: str


@dataclass(frozen=True)
class Tries:
    """How hard a family is tried before it counts as out of reach."""

    attempts: int = 3
    days: int = 3
    ways: int = 2

    def __str__(self) -> str:
        """Write it for a reader."""
        tried, days, ways = counted(self.attempts, "attempt"), counted(self.days, "day"), counted(self.ways, "way")
        return f"{tried} to reach the family, on {days} and by {ways}"

    def are_enough(self, tried: tuple[Attempt, ...]) -> bool:
        """Tell whether the family was tried often enough, on enough days and by enough ways."""
        days, ways = {each.day for each in tried}, {each.means for each in tried}
        return len(tried) >= self.attempts and len(days) >= self.days and len(ways) >= self.ways


class OpenAssessment(NamedTuple):
    """Another agency's open assessment of a child of the case: no more than the answer that everybody may have."""

    child: str
    agency: str
    date: dt.date


class SiblingCase(NamedTuple):
    """An open case for another child of the household: whom it is about, and whom to ask there."""

    sibling: str
    contact: str


# fmt: off
# Kept as a table: a fact, its type, what it says.
@dataclass(frozen=True, kw_only=True)
class CaseFacts:
    """All that the guards of every version look at, read under the case's lock. Children are named as their case names them.

    No fact names the actor. What the form of a move carries has a default; everything else has to be read.
    """

    # the request and the threshold
    involvement_checked: Annotated[bool, "since the request came, a search for open help is recorded for every child"]
    children: Annotated[tuple[str, ...], "the children on the case whose help has not ended"]
    unresolved_duplicates: Annotated[tuple[str, ...], "children with a possible duplicate on which nobody has decided"]
    threshold_outcome: Annotated[Literal["universal", "single_agency", "early_help_assessment", "social_care_assessment", "none"],
                                 "the outcome of the threshold decision in force on this request"]
    threshold_approved: Annotated[bool, "a second person approved that decision, or the council asks for none"]
    referrer_told: Annotated[bool, "who asked for help was told, or it is recorded why not"]

    # the agreement and the family
    agreement_missing_for: Annotated[tuple[str, ...], "children without an agreement in force at this instant"]
    agreement_in_force_for: Annotated[tuple[str, ...], "the other children"]
    agreement_ended_recorded: Annotated[bool, "who said no or withdrew, in what capacity, when and how is recorded"]
    safeguarding_check: Annotated[bool, "the risk without this help was considered within 5 working days: by whom, and what is done"]
    contact_attempts: Annotated[tuple[Attempt, ...], "attempts since the last contact that reached the family"]
    tries_wanted: Annotated[Tries, "how hard the council has a family tried before it counts as out of reach"]
    siblings_unconsidered: Annotated[tuple[SiblingCase, ...],
                                     "open cases for other children of the household on which nobody said join or stay apart; no "
                                     "restricted one"]

    # the assessment
    allocated: Annotated[bool, "a worker is allocated now"]
    open_assessment_elsewhere: Annotated[tuple[OpenAssessment, ...], "other open assessments of the same children; no restricted one"]
    missing_answers: Annotated[tuple[Gap, ...], "sections in which a required answer is missing, for which child"]
    voice_missing_for: Annotated[tuple[str, ...], "children without their own words or a reason why not"]
    parents_views_missing: Annotated[bool, "no view of any parent or carer is recorded, and no reason"]
    conclusions_shared: Annotated[bool, "the family has the assessment or its summary, or it is recorded why that is not safe"]
    assessment_signed_off: Annotated[bool, "an assessment of this case has been signed off"]

    # the plan and its reviews
    lead_professional: Annotated[Literal["agreed", "acting", "none"],
                                 "agreed by a meeting and by the practitioner, acting, or none; none also when the practitioner left"]
    meeting_held: Annotated[bool, "the team met since the sign-off, with the family or with their views"]
    outcomes_with_actions: Annotated[int, "outcomes with an action that has a person and a date"]
    next_review_on: Annotated[dt.date | None, "the day set for the next review"]
    review_limit: Annotated[dt.date, "the latest day for it that the council's cycle allows"]
    review_recorded: Annotated[bool, "the review has its date, the child's and family's views, and a judgement of every outcome"]
    agreement_reconfirmed: Annotated[bool, "the family was asked again in this review"]

    # the ending
    closing_summary: Annotated[bool, "a summary is written: what is better, and who helps from now on"]
    open_actions: Annotated[int, "actions neither done nor ended with a reason"]
    family_told: Annotated[bool, "the family was told of the ending, or it is recorded why not"]
    reason_facts_missing: Annotated[tuple[str, ...], "what the chosen reason needs and is not recorded; nothing while none is chosen"]

    # social care
    escalation_open: Annotated[bool, "a concern waits for social care's decision"]
    escalation_sent_on: Annotated[dt.date | None, "the day on which the oldest concern that waits was sent"]
    escalation_decision: Annotated[Literal["taken", "not_taken", "none"], "the latest decision of social care"]
    children_not_taken: Annotated[tuple[str, ...], "children on the case whom social care has not taken"]
    came_by_step_down: Annotated[bool, "the family came from social care"]
    social_care_open: Annotated[bool, "after a step-down: social care's own case is still open"]

    # another council
    transfer_consent: Annotated[bool, "consent to pass the record on, or a safeguarding basis, is recorded"]
    receiving_council: Annotated[str | None, "the code of the council that was asked to take the family"]
    transfer_answered: Annotated[bool, "it answered, or two chasers and 10 working days brought no answer"]
    transfer_wait_until: Annotated[dt.date, "10 working days after it was asked; from today while none was"]

    # a pause
    paused_from: Annotated[str | None, "the state that the pause in force left"]
    pauses_begun: Annotated[int, "how often the case was paused"]
    pauses_allowed: Annotated[int, "how often the council allows it"]
    pause_limit: Annotated[dt.date, "the latest end of a pause that the council allows"]
    pause_asked_by: Annotated[str | None, "who of the family asks for the pause"] = None
    pause_until: Annotated[dt.date | None, "the end asked for"] = None

    # what the form of an ending carries
    reason: Annotated[str | None, "the reason for ending"] = None
    helping_agency: Annotated[str | None, "the one agency that will help"] = None
    helping_agency_agreed: Annotated[bool, "that agency has said yes"] = False
    surviving_case: Annotated[str | None, "for a duplicate: the case that goes on"] = None
# fmt: on
