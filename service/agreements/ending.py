"""When an agreement ends by itself, in SQL: for reads and for the facts of a case alike."""

from typing import Any

from sqlalchemy import Date, DateTime, case, cast, func, literal_column, select

from service.agreements.rules import WEEKS_AFTER_BIRTH
from service.agreements.tables import Capacity
from service.journal.statements import constant
from service.people.tables import PERSON
from service.reading import Opening


def ends_at(agreement: Any) -> Any:
    """Write the instant at which an agreement ends: the one worked out when it was given, or for a mother six weeks after the birth.

    The birth is recorded of the child and writes nothing to the agreement, so it is looked at whenever the agreement is.
    """
    child = PERSON.alias()
    day_after = child.c.birth_date + literal_column(str(7 * WEEKS_AFTER_BIRTH + 1))
    end = func.timezone(constant("Europe/London"), cast(cast(day_after, Date), DateTime(timezone=False)))
    after_birth = select(end).where(child.c.id == agreement.c.person_id).correlate_except(child).scalar_subquery()
    return func.least(agreement.c.until, case((agreement.c.capacity == constant(Capacity.MOTHER_OF_UNBORN), after_birth)))


ending = Opening(ends_at, PERSON)
