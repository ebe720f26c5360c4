"""An invented council for measuring: eight teams, sixty practitioners, and who may see what."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5

from service.access.actor import Actor, Role
from service.demo import names

SPACE = UUID("f1e6f0f4-6c33-4f42-9a40-3b8f6d5f6a10")
FOUNDED = dt.datetime(2020, 1, 6, 9, tzinfo=dt.UTC)
LOCALITIES = ("North", "South", "East", "West")
AGENCIES = (("Early help", "early_help"), ("Larkfield School", "education"), ("Community Health", "health"))
FRONT_DOOR = "Front Door"
TEAMS = (FRONT_DOOR, *(f"{place} {kind}" for place in LOCALITIES for kind in ("Families", "Partners")))[:8]
WORKERS = 46
"""With four who triage, eight managers, a service manager and an administrator they are sixty."""

SETTINGS = (
    ("calendar.extra_closed_days", None, None, '["2026-12-29", "2026-12-30", "2026-12-31"]'),
    ("reviews.later", None, None, "10"),
    ("reviews.later", None, "North", "8"),
    ("pause.times", None, None, "2"),
    ("service_levels.limit", "early-help/assessing", None, "40"),
    ("service_levels.limit", "early-help/assessing", "South", "35"),
)
"""What the council has set: the name, what it is about, the locality, and the value as JSON."""

Row = tuple[object, ...]
Rows = dict[str, list[Row]]


def key(kind: str, name: object) -> UUID:
    """Return the key of a record of the council."""
    return uuid5(SPACE, f"{kind} {name}")


@dataclass(frozen=True, slots=True)
class Practitioner:
    """Somebody who works with families, in a team."""

    id: UUID
    name: str
    role: Role
    team: str

    def actor(self) -> Actor:
        """Return them as they sign in."""
        return Actor(self.id, frozenset({self.role}), "CASEWORK", self.name)


def practitioners() -> list[Practitioner]:
    """Return everybody, the workers spread over the teams of the localities."""
    workers = [(Role.WORKER, TEAMS[1 + n % 7]) for n in range(WORKERS)]
    held = [(Role.TRIAGE, FRONT_DOOR)] * 4 + [(Role.TEAM_MANAGER, team) for team in TEAMS] + workers
    held += [(Role.SERVICE_MANAGER, ""), (Role.ADMINISTRATOR, "")]
    dice = random.Random(7)
    said = [f"{dice.choice(names.MOTHERS + names.FATHERS)} {dice.choice(names.FAMILIES)}" for _ in held]
    return [Practitioner(key("practitioner", n), said[n], role, team) for n, (role, team) in enumerate(held)]


def locality_of(team: str) -> str | None:
    """Name the locality of a team; none for the one that every request comes to first."""
    return None if team == FRONT_DOOR else team.split()[0]


def agency_of(team: str) -> str:
    """Name the agency of a team."""
    return AGENCIES[1][0] if team.endswith("Partners") else AGENCIES[0][0]


DOCUMENT = key("threshold_document", 1)
LABELS = ("Universal", "Early Help", "Targeted Help", "Specialist")


def structure(people: list[Practitioner]) -> Rows:
    """Write the rows of the council's structure."""
    return {
        "council": [(key("council", 1), 1, True, "Northmere Council", "999")],
        "locality": [(key("locality", name), 1, name) for name in LOCALITIES],
        "agency": [(key("agency", name), 1, name, kind, "01234 567890") for name, kind in AGENCIES],
        "threshold_document": [(DOCUMENT, 1, "Northmere thresholds", FOUNDED.date(), *LABELS)],
        "team": [team_row(name) for name in TEAMS],
        "practitioner": [practitioner_row(each) for each in people],
        "appointment": list(appointment_rows(people)),
        "setting": list(setting_rows(people)),
    }


def setting_rows(people: list[Practitioner]) -> Iterator[Row]:
    """Write the rows of what the council has set: by itself, and otherwise in one locality."""
    administrator = next(one for one in people if one.role is Role.ADMINISTRATOR)
    for name, about, place, value in SETTINGS:
        where, said = key("locality", place) if place else None, ("As the board agreed.", administrator.id, FOUNDED, 1)
        yield key("setting", (name, about, place)), name, about, where, FOUNDED.date(), FOUNDED, value, *said


def team_row(name: str) -> Row:
    """Write the row of a team."""
    place = locality_of(name)
    locality = key("locality", place) if place else None
    return key("team", name), 1, key("agency", agency_of(name)), locality, name, name == FRONT_DOOR


def practitioner_row(one: Practitioner) -> Row:
    """Write the row of a practitioner."""
    address = f"{one.id.hex}@northmere.example"
    return one.id, 1, key("agency", agency_of(one.team)), one.name, address, "Practitioner", "01234 567890", None


def appointment_rows(people: list[Practitioner]) -> Iterator[Row]:
    """Write the rows of the appointments."""
    for one in people:
        yield key("appointment", one.id), one.id, str(one.role), key("team", one.team) if one.team else None, None, FOUNDED, None
