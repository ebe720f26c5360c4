"""The pages as a browser without JavaScript sees them: what is read, and what a form sends."""

from html.parser import HTMLParser
from typing import Any

from starlette.testclient import TestClient

from service.access.session import COOKIE
from tests.functional.api import Api

Fields = dict[str, Any]


class Reading(HTMLParser):
    """Reads a page's words, links, headings and forms."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: dict[str, str] = {}
        self.forms: dict[str, Fields] = {}
        self.ids: set[str] = set()
        self.open_form: Fields = {}
        self.open_link: str | None = None
        self.open_area: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, a form or a field of one."""
        found = {name: value or "" for name, value in attrs}
        self.ids.add(found.get("id", ""))
        if tag == "form":
            self.open_form = self.forms.setdefault(found.get("action", ""), {})
        self.open_link = found["href"] if tag == "a" else self.open_link
        self.open_area = found["name"] if tag == "textarea" else self.open_area
        if tag == "textarea":
            self.open_form[found["name"]] = ""
        if tag == "input" and found.get("type") in ("hidden", "text", None):
            self.open_form[found["name"]] = found.get("value", "")
        if tag == "input" and "checked" in found:
            self.open_form[found["name"]] = found["value"]

    def handle_endtag(self, tag: str) -> None:
        """Close a link or a text area."""
        self.open_link = None if tag == "a" else self.open_link
        self.open_area = None if tag == "textarea" else self.open_area

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if self.open_area:
            self.open_form[self.open_area] += data
        said = " ".join(data.split())
        self.words += [said] if said else []
        if self.open_link and said:
            self.links[said] = self.open_link


class Page:
    """An answer that is a page."""

    def __init__(self, answer: Any) -> None:
        self.answer, self.status, self.html = answer, answer.status_code, answer.text
        read = Reading(self.html)
        self.links, self.forms, self.ids = read.links, read.forms, read.ids
        self.text = " ".join(read.words)

    def form(self, end: str) -> Fields:
        """Return what the form carries whose address ends so."""
        return next(dict(fields) for action, fields in self.forms.items() if action.endswith(end))


class Pages:
    """Somebody of the council at the pages."""

    def __init__(self, api: Api, who: str | None, client: TestClient | None = None) -> None:
        self.client = client or api.client
        self.headers = {"Cookie": f"{COOKIE}={api.token(who)}"} if who else {}

    def get(self, address: str) -> Page:
        """Open a page."""
        return Page(self.client.get(address, headers=self.headers, follow_redirects=False))

    def send(self, address: str, fields: Fields, **headers: str) -> Page:
        """Send a form."""
        sent = {name: value for name, value in fields.items() if value is not None}
        return Page(self.client.post(address, data=sent, headers={**self.headers, **headers}, follow_redirects=False))
