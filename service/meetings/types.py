"""The contract of meetings."""

from graphene import Int, String

from service.lead_professionals.types import LeadProfessional
from service.meetings.rows import of_visible_meeting  # noqa: F401  (registers the predicates)
from service.meetings.tables import FAMILY_INVITED, MEETING, TEAM_INVITED, Presence
from service.nodes import Node
from service.people.types import Person
from service.plans.types import Action
from service.practitioners.types import Practitioner
from service.reading import PARENT, Entity, GlobalId, Many, One
from service.scalars import Date, DateTime
from service.words import enumeration

PresenceName = enumeration(
    Presence,
    "Attendance",
    ATTENDED="They were invited, and came.",
    APOLOGIES="They were invited, and said that they could not come.",
    ABSENT="They were invited, and neither came nor said anything.",
)


class Meeting(Entity, table=MEETING, part_of="case", interfaces=[Node]):
    """A meeting of the team around the family."""

    id = GlobalId("meeting")
    held_on = Date(required=True, description="The day on which it was held.")
    family_views = String(description="What the family said, there or for it; null where nobody asked them.")
    decisions = String(required=True, description="What was decided.")
    next_review_on = Date(description="The day that it set for the next review; null where it set none.")
    practitioners = Many(
        lambda: PractitionerInvited, order=["practitioner_id", "meeting_id"], few=10, description="The practitioners who were invited."
    )
    family = Many(lambda: PersonInvited, order=["person_id", "meeting_id"], few=6, description="Those of the family who were invited.")
    actions = Many(Action, order=["by_when", "id"], few=10, description="The actions that it put into the plan.")
    lead_professional = One(LeadProfessional, description="Whom it agreed as lead professional; null where it agreed nobody new.")
    recorded_by = One(Practitioner, description="Who wrote it down.")
    recorded_at = DateTime(required=True, description="When it was written down.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    case = One("service.cases.types.Case", description="The case that it is about.")


class PractitionerInvited(Entity, table=TEAM_INVITED, part_of=PARENT):
    """A practitioner who was invited to a meeting."""

    practitioner = One(Practitioner, description="Who was invited.")
    presence = PresenceName(required=True, description="Whether they came.")


class PersonInvited(Entity, table=FAMILY_INVITED, part_of=PARENT):
    """Somebody of the family who was invited to a meeting."""

    person = One(Person, description="Who was invited.")
    presence = PresenceName(required=True, description="Whether they came.")
