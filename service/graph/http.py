"""GraphQL over HTTP: one POST, one operation, and a status that tells the truth."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import orjson
import structlog
from graphql import GraphQLError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from service.access.actor import Actor
from service.access.sign_in import NotSignedIn, Tokens
from service.edges import MOST_BYTES
from service.errors import INTERNAL
from service.graph.running import Answer, Asked, BadRequest, Runner, refused
from service.logs import numbered

JSON, GRAPHQL = "application/json", "application/graphql-response+json"
EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
LOG = structlog.get_logger()


TOLD_WITH = {401: {"WWW-Authenticate": "Bearer"}, 405: {"Allow": "POST"}}
"""The headers that a status comes with."""


class Unacceptable(Exception):
    """A request that HTTP itself refuses: its status, and what to do."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


async def graphql(request: Request) -> Response:
    """Answer one operation, posted as JSON."""
    media = media_of(request)
    try:
        demand_post(request)
        actor = signed_in(request, request.app.state.tokens)
        asked = asked_of(await body_of(request))
    except Unacceptable as error:
        LOG.info("refused", correlation=(correlation := numbered()), code=error.code, status=error.status)
        return problem(error.status, error.code, error.message, correlation, media)
    except BadRequest as error:
        return answer(refused(error, numbered()), media)
    runner: Runner = request.state.runner
    return answer(await runner.run(actor, asked), media)


async def nowhere(request: Request) -> Response:
    """Say that there is nothing below the endpoint."""
    LOG.info("refused", correlation=(correlation := numbered()), code="BAD_REQUEST", status=404)
    return problem(404, "BAD_REQUEST", "There is nothing here: the endpoint is /graphql.", correlation, media_of(request))


async def broken(request: Request, correlation: str) -> Response:
    """Say that something went wrong, under the number that it is logged with."""
    said = f"Something went wrong that is not your mistake. Tell us this number: {correlation}."
    return problem(500, INTERNAL, said, correlation, media_of(request))


def demand_post(request: Request) -> None:
    """Raise Unacceptable unless an operation is posted."""
    if request.method != "POST":
        raise Unacceptable(405, "BAD_REQUEST", "Send the operation with POST.")


def signed_in(request: Request, tokens: Tokens) -> Actor:
    """Return who asks, by the bearer token. Raise Unacceptable."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unacceptable(401, "UNAUTHENTICATED", "Sign in, and send your token: Authorization: Bearer ….")
    try:
        return tokens.actor(token.strip(), now=dt.datetime.now(dt.UTC))
    except NotSignedIn as error:
        raise Unacceptable(401, "UNAUTHENTICATED", str(error)) from error


async def body_of(request: Request) -> Any:
    """Read a request's JSON strictly: UTF-8, no duplicate keys, no NaN. Raise Unacceptable, BadRequest."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise Unacceptable(415, "BAD_REQUEST", "Send the operation as JSON: Content-Type: application/json.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Unacceptable(415, "BAD_REQUEST", "Send the body without compression.")
    try:
        body = await request.body()
    except HTTPException as error:
        raise Unacceptable(error.status_code, "TOO_LONG", f"Send at most {MOST_BYTES:,} bytes.") from error
    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=without_duplicates, parse_constant=no_constant)
    except (ValueError, RecursionError) as error:
        raise BadRequest("BAD_REQUEST", GraphQLError("The body is not JSON in UTF-8.")) from error


def without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a dict. Raise ValueError where a key comes twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key comes twice")
    return found


def no_constant(word: str) -> Any:
    """Raise ValueError for NaN and the infinities, which JSON does not have."""
    raise ValueError(word)


def asked_of(body: Any) -> Asked:
    """Read what is asked. Raise BadRequest."""
    if not isinstance(body, dict):
        raise BadRequest("BAD_REQUEST", GraphQLError("Send one operation at a time, as a JSON object with `query`."))
    query, variables, name = body.get("query"), body.get("variables"), body.get("operationName")
    if not isinstance(query, str):
        raise BadRequest("BAD_REQUEST", GraphQLError("Send the document as `query`, a text."))
    if not isinstance(variables, Mapping | None) or not isinstance(body.get("extensions"), Mapping | None):
        raise BadRequest("BAD_REQUEST", GraphQLError("Send `variables` and `extensions` as JSON objects."))
    if not isinstance(name, str | None):
        raise BadRequest("BAD_REQUEST", GraphQLError("Send `operationName` as a text."))
    return Asked(query, variables or {}, name)


def media_of(request: Request) -> str:
    """Choose the media type of the answer to a request."""
    return media_type(request.headers.get("accept", ""))


def media_type(accept: str) -> str:
    """Choose the media type of the answer: the one made for GraphQL where it is asked for, else plain JSON."""
    wanted = {part.partition(";")[0].strip().lower() for part in accept.split(",")}
    return GRAPHQL if GRAPHQL in wanted or (not wanted & {JSON, "application/*", "*/*"} and "" not in wanted) else JSON


def answer(found: Answer, media: str) -> Response:
    """Send an answer; plain JSON says 200 whenever the request itself was well formed."""
    return Response(found.body, found.status, media_type=f"{media}; charset=utf-8", headers={"Cache-Control": "no-store"})


def problem(status: int, code: str, message: str, correlation: str, media: str) -> Response:
    """Send a refusal of HTTP itself."""
    error = {"message": message, "extensions": {"code": code, "correlationId": correlation}}
    headers = {"Cache-Control": "no-store"} | TOLD_WITH.get(status, {})
    return Response(orjson.dumps({"errors": [error]}), status, media_type=f"{media}; charset=utf-8", headers=headers)
