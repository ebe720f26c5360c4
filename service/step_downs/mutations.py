"""The mutations of step-downs; returning one is a step of the case."""

from service.changing import Calendar, Change, Number, RecordId, Text
from service.changing.inputs import LONG
from service.step_downs import actions
from service.step_downs.types import StepDown


class RecordStepDown(Change, action=actions.record_step_down, answers=StepDown):
    """Record that a case came from children's social care. While social care's own case is open, both clocks run."""

    case_id = RecordId("case", "The case; its request came from social care.", required=True)
    social_care_reference = Text("The number of social care's case.", required=True)
    social_worker = Text("Who hands the family over, by name and role.", required=True)
    social_worker_contact = Text("How to reach them.")
    social_worker_id = RecordId("practitioner", "Their account, where they have one: until social care closes its case, they see this one.")
    handover = Text("What social care told early help.", most=LONG)
    social_care_closed_on = Calendar("The day on which social care closed its case; left out while it is open.")


class AmendStepDown(Change, action=actions.amend_step_down, answers=StepDown, amends=True):
    """Correct what was recorded of a step-down. What is left out stays as it is."""

    step_down_id = RecordId("stepdown", "The step-down to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is corrected.", required=True)
    social_care_reference = Text("The number of social care's case.")
    social_worker = Text("Who hands the family over, by name and role.")
    social_worker_contact = Text("How to reach them.")
    social_worker_id = RecordId("practitioner", "Their account, where they have one: until social care closes its case, they see this one.")
    handover = Text("What social care told early help.", most=LONG)
    social_care_closed_on = Calendar("The day on which social care closed its case; null while it is open after all.")


class CloseSocialCareCase(Change, action=actions.close_social_care_case, answers=StepDown):
    """Record that social care closed its own case."""

    step_down_id = RecordId("stepdown", "The step-down that it is about, by its id.", required=True)
    closed_on = Calendar("The day on which it was closed; not later than today.", required=True)


MUTATIONS: tuple[type[Change], ...] = (RecordStepDown, AmendStepDown, CloseSocialCareCase)
