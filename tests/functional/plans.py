"""A family's plan for tests, made by the service's own mutations."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects import postgresql

from service.cases.tables import CASE
from service.deadlines.rules import LONDON
from tests.functional.api import Api
from tests.functional.assessments import share, write_all
from tests.functional.casework import Casework
from tests.functional.council import gid
from tests.functional.recording import find_level

TODAY = dt.datetime.now(LONDON).date()
WORKER = gid("practitioner", "worker")


def day(n: int) -> str:
    """Return the day n days from today."""
    return (TODAY + dt.timedelta(days=n)).isoformat()


class Plan:
    """The plan of a family's case, changed by the worker unless somebody else is named."""

    def __init__(self, api: Api, family: Casework) -> None:
        self.api, self.family = api, family

    def need(self, child: str | None = None, who: str = "worker", **more: Any) -> str:
        """Put a need on the register; return its id."""
        given = {"caseId": self.family.case, "childId": child or self.family.mia, "area": "SEMH", "description": "Mia worries at night."}
        return str(self.api.do(who, "recordNeed", "need { id }", **{**given, **more})["id"])

    def outcome(self, *needs: str, **more: Any) -> str:
        """Set an outcome down; return its id."""
        given = {"caseId": self.family.case, "needIds": list(needs), "wording": "Mia sleeps.", "byWhen": day(60), "baseline": 3}
        return str(self.api.do("worker", "addOutcome", "outcome { id }", **{**given, **more})["id"])

    def action(self, outcome: str, who: str = WORKER, **more: Any) -> str:
        """Add an action of a practitioner; return its id."""
        given = {"outcomeId": outcome, "what": "Ring the sleep clinic.", "practitionerId": who, "byWhen": day(5)}
        return str(self.api.do("worker", "addAction", "action { id }", **{**given, **more})["id"])

    def meet(self, **more: Any) -> str:
        """Record a meeting of today; return its id."""
        came = [{"practitionerId": WORKER, "presence": "ATTENDED"}]
        family = [{"personId": self.family.mother, "presence": "ATTENDED"}]
        given = {"caseId": self.family.case, "heldOn": day(0), "practitioners": came, "family": family, "decisions": "To go on."}
        return str(self.api.do("worker", "recordMeeting", "meeting { id }", **{**given, **more})["id"])

    def to_planning(self) -> None:
        """Bring the case from its assessment to where its team comes together, the conclusions shared."""
        write_all(self.family)
        self.family.move("worker", "submit")
        find_level(self.family)
        self.family.move("manager", "sign_off")
        share(self.family)

    def to_review(self, outcome: str) -> None:
        """Bring the case from its assessment into review, over a meeting that agrees the worker and an action towards an outcome."""
        self.to_planning()
        action = {"outcomeId": outcome, "what": "Ring the sleep clinic.", "practitionerId": WORKER, "byWhen": day(5)}
        self.meet(agreedLeadId=WORKER, actions=[action], nextReviewOn=day(40))
        self.family.move("worker", "start_plan")
        self.family.step("worker", "startReview")

    def review(self, results: dict[str, str], **more: Any) -> str:
        """Record a review of today that judges each outcome; return its id."""
        return str(self.api.do("worker", "recordReview", "review { id }", **self.said(results, **more))["id"])

    def going_on(self) -> dict[str, Any]:
        """Return what a review says beside its judgements when the plan goes on after it."""
        return {"agreementReconfirmed": True, "reconfirmedById": self.family.mother, "nextReviewOn": day(80)}

    def finish_actions(self) -> None:
        """Say of every open action of the case that it is done."""
        asked = "SELECT 'action_' || id AS id FROM plan_action WHERE status = 'open' AND 'case_' || case_id = $1"
        for row in self.api.sql(asked, self.family.case):
            self.api.do("worker", "completeAction", "action { id }", actionId=row["id"])

    def said(self, results: dict[str, str], **more: Any) -> dict[str, Any]:
        """Return the input of a review of today."""
        judged = [{"outcomeId": outcome, "result": result, "scale": 5} for outcome, result in results.items()]
        given = {"caseId": self.family.case, "heldOn": day(0), "childViews": "It is better.", "familyViews": "She sleeps more."}
        return {**given, "judgements": judged, **more}

    def fact(self, write: Callable[[Any, Any], ColumnElement[Any]]) -> Any:
        """Return a fact of the case as the database stands, as a guard would be told it."""
        asked = select(write(CASE, func.clock_timestamp())).where(CASE.c.id == UUID(self.family.case.removeprefix("case_")))
        sql = asked.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})  # type: ignore[no-untyped-call]
        [row] = self.api.sql(str(sql))
        return row[0]
