"""The guards of both workflows in plain words: each is called as the council's table calls it, and tells whether it holds."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.model.answering import SIX_WEEKS
from tests.model.dates import cap
from tests.model.days import day_of
from tests.model.moves import Move
from tests.model.papers import Round
from tests.model.records import Case
from tests.model.table import FORMS, Part

if TYPE_CHECKING:
    from tests.model.plain import Council

ASSESSED_IN = ("assessing", "awaiting_sign_off", "checking")
"""The states in which an assessment is open."""


@dataclass(frozen=True)
class Looking:
    """A look at a case, at an instant."""

    council: "Council"
    case: Case
    now: dt.datetime

    def refusing(self, move: Move) -> set[str]:
        """Return the guards that refuse a move before its form is filled in."""
        return {guard for guard in move.before if not getattr(self, guard)()}

    # -- the request ----------------------------------------------------------------------------------------------

    def involvement_checked(self) -> bool:
        return bool(self.case.papers.searched) and set(self.case.ongoing()) <= self.case.papers.searched

    def children_known(self) -> bool:
        return bool(self.case.ongoing())

    def no_unresolved_duplicate(self) -> bool:
        twins = [(child, twin) for child in self.case.ongoing() for twin in self.council.twins.get(child, ())]
        return set(twins) <= self.council.told_apart

    def outcome(self) -> str | None:
        decision = self.case.papers.decided("REQUEST")
        return decision.outcome if decision else None

    def threshold_early_help(self) -> bool:
        return self.outcome() == "EARLY_HELP_ASSESSMENT"

    def threshold_lower(self) -> bool:
        return self.outcome() in ("UNIVERSAL", "SINGLE_AGENCY")

    def threshold_approved(self) -> bool:
        decision = self.case.papers.decided("REQUEST")
        return decision is None or decision.approved or not decision.put_to_another

    def referrer_told(self) -> bool:
        return self.case.papers.referrer_told

    # -- the family -----------------------------------------------------------------------------------------------

    def agreed(self) -> list[bool]:
        return [self.council.agreed_for(self.case, child, self.now) for child in self.case.ongoing()]

    def agreement_in_force(self) -> bool:
        return all(self.agreed())

    def no_agreement_left(self) -> bool:
        return not any(self.agreed())

    def agreement_ended_recorded(self) -> bool:
        return any(bool(answer.withdrawn_by) or not answer.agreed for answer in self.case.answers)

    def safeguarding_check(self) -> bool:
        return any(until > self.now for until in self.case.papers.safe_until)

    def attempts_logged(self) -> bool:
        tried = self.case.papers.since_contact()
        return len({each.day for each in tried}) >= 3 and len({each.means for each in tried}) >= 2

    def siblings_considered(self) -> bool:
        return self.council.siblings(self.case) <= self.case.papers.siblings

    # -- the assessment -------------------------------------------------------------------------------------------

    def worker_allocated(self) -> bool:
        return self.case.worker is not None and not self.council.people[self.case.worker].ended

    def no_other_open_assessment(self) -> bool:
        others = self.council.others(self.case)
        assessed = [other for other in others if other.state in ASSESSED_IN or other.paused_from == "assessing"]
        return not any(child in other.ongoing() for other in assessed for child in self.case.ongoing())

    def unsaved(self) -> list[tuple[Part, str | None]]:
        """Return the sections of the assessment under way that are not written, each with whom it is about."""
        written = self.case.papers.written()
        return [] if written is None or written.is_locked else list(unsaved(self.case, written))

    def required_answers(self) -> bool:
        return not self.unsaved()

    def elements_considered(self) -> bool:
        return not any(part.elements for part, _ in self.unsaved())

    def every_voice_heard(self) -> bool:
        return not any(part.voice for part, _ in self.unsaved())

    def parents_views_heard(self) -> bool:
        return sum(part.views for part, _ in self.unsaved()) < len(list(self.case.carers()))

    def conclusions_shared(self) -> bool:
        return bool(self.case.papers.rounds) and self.case.papers.rounds[-1].is_shared

    def level_decided(self) -> bool:
        since = self.case.papers.rounds[-1].began
        return any(each.basis == "ASSESSMENT" and each.at >= since for each in self.case.papers.decisions)

    def not_yet_assessed(self) -> bool:
        return not self.case.was_assessed

    # -- the plan -------------------------------------------------------------------------------------------------

    def lead_professional_in_place(self) -> bool:
        lead = self.council.lead_now(self.case)
        return lead is not None and lead.kind == "AGREED"

    def meeting_held(self) -> bool:
        day = self.case.signed_off
        return day is not None and any(each.held >= day and each.family_heard for each in self.case.papers.meetings)

    def plan_has_actions(self) -> bool:
        outcomes = [each for each in self.case.papers.outcomes if each.status == "open"]
        return any(act.status != "ended" for outcome in outcomes for act in outcome.acts)

    def needs_answered(self) -> bool:
        needs = [need for need in self.case.papers.needs if need.child in self.case.ongoing()]
        return all(any(each.need is need and each.status != "ended" for each in self.case.papers.outcomes) for need in needs)

    def review_date_set(self) -> bool:
        return self.case.next_review is not None and self.case.next_review <= review_limit(self.case, self.now)

    def reviews(self) -> list[bool | None]:
        """Return what the family said in each review of the present stay."""
        under_way = self.case.state == "reviewing"
        return [each.reconfirmed for each in self.case.papers.reviews if under_way and each.stay == self.case.stays]

    def review_recorded(self) -> bool:
        return bool(self.reviews())

    def agreement_reconfirmed(self) -> bool:
        return any(self.reviews())

    def drift_considered(self) -> bool:
        still = self.case.papers.standing_still()
        return len(still) < 3 or any(each.viewed for each in still)

    def pauses_left(self) -> bool:
        return self.case.pauses < self.council.pauses_allowed(self.case, self.now)

    # -- the end --------------------------------------------------------------------------------------------------

    def closing_summary(self) -> bool:
        summary = self.case.papers.summary
        return summary is not None and (self.case.went_on is None or summary.at >= self.case.went_on)

    def family_told(self) -> bool:
        return any(self.case.went_on is None or at >= self.case.went_on for at in self.case.papers.family_told)

    def no_open_actions(self) -> bool:
        return not self.case.papers.acts()

    def no_open_escalation(self) -> bool:
        return not self.escalation_waiting()

    def escalation_waiting(self) -> bool:
        return self.case.papers.waits()

    def social_care_took_it(self) -> bool:
        return bool(self.case.papers.answered) and self.case.papers.answered[-1].taken

    def all_children_taken(self) -> bool:
        return all(self.case.papers.took(child) for child in self.case.ongoing())

    def stepped_down_here(self) -> bool:
        return self.case.papers.step_down is not None

    def social_care_still_open(self) -> bool:
        return self.case.papers.step_down is None or not self.case.papers.step_down.closed

    def transfer_consent(self) -> bool:
        said = self.case.papers.may_pass_on
        return bool(said) and said[-1] != "REFUSED"

    def receiving_council_answered(self) -> bool:
        if not self.case.papers.offers:
            return False
        last = self.case.papers.offers[-1]
        return last.answer in ("ACCEPTED", "ACKNOWLEDGED") or (last.answer is None and last.chasers >= 2 and last.wait_until <= self.now)

    # -- what a form says -----------------------------------------------------------------------------------------

    def refusing_form(self, move: Move, form: Mapping[str, Any]) -> set[str]:
        """Return the guards that refuse what the form of a move says."""
        until, agency = form.get("pause_until"), bool(form.get("agency") and form.get("agency_agreed"))
        holds = {
            "helping_agency_agreed": form.get("reason") != "SINGLE_AGENCY" or agency,
            "pause_limited": until is not None and until <= day_of(self.now) + SIX_WEEKS,
            "surviving_case_named": form.get("reason") != "DUPLICATE" or form.get("surviving_case") is not None,
            "reason_supported": self.supported(form.get("reason"), agency=agency),
        }
        wrong = {"reason_of_this_step"} if move.reasons and form.get("reason") not in move.reasons else set()
        return {guard for guard in move.with_form if not holds[guard]} | wrong

    def supported(self, reason: str | None, *, agency: bool) -> bool:
        """Tell whether what a reason for ending needs is recorded; nobody of the family is of age, and nobody died."""
        last = [each for each in self.case.papers.reviews if self.case.state == "reviewing" and each.stay == self.case.stays]
        found = [result for each in last for result in each.found.values()]
        good = sum(result != "NOT_ACHIEVED" for result in found)
        needs = {
            "SINGLE_AGENCY": agency,
            "NO_FURTHER_ACTION": self.case.was_assessed,
            "NEEDS_MET": good * 2 > len(found),
            "EHC_PLAN": any(child in self.council.has_plan for child in self.case.ongoing()),
            "AGED_OUT": False,
            "DECEASED": False,
            "MOVED_NO_TRANSFER": self.safeguarding_check(),
        }
        return needs.get(reason or "", True)


def unsaved(case: Case, written: Round) -> Iterator[tuple[Part, str | None]]:
    """Yield the sections of an assessment that are not written, each with whom it is about."""
    about: dict[str, list[str | None]] = {"family": [None], "child": [*case.ongoing()], "adult": [each.id for each in case.carers()]}
    for part in FORMS[case.framework]:
        yield from ((part, who) for who in about[part.per] if (part.key, who) not in written.saved)


def review_limit(case: Case, now: dt.datetime) -> dt.date:
    """Return the last day for the next review: of the plan's present cycle, or of the one that would begin now."""
    if case.state == "plan_active":
        return day_of(case.cycle_at) + cap("plan_active", case.cycle)
    if case.paused_from == "plan_active":
        return day_of(case.cycle_at + (now - case.entered)) + cap("plan_active", case.cycle)
    return day_of(now) + cap("plan_active", "continue_plan" if case.state == "reviewing" else "start_plan")
