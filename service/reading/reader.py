"""Answer the reads of an operation with one statement, and the payload of a mutation with one in its own transaction."""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

import graphene
from graphql import GraphQLObjectType, GraphQLResolveInfo, Node, OperationDefinitionNode, OperationType

from service.reading.catalog import Catalog
from service.reading.compiler import Compiler
from service.reading.documents import Document
from service.reading.errors import BadArgument
from service.reading.fields import NodeField, One, Relation
from service.reading.finish import Fetched
from service.reading.latest import Latest
from service.reading.selection import Selected, Selections
from service.reading.statement import Built, Plan, statement
from service.reading.visibility import Visibility, facts_of

KEY = "$key"
HEAVIEST_PLANS = 64_000_000
Refused = Mapping[int, str]


class Connection(Protocol):
    """What a statement is run on: asyncpg's connection, or one lent by its pool."""

    async def fetchrow(self, query: str, *args: Any) -> Any: ...


class Reader:
    """A schema whose reads are compiled."""

    def __init__(self, schema: graphene.Schema, visibility: Visibility, *, most_plans: int = 2000) -> None:
        self.schema, self.visibility = schema.graphql_schema, visibility
        self.catalog = Catalog(schema, visibility)
        self.plans = Latest[Any, Plan | None](most_plans, heaviest=HEAVIEST_PLANS, weigh=weight_of)

    async def fetch(
        self, connection: Connection, *, actor: Any, document: Document, operation: OperationDefinitionNode, values: dict[str, Any]
    ) -> dict[str, Fetched]:
        """Fetch what an operation reads at its root, under its response keys, and write the trace; no statement where it reads nothing."""
        if operation.operation is not OperationType.QUERY:
            return {}
        root = self.schema.query_type
        name = operation.name.value if operation.name else None
        key = (document.form(place_of(operation), values), facts_of(actor))

        def compile_(refused: Refused) -> Plan | None:
            compiler = self.compiler(Selections(self.schema, document.fragments, values), actor, refused)
            fields = compiler.selections.of_root(root, operation.selection_set) if root else {}
            built = {k: compiler.relation(f, d, None) for k, f in fields.items() if (d := self.read_by(f))}
            return planned(compiler, built, operation_name(name, fields)) if built else None

        return await self.run(connection, key, compile_, values, actor)

    async def read(self, info: GraphQLResolveInfo, connection: Connection, key: UUID) -> dict[str, Fetched]:
        """Fetch the record that a mutation answers with, as it stands in the mutation's own transaction, and write the trace."""
        actor, nodes = info.context.actor, info.field_nodes
        payload = graphene_type(info)
        values = {**info.variable_values, KEY: key}
        document: Document = info.context.document
        name = info.operation.name.value if info.operation.name else None
        plan_key = (document.form(place_of(nodes[0]), info.variable_values), facts_of(actor))

        def compile_(refused: Refused) -> Plan | None:
            compiler = self.compiler(Selections(self.schema, document.fragments, values), actor, refused)
            fields = compiler.selections.under(payload, nodes)
            ones = {k: (f, d) for k, f in fields.items() if isinstance(d := self.read_by(f), One)}
            built = {k: compiler.relation(f, d, None, key_of_payload) for k, (f, d) in ones.items()}
            return planned(compiler, built, operation_name(name, {nodes[0].name.value: None})) if built else None

        return await self.run(connection, plan_key, compile_, values, actor)

    def read_by(self, field: Selected) -> Any:
        """Return the declaration of a field that is read from tables, or None."""
        declared = self.catalog.declared(field.parent.name, field.name)[1]
        return declared if isinstance(declared, Relation | NodeField) else None

    def compiler(self, selections: Selections, actor: Any, refused: Refused) -> Compiler:
        return Compiler(self.catalog, self.visibility, selections, actor, refused)

    async def run(self, connection: Connection, key: Any, compile_: Any, values: dict[str, Any], actor: Any) -> dict[str, Fetched]:
        """Run the plan of a key; where arguments turn out to be bad, the plan in which their fields fail."""
        plan = self.plans.get((key, ()), lambda: compile_({}))
        if plan is None:
            return {}
        read, refused = parameters(plan, values, actor)
        if refused:
            plan = self.plans.get((key, tuple(refused.items())), lambda: compile_(refused))
            assert plan is not None
            read, _ = parameters(plan, values, actor)
        arguments = [process(read[name]) if process else read[name] for name, process in plan.order]
        found = await connection.fetchrow(plan.sql, *arguments)
        return {key: Fetched(None if raw is None else str(raw), step) for (key, step), raw in zip(plan.steps.items(), found, strict=True)}


def weight_of(key: Any, plan: Plan | None) -> int:
    """Weigh a plan in bytes: its statement, and the document's nodes where it holds on to them."""
    (form, _), _ = key
    keeps = plan is not None and any(plan.steps.values())
    return (len(plan.sql) if plan else 0) + (form.weight if keeps else 0)


def place_of(node: Node) -> int:
    """Return where a document says something."""
    return node.loc.start if node.loc else 0


def planned(compiler: Compiler, built: Mapping[str, Built], operation: str) -> Plan:
    return statement(compiler.root.clause, built, compiler.values, compiler.actor, operation)


def parameters(plan: Plan, values: Mapping[str, Any], actor: Any) -> tuple[dict[str, Any], dict[int, str]]:
    """Read every value that a plan needs, and what is wrong with those that are bad, by the place of their field."""
    read: dict[str, Any] = {}
    refused: dict[int, str] = {}
    for name, checked in plan.values.items():
        try:
            read[name] = checked.read(values, actor)
        except BadArgument as error:
            refused.setdefault(checked.place, error.message)
    return read, refused


def key_of_payload(variables: Mapping[str, Any], actor: Any) -> Any:
    return variables[KEY]


def graphene_type(info: GraphQLResolveInfo) -> GraphQLObjectType:
    """Return the type of a mutation's payload."""
    named = getattr(info.return_type, "of_type", info.return_type)
    assert isinstance(named, GraphQLObjectType)
    return named


def operation_name(name: str | None, fields: Mapping[str, Any]) -> str:
    """Say for the trace what was asked: the operation's name, or the fields at its root."""
    return name or " ".join(fields)
