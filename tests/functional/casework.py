"""A family for tests, and what is done with its one case: by the service's own mutations, step by step."""

import datetime as dt
from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.stages import NEVER

BORN = {"Jake": dt.date(2018, 3, 5), "Mia": dt.date(2015, 9, 17)}
CASE = "case { id version reference state worker { id } team { id } }"


class Casework:
    """A mother and two children in the North, as the worker enters them; and the one case that a request for help opens."""

    framework = "EARLY_HELP"

    def __init__(self, api: Api) -> None:
        self.api, is_alone = api, not api.used
        self.mother = self.person("Sarah", "ADULT", birthDate="1990-04-02")
        [[before]] = api.sql("SELECT count(*) FROM household")  # each family's children are born on days of their own: no duplicates
        self.jake, self.mia = (
            self.person(name, "CHILD", birthDate=(born + dt.timedelta(days=before)).isoformat()) for name, born in BORN.items()
        )
        members = [{"personId": self.mother, "role": "PARENT_OR_CARER"}, *({"personId": child, "role": "CHILD"} for child in self.children)]
        self.household = api.do("worker", "addHousehold", "household { id }", name="Harlow", members=members)["id"]
        self.case: str = ""
        self.began = api.used if is_alone and api.stages else NEVER
        self.entered = frozenset(vars(self))

    def is_new(self) -> bool:
        """Tell whether nothing was asked of the database yet but to enter this family, and nothing was set about it."""
        return self.api.used == self.began and self.entered == vars(self).keys() - {"entered"}

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

    def of_case(self, column: str) -> Any:
        """Return a column of the case as it stands."""
        [row] = self.api.sql(f"SELECT {column} FROM cases WHERE 'case_' || id = $1", self.case)
        return row[0]

    def version(self) -> int:
        """Return the case's version as it stands."""
        return int(self.of_case("version"))

    def state(self) -> str:
        """Return the state in which the case stands."""
        return str(self.of_case("state"))

    def keeper(self) -> str:
        """Return who has the case in hand: triage, until it is allocated."""
        return "worker" if self.of_case("worker_id") else "triage"

    # -- steps ----------------------------------------------------------------------------------------------------

    def help_asked(self, **more: Any) -> dict[str, Any]:
        """Return the input of a request for help for the children."""
        asked = {"source": "SCHOOL", "referrerName": "Helen Shaw", "worries": "Often late, and tired.", "familyKnows": True}
        place = {"householdId": self.household, "childIds": list(self.children), "localityId": gid("locality", "North")}
        opens = {} if self.framework == "EARLY_HELP" else {"framework": self.framework}
        return {**asked, **place, **opens, "familyName": "Harlow", **more}

    def ask_for_help(self, who: str = "worker", **more: Any) -> str:
        """Ask for help as somebody; return the id of the case."""
        request = self.api.do(who, "requestHelp", "requestForHelp { caseReference }", **self.help_asked(**more))
        [row] = self.api.sql("SELECT 'case_' || id AS id FROM cases WHERE reference = $1", request["caseReference"])
        self.case = str(row["id"])
        return self.case

    def move(self, who: str, trigger: str, note: str = "Done.") -> None:
        """Take a step that carries a note at most."""
        self.step(who, "moveCase", trigger=trigger, note=note)

    def step(self, who: str, mutation: str, **given: Any) -> Any:
        """Take a step with the version as it stands."""
        return self.api.do(who, mutation, CASE, caseId=self.case, expectedVersion=self.version(), **given)

    def record(self, who: str, mutation: str, record: str, **given: Any) -> str:
        """Add a record to the case; return its id."""
        return str(self.api.do(who, mutation, f"{record} {{ id }}", caseId=self.case, **given)["id"])

    def answer(self, person: str, answer: str, who: str = "triage") -> str:
        """Record the mother's answer about somebody; return its id."""
        said = {"capacity": "PARENTAL_RESPONSIBILITY", "answer": answer, "evidence": "SIGNED"}
        return self.record(who, "recordAgreement", "agreement", personId=person, givenById=self.mother, **said)

    def agree(self, person: str) -> str:
        """Record the mother's agreement for somebody; return its id."""
        return self.answer(person, "AGREED")

    def withdraw_all(self) -> None:
        """Withdraw every agreement."""
        for row in self.api.sql("SELECT 'agreement_' || id AS id FROM agreement WHERE answer = 'agreed' AND withdrawn_at IS NULL"):
            self.api.do("worker", "withdrawAgreement", "agreement { id }", agreementId=row["id"], how="By telephone.")

    def join(self, who: str) -> None:
        """Bring somebody to the team around the family."""
        self.record("worker", "addTeamMember", "teamMember", practitionerId=gid("practitioner", who), part="Helps with school")

    def lead(self, who: str) -> None:
        """Agree on somebody as lead professional."""
        self.record("worker", "nameLeadProfessional", "leadProfessional", practitionerId=gid("practitioner", who), kind="AGREED")
