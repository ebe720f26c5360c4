"""The mutations of safeguarding checks."""

from service.changing import Calendar, Change, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.safeguarding import actions
from service.safeguarding.types import AtRiskName, SafeguardingCheck


class RecordSafeguardingCheck(Change, action=actions.record_safeguarding_check, answers=SafeguardingCheck):
    """Record whether a child would be at risk without this help, and what you will do. It counts for five working days."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    at_risk = OneOf(AtRiskName, "Whether a child would be at risk.", required=True)
    risk = Text("What the risk would be, or why there is none.", most=LONG, required=True)
    done = Text("What you will do, and who was told.", most=LONG, required=True)
    checked_on = Calendar("The day on which you considered it; today when it is left out.")


class AmendSafeguardingCheck(Change, action=actions.amend_safeguarding_check, answers=SafeguardingCheck, amends=True):
    """Correct a safeguarding check. What is left out stays as it is."""

    check_id = RecordId("check", "The check to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    at_risk = OneOf(AtRiskName, "Whether a child would be at risk.")
    risk = Text("What the risk would be, or why there is none.", most=LONG)
    done = Text("What you will do, and who was told.", most=LONG)
    checked_on = Calendar("The day on which you considered it.")


MUTATIONS: tuple[type[Change], ...] = (RecordSafeguardingCheck, AmendSafeguardingCheck)
