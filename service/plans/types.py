"""The contract of plans: outcomes, and the actions towards them."""

import graphene
from graphene import Boolean, Int, List, NonNull, String

from service.access.standing import WRITER
from service.needs.types import Need
from service.nodes import Node
from service.people.types import Person
from service.plans.rows import goes_on, is_open, is_overdue, stands_in, timing
from service.plans.rules import Timing
from service.plans.tables import ACTION, OUTCOME, OUTCOME_NEED, ActionStatus, OutcomeStatus
from service.practitioners.types import Practitioner
from service.reading import PARENT, Connection, Entity, Expr, Filter, GlobalId, Many, One, Where
from service.scalars import Date, DateTime
from service.words import enumeration

StatusOfOutcome = enumeration(
    OutcomeStatus,
    OPEN="The family and those who help are working towards it.",
    ACHIEVED="The family has what it wanted.",
    ENDED="Nobody works towards it any more, for the reason that was given.",
)
StatusOfAction = enumeration(
    ActionStatus,
    OPEN="It is still to be done.",
    DONE="It was done, on the day that was given.",
    ENDED="It will not be done, for the reason that was given.",
)
TimingName = enumeration(
    Timing,
    OVERDUE="Its day is past.",
    DUE="Its day is today.",
    SOON="Its day is one of the next seven.",
    LATER="Its day is more than seven days ahead.",
)


class OutcomeOfNeed(Entity, table=OUTCOME_NEED, part_of=PARENT):
    """That the plan has an outcome for a need."""

    outcome = One(lambda: Outcome, description="What the family wants to be different.")
    need = One(Need, description="The need that it is for.")


class Outcome(Entity, table=OUTCOME, part_of="case", interfaces=[Node]):
    """What a family wants to be different, in their words, and by when."""

    id = GlobalId("outcome")
    wording = String(required=True, description="What they want to be different, as they put it.")
    by_when = Date(required=True, description="The day by which it should be so.")
    baseline = Int(description="Where they stood on their own scale from 0 to 10 when it was set down: their number, never added up.")
    baseline_why_not = String(description="Why they gave no number.")
    status = StatusOfOutcome(required=True, description="How things stand with it.")
    status_why = String(description="Why it counts as achieved, or was given up; null while it is open.")
    timing = Expr(TimingName, timing, description="How it stands to its day; null when it is not open any more.")
    ended_at = DateTime(description="When it was achieved or given up; null while it is open.")
    added_by = One(Practitioner, description="Who wrote it down.")
    added_at = DateTime(required=True, description="When it was written down.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    needs = Many(OutcomeOfNeed, order=["need_id", "outcome_id"], few=5, description="The needs that it is for.")
    actions = Many(lambda: Action, order=["by_when", "id"], few=10, description="What is done towards it, the earliest day first.")
    judgements = Many(
        "service.reviews.types.Judgement", order=["review_id", "outcome_id"], few=5, description="How each review found it, oldest first."
    )
    case = One("service.cases.types.Case", description="The case whose plan it is in.")


class Action(Entity, table=ACTION, part_of="case", interfaces=[Node]):
    """What somebody does towards an outcome, and by when."""

    id = GlobalId("action")
    what = String(required=True, description="What is to be done.")
    practitioner = One(Practitioner, via="practitioner_id", description="The practitioner who does it; null when one of the family does.")
    person = One(Person, via="person_id", description="Who of the family does it; null when a practitioner does.")
    by_when = Date(required=True, description="The day by which it should be done.")
    status = StatusOfAction(required=True, description="How things stand with it.")
    timing = Expr(TimingName, timing, description="How it stands to its day; null when it is not open any more.")
    is_overdue = Expr(Boolean, is_overdue, required=True, never_null=True, description="Whether it is open and its day is past.")
    done_on = Date(description="The day on which it was done.")
    result = String(description="How it went, or why it was ended.")
    outcome = One(Outcome, description="What it is towards.")
    meeting = One("service.meetings.types.Meeting", description="The meeting that agreed it; null when it was added outside of one.")
    added_by = One(Practitioner, via="added_by", description="Who wrote it down.")
    added_at = DateTime(required=True, description="When it was written down.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    case = One("service.cases.types.Case", description="The case whose plan it is in.")


class ActionWhere(Where):
    """Which actions are wanted; everything that is given must hold."""

    mine = Filter(
        Boolean,
        lambda action, given: action.c.practitioner_id.is_not_distinct_from(WRITER.id) == given,
        description="Those that are yours to do, or those of others.",
    )
    is_open = Filter(Boolean, lambda action, given: is_open(action) == given, description="Those still to be done, or those that are not.")
    is_overdue = Filter(
        Boolean, lambda action, given: is_overdue(action) == given, description="Those that are open and past their day, or the others."
    )
    timings = Filter(
        List(NonNull(TimingName)),
        stands_in,
        description="Those that stand to their day in one of these ways; only what is open stands to its day.",
    )
    statuses = Filter(List(NonNull(StatusOfAction)), column="status", description="Those with which things stand in one of these ways.")
    case_id = Filter(graphene.ID, description="Those of this case.")
    outcome_id = Filter(graphene.ID, description="Those towards this outcome.")
    practitioner_id = Filter(graphene.ID, description="Those that this practitioner does.")
    person_id = Filter(graphene.ID, description="Those that this person of the family does.")


class Queries(graphene.ObjectType):
    """What can be asked about plans."""

    actions = Connection(
        Action,
        only=goes_on,
        order=["by_when", "id"],
        where=Filter(ActionWhere, description="Which of them are wanted."),
        description="The actions of the plans of open cases that you may see, the earliest day first.",
    )
