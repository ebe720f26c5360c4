"""The same verb on every floor: a mutation has its document, its permission, its event, its tests and its place in the demonstration."""

import re

import pytest

from service.access.rules import GRANTS, Action
from service.changing import Change
from service.graph.documents import TRUSTED_FOLDER
from service.graph.schema import MUTATIONS
from service.settings import HOME
from service.tables import metadata
from tests.integration.contract.reached import amended, created, events, permissions, statements
from workflows import WORKFLOWS

NOT_CREATED = {
    "council": "founded with its first administrators, by a command",
    "read_trace": "written by every reading, and by refusals",
}
NOT_AMENDED = {
    "assessment_author": "whoever wrote, wrote",
    "assessment_section_revision": "what a section read before",
    "event": "append-only",
    "family_told": "a later record stands beside it",
    "involvement_finding": "what a search found on its day",
    "idempotency_key": "of what a key did nothing changes",
    "note_revision": "what a note read before",
    "read_trace": "append-only",
    "threshold_child": "another level is another decision",
    "safe_contact_revision": "what a statement about safe contact read before",
}
"""Records that no mutation creates, or amends, each with the reason."""

TABLES = {table.name for table in metadata.sorted_tables}


@pytest.fixture(params=MUTATIONS, ids=lambda change: change.__name__)
def change(request: pytest.FixtureRequest) -> type[Change]:
    """Each mutation."""
    found: type[Change] = request.param
    return found


def field(change: type[Change]) -> str:
    """Return a mutation's name in the contract."""
    return change.__name__[0].lower() + change.__name__[1:]


def test_it_has_a_trusted_document_that_runs_it(change: type[Change]) -> None:
    text = (TRUSTED_FOLDER / f"{change.__name__}.graphql").read_text()

    assert re.search(rf"^mutation {change.__name__}\(", text, re.MULTILINE)
    assert re.search(rf"\b{field(change)}\(\s*input:", text)
    assert "userErrors" in text


def test_it_asks_for_a_permission_that_the_matrix_grants(change: type[Change]) -> None:
    asked = permissions(change)

    assert asked, "it asks for no permission"
    assert all(GRANTS[Action[name]] for name in asked)


def test_it_writes_an_event(change: type[Change]) -> None:
    changing = [sql for sql in statements(change) if re.search(r"INSERT INTO (?!case_number)|UPDATE \w+ SET|DELETE FROM", sql)]

    assert events(change)
    assert changing and all("INSERT INTO event " in sql for sql in changing)


def test_it_has_tests_of_its_own_and_a_refusal_among_them(change: type[Change]) -> None:
    module = HOME / "tests" / "functional" / f"test_{change.field_name()}.py"

    assert module.exists()
    assert f'"{field(change)}"' in module.read_text() or change.__name__ in module.read_text()
    assert "refused(" in module.read_text(), "refused() also asserts that nothing has changed"


def test_the_demonstration_uses_it(change: type[Change]) -> None:
    told = "".join(path.read_text() for path in (HOME / "service" / "demo").glob("*.py"))

    assert f'"{field(change)}"' in told


def test_every_permission_is_asked_for_by_some_mutation() -> None:
    assert set(Action.__members__) == {name for change in MUTATIONS for name in permissions(change)}


def test_every_step_of_every_workflow_is_taken_by_a_mutation() -> None:
    taken = {change.fixed.get("trigger") for change in MUTATIONS}

    for workflow in WORKFLOWS.values():
        assert {step.trigger for step in workflow.transitions if not step.text_only} <= taken


def test_every_record_can_be_created_by_a_mutation() -> None:
    assert TABLES - {table for change in MUTATIONS for table in created(change)} == NOT_CREATED.keys()


def test_every_record_can_be_amended_by_a_mutation() -> None:
    assert TABLES - {table for change in MUTATIONS for table in amended(change)} == NOT_AMENDED.keys()
