"""The one register of visibility: each noun's rows add the predicate of their tables to it."""

from sqlalchemy import ColumnElement, FromClause

from service.access.actor import Actor
from service.access.standing import is_active
from service.reading.visibility import Visibility

VISIBLE = Visibility()


@VISIBLE.presuppose
def open_to_all(_row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See the council's open structure with an account in force."""
    return is_active(actor)
