"""The scalars of the contract, each with how SQL spells it."""

import datetime as dt
import re
from typing import Any

import graphene
from graphql import GraphQLError, StringValueNode
from sqlalchemy import ColumnElement
from sqlalchemy import DateTime as SqlDateTime

from service.reading import utc_text

SPELLING = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class DateTime(graphene.Scalar):
    """A moment as ISO 8601 with a time zone, such as `2026-03-27T10:00:00Z`; answers are in UTC, to the microsecond."""

    sql_type = SqlDateTime(timezone=True)

    @staticmethod
    def wire(column: ColumnElement[Any]) -> ColumnElement[Any]:
        """Spell a moment in SQL."""
        return utc_text(column)

    @staticmethod
    def parse_value(value: Any) -> dt.datetime:
        """Read a moment. Raise GraphQLError where it is none or has no time zone."""
        try:
            moment = dt.datetime.fromisoformat(value)
        except (TypeError, ValueError):
            raise GraphQLError("Give a moment such as 2026-03-27T10:00:00Z.") from None
        if moment.tzinfo is None:
            raise GraphQLError("Give the time zone of the moment, such as 2026-03-27T10:00:00Z.")
        try:
            return moment.astimezone(dt.UTC)
        except OverflowError:
            raise GraphQLError("Give a moment between the years 1990 and 2199.") from None

    @classmethod
    def parse_literal(cls, node: Any, _variables: Any = None) -> dt.datetime:
        """Read a moment that is written in a document."""
        return cls.parse_value(node.value if isinstance(node, StringValueNode) else None)

    @staticmethod
    def serialize(value: dt.datetime) -> str:
        """Spell a moment that Python made."""
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Date(graphene.Scalar):
    """A calendar date as ISO 8601, such as `2026-03-27`."""

    @staticmethod
    def parse_value(value: Any) -> dt.date:
        """Read a date. Raise GraphQLError where it is none."""
        try:
            if not SPELLING.fullmatch(value):
                raise ValueError(value)
            return dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            raise GraphQLError("Give a date such as 2026-03-27.") from None

    @classmethod
    def parse_literal(cls, node: Any, _variables: Any = None) -> dt.date:
        """Read a date that is written in a document."""
        return cls.parse_value(node.value if isinstance(node, StringValueNode) else None)

    @staticmethod
    def serialize(value: dt.date) -> str:
        """Spell a date that Python made."""
        return value.isoformat()
