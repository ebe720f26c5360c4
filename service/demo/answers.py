"""What is answered to the questions of both forms: texts by the key of the question, the theme's need where its area is asked about."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from service.demo.themes import Theme
from service.forms.factors import FACTORS, PROTECTIVE
from service.forms.parts import Question, Section, Subject, Type

STRENGTHS: Mapping[str, str] = {
    "health": "Registered with a GP and a dentist, and up to date with immunisations.",
    "communication": "Tells a story with a beginning and an end, and listens to others.",
    "early_years": "Met the milestones of the two-year review.",
    "daily_living": "Dresses and washes with a reminder.",
    "feelings": "Laughs easily, and can be comforted.",
    "behaviour": "Calm with one adult; knows the rules of the classroom.",
    "identity": "Proud of the family's two languages, and of being good at football.",
    "relationships": "Two close friends, and cousins at weekends.",
    "caring": "Helps at home as others of that age do.",
    "thinking": "Curious, and remembers what interests.",
    "taking_part": "Joins in once in the room.",
    "progress": "Where the year group is in reading, a little behind in writing.",
    "outside_home": "Goes out with friends whom the family knows; no worry about harm online.",
    "care": "There is food in the house, and the children are warm and clean.",
    "warmth": "Affectionate with each other; praise comes easily.",
    "boundaries": "Clear rules at the weekend, less so on school nights.",
    "family_life": "They talk about what happened, and about what they want.",
    "adult_health": "No illness that gets in the way of the day.",
    "substances": "Neither alcohol nor drugs are a worry.",
    "abuse": "Asked alone: there is none, and there was none.",
    "crime": "Nothing known.",
    "wider_family": "A grandmother and an aunt help every week.",
    "housing": "A dry, secure flat with enough rooms.",
    "money": "Work and benefits cover the month.",
    "community": "Known in the street; the park and the library are near.",
    "CAF-D1": "Well, and seen by the GP and dentist when needed.",
    "CAF-D2": "Grows well, runs, climbs and rides a bicycle.",
    "CAF-D3": "Speaks clearly, and asks when something is not understood.",
    "CAF-D4": "Can be comforted, and comforts others.",
    "CAF-D5": "Keeps to rules when they are said beforehand.",
    "CAF-D6": "Speaks of being good at drawing.",
    "CAF-D7": "Close to a sister and to two friends.",
    "CAF-D8": "Washes and dresses without help.",
    "CAF-D9": "Works things out, and enjoys puzzles.",
    "CAF-D10": "Likes most lessons once there.",
    "CAF-D11": "Making progress in reading and number.",
    "CAF-D12": "Wants to be a vet, or a footballer.",
    "CAF-P1": "Warm, fed and clean; the home is safe.",
    "CAF-P2": "Hugs, praise and time together at weekends.",
    "CAF-P3": "Rules are fair, and mostly kept.",
    "CAF-F1": "The parents agree about what matters.",
    "CAF-F2": "Grandparents take the children every other Saturday.",
    "CAF-F3": "A secure tenancy, and regular work.",
    "CAF-F4": "A football club, the library and good neighbours.",
}
TEXTS: Mapping[str, str] = {
    "home": "Mum and the children; their father has them at weekends. Nan lives two streets away.",
    "hopes": "That we shout less, and laugh more.",
    "views": "We know it has been hard. We would like one person who rings us, rather than five letters.",
    "strengths": "They stick together, turn up when they say they will, and have kept the children's friendships going.",
    "network": "Nan, an aunt, and a neighbour who takes the children when it gets late. Nan would come to a meeting.",
    "change": "One thing first: what the children named themselves. We will know because they tell us.",
    "previous": "School tried a reward chart last year; it helped for some weeks.",
    "scale_why": "Because everybody is well, and wants it. One step up would be one good week.",
    "parent_comment": "It is fair. We read it together, and it is us.",
    "goals": "One thing first, and by the review the children say that it is better.",
    "needs": "What school sees in the mornings begins the evening before.",
}
CHOICES = {"recommendation": "plan_with_team", "send_status": "none", "outcome": "team_around_the_child"}
WITHOUT_A_PLAN = {**CHOICES, "recommendation": "nothing_more", "outcome": "nothing_more"}
MANY = {"how": ["talked", "drew_or_wrote"], "checklist": ["learning"]}
AHEAD = {"seen_on": 0, "review_on": 42}
SCALES = {"own_scale": 4, "family_scale": 3}
BESIDE = {*AHEAD, *SCALES, "hopes", "previous", "scale_why"}
"""Questions that are answered although nobody has to."""


class Spoken(Protocol):
    """Of whom the answers speak: a story of the demonstration, or the family of a walk."""

    @property
    def theme(self) -> Theme:
        """Return what the family came for."""

    def words(self, text: str) -> str:
        """Put the child's name into a sentence."""

    def day(self, n: int = 0) -> str:
        """Return the day, or so many days after it."""

    def took_part(self) -> list[dict[str, Any]]:
        """Say who took part in the assessment."""


def answers_to(told: Spoken, section: Section, about: Subject | None, choices: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Answer the questions of a section that are required beside the answers before them, or will be from the next birthday on."""
    found: dict[str, dict[str, Any]] = {}
    for question in section.questions:
        if question.key in BESIDE or any(question.required.holds(found, each) for each in (about, a_year_older(about))):
            found[question.key] = answer(told, question, choices)
    yield from found.items()


def a_year_older(about: Subject | None) -> Subject | None:
    """Return somebody after their next birthday, which may come before the assessment is sent for sign-off."""
    return about if about is None or about.age is None else replace(about, age=about.age + 1)


def answer(told: Spoken, question: Question, choices: Mapping[str, str]) -> dict[str, Any]:
    """Answer a question in the words of a story."""
    match question.type:
        case Type.TOPIC:
            return topic(told, question)
        case Type.CHOICE:
            return {"choice": choices[question.key]}
        case Type.CHOICES:
            return {"choices": MANY[question.key]}
        case Type.DATE:
            return {"date": told.day(AHEAD[question.key])}
        case Type.SCALE:
            return {"scale": SCALES[question.key]}
        case Type.YES_NO:
            return {"yes": question.key != "escalate"}
        case _:
            return listed(told, question)


def listed(told: Spoken, question: Question) -> dict[str, Any]:
    """Answer a question about people, agencies or factors; any other in words."""
    match question.type:
        case Type.PEOPLE:
            return {"people": told.took_part()}
        case Type.AGENCIES:
            return {"agencies": [{"agency": "Larkfield Primary School", "practitioner": "Class teacher", "contact": "01632 960030"}]}
        case Type.FACTORS:
            return {"factors": factors(told)}
        case Type.PROTECTIVE_FACTORS:
            return {"protectiveFactors": [{"factor": each.key, "strength": strength(each.key)} for each in PROTECTIVE]}
        case _:
            return {"text": in_words(told, question.key)}


def topic(told: Spoken, question: Question) -> dict[str, str]:
    """Say what goes well, and the need where this question asks about its area."""
    if told.theme.area in question.areas:
        return {"strengths": "They want it to change.", "needs": told.words(told.theme.need)}
    return {"strengths": STRENGTHS[question.key]}


def in_words(told: Spoken, key: str) -> str:
    """Answer in words: the theme's own where it has them."""
    theme = told.theme
    own = {"reason": theme.worry, "words": theme.own_words, "child_comment": theme.own_words, "analysis": theme.need}
    return told.words(own.get(key) or TEXTS[key])


def factors(told: Spoken) -> list[dict[str, str]]:
    """Say of every factor of the risk tool whether it is there: one is suspected, the one that the story is about."""
    found = told.theme.factor.lower()
    known = {"presence": "SUSPECTED", "known": told.words(told.theme.need)}
    return [{"factor": each.key, **(known if each.key == found else {"presence": "NOT_PRESENT"})} for each in FACTORS]


def strength(key: str) -> str:
    """Say how strong a protective factor is."""
    return "STRONG" if key in ("school", "safe_adult", "acknowledges") else "SOME"
