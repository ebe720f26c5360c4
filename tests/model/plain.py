"""A council in plain objects: what every case has come to, and what must come of every attempt.

Nothing here is the service's: it is what the council agreed, said again as simply as possible.
"""

import datetime as dt
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from tests.model.answering import unable
from tests.model.dates import cap, due
from tests.model.days import age, day_of, midnight_after, working_days_until
from tests.model.guards import Looking, review_limit
from tests.model.moves import Move
from tests.model.papers import Answered, Concern, Decision, PauseLimit, Round
from tests.model.records import Answer, Case, Lead, Relative
from tests.model.staff import Problems, Staff
from tests.model.table import BESIDES, FINAL, MAY


class Council(Staff):
    """Everybody, every case of one family, and what is known of its children."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.twins: dict[str, list[str]] = {}
        """Of a child, the records that could be about the same child."""
        self.told_apart: set[tuple[str, str]] = set()
        self.has_plan: set[str] = set()
        """The children with an education, health and care plan."""
        self.pause_limits: list[PauseLimit] = []

    # -- cases that belong together -------------------------------------------------------------------------------

    def others(self, case: Case) -> list[Case]:
        """Return the family's other cases that go on."""
        return [each for each in self.cases if each is not case and not each.is_over]

    def siblings(self, case: Case) -> set[str]:
        """Return the children of the household, not on this case, with whom another case goes on."""
        return {child for other in self.others(case) for child in other.ongoing()} - set(case.ongoing())

    def pauses_allowed(self, case: Case, now: dt.datetime) -> int:
        """Return how often a case may be paused: as its locality has set, or else the council, or else twice."""
        begun = sorted((each for each in self.pause_limits if each.since <= now), key=lambda each: (each.locality is not None, each.since))
        return next((each.times for each in reversed(begun) if each.locality in (None, case.locality)), 2)

    # -- agreements in force --------------------------------------------------------------------------------------

    def agreed_for(self, case: Case, child: str, now: dt.datetime) -> bool:
        """Tell whether an agreement for a child is in force: the child's own latest answer, or until they spoke a parent's last word."""
        about = [answer for answer in case.answers if answer.person.id == child]
        spoke = any(child in (answer.by.id, answer.withdrawn_by) for answer in about)
        voices = [[answer for answer in about if answer.by is by] for by in {answer.by for answer in about} if not spoke or by.id == child]
        return any(self.last_word(sorted(voice, key=Answer.order), now, only_the_last=spoke) for voice in voices)

    def last_word(self, voice: list[Answer], now: dt.datetime, *, only_the_last: bool) -> bool:
        """Tell whether somebody's answers come to a yes in force: a no ends all before it, and one's own last answer is the only one."""
        since_no = list(takewhile(lambda answer: answer.agreed, reversed(voice)))
        counted = since_no[: 1 if only_the_last else None]
        return any(not yes.withdrawn_by and (yes.until is None or yes.until > now) for yes in counted)

    def before_form(self, case: Case, move: Move, now: dt.datetime) -> set[str]:
        """Return the guards that refuse before the form of a step is filled in."""
        return Looking(self, case, now).refusing(move)

    # -- steps ----------------------------------------------------------------------------------------------------

    def moving(self, case: Case, who: str, trigger: str, form: Mapping[str, Any], *, version: int, now: dt.datetime) -> Problems:
        """Say what must come of a step."""
        move = case.moves[trigger]
        if not self.sees(case, who):
            return {("NOT_FOUND", None)}
        if version != case.version:
            return {("CONFLICT", None)}
        if problems := self.may_move(case, who, move) or self.unfit(case, who, form, now):
            return problems
        if case.state not in move.sources:
            return {("REFUSED", "not_from_here")}
        look = Looking(self, case, now)
        if guards := look.refusing(move) | look.refusing_form(move, form):
            return {("REFUSED", guard) for guard in guards}
        return {("BAD_USER_INPUT", None)} if self.is_odd_review(case, form.get("next_review_on"), now) else set()

    def is_odd_review(self, case: Case, day: dt.date | None, now: dt.datetime) -> bool:
        """Tell whether a case that is resumed cannot have its next review on a day; the pause that ends is not counted."""
        if day is None:
            return False
        return case.paused_from != "plan_active" or day > day_of(case.cycle_at + (now - case.entered)) + cap("plan_active", case.cycle)

    def unfit(self, case: Case, who: str, form: Mapping[str, Any], now: dt.datetime) -> Problems:
        """Say what cannot be right in the form of a step."""
        problems: Problems = set()
        for name in ("started_on", "meeting_on", "decided_on", "moved_on"):
            if form.get(name) and not case.opened <= form[name] <= day_of(now):
                problems.add(("BAD_USER_INPUT", None))
        if any(form.get(name) and form[name] < day_of(now) for name in ("pause_until", "next_review_on")):
            problems.add(("BAD_USER_INPUT", None))
        if form.get("children") == []:
            problems.add(("BAD_USER_INPUT", None))
        if any(child not in case.ongoing() for child in form.get("children", ())):
            problems.add(("BAD_USER_INPUT", None))
        if form.get("asked_by") and form["asked_by"] not in case.family:
            problems.add(("BAD_USER_INPUT", None))
        if form.get("council") and case.papers.offers and form["council"] != case.papers.offers[-1].council:
            problems.add(("BAD_USER_INPUT", None))
        other = form.get("surviving_case")
        if other and not any(each.id == other and each is not case and self.sees(each, who) for each in self.cases):
            problems.add(("NOT_FOUND", None))
        return problems

    def moved(self, case: Case, who: str, trigger: str, form: Mapping[str, Any], now: dt.datetime) -> None:
        """Move a case."""
        move = case.moves[trigger]
        self.changed(case, now)
        if move.to is None:
            return self.social_care(case, trigger, form)
        source, target = case.state, move.to if trigger != "resume" else str(case.paused_from)
        review = form.get("next_review_on") or (None if trigger in ("start_review", "reassess") else case.next_review)
        case.begin_cycle(trigger, now)
        left = case.days_left if trigger == "resume" else None
        pausing = target == "paused"
        case.pauses += pausing
        case.days_left = working_days_until(day_of(now), day_of(case.due - dt.timedelta(seconds=1))) if pausing and case.due else None
        case.days_left = None if case.days_left is None else max(case.days_left, 0)
        case.paused_from, case.pause_until = (source, form["pause_until"]) if pausing else (None, None)
        case.next_review, case.reason = review, form.get("reason") if target in FINAL else None
        set_now = form.get("next_review_on") if trigger == "resume" else review
        case.due = due(target, trigger, now, case.pause_until if pausing else set_now, left)
        if trigger == "resume" and target == "plan_active" and review and case.due:
            case.next_review = day_of(case.due - dt.timedelta(seconds=1))
        case.state, case.entered, case.entered_by, case.stays = target, now, trigger, case.stays + 1
        case.team = form.get("team") or case.team
        return self.beside(case, who, trigger, now)

    def social_care(self, case: Case, trigger: str, form: Mapping[str, Any]) -> None:
        """Note what social care was told, or what it decided."""
        children = set(form["children"])
        if trigger == "escalate":
            case.papers.concerns.append(Concern(case.now, children))
        else:
            case.papers.answered.append(Answered(case.now, children, trigger == "record_taken"))

    def beside(self, case: Case, who: str, trigger: str, now: dt.datetime) -> None:
        """Note what a move means for the assessment, the lead professional, and what was prepared."""
        written = case.papers.written()
        if trigger in ("start_assessment", "reassess"):
            case.papers.rounds.append(Round(now, who))
        if written and trigger in ("submit", "return_assessment"):
            written.is_locked = trigger == "submit"
            written.submitted_by = who if written.is_locked else written.submitted_by
        if written and trigger in ("sign_off", "sign_off_no_plan"):
            written.is_signed_off = case.was_assessed = True
            case.signed_off = day_of(now) if trigger == "sign_off" else case.signed_off
        if trigger in ("continue_plan", "reassess"):
            case.went_on = now
        if trigger == "start_assessment" and self.lead_now(case) is None and case.worker:
            case.leads.append(Lead("", case.worker, "ACTING"))
        step_down = case.papers.step_down
        if trigger == "start_plan" and step_down and not step_down.closed and not step_down.handed_over:
            step_down.handed_over = True
            self.changed(case, now)  # social care is told that it may close, which is an event of its own

    def changed(self, case: Case, now: dt.datetime) -> None:
        """Note that something happened to a case."""
        case.version, case.now = case.version + 1, now

    def offered(self, case: Case, who: str, now: dt.datetime) -> dict[str, tuple[bool, bool, set[str]]]:
        """Return the steps from here: whether they are allowed, whether permitted, and what stands in the way."""
        found = {}
        for move in case.here():
            barred = {"not_permitted"} if self.may_move(case, who, move) else set()
            refusals = self.before_form(case, move, now) | barred
            found[move.trigger] = (not refusals, not barred, refusals)
        return found

    def permitted(self, case: Case, who: str) -> set[str]:
        """Return what somebody may do beside the steps."""
        return {name for name, allowed in BESIDES.items() if self.stands(case, who) & set(allowed.split())}

    def approving(self, case: Case, who: str, decision: Decision) -> Problems:
        """Say what must come of approving somebody else's decision."""
        if problems := self.gate(case, who, MAY["APPROVE_THRESHOLD"]):
            return problems
        if decision.approved:
            return {("ALREADY_DONE", None)}
        if not decision.put_to_another:
            return {("REFUSED", "no_approval_needed")}
        return set() if case.papers.decided(decision.basis) is decision else {("REFUSED", "decision_replaced")}

    # -- agreements -----------------------------------------------------------------------------------------------

    def answering(self, case: Case, who: str, answer: Answer, last_day: dt.date | None, understood: bool, now: dt.datetime) -> Problems:
        """Say what must come of recording an answer."""
        if problems := self.gate(case, who, MAY["RECORD_CONSENT"]):
            return problems
        found: Problems = set()
        if last_day and (not answer.agreed or last_day < day_of(now)):
            found.add(("BAD_USER_INPUT", None))
        by_manager = "manager" in self.stands(case, who)
        if reason := unable(answer, day_of(now), understood=understood, by_manager=by_manager):
            found.add(("REFUSED", reason))
        return found

    def withdrawing(self, case: Case, who: str, answer: Answer, by: Relative, now: dt.datetime) -> Problems:
        """Say what must come of withdrawing an agreement."""
        if problems := self.gate(case, who, MAY["WITHDRAW_CONSENT"], even_if_over=True):
            return problems
        if answer.withdrawn_by:
            return {("ALREADY_DONE", None)}
        if not answer.agreed:
            return {("REFUSED", "no_agreement")}
        decides = by is answer.person and age(by.born, day_of(now)) >= 16
        return set() if by is answer.by or decides else {("REFUSED", "not_theirs")}

    def ending_for(self, case: Case, child: str, reason: str, now: dt.datetime) -> Problems:
        """Say what must come of ending the help for one child for a reason."""
        if case.papers.waits_for(child):
            return {("REFUSED", "no_open_escalation")}
        if reason == "DUPLICATE":
            return {("REFUSED", "reason_for_a_child")}
        agreed, is_safe = self.agreed_for(case, child, now), Looking(self, case, now).safeguarding_check()
        lacks = {
            "NEEDS_MET": not case.was_assessed,
            "DECLINED": agreed,
            "CONSENT_WITHDRAWN": agreed or not is_safe,
            "MOVED_NO_TRANSFER": not is_safe,
            "EHC_PLAN": child not in self.has_plan,
            "DECEASED": True,
            "STEP_UP_S17": not case.papers.took(child),
        }
        return {("REFUSED", "reason_supported")} if lacks.get(reason) else set()

    # -- the plan -------------------------------------------------------------------------------------------------

    def meeting(self, case: Case, held: dt.date, lead: str | None, now: dt.datetime) -> Problems:
        """Say what cannot be right in a meeting, and in whom it agreed on as lead professional."""
        found: Problems = set() if case.opened <= held <= day_of(now) else {("BAD_USER_INPUT", None)}
        if lead is None:
            return found
        if any(each.who == lead and each.kind == "AGREED" and not each.ended for each in case.leads):
            found.add(("BAD_USER_INPUT", None))
        if self.people[lead].ended:
            return {*found, ("BAD_USER_INPUT", "is_active")}
        return found if self.works_here(case, lead) else {*found, ("BAD_USER_INPUT", "works_with_the_family")}

    def reviewing(self, case: Case, held: dt.date, *, left_out: bool, of_meeting: bool, now: dt.datetime) -> Problems:
        """Say what cannot be right in a review of the stay."""
        if case.state != "reviewing" and not of_meeting:
            return {("REFUSED", "in_review")}
        odd: Problems = set() if case.opened <= held <= day_of(now) else {("BAD_USER_INPUT", None)}
        return odd | ({("BAD_USER_INPUT", "every_outcome")} if left_out else set())

    # -- dates ----------------------------------------------------------------------------------------------------

    def is_odd_next(self, case: Case, day: dt.date | None, now: dt.datetime) -> bool:
        """Tell whether the day that a meeting or a review sets for the next review cannot be."""
        return day is not None and not day_of(now) <= day <= review_limit(case, now)

    def set_next(self, case: Case, day: dt.date | None) -> None:
        """Set the day of the next review, which also is when a plan under way is due."""
        case.next_review = day or case.next_review
        if day and case.state == "plan_active":
            case.due = midnight_after(day)

    def setting_date(self, case: Case, who: str, date: dt.date, *, version: int, now: dt.datetime) -> Problems:
        """Say what must come of setting another date."""
        if problems := self.gate(case, who, MAY["MOVE_DUE_DATE"], version=version, even_if_over=True):
            return problems
        if case.state not in ("plan_active", "paused"):
            return {("REFUSED", "no_date_here")}
        since = case.entered if case.state == "paused" else case.cycle_at
        if not day_of(now) <= date <= day_of(since) + cap(case.state, case.cycle):
            return {("BAD_USER_INPUT", None)}
        chosen = case.pause_until if case.state == "paused" else case.next_review
        return {("ALREADY_DONE", None)} if (chosen, case.due) == (date, midnight_after(date)) else set()
