"""The pages that say why there is no page."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from service.web.rendering import page

SAYINGS = {
    400: ("This address cannot be used", "Part of the address is wrong. Go to the list of cases and start from there."),
    403: ("You may not do this", "Your role does not allow this here."),
    404: ("There is nothing here", "There is nothing at this address that you may see. Check the reference, or look in the list of cases."),
    405: ("This address cannot be used", "Go to the list of cases and start from there."),
    413: ("This is too long", "What was sent is longer than any form of ours can be. Go back and shorten it."),
    500: ("Something went wrong", "It is not your mistake, and nothing was changed that you were not told of."),
    503: ("The service cannot be used just now", "Try again in a moment. What you typed is still in the form when you go back."),
}
ROLES = {
    "worker": "An early help worker",
    "triage": "A triage worker",
    "team-manager": "A team manager",
    "service-manager": "The service manager",
    "school": "A school's special needs co-ordinator",
    "administrator": "An administrator",
}
"""As whom a demonstration can be looked at, and how the page calls them."""


async def stopped(request: Request, error: Exception) -> Response:
    """Say why there is no page."""
    assert isinstance(error, HTTPException)
    if error.status_code == 401:
        return not_signed_in(request)
    title, sentence = SAYINGS.get(error.status_code, SAYINGS[500])
    more = error.detail if error.detail != HTTPStatus(error.status_code).phrase else None
    said = [more] if more and error.status_code == 403 else [sentence, *([more] if more else [])]
    return page(request, "stop.html", error.status_code, title=title, sentences=said)


async def broken(request: Request, correlation: str) -> Response:
    """Say that something went wrong, under the number that it is logged with."""
    title, sentence = SAYINGS[500]
    return page(request, "stop.html", 500, title=title, sentences=[sentence, f"Tell us this number: {correlation}."])


def not_signed_in(request: Request) -> Response:
    """Say how to sign in; a demonstration offers the people of its council, by their roles."""
    people = request.app.state.demo_people
    others = {role: role.replace("-", " ").capitalize() for role in people if role not in ROLES}
    roles = {role: said for role, said in {**ROLES, **others}.items() if role in people}
    return page(request, "sign_in.html", 401, roles=roles)
