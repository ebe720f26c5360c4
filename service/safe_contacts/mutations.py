"""The mutations of safe contact."""

from service.changing import Calendar, Change, Number, RecordId, Text
from service.changing.inputs import LONG
from service.safe_contacts import actions
from service.safe_contacts.types import SafeContact

CONTACT = RecordId("safecontact", "The statement, by its own id.", required=True)
PREFERRED = Text("How and when they want to be reached.", most=LONG)
UNSAFE = Text("Which ways are not safe, and why: do not write to the home; do not leave a message.", most=LONG)
NOT_SHARED_WITH = Text("With whom their details must not be shared, such as the children's father.", most=LONG)


class RecordSafeContact(Change, action=actions.record_safe_contact, answers=SafeContact):
    """Record how somebody may be reached and how not. One statement holds at a time: where there is one, amend it."""

    person_id = RecordId("person", "Who is to be reached.", required=True)
    preferred = PREFERRED
    unsafe = UNSAFE
    not_shared_with = NOT_SHARED_WITH
    source = Text("Who said so: the person themselves, or who else.", required=True)
    said_on = Calendar("The day on which they said so; not later than today, which it is when left out.")


class AmendSafeContact(Change, action=actions.amend_safe_contact, answers=SafeContact, amends=True):
    """Say anew how somebody may be reached. What it read before is kept. What is left out stays as it is; null removes."""

    safe_contact_id = CONTACT
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is amended.", required=True)
    preferred = PREFERRED
    unsafe = UNSAFE
    not_shared_with = NOT_SHARED_WITH
    source = Text("Who said so.")
    said_on = Calendar("The day on which they said so; not later than today.")


class EndSafeContact(Change, action=actions.end_safe_contact, answers=SafeContact):
    """Say that a statement about safe contact holds no more: the danger is over. It stays on record with the reason."""

    safe_contact_id = CONTACT
    reason = Text("Why it holds no more, and who said so.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (RecordSafeContact, AmendSafeContact, EndSafeContact)
