"""What the documents name is there: files, commands, targets, queries, limits and codes."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from graphql import GraphQLList, GraphQLObjectType, get_named_type, get_nullable_type, parse, validate

from service.cli import app
from service.edges import MOST_BYTES
from service.errors import ErrorCode, Fault
from service.graph.schema import READER
from service.reading.cost import LIMITS
from service.reading.documents import MOST_CHARACTERS, MOST_TOKENS
from service.settings import HOME

PAGES = [HOME / "README.md", HOME / "graphql/README.md", *sorted((HOME / "docs").rglob("*.md"))]
INTEGRATOR = HOME / "docs/send-integrator.md"
SCHEMA = READER.schema
OURS = re.compile(r"`((?:service|workflows|graphql|alembic|tests|docs|figures|bench)/[\w./-]*)`")
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOME)))


@each_page
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text())

    assert [link for link in links if "://" in link or not (page.parent / link).exists()] == []


@each_page
def test_every_path_of_ours_is_there(page: Path) -> None:
    named = {path for path in OURS.findall(page.read_text()) if "olour" not in path}  # the colour is only an example

    assert [path for path in sorted(named) if not (HOME / path).exists()] == []


@each_page
def test_every_command_and_target_is_there(page: Path) -> None:
    text = page.read_text()
    commands = {each.name or str(each.callback.__name__) for each in app.registered_commands if each.callback}
    commands |= {str(group.name) for group in app.registered_groups}
    targets = set(re.findall(r"^([a-z-]+):", (HOME / "Makefile").read_text(), re.MULTILINE))

    assert set(re.findall(r"early-help ([a-z][a-z-]+)", text)) - {"version"} <= commands
    assert set(re.findall(r"`(?:    )?make ([a-z-]+)", text)) <= targets


def queries() -> Iterator[str]:
    """Find the queries that the documents show, beside those of the walk, which are trusted documents."""
    for page in PAGES:
        text = page.read_text().partition("<!-- walk -->")[0]
        yield from re.findall(r'"query": "([^"…]+)"', text)
        yield from re.findall(r"^    (query \{.*)$", text, re.MULTILINE)


def test_every_query_is_valid() -> None:
    found = list(queries())

    assert len(found) >= 3
    assert [(query, errors) for query in found if (errors := validate(SCHEMA, parse(query)))] == []


def lists() -> Iterator[tuple[str, bool]]:
    """Find the fields of the contract that answer lists, and tell which are connections."""
    for type_ in SCHEMA.type_map.values():
        if not isinstance(type_, GraphQLObjectType) or type_.name.startswith("__"):
            continue
        if type_.name.endswith(("Connection", "Edge", "Payload")) or type_.name == "UserError":
            continue
        for name, field in type_.fields.items():
            answered = get_nullable_type(field.type)
            if isinstance(answered, GraphQLList) or get_named_type(field.type).name.endswith("Connection"):
                yield name, not isinstance(answered, GraphQLList)


def test_the_integrators_page_says_which_lists_are_connections() -> None:
    points = INTEGRATOR.read_text().split("\n- ")
    connections = next(point for point in points if point.startswith("What can grow long"))
    plain = next(point for point in points if point.startswith("What stays short"))

    assert [name for name, is_connection in lists() if f"`{name}`" not in (connections if is_connection else plain)] == []


def test_the_integrators_page_names_every_kind_of_node() -> None:
    point = next(point for point in INTEGRATOR.read_text().split("\n- ") if point.startswith("`node(id:)`"))
    kinds = {type_.name for type_ in SCHEMA.get_implementations(SCHEMA.type_map["Node"]).objects}

    assert [kind for kind in sorted(kinds) if re.sub(r"(?<!^)([A-Z])", r" \1", kind).lower() not in " ".join(point.split())] == []


def test_the_integrators_page_names_every_limit_and_code() -> None:
    text = " ".join(INTEGRATOR.read_text().split())
    limits = [MOST_CHARACTERS, MOST_TOKENS, MOST_BYTES, LIMITS.values, LIMITS.depth, LIMITS.root_fields, LIMITS.aliases, LIMITS.merging]
    codes = chain((code.value for code in ErrorCode), (fault.code for fault in Fault.__subclasses__()))

    assert [limit for limit in limits if not re.search(rf"(?<![\d,]){limit:,} ", text)] == []
    assert [code for code in codes if f"`{code}`" not in text] == []
