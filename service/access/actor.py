"""The person on whose behalf a statement runs."""

from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID


class Role(StrEnum):
    """What somebody is appointed to; where, the appointment says."""

    WORKER = auto()
    TRIAGE = auto()
    TEAM_MANAGER = auto()
    SERVICE_MANAGER = auto()
    ADMINISTRATOR = auto()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who signed in.

    The roles only choose the shape of a statement: what they allow is judged by the statement itself, from the
    appointments as they stand, so that a role that ended gives nothing although a token still names it.
    """

    id: UUID
    roles: frozenset[Role]
    purpose: str
    name: str
