"""What a case lacks in tests of guards, and what is done about it: each a small piece of work on a family's case."""

from collections.abc import Callable
from typing import Any

from tests.functional.casework import BORN, Casework
from tests.functional.concerns import take
from tests.functional.configuring import put
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.leaving import take_in
from tests.functional.plans import WORKER, Plan, day
from tests.functional.recording import TODAY, add_document, decide, pause, search

Work = Callable[[Family], object]


def in_order(*works: Work | str) -> Work:
    """Do one piece of work after the other; a word names one that a family of either framework has."""
    return lambda family: [getattr(family, each)() if isinstance(each, str) else each(family) for each in works]


def change(family: Casework, who: str, mutation: str, record: str, **given: Any) -> None:
    """Change a record of the case."""
    family.api.do(who, mutation, f"{record} {{ id }}", **given)


def last(family: Casework, kind: str, table: str) -> str:
    """Return the id of the last record of a table."""
    [row] = family.api.sql(f"SELECT '{kind}_' || id AS id FROM {table} ORDER BY id DESC LIMIT 1")
    return str(row["id"])


# -- the request and the threshold --------------------------------------------------------------------------------


def lose_children(family: Family) -> None:
    """Take every child off the case: past the service, which never lets the last one go."""
    family.api.sql("UPDATE case_child SET ended_at = now(), end_reason = 'NEEDS_MET'")


def bring_a_child(family: Family) -> None:
    """Add another child to the case, and search whether somebody helps them."""
    said = {"givenName": "Nia", "familyName": "Harlow", "kind": "CHILD", "birthDate": "2021-06-01"}
    nia = family.api.do("triage", "addPerson", "person { id }", **said)["id"]
    change(family, "triage", "addHouseholdMember", "household", householdId=family.household, personId=nia, role="CHILD")
    family.step("triage", "addChild", personId=nia)
    search(family)


def enter_jake_again(family: Family) -> None:
    """Enter Jake a second time."""
    family.person("Jake", "CHILD", birthDate=BORN["Jake"].isoformat())


def tell_them_apart(family: Family) -> None:
    """Decide that the two records are not about one child."""
    other = last(family, "person", "person")
    family.record("triage", "decideDuplicate", "duplicateDecision", personId=family.jake, otherId=other, same=False, reason="Cousins.")


def decide_against_the_document(family: Family) -> None:
    """Find level 4, and send nothing to social care."""
    add_document(family.api)
    decide(family, 4, "EARLY_HELP_ASSESSMENT")


def approve(family: Family) -> None:
    """Approve the decision as a second person."""
    change(family, "front_door_manager", "approveThreshold", "thresholdDecision", decisionId=last(family, "decision", "threshold_decision"))


def from_social_care(family: Family) -> None:
    """Correct whom the request came from: social care."""
    said = {"source": "SOCIAL_CARE", "referrerName": "Ann Bell, social worker"}
    request = last(family, "request", "request_for_help")
    change(family, "triage", "amendRequest", "requestForHelp", requestId=request, expectedRevision=1, **said)


def reopen_at_social_care(family: Family) -> None:
    """Correct that social care closed its case: it is open."""
    said = {"reason": "They rang.", "socialCareClosedOn": None}
    step_down = last(family, "stepdown", "step_down")
    change(family, "triage", "amendStepDown", "stepDown", stepDownId=step_down, expectedRevision=1, **said)


# -- the family and its other cases -------------------------------------------------------------------------------


def agree(family: Family) -> None:
    """Record the mother's agreement for both children."""
    for child in family.children:
        family.agree(child)


def refuse(family: Family) -> None:
    """Record that the mother said no for both children."""
    for child in family.children:
        family.answer(child, "REFUSED")


def agree_for_one(family: Family) -> None:
    """Record that the mother agreed for one child, and said no for the other."""
    family.agree(family.jake)
    family.answer(family.mia, "REFUSED")


def allocate(family: Family) -> None:
    """Give the case to the worker."""
    family.step("triage", "allocateCase", workerId=WORKER)


def on_another_case(family: Family, work: Work) -> None:
    """Open another case, and work on it."""
    case, before = family.case, family.children
    work(family)
    family.case = case
    assert family.children == before


def assess_elsewhere(family: Family) -> None:
    """Assess the same children on another case."""
    on_another_case(family, in_order("assessing"))


def close_elsewhere(family: Family) -> None:
    """Close that other case, which was opened in error."""

    def close(family: Family) -> None:
        [row] = family.api.sql("SELECT 'case_' || id AS id FROM cases WHERE state = 'assessing'")
        family.case = row["id"]
        family.step("manager", "closeInError", reason="OPENED_IN_ERROR", note="Asked for twice.")

    on_another_case(family, close)


def ask_twice(family: Family) -> None:
    """Ask for help for the same children on another case."""
    on_another_case(family, lambda family: family.ask_for_help("triage"))


def help_leo(family: Family) -> None:
    """Ask for help for a brother alone, on a case of his own."""
    leo = family.person("Leo", "CHILD", birthDate="2019-02-03")
    change(family, "worker", "addHouseholdMember", "household", householdId=family.household, personId=leo, role="CHILD")
    on_another_case(family, lambda family: family.ask_for_help(childIds=[leo]))


def stay_apart(family: Family) -> None:
    """Decide that the case stays apart from the brother's."""
    [leo] = family.api.sql("SELECT 'person_' || id AS id FROM person WHERE given_name = 'Leo'")
    family.record("worker", "answerSiblingCase", "siblingDecision", siblingId=leo["id"], answer="APART", reason="Leo lives with his dad.")


def date_the_plan_of_mia(family: Family) -> None:
    """Record since when Mia has an education, health and care plan."""
    change(family, "worker", "amendPerson", "person", personId=family.mia, expectedVersion=1, ehcPlanOn=TODAY)


# -- the plan and its reviews -------------------------------------------------------------------------------------


def set_outcome(family: Family) -> None:
    """Set an outcome down."""
    plan = Plan(family.api, family)
    family.outcome = plan.outcome(plan.need())


def add_action(family: Family) -> None:
    """Add an action towards the outcome."""
    Plan(family.api, family).action(family.outcome)


def add_need(family: Family) -> None:
    """Put another need on the register."""
    Plan(family.api, family).need(family.jake)


def plan_for_every_need(family: Family) -> None:
    """Set an outcome down for the last need."""
    Plan(family.api, family).outcome(last(family, "need", "need"))


def meet(family: Family) -> None:
    """Record a meeting with the mother that sets no day."""
    Plan(family.api, family).meet()


def meet_and_set_the_day(family: Family) -> None:
    """Record a meeting with the mother that sets the day of the next review."""
    Plan(family.api, family).meet(nextReviewOn=day(40))


def meet_without_the_family(family: Family) -> None:
    """Record a meeting of practitioners alone that sets the day of the next review."""
    Plan(family.api, family).meet(nextReviewOn=day(40), family=[])


def review_without_asking(family: Family) -> None:
    """Record a review in which the family was not asked whether it still agrees."""
    family.review(agreementReconfirmed=None, reconfirmedById=None)


def ask_again(family: Family) -> None:
    """Amend the review: the mother was asked, and agrees."""
    said = {"reason": "Rang her.", "agreementReconfirmed": True, "reconfirmedById": family.mother}
    change(family, "worker", "amendReview", "review", reviewId=last(family, "review", "review"), expectedRevision=1, **said)


def review_three_times(family: Family) -> None:
    """Record three reviews in which nothing moved."""
    for _ in range(2):
        family.review("NOT_ACHIEVED")
        family.move("worker", "continue_plan")
        family.step("worker", "startReview")
    family.review("NOT_ACHIEVED")


def consider_drift(family: Family) -> None:
    """Give the manager's view."""
    said = {"reviewId": last(family, "review", "review"), "expectedRevision": 1, "view": "One thing at a time."}
    change(family, "manager", "considerDrift", "review", **said)


def finish_actions(family: Family) -> None:
    """Say of every action that it is done."""
    Plan(family.api, family).finish_actions()


# -- social care and other councils -------------------------------------------------------------------------------


def take_jake(family: Family) -> None:
    """Record that social care takes one child."""
    take(family, family.jake)


def take_mia(family: Family) -> None:
    """Record that social care takes the other child."""
    take(family, family.mia)


def be_taken_in(family: Family) -> None:
    """Record that the other council accepts the last offer."""
    take_in(family, last(family, "offer", "transfer_offer"))


def other_case(family: Casework) -> str:
    """Return the id of the other case."""
    [row] = family.api.sql("SELECT 'case_' || id AS id FROM cases WHERE 'case_' || id <> $1", family.case)
    return str(row["id"])


SCHOOL = gid("agency", "Larkfield Primary")


# -- a pause ------------------------------------------------------------------------------------------------------


def be_paused_twice(family: Family) -> None:
    """Pause the case twice, as often as a council allows that has set nothing."""
    for _ in range(2):
        pause(family)
        family.step("worker", "resumeCase")


def allow_a_third_pause(family: Family) -> None:
    """Set that a case may be paused three times."""
    put(family.api, "pause.times", number=3)
