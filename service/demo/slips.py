"""Stories in which much is tried too early or by the wrong person: what the service says no to, and the work that the no asks for."""

from service.demo import assessing as a
from service.demo import clumsy
from service.demo import ending as e
from service.demo import intake as i
from service.demo import planning as p
from service.demo import siblings as s
from service.demo import social_care as c
from service.demo import stories as t
from service.demo.stories import Step, Story, after, same_day
from service.demo.telling import CAF, EARLY_HELP, Act, held_back, moves

UNWRITTEN = ("required_answers", "every_voice_heard", "parents_views_heard")
UNPLANNED = ("lead_professional_in_place", "meeting_held", "plan_has_actions", "review_date_set")
ENDED_EARLY = e.ends_early("DECEASED", "Entered by mistake.")


def no(tried: Act, *reasons: str, only: str | None = None) -> Story:
    """Try something on the same day that is refused."""
    return (Step(0, held_back(tried, *reasons), only),)


in_a_hurry = (
    *(*t.requested, *no(i.begins_triage, "involvement_checked", only=EARLY_HELP), *no(i.accepts, "involvement_checked", only=CAF)),
    *(*after(1, i.searches, i.begins_triage), *no(i.accepts, "threshold_early_help"), *no(i.signposts_with_advice, "threshold_lower")),
    *(*after(0, i.finds_a_duplicate, i.against_the_document), *no(i.accepts, "no_unresolved_duplicate", "threshold_approved")),
    *(*after(1, i.decides_duplicate, i.approves, i.accepts), *no(i.triage_starts, "worker_allocated", "agreement_in_force")),
    *(*same_day(i.tells_referrer, i.allocates), *no(e.records_no_contact, "attempts_logged", "safeguarding_check")),
    *(*no(e.records_decline, "agreement_ended_recorded", "safeguarding_check"), *after(2, a.agrees)),
    *(*no(e.records_decline, "no_agreement_left"), *same_day(a.starts), *after(2, a.gathers_team, a.visits)),
    *(*no(a.submits, *UNWRITTEN), *no(a.submits, "elements_considered", only=CAF)),
    *(*no(p.pauses_for_too_long, "pause_limited", "safeguarding_check"), *after(3, a.writes, p.records_need, a.submits)),
    *(*no(moves("worker", "sign_off", "Fine."), "NOT_PERMITTED"), *no(a.signs_off, "level_decided", only=EARLY_HELP)),
    *(*no(a.signs_off, "conclusions_shared", only=CAF), *no(a.registers_without_plan, "conclusions_shared"), *t.LEVEL),
    *(*(Step(0, a.shares, CAF), Step(0, a.signs_off)), *no(e.closes_a_signed_off_case_in_error, "not_yet_assessed")),
    *(*no(p.starts_plan, "conclusions_shared", "needs_answered", only=EARLY_HELP), *no(p.starts_plan, *UNPLANNED)),
    *(Step(1, a.shares, EARLY_HELP), *after(2, p.plans, p.meets, p.starts_plan)),
    *(*no(c.takes_nobody, "escalation_waiting"), *no(c.steps_up("STEP_UP_S17"), "social_care_took_it", "all_children_taken")),
    *no(e.transfers, "transfer_consent", "receiving_council_answered"),
    *(*no(ENDED_EARLY, "reason_supported"), *after(18, p.starts_review), *no(p.continues, "review_recorded", "agreement_reconfirmed")),
    *(*no(e.closes("NEEDS_MET"), "closing_summary", "no_open_actions", "family_told"), *after(1, p.finds_progress, p.continues)),
)
agency_unnamed = (
    *(*t.in_triage, *after(1, i.needs_one_agency), *no(i.signposts_to_nobody, "helping_agency_agreed", "referrer_told")),
    *same_day(i.tells_referrer, i.signposts_to_school),
)
sibling_unasked = (
    *(*t.awaiting_agreement, *after(1, s.asks_for_sibling), *after(1, i.searches, i.begins_triage, i.needs_assessment, i.accepts)),
    *(*after(1, i.allocates, a.agrees), *no(a.starts, "siblings_considered"), *same_day(s.stays_apart, a.starts)),
)
assessed_elsewhere = (
    *(*t.begun, *after(1, s.asks_twice), *after(1, i.searches, i.begins_triage, i.needs_assessment, i.accepts)),
    *(*after(1, i.allocates, a.agrees), *no(a.starts, "no_other_open_assessment")),
    *(*no(s.closes_as_duplicate_of_nothing, "surviving_case_named"), *same_day(s.closes_as_duplicate)),
)
ended_while_social_care_decides = (
    *(*t.assessing, *after(1, c.worker_escalates), *no(e.records_withdrawal, "no_open_escalation", "no_agreement_left")),
    *after(2, c.chases, c.takes_nobody),
)
step_down_too_late = (
    *(*t.handed_on, *no(c.returns_step_down, "family_told"), *after(3, c.social_care_closes, e.tells_family)),
    *no(c.returns_step_down, "social_care_still_open"),
)
never_from_social_care = (*t.awaiting_agreement, *after(1, e.tells_family), *no(c.returns_step_down, "stepped_down_here"))
A_WEEK_AWAY = (*after(3, i.checks_safety, p.pauses_for_a_week), *after(5, p.resumes))
paused_too_often = (*t.plan_active, *A_WEEK_AWAY, *A_WEEK_AWAY, *after(2, i.checks_safety), *no(p.pauses_for_a_week, "pauses_left"))
without_movement = (*t.drifting, *no(p.continues, "drift_considered", only=EARLY_HELP), *after(2, p.considers_drift, p.continues))
clumsy_day = (
    *(*t.awaiting_agreement, *no(clumsy.starts_from_an_old_page, "CONFLICT"), *no(clumsy.adds_a_note_of_tomorrow, "BAD_USER_INPUT")),
    *(*no(clumsy.adds_an_endless_note, "TOO_LONG"), *no(clumsy.looks_elsewhere, "NOT_FOUND")),
    *(*no(clumsy.opens_an_account_twice, "DUPLICATE"), *no(clumsy.sends_another_under_the_same_key, "IDEMPOTENCY_MISMATCH")),
    *(*after(1, a.agrees, a.withdraws), *no(clumsy.withdraws_twice, "ALREADY_DONE"), *same_day(a.agrees, a.starts)),
)
