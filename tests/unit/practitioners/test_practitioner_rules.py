"""Addresses, where each role is held, and the last administrator: every combination."""

from itertools import product
from uuid import UUID

import pytest

from service.access.actor import Role
from service.errors import BadInput, Refused
from service.practitioners.rules import address, misplaced, refuse_to_lock_out

SOMEWHERE = UUID(int=1)
Places = dict[tuple[bool, bool], set[str]]
OF_A_TEAM: Places = {
    (False, False): {"teamId"},
    (False, True): {"teamId", "localityId"},
    (True, False): set(),
    (True, True): {"localityId"},
}
OF_AN_AREA: Places = {(False, False): set(), (False, True): set(), (True, False): {"teamId"}, (True, True): {"teamId"}}
OF_THE_COUNCIL: Places = {
    (False, False): set(),
    (False, True): {"localityId"},
    (True, False): {"teamId"},
    (True, True): {"teamId", "localityId"},
}
TABLE: dict[Role, Places] = {
    Role.WORKER: OF_A_TEAM,
    Role.TRIAGE: OF_A_TEAM,
    Role.TEAM_MANAGER: OF_A_TEAM,
    Role.SERVICE_MANAGER: OF_AN_AREA,
    Role.ADMINISTRATOR: OF_THE_COUNCIL,
}
"""Which fields are wrong for a role, when it is held in a team or not, in a locality or not."""


@pytest.mark.parametrize(("role", "team", "locality"), [*product(Role, (False, True), (False, True))])
def test_where_each_role_is_held(role: Role, team: bool, locality: bool) -> None:
    found = list(misplaced(role, SOMEWHERE if team else None, SOMEWHERE if locality else None))

    assert {problem.path[0] for problem in found} == TABLE[role][team, locality]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("olu@northmere.gov.uk", "olu@northmere.gov.uk"),
        ("  Olu.Adeyemi@Northmere.GOV.UK ", "olu.adeyemi@northmere.gov.uk"),
        ("o'neill+work@x.example", "o'neill+work@x.example"),
    ],
)
def test_an_address_is_kept_in_the_form_in_which_it_is_compared(given: str, kept: str) -> None:
    assert address(given) == kept


@pytest.mark.parametrize(
    "given", ["", "olu", "olu@", "@x.example", "o lu@x.example", "olu@x@example", "olu@x.example\nbcc", "ölu@x.example", "İ@x.example"]
)
def test_refuses_what_is_no_address(given: str) -> None:
    with pytest.raises(BadInput) as refusal:
        address(given)

    assert refusal.value.problems[0].path == ("email",)


def test_refuses_to_end_the_last_administrator() -> None:
    refuse_to_lock_out(is_last_administrator=False)
    with pytest.raises(Refused, match="Appoint another one first"):
        refuse_to_lock_out(is_last_administrator=True)
