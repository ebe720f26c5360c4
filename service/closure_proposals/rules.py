"""What a proposal to close a case must say, and when it can be written anew. Pure."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from service.errors import ErrorCode, Problem

EDITABLE = ("reason", "why", "withdrawn")
ALWAYS_FILLED = {"reason": "closureReason", "why": "why", "withdrawn": "withdrawn"}


def reason_problems(reason: str, *, offered: Collection[str]) -> Iterator[Problem]:
    """Say that the case's workflow does not close a case for a reason."""
    if reason not in offered:
        sentence = f"A case is closed for one of these reasons: {', '.join(sorted(offered))}."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("closureReason",))


def settled_problems(proposal: Mapping[str, Any]) -> Iterator[Problem]:
    """Say that a proposal is answered or withdrawn, so that it stays as it is."""
    if proposal["answered_at"]:
        yield Problem(ErrorCode.ALREADY_DONE, "This proposal is answered. Make another one.", ("proposalId",), "proposal_answered")
    elif proposal["withdrawn"]:
        yield Problem(ErrorCode.ALREADY_DONE, "This proposal is withdrawn. Make another one.", ("proposalId",), "proposal_withdrawn")


def answer_problems(*, agreed: bool, note: str | None) -> Iterator[Problem]:
    """Say that a no needs its reason."""
    if not agreed and note is None:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say why the case should go on.", ("note",))
