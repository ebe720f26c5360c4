"""Several people who change one case or one household at the same instant: each change has its place, and none is lost."""

import asyncio
import secrets
from typing import Any

from service.database import open_pool
from service.graph.running import Asked, Runner
from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family

AT_ONCE = 6


def all_at_once(api: Api, document: str, inputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Send one document with several inputs at the same instant, as the worker; return the only payload of each answer."""

    async def run() -> list[dict[str, Any]]:
        pool = await open_pool(api.url, most=AT_ONCE)
        asked = [Asked(document, {"input": {"idempotencyKey": secrets.token_hex(8), **each}}) for each in inputs]
        answers = await asyncio.gather(*(Runner(pool).run(api.actor("worker"), each) for each in asked))
        await pool.close()
        return [next(iter(answer.parsed()["data"].values())) for answer in answers]

    return asyncio.run(run())


def codes(payloads: list[dict[str, Any]]) -> list[str]:
    """Return what stood in the way of each, in order; nothing as an empty text."""
    return sorted("".join(problem["code"] for problem in payload["userErrors"]) for payload in payloads)


def test_notes_written_at_once_all_get_their_place(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    version, note = family.version(), {"caseId": family.case, "kind": "MEETING", "happenedOn": "2026-01-05", "text": "We met."}

    found = all_at_once(api, "mutation M($input: AddNoteInput!) { addNote(input: $input) { userErrors { code } } }", [note] * AT_ONCE)

    assert codes(found) == [""] * AT_ONCE
    assert family.version() == version + AT_ONCE
    assert api.events("case", family.case)[-AT_ONCE:] == ["NoteAdded"] * AT_ONCE


def test_lead_professionals_named_at_once_leave_exactly_one(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    document = "mutation M($input: NameLeadProfessionalInput!) { nameLeadProfessional(input: $input) { userErrors { code } } }"
    named = [
        {"caseId": family.case, "practitionerId": gid("practitioner", who), "kind": "AGREED"} for who in ("worker", "colleague", "manager")
    ]

    found = all_at_once(api, document, named)

    assert codes(found) == ["", "", ""]
    assert len(api.sql("SELECT id FROM lead_professional WHERE ended_at IS NULL")) == 1
    assert len(api.sql("SELECT id FROM lead_professional")) == 3


def test_somebody_who_joins_a_household_twice_at_once_joins_it_once(api: Api, family: Family) -> None:
    father = family.person("Adam", "ADULT")
    document = "mutation M($input: AddHouseholdMemberInput!) { addHouseholdMember(input: $input) { userErrors { code } } }"
    joining = {"householdId": family.household, "personId": father, "role": "PARENT_OR_CARER"}

    found = all_at_once(api, document, [joining, joining])

    assert codes(found) == ["", "ALREADY_DONE"]
    assert len(api.sql("SELECT id FROM household_member WHERE 'person_' || person_id = $1", father)) == 1


def test_one_of_two_who_amend_a_person_at_once_is_told_that_the_other_did(api: Api, family: Family) -> None:
    document = "mutation M($input: AmendPersonInput!) { amendPerson(input: $input) { userErrors { code } } }"
    changes = [{"personId": family.jake, "expectedVersion": 1, "givenName": name} for name in ("Jacob", "Jack")]

    found = all_at_once(api, document, changes)

    assert codes(found) == ["", "CONFLICT"]
    assert api.events("person", family.jake) == ["PersonAdded", "PersonAmended"]


def test_an_agreement_is_withdrawn_once(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    document = "mutation M($input: WithdrawAgreementInput!) { withdrawAgreement(input: $input) { userErrors { code } } }"
    asked = {"agreementId": family.agree(family.jake), "how": "By telephone."}

    found = all_at_once(api, document, [asked, asked])

    assert codes(found) == ["", "ALREADY_DONE"]
    assert api.events("case", family.case).count("AgreementWithdrawn") == 1
