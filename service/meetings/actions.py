"""What can be done with a meeting: record one with all that it agreed, and amend the record."""

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
from service.errors import BadInput, ErrorCode, Problem, expect_revision
from service.households.family import read_family
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.meetings import rows, rules
from service.plans.actions import action_problems, added
from service.reviews.rules import next_review

Given = Sequence[Mapping[str, Any]]


async def record_meeting(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    held_on: dt.date,
    decisions: str,
    practitioners: Given,
    family: Given | None = None,
    family_views: str | None = None,
    actions: Given | None = None,
    next_review_on: dt.date | None = None,
    agreed_lead_id: UUID | None = None,
) -> Written:
    """Record a meeting; its actions, its date and the lead professional that it agreed reach the case in the same statement."""
    case = await loads.load(tx, rows.LOAD, case_id, practitioner_id=agreed_lead_id)
    tx.may(case, Action.RECORD_MEETING)
    refuse_if_ended(case)
    said = {"held_on": held_on, "family_views": family_views, "decisions": decisions}
    family, actions = family or [], actions or []
    if problems := [*meeting_problems(case, said, practitioners, family), *agreed_problems(case, actions, agreed_lead_id)]:
        raise BadInput.because(problems)
    columns = next_review(standing_of(case.row), next_review_on, now=case.now, settings=loads.settings_of(case))
    meeting = {"id": tx.new_id(case.now), "case_id": case_id, **said, "next_review_on": next_review_on, "revision": 1}
    meeting |= {"lead_id": agreed_lead_id and tx.new_id(case.now), "recorded_by": actor.id, "recorded_at": case.now}
    agreed = [added(tx, case, actor, {**each, "meeting_id": meeting["id"]}) for each in actions]
    lead = {"lead_id": meeting["lead_id"], "practitioner_id": agreed_lead_id} if agreed_lead_id else None
    invited = {"practitioners": list(map(dict, practitioners)), "family": list(map(dict, family))}
    event = Event("MeetingRecorded", {"meeting": meeting, **invited, "actions": agreed, "lead": lead, **columns})
    values = {**prefixed("case", columns), **prefixed("meeting", meeting), **columns_of(practitioners, family), **in_columns(agreed)}
    statement = rows.RECORD_MEETING_WITH_LEAD if agreed_lead_id else rows.RECORD_MEETING
    return await tx.write(statement, case.position, event, record=meeting["id"], practitioner_id=agreed_lead_id, **values)  # type: ignore[arg-type]


async def amend_meeting(
    tx: Transaction, *, actor: Actor, meeting_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct the record of a meeting and say why. What it agreed stands in the plan, and is amended there."""
    case = await tx.load(rows.LOAD_OF_MEETING, meeting_id=meeting_id)
    tx.may(case, Action.RECORD_MEETING)
    refuse_if_ended(case)
    meeting = orjson.loads(case["meeting"])
    expect_revision(meeting["revision"], expected_revision, "This meeting")
    team, persons = (orjson.loads(case[name]) for name in ("team", "persons"))
    now = {**meeting, "held_on": dt.date.fromisoformat(meeting["held_on"]), "practitioners": team, "family": persons}
    lists = {name: spelled(changes[name], key) for name, key in LISTS.items() if changes.get(name) is not None}
    said = {name: value for name, value in changes.items() if name not in LISTS}
    before, after = amended(now, {**said, **lists}, editable=(*rules.EDITABLE, *LISTS), always_filled=rules.ALWAYS_FILLED)
    practitioners, family = (given_again(after[name], key) for name, key in LISTS.items())
    known = {UUID(key) for key in (*team, *persons)}
    if problems := list(meeting_problems(case, after, practitioners, family, known)):
        raise BadInput.because(problems)
    event = Event("MeetingAmended", {"meeting_id": meeting_id, "why": reason, "before": before, "after": after})
    values = {**prefixed("meeting", {**after, "id": meeting_id, "revision": expected_revision + 1}), **columns_of(practitioners, family)}
    return await tx.write(rows.AMEND_MEETING, case.position, event, record=meeting_id, **values)


LISTS = {"practitioners": "practitioner_id", "family": "person_id"}
"""The lists of who was invited, and by what their people are named."""


def spelled(given: Given, key: str) -> dict[str, str]:
    """Return who was invited and whether they came, as it is kept."""
    return {str(each[key]): each["presence"] for each in given}


def given_again(kept: Mapping[str, str], key: str) -> list[dict[str, Any]]:
    """Return what was kept of who was invited, as a client gives it."""
    return [{key: UUID(who), "presence": presence} for who, presence in kept.items()]


def meeting_problems(
    case: Loaded, said: Mapping[str, Any], practitioners: Given, family: Given, known: frozenset[UUID] | set[UUID] = frozenset()
) -> list[Problem]:
    """Say what cannot be right in a meeting; `known`: who was written down before, though they may have left since."""
    belong = {each.id for each in read_family(case["family"]).values() if each.belongs}
    helpers = {*case["helpers"], *known}
    return [
        *rules.problems(said, opened=day_in_london(case["opened_at"]), today=day_in_london(case.now)),
        *rules.invited(practitioners, helpers, column="practitioner_id", field="practitioners", path="practitionerId"),
        *rules.invited(family, {*belong, *known}, column="person_id", field="family", path="personId"),
        *rules.somebody_came([each["presence"] for each in (*practitioners, *family)]),
    ]


def agreed_problems(case: Loaded, actions: Given, lead: UUID | None) -> list[Problem]:
    """Say what cannot be right in what a meeting agreed: its actions, and its lead professional."""
    now_open = {UUID(key) for key, status in orjson.loads(case["outcomes"]).items() if status == "open"}
    facts = {"is_active": case["is_active"], "works_here": case["works_here"]}
    found = list(rules.lead_problems(orjson.loads(case["leads"]), lead, **facts))
    for index, each in enumerate(actions):
        path = ("actions", str(index))
        if each["outcome_id"] not in now_open:
            found.append(Problem(ErrorCode.NOT_FOUND, "There is no open outcome by this id in the plan.", (*path, "outcomeId")))
        found += action_problems(case, each, None, *path)
    return found


def columns_of(practitioners: Given, family: Given) -> dict[str, list[Any]]:
    """Return who was invited as the statement takes it."""
    found: dict[str, list[Any]] = {}
    for given, key in ((practitioners, "practitioner_id"), (family, "person_id")):
        found |= {f"invited_{key}": [each[key] for each in given], f"presence_{key}": [each["presence"] for each in given]}
    return found


def in_columns(actions: Given) -> dict[str, list[Any]]:
    """Return actions as the statement takes them."""
    return {f"agreed_{name}": [each[name] for each in actions] for name, _ in rows.AGREED}
