"""How an action stands to its day: the SQL says what the rule says, at the same instants."""

import datetime as dt

import asyncpg
import pytest
from sqlalchemy import Date as SqlDate
from sqlalchemy import DateTime, cast, literal, select
from sqlalchemy.dialects import postgresql

from service.plans.rows import is_overdue, timing
from tests.conftest import execute
from tests.unit.plans.instants import INSTANTS


def asked(url: str, status: str, by_when: str, at: str, zone: str = "UTC") -> asyncpg.Record:
    """Ask the database how something stands to its day at an instant, in a session of some time zone."""
    now = literal(dt.datetime.fromisoformat(at).replace(tzinfo=dt.UTC), DateTime(timezone=True))
    row = select(literal(status).label("status"), cast(literal(by_when), SqlDate).label("by_when")).subquery("row")
    found = select(timing(row, now).label("timing"), is_overdue(row, now).label("is_overdue"))
    sql = found.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})  # type: ignore[no-untyped-call]
    return execute(url, f"SET TimeZone = '{zone}'", str(sql))[1][0]


@pytest.fixture(scope="module")
def url(server: str) -> str:
    """Any database of the server: nothing is read from its tables."""
    return server


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Pacific/Auckland"])
@pytest.mark.parametrize(("by_when", "at", "found"), INSTANTS)
def test_says_what_the_rule_says_in_every_session(url: str, by_when: str, at: str, found: str, zone: str) -> None:
    row = asked(url, "open", by_when, at, zone)

    assert (row["timing"], row["is_overdue"]) == (found, found == "overdue")


@pytest.mark.parametrize("status", ["done", "ended", "achieved"])
def test_what_is_not_open_stands_to_no_day(url: str, status: str) -> None:
    row = asked(url, status, "2020-01-01", "2026-03-29T00:00:00")

    assert (row["timing"], row["is_overdue"]) == (None, False)
