"""The mutations of involvement checks."""

from service.changing import Change, Number, RecordId, Text
from service.changing.inputs import LONG
from service.involvement import actions
from service.involvement.types import InvolvementCheck


class CheckInvolvement(Change, action=actions.check_involvement, answers=InvolvementCheck):
    """Search whether somebody already helps a child of the case. The answer is minimal: agency, date, and the lead professional."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    note = Text("What you asked elsewhere, and what came of it.", most=LONG)


class AmendInvolvementCheck(Change, action=actions.amend_involvement_check, answers=InvolvementCheck):
    """Write another note to a check. What was found stays as it was; search again for what is so now."""

    check_id = RecordId("involvement", "The check to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    note = Text("What you asked elsewhere, and what came of it.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (CheckInvolvement, AmendInvolvementCheck)
