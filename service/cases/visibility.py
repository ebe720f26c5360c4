"""Who sees a case, and how somebody stands to one: in SQL, judged by the statement that reads or changes it."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, and_, exists, false, or_, select

from service.access.actor import Actor, Role
from service.access.rules import Standing
from service.access.standing import Standings, any_of, appointments, holds, places
from service.access.visible import VISIBLE
from service.assessments.tables import ASSESSMENT, AUTHOR
from service.cases.rules import Framework
from service.cases.tables import CASE, CASE_CHILD
from service.journal.statements import constant, number
from service.lead_professionals.tables import LEAD
from service.practitioners.rules import IN_A_TEAM
from service.requests.tables import REQUEST
from service.team_around_family.tables import TEAM_MEMBER
from service.teams.tables import TEAM
from workflows import WORKFLOWS

MEETS_FAMILIES = frozenset({Role.WORKER, Role.TRIAGE, Role.TEAM_MANAGER, Role.SERVICE_MANAGER})


def in_intake(case: FromClause) -> ColumnElement[bool]:
    """Tell whether a case stands in a state before a worker of a team has taken it up."""
    return or_(
        *(
            and_(
                case.c.workflow == constant(each.key),
                case.c.workflow_version == number(each.version),
                case.c.state.in_([constant(state) for state in each.intake]),
            )
            for each in WORKFLOWS.values()
        )
    )


def triaged(case: FromClause, actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor triages for the case's locality, in a team of that locality or of the whole council."""
    held, fits = appointments(actor, Role.TRIAGE)
    team = TEAM.alias()
    mine = held.join(team, team.c.id == held.c.team_id)
    localities = select(team.c.locality_id).select_from(mine).where(fits, team.c.locality_id.is_not(None))
    everywhere = exists(select(team.c.id).select_from(mine).where(fits, team.c.locality_id.is_(None)))
    return and_(or_(case.c.locality_id == any_of(localities), everywhere), in_intake(case))


def answered_for(case: FromClause, actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor is service manager of the case's locality or of the whole council."""
    localities = places(actor, "locality_id", Role.SERVICE_MANAGER)
    return or_(holds(actor, Role.SERVICE_MANAGER, everywhere=True), case.c.locality_id == any_of(localities))


def of_team(case: FromClause, actor: Actor, *roles: Role) -> ColumnElement[bool]:
    """Tell whether the actor has one of the roles in the team that has the case."""
    return case.c.team_id == any_of(places(actor, "team_id", *roles))


def cases_led(actor: Actor, *of: FromClause) -> Select[Any]:
    """Select the cases of which the actor is lead professional now: all, or `of` one."""
    lead = LEAD.alias()
    held = select(lead.c.case_id).where(lead.c.practitioner_id == actor.id, lead.c.ended_at.is_(None))
    return held.where(*(lead.c.case_id == case.c.id for case in of)).correlate_except(lead)


def cases_joined(actor: Actor, *of: FromClause) -> Select[Any]:
    """Select the cases in whose team around the family the actor is now: all, or `of` one."""
    member = TEAM_MEMBER.alias()
    held = select(member.c.case_id).where(member.c.practitioner_id == actor.id, member.c.left_at.is_(None))
    return held.where(*(member.c.case_id == case.c.id for case in of)).correlate_except(member)


def cases_written(actor: Actor) -> Select[Any]:
    """Select the cases in whose open assessment the actor has written."""
    written, assessment = AUTHOR.alias(), ASSESSMENT.alias()
    found = select(assessment.c.case_id).join(written, written.c.assessment_id == assessment.c.id)
    return found.where(written.c.practitioner_id == actor.id, assessment.c.signed_off_at.is_(None))


@VISIBLE.of(CASE)
def visible_cases(case: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See the cases that are allocated to oneself, led, joined, written in, of one's teams, in one's intake or in one's area.

    All of these need a role with families that is in force: whoever has none, such as an administrator, sees no case whatever a
    case says of them, neither to read it nor to change it.
    """
    if not actor.roles & MEETS_FAMILIES:
        return false()
    taking_part = (case.c.id == any_of(cases(actor)) for cases in (cases_written, cases_joined))
    # Last, because these lists can be long, and are not gathered where another way is found first.
    return and_(with_families(actor), or_(*ways_to_all_of_it(case, actor), *taking_part))


def with_families(actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor's account is in force, and a role with families."""
    return holds(actor, *sorted(MEETS_FAMILIES))


def ways_to_all_of_it(case: FromClause, actor: Actor) -> list[ColumnElement[bool]]:
    """Return the ways in which somebody sees a case and all that has happened to it.

    Being on the team around the family, or writing in the assessment that is open, shows the case without its history.
    """
    ways = [case.c.worker_id == actor.id]
    if team_roles := actor.roles & set(IN_A_TEAM):
        ways.append(of_team(case, actor, *sorted(team_roles)))
    if Role.TRIAGE in actor.roles:
        ways.append(triaged(case, actor))
    if Role.SERVICE_MANAGER in actor.roles:
        ways.append(answered_for(case, actor))
    return [*ways, case.c.id == any_of(cases_led(actor))]


def sees_history(case: FromClause, actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor may see what has happened to a case: not by helping there or writing in its assessment alone."""
    if not actor.roles & MEETS_FAMILIES:
        return false()
    return and_(with_families(actor), or_(*ways_to_all_of_it(case, actor)))


def of_visible_case(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what is part of a case that one sees."""
    return row.c.case_id.in_(VISIBLE.rows(CASE, actor, "id"))


def part_of_case(table: Table) -> None:
    """Let whoever sees a case see the rows of a table that are part of it."""
    VISIBLE.of(table)(of_visible_case)
    VISIBLE.follows(table, CASE, table.c.case_id)


part_of_case(CASE_CHILD)


def led_lately(case: FromClause, actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor is lead professional, or was at some time since the case came to its present state."""
    lead = LEAD.alias()
    lately = or_(lead.c.ended_at.is_(None), lead.c.ended_at >= case.c.entered_at)
    return exists(select(lead.c.id).where(lead.c.case_id == case.c.id, lead.c.practitioner_id == actor.id, lately).correlate_except(lead))


def wrote_assessment(case: FromClause, actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor began, submitted or wrote in the case's open assessment."""
    written, assessment = AUTHOR.alias(), ASSESSMENT.alias()
    wrote = select(written.c.assessment_id).where(written.c.assessment_id == assessment.c.id, written.c.practitioner_id == actor.id)
    had_part = or_(assessment.c.started_by == actor.id, assessment.c.submitted_by == actor.id, exists(wrote.correlate_except(written)))
    its = select(assessment.c.id).where(assessment.c.case_id == case.c.id, assessment.c.signed_off_at.is_(None), had_part)
    return exists(its.correlate_except(assessment))


def standings(case: FromClause, actor: Actor) -> Standings:
    """Return how the actor stands to a case."""
    request = REQUEST.alias()
    return {
        Standing.ALLOCATED: case.c.worker_id == actor.id,
        Standing.ASSESSOR: and_(case.c.worker_id == actor.id, case.c.workflow == constant(Framework.COMMON_ASSESSMENT)),
        Standing.LEAD: exists(cases_led(actor, case)),
        Standing.LED: led_lately(case, actor),
        Standing.AUTHOR: wrote_assessment(case, actor),
        Standing.MEMBER: exists(cases_joined(actor, case)),
        Standing.TEAM: of_team(case, actor, Role.WORKER, Role.TRIAGE),
        Standing.TRIAGE: triaged(case, actor),
        Standing.TEAM_MANAGER: of_team(case, actor, Role.TEAM_MANAGER),
        Standing.SERVICE_MANAGER: answered_for(case, actor),
        Standing.REQUESTER: exists(
            select(request.c.id).where(request.c.case_id == case.c.id, request.c.requested_by == actor.id).correlate_except(request)
        ),
        Standing.OPENER: case.c.opened_by == actor.id,
    }
