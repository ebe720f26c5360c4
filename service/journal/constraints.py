"""What a person is told when a constraint of the database refuses: by the constraint's name, never by its text."""

import asyncpg

from service.errors import ErrorCode, Problem, UserError

SENTENCES: dict[str, Problem] = {}
"""Filled by each noun beside the table that declares the constraint."""


class Untranslated(Exception):
    """A constraint refused what an action should have refused before: a mistake of ours."""


def says(constraint: str, code: ErrorCode, message: str, *path: str) -> None:
    """Name the sentence for a constraint."""
    SENTENCES[constraint] = Problem(code, message, path)


def translated(error: asyncpg.IntegrityConstraintViolationError) -> Exception:
    """Turn a violation into the error of its constraint's sentence; an unknown constraint is our own mistake."""
    problem = SENTENCES.get(error.constraint_name or "")
    if problem is None:
        return Untranslated(f"{error.constraint_name} of {error.table_name}")
    known = {kind.code: kind for kind in UserError.__subclasses__()}
    return known[problem.code].because([problem])
