"""Setting a value of the council's configuration: from today or a later day, in its own form, by administrators alone."""

import asyncio
import datetime as dt
import secrets
from typing import Any

import pytest

from service.database import open_pool
from service.deadlines.rules import LONDON
from service.graph.running import Asked, Runner
from tests.functional.api import Api
from tests.functional.configuring import ASSESSING, SETTING, WHY, bring_into_force, day, put, today, version
from tests.functional.council import gid


def refused(api: Api, who: str = "administrator", **given: Any) -> list[tuple[str, list[str], str | None]]:
    asked = {**ASSESSING, "number": 15, "validFrom": day(0), "reason": WHY, "expectedVersion": 1, **given}
    sent = {name: value for name, value in asked.items() if value is not None}
    problems = api.refused(who, "setSetting", SETTING, **sent)
    return [(problem["code"], problem["path"], problem["reason"]) for problem in problems]


def test_sets_a_value_from_now_on_with_who_when_and_why(api: Api) -> None:
    found = put(api, **ASSESSING, number=15)

    said = {name: found[name] for name in ("name", "about", "locality", "validFrom", "isPlanned", "number", "inWords", "reason", "setBy")}
    assert said == {
        **ASSESSING,
        "locality": None,
        "validFrom": day(0),
        "isPlanned": False,
        "number": 15,
        "inWords": "15 working days",
        "reason": WHY,
        "setBy": {"name": "Olu Adeyemi"},
    }
    assert found["configurationVersion"] == 2
    assert api.events("council", gid("council", "Northmere")) == ["CouncilAdded", "SettingSet"]
    kept = api.last_payload("council", gid("council", "Northmere"))["setting"]
    assert (kept["name"], kept["about"], kept["value"], kept["reason"]) == (*ASSESSING.values(), 15, WHY)


def test_plans_a_value_from_the_beginning_of_a_later_day(api: Api) -> None:
    found = put(api, **ASSESSING, number=15, ahead=30)

    assert found["isPlanned"]
    midnight = dt.datetime.combine(today() + dt.timedelta(days=30), dt.time(), LONDON)
    assert dt.datetime.fromisoformat(found["inForceAt"]) == midnight


@pytest.mark.parametrize(
    ("name", "about", "value", "said"),
    [
        ("reviews.later", None, {"number": 8}, "8 calendar weeks"),
        ("pause.times", None, {"number": 1}, "1 time"),
        ("waits.limit", "lead_to_be_agreed", {"number": 3}, "3 working days"),
        ("milestones.limit", "early-help/first_review", {"number": 8}, "8 calendar weeks"),
        ("calendar.day_of_entry_is_day_one", None, {"flag": True}, "yes"),
        ("calendar.extra_closed_days", None, {"days": ["2026-12-30", "2026-12-29"]}, "29 December 2026, 30 December 2026"),
        ("calendar.roll", None, {"text": "forward"}, "to the next working day"),
        ("closure_reasons.label", "SINGLE_AGENCY", {"text": " Single agency "}, "Single agency"),
        ("closure_reasons.in_use", "EHC_PLAN", {"flag": False}, "no"),
        ("notices.told", "overdue", {"words": ["team_manager", "lead"]}, "the lead professional, the team manager"),
        ("notices.told", "closed", {"words": []}, "nobody"),
        ("notices.days_before", "due_soon", {"number": 3}, "3 working days"),
        ("contact.ways", None, {"number": 3}, "3 ways"),
        ("rereferral.months", None, {"number": 6}, "6 months"),
    ],
)
def test_each_setting_takes_a_value_of_its_own_form(api: Api, name: str, about: str | None, value: dict[str, Any], said: str) -> None:
    found = put(api, name, about=about, **value)

    assert found["inWords"] == said
    [field] = value
    assert found[field] is not None
    assert [each for each in ("number", "flag", "text", "words", "days") if found[each] is not None] == [field]


def test_a_locality_may_differ_from_its_council(api: Api) -> None:
    found = put(api, **ASSESSING, number=20, localityId=gid("locality", "North"))

    assert found["locality"] == {"name": "North"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"name": "service_levels"}, ("BAD_USER_INPUT", ["name"], "unknown_setting")),
        ({"about": "early-help/nowhere"}, ("BAD_USER_INPUT", ["about"], "unknown_subject")),
        ({"about": None}, ("BAD_USER_INPUT", ["about"], "unknown_subject")),
        ({"name": "reviews.first"}, ("BAD_USER_INPUT", ["about"], "unknown_subject")),
        ({"name": "waits.limit", "about": "social_care_decision"}, ("BAD_USER_INPUT", ["about"], "unknown_subject")),
        ({"number": 0}, ("BAD_USER_INPUT", ["number"], "out_of_range")),
        ({"number": 261}, ("BAD_USER_INPUT", ["number"], "out_of_range")),
        ({"number": None, "flag": True}, ("BAD_USER_INPUT", ["number"], "wrong_kind")),
        ({"text": "fifteen"}, ("BAD_USER_INPUT", ["number"], "wrong_kind")),
        ({"number": None}, ("BAD_USER_INPUT", ["number"], "wrong_kind")),
        ({"useDefault": True}, ("BAD_USER_INPUT", ["number"], "wrong_kind")),
        ({"number": None, "useDefault": True}, ("ALREADY_DONE", ["validFrom"], None)),
        ({"name": "calendar.roll", "about": None, "number": None, "text": "up"}, ("BAD_USER_INPUT", ["text"], "unknown_word")),
        (
            {"name": "notices.told", "about": "closed", "number": None, "words": ["everybody"]},
            ("BAD_USER_INPUT", ["words"], "unknown_word"),
        ),
        (
            {"name": "contact.attempts", "about": None, "number": 4, "localityId": gid("locality", "North")},
            ("BAD_USER_INPUT", ["localityId"], "not_per_locality"),
        ),
        ({"localityId": gid("locality", "West")}, ("NOT_FOUND", ["localityId"], None)),
        ({"validFrom": day(-1)}, ("BAD_USER_INPUT", ["validFrom"], "in_the_past")),
        ({"reason": "  "}, ("BAD_USER_INPUT", ["reason"], None)),
    ],
)
def test_refuses_what_cannot_be_set(api: Api, given: dict[str, Any], expected: tuple[str, list[str], str | None]) -> None:
    assert refused(api, **given) == [expected]


@pytest.mark.parametrize("who", ["service_manager", "manager", "worker", "triage", "nurse"])
def test_nobody_but_an_administrator_sets_anything(api: Api, who: str) -> None:
    assert refused(api, who)[0][0] in ("NOT_PERMITTED", "NOT_FOUND")


def test_refuses_what_is_so_already_on_that_day(api: Api) -> None:
    put(api, **ASSESSING, number=15)

    assert refused(api, expectedVersion=2, validFrom=day(9)) == [("ALREADY_DONE", ["validFrom"], None)]


def test_refuses_a_second_plan_for_a_day(api: Api) -> None:
    put(api, **ASSESSING, number=15, ahead=9)

    assert refused(api, expectedVersion=2, validFrom=day(9), number=12) == [("DUPLICATE", ["validFrom"], "planned_already")]


def test_the_default_can_hold_again(api: Api) -> None:
    put(api, **ASSESSING, number=15)

    found = put(api, **ASSESSING, useDefault=True)

    assert (found["number"], found["inWords"]) == (None, "the default")


def test_a_step_keeps_a_reason_for_ending(api: Api) -> None:
    put(api, "closure_reasons.in_use", about="DUPLICATE", flag=False, ahead=5)
    last: dict[str, Any] = {"name": "closure_reasons.in_use", "number": None, "flag": False, "validFrom": day(0)}

    found = [
        refused(api, expectedVersion=2, about=code, **last)
        for code in ("DECLINED", "OPENED_IN_ERROR")  # the only reason of a step; the last one that is left in five days
    ]

    assert found == [[("REFUSED", ["about"], "last_reason")]] * 2


def test_two_administrators_at_once_have_one_winner(api: Api) -> None:
    document = "mutation M($input: SetSettingInput!) { setSetting(input: $input) { userErrors { code message } } }"
    asked = {**ASSESSING, "validFrom": day(0), "reason": WHY, "expectedVersion": 1}

    async def run() -> list[Any]:
        pool = await open_pool(api.url, most=2)
        sent = [
            Runner(pool).run(
                api.actor(who), Asked(document, {"input": {**asked, "number": number, "idempotencyKey": secrets.token_hex(8)}})
            )
            for who, number in (("administrator", 12), ("second_administrator", 15))
        ]
        answers = [answer.parsed()["data"]["setSetting"]["userErrors"] for answer in await asyncio.gather(*sent)]
        await pool.close()
        return answers

    won, lost = sorted(asyncio.run(run()), key=len)

    assert (won, [each["code"] for each in lost]) == ([], ["CONFLICT"])
    assert "changed this while you were working on it (SettingSet, version 2)" in lost[0]["message"]
    assert len(api.sql("SELECT id FROM setting")) == 1
    assert version(api) == 2


def test_sending_it_again_sets_it_once(api: Api) -> None:
    asked = {**ASSESSING, "number": 15, "validFrom": day(0), "reason": WHY, "expectedVersion": 1, "idempotencyKey": "once"}

    first, again = (api.do("administrator", "setSetting", SETTING, **asked) for _ in range(2))

    assert first == again
    assert len(api.sql("SELECT id FROM setting")) == 1


def test_what_was_in_force_is_never_rewritten(api: Api) -> None:
    old = put(api, **ASSESSING, number=15, ahead=1)
    bring_into_force(api, old["id"])

    put(api, **ASSESSING, number=20)

    kept = api.sql("SELECT value, withdrawn_at FROM setting ORDER BY in_force_at")
    assert [(row["value"], row["withdrawn_at"]) for row in kept] == [("15", None), ("20", None)]
