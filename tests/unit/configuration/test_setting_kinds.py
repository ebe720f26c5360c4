"""The forms of a setting's value: what each takes, refuses and says."""

import datetime as dt
from typing import Any

import pytest

from service.configuration.catalogue import CATALOGUE, each_key
from service.configuration.in_force import PUBLISHED
from service.configuration.kinds import Days, Flag, Kind, Label, Number, Unfit, Word, Words

ROLL = {"none": "stays", "back": "the day before"}
LONG_AGO = [dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(201)]


@pytest.mark.parametrize(
    ("kind", "given", "kept", "said"),
    [
        (Number(1, 5, "day"), 1, 1, "1 day"),
        (Number(1, 5, "day"), 5, 5, "5 days"),
        (Number(0, 5, "time"), 0, 0, "0 times"),
        (Flag(), True, True, "yes"),
        (Flag(), False, False, "no"),
        (Label(), " Ended ", "Ended", "Ended"),
        (Word(ROLL), "back", "back", "the day before"),
        (Words(ROLL), ["back", "none", "back"], ["none", "back"], "stays, the day before"),
        (Words(ROLL), [], [], "nobody"),
        (Days(), [dt.date(2026, 12, 30), dt.date(2026, 12, 29), dt.date(2026, 12, 30)], ["2026-12-29", "2026-12-30"],
         "29 December 2026, 30 December 2026"),
        (Days(), [], [], "none"),
    ],
)  # fmt: skip
def test_what_fits_is_kept_and_said(kind: Kind, given: Any, kept: Any, said: str) -> None:
    assert kind.read(given) == kept
    assert kind.in_words(kept) == said


@pytest.mark.parametrize(
    ("kind", "given", "code", "sentence"),
    [
        (Number(1, 5, "day"), 0, "out_of_range", "Give a whole number of days from 1 to 5."),
        (Number(1, 5, "day"), 6, "out_of_range", "Give a whole number of days from 1 to 5."),
        (Label(most=3), "Ended", "too_long", "Write at most 3 characters."),
        (Word(ROLL), "up", "unknown_word", "Choose from none, back: there is no up."),
        (Words(ROLL), ["none", "up"], "unknown_word", "Choose from none, back: there is no up."),
        (Days(), LONG_AGO, "too_long", "Give at most 200 dates."),
    ],
)
def test_what_does_not_fit_is_refused_with_a_code_and_a_sentence(kind: Kind, given: Any, code: str, sentence: str) -> None:
    with pytest.raises(Unfit) as refusal:
        kind.read(given)

    assert (refusal.value.code, str(refusal.value)) == (code, sentence)


def test_every_default_fits_the_form_of_its_setting() -> None:
    for setting, about in each_key():
        kind, default = setting.kind_of(about), PUBLISHED.value(setting.name, about)

        assert kind.in_words(default)
        if setting.name != "calendar.extra_closed_days":
            assert kind.read(default) == default, (setting.name, about)


def test_every_setting_says_what_it_is_and_takes() -> None:
    assert all(setting.title and setting.kind.takes and setting.kind.field for setting in CATALOGUE.values())


def test_what_is_national_is_no_setting() -> None:
    assert "social_care_decision" not in (CATALOGUE["waits.limit"].subjects or ())
