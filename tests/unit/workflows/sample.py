"""Facts to begin from: under the good ones no guard refuses anything, under the worst every guard does."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tests.unit.workflows import expected_caf_1, expected_early_help_1
from workflows import WORKFLOWS, caf_1, early_help_1
from workflows.kit import Gap, Workflow
from workflows.kit.facts_1 import Attempt, OpenAssessment, SiblingCase, Tries

LIMIT, SENT = dt.date(2026, 6, 9), dt.date(2026, 3, 2)
TRIED = tuple(Attempt(dt.date(2026, 3, day), means) for day, means in ((2, "visit"), (3, "telephone"), (4, "visit")))
GOOD: Mapping[str, Any] = {
    "involvement_checked": True,
    "children": ("Mia", "Jake"),
    "unresolved_duplicates": (),
    "threshold_approved": True,
    "referrer_told": True,
    "agreement_missing_for": (),
    "agreement_in_force_for": (),
    "agreement_ended_recorded": True,
    "safeguarding_check": True,
    "contact_attempts": TRIED,
    "tries_wanted": Tries(),
    "siblings_unconsidered": (),
    "allocated": True,
    "open_assessment_elsewhere": (),
    "missing_answers": (),
    "voice_missing_for": (),
    "parents_views_missing": False,
    "conclusions_shared": True,
    "assessment_signed_off": False,
    "lead_professional": "agreed",
    "meeting_held": True,
    "outcomes_with_actions": 1,
    "next_review_on": LIMIT,
    "review_limit": LIMIT,
    "review_recorded": True,
    "agreement_reconfirmed": True,
    "closing_summary": True,
    "open_actions": 0,
    "family_told": True,
    "reason_facts_missing": (),
    "escalation_open": False,
    "escalation_sent_on": None,
    "escalation_decision": "taken",
    "children_not_taken": (),
    "came_by_step_down": True,
    "social_care_open": True,
    "transfer_consent": True,
    "receiving_council": "878",
    "transfer_answered": True,
    "transfer_wait_until": LIMIT,
    "paused_from": "assessing",
    "pauses_begun": 1,
    "pauses_allowed": 2,
    "pause_limit": LIMIT,
    "pause_asked_by": "Mother",
    "pause_until": LIMIT,
    "helping_agency": "Brook School",
    "helping_agency_agreed": True,
    "surviving_case": "EH-2026-0412",
}
MOVES_OWN: Mapping[str, Mapping[str, Any]] = {
    "signpost": {"threshold_outcome": "single_agency"},
    "record_not_taken": {"escalation_open": True, "escalation_sent_on": SENT},
}
"""Two moves need what would refuse others: a decision for less than an assessment, a concern that waits."""
OWN: Mapping[str, Mapping[str, Any]] = {
    "early-help": {"level_after_assessment": 3, "unanswered_needs": 0, "reviews_without_movement": 0, "drift_considered": False},
    "caf": {"elements_not_considered": ()},
}
FACTS: Mapping[str, Any] = {"early-help": early_help_1.Facts, "caf": caf_1.Facts}
GUARDS: Mapping[str, Any] = {"early-help": early_help_1.GUARDS, "caf": caf_1.GUARDS}
EXPECTED: Mapping[str, Any] = {"early-help": expected_early_help_1, "caf": expected_caf_1}
WORST: Mapping[str, Any] = {
    "involvement_checked": False,
    "children": (),
    "unresolved_duplicates": ("Mia",),
    "threshold_outcome": "social_care_assessment",
    "threshold_approved": False,
    "referrer_told": False,
    "agreement_missing_for": ("Mia",),
    "agreement_in_force_for": ("Jake",),
    "agreement_ended_recorded": False,
    "safeguarding_check": False,
    "contact_attempts": (),
    "tries_wanted": Tries(),
    "siblings_unconsidered": (SiblingCase("Sana", "Brook School"),),
    "allocated": False,
    "open_assessment_elsewhere": (OpenAssessment("Mia", "Brook School", SENT),),
    "missing_answers": (Gap("Home"),),
    "voice_missing_for": ("Mia",),
    "parents_views_missing": True,
    "conclusions_shared": False,
    "assessment_signed_off": True,
    "lead_professional": "none",
    "meeting_held": False,
    "outcomes_with_actions": 0,
    "next_review_on": None,
    "review_limit": LIMIT,
    "review_recorded": False,
    "agreement_reconfirmed": False,
    "closing_summary": False,
    "open_actions": 2,
    "family_told": False,
    "reason_facts_missing": ("the date of the plan",),
    "escalation_open": True,
    "escalation_sent_on": SENT,
    "escalation_decision": "none",
    "children_not_taken": ("Jake",),
    "came_by_step_down": False,
    "social_care_open": False,
    "transfer_consent": False,
    "receiving_council": None,
    "transfer_answered": False,
    "transfer_wait_until": LIMIT,
    "paused_from": None,
    "pauses_begun": 2,
    "pauses_allowed": 2,
    "pause_limit": LIMIT,
}
WORST_OWN: Mapping[str, Mapping[str, Any]] = {
    "early-help": {"level_after_assessment": None, "unanswered_needs": 2, "reviews_without_movement": 3, "drift_considered": False},
    "caf": {"elements_not_considered": (Gap("Aspirations", "Mia"),)},
}


def version(key: str) -> Workflow[Any]:
    """Return version 1 of a workflow."""
    return WORKFLOWS[key, 1]


def good(key: str, trigger: str = "", **changes: Any) -> Any:
    """Return facts under which nothing refuses a trigger, with its first reason for ending where it ends a case."""
    reasons = version(key).triggers[trigger].reasons if trigger else ()
    found = {"threshold_outcome": "early_help_assessment", **GOOD, **OWN[key], **MOVES_OWN.get(trigger, {})}
    return FACTS[key](**{**found, "reason": reasons[0] if reasons else None, **changes})


def worst(key: str, **changes: Any) -> Any:
    """Return facts under which everything that can refuse does."""
    return replace(FACTS[key](**WORST, **WORST_OWN[key]), **changes)


def refused(key: str, state: str, trigger: str, *, with_data: bool = True, **changes: Any) -> list[str]:
    """Return the codes of everything that refuses a move under good facts with some changed."""
    verdict = version(key).judge(state, trigger, good(key, trigger, **changes), with_data=with_data)
    return [reason.code for reason in verdict.reasons]


def steps(key: str) -> dict[str, tuple[str, ...]]:
    """Return the expected rows of the table of steps, by trigger."""
    return {row[0]: row for row in EXPECTED[key].STEPS}


def next_of(key: str) -> dict[str, dict[str, str]]:
    """Return where each trigger leads from each state, as the table has it; an empty target stays, several depend on the pause."""
    return {state: {row[0]: row[3] for row in EXPECTED[key].STEPS if state in row[2].split()} for state, *_ in EXPECTED[key].STATES}
