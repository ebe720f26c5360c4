"""A mutation: its input is read, its action runs in one transaction with its key, and its payload is read again in the same transaction."""

import re
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, ClassVar, Protocol

import graphene
from graphql import GraphQLResolveInfo

from service.access.actor import Actor
from service.changing.context import Changing
from service.changing.inputs import Input, Text, Unfit, read_fields
from service.changing.problems import UserError, told
from service.errors import Rewritten
from service.errors import UserError as Refusal
from service.journal.perform import LOST, lent, perform
from service.journal.transaction import Request, Transaction, Written
from service.reading import One

UNMADE = "the change was not made"
UNMADE_OR_CONFLICT = "the change was not made, unless for a CONFLICT: then it is as somebody else has left it meanwhile"
KEY_SAID = "A new text for each change, made up by you. The same key never has a second effect, so that a change can be sent again."


class Action(Protocol):
    """A plain verb function of a noun."""

    def __call__(self, tx: Transaction, *, actor: Actor, **values: Any) -> Awaitable[Written]: ...


class Change:
    """A mutation: `class AddNote(Change, action=actions.add_note, answers=Note)`, with the fields of its input and a docstring.

    `amends`: the optional fields that were given reach the action together, as `changes`; a field left out stays as it is.
    `fixed` are values that the action gets beside the input. `shows_conflict`: where somebody wrote the record meanwhile, the payload
    shows it as it stands beside the refusal, so that neither text is lost.
    """

    action: ClassVar[Callable[..., Awaitable[Written]]]
    answers: ClassVar[Any]
    payload: ClassVar[type[graphene.ObjectType]]
    input: ClassVar[type[graphene.InputObjectType]]
    fields: ClassVar[Mapping[str, Input]]
    amends: ClassVar[bool]
    fixed: ClassVar[Mapping[str, Any]]
    shows_conflict: ClassVar[bool]

    def __init_subclass__(
        cls, *, action: Any, answers: Any, amends: bool = False, fixed: Mapping[str, Any] | None = None, shows_conflict: bool = False
    ) -> None:
        cls.action, cls.answers, cls.amends, cls.fixed = staticmethod(action), answers, amends, fixed or {}
        cls.shows_conflict = shows_conflict
        cls.fields = {name: field for base in reversed(cls.__mro__) for name, field in vars(base).items() if isinstance(field, Input)}
        cls.input = input_of(cls)
        cls.payload = payload_of(cls)

    @classmethod
    def field_name(cls) -> str:
        """Return the mutation's name in Python: `AddNote` is `add_note`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def field(cls) -> graphene.Field:
        """Make the field of the mutation type."""
        given = graphene.Argument(graphene.NonNull(cls.input), description="What it takes.")
        return graphene.Field(graphene.NonNull(cls.payload), input=given, resolver=partial(change, cls), description=cls.__doc__)


def input_of(mutation: type[Change]) -> type[graphene.InputObjectType]:
    """Make the input type of a mutation."""
    fields = {**mutation.fields, "idempotency_key": Text(KEY_SAID, required=True)}
    return type(
        f"{mutation.__name__}Input", (graphene.InputObjectType,), {"__doc__": f"What is needed to do this: {mutation.__doc__}", **fields}
    )


def payload_of(mutation: type[Change]) -> type[graphene.ObjectType]:
    """Make the payload type of a mutation: the record as it stands now, and what stood in the way."""
    entity = mutation.answers
    name = entity._meta.name
    unmade = UNMADE_OR_CONFLICT if mutation.shows_conflict else UNMADE
    record = One(entity, description=f"The {name} as it stands after the change; null when {unmade}, or is no longer yours to see.")
    errors = graphene.Field(
        graphene.NonNull(graphene.List(graphene.NonNull(UserError))),
        description="What stood in the way, all at once; empty when the change was made.",
    )
    fields = {re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower(): record, "user_errors": errors, "fetched": {}}
    return type(
        f"{mutation.__name__}Payload", (graphene.ObjectType,), {"__doc__": f"What `{lower(mutation.__name__)}` answers with.", **fields}
    )


def lower(name: str) -> str:
    """Spell a type's name as a field's."""
    return name[0].lower() + name[1:]


async def change(mutation: type[Change], _root: Any, info: GraphQLResolveInfo, *, input: dict[str, Any]) -> Any:
    """Run a mutation. A refusal is part of its payload; anything else that goes wrong rises."""
    context: Changing = info.context
    given = dict(input)
    try:
        values = read_fields(mutation.input._meta.fields, given)
        request = Request(
            context.actor, lower(mutation.__name__), values.pop("idempotency_key"), kept(given), context.clock, context.entropy
        )
        act = partial(run, mutation, context.actor, values)
        written, fetched = await perform(
            context.pool, request, act, lambda connection, done: context.reader.read(info, connection, done.record)
        )
    except Unfit as error:
        return payload(mutation, error.problems)
    except Refusal as error:
        return payload(mutation, error.problems, await standing(context, info, error) if mutation.shows_conflict else None)
    if written.replayed:
        context.replayed.append(str(info.path.key))
    return payload(mutation, (), fetched)


async def standing(context: Changing, info: GraphQLResolveInfo, error: Refusal) -> Any:
    """Read the record that somebody else wrote meanwhile, by a statement of its own: the change was rolled back."""
    if not isinstance(error, Rewritten) or error.stands is None:
        return None
    try:
        async with lent(context.pool) as connection:
            return await context.reader.read(info, connection, error.stands)
    except LOST:  # the refusal is the answer, and can be told without it
        return None


def kept(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the input by which a second use of the key is known: all of it but the key."""
    return {name: value for name, value in given.items() if name != "idempotency_key"}


async def run(mutation: type[Change], actor: Actor, values: Mapping[str, Any], tx: Transaction) -> Written:
    """Call the action with the values of the input."""
    if not mutation.amends:
        return await mutation.action(tx, actor=actor, **values, **mutation.fixed)
    required = {name for name, field in mutation.fields.items() if isinstance(field.type, graphene.NonNull)}
    changes = {name: value for name, value in values.items() if name not in required}
    return await mutation.action(tx, actor=actor, changes=changes, **{name: values[name] for name in required}, **mutation.fixed)


def payload(mutation: type[Change], problems: Any, fetched: Any = None) -> Any:
    """Make an answer."""
    made = mutation.payload(user_errors=told(problems))
    made.fetched = fetched or {}
    return made
