"""Which rows may this actor see? One predicate a table, and no way to a table without one."""

import datetime as dt
import enum
from collections.abc import Callable, Hashable
from dataclasses import fields, replace
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Date, DateTime, FromClause, Select, Table, Text, Uuid, select, true, type_coerce
from sqlalchemy.sql.operators import OperatorType, eq, ne

A = TypeVar("A")
Visible = Callable[[FromClause, Any], ColumnElement[bool]]
Register = TypeVar("Register", bound=Visible)

TYPES: dict[type, Any] = {UUID: Uuid(), str: Text(), dt.datetime: DateTime(timezone=True), dt.date: Date()}
"""What an actor's values are in SQL; a moment before a day, because in Python each moment is a day."""


def table_behind(table: Any) -> Table:
    """Return a table, given it or the model that declares it."""
    return cast(Table, getattr(table, "__table__", table))


def step(target: Table, source: Table, way: Any) -> tuple[str, str, Hashable]:
    """Name a way from a table to another: by a column, or by the condition of a relation."""
    return target.name, source.name, str(way) if isinstance(way, ColumnElement) else way


class Visibility:
    """The register of predicates. Each takes an alias of its table, and an actor, real or symbolic."""

    def __init__(self) -> None:
        self.predicates: dict[Table, Visible] = {}
        self.implied: dict[tuple[str, str, Hashable], Visible | None] = {}
        self.presupposed: set[Visible] = set()
        self.selected: dict[tuple[Table, Any, tuple[str, ...]], Select[Any]] = {}

    def of(self, table: Any) -> Callable[[Register], Register]:
        """Register the decorated predicate for a table. Raise ValueError where there is one already."""
        key = table_behind(table)
        if key in self.predicates:
            raise ValueError(f"{key.name} has a visibility predicate already")

        def register(predicate: Register) -> Register:
            self.predicates[key] = predicate
            return predicate

        return register

    def follows(self, target: Any, source: Any, way: Any, *, when: Visible | None = None) -> None:
        """Say that whatever hangs on a visible row by a key (or a relation's condition) is visible by that alone, or `when` that row fits.

        It must follow from the two predicates: then asking the target's own for each row would only repeat what is known.
        """
        self.implied[step(table_behind(target), table_behind(source), way)] = when

    def presuppose(self, predicate: Register) -> Register:
        """Say that every predicate demands what the decorated one does: whoever sees any row sees the rows that ask for no more."""
        self.presupposed.add(predicate)
        return predicate

    def left_to_ask(self, target: Table, source: Table, way: Any, row: FromClause, actor: Any) -> ColumnElement[bool] | None:
        """Return what is left to ask where rows hang on a visible `row` of `source`; None where it is the target's own predicate."""
        if self.predicates.get(target) in self.presupposed:
            return true()
        key = step(target, source, way)
        if key not in self.implied:
            return None
        when = self.implied[key]
        return when(row, actor) if when else true()

    def predicate(self, alias: FromClause, table: Table, actor: Any) -> ColumnElement[bool]:
        """Return the condition under which the actor sees a row; a table without a predicate is an error, never open."""
        return self.predicates[table](alias, actor)

    def rows(self, table: Any, actor: Any, *columns: str) -> Select[Any]:
        """Select columns of the visible rows of a table, for use inside another predicate: `x.in_(visibility.rows(...))`.

        It is built once for each shape of an actor: most of the time that a statement takes to be written went into building it anew.
        """
        key = table_behind(table), actor, columns
        if key not in self.selected:
            alias = key[0].alias()
            self.selected[key] = select(*(alias.c[name] for name in columns)).where(self.predicate(alias, key[0], actor))
        return self.selected[key]


def is_fact(value: object) -> bool:
    """Tell whether a predicate may branch on an actor's attribute, which then is part of the plan's key."""
    return isinstance(value, enum.Enum | bool) or (isinstance(value, frozenset) and all(map(is_fact, value)))


def facts_of(actor: Any) -> Hashable:
    """Return what distinguishes the plans of two actors."""
    return tuple(v for f in fields(actor) if is_fact(v := getattr(actor, f.name)))


class Value(BindParameter[Any]):
    """A value of an actor: a predicate compares rows with it, and cannot branch on it."""

    inherit_cache = True

    def operate(self, op: OperatorType, *other: Any, **options: Any) -> Any:
        """Build an expression; SQLAlchemy gives a comparison a truth in Python, and this takes it away."""
        found = super().operate(op, *other, **options)
        return type_coerce(found, found.type) if op in (eq, ne) else found


def parameter(name: str, value: object) -> BindParameter[Any]:
    """Name the bind parameter for one value of an actor. Raise TypeError for one that no parameter can hold."""
    found = next((sql for kind, sql in TYPES.items() if isinstance(value, kind)), None)
    if found is None:
        raise TypeError(f"an actor's {name} cannot be {value!r}: neither a fact nor a value that a parameter can hold")
    return Value(f"actor_{name}", type_=found)


SHAPES: dict[Hashable, Any] = {}


def symbolic(actor: A) -> A:
    """Replace an actor's values by bind parameters of the same names; facts stay. Branching on a value then raises.

    Actors of one shape are replaced by the same one.
    """
    given = {f.name: getattr(actor, f.name) for f in fields(cast(Any, actor))}
    kinds = {name: type(value) for name, value in given.items() if not is_fact(value)}
    shape = type(actor), facts_of(actor), tuple(kinds.items())
    if shape not in SHAPES:
        SHAPES[shape] = replace(cast(Any, actor), **{name: parameter(name, given[name]) for name in kinds})
    return cast(A, SHAPES[shape])
