"""Truth tables of the guards: under good facts each holds; with one fact flipped it alone refuses, in these words."""

import datetime as dt
from typing import Any

import pytest

from tests.unit.workflows.sample import EXPECTED, GUARDS, LIMIT, SENT, TRIED, good, version
from workflows.kit import Gap
from workflows.kit.facts_1 import Attempt, OpenAssessment, SiblingCase, Tries

DAY = dt.timedelta(days=1)
CHECK = "Record whether a child would be at risk without this help, and what you will do."
ERROR = "An assessment was signed off on this case, so it was not opened in error. End it with its real reason."
REVIEW = "Record the review: its date, the child's and family's views, and how each outcome went."
TAKE = "Record social care's decision first. The case stays here until social care decides to take it."
LOWER = "The threshold decision does not say that universal services or one agency can help."
AGREE = "Nobody who may agree for Mia, Jake and Sana has agreed to early help, or the agreement has ended."
PAUSE = "Record who asked for the pause, and an end no later than 9 June 2026."
AS_OFTEN = "This case was paused as often as the council allows (2 times). Take another step, or end the case."
ELSEWHERE = "Brook School opened an assessment of Mia on 2 March 2026. Ask to join it, or end early help for Mia here."
SIBLING = "Sana of the same household already has early help (Ms Khan, 01632 960001). Say whether to join or stay apart."
FLIPS: dict[str, tuple[dict[str, Any], str]] = {
    "involvement_checked": ({"involvement_checked": False}, "Check first whether somebody is already helping this family."),
    "children_known": ({"children": ()}, "Add at least one child or unborn child to this case."),
    "no_unresolved_duplicate": ({"unresolved_duplicates": ("Mia", "Jake")}, "Decide first whether Mia and Jake already have a record."),
    "threshold_early_help": (
        {"threshold_outcome": "universal"},
        "Record a threshold decision for an early help assessment first.",
    ),
    "threshold_lower": ({"threshold_outcome": "early_help_assessment"}, LOWER),
    "threshold_approved": ({"threshold_approved": False}, "A second person has not yet approved the threshold decision."),
    "referrer_told": (
        {"referrer_told": False},
        "Tell the person who asked for help what was decided, or record why you cannot.",
    ),
    "helping_agency_agreed": (
        {"reason": "SINGLE_AGENCY", "helping_agency_agreed": False},
        "Name the agency that will help, and record that it agreed.",
    ),
    "agreement_in_force": ({"agreement_missing_for": ("Mia", "Jake", "Sana")}, AGREE),
    "worker_allocated": ({"allocated": False}, "Allocate this case to a worker first."),
    "no_other_open_assessment": ({"open_assessment_elsewhere": (OpenAssessment("Mia", "Brook School", SENT),)}, ELSEWHERE),
    "siblings_considered": ({"siblings_unconsidered": (SiblingCase("Sana", "Ms Khan, 01632 960001"),)}, SIBLING),
    "agreement_ended_recorded": ({"agreement_ended_recorded": False}, "Record who said no or withdrew, when and how."),
    "no_agreement_left": (
        {"agreement_in_force_for": ("Ava",)},
        "The agreement still stands for Ava. End early help only for the others.",
    ),
    "safeguarding_check": ({"safeguarding_check": False}, CHECK),
    "attempts_logged": (
        {"contact_attempts": TRIED[:2]},
        "Log at least three attempts to reach the family, on three days and by two ways.",
    ),
    "required_answers": (
        {"missing_answers": (Gap("Care and parenting"), Gap("Health", "Mia"), Gap("Health", "Jake"))},
        "Answer the required questions in Care and parenting; Health (Mia and Jake).",
    ),
    "elements_considered": (
        {"elements_not_considered": (Gap("Aspirations", "Kofi"), Gap("Wider family"))},
        "Consider every element, or say why it was not explored: Aspirations (Kofi) and Wider family.",
    ),
    "every_voice_heard": (
        {"voice_missing_for": ("Mia", "Jake")},
        "Record what Mia and Jake said in their own way, or why you could not ask.",
    ),
    "parents_views_heard": ({"parents_views_missing": True}, "Record the parents' or carers' views, or why you could not ask."),
    "level_decided": ({"level_after_assessment": None}, "Decide the level of need from the assessment."),
    "conclusions_shared": (
        {"conclusions_shared": False},
        "Share the conclusions with the family first, or record why that is not safe.",
    ),
    "lead_professional_in_place": (
        {"lead_professional": "acting"},
        "Agree a lead professional. The one recorded is acting or has left.",
    ),
    "meeting_held": ({"meeting_held": False}, "Hold a team meeting with the family, or record their views for it."),
    "plan_has_actions": ({"outcomes_with_actions": 0}, "Add an outcome with an action, who will do it and by when."),
    "needs_answered": ({"unanswered_needs": 3}, "3 needs have no outcome in the plan. Add one, or say why not."),
    "review_date_set": ({"next_review_on": None}, "Set the next review, no later than 9 June 2026."),
    "review_recorded": ({"review_recorded": False}, REVIEW),
    "agreement_reconfirmed": ({"agreement_reconfirmed": False}, "Ask the family again whether they still agree, and record it."),
    "drift_considered": (
        {"reviews_without_movement": 3},
        "Three reviews have shown no movement. Record a manager's view before going on.",
    ),
    "closing_summary": ({"closing_summary": False}, "Write the closing summary: what is better, and who helps from now on."),
    "no_open_actions": ({"open_actions": 2}, "2 actions are still open. Finish them, or end each with a reason."),
    "family_told": ({"family_told": False}, "Tell the family that the case is ending, or record why you cannot."),
    "no_open_escalation": (
        {"escalation_open": True, "escalation_sent_on": SENT},
        "Social care has not yet decided on the concern sent on 2 March 2026.",
    ),
    "escalation_waiting": ({"escalation_open": False}, "No concern is waiting for social care's decision."),
    "social_care_took_it": ({"escalation_decision": "not_taken"}, TAKE),
    "all_children_taken": (
        {"children_not_taken": ("Sana",)},
        "Social care has not taken Sana. End early help for the others only.",
    ),
    "pauses_left": ({"pauses_begun": 2}, AS_OFTEN),
    "pause_limited": ({"pause_until": LIMIT + DAY}, PAUSE),
    "stepped_down_here": ({"came_by_step_down": False}, "This case did not come from social care."),
    "social_care_still_open": ({"social_care_open": False}, "Social care has closed its case. Escalate the concern instead."),
    "transfer_consent": (
        {"transfer_consent": False},
        "The family has not agreed to pass the record on. End the case as moved away instead.",
    ),
    "receiving_council_answered": (
        {"transfer_answered": False},
        "The other council has not answered. Chase it twice, and wait until 9 June 2026.",
    ),
    "surviving_case_named": ({"reason": "DUPLICATE", "surviving_case": None}, "Name the case that goes on."),
    "not_yet_assessed": ({"assessment_signed_off": True}, ERROR),
    "reason_supported": (
        {"reason": "EHC_PLAN", "reason_facts_missing": ("the date of the plan",)},
        'The reason "Needs are now met through an education, health and care plan" needs the date of the plan.',
    ),
}
"""For each guard: one fact changed (with the reason that makes it matter), and what the worker is then told."""

PLACES = [
    (key, guard, step[0], state)
    for key in sorted(EXPECTED)
    for step in EXPECTED[key].STEPS
    for guard in step[6].split()
    for state in step[2].split()
]


OWN_GUARDS = {"early-help": {"level_decided", "needs_answered", "drift_considered"}, "caf": {"elements_considered"}}


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_the_truth_table_has_every_guard_of_a_version_and_every_guard_is_used(key: str) -> None:
    used = {guard for version_key, guard, *_ in PLACES if version_key == key}

    others = {guard for other, guards in OWN_GUARDS.items() if other != key for guard in guards}
    assert used == set(GUARDS[key]) == set(FLIPS) - others


@pytest.mark.parametrize(("key", "guard", "trigger", "state"), PLACES)
def test_one_flipped_fact_refuses_with_its_guard_alone(key: str, guard: str, trigger: str, state: str) -> None:
    changes, sentence = FLIPS[guard]
    paused_from = {"paused_from": version(key).triggers["resume"].target_any[0]}

    before = version(key).judge(state, trigger, good(key, trigger, **paused_from))
    after = version(key).judge(state, trigger, good(key, trigger, **paused_from, **changes))

    assert before.reasons == ()
    assert [reason for reason in after.reasons if reason.code != "reason_of_this_step"] == [(guard, sentence)]


@pytest.mark.parametrize(
    ("guard", "changes", "refuses"),
    [
        ("no_unresolved_duplicate", {"unresolved_duplicates": ("Mia",)}, True),
        ("threshold_early_help", {"threshold_outcome": "early_help_assessment"}, False),
        ("threshold_early_help", {"threshold_outcome": "single_agency"}, True),
        ("threshold_early_help", {"threshold_outcome": "social_care_assessment"}, True),
        ("threshold_early_help", {"threshold_outcome": "none"}, True),
        ("threshold_lower", {"threshold_outcome": "universal"}, False),
        ("threshold_lower", {"threshold_outcome": "single_agency"}, False),
        ("threshold_lower", {"threshold_outcome": "social_care_assessment"}, True),
        ("threshold_lower", {"threshold_outcome": "none"}, True),
        ("threshold_approved", {"threshold_outcome": "none", "threshold_approved": False}, False),
        ("agreement_in_force", {"agreement_missing_for": ("Mia",)}, True),
        ("attempts_logged", {"contact_attempts": ()}, True),
        ("attempts_logged", {"contact_attempts": (*TRIED[:2], Attempt(TRIED[1].day, "letter"))}, True),
        ("attempts_logged", {"contact_attempts": tuple(Attempt(each.day, "visit") for each in TRIED)}, True),
        ("attempts_logged", {"contact_attempts": (*TRIED, Attempt(SENT, "letter"))}, False),
        ("attempts_logged", {"contact_attempts": TRIED, "tries_wanted": Tries(attempts=len(TRIED) + 1)}, True),
        ("attempts_logged", {"contact_attempts": TRIED[:1], "tries_wanted": Tries(1, 1, 1)}, False),
        ("lead_professional_in_place", {"lead_professional": "none"}, True),
        ("level_decided", {"level_after_assessment": 1}, False),
        ("plan_has_actions", {"outcomes_with_actions": 2}, False),
        ("review_date_set", {"next_review_on": LIMIT + DAY}, True),
        ("review_date_set", {"next_review_on": LIMIT - DAY}, False),
        ("drift_considered", {"reviews_without_movement": 2}, False),
        ("drift_considered", {"reviews_without_movement": 4}, True),
        ("drift_considered", {"reviews_without_movement": 4, "drift_considered": True}, False),
        ("social_care_took_it", {"escalation_decision": "none"}, True),
        ("social_care_still_open", {"social_care_open": False, "came_by_step_down": False}, False),
        ("receiving_council_answered", {"receiving_council": None}, True),
        ("receiving_council_answered", {"receiving_council": None, "transfer_answered": False}, True),
        ("helping_agency_agreed", {"reason": "SINGLE_AGENCY"}, False),
        ("helping_agency_agreed", {"reason": "SINGLE_AGENCY", "helping_agency": None}, True),
        ("helping_agency_agreed", {"reason": "SINGLE_AGENCY", "helping_agency": ""}, True),
        ("helping_agency_agreed", {"reason": "NEEDS_MET", "helping_agency": None, "helping_agency_agreed": False}, False),
        ("surviving_case_named", {"reason": "DUPLICATE"}, False),
        ("surviving_case_named", {"reason": "OPENED_IN_ERROR", "surviving_case": None}, False),
        ("pauses_left", {"pauses_begun": 3}, True),
        ("pauses_left", {"pauses_begun": 0, "pauses_allowed": 0}, True),
        ("pause_limited", {"pause_until": None}, True),
        ("pause_limited", {"pause_asked_by": None}, True),
        ("pause_limited", {"pause_until": LIMIT - DAY}, False),
        ("pause_limited", {"pause_until": LIMIT}, False),
    ],
)
def test_guards_at_their_edges(guard: str, changes: dict[str, Any], refuses: bool) -> None:
    assert bool(GUARDS["early-help"][guard].check(good("early-help", **changes))) is refuses


@pytest.mark.parametrize(
    ("guard", "changes", "sentences"),
    [
        ("no_unresolved_duplicate", {"unresolved_duplicates": ("Mia",)}, ["Decide first whether Mia already has a record."]),
        ("pauses_left", {"pauses_allowed": 1}, [AS_OFTEN.replace("2 times", "1 time")]),
        (
            "attempts_logged",
            {"contact_attempts": (), "tries_wanted": Tries(12, 1, 1)},
            ["Log at least 12 attempts to reach the family, on one day and by one way."],
        ),
        ("needs_answered", {"unanswered_needs": 1}, ["1 need has no outcome in the plan. Add one, or say why not."]),
        ("no_open_actions", {"open_actions": 1}, ["1 action is still open. Finish it, or end it with a reason."]),
        (
            "siblings_considered",
            {"siblings_unconsidered": (SiblingCase("Sana", "Ms Khan, 01632 960001"), SiblingCase("Adam", "Brook School"))},
            [SIBLING, "Adam of the same household already has early help (Brook School). Say whether to join or stay apart."],
        ),
        (
            "no_other_open_assessment",
            {"open_assessment_elsewhere": (OpenAssessment("Mia", "Brook School", SENT), OpenAssessment("Jake", "Youth Club", LIMIT))},
            [ELSEWHERE, "Youth Club opened an assessment of Jake on 9 June 2026. Ask to join it, or end early help for Jake here."],
        ),
        (
            "reason_supported",
            {"reason": "AGED_OUT", "reason_facts_missing": ("a date of birth that shows it", "who supports the young person now")},
            [
                'The reason "Reached the upper age of the service" needs a date of birth that shows it and who supports the young person '
                "now."
            ],
        ),
    ],
)
def test_sentences_for_one_thing_and_for_several(guard: str, changes: dict[str, Any], sentences: list[str]) -> None:
    assert list(GUARDS["early-help"][guard].check(good("early-help", **changes))) == sentences
