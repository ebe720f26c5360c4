"""How cases move between frameworks and versions: one module for each way, named by where it leads from and where to."""

from collections.abc import Mapping

from workflows import WORKFLOWS
from workflows.kit import Moving
from workflows.moves import caf_1__early_help_1, early_help_1__caf_1
from workflows.moves.checker import demand_total

MOVES: Mapping[tuple[tuple[str, int], tuple[str, int]], Moving] = {
    (each.source, each.target): each for each in (caf_1__early_help_1.MOVING, early_help_1__caf_1.MOVING)
}
"""Every way, by the versions between which it leads."""

for each in MOVES.values():
    demand_total(each, WORKFLOWS)
