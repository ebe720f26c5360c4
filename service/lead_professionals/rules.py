"""Who can be lead professional. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from service.errors import AlreadyDone, BadInput, ErrorCode, Problem

EDITABLE = ("kind", "handover")


def refuse_early_handover(lead: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Raise BadInput for what the next one is told while the role goes on: it is said when it ends."""
    if after["handover"] and lead["ended_at"] is None:
        sentence = "They are lead professional still. Say what the next one has to know when their role ends."
        raise BadInput(sentence, path=("handover",), reason="role_goes_on")


def refuse_the_same(leads: Sequence[Mapping[str, Any]], practitioner: UUID, kind: str) -> None:
    """Raise AlreadyDone where they are lead professional in this way already; an acting one can be agreed."""
    if any(UUID(lead["practitioner_id"]) == practitioner and lead["kind"] == kind for lead in leads):
        raise AlreadyDone("They are lead professional in this way already.", path=("practitionerId",))


def problems(leads: Sequence[Mapping[str, Any]], *, is_active: bool, works_here: bool, handover: str | None) -> Iterator[Problem]:
    """Say why somebody cannot be named; `leads`: those whose role has not ended."""
    path = ("practitionerId",)
    if not is_active:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Choose somebody whose account is in force.", path, "is_active")
    elif not works_here:
        sentence = "Choose somebody of the team around the family, or of the team that has the case. Add them to the first, if need be."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, path, "works_with_the_family")
    if handover and not leads:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Nobody is lead professional who could hand over. Leave this out.", ("handover",))
