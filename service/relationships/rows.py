"""Who sees a relationship, and the SQL of relationships."""

from typing import Any

from sqlalchemy import select

from service.access.standing import WRITER
from service.access.visible import VISIBLE
from service.journal.statements import param
from service.people import records
from service.people.belonging import of_somebody_one_works_with
from service.people.rows import visible_people
from service.people.tables import PERSON
from service.relationships.attaching import attach_relative
from service.relationships.rules import EDITABLE
from service.relationships.tables import RELATIONSHIP

VISIBLE.of(RELATIONSHIP)(of_somebody_one_works_with)


def relative_kind(_person: Any) -> Any:
    """Say as what the service knows the relative, where the actor sees them and their record counts."""
    person = PERSON.alias()
    asked = person.c.id == param("relative_id", PERSON.c.id)
    found = select(person.c.kind).where(asked, person.c.in_error_at.is_(None), visible_people(person, WRITER))
    return found.correlate_except(person).scalar_subquery()


LOAD = records.loading("load person to record a relationship", relative_kind=relative_kind)
LOAD_OF_RELATIONSHIP = records.loading_of(RELATIONSHIP)
RECORD = records.adding(RELATIONSHIP, attach_relative(param("relationship_relative_id", RELATIONSHIP.c.relative_id)))
AMEND = records.amending(RELATIONSHIP, *EDITABLE)
