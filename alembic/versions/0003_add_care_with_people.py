"""Add care with people."""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None

COUNTED = ("agreement", "note", "person")
"""Tables from before, whose rows can be entered in error."""


def upgrade() -> None:
    op.create_table(
        "access_needs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("interpreter_needed", sa.Boolean(), nullable=False),
        sa.Column("communication", sa.Text(), nullable=True),
        sa.Column("physical_access", sa.Text(), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("in_error_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "btrim(communication) <> '' AND char_length(communication) <= 20000", name=op.f("ck_access_needs_communication_filled")
        ),
        sa.CheckConstraint("btrim(language) <> '' AND char_length(language) <= 100", name=op.f("ck_access_needs_language_filled")),
        sa.CheckConstraint(
            "btrim(physical_access) <> '' AND char_length(physical_access) <= 20000", name=op.f("ck_access_needs_physical_access_filled")
        ),
        sa.CheckConstraint("in_error_at >= '1990-01-01Z' AND in_error_at < '2200-01-01Z'", name=op.f("ck_access_needs_in_error_at_sane")),
        sa.CheckConstraint("noted_on >= '1900-01-01' AND noted_on < '2200-01-01'", name=op.f("ck_access_needs_noted_on_sane")),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_access_needs_recorded_at_sane")),
        sa.CheckConstraint("replaced_at >= '1990-01-01Z' AND replaced_at < '2200-01-01Z'", name=op.f("ck_access_needs_replaced_at_sane")),
        sa.CheckConstraint("NOT interpreter_needed OR language IS NOT NULL", name=op.f("ck_access_needs_language_of_the_interpreter")),
        sa.CheckConstraint("num_nonnulls(language, communication, physical_access) > 0", name=op.f("ck_access_needs_something_said")),
        sa.CheckConstraint("replaced_at >= recorded_at", name=op.f("ck_access_needs_replaced_after_it_was_said")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_access_needs_revision_from_one")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_access_needs_person_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_access_needs_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_needs")),
    )
    op.create_index("ix_access_needs_person_id", "access_needs", ["person_id", "noted_on", "id"], unique=False)
    op.create_table(
        "relationship",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("relative_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("responsibility", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("in_error_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(responsibility = 'has') = (basis IS NOT NULL)", name=op.f("ck_relationship_basis_of_responsibility")),
        sa.CheckConstraint(
            "basis IN ('birth', 'marriage', 'birth_registration', 'agreement', 'court_order', 'child_arrangements_order', 'special_guardianship', 'guardianship', 'adoption', 'parental_order')",
            name=op.f("ck_relationship_basis_known"),
        ),
        sa.CheckConstraint("btrim(source) <> '' AND char_length(source) <= 200", name=op.f("ck_relationship_source_filled")),
        sa.CheckConstraint("from_on >= '1900-01-01' AND from_on < '2200-01-01'", name=op.f("ck_relationship_from_on_sane")),
        sa.CheckConstraint("in_error_at >= '1990-01-01Z' AND in_error_at < '2200-01-01Z'", name=op.f("ck_relationship_in_error_at_sane")),
        sa.CheckConstraint(
            "kind IN ('mother', 'father', 'other_parent', 'step_parent', 'partner_of_parent', 'grandparent', 'sibling', 'other_relative', 'guardian', 'carer', 'other')",
            name=op.f("ck_relationship_kind_known"),
        ),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_relationship_recorded_at_sane")),
        sa.CheckConstraint(
            "responsibility = 'has' OR (from_on IS NULL AND until_on IS NULL)", name=op.f("ck_relationship_dates_of_responsibility")
        ),
        sa.CheckConstraint("responsibility IN ('has', 'has_not', 'not_known')", name=op.f("ck_relationship_responsibility_known")),
        sa.CheckConstraint("until_on >= '1900-01-01' AND until_on < '2200-01-01'", name=op.f("ck_relationship_until_on_sane")),
        sa.CheckConstraint("person_id <> relative_id", name=op.f("ck_relationship_of_two_people")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_relationship_revision_from_one")),
        sa.CheckConstraint("until_on >= from_on", name=op.f("ck_relationship_ends_after_it_begins")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_relationship_person_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_relationship_recorded_by")),
        sa.ForeignKeyConstraint(["relative_id"], ["person.id"], name=op.f("fk_relationship_relative_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relationship")),
    )
    op.create_index("ix_relationship_person_id", "relationship", ["person_id", "recorded_at", "id"], unique=False)
    op.create_index("ix_relationship_relative_id", "relationship", ["relative_id", "person_id"], unique=False)
    op.create_table(
        "safe_contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("preferred", sa.Text(), nullable=True),
        sa.Column("unsafe", sa.Text(), nullable=True),
        sa.Column("not_shared_with", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("in_error_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("btrim(end_reason) <> '' AND char_length(end_reason) <= 20000", name=op.f("ck_safe_contact_end_reason_filled")),
        sa.CheckConstraint(
            "btrim(not_shared_with) <> '' AND char_length(not_shared_with) <= 20000", name=op.f("ck_safe_contact_not_shared_with_filled")
        ),
        sa.CheckConstraint("btrim(preferred) <> '' AND char_length(preferred) <= 20000", name=op.f("ck_safe_contact_preferred_filled")),
        sa.CheckConstraint("btrim(source) <> '' AND char_length(source) <= 200", name=op.f("ck_safe_contact_source_filled")),
        sa.CheckConstraint("btrim(unsafe) <> '' AND char_length(unsafe) <= 20000", name=op.f("ck_safe_contact_unsafe_filled")),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_safe_contact_ended_at_sane")),
        sa.CheckConstraint("in_error_at >= '1990-01-01Z' AND in_error_at < '2200-01-01Z'", name=op.f("ck_safe_contact_in_error_at_sane")),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_safe_contact_recorded_at_sane")),
        sa.CheckConstraint("said_on >= '1900-01-01' AND said_on < '2200-01-01'", name=op.f("ck_safe_contact_said_on_sane")),
        sa.CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name=op.f("ck_safe_contact_reason_when_ended")),
        sa.CheckConstraint("ended_at >= recorded_at", name=op.f("ck_safe_contact_ends_after_it_begins")),
        sa.CheckConstraint("num_nonnulls(preferred, unsafe, not_shared_with) > 0", name=op.f("ck_safe_contact_something_said")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_safe_contact_revision_from_one")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_safe_contact_person_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_safe_contact_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safe_contact")),
    )
    op.create_index("ix_safe_contact_person_id", "safe_contact", ["person_id", "recorded_at", "id"], unique=False)
    op.create_index(
        "uq_safe_contact_now",
        "safe_contact",
        ["person_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL AND in_error_at IS NULL"),
    )
    op.create_table(
        "contact_detail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("in_error_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("audience <> 'this_case' OR case_id IS NOT NULL", name=op.f("ck_contact_detail_which_case")),
        sa.CheckConstraint("audience IN ('everybody', 'case_holders', 'this_case')", name=op.f("ck_contact_detail_audience_known")),
        sa.CheckConstraint("btrim(end_reason) <> '' AND char_length(end_reason) <= 200", name=op.f("ck_contact_detail_end_reason_filled")),
        sa.CheckConstraint("btrim(note) <> '' AND char_length(note) <= 200", name=op.f("ck_contact_detail_note_filled")),
        sa.CheckConstraint("btrim(value) <> '' AND char_length(value) <= 500", name=op.f("ck_contact_detail_value_filled")),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_contact_detail_ended_at_sane")),
        sa.CheckConstraint("in_error_at >= '1990-01-01Z' AND in_error_at < '2200-01-01Z'", name=op.f("ck_contact_detail_in_error_at_sane")),
        sa.CheckConstraint("kind IN ('telephone', 'email', 'address', 'other')", name=op.f("ck_contact_detail_kind_known")),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_contact_detail_recorded_at_sane")),
        sa.CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name=op.f("ck_contact_detail_reason_when_ended")),
        sa.CheckConstraint("ended_at >= recorded_at", name=op.f("ck_contact_detail_ends_after_it_begins")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_contact_detail_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_contact_detail_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contact_detail_person_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_contact_detail_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_detail")),
    )
    op.create_index("ix_contact_detail_person_id", "contact_detail", ["person_id", "recorded_at", "id"], unique=False)
    op.create_table(
        "error_mark",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("instead_id", sa.Uuid(), nullable=True),
        sa.Column("marked_by", sa.Uuid(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(note) <> '' AND char_length(note) <= 20000", name=op.f("ck_error_mark_note_filled")),
        sa.CheckConstraint("btrim(noun) <> '' AND char_length(noun) <= 200", name=op.f("ck_error_mark_noun_filled")),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 20000", name=op.f("ck_error_mark_reason_filled")),
        sa.CheckConstraint("decided_at >= '1990-01-01Z' AND decided_at < '2200-01-01Z'", name=op.f("ck_error_mark_decided_at_sane")),
        sa.CheckConstraint("marked_at >= '1990-01-01Z' AND marked_at < '2200-01-01Z'", name=op.f("ck_error_mark_marked_at_sane")),
        sa.CheckConstraint("outcome IN ('confirmed', 'dismissed')", name=op.f("ck_error_mark_outcome_known")),
        sa.CheckConstraint(
            "outcome IS DISTINCT FROM 'confirmed' OR decided_by <> marked_by", name=op.f("ck_error_mark_confirmed_by_somebody_else")
        ),
        sa.CheckConstraint("outcome IS DISTINCT FROM 'dismissed' OR note IS NOT NULL", name=op.f("ck_error_mark_why_dismissed")),
        sa.CheckConstraint("(case_id IS NULL) <> (person_id IS NULL)", name=op.f("ck_error_mark_of_a_case_or_a_person")),
        sa.CheckConstraint(
            "(outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)", name=op.f("ck_error_mark_decided")
        ),
        sa.CheckConstraint("instead_id <> record_id", name=op.f("ck_error_mark_another_instead")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_error_mark_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_error_mark_case_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["practitioner.id"], name=op.f("fk_error_mark_decided_by")),
        sa.ForeignKeyConstraint(["marked_by"], ["practitioner.id"], name=op.f("fk_error_mark_marked_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_error_mark_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_error_mark")),
    )
    op.create_index("ix_error_mark_case_id", "error_mark", ["case_id", "marked_at", "id"], unique=False)
    op.create_index("ix_error_mark_person_id", "error_mark", ["person_id", "marked_at", "id"], unique=False)
    op.create_index("ix_error_mark_waiting", "error_mark", ["marked_at", "id"], unique=False, postgresql_where=sa.text("outcome IS NULL"))
    op.create_index(
        "uq_error_mark_standing",
        "error_mark",
        ["noun", "record_id"],
        unique=True,
        postgresql_where=sa.text("outcome IS DISTINCT FROM 'dismissed'"),
    )
    op.create_table(
        "marker",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("family_told", sa.Boolean(), nullable=False),
        sa.Column("why_not_told", sa.Text(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("set_by", sa.Uuid(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewed_by", sa.Uuid(), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finding", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("in_error_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("btrim(end_reason) <> '' AND char_length(end_reason) <= 20000", name=op.f("ck_marker_end_reason_filled")),
        sa.CheckConstraint("btrim(finding) <> '' AND char_length(finding) <= 20000", name=op.f("ck_marker_finding_filled")),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 20000", name=op.f("ck_marker_reason_filled")),
        sa.CheckConstraint("btrim(source) <> '' AND char_length(source) <= 200", name=op.f("ck_marker_source_filled")),
        sa.CheckConstraint("btrim(why_not_told) <> '' AND char_length(why_not_told) <= 20000", name=op.f("ck_marker_why_not_told_filled")),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_marker_ended_at_sane")),
        sa.CheckConstraint("in_error_at >= '1990-01-01Z' AND in_error_at < '2200-01-01Z'", name=op.f("ck_marker_in_error_at_sane")),
        sa.CheckConstraint(
            "kind IN ('visit_in_pairs', 'meet_elsewhere', 'check_in', 'animal', 'premises', 'other')", name=op.f("ck_marker_kind_known")
        ),
        sa.CheckConstraint("known_on >= '1900-01-01' AND known_on < '2200-01-01'", name=op.f("ck_marker_known_on_sane")),
        sa.CheckConstraint("review_on >= '1900-01-01' AND review_on < '2200-01-01'", name=op.f("ck_marker_review_on_sane")),
        sa.CheckConstraint("reviewed_at >= '1990-01-01Z' AND reviewed_at < '2200-01-01Z'", name=op.f("ck_marker_reviewed_at_sane")),
        sa.CheckConstraint("set_at >= '1990-01-01Z' AND set_at < '2200-01-01Z'", name=op.f("ck_marker_set_at_sane")),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_marker_how_it_ended")
        ),
        sa.CheckConstraint(
            "(reviewed_at IS NULL) = (finding IS NULL) AND (reviewed_at IS NULL) = (reviewed_by IS NULL)",
            name=op.f("ck_marker_how_reviewed"),
        ),
        sa.CheckConstraint("ended_at >= set_at", name=op.f("ck_marker_ends_after_it_begins")),
        sa.CheckConstraint("family_told = (why_not_told IS NULL)", name=op.f("ck_marker_told_or_why_not")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_marker_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_marker_case_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["practitioner.id"], name=op.f("fk_marker_ended_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_marker_person_id")),
        sa.ForeignKeyConstraint(["reviewed_by"], ["practitioner.id"], name=op.f("fk_marker_reviewed_by")),
        sa.ForeignKeyConstraint(["set_by"], ["practitioner.id"], name=op.f("fk_marker_set_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marker")),
    )
    op.create_index("ix_marker_case_id", "marker", ["case_id", "set_at", "id"], unique=False)
    op.create_table(
        "safe_contact_revision",
        sa.Column("safe_contact_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("preferred", sa.Text(), nullable=True),
        sa.Column("unsafe", sa.Text(), nullable=True),
        sa.Column("not_shared_with", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("amended_by", sa.Uuid(), nullable=False),
        sa.Column("amended_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "amended_at >= '1990-01-01Z' AND amended_at < '2200-01-01Z'", name=op.f("ck_safe_contact_revision_amended_at_sane")
        ),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 200", name=op.f("ck_safe_contact_revision_reason_filled")),
        sa.ForeignKeyConstraint(["amended_by"], ["practitioner.id"], name=op.f("fk_safe_contact_revision_amended_by")),
        sa.ForeignKeyConstraint(["safe_contact_id"], ["safe_contact.id"], name=op.f("fk_safe_contact_revision_safe_contact_id")),
        sa.PrimaryKeyConstraint("safe_contact_id", "revision", name=op.f("pk_safe_contact_revision")),
    )
    for table in COUNTED:
        op.add_column(table, sa.Column("in_error_at", sa.DateTime(timezone=True), nullable=True))
        op.create_check_constraint(
            op.f(f"ck_{table}_in_error_at_sane"), table, "in_error_at >= '1990-01-01Z' AND in_error_at < '2200-01-01Z'"
        )


def downgrade() -> None:
    for table in COUNTED:
        op.drop_column(table, "in_error_at")
    op.drop_table("safe_contact_revision")
    op.drop_index("ix_marker_case_id", table_name="marker")
    op.drop_table("marker")
    op.drop_index("uq_error_mark_standing", table_name="error_mark", postgresql_where=sa.text("outcome IS DISTINCT FROM 'dismissed'"))
    op.drop_index("ix_error_mark_waiting", table_name="error_mark", postgresql_where=sa.text("outcome IS NULL"))
    op.drop_index("ix_error_mark_person_id", table_name="error_mark")
    op.drop_index("ix_error_mark_case_id", table_name="error_mark")
    op.drop_table("error_mark")
    op.drop_index("ix_contact_detail_person_id", table_name="contact_detail")
    op.drop_table("contact_detail")
    op.drop_index("uq_safe_contact_now", table_name="safe_contact", postgresql_where=sa.text("ended_at IS NULL AND in_error_at IS NULL"))
    op.drop_index("ix_safe_contact_person_id", table_name="safe_contact")
    op.drop_table("safe_contact")
    op.drop_index("ix_relationship_relative_id", table_name="relationship")
    op.drop_index("ix_relationship_person_id", table_name="relationship")
    op.drop_table("relationship")
    op.drop_index("ix_access_needs_person_id", table_name="access_needs")
    op.drop_table("access_needs")
