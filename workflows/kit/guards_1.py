"""The guards that several versions share, first edition."""

from collections.abc import Mapping

from workflows.kit.endings_1 import ENDINGS
from workflows.kit.facts_1 import CaseFacts
from workflows.kit.parts import Guard, by_key


def threshold_approved(facts: CaseFacts) -> bool:
    """Hold when nobody else has to approve the decision; without one there is nothing to approve, which its own guard says."""
    return facts.threshold_outcome == "none" or facts.threshold_approved


def helping_agency_agreed(facts: CaseFacts) -> bool:
    """Hold when the one agency that will help is named and has said yes."""
    return facts.reason != "SINGLE_AGENCY" or bool(facts.helping_agency and facts.helping_agency_agreed)


def review_date_set(facts: CaseFacts) -> bool:
    """Hold when the next review has a day that the council's cycle allows."""
    return facts.next_review_on is not None and facts.next_review_on <= facts.review_limit


def pause_limited(facts: CaseFacts) -> bool:
    """Hold when it is known who asked for the pause and it ends within what the council allows."""
    return bool(facts.pause_asked_by and facts.pause_until and facts.pause_until <= facts.pause_limit)


def surviving_case_named(facts: CaseFacts) -> bool:
    """Hold when a duplicate says which case goes on."""
    return facts.reason != "DUPLICATE" or bool(facts.surviving_case)


def social_care_still_open(facts: CaseFacts) -> bool:
    """Hold when social care can have the family back; of a family that did not come from there, another guard speaks."""
    return facts.social_care_open or not facts.came_by_step_down


# fmt: off
# Kept as a table: a guard, what a worker is told, when it holds, what it looks at.
GUARDS: Mapping[str, Guard[CaseFacts]] = by_key(
    Guard("involvement_checked", "Check first whether somebody is already helping this family.",
          lambda facts: facts.involvement_checked, ("involvement_checked",)),
    Guard("children_known", "Add at least one child or unborn child to this case.",
          lambda facts: bool(facts.children), ("children",)),
    Guard("no_unresolved_duplicate", "Decide first whether {children} already have a record.",
          lambda facts: not facts.unresolved_duplicates, ("unresolved_duplicates",), {"children": "unresolved_duplicates"},
          one="Decide first whether {children} already has a record."),
    Guard("threshold_early_help", "Record a threshold decision for an early help assessment first.",
          lambda facts: facts.threshold_outcome == "early_help_assessment", ("threshold_outcome",)),
    Guard("threshold_lower", "The threshold decision does not say that universal services or one agency can help.",
          lambda facts: facts.threshold_outcome in ("universal", "single_agency"), ("threshold_outcome",)),
    Guard("threshold_approved", "A second person has not yet approved the threshold decision.",
          threshold_approved, ("threshold_approved", "threshold_outcome")),
    Guard("referrer_told", "Tell the person who asked for help what was decided, or record why you cannot.",
          lambda facts: facts.referrer_told, ("referrer_told",)),
    Guard("helping_agency_agreed", "Name the agency that will help, and record that it agreed.",
          helping_agency_agreed, ("helping_agency_agreed", "helping_agency", "reason"), with_data=True),
    Guard("agreement_in_force", "Nobody who may agree for {children} has agreed to early help, or the agreement has ended.",
          lambda facts: not facts.agreement_missing_for, ("agreement_missing_for",), {"children": "agreement_missing_for"}),
    Guard("worker_allocated", "Allocate this case to a worker first.",
          lambda facts: facts.allocated, ("allocated",)),
    Guard("no_other_open_assessment",
          "{agency} opened an assessment of {child} on {date}. Ask to join it, or end early help for {child} here.",
          lambda facts: not facts.open_assessment_elsewhere, ("open_assessment_elsewhere",),
          {"agency": "agency", "child": "child", "date": "date"}, each="open_assessment_elsewhere"),
    Guard("siblings_considered", "{sibling} of the same household already has early help ({contact}). Say whether to join or stay apart.",
          lambda facts: not facts.siblings_unconsidered, ("siblings_unconsidered",),
          {"sibling": "sibling", "contact": "contact"}, each="siblings_unconsidered"),
    Guard("agreement_ended_recorded", "Record who said no or withdrew, when and how.",
          lambda facts: facts.agreement_ended_recorded, ("agreement_ended_recorded",)),
    Guard("no_agreement_left", "The agreement still stands for {children}. End early help only for the others.",
          lambda facts: not facts.agreement_in_force_for, ("agreement_in_force_for",), {"children": "agreement_in_force_for"}),
    Guard("safeguarding_check", "Record whether a child would be at risk without this help, and what you will do.",
          lambda facts: facts.safeguarding_check, ("safeguarding_check",)),
    Guard("attempts_logged", "Log at least {tries}.",
          lambda facts: facts.tries_wanted.are_enough(facts.contact_attempts), ("contact_attempts", "tries_wanted"),
          {"tries": "tries_wanted"}),
    Guard("required_answers", "Answer the required questions in {sections}.",
          lambda facts: not facts.missing_answers, ("missing_answers",), {"sections": "missing_answers"}),
    Guard("every_voice_heard", "Record what {children} said in their own way, or why you could not ask.",
          lambda facts: not facts.voice_missing_for, ("voice_missing_for",), {"children": "voice_missing_for"}),
    Guard("parents_views_heard", "Record the parents' or carers' views, or why you could not ask.",
          lambda facts: not facts.parents_views_missing, ("parents_views_missing",)),
    Guard("conclusions_shared", "Share the conclusions with the family first, or record why that is not safe.",
          lambda facts: facts.conclusions_shared, ("conclusions_shared",)),
    Guard("lead_professional_in_place", "Agree a lead professional. The one recorded is acting or has left.",
          lambda facts: facts.lead_professional == "agreed", ("lead_professional",)),
    Guard("meeting_held", "Hold a team meeting with the family, or record their views for it.",
          lambda facts: facts.meeting_held, ("meeting_held",)),
    Guard("plan_has_actions", "Add an outcome with an action, who will do it and by when.",
          lambda facts: facts.outcomes_with_actions > 0, ("outcomes_with_actions",)),
    Guard("review_date_set", "Set the next review, no later than {limit}.",
          review_date_set, ("next_review_on", "review_limit"), {"limit": "review_limit"}),
    Guard("review_recorded", "Record the review: its date, the child's and family's views, and how each outcome went.",
          lambda facts: facts.review_recorded, ("review_recorded",)),
    Guard("agreement_reconfirmed", "Ask the family again whether they still agree, and record it.",
          lambda facts: facts.agreement_reconfirmed, ("agreement_reconfirmed",)),
    Guard("closing_summary", "Write the closing summary: what is better, and who helps from now on.",
          lambda facts: facts.closing_summary, ("closing_summary",)),
    Guard("no_open_actions", "{count} actions are still open. Finish them, or end each with a reason.",
          lambda facts: facts.open_actions == 0, ("open_actions",), {"count": "open_actions"},
          one="{count} action is still open. Finish it, or end it with a reason."),
    Guard("family_told", "Tell the family that the case is ending, or record why you cannot.",
          lambda facts: facts.family_told, ("family_told",)),
    Guard("no_open_escalation", "Social care has not yet decided on the concern sent on {date}.",
          lambda facts: not facts.escalation_open, ("escalation_open", "escalation_sent_on"), {"date": "escalation_sent_on"}),
    Guard("escalation_waiting", "No concern is waiting for social care's decision.",
          lambda facts: facts.escalation_open, ("escalation_open",)),
    Guard("social_care_took_it", "Record social care's decision first. The case stays here until social care decides to take it.",
          lambda facts: facts.escalation_decision == "taken", ("escalation_decision",)),
    Guard("all_children_taken", "Social care has not taken {children}. End early help for the others only.",
          lambda facts: not facts.children_not_taken, ("children_not_taken",), {"children": "children_not_taken"}),
    Guard("pause_limited", "Record who asked for the pause, and an end no later than {limit}.",
          pause_limited, ("pause_asked_by", "pause_until", "pause_limit"), {"limit": "pause_limit"}, with_data=True),
    Guard("pauses_left", "This case was paused as often as the council allows ({count} times). Take another step, or end the case.",
          lambda facts: facts.pauses_begun < facts.pauses_allowed, ("pauses_begun", "pauses_allowed"), {"count": "pauses_allowed"},
          one="This case was paused as often as the council allows ({count} time). Take another step, or end the case."),
    Guard("stepped_down_here", "This case did not come from social care.",
          lambda facts: facts.came_by_step_down, ("came_by_step_down",)),
    Guard("social_care_still_open", "Social care has closed its case. Escalate the concern instead.",
          social_care_still_open, ("social_care_open", "came_by_step_down")),
    Guard("transfer_consent", "The family has not agreed to pass the record on. End the case as moved away instead.",
          lambda facts: facts.transfer_consent, ("transfer_consent",)),
    Guard("receiving_council_answered", "The other council has not answered. Chase it twice, and wait until {date}.",
          lambda facts: bool(facts.receiving_council) and facts.transfer_answered,
          ("receiving_council", "transfer_answered", "transfer_wait_until"), {"date": "transfer_wait_until"}),
    Guard("surviving_case_named", "Name the case that goes on.", surviving_case_named, ("surviving_case", "reason"), with_data=True),
    Guard("not_yet_assessed", "An assessment was signed off on this case, so it was not opened in error. End it with its real reason.",
          lambda facts: not facts.assessment_signed_off, ("assessment_signed_off",)),
    Guard("reason_supported", "The reason {reason} needs {missing}.",
          lambda facts: not facts.reason_facts_missing, ("reason_facts_missing", "reason"),
          {"reason": "reason", "missing": "reason_facts_missing"}, with_data=True,
          words={each.code: f'"{each.label}"' for each in ENDINGS.values()}),
)
# fmt: on
