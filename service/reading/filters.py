"""Arguments that narrow rows become conditions; their values become parameters."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import graphene
from sqlalchemy import ARRAY, Boolean, ColumnElement, Date, DateTime, Float, FromClause, Integer, Text, Uuid, any_, bindparam, func, or_
from sqlalchemy.types import TypeEngine

from service.reading.arguments import Given, Read, converted, keys_in, plain
from service.reading.errors import DeclarationError
from service.reading.fields import Filter, Where
from service.reading.spelling import quoted

if TYPE_CHECKING:
    from service.reading.catalog import Catalog

Bind = Callable[[Read, TypeEngine[Any]], ColumnElement[Any]]
Condition = ColumnElement[bool]

TYPES: dict[str, TypeEngine[Any]] = {
    "String": Text(),
    "Int": Integer(),
    "Float": Float(),
    "Boolean": Boolean(),
    "Date": Date(),
    "DateTime": DateTime(timezone=True),
}


def conditions(
    declared: Mapping[str, Any], given: Mapping[str, Given], row: FromClause, table: Any, bind: Bind, catalog: "Catalog"
) -> Iterator[Condition]:
    """Yield what the filters that were given ask of a row."""
    for name, filter_ in declared.items():
        if not isinstance(filter_, Filter) or name not in given:
            continue
        if fields := fields_within(filter_):
            inner = {n: value for n in fields if (value := given[name].inside(n))}
            yield from conditions(fields, inner, row, table, bind, catalog)
        else:
            yield condition(filter_, given[name], row, table.c.get(filter_.column or name), bind, catalog)


def uncompilable(declared: Mapping[str, Any], table: Any, catalog: "Catalog") -> Iterator[str]:
    """Say which filters could not become conditions, and why."""
    for name, filter_ in declared.items():
        if not isinstance(filter_, Filter):
            continue
        if fields := fields_within(filter_):
            yield from uncompilable(fields, table, catalog)
            continue
        try:
            condition(filter_, NOTHING, table.alias(), table.c.get(filter_.column or name), unbound, catalog)
        except DeclarationError as error:
            yield f"the filter {name}: {error}"


def holding(*columns: str) -> Callable[[FromClause, ColumnElement[str]], Condition]:
    """Make the condition of a filter: that one of the columns holds what was typed, in any case of letters."""

    def holds(row: FromClause, given: ColumnElement[str]) -> Condition:
        return or_(*(func.strpos(func.lower(row.c[name]), func.lower(given)) > quoted(0) for name in columns))

    return holds


def unbound(read: Read, type_: TypeEngine[Any]) -> ColumnElement[Any]:
    return bindparam("given", type_=type_)


NOTHING = Given(None, lambda variables, actor: None)


def fields_within(filter_: Filter) -> Mapping[str, Any] | None:
    """Return the filters inside an input object."""
    kind = bare(filter_.type)
    return kind._meta.fields if isinstance(kind, type) and issubclass(kind, Where) else None


def condition(filter_: Filter, given: Given, row: FromClause, column: Any, bind: Bind, catalog: "Catalog") -> Condition:
    """Return what one filter asks: its predicate, or that its column equals the value or one of them."""
    kind, is_list = element(filter_.type)
    if kind is graphene.ID:
        prefix = filter_.prefix or catalog.prefix_behind(column)
        return compared(filter_, row, column, bind(partial(key_read, given.read, prefix), arrayed(Uuid(), is_list)), is_list)
    if filter_.predicate:
        return filter_.predicate(row, bind(partial(plain_read, given.read), arrayed(type_of(kind), is_list)))
    value = bind(partial(column_read, given.read, column), arrayed(column.type, is_list))
    return compared(filter_, row, column, value, is_list)


def compared(filter_: Filter, row: FromClause, column: Any, value: Any, is_list: bool) -> Condition:
    if filter_.predicate:
        return filter_.predicate(row, value)
    ours = row.c[column.name]
    return ours == (any_(value) if is_list else value)  # type: ignore[no-any-return]


def bare(type_: Any) -> Any:
    """Return a type without its non-null mark."""
    return type_.of_type if isinstance(type_, graphene.NonNull) else type_


def element(type_: Any) -> tuple[Any, bool]:
    """Return the type of a value or of a list's items, and whether it is a list."""
    kind = bare(type_)
    return (bare(kind.of_type), True) if isinstance(kind, graphene.List) else (kind, False)


def arrayed(type_: TypeEngine[Any], is_list: bool) -> TypeEngine[Any]:
    return ARRAY(type_) if is_list else type_


def type_of(kind: Any) -> TypeEngine[Any]:
    """Return the SQL type of a scalar or enum. Raise DeclarationError for one that does not say."""
    if isinstance(members := getattr(getattr(kind, "_meta", None), "enum", None), type):
        return Integer() if all(isinstance(m.value, int) for m in members) else Text()  # type: ignore[attr-defined]
    found: TypeEngine[Any] | None = getattr(kind, "sql_type", None) or TYPES.get(kind._meta.name)
    if found is None:
        raise DeclarationError(f"scalar {kind._meta.name} does not say what it is in SQL: give it an attribute `sql_type`")
    return found


def key_read(read: Read, prefix: str, variables: Mapping[str, Any], actor: Any) -> Any:
    return keys_in(read(variables, actor), prefix)


def plain_read(read: Read, variables: Mapping[str, Any], actor: Any) -> Any:
    return plain(read(variables, actor))


def column_read(read: Read, column: Any, variables: Mapping[str, Any], actor: Any) -> Any:
    value = plain(read(variables, actor))
    if not isinstance(value, list):
        return converted(value, column)
    return [fitting for item in value if (fitting := converted(item, column)) is not None]
