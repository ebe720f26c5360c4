"""Steps of the workflow, and the other changes that say which version of the case they saw."""

from random import Random

from tests.functional.council import gid
from tests.model.acting import EVERYBODY, Acting
from tests.model.dates import due
from tests.model.days import DAY, day_of
from tests.model.forms import NORTH, PASTORAL, SOUTH, form
from tests.model.records import Case
from tests.model.table import MAY

BACK = ("pause", "return_assessment", "reassess")
"""Steps that lead no nearer to the end, and are taken less often."""

DOES = {
    "involvement_checked": "search",
    "no_unresolved_duplicate": "tell_apart",
    "threshold_early_help": "decide",
    "threshold_lower": "decide_lower",
    "threshold_approved": "approve",
    "level_decided": "decide",
    "referrer_told": "tell_referrer",
    "agreement_in_force": "agree",
    **dict.fromkeys(["agreement_ended_recorded", "no_agreement_left"], "say_no"),
    "safeguarding_check": "check_safety",
    "attempts_logged": "try_to_reach",
    "siblings_considered": "answer_sibling",
    "worker_allocated": "allocate",
    **dict.fromkeys(["required_answers", "elements_considered", "every_voice_heard", "parents_views_heard"], "write"),
    "conclusions_shared": "share",
    "lead_professional_in_place": "name_lead",
    **dict.fromkeys(["meeting_held", "review_date_set"], "meet"),
    **dict.fromkeys(["plan_has_actions", "needs_answered"], "plan"),
    **dict.fromkeys(["review_recorded", "agreement_reconfirmed"], "review"),
    "drift_considered": "consider_drift",
    "closing_summary": "sum_up",
    "no_open_actions": "finish",
    "family_told": "tell_family",
    **dict.fromkeys(["transfer_consent", "receiving_council_answered"], "transfer"),
    "stepped_down_here": "step_down",
}
"""What is done about a guard that refuses."""

OTHER_WAYS = ("moveCase", "startReview", "start_review", "close", "fly")
"""What the generic mutation is asked for and does not do."""


class Steps(Acting):
    """Moves a case."""

    def go_on(self, r: Random, case: Case) -> None:
        """Take a step that is allowed, the ordinary ones first; or do something about what stands in the way of one."""
        ways = [
            (who, move.trigger)
            for move in case.here()
            if not self.council.before_form(case, move, self.now(case))
            for who in EVERYBODY
            if self.council.sees(case, who) and not self.council.may_move(case, who, move)
        ]
        onward = [way for way in ways if not case.moves[way[1]].ends and case.moves[way[1]].to]
        if {trigger for _, trigger in onward} <= set(BACK) and r.random() < 0.9:
            return getattr(self, self.unblocking(r, case))(r, case)  # type: ignore[no-any-return]
        open_to = onward if onward and r.random() < 0.9 else ways or [(EVERYBODY[0], "escalate")]
        triggers = sorted({trigger for _, trigger in open_to}, key=lambda each: (each in BACK, each))
        trigger = r.choices(triggers, [1 if each in BACK else 8 for each in triggers])[0]
        return self.step(r, case, r.choice([who for who, each in open_to if each == trigger]), trigger)

    def unblocking(self, r: Random, case: Case) -> str:
        """Name what brings a case on that cannot go on: mostly along its way, now and then to one of its ends."""
        if case.is_over:
            return "another_request"
        ends = r.random() > 0.85
        for move in sorted(case.here(), key=lambda each: (each.ends != ends, r.random())):
            blocked = self.council.before_form(case, move, self.now(case)) & DOES.keys()
            if move.to and move.trigger not in BACK and blocked:
                return DOES[r.choice(sorted(blocked))]
        return "any_step"

    def end_it(self, r: Random, case: Case) -> None:
        """Choose an end of the case, do what stands in its way, and take the step."""
        ends = [move for move in case.here() if move.ends and (move.trigger != "return_step_down" or case.source == "SOCIAL_CARE")]
        if not ends:
            return self.go_on(r, case)
        move = r.choice(ends)
        for _ in range(4):
            for guard in sorted(self.council.before_form(case, move, self.now(case)) & DOES.keys()):
                getattr(self, DOES[guard])(r, case)
        for _ in range(3):
            if not case.is_over:
                self.step(r, case, self.somebody(r, self.able(case, move.trigger)), move.trigger)

    def pause_or_resume(self, r: Random, case: Case) -> None:
        """Pause a case that can be paused, after what that asks for; or resume it."""
        trigger = next((move.trigger for move in case.here() if move.trigger in ("pause", "resume")), None)
        if trigger is None:
            return self.go_on(r, case)
        for guard in sorted(self.council.before_form(case, case.moves[trigger], self.now(case)) & DOES.keys()):
            getattr(self, DOES[guard])(r, case)
        return self.step(r, case, self.somebody(r, self.able(case, trigger)), trigger)

    def able(self, case: Case, trigger: str) -> list[str]:
        """Return who may take a step; where nobody may, who sees the case."""
        seeing = [who for who in EVERYBODY if self.council.sees(case, who)]
        return [who for who in seeing if not self.council.may_move(case, who, case.moves[trigger])] or seeing

    def any_step(self, r: Random, case: Case) -> None:
        """Take any step, from here or from anywhere."""
        trigger = r.choice([move.trigger for move in case.here()] * 2 + list(case.moves))
        self.step(r, case, self.somebody(r, self.able(case, trigger)), trigger)

    def step(self, r: Random, case: Case, who: str, trigger: str) -> None:
        now, version = self.now(case), self.version(r, case)
        others = [each.id for each in self.council.cases if each is not case]
        said, given = form(r, case, others, trigger, day_of(now))
        expected = self.council.moving(case, who, trigger, said, version=version, now=now)
        generic = {"trigger": trigger} if case.moves[trigger].mutation == "moveCase" else {}
        self.change(
            case, who, case.moves[trigger].mutation, expected, lambda _: self.council.moved(case, who, trigger, said, now),
            step=f"{case.framework} {trigger}", allowed=lambda: self.council.may_move(case, who, case.moves[trigger]),
            caseId=case.id, expectedVersion=version, **generic, **given,
        )  # fmt: skip

    def wrong_way(self, r: Random, case: Case) -> None:
        """Ask the generic mutation for what has one of its own, or for what there is not."""
        who, version = self.somebody(r, EVERYBODY), self.version(r, case)
        expected = self.council.gate(case, who, " ".join(self.council.stands(case, who)), version=version, even_if_over=True)
        given = {"caseId": case.id, "expectedVersion": version, "trigger": r.choice(OTHER_WAYS)}
        if "begin_triage" not in case.moves:
            given["trigger"] = "begin_triage"
        self.change(case, who, "moveCase", expected or {("BAD_USER_INPUT", None)}, lambda _: None, allowed=set, **given)

    def allocate(self, r: Random, case: Case) -> None:
        who = self.somebody(r, self.permitted(case, "ALLOCATE_CASE"))
        team = r.choice([None, None, None, NORTH, SOUTH, PASTORAL])
        worker = self.somebody(r, [each for each in EVERYBODY if self.council.works_in(each, team or case.team)])
        version = self.version(r, case)

        def effect(_: str) -> None:
            case.worker, case.team = worker, team or case.team

        given = {
            "caseId": case.id,
            "expectedVersion": version,
            "workerId": gid("practitioner", worker),
            **({"teamId": team} if team else {}),
        }
        expected = self.council.allocating(case, who, worker, team, version)
        self.change(case, who, "allocateCase", expected, effect, allowed=self.may(case, who, "ALLOCATE_CASE"), **given)

    def rename(self, r: Random, case: Case) -> None:
        who, version, name = self.somebody(r, self.permitted(case, "AMEND_CASE")), self.version(r, case), r.choice("AB")

        def effect(_: str) -> None:
            case.name = name

        expected = self.council.gate(case, who, MAY["AMEND_CASE"], version=version, even_if_over=True)
        expected = expected or ({("ALREADY_DONE", None)} if case.name == name else set())
        given = {"caseId": case.id, "expectedVersion": version, "familyName": name}
        self.change(case, who, "amendCase", expected, effect, allowed=self.may(case, who, "AMEND_CASE"), **given)

    def set_date(self, r: Random, case: Case) -> None:
        who, version, now = self.somebody(r, self.permitted(case, "MOVE_DUE_DATE")), self.version(r, case), self.now(case)
        date = day_of(now) + DAY * r.choice([0, 1, 14, 41, 42, 43, 83, 84, 85, -1])

        def effect(_: str) -> None:
            case.due = due(case.state, "moved", now, date, None)
            if case.state == "paused":
                case.pause_until = date
            else:
                case.next_review = date

        expected = self.council.setting_date(case, who, date, version=version, now=now)
        given = {"caseId": case.id, "expectedVersion": version, "date": date.isoformat(), "why": "A holiday."}
        self.change(case, who, "moveDueDate", expected, effect, allowed=self.may(case, who, "MOVE_DUE_DATE"), **given)
