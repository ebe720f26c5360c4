"""The calendar that stood in the council's row holds on when it becomes a setting, and comes back when that is undone."""

import pytest
from alembic import command
from alembic.config import Config

from service.settings import HOME
from tests.conftest import execute

AGENCY, WHO, COUNCIL = (f"00000000-0000-7000-8000-00000000000{n}" for n in (1, 2, 3))
HASHES = "'\\x{0}'::bytea, '\\x{0}'::bytea".format("00" * 32)
ROWS = (
    f"INSERT INTO agency VALUES ('{AGENCY}', 1, 'Early help', 'early_help', NULL)",
    "INSERT INTO practitioner (id, version, agency_id, name, email, job_title)"
    f" VALUES ('{WHO}', 1, '{AGENCY}', 'Olu Adeyemi', 'olu@northmere.example', 'Administrator')",
    "INSERT INTO event (stream_kind, stream_id, seq, at, actor, purpose, kind, payload_hash, hash)"
    f" VALUES ('council', '{COUNCIL}', 1, '2026-01-05Z', '{WHO}', 'FOUNDING', 'CouncilFounded', {HASHES})",
)
HELD = "SELECT name, value, in_force_at < '1991-01-01Z' AS always, set_by::text AS by FROM setting ORDER BY name"
BACK = "SELECT entry_day_counts, closed_on::text AS closed_on FROM council"


def config(url: str) -> Config:
    made = Config(toml_file=str(HOME / "pyproject.toml"))
    made.attributes["url"] = url
    return made


@pytest.mark.parametrize(
    ("counts", "closed", "kept"),
    [
        ("false", "{}", []),
        ("true", "{}", [("calendar.day_of_entry_is_day_one", "true")]),
        (
            "true",
            "{2026-12-29,2026-12-30}",
            [("calendar.day_of_entry_is_day_one", "true"), ("calendar.extra_closed_days", '["2026-12-29", "2026-12-30"]')],
        ),
    ],
)
def test_the_calendar_moves_and_comes_back(empty: str, counts: str, closed: str, kept: list[tuple[str, str]]) -> None:
    command.upgrade(config(empty), "0007")
    row = f"INSERT INTO council VALUES ('{COUNCIL}', 1, true, 'Northmere Council', '999', {counts}, '{closed}')"
    execute(empty, *ROWS, row)

    command.upgrade(config(empty), "0008")
    [found] = execute(empty, HELD)
    command.downgrade(config(empty), "0007")
    [[back]] = execute(empty, BACK)

    assert [(each["name"], each["value"], each["always"], each["by"]) for each in found] == [(*each, True, WHO) for each in kept]
    assert (str(back["entry_day_counts"]).lower(), back["closed_on"]) == (counts, closed)
