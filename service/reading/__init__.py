"""Answer a validated GraphQL read with ONE SQL statement that carries the visibility of every table it touches, and its trace."""

from service.reading.entity import PARENT, Entity, Opening, reads
from service.reading.fields import Connection, Count, Expr, Filter, GlobalId, Many, NodeField, One, Orders, Where
from service.reading.filters import holding
from service.reading.reader import Reader
from service.reading.spelling import utc_text
from service.reading.visibility import Visibility

__all__ = [
    "PARENT",
    "Connection",
    "Count",
    "Entity",
    "Expr",
    "Filter",
    "GlobalId",
    "Many",
    "NodeField",
    "One",
    "Opening",
    "Orders",
    "Reader",
    "Visibility",
    "Where",
    "holding",
    "reads",
    "utc_text",
]
