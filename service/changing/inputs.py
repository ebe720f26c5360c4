"""The fields of an input: each is declared with its limits, and says in one sentence what is wrong with a value."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import graphene

from service.errors import ErrorCode, Problem
from service.reading.arguments import key_in, refuse_unwritable
from service.reading.errors import BadArgument
from service.scalars import Date, DateTime
from service.spelling import camel

Path = tuple[str, ...]
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2200, 1, 1)
LONG = 20_000
"""The most characters of a free text."""


class Unfit(Exception):
    """A value cannot be right."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems


def unfit(code: ErrorCode, message: str, path: Path) -> Unfit:
    """Make the error of one problem."""
    return Unfit(Problem(code, message, path))


class Input(graphene.InputField):
    """A field of an input object."""

    def __init__(self, type_: Any, description: str, *, required: bool = False, name: str | None = None) -> None:
        super().__init__(type_, description=description, required=required, name=name)

    def read(self, value: Any, path: Path) -> Any:
        """Return what an action gets for a value that is not null. Raise Unfit."""
        return value


class Text(Input):
    """A text that is not blank, of at most so many characters; kept as it was typed."""

    def __init__(self, description: str, *, most: int = 200, required: bool = False, name: str | None = None) -> None:
        super().__init__(graphene.String, f"{description} At most {most:,} characters.", required=required, name=name)
        self.most = most

    def read(self, value: str, path: Path) -> str:
        try:
            refuse_unwritable(value)
        except BadArgument as error:
            raise unfit(ErrorCode.BAD_USER_INPUT, error.message, path) from None
        if not value.strip():
            raise unfit(ErrorCode.BAD_USER_INPUT, "Write something here.", path)
        if len(value) > self.most:
            raise unfit(ErrorCode.TOO_LONG, f"Write at most {self.most:,} characters; these are {len(value):,}.", path)
        return value


class RecordId(Input):
    """The id of a record of one kind; an action gets its key."""

    def __init__(self, prefix: str, description: str, *, required: bool = False, name: str | None = None) -> None:
        super().__init__(graphene.ID, description, required=required, name=name)
        self.prefix = prefix

    def read(self, value: str, path: Path) -> Any:
        if (key := key_in(value, self.prefix)) is None:
            raise unfit(ErrorCode.NOT_FOUND, "There is nothing by this id that you may see.", path)
        return key


class RecordIds(Input):
    """Ids of records of one kind, each once."""

    def __init__(self, prefix: str, description: str, *, most: int = 50, required: bool = False, name: str | None = None) -> None:
        super().__init__(graphene.List(graphene.NonNull(graphene.ID)), description, required=required, name=name)
        self.one, self.most = RecordId(prefix, description), most

    def read(self, value: list[str], path: Path) -> list[Any]:
        if len(value) > self.most:
            raise unfit(ErrorCode.TOO_LONG, f"Give at most {self.most}.", path)
        return list(dict.fromkeys(read_items(value, self.one.read, path)))


class OneOf(Input):
    """A word of an enumeration; an action gets the word as it is stored."""

    def read(self, value: Any, path: Path) -> Any:
        return getattr(value, "value", value)


class Calendar(Input):
    """A date, from 1900 to 2199."""

    def __init__(self, description: str, *, required: bool = False) -> None:
        super().__init__(Date, description, required=required)

    def read(self, value: dt.date, path: Path) -> dt.date:
        if not EARLIEST <= value < LATEST:
            raise unfit(ErrorCode.BAD_USER_INPUT, "Give a date between the years 1900 and 2199.", path)
        return value


class Instant(Input):
    """An instant, from 1990 to 2199."""

    def __init__(self, description: str, *, required: bool = False) -> None:
        super().__init__(DateTime, description, required=required)

    def read(self, value: dt.datetime, path: Path) -> dt.datetime:
        if not 1990 <= value.year < LATEST.year:
            raise unfit(ErrorCode.BAD_USER_INPUT, "Give a moment between the years 1990 and 2199.", path)
        return value


class Flag(Input):
    """Yes or no."""

    def __init__(self, description: str, *, required: bool = False) -> None:
        super().__init__(graphene.Boolean, description, required=required)


class Number(Input):
    """A whole number."""

    def __init__(self, description: str, *, required: bool = False) -> None:
        super().__init__(graphene.Int, description, required=required)


class Group(graphene.InputObjectType):
    """Fields that belong together inside an input."""

    class Meta:
        abstract = True


class ListOf(Input):
    """A list of groups; an action gets a list of dicts."""

    def __init__(self, group: type[Group], description: str, *, most: int = 50, required: bool = False) -> None:
        super().__init__(graphene.List(graphene.NonNull(group)), description, required=required)
        self.group, self.most = group, most

    def read(self, value: list[Mapping[str, Any]], path: Path) -> list[dict[str, Any]]:
        if len(value) > self.most:
            raise unfit(ErrorCode.TOO_LONG, f"Give at most {self.most}.", path)
        return list(read_items(value, lambda item, at: read_fields(self.group._meta.fields, item, at), path))


class Words(Input):
    """A list of short texts, each once."""

    def __init__(self, description: str, *, most: int = 50, required: bool = False) -> None:
        super().__init__(graphene.List(graphene.NonNull(graphene.String)), description, required=required)
        self.one, self.most = Text(description), most

    def read(self, value: list[str], path: Path) -> list[str]:
        if len(value) > self.most:
            raise unfit(ErrorCode.TOO_LONG, f"Give at most {self.most}.", path)
        return list(dict.fromkeys(read_items(value, self.one.read, path)))


class Dates(Input):
    """A list of dates, each once and in order."""

    def __init__(self, description: str, *, most: int = 200, required: bool = False) -> None:
        super().__init__(graphene.List(graphene.NonNull(Date)), description, required=required)
        self.one, self.most = Calendar(description), most

    def read(self, value: list[dt.date], path: Path) -> list[dt.date]:
        if len(value) > self.most:
            raise unfit(ErrorCode.TOO_LONG, f"Give at most {self.most} dates.", path)
        return sorted(set(read_items(value, self.one.read, path)))


def read_items(values: list[Any], read: Callable[[Any, Path], Any], path: Path) -> Iterator[Any]:
    """Read every item of a list. Raise Unfit with the problems of all."""
    problems: list[Problem] = []
    found: list[Any] = []
    for index, value in enumerate(values):
        try:
            found.append(read(value, (*path, str(index))))
        except Unfit as error:
            problems += error.problems
    if problems:
        raise Unfit(*problems)
    yield from found


def read_fields(fields: Mapping[str, Any], given: Mapping[str, Any], path: Path = ()) -> dict[str, Any]:
    """Read the fields of an input that were given, null ones as None. Raise Unfit with the problems of all."""
    problems: list[Problem] = []
    found: dict[str, Any] = {}
    for name, value in given.items():
        field = fields[name]
        try:
            found[name] = None if value is None else field.read(value, (*path, field.name or camel(name)))
        except Unfit as error:
            problems += error.problems
    if problems:
        raise Unfit(*problems)
    return found
