"""A case: what can be done now and why not, and everything that is known about it."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from service.web.asking import ask
from service.web.fields import Kind
from service.web.forms import FORMS, blank, labelled
from service.web.rendering import page
from service.web.steps import besides, choice, document_of


async def case(request: Request) -> Response:
    """Show a case. Raise HTTPException for one that there is not, or that may not be seen."""
    data = await ask(request, "Case", reference=request.path_params["reference"])
    found = data["caseByReference"]
    if found is None:
        raise HTTPException(404)
    more = {} if found["closedAt"] else besides(found)
    shown = {"choice": choice(found), "besides": more, "Kind": Kind, **next_form(found), **place(found)}
    return page(request, "case.html", data=data, case=found, **shown)


def next_form(case: dict[str, Any]) -> dict[str, Any]:
    """Return what the form of the next step needs, if a note is all that it asks for."""
    move = choice(case).next
    if move is None or not move["allowed"] or document_of(move["trigger"]) != "MoveCase":
        return {"form": None}
    (asked,) = FORMS["MoveCase"]
    return {"form": {"asked": asked, "field": labelled("MoveCase", asked, move), **blank()}}


def place(case: dict[str, Any]) -> dict[str, Any]:
    """Count where a case is on its way: the number of its step, and of how many; None where it left the way."""
    statuses = [step["status"] for step in case["way"]]
    return {"step": statuses.index("now") + 1 if "now" in statuses else None, "steps": len(statuses)}
