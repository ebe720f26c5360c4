"""The real schema on several databases at once: with all rows of a dozen cases, and for each role with those that it sees."""

import asyncio
import datetime as dt
import json
import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import JSON

from service.access.actor import Actor
from service.graph.schema import READER
from service.reading.declarations import maker_of, prefix_of
from service.reading.fields import Connection
from service.tables import metadata
from tests.conftest import fresh, other_database
from tests.functional.council import fill
from tests.model.dozen import dumped, make
from tests.model.inside import inside
from tests.model.said import said
from tests.model.sight import Row, Rows, Sight
from tests.model.sight_hints import stubs
from tests.oracle import slow
from tests.oracle.agreement import assert_agrees
from tests.oracle.databases import Service, filled
from tests.oracle.pages import cursor, tag_of

ROLES = (
    "worker",
    "colleague",
    "southerner",
    "school",
    "former_worker",
    "triage",
    "north_triage",
    "manager",
    "front_door_manager",
    "service_manager",
    "north_manager",
    "nurse",
    "administrator",
)
"""As whom everything is asked; the colleague has left, and the nurse has no role. Those of one role stand together: they share plans."""

SCHEMA, CATALOG = READER.schema, READER.catalog
TABLES = {prefix: maker_of(each)._meta.table.name for each in CATALOG.entities.values() if (prefix := prefix_of(maker_of(each)))}
"""The table of the records whose ids begin with a word."""


class Visible:
    """All rows, what each role sees of them, and the databases that hold them."""

    def __init__(self, rows: Rows, actors: dict[str, Actor], services: dict[str, Service]) -> None:
        self.rows, self.actors, self.services = rows, actors, services
        self.seen = {who: as_read(Sight(rows, actor).seen()) for who, actor in actors.items()}
        self.slow = slow.Slow(CATALOG, said(rows))

    def agrees(self, text: str, variables: Mapping[str, Any], who: str) -> dict[str, Any]:
        """Assert that whoever is asked answers somebody alike, and leaks nothing; return the answer."""
        databases = {"everything": self.services["all"], "only_visible": self.services[who]}
        return assert_agrees(text, variables, self.actors[who], slow=self.slow, visible=self.seen[who], **databases)

    def shown_and_hidden(self, kind: str, who: str) -> tuple[dict[str, Row], dict[str, Row]]:
        """Return the records of a kind that somebody sees, and those that they do not, by their ids."""
        entity = maker_of(CATALOG.entities[kind])
        table, prefix = entity._meta.table.name, prefix_of(entity)
        seen = {row["id"] for row in self.seen[who][table]}
        rows = {f"{prefix}_{row['id']}": row for row in self.rows[table]}
        return {id_: rows[id_] for id_ in rows if rows[id_]["id"] in seen}, {id_: rows[id_] for id_ in rows if rows[id_]["id"] not in seen}

    def ids(self, kind: str, who: str) -> list[str]:
        """Return the ids of a record that somebody sees, of one that they do not though it names them, and of one that they do not."""
        shown, hidden = self.shown_and_hidden(kind, who)
        naming = [id_ for id_, row in hidden.items() if self.actors[who].id in row.values()]
        return list(dict.fromkeys([*list(shown)[-1:], *naming[-1:], *list(hidden)[:1]]))

    def choose(self, r: random.Random, path: str, name: str, type_: str) -> Any:
        """Choose a value for an argument: usually one that finds something."""
        if type_ == "ID":
            prefix = r.choice(list(TABLES)) if name == "id" else name.removesuffix("Id").replace("worker", "practitioner")
            found = r.choice(self.rows[TABLES[prefix]] or [{"id": "nothing"}])
            return r.choices([f"{prefix}_{found['id']}", "garbage"], [12, 1])[0]
        if name in ("first", "last"):
            return r.choices([r.randrange(1, 9), -1, 0, 101], [20, 1, 1, 1])[0]
        if name in ("after", "before"):
            declared = CATALOG.declared(*path.split("."))[1]
            assert isinstance(declared, Connection)
            order, table = r.choice(list(declared.orders.values())), declared.target._meta.table.name
            rows = self.rows[table]
            return r.choices([cursor(r.choice(rows), tag_of(table, order), order) if rows else "junk", "junk"], [12, 1])[0]
        if path == "Configuration.preview" and name == "name":
            return r.choice(["pause.limit", "calendar.roll", "nothing"])
        if type_ == "Date":
            return str(dt.date.today() + dt.timedelta(days=r.choice([-1, 0, 0, 3, 40])))
        if type_ == "Int":
            return r.choices([1, 2, -1], [12, 1, 1])[0]
        words = {
            "states": "planning",
            "reference": self.rows["cases"][0]["reference"],
            "kind": "health",
            "key": r.choice(["early-help", "caf"]),
        }
        return words.get(name) or r.choice(["har", "North", "EH-", "zz", "x' OR true --"])


def as_read(rows: Rows) -> Rows:
    """Return rows as the service reads them: what is stored as JSON is no text."""
    stored = [(table.name, column.name) for table in metadata.sorted_tables for column in table.columns if isinstance(column.type, JSON)]
    return rows | {name: [{**row, column: row[column] and json.loads(row[column])} for row in rows[name]] for name, column in stored}


@contextmanager
def visible(server: str, template: str) -> Iterator[Visible]:
    """Make the cases, and a database for each role beside that with all rows."""
    with fresh(server, template) as name:
        url = other_database(server, name)
        asyncio.run(fill(url))
        with inside(url) as service:
            came = make(service)
            rows, actors = dumped(service), {who: came.get(who) or service.actor(who) for who in ROLES}
    with fresh(server) as name, running(other_database(server, name), rows, actors) as services:
        yield Visible(rows, actors, services)


@contextmanager
def running(url: str, rows: Rows, actors: dict[str, Actor]) -> Iterator[dict[str, Service]]:
    """Fill the databases, and open the reader on each."""
    loop = asyncio.new_event_loop()
    parts = {"all": rows}
    for who, actor in actors.items():
        sight = Sight(rows, actor)
        seen = sight.seen()
        parts[who] = seen | {name: [*seen[name], *more] for name, more in stubs(seen, rows, counts=sight.counts()).items()}
    found = {
        part: Service(loop, loop.run_until_complete(filled(url, f"seen_by_{part}", metadata, some, keys=part == "all")), READER)
        for part, some in parts.items()
    }
    try:
        yield found
    finally:
        for service in found.values():
            loop.run_until_complete(service.connection.close())
        loop.close()
