"""Keep what the council sets, from which day; move its calendar there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | None = None
depends_on: str | None = None

ALWAYS = "timestamptz '1990-01-01Z'"
"""From when the calendar holds that stood in the council's row: before anything else was counted."""
CALENDAR = {
    "calendar.extra_closed_days": ("to_jsonb(closed_on)", "closed_on <> '{}'"),
    "calendar.day_of_entry_is_day_one": ("to_jsonb(entry_day_counts)", "entry_day_counts"),
}


def upgrade() -> None:
    op.create_table(
        "setting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("locality_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("in_force_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("value", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Uuid(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("btrim(about) <> '' AND char_length(about) <= 200", name=op.f("ck_setting_about_filled")),
        sa.CheckConstraint("in_force_at >= '1990-01-01Z' AND in_force_at < '2200-01-01Z'", name=op.f("ck_setting_in_force_at_sane")),
        sa.CheckConstraint("btrim(name) <> '' AND char_length(name) <= 200", name=op.f("ck_setting_name_filled")),
        sa.CheckConstraint("in_force_at >= set_at", name=op.f("ck_setting_never_before_it_was_set")),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 20000", name=op.f("ck_setting_reason_filled")),
        sa.CheckConstraint("set_at >= '1990-01-01Z' AND set_at < '2200-01-01Z'", name=op.f("ck_setting_set_at_sane")),
        sa.CheckConstraint("valid_from >= '1900-01-01' AND valid_from < '2200-01-01'", name=op.f("ck_setting_valid_from_sane")),
        sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name=op.f("ck_setting_who_withdrew")),
        sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_reason IS NULL)", name=op.f("ck_setting_why_withdrawn")),
        sa.CheckConstraint("withdrawn_at >= '1990-01-01Z' AND withdrawn_at < '2200-01-01Z'", name=op.f("ck_setting_withdrawn_at_sane")),
        sa.CheckConstraint("withdrawn_at < in_force_at", name=op.f("ck_setting_withdrawn_before_its_day")),
        sa.CheckConstraint(
            "btrim(withdrawn_reason) <> '' AND char_length(withdrawn_reason) <= 20000", name=op.f("ck_setting_withdrawn_reason_filled")
        ),
        sa.ForeignKeyConstraint(["locality_id"], ["locality.id"], name=op.f("fk_setting_locality_id")),
        sa.ForeignKeyConstraint(["set_by"], ["practitioner.id"], name=op.f("fk_setting_set_by")),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["practitioner.id"], name=op.f("fk_setting_withdrawn_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
    )
    op.create_index("ix_setting_locality_id", "setting", ["locality_id"], unique=False)
    op.create_index(
        "uq_setting_one_at_a_time",
        "setting",
        ["name", "about", "locality_id", "in_force_at"],
        unique=True,
        postgresql_where=sa.text("withdrawn_at IS NULL"),
        postgresql_nulls_not_distinct=True,
    )
    move_calendar()
    op.drop_constraint(op.f("ck_council_closed_on_few"), "council", type_="check")
    op.drop_column("council", "closed_on")
    op.drop_column("council", "entry_day_counts")


def move_calendar() -> None:
    """Let the calendar that stood in the council's row hold on, as set by whoever changed that row last."""
    for name, (value, is_set) in CALENDAR.items():
        op.execute(
            f"""
            INSERT INTO setting (id, name, valid_from, in_force_at, value, reason, set_by, set_at, revision)
            SELECT gen_random_uuid(), '{name}', '1990-01-01', {ALWAYS}, {value}, 'It stood in the council''s record before.',
                (SELECT actor FROM event WHERE stream_kind = 'council' AND stream_id = council.id AND seq = council.version), {ALWAYS}, 1
            FROM council WHERE {is_set}
            """
        )


def downgrade() -> None:
    op.add_column("council", sa.Column("entry_day_counts", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("council", sa.Column("closed_on", sa.ARRAY(sa.Date()), server_default="{}", nullable=False))
    op.execute(f"UPDATE council SET entry_day_counts = coalesce(({in_force('calendar.day_of_entry_is_day_one')})::boolean, false)")
    days = f"SELECT day::date FROM jsonb_array_elements_text(({in_force('calendar.extra_closed_days')})) AS day"
    op.execute(f"UPDATE council SET closed_on = array({days})")
    op.alter_column("council", "entry_day_counts", server_default=None)
    op.alter_column("council", "closed_on", server_default=None)
    op.create_check_constraint(op.f("ck_council_closed_on_few"), "council", "cardinality(closed_on) <= 200")
    op.drop_table("setting")


def in_force(name: str) -> str:
    """Ask for what the whole council has set, as it holds now."""
    held = f"name = '{name}' AND locality_id IS NULL AND withdrawn_at IS NULL AND in_force_at <= clock_timestamp()"
    return f"SELECT value FROM setting WHERE {held} ORDER BY in_force_at DESC LIMIT 1"
