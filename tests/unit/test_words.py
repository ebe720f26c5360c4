"""An enumeration of the contract describes each of its words, and has a name to itself."""

from enum import StrEnum, auto

import pytest

from service.words import enumeration


class Weather(StrEnum):
    """What the sky does."""

    WET = auto()
    DRY = auto()


def other() -> type[StrEnum]:
    """Return other words under the same name."""

    class Weather(StrEnum):
        """What the ground is."""

        WET = auto()

    return Weather


def test_refuses_a_word_without_a_description() -> None:
    with pytest.raises(ValueError, match="DRY"):
        enumeration(Weather, WET="It rains.")


def test_refuses_a_name_that_other_words_have() -> None:
    enumeration(Weather, WET="It rains.", DRY="It does not.")

    with pytest.raises(ValueError, match="two enumerations have this name"):
        enumeration(other(), WET="It is.")
    enumeration(other(), "Ground", WET="It is.")
