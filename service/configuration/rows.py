"""Who sees what the council has set, and the SQL of settings. They belong to the council's record, whose version each change raises."""

from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import ColumnElement, FromClause, Text, and_, bindparam, exists, func, insert, literal_column, select, true, update

from service.access.actor import Actor, Role
from service.access.standing import holds, is_active
from service.access.visible import VISIBLE
from service.configuration.rules import Set
from service.configuration.tables import SETTING
from service.council.structure import changed, loading
from service.council.tables import COUNCIL
from service.journal.statements import param, params
from service.journal.transaction import AT, recorded
from service.localities.tables import LOCALITY

READERS = (Role.ADMINISTRATOR, Role.SERVICE_MANAGER, Role.TEAM_MANAGER)


@VISIBLE.of(SETTING)
def visible_settings(_row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what the council has set as one of its administrators or managers."""
    return and_(is_active(actor), holds(actor, *READERS))


def history(name: Any) -> Any:
    """Gather the values of one setting that were not withdrawn, as JSON."""
    row = SETTING.alias()
    found = select(func.coalesce(func.json_agg(func.row_to_json(row.table_valued())), literal_column("'[]'::json")))
    return found.select_from(row).where(row.c.name == name, row.c.withdrawn_at.is_(None)).correlate_except(row).scalar_subquery()


SETTING_ID, LOCALITY_ID = param("setting_id", SETTING.c.id), param("locality_id", SETTING.c.locality_id)
THIS = select(SETTING.c.name).where(SETTING.c.id == SETTING_ID).scalar_subquery()

LOAD_TO_SET = loading(
    "load council to set something",
    COUNCIL,
    true(),
    history=lambda _row: history(bindparam("name", type_=Text())),
    locality_found=lambda _row: exists(select(LOCALITY.c.id).where(LOCALITY.c.id == LOCALITY_ID)),
)
LOAD_SETTING = loading(
    "load council to change a setting",
    COUNCIL,
    true(),
    history=lambda _row: history(THIS),
    setting=lambda _row: select(func.row_to_json(SETTING.table_valued())).where(SETTING.c.id == SETTING_ID).scalar_subquery(),
)
SET = recorded("set setting", changed(COUNCIL), insert(SETTING).values(params(SETTING, "setting")))
AMENDED = ("value", "valid_from", "in_force_at", "reason", "set_by", "revision")
AMEND = recorded(
    "amend setting",
    changed(COUNCIL),
    update(SETTING)
    .where(SETTING.c.id == SETTING_ID)
    .values(set_at=AT, **{name: param(f"setting_{name}", SETTING.c[name]) for name in AMENDED}),
)
WITHDRAW = recorded(
    "withdraw setting",
    changed(COUNCIL),
    update(SETTING)
    .where(SETTING.c.id == SETTING_ID)
    .values(
        withdrawn_at=AT,
        withdrawn_by=param("setting_withdrawn_by", SETTING.c.withdrawn_by),
        withdrawn_reason=param("setting_withdrawn_reason", SETTING.c.withdrawn_reason),
    ),
)


def history_of(found: str) -> list[Set]:
    """Read the values of one setting."""
    return [Set.of(each) for each in orjson.loads(found)]


def kept(value: Any) -> str | None:
    """Spell a value as the table keeps it."""
    return None if value is None else orjson.dumps(value).decode()


def columns(row: Mapping[str, Any]) -> dict[str, Any]:
    """Spell a row as a statement takes it."""
    return {**row, "value": kept(row["value"])}
