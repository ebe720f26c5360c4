"""The plan: needs, outcomes and actions, the meetings that agree on them, and the reviews that look at them."""

from random import Random
from typing import Any

from tests.functional.council import gid
from tests.model.acting import EVERYBODY, Acting
from tests.model.days import DAY, day_of
from tests.model.forms import usually
from tests.model.papers import Act, Meeting, Need, Outcome, Review
from tests.model.records import Case, Lead
from tests.model.staff import Problems
from tests.model.table import MAY

BAD: Problems = {("BAD_USER_INPUT", None)}
GONE: Problems = {("ALREADY_DONE", None)}


class Planning(Acting):
    """Makes and follows plans."""

    def plan(self, r: Random, case: Case) -> None:
        """Put a need on the register, say what shall be different, and who does what towards it; or only the beginning of it."""
        who = self.somebody(r, self.permitted(case, "EDIT_PLAN"))
        if r.random() > 0.85:
            who = self.somebody(r, self.permitted(case, "RECORD_NEED"))
        need = self.record_need(r, case, who)
        outcome = self.add_outcome(r, case, who, need) if need and r.random() < 0.95 else None
        if outcome and r.random() < 0.95:
            self.add_action(r, case, who, outcome)
        self.compare(case, who, *EVERYBODY)

    def record_need(self, r: Random, case: Case, who: str) -> Need | None:
        child = usually(r, *case.ongoing(), else_=r.choice(list(case.family)))
        nobody: Problems = set() if child in case.ongoing() else {("NOT_FOUND", None)}
        given = {"caseId": case.id, "childId": child, "area": "SEMH", "description": "Mia worries at night."}
        done = self.record(
            case, who, "RECORD_NEED", "recordNeed",
            lambda key: case.papers.needs.append(Need(self.id_of("need", who, key), child)), nobody, quiet=True, **given,
        )  # fmt: skip
        return case.papers.needs[-1] if done else None

    def add_outcome(self, r: Random, case: Case, who: str, need: Need) -> Outcome | None:
        day = day_of(self.now(case)) + DAY * usually(r, 0, 60, else_=-1)
        given = {"caseId": case.id, "needIds": [need.id], "wording": "Mia sleeps.", "byWhen": day.isoformat(), "baseline": 3}
        done = self.record(
            case, who, "EDIT_PLAN", "addOutcome",
            lambda key: case.papers.outcomes.append(Outcome(self.id_of("outcome", who, key), need)),
            BAD if day < day_of(self.now(case)) else None, quiet=True, **given,
        )  # fmt: skip
        return case.papers.outcomes[-1] if done else None

    def add_action(self, r: Random, case: Case, who: str, outcome: Outcome) -> None:
        does = self.somebody(r, [each for each in EVERYBODY if self.council.helps(case, each)])
        given = {"outcomeId": outcome.id, "what": "Ring the clinic.", "practitionerId": gid("practitioner", does)}
        given["byWhen"] = (day_of(self.now(case)) + DAY * 5).isoformat()
        other: Problems = set() if self.council.helps(case, does) else {("BAD_USER_INPUT", "works_with_the_family")}
        self.record(
            case, who, "EDIT_PLAN", "addAction", lambda key: outcome.acts.append(Act(self.id_of("action", who, key), does)),
            GONE if outcome.status != "open" else other, quiet=True, **given,
        )  # fmt: skip

    def finish(self, r: Random, case: Case) -> None:
        """Say of actions that they are done, or will not be; now and then of an outcome."""
        if not case.papers.outcomes:
            return self.plan(r, case)
        if r.random() > 0.75:
            return self.end_outcome(r, case)
        acts = case.papers.acts() or [act for outcome in case.papers.outcomes for act in outcome.acts][:1]
        for act in usually(r, acts, else_=acts[:1]):
            able = [who for who in EVERYBODY if not self.council.gate(case, who, MAY[own_action(act, who)])]
            if not self.end_action(r, case, self.somebody(r, able), act):
                break
        return self.compare(case, r.choice(EVERYBODY), *EVERYBODY)

    def end_action(self, r: Random, case: Case, who: str, act: Act) -> bool:
        is_done = r.random() < 0.7
        gone = GONE if act.status != "open" else None

        def effect(_: str) -> None:
            act.status = "done" if is_done else "ended"

        mutation, given = ("completeAction", {}) if is_done else ("endAction", {"why": "They moved."})
        return self.record(case, who, own_action(act, who), mutation, effect, gone, quiet=True, actionId=act.id, **given)

    def end_outcome(self, r: Random, case: Case) -> None:
        who, outcome = self.somebody(r, self.permitted(case, "EDIT_PLAN")), r.choice(case.papers.outcomes)
        achieved, busy = r.random() < 0.5, any(act.status == "open" for act in outcome.acts)

        def effect(_: str) -> None:
            outcome.status = "achieved" if achieved else "ended"

        problems: Problems = {("REFUSED", "no_open_actions")} if busy else set()
        given = {"outcomeId": outcome.id, "isAchieved": achieved, "why": "They said so."}
        self.record(case, who, "EDIT_PLAN", "endOutcome", effect, GONE if outcome.status != "open" else problems, **given)

    def meet(self, r: Random, case: Case) -> None:
        """Hold a meeting; it sets a day for the next review, and may agree on a lead professional."""
        who, today = self.somebody(r, self.permitted(case, "RECORD_MEETING")), day_of(self.now(case))
        held, heard = today - DAY * usually(r, 0, 0, 3, else_=-1), r.random() < 0.85
        day = self.next_day(r, case)
        lead = self.somebody(r, [each for each in EVERYBODY if self.council.works_here(case, each)]) if r.random() < 0.7 else None

        def effect(key: str) -> None:
            case.papers.meetings.append(Meeting(self.id_of("meeting", who, key), held, heard))
            self.council.set_next(case, day)
            if lead:
                for each in case.leads:
                    each.ended = each.ended or self.now(case)
                case.leads.append(Lead("", lead, "AGREED"))

        came = [{"practitionerId": gid("practitioner", who), "presence": "ATTENDED"}]
        family = [{"personId": next(iter(case.family)), "presence": "ATTENDED" if heard else "APOLOGIES"}]
        given: dict[str, Any] = {"caseId": case.id, "heldOn": held.isoformat(), "practitioners": came, "family": family}
        given |= {"nextReviewOn": day.isoformat()} if day else {}
        given |= {"agreedLeadId": gid("practitioner", lead)} if lead else {}
        odd = self.council.meeting(case, held, lead, self.now(case))
        odd = odd or (BAD if self.council.is_odd_next(case, day, self.now(case)) else set())
        self.record(case, who, "RECORD_MEETING", "recordMeeting", effect, odd, decisions="To go on.", **given)

    def next_day(self, r: Random, case: Case) -> Any:
        """Draw a day for the next review, or none."""
        soon, late = ((20, 40, 42), (None, 60, -1)) if case.state != "reviewing" else ((20, 80, 84), (None, 85, -1))
        ahead = usually(r, *soon, else_=r.choice(late))
        return day_of(self.now(case)) + DAY * ahead if ahead is not None else None

    def review(self, r: Random, case: Case, *, meeting: Meeting | None = None) -> None:
        """Record the review under way, or one that was held in a meeting."""
        who, now = self.somebody(r, self.permitted(case, "RECORD_REVIEW")), self.now(case)
        held, day = day_of(now) - DAY * usually(r, 0, 0, 2, else_=-1), self.next_day(r, case)
        now_open = [each.id for each in case.papers.outcomes if each.status == "open"]
        judged = usually(r, now_open, else_=now_open[1:])
        results = r.choice([["NOT_ACHIEVED"], ["PARTLY", "ACHIEVED"], ["NOT_ACHIEVED", "PARTLY", "ACHIEVED"]])
        found, reconfirmed = {each: r.choice(results) for each in judged}, r.choice([True, True, True, True, False, None])

        def effect(key: str) -> None:
            stay = case.stays if case.state == "reviewing" else None
            review = Review(self.id_of("review", who, key), held, stay, reconfirmed, found)
            case.papers.reviews.append(review)
            if meeting:
                meeting.is_reviewed = True
            self.council.set_next(case, day)

        asked = {} if reconfirmed is None else {"agreementReconfirmed": reconfirmed, "reconfirmedById": next(iter(case.family))}
        given: dict[str, Any] = {"caseId": case.id, "heldOn": held.isoformat(), "childViews": "Better.", "familyViews": "She sleeps."}
        given["judgements"] = [{"outcomeId": each, "result": result, "scale": 5} for each, result in found.items()]
        given |= ({"nextReviewOn": day.isoformat()} if day else {}) | ({"meetingId": meeting.id} if meeting else {})
        problems = self.council.reviewing(case, held, left_out=judged != now_open, now=now, of_meeting=meeting is not None)
        problems = problems or (BAD if self.council.is_odd_next(case, day, now) else set())
        reviewed = case.state == "reviewing" and any(each.stay == case.stays for each in case.papers.reviews)
        problems = problems or (GONE if reviewed or (meeting and meeting.is_reviewed) else set())
        self.record(case, who, "RECORD_REVIEW", "recordReview", effect, problems, **given, **asked)

    def consider_drift(self, r: Random, case: Case) -> None:
        """Give a manager's view on a plan that does not move."""
        if not case.papers.reviews:
            return self.review(r, case)
        in_order = sorted(case.papers.reviews, key=lambda each: each.held)
        who, review = self.somebody(r, self.permitted(case, "CONSIDER_DRIFT")), usually(r, in_order[-1], else_=in_order[0])

        def effect(_: str) -> None:
            review.viewed, review.revision = True, review.revision + 1

        early: Problems = {("REFUSED", "drift")} if len(case.papers.standing_still()) < 3 else set()
        early = early or (set() if review is in_order[-1] else {("REFUSED", "latest_review")})
        early = early or ({("ALREADY_DONE", None)} if review.viewed else set())
        given = {"reviewId": review.id, "expectedRevision": review.revision, "view": "Ask the clinic again."}
        self.record(case, who, "CONSIDER_DRIFT", "considerDrift", effect, early, **given)
        return None

    def review_in_meetings(self, r: Random, case: Case) -> None:
        """Record reviews that were held in a meeting."""
        for _ in range(r.choice([1, 3])):
            self.meet(r, case)
            if case.papers.meetings:
                self.review(r, case, meeting=case.papers.meetings[-1])


def own_action(act: Act, who: str) -> str:
    """Name the permission that somebody needs to end an action: one's own needs less."""
    return "UPDATE_OWN_ACTION" if act.who == who else "EDIT_PLAN"
