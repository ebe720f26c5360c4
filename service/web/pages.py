"""The pages of the service, as one application that is mounted beside the endpoint."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from service.web.case import case
from service.web.rendering import STATIC
from service.web.stops import stopped
from service.web.taking import step, take
from service.web.worklist import worklist

ROUTES: Sequence[BaseRoute] = (
    Route("/", worklist),
    Route("/cases/{reference}", case),
    Route("/cases/{reference}/{trigger}", step),
    Route("/cases/{reference}/{trigger}", take, methods=["POST"]),
    Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
)


def pages(state: State, *, around: Sequence[Middleware], more: Sequence[BaseRoute] = ()) -> Starlette:
    """Make the pages' application, on the whole one's state; `around` stands around it, `more` are routes that only some services have."""
    app = Starlette(routes=[*more, *ROUTES], middleware=around, exception_handlers={HTTPException: stopped})
    app.state = state
    return app
