"""The areas in which a child or a family can have a need, and the national headline outcomes that each is about. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto


class Area(StrEnum):
    """In which part of a child's or a family's life a need is; the first four are the broad areas of special educational need."""

    COMMUNICATION = auto()
    LEARNING = auto()
    SEMH = auto()
    SENSORY_PHYSICAL = auto()
    HEALTH = auto()
    EARLY_YEARS = auto()
    EDUCATION = auto()
    INDEPENDENCE = auto()
    RELATIONSHIPS = auto()
    PARENTING = auto()
    ADULT_HEALTH = auto()
    SUBSTANCES = auto()
    DOMESTIC_ABUSE = auto()
    SAFETY = auto()
    CRIME = auto()
    HOUSING = auto()
    MONEY = auto()
    YOUNG_CARER = auto()
    COMMUNITY = auto()


@dataclass(frozen=True, slots=True)
class About:
    """What an area is called, which headline outcomes it is about, and whether special educational needs has it too."""

    label: str
    headlines: tuple[int, ...]
    is_send: bool = False


HEADLINES: Mapping[int, str] = {
    1: "Getting a good education",
    2: "Good early years development",
    3: "Improved mental and physical health",
    4: "Better managed substance use",
    5: "Improved family relationships",
    6: "Children safe from abuse and exploitation",
    7: "Families diverted from crime",
    8: "Safe from domestic abuse",
    9: "Secure housing",
    10: "Financial stability",
}
"""The headline outcomes of the Supporting Families programme, by their numbers."""

AREAS: Mapping[Area, About] = {
    Area.COMMUNICATION: About("Communication and interaction", (2, 1), is_send=True),
    Area.LEARNING: About("Cognition and learning", (1,), is_send=True),
    Area.SEMH: About("Social, emotional and mental health", (3,), is_send=True),
    Area.SENSORY_PHYSICAL: About("Sensory and/or physical", (3,), is_send=True),
    Area.HEALTH: About("Health", (3,)),
    Area.EARLY_YEARS: About("Development in the early years", (2,)),
    Area.EDUCATION: About("Attendance and taking part in education, training or work", (1,)),
    Area.INDEPENDENCE: About("Independence and self-care", (3,)),
    Area.RELATIONSHIPS: About("Family and friends", (5,)),
    Area.PARENTING: About("Care and parenting", (5,)),
    Area.ADULT_HEALTH: About("Health of a parent or carer", (3,)),
    Area.SUBSTANCES: About("Alcohol and drugs", (4,)),
    Area.DOMESTIC_ABUSE: About("Domestic abuse", (8,)),
    Area.SAFETY: About("Safety from abuse and exploitation", (6,)),
    Area.CRIME: About("Crime and anti-social behaviour", (7,)),
    Area.HOUSING: About("Home", (9,)),
    Area.MONEY: About("Money and work", (10,)),
    Area.YOUNG_CARER: About("Caring for somebody", (1, 3)),
    Area.COMMUNITY: About("Identity, community and belonging", (5,)),
}
