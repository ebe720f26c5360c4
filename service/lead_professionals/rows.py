"""Who sees a lead professional, and the SQL of lead professionals."""

from typing import Any

from sqlalchemy import func, select

from service.access.visible import VISIBLE
from service.cases.visibility import of_visible_case
from service.lead_professionals.tables import LEAD
from service.practitioners.tables import PRACTITIONER
from service.reading import Opening

VISIBLE.of(LEAD)(of_visible_case)


def ended_at(lead: Any) -> Any:
    """Write when the role ended: with the account of who had it, at the latest."""
    person = PRACTITIONER.alias()
    account = select(person.c.ended_at).where(person.c.id == lead.c.practitioner_id).correlate_except(person).scalar_subquery()
    return func.least(lead.c.ended_at, account)


ended_with_account = Opening(ended_at, PRACTITIONER)
