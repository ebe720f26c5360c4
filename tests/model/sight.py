"""Who sees which rows, in plain Python over plain dicts: the council's agreements on relationships, said once more."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from tests.model.days import LONDON, day_of

Row = dict[str, Any]
Rows = dict[str, list[Row]]
WITH_FAMILIES = ("worker", "triage", "team_manager")
READ_SETTINGS = ("administrator", "service_manager", "team_manager")
INTAKE = ("requested", "triage", "awaiting_agreement", "identified", "seeking_consent")
ALL_OF_IT = ("allocated", "lead", "team", "triage", "team_manager", "service_manager")
"""The ways that show a case and its history."""
BUT_ITS_HISTORY = ("member", "writer")
"""The ways that show a case without that: the team around the family, and whoever writes in its open assessment."""
OF_A_CASE = ("case_child", "visit", "agreement", "lead_professional", "team_member", "note", "marker")
COUNCIL = ("council", "locality", "agency", "team", "practitioner", "appointment", "threshold_document")


class Sight:
    """The rows that there are, and one actor among them."""

    def __init__(self, rows: Rows, actor: Actor) -> None:
        self.rows, self.actor, self.roles = rows, actor, {str(role) for role in actor.roles}
        self.teams = {team["id"]: team for team in rows["team"]}

    def is_active(self) -> bool:
        """Tell whether their account is in force."""
        return any(row["id"] == self.actor.id and row["ended_at"] is None for row in self.rows["practitioner"])

    def held(self, *roles: str) -> list[Row]:
        """Return their appointments in force to some roles."""
        mine = [row for row in self.rows["appointment"] if row["practitioner_id"] == self.actor.id and row["ended_at"] is None]
        return [row for row in mine if row["role"] in roles]

    def ways(self, case: Row) -> dict[str, bool]:
        """Return how they stand to a case."""
        here = {"case_id": case["id"], "practitioner_id": self.actor.id}
        localities = [self.teams[row["team_id"]]["locality_id"] for row in self.held("triage")]
        found = {
            "allocated": case["worker_id"] == self.actor.id,
            "lead": any(has(row, here) and row["ended_at"] is None for row in self.rows["lead_professional"]),
            "led": any(has(row, here) and ended_after(row, case["entered_at"]) for row in self.rows["lead_professional"]),
            "author": self.wrote(case),
            "member": any(has(row, here) and row["left_at"] is None for row in self.rows["team_member"]),
            "team": any(row["team_id"] == case["team_id"] for row in self.held("worker", "triage")),
            "triage": case["state"] in INTAKE and any(each in (None, case["locality_id"]) for each in localities),
            "team_manager": any(row["team_id"] == case["team_id"] for row in self.held("team_manager")),
            "service_manager": any(row["locality_id"] in (None, case["locality_id"]) for row in self.held("service_manager")),
            "requester": any(
                row["case_id"] == case["id"] and row["requested_by"] == self.actor.id for row in self.rows["request_for_help"]
            ),
            "opener": case["opened_by"] == self.actor.id,
            "assessor": case["worker_id"] == self.actor.id and case["workflow"] == "caf",
        }
        return found if self.is_active() else dict.fromkeys(found, False)

    def wrote(self, case: Row) -> bool:
        """Tell whether they had a part in the open assessment of a case: began it, submitted it or wrote in it."""
        mine = [each for each in self.open_assessments(case) if self.actor.id in (each["started_by"], each["submitted_by"])]
        return bool(mine) or self.writes(case)

    def writes(self, case: Row) -> bool:
        """Tell whether they wrote in the open assessment of a case."""
        own = {row["assessment_id"] for row in self.rows["assessment_author"] if row["practitioner_id"] == self.actor.id}
        return any(each["id"] in own for each in self.open_assessments(case))

    def open_assessments(self, case: Row) -> list[Row]:
        """Return the assessment of a case that is not signed off, if there is one."""
        return [row for row in self.rows["assessment"] if row["case_id"] == case["id"] and row["signed_off_at"] is None]

    def sees_case(self, case: Row, *ways: str) -> bool:
        """Tell whether they see a case: with a role with families in force, by one of the ways that show it."""
        meets, found = {*WITH_FAMILIES, "service_manager"}, {**self.ways(case), "writer": self.writes(case)}
        return self.is_active() and bool(self.held(*meets) and self.roles & meets and any(found[way] for way in ways))

    def counts(self) -> bool:
        """Tell whether they are told how many open cases a change of a setting would concern, whosever these are."""
        return self.is_active() and bool(self.held("administrator"))

    def cases(self) -> list[Row]:
        """Return the cases that they see."""
        return [case for case in self.rows["cases"] if self.sees_case(case, *ALL_OF_IT, *BUT_ITS_HISTORY)]

    def seen(self) -> Rows:
        """Return the rows that they see."""
        rows, mine = self.rows, self.actor.id
        council = {name: rows[name] if self.is_active() else [] for name in COUNCIL}
        cases = self.cases()
        wholly = ids_of([case for case in cases if self.sees_case(case, *ALL_OF_IT)])
        ids, households = ids_of(cases), {case["household_id"] for case in cases}
        parts = {name: [row for row in rows[name] if row["case_id"] in ids] for name in OF_A_CASE}
        notes = ids_of(parts["note"])
        own = {name: ids_of([r for r in rows[name] if r["unattached"] and r["added_by"] == mine and self.is_active()]) for name in OWN}
        at_home = {row["person_id"] for row in rows["household_member"] if row["household_id"] in households}
        people = {row["person_id"] for row in parts["case_child"]} | at_home | own["person"]
        people |= {row["relative_id"] for row in self.kin() if row["person_id"] in ids_of_people(parts["case_child"])}
        about = self.about_people(cases, wholly, own["person"])
        known = set().union(*map(ids_of, about.values()))
        return {
            **rows,
            **council,
            **parts,
            **about,
            "error_mark": [row for row in rows["error_mark"] if row["case_id"] in ids or row["record_id"] in people | known],
            **self.record(ids),
            "setting": rows["setting"] if self.is_active() and self.held(*READ_SETTINGS) else [],
            "cases": cases,
            "request_for_help": [
                r
                for r in rows["request_for_help"]
                if r["case_id"] in ids or (r["requested_by"] == mine and r["rewritten_by"] is None and self.is_active())
            ],
            "note_seen": [row for row in rows["note_seen"] if row["note_id"] in notes],
            "note_revision": [row for row in rows["note_revision"] if row["note_id"] in notes],
            "event": [row for row in rows["event"] if row["stream_kind"] == "case" and row["stream_id"] in wholly],
            "household": [row for row in rows["household"] if row["id"] in households | own["household"]],
            "household_member": [row for row in rows["household_member"] if row["household_id"] in households | own["household"]],
            "person": [row for row in rows["person"] if row["id"] in people],
        }

    def kin(self) -> list[Row]:
        """Return who is related to a child, but for what was entered in error."""
        return [row for row in self.rows["relationship"] if row["in_error_at"] is None]

    def belong(self, cases: list[Row]) -> set[UUID]:
        """Return who belongs now to some cases: their children, who is in their household, and the children's relatives."""
        ids, households = ids_of(cases), {case["household_id"] for case in cases}
        children = {row["person_id"] for row in self.rows["case_child"] if row["case_id"] in ids}
        home = {row["person_id"] for row in self.rows["household_member"] if row["household_id"] in households and not row["left_at"]}
        return children | home | {row["relative_id"] for row in self.kin() if row["person_id"] in children}

    def about_people(self, cases: list[Row], wholly: set[UUID], own: set[UUID]) -> Rows:
        """Return what they see of what is known about people; `wholly`: the cases that they have by their office."""
        works_with, has = self.belong(cases) | own, self.belong([case for case in cases if case["id"] in wholly]) | own
        ids = ids_of(cases)

        def may_know(detail: Row) -> bool:
            if detail["case_id"] in wholly or detail["person_id"] in own:
                return True
            if detail["audience"] == "everybody":
                return detail["person_id"] in works_with or detail["case_id"] in ids
            return detail["audience"] == "case_holders" and detail["person_id"] in has

        found = {name: [row for row in self.rows[name] if row["person_id"] in works_with] for name in ABOUT_PEOPLE}
        safe = ids_of(found["safe_contact"])
        return {
            **found,
            "contact_detail": [row for row in self.rows["contact_detail"] if may_know(row)],
            "safe_contact_revision": [row for row in self.rows["safe_contact_revision"] if row["safe_contact_id"] in safe],
        }

    def record(self, ids: set[UUID]) -> Rows:
        """Return what they see of the record of some cases, the assessments that stand before those of a case among it."""
        found = {name: [row for row in self.rows[name] if row["case_id"] in ids] for name in OF_THE_RECORD}
        before = {row["previous_id"] for row in self.rows["assessment"] if row["case_id"] in ids}
        found["assessment"] = [row for row in self.rows["assessment"] if row["case_id"] in ids or row["id"] in before]
        asked = {row["case_id"] for row in self.rows["request_for_help"] if row["requested_by"] == self.actor.id and self.is_active()}
        found["referrer_answer"] = [row for row in self.rows["referrer_answer"] if row["case_id"] in ids | asked]
        for name, (column, whole) in PARTS.items():
            seen = ids_of(found[whole])
            found[name] = [row for row in self.rows[name] if row[column] in seen]
        return found


OWN = ("person", "household")
ABOUT_PEOPLE = ("relationship", "safe_contact", "access_needs")
OF_THE_RECORD = (
    *("involvement_check", "duplicate_decision", "sibling_decision", "agency_question", "contact_attempt", "threshold_decision"),
    *("risk_assessment", "concern", "concern_chaser", "social_care_decision", "safeguarding_check", "step_down", "wait"),
    *("need", "outcome", "plan_action", "meeting", "review", "closing_summary", "closure_proposal", "family_told"),
    *("transfer_consent", "transfer_offer", "transfer_chaser"),
)
"""What whoever sees a case sees of it."""
PARTS = {
    "involvement_finding": ("check_id", "involvement_check"),
    "threshold_child": ("decision_id", "threshold_decision"),
    "risk_factor": ("risk_assessment_id", "risk_assessment"),
    "risk_protective_factor": ("risk_assessment_id", "risk_assessment"),
    "assessment_author": ("assessment_id", "assessment"),
    "assessment_section": ("assessment_id", "assessment"),
    "assessment_section_revision": ("section_id", "assessment_section"),
    "assessment_conclusions": ("assessment_id", "assessment"),
    "outcome_need": ("outcome_id", "outcome"),
    "meeting_practitioner": ("meeting_id", "meeting"),
    "meeting_person": ("meeting_id", "meeting"),
    "review_outcome": ("review_id", "review"),
}
"""What is part of a record, by which column, and of which: seen by whoever sees that."""


def has(row: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(row[name] == value for name, value in wanted.items())


def ended_after(lead: Row, at: dt.datetime) -> bool:
    """Tell whether somebody's time as lead professional goes on, or ended no earlier than an instant."""
    return lead["ended_at"] is None or bool(lead["ended_at"] >= at)


def ids_of(rows: list[Row]) -> set[UUID]:
    return {row["id"] for row in rows if "id" in row}


def ids_of_people(rows: list[Row]) -> set[UUID]:
    return {row["person_id"] for row in rows}


# -- what is worked out of the rows ------------------------------------------------------------------------------------


def ends(agreement: Row, rows: Rows) -> dt.datetime | None:
    """Return when an agreement ends by itself: a mother's six weeks after the birth at the latest."""
    [child] = [row for row in rows["person"] if row["id"] == agreement["person_id"]]
    days = [agreement["until"]] if agreement["until"] else []
    if agreement["capacity"] == "mother_of_unborn" and child["birth_date"]:
        days.append(dt.datetime.combine(child["birth_date"] + dt.timedelta(days=43), dt.time(), LONDON))
    return min(days) if days else None


def stands(case: Row, person: UUID, rows: Rows, now: dt.datetime) -> bool:
    """Tell whether an agreement for a person is in force."""
    about = [row for row in rows["agreement"] if (row["case_id"], row["person_id"]) == (case["id"], person) and not row["in_error_at"]]

    def order(answer: Row) -> tuple[dt.date, UUID]:
        return day_of(answer["answered_at"]), answer["id"]

    def undone(yes: Row, other: Row) -> bool:
        if yes["given_by"] == person:
            return bool(other["given_by"] == person and order(other) > order(yes))
        if person in (other["given_by"], other["withdrawn_by"]):
            return True
        return bool(other["given_by"] == yes["given_by"] and other["answer"] == "refused" and order(other) > order(yes))

    in_force = [row for row in about if row["answer"] == "agreed" and row["withdrawn_at"] is None and (ends(row, rows) or now) >= now]
    return any(not any(undone(yes, other) for other in about) for yes in in_force)


def facts(case: Row, rows: Rows, now: dt.datetime) -> dict[str, Any]:
    """Return what the guards look at."""
    people, staff = ({row["id"]: row for row in rows[name]} for name in ("person", "practitioner"))
    on_it = [row for row in rows["case_child"] if row["case_id"] == case["id"] and row["ended_at"] is None]
    children = [row["person_id"] for row in sorted(on_it, key=lambda row: (row["joined_at"], row["person_id"]))]
    children = [child for child in children if not people[child]["in_error_at"]]
    agreed = {child: stands(case, child, rows, now) for child in children}
    leads = [
        row["kind"]
        for row in rows["lead_professional"]
        if row["case_id"] == case["id"] and row["ended_at"] is None and staff[row["practitioner_id"]]["ended_at"] is None
    ]
    return {
        "children": [people[child]["given_name"] for child in children],
        "agreement_missing_for": [people[child]["given_name"] for child in children if not agreed[child]],
        "agreement_in_force_for": [people[child]["given_name"] for child in children if agreed[child]],
        "agreement_ended_recorded": any(
            row["answer"] == "refused" or row["withdrawn_at"]
            for row in rows["agreement"]
            if row["case_id"] == case["id"] and not row["in_error_at"]
        ),
        "allocated": case["worker_id"] is not None and staff[case["worker_id"]]["ended_at"] is None,
        "lead_professional": max(leads, default="none"),
        "paused_from": case["paused_from"],
        "assessment_signed_off": any(
            row["left_by"] in ("sign_off", "sign_off_no_plan") for row in rows["visit"] if row["case_id"] == case["id"]
        ),
    }
