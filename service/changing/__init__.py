"""Declare a mutation: what it takes, the action that it runs, and the record that it answers with."""

from service.changing.inputs import Calendar, Dates, Flag, Group, Instant, ListOf, Number, OneOf, RecordId, RecordIds, Text, Words
from service.changing.mutation import Change

__all__ = ["Calendar", "Change", "Dates", "Flag", "Group", "Instant", "ListOf", "Number", "OneOf", "RecordId", "RecordIds", "Text", "Words"]
