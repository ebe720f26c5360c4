"""Children who join a case and whose help ends, and what the family answers."""

import datetime as dt
from random import Random

from tests.model.acting import Acting
from tests.model.answering import ends
from tests.model.days import DAY, day_of
from tests.model.records import Answer, Case, Relative
from tests.model.staff import Problems
from tests.model.table import MAY

CAPACITIES = ("PARENTAL_RESPONSIBILITY", "YOUNG_PERSON", "GILLICK", "ADULT_SELF")
FOR_A_CHILD = (
    *("SINGLE_AGENCY", "NEEDS_MET", "DECLINED", "CONSENT_WITHDRAWN", "MOVED_NO_TRANSFER", "EHC_PLAN", "DECEASED", "STEP_UP_S17"),
    "DUPLICATE",
)
"""Reasons for which help is to end for a child; a duplicate ends a case."""


class Families(Acting):
    """Changes who of the family is on a case, and what was agreed."""

    def add_child(self, r: Random, case: Case) -> None:
        who, version = self.somebody(r, self.permitted(case, "ADD_CHILD")), self.version(r, case)
        person = r.choice(list(self.house.family.values()))

        def effect(_: str) -> None:
            case.children[person.id] = True

        already: Problems = {("ALREADY_DONE", None)} if person.id in case.ongoing() else set()
        expected = self.council.gate(case, who, MAY["ADD_CHILD"], version=version)
        expected = expected or ({("BAD_USER_INPUT", None)} if person.is_adult else already)
        given = {"caseId": case.id, "expectedVersion": version, "personId": person.id}
        self.change(case, who, "addChild", expected, effect, allowed=self.may(case, who, "ADD_CHILD"), **given)

    def end_child(self, r: Random, case: Case) -> None:
        who, version = self.somebody(r, self.permitted(case, "END_FOR_CHILD")), self.version(r, case)
        person, reason = r.choice(list(self.house.family)), r.choice(FOR_A_CHILD)

        def effect(_: str) -> None:
            case.children[person] = False

        expected = self.council.gate(case, who, MAY["END_FOR_CHILD"], version=version)
        expected = expected or ({("NOT_FOUND", None)} if person not in case.ongoing() else set())
        expected = expected or ({("REFUSED", "last_child")} if len(case.ongoing()) == 1 else set())
        expected = expected or self.council.ending_for(case, person, reason, self.now(case))
        given = {"caseId": case.id, "expectedVersion": version, "personId": person, "reason": reason, "note": "Well."}
        self.change(case, who, "endForChild", expected, effect, allowed=self.may(case, who, "END_FOR_CHILD"), **given)

    def agree(self, r: Random, case: Case) -> None:
        """Record what is missing: a parent's agreement, or a young person's own."""
        missing = [child for child in case.ongoing() if not self.council.agreed_for(case, child, self.now(case))]
        if missing:
            person = self.house.family[r.choice(missing)]
            mother = next(iter(self.house.family.values()))
            own = person.name == "Zofia"
            self.answer(r, case, Answer("", person, person if own else mother, CAPACITIES[own], True, self.now(case), None), None, True)

    def any_answer(self, r: Random, case: Case) -> None:
        relatives = list(self.house.family.values())
        person, by = r.choice(relatives), r.choice(relatives)
        by = person if (r.random() < 0.5) else by
        capacity, agreed = r.choice(CAPACITIES), (r.random() < 0.5)
        last = day_of(self.now(case)) + DAY * ahead if (ahead := r.choice([None, None, None, 30, 0, -1])) is not None else None
        understood = r.random() < 0.5
        self.answer(r, case, Answer("", person, by, capacity, agreed, self.now(case), None), last, understood)

    def answer(self, r: Random, case: Case, answer: Answer, last_day: dt.date | None, understood: bool) -> None:
        who = self.somebody(r, self.permitted(case, "RECORD_CONSENT"))
        expected = self.council.answering(case, who, answer, last_day, understood, self.now(case))

        def effect(key: str) -> None:
            answer.id, answer.until = self.id_of("agreement", who, key), ends(answer, last_day)
            case.answers.append(answer)

        given = {"caseId": case.id, "personId": answer.person.id, "givenById": answer.by.id, "capacity": answer.capacity}
        said = {"answer": "AGREED" if answer.agreed else "REFUSED", "evidence": "SIGNED"}
        more = ({"lastDay": last_day.isoformat()} if last_day else {}) | ({"understanding": "In her own words."} if understood else {})
        allowed = self.may(case, who, "RECORD_CONSENT")
        self.change(case, who, "recordAgreement", expected, effect, allowed=allowed, **given, **said, **more)

    def withdraw(self, r: Random, case: Case) -> None:
        if not case.answers:
            return self.any_answer(r, case)
        answer = r.choice(case.answers)
        return self.take_back(r, case, answer, r.choice([answer.by] * 6 + list(self.house.family.values())))

    def say_no(self, r: Random, case: Case) -> None:
        """Take back all that was agreed; where nothing was, the mother says no."""
        for answer in [each for each in case.answers if each.agreed and not each.withdrawn_by]:
            self.take_back(r, case, answer, answer.by)
        if not case.answers:
            mother, child = next(iter(case.family.values())), case.family[case.ongoing()[0]]
            self.answer(r, case, Answer("", child, mother, "PARENTAL_RESPONSIBILITY", False, self.now(case), None), None, True)

    def turn_away(self, r: Random, case: Case) -> None:
        """Take back all that was agreed, and end the case because of it."""
        self.say_no(r, case)
        self.step(r, case, self.somebody(r, self.permitted(case, "WITHDRAW_CONSENT")), r.choice(["record_decline", "withdraw", "submit"]))

    def take_back(self, r: Random, case: Case, answer: Answer, by: Relative) -> None:
        who = self.somebody(r, self.permitted(case, "WITHDRAW_CONSENT"))
        expected = self.council.withdrawing(case, who, answer, by, self.now(case))

        def effect(_: str) -> None:
            answer.withdrawn_by = by.id

        given = {"agreementId": answer.id, "withdrawnById": by.id, "how": "By telephone."}
        self.change(case, who, "withdrawAgreement", expected, effect, allowed=self.may(case, who, "WITHDRAW_CONSENT"), **given)
