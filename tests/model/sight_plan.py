"""What the guards look at of an assessment, a plan, its reviews and the end of a case."""

import datetime as dt
import json
from typing import Any
from uuid import UUID

from tests.model.dates import cap
from tests.model.days import day_of
from tests.model.sight import Row, Rows
from tests.model.sight_people import children_of, family_of, of_case
from tests.model.sight_settings import held

BETTER = ("not_achieved", "partly", "achieved")
"""How a review can find an outcome, the better the later."""


# -- the assessment ------------------------------------------------------------------------------------------------


def sections_of(assessment: Row, rows: Rows) -> list[dict[str, Any]]:
    """Return what an assessment holds, section by section and person by person; what is about nobody comes last."""
    found = [row for row in rows["assessment_section"] if row["assessment_id"] == assessment["id"]]
    found.sort(key=lambda row: (row["section"], row["subject_id"] is None, row["subject_id"] or UUID(int=0)))
    return [
        {"section": row["section"], "subject_id": row["subject_id"] and str(row["subject_id"]), "answers": json.loads(row["answers"])}
        for row in found
    ]


def assessment_facts(case: Row, rows: Rows) -> dict[str, Any]:
    """Return what is looked at of the assessments of a case."""
    rounds = sorted(of_case(rows, "assessment", case), key=lambda row: row["number"])
    shared = {row["assessment_id"] for row in rows["assessment_conclusions"]}
    return {
        "open_assessment": next((being_written(row, case, rows) for row in rounds if row["state"] in ("draft", "returned")), None),
        "conclusions_shared": bool(rounds) and rounds[-1]["id"] in shared,
        "level_after_assessment": level(case, rows),
    }


def being_written(assessment: Row, case: Row, rows: Rows) -> dict[str, Any]:
    """Return an assessment with all that says what is missing in it."""
    form = {name: assessment[name] for name in ("form", "form_version")}
    return {**form, "sections": sections_of(assessment, rows), "family": family_of(case, rows)}


def level(case: Row, rows: Rows) -> int | None:
    """Return the level of need decided on the assessment, since it was begun the last time."""
    begun = [row["entered_at"] for row in of_case(rows, "visit", case) if row["entered_by"] in ("start_assessment", "reassess")]
    decided = [row for row in of_case(rows, "threshold_decision", case) if row["basis"] == "assessment"]
    since = [row for row in decided if not begun or row["decided_at"] >= max(begun)]
    return max(since, key=lambda row: (row["decided_at"], row["id"]))["level"] if since else None


# -- the plan ------------------------------------------------------------------------------------------------------


def plan_facts(case: Row, rows: Rows, now: dt.datetime) -> dict[str, Any]:
    """Return what is looked at of the plan, its meetings and reviews, and of its end."""
    outcomes, actions = of_case(rows, "outcome", case), of_case(rows, "plan_action", case)
    acted = {row["outcome_id"] for row in actions if row["status"] != "ended"}
    under_way = [row for row in of_case(rows, "review", case) if row["visit_id"] in reviewed_now(case, rows)]
    stuck = without_movement(case, rows)
    return {
        "unanswered_needs": len(unanswered(case, rows)),
        "outcomes_with_actions": sum(row["status"] == "open" and row["id"] in acted for row in outcomes),
        "open_actions": sum(row["status"] == "open" for row in actions),
        "meeting_held": any(counts(row, case, rows) for row in of_case(rows, "meeting", case)),
        "review_recorded": bool(under_way),
        "agreement_reconfirmed": any(row["agreement_reconfirmed"] for row in under_way),
        "reviews_without_movement": len(stuck),
        "drift_considered": any(row["drift_view"] for row in stuck),
        "review_limit": review_limit(case, rows, now).isoformat(),
        "closing_summary": any(still_ends(row["written_at"], case, rows) for row in of_case(rows, "closing_summary", case)),
        "family_told": any(still_ends(row["recorded_at"], case, rows) for row in of_case(rows, "family_told", case)),
    }


def unanswered(case: Row, rows: Rows) -> list[Row]:
    """Return the open needs of children whose help goes on that have neither an outcome that stands nor a reason for none."""
    given_up = {row["id"] for row in rows["outcome"] if row["status"] == "ended"}
    answered = {row["need_id"] for row in rows["outcome_need"] if row["outcome_id"] not in given_up}
    children = {child["id"] for child in children_of(case, rows)}
    needs = [row for row in of_case(rows, "need", case) if row["status"] == "open" and row["child_id"] in children]
    return [row for row in needs if row["id"] not in answered and row["unanswered_why"] is None]


def counts(meeting: Row, case: Row, rows: Rows) -> bool:
    """Tell whether a meeting was since the assessment was signed off, with the family there or heard."""
    signed = [row["left_at"] for row in of_case(rows, "visit", case) if row["left_by"] == "sign_off"]
    came = any(row["meeting_id"] == meeting["id"] and row["presence"] == "attended" for row in rows["meeting_person"])
    return bool(signed) and meeting["held_on"] >= day_of(max(signed)) and (came or meeting["family_views"] is not None)


def reviewed_now(case: Row, rows: Rows) -> set[UUID]:
    """Return the stay in which a case is in review, if it is."""
    return {row["id"] for row in of_case(rows, "visit", case) if row["left_at"] is None and row["state"] == "reviewing"}


def without_movement(case: Row, rows: Rows) -> list[Row]:
    """Return the last reviews in a row in which no outcome got better than the review before had found it."""
    stuck: list[Row] = []
    found: dict[UUID, int] = {}
    for review in sorted(of_case(rows, "review", case), key=lambda row: (row["held_on"], row["id"])):
        judged = {row["outcome_id"]: BETTER.index(row["result"]) for row in rows["review_outcome"] if row["review_id"] == review["id"]}
        moved = any(result > found.get(outcome, 0) for outcome, result in judged.items())
        stuck = [] if moved else [*stuck, review]
        found |= judged
    return stuck


def review_limit(case: Row, rows: Rows, now: dt.datetime) -> dt.date:
    """Return the latest day for the next review: in the plan's present cycle, its pauses left out; or in the next one, from today."""
    stays = of_case(rows, "visit", case)
    begun = max(
        (row for row in stays if row["entered_by"] in ("start_plan", "continue_plan")), key=lambda row: row["entered_at"], default=None
    )
    paused = case["state"] == "paused" and case["paused_from"] == "plan_active"
    if begun is None or not (paused or case["state"] == "plan_active"):
        return day_of(now) + longest("continue_plan" if case["state"] == "reviewing" else "start_plan", case, rows, now)
    pauses = [row for row in stays if row["state"] == "paused" and row["entered_at"] >= begun["entered_at"]]
    length = sum(((row["left_at"] or now) - row["entered_at"] for row in pauses), dt.timedelta())
    return day_of(begun["entered_at"] + length) + longest(begun["entered_by"], case, rows, begun["entered_at"])


def longest(began: str, case: Row, rows: Rows, at: dt.datetime) -> dt.timedelta:
    """Return how long a cycle may be that begins with a step, as it was set at an instant."""
    weeks = held(rows, "reviews.first" if began == "start_plan" else "reviews.later", at, case["locality_id"])
    return dt.timedelta(weeks=weeks) if weeks else cap("plan_active", began)


def still_ends(at: dt.datetime, case: Row, rows: Rows) -> bool:
    """Tell whether help has not gone on since something was said of its end."""
    on = [row["entered_at"] for row in of_case(rows, "visit", case) if row["entered_by"] in ("continue_plan", "reassess")]
    return not on or max(on) <= at
