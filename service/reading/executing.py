"""graphql-core's executor, for what it has to do here: resolvers beside what was fetched, and mutations one after the other."""

from contextlib import suppress
from inspect import isawaitable
from typing import Any

import orjson
from graphql import (
    ExecutionContext,
    ExecutionResult,
    FieldNode,
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSchema,
    OperationDefinitionNode,
    default_field_resolver,
    default_type_resolver,
)
from graphql.execution.execute import CollectedErrors
from graphql.pyutils import Path

from service.reading.documents import Document
from service.reading.finish import Fetched
from service.reading.plain import show_of
from service.reading.selection import Selections


class ReadContext(ExecutionContext):
    """graphql-core's executor, except that it does not walk what was fetched."""

    @classmethod
    def of(
        cls, schema: GraphQLSchema, document: Document, operation: OperationDefinitionNode, values: dict[str, Any], root: Any, context: Any
    ) -> "ReadContext":
        """Make the executor of one operation, whose variables have been coerced."""
        resolvers = default_field_resolver, default_type_resolver, default_field_resolver
        return cls(schema, document.fragments, root, context, operation, values, *resolvers, CollectedErrors(), None, None)

    async def result(self) -> ExecutionResult:
        """Execute the operation; an error that rises to the top leaves no data."""
        data = None
        try:
            done = self.execute_operation(self.operation, self.root_value)
            data = await done if isawaitable(done) else done
        except GraphQLError as error:
            self.collected_errors.add(error, None)
        return self.build_response(data, self.collected_errors.errors)

    def complete_value(self, return_type: Any, field_nodes: list[FieldNode], info: GraphQLResolveInfo, path: Path, result: Any) -> Any:
        if not isinstance(result, Fetched):
            return self.shown(return_type, field_nodes, info, path, result)
        if result.step:
            return result.step.run(self, orjson.loads(result.raw or b"null"), path)
        return result.raw and orjson.Fragment(result.raw)

    def shown(self, return_type: Any, field_nodes: list[FieldNode], info: GraphQLResolveInfo, path: Path, result: Any) -> Any:
        """Show what a resolver made: at once where it is plain, else by the executor's walk, which also tells what is wrong."""
        if show := show_of(Selections(self.schema, self.fragments, self.variable_values), return_type, field_nodes):
            with suppress(Exception):
                return show(result)
        return super().complete_value(return_type, field_nodes, info, path, result)

    def execute_fields_serially(self, parent_type: Any, source_value: Any, path: Path | None, fields: dict[str, list[FieldNode]]) -> Any:
        """Execute one mutation after the other; when one fails for good, those behind it are never begun."""

        async def one_by_one() -> dict[str, Any]:
            done: dict[str, Any] = {}
            for key, nodes in fields.items():
                result = self.execute_field(parent_type, source_value, nodes, Path(path, key, parent_type.name))
                done[key] = await result if isawaitable(result) else result
            return done

        return one_by_one()
