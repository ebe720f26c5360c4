"""Which entries can be marked as wrong. A noun takes part with a line here, a column `in_error_at`, and `mark_of` among its types.

Whatever counts its rows leaves out those whose `in_error_at` is set: that is all that guards and lists have to know.
"""

from dataclasses import dataclass

from sqlalchemy import Table

from service.access_needs import rows as _access_needs  # noqa: F401  (each registers its predicate)
from service.access_needs.tables import ACCESS_NEEDS
from service.agreements.tables import AGREEMENT
from service.contact_details import rows as _contact_details  # noqa: F401
from service.contact_details.tables import DETAIL
from service.markers.tables import MARKER
from service.notes.tables import NOTE
from service.people.tables import PERSON
from service.relationships import rows as _relationships  # noqa: F401
from service.relationships.tables import RELATIONSHIP
from service.safe_contacts import rows as _safe_contacts  # noqa: F401
from service.safe_contacts.tables import SAFE_CONTACT


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of entry: the word with which its ids begin, and its table."""

    word: str
    table: Table


OF_CASES = (Noun("note", NOTE), Noun("agreement", AGREEMENT), Noun("marker", MARKER))
"""Entries that are part of a case: whoever sees the case sees them, and its stream has their events."""

OF_PEOPLE = (
    Noun("person", PERSON),
    Noun("relationship", RELATIONSHIP),
    Noun("detail", DETAIL),
    Noun("safecontact", SAFE_CONTACT),
    Noun("accessneeds", ACCESS_NEEDS),
)
"""People, and entries that are part of one: each has its own visibility, and the person's stream has their events."""

WORDS = tuple(noun.word for noun in (*OF_CASES, *OF_PEOPLE))
