"""The answer to an operation: what was fetched, as it is or finished, and whatever graphql-core resolves beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import GraphQLError, GraphQLSchema, OperationDefinitionNode

from service.reading.documents import Document
from service.reading.executing import ReadContext
from service.reading.finish import Fetched


@dataclass(frozen=True, slots=True)
class Answered:
    """The data of an answer, as JSON, and the errors that happened on the way."""

    data: bytes
    errors: list[GraphQLError]


async def answered(
    schema: GraphQLSchema,
    document: Document,
    operation: OperationDefinitionNode,
    values: Mapping[str, Any],
    fetched: Mapping[str, Fetched],
    context: Any,
) -> Answered:
    """Answer an operation from what was fetched for it; `values`: its variables as they were coerced, which is not done again."""
    if is_ready(fetched, operation):
        return Answered(orjson.dumps({key: f.raw and orjson.Fragment(f.raw) for key, f in fetched.items()}), [])
    done = await ReadContext.of(schema, document, operation, dict(values), fetched, context).result()
    return Answered(orjson.dumps(done.data), list(done.errors or ()))


def is_ready(fetched: Mapping[str, Fetched], operation: OperationDefinitionNode) -> bool:
    """Tell whether PostgreSQL wrote the whole answer: every root field was fetched and has nothing left to do."""
    selections = operation.selection_set.selections
    if any(s.kind != "field" or s.directives for s in selections):
        return False
    keys = dict.fromkeys(name.value for s in selections if (name := getattr(s, "alias", None) or getattr(s, "name", None)))
    return list(keys) == list(fetched) and not any(f.step for f in fetched.values())
