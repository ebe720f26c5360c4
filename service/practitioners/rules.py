"""What an account must say, and which role can be held where. Pure."""

import re
from collections.abc import Iterator
from uuid import UUID

from service.access.actor import Role
from service.errors import BadInput, ErrorCode, Problem, Refused

ALWAYS_FILLED = {"agency_id": "agencyId", "name": "name", "email": "email", "job_title": "jobTitle"}
EDITABLE = (*ALWAYS_FILLED, "phone")
IN_A_TEAM = (Role.WORKER, Role.TRIAGE, Role.TEAM_MANAGER)
ADDRESS = re.compile(r"[!-?A-~]+@[!-?A-~]+")


def address(email: str) -> str:
    """Write an email address in the one form in which it is compared. Raise BadInput where it is none."""
    written = email.strip().lower()
    if not ADDRESS.fullmatch(written):
        raise BadInput("Write an email address such as name@council.gov.uk.", path=("email",))
    return written


def misplaced(role: str, team_id: UUID | None, locality_id: UUID | None) -> Iterator[Problem]:
    """Say what is wrong with where a role is to be held."""
    in_a_team = role in IN_A_TEAM
    if in_a_team and team_id is None:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Name the team in which they have this role.", ("teamId",))
    if not in_a_team and team_id is not None:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This role is not held in a team. Leave the team out.", ("teamId",))
    if role != Role.SERVICE_MANAGER and locality_id is not None:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Only a service manager's role can be limited to a locality.", ("localityId",))


def refuse_to_lock_out(*, is_last_administrator: bool) -> None:
    """Raise Refused where nobody would be left who looks after the service."""
    if is_last_administrator:
        raise Refused("This is the last administrator. Appoint another one first.", reason="last_administrator")
