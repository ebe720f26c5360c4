"""Who can be what in a household. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from service.errors import ErrorCode, Problem

EDITABLE = ("name", "address")
ROLES: Mapping[str, Collection[str]] = {
    "unborn_child": ("child",),
    "child": ("child", "parent_or_carer"),
    "young_person": ("child", "parent_or_carer", "sibling_adult", "other_adult"),
    "adult": ("parent_or_carer", "sibling_adult", "grandparent", "other_adult"),
}
"""What each kind of person can be: a mother can be under 16; a young person is a child of the family or grown up."""


def role_fault(kind: str, role: str) -> str | None:
    """Say why a kind of person cannot have a role."""
    if role in ROLES[kind]:
        return None
    if role == "child":
        return "An adult is no child of the household. Choose what they are in it."
    return "They are too young for this in the record that the service has of them. Choose another role, or correct their record."


def problems(members: Sequence[Mapping[str, Any]], kinds: Mapping[Any, str]) -> Iterator[Problem]:
    """Say what cannot be right in a list of members; `kinds` has those whom the actor sees."""
    named: set[Any] = set()
    for index, member in enumerate(members):
        path, person = ("members", str(index)), member["person_id"]
        if person in named:
            yield Problem(ErrorCode.BAD_USER_INPUT, "Name each person once.", (*path, "personId"))
        elif problem := member_problem(kinds.get(person), member["role"], path):
            yield problem
        named.add(person)


def member_problem(kind: str | None, role: str, path: tuple[str, ...] = ()) -> Problem | None:
    """Say why somebody cannot belong to a household as what they would: they are not there to be seen, or too young or old for it."""
    if kind is None:
        return Problem(ErrorCode.NOT_FOUND, "There is nobody by this id whom you may see.", (*path, "personId"))
    if sentence := role_fault(kind, role):
        return Problem(ErrorCode.BAD_USER_INPUT, sentence, (*path, "role"))
    return None
