"""What the contract says in SQL of the record of a case, said again in Python by the names of the fields."""

import datetime as dt
import json
from typing import Any
from uuid import UUID

from service.needs.areas import AREAS, Area
from tests.model.days import DAY, day_of
from tests.model.sight import Row, Rows, Sight
from tests.model.sight_facts import waits_for_social_care
from tests.model.sight_people import by_id, duplicate_hints, family_of, sibling_hints, was_asked_again
from tests.model.sight_plan import sections_of
from tests.oracle.slow import Python

WAITS = {
    "involvement_answer": ("Agency asked what it knows", "partner"),
    "social_care_decision": ("Social care deciding on a concern", "partner"),
    "social_care_handover": ("Step-down: social care's case still open", "partner"),
    "receiving_council": ("Other council asked to take the family", "partner"),
    "closure_agreement": ("Closure proposed; manager to agree", "manager"),
    "threshold_approval": ("Threshold decision to be approved", "manager"),
    "referrer_to_be_told": ("Referrer to be told", "us"),
    "lead_to_be_agreed": ("No lead professional", "us"),
}
"""What each wait is called, and on whom it is."""


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def is_open(row: Row) -> bool:
    return bool(row["status"] == "open")


def timing(row: Row) -> str | None:
    """Say how something that is open stands to its day."""
    if not is_open(row):
        return None
    ahead = row["by_when"] - day_of(now())
    if ahead < 0 * DAY:
        return "overdue"
    return "due" if not ahead else "soon" if ahead <= 7 * DAY else "later"


def is_overdue(row: Row) -> bool:
    return timing(row) == "overdue"


def names(column: str) -> Any:
    """Tell of a record, and of a person, whether it names them among others."""
    return lambda record, person, world: person["id"] in record[column]


def names_need(need: Row, event: Row) -> bool:
    """Tell whether an event of the need's case is one of the need."""
    in_stream = (event["stream_kind"], event["stream_id"]) == ("case", need["case_id"])
    return in_stream and json.loads(event["payload"]).get("need_id") == str(need["id"])


def said_of_plans(rows: Rows) -> Python:
    """Return what is said of needs, outcomes and actions."""
    cases = by_id(rows, "cases")
    return {
        "Query.actions.only": lambda action, world: cases[action["case_id"]]["closed_at"] is None,
        "ActionWhere.mine": lambda action, given, world: given == (action["practitioner_id"] == world.actor.id),
        "ActionWhere.isOpen": lambda action, given, world: given == is_open(action),
        "ActionWhere.isOverdue": lambda action, given, world: given == is_overdue(action),
        "ActionWhere.timings": lambda action, given, world: timing(action) in given,
        "Action.timing": lambda action, world: timing(action),
        "Action.isOverdue": lambda action, world: is_overdue(action),
        "Outcome.timing": lambda outcome, world: timing(outcome),
        "Need.areaLabel": lambda need, world: AREAS[Area(need["area"])].label,
        "Need.history": lambda need, event, world: names_need(need, event),
    }


def said_of_intake(rows: Rows) -> Python:
    """Return what is said of what is recorded around triage and social care."""
    return {
        "Case.waits.only": lambda wait, world: wait["ended_at"] is None,
        "Case.stepDown": lambda case, found, world: found["case_id"] == case["id"],
        "Case.possibleDuplicates.hints": lambda case, world: duplicate_hints(case, rows),
        "Case.siblingCases.siblings": lambda case, world: sibling_hints(case, rows),
        "Case.isRereferral": lambda case, world: was_asked_again(case, rows),
        "Wait.title": lambda wait, world: WAITS[wait["kind"]][0],
        "Wait.on": lambda wait, world: WAITS[wait["kind"]][1],
        "Wait.isLate": lambda wait, world: wait["due_at"] < now(),
        "RiskAssessment.children": names("child_ids"),
        "Concern.concern": lambda concern, world: concern["worry"],
        "Concern.children": names("child_ids"),
        "Concern.isOpen": lambda concern, world: waits_for_social_care(concern, rows),
        "SocialCareDecision.children": names("child_ids"),
        "InvolvementCheck.children": names("child_ids"),
        "RequestForHelp.answers": lambda request, answer, world: answer["case_id"] == request["case_id"],
    }


def said_of_assessments(rows: Rows) -> Python:
    """Return what is said of assessments; of one that stands before another, whom its case is about is not told with it."""
    cases, assessments, sections = (by_id(rows, name) for name in ("cases", "assessment", "assessment_section"))

    def form(assessment: UUID) -> list[Any]:
        return [assessments[assessment][name] for name in ("form", "form_version")]

    def place(revision: Row, world: Any) -> list[Any]:
        section = sections[revision["section_id"]]
        return [section["section"], *form(section["assessment_id"])]

    def family(assessment: Row, world: Any) -> Any:
        case = cases[assessment["case_id"]]
        return family_of(case, rows) if case["id"] in {each["id"] for each in Sight(rows, world.actor).cases()} else None

    def written(assessment: Row, world: Any) -> list[dict[str, Any]]:
        return sections_of(assessment, rows)

    return {
        "Assessment.progress.sections": written,
        "Assessment.progress.family": family,
        "Assessment.elementsNotConsidered.sections": written,
        "Assessment.elementsNotConsidered.family": family,
        "Assessment.suggestedNeeds.sections": written,
        "AssessmentSection.title.form": lambda section, world: form(section["assessment_id"]),
        "AssessmentSection.answers.form": lambda section, world: form(section["assessment_id"]),
        "AssessmentSectionRevision.answers.place": place,
    }


def said_of_record(rows: Rows) -> Python:
    """Return all of it."""
    return {**said_of_plans(rows), **said_of_intake(rows), **said_of_assessments(rows)}
