"""The areas of need that both forms share. The first four are the broad areas of the SEND Code of Practice (6.28 to 6.35). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """An area of need; `outcomes`: the numbers of the Supporting Families headline outcomes that it belongs to."""

    label: str
    outcomes: tuple[int, ...]
    is_send: bool = False


AREAS: Mapping[str, Area] = {
    "COMMUNICATION": Area("Communication and interaction", (2, 1), is_send=True),
    "LEARNING": Area("Cognition and learning", (1,), is_send=True),
    "SEMH": Area("Social, emotional and mental health", (3,), is_send=True),
    "SENSORY_PHYSICAL": Area("Sensory and/or physical", (3,), is_send=True),
    "HEALTH": Area("Health", (3,)),
    "EARLY_YEARS": Area("Development in the early years", (2,)),
    "EDUCATION": Area("Attendance and taking part in education, training or work", (1,)),
    "INDEPENDENCE": Area("Independence and self-care", (3,)),
    "RELATIONSHIPS": Area("Family and friends", (5,)),
    "PARENTING": Area("Care and parenting", (5,)),
    "ADULT_HEALTH": Area("Health of a parent or carer", (3,)),
    "SUBSTANCES": Area("Alcohol and drugs", (4,)),
    "DOMESTIC_ABUSE": Area("Domestic abuse", (8,)),
    "SAFETY": Area("Safety from abuse and exploitation", (6,)),
    "CRIME": Area("Crime and anti-social behaviour", (7,)),
    "HOUSING": Area("Home", (9,)),
    "MONEY": Area("Money and work", (10,)),
    "YOUNG_CARER": Area("Caring for somebody", (1, 3)),
    "COMMUNITY": Area("Identity, community and belonging", (5,)),
}
