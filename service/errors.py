"""How an operation can end other than well; a docstring is the default message, a code is part of the contract."""

import datetime as dt
import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID


class ErrorCode(StrEnum):
    """What went wrong, for a program."""

    BAD_USER_INPUT = "BAD_USER_INPUT"
    NOT_FOUND = "NOT_FOUND"
    NOT_PERMITTED = "NOT_PERMITTED"
    CONFLICT = "CONFLICT"
    REFUSED = "REFUSED"
    ALREADY_DONE = "ALREADY_DONE"
    DUPLICATE = "DUPLICATE"
    TOO_LONG = "TOO_LONG"
    IDEMPOTENCY_MISMATCH = "IDEMPOTENCY_MISMATCH"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stands in the way: a code, a sentence for the person who tries, and the input field it is about.

    `reason` names the guard or rule that refused, so that a page can put the sentence where it helps.
    """

    code: ErrorCode
    message: str
    path: tuple[str, ...] = ()
    reason: str | None = None


class UserError(Exception):
    """The change was not made, and the person who asked can know why."""

    code: ClassVar[ErrorCode]

    def __init_subclass__(cls, *, code: ErrorCode) -> None:
        cls.code = code

    def __init__(self, message: str | None = None, *, path: Sequence[str] = (), reason: str | None = None) -> None:
        said = message or inspect.getdoc(type(self)) or ""
        super().__init__(said)
        self.problems: tuple[Problem, ...] = (Problem(self.code, said, tuple(path), reason),)

    @classmethod
    def because(cls, problems: Sequence[Problem]) -> "UserError":
        """Make one error of several problems, all of which the person is told at once."""
        error = cls(" ".join(problem.message for problem in problems))
        error.problems = tuple(problems)
        return error


class BadInput(UserError, code=ErrorCode.BAD_USER_INPUT):
    """Something that was sent cannot be right."""


class NotFound(UserError, code=ErrorCode.NOT_FOUND):
    """There is nothing by this id that you may see."""


class NotPermitted(UserError, code=ErrorCode.NOT_PERMITTED):
    """Your role does not allow this here."""


class Refused(UserError, code=ErrorCode.REFUSED):
    """This cannot be done now."""


class AlreadyDone(UserError, code=ErrorCode.ALREADY_DONE):
    """Nothing would change: it is already so."""


class Duplicate(UserError, code=ErrorCode.DUPLICATE):
    """There is already a record like this."""


class IdempotencyMismatch(UserError, code=ErrorCode.IDEMPOTENCY_MISMATCH):
    """This key was used before, for something else. Use a new key for a new change."""


class Conflict(UserError, code=ErrorCode.CONFLICT):
    """Somebody changed this while you were working on it."""

    def __init__(self, *, version: int, changed_by: str, changed_at: dt.datetime, event: str, state: str | None = None) -> None:
        moved = f" It is now in: {state}." if state else ""
        super().__init__(
            f"{changed_by} changed this while you were working on it ({event}, version {version}).{moved} Look at it again, then decide.",
            path=("expectedVersion",),
        )
        self.version, self.changed_by, self.changed_at, self.event, self.state = version, changed_by, changed_at, event, state


class Rewritten(UserError, code=ErrorCode.CONFLICT):
    """Somebody wrote this again while you were working on it. Look at it again, then decide."""

    def __init__(
        self, message: str | None = None, *, path: Sequence[str] = (), reason: str | None = None, stands: UUID | None = None
    ) -> None:
        super().__init__(message, path=path, reason=reason)
        self.stands = stands
        """The record as it stands now, where the mutation shows it beside the refusal."""


def expect_revision(now: int, expected: int, what: str) -> None:
    """Raise Rewritten unless a text is still the one that somebody read."""
    if now != expected:
        said = f"{what} was written again while you were working on it (revision {now}). Look at it again, then decide."
        raise Rewritten(said, path=("expectedRevision",))


INTERNAL = "INTERNAL"
"""The code of a mistake of ours."""


class Fault(Exception):
    """Something that the client could not know; the code stands in the extensions of a top-level error."""

    code: ClassVar[str]

    def __init_subclass__(cls, *, code: str) -> None:
        cls.code = code

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or inspect.getdoc(type(self)))


class NotSaved(Fault, code="NOT_SAVED"):
    """Nothing was saved. Try again."""


class UnknownOutcome(Fault, code="UNKNOWN_OUTCOME"):
    """The connection broke while saving: the change may have been made. Send it again with the same key."""


class Unavailable(Fault, code="UNAVAILABLE"):
    """The database does not answer. Try again in a moment."""


class BrokenJournal(Fault, code=INTERNAL):
    """The journal does not hold the last change of this record. Nothing may be written on top of it."""
