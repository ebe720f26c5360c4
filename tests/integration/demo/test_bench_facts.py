"""The facts that the bench writes by hand are those that the guards are told, for cases in every state of both frameworks."""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from bench.statements import FACTS
from service.cases.fact_sheet import facts
from service.cases.tables import CASE
from service.journal.statements import statement
from tests.conftest import execute
from workflows import WORKFLOWS

OURS = statement(
    "facts of every case",
    select(CASE.c.id, CASE.c.workflow, CASE.c.state, facts(CASE, func.clock_timestamp()).label("facts")).order_by(CASE.c.id),
)
THEIRS = f"SELECT id, {FACTS.format('cases')}::text AS facts FROM cases ORDER BY id"
OF_EARLY_HELP = {"drift_considered", "level_after_assessment", "reviews_without_movement", "unanswered_needs"}
"""What only the guards of early help look at. The bench, whose cases are all of early help, writes them for every case."""

SOME = "get_byte(uuid_send(id), 15) % {} = 0"
DISTURBED = (
    f"UPDATE person SET in_error_at = now() WHERE {SOME.format(3)}",
    f"UPDATE person SET died_on = '2026-01-05' WHERE {SOME.format(11)}",
    f"UPDATE person SET ehc_plan_on = '2026-01-05' WHERE {SOME.format(13)}",
    f"""UPDATE person SET birth_date = date '2015-05-05' + get_byte(uuid_send(id), 14) % 32, given_name = 'Robin'
        WHERE birth_date > '2000-01-01' AND {SOME.format(2)}""",
    """INSERT INTO relationship (id, person_id, relative_id, kind, responsibility, source, recorded_by, recorded_at, revision, in_error_at)
        SELECT gen_random_uuid(), y.person_id, k.id, 'grandparent', 'not_known', 'Their mother.', c.opened_by, now(), 1, k.wrong
        FROM cases c JOIN case_child y ON y.case_id = c.id, (SELECT id, CASE WHEN row_number() OVER (ORDER BY id) > 1 THEN now() END
            FROM person WHERE kind = 'adult' ORDER BY id LIMIT 3) AS k (id, wrong)
        WHERE c.closed_at IS NULL""",
    f"""INSERT INTO agreement (id, case_id, person_id, given_by, capacity, answer, evidence, answered_at, recorded_by)
        SELECT gen_random_uuid(), case_id, person_id, given_by, 'parental_responsibility', 'refused', 'signed', now(), recorded_by
        FROM agreement WHERE answer = 'agreed' AND {SOME.format(5)}""",
    f"UPDATE agreement SET in_error_at = now() WHERE {SOME.format(2)}",
    f"UPDATE safeguarding_check SET counts_until = now() + interval '1 day' WHERE {SOME.format(2)}",
    """INSERT INTO setting (id, name, about, locality_id, valid_from, in_force_at, value, reason, set_by, set_at, revision, withdrawn_by,
            withdrawn_at, withdrawn_reason)
        SELECT gen_random_uuid(), name, about, CASE WHEN is_local THEN locality.id END, at, at, value, 'To see.', someone.id, at, 1,
            CASE WHEN is_withdrawn THEN someone.id END, CASE WHEN is_withdrawn THEN at - interval '1 hour' END,
            CASE WHEN is_withdrawn THEN 'Never mind.' END
        FROM (SELECT id FROM practitioner LIMIT 1) AS someone, (SELECT id FROM locality ORDER BY name LIMIT 1) AS locality, (VALUES
            ('reviews.first', NULL, false, '2025-01-01'::timestamptz, '5'::jsonb, false),
            ('reviews.first', NULL, false, '2026-04-01', '4', false),
            ('reviews.first', NULL, true, '2026-03-01', '3', false),
            ('reviews.first', NULL, true, '2026-05-01', NULL, false),
            ('reviews.later', NULL, true, '2025-01-01', '8', false),
            ('reviews.later', NULL, true, '2026-02-01', '7', true),
            ('reviews.later', NULL, false, '2099-01-01', '2', false),
            ('pause.times', NULL, false, '2025-01-01', '1', false),
            ('service_levels.limit', 'early-help/triage', false, '2025-01-01', '9', false),
            ('service_levels.limit', 'early-help/assessing', true, '2025-01-01', '30', false)
        ) AS each (name, about, is_local, at, value, is_withdrawn)""",
)
"""What the demonstration has little of: people and entries in error, deaths, plans, people who could be one, and settings of every kind."""


def settled(value: Any) -> Any:
    """Put lists whose order says nothing into one order."""
    if isinstance(value, dict):
        return {name: settled(each) for name, each in value.items()}
    return sorted(map(settled, value), key=json.dumps) if isinstance(value, list) else value


def looked_at(found: Mapping[str, Any], workflow: str) -> Mapping[str, Any]:
    """Return the facts that the guards of a workflow look at."""
    return {name: value for name, value in found.items() if workflow == "early-help" or name not in OF_EARLY_HELP}


def test_every_fact_is_written_by_hand_as_the_guards_are_told_it(council: str) -> None:
    *_, found, written = execute(council, *DISTURBED, OURS.sql, THEIRS)
    values: Mapping[str, set[str]] = defaultdict(set)

    for one, other in zip(found, written, strict=True):
        ours, theirs = json.loads(one["facts"]), json.loads(other["facts"])
        assert ours.keys() == theirs.keys()
        for name, value in looked_at(ours, one["workflow"]).items():
            values[name].add(json.dumps(settled(value)))
            assert settled(theirs[name]) == settled(value), (name, one["workflow"], one["state"])

    assert {(row["workflow"], row["state"]) for row in found} == {(each.key, state) for each in WORKFLOWS.values() for state in each.states}
    assert [name for name, each in values.items() if len(each) == 1] == []  # or the comparison would say nothing of it
