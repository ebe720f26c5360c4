"""The hand-written statements of `limit.sql`, by name, with what they say often written out."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from bench import facts
from service.cases.tables import CASE
from service.reading.keyset import tag_of
from service.requests.tables import RequestSource
from workflows import WORKFLOWS

WORKFLOW = WORKFLOWS["early-help", 1]
"""On which every case of the bench is."""

TEXT = (Path(__file__).parent / "limit.sql").read_text()
PART = re.compile(r"\{(\w+)(?::([^{}]*))?\}")

ACTOR = """
    SELECT EXISTS (SELECT FROM practitioner WHERE id = $1 AND ended_at IS NULL) AS is_active,
        bool_or(a.role IN ('worker', 'triage', 'team_manager', 'service_manager')) AS meets_families,
        array_agg(a.team_id) FILTER (WHERE a.role = 'worker') AS work_teams,
        array_agg(a.team_id) FILTER (WHERE a.role IN ('worker', 'triage')) AS teams,
        array_agg(a.team_id) FILTER (WHERE a.role = 'team_manager') AS managed_teams,
        array_agg(t.locality_id) FILTER (WHERE a.role = 'triage') AS triaged,
        bool_or(a.role = 'triage' AND t.locality_id IS NULL) AS triages_everywhere,
        array_agg(a.locality_id) FILTER (WHERE a.role = 'service_manager') AS answered_for,
        bool_or(a.role = 'service_manager' AND a.locality_id IS NULL) AS answers_everywhere
    FROM appointment a LEFT JOIN team t ON t.id = a.team_id WHERE a.practitioner_id = $1 AND a.ended_at IS NULL
"""
LED = "EXISTS (SELECT FROM lead_professional WHERE practitioner_id = $1 AND case_id = {0}.id AND ended_at IS NULL)"
JOINED = "EXISTS (SELECT FROM team_member WHERE practitioner_id = $1 AND case_id = {0}.id AND left_at IS NULL)"
TRIAGED = (
    "((SELECT triages_everywhere FROM actor) OR {0}.locality_id = ANY ((SELECT triaged FROM actor)::uuid[]))"
    " AND {0}.state IN ('requested', 'triage', 'awaiting_agreement')"
)
ANSWERED_FOR = "((SELECT answers_everywhere FROM actor) OR {0}.locality_id = ANY ((SELECT answered_for FROM actor)::uuid[]))"
LED_LATELY = """EXISTS (SELECT FROM lead_professional
        WHERE practitioner_id = $1 AND case_id = {0}.id AND (ended_at IS NULL OR ended_at >= {0}.entered_at))"""
WRITTEN = """EXISTS (SELECT FROM assessment s JOIN assessment_author w ON w.assessment_id = s.id
        WHERE s.case_id = {0}.id AND s.signed_off_at IS NULL AND w.practitioner_id = $1)"""
WROTE = f"""({WRITTEN} OR EXISTS (SELECT FROM assessment s
        WHERE s.case_id = {{0}}.id AND s.signed_off_at IS NULL AND $1 IN (s.started_by, s.submitted_by)))"""
STANDINGS = {
    "allocated": "{0}.worker_id = $1",
    "assessor": "{0}.worker_id = $1 AND {0}.workflow = 'caf'",
    "lead": LED,
    "led": LED_LATELY,
    "author": WROTE,
    "member": JOINED,
    "team": "{0}.team_id = ANY ((SELECT teams FROM actor)::uuid[])",
    "triage": TRIAGED,
    "team_manager": "{0}.team_id = ANY ((SELECT managed_teams FROM actor)::uuid[])",
    "service_manager": ANSWERED_FOR,
    "requester": "EXISTS (SELECT FROM request_for_help WHERE case_id = {0}.id AND requested_by = $1)",
    "opener": "{0}.opened_by = $1",
}
ENDS = (
    "least({0}.until, CASE WHEN {0}.capacity = 'mother_of_unborn' THEN"
    " (SELECT (birth_date + 43)::timestamp AT TIME ZONE 'Europe/London' FROM person WHERE id = {0}.person_id) END)"
)
DAY = "(({0}.answered_at AT TIME ZONE 'Europe/London')::date, {0}.id)"
STANDS = f"""EXISTS (SELECT FROM agreement y WHERE y.case_id = {{0}}.id AND y.person_id = x.person_id AND y.answer = 'agreed'
        AND y.withdrawn_at IS NULL AND y.in_error_at IS NULL AND coalesce({ENDS.format("y")} > clock_timestamp(), true)
        AND NOT EXISTS (SELECT FROM agreement n WHERE n.case_id = {{0}}.id AND n.person_id = x.person_id AND n.in_error_at IS NULL AND (
            (n.given_by = y.given_by AND {DAY.format("n")} > {DAY.format("y")} AND (y.given_by = y.person_id OR n.answer = 'refused'))
            OR (y.given_by <> y.person_id AND (n.given_by = n.person_id OR n.withdrawn_by = n.person_id)))))"""
FACTS = facts.written(STANDS)
COLLEAGUE = """(SELECT row_to_json(_) FROM (SELECT p.name, p.job_title AS "jobTitle", p.phone,
                (SELECT row_to_json(_) FROM (SELECT a.name) AS _) AS agency) AS _)"""
MARK = """(SELECT row_to_json(_) FROM (SELECT m.reason,
                (SELECT row_to_json(_) FROM (SELECT w.name FROM practitioner w WHERE w.id = m.marked_by) AS _) AS "markedBy",
                (SELECT row_to_json(_) FROM (SELECT w.name FROM practitioner w WHERE w.id = m.decided_by) AS _) AS "decidedBy"
                FROM error_mark m WHERE m.noun = '{0}' AND m.record_id = {1}.id AND m.outcome IS DISTINCT FROM 'dismissed') AS _)"""
TAG = tag_of(CASE, ("due_at", "id"))


def quoted(text: str) -> str:
    """Write a constant."""
    return "'" + text.replace("'", "''") + "'"


def choice(value: str, words: Mapping[str, str]) -> str:
    """Choose a word by a value."""
    return f"CASE {value} " + " ".join(f"WHEN {quoted(each)} THEN {quoted(word)}" for each, word in words.items()) + " END"


def in_utc(value: str) -> str:
    """Spell an instant as the contract does."""
    return f"""to_char({value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""


def standings(row: str) -> str:
    """Name how the actor stands to a case."""
    words = ", ".join(f"CASE WHEN {condition.format(row)} THEN {quoted(word)} END" for word, condition in STANDINGS.items())
    return f"CASE WHEN (SELECT is_active FROM actor) THEN array_remove(ARRAY[{words}], NULL) ELSE '{{}}'::text[] END"


def cursor(values: str) -> str:
    """Spell the place of a row in its order."""
    due, key = values.split(", ")
    return f"translate(encode(convert_to(json_build_array({TAG}, {in_utc(due)}, {key})::text, 'UTF8'), 'base64'), E'\\n', '')"


STATES = WORKFLOW.states.values()
WRITERS: Mapping[str, Callable[[str], str]] = {
    "actor": lambda _: ACTOR.strip(),
    "led": LED.format,
    "involved": lambda row: " OR ".join(each.format(row or "c") for each in (LED, JOINED, WRITTEN)),
    "triaged": TRIAGED.format,
    "answered_for": ANSWERED_FOR.format,
    "standings": standings,
    "facts": FACTS.format,
    "ends": ENDS.format,
    "in_utc": in_utc,
    "cursor": cursor,
    "colleague": lambda _: COLLEAGUE,
    "mark": lambda entry: MARK.format(*entry.split()),
    "sources": lambda value: choice(value, {each.value: each.name for each in RequestSource}),
    "titles": lambda value: choice(value, {each.key: each.title for each in STATES}),
    "kinds": lambda value: choice(value, {each.key: each.kind.name for each in STATES}),
    "owners": lambda value: choice(value, {each.key: each.owner for each in STATES}),
}


def written_out(text: str) -> str:
    """Write out what stands in braces, from the inside out; what is no part of ours, such as a JSON path, stays."""

    def write(found: re.Match[str]) -> str:
        return WRITERS[found[1]](found[2] or "") if found[1] in WRITERS else found[0]

    while (more := PART.sub(write, text)) != text:
        text = more
    return text


def statements() -> dict[str, str]:
    """Return every statement by its name."""
    parts = re.split(r"^-- name: (\w+)$", TEXT, flags=re.MULTILINE)
    return {name: written_out(body).strip().rstrip(";") for name, body in zip(parts[1::2], parts[2::2], strict=True)}
