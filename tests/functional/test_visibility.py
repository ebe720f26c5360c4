"""Whatever anybody asks of the real schema: the compiler, stock graphql-core and a database without the invisible rows agree.

Random documents, and every way that leads to a record: the ways come from the schema, so that a new field is walked too. The longer
ways are walked beside these, in a module of their own, so that both can run at once.
"""

import datetime as dt
import os
from collections.abc import Iterator

import pytest
from graphql import GraphQLObjectType, get_named_type, is_abstract_type
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from service.reading.declarations import maker_of
from tests.functional.council import gid
from tests.model.visible import CATALOG, ROLES, SCHEMA, Visible, visible
from tests.model.walking import all_ways, from_where, go, is_far, to_each_field, walk
from tests.oracle.documents import Document
from tests.oracle.paths import Way

EXAMPLES = int(os.environ.get("EXAMPLES", "0"))
MANY = settings(
    max_examples=EXAMPLES or 10, deadline=None, database=None, derandomize=not EXAMPLES, suppress_health_check=list(HealthCheck)
)
SETTINGS = """query($today: Date!, $ahead: Date!, $place: ID!, $name: String!, $number: Int!) { configuration {
    settings { name about inWords isSet } north: settings(localityId: $place) { name about inWords isSet }
    later: settings(on: $ahead) { name about inWords isSet }
    preview(name: $name, validFrom: $today, number: $number) { ...Preview }
    near: preview(name: $name, validFrom: $today, number: $number, localityId: $place) { ...Preview }
} council { closedOn entryDayCounts } cases(first: 50) { edges { node {
    isRereferral availableMoves { trigger reasons { code label } refusals { code message } } } } } }
fragment Preview on SettingPreview {
    before after underWay dueAnotherDay overdue noLongerOverdue waits { title before after } userErrors { code path reason }
}"""


@pytest.fixture(scope="module")
def council(server: str, template: str) -> Iterator[Visible]:
    """A dozen cases, and what each role sees of them."""
    with visible(server, template) as found:
        yield found


@pytest.fixture(scope="module")
def ways(council: Visible) -> list[Way]:
    """Every way to a record."""
    return all_ways(council)


def edges() -> set[str]:
    """Return every field that leads to a record, worked out from the schema alone; through a page or an interface as well."""
    found = set()
    for type_ in SCHEMA.type_map.values():
        if isinstance(type_, GraphQLObjectType) and type_ is not SCHEMA.mutation_type and not type_.name.endswith("Payload"):
            found |= {f"{type_.name}.{name}" for name, field in type_.fields.items() if leads_to_a_record(field.type)}
    return {edge for edge in found if not edge.startswith("__")}


def leads_to_a_record(type_: object) -> bool:
    """Tell whether a field's type is a record, an interface of records, or a page of them."""
    named = get_named_type(type_)  # type: ignore[call-overload]
    if is_abstract_type(named) or named.name in CATALOG.entities:
        return True
    return isinstance(named, GraphQLObjectType) and any(name in named.fields for name in ("edges", "node"))


def test_every_field_that_leads_to_a_record_is_on_a_way(ways: list[Way]) -> None:
    walked = {field for way in ways for field in way.fields}

    assert edges() - walked == set()
    assert {way.fields[0].partition(".")[0] for way in ways} == {"Query"}


def test_every_kind_of_record_is_reached(council: Visible, ways: list[Way]) -> None:
    empty = [name for name, entity in CATALOG.entities.items() if not council.rows[maker_of(entity)._meta.table.name]]

    assert empty == [], "no row of it: whether it is hidden could not be seen"
    assert len({way.text for way in ways}) == len(ways) > 200


@pytest.mark.parametrize("who", ROLES)
def test_no_way_leads_past_what_somebody_may_see(council: Visible, ways: list[Way], who: str) -> None:
    assert walk(council, (way for way in ways if not is_far(way)), who) > 50


def test_each_field_alone_leaves_the_trace_of_what_it_shows(council: Visible, ways: list[Way]) -> None:
    for way in to_each_field(ways):
        for id_ in from_where(council, way, "service_manager"):
            go(council, [way], id_, "service_manager")


@pytest.mark.parametrize("who", ROLES)
def test_a_hidden_record_answers_as_one_that_there_is_not(council: Visible, who: str) -> None:
    asked = "query($id: ID!) { node(id: $id) { id } }"
    kinds = [type_.name for type_ in SCHEMA.type_map.values() if isinstance(type_, GraphQLObjectType) and type_.interfaces]
    for kind in kinds:
        shown, hidden = council.shown_and_hidden(kind, who)
        answers = {id_: council.services["all"].ask(council.actors[who], asked, {"id": id_}) for id_ in (*shown, *hidden)}

        assert answers == {id_: {"data": {"node": {"id": id_} if id_ in shown else None}} for id_ in answers}


@pytest.mark.parametrize("who", ROLES)
@MANY
@given(seed=st.integers(0, 10**9))
def test_agrees_with_resolvers_over_dicts_and_leaks_nothing(council: Visible, who: str, seed: int) -> None:
    document = Document(seed, SCHEMA, council.choose)
    assume(document.is_valid())

    for variables in (document.variables, document.changed()):
        council.agrees(document.text, variables, who)


@pytest.mark.parametrize("who", ROLES)
def test_what_is_set_is_told_to_who_may_read_it_and_counts_for_everybody(council: Visible, who: str) -> None:
    days = {"today": str(dt.date.today()), "ahead": str(dt.date.today() + dt.timedelta(days=9)), "place": gid("locality", "North")}
    for variables in ({"name": "reviews.first", "number": 1}, {"name": "pause.limit", "number": 1}, {"name": "nothing", "number": 1}):
        council.agrees(SETTINGS, days | variables, who)


def test_each_role_sees_what_it_should(council: Visible) -> None:
    counts = {who: len(seen["cases"]) for who, seen in council.seen.items()}

    assert counts == {
        "worker": 13,
        "colleague": 0,
        "southerner": 2,
        "triage": 11,
        "manager": 12,
        "front_door_manager": 7,
        "service_manager": 21,
        "north_manager": 17,
        "school": 2,
        "nurse": 0,
        "administrator": 0,
        "north_triage": 16,
        "former_worker": 0,
    }
