"""What can become of an entry that is said to be wrong. Pure."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.errors import AlreadyDone, ErrorCode, Problem, Refused

EDITABLE = ("reason", "instead_id")
ALWAYS_FILLED = {"reason": "reason"}
"""What cannot be cleared, as a client spells it."""

STRUCK = "This entry was entered in error: it stays as it is. Make a new one instead."


def is_struck(record: Mapping[str, Any]) -> bool:
    """Tell whether somebody else has confirmed that an entry is wrong: it counts for nothing from then on."""
    return record["in_error_at"] is not None


def refuse_struck(record: Mapping[str, Any]) -> None:
    """Raise Refused for an entry that was entered in error."""
    if is_struck(record):
        raise Refused(STRUCK, reason="entered_in_error")


def refuse_marked(mark: Mapping[str, Any] | None) -> None:
    """Raise AlreadyDone where an entry is marked, or confirmed to be wrong."""
    if mark:
        raise AlreadyDone("This entry is marked already.", path=("recordId",))


def waiting(mark: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Return a mark that waits for a second look. Raise Refused where there is none, AlreadyDone for one that is confirmed."""
    if mark is None:
        raise Refused("Nobody has marked this entry as wrong. Mark it first.", path=("recordId",), reason="not_marked")
    if mark["outcome"]:
        raise AlreadyDone("It is confirmed already that this entry is wrong.", path=("recordId",))
    return mark


def instead_problem(record_id: UUID, instead_id: UUID | None, *, found: bool) -> Problem | None:
    """Say why an entry cannot be the right one; `found`: there is one of the same kind that the actor sees, and that counts."""
    if instead_id is None:
        return None
    if instead_id == record_id:
        return Problem(ErrorCode.BAD_USER_INPUT, "This is the wrong entry itself. Name the right one, or leave this out.", ("insteadId",))
    if not found:
        return Problem(ErrorCode.NOT_FOUND, "There is no such entry of the same kind that you may see.", ("insteadId",))
    return None


def refuse_last_child(cases: int) -> None:
    """Raise Refused for the only child of an open case: without them it would be about nobody."""
    if cases:
        sentence = "They are the only child of an open case. Add the right child to it first, or close it as opened in error."
        raise Refused(sentence, path=("recordId",), reason="last_child")


def refuse_another_marker(mark: Mapping[str, Any], actor: UUID) -> None:
    """Raise Refused unless somebody amends what they marked themselves."""
    if mark["marked_by"] != actor:
        raise Refused("Only who marked the entry can say it anew. Confirm or dismiss it.", path=("recordId",), reason="not_the_marker")
