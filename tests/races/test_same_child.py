"""Two cases of the same children: of two who start an assessment at the same instant, exactly one does."""

import asyncio
from typing import Any

from tests.functional.families import CommonAssessment, Family
from tests.functional.lacks import agree
from tests.model.inside import Inside, problems


def ready(family: Family) -> str:
    """Bring a new case of the children to where their assessment can start; return its id."""
    family.awaiting_agreement()
    agree(family)
    return family.case


def test_of_two_who_start_an_assessment_of_one_child_at_once_one_wins(service: Inside, family: Family) -> None:
    common = CommonAssessment(service)
    for turn in range(6):
        either = family if turn % 2 else common
        cases = [ready(either), ready(either)]

        asked = [{"caseId": case, "expectedVersion": version_of(service, case)} for case in cases]

        async def both(asked: list[dict[str, Any]] = asked) -> list[dict[str, Any]]:
            actor = service.actor("worker")
            return await asyncio.gather(*(service.change(actor, "startAssessment", "case { id }", **given) for given in asked))

        answers = service.wait(both())

        won = [n for n, answer in enumerate(answers) if not problems(answer)]
        assert len(won) == 1, answers
        lost = problems(answers[1 - won[0]])
        assert {each["reason"] for each in lost} == {"no_other_open_assessment"}
        assert len(lost) == 2 and lost[0]["message"].startswith("Early Help opened an assessment of ")
        for case in cases:
            close(service, case)


def version_of(service: Inside, case: str) -> int:
    """Return the version of a case."""
    [row] = service.sql("SELECT version FROM cases WHERE 'case_' || id = $1", case)
    return int(row["version"])


def close(service: Inside, case: str) -> None:
    """Close a case, so that the next one can be assessed."""
    given = {"caseId": case, "expectedVersion": version_of(service, case), "reason": "OPENED_IN_ERROR", "note": "Asked for twice."}
    service.do("manager", "closeInError", "case { id }", **given)
