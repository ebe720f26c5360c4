"""A GraphQL type whose objects are rows, and which record a reading of one is a reading of."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import graphene
from graphene.types.objecttype import ObjectTypeOptions
from sqlalchemy import ColumnElement, FromClause, Table

from service.reading.spelling import record_id
from service.reading.visibility import table_behind

F = TypeVar("F", bound=Callable[..., Any])
Sql = Callable[[FromClause], ColumnElement[Any]]

PARENT = "its parent"
"""Said of a row that only the record it is part of leads to, and that has no id of its own to be traced by."""


class Entity(graphene.ObjectType):
    """A type whose objects are rows: `class Case(Entity, table=CASE, record="case")`.

    A reading is traced as the row's own record (`record="case"`), as the record it is a part of (`part_of="case"`: column
    `case_id`, or the one named with `by=`; `part_of=PARENT`: the record that leads to it), or, in the council's open
    structure, not at all (`record=None`).
    """

    class Meta:
        abstract = True

    if TYPE_CHECKING:

        def __init_subclass__(
            cls,
            *,
            table: Any,
            record: str | None = "",
            part_of: str | None = None,
            by: str | None = None,
            interfaces: Sequence[Any] = (),
            **options: Any,
        ) -> None: ...

    @classmethod
    def __init_subclass_with_meta__(
        cls,
        table: Any = None,
        record: str | None = "",
        part_of: str | None = None,
        by: str | None = None,
        _meta: Any = None,
        **options: Any,
    ) -> None:
        _meta = _meta or ObjectTypeOptions(cls)
        _meta.table = table_behind(table)
        if (record == "") == (part_of is None):
            raise TypeError(f"{cls.__name__}: say which record a reading is traced as: record= or part_of=")
        _meta.trace = Trace(record or part_of, part_of is not None, by)
        super().__init_subclass_with_meta__(_meta=_meta, **options)


class Trace:
    """The record that reading a row is a reading of: the row itself, what it is part of, or none."""

    def __init__(self, prefix: str | None, is_part: bool, by: str | None = None) -> None:
        self.prefix = None if prefix == PARENT else prefix
        self.by_parent = prefix == PARENT
        self.column = by or (f"{prefix}_id" if is_part else "id")

    def term(self, row: FromClause) -> ColumnElement[Any] | None:
        """Spell the record's id, if there is one to trace."""
        return record_id(self.prefix, row.c[self.column]) if self.prefix else None

    def problem(self, table: Table) -> str | None:
        """Say what is wrong with the declaration, if anything."""
        return f"there is no column {self.column} to trace" if self.prefix and self.column not in table.c else None


def reads(*columns: str, **expressions: "Sql | Opening") -> Callable[[F], F]:
    """Name the columns that a resolver reads, and give it SQL by name; its first argument carries these and nothing else."""

    def mark(resolver: F) -> F:
        resolver.reads = {name: None for name in columns} | expressions  # type: ignore[attr-defined]
        return resolver

    return mark


class Opening:
    """SQL that enters tables by itself, past their visibility: it names them, so that a reviewer can."""

    def __init__(self, sql: Sql, *tables: Any) -> None:
        self.sql, self.tables = sql, frozenset(map(table_behind, tables))

    def __call__(self, row: FromClause) -> ColumnElement[Any]:
        return self.sql(row)
