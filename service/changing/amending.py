"""What an amendment makes of a record: what is left out stays, null clears, and nothing is done silently. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from service.errors import AlreadyDone, BadInput, ErrorCode, Problem


def amended(
    row: Mapping[str, Any], changes: Mapping[str, Any], *, editable: Iterable[str], always_filled: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a record says before and after some changes.

    `always_filled` spells, as a client does, what cannot be cleared. Raise BadInput where it would be, AlreadyDone where nothing
    would change.
    """
    cleared = [always_filled[name] for name, value in changes.items() if value is None and name in always_filled]
    if cleared:
        raise BadInput.because([Problem(ErrorCode.BAD_USER_INPUT, "This cannot be left empty.", (field,)) for field in cleared])
    before = {name: row[name] for name in editable}
    after = {**before, **changes}
    if after == before:
        raise AlreadyDone
    return before, after
