"""What may happen next to a case. Pure: the standard library and transitions."""

from collections.abc import Mapping
from typing import Any

from workflows import early_help_1
from workflows.kit import Workflow

WORKFLOWS: Mapping[tuple[str, int], Workflow[Any]] = {(each.key, each.version): each for each in (early_help_1.WORKFLOW,)}
"""Every published version, by key and version: a case stays on the one it was opened on."""
