"""Make a page: templates compiled at the start, and headers that let it do nothing but be read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from service.web import spelling
from service.web.steps import REMEDIES

HERE = Path(__file__).resolve().parent
STATIC, MARK = HERE / "static", HERE / "static/built-from"
SAID = "early_help_said"
SAYINGS = {
    "moved": "Your change is recorded.",
    "recorded": "Your record is saved.",
    "signed-out": "You are signed out.",
}
"""What the next page says of what was done; a cookie carries the key for that one page."""
FILTERS: tuple[Callable[..., Any], ...] = (
    spelling.age,
    spelling.bdi,
    spelling.child,
    spelling.day,
    spelling.full_name,
    spelling.instant,
    spelling.last_day,
    spelling.lower_first,
    spelling.paragraphs,
    spelling.plural,
    spelling.target,
    spelling.word,
)
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def environment() -> Environment:
    """Make the templates' surroundings: the design system's macros ask what is not there for what is in it."""
    folders = ChoiceLoader(
        [FileSystemLoader(HERE / "templates"), PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})]
    )
    made = Environment(
        loader=folders, autoescape=True, undefined=ChainableUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    made.filters |= {each.__name__: each for each in FILTERS}
    made.globals |= {"TAGS": spelling.TAGS, "REMEDIES": REMEDIES, "built": MARK.read_text()[:12] if MARK.exists() else "plain"}
    return made


PAGES = environment()
for _name in PAGES.list_templates(filter_func=lambda name: not name.startswith("govuk_frontend_jinja/")):
    PAGES.get_template(_name)  # one that cannot be compiled stops the start


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """Render a page; what the page before it wanted said is said once."""
    session = request.state.session
    said = SAYINGS.get(request.cookies.get(SAID, ""))
    shared = {"signed_in": session.actor is not None, "csrf": session.csrf, "demo": bool(request.app.state.demo_people), "said": said}
    answer = HTMLResponse(PAGES.get_template(template).render(**shared, **values), status, headers=HEADERS)
    if said:
        answer.delete_cookie(SAID, httponly=True, samesite="lax")
    return answer
