"""What stands around the endpoint and the pages alike: how long a body may be, and where every error ends that nothing else caught."""

from collections.abc import Awaitable, Callable

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.logs import numbered, trail

LOG = structlog.get_logger()
MOST_BYTES = 1_000_000
"""The longest request body."""
Tell = Callable[[Request, str], Awaitable[Response]]
"""Make the answer to a request that broke, from the number that it is logged under."""


class Limited:
    """Middleware that ends the reading of a body that is too long, with an HTTPException that each side tells in its own shape."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        left = self.most

        async def counted() -> Message:
            nonlocal left
            if scope["type"] == "http" and declared(scope) > self.most:
                raise HTTPException(413)
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)


def declared(scope: Scope) -> int:
    """Return how long a body is, as its sender says; 0 where they do not."""
    said = Request(scope).headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() else 0


class Caught:
    """Middleware that tells and logs what broke. Raised on, the server would log an error's own words, into which PostgreSQL puts rows."""

    def __init__(self, app: ASGIApp, tell: Tell) -> None:
        self.app, self.tell = app, tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except ClientDisconnect:
            return
        except Exception as error:
            correlation = numbered()
            LOG.error("broken", correlation=correlation, trail=trail(error))
            if not begun:
                answer = await self.tell(Request(scope), correlation)
                await answer(scope, receive, send)
