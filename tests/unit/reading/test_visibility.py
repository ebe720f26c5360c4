"""A predicate is written against an actor whose roles are real and whose values are parameters."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any
from uuid import UUID

import pytest
from asyncpg.pgproto.pgproto import UUID as DriversUUID
from sqlalchemy import Boolean, Column, DateTime, MetaData, Table, Text, Uuid, literal, true

from service.reading import Visibility
from service.reading.visibility import facts_of, symbolic


class Part(Enum):
    READER = auto()
    WRITER = auto()


@dataclass(frozen=True)
class Someone:
    id: UUID
    parts: frozenset[Part]
    is_away: bool
    name: str
    since: dt.datetime
    until: dt.date | None


SOMEONE = Someone(UUID(int=1), frozenset({Part.READER}), False, "A", dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.date(2027, 1, 1))
NOTHING = Table("nothing", MetaData(), Column("id", Uuid, primary_key=True), Column("name", Text))


def test_roles_stay_and_values_become_parameters() -> None:
    made: Any = symbolic(SOMEONE)

    assert (made.parts, made.is_away) == (SOMEONE.parts, False)
    assert [made.id.key, made.name.key, made.since.key, made.until.key] == ["actor_id", "actor_name", "actor_since", "actor_until"]
    assert isinstance(made.since.type, DateTime)


def test_takes_the_drivers_own_kind_of_key() -> None:
    made: Any = symbolic(replace(SOMEONE, id=DriversUUID(str(SOMEONE.id))))

    assert isinstance(made.id.type, Uuid)


def test_refuses_an_actor_whose_value_no_parameter_can_hold() -> None:
    with pytest.raises(TypeError, match="an actor's until cannot be None"):
        symbolic(replace(SOMEONE, until=None))


def test_only_facts_tell_plans_apart() -> None:
    assert facts_of(SOMEONE) == facts_of(replace(SOMEONE, id=UUID(int=2), name="B"))
    assert facts_of(SOMEONE) != facts_of(replace(SOMEONE, parts=frozenset()))
    assert facts_of(SOMEONE) != facts_of(replace(SOMEONE, is_away=True))


@pytest.mark.parametrize(
    "branch",
    [
        lambda actor: actor.name == "A",
        lambda actor: actor.name != "A",
        lambda actor: "A" == actor.name,  # noqa: SIM300
        lambda actor: actor.name in ("A", "B"),
        lambda actor: actor.name,
        lambda actor: actor.since < dt.datetime.now(dt.UTC),
    ],
)
def test_a_predicate_cannot_branch_on_a_value(branch: Any) -> None:
    register = Visibility()
    register.of(NOTHING)(lambda row, actor: true() if branch(actor) else row.c.name.is_(None))

    with pytest.raises(TypeError, match="Boolean value"):
        register.predicate(NOTHING.alias(), NOTHING, symbolic(SOMEONE))


def test_a_predicate_compares_rows_with_a_value() -> None:
    made: Any = symbolic(SOMEONE)

    assert str(made.name == NOTHING.c.name) == ":actor_name = nothing.name"
    assert str(NOTHING.c.name != made.name) == "nothing.name != :actor_name"


def test_a_table_without_a_predicate_cannot_be_read() -> None:
    with pytest.raises(KeyError):
        Visibility().rows(NOTHING, symbolic(SOMEONE), "id")


def test_only_the_way_that_was_named_goes_without_saying() -> None:
    metadata = MetaData()
    whole = Table("whole", metadata, Column("id", Uuid, primary_key=True))
    part = Table("part", metadata, Column("id", Uuid, primary_key=True), Column("whole_id", Uuid), Column("other_id", Uuid))
    visibility = Visibility()

    visibility.follows(part, whole, part.c.whole_id)

    assert str(visibility.left_to_ask(part, whole, part.c.whole_id, whole, SOMEONE)) == "true"
    assert visibility.left_to_ask(part, whole, part.c.other_id, whole, SOMEONE) is None
    assert visibility.left_to_ask(whole, part, part.c.whole_id, part, SOMEONE) is None


def test_what_hangs_on_a_visible_row_only_sometimes_is_asked_of_that_row() -> None:
    metadata = MetaData()
    whole = Table("whole", metadata, Column("id", Uuid, primary_key=True), Column("open", Boolean))
    part = Table("part", metadata, Column("id", Uuid, primary_key=True), Column("whole_id", Uuid))
    visibility = Visibility()

    visibility.follows(part, whole, part.c.whole_id, when=lambda row, actor: row.c.open)

    assert str(visibility.left_to_ask(part, whole, part.c.whole_id, whole, SOMEONE)) == "whole.open"


def test_what_every_predicate_demands_is_not_asked_again_of_what_hangs_on_a_visible_row() -> None:
    metadata = MetaData()
    whole, other = (Table(name, metadata, Column("id", Uuid, primary_key=True), Column("other_id", Uuid)) for name in ("whole", "other"))
    visibility = Visibility()
    everybody = visibility.presuppose(lambda row, actor: literal(True))

    visibility.of(other)(everybody)

    assert str(visibility.left_to_ask(other, whole, whole.c.other_id, whole, SOMEONE)) == "true"
    assert visibility.left_to_ask(whole, other, whole.c.other_id, other, SOMEONE) is None
