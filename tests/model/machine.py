"""Several people act on one family's cases in any order, and after each act the service is held against the plain council."""

import datetime as dt
from hashlib import sha256
from random import Random
from typing import Any

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.model.assessing import Assessing
from tests.model.days import DAY
from tests.model.families import Families
from tests.model.house import House, begin_again, localities, people
from tests.model.inside import problems
from tests.model.leaving import Leaving
from tests.model.papers import PauseLimit
from tests.model.plain import Council
from tests.model.planning import Planning
from tests.model.practitioners import Practitioners
from tests.model.records import Case
from tests.model.steps import Steps
from tests.model.table import PATH
from tests.model.triaging import Triaging

ASKERS = ("worker", "worker", "triage", "school", "manager")
OTHERWISE: dict[str, dict[str, Any]] = {
    "requestHelp": {"worries": "Other ones."},
    "recordAgreement": {"understanding": "Otherwise."},
    "withdrawAgreement": {"how": "By letter."},
    "nameLeadProfessional": {"handover": "Ring the school."},
    "endLeadProfessional": {"handover": "Ring the school."},
    "addTeamMember": {"part": "Speaks"},
    "endTeamMember": {"teamMemberId": "taf_00000000-0000-7000-8000-000000000000"},
    "addNote": {"text": "We did not meet."},
    "amendNote": {"reason": "Another slip."},
    "recordThreshold": {"reasons": "Section 5."},
    "recordSafeguardingCheck": {"risk": "Some."},
    "answerSiblingCase": {"reason": "Otherwise."},
    "decideDuplicate": {"reason": "Otherwise."},
    "saveSection": {"expectedRevision": 99},
    "recordNeed": {"description": "Otherwise."},
    "addOutcome": {"wording": "Otherwise."},
    "addAction": {"what": "Otherwise."},
    "completeAction": {"result": "Otherwise."},
    "endAction": {"why": "Otherwise."},
    "endOutcome": {"why": "Otherwise."},
    "recordMeeting": {"decisions": "Otherwise."},
    "recordReview": {"childViews": "Otherwise."},
    "amendClosingSummary": {"whoHelps": "Otherwise."},
    "considerDrift": {"view": "Otherwise."},
    "writeClosingSummary": {"whoHelps": "Otherwise."},
    "tellFamily": {"whyNot": "Otherwise."},
    "tellReferrer": {"whyNot": "Otherwise."},
    "recordTransferConsent": {"how": "Otherwise."},
    "recordTransferAnswer": {"answeredBy": "Otherwise."},
    "recordStepDown": {"handover": "Otherwise."},
    "closeSocialCareCase": {"closedOn": "2025-01-01"},
    "checkInvolvement": {"note": "Otherwise."},
    "approveThreshold": {"note": "Otherwise."},
    "logContactAttempt": {"note": "Otherwise."},
    "shareConclusions": {"note": "Otherwise."},
    "offerTransfer": {"note": "Otherwise."},
    "chaseTransfer": {"note": "Otherwise."},
}
"""What is sent otherwise where a change says no version."""

WEIGHTED = (
    *["go_on"] * 40, *["end_it"] * 8, *["any_step"] * 8, *["agree"] * 4, *["any_answer"] * 3, *["withdraw"] * 2, *["allocate"] * 3,
    *["name_lead"] * 3, *["add_member"] * 2, *["change_member"] * 2, *["send_again"] * 4, *["set_date"] * 2, *["jump"] * 2, "turn_away",
    "turn_away", "end_lead", "amend_lead", "wrong_way", "rename", "add_child", "end_child", "end_child", "write_note",
    "amend_note", "amend_note", "another_request",
    "change_staff", "look", "search", "decide", "decide", "approve", "tell_referrer", "try_to_reach", "check_safety", "answer_sibling",
    "enter_again", "date_plan", *["write"] * 2, "share", *["plan"] * 2, "finish", *["meet"] * 2, *["review"] * 3, "review_in_meetings",
    "consider_drift", "sum_up", "tell_family", *["transfer"] * 2, *["step_down"] * 2,
    *["pause_or_resume"] * 3,
)  # fmt: skip


def some_limits(r: Random, clock: dt.datetime) -> list[PauseLimit]:
    """Draw what is set of pauses: nothing, or the whole council's limit, now and then with a locality's own, or another one to come."""
    found = [
        PauseLimit(clock - 30 * DAY, None, r.choice([0, 1, 1, 3])),
        PauseLimit(clock - 20 * DAY, r.choice(["North", "South"]), r.choice([0, 1, 2])),
        PauseLimit(clock + r.choice([2, 9, 25]) * DAY, None, r.choice([0, 1, 2])),
    ]
    return [each for each in found if r.random() < 0.4]


class Steady(Random):
    """Draws what is usual, and nothing else."""

    getrandbits = Random.getrandbits

    def random(self) -> float:
        return 0.0


class Casework(Steps, Families, Practitioners, Triaging, Assessing, Planning, Leaving, RuleBasedStateMachine):
    """Whoever is drawn does whatever is drawn. What a step is made of comes from a seed, so that it is not all small and early."""

    @initialize(seed=st.integers(0, 2**40))
    def begin(self, seed: int) -> None:
        begin_again(self.service)
        r = Random(sha256(seed.to_bytes(8)).digest())  # what Hypothesis draws itself is mostly small
        who, locality, far = r.choice(ASKERS), r.choice(["North", "North", "South"]), r.randrange(9)
        self.clock = dt.datetime(2026, 1, 12, 9, 30, tzinfo=dt.UTC) + DAY * r.randrange(270)
        self.council, self.keys, self.done, self.so_far = Council(people(), localities()), 0, [], b""
        self.house = House(self.service, self.clock, who)
        self.council.pause_limits = some_limits(r, self.clock)
        self.house.limit_pauses(self.council.pause_limits)
        jake, mia = (each.id for each in self.house.family.values() if each.name in ("Jake", "Mia"))
        self.ask_for_help(r, who, [jake, mia], locality, set())
        [case] = self.council.cases
        for step in range(60):
            if case.state == PATH[case.framework][far % len(PATH[case.framework])] or case.is_over:
                break
            self.clock += dt.timedelta(minutes=1)
            self.go_on(Steady(f"{seed} {step}"), case)

    @rule(seed=st.integers(0, 2**40))
    def act(self, seed: int) -> None:
        """Do one of the things that can be done."""
        self.so_far = sha256(self.so_far + seed.to_bytes(8)).digest()  # a run that differs early differs in all that follows
        r = Random(self.so_far)
        self.clock += dt.timedelta(seconds=r.choice([1, 90, 4000]))
        getattr(self, r.choice(WEIGHTED))(r, self.case(r))

    def jump(self, r: Random, case: Case) -> None:
        self.clock += DAY * r.choice([-3, -1, 1, 2, 9, 25, 45])

    def send_again(self, r: Random, case: Case) -> None:
        """Send a change once more, or use its key for something else."""
        who, mutation, sent, again = r.choice(self.done)
        other = r.random() < 0.5
        expected = {("IDEMPOTENCY_MISMATCH", None)} if other else again()
        given = {**sent, **OTHERWISE.get(mutation, {"expectedVersion": 999})} if other else sent
        note(f"{who} {mutation} once more, {'otherwise ' if other else ''}{sent['idempotencyKey']} -> {expected or 'replayed'}")
        body = self.service.wait(self.service.change(self.house.actors[who], mutation, **given))
        assert {(each["code"], each["reason"]) for each in problems(body)} == expected
        assert body.get("extensions", {}).get("replayed", []) == ([] if expected else [mutation])
        self.met["send again", next(iter(expected))[0] if expected else "replayed"] += 1
        for each in self.council.cases:
            self.house.compare_rows(each)
