"""The printed pages are those of the definitions."""

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from workflows import WORKFLOWS, printing
from workflows.kit import Cap, Clock, Level, Workflow

WORKFLOW = WORKFLOWS["early-help", 1]
PAGE = printing.page(WORKFLOW)


@pytest.mark.parametrize("workflow", WORKFLOWS.values())
def test_the_page_in_the_docs_is_the_printed_one(workflow: Workflow[Any]) -> None:
    committed = printing.PAGES / f"{workflow.key}-{workflow.version}.md"

    assert committed.read_text() == printing.page(workflow), "run python -m workflows.printing"


def test_the_command_writes_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PAGES", tmp_path / "new" / "folder")

    printing.main()

    assert (tmp_path / "new" / "folder" / "early-help-1.md").read_text() == PAGE


def test_the_page_marks_the_guards_that_judge_the_form() -> None:
    forms = [guard for guard in printing.guards_of(WORKFLOW).values() if guard.with_data]

    assert len(forms) == 4
    assert all(f"`{guard.key}`†" in PAGE for guard in forms)
    assert PAGE.count("†") == 1 + sum(guard in forms for each in WORKFLOW.transitions for guard in each.guards)


def test_the_page_explains_every_fact() -> None:
    assert "| `safeguarding_check` | the risk without this help was considered" in PAGE
    assert all(f"\n| `{each.name}` | " in PAGE for each in fields(WORKFLOW.facts))


@pytest.mark.parametrize("trigger", WORKFLOW.triggers)
def test_every_move_has_one_row(trigger: str) -> None:
    assert PAGE.count(f"\n| `{trigger}` |") == 1


def test_the_page_says_what_becomes_of_a_case_that_moves_to_the_other_framework() -> None:
    caf = printing.page(WORKFLOWS["caf", 1])

    assert "## Moving to `caf` version 1\n\nCommon assessment framework. A case moves only" in PAGE
    assert "| `triage` | `identified` |  |" in PAGE
    assert "| `reviewing` | stays | A review is under way. Finish it first. |" in PAGE
    assert "| `identified` | `triage`, or `requested` without `involvement_checked` | The pre-assessment checklist" in caf


def test_every_table_has_rows_as_wide_as_its_head() -> None:
    tables = re.findall(r"(?:^\|.*\n?)+", PAGE, re.MULTILINE)

    assert len(tables) == 6
    assert all(len({row.count(" | ") for row in table.splitlines()}) == 1 for table in tables)


def test_the_picture_draws_every_move_that_leads_somewhere() -> None:
    drawn = PAGE.split("```mermaid")[1]

    assert all(transition.title.replace(":", ",") in drawn for transition in WORKFLOW.transitions if not transition.stays)
    assert all(line.count(" : ") == line.count(":") for line in drawn.splitlines() if "-->" in line)
    assert "every_open_state --> stepped_up : Step up" in drawn


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (None, "none"),
        (Level(Clock.CALENDAR_MONTHS, 12), "12 calendar months"),
        (Level(Clock.WORKING_DAYS, 10, on_return=3), "10 working days; 3 after a return"),
        (Level(Clock.DATE, fact="day"), "the date set (`day`)"),
        (
            Level(Clock.DATE, fact="day", first=Cap(Clock.CALENDAR_WEEKS, 6)),
            "the date set (`day`), at most 6 calendar weeks",
        ),
    ],
)
def test_levels_in_words(level: Level | None, words: str) -> None:
    assert printing.level_in_words(level) == words


def test_a_changed_definition_changes_the_page() -> None:
    assert printing.page(replace(WORKFLOW, title="Something else")) != PAGE
