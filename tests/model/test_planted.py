"""The model would notice: a wrong guard, planted, makes its run fail."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.inside import Inside
from tests.model.machine import Casework
from workflows import caf_1, early_help_1
from workflows.kit import Guard

FEW = settings(
    max_examples=15,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


PLANTED = (
    early_help_1.GUARDS["agreement_in_force"],
    early_help_1.GUARDS["worker_allocated"],
    early_help_1.GUARDS["level_decided"],
    early_help_1.GUARDS["pauses_left"],
    caf_1.GUARDS["elements_considered"],
)


@pytest.mark.parametrize("guard", PLANTED, ids=lambda guard: guard.key)
def test_planting_a_guard_that_always_holds_makes_it_fail(modelled: Inside, guard: Guard[Any]) -> None:
    Casework.service, honest = modelled, guard.holds
    object.__setattr__(guard, "holds", lambda facts: True)  # a guard is frozen, and a published one never changes
    try:
        with pytest.raises(AssertionError, match=guard.key):
            run_state_machine_as_test(Casework, settings=FEW)
    finally:
        object.__setattr__(guard, "holds", honest)
