"""What the guards look at of the record of a case, in plain Python over plain dicts, as the table of facts says it."""

import datetime as dt
from typing import Any

from tests.model.days import DAY, day_of
from tests.model.sight import Row, Rows
from tests.model.sight_people import (
    agency_of,
    assessed_elsewhere,
    children_of,
    contact,
    duplicates_of,
    is_considered,
    is_decided,
    of_case,
    siblings_of,
)
from tests.model.sight_plan import assessment_facts, plan_facts
from tests.model.sight_settings import in_force


def record_facts(case: Row, rows: Rows, now: dt.datetime) -> dict[str, Any]:
    """Return all of it."""
    return {
        "settings": in_force(rows, now, case["locality_id"]),
        "pauses_begun": sum(row["entered_by"] == "pause" for row in of_case(rows, "visit", case)),
        "next_review_on": case["next_review_on"] and case["next_review_on"].isoformat(),
        **request_facts(case, rows),
        **family_facts(case, rows, now),
        **assessment_facts(case, rows),
        **plan_facts(case, rows, now),
        **social_care_facts(case, rows),
        **transfer_facts(case, rows, now),
    }


def last(found: list[Row], at: str) -> Row | None:
    """Return the last of some rows by an instant."""
    return max(found, key=lambda row: (row[at], row["id"]), default=None)


def request_facts(case: Row, rows: Rows) -> dict[str, Any]:
    """Return what is looked at of the request, the search and the threshold decision."""
    children, checks = children_of(case, rows), of_case(rows, "involvement_check", case)
    decided = last([row for row in of_case(rows, "threshold_decision", case) if row["basis"] == "request"], "decided_at")
    unresolved = {child["id"] for child, other in duplicates_of(case, rows) if not is_decided(child, other, rows)}
    return {
        "involvement_checked": bool(checks) and all(any(child["id"] in row["child_ids"] for row in checks) for child in children),
        "unresolved_duplicates": [child["given_name"] for child in children if child["id"] in unresolved],
        "threshold_outcome": decided["outcome"] if decided else "none",
        "threshold_approved": decided is None or not decided["needs_approval"] or decided["approved_at"] is not None,
        "referrer_told": bool(of_case(rows, "referrer_answer", case)),
    }


def family_facts(case: Row, rows: Rows, now: dt.datetime) -> dict[str, Any]:
    """Return what is looked at of the family, of attempts to reach it, and of its other cases."""
    tried = sorted(of_case(rows, "contact_attempt", case), key=lambda row: (row["tried_on"], row["id"]))
    reached = max((place for place, row in enumerate(tried) if row["reached"]), default=-1)
    began = {
        other["id"]: min(row["entered_at"] for row in of_case(rows, "visit", other) if row["state"] == "assessing")
        for _, other in assessed_elsewhere(case, rows)
    }
    return {
        "safeguarding_check": any(row["counts_until"] > now for row in of_case(rows, "safeguarding_check", case)),
        "contact_attempts": [[row["tried_on"].isoformat(), row["means"]] for row in tried[reached + 1 :]],
        "siblings_unconsidered": [
            {"child": child["given_name"], "contact": contact(other, rows)}
            for child, other in siblings_of(case, rows)
            if not is_considered(case, child, rows)
        ],
        "open_assessment_elsewhere": [
            {"child": child["given_name"], "agency": agency_of(other, rows), "date": day_of(began[other["id"]]).isoformat()}
            for child, other in assessed_elsewhere(case, rows)
        ],
    }


# -- social care ---------------------------------------------------------------------------------------------------


def counted(rows: Rows, name: str, case: Row) -> list[Row]:
    """Return the rows of a case that were not entered wrongly."""
    return [row for row in of_case(rows, name, case) if row["entered_wrongly"] is None]


def waits_for_social_care(concern: Row, rows: Rows) -> bool:
    """Tell whether a concern that stands has a child about whom social care has not decided since it was sent."""
    decisions = [row for row in rows["social_care_decision"] if row["case_id"] == concern["case_id"] and row["entered_wrongly"] is None]
    answered = {child for row in decisions if row["recorded_at"] >= concern["sent_at"] for child in row["child_ids"]}
    return concern["entered_wrongly"] is None and not set(concern["child_ids"]) <= answered


def social_care_facts(case: Row, rows: Rows) -> dict[str, Any]:
    """Return what is looked at of concerns, of social care's decisions and of a step-down."""
    waiting = [row for row in of_case(rows, "concern", case) if waits_for_social_care(row, rows)]
    decisions, came = counted(rows, "social_care_decision", case), of_case(rows, "step_down", case)
    latest = last(decisions, "recorded_at")

    def is_taken(child: Row) -> bool:
        about = last([row for row in decisions if child["id"] in row["child_ids"]], "recorded_at")
        return about is not None and about["taken"]

    return {
        "escalation_open": bool(waiting),
        "escalation_sent_on": day_of(min(row["sent_at"] for row in waiting)).isoformat() if waiting else None,
        "escalation_decision": ("taken" if latest["taken"] else "not_taken") if latest else "none",
        "escalation_decided_on": latest and latest["decided_on"].isoformat(),
        "children_not_taken": [child["given_name"] for child in children_of(case, rows) if not is_taken(child)],
        "came_by_step_down": bool(came),
        "social_care_open": any(row["social_care_closed_on"] is None for row in came),
    }


# -- another council -----------------------------------------------------------------------------------------------


def transfer_facts(case: Row, rows: Rows, now: dt.datetime) -> dict[str, Any]:
    """Return what is looked at of a transfer: the last answer of the family, and the last offer."""
    said, offer = last(of_case(rows, "transfer_consent", case), "recorded_at"), last(of_case(rows, "transfer_offer", case), "offered_at")
    return {
        "transfer_consent": said is not None and said["basis"] != "refused",
        "receiving_council": offer and offer["council"],
        "transfer_answered": offer is not None and is_answered(offer, rows, now),
        "transfer_wait_until": offer and (day_of(offer["wait_until"]) - DAY).isoformat(),
    }


def is_answered(offer: Row, rows: Rows, now: dt.datetime) -> bool:
    """Tell whether the other council took an offer in, or two chasers and ten working days brought no answer."""
    sent = [row for row in rows["transfer_chaser"] if row["offer_id"] == offer["id"] and row["entered_wrongly"] is None]
    if offer["answer"]:
        return bool(offer["answer"] in ("accepted", "acknowledged"))
    return len(sent) > 1 and bool(offer["wait_until"] <= now)
