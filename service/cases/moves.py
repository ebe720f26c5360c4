"""What may be done with a case now, and why not: the contract of available moves."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from graphene import Boolean, Int, List, NonNull, ObjectType, String

from service.access.rules import Action, is_allowed, may
from service.cases.rules import mutation_of
from service.configuration.in_force import PUBLISHED, InForce
from service.errors import NotPermitted
from service.spelling import camel
from workflows import WORKFLOWS
from workflows.kit import Reason, Transition, Workflow


class Refusal(ObjectType):
    """One reason why a step cannot be taken now."""

    code = String(required=True, description="The guard that refuses, by its name in the workflow's table, or `not_permitted`.")
    message = String(required=True, description="What to do first, in a sentence.")


class Ending(ObjectType):
    """A reason for ending that a step allows."""

    code = String(required=True, description="The reason, as `ClosureReason` spells it.")
    label = String(required=True, description="What a person is offered to choose.")


class AvailableMove(ObjectType):
    """A step that the workflow has from the case's present state."""

    trigger = String(required=True, description="The step, as the workflow's table spells it.")
    title = String(required=True, description="What its button says.")
    leads_to = String(description="What the state is called that it leads to; null when the case stays where it is.")
    allowed = Boolean(required=True, description="Whether you may take it now, as far as can be known before its form is filled in.")
    permitted = Boolean(required=True, description="Whether your role allows it here, whatever else stands in the way.")
    mutation = String(required=True, description="The mutation that takes it.")
    data = List(NonNull(String), required=True, description="What its form asks for, by the names of the mutation's input fields.")
    reasons = List(NonNull(Ending), required=True, description="The reasons for ending that it allows; empty where it ends nothing.")
    refusals = List(
        NonNull(Refusal), required=True, description="Everything that stands in the way, all at once; empty when it is allowed."
    )


class Step(ObjectType):
    """A state on the ordinary way of a case, and whether the case has come to it."""

    key = String(required=True, description="The state, as the workflow's table spells it.")
    title = String(required=True, description="What the state is called.")
    status = String(required=True, description="`done`, `now` or `ahead`.")


class State(ObjectType):
    """A state of a workflow, for whoever chooses among them."""

    workflow = String(required=True, description="The key of its workflow.")
    version = Int(required=True, description="The version of that workflow.")
    key = String(required=True, description="The state, as the workflow's table spells it.")
    title = String(required=True, description="What it is called.")
    is_final = Boolean(required=True, description="Whether a case ends there.")


class Case(NamedTuple):
    """What has to be known of a case to say what may happen next."""

    workflow: Workflow[Any]
    state: str
    paused_from: str | None
    facts: Any
    standings: list[str]
    settings: InForce = PUBLISHED


NAMES = {"agency": "agencyId", "surviving_case": "survivingCaseId", "team": "teamId", "asked_by": "askedById", "children": "childIds"}
"""Where the input of a mutation spells what a form asks for otherwise than the workflow does."""


def available(case: Case) -> list[AvailableMove]:
    """Say of each step from here whether it may be taken, and everything that stands in the way."""
    return [move_of(case, transition) for transition in case.workflow.moves(case.state) if leads(case, transition)]


def leads(case: Case, transition: Transition[Any]) -> bool:
    """Tell whether a step that a fact chooses the target of has one."""
    return not transition.target_fact or getattr(case.facts, transition.target_fact) in transition.target_any


@cache
def button(version: tuple[str, int], trigger: str) -> Mapping[str, Any]:
    """Return what is said of a step whatever the case: how it is shown, and what its mutation takes."""
    workflow = WORKFLOWS[version]
    transition = workflow.triggers[trigger]
    return {
        "trigger": trigger,
        "title": transition.title,
        "mutation": mutation_of(workflow, transition),
        "data": [NAMES.get(name) or camel(name) for name in transition.data],
    }


def move_of(case: Case, transition: Transition[Any]) -> AvailableMove:
    """Judge one step with the guards that can be judged before its form is filled in."""
    refused = not_permitted(case.standings, Action[transition.action])
    verdict = case.workflow.judge(case.state, transition.trigger, case.facts, with_data=False)
    reasons = [*refused, *verdict.reasons]
    return AvailableMove(
        **button((case.workflow.key, case.workflow.version), transition.trigger),
        leads_to=case.workflow.states[verdict.target].title if verdict.target else None,
        allowed=not reasons,
        permitted=not refused,
        reasons=[Ending(code=code, label=case.settings.label(code)) for code in transition.reasons if case.settings.is_offered(code)],
        refusals=[Refusal(code=reason.code, message=reason.message) for reason in reasons],
    )


BESIDES = (
    Action.AMEND_CASE,
    Action.ALLOCATE_CASE,
    Action.MOVE_DUE_DATE,
    Action.ADD_CHILD,
    Action.END_FOR_CHILD,
    Action.RECORD_CONSENT,
    Action.WITHDRAW_CONSENT,
    Action.ADD_NOTE,
    Action.NAME_LEAD_PROFESSIONAL,
    Action.ADD_TEAM_MEMBER,
    Action.RECORD_NEED,
    Action.EDIT_PLAN,
    Action.UPDATE_OWN_ACTION,
    Action.RECORD_MEETING,
    Action.RECORD_REVIEW,
    Action.CONSIDER_DRIFT,
    Action.WRITE_CLOSING_SUMMARY,
    Action.TELL_FAMILY,
    Action.RECORD_THRESHOLD,
    Action.APPROVE_THRESHOLD,
    Action.RECORD_RISK_ASSESSMENT,
    Action.TELL_REFERRER,
    Action.LOG_CONTACT_ATTEMPT,
    Action.CHASE_CONCERN,
    Action.AMEND_CONCERN,
    Action.RECORD_SAFEGUARDING_CHECK,
    Action.CHECK_INVOLVEMENT,
    Action.DECIDE_DUPLICATE,
    Action.RECORD_STEP_DOWN,
    Action.RECORD_TRANSFER_CONSENT,
    Action.OFFER_TRANSFER,
    Action.RECORD_TRANSFER_ANSWER,
    Action.ANSWER_SIBLING_CASE,
    Action.ASK_AGENCY,
    Action.PROPOSE_CLOSURE,
    Action.ANSWER_CLOSURE_PROPOSAL,
    Action.CORRECT_CLOSURE,
    Action.SET_MARKER,
    Action.REVIEW_MARKER,
    Action.MARK_IN_ERROR,
    Action.CONFIRM_IN_ERROR,
)
"""What can be done with a case beside the steps of its workflow."""


def permitted_besides(standings: list[str]) -> list[str]:
    """Name what the actor's role allows here beside the steps of the workflow."""
    return [action.name for action in BESIDES if is_allowed(standings, action)]


def not_permitted(standings: list[str], action: Action) -> list[Reason]:
    """Say why the actor may not do it, if so."""
    try:
        may(standings, action)
    except NotPermitted as error:
        return [Reason("not_permitted", str(error))]
    return []


def way(workflow: Workflow[Any], row: Mapping[str, Any]) -> list[Step]:
    """Say where a case is on the ordinary way of its workflow: nowhere on it, when it ended another way."""
    place = workflow.place(row["state"], paused_from=row["paused_from"])
    statuses = ["ahead" if place is None or n > place else "now" if n == place else "done" for n in range(len(workflow.path))]
    return [Step(key=key, title=workflow.states[key].title, status=status) for key, status in zip(workflow.path, statuses, strict=True)]


def states(workflow: Workflow[Any]) -> list[State]:
    """Return the states of a workflow, in its own order."""
    return [
        State(workflow=workflow.key, version=workflow.version, key=state.key, title=state.title, is_final=state.is_final)
        for state in workflow.states.values()
    ]
