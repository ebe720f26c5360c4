"""The contract of safe contact."""

from typing import Any

from graphene import Boolean, Int, String

from service.entered_in_error.types import IN_ERROR_SAID, mark_of
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import PARENT, Entity, Expr, GlobalId, Many, One
from service.safe_contacts.rows import still_holds
from service.safe_contacts.tables import REVISION, SAFE_CONTACT
from service.scalars import Date, DateTime


class SafeContact(Entity, table=SAFE_CONTACT, part_of="person", interfaces=[Node]):
    """How one person may be reached and how not. Everybody who could reach them sees it: show it beside every address and number."""

    id = GlobalId("safecontact")
    preferred = String(description="How and when they want to be reached.")
    unsafe = String(description="Which ways are not safe, and why.")
    not_shared_with = String(description="With whom their details must not be shared.")
    source = String(required=True, description="Who said so.")
    said_on = Date(required=True, description="The day on which they said so.")
    holds_now = Expr(
        Boolean,
        still_holds,
        required=True,
        never_null=True,
        description="Whether it holds: it has not ended, and is not wrong.",
    )
    recorded_by = One(Practitioner, description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When they did.")
    ended_at = DateTime(description="Since when it holds no more; null while it holds.")
    end_reason = String(description="Why it holds no more.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    revisions = Many(
        lambda: SafeContactRevision,
        order=["-revision", "safe_contact_id"],
        few=3,
        description="What it read before, newest first, and why it was changed.",
    )
    in_error_at = DateTime(description=IN_ERROR_SAID)
    error_mark = mark_of("safecontact")
    person = One("service.people.types.Person", description="Who is to be reached.")


class SafeContactRevision(Entity, table=REVISION, part_of=PARENT):
    """What a statement about safe contact read before it was amended."""

    revision = Int(required=True, description="Which version of the text it was, from 1.")
    preferred = String(description="How and when they wanted to be reached.")
    unsafe = String(description="Which ways were not safe.")
    not_shared_with = String(description="With whom their details had not to be shared.")
    source = String(required=True, description="Who had said so.")
    said_on = Date(required=True, description="The day on which they had.")
    reason = String(required=True, description="Why it was amended.")
    amended_by = One(Practitioner, description="Who amended it.")
    amended_at = DateTime(required=True, description="When it was amended.")


def of_the_same_person(row: Any, contact: Any) -> Any:
    """Tell whether a statement is about the person whose contact detail a row is."""
    return contact.c.person_id == row.c.person_id
