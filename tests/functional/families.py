"""Families and their cases for tests, brought to each state by the records that the way there asks for."""

from typing import Any

from tests.functional.assessments import share, write_all
from tests.functional.casework import CASE as CASE
from tests.functional.casework import Casework
from tests.functional.council import gid
from tests.functional.plans import Plan, day
from tests.functional.recording import find_early_help, find_level, search, sum_up, tell_family
from tests.functional.stages import stage


class Family(Casework):
    """A family whose case goes the way of the early help assessment."""

    outcome: str = ""
    first_review = 40  # days from today on which the first review of its plan is set

    @stage
    def requested(self) -> str:
        """Bring the case to its first state."""
        return self.ask_for_help()

    @stage
    def searched(self) -> str:
        """Keep the case in its first state, after a search whether somebody already helps."""
        self.requested()
        search(self)
        return self.case

    @stage
    def in_triage(self) -> str:
        """Bring the case into triage."""
        self.searched()
        self.move("triage", "begin_triage")
        return self.case

    @stage
    def decided(self) -> str:
        """Bring the case into triage, where it is decided that the family needs an assessment."""
        self.in_triage()
        find_early_help(self)
        return self.case

    @stage
    def awaiting_agreement(self) -> str:
        """Bring the case to where the family's agreement is waited for, allocated to the worker of the North."""
        self.accepted()
        self.step("triage", "allocateCase", workerId=gid("practitioner", "worker"))
        return self.case

    @stage
    def accepted(self) -> str:
        """Bring the case to where the family's agreement is waited for, with nobody to do the work yet."""
        self.decided()
        self.step("triage", "acceptRequest", teamId=gid("team", "North Family Team"))
        return self.case

    @stage
    def assessing(self) -> str:
        """Bring the case into assessment, agreed for both children."""
        self.awaiting_agreement()
        for child in self.children:
            self.agree(child)
        self.step("worker", "startAssessment")
        return self.case

    @stage
    def assessed(self) -> str:
        """Bring the case into assessment, and answer what the form requires."""
        self.assessing()
        write_all(self)
        return self.case

    @stage
    def awaiting_sign_off(self) -> str:
        """Bring the case to the manager."""
        self.assessed()
        self.move("worker", "submit")
        return self.case

    @stage
    def concluded(self) -> str:
        """Bring the case to the manager, who decides the level of need."""
        self.awaiting_sign_off()
        find_level(self)
        return self.case

    @stage
    def signed_off(self) -> str:
        """Bring the case to where the team comes together; its worker is acting lead professional."""
        self.concluded()
        self.move("manager", "sign_off")
        return self.case

    @stage
    def planning(self) -> str:
        """Bring the case to where the team comes together, with an agreed lead professional."""
        self.signed_off()
        self.lead("worker")
        return self.case

    @stage
    def plan_active(self) -> str:
        """Bring the case to a plan under way: an outcome with an action for Mia's need, agreed by a meeting."""
        self.planned()
        self.move("worker", "start_plan")
        return self.case

    def make_plan(self) -> None:
        """Share the conclusions, and agree in a meeting on the first action and the day of the review."""
        share(self)
        self.agree_plan()

    def agree_plan(self) -> None:
        """Agree in a meeting on the first action and the day of the review."""
        plan = Plan(self.api, self)
        self.outcome = plan.outcome(plan.need())
        plan.action(self.outcome)
        plan.meet(nextReviewOn=day(self.first_review))

    @stage
    def planned(self) -> str:
        """Bring the case to where the team comes together, with all that a plan needs to begin."""
        self.planning()
        self.make_plan()
        return self.case

    @stage
    def reviewing(self) -> str:
        """Bring the case into review."""
        self.plan_active()
        self.step("worker", "startReview")
        return self.case

    def review(self, result: str = "ACHIEVED", **more: Any) -> str:
        """Record the review under way, so that the plan can go on; return its id."""
        plan = Plan(self.api, self)
        return plan.review({self.outcome: result}, **{**plan.going_on(), **more})

    @stage
    def reviewed(self) -> str:
        """Bring the case into review, and record it."""
        self.reviewing()
        self.review()
        return self.case

    @stage
    def ready_to_close(self) -> str:
        """Bring the case to where nothing stands in the way of closing it, its needs met."""
        self.reviewed()
        Plan(self.api, self).finish_actions()
        sum_up(self)
        tell_family(self)
        return self.case

    @stage
    def reviewing_with_the_manager_as_lead(self) -> str:
        """Bring the case into review with the team's manager as its lead professional."""
        self.reviewing()
        self.lead("manager")
        return self.case


class CommonAssessment(Family):
    """A family whose case goes the way of the common assessment framework; its ways are called as those of early help are."""

    framework = "COMMON_ASSESSMENT"

    @stage
    def in_triage(self) -> str:
        """Keep the case where the need was identified: triage is no state of its own here."""
        return self.searched()

    @stage
    def concluded(self) -> str:
        """Bring the case to the co-ordinator; the family knows the conclusions."""
        self.awaiting_sign_off()
        share(self)
        return self.case

    def make_plan(self) -> None:
        """Agree on the plan: the conclusions are shared already."""
        self.agree_plan()
