"""The model would notice: a wrong guard, planted, makes its run fail."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.inside import Inside
from tests.model.machine import Casework
from workflows.early_help_1 import GUARDS

FEW = settings(
    max_examples=15,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("guard", ["agreement_in_force", "worker_allocated"])
def test_planting_a_guard_that_always_holds_makes_it_fail(modelled: Inside, guard: str) -> None:
    Casework.service, honest = modelled, GUARDS[guard].holds
    object.__setattr__(GUARDS[guard], "holds", lambda facts: True)  # a guard is frozen, and a published one never changes
    try:
        with pytest.raises(AssertionError, match=guard):
            run_state_machine_as_test(Casework, settings=FEW)
    finally:
        object.__setattr__(GUARDS[guard], "holds", honest)
