"""The mutations of lead professionals."""

from service.changing import Change, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.lead_professionals import actions
from service.lead_professionals.types import Kind, LeadProfessional


class NameLeadProfessional(Change, action=actions.name_lead_professional, answers=LeadProfessional):
    """Name who holds the family's case together from now on. The role of the one before ends at the same instant."""

    case_id = RecordId("case", "The case that it is about, by its id.", required=True)
    practitioner_id = RecordId("practitioner", "Somebody of the team around the family, or of the team that has the case.", required=True)
    kind = OneOf(Kind, "Whether a meeting with the family agreed them, or they are acting until one does.", required=True)
    handover = Text("What the one before tells them.", most=LONG)


class EndLeadProfessional(Change, action=actions.end_lead_professional, answers=LeadProfessional):
    """End the role of a lead professional before there is another one. The case then has none until somebody is named."""

    lead_id = RecordId("lead", "Their time as lead professional, by its own id.", required=True)
    handover = Text("What the next one has to know.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (NameLeadProfessional, EndLeadProfessional)
