"""The walk, step by step: one family from a request for help to closure, the refusals on the way among them. Pure.

A text `$NAME` in what a step sends stands for what an earlier step kept under that name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workflows import WORKFLOWS

WORKFLOW = WORKFLOWS["early-help", 1]
ID = "id"


@dataclass(frozen=True)
class Step:
    """What somebody does: as whom, in plain words, with which trusted document and values, and what must come of it.

    `keeps`: names for values in the answer, by where they are. `trigger`: the case must be where the workflow says that it leads.
    `refused`: the guards, or the codes, that must stand in the way instead.
    """

    who: str
    says: str
    document: str
    sends: Mapping[str, Any] = field(default_factory=dict)
    keeps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trigger: str | None = None
    refused: tuple[str, ...] = ()

    @property
    def state(self) -> str | None:
        """Return the title of the state in which the case must stand afterwards, if the step says."""
        target = WORKFLOW.triggers[self.trigger].target if self.trigger else None
        return WORKFLOW.states[target].title if target else None


def place(connection: str) -> tuple[str, ...]:
    """Say where the id of the only edge of a page is."""
    return (connection, "edges", "0", "node", ID)


def on_case(version: int, **more: Any) -> dict[str, Any]:
    """Write what a change of the case sends: the case, and the version that was seen."""
    return {"caseId": "$CASE", "expectedVersion": version, **more}


def person(name: str, kind: str, born: str, sex: str, keep: str) -> Step:
    """Enter somebody of the family."""
    sends = {"kind": kind, "givenName": name, "familyName": "Marsh", "birthDate": born, "sex": sex}
    return Step("worker", f"enters {name}", "AddPerson", sends, {keep: ("addPerson", "person", ID)})


def agreement(child: str, name: str) -> Step:
    """Record the mother's agreement for a child."""
    said = {"capacity": "PARENTAL_RESPONSIBILITY", "answer": "AGREED", "evidence": "SPOKEN_AND_NOTED"}
    sends = {"caseId": "$CASE", "personId": child, "givenById": "$MOTHER", **said}
    return Step("worker", f"records that the mother agreed for {name}", "RecordAgreement", sends)


MEMBERS = [
    {"personId": "$MOTHER", "role": "PARENT_OR_CARER"},
    {"personId": "$ADA", "role": "CHILD"},
    {"personId": "$BILL", "role": "CHILD"},
]
SEEN = [{"personId": "$ADA", "alone": True, "ownWords": "I like it when Mum is up."}]

STEPS: tuple[Step, ...] = (
    Step("worker", "looks up the North", "LocalityNamed", {"text": "North"}, {"NORTH": place("localities")}),
    Step("worker", "looks up the team of the North", "TeamNamed", {"text": "North Family Team"}, {"TEAM": place("teams")}),
    Step("worker", "asks who they are", "Viewer", {}, {"WORKER": ("viewer", ID)}),
    person("Joan", "ADULT", "1991-05-14", "FEMALE", "MOTHER"),
    person("Ada", "CHILD", "2016-02-29", "FEMALE", "ADA"),
    person("Bill", "CHILD", "2019-11-03", "MALE", "BILL"),
    Step(
        "worker",
        "enters their household",
        "AddHousehold",
        {"name": "Marsh", "members": MEMBERS},
        {"HOUSEHOLD": ("addHousehold", "household", ID)},
    ),
    Step(
        "worker",
        "asks for help for the family; a case is opened",
        "RequestHelp",
        {
            "householdId": "$HOUSEHOLD",
            "childIds": ["$ADA", "$BILL"],
            "localityId": "$NORTH",
            "familyName": "Marsh",
            "source": "RELATIVE_OR_CARER",
            "referrerName": "Joan Marsh",
            "worries": "Mornings are hard, and Ada misses school.",
            "familyKnows": True,
        },
        {"REFERENCE": ("requestHelp", "requestForHelp", "caseReference")},
    ),
    Step("triage", "opens the case at the front door", "CaseId", {"reference": "$REFERENCE"}, {"CASE": ("caseByReference", ID)}),
    Step("triage", "starts triage", "MoveCase", on_case(1, trigger="begin_triage", note="No plan yet."), trigger="begin_triage"),
    Step("triage", "accepts the request for the team of the North", "AcceptRequest", on_case(2, teamId="$TEAM"), trigger="accept"),
    Step("triage", "gives the case to the worker", "AllocateCase", on_case(3, workerId="$WORKER")),
    Step("worker", "tries to start before the family has agreed", "StartAssessment", on_case(4), refused=("agreement_in_force",)),
    agreement("$ADA", "Ada"),
    agreement("$BILL", "Bill"),
    Step("worker", "starts the assessment", "StartAssessment", on_case(6), trigger="start_assessment"),
    Step(
        "worker",
        "visits, sees Ada alone, and writes her words down",
        "AddNote",
        {
            "caseId": "$CASE",
            "kind": "HOME_VISIT",
            "happenedOn": "$TODAY",
            "text": "A calm visit; we drew the morning together.",
            "seen": SEEN,
        },
    ),
    Step("worker", "sends the assessment for sign-off", "MoveCase", on_case(8, trigger="submit"), trigger="submit"),
    Step("worker", "tries to sign off their own work", "MoveCase", on_case(9, trigger="sign_off"), refused=("NOT_PERMITTED",)),
    Step(
        "team-manager",
        "signs off: a plan is needed",
        "MoveCase",
        on_case(9, trigger="sign_off", note="Clear and kind."),
        trigger="sign_off",
    ),
    Step(
        "worker",
        "tries to start the plan while only acting as lead professional",
        "MoveCase",
        on_case(10, trigger="start_plan"),
        refused=("lead_professional_in_place",),
    ),
    Step(
        "worker",
        "records whom the meeting agreed as lead professional",
        "NameLeadProfessional",
        {"caseId": "$CASE", "practitionerId": "$WORKER", "kind": "AGREED"},
    ),
    Step("worker", "starts the plan", "MoveCase", on_case(11, trigger="start_plan"), trigger="start_plan"),
    Step("worker", "starts the review", "StartReview", on_case(12), trigger="start_review"),
    Step("worker", "tries to close the case alone", "CloseCase", on_case(13, reason="NEEDS_MET"), refused=("NOT_PERMITTED",)),
    Step("team-manager", "closes the case: the needs are met", "CloseCase", on_case(13, reason="NEEDS_MET"), trigger="close"),
)
