"""What may happen next to a case. Pure: the standard library and transitions."""

from collections.abc import Mapping
from typing import Any

from workflows import caf_1, early_help_1
from workflows.checker import demand_sound
from workflows.kit import Workflow

WORKFLOWS: Mapping[tuple[str, int], Workflow[Any]] = {(each.key, each.version): each for each in (early_help_1.WORKFLOW, caf_1.WORKFLOW)}
"""Every version, by key and number: a case stays on the one that it was opened on."""

for each in WORKFLOWS.values():
    demand_sound(each)
