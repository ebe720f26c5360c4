"""The ways from one table to another: a joined row, a single one, a list, a count, a page, and whatever an id names."""

from typing import TYPE_CHECKING, Any, cast

from graphql import GraphQLObjectType, get_named_type
from sqlalchemy import ColumnElement, FromClause, Integer, Select, and_, func, literal_column, null, select
from sqlalchemy import case as sql_case
from sqlalchemy.sql.elements import True_

from service.reading.arguments import Given, Read, key_in, size_of
from service.reading.declarations import foreign_keys, maker_of, table_for
from service.reading.fields import Connection, Count, Many, NodeField, One, Relation
from service.reading.finish import Each, Nullable
from service.reading.keyset import keys_of
from service.reading.paging import PageWriter
from service.reading.places import Place, Scope, is_part_of, trace_for
from service.reading.selection import Selected
from service.reading.spelling import quoted
from service.reading.statement import EMPTY, ROW, Built, row_json, trace_of

if TYPE_CHECKING:
    from service.reading.compiler import Compiler

Arguments = dict[str, Given]


def way(compiler: "Compiler", field: Selected, given: Arguments, declared: Any, parent: Place | None, key: Read | None) -> Built:
    """Compile a relation. `key` reads the one row that a mutation answers with. Raise BadArgument."""
    match declared:
        case NodeField():
            return node(compiler, field, given)
        case One() if parent and (foreign := forward_key(declared, parent)) is not None:
            return joined(compiler, field, given, declared, parent, foreign)
        case One():
            return single(compiler, field, given, declared, parent, key)
        case Many():
            return list_of(compiler, field, given, declared, parent)
        case Count():
            return Built(count(compiler, field, given, declared, parent))
        case Connection():
            return PageWriter(compiler, field, given, declared, parent).write()
    raise NotImplementedError(declared)


def joined(compiler: "Compiler", field: Selected, given: Arguments, declared: One, parent: Place, foreign: Any) -> Built:
    """Join a row that a foreign key names: outer, because the actor may not see it."""
    alias, visible = compiler.source(table_for(declared), declared, parent)
    same = alias.c[foreign.column.name] == parent.alias.c[foreign.parent.name]
    asked = compiler.conditions(declared, field, given, None, alias)
    parent.scope.join(alias, and_(same, visible, *asked))
    place = Place(alias, parent.scope, table_for(declared), trace_for(declared.target))
    columns, step, traces = compiler.row(field.type, field.nodes, place)
    value = row_json(select(*columns).correlate_except())
    always = isinstance(visible, True_) and not asked and not foreign.parent.nullable
    is_there = alias.c[foreign.column.name].is_not(None)
    trace = trace_of(traces)
    if not always:
        value = sql_case((is_there, value))
        trace = None if trace is None else sql_case((is_there, trace))
    return Built(value, field.guarded(step, never_null=always), trace)


def single(compiler: "Compiler", field: Selected, given: Arguments, declared: One, parent: Place | None, key: Read | None) -> Built:
    """Select the one row that a condition names."""
    alias, visible = compiler.source(table_for(declared), declared, parent)
    asked = compiler.conditions(declared, field, given, parent, alias)
    if key:
        asked.append(alias.c.id == compiler.bind(field, key, alias.c.id.type))
    return alone(compiler, field, field.type, declared.target, parent, alias, [visible, *asked])


def node(compiler: "Compiler", field: Selected, given: Arguments) -> Built:
    """Select the row that an id names, in the one table that its prefix speaks of."""
    type_ = compiler.catalog.by_prefix.get(str(given["id"].now).partition("_")[0])
    if type_ is None or type_ not in compiler.catalog.schema.get_possible_types(cast(Any, get_named_type(field.definition.type))):
        return Built(null())
    entity, read, prefix = maker_of(type_), given["id"].read, str(given["id"].now).partition("_")[0]
    alias, visible = compiler.source(entity._meta.table)
    same = alias.c.id == compiler.bind(field, lambda variables, actor: key_in(read(variables, actor), prefix), alias.c.id.type)
    return alone(compiler, field, type_, entity, None, alias, [visible, same])


def alone(
    compiler: "Compiler", field: Selected, type_: GraphQLObjectType, entity: Any, parent: Place | None, alias: FromClause, asked: list[Any]
) -> Built:
    """Select one row beside its parent, or by itself."""
    place = Place(alias, Scope(alias), entity._meta.table, trace_for(entity))
    columns, step, traces = compiler.row(type_, field.nodes, place)
    trace = trace_of(traces)
    written = [row_json(select(*columns).correlate_except()).label("j"), or_null(trace).label("i")]
    found = compiler.beside(parent, place.scope.select(written, asked).limit(ONE_ROW))
    guarded = Nullable(step) if type_ is not field.type and step else field.guarded(step)
    return Built(found.c.j, guarded, None if trace is None else found.c.i)


def list_of(compiler: "Compiler", field: Selected, given: Arguments, declared: Many, parent: Place | None) -> Built:
    """Select the rows of a list, in its order; where it is cut, the rows are chosen before they are dressed."""
    table, [order] = table_for(declared), declared.orders.values()
    alias, visible = compiler.source(table, declared, parent)
    asked = [visible, *compiler.conditions(declared, field, given, parent, alias)]
    if "first" in given:
        chosen = select(*alias.c).where(*asked).order_by(*sorting(alias, table, order)).limit(quoted(size_of(given["first"])))
        alias, asked = chosen.correlate_except(alias).subquery(compiler.name("p")), []
    place = Place(alias, Scope(alias), table, trace_for(declared.target), is_traced(declared, parent))
    columns, step, traces = compiler.row(field.type, field.nodes, place)
    trace = trace_of(traces)
    found = compiler.beside(parent, aggregated(place, columns, trace, asked, sorting(alias, table, order)))
    return Built(found.c.j, Each(step) if step else None, None if trace is None else found.c.i)


def aggregated(place: Place, columns: list[Any], trace: Any, asked: list[Any], order: list[Any]) -> Select[Any]:
    """Write the rows as one JSON array, and the ids of the records that they show beside it."""
    if trace is None:
        rows = place.scope.select(columns, asked).order_by(*order).subquery("_")
        return select(func.coalesce(func.json_agg(ROW), EMPTY).label("j")).select_from(rows)
    written = [row_json(select(*columns).correlate_except()).label("j"), trace.label("i")]
    rows = place.scope.select(written, asked).order_by(*order).subquery("_")
    return select(func.coalesce(func.json_agg(rows.c.j), EMPTY).label("j"), func.string_agg(rows.c.i, quoted(",")).label("i"))


def count(compiler: "Compiler", field: Selected, given: Arguments, declared: Relation, parent: Place | None) -> Any:
    """Count the rows of a relation that the actor sees."""
    alias, visible = compiler.source(table_for(declared), declared, parent)
    asked = compiler.conditions(declared, field, given, parent, alias)
    return Scope(alias).select([func.count()], [visible, *asked]).scalar_subquery()


def sorting(row: FromClause, table: Any, order: tuple[str, ...]) -> list[Any]:
    return [key.sorting(backwards=False) for key in keys_of(row, table, order)]


def or_null(trace: Any) -> Any:
    return null() if trace is None else trace


def is_traced(declared: Relation, parent: Place | None) -> bool:
    """Tell whether the rows of a relation are parts of the record that leads to them."""
    return not declared.on and parent is not None and is_part_of(parent, key_between(declared, parent), trace_for(declared.target))


def key_between(declared: Relation, parent: Place) -> Any:
    [key] = foreign_keys(parent.table, table_for(declared), declared.via)
    return key


def way_between(declared: Relation, parent: Place) -> Any:
    """Return by what a relation's rows hang on their parent: the column of the foreign key, or the relation's condition."""
    return declared.on or key_between(declared, parent).parent


def forward_key(declared: Relation, parent: Place) -> Any:
    """Return the foreign key that the parent itself holds, if that is the way to the target."""
    key = None if declared.on else key_between(declared, parent)
    return key if key is not None and key.parent.table is parent.table else None


def hangs_on(declared: Relation, parent: Place, row: FromClause) -> ColumnElement[bool]:
    """Return the condition under which a row belongs to its parent."""
    if declared.on:
        return declared.on(parent.alias, row)
    key = key_between(declared, parent)
    return cast(ColumnElement[bool], row.c[key.parent.name] == parent.alias.c[key.column.name])


ONE_ROW = literal_column("1", Integer)
