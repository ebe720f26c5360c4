"""What the record of the cases holds beside their steps: concerns, checks, transfers, reviews; and families with several cases."""

from typing import Any

from tests.functional.assessments import assessment_of, save
from tests.functional.concerns import leave, tell
from tests.functional.council import gid
from tests.functional.duplicates import add
from tests.functional.families import CommonAssessment, Family
from tests.functional.leaving import SOCIAL_CARE, agree_to_transfer, offer, step_down
from tests.functional.plans import Plan, day
from tests.functional.recording import TODAY, check_safety, end_early, sum_up, tell_family, tell_referrer, try_to_reach
from tests.functional.risks import assessing as judging
from tests.model.inside import Inside

SAID_LATER = [{"question": "reason", "text": "Often late, tired, and alone."}]


def fill(service: Inside, families: dict[str, Family], southern: Family) -> None:
    """Fill the record of some cases, and make families with several cases and one on the other framework."""
    write_and_leave(families["assessing"])
    amend_what_is_signed(families["plan_active"])
    for family in (families["plan_active"], southern):
        tell_social_care(family)
        reach(family)
    ask_an_agency(families["in_triage"])
    enter_twice(service, families["planning"])
    send_away(families["planning"])
    plan_more(service, families["plan_active"])
    end_well(families["reviewing"])
    come_down(Family(service))
    for name, said in (("Leo", "APART"), ("Kit", None)):
        help_a_brother(families["planning"], name, said)
    come_back(Family(service))
    CommonAssessment(service).reviewed()
    identify(CommonAssessment(service))
    identify_elsewhere(service, families["planning"])


# -- assessments ---------------------------------------------------------------------------------------------------


def write_and_leave(family: Family) -> None:
    """Let somebody write in an assessment who is on the team around the family, and then no longer."""
    given = {"practitionerId": gid("practitioner", "school"), "part": "Teaches Jake"}
    joined = family.record("worker", "addTeamMember", "teamMember", **given)
    save(family.api, family, "school")
    family.api.do("worker", "endTeamMember", "teamMember { id }", teamMemberId=joined)


def amend_what_is_signed(family: Family) -> None:
    """Amend a section of an assessment that was signed off."""
    given = {"section": "about", "expectedRevision": 1, "answers": SAID_LATER, "reason": "She told us more."}
    family.api.do("worker", "amendAssessment", "assessmentSection { id }", assessmentId=assessment_of(family.api, family), **given)


# -- around triage and social care ---------------------------------------------------------------------------------


def tell_social_care(family: Family) -> None:
    """Tell social care about both children and remind it; it answers about one. Then use the risk tool."""
    who = family.keeper()
    concern = tell(family, *family.children, who=who)
    family.api.do(who, "chaseConcern", "concernChaser { id }", concernId=concern, toWhom="J. Moss")
    leave(family, family.jake, who=who)
    family.api.do(who, "recordRiskAssessment", "riskAssessment { id }", **judging(family))


def reach(family: Family) -> None:
    """Try to reach a family, reach it and try once more; check how safe the children are, and tell who asked for help."""
    try_to_reach(family)
    for reached in (True, False):
        family.record(family.keeper(), "logContactAttempt", "contactAttempt", triedOn=TODAY, means="VISIT", reached=reached)
    check_safety(family)
    tell_referrer(family)


def ask_an_agency(family: Family) -> None:
    """Ask one agency what it knows, which answers, and another."""
    said = {"question": "Is Jake in school on time?", "ground": "The mother agreed."}
    asked = [
        family.record("triage", "askAgency", "agencyQuestion", agencyId=gid("agency", name), **said)
        for name in ("Larkfield Primary", "Northmere Health")
    ]
    answered = {"answer": "Mostly.", "answeredBy": "Helen Shaw", "answeredOn": TODAY}
    family.api.do("triage", "recordAgencyAnswer", "agencyQuestion { id }", questionId=asked[0], **answered)


def come_down(family: Family) -> None:
    """Let a family come from social care, handed over by somebody who has no role in early help."""
    family.ask_for_help(**SOCIAL_CARE)
    step_down(family, socialWorkerId=gid("practitioner", "nurse"))


def identify(family: Family) -> None:
    """Give a case on which a need was identified to the practitioner who will assess it."""
    family.decided()
    family.step("triage", "allocateCase", workerId=gid("practitioner", "worker"), teamId=gid("team", "North Family Team"))


def identify_elsewhere(service: Inside, family: Family) -> None:
    """Take in a need of a child that special educational needs has identified: past the service, which takes none in yet."""
    columns = "id, child_id, source, area, description, identified_on, status, recorded_at, revision"
    said = "gen_random_uuid(), id, 'send_pathfinder', 'semh', 'Speech.', '2026-01-08', 'open', now(), 1"
    service.sql(f"INSERT INTO need ({columns}) SELECT {said} FROM person WHERE 'person_' || id = $1", family.mia)


# -- families with several cases -----------------------------------------------------------------------------------


def enter_twice(service: Inside, family: Family) -> None:
    """Enter a child of a family twice more, as somebody whose entries nobody else sees; decide about one of them."""
    [child] = service.sql("SELECT birth_date FROM person WHERE 'person_' || id = $1", family.jake)
    for name in ("Jake", "Jakob"):
        other = add(service, name, birthDate=child["birth_date"].isoformat())
    family.record("worker", "decideDuplicate", "duplicateDecision", personId=family.jake, otherId=other, same=False, reason="Cousins.")


def help_a_brother(family: Family, name: str, said: str | None) -> None:
    """Ask for help for a brother alone, in the South; decide whether the two cases go together, or leave that open."""
    case, born = family.case, "2019-02-03" if said else "2020-03-04"
    brother = family.person(name, "CHILD", birthDate=born)
    family.live_together(brother)
    family.ask_for_help(childIds=[brother], localityId=gid("locality", "South"))
    family.case = case
    if said:
        family.record("worker", "answerSiblingCase", "siblingDecision", siblingId=brother, answer=said, reason="He lives with his dad.")


def come_back(family: Family) -> None:
    """End the case of a family that was assessed, let it come back to another team, and ask for help in the first team again."""
    family.planning()
    end_early(family)
    family.assessing()
    south = {"workerId": gid("practitioner", "southerner"), "teamId": gid("team", "South Family Team")}
    family.step("manager", "allocateCase", **south)
    family.awaiting_agreement()


# -- plans and endings ---------------------------------------------------------------------------------------------


def plan_more(service: Inside, family: Family) -> None:
    """Add actions of every timing, one that is done and one that is not to be; and a need that the plan leaves out."""
    plan = Plan(service, family)
    by_mother: dict[str, Any] = {"practitionerId": None, "personId": family.mother}
    due = [plan.action(family.outcome, byWhen=day(ahead), **more) for ahead, more in ((0, {}), (0, by_mother), (3, {}), (30, {}), (9, {}))]
    service.sql("UPDATE plan_action SET by_when = by_when - 2 WHERE 'action_' || id = $1", due[1])
    service.do("worker", "completeAction", "action { id }", actionId=due[2])
    service.do("worker", "endAction", "action { id }", actionId=due[3], why="They moved on.")
    left = plan.need(family.jake, area="HEALTH")
    service.do("worker", "leaveNeedUnanswered", "need { id }", needId=left, expectedRevision=1, why="The school helps.")


def end_well(family: Family) -> None:
    """Record a review and all that an ending asks for, and propose to close the case."""
    family.review("PARTLY")
    sum_up(family)
    tell_family(family)
    family.record("worker", "proposeClosure", "closureProposal", closureReason="NEEDS_MET", why="Jake is in school on time.")


def send_away(family: Family) -> None:
    """Offer a family to another council, with the mother's consent, and remind it."""
    agree_to_transfer(family)
    offered = offer(family)
    family.api.do("worker", "chaseTransfer", "transferChaser { id }", offerId=offered, toWhom="Devon's front door")
