"""Random documents: the compiler, stock graphql-core and a database without the invisible rows agree, and the trace is exact."""

import os
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from service.reading.catalog import Catalog
from service.reading.declarations import maker_of, prefix_of
from service.reading.fields import Connection
from tests.integration.reading.sample import schema, visibility
from tests.integration.reading.world import ACTORS, key, seen_by, world
from tests.oracle import slow
from tests.oracle.agreement import assert_agrees
from tests.oracle.databases import Service
from tests.oracle.documents import Document
from tests.oracle.pages import cursor, spelled, tag_of
from tests.oracle.paths import ways_to

ROWS = world()
CATALOG = Catalog(schema, visibility)
MANY = settings(
    max_examples=int(os.environ.get("EXAMPLES", "40")), deadline=None, suppress_health_check=list(HealthCheck), derandomize=False
)
PYTHON: slow.Python = {
    "Person.knownAs": lambda person, world: None if person["given_name"] == "Given3" else person["given_name"],
    "Person.kin": lambda person, kin, world: kin["id"] == person["kin_id"],
    "Case.heavyNotes.only": lambda note, world: (note["weight"] or 0) > 2,
    "Case.heavyCount.only": lambda note, world: (note["weight"] or 0) > 2,
    "Case.firstTeam.only": lambda worker, world: worker["team"] == "Team 1",
    "Case.notePages.heavy": lambda note, given, world: note["weight"] is not None and (note["weight"] > 2) == given,
    "Case.noteCount.atLeast": lambda note, given, world: note["weight"] is not None and note["weight"] >= given,
    "Case.availableMoves.plans": lambda case, world: sum(p["case_id"] == case["id"] for p in ROWS["plan"]),
    "CaseWhere.dueBefore": lambda case, given, world: case["due_at"] is not None and case["due_at"] < given,
    "CaseWhere.references": lambda case, given, world: case["reference"] in given,
}
SLOW = slow.Slow(CATALOG, PYTHON)


def choose(r: random.Random, path: str, name: str, type_: str) -> Any:
    """Choose a value for an argument: usually one that finds something."""
    match name, type_:
        case _, "ID":
            kinds = r.choices(["worker", "person", "case", "note"], [4, 2, 4, 2])[0]
            return r.choice(
                [f"{kinds}_{key(kinds, r.randrange(1, 30))}", f"{kinds}_{key(kinds, r.randrange(1, 9))}", "garbage", "case_" + "0" * 36]
            )
        case (("first" | "last"), _):
            return r.choices([r.randrange(1, 9), -1, 0, 101], [20, 1, 1, 1])[0]
        case (("after" | "before"), _):
            return cursor_for(r, path)
        case _, "Moment":
            return spelled(r.choice(ROWS["cases"])["opened_at"])
        case _, "Int":
            return r.randrange(0, 5)
        case "team", _:
            return f"Team {r.randrange(3)}"
        case "only", _:
            return "close"
    return r.choice([r.choice(ROWS["cases"])["reference"], "x' OR true --"])


def cursor_for(r: random.Random, path: str) -> str:
    """Make a cursor that the service could have given out for some order of a connection, or now and then junk."""
    declared = CATALOG.declared(*path.split("."))[1]
    assert isinstance(declared, Connection)
    order, table = r.choice(list(declared.orders.values())), declared.target._meta.table.name
    return r.choices([cursor(r.choice(ROWS[table]), tag_of(table, order), order), "junk"], [12, 1])[0]


@pytest.mark.parametrize("name", ACTORS)
@MANY
@given(seed=st.integers(0, 10**9))
def test_agrees_with_resolvers_leaks_nothing_and_traces_what_it_shows(services: dict[str, Service], name: str, seed: int) -> None:
    document, actor = Document(seed, schema.graphql_schema, choose), ACTORS[name]
    assume(document.is_valid())

    for variables in (document.variables, document.changed()):
        assert_agrees(
            document.text,
            variables,
            actor,
            slow=SLOW,
            visible=seen_by(ROWS, actor),
            everything=services["all"],
            only_visible=services[name],
        )


def test_the_plain_executor_names_all_that_it_needs_to_be_told() -> None:
    with pytest.raises(KeyError) as refused:
        slow.Slow(CATALOG, {})

    assert set(refused.value.args[0]) == set(PYTHON)


WAYS = list(ways_to(schema.graphql_schema, {"Case", "Person"}, choose, most_fields=3))


def test_finds_every_way_to_a_case_or_a_person() -> None:
    ends = {way.fields[-1] for way in WAYS}

    assert ends >= {"Query.case", "Query.node", "CaseEdge.node", "PersonEdge.node", "Case.person", "Person.kin", "Person.elder"}
    assert ends >= {"Person.younger", "Person.cases", "Note.case", "Plan.case", "Seen.person"}
    assert len({way.text for way in WAYS}) == len(WAYS) > 50


@pytest.mark.parametrize("name", ACTORS)
def test_no_way_to_a_case_or_a_person_leads_past_visibility(services: dict[str, Service], name: str) -> None:
    visible = seen_by(ROWS, ACTORS[name])
    for way in WAYS:
        for variables in [{"id": id_} for id_ in two_ids(way.kind, visible)] if way.kind else [{}]:
            assert_agrees(
                way.text,
                variables,
                ACTORS[name],
                slow=SLOW,
                visible=visible,
                everything=services["all"],
                only_visible=services[name],
            )


def two_ids(kind: str, visible: slow.Rows) -> list[str]:
    """Return the ids of a record that an actor sees and of one that they do not, where there are such."""
    entity = CATALOG.entities[kind]
    table, prefix = maker_of(entity)._meta.table.name, prefix_of(maker_of(entity))
    shown = [row["id"] for row in visible[table]]
    hidden = [row["id"] for row in ROWS[table] if row["id"] not in shown]
    return [f"{prefix}_{key}" for key in [*shown[:1], *hidden[:1]]]
