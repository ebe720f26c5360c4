"""A connection: choose the rows of a page, dress them, and write the whole page as one JSON object."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import FromClause, exists, false, func, null, or_, select

from service.reading.arguments import Given
from service.reading.declarations import table_for
from service.reading.fields import Connection
from service.reading.finish import Each, Step
from service.reading.keyset import Key, beyond, cursor, cursor_value, keys_of, tag_of, up_to
from service.reading.places import Place, Scope, trace_for
from service.reading.selection import Selected
from service.reading.slices import page_asked
from service.reading.spelling import quoted
from service.reading.statement import Built, Column, named, row_json, trace_of

if TYPE_CHECKING:
    from service.reading.compiler import Compiler

Gather = Callable[[FromClause], Column]
"""How the dressed rows of a page become one part of it."""


class PageWriter:
    """The SQL of one page."""

    def __init__(self, compiler: "Compiler", field: Selected, given: dict[str, Given], declared: Connection, parent: Place | None) -> None:
        self.compiler, self.field, self.given, self.declared, self.parent = compiler, field, given, declared, parent
        self.page, self.table = page_asked(declared, given), table_for(declared)
        self.after, self.before = self.marks(self.page.after), self.marks(self.page.before)
        self.columns: dict[str, Column] = {}
        self.traces: list[Column] = []

    def write(self) -> Built:
        """Write the page: its rows once, for all its edges, and each part under its key."""
        fields = self.compiler.selections.under(self.field.type, self.field.nodes)
        place = self.chosen()
        parts = {key: self.part(part, place) for key, part in fields.items()}
        if not {"edges", "pageInfo"} & {part.name for part in fields.values()}:
            columns, step = named({key: Built(gather(self.table)) for key, (gather, _) in parts.items()}, self.field.type.name)
            return Built(row_json(select(*columns).correlate_except()), step)
        rows = self.dressed(place)
        gathered, step = named({key: Built(gather(rows), step) for key, (gather, step) in parts.items()}, self.field.type.name)
        page = select(*gathered, self.page.traces(rows).label("$trace")).select_from(rows).correlate_except(rows)
        return self.whole(page.subquery(self.compiler.name("g")), [column.name for column in gathered], step)

    def whole(self, page: FromClause, names: list[str], step: Step | None) -> Built:
        """Put the page beside its parent, as one JSON object with the ids of the records that it shows."""
        written = row_json(select(*(page.c[name] for name in names)).correlate_except())
        found = self.compiler.beside(self.parent, select(written.label("j"), page.c["$trace"].label("i")).select_from(page))
        return Built(found.c.j, step, found.c.i if self.traces else None)

    # -- rows -----------------------------------------------------------------------------------------------------

    def chosen(self) -> Place:
        """Choose the rows before they are dressed: one more than asked for, which tells whether the list goes on."""
        alias, asked = self.visible()
        keys, backwards = self.keys(alias), self.page.backwards
        asked += [beyond(keys, self.after, False)] if self.after else []
        asked += [beyond(keys, self.before, True)] if self.before else []
        sorting = [key.sorting(backwards) for key in keys]
        query = select(*alias.c, func.row_number().over(order_by=sorting).label("$n")).where(*asked)
        query = query.order_by(*sorting).limit(quoted(self.page.size + 1)).correlate_except(alias)
        rows = query.subquery(self.compiler.name("p"))
        return Place(rows, Scope(rows), self.table, trace_for(self.declared.target))

    def visible(self) -> tuple[FromClause, list[Any]]:
        """Open the table: the rows that the actor sees and that the arguments leave."""
        alias, visible = self.compiler.source(self.table, self.declared, self.parent)
        return alias, [visible, *self.compiler.conditions(self.declared, self.field, self.given, self.parent, alias)]

    def dressed(self, place: Place) -> FromClause:
        trace = trace_of(self.traces)
        shown = [(null() if trace is None else trace).label("$i")]
        columns = [value.label(name) for name, value in self.columns.items()]
        return place.scope.select([place.alias.c["$n"], *columns, *shown]).subquery(self.compiler.name("d"))

    def keys(self, row: FromClause) -> list[Key]:
        return keys_of(row, self.table, self.page.order)

    def marks(self, given: Given | None) -> list[Any]:
        """Bind the values of a cursor, one for each column of the order."""
        if given is None:
            return []
        tag = tag_of(self.table, self.page.order)
        reads = [(partial(mark, given, tag, index, key), key.column.type) for index, key in enumerate(self.keys(self.table))]
        return [self.compiler.bind(self.field, read, type_) for read, type_ in reads]

    # -- parts ----------------------------------------------------------------------------------------------------

    def part(self, field: Selected, place: Place) -> tuple[Gather, Step | None]:
        """Say how one part of the page is gathered; what it needs of each row is added to the columns."""
        match field.name:
            case "edges":
                return self.edges(field, place)
            case "pageInfo":
                return self.page_info(field, place)
            case "totalCount":
                total = self.count()
                return lambda rows: total, None
        return lambda rows: quoted(field.parent.name), None

    def edges(self, field: Selected, place: Place) -> tuple[Gather, Step | None]:
        built = {key: self.edge(part, place) for key, part in self.compiler.selections.under(field.type, field.nodes).items()}
        columns, step = named(built, field.type.name)
        name = f"$edges{len(self.columns)}"
        self.columns[name] = row_json(select(*columns).correlate_except())
        self.traces += [*place.own_trace(), *(b.trace for b in built.values() if b.trace is not None)]
        return lambda rows: self.page.edges(rows, name), Each(step) if step else None

    def edge(self, field: Selected, place: Place) -> Built:
        if field.name == "__typename":
            return Built(quoted(field.parent.name))
        if field.name == "cursor":
            return Built(self.cursor(place))
        columns, step, traces = self.compiler.row(field.type, field.nodes, place)
        return Built(row_json(select(*columns).correlate_except()), step, trace_of(traces[len(place.own_trace()) :]))

    def cursor(self, place: Place) -> Column:
        return cursor(self.keys(place.alias), tag_of(self.table, self.page.order))

    def page_info(self, field: Selected, place: Place) -> tuple[Gather, Step | None]:
        fields = self.compiler.selections.under(field.type, field.nodes)
        if {"startCursor", "endCursor"} & {part.name for part in fields.values()}:
            self.columns["$cursor"] = self.cursor(place)
            self.traces += place.own_trace()
        more = {part.name: self.more(part.name) for part in fields.values() if part.name.startswith("has")}
        columns, step = named({key: Built(quoted("$")) for key in fields}, field.type.name)
        names = [column.name for column in columns]

        def gather(rows: FromClause) -> Column:
            values = [self.fact(part, more, rows) for part in fields.values()]
            return func.json_build_object(*(each for name, value in zip(names, values, strict=True) for each in (quoted(name), value)))

        return gather, step

    def fact(self, field: Selected, more: dict[str, Any], rows: FromClause) -> Column:
        match field.name:
            case "hasNextPage":
                return or_(more[field.name], false() if self.page.backwards else self.page.is_cut())
            case "hasPreviousPage":
                return or_(more[field.name], self.page.is_cut() if self.page.backwards else false())
            case "startCursor" | "endCursor":
                return self.page.cursor_at(rows, end=field.name == "endCursor")
        return quoted(field.parent.name)

    def more(self, name: str) -> Any:
        """Tell whether the list has rows on the other side of a cursor."""
        marks, backwards = (self.before, True) if name == "hasNextPage" else (self.after, False)
        if not marks:
            return false()
        alias, asked = self.visible()
        return exists(select(quoted(1)).select_from(alias).where(*asked, up_to(self.keys(alias), marks, backwards)).correlate_except(alias))

    def count(self) -> Any:
        alias, asked = self.visible()
        return select(func.count()).select_from(alias).where(*asked).correlate_except(alias).scalar_subquery()


def mark(given: Given, tag: int, index: int, key: Key, variables: Any, actor: Any) -> Any:
    return cursor_value(given.read(variables, actor), tag, index, key)
