"""The application: one database, one endpoint, and the pages beside it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TypedDict

import asyncpg
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from service.access.session import DEMO_ROUTES, Sessions
from service.access.sign_in import Tokens
from service.database import open_pool
from service.edges import Caught, Limited
from service.graph.http import EVERY_METHOD, broken, graphql, nowhere
from service.graph.running import Runner
from service.web import stops
from service.web.pages import pages


class State(TypedDict):
    """What every request finds on the application."""

    pool: "asyncpg.Pool[asyncpg.Record]"
    runner: Runner


async def health(request: Request) -> Response:
    """Say that the process lives."""
    return JSONResponse({"alive": True})


async def ready(request: Request) -> Response:
    """Say whether the database answers, and which version of the tables it has."""
    try:
        version = await request.state.pool.fetchval("SELECT version_num FROM alembic_version", timeout=2)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return JSONResponse({"ready": False, "problem": "The database does not answer."}, 503)
    return JSONResponse({"ready": True, "schema": version})


def application(url: str, tokens: Tokens, *, demo_people: Mapping[str, str] | None = None) -> Starlette:
    """Make the application on a database; `demo_people`: the addresses of those as whom the demonstration's links sign in."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[State]:
        async with await open_pool(url) as pool:
            yield {"pool": pool, "runner": Runner(pool)}

    endpoint = [Route("/graphql", graphql, methods=EVERY_METHOD), Route("/graphql/{rest:path}", nowhere, methods=EVERY_METHOD)]
    around = [Middleware(Caught, tell=broken), Middleware(Limited)]
    app = Starlette(routes=[*endpoint, Route("/health", health), Route("/ready", ready)], lifespan=lifespan, middleware=around)
    app.state.tokens, app.state.demo_people = tokens, demo_people or {}
    around_pages = [Middleware(Sessions, tokens=tokens), Middleware(Caught, tell=stops.broken)]
    app.mount("/", pages(app.state, around=around_pages, more=DEMO_ROUTES if demo_people else ()))
    return app
