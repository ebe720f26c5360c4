"""A small service of its own: types in the house's style on the tables of the sample."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

import graphene
from graphene import Boolean, Date, Int, List, NonNull, String
from graphql import GraphQLError, GraphQLResolveInfo
from sqlalchemy import ColumnElement, DateTime, FromClause, func, select
from sqlalchemy import any_ as sql_any

from service.reading import (
    PARENT,
    Connection,
    Count,
    Entity,
    Expr,
    Filter,
    GlobalId,
    Many,
    NodeField,
    One,
    Opening,
    Orders,
    Where,
    reads,
    utc_text,
)
from tests.integration.reading.sample_tables import CASE, METADATA, NOTE, PERSON, PLAN, SEEN, WORKER, Order, State, visibility

__all__ = ["METADATA", "schema", "visibility"]

CaseState = graphene.Enum.from_enum(State)
CaseOrder = graphene.Enum.from_enum(Order)


class Moment(graphene.Scalar):
    """A moment, in UTC, to the microsecond."""

    sql_type = DateTime(timezone=True)

    @staticmethod
    def wire(column: ColumnElement[Any]) -> ColumnElement[Any]:
        return utc_text(column)

    @staticmethod
    def parse_value(value: str) -> dt.datetime:
        return dt.datetime.fromisoformat(value)

    @staticmethod
    def parse_literal(node: Any, variables: Any = None) -> dt.datetime:
        return dt.datetime.fromisoformat(node.value)


class Node(graphene.Interface):
    """Anything with an id."""

    id = graphene.ID(required=True)


class Worker(Entity, table=WORKER, record=None, interfaces=[Node]):
    id = GlobalId("worker")
    name = String(required=True)
    team = String(required=True)
    case_load = Count(lambda: Case, state=Filter(CaseState))


class Person(Entity, table=PERSON, record="person", interfaces=[Node]):
    id = GlobalId("person")
    given_name = String(required=True)
    family_name = String(required=True)
    birth_date = Date()
    known_as = Expr(String, lambda person: func.nullif(person.c.given_name, "Given3"), required=True)
    kin = One(lambda: Person, on=lambda person, kin: kin.c.id == person.c.kin_id)
    elder = One(lambda: Person, via="kin_id")
    younger = Many(lambda: Person, via="kin_id", order=["birth_date", "id"])
    cases = Many(lambda: Case, order=["-opened_at", "id"], first=Int())


class Move(graphene.ObjectType):
    """What may happen next (a Python object, not a row)."""

    trigger = String(required=True)
    allowed = Boolean(required=True)


class Case(Entity, table=CASE, record="case", interfaces=[Node]):
    id = GlobalId("case")
    reference = String(required=True)
    state = CaseState(required=True)
    version = Int(required=True)
    opened_at = Moment(required=True)
    due_at = Moment()
    worker = One(Worker)
    worker_in = One(Worker, team=Filter(String))
    person = One(Person)
    plan = One(lambda: Plan)
    notes = Many(lambda: Note, order=["-at", "id"], first=Int(), written_by=Filter(graphene.ID, column="author_id"))
    heavy_notes = Many(lambda: Note, only=lambda note: note.c.weight > 2)
    heavy_count = Count(lambda: Note, only=lambda note: note.c.weight > 2)
    first_team = One(Worker, via="worker_id", only=lambda worker: worker.c.team == "Team 1")
    note_pages = Connection(
        lambda: Note, order=["weight", "-at", "id"], heavy=Filter(Boolean, lambda note, given: (note.c.weight > 2) == given)
    )
    note_count = Count(lambda: Note, at_least=Filter(Int, lambda note, given: note.c.weight >= given, default_value=1, required=True))
    available_moves = graphene.Field(List(NonNull(Move)), only=String(), required=True)

    @reads("state", "opened_at", plans=Opening(lambda case: plans_of(case), PLAN))
    def resolve_available_moves(case: Any, info: GraphQLResolveInfo, only: str | None = None) -> list[Move]:
        moves = [
            Move(trigger="close", allowed=case.state != "closed"),
            Move(trigger=f"{case.plans} since {case.opened_at.year}", allowed=True),
        ]
        return [move for move in moves if only in (None, move.trigger)]


def plans_of(case: FromClause) -> ColumnElement[int]:
    plan = PLAN.alias()
    return select(func.count()).select_from(plan).where(plan.c.case_id == case.c.id).correlate(case).scalar_subquery()


class Note(Entity, table=NOTE, part_of="case", interfaces=[Node]):
    id = GlobalId("note")
    at = Moment(required=True)
    text = String(required=True)
    weight = Int()
    author = One(Worker, required=True)
    author_in = One(Worker, via="author_id", team=Filter(String))
    case = One(Case)
    seen = Many(lambda: Seen, order=["person_id", "note_id"])


class Seen(Entity, table=SEEN, part_of=PARENT):
    alone = Boolean(required=True)
    person = One(Person)


class Plan(Entity, table=PLAN, part_of="case"):
    id = GlobalId("plan")
    title = String(required=True)
    case = One(Case)


class CaseWhere(Where):
    """Which cases are wanted."""

    state = Filter(CaseState)
    states = Filter(List(NonNull(CaseState)), column="state")
    workers = Filter(List(NonNull(graphene.ID)), column="worker_id")
    due_before = Filter(Moment, lambda case, given: case.c.due_at < given)
    references = Filter(List(String), lambda case, given: case.c.reference == sql_any(given))


class Query(graphene.ObjectType):
    node = NodeField(Node)
    case = One(Case, id=Filter(graphene.ID, required=True))
    cases = Connection(
        Case,
        order=Orders(
            CaseOrder, {Order.DUE: ["due_at", "id"], Order.LATEST: ["-opened_at", "-id"], Order.FAMILY: ["state", "-due_at", "id"]}
        ),
        where=Filter(CaseWhere),
        worker=Filter(graphene.ID, column="worker_id"),
    )
    people = Connection(Person, order=["family_name", "given_name", "id"], required=False)
    newest_notes = Many(Note, order=["-at", "-id"], first=Int(default_value=4))
    case_count = Count(Case, state=Filter(CaseState))
    workers = Many(Worker, order=["name", "id"])
    service = String(required=True)

    def resolve_service(root: Any, info: GraphQLResolveInfo) -> str:
        return "early help"


class ChangePayload(graphene.ObjectType):
    """What came of a change."""

    case = One(Case)
    ok = Boolean(required=True)

    fetched: Mapping[str, Any] = MappingProxyType({})


class Change(graphene.Mutation):
    """A mutation, to show how a payload is read."""

    class Arguments:
        id = graphene.ID(required=True)
        state = CaseState()

    Output = ChangePayload

    @staticmethod
    async def mutate(root: Any, info: GraphQLResolveInfo, id: str, state: State | None = None) -> ChangePayload:
        if state == State.CLOSED:
            raise GraphQLError("It is closed already.")
        key, payload = UUID(id.removeprefix("case_")), ChangePayload(ok=True)
        if state:
            await info.context.connection.fetchrow("UPDATE cases SET state = $1 WHERE id = $2", state.value, key)
        payload.fetched = await info.context.reader.read(info, info.context.connection, key)
        return payload


class Mutation(graphene.ObjectType):
    change = Change.Field()
    case = Change.Field(description="A change with the name of something that is read.")


schema = graphene.Schema(Query, Mutation, types=[Note, Plan, Seen])
