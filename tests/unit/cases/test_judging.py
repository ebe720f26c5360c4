"""The facts that guards look at are made of the sheet that was read, and of what the form of a move carries."""

import datetime as dt
from dataclasses import fields
from typing import Any

import pytest

from service.cases.judging import make
from workflows import WORKFLOWS
from workflows.kit.facts_1 import Attempt, OpenAssessment, SiblingCase, Tries
from workflows.kit.wording import Gap

NOW = dt.datetime(2026, 3, 31, 23, 30, tzinfo=dt.UTC)  # half past midnight in London
MADE = {"missing_answers", "elements_not_considered", "voice_missing_for", "parents_views_missing", "reason_facts_missing"}
MADE |= {"pause_limit", "pauses_allowed", "tries_wanted"}
FORM = {"reason", "pause_until", "pause_asked_by", "helping_agency", "helping_agency_agreed", "surviving_case"}
BESIDE: dict[str, Any] = {"open_assessment": None, "settings": [], "transfer_wait_until": None}


def sheet(version: tuple[str, int], **more: Any) -> dict[str, Any]:
    """Return a sheet on which every fact of a version is null, but for some."""
    read = {each.name for each in fields(WORKFLOWS[version].facts)} - MADE - FORM
    lists: dict[str, Any] = {"contact_attempts": [], "open_assessment_elsewhere": [], "siblings_unconsidered": []}
    return {**dict.fromkeys(read), **lists, **BESIDE, **more}


def made(version: tuple[str, int] = ("early-help", 1), data: dict[str, Any] | None = None, **more: Any) -> Any:
    """Make the facts of a sheet."""
    return make(version, sheet(version, **more), NOW, data or {})


@pytest.mark.parametrize("version", WORKFLOWS)
def test_makes_every_fact_of_each_version(version: tuple[str, int]) -> None:
    assert isinstance(made(version), WORKFLOWS[version].facts)


@pytest.mark.parametrize(
    ("fact", "read", "is_made"),
    [
        ("children", ["Ava", "Ben"], ("Ava", "Ben")),
        ("threshold_outcome", "universal", "universal"),
        ("unanswered_needs", 3, 3),
        ("next_review_on", "2026-05-12", dt.date(2026, 5, 12)),
        ("escalation_sent_on", None, None),
        ("contact_attempts", [["2026-03-01", "letter"]], (Attempt(dt.date(2026, 3, 1), "letter"),)),
        (
            "open_assessment_elsewhere",
            [{"child": "Ava", "agency": "School", "date": "2026-02-01"}],
            (OpenAssessment("Ava", "School", dt.date(2026, 2, 1)),),
        ),
        ("siblings_unconsidered", [{"child": "Leo", "contact": "Front Door"}], (SiblingCase("Leo", "Front Door"),)),
    ],
)
def test_reads_each_fact_as_guards_want_it(fact: str, read: Any, is_made: Any) -> None:
    assert getattr(made(**{fact: read}), fact) == is_made


def test_counts_days_from_the_day_in_london() -> None:
    facts = made()

    assert facts.pause_limit == dt.date(2026, 5, 13)  # six weeks after 1 April
    assert facts.transfer_wait_until == dt.date(2026, 4, 17)  # ten working days after it, over Easter
    assert made(transfer_wait_until="2026-04-02").transfer_wait_until == dt.date(2026, 4, 2)


def test_takes_from_the_settings_what_the_council_has_set() -> None:
    held = {"pause.limit": 2, "pause.times": 1, "contact.attempts": 5, "contact.ways": 1, "calendar.extra_closed_days": ["2026-04-16"]}
    facts = made(settings=[[name, None, False, value] for name, value in held.items()])

    assert (facts.pause_limit, facts.pauses_allowed, facts.tries_wanted) == (dt.date(2026, 4, 15), 1, Tries(5, 3, 1))
    assert facts.transfer_wait_until == dt.date(2026, 4, 20)  # the day of two weeks later but one is closed


def test_takes_from_the_form_what_it_carries() -> None:
    form = {"reason": "SINGLE_AGENCY", "agency": "agency 1", "agency_agreed": True, "pause_until": NOW.date(), "asked_by": "person 1"}
    facts = made(data=form)

    assert (facts.reason, facts.helping_agency, facts.helping_agency_agreed) == ("SINGLE_AGENCY", "agency 1", True)
    assert (facts.pause_until, facts.pause_asked_by, facts.surviving_case) == (NOW.date(), "person 1", None)


def test_the_day_that_the_form_sets_for_the_next_review_goes_before_that_of_the_case() -> None:
    assert made(next_review_on="2026-05-12", data={"next_review_on": dt.date(2026, 5, 1)}).next_review_on == dt.date(2026, 5, 1)


def test_says_what_is_missing_in_the_assessment_that_is_being_written() -> None:
    ava = {"id": "00000000-0000-0000-0000-000000000001", "name": "Ava", "kind": "child", "sex": "U", "born": "2015-01-01", "on_case": True}
    written = {"form": "caf", "form_version": 1, "sections": [], "family": [{**ava, "role": "child"}]}

    facts = made(("caf", 1), open_assessment=written)

    assert Gap("Assessment information") in facts.missing_answers
    assert Gap("General health", "Ava") in facts.elements_not_considered
    assert (facts.voice_missing_for, facts.parents_views_missing) == (("Ava",), True)


def test_names_what_the_chosen_reason_needs() -> None:
    assert made(data={"reason": "DECEASED"}, death_dated=False).reason_facts_missing == ("the date of death or loss",)
