"""The contract of contact details."""

from graphene import Boolean, Int, String

from service.contact_details.rows import in_use
from service.contact_details.tables import DETAIL, Audience, DetailKind
from service.entered_in_error.types import IN_ERROR_SAID, mark_of
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, GlobalId, One
from service.safe_contacts.rows import still_holds
from service.safe_contacts.types import SafeContact, of_the_same_person
from service.scalars import DateTime
from service.words import enumeration

KindName = enumeration(
    DetailKind,
    "ContactDetailKind",
    TELEPHONE="A telephone number.",
    EMAIL="An e-mail address.",
    ADDRESS="An address that is not the household's, such as a parent's who lives elsewhere.",
    OTHER="Another way, such as an account for messages.",
)
AudienceName = enumeration(
    Audience,
    "ContactDetailAudience",
    EVERYBODY="Everybody who sees a case that they belong to, the team around the family among them: they agreed to that.",
    CASE_HOLDERS="Those who have a case that they belong to: not who is only on the team around the family.",
    THIS_CASE="Only those who have the case on which it was recorded, whatever other case or household they belong to.",
)


class ContactDetail(Entity, table=DETAIL, part_of="person", interfaces=[Node]):
    """One way to reach a person. Look at `safeContact` before you use it."""

    id = GlobalId("detail")
    kind = KindName(required=True, description="What kind of contact detail it is.")
    value = String(required=True, description="The number or address itself.")
    note = String(description="Whose it is, or when it can be used.")
    audience = AudienceName(required=True, description="Who may know it.")
    is_in_use = Expr(Boolean, in_use, required=True, never_null=True, description="Whether they can be reached this way.")
    safe_contact = One(
        SafeContact,
        on=of_the_same_person,
        only=still_holds,
        description="How this person may be reached and how not; null where nothing is recorded.",
    )
    recorded_by = One(Practitioner, description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When they did.")
    ended_at = DateTime(description="Since when they are not reached this way any more; null while they are.")
    end_reason = String(description="Why they are not.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    in_error_at = DateTime(description=IN_ERROR_SAID)
    error_mark = mark_of("detail")
    person = One("service.people.types.Person", description="Who is reached this way.")
    case = One("service.cases.types.Case", description="The case on which it was recorded; null for none, or where you may not see it.")
