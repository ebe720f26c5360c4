"""A brother and a sister with a case each, for tests."""

from typing import Any

from tests.functional.families import Family

DECISION = "siblingDecision { id revision answer sibling { id } }"


def keep(family: Family, child: str) -> None:
    """Leave one child on the case."""
    [row] = family.api.sql("SELECT id FROM cases WHERE 'case_' || id = $1", family.case)
    family.api.sql("DELETE FROM case_child WHERE case_id = $1 AND 'person_' || person_id <> $2", row["id"], child)


def part(family: Family) -> str:
    """Bring Jake's case into assessment, and Mia's to where agreement is waited for; return the id of the first."""
    family.assessing()
    first = family.case
    keep(family, family.jake)
    family.awaiting_agreement()
    keep(family, family.mia)
    return first


def answer(family: Family, who: str = "worker", **more: Any) -> dict[str, Any]:
    """Return the input that keeps the cases apart."""
    return {"caseId": family.case, "siblingId": family.jake, "answer": "APART", "reason": "Jake's is about school.", **more}
