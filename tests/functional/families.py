"""Families and their cases for tests, brought to a state by the service's own mutations."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid

CASE = "case { id version reference state worker { id } team { id } }"


class Family:
    """A mother and two children in the North, as the worker enters them; and the one case that a request for help opens."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.mother = self.person("Sarah", "ADULT", birthDate="1990-04-02")
        self.jake = self.person("Jake", "CHILD", birthDate="2018-03-05")
        self.mia = self.person("Mia", "CHILD", birthDate="2015-09-17")
        members = [{"personId": self.mother, "role": "PARENT_OR_CARER"}, *({"personId": child, "role": "CHILD"} for child in self.children)]
        self.household = api.do("worker", "addHousehold", "household { id }", name="Harlow", members=members)["id"]
        self.case: str = ""

    @property
    def children(self) -> tuple[str, str]:
        """Return the ids of the children."""
        return self.jake, self.mia

    def person(self, name: str, kind: str, **more: Any) -> str:
        """Enter somebody; return their id."""
        found = self.api.do("worker", "addPerson", "person { id }", givenName=name, familyName="Harlow", kind=kind, sex="UNKNOWN", **more)
        return str(found["id"])

    def live_together(self, person: str, role: str = "CHILD") -> None:
        """Let somebody belong to the household."""
        given = {"householdId": self.household, "personId": person, "role": role}
        self.api.do("worker", "addHouseholdMember", "household { id }", **given)

    def version(self) -> int:
        """Return the case's version as it stands."""
        [row] = self.api.sql("SELECT version FROM cases WHERE 'case_' || id = $1", self.case)
        return int(row["version"])

    def state(self) -> str:
        """Return the state in which the case stands."""
        [row] = self.api.sql("SELECT state FROM cases WHERE 'case_' || id = $1", self.case)
        return str(row["state"])

    # -- steps ----------------------------------------------------------------------------------------------------

    def ask_for_help(self, who: str = "worker") -> str:
        """Ask for help as somebody; return the id of the case."""
        asked = {"source": "SCHOOL", "referrerName": "Helen Shaw", "worries": "Often late, and tired.", "familyKnows": True}
        given = {
            "householdId": self.household,
            "childIds": list(self.children),
            "localityId": gid("locality", "North"),
            "familyName": "Harlow",
        }
        request = self.api.do(who, "requestHelp", "requestForHelp { caseReference }", **given, **asked)
        [row] = self.api.sql("SELECT 'case_' || id AS id FROM cases WHERE reference = $1", request["caseReference"])
        self.case = str(row["id"])
        return self.case

    def move(self, who: str, trigger: str, note: str = "Done.") -> None:
        """Take a step that carries a note at most."""
        self.step(who, "moveCase", trigger=trigger, note=note)

    def step(self, who: str, mutation: str, **given: Any) -> Any:
        """Take a step with the version as it stands."""
        return self.api.do(who, mutation, CASE, caseId=self.case, expectedVersion=self.version(), **given)

    def answer(self, person: str, answer: str, who: str = "triage") -> str:
        """Record the mother's answer about somebody; return its id."""
        said = {"capacity": "PARENTAL_RESPONSIBILITY", "answer": answer, "evidence": "SIGNED"}
        given = {"caseId": self.case, "personId": person, "givenById": self.mother, **said}
        return str(self.api.do(who, "recordAgreement", "agreement { id }", **given)["id"])

    def agree(self, person: str) -> str:
        """Record the mother's agreement for somebody; return its id."""
        return self.answer(person, "AGREED")

    def withdraw_all(self) -> None:
        """Withdraw every agreement."""
        for row in self.api.sql("SELECT 'agreement_' || id AS id FROM agreement WHERE withdrawn_at IS NULL"):
            self.api.do("worker", "withdrawAgreement", "agreement { id }", agreementId=row["id"], how="By telephone.")

    def join(self, who: str) -> None:
        """Bring somebody to the team around the family."""
        given = {"caseId": self.case, "practitionerId": gid("practitioner", who), "part": "Helps with school"}
        self.api.do("worker", "addTeamMember", "teamMember { id }", **given)

    # -- states ---------------------------------------------------------------------------------------------------

    def requested(self) -> str:
        """Bring the case to its first state."""
        return self.ask_for_help()

    def in_triage(self) -> str:
        """Bring the case into triage."""
        self.requested()
        self.move("triage", "begin_triage")
        return self.case

    def awaiting_agreement(self) -> str:
        """Bring the case to where the family's agreement is waited for, allocated to the worker of the North."""
        self.in_triage()
        self.step("triage", "acceptRequest", teamId=gid("team", "North Family Team"))
        self.step("triage", "allocateCase", workerId=gid("practitioner", "worker"))
        return self.case

    def assessing(self) -> str:
        """Bring the case into assessment, agreed for both children."""
        self.awaiting_agreement()
        for child in self.children:
            self.agree(child)
        self.step("worker", "startAssessment")
        return self.case

    def awaiting_sign_off(self) -> str:
        """Bring the case to the manager."""
        self.assessing()
        self.move("worker", "submit")
        return self.case

    def planning(self) -> str:
        """Bring the case to where the team comes together, with an agreed lead professional."""
        self.awaiting_sign_off()
        self.move("manager", "sign_off")
        self.api.do(
            "worker",
            "nameLeadProfessional",
            "leadProfessional { id }",
            caseId=self.case,
            practitionerId=gid("practitioner", "worker"),
            kind="AGREED",
        )
        return self.case

    def plan_active(self) -> str:
        """Bring the case to a plan under way."""
        self.planning()
        self.move("worker", "start_plan")
        return self.case

    def reviewing(self) -> str:
        """Bring the case into review."""
        self.plan_active()
        self.step("worker", "startReview")
        return self.case

    def reviewing_with_the_manager_as_lead(self) -> str:
        """Bring the case into review with the team's manager as its lead professional."""
        self.reviewing()
        given = {"caseId": self.case, "practitionerId": gid("practitioner", "manager"), "kind": "AGREED"}
        self.api.do("worker", "nameLeadProfessional", "leadProfessional { id }", **given)
        return self.case
