"""What is written down before a case ends: summaries, what the family was told, another council, social care's own case."""

from random import Random
from typing import Any

from tests.model.acting import Acting
from tests.model.days import DAY, after_working_days, day_of, midnight_after
from tests.model.forms import usually
from tests.model.papers import Offer, StepDown, Summary
from tests.model.records import Case
from tests.model.staff import Problems

BAD: Problems = {("BAD_USER_INPUT", None)}


class Leaving(Acting):
    """Prepares the end of a case, here or elsewhere."""

    def sum_up(self, r: Random, case: Case) -> None:
        who = self.somebody(r, self.permitted(case, "WRITE_CLOSING_SUMMARY"))
        now, summary = self.now(case), case.papers.summary
        if summary and r.random() < 0.8:
            return self.sum_up_again(case, who, summary)

        def effect(key: str) -> None:
            case.papers.summary = Summary(self.id_of("summary", who, key), now)

        given = {"caseId": case.id, "whatIsBetter": "They sleep.", "whoHelps": "Their aunt."}
        done: Problems = {("ALREADY_DONE", None)} if summary else set()
        self.record(case, who, "WRITE_CLOSING_SUMMARY", "writeClosingSummary", effect, done, **given)
        return None

    def sum_up_again(self, case: Case, who: str, summary: Summary) -> None:
        """Write the closing summary anew."""
        now = self.now(case)

        def effect(_: str) -> None:
            summary.at, summary.revision = now, summary.revision + 1

        given: dict[str, Any] = {
            "summaryId": summary.id,
            "expectedRevision": summary.revision,
            "whoHelps": f"Their aunt, and {now:%d %B %H:%M:%S.%f}.",
        }
        self.record(case, who, "WRITE_CLOSING_SUMMARY", "amendClosingSummary", effect, **given)

    def tell_family(self, r: Random, case: Case) -> None:
        who, day = self.somebody(r, self.permitted(case, "TELL_FAMILY")), day_of(self.now(case)) + DAY * usually(r, 0, else_=1)
        told: dict[str, Any] = r.choice([{"toldOn": day.isoformat(), "how": "At home."}, {"whyNot": "It is not safe."}])
        early = BAD if "toldOn" in told and day > day_of(self.now(case)) else None
        self.record(
            case, who, "TELL_FAMILY", "tellFamily", lambda _: case.papers.family_told.append(self.now(case)), early, caseId=case.id, **told
        )

    # -- another council ------------------------------------------------------------------------------------------

    def transfer(self, r: Random, case: Case) -> None:
        """Ask the family and another council, one after the other."""
        if not case.papers.may_pass_on or r.random() > 0.8:
            self.pass_on(r, case)
        if not case.papers.offers or r.random() > 0.9:
            return self.offer(r, case)
        return self.hear_of(r, case)

    def pass_on(self, r: Random, case: Case) -> None:
        """Ask the family whether the record may be passed on."""
        who, basis = (
            self.somebody(r, self.permitted(case, "RECORD_TRANSFER_CONSENT")),
            r.choice(["AGREED", "AGREED", "SAFEGUARDING", "REFUSED"]),
        )
        given: dict[str, Any] = {"caseId": case.id, "basis": basis, "how": "By telephone."}
        given |= {} if basis == "SAFEGUARDING" else {"givenById": next(iter(case.family))}
        self.record(case, who, "RECORD_TRANSFER_CONSENT", "recordTransferConsent", lambda _: case.papers.may_pass_on.append(basis), **given)

    def offer(self, r: Random, case: Case) -> None:
        who, council = self.somebody(r, self.permitted(case, "OFFER_TRANSFER")), usually(r, "878", "878", "873", else_="999")
        until = midnight_after(after_working_days(day_of(self.now(case)), 10))
        self.record(
            case, who, "OFFER_TRANSFER", "offerTransfer",
            lambda key: case.papers.offers.append(Offer(self.id_of("offer", who, key), until, council)),
            BAD if council == "999" else None, caseId=case.id, council=council,
        )  # fmt: skip

    def hear_of(self, r: Random, case: Case) -> None:
        """Chase the other council twice, or hear its answer."""
        who, last = self.somebody(r, self.permitted(case, "RECORD_TRANSFER_ANSWER")), case.papers.offers[-1]
        if r.random() > 0.6:
            self.chase(case, who, last)
            return self.chase(case, who, last)
        answer = r.choice(["ACCEPTED", "ACKNOWLEDGED", "DECLINED"])

        def effect(_: str) -> None:
            last.answer = answer

        done: Problems = {("ALREADY_DONE", None)} if last.answer else set()
        given = {"offerId": last.id, "answer": answer, "answeredOn": day_of(self.now(case)).isoformat(), "answeredBy": "R. Lane"}
        self.record(case, who, "RECORD_TRANSFER_ANSWER", "recordTransferAnswer", effect, done, **given)
        return None

    def chase(self, case: Case, who: str, last: Offer) -> None:
        """Remind the other council."""

        def effect(_: str) -> None:
            last.chasers += 1

        done: Problems = {("REFUSED", "transfer_answered")} if last.answer else set()
        self.record(case, who, "RECORD_TRANSFER_ANSWER", "chaseTransfer", effect, done, offerId=last.id, toWhom="Their front door")

    # -- social care ----------------------------------------------------------------------------------------------

    def step_down(self, r: Random, case: Case) -> None:
        """Record that the family came from social care; then that social care closed its own case."""
        if case.papers.step_down:
            return self.close_there(r, case, case.papers.step_down)
        who = self.somebody(r, self.permitted(case, "RECORD_STEP_DOWN"))

        def effect(key: str) -> None:
            case.papers.step_down = StepDown(self.id_of("stepdown", who, key), closed=False)

        other: Problems = set() if case.source == "SOCIAL_CARE" else {("REFUSED", "source_is_social_care")}
        given = {"caseId": case.id, "socialCareReference": "SC-2041", "socialWorker": "Ann Bell"}
        self.record(case, who, "RECORD_STEP_DOWN", "recordStepDown", effect, other, **given)
        return None

    def close_there(self, r: Random, case: Case, found: StepDown) -> None:
        """Record that social care closed its own case."""
        who, day = self.somebody(r, self.permitted(case, "RECORD_STEP_DOWN")), day_of(self.now(case)) + DAY * usually(r, 0, else_=1)

        def effect(_: str) -> None:
            found.closed = True

        wrong: Problems = {("ALREADY_DONE", None)} if found.closed else BAD if day > day_of(self.now(case)) else set()
        self.record(case, who, "RECORD_STEP_DOWN", "closeSocialCareCase", effect, wrong, stepDownId=found.id, closedOn=day.isoformat())
