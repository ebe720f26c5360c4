"""What is wrong with a declaration, said at start-up."""

from collections.abc import Iterator
from inspect import iscoroutinefunction
from typing import Any

import graphene
from graphql import get_named_type, is_leaf_type
from sqlalchemy import FromClause, PrimaryKeyConstraint, Table, UniqueConstraint, bindparam

from service.reading.declarations import foreign_keys, graphql_name, prefix_of, resolver_of, table_for
from service.reading.entity import Opening
from service.reading.errors import DeclarationError
from service.reading.fields import Connection, Expr, Filter, GlobalId, Many, NodeField, One, Relation, Where
from service.reading.keyset import is_readable
from service.reading.spelling import wire
from service.reading.visibility import Visibility


def problem_of_entity(type_: Any, entity: Any, visibility: Visibility) -> Iterator[str]:
    """Say what is wrong with an entity, field by field."""
    table: Table = entity._meta.table
    if table not in visibility.predicates:
        yield f"{type_.name}: no visibility predicate for table {table.name}"
    if problem := entity._meta.trace.problem(table) or misnamed(entity):
        yield f"{type_.name}: {problem}"
    for name, field in entity._meta.fields.items():
        if problem := problem_of_field(type_, table, name, field, visibility):
            yield f"{type_.name}.{name}: {problem}"


def misnamed(entity: Any) -> str | None:
    """Say whether ids and trace name the same record differently."""
    prefix, trace = prefix_of(entity), entity._meta.trace
    if trace.prefix and trace.column == "id" and prefix not in (None, trace.prefix):
        return f"its ids say {prefix} and its trace {trace.prefix}"
    return None


def problem_of_field(type_: Any, table: Table, name: str, field: Any, visibility: Visibility) -> str | None:
    """Say what is wrong with one field, if anything."""
    if opened := tables_opened(table, field) & visibility.predicates.keys():
        return f"opens {sorted(t.name for t in opened)} past their visibility: only a relation may enter a table"
    if isinstance(field, Relation):
        return problem_of_relation(table, field, visibility)
    if isinstance(field, Expr | NodeField):
        return problem_of_expression(type_, table, name, field)
    if resolver := resolver_of(type_, name, field):
        return problem_of_resolver(table, resolver, visibility)
    return problem_of_column(type_, table, name, field)


def problem_of_expression(type_: Any, table: Table, name: str, field: Any) -> str | None:
    """Say why an Expr cannot be spelled on the wire."""
    if isinstance(field, GlobalId):
        return None if "id" in table.c else "there is no column id"
    return unspellable(type_, name, field, field.sql(table)) if isinstance(field, Expr) else None


def unspellable(type_: Any, name: str, field: Any, column: Any) -> str | None:
    """Say why a value cannot be spelled as the type of its field."""
    try:
        wire(type_.fields[graphql_name(name, field)].type, column)
    except DeclarationError as error:
        return str(error)
    return None


def problem_of_resolver(table: Table, resolver: Any, visibility: Visibility) -> str | None:
    """Say what is wrong with what a resolver reads."""
    if not hasattr(resolver, "reads"):
        return "its resolver lacks a @reads decorator"
    if iscoroutinefunction(resolver):
        return "its resolver is asynchronous, and nothing waits for it: a field issues no query of its own"
    missing = {name for name, sql in resolver.reads.items() if sql is None} - set(table.c.keys())
    if missing:
        return f"its resolver reads {sorted(missing)}, which are no columns"
    opened = {t for sql in resolver.reads.values() if sql for t in entered(sql, table)} & visibility.predicates.keys()
    return f"its resolver opens {sorted(t.name for t in opened)} past their visibility: name them in an Opening" if opened else None


def problem_of_column(type_: Any, table: Table, name: str, field: Any) -> str | None:
    """Say why a plain field is not the column of its name."""
    if name not in table.c:
        return "neither a column, an Expr, a relation, nor a resolver that says what it @reads"
    kind = get_named_type(type_.fields[graphql_name(name, field)].type)
    if not is_leaf_type(kind):
        return "a column cannot be an object"
    if kind.name == "ID":
        return "an id carries the prefix of its records: a GlobalId, or an Expr that spells it"
    if is_required(field) and table.c[name].nullable:
        return "required, but the column is nullable"
    return unspellable(type_, name, field, table.c[name])


def is_required(field: graphene.Field) -> bool:
    return isinstance(field.type, graphene.NonNull)


def problem_of_relation(table: Table | None, field: Relation, visibility: Visibility) -> str | None:
    """Say why a relation leads nowhere, or has no certain order."""
    target = table_for(field)
    if target not in visibility.predicates:
        return f"no visibility predicate for table {target.name}"
    if isinstance(field, Many | Connection) and (problem := problem_of_order(target, field)):
        return problem
    if table is not None and not field.on and (problem := problem_of_key(table, target, field)):
        return problem
    if field.target._meta.trace.by_parent and (table is None or field.on):
        return "what is traced by its parent needs one, and the foreign key to it"
    return next(filter(None, (problem_of_filter(target, n, a) for n, a in field.args.items())), None)


def problem_of_key(table: Table, target: Table, field: Relation) -> str | None:
    """Say why a foreign key does not lead from a row to what the relation promises."""
    keys = foreign_keys(table, target, field.via)
    if len(keys) != 1:
        return f"needs exactly one foreign key, has {sorted(str(k.parent) for k in keys)}: say via= or on="
    [key] = keys
    if isinstance(field, One) and key.parent.table is target is not table and not (field.only or is_unique(key.parent)):
        return f"{key.parent} is not unique, so that there may be more than one: say Many, on= or only="
    if not isinstance(field, One) and key.parent.table is table is not target:
        return f"{key.parent} names one row at most: say One or on="
    return None


def is_unique(column: Any) -> bool:
    """Tell whether a column holds each value once, by a constraint or an index."""
    constrained = (c for c in column.table.constraints if isinstance(c, PrimaryKeyConstraint | UniqueConstraint))
    indexed = (i for i in column.table.indexes if i.unique)
    return bool(column.unique) or any(list(c.columns) == [column] for c in [*constrained, *indexed])


def problem_of_order(target: Table, field: Many | Connection) -> str | None:
    """Say why rows could come in no order, or in one that is not certain."""
    for order in field.orders.values():
        names = {name.removeprefix("-") for name in order}
        if unknown := names - set(target.c.keys()):
            return f"cannot be ordered by {sorted(unknown)}, which are no columns"
        if not set(target.primary_key.columns.keys()) <= names:
            return "the order is not unique: end it with the primary key"
        if isinstance(field, Connection) and (unread := [n for n in sorted(names) if not is_readable(target.c[n])]):
            return f"a cursor cannot hold {unread}"
    return None


def problem_of_filter(target: Table, name: str, argument: Any) -> str | None:
    """Say why a filter does not find its column."""
    inner = getattr(argument.type, "of_type", argument.type)
    if isinstance(inner, type) and issubclass(inner, Where):
        found = (problem_of_filter(target, n, f) for n, f in inner._meta.fields.items())
        return next(filter(None, found), None)
    if not isinstance(argument, Filter) or argument.predicate or (argument.column or name) in target.c:
        return None
    return f"the filter {name} has neither a predicate nor a column"


def tables_opened(table: Table, field: Any) -> set[Table]:
    """Return the tables that a field's own SQL selects from: the compiler cannot put a predicate on them."""
    opened = entered(field.sql, table) if isinstance(field, Expr) else set()
    target = table_for(field) if isinstance(field, Relation) else table
    ours, theirs = table.alias(), target.alias()
    if isinstance(field, Relation) and field.on:
        opened |= tables_in(field.on(ours, theirs), ours, theirs)
    if isinstance(field, Relation) and field.only:
        opened |= entered(field.only, target)
    filters = (a.predicate for a in field.args.values() if isinstance(a, Filter) and a.predicate)
    return opened.union(*(tables_in(predicate(theirs, bindparam("given")), theirs) for predicate in filters))


def entered(sql: Any, table: Table) -> set[Table]:
    """Return the tables that some SQL on a row selects from, but for those that it names as an Opening."""
    row = table.alias()
    return tables_in(sql(row), row) - (sql.tables if isinstance(sql, Opening) else frozenset())


def tables_in(expression: Any, *rows: FromClause) -> set[Table]:
    """Return the tables within an expression, but for the rows that it was given."""
    if any(expression is row for row in rows):
        return set()
    found = {expression} if isinstance(expression, Table) else set()
    return found.union(*(tables_in(part, *rows) for part in expression.get_children()))
