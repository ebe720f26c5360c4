"""What can be done with a review: record one, amend it, and give a manager's view on a plan that does not move."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads
from service.cases.actions import refuse_if_ended
from service.cases.rules import standing_of
from service.changing.amending import amended
from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, BadInput, NotFound, Refused, expect_revision
from service.households.family import read_family
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.reviews import rows, rules

Judgements = Sequence[Mapping[str, Any]]
NEVER_CLEARED = ("next_review_on", "judgements")
"""Null says nothing about these: what was set down stays."""


async def record_review(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    judgements: Judgements,
    meeting_id: UUID | None = None,
    next_review_on: dt.date | None = None,
    **said: Any,
) -> Written:
    """Record a review of the plan: what was said, how each open outcome went, and when the next one is."""
    case = await loads.load(tx, rows.LOAD, case_id, meeting_id=meeting_id)
    tx.may(case, Action.RECORD_REVIEW)
    refuse_if_ended(case)
    if meeting_id and not case["meeting_found"]:
        raise NotFound("There is no meeting by this id on this case.", path=("meetingId",))
    rules.refuse_unless_reviewed(case["state"], of_meeting=meeting_id is not None)
    review = {name: said.get(name) for name in rules.EDITABLE}
    now_open = [key for key, status in outcomes_of(case).items() if status == "open"]
    refuse(case, review, [*rules.judged(judgements, now_open), *rules.every_one(judgements, now_open)])
    columns = dates(case, next_review_on)
    review |= dict.fromkeys(("drift_view", "drift_by", "drift_at")) | {"next_review_on": next_review_on, "revision": 1}
    review |= {"id": tx.new_id(case.now), "case_id": case_id, "visit_id": reviewed_stay(case), "meeting_id": meeting_id}
    review |= {"recorded_by": actor.id, "recorded_at": case.now}
    event = Event("ReviewRecorded", {"review": review, "judgements": [dict(each) for each in judgements], **columns})
    values = {**prefixed("case", columns), **prefixed("review", review), **in_columns(judgements)}
    return await tx.write(rows.RECORD_REVIEW, case.position, event, record=review["id"], **values)  # type: ignore[arg-type]


async def amend_review(
    tx: Transaction,
    *,
    actor: Actor,
    review_id: UUID,
    expected_revision: int,
    reason: str,
    changes: Mapping[str, Any],
) -> Written:
    """Correct a review and say why: what was said, how some outcomes went, or while it is under way the day of the next."""
    case = await tx.load(rows.LOAD_OF_REVIEW, review_id=review_id)
    tx.may(case, Action.RECORD_REVIEW)
    refuse_if_ended(case)
    review = stored(case["review"])
    expect_revision(review["revision"], expected_revision, "This review")
    judged = stored_judgements(case)
    given = changes.get("judgements") or []
    said = {name: value for name, value in changes.items() if value is not None or name not in NEVER_CLEARED}
    refuse_other_stay(case, review, said)
    now = {**review, "judgements": judged}
    new = {**said, "judgements": {**judged, **{each["outcome_id"]: judgement(each) for each in given}}}
    editable = (*rules.EDITABLE, "next_review_on", "judgements")
    before, after = amended(now, new, editable=editable, always_filled=rules.ALWAYS_FILLED)
    known = {*judged, *(key for key, status in outcomes_of(case).items() if status == "open")}
    refuse(case, after, rules.judged(given, known), asked_before=review["reconfirmed_by"])
    columns = dates(case, said.get("next_review_on"))
    spelled = [{**each, "judgements": spell(each["judgements"])} for each in (before, after)]
    event = Event("ReviewAmended", {"review_id": review_id, "why": reason, "before": spelled[0], "after": spelled[1], **columns})
    values = {**prefixed("review", {**after, "id": review_id, "revision": expected_revision + 1}), **in_columns(given)}
    return await tx.write(rows.AMEND_REVIEW, case.position, event, record=review_id, **values, **prefixed("case", columns))


async def consider_drift(tx: Transaction, *, actor: Actor, review_id: UUID, expected_revision: int, view: str) -> Written:
    """Give a manager's view on a plan that has not moved in three reviews."""
    case = await tx.load(rows.LOAD_FOR_VIEW, review_id=review_id)
    tx.may(case, Action.CONSIDER_DRIFT)
    refuse_if_ended(case)
    review = stored(case["review"])
    expect_revision(review["revision"], expected_revision, "This review")
    rules.refuse_early_view(case["without_movement"], is_latest=case["latest"] == review_id)
    if review["drift_view"] == view:
        raise AlreadyDone
    event = Event("DriftConsidered", {"review_id": review_id, "view": view, "before": review["drift_view"], "why": view})
    values = {"review_drift_view": view, "review_drift_by": actor.id, "review_revision": expected_revision + 1}
    return await tx.write(rows.CONSIDER_DRIFT, case.position, event, record=review_id, review_id=review_id, **values)


def reviewed_stay(case: Loaded) -> UUID | None:
    """Return the stay that a review is of: the present one, if the case is in review."""
    return case["stay_id"] if case["state"] == rules.REVIEWED else None


def refuse_other_stay(case: Loaded, review: Mapping[str, Any], changes: Mapping[str, Any]) -> None:
    """Raise Refused where a review that is over would set the day of the next one."""
    is_over = review["visit_id"] is None or review["visit_id"] != case["stay_id"]
    if changes.get("next_review_on") and is_over:
        said = "This review is over. Move the day of the next review on the case itself."
        raise Refused(said, path=("nextReviewOn",), reason="review_over")


def dates(case: Loaded, chosen: dt.date | None) -> dict[str, Any]:
    """Return the columns of the case with the day of its next review."""
    return rules.next_review(standing_of(case.row), chosen, now=case.now, settings=loads.settings_of(case))


def refuse(case: Loaded, review: Mapping[str, Any], judged: Any, *, asked_before: UUID | None = None) -> None:
    """Raise BadInput with everything that cannot be right in a review; `asked_before`: who it named, though they may have left since."""
    family = {each.id for each in read_family(case["family"]).values() if each.belongs or each.id == asked_before}
    days = {"opened": day_in_london(case["opened_at"]), "today": day_in_london(case.now)}
    if problems := [*rules.problems(review, family=family, **days), *judged]:
        raise BadInput.because(problems)


def outcomes_of(case: Loaded) -> dict[UUID, str]:
    """Return how each outcome of the plan stands."""
    return {UUID(key): status for key, status in orjson.loads(case["outcomes"]).items()}


def stored(found: str) -> dict[str, Any]:
    """Read a review that a load gathered as JSON."""
    row: dict[str, Any] = orjson.loads(found)
    keys = {name: UUID(row[name]) for name in ("visit_id", "meeting_id", "reconfirmed_by") if row[name]}
    days = {name: dt.date.fromisoformat(row[name]) for name in ("held_on", "next_review_on") if row[name]}
    return {**row, **keys, **days}


def judgement(each: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a judgement says beside the outcome that it is of."""
    return {name: each.get(name) for name in rows.NAMES if name != "outcome_id"}


def stored_judgements(case: Loaded) -> dict[UUID, dict[str, Any]]:
    """Return how the review found each outcome."""
    return {UUID(each["outcome_id"]): judgement(each) for each in orjson.loads(case["judgements"])}


def spell(judgements: Mapping[UUID, Mapping[str, Any]]) -> dict[str, Any]:
    """Return judgements as JSON can hold them."""
    return {str(key): dict(each) for key, each in judgements.items()}


def in_columns(judgements: Judgements) -> dict[str, list[Any]]:
    """Return judgements as the statement takes them."""
    return {f"judged_{name}": [each.get(name) for each in judgements] for name in rows.NAMES}
