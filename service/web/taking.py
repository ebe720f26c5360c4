"""Take a step: its form, and what is said when it cannot be taken."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from service.web.asking import Again, ask, change
from service.web.fields import Field, Kind, text
from service.web.forms import FORMS, Filled, Problem, blank, filled, labelled, told, typed
from service.web.rendering import SAID, page
from service.web.spelling import day, full_name
from service.web.steps import BESIDES, besides, document_of

FETCHED = {"agencies": {Kind.AGENCY}, "teams": {Kind.TEAM}, "workers": {Kind.WORKER, Kind.COLLEAGUE}}
NO_FORM = FormData()
UNREADABLE, REFUSED, UNAVAILABLE = 422, 422, 503


async def step(request: Request) -> Response:
    """Show the form of a step."""
    return await shown(request, NO_FORM, [], blank()["key"])


async def take(request: Request) -> Response:
    """Take a step with its form; on success go back to the case, else say what stands in the way and keep what was typed."""
    form = await request.state.session.form(request)
    reference, trigger = request.path_params["reference"], request.path_params["trigger"]
    document = document_of(trigger)
    sent = await named(request, document, filled(document, trigger, form))
    if sent.problems:
        return await shown(request, form, sent.problems, blank()["key"], UNREADABLE)
    try:
        refused = told(document, await change(request, document, sent.variables))
    except Again as error:
        return await shown(request, form, [Problem(str(error))], text(form, "key"), UNAVAILABLE)
    if refused:
        return await shown(request, form, refused, blank()["key"], REFUSED)
    answer = RedirectResponse(f"/cases/{reference}", 303, headers={"Cache-Control": "no-store"})
    answer.set_cookie(SAID, "recorded" if trigger in BESIDES else "moved", max_age=60, httponly=True, samesite="lax")
    return answer


async def named(request: Request, document: str, sent: Filled) -> Filled:
    """Find the cases that were named by their references: people do not know a case's id."""
    problems = list(sent.problems)
    for asked in FORMS[document]:
        if asked.field.kind is Kind.CASE and asked.name in sent.variables:
            data = await ask(request, "CaseId", reference=str(sent.variables[asked.name]).upper())
            found = data["caseByReference"]
            sent.variables[asked.name] = found["id"] if found else ""
            problems += [] if found else [Problem("There is no case with this reference that you may see.", asked.name)]
    return replace(sent, problems=problems)


async def shown(request: Request, form: FormData, problems: list[Problem], key: str, status: int = 200) -> Response:
    """Render the form of a step as the case stands now. Raise HTTPException."""
    trigger = request.path_params["trigger"]
    document = document_of(trigger)
    kinds = {asked.field.kind for asked in FORMS[document]}
    fetched = {name: bool(each & kinds) for name, each in FETCHED.items()}
    team = text(form, "team") or request.query_params.get("team")
    data = await ask(request, "Step", reference=request.path_params["reference"], workersOf=team, **fetched)
    case = data["caseByReference"]
    if case is None:
        raise HTTPException(404)
    move = move_of(case, trigger)
    if move is None and not problems:
        raise HTTPException(404)
    if move and not move["permitted"] and not problems:
        raise HTTPException(403, "Your role does not allow this here.")
    asked = [] if move is None else [(each, labelled(document, each, move), options(each.field, data, move)) for each in FORMS[document]]
    lost = [] if move else list(typed(document, form))
    errors: dict[str | None, str] = {each.name: each.message for each in reversed(problems)}
    said = {"problems": problems, "errors": errors, "lost": lost}
    shown_as = {"move": move, "asked": asked, "form": form, "key": key, "trigger": trigger, "Kind": Kind, "besides": besides(case)}
    return page(request, "step.html", status, data=data, case=case, **said, **shown_as)


def move_of(case: Mapping[str, Any], trigger: str) -> Mapping[str, Any] | None:
    """Return a step that the case has from here, or a change beside the steps."""
    if trigger in BESIDES:
        allowed = BESIDES[trigger].right in case["permitted"]
        return {"title": BESIDES[trigger].title, "permitted": allowed, "allowed": allowed, "refusals": [], "reasons": [], "data": []}
    return next((move for move in case["availableMoves"] if move["trigger"] == trigger), None)


def options(field: Field, data: Mapping[str, Any], move: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return what somebody can choose from in a field: values, and what they are called."""
    case = data["caseByReference"]
    match field.kind:
        case Kind.REASON:
            return [(reason["code"], reason["label"]) for reason in move["reasons"]]
        case Kind.CHOICE:
            return list((field.choices or {}).items())
        case Kind.YES_NO:
            return [("yes", "Yes"), ("no", "No")]
        case Kind.AGENCY:
            return [(each["node"]["id"], each["node"]["name"]) for each in data["agencies"]["edges"]]
        case Kind.TEAM:
            return [(each["node"]["id"], each["node"]["name"]) for each in data["teams"]["edges"]]
        case Kind.WORKER:
            return workers(data)
        case Kind.COLLEAGUE:
            return list(dict([*workers(data), *around(case)]).items())
        case Kind.CHILDREN:
            return [
                (each["person"]["id"], full_name(each["person"])) for each in case["children"] if each["person"] and not each["endedAt"]
            ]
        case Kind.AGREEMENT:
            return agreements(case)
        case Kind.PERSON | Kind.SEEN:
            return people(case)
    return []


def workers(data: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return who works in the team that has the case."""
    team = data["caseByReference"]["team"]
    return [
        (each["node"]["id"], each["node"]["name"])
        for each in data["practitioners"]["edges"]
        if team and any(held["team"] and held["team"]["id"] == team["id"] and not held["endedAt"] for held in each["node"]["appointments"])
    ]


def around(case: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return who is on the team around the family."""
    members = [each["practitioner"] for each in case["teamAroundFamily"] if each["practitioner"] and not each["leftAt"]]
    return [(each["id"], each["name"]) for each in members]


def agreements(case: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the agreements that have not been withdrawn."""
    standing = [each for each in case["agreements"] if each["answer"] == "AGREED" and not each["withdrawnAt"]]
    said = Markup("{}, agreed by {} on {}")
    return [(each["id"], said.format(full_name(each["person"]), full_name(each["givenBy"]), day(each["answeredAt"]))) for each in standing]


def people(case: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return everybody of the case and its household, each once."""
    members = [each["person"] for each in (case["household"] or {"members": []})["members"] if each["person"] and not each["leftAt"]]
    found = {person["id"]: person for person in [*members, *(each["person"] for each in case["children"] if each["person"])]}
    return [(key, full_name(person)) for key, person in found.items()]
