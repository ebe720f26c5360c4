"""Trying one change, and holding what comes of it against what the plain council expects."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from random import Random
from typing import Any, ClassVar

from hypothesis import note

from tests.functional.council import PEOPLE, gid
from tests.model.dates import due
from tests.model.days import day_of
from tests.model.forms import FRONT_DOOR, usually
from tests.model.house import House
from tests.model.inside import Inside, problems
from tests.model.plain import Council
from tests.model.records import Case
from tests.model.staff import Problems
from tests.model.table import FRAMEWORKS, INITIAL, MAY

EVERYBODY = tuple(PEOPLE)
TICK = dt.timedelta(microseconds=1)


class Acting:
    """One family, its cases, and everybody of the council."""

    service: ClassVar[Inside]
    met: ClassVar[Counter[tuple[str, str]]] = Counter()
    """What came of all attempts of all runs, by the step or mutation: so that a test can say what was never tried."""

    clock: dt.datetime
    council: Council
    house: House
    keys: int
    done: list[tuple[str, str, dict[str, Any], Callable[[], Problems]]]

    def ask_for_help(self, r: Random, who: str, children: list[str], locality: str, expected: Problems) -> None:
        framework, source = r.choice(FRAMEWORKS), r.choice(["SCHOOL", "SCHOOL", "SOCIAL_CARE"])
        given: dict[str, Any] = {
            "householdId": self.house.household,
            "childIds": children,
            "localityId": gid("locality", locality),
            "familyName": "Harlow",
        }
        asked: dict[str, Any] = {"source": source, "referrerName": "Helen Shaw", "worries": "Often late.", "familyKnows": True}
        asked["framework"] = framework
        if (key := self.attempt(who, "requestHelp", expected, lambda: self.council.may_ask(who), **given, **asked)) is None:
            return
        [row] = self.service.sql(
            "SELECT 'case_' || case_id AS id FROM request_for_help WHERE id = $1", self.house.record(self.house.actors[who], key)
        )
        there = dict.fromkeys(children, True)
        case = Case(row["id"], who, locality, FRONT_DOOR, self.clock, day_of(self.clock), there, self.house.family, framework, source)
        case.due, case.entered = due(INITIAL[framework], "request_help", self.clock, None, None), self.clock
        self.council.cases.append(case)
        self.compare(case, who, *EVERYBODY)

    def attempt(
        self, who: str, mutation: str, expected: Problems, again: Callable[[], Problems] | None, step: str = "", **given: Any
    ) -> str | None:
        """Try a change, and hold what comes of it against what must; return its key where it was made.

        `again`: what must come of sending it once more; without it that is not tried.
        """
        self.keys += 1
        key = f"{self.house.household} {self.keys}"
        sent = {**given, "idempotencyKey": key}
        note(f"{self.clock:%d %b %H:%M:%S} {who} {mutation} {given} -> {expected or 'done'}")
        self.service.at(self.clock)
        body = self.service.wait(self.service.change(self.house.actors[who], mutation, **sent))
        found = {(each["code"], each["reason"]) for each in problems(body)}
        assert found == expected, f"{who} {mutation}: {found or 'done'}, expected {expected or 'done'}"
        self.met.update((step or mutation, reason or code) for code, reason in found or {("done", None)})
        if found:
            return None
        if again:
            self.done.append((who, mutation, sent, again))
        return key

    def change(self, case: Case, who: str, mutation: str, expected: Problems, effect: Callable[[str], None], **given: Any) -> bool:
        """Try to change a case; tell whether it was changed. `quiet`: something else of it is changed next, and looked at then."""
        allowed, quiet = given.pop("allowed"), given.pop("quiet", False)
        before = case.version
        key = self.attempt(who, mutation, expected, lambda: self.once_more(case, who, allowed), **given)
        if key:
            effect(key)
            if case.version == before:
                self.council.changed(case, self.now(case))
        if not (quiet and key):
            self.compare(case, who, *(EVERYBODY if key else ()))
        return key is not None

    def record(
        self,
        case: Case,
        who: str,
        action: str,
        mutation: str,
        effect: Callable[[str], None],
        expected: Problems | None = None,
        **given: Any,
    ) -> bool:
        """Try to write something down of a case; `expected`: what stands in the way beside that somebody may not."""
        gate = self.council.gate(case, who, MAY[action], even_if_over=given.pop("even_if_over", False))
        allowed = given.pop("allowed", None) or self.may(case, who, action)
        return self.change(case, who, mutation, gate or expected or set(), effect, allowed=allowed, **given)

    def once_more(self, case: Case, who: str, allowed: Callable[[], Problems]) -> Problems:
        """Say what must come of sending a change again: it is looked up for who may still see and do it, and done no second time."""
        return allowed() if self.council.sees(case, who) else {("NOT_FOUND", None)}

    def compare(self, case: Case, who: str, *everybody: str) -> None:
        """Hold a case against the plain one: its row, what somebody is told of it, and whether it is seen.

        Of `everybody`, those are asked who see it now and did not, or did and do not, and three others.
        """
        self.house.compare_rows(case)
        self.met.update(("offered", guard) for guard in self.house.compare_view(self.council, case, who))
        if everybody:
            seeing = {each for each in everybody if self.council.sees(case, each)}
            asked = (seeing ^ case.seen_by) | set(Random(case.version).sample(everybody, 3))
            case.seen_by = seeing
            self.house.compare_sight(self.council, case, *sorted(asked))

    def now(self, case: Case) -> dt.datetime:
        """Return the instant of a change: always after the one before it."""
        return max(self.clock, case.now + TICK)

    def id_of(self, prefix: str, who: str, key: str) -> str:
        """Return the id of the record that a key wrote."""
        return f"{prefix}_{self.house.record(self.house.actors[who], key)}"

    def step(self, r: Random, case: Case, who: str, trigger: str) -> None:
        """Take a step of the workflow."""
        raise NotImplementedError

    def look(self, r: Random, case: Case) -> None:
        """Read a case as somebody."""
        self.compare(case, r.choice(EVERYBODY))

    # -- choosing -------------------------------------------------------------------------------------------------

    def case(self, r: Random) -> Case:
        """Draw a case, mostly one that goes on."""
        going_on = [case for case in self.council.cases if not case.is_over]
        return r.choice(going_on if going_on and r.random() < 0.9 else self.council.cases)

    def somebody(self, r: Random, good: Iterable[str]) -> str:
        """Draw somebody who may, three times in four; else anybody."""
        able = [who for who in EVERYBODY if who in set(good)]
        return str(r.choice(able if able and r.random() < 0.75 else EVERYBODY))

    def permitted(self, case: Case, action: str) -> list[str]:
        """Return who may do something beside the steps of a case."""
        return [who for who in EVERYBODY if not self.council.gate(case, who, MAY[action], even_if_over=True)]

    def version(self, r: Random, case: Case) -> int:
        """Draw the version that somebody read: now and then an old one."""
        return case.version - int(usually(r, 0, else_=1))

    def may(self, case: Case, who: str, action: str) -> Callable[[], Problems]:
        """Return what tells whether somebody may still do something, for sending it again."""
        return lambda: self.council.gate(case, who, MAY[action], even_if_over=True)
