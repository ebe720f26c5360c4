"""Turn a list of words into an enumeration of the contract, each word described."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import graphene


def enumeration(words: type[StrEnum], name: str | None = None, **descriptions: str) -> Any:
    """Make a GraphQL enum; its docstring describes it. Raise ValueError unless every word, by its name, has a description."""
    if set(descriptions) != {word.name for word in words}:
        raise ValueError(f"{words.__name__}: describe {sorted(set(descriptions) ^ {word.name for word in words})}")
    said: Mapping[str, str] = {word.value: descriptions[word.name] for word in words}
    return graphene.Enum.from_enum(words, name=name, description=lambda word: said[word.value] if word else words.__doc__)
