"""Who sees how a person may be reached, and its SQL."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, insert

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.journal.statements import param, params
from service.journal.transaction import AT
from service.people import records
from service.people.belonging import of_somebody_one_works_with
from service.safe_contacts.rules import EDITABLE
from service.safe_contacts.tables import REVISION, SAFE_CONTACT

VISIBLE.of(SAFE_CONTACT)(of_somebody_one_works_with)


@VISIBLE.of(REVISION)
def of_visible_safe_contact(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what a statement read that one sees."""
    return row.c.safe_contact_id.in_(VISIBLE.rows(SAFE_CONTACT, actor, "id"))


VISIBLE.follows(REVISION, SAFE_CONTACT, REVISION.c.safe_contact_id)


def still_holds(contact: Any) -> Any:
    """Tell whether a statement holds: it has not ended, and is not known to be wrong."""
    return contact.c.ended_at.is_(None) & contact.c.in_error_at.is_(None)


LOAD = records.loading("load person to record safe contact")
LOAD_OF_CONTACT = records.loading_of(SAFE_CONTACT)
RECORD = records.adding(SAFE_CONTACT)
AMEND = records.amending(SAFE_CONTACT, *EDITABLE, others=(insert(REVISION).values(params(REVISION, "old")),))
ENDED = {name: param(f"safe_contact_{name}", SAFE_CONTACT.c[name]) for name in ("end_reason", "revision")}
END = records.changing("end safe contact", SAFE_CONTACT, {**ENDED, "ended_at": AT})
