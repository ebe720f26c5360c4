"""Which page of a list is asked for, and how its rows are gathered."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ARRAY, FromClause, Text, func, literal_column
from sqlalchemy.dialects.postgresql import aggregate_order_by

from service.reading.arguments import Given, size_of
from service.reading.errors import BadArgument
from service.reading.fields import Connection
from service.reading.spelling import quoted
from service.reading.statement import EMPTY, Column

ONE_END = "Say how many to return from one end: give `first` or `last`, and not both."


@dataclass(frozen=True, slots=True)
class Page:
    """Which page is asked for: how many rows from which end, in which order, and between which cursors."""

    size: int
    backwards: bool
    order: tuple[str, ...]
    after: Given | None
    before: Given | None

    def shown(self, rows: FromClause) -> Column:
        """Tell whether a row is on the page: there is one more behind it, which only says that the list goes on."""
        return rows.c["$n"] <= quoted(self.size)

    def is_cut(self) -> Column:
        """Tell whether the list goes on behind the page."""
        return func.count() > quoted(self.size)

    def edges(self, rows: FromClause, column: str) -> Column:
        """Gather a column of the rows as a JSON array, in the order asked for."""
        number = rows.c["$n"].desc() if self.backwards else rows.c["$n"]
        gathered = func.json_agg(aggregate_order_by(rows.c[column], number)).filter(self.shown(rows))
        return func.coalesce(gathered, EMPTY)

    def cursor_at(self, rows: FromClause, *, end: bool) -> Column:
        """Return the cursor of the first or of the last edge; null where there is none."""
        number = rows.c["$n"].desc() if self.backwards != end else rows.c["$n"]
        gathered = func.array_agg(aggregate_order_by(rows.c["$cursor"], number), type_=ARRAY(Text)).filter(self.shown(rows))
        return gathered[literal_column("1")]

    def traces(self, rows: FromClause) -> Column:
        return func.string_agg(rows.c["$i"], quoted(",")).filter(self.shown(rows))


def page_asked(declared: Connection, given: dict[str, Given]) -> Page:
    """Judge the arguments of a page. Raise BadArgument."""
    if ("first" in given) == ("last" in given):
        raise BadArgument(ONE_END)
    chosen: Any = given["order_by"].now if "order_by" in given else next(iter(declared.orders))
    order = declared.orders[getattr(chosen, "value", chosen)]
    size = size_of(given["last"] if "last" in given else given["first"])
    return Page(size, "last" in given, order, given.get("after"), given.get("before"))
