"""The command that lists, previews, sets and withdraws what the council sets."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from service import settings_command as command
from service.errors import BadInput
from service.settings import Mode, SettingsError
from tests.functional.api import Api
from tests.functional.configuring import day

WHY = "Agreed by the board."
ASSESSING = ("service_levels.limit", "early-help/assessing")


@pytest.fixture
def shell(api: Api, monkeypatch: pytest.MonkeyPatch) -> Api:
    """The service whose database the command is pointed at."""

    @contextmanager
    def named(_settings: Any) -> Iterator[str]:
        yield api.url

    monkeypatch.setattr("service.database.database", named)
    monkeypatch.setattr(command, "somebody", lambda _mode: "administrator@northmere.example")
    return api


def test_sets_lists_and_withdraws(shell: Api, capsys: pytest.CaptureFixture[str]) -> None:
    command.put(ASSESSING[0], "15", WHY, about=ASSESSING[1])
    command.put("notices.told", "lead, team_manager", WHY, about="overdue", day=day(9), as_json=True)
    first, second = capsys.readouterr().out.splitlines()
    command.listed()
    found = capsys.readouterr().out

    assert first.startswith(f"service_levels.limit early-help/assessing: 15 working days, from {day(0)} (setting_")
    assert "15 working days (published: 10 working days)" in found
    planned = json.loads(second)["id"]
    assert f"Planned: notices.told overdue: the lead professional, the team manager, from {day(9)} ({planned}, by Olu Adeyemi:" in found
    command.withdraw(planned, "No longer.")
    assert capsys.readouterr().out.startswith("notices.told overdue: is withdrawn (setting_")


def test_says_beforehand_what_a_change_changes(shell: Api, capsys: pytest.CaptureFixture[str]) -> None:
    with shell.nothing_changes():
        command.preview("calendar.day_of_entry_is_day_one", "yes")

    said = capsys.readouterr().out
    assert "no becomes yes. Cases under way keep the due days that they were given." in said
    assert "Open cases that stand where it counts: 0." in said


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [("nonsense", "3", "There is no setting called nonsense"), ("reviews.first", "90", "from 1 to 26"), ("calendar.roll", "up", "Choose")],
)
def test_what_the_service_refuses_is_told_and_changes_nothing(shell: Api, name: str, value: str, sentence: str) -> None:
    with shell.nothing_changes():
        with pytest.raises(BadInput, match=sentence):
            command.put(name, value, WHY)
        with pytest.raises(BadInput, match=sentence):
            command.preview(name, value)


@pytest.mark.parametrize(("name", "value"), [("reviews.first", "six"), ("calendar.day_of_entry_is_day_one", "1")])
def test_a_value_that_is_none_is_wrong_usage(shell: Api, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match="or the word default"):
        command.put(name, value, WHY)


@pytest.mark.parametrize("who", ["nobody@northmere.example", "worker@northmere.example"])
def test_nobody_else_lists_or_sets(shell: Api, who: str) -> None:
    with shell.nothing_changes():
        with pytest.raises(BadInput):
            command.listed(who=who)
        with pytest.raises(BadInput):
            command.put("reviews.first", "5", WHY, who=who)


def test_a_value_is_read_in_the_form_of_its_setting() -> None:
    read = [
        command.value_of(*asked)
        for asked in (
            ("reviews.first", None, "5"),
            ("calendar.extra_closed_days", None, "2026-12-29, 2026-12-30"),
            ("closure_reasons.label", "DUPLICATE", "Twice"),
            ("reviews.first", None, "default"),
        )
    ]

    assert read == [{"number": 5}, {"days": ["2026-12-29", "2026-12-30"]}, {"text": "Twice"}, {"useDefault": True}]


def test_production_asks_who_it_is() -> None:
    with pytest.raises(SettingsError, match="--as"):
        command.somebody(Mode.PRODUCTION)


def test_its_documents_are_trusted_ones(shell: Api) -> None:
    found = asyncio.run(command.run(shell.url, "administrator@northmere.example", {"PlannedSettings": {"first": 1}}))

    assert found["PlannedSettings"]["configuration"]["version"] == 1
