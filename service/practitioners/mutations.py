"""The mutations of accounts and of appointments."""

from service.changing import Change, Number, OneOf, RecordId, Text
from service.practitioners import actions
from service.practitioners.types import Appointment, Practitioner, RoleName


class AddPractitioner(Change, action=actions.add_practitioner, answers=Practitioner):
    """Open an account for somebody of the council or of a partner agency. It allows nothing before they are appointed to a role."""

    agency_id = RecordId("agency", "The agency that they work for.", required=True)
    name = Text("Their name.", required=True)
    email = Text("The address that they sign in with; nobody else has it.", required=True)
    job_title = Text("What they are at their agency.", required=True)
    phone = Text("Where they can be rung at work.")


class AmendPractitioner(Change, action=actions.amend_practitioner, answers=Practitioner, amends=True):
    """Correct what is known of somebody, or the address that they sign in with. What is left out stays as it is."""

    practitioner_id = RecordId("practitioner", "Whose account is to change, by their id.", required=True)
    expected_version = Number("The version of the account that you read.", required=True)
    agency_id = RecordId("agency", "The agency that they work for.")
    name = Text("Their name.")
    email = Text("The address that they sign in with; nobody else has it.")
    job_title = Text("What they are at their agency.")
    phone = Text("Where they can be rung at work; null removes the number.")


class EndPractitioner(Change, action=actions.end_practitioner, answers=Practitioner):
    """End somebody's account. Every role ends with it at once, also that of lead professional; their cases wait for another worker."""

    practitioner_id = RecordId("practitioner", "Whose account it is; not that of the last administrator.", required=True)
    expected_version = Number("The version of the account that you read.", required=True)


class Appoint(Change, action=actions.appoint, answers=Appointment):
    """Give somebody a role in a team, a locality or the council."""

    practitioner_id = RecordId("practitioner", "Who is appointed; their account is in force.", required=True)
    role = OneOf(RoleName, "To which role.", required=True)
    team_id = RecordId("team", "In which team; for a worker, triage or a team manager, and only for them.")
    locality_id = RecordId("locality", "The locality that a service manager answers for; left out, the whole council.")


class EndAppointment(Change, action=actions.end_appointment, answers=Appointment):
    """End a role that somebody has; what it allowed is refused at once."""

    appointment_id = RecordId("appointment", "The appointment; not that of the last administrator.", required=True)


MUTATIONS: tuple[type[Change], ...] = (AddPractitioner, AmendPractitioner, EndPractitioner, Appoint, EndAppointment)
