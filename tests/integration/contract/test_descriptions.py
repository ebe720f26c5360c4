"""The contract speaks for itself: everything in it is described, in words that say more than its name, and the printed copy is true."""

import re
from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    is_introspection_type,
    is_specified_scalar_type,
)

from service.graph.printing import printed
from service.graph.schema import READER
from service.settings import HOME

EMPTY_WORDS = {"a", "an", "the", "of", "is", "its", "this", "it", "for", "to", "in"}


def described() -> Iterator[tuple[str, str, str | None]]:
    """Yield everything that a client can name: where it is, its own name, and its description."""
    for name, type_ in READER.schema.type_map.items():
        if is_introspection_type(type_) or is_specified_scalar_type(type_):
            continue
        yield name, name, type_.description
        if isinstance(type_, GraphQLEnumType):
            yield from ((f"{name}.{word}", word, value.description) for word, value in type_.values.items())
        if isinstance(type_, GraphQLInputObjectType):
            yield from ((f"{name}.{field}", field, given.description) for field, given in type_.fields.items())
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            yield from fields_of(name, type_)


def fields_of(name: str, type_: GraphQLObjectType | GraphQLInterfaceType) -> Iterator[tuple[str, str, str | None]]:
    """Yield the fields of a type and their arguments."""
    for field, declared in type_.fields.items():
        yield f"{name}.{field}", field, declared.description
        yield from ((f"{name}.{field}({word}:)", word, argument.description) for word, argument in declared.args.items())


def words(text: str) -> set[str]:
    """Return the words of a name or a sentence, without those that say nothing."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text)
    return {word.rstrip("s") for word in re.findall(r"[a-z0-9]+", spaced.lower())} - EMPTY_WORDS


def test_everything_is_described() -> None:
    assert [where for where, _, text in described() if not (text or "").strip()] == []


def test_no_description_only_repeats_the_name() -> None:
    # A sex, and a reason for ending, are called what they are called.
    repeating = [where for where, name, text in described() if words(text or "") <= words(name)]

    assert [where for where in repeating if not where.startswith(("Sex.", "ClosureReason."))] == []


def test_descriptions_are_sentences() -> None:
    assert [
        where for where, _, text in described() if not re.match(r"[A-Z`0-9]", text or "") or not re.search(r"[.…:]`?$", text or "")
    ] == []


def test_the_printed_schema_is_the_schema() -> None:
    assert (HOME / "graphql" / "schema.graphql").read_text() == printed(), "run `make schema`, and commit what it wrote"
