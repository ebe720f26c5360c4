"""The list of cases: mine, my team's, or nobody's yet, the most urgent first."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from service.web.asking import ask
from service.web.rendering import page

TABS = {"mine": "My cases", "team": "My team", "unallocated": "Not yet allocated", "all": "All cases"}
EMPTY = {
    "mine": "You have no open cases.",
    "team": "Your teams have no open cases.",
    "unallocated": "Every case that you may see has been allocated.",
    "all": "There is no open case that you may see.",
}
PER_PAGE = 20


async def worklist(request: Request) -> Response:
    """Show a page of the list."""
    chosen = dict(request.query_params)
    session = request.state.session
    if session.actor is None:
        raise HTTPException(401)
    view = chosen["view"] if chosen.get("view") in TABS else first_tab(session.actor.roles)
    data = await ask(request, "Worklist", where=wanted(view, chosen, f"practitioner_{session.actor.id}"), **turned(chosen))
    links = {turn: linked({**chosen, "view": view}, data["worklist"]["pageInfo"], turn) for turn in ("previous", "next")}
    shown: dict[str, Any] = {
        "view": view,
        "tabs": TABS,
        "empty": EMPTY[view],
        "chosen": chosen,
        "links": links,
        "states": open_states(data["states"]),
    }
    return page(request, "worklist.html", data=data, **shown)


def first_tab(roles: Collection[str]) -> str:
    """Name the list that somebody sees first: a worker their own, whoever is in a team the team's, anybody else all."""
    return "mine" if "worker" in roles else "team" if {"triage", "team_manager"} & set(roles) else "all"


def wanted(view: str, chosen: Mapping[str, str], me: str) -> dict[str, Any]:
    """Say which cases are wanted."""
    tabs: dict[str, dict[str, Any]] = {"mine": {"workerId": me}, "team": {"ofMyTeams": True}, "unallocated": {"isAllocated": False}}
    text, state = chosen.get("text", "").strip(), chosen.get("state")
    late = {"isLate": True} if chosen.get("late") else {}
    return {**tabs.get(view, {}), **late, **({"text": text} if text else {}), **({"states": [state]} if state else {})}


def turned(chosen: Mapping[str, str]) -> dict[str, Any]:
    """Say which page is wanted: the one after a case, the one before it, or the first."""
    if before := chosen.get("before"):
        return {"last": PER_PAGE, "before": before}
    return {"first": PER_PAGE, "after": chosen.get("after") or None}


def linked(chosen: Mapping[str, str], info: Mapping[str, Any], turn: str) -> str | None:
    """Make the link to the next or the previous page; None where there is none."""
    kept = {name: value for name, value in chosen.items() if name in ("view", "text", "state", "late") and value}
    if turn == "next":
        there = info["hasNextPage"] or "before" in chosen
        return "/?" + urlencode({**kept, "after": info["endCursor"]}) if there and info["endCursor"] else None
    there = info["hasPreviousPage"] or "after" in chosen
    return "/?" + urlencode({**kept, "before": info["startCursor"]}) if there and info["startCursor"] else None


def open_states(states: list[dict[str, Any]]) -> dict[str, str]:
    """Return the titles of the states in which open cases stand, by their keys; a key of two workflows has both titles."""
    found: dict[str, list[str]] = {}
    for state in states:
        if not state["isFinal"] and state["title"] not in found.setdefault(state["key"], []):
            found[state["key"]].append(state["title"])
    return {key: " / ".join(titles) for key, titles in found.items()}
