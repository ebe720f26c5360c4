"""Turn a list of words into an enumeration of the contract, each word described."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import graphene

MADE: dict[str, type[StrEnum]] = {}
"""The words of each enumeration by its name in the contract: of two with one name, graphene would quietly show the first for both."""


def enumeration(words: type[StrEnum], name: str | None = None, **descriptions: str) -> Any:
    """Make a GraphQL enum; its docstring describes it. Raise ValueError unless every word has a description, and the name is new."""
    if set(descriptions) != {word.name for word in words}:
        raise ValueError(f"{words.__name__}: describe {sorted(set(descriptions) ^ {word.name for word in words})}")
    if MADE.setdefault(name or words.__name__, words) is not words:
        raise ValueError(f"{name or words.__name__}: two enumerations have this name. Give one of them another.")
    said: Mapping[str, str] = {word.value: descriptions[word.name] for word in words}
    return graphene.Enum.from_enum(words, name=name, description=lambda word: said[word.value] if word else words.__doc__)
