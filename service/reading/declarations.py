"""Small questions about what graphene types declare."""

from functools import cache
from typing import Any

import graphene
from graphene.utils.str_converters import to_camel_case
from sqlalchemy import Table

from service.reading.entity import Entity
from service.reading.fields import GlobalId, Relation


def graphql_name(name: str, field: Any) -> str:
    return str(field.name or to_camel_case(name))


def maker_of(type_: Any) -> Any:
    """Return the graphene class behind a GraphQL type."""
    return getattr(type_, "graphene_type", None)


def is_entity(type_: Any) -> bool:
    return issubclass(maker_of(type_), Entity)


def prefix_of(entity: Any) -> str | None:
    """Return the prefix of an entity's ids, if it has ids."""
    return next((f.prefix for f in entity._meta.fields.values() if isinstance(f, GlobalId)), None)


def resolver_of(type_: Any, name: str, field: graphene.Field) -> Any:
    return field.resolver or getattr(maker_of(type_), f"resolve_{name}", None)


def table_for(declared: Relation) -> Table:
    return declared.target._meta.table  # type: ignore[no-any-return]


@cache
def foreign_keys(one: Table, other: Table, via: str | None) -> tuple[Any, ...]:
    """Return the foreign keys between two tables, in either direction."""
    both = {*one.foreign_keys, *other.foreign_keys}
    ends = ({one, other}, {one} if one is other else None)
    return tuple(k for k in both if {k.parent.table, k.column.table} in ends and via in (None, k.parent.name))
