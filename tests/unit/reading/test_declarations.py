"""What could not be answered at run time is refused when the service starts, and every fault is named at once."""

from typing import Any

import graphene
import pytest
from graphene import Boolean, Int, String
from sqlalchemy import (
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    false,
    func,
    select,
    true,
)

from service.reading import PARENT, Connection, Count, Entity, Expr, Filter, GlobalId, Many, One, Opening, Visibility, Where, reads
from service.reading.catalog import Catalog
from service.reading.errors import DeclarationError

METADATA = MetaData()
PARENTS = Table("parent", METADATA, Column("id", Uuid, primary_key=True), Column("name", Text))
CHILD = Table(
    "child",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("parent_id", Uuid, ForeignKey("parent.id"), nullable=False),
    Column("other_id", Uuid, ForeignKey("parent.id")),
    Column("only_id", Uuid, ForeignKey("parent.id")),
    Column("size", Integer),
    Column("share", Float),
    Column("price", Numeric),
    Column("born", Date, nullable=False),
    Column("scan", LargeBinary),
    UniqueConstraint("only_id"),
)
VISIBLE = Visibility()


@VISIBLE.of(PARENTS)
@VISIBLE.of(CHILD)
def visible(row: Any, actor: Any) -> Any:
    return true()


class Sound(Entity, table=PARENTS, record="parent"):
    """A type without a fault."""

    id = GlobalId("parent")


def problem(fields: dict[str, Any], *, table: Any = CHILD, visibility: Visibility = VISIBLE, **traced: Any) -> str:
    """Return what is said of a type with some fields."""
    kind = type("Faulty", (Entity,), fields, table=table, **(traced or {"record": "child"}))
    query = type("Query", (graphene.ObjectType,), {"faulty": Many(kind)})
    with pytest.raises(DeclarationError) as refused:
        Catalog(graphene.Schema(query, types=[Sound]), visibility)
    return str(refused.value)


def resolver(*columns: str, **expressions: Any) -> Any:
    return reads(*columns, **expressions)(lambda root, info: None)


async def late(root: Any, info: Any) -> None: ...


def count_of_parents(child: Any) -> Any:
    return select(func.count()).select_from(PARENTS.alias()).scalar_subquery()


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Int(), "neither a column, an Expr, a relation, nor a resolver that says what it @reads"),
        (graphene.Field(Int, resolver=lambda root, info: None), "its resolver lacks a @reads decorator"),
        (graphene.Field(Int, resolver=resolver("sise")), "its resolver reads ['sise'], which are no columns"),
        (graphene.Field(Int, resolver=reads("size")(late)), "its resolver is asynchronous"),
        (graphene.Field(Int, resolver=resolver(n=count_of_parents)), "opens ['parent'] past their visibility"),
        (Expr(Int, count_of_parents), "opens ['parent'] past their visibility: only a relation may enter a table"),
        (Expr(Int, lambda child: child.c.born), "DATE is not written as Int"),
        (Expr(graphene.JSONString, lambda child: child.c.size), "scalar JSONString does not say how SQL spells it"),
        (Many(Sound), "needs exactly one foreign key, has ['child.only_id', 'child.other_id', 'child.parent_id']: say via= or on="),
        (Many(Sound, via="parent_id"), "child.parent_id names one row at most: say One or on="),
        (Count(Sound, via="parent_id"), "child.parent_id names one row at most: say One or on="),
        (Many(Sound, on=lambda c, p: p.c.id == c.c.parent_id, order=["name"]), "the order is not unique: end it with the primary key"),
        (Many(Sound, on=lambda c, p: p.c.id == c.c.parent_id, order=["nme", "id"]), "cannot be ordered by ['nme'], which are no columns"),
        (One(Sound, via="parent_id", kind=Filter(String)), "the filter kind has neither a predicate nor a column"),
        (One(Sound, via="parent_id", of=Filter(String, lambda p, given: p.c.id.in_(select(CHILD.c.id)))), "opens ['child']"),
        (One(Sound, on=lambda c, p: p.c.id.in_(select(CHILD.c.parent_id))), "opens ['child']"),
        (One(Sound, via="parent_id", only=lambda p: p.c.id.in_(select(CHILD.c.parent_id))), "opens ['child']"),
        (One(Sound, via="parent_id", at=Filter(graphene.JSONString, lambda p, given: true())), "the filter at: scalar JSONString"),
        (One(Sound, via="parent_id", at=Filter(graphene.ID, lambda p, given: true())), "the filter at: say which records' ids are meant"),
    ],
)
def test_refuses_a_field_that_could_not_be_answered(field: Any, said: str) -> None:
    assert said in problem({"odd": field})


@pytest.mark.parametrize(
    ("name", "field", "said"),
    [
        ("size", Int(required=True), "required, but the column is nullable"),
        ("size", graphene.Field(Sound), "a column cannot be an object"),
        ("born", Int(), "DATE is not written as Int"),
        ("size", Boolean(), "INTEGER is not written as Boolean"),
        ("scan", graphene.Date(), "BLOB is not written as Date"),
        ("parent_id", graphene.ID(), "an id carries the prefix of its records"),
    ],
)
def test_refuses_a_column_that_is_not_what_its_field_says(name: str, field: Any, said: str) -> None:
    assert f"Faulty.{name}: {said}" in problem({name: field})


def test_names_every_fault_at_once() -> None:
    said = problem({"one": Int(), "two": graphene.Field(Int, resolver=lambda root, info: None)}, visibility=Visibility())

    assert {part.partition(": ")[0] for part in said.split("; ")} == {"Query.faulty", "Faulty", "Faulty.one", "Faulty.two", "Sound"}
    assert "Faulty: no visibility predicate for table child" in said


@pytest.mark.parametrize("column", ["share", "price", "scan"])
def test_refuses_an_order_whose_cursor_could_not_be_read_back(column: str) -> None:
    class Paged(Entity, table=CHILD, record="child"):
        size = Int()

    class Query(graphene.ObjectType):
        paged = Connection(Paged, order=[column, "id"])

    with pytest.raises(DeclarationError, match="a cursor cannot hold"):
        Catalog(graphene.Schema(Query), VISIBLE)


@pytest.mark.parametrize(
    ("traced", "said"),
    [
        ({"part_of": "case"}, "there is no column case_id to trace"),
        ({"part_of": "parent", "by": "elder_id"}, "there is no column elder_id to trace"),
        ({"record": "grandchild"}, "its ids say child and its trace grandchild"),
        ({"part_of": PARENT}, "what is traced by its parent needs one, and the foreign key to it"),
    ],
)
def test_refuses_a_trace_that_names_no_record(traced: dict[str, Any], said: str) -> None:
    assert said in problem({"id": GlobalId("child")}, **traced)


def test_refuses_a_type_that_does_not_say_what_a_reading_of_it_is() -> None:
    with pytest.raises(TypeError, match="say which record a reading is traced as"):
        type("Silent", (Entity,), {}, table=CHILD)


def test_refuses_two_types_with_one_prefix() -> None:
    assert "Faulty: Sound has the prefix parent as well" in problem({"id": GlobalId("parent")}, table=PARENTS, record="parent")


def test_refuses_at_most_one_row_where_the_way_back_leads_to_several() -> None:
    class Child(Entity, table=CHILD, record="child"):
        size = Int()

    said = problem({"eldest": One(Child, via="parent_id"), "only": One(Child, via="only_id")}, table=PARENTS, record="parent")

    assert "Faulty.eldest: child.parent_id is not unique" in said and "Faulty.only" not in said


def test_refuses_a_payload_with_two_records_or_a_list() -> None:
    class Payload(graphene.ObjectType):
        one = One(Sound)
        two = One(Sound)

    class Query(graphene.ObjectType):
        payload = graphene.Field(Payload)

    with pytest.raises(DeclarationError, match=r"Payload: nothing leads to its \['one', 'two'\]"):
        Catalog(graphene.Schema(Query), VISIBLE)


def test_refuses_a_filter_of_an_input_object_that_finds_no_column() -> None:
    class Wanted(Where):
        nothing = Filter(String)

    assert "the filter nothing has neither a predicate nor a column" in problem({"odd": One(Sound, via="parent_id", where=Filter(Wanted))})


def test_lets_a_resolver_open_tables_that_it_names() -> None:
    class Open(Entity, table=CHILD, record="child"):
        parents = graphene.Field(Int, resolver=resolver(n=Opening(count_of_parents, PARENTS)))

    class Query(graphene.ObjectType):
        children = Many(Open)

    Catalog(graphene.Schema(Query), VISIBLE)


def test_a_table_has_one_predicate() -> None:
    register = Visibility()
    register.of(CHILD)(visible)

    with pytest.raises(ValueError, match="child has a visibility predicate already"):
        register.of(CHILD)(lambda row, actor: false())
