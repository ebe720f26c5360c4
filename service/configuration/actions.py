"""What can be done with the council's settings: set a value from a day, change what is planned, withdraw it before its day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.configuration import rows, rules
from service.configuration.rules import VALUES, Set
from service.configuration.tables import SETTING
from service.council import structure
from service.errors import AlreadyDone, BadInput, NotFound, Refused
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written


async def set_setting(
    tx: Transaction,
    *,
    actor: Actor,
    expected_version: int,
    name: str,
    valid_from: dt.date,
    reason: str,
    about: str | None = None,
    locality_id: UUID | None = None,
    use_default: bool | None = None,
    **given: Any,
) -> Written:
    """Set a value from today or a later day; what was counted before stays as it was counted."""
    council = await structure.load(tx, rows.LOAD_TO_SET, expected_version, name=name, locality_id=locality_id)
    tx.may(council, Action.SET_SERVICE_LEVELS)
    asked = rules.wanted(name, about, values_in(given), use_default=bool(use_default), is_local=locality_id is not None)
    if locality_id and not council["locality_found"]:
        raise NotFound(path=("localityId",))
    history = rows.history_of(council["history"])
    new = Set(tx.new_id(council.now), about, locality_id, rules.begins(valid_from, council.now), asked.value)
    rules.refuse_if_no_change(new, history)
    rules.refuse_steps_without_reason(asked.setting, [*history, new], council.now)
    row: dict[str, Any] = dict.fromkeys(column.name for column in SETTING.c)
    row |= {"id": new.id, "name": name, "about": about, "locality_id": locality_id, "valid_from": valid_from, "value": asked.value}
    row |= {"in_force_at": new.in_force_at, "reason": reason, "set_by": actor.id, "set_at": council.now, "revision": 1}
    values = prefixed("setting", rows.columns(row))
    return await tx.write(rows.SET, council.position, Event("SettingSet", {"setting": row}), record=new.id, **values)


async def amend_setting(
    tx: Transaction,
    *,
    actor: Actor,
    setting_id: UUID,
    expected_version: int,
    reason: str,
    changes: Mapping[str, Any],
) -> Written:
    """Change the value or the day of what is planned; what is in force stays, and a new value takes its place."""
    council, row, found = await planned(tx, setting_id, expected_version)
    given = values_in(changes)
    name, is_local = row["name"], found.locality_id is not None
    back = bool(changes.get("use_default"))
    asked = rules.wanted(name, found.about, given, use_default=back, is_local=is_local) if given or back else None
    day = changes.get("valid_from") or dt.date.fromisoformat(row["valid_from"])
    new = replace(found, value=asked.value if asked else found.value, in_force_at=rules.begins(day, council.now))
    if new == found:
        raise AlreadyDone
    history = [each for each in rows.history_of(council["history"]) if each.id != found.id]
    rules.refuse_if_no_change(new, history)
    rules.refuse_steps_without_reason(rules.setting_called(name), [*history, new], council.now)
    after = {"value": new.value, "valid_from": day, "in_force_at": new.in_force_at, "reason": reason}
    event = Event("SettingAmended", {"setting_id": setting_id, "before": {each: row[each] for each in after}, "after": after})
    whole = {**after, "set_by": actor.id, "revision": row["revision"] + 1}
    values = prefixed("setting", rows.columns(whole))
    return await tx.write(rows.AMEND, council.position, event, record=setting_id, setting_id=setting_id, **values)


async def withdraw_setting(tx: Transaction, *, actor: Actor, setting_id: UUID, expected_version: int, reason: str) -> Written:
    """Withdraw what is planned before its day: it never comes into force."""
    council, row, found = await planned(tx, setting_id, expected_version)
    history = [each for each in rows.history_of(council["history"]) if each.id != found.id]
    rules.refuse_steps_without_reason(rules.setting_called(row["name"]), history, council.now)
    event = Event("SettingWithdrawn", {"setting_id": setting_id, "setting": row, "reason": reason})
    values = {"setting_withdrawn_by": actor.id, "setting_withdrawn_reason": reason}
    return await tx.write(rows.WITHDRAW, council.position, event, record=setting_id, setting_id=setting_id, **values)


async def planned(tx: Transaction, setting_id: UUID, expected_version: int) -> tuple[Loaded, dict[str, Any], Set]:
    """Lock the council, and find a value whose time has not come. Raise NotFound, Refused."""
    council = await structure.load(tx, rows.LOAD_SETTING, expected_version, setting_id=setting_id)
    tx.may(council, Action.SET_SERVICE_LEVELS)
    if council["setting"] is None:
        raise NotFound(path=("settingId",))
    row: dict[str, Any] = orjson.loads(council["setting"])
    if row["withdrawn_at"]:
        raise Refused("This was withdrawn before it came into force. Set it anew.", path=("settingId",), reason="withdrawn")
    found = Set.of(row)
    rules.refuse_if_begun(found, council.now)
    return council, row, found


def values_in(given: Mapping[str, Any]) -> dict[str, Any]:
    """Pick the fields that carry a value. Raise BadInput for one that is empty."""
    found = {name: given[name] for name in VALUES if name in given}
    if empty := [name for name, value in found.items() if value is None]:
        raise BadInput("Send a value, or say that the default is to hold again.", path=(VALUES[empty[0]],), reason="wrong_kind")
    return found
