"""What a request for help must say. Pure."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from service.errors import ErrorCode, Problem

MOST_CHILDREN = 20
ALWAYS_FILLED = {"source": "source", "worries": "worries", "family_knows": "familyKnows"}
"""What cannot be cleared, as a client spells it."""


def reference(year: int, number: int) -> str:
    """Write the reference of a case: EH-2026-0412."""
    return f"EH-{year}-{number:04}"


def problems(given: Mapping[str, Any]) -> Iterator[Problem]:
    """Say what is missing in what was asked, or cannot be."""
    if given["source"] != "9" and not given.get("referrer_name"):
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say who asks for help, or choose an anonymous source.", ("referrerName",))
    if given["source"] == "9" and given.get("referrer_name"):
        yield Problem(
            ErrorCode.BAD_USER_INPUT, "An anonymous request names nobody. Choose another source, or leave the name out.", ("referrerName",)
        )


def of_family(
    children: Collection[Any], found: Collection[Any], *, at_home: Collection[Any], has_household: bool, has_team: bool
) -> Iterator[Problem]:
    """Say who or what of the family or the council is not there: the household, a child, the team that would look at the request."""
    if not has_household:
        yield Problem(ErrorCode.NOT_FOUND, "There is nothing by this id that you may see.", ("householdId",))
    if not children or len(children) > MOST_CHILDREN:
        yield Problem(ErrorCode.BAD_USER_INPUT, f"Name at least one child or unborn child, and at most {MOST_CHILDREN}.", ("childIds",))
    for index, child in enumerate(children):
        if child not in found:
            yield Problem(ErrorCode.NOT_FOUND, "There is no child by this id that you may see.", ("childIds", str(index)))
        elif has_household and child not in at_home:
            sentence = "This child does not belong to the household. Add them to it first."
            yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("childIds", str(index)))
    if not has_team:
        yield Problem(
            ErrorCode.NOT_FOUND, "No team triages the requests of this locality. Ask an administrator to name one.", ("localityId",)
        )
