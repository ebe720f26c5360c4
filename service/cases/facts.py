"""The facts that the guards of each workflow version look at: one SQL fragment a version, used by reads and writes alike."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, and_, case, cast, exists, func, literal_column, not_, or_, select, tuple_
from sqlalchemy.dialects.postgresql import aggregate_order_by

from service.agreements.ending import ends_at
from service.agreements.tables import AGREEMENT, Answer
from service.cases.tables import CASE_CHILD
from service.configuration import facts as configuration
from service.configuration.in_force import InForce
from service.deadlines.rules import day_in_london, latest
from service.journal.statements import constant, number
from service.lead_professionals.tables import LEAD
from service.people.tables import PERSON
from service.practitioners.tables import PRACTITIONER
from service.visits.tables import VISIT
from workflows import WORKFLOWS
from workflows import early_help_1 as early_help

Sql = ColumnElement[Any]
TABLES = (AGREEMENT, CASE_CHILD, LEAD, PERSON, VISIT, PRACTITIONER, *configuration.TABLES)
"""What the fragments enter: the guards judge the whole truth, whoever asks."""

SETTINGS = "settings"
"""Under which name the facts of every version carry what the council has set."""
ASSESSED = [constant("sign_off"), constant("sign_off_no_plan")]


def answered(answer: FromClause) -> ColumnElement[Any]:
    """Order answers: by the local day of each, for of an earlier day nobody knows the hour, and within a day as they were recorded."""
    return tuple_(cast(func.timezone(constant("Europe/London"), answer.c.answered_at), Date), answer.c.id)


def agreement_stands(case_id: Sql, person_id: Sql, now: Sql) -> ColumnElement[bool]:
    """Tell whether an agreement for a person is in force.

    Whoever has spoken for themselves is heard alone, and their latest answer counts. Until then one parent's yes is enough, unless
    that parent said no later.
    """
    yes, other = AGREEMENT.alias(), AGREEMENT.alias()
    is_own = yes.c.given_by == person_id
    in_force = [yes.c.answer == constant(Answer.AGREED), yes.c.withdrawn_at.is_(None), or_(ends_at(yes).is_(None), ends_at(yes) > now)]
    later = and_(other.c.given_by == yes.c.given_by, answered(other) > answered(yes))
    replaced = and_(later, or_(is_own, other.c.answer == constant(Answer.REFUSED)))
    overruled = and_(not_(is_own), or_(other.c.given_by == person_id, other.c.withdrawn_by == person_id))
    undone = select(other.c.id).where(other.c.case_id == case_id, other.c.person_id == person_id, or_(replaced, overruled))
    given = select(yes.c.id).where(
        yes.c.case_id == case_id, yes.c.person_id == person_id, *in_force, not_(exists(undone.correlate_except(other)))
    )
    return exists(given.correlate_except(yes))


def children(row: FromClause, *conditions: Callable[[Sql], ColumnElement[bool]]) -> Sql:
    """Name the children whose help goes on, those that meet the conditions, as a JSON array in the order in which they joined."""
    child, person = CASE_CHILD.alias(), PERSON.alias()
    found = select(
        func.coalesce(func.json_agg(aggregate_order_by(person.c.given_name, child.c.joined_at, person.c.id)), literal_column("'[]'::json"))
    )
    here = child.join(person, person.c.id == child.c.person_id)
    asked = [condition(child.c.person_id) for condition in conditions]
    ongoing = found.select_from(here).where(child.c.case_id == row.c.id, child.c.ended_at.is_(None), *asked)
    return ongoing.correlate_except(child, person).scalar_subquery()


def agreement_was_ended(row: FromClause) -> Sql:
    """Tell whether it is recorded who said no or withdrew."""
    answer = AGREEMENT.alias()
    ended = or_(answer.c.answer == constant(Answer.REFUSED), answer.c.withdrawn_at.is_not(None))
    return exists(select(answer.c.id).where(answer.c.case_id == row.c.id, ended).correlate_except(answer))


def has_worker(row: FromClause) -> Sql:
    """Tell whether the case is allocated to somebody whose account is in force: with it the case of one who leaves waits for another."""
    person = PRACTITIONER.alias()
    return exists(select(person.c.id).where(person.c.id == row.c.worker_id, person.c.ended_at.is_(None)).correlate_except(person))


def lead_now(row: FromClause) -> Sql:
    """Say whether the lead professional is agreed, acting or none; the role of somebody whose account has ended has ended with it."""
    lead, person = LEAD.alias(), PRACTITIONER.alias()
    here = lead.join(person, person.c.id == lead.c.practitioner_id)
    in_force = and_(lead.c.case_id == row.c.id, lead.c.ended_at.is_(None), person.c.ended_at.is_(None))
    first = select(func.max(lead.c.kind)).select_from(here).where(in_force)  # of the two words, agreed and acting, the greater
    return func.coalesce(first.correlate_except(lead, person).scalar_subquery(), constant("none"))


def was_assessed(row: FromClause) -> Sql:
    """Tell whether an assessment of the case was signed off."""
    stay = VISIT.alias()
    return exists(select(stay.c.id).where(stay.c.case_id == row.c.id, stay.c.left_by.in_(ASSESSED)).correlate_except(stay))


def early_help_1_facts(row: FromClause, now: Sql) -> Sql:
    """Write the facts of early help version 1 as JSON."""
    stands: Callable[[Sql], ColumnElement[bool]] = lambda person_id: agreement_stands(row.c.id, person_id, now)  # noqa: E731
    found: Mapping[str, Sql] = {
        "children": children(row),
        "agreement_missing_for": children(row, lambda person_id: not_(stands(person_id))),
        "agreement_in_force_for": children(row, stands),
        "agreement_ended_recorded": agreement_was_ended(row),
        "allocated": has_worker(row),
        "lead_professional": lead_now(row),
        "paused_from": row.c.paused_from,
        "assessment_signed_off": was_assessed(row),
        SETTINGS: configuration.settings(row, now),
    }
    return func.json_build_object(*(part for name, fact in found.items() for part in (constant(name), fact)))


FRAGMENTS = {("early-help", 1): early_help_1_facts}
assert FRAGMENTS.keys() == WORKFLOWS.keys()


def facts(row: FromClause, now: Sql) -> Sql:
    """Write the facts of a case as JSON, by the version that it stays on."""
    ways = [
        (and_(row.c.workflow == constant(key), row.c.workflow_version == number(version)), write(row, now))
        for (key, version), write in FRAGMENTS.items()
    ]
    return case(*ways)


def settings_in(found: Mapping[str, Any]) -> InForce:
    """Read what the council has set from the facts of a case."""
    return InForce.of(found[SETTINGS])


def make_early_help_1(found: Mapping[str, Any], now: dt.datetime, data: Mapping[str, Any]) -> early_help.Facts:
    """Make the facts of early help version 1 of what was read and of what the form of a move carries."""
    read: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items() if name != SETTINGS}
    pause = settings_in(found).level(early_help.WORKFLOW, "paused")
    limit = latest(pause, since=day_in_london(now), trigger="pause") if pause else None
    return early_help.Facts(
        **read,
        pause_limit=limit or day_in_london(now),
        reason=data.get("reason"),
        helping_agency=data.get("agency") and str(data["agency"]),
        helping_agency_agreed=bool(data.get("agency_agreed")),
        pause_asked_by=data.get("asked_by") and str(data["asked_by"]),
        pause_until=data.get("pause_until"),
        next_review_on=data.get("next_review_on"),
        surviving_case=data.get("surviving_case") and str(data["surviving_case"]),
    )


MAKERS: Mapping[tuple[str, int], Callable[..., Any]] = {("early-help", 1): make_early_help_1}
