"""Add assessments."""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("previous_id", sa.Uuid(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_by", sa.Uuid(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_by", sa.Uuid(), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_by", sa.Uuid(), nullable=True),
        sa.Column("signed_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_off_by", sa.Uuid(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(form = 'caf' AND form_version = 1) OR (form = 'early-help' AND form_version = 1)", name=op.f("ck_assessment_form_published")
        ),
        sa.CheckConstraint("(state = 'draft') = (submitted_at IS NULL)", name=op.f("ck_assessment_submitted_unless_draft")),
        sa.CheckConstraint("(state = 'signed_off') = (signed_off_at IS NOT NULL)", name=op.f("ck_assessment_signed_off_at_an_instant")),
        sa.CheckConstraint("btrim(comment) <> '' AND char_length(comment) <= 20000", name=op.f("ck_assessment_comment_filled")),
        sa.CheckConstraint("returned_at >= '1990-01-01Z' AND returned_at < '2200-01-01Z'", name=op.f("ck_assessment_returned_at_sane")),
        sa.CheckConstraint(
            "signed_off_at >= '1990-01-01Z' AND signed_off_at < '2200-01-01Z'", name=op.f("ck_assessment_signed_off_at_sane")
        ),
        sa.CheckConstraint("started_at >= '1990-01-01Z' AND started_at < '2200-01-01Z'", name=op.f("ck_assessment_started_at_sane")),
        sa.CheckConstraint("started_on >= '1900-01-01' AND started_on < '2200-01-01'", name=op.f("ck_assessment_started_on_sane")),
        sa.CheckConstraint("state <> 'returned' OR returned_at IS NOT NULL", name=op.f("ck_assessment_returned_at_an_instant")),
        sa.CheckConstraint("state IN ('draft', 'submitted', 'returned', 'signed_off')", name=op.f("ck_assessment_state_known")),
        sa.CheckConstraint("submitted_at >= '1990-01-01Z' AND submitted_at < '2200-01-01Z'", name=op.f("ck_assessment_submitted_at_sane")),
        sa.CheckConstraint("(returned_at IS NULL) = (returned_by IS NULL)", name=op.f("ck_assessment_returned_by_somebody")),
        sa.CheckConstraint("(signed_off_at IS NULL) = (signed_off_by IS NULL)", name=op.f("ck_assessment_signed_off_by_somebody")),
        sa.CheckConstraint("(submitted_at IS NULL) = (submitted_by IS NULL)", name=op.f("ck_assessment_submitted_by_somebody")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_assessment_number_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_assessment_case_id")),
        sa.ForeignKeyConstraint(["previous_id"], ["assessment.id"], name=op.f("fk_assessment_previous_id")),
        sa.ForeignKeyConstraint(["returned_by"], ["practitioner.id"], name=op.f("fk_assessment_returned_by")),
        sa.ForeignKeyConstraint(["signed_off_by"], ["practitioner.id"], name=op.f("fk_assessment_signed_off_by")),
        sa.ForeignKeyConstraint(["started_by"], ["practitioner.id"], name=op.f("fk_assessment_started_by")),
        sa.ForeignKeyConstraint(["submitted_by"], ["practitioner.id"], name=op.f("fk_assessment_submitted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_assessment_case_id_number")),
    )
    op.create_index("ix_assessment_previous_id", "assessment", ["previous_id"], unique=False)
    op.create_index("uq_assessment_open", "assessment", ["case_id"], unique=True, postgresql_where=sa.text("state <> 'signed_off'"))
    op.create_table(
        "assessment_author",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("practitioner_id", sa.Uuid(), nullable=False),
        sa.Column("first_wrote_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "first_wrote_at >= '1990-01-01Z' AND first_wrote_at < '2200-01-01Z'", name=op.f("ck_assessment_author_first_wrote_at_sane")
        ),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_assessment_author_assessment_id")),
        sa.ForeignKeyConstraint(["practitioner_id"], ["practitioner.id"], name=op.f("fk_assessment_author_practitioner_id")),
        sa.PrimaryKeyConstraint("assessment_id", "practitioner_id", name=op.f("pk_assessment_author")),
    )
    op.create_index("ix_assessment_author_practitioner_id", "assessment_author", ["practitioner_id"], unique=False)
    op.create_table(
        "assessment_conclusions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("shared_on", sa.Date(), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("why_not", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(note) <> '' AND char_length(note) <= 20000", name=op.f("ck_assessment_conclusions_note_filled")),
        sa.CheckConstraint("btrim(why_not) <> '' AND char_length(why_not) <= 20000", name=op.f("ck_assessment_conclusions_why_not_filled")),
        sa.CheckConstraint("how IN ('together', 'copy', 'summary', 'told')", name=op.f("ck_assessment_conclusions_how_known")),
        sa.CheckConstraint(
            "recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_assessment_conclusions_recorded_at_sane")
        ),
        sa.CheckConstraint("shared_on >= '1900-01-01' AND shared_on < '2200-01-01'", name=op.f("ck_assessment_conclusions_shared_on_sane")),
        sa.CheckConstraint("(how IS NULL) <> (why_not IS NULL)", name=op.f("ck_assessment_conclusions_shared_or_why_not")),
        sa.CheckConstraint("(how IS NULL) = (shared_on IS NULL)", name=op.f("ck_assessment_conclusions_day_and_way_together")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_assessment_conclusions_revision_from_one")),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_assessment_conclusions_assessment_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_assessment_conclusions_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_conclusions")),
    )
    op.create_index(
        "ix_assessment_conclusions_assessment_id", "assessment_conclusions", ["assessment_id", "recorded_at", "id"], unique=False
    )
    op.create_table(
        "assessment_section",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("saved_by", sa.Uuid(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("json_typeof(answers) = 'object'", name=op.f("ck_assessment_section_answers_by_question")),
        sa.CheckConstraint("saved_at >= '1990-01-01Z' AND saved_at < '2200-01-01Z'", name=op.f("ck_assessment_section_saved_at_sane")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_assessment_section_revision_from_one")),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_assessment_section_assessment_id")),
        sa.ForeignKeyConstraint(["saved_by"], ["practitioner.id"], name=op.f("fk_assessment_section_saved_by")),
        sa.ForeignKeyConstraint(["subject_id"], ["person.id"], name=op.f("fk_assessment_section_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_section")),
    )
    op.create_index(
        "uq_assessment_section_subject",
        "assessment_section",
        ["assessment_id", "section", "subject_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "assessment_section_revision",
        sa.Column("section_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("amended_by", sa.Uuid(), nullable=False),
        sa.Column("amended_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "amended_at >= '1990-01-01Z' AND amended_at < '2200-01-01Z'", name=op.f("ck_assessment_section_revision_amended_at_sane")
        ),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 200", name=op.f("ck_assessment_section_revision_reason_filled")),
        sa.ForeignKeyConstraint(["amended_by"], ["practitioner.id"], name=op.f("fk_assessment_section_revision_amended_by")),
        sa.ForeignKeyConstraint(["section_id"], ["assessment_section.id"], name=op.f("fk_assessment_section_revision_section_id")),
        sa.PrimaryKeyConstraint("section_id", "revision", name=op.f("pk_assessment_section_revision")),
    )


def downgrade() -> None:
    op.drop_table("assessment_section_revision")
    op.drop_index("uq_assessment_section_subject", table_name="assessment_section", postgresql_nulls_not_distinct=True)
    op.drop_table("assessment_section")
    op.drop_index("ix_assessment_conclusions_assessment_id", table_name="assessment_conclusions")
    op.drop_table("assessment_conclusions")
    op.drop_index("ix_assessment_author_practitioner_id", table_name="assessment_author")
    op.drop_table("assessment_author")
    op.drop_index("uq_assessment_open", table_name="assessment", postgresql_where=sa.text("state <> 'signed_off'"))
    op.drop_index("ix_assessment_previous_id", table_name="assessment")
    op.drop_table("assessment")
