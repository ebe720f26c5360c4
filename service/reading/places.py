"""Where the columns of a row come from while a statement is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, select, true

from service.reading.entity import Entity, Trace
from service.reading.statement import Column


class Scope:
    """One FROM: a row's table, and the to-one joins and laterals that hang on it."""

    def __init__(self, alias: FromClause) -> None:
        self.clause, self.aliases = alias, [alias]

    def join(self, alias: FromClause, on: ColumnElement[bool]) -> None:
        """Join a row that may be missing."""
        self.clause = self.clause.outerjoin(alias, on)
        self.aliases.append(alias)

    def beside(self, query: Select[Any], name: str) -> FromClause:
        """Join what a query finds for each row; it answers one row or none."""
        alias = query.lateral(name)
        self.join(alias, true())
        return alias

    def select(self, columns: Sequence[Column], conditions: Sequence[ColumnElement[bool]] = ()) -> Select[Any]:
        return select(*columns).select_from(self.clause).where(*conditions).correlate_except(*self.aliases)


@dataclass(frozen=True, slots=True)
class Place:
    """A row in the making: what its columns come from, the FROM that its joins go to, and what a reading of it is traced as."""

    alias: FromClause
    scope: Scope
    table: Table
    trace: Trace
    is_traced: bool = False
    """Whether the row that leads here has traced the record already."""

    def own_trace(self) -> list[Column]:
        """Spell the id of the record that this row shows, if the row above has not."""
        term = None if self.is_traced else self.trace.term(self.alias)
        return [] if term is None else [term]


def trace_for(entity: type[Entity]) -> Trace:
    return entity._meta.trace  # type: ignore[no-any-return]


def is_part_of(parent: Place | None, key: Any, trace: Trace) -> bool:
    """Tell whether a foreign key leads from a record to a row that is traced as that very record."""
    if parent is None or key is None or parent.trace.prefix != trace.prefix or parent.trace.column != "id":
        return False
    return bool(key.parent.name == trace.column and key.column.table is parent.table)
