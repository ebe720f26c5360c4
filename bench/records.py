"""What people write down on the way of a case, as rows: by the event that tells of it."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from bench.council import DOCUMENT

Way = Any
"""A family of `bench.families`, whose rows these are."""

ANSWERS = '{"reason":{"text":"Often late, and tired. The school asked twice, and their aunt is worried too."}}'
VOICE = '{"how":{"choices":["talked"]},"words":{"text":"I like my new room, and I miss my dad in the evenings."}}'
FIVE_WEEKS = dt.timedelta(days=35)


def searched(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add a search whether somebody helps already."""
    of.add("involvement_check", of.new_id(at), of.case, of.children, actor, at, 1)


def decided(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add a decision on the level of need: on the request first, then on the assessment."""
    decision, basis = of.new_id(at), "assessment" if of.assessment else "request"
    of.add("threshold_decision", decision, of.case, DOCUMENT, basis, 2, "early_help_assessment", "Section 4.", actor, at, False, 1)
    for child in of.children:
        of.add("threshold_child", decision, child, 2)


def referrer_told(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add what the person who asked for help was told."""
    of.add("referrer_answer", of.new_id(at), of.case, "We will meet the family.", "telephone", at.date(), actor, at, 1)


def started(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add the assessment, as it stands now."""
    ended = {step.trigger: (when, who) for when, step, who in of.events if step.trigger in ("submit", "sign_off")}
    of.assessment = of.new_id(at)
    state = "signed_off" if "sign_off" in ended else "submitted" if "submit" in ended else "draft"
    sent, signed = (ended.get(trigger, (None, None)) for trigger in ("submit", "sign_off"))
    of.add("assessment", of.assessment, of.case, 1, "early-help", 1, state, at.date(), at, actor, *sent, *signed)


def written(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add the beginning of an assessment: what led to it, and each child's own words."""
    of.add("assessment_author", of.assessment, actor, at)
    for section, about, answers in (("about", None, ANSWERS), *(("voice", child, VOICE) for child in of.children)):
        of.add("assessment_section", of.new_id(at), of.assessment, section, about, answers, 1, actor, at)


def shared(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add that the family knows the conclusions."""
    of.add("assessment_conclusions", of.new_id(at), of.assessment, at.date(), "together", actor, at, 1)


def needed(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add a need of the first child."""
    of.need = of.new_id(at)
    said = ("early_help", "semh", "Worries at night, and does not sleep.", at.date(), "open")
    of.add("need", of.need, of.case, of.children[0], *said, actor, at, 1)


def aimed(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add what shall be different."""
    of.outcome = of.new_id(at)
    of.add("outcome", of.outcome, of.case, "Sleeps in her own bed.", (at + FIVE_WEEKS).date(), 3, "open", actor, at, 1)
    of.add("outcome_need", of.outcome, of.need)


def acted(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add what somebody does towards it, done or not."""
    done = next((when.date() for when, step, _ in of.events if step.event == "ActionCompleted"), None)
    said = ("Ring the sleep clinic.", actor, (at + FIVE_WEEKS).date(), "done" if done else "open", done)
    of.add("plan_action", of.new_id(at), of.case, of.outcome, *said, actor, at, 1)


def met(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add the meeting that agreed on the plan."""
    meeting = of.new_id(at)
    of.add("meeting", meeting, of.case, at.date(), "She wants quiet evenings.", "To go on like this.", actor, at, 1)
    of.add("meeting_practitioner", meeting, actor, "attended")
    of.add("meeting_person", meeting, of.mother, "attended")


def reviewed(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add the review of the stay under way."""
    review = of.new_id(at)
    said = ("It is better.", "She sleeps more.", True, of.mother)
    of.add("review", review, of.case, of.reviewing, at.date(), *said, actor, at, 1)
    of.add("review_outcome", review, of.outcome, "achieved", 7)


def summed_up(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add the closing summary."""
    of.add("closing_summary", of.new_id(at), of.case, "They sleep.", "Their aunt, and the school.", actor, at, 1)


def family_told(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add that the family knows of the end."""
    of.add("family_told", of.new_id(at), of.case, at.date(), "At home.", actor, at)


def checked(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add a safeguarding check."""
    said = ("no", "None that is known.", "The school keeps an eye on them.", at.date(), at + dt.timedelta(days=7))
    of.add("safeguarding_check", of.new_id(at), of.case, *said, actor, at, 1)


def escalated(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add a concern."""
    of.add("concern", of.new_id(at), of.case, "today", "A bruise.", of.children, "Told their mother.", actor, at, 1)


def taken(of: Way, at: dt.datetime, actor: UUID) -> None:
    """Add that social care takes the children."""
    said = (True, False, of.children, "child_in_need", "J. Moss, team manager", at.date())
    of.add("social_care_decision", of.new_id(at), of.case, *said, actor, at, 1)


RECORDS: Mapping[str, Callable[[Way, dt.datetime, UUID], None]] = {
    "InvolvementChecked": searched,
    "ThresholdDecided": decided,
    "ReferrerTold": referrer_told,
    "AssessmentStarted": started,
    "AssessmentSectionSaved": written,
    "ConclusionsShared": shared,
    "NeedRecorded": needed,
    "OutcomeAdded": aimed,
    "ActionAdded": acted,
    "MeetingRecorded": met,
    "ReviewRecorded": reviewed,
    "ClosingSummaryWritten": summed_up,
    "FamilyTold": family_told,
    "SafeguardingChecked": checked,
    "ConcernEscalated": escalated,
    "StepUpAgreed": taken,
}
