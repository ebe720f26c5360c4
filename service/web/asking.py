"""Ask the service: one trusted document, run as whoever is signed in. There is no other way to the data."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

from service.graph.documents import trusted
from service.graph.running import Asked

DOCUMENTS = trusted()
STATUSES = {"UNAVAILABLE": 503, "BAD_USER_INPUT": 400, "BAD_REQUEST": 400}
RETRIED = ("NOT_SAVED", "UNKNOWN_OUTCOME", "UNAVAILABLE")
"""Faults after which the same form, with the same key, may be sent again."""


class Again(Exception):
    """A change may not have been made; the same form may be sent again. Its text is for the person who sent it."""


async def run(request: Request, name: str, variables: dict[str, Any]) -> dict[str, Any]:
    """Run a trusted document; return the whole body. Raise HTTPException where nobody is signed in."""
    actor = request.state.session.actor
    if actor is None:
        raise HTTPException(401)
    answer = await request.state.runner.run(actor, Asked(DOCUMENTS[name].text, variables))
    return answer.parsed()  # type: ignore[no-any-return]


async def ask(request: Request, name: str, **variables: Any) -> dict[str, Any]:
    """Run a trusted query; return its data. Raise HTTPException."""
    body = await run(request, name, variables)
    if errors := body.get("errors"):
        raise stopped(errors[0])
    return body["data"]  # type: ignore[no-any-return]


async def change(request: Request, name: str, variables: dict[str, Any]) -> list[dict[str, Any]]:
    """Run a trusted mutation; return what stood in its way. Raise Again, HTTPException."""
    body = await run(request, name, variables)
    if errors := body.get("errors"):
        if errors[0]["extensions"]["code"] in RETRIED:
            raise Again(errors[0]["message"])
        raise stopped(errors[0])
    (payload,) = body["data"].values()
    return payload["userErrors"]  # type: ignore[no-any-return]


def stopped(error: dict[str, Any]) -> HTTPException:
    """Make of a fault the page that tells of it."""
    extensions = error["extensions"]
    status = STATUSES.get(extensions["code"], 500)
    return HTTPException(status, f"Tell us this number: {extensions['correlationId']}." if status == 500 else None)
