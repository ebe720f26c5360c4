"""What the council has set, in SQL: read by the statement that needs it, at its own instant, for the locality of a case."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, Integer, case, cast, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import distinct_on

from service.cases.tables import CASE
from service.configuration.tables import SETTING
from service.journal.statements import constant, number
from service.localities.tables import LOCALITY
from service.visits.tables import VISIT

Sql = ColumnElement[Any]
TABLES = (CASE, SETTING, VISIT)
"""What the fragments enter."""


def of_place(row: FromClause, locality_id: Sql | None) -> ColumnElement[bool]:
    """Tell whether a setting is the whole council's, or the own one of a locality."""
    everywhere = row.c.locality_id.is_(None)
    return everywhere if locality_id is None else or_(everywhere, row.c.locality_id == locality_id)


def in_force(now: Sql, locality_id: Sql | None = None) -> Sql:
    """Write what is set and in force at an instant, as JSON that `InForce` reads: name, subject, whether the locality's own, value."""
    row = SETTING.alias()
    of_key = (row.c.name, row.c.about, row.c.locality_id)
    held = (
        select(*of_key, row.c.value)
        .where(row.c.withdrawn_at.is_(None), row.c.in_force_at <= now, of_place(row, locality_id))
        .ext(distinct_on(*of_key))
        .order_by(*of_key, row.c.in_force_at.desc())
        .correlate_except(row)
        .subquery()
    )
    said = func.json_build_array(held.c.name, held.c.about, held.c.locality_id.is_not(None), held.c.value)
    return select(func.coalesce(func.json_agg(said), literal_column("'[]'::json"))).correlate_except(held).scalar_subquery()


def settings(row: FromClause, now: Sql) -> Sql:
    """Write what is in force for a case."""
    return in_force(now, row.c.locality_id)


def in_each_place(now: Sql) -> Sql:
    """Write what is in force in each locality, as a JSON object by their keys."""
    place = LOCALITY.alias()
    held = func.json_object_agg(place.c.id, in_force(now, place.c.id))
    return select(func.coalesce(held, literal_column("'{}'::json"))).correlate_except(place).scalar_subquery()


def number_set(name: str | Sql, row: FromClause, now: Sql, about: str | None = None) -> Sql:
    """Write the number that is set for a case, its locality's own before the council's; null where nothing is set."""
    named = constant(name) if isinstance(name, str) else name

    def latest(place: Callable[[FromClause], ColumnElement[bool]]) -> Sql:
        each = SETTING.alias()
        asked = [each.c.name == named, each.c.withdrawn_at.is_(None), each.c.in_force_at <= now]
        asked.append(each.c.about.is_(None) if about is None else each.c.about == constant(about))
        found = select(cast(each.c.value, Integer)).where(*asked, place(each)).order_by(each.c.in_force_at.desc()).limit(number(1))
        return found.correlate_except(each).scalar_subquery()

    here = latest(lambda each: each.c.locality_id == row.c.locality_id)
    return func.coalesce(here, latest(lambda each: each.c.locality_id.is_(None)))


def pauses_begun(row: FromClause, now: Sql) -> Sql:
    """Count how often a case has been paused."""
    stay = VISIT.alias()
    paused = select(func.count()).select_from(stay).where(stay.c.case_id == row.c.id, stay.c.entered_by == constant("pause"))
    return paused.correlate_except(stay).scalar_subquery()


def value_set(name: str, now: Sql) -> Sql:
    """Write the council-wide value of a setting that has no subject; null where nothing is set."""
    each = SETTING.alias()
    asked = [each.c.name == constant(name), each.c.locality_id.is_(None), each.c.withdrawn_at.is_(None), each.c.in_force_at <= now]
    found = select(each.c.value).where(*asked).order_by(each.c.in_force_at.desc()).limit(number(1))
    return found.correlate_except(each).scalar_subquery()


def history() -> Sql:
    """Gather everything that was set and not withdrawn, as JSON."""
    each = SETTING.alias()
    said = {name: each.c[name] for name in ("id", "name", "about", "locality_id", "in_force_at", "value")}
    row = func.json_build_object(*(part for name, value in said.items() for part in (constant(name), value)))
    return (
        select(func.coalesce(func.json_agg(row), literal_column("'[]'::json")))
        .where(each.c.withdrawn_at.is_(None))
        .correlate_except(each)
        .scalar_subquery()
    )


def under_way() -> Sql:
    """Count the open cases by how they are counted: where they stand, since which day, by which step, until which chosen date."""
    row, stay = CASE.alias(), VISIT.alias()
    chosen = case((row.c.state == constant("paused"), row.c.pause_until), else_=row.c.next_review_on)
    entered_on = cast(func.timezone(constant("Europe/London"), row.c.entered_at), Date)
    alike: dict[str, Sql] = {
        "workflow": row.c.workflow,
        "version": row.c.workflow_version,
        "state": row.c.state,
        "locality_id": row.c.locality_id,
    }
    alike |= {"entered_by": stay.c.entered_by, "entered_on": entered_on, "chosen": chosen}
    held = (
        select(*(value.label(name) for name, value in alike.items()), func.count().label("cases"))
        .select_from(row.join(stay, stay.c.case_id == row.c.id))
        .where(row.c.closed_at.is_(None), stay.c.left_at.is_(None))
        .group_by(*alike.values())
        .correlate_except(row, stay)
        .subquery()
    )
    return select(func.coalesce(func.json_agg(func.row_to_json(held.table_valued())), literal_column("'[]'::json"))).scalar_subquery()
