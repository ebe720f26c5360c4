"""What the simple risk tool asks about, as a form offers it: support for a judgement, never added up. Pure."""

from enum import StrEnum, auto

from service.forms.parts import options

FACTORS = options(
    neglect="Neglect",
    emotional="Emotional abuse",
    physical="Physical abuse",
    sexual="Sexual abuse",
    domestic_abuse="Domestic abuse",
    exploitation="Exploitation, gangs or trafficking",
    missing="Going missing",
    harmful_practice="Genital mutilation, or abuse linked to faith or belief",
    adult_mental_health="Mental health of an adult",
    adult_substances="Alcohol or drugs, adult",
    adult_disability="Disability or illness of an adult",
    child_mental_health="The child's mental health or self-harm",
    child_substances="Alcohol or drugs, child",
    child_disability="The child's disability or illness",
    behaviour="Behaviour that harms others",
    young_carer="The child cares for somebody",
    away_from_parents="Privately fostered, or alone in the country",
    hardship="Poverty, debt or unsafe housing",
    history="Earlier harm or earlier plans",
)


class Presence(StrEnum):
    """Whether a factor is there."""

    PRESENT = auto()
    SUSPECTED = auto()
    NOT_PRESENT = auto()
    NOT_KNOWN = auto()


PROTECTIVE = options(
    safe_adult="An adult who keeps the child safe",
    acknowledges="Parents see the problem and want change",
    takes_up_help="The family takes up help, and it works",
    school="Nursery, school or college holds the child well",
    voice="The child can say what is wrong, and to whom",
    network="Relatives or friends who step in",
    stable_home="A stable home",
    distance="The source of harm has no access",
)


class Strength(StrEnum):
    """How strong a protective factor is."""

    STRONG = auto()
    SOME = auto()
    NONE = auto()
    NOT_KNOWN = auto()
