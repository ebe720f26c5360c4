"""Which mutation runs a step: the same one in both workflows, so that a page and a document serve both."""

import pytest

from service.cases.rules import MOVE_CASE, generic, mutation_of
from service.errors import BadInput
from workflows import WORKFLOWS

CAF, EARLY_HELP = WORKFLOWS["caf", 1], WORKFLOWS["early-help", 1]
BOTH = sorted(CAF.triggers.keys() & EARLY_HELP.triggers.keys())
TEXT_ONLY = {"submit", "return_assessment", "sign_off", "start_plan", "continue_plan", "reassess"}


def test_every_step_of_the_common_assessment_is_one_of_early_help() -> None:
    assert set(BOTH) == set(CAF.triggers) == set(EARLY_HELP.triggers) - {"begin_triage"}


@pytest.mark.parametrize("trigger", BOTH)
def test_one_mutation_runs_a_step_of_both(trigger: str) -> None:
    steps = [(workflow, workflow.triggers[trigger]) for workflow in (CAF, EARLY_HELP)]

    assert len({mutation_of(workflow, step) for workflow, step in steps}) == 1
    assert len({(step.data, step.action, step.event, step.reasons) for _, step in steps}) == 1


@pytest.mark.parametrize("trigger", BOTH)
def test_the_generic_mutation_takes_a_note_and_nothing_more(trigger: str) -> None:
    if trigger in TEXT_ONLY:
        assert generic(CAF, trigger) is CAF.triggers[trigger]
        assert mutation_of(CAF, CAF.triggers[trigger]) == MOVE_CASE
        return
    with pytest.raises(BadInput, match=f"Use {mutation_of(CAF, CAF.triggers[trigger])}"):
        generic(CAF, trigger)


def test_a_step_of_the_other_framework_is_none_of_this_one() -> None:
    with pytest.raises(BadInput, match="no such step"):
        generic(CAF, "begin_triage")


@pytest.mark.parametrize(
    ("trigger", "mutation"),
    [("sign_off_no_plan", "signOffNoPlan"), ("record_taken", "recordTaken"), ("accept", "acceptRequest"), ("end_early", "endCaseEarly")],
)
def test_a_mutation_is_named_by_its_permission_unless_two_steps_share_it(trigger: str, mutation: str) -> None:
    assert mutation_of(CAF, CAF.triggers[trigger]) == mutation
