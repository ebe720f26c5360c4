"""The simple risk tool, version 1, and what a use of it must hold. Pure: nothing is counted, weighted or ranked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.errors import ErrorCode, Problem

VERSION = 1


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of risk: its label, the national codes that a step-up can carry, and whether the page reminds of social care."""

    label: str
    codes: tuple[str, ...]
    reminds: bool = False


FACTORS: Mapping[str, Factor] = {
    "neglect": Factor("Neglect", ("16A",)),
    "emotional": Factor("Emotional abuse", ("17A",)),
    "physical": Factor("Physical abuse", ("18B", "18C"), True),
    "sexual": Factor("Sexual abuse", ("19B", "19C"), True),
    "domestic_abuse": Factor("Domestic abuse", ("3A", "3B", "3C")),
    "exploitation": Factor("Exploitation, gangs or trafficking", ("11A", "12A", "13A", "24A"), True),
    "missing": Factor("Going missing", ("10A",)),
    "harmful_practice": Factor("Genital mutilation, or abuse linked to faith or belief", ("22A", "23A"), True),
    "adult_mental_health": Factor("Mental health of an adult", ("4B", "4C")),
    "adult_substances": Factor("Alcohol or drugs, adult", ("1B", "1C", "2B", "2C")),
    "adult_disability": Factor("Disability or illness of an adult", ("5B", "5C", "6B", "6C")),
    "child_mental_health": Factor("The child's mental health or self-harm", ("4A", "15A"), True),
    "child_substances": Factor("Alcohol or drugs, child", ("1A", "2A")),
    "child_disability": Factor("The child's disability or illness", ("5A", "6A")),
    "behaviour": Factor("Behaviour that harms others", ("14A",)),
    "young_carer": Factor("The child cares for somebody", ("7A",)),
    "away_from_parents": Factor("Privately fostered, or alone in the country", ("8B", "8C", "8D", "8E", "8F", "9A")),
    "hardship": Factor("Poverty, debt or unsafe housing", ("20",)),
    "history": Factor("Earlier harm or earlier plans", ("20",)),
}
PROTECTIVE: Mapping[str, str] = {
    "safe_adult": "An adult who keeps the child safe",
    "acknowledges": "Parents see the problem and want change",
    "takes_up_help": "The family takes up help, and it works",
    "school": "Nursery, school or college holds the child well",
    "voice": "The child can say what is wrong, and to whom",
    "network": "Relatives or friends who step in",
    "stable_home": "A stable home",
    "distance": "The source of harm has no access",
}
QUESTIONS: Mapping[str, str] = {
    "harm": "What is the harm, to whom, how serious, how often, how recent?",
    "vulnerability": "What makes this child more open to harm: age, disability, not being seen?",
    "protection": "How strong and how lasting is the protection?",
    "child_says": "What does the child say?",
    "not_known": "What do we not know, and who could tell us?",
    "outlook": "What is likely if nothing changes?",
}
ALWAYS_FILLED = {"harm": "harm", "vulnerability": "vulnerability", "protection": "protection", "child_says": "childSays"}
ALWAYS_FILLED |= {"outlook": "outlook"}
"""The texts that cannot be cleared, as a client spells them."""

Answers = Mapping[str, Mapping[str, Any]]


def answers(given: list[dict[str, Any]] | None, before: Answers | None = None) -> dict[str, Mapping[str, Any]]:
    """Return what is answered, by factor; the last word on a factor counts."""
    return {**(before or {}), **{each["factor"]: each for each in given or ()}}


def problems(factors: Answers, protective: Answers, *, not_known: str | None) -> Iterator[Problem]:
    """Say what is not thought of yet, and that somebody must be able to tell what is not known."""
    yield from missing("factors", [factor.label for key, factor in FACTORS.items() if key not in factors])
    yield from missing("protectiveFactors", [label for key, label in PROTECTIVE.items() if key not in protective])
    unknown = [*(each["presence"] for each in factors.values()), *(each["strength"] for each in protective.values())]
    if "not_known" in unknown and not not_known:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Something is not known. Say what, and who could tell you.", ("notKnown",))


def missing(path: str, labels: list[str]) -> Iterator[Problem]:
    """Say which factors have no answer; not known is one."""
    if labels:
        said = f"Answer each factor of the tool; not known is an answer. These are missing: {'; '.join(labels)}."
        yield Problem(ErrorCode.BAD_USER_INPUT, said, (path,))
