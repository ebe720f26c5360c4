"""Who looks at the pages: the token in a cookie, the word that their forms carry, and signing in to a demonstration."""

import datetime as dt
import hashlib
import hmac
from dataclasses import dataclass

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from service.access.accounts import account
from service.access.actor import Actor
from service.access.sign_in import LASTS, NotSignedIn, Tokens

COOKIE = "early_help_token"
OUR_OWN = (None, "same-origin", "none")
"""What Sec-Fetch-Site says of a form of ours; browsers that do not send it are judged by the form's word alone."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in, and the word that a form of theirs carries: it is bound to the token, so nobody else can know it."""

    actor: Actor | None
    csrf: str = ""

    async def form(self, request: Request) -> FormData:
        """Read a form that was sent. Raise HTTPException unless a page of this sign-in made it."""
        if self.actor is None:
            raise HTTPException(401)
        form = await request.form()
        sent = form.get("csrf")
        if request.headers.get("sec-fetch-site") not in OUR_OWN or not isinstance(sent, str) or not same(sent, self.csrf):
            raise HTTPException(403, "This form was made for another sign-in, or is too old. Load the page again, then send it.")
        return form


def same(sent: str, expected: str) -> bool:
    """Compare two words in a time that tells nothing of them."""
    return hmac.compare_digest(sent.encode("utf-8", "replace"), expected.encode())


def session_of(token: str | None, tokens: Tokens) -> Session:
    """Return whose session a cookie holds; nobody's where its token is not good."""
    if not token:
        return Session(None)
    try:
        actor = tokens.actor(token, now=dt.datetime.now(dt.UTC))
    except NotSignedIn:
        return Session(None)
    return Session(actor, hmac.new(tokens.secret.encode(), f"form {token}".encode(), hashlib.sha256).hexdigest())


class Sessions:
    """Middleware that tells every request whose session it belongs to, as `request.state.session`."""

    def __init__(self, app: ASGIApp, tokens: Tokens) -> None:
        self.app, self.tokens = app, tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http":
            session = session_of(Request(scope).cookies.get(COOKIE), self.tokens)
            scope["state"] = {**scope.get("state", {}), "session": session}
        await self.app(scope, receive, send)


async def sign_in(request: Request) -> Response:
    """Sign in to the demonstration as the person who stands for a role, and go to the list of cases."""
    email = request.app.state.demo_people.get(request.query_params.get("as"))
    actor = await account(request.state.pool, email) if email else None
    if actor is None:
        raise HTTPException(404)
    tokens: Tokens = request.app.state.tokens
    answer = RedirectResponse("/", 303, headers={"Cache-Control": "no-store"})
    token = tokens.made(actor, now=dt.datetime.now(dt.UTC))
    answer.set_cookie(
        COOKIE, token, max_age=int(LASTS.total_seconds()), httponly=True, samesite="lax", secure=request.url.scheme == "https"
    )
    return answer


async def sign_out(request: Request) -> Response:
    """Forget who is signed in."""
    await request.state.session.form(request)
    answer = RedirectResponse("/", 303, headers={"Cache-Control": "no-store"})
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return answer


DEMO_ROUTES = [Route("/sign-in", sign_in), Route("/sign-out", sign_out, methods=["POST"])]
"""How somebody signs in to a demonstration; elsewhere these addresses do not exist."""
