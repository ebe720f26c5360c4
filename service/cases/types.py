"""The contract of cases."""

import datetime as dt
from enum import StrEnum, auto
from typing import Any

import graphene
from graphene import Boolean, Int, List, NonNull, String
from graphql import GraphQLResolveInfo
from sqlalchemy import case as sql_case
from sqlalchemy import false, func, or_

from service.access.actor import Role
from service.access.standing import WRITER, any_of, named, places
from service.agreements.types import Agreement
from service.assessments.tables import ASSESSMENT, AUTHOR
from service.assessments.types import Assessment
from service.cases import moves
from service.cases.fact_sheet import TABLES, facts
from service.cases.facts import has_worker
from service.cases.intake import Intake
from service.cases.judging import make, settings_in
from service.cases.tables import CASE, CASE_CHILD
from service.cases.titles import state_title
from service.cases.visibility import standings
from service.closing_summaries.types import ClosingSummary, FamilyTold
from service.configuration.tables import SETTING
from service.entered_in_error.types import ErrorMark
from service.households.types import Household
from service.journal.rows import of_case
from service.journal.statements import constant
from service.journal.types import CaseEvent
from service.lead_professionals.tables import LEAD
from service.lead_professionals.types import LeadProfessional
from service.linked_cases.rows import is_rereferral
from service.localities.types import Locality
from service.markers.rows import in_force
from service.markers.types import Marker
from service.meetings.types import Meeting
from service.needs.types import Need
from service.nodes import Node
from service.notes.types import Note
from service.people.types import Person
from service.plans.types import Action, Outcome
from service.practitioners.tables import APPOINTMENT, PRACTITIONER
from service.practitioners.types import Practitioner
from service.reading import Connection, Count, Entity, Expr, Filter, GlobalId, Many, One, Opening, Orders, Where, reads
from service.requests.tables import REQUEST
from service.requests.types import RequestForHelp
from service.reviews.types import Review
from service.scalars import Date, DateTime
from service.team_around_family.tables import TEAM_MEMBER
from service.team_around_family.types import TeamMember
from service.teams.tables import TEAM
from service.teams.types import Team
from service.visits.types import Visit
from service.words import enumeration
from workflows import WORKFLOWS
from workflows.kit import Kind

STANDS_BY = (APPOINTMENT, PRACTITIONER, TEAM, LEAD, TEAM_MEMBER, REQUEST, ASSESSMENT, AUTHOR)
"""What is entered to know how the actor stands to a case."""

STANDINGS = Opening(lambda case: named(WRITER, standings(case, WRITER)), *STANDS_BY)


def endings() -> dict[str, Any]:
    """Return every reason for ending by its code."""
    return {code: ending for workflow in WORKFLOWS.values() for code, ending in workflow.endings.items()}


ClosureReason = graphene.Enum(
    "ClosureReason",
    [(code, code) for code in endings()],
    description=lambda reason: endings()[reason.value].label + "." if reason else "Why a case ended.",
)


KindName = enumeration(
    Kind,
    "StateKind",
    WORKING="The service's own work.",
    WAITING_FAMILY="The family has to answer or act.",
    WAITING_PARTNER="A partner agency has to answer or act.",
    WAITING_MANAGER="A manager has to decide.",
    FINAL="The case has ended.",
)


class Order(StrEnum):
    """In which order cases come."""

    DUE = auto()
    LATEST = auto()
    FAMILY_NAME = auto()


CaseOrder = enumeration(
    Order, "CaseOrder", DUE="The most urgent first.", LATEST="The latest opened first.", FAMILY_NAME="By the family's name."
)
ORDERS = Orders(CaseOrder, {Order.DUE: ["due_at", "id"], Order.LATEST: ["-opened_at", "-id"], Order.FAMILY_NAME: ["family_name", "id"]})


def by_state(write: Any) -> Any:
    """Choose a word by the state in which a case stands."""
    return lambda row: sql_case(
        *(
            ((row.c.workflow == constant(each.key)) & (row.c.state == constant(state.key)), constant(write(state)))
            for each in WORKFLOWS.values()
            for state in each.states.values()
        )
    )


def is_late(case: Any) -> Any:
    """Tell whether a case is past its due instant, and not at it."""
    return func.coalesce(case.c.due_at < func.clock_timestamp(), false())


def matches(case: Any, given: Any) -> Any:
    """Tell whether a case's family name or reference begins with what was typed, in any case of letters."""
    begins = func.lower(given)
    return or_(func.starts_with(func.lower(case.c.family_name), begins), func.starts_with(func.lower(case.c.reference), begins))


class CaseWhere(Where):
    """Which cases are wanted; everything that is given must hold."""

    states = Filter(List(NonNull(String)), column="state", description="Those in one of these states, by their keys.")
    worker_id = Filter(graphene.ID, description="Those allocated to this practitioner.")
    team_id = Filter(graphene.ID, description="Those of this team.")
    locality_id = Filter(graphene.ID, description="Those of this locality.")
    of_my_teams = Filter(
        Boolean,
        lambda case, given: given == (case.c.team_id == any_of(places(WRITER, "team_id", Role.WORKER, Role.TRIAGE, Role.TEAM_MANAGER))),
        description="Those of the teams in which you have a role, or those of other teams.",
    )
    is_allocated = Filter(
        Boolean,
        lambda case, given: has_worker(case) == given,
        description="Those that somebody has, or that nobody has: neither a worker nor one whose account is in force.",
    )
    is_open = Filter(Boolean, lambda case, given: case.c.closed_at.is_(None) == given, description="Those that go on, or those that ended.")
    is_late = Filter(Boolean, lambda case, given: is_late(case) == given, description="Those past their due instant, or the others.")
    text = Filter(String, matches, description="Those whose family name or reference begins with this, in any case of letters.")


class CaseChild(Entity, table=CASE_CHILD, part_of="case"):
    """A child's time on a case."""

    person = One(Person, description="Which child it is.")
    joined_at = DateTime(required=True, description="Since when they are on the case.")
    ended_at = DateTime(description="When early help ended for them; null while it goes on.")
    end_reason = ClosureReason(description="Why it ended for them.")


class Case(Intake, Entity, table=CASE, record="case", interfaces=[Node]):
    """One family's episode of early help, from a request for help to its end."""

    id = GlobalId("case")
    reference = String(required=True, description="The number that people use: `EH-2026-0412`.")
    family_name = String(required=True, description="The family's name, under which the case is found.")
    version = Int(
        required=True,
        description="How often the case has been changed, from 1; sent back with a change, so that nobody overwrites anybody.",
    )
    workflow = String(required=True, description="The key of the workflow that the case follows.")
    workflow_version = Int(required=True, description="The version of the workflow, on which the case stays.")
    form_version = Int(required=True, description="The version of the assessment form, on which the case stays.")
    state = String(required=True, description="The key of the state in which it stands.")
    state_title = Expr(String, state_title, required=True, never_null=True, description="What that state is called.")
    state_kind = Expr(KindName, by_state(lambda state: state.kind), required=True, never_null=True, description="Whose turn it is there.")
    state_owner = Expr(String, by_state(lambda state: state.owner), required=True, never_null=True, description="Who owns the work there.")
    entered_at = DateTime(required=True, description="Since when it has stood there.")
    due_at = DateTime(description="By when it should have moved on; null when it has ended.")
    is_late = Expr(Boolean, is_late, required=True, never_null=True, description="Whether it is past that instant.")
    opened_at = DateTime(required=True, description="When the request for help came in.")
    closed_at = DateTime(description="When it ended; null while it goes on.")
    reason = ClosureReason(description="Why it ended.")
    next_review_on = Date(description="The day set for the next review of its plan.")
    pause_until = Date(description="The day until which it is paused at the family's request.")
    household = One(Household, description="The family's household.")
    locality = One(Locality, description="The part of the council's area that it belongs to.")
    team = One(Team, description="The team that has it.")
    worker = One(Practitioner, via="worker_id", description="To whom it is allocated; null while to nobody.")
    opened_by = One(Practitioner, via="opened_by", description="Who put the request into the service.")
    request = One(RequestForHelp, description="The request for help that opened it.")
    children = Many(
        CaseChild, order=["joined_at", "person_id", "case_id"], few=5, description="Its children, those whose help ended among them."
    )
    agreements = Many(
        Agreement, order=["answered_at", "id"], description="What the family answered, oldest first; no answer is ever replaced."
    )
    assessments = Many(Assessment, order=["-number", "id"], few=2, description="Its assessments, the latest round first.")
    visits = Many(Visit, order=["entered_at", "id"], description="Its stays in the states of its workflow, oldest first.")
    lead_professionals = Many(LeadProfessional, order=["started_at", "id"], few=5, description="Its lead professionals, oldest first.")
    team_around_family = Many(
        TeamMember, order=["joined_at", "id"], few=10, description="The team around the family, those who left among them."
    )
    previous_case = One(lambda: Case, via="previous_case_id", description="The family's case before this; null for who may not see it.")
    is_rereferral = Expr(
        Boolean,
        Opening(is_rereferral, CASE, SETTING),
        required=True,
        never_null=True,
        description="Whether it was asked for within the council's window, twelve months by default, after the end of the one before.",
    )
    warnings = Many(
        Marker, only=in_force, order=["review_on", "id"], few=2, description="The markers that stand: look at them before every visit."
    )
    markers = Many(
        Marker, order=["set_at", "id"], few=3, description="Its warning markers, those that ended or were wrong among them, oldest first."
    )
    entries_in_error = Many(
        ErrorMark, order=["marked_at", "id"], few=3, description="Its entries that were marked as wrong, and what became of each."
    )
    notes = Connection(Note, order=["-happened_on", "-id"], description="Its notes, the latest day first.")
    needs = Many(Need, order=["identified_on", "id"], few=10, description="The needs that were found on it, oldest first.")
    outcomes = Many(Outcome, order=["by_when", "id"], few=8, description="The outcomes of its plan, those that ended among them.")
    actions = Connection(Action, order=["by_when", "id"], description="The actions of its plan, the earliest day first.")
    meetings = Many(Meeting, order=["-held_on", "-id"], few=5, description="The meetings of its team, the latest first.")
    reviews = Many(Review, order=["-held_on", "-id"], few=5, description="The reviews of its plan, the latest first.")
    closing_summary = One(ClosingSummary, description="What is better and who helps from now on; null while nobody has written it.")
    family_told = Many(
        FamilyTold, order=["-recorded_at", "-id"], few=2, description="What the family was told of the ending, the latest first."
    )
    history = Connection(
        CaseEvent,
        on=of_case,
        order=["-seq", "-stream_id", "-stream_kind"],
        description="What has happened to it, the latest first; nothing for who only helps on the team around the family or "
        "writes in its assessment.",
    )
    way = List(NonNull(moves.Step), required=True, description="The ordinary way of its workflow, and where it is on it.")
    available_moves = List(
        NonNull(moves.AvailableMove),
        required=True,
        description="Every step that the workflow has from here: whether you may take it, and why not.",
    )

    permitted = List(NonNull(String), required=True, description="What your role allows here beside those steps, such as `ADD_NOTE`.")

    @reads("workflow", "workflow_version", "state", "paused_from")
    def resolve_way(case: Any, info: GraphQLResolveInfo) -> list[moves.Step]:
        return moves.way(WORKFLOWS[case.workflow, case.workflow_version], vars(case))

    @reads(standings=STANDINGS)
    def resolve_permitted(case: Any, info: GraphQLResolveInfo) -> list[str]:
        return moves.permitted_besides(case.standings)

    @reads(
        "workflow",
        "workflow_version",
        "state",
        "paused_from",
        facts=Opening(lambda case: facts(case, func.clock_timestamp()), *TABLES),
        standings=STANDINGS,
    )
    def resolve_available_moves(case: Any, info: GraphQLResolveInfo) -> list[moves.AvailableMove]:
        version = case.workflow, case.workflow_version
        judged = make(version, case.facts, dt.datetime.now(dt.UTC), {}), case.standings, settings_in(case.facts)
        return moves.available(moves.Case(WORKFLOWS[version], case.state, case.paused_from, *judged))


class Queries(graphene.ObjectType):
    """What can be asked about cases."""

    states = graphene.List(NonNull(moves.State), required=True, description="Every state that a case can stand in, workflow by workflow.")
    case = One(
        Case,
        id=Filter(graphene.ID, required=True, description="The case's id."),
        description="A case, by its id; null where there is none that you may see.",
    )
    case_by_reference = One(
        Case,
        reference=Filter(String, required=True, description="The reference, such as `EH-2026-0412`."),
        description="A case, by its reference; null where there is none that you may see.",
    )
    worklist = Connection(
        Case,
        only=lambda case: case.c.closed_at.is_(None),
        order=ORDERS,
        where=Filter(CaseWhere, description="Which of them are wanted."),
        description="The open cases that you may see, the most urgent first.",
    )
    cases = Connection(
        Case,
        order=Orders(CaseOrder, {Order.LATEST: ORDERS.columns[Order.LATEST], **ORDERS.columns}),
        where=Filter(CaseWhere, description="Which of them are wanted."),
        description="The cases that you may see, those that ended among them.",
    )
    late_cases = Count(
        Case,
        only=lambda case: case.c.closed_at.is_(None) & is_late(case),
        where=Filter(CaseWhere, description="Which of them are wanted."),
        description="How many of the open cases that you may see are past their due instant.",
    )

    def resolve_states(root: object, info: GraphQLResolveInfo) -> list[moves.State]:
        return [state for workflow in WORKFLOWS.values() for state in moves.states(workflow)]
