"""What workflow versions are written with. Pure: the standard library and transitions.

Its numbered modules are editions: facts, guards and reasons that several versions share, written once so that they cannot drift apart. The
lock covers them with every version that uses them: an edition of a published version never changes either, and a version that needs other
words has a new edition written beside it. The other modules of the kit hold no council's rule and may be mended.
"""

from workflows.kit.clocks import Cap, Clock, Level
from workflows.kit.engine import Position, Reason, Verdict, Workflow
from workflows.kit.moving import MoveTo, Moving, Stop
from workflows.kit.parts import Ending, Facts, FormVersion, Guard, Kind, State, Transition, by_key, row
from workflows.kit.wording import Gap, in_words

__all__ = [
    "Cap",
    "Clock",
    "Ending",
    "Facts",
    "FormVersion",
    "Gap",
    "Guard",
    "Kind",
    "Level",
    "MoveTo",
    "Moving",
    "Position",
    "Reason",
    "State",
    "Stop",
    "Transition",
    "Verdict",
    "Workflow",
    "by_key",
    "in_words",
    "row",
]
