"""What is written down around a request: searches, decisions on the level of need, contacts, safety, brothers and sisters, duplicates."""

from random import Random
from typing import Any

from tests.model.acting import EVERYBODY, Acting
from tests.model.days import DAY, after_working_days, day_of, midnight_after
from tests.model.forms import usually
from tests.model.papers import Attempt, Decision
from tests.model.records import Case
from tests.model.staff import Problems
from tests.model.table import LEVELS

OUTCOMES = sorted({outcome for each in LEVELS.values() for outcome in each})
BAD: Problems = {("BAD_USER_INPUT", None)}
GONE: Problems = {("ALREADY_DONE", None)}


class Triaging(Acting):
    """Writes down what has to be known before somebody works with a family, or stops."""

    def search(self, r: Random, case: Case) -> None:
        """Search whether somebody already helps the children."""
        who = self.somebody(r, self.permitted(case, "CHECK_INVOLVEMENT"))
        self.record(
            case, who, "CHECK_INVOLVEMENT", "checkInvolvement", lambda _: case.papers.searched.update(case.ongoing()), caseId=case.id
        )

    def decide(self, r: Random, case: Case) -> None:
        """Decide on the request, mostly that early help is needed; or on the assessment."""
        basis = "ASSESSMENT" if not case.in_intake and r.random() < 0.9 else "REQUEST"
        outcome = r.choice(["EARLY_HELP_ASSESSMENT"] * 6 + OUTCOMES)
        level = usually(r, *[each for each, listed in LEVELS.items() if outcome in listed], else_=r.choice([1, 4]))
        self.decide_on(r, case, basis, level, outcome)

    def decide_lower(self, r: Random, case: Case) -> None:
        """Decide that less is enough."""
        self.decide_on(r, case, "REQUEST", 1, r.choice(["UNIVERSAL", "SINGLE_AGENCY"]))

    def decide_on(self, r: Random, case: Case, basis: str, level: int, outcome: str) -> None:
        who = self.somebody(r, self.permitted(case, "RECORD_THRESHOLD"))
        children = usually(r, case.ongoing(), else_=case.ongoing()[1:])
        levels = [{"personId": child, "level": level} for child in children]

        def effect(key: str) -> None:
            asked = outcome not in LEVELS[level]
            id_ = self.id_of("decision", who, key)
            case.papers.decisions.append(Decision(id_, basis, outcome, who, self.now(case), asked))

        given = {"caseId": case.id, "basis": basis, "levels": levels, "outcome": outcome, "reasons": "Section 4."}
        given |= {"goesOn": "What the neighbour saw."} if outcome == "SOCIAL_CARE_ASSESSMENT" else {}
        self.record(case, who, "RECORD_THRESHOLD", "recordThreshold", effect, BAD if children != case.ongoing() else None, **given)

    def approve(self, r: Random, case: Case) -> None:
        """Approve a decision that somebody else made against the document."""
        if not case.papers.decisions:
            return self.decide(r, case)
        waiting = [each for each in case.papers.decisions if each.put_to_another and not each.approved]
        decision = usually(r, *waiting[-1:], *case.papers.decisions[-1:], else_=case.papers.decisions[0])
        who = self.somebody(r, [each for each in self.permitted(case, "APPROVE_THRESHOLD") if each != decision.by])
        own: Problems = {("NOT_PERMITTED", "separation")}

        def effect(_: str) -> None:
            decision.approved = True

        may = self.may(case, who, "APPROVE_THRESHOLD")
        problems = self.council.gate(case, who, " ".join(self.council.stands(case, who)), even_if_over=True)
        problems = problems or (own if decision.by == who else self.council.approving(case, who, decision))
        self.change(
            case, who, "approveThreshold", problems, effect, allowed=lambda: own if decision.by == who else may(), decisionId=decision.id
        )
        return None

    def tell_referrer(self, r: Random, case: Case) -> None:
        who = self.somebody(r, self.permitted(case, "TELL_REFERRER"))
        told = {"said": "We will meet them.", "means": "TELEPHONE", "toldOn": day_of(self.now(case)).isoformat()}

        def effect(_: str) -> None:
            case.papers.referrer_told = True

        given: dict[str, Any] = {"caseId": case.id, **r.choice([told, {"whyNot": "They moved away."}])}
        self.record(case, who, "TELL_REFERRER", "tellReferrer", effect, even_if_over=True, **given)

    def try_to_reach(self, r: Random, case: Case) -> None:
        """Log attempts on three days, or one that reached the family or was made on a day to come."""
        who, today = self.somebody(r, self.permitted(case, "LOG_CONTACT_ATTEMPT")), day_of(self.now(case))
        tries = [(3, "TELEPHONE", False), (2, r.choice(["LETTER", "LETTER", "TELEPHONE"]), False), (0, "TELEPHONE", False)]
        tries = usually(r, tries, tries, tries[:2], else_=[(r.choice([0, 1, -1]), "VISIT", r.random() < 0.7)])
        for n, (ago, means, reached) in enumerate(tries):
            attempt = Attempt(today - DAY * ago, means, reached)
            given = {"caseId": case.id, "triedOn": attempt.day.isoformat(), "means": means, "reached": reached}
            if not self.record(
                case, who, "LOG_CONTACT_ATTEMPT", "logContactAttempt", lambda _, tried=attempt: case.papers.attempts.append(tried),  # type: ignore[misc]
                BAD if ago < 0 else None, even_if_over=True, quiet=n < len(tries) - 1, **given,
            ):  # fmt: skip
                return

    def check_safety(self, r: Random, case: Case) -> None:
        who, today = self.somebody(r, self.permitted(case, "RECORD_SAFEGUARDING_CHECK")), day_of(self.now(case))
        day = today - DAY * usually(r, 0, 0, 4, else_=-1)
        given = {"caseId": case.id, "atRisk": "NO", "risk": "None that is known.", "done": "The school keeps an eye on them."}
        until = midnight_after(after_working_days(day, 5))
        self.record(
            case, who, "RECORD_SAFEGUARDING_CHECK", "recordSafeguardingCheck", lambda _: case.papers.safe_until.append(until),
            BAD if day > today else None, even_if_over=True, checkedOn=day.isoformat(), **given,
        )  # fmt: skip

    def answer_sibling(self, r: Random, case: Case) -> None:
        """Say whether to join the case of a brother or sister, or to stay apart."""
        here = sorted(self.council.siblings(case) - case.papers.siblings) or sorted(self.council.siblings(case))
        who = self.somebody(r, self.permitted(case, "ANSWER_SIBLING_CASE"))
        child = usually(r, *here[:1], else_=case.ongoing()[0]) if here else case.ongoing()[0]
        done: Problems = GONE if child in case.papers.siblings else set()
        nobody: Problems = done if child in here else {("NOT_FOUND", None)}
        given = {"caseId": case.id, "siblingId": child, "answer": r.choice(["JOIN", "APART"]), "reason": "It is about school."}
        self.record(case, who, "ANSWER_SIBLING_CASE", "answerSiblingCase", lambda _: case.papers.siblings.add(child), nobody, **given)

    # -- duplicates -----------------------------------------------------------------------------------------------

    def enter_again(self, r: Random, case: Case) -> None:
        """Enter a child who has a record already, or decide about one who was entered twice."""
        if any(self.council.twins.get(child) for child in case.ongoing()):
            return self.tell_apart(r, case)
        child = self.house.family[r.choice(case.ongoing())]
        if able := [who for who in EVERYBODY if not self.council.may_ask(who)]:
            self.service.at(self.clock)
            self.council.twins[child.id] = [self.house.twin(r.choice(able), child)]
        return self.compare(case, r.choice(EVERYBODY))

    def tell_apart(self, r: Random, case: Case) -> None:
        """Decide whether two records are about one child."""
        pairs = [(child, twin) for child in case.ongoing() for twin in self.council.twins.get(child, ())]
        child, other = r.choice(pairs)
        who, other = self.somebody(r, self.permitted(case, "DECIDE_DUPLICATE")), usually(r, other, else_=child)
        done: Problems = GONE if (child, other) in case.papers.told_apart else set()
        nobody: Problems = {("NOT_FOUND", None)} if other == child else done

        def effect(_: str) -> None:
            self.council.told_apart.add((child, other))
            case.papers.told_apart.add((child, other))

        given = {"caseId": case.id, "personId": child, "otherId": other, "same": r.random() < 0.5, "reason": "Another school."}
        self.record(case, who, "DECIDE_DUPLICATE", "decideDuplicate", effect, nobody, **given)

    def date_plan(self, r: Random, case: Case) -> None:
        """Enter past the service that a child has an education, health and care plan."""
        child = r.choice(case.ongoing())
        self.service.sql("UPDATE person SET ehc_plan_on = '2026-01-05' WHERE 'person_' || id = $1", child)
        self.council.has_plan.add(child)
