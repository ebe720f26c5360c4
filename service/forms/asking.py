"""Who is asked what by a form, what is still missing, and which needs its answers raise. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from service.forms.factors import Presence
from service.forms.parts import Answers, Form, Question, Scope, Section, Subject, Type, View

Written = Mapping[tuple[str, UUID | None], Answers]
"""What an assessment holds, by the key of the section and of the person whom it is about; None for the family."""

NOTHING: Answers = {}
THERE = (Presence.PRESENT, Presence.SUSPECTED)


@dataclass(frozen=True, slots=True)
class Family:
    """The children of a case whose help goes on, and every parent or carer who is recorded for them, taking part or not."""

    children: tuple[Subject, ...] = ()
    adults: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section is for one of those whom it is asked of: how many answers it has and needs, and which are missing."""

    section: Section
    subject: Subject | None
    answered: int
    required: int
    missing: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """A need that an answer speaks of, in one of some areas."""

    section: Section
    subject_id: UUID | None
    question: Question
    said: str | None


def subjects_of(section: Section, family: Family) -> tuple[Subject | None, ...]:
    """Return of whom a section is asked.

    Where no parent or carer is recorded it is asked once, of nobody, so that it can be said why nobody was.
    """
    match section.per:
        case Scope.FAMILY:
            return (None,)
        case Scope.CHILD:
            return tuple(child for child in family.children if not (section.not_for_unborn and child.is_unborn))
        case Scope.ADULT:
            return family.adults or (None,)


def asked(form: Form, family: Family) -> Iterator[tuple[Section, Subject | None]]:
    """Yield every section of a form with each of those whom it is asked of."""
    return ((section, subject) for section in form.sections for subject in subjects_of(section, family))


def of(written: Written, section: Section, subject: Subject | None) -> Answers:
    """Return what a section holds about somebody."""
    return written.get((section.key, subject.id if subject else None), NOTHING)


def progress(form: Form, family: Family, written: Written) -> tuple[Progress, ...]:
    """Say of every section how far it is."""
    return tuple(progress_of(section, subject, of(written, section, subject)) for section, subject in asked(form, family))


def progress_of(section: Section, subject: Subject | None, answers: Answers) -> Progress:
    """Say how far a section is for somebody."""
    required = [question for question in section.questions if question.required.holds(answers, subject)]
    missing = tuple(question for question in required if question.key not in answers)
    return Progress(section, subject, len(answers), len(required), missing)


def missing_answers(form: Form, family: Family, written: Written) -> tuple[tuple[str, str | None], ...]:
    """Name the sections in which a required answer is missing, each with whom it is about."""
    return tuple((each.section.title, name_of(each.subject)) for each in progress(form, family, written) if each.missing)


def elements_not_considered(form: Form, family: Family, written: Written) -> tuple[tuple[str, str | None], ...]:
    """Name the elements with neither strengths, nor needs, nor a reason, each with whom it is about."""
    return tuple(
        (question.label, name_of(subject))
        for section, subject in asked(form, family)
        for question in section.questions
        if section.key in form.elements and question.type is Type.TOPIC and question.key not in of(written, section, subject)
    )


def name_of(subject: Subject | None) -> str | None:
    """Return somebody's name."""
    return subject.name if subject else None


def is_heard(view: View, answers: Answers) -> bool:
    """Tell whether somebody's own words are there, or the reason why they are not."""
    return view.words in answers or view.why_not in answers


def voice_missing_for(form: Form, family: Family, written: Written) -> tuple[str, ...]:
    """Name the children without their own words or a reason why not; an unborn child has no voice yet."""
    section = form.section(form.voice.section)
    assert section  # the checker has seen it
    children = [child for child in subjects_of(section, family) if child]
    return tuple(child.name for child in children if not is_heard(form.voice, of(written, section, child)))


def parents_views_missing(form: Form, family: Family, written: Written) -> bool:
    """Tell whether there is neither a view of any parent or carer nor a reason why not."""
    section = form.section(form.views.section)
    assert section  # the checker has seen it
    return not any(is_heard(form.views, of(written, section, adult)) for adult in subjects_of(section, family))


def areas_raised(form: Form, written: Written) -> tuple[Raised, ...]:
    """Say which answers speak of a need, in the order of the form. A need that SEND has identified is one already."""
    return tuple(
        Raised(section, subject_id, question, said_of_need(answers[question.key]))
        for section in form.sections
        for (key, subject_id), answers in written.items()
        for question in section.questions
        if key == section.key and question.areas and raises(question, answers.get(question.key, {}))
    )


def raises(question: Question, answer: Mapping[str, object]) -> bool:
    """Tell whether an answer speaks of a need: the needs of a topic, a text, or a factor that is there or suspected."""
    return "needs" in answer or (question.type is Type.LONG_TEXT and "text" in answer) or bool(factors_there(answer))


def factors_there(answer: Mapping[str, object]) -> list[str]:
    """Return what is known of the factors that are present or suspected."""
    found = answer.get("factors", ())
    assert isinstance(found, list | tuple)
    return [each.get("known") or "" for each in found if each["presence"] in THERE]


def said_of_need(answer: Mapping[str, object]) -> str | None:
    """Return the words in which an answer speaks of a need."""
    words = answer.get("needs") or answer.get("text") or "\n".join(filter(None, factors_there(answer)))
    return str(words) or None
