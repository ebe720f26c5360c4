"""The contract of the council's configuration: what is set, what holds, what is planned, and what a change would change."""

import datetime as dt
from typing import Any

from graphene import ID, Boolean, Field, Int, List, NonNull, ObjectType, String
from graphql import GraphQLResolveInfo
from sqlalchemy import Date as SqlDate
from sqlalchemy import Integer as SqlInteger
from sqlalchemy import Text, and_, cast, func, literal_column, select, true, type_coerce
from sqlalchemy import case as sql_case

from service.access.actor import Role
from service.access.standing import WRITER, holds, is_active
from service.changing.problems import UserError, told
from service.configuration import facts, listing
from service.configuration.catalogue import CATALOGUE
from service.configuration.listing import Foretold
from service.configuration.preview import Group, enough
from service.configuration.rows import visible_settings
from service.configuration.tables import SETTING
from service.council.tables import COUNCIL
from service.errors import NotFound
from service.journal.statements import constant
from service.localities.tables import LOCALITY
from service.localities.types import Locality
from service.nodes import Node
from service.practitioners.tables import APPOINTMENT, PRACTITIONER
from service.practitioners.types import Practitioner
from service.reading import Connection, Entity, Expr, Filter, GlobalId, One, Opening, Where, reads
from service.reading.arguments import key_in
from service.scalars import Date, DateTime

LOOKED_AT = (APPOINTMENT, PRACTITIONER, *facts.TABLES)
"""What is entered past its visibility: each expression asks by itself for the role that may be told."""


def of_type(setting: Any, kind: str) -> Any:
    """Tell whether a value is of one of the types that JSON has."""
    return func.jsonb_typeof(setting.c.value) == constant(kind)


def text(setting: Any) -> Any:
    """Write a value that is a text."""
    return sql_case((of_type(setting, "string"), setting.c.value.op("#>>", return_type=Text())(literal_column("'{}'"))))


def listed(setting: Any, *, of_days: bool) -> Any:
    """Write a value that is a list, of dates or of words."""
    dated = setting.c.name == constant("calendar.extra_closed_days")
    wanted = and_(of_type(setting, "array"), dated if of_days else ~dated)
    return type_coerce(sql_case((wanted, setting.c.value)), SqlDate() if of_days else Text())


class Setting(Entity, table=SETTING, record=None, interfaces=[Node]):
    """A value that the council set from a day on, or plans to set: with who did, when and why."""

    id = GlobalId("setting")
    configuration_version = Expr(
        Int,
        Opening(lambda _setting: select(COUNCIL.c.version).scalar_subquery(), COUNCIL),
        description="The version of the council's record as it is now; sent back with a change.",
    )
    name = String(required=True, description="The setting.")
    about = String(description="What it is about; null for a setting of which there is one.")
    locality = One(Locality, description="The locality that differs from the council; null for the whole council.")
    valid_from = Date(required=True, description="The first day on which it holds.")
    in_force_at = DateTime(required=True, description="From which instant: the beginning of that day, or when it was set on the day.")
    is_planned = Expr(
        Boolean,
        lambda setting: and_(setting.c.withdrawn_at.is_(None), setting.c.in_force_at > func.clock_timestamp()),
        required=True,
        never_null=True,
        description="Whether its time has not come, so that it can be changed or withdrawn.",
    )
    number = Expr(
        Int,
        lambda setting: sql_case((of_type(setting, "number"), cast(setting.c.value, SqlInteger))),
        description="The value, where it is a whole number.",
    )
    flag = Expr(
        Boolean,
        lambda setting: sql_case((of_type(setting, "boolean"), setting.c.value == literal_column("'true'::jsonb"))),
        description="The value, where it is yes or no.",
    )
    text = Expr(String, text, description="The value, where it is a text or one word of several.")
    words = Expr(List(NonNull(String)), lambda setting: listed(setting, of_days=False), description="The value, where it is some words.")
    days = Expr(List(NonNull(Date)), lambda setting: listed(setting, of_days=True), description="The value, where it is a list of dates.")
    in_words = String(required=True, description="The value as a person reads it; `the default` where it is left to what is wider.")
    reason = String(required=True, description="Why it was set so.")
    set_by = One(Practitioner, via="set_by", description="Who set it so.")
    set_at = DateTime(required=True, description="When.")
    revision = Int(required=True, description="How often it was written, from 1, while it was planned.")
    withdrawn_by = One(Practitioner, via="withdrawn_by", description="Who withdrew it before its day.")
    withdrawn_at = DateTime(description="When it was withdrawn; null where it was not.")
    withdrawn_reason = String(description="Why it was withdrawn.")

    @reads("name", "about", "value")
    def resolve_in_words(setting: Any, info: GraphQLResolveInfo) -> str:
        return listing.in_words(CATALOGUE[setting.name], setting.about, setting.value)


class SettingWhere(Where):
    """Which values are wanted; everything that is given must hold."""

    name = Filter(String, description="Those of one setting.")
    about = Filter(String, description="Those about one thing.")
    locality_id = Filter(ID, description="Those of one locality.")
    is_planned = Filter(
        Boolean,
        lambda setting, given: given == and_(setting.c.withdrawn_at.is_(None), setting.c.in_force_at > func.clock_timestamp()),
        description="Those whose time has not come, or the others.",
    )


class SettingInForce(ObjectType):
    """What holds of one setting, about one thing: the published default, or what the council has set in its place."""

    name = String(required=True, description="The setting, as `setSetting` takes it.")
    title = String(required=True, description="What it says, for a person.")
    about = String(description="What it is about, as `setSetting` takes it; null for a setting of which there is one.")
    about_title = String(description="What that is called.")
    takes = String(required=True, description="What value it takes, in words.")
    field = String(required=True, description="Which field of the input carries that value.")
    in_words = String(required=True, description="What holds.")
    default_in_words = String(required=True, description="What would hold if nothing were set.")
    is_set = Boolean(required=True, description="Whether the council has set it, for itself or for the locality asked about.")
    has_localities = Boolean(required=True, description="Whether a locality may differ from its council.")


class WaitPreview(ObjectType):
    """A wait inside a state that a change would count otherwise."""

    title = String(required=True, description="What the wait is called.")
    before = Int(required=True, description="How many working days it has without the change.")
    after = Int(required=True, description="How many it would have.")


class SettingPreview(ObjectType):
    """What a change of a setting would change. Cases under way keep their due days: the numbers say how those like them would be counted.

    A number from 1 to 4 is not told, and is null: it could point to somebody's case.
    """

    in_force_at = DateTime(description="When it would come into force; null where something stands in the way.")
    before = String(description="What would hold then without the change.")
    after = String(description="What would hold with it.")
    under_way = Int(description="How many open cases stand where this setting counts.")
    due_another_day = Int(description="How many of them would be due on another day, were they counted by the new value.")
    overdue = Int(description="How many of them would be overdue as it comes into force, and are not by the old value.")
    no_longer_overdue = Int(description="How many of them are overdue by the old value as it comes into force, and would not be.")
    waits = List(NonNull(WaitPreview), required=True, description="The waits that it would count otherwise.")
    user_errors = List(NonNull(UserError), required=True, description="What would stand in the way of setting it, as `setSetting` says it.")


def for_readers(sql: Any) -> Opening:
    """Write something for administrators and managers; null for anybody else."""
    return Opening(lambda row: sql_case((visible_settings(row, WRITER), sql())), *LOOKED_AT)


def now(info: GraphQLResolveInfo) -> dt.datetime:
    """Return the instant of the question."""
    return info.context.clock or dt.datetime.now(dt.UTC)


def shown(found: Foretold) -> SettingPreview:
    """Tell what a change would change; no number that could point to somebody."""
    numbers = {name: None if found.in_force_at is None else enough(count) for name, count in found.counts._asdict().items()}
    said = {"in_force_at": found.in_force_at, "before": found.before, "after": found.after, "waits": list(found.waits)}
    return SettingPreview(**said, **numbers, user_errors=told(found.problems))


def for_administrators(sql: Any) -> Opening:
    """Write something for administrators; null for anybody else."""
    return Opening(lambda _row: sql_case((and_(is_active(WRITER), holds(WRITER, Role.ADMINISTRATOR)), sql())), *LOOKED_AT)


LOCALITIES = Opening(lambda _row: func.array_to_json(func.array(select(LOCALITY.c.id).scalar_subquery())), LOCALITY)


class Configuration(Entity, table=COUNCIL, record=None):
    """What the council has set in place of the published defaults. Administrators set it; managers read it."""

    version = Int(required=True, description="The version of the council's record, which each change raises; sent back with a change.")
    settings = List(
        NonNull(SettingInForce),
        on=Date(description="The day at whose end it holds; today, at this instant, when it is left out."),
        locality_id=ID(description="The locality in which it holds; left out, the whole council."),
        description="Everything that can be set, with what holds; null for who may not read it.",
    )
    changes = Connection(
        Setting,
        on=lambda _council, _setting: true(),
        order=["-in_force_at", "-id"],
        where=Filter(SettingWhere, description="Which of them are wanted."),
        description="Everything that was set or is planned, the latest first, what was withdrawn among it.",
    )
    preview = Field(
        SettingPreview,
        name=String(required=True, description="The setting."),
        about=String(description="What it is about, for a setting that has several subjects."),
        locality_id=ID(description="The locality that is to differ; left out, the whole council."),
        valid_from=Date(required=True, description="The first day on which it would hold; today or later."),
        number=Int(description="The value, where it is a whole number."),
        flag=Boolean(description="The value, where it is yes or no."),
        text=String(description="The value, where it is a text or one word of several."),
        words=List(NonNull(String), description="The value, where it is some words."),
        days=List(NonNull(Date), description="The value, where it is a list of dates."),
        use_default=Boolean(description="Whether the default is to hold again; send no value then."),
        description="What a change would change, before it is made: numbers only. For administrators; null for anybody else.",
    )

    @reads(history=for_readers(facts.history), localities=LOCALITIES)
    def resolve_settings(council: Any, info: GraphQLResolveInfo, on: Any = None, locality_id: str | None = None) -> Any:
        place = key_in(locality_id, "locality") if locality_id else None
        if council.history is None or (locality_id and str(place) not in council.localities):
            return None
        return list(listing.lines(listing.history_of(council.history), now(info), on=on, locality_id=place))

    @reads(history=for_administrators(facts.history), under_way=for_administrators(facts.under_way), localities=LOCALITIES)
    def resolve_preview(council: Any, info: GraphQLResolveInfo, locality_id: str | None = None, **asked: Any) -> Any:
        if council.history is None:
            return None
        place = key_in(locality_id, "locality") if locality_id else None
        if locality_id and str(place) not in council.localities:
            return shown(Foretold(problems=NotFound(path=("localityId",)).problems))
        groups = map(Group.of, council.under_way)
        return shown(listing.foretold(listing.history_of(council.history), groups, now(info), {**asked, "locality_id": place}))


class Queries(ObjectType):
    """What can be asked about the council's configuration."""

    configuration = One(Configuration, description="What the council has set, and what is planned.")
