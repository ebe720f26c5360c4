"""How the cases of the demonstration went: each story is its acts, and how many working days after the one before each was done."""

from typing import NamedTuple

from service.demo import assessing as a
from service.demo import care
from service.demo import ending as e
from service.demo import intake as i
from service.demo import planning as p
from service.demo import put_right as r
from service.demo import siblings as s
from service.demo import social_care as c
from service.demo.corrections import corrects
from service.demo.telling import EARLY_HELP, Act


class Step(NamedTuple):
    """An act, and how many working days after the one before it; `only`: the framework to whose stories it belongs."""

    days: int
    act: Act
    only: str | None = None


Story = tuple[Step, ...]


def same_day(*acts: Act) -> Story:
    """Do several things on the day of the one before."""
    return tuple(Step(0, act) for act in acts)


def after(days: int, *acts: Act) -> Story:
    """Do something so many working days later, and more on the same day."""
    first, *rest = acts
    return (Step(days, first), *same_day(*rest))


OPENING = (i.asks_for_help, i.hands_over, s.asks_for_sibling, s.asks_twice, s.comes_back)
"""The acts that open a case."""
LEVEL = (Step(0, a.finds_level, EARLY_HELP),)

# -- request and triage
requested = same_day(i.asks_for_help)
searched = (*requested, *after(1, i.searches))
in_triage = (*searched, *same_day(i.begins_triage))
decided = (*in_triage, *after(1, i.needs_assessment))
accepted = (*decided, *after(0, i.accepts, i.tells_referrer))
awaiting_agreement = (*accepted, *after(1, i.allocates, i.rings))
looked_into = (
    *(*requested, *after(0, corrects("amendRequest")), *after(1, i.searches, corrects("amendInvolvementCheck"), i.begins_triage)),
    *after(0, i.asks_the_school, corrects("amendAgencyQuestion"), i.finds_a_duplicate),
    *after(0, i.decides_duplicate, corrects("amendDuplicateDecision")),
    *after(1, i.school_answers, i.weighs_risk, corrects("amendRiskAssessment")),
    *after(0, i.against_the_document, corrects("amendThreshold"), i.approves, i.accepts),
    *after(0, i.tells_referrer, corrects("amendReferrerAnswer")),
)
waits_for_approval = (*in_triage, *after(1, i.weighs_risk, i.against_the_document))
signposted = (*in_triage, *after(1, i.needs_one_agency, i.tells_referrer, i.signposts_to_school))
advised = (*in_triage, *after(1, i.needs_advice, i.cannot_tell_referrer, i.signposts_with_advice))
opened_in_error = (*in_triage, *after(1, e.closes_in_error))
request_withdrawn = (
    *in_triage,
    *after(1, i.checks_safety, i.tells_referrer, e.ends_early("REQUEST_WITHDRAWN", "School has sorted it out.", "front_door_manager")),
)
level_four = (
    *(*in_triage, *after(0, i.weighs_risk, i.needs_social_care, c.worker_escalates)),
    *after(1, c.takes("CHILD_PROTECTION"), c.steps_up("STEP_UP_S47")),
)
asked_twice = (*searched, *after(1, s.asks_twice, i.searches, s.closes_as_duplicate))

# -- agreement and assessment
declined = (*awaiting_agreement, *after(2, a.refuses, i.checks_safety, e.records_decline))
not_reached = (
    *(*accepted, *after(1, i.allocates)),
    *after(1, i.tries("TELEPHONE", "No answer; left a message."), i.tries("MESSAGE", "Sent a text.")),
    *after(2, i.tries("VISIT", "Nobody at home; left a card."), corrects("amendContactAttempt")),
    *after(3, i.tries("TELEPHONE", "No answer again."), i.checks_safety, corrects("amendSafeguardingCheck"), e.records_no_contact),
)
begun = (*awaiting_agreement, *after(2, a.agrees, a.starts), *after(1, a.gathers_team))
assessing = (*begun, *after(2, a.visits))
written = (*assessing, *after(2, a.writes, p.records_need, i.weighs_risk))
awaiting_sign_off = (*written, *after(2, a.submits))
returned = (*awaiting_sign_off, *after(1, a.returns), *after(2, a.adds_fathers_view, corrects("amendNeed"), a.submits_again))
apart = (
    *(*awaiting_agreement, *after(1, s.asks_for_sibling), *after(1, i.searches, i.begins_triage)),
    *after(1, i.needs_assessment, i.accepts, i.allocates, s.stays_apart, corrects("amendSiblingAnswer")),
    *after(2, a.agrees, a.starts),
)
no_plan_needed = (
    *(*assessing, *after(2, a.writes_that_nothing_is_needed, a.submits)),
    *(*after(2, a.shares), *LEVEL, *same_day(a.registers_without_plan)),
)
withdrew = (*assessing, *after(3, a.withdraws, i.checks_safety, e.records_withdrawal))
paused_in_assessment = (*assessing, *after(2, i.checks_safety, p.pauses_for_a_month))
stepped_up = (*assessing, *after(1, c.worker_escalates), *after(1, c.takes("CHILD_IN_NEED"), c.steps_up("STEP_UP_S17")))
waits_for_social_care = (*assessing, *after(1, c.worker_escalates), *after(2, c.chases, corrects("amendConcernChaser")))

# -- plan and review
planning = (*awaiting_sign_off, *after(2, a.shares), *LEVEL, *same_day(a.signs_off))
planned = (*planning, *after(3, p.plans, p.meets))
plan_active = (*planned, *after(2, p.starts_plan))
plan_of_a_returned_one = (*returned, *after(2, a.withholds), *LEVEL, *same_day(a.signs_off), *after(3, p.plans, p.meets, p.starts_plan))
brought_forward = (*plan_active, *after(1, p.brings_review_forward))
not_taken = (
    *(*plan_active, *after(3, c.school_escalates, corrects("amendConcern"))),
    *after(1, c.takes_nobody, corrects("amendSocialCareDecision")),
)
paused_in_plan = (
    *(*plan_active, *after(2, i.checks_safety, p.pauses_for_a_week), *after(5, p.resumes)),
    *after(6, i.checks_safety, p.pauses_for_a_month),
)
put_right = (
    *(*plan_active, *after(1, a.corrects_assessment, corrects("amendConclusions"), p.records_another_need, corrects("amendMeeting"))),
    *after(1, corrects("amendOutcome"), corrects("amendAction"), p.drops_an_action),
    *(*after(1, r.child_joins), *after(1, r.family_corrected), *after(1, r.note_corrected), *after(1, r.team_changes, r.lead_changes)),
    *after(1, r.child_leaves),
    *(*after(1, care.learns_safe_contact), *after(1, care.learns_needs_of_access), *after(1, care.warns), *after(1, care.enters_wrongly)),
)
reviewing = (*plan_active, *after(18, p.starts_review))
reviewed = (*reviewing, *after(1, p.finds_progress))
continued = (*reviewed, *after(1, p.continues))
assessed_again = (*reviewed, *after(1, a.assesses_again), *after(3, a.writes))
closure_declined = (
    *(*reviewed, *after(0, corrects("amendReview"), e.proposes_closure, corrects("amendClosureProposal"))),
    *after(2, e.declines_closure, p.continues),
)
no_movement = (*reviewing, *after(1, p.finds_no_movement))
again_no_movement = (*after(1, p.continues), *after(20, p.starts_review), *after(1, p.finds_no_movement))
drifting = (*no_movement, *again_no_movement, *again_no_movement)
drift_considered = (*drifting, *after(2, p.considers_drift, p.continues))
new_outcome = (*continued, *after(3, p.ends_the_outcome, p.records_need, p.plans))

# -- the end
ready_to_close = (*reviewing, *after(1, p.finds_needs_met, e.proposes_closure, e.sums_up, corrects("amendClosingSummary"), e.tells_family))
needs_met = (*ready_to_close, *after(2, e.agrees_to_closure, e.closes("NEEDS_MET")))
closed_by_mistake = (*needs_met, *after(1, e.corrects_closure))
came_back = (*needs_met, *after(30, s.comes_back), *after(1, i.searches, i.begins_triage))
offered = (
    *(*plan_active, *after(4, e.agrees_to_pass_on, corrects("amendTransferConsent"), e.offers, corrects("amendTransferOffer"))),
    *after(5, e.chases_council, corrects("amendTransferChaser")),
)
moved_away = (*offered, *after(2, e.council_answers, e.transfers))
moved_without_transfer = (
    *plan_active,
    *after(
        4, i.checks_safety, i.cannot_tell_referrer, e.ends_early("MOVED_NO_TRANSFER", "They moved at short notice, to Devon as they said.")
    ),
)

# -- from social care
handed_over = (*same_day(i.hands_over), *after(0, c.records_step_down, corrects("amendStepDown")), *after(1, i.searches, i.begins_triage))
handed_on = (*handed_over, *after(1, i.needs_assessment, i.accepts, i.allocates))
returned_to_social_care = (*handed_on, *after(2, e.tells_family, c.returns_step_down))
step_down_in_plan = (
    *(*handed_on, *after(2, a.agrees, a.starts, a.gathers_team), *after(2, a.visits, a.writes, p.records_need), *after(1, a.submits)),
    *(*after(1, a.shares), *LEVEL, *same_day(a.signs_off), *after(3, p.plans, p.meets, p.starts_plan), *after(5, c.social_care_closes)),
)
