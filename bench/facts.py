"""The facts of a case that the guards of every workflow look at, in SQL written by hand; {0} is the case, $1 of the statement the actor."""

IN_LONDON = "({} AT TIME ZONE 'Europe/London')::date"
CHILDREN = "json_agg(given_name ORDER BY joined_at, id)"


def last(table: str, what: str, order: str, *conditions: str) -> str:
    """Write something of the last row of a case."""
    where = " AND ".join(("r.case_id = {0}.id", *conditions))
    return f"(SELECT {what} FROM {table} r WHERE {where} ORDER BY r.{order} DESC, r.id DESC LIMIT 1)"


def some(table: str, *conditions: str) -> str:
    """Tell whether a case has a row that meets some conditions."""
    return f"EXISTS (SELECT FROM {table} r WHERE {' AND '.join(('r.case_id = {0}.id', *conditions))})"


def named(condition: str = "") -> str:
    """Name the children that meet a condition."""
    return f"coalesce({CHILDREN}{f' FILTER (WHERE {condition})' if condition else ''}, '[]')"


def entered(*triggers: str) -> str:
    """Write when a case last came to a state by one of some steps; long ago where it never did."""
    words = ", ".join(f"'{each}'" for each in triggers)
    found = f"(SELECT max(v.entered_at) FROM visit v WHERE v.case_id = {{0}}.id AND v.entered_by IN ({words}))"
    return f"coalesce({found}, '-infinity')"


def set_in(place: str, name: str, at: str) -> str:
    """Write the number that was last set, in a place, and in force at an instant."""
    where = f"r.name = '{name}' AND r.about IS NULL AND r.locality_id {place} AND r.withdrawn_at IS NULL AND r.in_force_at <= {at}"
    return f"(SELECT r.value::int FROM setting r WHERE {where} ORDER BY r.in_force_at DESC LIMIT 1)"


def weeks(name: str, default: int) -> str:
    """Write how many weeks a plan may have until its review, as it was set when its cycle began: a locality's own before the council's."""
    return f"coalesce({set_in('= {0}.locality_id', name, 'at')}, {set_in('IS NULL', name, 'at')}, {default})"


NO_ANSWER = """(SELECT FROM unnest(r.child_ids) AS asked (id) WHERE NOT EXISTS (SELECT FROM social_care_decision s
        WHERE s.case_id = r.case_id AND s.recorded_at >= r.sent_at AND s.entered_wrongly IS NULL AND asked.id = ANY (s.child_ids)))"""
WAITING = f"r.entered_wrongly IS NULL AND EXISTS {NO_ANSWER}"
UNDER_WAY = "r.visit_id = (SELECT v.id FROM visit v WHERE v.case_id = {0}.id AND v.left_at IS NULL AND v.state = 'reviewing')"
WENT_ON = entered("continue_plan", "reassess")
BEGUN = entered("start_assessment", "reassess")
CHASED = "(SELECT count(*) FROM transfer_chaser c WHERE c.offer_id = r.id AND c.entered_wrongly IS NULL) >= 2"
OPEN_NEEDS = """(SELECT count(*) FROM need r WHERE r.case_id = {0}.id AND r.status = 'open' AND r.unanswered_why IS NULL
        AND EXISTS (SELECT FROM case_child y WHERE y.case_id = {0}.id AND y.person_id = r.child_id AND y.ended_at IS NULL)
        AND NOT EXISTS (SELECT FROM outcome_need l JOIN outcome o ON o.id = l.outcome_id WHERE l.need_id = r.id AND o.status <> 'ended'))"""
WITH_ACTIONS = """(SELECT count(*) FROM outcome r WHERE r.case_id = {0}.id AND r.status = 'open'
        AND EXISTS (SELECT FROM plan_action a WHERE a.outcome_id = r.id AND a.status <> 'ended'))"""
STILL = """(SELECT json_build_object('many', count(*), 'viewed', coalesce(bool_or(r.drift_view IS NOT NULL), false)) FROM review r
        WHERE r.case_id = {0}.id AND NOT EXISTS (SELECT FROM (
            SELECT t.held_on, t.id, good > coalesce(lag(good) OVER (PARTITION BY outcome_id ORDER BY t.held_on, t.id), 0) AS moved
            FROM review t JOIN review_outcome j ON j.review_id = t.id
                CROSS JOIN LATERAL (SELECT array_position('{{partly,achieved}}'::text[], j.result) AS found) AS _
                CROSS JOIN LATERAL (SELECT coalesce(found, 0) AS good) AS __
            WHERE t.case_id = {0}.id) AS s WHERE s.moved AND (s.held_on, s.id) >= (r.held_on, r.id)))"""
IN_PLAN = "({0}.state = 'plan_active' OR ({0}.state = 'paused' AND {0}.paused_from = 'plan_active'))"
PAUSED_FOR = """(SELECT coalesce(sum(coalesce(p.left_at, clock_timestamp()) - p.entered_at), interval '0') FROM visit p
        WHERE p.case_id = {0}.id AND p.state = 'paused' AND p.entered_at >= b.entered_at)"""
BEGAN_WITH = """(SELECT v.entered_at, v.entered_by FROM visit v
        WHERE v.case_id = {0}.id AND v.entered_by IN ('start_plan', 'continue_plan') ORDER BY v.entered_at DESC LIMIT 1)"""
WEEKS = f"CASE WHEN is_first THEN {weeks('reviews.first', 6)} ELSE {weeks('reviews.later', 12)} END"
CYCLE = f"""(SELECT {IN_LONDON.format("since")} + 7 * {WEEKS} FROM (SELECT {IN_PLAN} AS is_planned) AS stands
        LEFT JOIN LATERAL {BEGAN_WITH} AS b ON is_planned CROSS JOIN LATERAL (SELECT
            CASE WHEN is_planned THEN coalesce(b.entered_at, {{0}}.entered_at) ELSE clock_timestamp() END AS at,
            CASE WHEN is_planned THEN coalesce(b.entered_at + {PAUSED_FOR}, {{0}}.entered_at) ELSE clock_timestamp() END AS since,
            CASE WHEN is_planned THEN coalesce(b.entered_by = 'start_plan', false) ELSE {{0}}.state <> 'reviewing' END AS is_first) AS _)"""
FAMILY = """(SELECT json_agg(json_build_object('id', f.id, 'kind', f.kind, 'sex', f.sex, 'name', f.given_name, 'born', f.birth_date,
            'expected', f.expected_on, 'on_case', counts AND y.person_id IS NOT NULL, 'role', CASE WHEN counts THEN h.role END,
            'related', counts AND f.id = ANY (kin)))
        FROM (SELECT array(SELECT k.relative_id FROM relationship k JOIN case_child z ON z.person_id = k.person_id
                WHERE z.case_id = {0}.id AND k.in_error_at IS NULL) AS kin OFFSET 0) AS related,
            person f CROSS JOIN LATERAL (SELECT f.in_error_at IS NULL AS counts) AS _
            LEFT JOIN case_child y ON y.case_id = {0}.id AND y.person_id = f.id AND y.ended_at IS NULL
            LEFT JOIN household_member h ON h.household_id = {0}.household_id AND h.person_id = f.id AND h.left_at IS NULL
        WHERE f.id = ANY (array(SELECT person_id FROM case_child WHERE case_id = {0}.id
            UNION SELECT person_id FROM household_member WHERE household_id = {0}.household_id) || kin))"""
DRAFT = f"""(SELECT json_build_object('form', r.form, 'form_version', r.form_version, 'family', {FAMILY},
            'sections', (SELECT coalesce(json_agg(json_build_object(
                'section', s.section, 'subject_id', s.subject_id, 'answers', s.answers) ORDER BY s.section, s.subject_id), '[]')
                FROM assessment_section s WHERE s.assessment_id = r.id))
        FROM assessment r WHERE r.case_id = {{0}}.id AND r.state IN ('draft', 'returned'))"""
SHARED = """EXISTS (SELECT FROM assessment_conclusions k
        WHERE k.assessment_id = (SELECT r.id FROM assessment r WHERE r.case_id = {0}.id ORDER BY r.number DESC LIMIT 1))"""
MET = """EXISTS (SELECT FROM meeting r WHERE r.case_id = {0}.id
        AND r.held_on >= (SELECT (max(v.left_at) AT TIME ZONE 'Europe/London')::date FROM visit v
            WHERE v.case_id = {0}.id AND v.left_by = 'sign_off')
        AND (r.family_views IS NOT NULL
            OR EXISTS (SELECT FROM meeting_person i WHERE i.meeting_id = r.id AND i.presence = 'attended')))"""
ACHIEVED = f"""(SELECT count(*) FILTER (WHERE j.result <> 'not_achieved') / nullif(count(*), 0)::float
        FROM review r JOIN review_outcome j ON j.review_id = r.id WHERE r.case_id = {{0}}.id AND {UNDER_WAY})"""
SETTINGS = """(SELECT coalesce(json_agg(json_build_array(name, about, is_local, value)), '[]') FROM (
        SELECT DISTINCT ON (r.name, r.about, r.locality_id) r.name, r.about, r.locality_id IS NOT NULL AS is_local, r.value
        FROM setting r WHERE r.withdrawn_at IS NULL AND r.in_force_at <= clock_timestamp()
            AND (r.locality_id = {0}.locality_id OR r.locality_id IS NULL)
        ORDER BY r.name, r.about, r.locality_id, r.in_force_at DESC) AS _)"""
REACHED = """EXISTS (SELECT FROM contact_attempt s WHERE s.case_id = {0}.id AND s.reached AND (s.tried_on, s.id) > (r.tried_on, r.id))"""
TRIED = f"""(SELECT coalesce(json_agg(json_build_array(r.tried_on, r.means) ORDER BY r.tried_on, r.id), '[]') FROM contact_attempt r
        WHERE r.case_id = {{0}}.id AND NOT r.reached AND NOT {REACHED})"""
LEFT_OUT = """EXISTS (SELECT FROM case_child y WHERE y.case_id = {0}.id AND y.ended_at IS NULL AND NOT EXISTS (
        SELECT FROM involvement_check r WHERE r.case_id = {0}.id AND y.person_id = ANY (r.child_ids)))"""
ELSEWHERE = "y.ended_at IS NULL AND o.closed_at IS NULL AND o.id <> {0}.id"
LEAD_OF = """(SELECT concat_ws(', ', p.name, p.job_title, g.name, p.phone) FROM team t JOIN agency g ON g.id = t.agency_id
            LEFT JOIN LATERAL (SELECT w.* FROM lead_professional l JOIN practitioner w ON w.id = l.practitioner_id
                WHERE l.case_id = o.id AND l.ended_at IS NULL AND w.ended_at IS NULL
                ORDER BY l.kind DESC, l.started_at DESC LIMIT 1) AS p ON true WHERE t.id = o.team_id)"""
SIBLINGS = f"""(SELECT coalesce(json_agg(json_build_object('child', s.given_name, 'contact', {LEAD_OF})), '[]')
        FROM household_member m JOIN person s ON s.id = m.person_id JOIN case_child y ON y.person_id = s.id JOIN cases o ON o.id = y.case_id
        WHERE m.household_id = {{0}}.household_id AND m.left_at IS NULL AND s.kind <> 'adult' AND s.in_error_at IS NULL AND {ELSEWHERE}
            AND NOT EXISTS (SELECT FROM case_child z WHERE z.case_id = {{0}}.id AND z.person_id = s.id AND z.ended_at IS NULL)
            AND NOT EXISTS (SELECT FROM sibling_decision d WHERE d.case_id = {{0}}.id AND d.sibling_id = s.id))"""
ASSESSED = f"""(SELECT coalesce(json_agg(json_build_object('child', s.given_name,
            'agency', (SELECT g.name FROM team t JOIN agency g ON g.id = t.agency_id WHERE t.id = o.team_id),
            'date', (SELECT (min(v.entered_at) AT TIME ZONE 'Europe/London')::date FROM visit v
                WHERE v.case_id = o.id AND v.state = 'assessing'))), '[]')
        FROM case_child z JOIN person s ON s.id = z.person_id JOIN case_child y ON y.person_id = s.id JOIN cases o ON o.id = y.case_id
        WHERE z.case_id = {{0}}.id AND z.ended_at IS NULL AND s.in_error_at IS NULL AND {ELSEWHERE}
            AND (o.state IN ('assessing', 'awaiting_sign_off', 'checking') OR o.paused_from = 'assessing'))"""
ON_REQUEST, ON_ASSESSMENT = "r.basis = 'request'", "r.basis = 'assessment'"
APPROVED = "NOT r.needs_approval OR r.approved_at IS NOT NULL"
ANSWERED = f"coalesce(r.answer IN ('accepted', 'acknowledged'), r.wait_until <= clock_timestamp() AND {CHASED})"
WORD = "CASE WHEN r.taken THEN 'taken' ELSE 'not_taken' END"
PASSED_ON = "r.basis IN ('agreed', 'safeguarding')"
RIGHT = "r.entered_wrongly IS NULL"
UNTIL = IN_LONDON.format("(r.wait_until - interval '1 microsecond')")
TWIN = """EXISTS (SELECT FROM person o WHERE o.id <> p.id AND o.in_error_at IS NULL
            AND (o.nhs_number = p.nhs_number OR o.upn = p.upn OR o.uln = p.uln OR (o.birth_date = p.birth_date
                AND (lower(o.given_name) = lower(p.given_name) OR (lower(o.family_name) = lower(p.family_name)
                    AND left(lower(o.given_name), 3) = left(lower(p.given_name), 3)))))
            AND NOT EXISTS (SELECT FROM duplicate_decision d
                WHERE (d.person_id = p.id AND d.other_id = o.id) OR (d.person_id = o.id AND d.other_id = p.id)))"""
TAKEN = f"coalesce({last('social_care_decision', 'r.taken', 'recorded_at', RIGHT, 'p.id = ANY (r.child_ids)')}, false)"

FACTS = {
    "children": named(),
    "birth_dates": "coalesce(json_agg(birth_date), '[]')",
    "death_dated": "coalesce(bool_or(died_on IS NOT NULL), false)",
    "ehc_plan_dated": "coalesce(bool_or(ehc_plan_on IS NOT NULL), false)",
    "agreement_missing_for": named("NOT stands"),
    "agreement_in_force_for": named("stands"),
    "unresolved_duplicates": named("twin"),
    "children_not_taken": named("NOT taken"),
    "agreement_ended_recorded": some("agreement", "(r.answer = 'refused' OR r.withdrawn_at IS NOT NULL)", "r.in_error_at IS NULL"),
    "allocated": "EXISTS (SELECT FROM practitioner WHERE id = {0}.worker_id AND ended_at IS NULL)",
    "lead_professional": """coalesce((SELECT max(kind) FROM lead_professional d JOIN practitioner p ON p.id = d.practitioner_id
        WHERE case_id = {0}.id AND d.ended_at IS NULL AND p.ended_at IS NULL), 'none')""",
    "paused_from": "{0}.paused_from",
    "next_review_on": "{0}.next_review_on",
    "assessment_signed_off": some("visit", "r.left_by IN ('sign_off', 'sign_off_no_plan')"),
    "involvement_checked": f"{some('involvement_check')} AND NOT {LEFT_OUT}",
    "threshold_outcome": f"coalesce({last('threshold_decision', 'r.outcome', 'decided_at', ON_REQUEST)}, 'none')",
    "threshold_approved": f"coalesce({last('threshold_decision', APPROVED, 'decided_at', ON_REQUEST)}, true)",
    "level_after_assessment": last("threshold_decision", "r.level", "decided_at", ON_ASSESSMENT, f"r.decided_at >= {BEGUN}"),
    "referrer_told": some("referrer_answer"),
    "safeguarding_check": some("safeguarding_check", "r.counts_until > clock_timestamp()"),
    "contact_attempts": TRIED,
    "siblings_unconsidered": SIBLINGS,
    "open_assessment_elsewhere": ASSESSED,
    "open_assessment": DRAFT,
    "conclusions_shared": SHARED,
    "meeting_held": MET,
    "outcomes_with_actions": WITH_ACTIONS,
    "unanswered_needs": OPEN_NEEDS,
    "open_actions": "(SELECT count(*) FROM plan_action r WHERE r.case_id = {0}.id AND r.status = 'open')",
    "review_limit": CYCLE,
    "review_recorded": some("review", UNDER_WAY),
    "agreement_reconfirmed": some("review", UNDER_WAY, "r.agreement_reconfirmed"),
    "outcomes_achieved_share": ACHIEVED,
    "reviews_without_movement": f"{STILL} -> 'many'",
    "drift_considered": f"{STILL} -> 'viewed'",
    "closing_summary": some("closing_summary", f"r.written_at >= {WENT_ON}"),
    "family_told": some("family_told", f"r.recorded_at >= {WENT_ON}"),
    "escalation_open": some("concern", WAITING),
    "escalation_sent_on": f"(SELECT {IN_LONDON.format('min(r.sent_at)')} FROM concern r WHERE r.case_id = {{0}}.id AND {WAITING})",
    "escalation_decision": f"coalesce({last('social_care_decision', WORD, 'recorded_at', RIGHT)}, 'none')",
    "escalation_decided_on": last("social_care_decision", "r.decided_on", "recorded_at", RIGHT),
    "came_by_step_down": some("step_down"),
    "social_care_open": some("step_down", "r.social_care_closed_on IS NULL"),
    "transfer_consent": f"coalesce({last('transfer_consent', PASSED_ON, 'recorded_at')}, false)",
    "receiving_council": last("transfer_offer", "r.council", "offered_at"),
    "transfer_answered": f"coalesce({last('transfer_offer', ANSWERED, 'offered_at')}, false)",
    "transfer_wait_until": last("transfer_offer", UNTIL, "offered_at"),
    "pauses_begun": "(SELECT count(*) FROM visit r WHERE r.case_id = {0}.id AND r.entered_by = 'pause')",
    "settings": SETTINGS,
}
"""Each fact by its name, as the guards are told it."""


def written(stands: str) -> str:
    """Write all of them as one JSON object; `stands`: whether an agreement for a child is in force."""
    written_out = ", ".join(f"'{name}', {value}" for name, value in FACTS.items())
    said = "p.id, p.given_name, p.birth_date, p.died_on, p.ehc_plan_on, x.joined_at"
    children = f"""SELECT {said}, {stands} AS stands, {TWIN} AS twin, {TAKEN} AS taken
        FROM case_child x JOIN person p ON p.id = x.person_id WHERE x.case_id = {{0}}.id AND x.ended_at IS NULL AND p.in_error_at IS NULL"""
    return f"(SELECT json_build_object({written_out}) FROM ({children} OFFSET 0) AS child)"
