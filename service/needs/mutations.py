"""The mutations of needs."""

from service.changing import Calendar, Change, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.needs import actions
from service.needs.types import AreaName, Need, Status

NEED = RecordId("need", "The need to change, by its id.", required=True)
READ = Number("The revision that you read.", required=True)
SEVERITY = Number("How bad it is on the council's own scale: a whole number from 0 to 10.")
FOUND_ON = Calendar("The day on which it was found; not later than today, which it is when left out.")


class RecordNeed(Change, action=actions.record_need, answers=Need):
    """Put a need of a child on the register. Which framework found it follows from the case."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    child_id = RecordId("person", "A child whose help on the case goes on.", required=True)
    area = OneOf(AreaName, "In which part of life the need is.", required=True)
    description = Text("What the need is, in the child's or the family's words where they gave some.", most=LONG, required=True)
    severity = SEVERITY
    identified_on = FOUND_ON


class AmendNeed(Change, action=actions.amend_need, answers=Need, amends=True):
    """Correct a need of early help, or give it another status. What is left out stays as it is."""

    need_id = NEED
    expected_revision = READ
    area = OneOf(AreaName, "In which part of life the need is.")
    description = Text("What the need is.", most=LONG)
    severity = Number("How bad it is, from 0 to 10; null removes the number.")
    identified_on = Calendar("The day on which it was found; not later than today.")
    status = OneOf(Status, "How things stand with it now; another status wants a reason.")
    reason = Text("Why it is met, has ended or is open again.", most=LONG)


class LeaveNeedUnanswered(Change, action=actions.leave_need_unanswered, answers=Need):
    """Say why the plan has no outcome for a need. An outcome that is added for it later takes the reason away."""

    need_id = NEED
    expected_revision = READ
    why = Text("Why nothing is planned for it.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (RecordNeed, AmendNeed, LeaveNeedUnanswered)
