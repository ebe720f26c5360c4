"""Who works with families in the demonstration, where, and as whom its links sign in."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from service.access.actor import Actor, Role
from service.demo import names

FRONT_DOOR = "Front Door"
PASTORAL, INCLUSION, HARBOUR = "Larkfield Pastoral Team", "Academy Inclusion Team", "Harbour Families"
PURPOSE = "DEMONSTRATION"


@dataclass(frozen=True)
class Part:
    """Somebody of the cast: where they work, and what they are appointed to."""

    key: str
    name: str
    agency: str
    job_title: str
    role: Role | None
    team: str | None = None

    @property
    def email(self) -> str:
        """Return what they sign in as."""
        return f"{self.name.lower().replace(' ', '.')}@northmere.example"

    def actor(self, id: UUID) -> Actor:
        """Return them as they act in the demonstration's past."""
        return Actor(id, frozenset({self.role} if self.role else ()), PURPOSE, self.name)


AGENCIES = {names.SCHOOL: "EDUCATION", names.ACADEMY: "EDUCATION", names.HEALTH: "HEALTH", names.CHARITY: "VOLUNTARY"}
"""Each agency beside the council's own, and of what kind it is."""


class Team(NamedTuple):
    """A team: its agency, its locality, and whether requests come to it first."""

    agency: str
    locality: str | None
    triages: bool = False


TEAMS = {
    FRONT_DOOR: Team(names.EARLY_HELP, None, triages=True),
    **{f"{locality} Family Team": Team(names.EARLY_HELP, locality) for locality in names.LOCALITIES},
    PASTORAL: Team(names.SCHOOL, "North"),
    INCLUSION: Team(names.ACADEMY, "East"),
    HARBOUR: Team(names.CHARITY, "South"),
}


def council(key: str, name: str, job_title: str, role: Role | None, team: str | None = None) -> Part:
    """Somebody who works for the council."""
    return Part(key, name, names.EARLY_HELP, job_title, role, team)


def family_team(locality: str, manager: str, *workers: str) -> tuple[Part, ...]:
    """Everybody of a locality's family team."""
    team, key = f"{locality} Family Team", locality.lower()
    numbers = ("one", "two", "three", "four", "five")
    return (
        council(f"{key}_manager", manager, "Team manager", Role.TEAM_MANAGER, team),
        *(council(f"{key}_{n}", name, "Family worker", Role.WORKER, team) for n, name in zip(numbers, workers, strict=True)),
    )


ADMINISTRATOR = council("administrator", "Olu Adeyemi", "Systems lead", Role.ADMINISTRATOR)
CAST = (
    ADMINISTRATOR,
    council("second_administrator", "Grace Lim", "Information governance officer", Role.ADMINISTRATOR),
    council("service_manager", "Ines Duarte", "Head of early help", Role.SERVICE_MANAGER),
    council("triage", "Ewan Reid", "Triage worker", Role.TRIAGE, FRONT_DOOR),
    council("second_triage", "Moira Tait", "Triage worker", Role.TRIAGE, FRONT_DOOR),
    council("third_triage", "Dilys Owen", "Triage worker", Role.TRIAGE, FRONT_DOOR),
    council("front_door_manager", "Marcus Lee", "Front door manager", Role.TEAM_MANAGER, FRONT_DOOR),
    *family_team("North", "Dawn Fry", "Priya Nair", "Tom Ashworth", "Carys Pugh", "Joel Banks", "Shabana Aziz"),
    *family_team("South", "Anil Mehta", "Blessing Okafor", "Sam Whitlock", "Rhian Morris", "Kit Lowe", "Paulo Reis"),
    *family_team("East", "Fiona Grady", "Leila Haddad", "Craig Nolan", "Wendy Cho", "Isla Brandt", "Femi Balogun"),
    *family_team("West", "Gareth Vaughan", "Nadia Petrov", "Hugh Carter", "Simran Kaur", "Beth Sowerby", "Luis Romero"),
    Part("school", "Helen Shaw", names.SCHOOL, "Special educational needs co-ordinator", Role.WORKER, PASTORAL),
    Part("pastoral_manager", "Ruth Ellison", names.SCHOOL, "Deputy head teacher", Role.TEAM_MANAGER, PASTORAL),
    Part("pastoral_one", "Owen Blake", names.SCHOOL, "Family liaison officer", Role.WORKER, PASTORAL),
    Part("inclusion_manager", "Farah Siddiqui", names.ACADEMY, "Assistant principal", Role.TEAM_MANAGER, INCLUSION),
    Part("inclusion_one", "Toby Marsden", names.ACADEMY, "Head of year", Role.WORKER, INCLUSION),
    Part("harbour_manager", "Celia Stone", names.CHARITY, "Project manager", Role.TEAM_MANAGER, HARBOUR),
    Part("harbour_one", "Jonas Berg", names.CHARITY, "Family support worker", Role.WORKER, HARBOUR),
    Part("harbour_two", "Ayesha Malik", names.CHARITY, "Family support worker", Role.WORKER, HARBOUR),
    Part("nurse", "Yusuf Karim", names.HEALTH, "School nurse", None),
)
BY_KEY = {part.key: part for part in CAST}


class Place(NamedTuple):
    """Where a case is worked with: the team, its locality, who manages it and who works in it."""

    team: str
    locality: str
    manager: str
    workers: tuple[str, ...]


def places(*teams: str) -> tuple[Place, ...]:
    """Say who manages each of some teams, and who works in it; the school's co-ordinator is everybody's contact, and leads nobody."""
    found = {team: [part for part in CAST if part.team == team and part.key != "school"] for team in teams}
    return tuple(
        Place(
            team,
            TEAMS[team].locality or "",
            next(part.key for part in parts if part.role is Role.TEAM_MANAGER),
            tuple(part.key for part in parts if part.role is Role.WORKER),
        )
        for team, parts in found.items()
    )


OF_COUNCIL = places(*(f"{locality} Family Team" for locality in names.LOCALITIES))
OF_PARTNERS = places(PASTORAL, INCLUSION, HARBOUR)
"""Teams of partners: on the common assessment framework whoever is worried assesses."""

LINKS = {
    "worker": "north_one",
    "triage": "triage",
    "team-manager": "north_manager",
    "service-manager": "service_manager",
    "school": "school",
    "administrator": "administrator",
}
"""As whom each link of the demonstration signs in."""


def demo_people() -> dict[str, str]:
    """Return the address of each role's somebody."""
    return {word: BY_KEY[key].email for word, key in LINKS.items()}
