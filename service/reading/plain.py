"""Plain objects that a resolver made: all that is asked of them are attributes, so they are shown without the executor's walk.

Where a value is not what its type says, the executor walks after all, and tells what is wrong.
"""

from collections.abc import Callable
from typing import Any

from graphql import FieldNode, GraphQLList, GraphQLNonNull, GraphQLObjectType, is_leaf_type

from service.reading.declarations import graphql_name, is_entity, maker_of, resolver_of
from service.reading.documents import BYTES_A_CHARACTER
from service.reading.fields import Expr, NodeField, Relation
from service.reading.latest import Latest
from service.reading.selection import Selected, Selections

Show = Callable[[Any], Any]
AS_THEY_ARE = {"String": str, "ID": str, "Boolean": bool}
SHOWN: Latest[Any, tuple[Show | None, list[FieldNode]]] = Latest(2000, heaviest=32_000_000, weigh=lambda _, kept: weight_of(kept[1]))
"""How to show what, with the nodes of the documents: while these are kept, nothing else has their identity."""


class Unfit(Exception):
    """A value is not what its type says."""


def show_of(selections: Selections, type_: Any, nodes: list[FieldNode]) -> Show | None:
    """Return how to show a value of a type, where it is plain; else None."""
    decisions = tuple((name, value) for name, value in selections.variables.items() if isinstance(value, bool))
    key = (type_, tuple(map(id, nodes)), decisions)
    return SHOWN.get(key, lambda: (made(selections, type_, nodes), nodes))[0]


def weight_of(nodes: list[FieldNode]) -> int:
    """Weigh, in bytes, the document that nodes hold on to."""
    return BYTES_A_CHARACTER * len(nodes[0].loc.source.body) if nodes[0].loc else 0


def made(selections: Selections, type_: Any, nodes: list[FieldNode]) -> Show | None:
    """Make what shows a value of a type; None where something of it is not plain."""
    if isinstance(type_, GraphQLNonNull):
        return required(made(selections, type_.of_type, nodes))
    if isinstance(type_, GraphQLList):
        return each(made(selections, type_.of_type, nodes))
    if is_leaf_type(type_):
        return optional(leaf(type_))
    return optional(of_object(selections, type_, nodes)) if isinstance(type_, GraphQLObjectType) else None


def required(show: Show | None) -> Show | None:
    """Refuse null."""
    if show is None:
        return None

    def shown(value: Any) -> Any:
        if value is None:
            raise Unfit
        return show(value)

    return shown


def optional(show: Show | None) -> Show | None:
    """Let null be null."""
    return show and (lambda value: None if value is None else show(value))


def each(show: Show | None) -> Show | None:
    """Show the items of a list."""
    if show is None:
        return None

    def shown(value: Any) -> Any:
        if value is not None and not isinstance(value, list | tuple):
            raise Unfit
        return None if value is None else [show(item) for item in value]

    return shown


def leaf(type_: Any) -> Show:
    """Show a scalar or a word of an enumeration."""
    kind = AS_THEY_ARE.get(type_.name)

    def shown(value: Any) -> Any:
        if type(value) is kind:
            return value
        if (found := type_.serialize(value)) is None:
            raise Unfit
        return found

    return shown


def of_object(selections: Selections, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Show | None:
    """Show an object by its attributes; None where a field has a resolver, arguments or a table behind it."""
    if not maker_of(type_) or is_entity(type_):
        return None
    parts: list[tuple[str, str, Show]] = []
    for key, field in selections.under(type_, nodes).items():
        name = attribute(field)
        show = made(selections, field.definition.type, field.nodes) if name else None
        if not name or not show:
            return None
        parts.append((key, name, show))
    return lambda value: {key: show(getattr(value, name)) for key, name, show in parts}


def attribute(field: Selected) -> str | None:
    """Return the attribute that a field shows, if it only shows one."""
    for name, declared in maker_of(field.parent)._meta.fields.items():
        if graphql_name(name, declared) == field.name:
            has_more = field.definition.args or isinstance(declared, Relation | Expr | NodeField)
            return None if has_more or resolver_of(field.parent, name, declared) else name
    return None
