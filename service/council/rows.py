"""Who sees the council, and its SQL."""

from sqlalchemy import exists, literal_column, select, true

from service.access.visible import VISIBLE, open_to_all
from service.council import rules
from service.council.structure import adding, amending, loading, standing
from service.council.tables import COUNCIL
from service.journal.statements import statement
from service.journal.transaction import beginning

__all__ = ["COUNCIL"]

VISIBLE.of(COUNCIL)(open_to_all)

LOAD = loading("load council for change", COUNCIL, true())
AMEND = amending(COUNCIL, *rules.EDITABLE)
FIRST = statement(
    "begin council", beginning(standings=standing(), is_there=exists(select(literal_column("1")).select_from(COUNCIL))), stream=COUNCIL.name
)
ADD = adding(COUNCIL)
