"""Two people at the same time: one wins, the other is told who did what, and nothing is lost, doubled or skipped."""

import asyncio
import datetime as dt
import re
from collections.abc import Callable
from itertools import cycle
from typing import Any

from service.journal.chain import faults
from tests.functional.assessments import share, write_all
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.plans import Plan, day
from tests.functional.recording import check_safety, find_level
from tests.model.inside import Inside, problems

CASE = "case { version state stateTitle }"
A_WEEK_AHEAD = (dt.date.today() + dt.timedelta(days=7)).isoformat()
PAUSE: dict[str, Any] = {"why": "They are away.", "pauseUntil": A_WEEK_AHEAD}
Rival = tuple[str, str, dict[str, Any]]
RIVALS: dict[str, tuple[Rival, Rival]] = {
    "assessing": (("worker", "moveCase", {"trigger": "submit"}), ("manager", "pauseCase", PAUSE)),
    "awaiting_sign_off": (
        ("manager", "moveCase", {"trigger": "sign_off"}),
        ("service_manager", "moveCase", {"trigger": "return_assessment"}),
    ),
    "planning": (("worker", "moveCase", {"trigger": "start_plan"}), ("manager", "pauseCase", PAUSE)),
    "plan_active": (("worker", "startReview", {}), ("manager", "pauseCase", PAUSE)),
    "reviewing": (("manager", "moveCase", {"trigger": "continue_plan"}), ("worker", "moveCase", {"trigger": "reassess"})),
    "paused": (("worker", "resumeCase", {}), ("manager", "resumeCase", {})),
}
"""In each state two people, and for each a move that is allowed; whoever wins, the case goes round and round."""

EVENTS = {
    "submit": "AssessmentSubmitted",
    "sign_off": "AssessmentSignedOff",
    "return_assessment": "AssessmentReturned",
    "start_plan": "PlanStarted",
    "continue_plan": "PlanContinued",
    "reassess": "ReassessmentStarted",
    "startReview": "ReviewStarted",
    "pauseCase": "CasePaused",
    "resumeCase": "CaseResumed",
}


def share_and_meet(family: Family) -> None:
    """Share the conclusions of a new round, and meet with the family about its plan."""
    share(family)
    Plan(family.api, family).meet(nextReviewOn=day(40))


RESULTS = cycle(("ACHIEVED", "NOT_ACHIEVED"))
"""How the reviews go: an outcome that never moved would want a manager's view."""

RECORDS: dict[str, Callable[[Family], object]] = {
    "ReassessmentStarted": write_all,
    "AssessmentSubmitted": find_level,
    "AssessmentSignedOff": share_and_meet,
    "ReviewStarted": lambda family: family.review(next(RESULTS)),
}
"""What is recorded after some of the moves, so that either of the next two is allowed."""

NAMES = {"worker": "Priya Nair", "manager": "Dawn Fry", "service_manager": "Ines Duarte"}


def stays(service: Inside, family: Family) -> tuple[int, list[str]]:
    """Return how many stays the case has had, and the states of those that are open."""
    rows = service.sql("SELECT state, left_at FROM visit WHERE 'case_' || case_id = $1", family.case)
    return len(rows), [row["state"] for row in rows if row["left_at"] is None]


def moves(service: Inside, family: Family) -> int:
    """Count the moves among the events of the case."""
    return sum(event["kind"] in EVENTS.values() for event in chain(service, family))


def chain(service: Inside, family: Family) -> list[Any]:
    """Return the events of the case; the chain that they make must hold."""
    events = service.sql("SELECT * FROM event WHERE stream_kind = 'case' AND 'case_' || stream_id = $1 ORDER BY seq", family.case)
    assert list(faults([dict(event) for event in events])) == []
    return events


async def at_once(service: Inside, family: Family, version: int, *rivals: Rival) -> list[dict[str, Any]]:
    """Let rivals move the case at the same time, each with the version that all of them read."""
    given = {"caseId": family.case, "expectedVersion": version}
    asked = {"askedById": family.mother}
    return await asyncio.gather(
        *(
            service.change(service.actor(who), mutation, CASE, **given, **data, **(asked if mutation == "pauseCase" else {}))
            for who, mutation, data in rivals
        )
    )


def pause_without_end(service: Inside) -> None:
    """Let a case be paused more often than any council may allow."""
    service.sql(
        """INSERT INTO setting (id, name, valid_from, in_force_at, value, reason, set_by, set_at, revision)
        SELECT gen_random_uuid(), 'pause.times', now()::date, now(), '1000', 'For the race.', id, now(), 1 FROM practitioner LIMIT 1"""
    )


def test_of_two_who_move_a_case_at_the_same_time_one_wins_two_hundred_times(service: Inside, family: Family) -> None:
    pause_without_end(service)
    family.planned()
    check_safety(family)
    [case] = service.ask("worker", "query($id: ID!) { case(id: $id) { version state stateTitle } }", id=family.case).values()
    taken, (visits, _) = moves(service, family), stays(service, family)
    lost_by: dict[str, int] = {}

    for _ in range(200):
        rivals = RIVALS[case["state"]]
        answers = service.wait(at_once(service, family, case["version"], *rivals))

        won = [n for n, answer in enumerate(answers) if not problems(answer)]
        assert len(won) == 1, answers
        winner, mutation, data = rivals[won[0]]
        [told] = problems(answers[1 - won[0]])
        event = EVENTS[data.get("trigger", mutation)]
        now = next(iter(answers[won[0]]["data"].values()))["case"]
        assert now["version"] == case["version"] + 1
        assert (told["code"], told["path"]) == ("CONFLICT", ["expectedVersion"])
        assert told["message"] == (
            f"{NAMES[winner]} changed this while you were working on it ({event}, version {now['version']})."
            f" It is now in: {now['stateTitle']}. Look at it again, then decide."
        )
        lost_by[winner] = lost_by.get(winner, 0) + 1
        if event in RECORDS:
            RECORDS[event](family)
        case = {**now, "version": family.version()}

    assert moves(service, family) == taken + 200
    assert stays(service, family) == (visits + 200, [case["state"]])
    assert len(lost_by) > 1, "the same person won every time: they did not race"


def test_one_key_three_times_at_once_has_one_effect_and_the_others_are_told_of_it(service: Inside, family: Family) -> None:
    family.requested()
    for version in range(1, 26):
        given = {"caseId": family.case, "expectedVersion": version, "familyName": f"Harlow {version}", "idempotencyKey": f"three {version}"}

        async def three(given: dict[str, Any] = given) -> list[dict[str, Any]]:
            return await asyncio.gather(
                *(service.change(service.actor("triage"), "amendCase", "case { version }", **given) for _ in range(3))
            )

        answers = service.wait(three())

        assert [problems(answer) for answer in answers] == [[], [], []]
        assert {answer["data"]["amendCase"]["case"]["version"] for answer in answers} == {version + 1}
        assert sorted(answer.get("extensions", {}).get("replayed", []) for answer in answers) == [[], ["amendCase"], ["amendCase"]]
    assert [event["kind"] for event in chain(service, family)] == ["HelpRequested"] + ["CaseAmended"] * 25


def test_requests_for_help_at_once_take_numbers_without_gap_or_repeat(service: Inside) -> None:
    before = {row["reference"] for row in service.sql("SELECT reference FROM cases")}
    families = [Family(service) for _ in range(12)]
    good = [help_for(family) for family in families]
    bad = [{**good[0], "householdId": "household_" + "0" * 8 + "-0000-7000-8000-" + "0" * 12} for _ in range(4)]

    async def all_of_them() -> list[dict[str, Any]]:
        asked = [each for pair in zip(good, [*bad, *bad, *bad], strict=True) for each in pair]
        return await asyncio.gather(
            *(service.change(service.actor("worker"), "requestHelp", "requestForHelp { caseReference }", **given) for given in asked)
        )

    answers = service.wait(all_of_them())

    given_out = [answer["data"]["requestHelp"]["requestForHelp"]["caseReference"] for answer in answers if not problems(answer)]
    after = {row["reference"] for row in service.sql("SELECT reference FROM cases")}
    assert len(given_out) == 12 and after - before == set(given_out)
    numbers = sorted(int(reference.rpartition("-")[2]) for reference in after)
    assert numbers == list(range(1, len(after) + 1))


def help_for(family: Family) -> dict[str, Any]:
    """Return what is asked for a family."""
    asked = {"source": "SCHOOL", "referrerName": "Helen Shaw", "worries": "Often late.", "familyKnows": True}
    place = {"householdId": family.household, "childIds": list(family.children), "localityId": gid("locality", "North")}
    return {**asked, **place, "familyName": "Harlow"}


def test_one_key_for_a_request_three_times_at_once_opens_one_case(service: Inside) -> None:
    for round_ in range(5):
        given = {**help_for(Family(service)), "idempotencyKey": f"help {round_}"}
        before = service.sql("SELECT count(*) FROM cases")[0][0]

        async def three(given: dict[str, Any] = given) -> list[dict[str, Any]]:
            asked = (service.change(service.actor("worker"), "requestHelp", "requestForHelp { id }", **given) for _ in range(3))
            return await asyncio.gather(*asked)

        answers = service.wait(three())

        assert len({answer["data"]["requestHelp"]["requestForHelp"]["id"] for answer in answers}) == 1
        assert sum("extensions" in answer for answer in answers) == 2
        assert service.sql("SELECT count(*) FROM cases")[0][0] == before + 1
    numbers = sorted(int(row["reference"].rpartition("-")[2]) for row in service.sql("SELECT reference FROM cases"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_move_and_a_note_at_once_lose_no_event(service: Inside, family: Family) -> None:
    family.plan_active()
    outcomes = set()
    note = {"kind": "MEETING", "happenedOn": dt.date.today().isoformat(), "text": "We met."}

    for _ in range(40):
        version, before = family.version(), len(chain(service, family))
        forth = ("worker", "startReview", {}) if family.state() == "plan_active" else ("worker", "moveCase", {"trigger": "continue_plan"})

        async def both(version: int = version, forth: Rival = forth) -> list[dict[str, Any]]:
            writes = service.change(service.actor("manager"), "addNote", "note { id }", caseId=family.case, **note)
            moves = at_once(service, family, version, forth)
            [noted, [moved]] = await asyncio.gather(writes, moves)
            return [noted, moved]

        noted, moved = service.wait(both())

        assert problems(noted) == []
        codes = [each["code"] for each in problems(moved)]
        assert codes in ([], ["CONFLICT"])
        assert not codes or re.match(r"Dawn Fry .*\(NoteAdded, version \d+\)\. It is now in: ", problems(moved)[0]["message"])
        outcomes.add(not codes)
        kinds = [event["kind"] for event in chain(service, family)][before:]
        assert sorted(kinds) == sorted(["NoteAdded", *([EVENTS[forth[2].get("trigger", forth[1])]] if not codes else [])])
        assert family.version() == before + len(kinds)
        if "ReviewStarted" in kinds:
            family.review(next(RESULTS))
    assert outcomes, "nothing raced"


def test_notes_at_once_are_all_kept(service: Inside, family: Family) -> None:
    family.requested()
    note = {"kind": "OTHER", "happenedOn": dt.date.today().isoformat()}

    async def eight() -> list[dict[str, Any]]:
        return await asyncio.gather(
            *(
                service.change(service.actor("triage"), "addNote", "note { text }", caseId=family.case, text=f"Note {n}.", **note)
                for n in range(8)
            )
        )

    answers = service.wait(eight())

    assert [answer["data"]["addNote"]["note"]["text"] for answer in answers] == [f"Note {n}." for n in range(8)]
    assert [event["kind"] for event in chain(service, family)] == ["HelpRequested"] + ["NoteAdded"] * 8
    assert family.version() == 9
