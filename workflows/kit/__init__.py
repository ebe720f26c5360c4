"""What workflow versions are written with. Pure: the standard library and transitions."""

from workflows.kit.clocks import Cap, Clock, Level
from workflows.kit.engine import Position, Reason, Verdict, Workflow
from workflows.kit.parts import Ending, Facts, FormVersion, Guard, Kind, State, Transition, always, in_words

__all__ = [
    "Cap",
    "Clock",
    "Ending",
    "Facts",
    "FormVersion",
    "Guard",
    "Kind",
    "Level",
    "Position",
    "Reason",
    "State",
    "Transition",
    "Verdict",
    "Workflow",
    "always",
    "in_words",
]
