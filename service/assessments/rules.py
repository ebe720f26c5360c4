"""What can be written in an assessment, when, and what is still missing in it. Pure."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from service.errors import BadInput, ErrorCode, NotFound, Problem, Refused, Rewritten
from service.forms import asking
from service.forms.parts import Form, Section, Subject
from service.forms.published import FORMS
from service.households.family import Relative, read_family
from service.people.rules import UNBORN, age_on

PARENT = "parent_or_carer"
LOCKED = {
    "submitted": "This assessment waits for sign-off. Ask the manager to return it first.",
    "signed_off": "This assessment was signed off. Amend it, and say why.",
}
CONCLUDED = ("submitted", "signed_off")
EDITABLE = ("shared_on", "how", "note", "why_not")
"""What can be changed in how the conclusions were shared."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What guards ask of the assessment that is being written; sections, elements and children are named as people know them."""

    missing_answers: tuple[tuple[str, str | None], ...] = ()
    elements_not_considered: tuple[tuple[str, str | None], ...] = ()
    voice_missing_for: tuple[str, ...] = ()
    parents_views_missing: bool = False


def facts_of(found: Mapping[str, Any] | None, *, today: dt.date) -> Facts:
    """Make the facts of what `facts.open_assessment` read; where no assessment is being written nothing is missing in it."""
    if found is None:
        return Facts()
    form, written = FORMS[found["form"], found["form_version"]], read_written(found["sections"])
    family = asked_of(read_family(orjson.dumps(found["family"]).decode()), today=today)
    return Facts(
        missing_answers=asking.missing_answers(form, family, written),
        elements_not_considered=asking.elements_not_considered(form, family, written),
        voice_missing_for=asking.voice_missing_for(form, family, written),
        parents_views_missing=asking.parents_views_missing(form, family, written),
    )


def read_written(sections: Collection[Mapping[str, Any]]) -> asking.Written:
    """Read what an assessment holds, by section and by whom it is about."""
    return {(each["section"], each["subject_id"] and UUID(each["subject_id"])): each["answers"] for each in sections}


def asked_of(family: Mapping[UUID, Relative], *, today: dt.date) -> asking.Family:
    """Return of whom an assessment asks: the children whose help goes on, and the parents or carers of the household."""
    by_name = sorted(family.values(), key=lambda each: (each.born or dt.date.max, each.name, each.id))
    return asking.Family(
        children=tuple(subject(each, today) for each in by_name if each.on_case),
        adults=tuple(subject(each, today) for each in by_name if each.role == PARENT),
    )


def subject(relative: Relative, today: dt.date) -> Subject:
    """Return somebody as a form asks of them."""
    age = age_on(relative.born, today) if relative.born else None
    return Subject(relative.id, relative.name, age, relative.kind == UNBORN)


def refuse_locked(state: str) -> None:
    """Raise Refused for an assessment that is not being written."""
    if state in LOCKED:
        raise Refused(LOCKED[state], path=("assessmentId",), reason="assessment_locked")


def refuse_unless_signed_off(state: str) -> None:
    """Raise Refused for an assessment that can still be written as it is."""
    if state != "signed_off":
        sentence = "This assessment is not signed off yet. Save the section, or ask for the assessment to be returned."
        raise Refused(sentence, path=("assessmentId",), reason="not_signed_off")


def refuse_unless_concluded(state: str) -> None:
    """Raise Refused for an assessment that has no conclusions yet."""
    if state not in CONCLUDED:
        sentence = "Send the assessment for sign-off first. Until then there are no conclusions to share."
        raise Refused(sentence, path=("assessmentId",), reason="not_submitted")


def section_of(form: Form, key: str) -> Section:
    """Return a section of a form. Raise BadInput where it has none by this key."""
    section = form.section(key)
    if section is None:
        known = ", ".join(each.key for each in form.sections)
        raise BadInput(f"This form has no section {key}. Choose one of {known}.", path=("section",))
    return section


def refuse_other_subject(section: Section, subject_id: UUID | None, family: asking.Family) -> None:
    """Raise BadInput or NotFound where a section is not asked of somebody."""
    asked = [each and each.id for each in asking.subjects_of(section, family)]
    if subject_id in asked:
        return
    if asked == [None]:
        raise BadInput("This section is answered once. Leave out whom it is about.", path=("subjectId",))
    if subject_id is None:
        raise BadInput("Say whom this section is about: it is answered for each of them.", path=("subjectId",))
    raise NotFound("This section is not asked of anybody by this id on the case or in its household.", path=("subjectId",))


def refuse_stale(now: Mapping[str, Any] | None, expected: int) -> None:
    """Raise Rewritten, with the section as it stands, unless it is still the one that somebody read; 0 for one not written yet."""
    revision = now["revision"] if now else 0
    if revision == expected:
        return
    said = (
        f"This section was saved meanwhile (revision {revision}). Nothing of yours was kept: compare it with what stands there, then save."
    )
    raise Rewritten(said, path=("expectedRevision",), stands=UUID(now["id"]) if now else None)


def sharing_problems(said: Mapping[str, Any], *, today: dt.date, started_on: dt.date) -> Iterator[Problem]:
    """Say what is missing in how the conclusions were shared, or cannot be."""
    is_shared = said["how"] is not None or said["shared_on"] is not None
    if is_shared == (said["why_not"] is not None):
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say how and on what day they were shared, or why that is not safe; one of the two.", ())
        return
    for name, path in (("how", "how"), ("shared_on", "sharedOn")):
        if is_shared and said[name] is None:
            yield Problem(ErrorCode.BAD_USER_INPUT, "Say both how and on what day they were shared.", (path,))
    if said["shared_on"] and not started_on <= said["shared_on"] <= today:
        sentence = "Give a day that has come, not before the assessment was started."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("sharedOn",))
