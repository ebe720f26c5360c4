"""What can be done with an assessment: save a section, amend one that was signed off, and say how the family learnt the conclusions."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.assessments import rows, rules
from service.cases.actions import refuse_if_ended
from service.changing.amending import amended
from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, BadInput, expect_revision
from service.forms.answering import Answering, as_stored
from service.forms.parts import Answers
from service.forms.published import FORMS
from service.households.family import read_family
from service.journal.chain import Event, canonical
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written

Given = Sequence[Mapping[str, Any]]


async def save_section(
    tx: Transaction,
    *,
    actor: Actor,
    assessment_id: UUID,
    section: str,
    expected_revision: int,
    answers: Given,
    subject_id: UUID | None = None,
) -> Written:
    """Save a section of an assessment that is being written; a draft needs no answer to be complete."""
    case = await tx.load(rows.LOAD_TO_WRITE, assessment_id=assessment_id, section=section, subject_id=subject_id)
    tx.may(case, Action.WRITE_ASSESSMENT)
    refuse_if_ended(case)
    rules.refuse_locked(orjson.loads(case["assessment"])["state"])
    written = written_section(tx, case, actor, (section, subject_id), expected_revision, answers)
    event = Event("AssessmentSectionSaved", {"section": written})
    return await tx.write(rows.SAVE_SECTION, case.position, event, record=written["id"], **columns(written))


async def amend_assessment(
    tx: Transaction,
    *,
    actor: Actor,
    assessment_id: UUID,
    section: str,
    expected_revision: int,
    answers: Given,
    reason: str,
    subject_id: UUID | None = None,
) -> Written:
    """Amend a section of an assessment that was signed off, and say why; what it read before is kept."""
    case = await tx.load(rows.LOAD_TO_WRITE, assessment_id=assessment_id, section=section, subject_id=subject_id)
    tx.may(case, Action.AMEND_ASSESSMENT)
    rules.refuse_unless_signed_off(orjson.loads(case["assessment"])["state"])
    written = written_section(tx, case, actor, (section, subject_id), expected_revision, answers)
    before = case["section"] and orjson.loads(case["section"])["answers"]
    event = Event("AssessmentAmended", {"section": written, "before": before, "reason": reason})
    return await tx.write(rows.AMEND_SECTION, case.position, event, record=written["id"], reason=reason, **columns(written))


def written_section(
    tx: Transaction, case: Loaded, actor: Actor, place: tuple[str, UUID | None], expected_revision: int, given: Given
) -> dict[str, Any]:
    """Make the row of a section as it is to be. Raise BadInput, NotFound, Rewritten, AlreadyDone."""
    now = orjson.loads(case["section"]) if case["section"] else None
    rules.refuse_stale(now, expected_revision)
    answers = read_answers(case, place, given, is_new=now is None)
    if now and now["answers"] == answers:
        raise AlreadyDone("These answers are saved already.")
    key, subject_id = place
    return {
        "id": UUID(now["id"]) if now else tx.new_id(case.now),
        "assessment_id": UUID(orjson.loads(case["assessment"])["id"]),
        "section": key,
        "subject_id": subject_id,
        "answers": answers,
        "revision": expected_revision + 1,
        "saved_by": actor.id,
        "saved_at": case.now,
    }


def read_answers(case: Loaded, place: tuple[str, UUID | None], given: Given, *, is_new: bool) -> Answers:
    """Read answers by the form of the assessment. Raise BadInput, NotFound."""
    assessment, family = orjson.loads(case["assessment"]), read_family(case["family"])
    key, subject_id = place
    section = rules.section_of(FORMS[assessment["form"], assessment["form_version"]], key)
    today = day_in_london(case.now)
    if is_new:  # what was written about somebody who has left since can still be put right
        rules.refuse_other_subject(section, subject_id, rules.asked_of(family, today=today))
    reading = Answering(section, today=today, family=family)
    answers = reading.read(given)
    if reading.problems:
        raise BadInput.because(reading.problems)
    return as_stored(answers)


def columns(section: Mapping[str, Any]) -> dict[str, Any]:
    """Return a section as the statement takes it."""
    return prefixed("section", {**section, "answers": canonical(section["answers"])})


async def share_conclusions(
    tx: Transaction,
    *,
    actor: Actor,
    assessment_id: UUID,
    shared_on: dt.date | None = None,
    how: str | None = None,
    note: str | None = None,
    why_not: str | None = None,
) -> Written:
    """Record how the family learnt what the assessment says, or why telling them is not safe."""
    case = await tx.load(rows.LOAD_TO_SHARE, assessment_id=assessment_id)
    tx.may(case, Action.SHARE_CONCLUSIONS)
    assessment = orjson.loads(case["assessment"])
    rules.refuse_unless_concluded(assessment["state"])
    said: dict[str, Any] = {"shared_on": shared_on, "how": how, "note": note, "why_not": why_not}
    refuse_impossible(case, assessment, said)
    row = {
        **said,
        "id": tx.new_id(case.now),
        "assessment_id": assessment_id,
        "recorded_by": actor.id,
        "recorded_at": case.now,
        "revision": 1,
    }
    event = Event("ConclusionsWithheld" if why_not else "ConclusionsShared", {"conclusions": row})
    return await tx.write(rows.SHARE_CONCLUSIONS, case.position, event, record=row["id"], **prefixed("conclusions", row))


def refuse_impossible(case: Loaded, assessment: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    """Raise BadInput where the conclusions cannot have been shared so."""
    started_on = dt.date.fromisoformat(assessment["started_on"])
    if problems := list(rules.sharing_problems(said, today=day_in_london(case.now), started_on=started_on)):
        raise BadInput.because(problems)


async def amend_conclusions(
    tx: Transaction, *, actor: Actor, conclusions_id: UUID, expected_revision: int, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of how the family learnt the conclusions."""
    case = await tx.load(rows.LOAD_OF_CONCLUSIONS, conclusions_id=conclusions_id)
    tx.may(case, Action.SHARE_CONCLUSIONS)
    now = orjson.loads(case["conclusions"])
    expect_revision(now["revision"], expected_revision, "This")
    now["shared_on"] = now["shared_on"] and dt.date.fromisoformat(now["shared_on"])
    before, after = amended(now, changes, editable=rules.EDITABLE, always_filled={})
    refuse_impossible(case, orjson.loads(case["assessment"]), after)
    event = Event("ConclusionsAmended", {"conclusions_id": conclusions_id, "before": before, "after": after})
    values = prefixed("conclusions", {**after, "revision": expected_revision + 1, "id": conclusions_id})
    return await tx.write(rows.AMEND_CONCLUSIONS, case.position, event, record=conclusions_id, **values)
