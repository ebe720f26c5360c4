"""A council in plain objects: who is who, what every case has come to, who sees it, and what must come of every attempt.

Nothing here is the service's: it is what the council agreed, said again as simply as possible.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Any

from tests.model.days import DAY, after_working_days, age, day_of, midnight_after, sixteenth_birthday, working_days_until
from tests.model.records import Answer, Case, Held, Lead, Practitioner, Relative
from tests.model.table import BESIDES, FINAL, INTAKE, MOVES, NOT_THE, WORKING_DAYS, Move

Problems = set[tuple[str, str | None]]
"""What stands in the way: codes, each with its reason; nothing where it is done."""

WITH_FAMILIES = ("worker", "triage", "team_manager")
SIX_WEEKS, TWELVE_WEEKS = 42 * DAY, 84 * DAY


class Council:
    """Everybody, and every case of one family."""

    def __init__(self, people: Mapping[str, Practitioner], localities: Mapping[str, str | None]) -> None:
        self.people, self.locality_of_team = people, localities
        self.cases: list[Case] = []

    # -- who is who -----------------------------------------------------------------------------------------------

    def lead_now(self, case: Case) -> Lead | None:
        """Return who is lead professional: the role ends with the account at the latest."""
        return next((lead for lead in case.leads if not lead.ended and not self.people[lead.who].ended), None)

    def stands(self, case: Case, who: str) -> set[str]:
        """Return in which ways somebody stands to a case."""
        person, lead = self.people[who], self.lead_now(case)
        if person.ended:
            return set()
        ways = {
            "allocated": case.worker == who,
            "lead": lead is not None and lead.who == who,
            "led": any(each.who == who and (each.ended is None or each.ended >= case.entered) for each in case.leads),
            "author": who in case.authors,
            "member": any(member.who == who and not member.left for member in case.members),
            "team": any(held.team == case.team for held in person.has("worker", "triage")),
            "manager": any(held.team == case.team for held in person.has("team_manager")),
            "triage": case.state in INTAKE and any(self.triages(held, case) for held in person.has("triage")),
            "service_manager": any(held.locality in (None, case.locality) for held in person.has("service_manager")),
            "requester": case.opened_by == who,
            "opener": case.opened_by == who,
        }
        return {way for way, holds in ways.items() if holds}

    def triages(self, held: Held, case: Case) -> bool:
        """Tell whether the team of a triage worker looks at the requests of a case's locality."""
        assert held.team
        return self.locality_of_team[held.team] in (None, case.locality)

    def sees(self, case: Case, who: str) -> bool:
        """Tell whether somebody sees a case: through a role with families that they have and signed in with, and a way to this case."""
        person = self.people[who]
        works = person.has(*WITH_FAMILIES, "service_manager") and person.roles & {*WITH_FAMILIES, "service_manager"}
        return bool(works) and bool(self.stands(case, who) - {"requester", "opener", "led", "author"})

    def may_ask(self, who: str) -> Problems:
        """Say what must come of asking for help for a family that one sees."""
        return set() if self.people[who].has(*WITH_FAMILIES) else {("NOT_PERMITTED", None)}

    # -- the gates ------------------------------------------------------------------------------------------------

    def gate(self, case: Case, who: str, allowed: str, *, version: int | None = None, even_if_over: bool = False) -> Problems:
        """See it? The version that they read? May they? Is it not over?"""
        if not self.sees(case, who):
            return {("NOT_FOUND", None)}
        if version not in (None, case.version):
            return {("CONFLICT", None)}
        if not self.stands(case, who) & set(allowed.split()):
            return {("NOT_PERMITTED", None)}
        return {("REFUSED", "case_ended")} if case.is_over and not even_if_over else set()

    def may_move(self, case: Case, who: str, move: Move) -> Problems:
        """Say whether somebody may take a step, whatever stands in its way."""
        stands = self.stands(case, who)
        if NOT_THE.get(move.trigger) in stands:
            return {("NOT_PERMITTED", "separation")}
        return set() if stands & move.who else {("NOT_PERMITTED", None)}

    # -- guards ---------------------------------------------------------------------------------------------------

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
        lead = self.lead_now(case)
        holds: dict[str, Callable[[], bool]] = {
            "children_known": lambda: bool(case.ongoing()),
            "agreement_in_force": lambda: all(self.agreed_for(case, child, now) for child in case.ongoing()),
            "worker_allocated": lambda: case.worker is not None and not self.people[case.worker].ended,
            "agreement_ended_recorded": lambda: any(bool(answer.withdrawn_by) or not answer.agreed for answer in case.answers),
            "no_agreement_left": lambda: not any(self.agreed_for(case, child, now) for child in case.ongoing()),
            "lead_professional_in_place": lambda: lead is not None and lead.kind == "AGREED",
            "not_yet_assessed": lambda: not case.was_assessed,
        }
        return {guard for guard in move.before if not holds[guard]()}

    def with_form(self, case: Case, move: Move, form: Mapping[str, Any], now: dt.datetime) -> set[str]:
        """Return the guards that refuse what the form of a step says."""
        until, single = form.get("pause_until"), form.get("reason") == "SINGLE_AGENCY"
        holds = {
            "helping_agency_agreed": not single or bool(form.get("agency") and form.get("agency_agreed")),
            "pause_limited": until is not None and until <= day_of(now) + SIX_WEEKS,
            "surviving_case_named": form.get("reason") != "DUPLICATE" or form.get("surviving_case") is not None,
        }
        wrong = {"reason_of_this_step"} if move.reasons and form.get("reason") not in move.reasons else set()
        return {guard for guard in move.with_form if not holds[guard]} | wrong

    # -- steps ----------------------------------------------------------------------------------------------------

    def moving(self, case: Case, who: str, trigger: str, form: Mapping[str, Any], *, version: int, now: dt.datetime) -> Problems:
        """Say what must come of a step."""
        move = MOVES[trigger]
        if not self.sees(case, who):
            return {("NOT_FOUND", None)}
        if version != case.version:
            return {("CONFLICT", None)}
        if problems := self.may_move(case, who, move) or self.unfit(case, who, form, now):
            return problems
        if case.state not in move.sources:
            return {("REFUSED", "not_from_here")}
        return {("REFUSED", guard) for guard in self.before_form(case, move, now) | self.with_form(case, move, form, now)}

    def unfit(self, case: Case, who: str, form: Mapping[str, Any], now: dt.datetime) -> Problems:
        """Say what cannot be right in the form of a step."""
        problems: Problems = set()
        for name in ("started_on", "meeting_on", "decided_on", "moved_on"):
            if form.get(name) and form[name] > day_of(now):
                problems.add(("BAD_USER_INPUT", None))
        if any(child not in case.ongoing() for child in form.get("children", ())):
            problems.add(("BAD_USER_INPUT", None))
        if form.get("asked_by") and form["asked_by"] not in case.family:
            problems.add(("BAD_USER_INPUT", None))
        other = form.get("surviving_case")
        if other and not any(each.id == other and each is not case and self.sees(each, who) for each in self.cases):
            problems.add(("NOT_FOUND", None))
        return problems

    def moved(self, case: Case, who: str, trigger: str, form: Mapping[str, Any], now: dt.datetime) -> None:
        """Move a case."""
        move = MOVES[trigger]
        self.changed(case, now)
        if move.to is None:
            return
        source, target = case.state, move.to if trigger != "resume" else str(case.paused_from)
        review = form.get("next_review_on") or (None if trigger == "start_review" else case.next_review)
        left = case.days_left if trigger == "resume" else None
        pausing = target == "paused"
        case.days_left = working_days_until(day_of(now), day_of(case.due - dt.timedelta(seconds=1))) if pausing and case.due else None
        case.days_left = None if case.days_left is None else max(case.days_left, 0)
        case.paused_from, case.pause_until = (source, form["pause_until"]) if pausing else (None, None)
        case.next_review, case.reason = review, form.get("reason") if target in FINAL else None
        case.due = due(target, trigger, now, case.pause_until if pausing else review, left)
        case.state, case.entered, case.entered_by, case.stays = target, now, trigger, case.stays + 1
        case.team = form.get("team") or case.team
        if trigger in ("start_assessment", "reassess"):
            case.authors = {who}
        if trigger == "submit":
            case.authors.add(who)
        case.was_assessed |= trigger in ("sign_off", "sign_off_no_plan")
        if trigger == "start_assessment" and self.lead_now(case) is None and case.worker:
            case.leads.append(Lead("", case.worker, "ACTING"))

    def changed(self, case: Case, now: dt.datetime) -> None:
        """Note that something happened to a case."""
        case.version, case.now = case.version + 1, now

    def offered(self, case: Case, who: str, now: dt.datetime) -> dict[str, tuple[bool, bool, set[str]]]:
        """Return the steps from here: whether they are allowed, whether permitted, and what stands in the way."""
        found = {}
        for move in MOVES.values():
            if case.state in move.sources:
                barred = {"not_permitted"} if self.may_move(case, who, move) else set()
                refusals = self.before_form(case, move, now) | barred
                found[move.trigger] = (not refusals, not barred, refusals)
        return found

    def permitted(self, case: Case, who: str) -> set[str]:
        """Return what somebody may do beside the steps."""
        return {name for name, allowed in BESIDES.items() if self.stands(case, who) & set(allowed.split())}

    # -- agreements -----------------------------------------------------------------------------------------------

    def answering(self, case: Case, who: str, answer: Answer, last_day: dt.date | None, understood: bool, now: dt.datetime) -> Problems:
        """Say what must come of recording an answer."""
        if problems := self.gate(case, who, BESIDES["RECORD_CONSENT"]):
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
        if problems := self.gate(case, who, BESIDES["WITHDRAW_CONSENT"], even_if_over=True):
            return problems
        if answer.withdrawn_by:
            return {("ALREADY_DONE", None)}
        if not answer.agreed:
            return {("REFUSED", "no_agreement")}
        decides = by is answer.person and age(by.born, day_of(now)) >= 16
        return set() if by is answer.by or decides else {("REFUSED", "not_theirs")}

    # -- people around the family ---------------------------------------------------------------------------------

    def works_in(self, who: str, team: str) -> bool:
        """Tell whether somebody has a role with families in a team."""
        return any(held.team == team for held in self.people[who].has(*WITH_FAMILIES))

    def naming(self, case: Case, who: str, lead: str, kind: str) -> Problems:
        """Say what must come of naming a lead professional."""
        if problems := self.gate(case, who, BESIDES["NAME_LEAD_PROFESSIONAL"]):
            return problems
        now = self.lead_now(case)
        if now and (now.who, now.kind) == (lead, kind):
            return {("ALREADY_DONE", None)}
        if self.people[lead].ended:
            return {("BAD_USER_INPUT", "is_active")}
        here = self.works_in(lead, case.team) or any(member.who == lead and not member.left for member in case.members)
        return set() if here else {("BAD_USER_INPUT", "works_with_the_family")}

    def allocating(self, case: Case, who: str, worker: str, team: str | None, version: int) -> Problems:
        """Say what must come of allocating a case."""
        if problems := self.gate(case, who, BESIDES["ALLOCATE_CASE"], version=version):
            return problems
        if (worker, team or case.team) == (case.worker, case.team):
            return {("ALREADY_DONE", None)}
        return set() if self.works_in(worker, team or case.team) else {("BAD_USER_INPUT", "works_in_the_team")}

    # -- dates ----------------------------------------------------------------------------------------------------

    def setting_date(self, case: Case, who: str, date: dt.date, *, version: int, now: dt.datetime) -> Problems:
        """Say what must come of setting another date."""
        if problems := self.gate(case, who, BESIDES["MOVE_DUE_DATE"], version=version, even_if_over=True):
            return problems
        if case.state not in ("plan_active", "paused"):
            return {("REFUSED", "no_date_here")}
        if not day_of(now) <= date <= day_of(case.entered) + cap(case.state, case.entered_by):
            return {("BAD_USER_INPUT", None)}
        chosen = case.pause_until if case.state == "paused" else case.next_review
        return {("ALREADY_DONE", None)} if (chosen, case.due) == (date, midnight_after(date)) else set()


def cap(state: str, trigger: str) -> dt.timedelta:
    """Return how far ahead a date may lie: six weeks for a pause and a first cycle, then twelve."""
    return SIX_WEEKS if state == "paused" or trigger == "start_plan" else TWELVE_WEEKS


def due(state: str, trigger: str, now: dt.datetime, chosen: dt.date | None, left: int | None) -> dt.datetime | None:
    """Return when a stay is due that begins now; `left`: with so many working days left, as when it was paused."""
    today = day_of(now)
    if state in FINAL:
        return None
    if left is not None and not (chosen and state == "plan_active"):
        return midnight_after(after_working_days(today, max(left, 1)))
    if state in ("plan_active", "paused"):
        limit = today + cap(state, trigger)
        return midnight_after(min(chosen, limit) if chosen else limit)
    return midnight_after(after_working_days(today, 3 if trigger == "return_assessment" else WORKING_DAYS[state]))


def unable(answer: Answer, day: dt.date, *, understood: bool, by_manager: bool) -> str | None:
    """Say why somebody cannot answer about somebody in a capacity."""
    person, by, years = answer.person, answer.by, age(answer.person.born, day)
    elsewhere = None if by is person else "own_information"
    match answer.capacity:
        case "PARENTAL_RESPONSIBILITY":
            if person.is_adult:
                return "own_information"
            if by is person or not by.is_carer:
                return "parental_responsibility"
            return "young_person_decides" if answer.agreed and years >= 16 else None
        case "YOUNG_PERSON":
            return "young_person" if person.is_adult or years < 16 else elsewhere
        case "GILLICK":
            if person.is_adult or years >= 16 or not understood:
                return "gillick"
            return "gillick_second_view" if years < 13 and not by_manager else elsewhere
    return "adult_self" if not person.is_adult and years < 18 else elsewhere


def ends(answer: Answer, last_day: dt.date | None) -> dt.datetime | None:
    """Return when an agreement ends by itself."""
    of_parent = [sixteenth_birthday(answer.person.born) + SIX_WEEKS] if answer.capacity == "PARENTAL_RESPONSIBILITY" else []
    days = [*of_parent, *([last_day] if last_day else [])]
    return midnight_after(min(days)) if answer.agreed and days else None
