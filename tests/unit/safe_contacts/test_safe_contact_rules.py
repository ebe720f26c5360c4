"""What a statement about safe contact must say; and that it is shown wherever an address or a number is."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from graphql import FieldNode, SelectionSetNode, TypeInfo, TypeInfoVisitor, Visitor, get_named_type, visit

from service.errors import AlreadyDone
from service.graph.documents import trusted
from service.graph.schema import READER
from service.safe_contacts.rules import problems, refuse_ended

TODAY = dt.date(2026, 3, 2)
NOTHING: dict[str, Any] = {"preferred": None, "unsafe": None, "not_shared_with": None, "said_on": TODAY}
REACHING = {"Household": "address", "ContactDetail": "value"}
"""The fields that tell how somebody is reached, by their type."""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, ["preferred"]),
        ({"preferred": "By text."}, []),
        ({"unsafe": "No letters."}, []),
        ({"not_shared_with": "Her father."}, []),
        ({"unsafe": "No letters.", "said_on": TODAY + dt.timedelta(days=1)}, ["saidOn"]),
        ({"said_on": TODAY + dt.timedelta(days=1)}, ["preferred", "saidOn"]),
    ],
)
def test_it_says_something_on_a_day_that_has_come(said: dict[str, Any], wrong: list[str]) -> None:
    assert [problem.path[0] for problem in problems({**NOTHING, **said}, today=TODAY)] == wrong


def test_what_has_ended_does_not_end_again() -> None:
    refuse_ended({"ended_at": None})
    with pytest.raises(AlreadyDone):
        refuse_ended({"ended_at": "2026-03-01"})


class Reaching(Visitor):
    """Finds the selections that tell how somebody is reached, and whether they say what is safe."""

    def __init__(self, types: TypeInfo) -> None:
        super().__init__()
        self.types, self.unsafe = types, False

    def enter_selection_set(self, node: SelectionSetNode, *_: Any) -> None:
        """Look at what is selected of one type."""
        kind = get_named_type(self.types.get_type())
        named = {each.name.value for each in node.selections if isinstance(each, FieldNode)}
        if kind and REACHING.get(kind.name) in named and "safeContact" not in set(below(node)):
            self.unsafe = True


def below(node: SelectionSetNode) -> Iterator[str]:
    """Name every field at or below a selection."""
    for each in node.selections:
        if isinstance(each, FieldNode):
            yield each.name.value
            yield from below(each.selection_set) if each.selection_set else ()


@pytest.mark.parametrize("name", trusted())
def test_a_trusted_document_shows_it_beside_every_address_and_number(name: str) -> None:
    types = TypeInfo(READER.schema)
    found = Reaching(types)

    visit(trusted()[name].ast, TypeInfoVisitor(types, found))

    assert not found.unsafe
