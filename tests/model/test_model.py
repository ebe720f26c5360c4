"""The service does what a plain model of it does, whatever a few people do in whatever order."""

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.inside import Inside
from tests.model.machine import Casework
from tests.model.table import MOVES

EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
"""How many random runs are wanted; without a wish the same hundred each time."""

PHASES = (Phase.explicit, Phase.generate, *([Phase.shrink] if os.environ.get("SHRINK") else []))
"""A failure is told as it was met; making it shorter takes minutes, and is done on demand."""

REASONS = {
    "replayed", "IDEMPOTENCY_MISMATCH", "CONFLICT", "NOT_FOUND", "NOT_PERMITTED", "ALREADY_DONE", "BAD_USER_INPUT", "separation",
    "reason_of_this_step", "not_from_here", "case_ended", "last_child", "no_date_here",
    "works_in_the_team", "works_with_the_family", "is_active", "not_theirs", "no_agreement",
    "gillick", "gillick_second_view", "young_person", "young_person_decides", "parental_responsibility", "own_information", "adult_self",
    "not_the_author", "no_approval_needed", "decision_replaced", "assessment_locked", "not_submitted", "in_review", "every_outcome",
    "drift", "transfer_answered", "source_is_social_care",
    *(guard for moves in MOVES.values() for move in moves.values() for guard in (*move.before, *move.with_form)),
} - {"children_known"}  # fmt: skip
"""What the runs must have met, beside every step done at least once. The last child never leaves a case, so there is always one."""

MANY = settings(
    max_examples=EXAMPLES or 100,
    stateful_step_count=40,
    deadline=None,
    derandomize=not EXAMPLES,
    database=None,
    phases=PHASES,
    suppress_health_check=list(HealthCheck),
)


def test_people_acting_in_any_order_meet_what_the_plain_council_expects(modelled: Inside) -> None:
    Casework.service = modelled

    run_state_machine_as_test(Casework, settings=MANY)
    for _ in range(3):  # what is drawn depends on which modules are loaded: Hypothesis takes constants from them
        if covers():
            break
        run_state_machine_as_test(Casework, settings=settings(MANY, derandomize=False))

    assert covers(), f"the runs no longer come to this, draw it more often: {untried()} {unmet()}"


def covers() -> bool:
    """Tell whether the runs have come to nearly all that there is."""
    return len(untried()) <= 4 and len(unmet()) <= 8


def untried() -> list[str]:
    """Return the steps that no run has taken."""
    steps = [f"{framework} {trigger}" for framework, moves in MOVES.items() for trigger in moves]
    return [step for step in steps if not Casework.met[step, "done"]]


def unmet() -> list[str]:
    """Return the reasons for a refusal that no run has met."""
    return sorted(REASONS - {reason for _, reason in Casework.met})
