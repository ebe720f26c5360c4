"""Who works with families in the demonstration, and as whom its links sign in."""

from dataclasses import dataclass
from uuid import UUID

from service.access.actor import Actor, Role
from service.demo import names

FRONT_DOOR, NORTH, SOUTH, PASTORAL = "Front Door", "North Family Team", "South Family Team", "Larkfield Pastoral Team"
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
    locality: str | None = None

    @property
    def email(self) -> str:
        """Return what they sign in as."""
        return f"{self.name.lower().replace(' ', '.')}@northmere.example"

    def actor(self, id: UUID) -> Actor:
        """Return them as they act in the demonstration's past."""
        return Actor(id, frozenset({self.role} if self.role else ()), PURPOSE, self.name)


TEAMS = {
    FRONT_DOOR: (names.EARLY_HELP, None, True),
    NORTH: (names.EARLY_HELP, "North", False),
    SOUTH: (names.EARLY_HELP, "South", False),
    PASTORAL: (names.SCHOOL, "North", False),
}
"""Each team: its agency, its locality, and whether requests come to it first."""

ADMINISTRATOR = Part("administrator", "Olu Adeyemi", names.EARLY_HELP, "Systems lead", Role.ADMINISTRATOR)
CAST = (
    ADMINISTRATOR,
    Part("second_administrator", "Grace Lim", names.EARLY_HELP, "Information governance officer", Role.ADMINISTRATOR),
    Part("service_manager", "Ines Duarte", names.EARLY_HELP, "Head of early help", Role.SERVICE_MANAGER),
    Part("triage", "Ewan Reid", names.EARLY_HELP, "Triage worker", Role.TRIAGE, FRONT_DOOR),
    Part("second_triage", "Moira Tait", names.EARLY_HELP, "Triage worker", Role.TRIAGE, FRONT_DOOR),
    Part("front_door_manager", "Marcus Lee", names.EARLY_HELP, "Front door manager", Role.TEAM_MANAGER, FRONT_DOOR),
    Part("north_manager", "Dawn Fry", names.EARLY_HELP, "Team manager", Role.TEAM_MANAGER, NORTH),
    Part("south_manager", "Anil Mehta", names.EARLY_HELP, "Team manager", Role.TEAM_MANAGER, SOUTH),
    Part("north_one", "Priya Nair", names.EARLY_HELP, "Family worker", Role.WORKER, NORTH),
    Part("north_two", "Tom Ashworth", names.EARLY_HELP, "Family worker", Role.WORKER, NORTH),
    Part("north_three", "Carys Pugh", names.EARLY_HELP, "Senior family worker", Role.WORKER, NORTH),
    Part("south_one", "Blessing Okafor", names.EARLY_HELP, "Family worker", Role.WORKER, SOUTH),
    Part("south_two", "Sam Whitlock", names.EARLY_HELP, "Family worker", Role.WORKER, SOUTH),
    Part("school", "Helen Shaw", names.SCHOOL, "Special educational needs co-ordinator", Role.WORKER, PASTORAL),
    Part("nurse", "Yusuf Karim", names.HEALTH, "School nurse", None),
)
BY_KEY = {part.key: part for part in CAST}

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
