"""Make every table."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "agency",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.CheckConstraint("btrim(name) <> '' AND char_length(name) <= 200", name=op.f("ck_agency_name_filled")),
        sa.CheckConstraint("btrim(phone) <> '' AND char_length(phone) <= 200", name=op.f("ck_agency_phone_filled")),
        sa.CheckConstraint(
            "kind IN ('early_help', 'education', 'health', 'police', 'housing', 'social_care', 'voluntary', 'other')",
            name=op.f("ck_agency_kind_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
        sa.UniqueConstraint("name", name=op.f("uq_agency_name")),
    )
    op.create_table(
        "case_number",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_case_number")),
    )
    op.create_table(
        "council",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("only", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("entry_day_counts", sa.Boolean(), nullable=False),
        sa.Column("closed_on", sa.ARRAY(sa.Date()), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND char_length(name) <= 200", name=op.f("ck_council_name_filled")),
        sa.CheckConstraint("code ~ '^[0-9]{3}$'", name=op.f("ck_council_code_of_three_digits")),
        sa.CheckConstraint("cardinality(closed_on) <= 200", name=op.f("ck_council_closed_on_few")),
        sa.CheckConstraint('"only"', name=op.f("ck_council_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council")),
        sa.UniqueConstraint("only", name=op.f("uq_council_only")),
    )
    op.create_table(
        "event",
        sa.Column("stream_kind", sa.Text(), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("payload_hash", sa.LargeBinary(), nullable=False),
        sa.Column("prev", sa.LargeBinary(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("at >= '1990-01-01Z' AND at < '2200-01-01Z'", name=op.f("ck_event_at_sane")),
        sa.CheckConstraint("(salt IS NULL) = (payload IS NULL)", name=op.f("ck_event_erased_together")),
        sa.CheckConstraint("(seq = 1) = (prev IS NULL)", name=op.f("ck_event_prev_but_for_the_first")),
        sa.CheckConstraint("octet_length(hash) = 32 AND octet_length(payload_hash) = 32", name=op.f("ck_event_sha256")),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_event_seq_from_one")),
        sa.PrimaryKeyConstraint("stream_kind", "stream_id", "seq", name=op.f("pk_event")),
    )
    op.create_table(
        "locality",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND char_length(name) <= 200", name=op.f("ck_locality_name_filled")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_locality")),
        sa.UniqueConstraint("name", name=op.f("uq_locality_name")),
    )
    op.create_table(
        "read_trace",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("records", sa.ARRAY(sa.Text()), nullable=False),
        sa.CheckConstraint("at >= '1990-01-01Z' AND at < '2200-01-01Z'", name=op.f("ck_read_trace_at_sane")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_read_trace")),
    )
    op.create_index("ix_read_trace_actor", "read_trace", ["actor", "at"], unique=False)
    op.create_index("ix_read_trace_records", "read_trace", ["records"], unique=False, postgresql_using="gin")
    op.create_table(
        "idempotency_key",
        sa.Column("actor", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("stream_kind", sa.Text(), nullable=False),
        sa.Column("stream_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("record", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(key) BETWEEN 1 AND 200", name=op.f("ck_idempotency_key_key_length")),
        sa.ForeignKeyConstraint(
            ["stream_kind", "stream_id", "seq"],
            ["event.stream_kind", "event.stream_id", "event.seq"],
            name=op.f("fk_idempotency_key_stream_kind_stream_id_seq"),
        ),
        sa.PrimaryKeyConstraint("actor", "key", name=op.f("pk_idempotency_key")),
    )
    op.create_table(
        "practitioner",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("job_title", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("btrim(email) <> '' AND char_length(email) <= 200", name=op.f("ck_practitioner_email_filled")),
        sa.CheckConstraint("btrim(job_title) <> '' AND char_length(job_title) <= 200", name=op.f("ck_practitioner_job_title_filled")),
        sa.CheckConstraint("btrim(name) <> '' AND char_length(name) <= 200", name=op.f("ck_practitioner_name_filled")),
        sa.CheckConstraint("btrim(phone) <> '' AND char_length(phone) <= 200", name=op.f("ck_practitioner_phone_filled")),
        sa.CheckConstraint("email = lower(email) AND email LIKE '%_@_%'", name=op.f("ck_practitioner_email_plausible")),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_practitioner_ended_at_sane")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_practitioner_agency_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practitioner")),
        sa.UniqueConstraint("email", name=op.f("uq_practitioner_email")),
    )
    op.create_index(op.f("ix_practitioner_agency_id"), "practitioner", ["agency_id"], unique=False)
    op.create_table(
        "team",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("locality_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("triages", sa.Boolean(), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND char_length(name) <= 200", name=op.f("ck_team_name_filled")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_team_agency_id")),
        sa.ForeignKeyConstraint(["locality_id"], ["locality.id"], name=op.f("fk_team_locality_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("name", name=op.f("uq_team_name")),
    )
    op.create_index(
        "uq_team_triage_of_locality", "team", ["locality_id"], unique=True, postgresql_where="triages", postgresql_nulls_not_distinct=True
    )
    op.create_table(
        "appointment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("practitioner_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column("locality_id", sa.Uuid(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(role IN ('worker', 'triage', 'team_manager')) = (team_id IS NOT NULL)", name=op.f("ck_appointment_team_for_team_roles")
        ),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_appointment_ended_at_sane")),
        sa.CheckConstraint("locality_id IS NULL OR role = 'service_manager'", name=op.f("ck_appointment_locality_for_service_managers")),
        sa.CheckConstraint(
            "role IN ('worker', 'triage', 'team_manager', 'service_manager', 'administrator')", name=op.f("ck_appointment_role_known")
        ),
        sa.CheckConstraint("started_at >= '1990-01-01Z' AND started_at < '2200-01-01Z'", name=op.f("ck_appointment_started_at_sane")),
        sa.CheckConstraint("ended_at >= started_at", name=op.f("ck_appointment_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["locality_id"], ["locality.id"], name=op.f("fk_appointment_locality_id")),
        sa.ForeignKeyConstraint(["practitioner_id"], ["practitioner.id"], name=op.f("fk_appointment_practitioner_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_appointment_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
    )
    op.create_index(
        "uq_appointment_in_force",
        "appointment",
        ["practitioner_id", "role", "team_id", "locality_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "household",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column("unattached", sa.Boolean(), nullable=False),
        sa.CheckConstraint("btrim(address) <> '' AND char_length(address) <= 500", name=op.f("ck_household_address_filled")),
        sa.CheckConstraint("btrim(name) <> '' AND char_length(name) <= 200", name=op.f("ck_household_name_filled")),
        sa.ForeignKeyConstraint(["added_by"], ["practitioner.id"], name=op.f("fk_household_added_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    op.create_index("ix_household_unattached", "household", ["added_by"], unique=False, postgresql_where="unattached")
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("ethnicity", sa.Text(), nullable=True),
        sa.Column("nhs_number", sa.Text(), nullable=True),
        sa.Column("upn", sa.Text(), nullable=True),
        sa.Column("uln", sa.Text(), nullable=True),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column("unattached", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(kind = 'unborn_child') = (expected_on IS NOT NULL)", name=op.f("ck_person_expected_date_of_the_unborn")),
        sa.CheckConstraint("birth_date >= '1900-01-01' AND birth_date < '2200-01-01'", name=op.f("ck_person_birth_date_sane")),
        sa.CheckConstraint("birth_date IS NOT NULL OR kind IN ('unborn_child', 'adult')", name=op.f("ck_person_birth_date_of_the_young")),
        sa.CheckConstraint("btrim(family_name) <> '' AND char_length(family_name) <= 200", name=op.f("ck_person_family_name_filled")),
        sa.CheckConstraint("btrim(given_name) <> '' AND char_length(given_name) <= 200", name=op.f("ck_person_given_name_filled")),
        sa.CheckConstraint("expected_on >= '1900-01-01' AND expected_on < '2200-01-01'", name=op.f("ck_person_expected_on_sane")),
        sa.CheckConstraint("kind IN ('child', 'young_person', 'unborn_child', 'adult')", name=op.f("ck_person_kind_known")),
        sa.CheckConstraint("nhs_number ~ '^[0-9]{10}$'", name=op.f("ck_person_nhs_number_shape")),
        sa.CheckConstraint(
            "ethnicity IN ('WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU', 'NOBT')",
            name=op.f("ck_person_ethnicity_known"),
        ),
        sa.CheckConstraint("sex IN ('M', 'F', 'U', 'I')", name=op.f("ck_person_sex_known")),
        sa.CheckConstraint("uln ~ '^[0-9]{10}$'", name=op.f("ck_person_uln_shape")),
        sa.CheckConstraint("upn ~ '^[A-Z][0-9]{11}[0-9A-Z]$'", name=op.f("ck_person_upn_shape")),
        sa.CheckConstraint("expected_on IS NULL OR birth_date IS NULL", name=op.f("ck_person_born_or_expected")),
        sa.ForeignKeyConstraint(["added_by"], ["practitioner.id"], name=op.f("fk_person_added_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index("ix_person_nhs_number", "person", ["nhs_number"], unique=False, postgresql_where="nhs_number IS NOT NULL")
    op.create_index("ix_person_uln", "person", ["uln"], unique=False, postgresql_where="uln IS NOT NULL")
    op.create_index("ix_person_unattached", "person", ["added_by"], unique=False, postgresql_where="unattached")
    op.create_index("ix_person_upn", "person", ["upn"], unique=False, postgresql_where="upn IS NOT NULL")
    op.create_table(
        "cases",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("workflow", sa.Text(), nullable=False),
        sa.Column("workflow_version", sa.Integer(), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("paused_from", sa.Text(), nullable=True),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("locality_id", sa.Uuid(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("pause_until", sa.Date(), nullable=True),
        sa.Column("days_left", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(workflow = 'early-help' AND workflow_version = 1 AND state IN ('requested', 'triage', 'awaiting_agreement', 'assessing', 'awaiting_sign_off', 'planning', 'plan_active', 'reviewing', 'paused', 'closed', 'not_agreed', 'stepped_up'))",
            name=op.f("ck_cases_state_of_its_workflow"),
        ),
        sa.CheckConstraint("btrim(family_name) <> '' AND char_length(family_name) <= 200", name=op.f("ck_cases_family_name_filled")),
        sa.CheckConstraint("closed_at >= '1990-01-01Z' AND closed_at < '2200-01-01Z'", name=op.f("ck_cases_closed_at_sane")),
        sa.CheckConstraint("due_at >= '1990-01-01Z' AND due_at < '2200-01-01Z'", name=op.f("ck_cases_due_at_sane")),
        sa.CheckConstraint("entered_at >= '1990-01-01Z' AND entered_at < '2200-01-01Z'", name=op.f("ck_cases_entered_at_sane")),
        sa.CheckConstraint("next_review_on >= '1900-01-01' AND next_review_on < '2200-01-01'", name=op.f("ck_cases_next_review_on_sane")),
        sa.CheckConstraint("opened_at >= '1990-01-01Z' AND opened_at < '2200-01-01Z'", name=op.f("ck_cases_opened_at_sane")),
        sa.CheckConstraint("pause_until >= '1900-01-01' AND pause_until < '2200-01-01'", name=op.f("ck_cases_pause_until_sane")),
        sa.CheckConstraint("reference ~ '^EH-[0-9]{4}-[0-9]{4,}$'", name=op.f("ck_cases_reference_shape")),
        sa.CheckConstraint("(closed_at IS NULL) = (reason IS NULL)", name=op.f("ck_cases_reason_when_closed")),
        sa.CheckConstraint("closed_at >= opened_at", name=op.f("ck_cases_closed_after_opened")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_cases_household_id")),
        sa.ForeignKeyConstraint(["locality_id"], ["locality.id"], name=op.f("fk_cases_locality_id")),
        sa.ForeignKeyConstraint(["opened_by"], ["practitioner.id"], name=op.f("fk_cases_opened_by")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_cases_team_id")),
        sa.ForeignKeyConstraint(["worker_id"], ["practitioner.id"], name=op.f("fk_cases_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("reference", name=op.f("uq_cases_reference")),
    )
    op.create_index("ix_cases_due_at", "cases", ["due_at", "id"], unique=False, postgresql_where=sa.text("closed_at IS NULL"))
    op.create_index("ix_cases_household_id", "cases", ["household_id"], unique=False)
    op.create_index(
        "ix_cases_locality_id_due_at", "cases", ["locality_id", "due_at", "id"], unique=False, postgresql_where=sa.text("closed_at IS NULL")
    )
    op.create_index("ix_cases_opened_at", "cases", ["opened_at", "id"], unique=False)
    op.create_index("ix_cases_team_id", "cases", ["team_id"], unique=False)
    op.create_index(
        "ix_cases_team_id_due_at", "cases", ["team_id", "due_at", "id"], unique=False, postgresql_where=sa.text("closed_at IS NULL")
    )
    op.create_index("ix_cases_worker_id", "cases", ["worker_id"], unique=False)
    op.create_index(
        "ix_cases_worker_id_due_at", "cases", ["worker_id", "due_at", "id"], unique=False, postgresql_where=sa.text("closed_at IS NULL")
    )
    op.create_table(
        "household_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("joined_at >= '1990-01-01Z' AND joined_at < '2200-01-01Z'", name=op.f("ck_household_member_joined_at_sane")),
        sa.CheckConstraint("left_at >= '1990-01-01Z' AND left_at < '2200-01-01Z'", name=op.f("ck_household_member_left_at_sane")),
        sa.CheckConstraint(
            "role IN ('child', 'parent_or_carer', 'sibling_adult', 'grandparent', 'other_adult')",
            name=op.f("ck_household_member_role_known"),
        ),
        sa.CheckConstraint("left_at >= joined_at", name=op.f("ck_household_member_leaves_after_joining")),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_household_member_household_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_household_member_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
    )
    op.create_index("ix_household_member_household_id", "household_member", ["household_id", "joined_at", "id"], unique=False)
    op.create_index("ix_household_member_person_id", "household_member", ["person_id"], unique=False)
    op.create_index(
        "uq_household_member_now",
        "household_member",
        ["household_id", "person_id"],
        unique=True,
        postgresql_where=sa.text("left_at IS NULL"),
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("understanding", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_how", sa.Text(), nullable=True),
        sa.CheckConstraint("answer IN ('agreed', 'refused')", name=op.f("ck_agreement_answer_known")),
        sa.CheckConstraint("answered_at >= '1990-01-01Z' AND answered_at < '2200-01-01Z'", name=op.f("ck_agreement_answered_at_sane")),
        sa.CheckConstraint(
            "btrim(understanding) <> '' AND char_length(understanding) <= 20000", name=op.f("ck_agreement_understanding_filled")
        ),
        sa.CheckConstraint(
            "btrim(withdrawn_how) <> '' AND char_length(withdrawn_how) <= 200", name=op.f("ck_agreement_withdrawn_how_filled")
        ),
        sa.CheckConstraint("capacity <> 'gillick' OR understanding IS NOT NULL", name=op.f("ck_agreement_gillick_understanding")),
        sa.CheckConstraint(
            "capacity IN ('parental_responsibility', 'young_person', 'gillick', 'adult_self', 'mother_of_unborn')",
            name=op.f("ck_agreement_capacity_known"),
        ),
        sa.CheckConstraint("evidence IN ('signed', 'spoken_and_noted', 'electronic')", name=op.f("ck_agreement_evidence_known")),
        sa.CheckConstraint("until >= '1990-01-01Z' AND until < '2200-01-01Z'", name=op.f("ck_agreement_until_sane")),
        sa.CheckConstraint("withdrawn_at >= '1990-01-01Z' AND withdrawn_at < '2200-01-01Z'", name=op.f("ck_agreement_withdrawn_at_sane")),
        sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name=op.f("ck_agreement_who_withdrew")),
        sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_how IS NULL)", name=op.f("ck_agreement_how_it_was_withdrawn")),
        sa.CheckConstraint("until > answered_at", name=op.f("ck_agreement_ends_after_it_begins")),
        sa.CheckConstraint("withdrawn_at >= answered_at", name=op.f("ck_agreement_withdrawn_after_it_begins")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_agreement_case_id")),
        sa.ForeignKeyConstraint(["given_by"], ["person.id"], name=op.f("fk_agreement_given_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_agreement_person_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_agreement_recorded_by")),
        sa.ForeignKeyConstraint(["withdrawn_by"], ["person.id"], name=op.f("fk_agreement_withdrawn_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index("ix_agreement_case_id", "agreement", ["case_id", "person_id"], unique=False)
    op.create_table(
        "case_child",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_case_child_ended_at_sane")),
        sa.CheckConstraint("joined_at >= '1990-01-01Z' AND joined_at < '2200-01-01Z'", name=op.f("ck_case_child_joined_at_sane")),
        sa.CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name=op.f("ck_case_child_reason_when_ended")),
        sa.CheckConstraint("ended_at >= joined_at", name=op.f("ck_case_child_ends_after_joining")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_child_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case_child_person_id")),
        sa.PrimaryKeyConstraint("case_id", "person_id", name=op.f("pk_case_child")),
    )
    op.create_index("ix_case_child_person_id", "case_child", ["person_id"], unique=False)
    op.create_table(
        "lead_professional",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("practitioner_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("handover", sa.Text(), nullable=True),
        sa.CheckConstraint("btrim(handover) <> '' AND char_length(handover) <= 20000", name=op.f("ck_lead_professional_handover_filled")),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_lead_professional_ended_at_sane")),
        sa.CheckConstraint("kind IN ('acting', 'agreed')", name=op.f("ck_lead_professional_kind_known")),
        sa.CheckConstraint("started_at >= '1990-01-01Z' AND started_at < '2200-01-01Z'", name=op.f("ck_lead_professional_started_at_sane")),
        sa.CheckConstraint("ended_at >= started_at", name=op.f("ck_lead_professional_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_lead_professional_case_id")),
        sa.ForeignKeyConstraint(["practitioner_id"], ["practitioner.id"], name=op.f("fk_lead_professional_practitioner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_professional")),
    )
    op.create_index("ix_lead_professional_case_id", "lead_professional", ["case_id", "started_at", "id"], unique=False)
    op.create_index(
        "ix_lead_professional_now",
        "lead_professional",
        ["practitioner_id", "case_id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(text) <> '' AND char_length(text) <= 20000", name=op.f("ck_note_text_filled")),
        sa.CheckConstraint("happened_on >= '1900-01-01' AND happened_on < '2200-01-01'", name=op.f("ck_note_happened_on_sane")),
        sa.CheckConstraint(
            "kind IN ('home_visit', 'meeting', 'telephone_call', 'letter_or_message', 'school_visit', 'discussion', 'other')",
            name=op.f("ck_note_kind_known"),
        ),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_note_recorded_at_sane")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_note_revision_from_one")),
        sa.ForeignKeyConstraint(["author_id"], ["practitioner.id"], name=op.f("fk_note_author_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_note_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index("ix_note_case_id", "note", ["case_id", "happened_on", "id"], unique=False)
    op.create_table(
        "request_for_help",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("referrer_name", sa.Text(), nullable=True),
        sa.Column("referrer_role", sa.Text(), nullable=True),
        sa.Column("referrer_contact", sa.Text(), nullable=True),
        sa.Column("worries", sa.Text(), nullable=False),
        sa.Column("hopes", sa.Text(), nullable=True),
        sa.Column("family_knows", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_request_for_help_revision_from_one")),
        sa.CheckConstraint("(source = '9') OR referrer_name IS NOT NULL", name=op.f("ck_request_for_help_referrer_named")),
        sa.CheckConstraint("btrim(hopes) <> '' AND char_length(hopes) <= 20000", name=op.f("ck_request_for_help_hopes_filled")),
        sa.CheckConstraint(
            "btrim(referrer_contact) <> '' AND char_length(referrer_contact) <= 200",
            name=op.f("ck_request_for_help_referrer_contact_filled"),
        ),
        sa.CheckConstraint(
            "btrim(referrer_name) <> '' AND char_length(referrer_name) <= 200", name=op.f("ck_request_for_help_referrer_name_filled")
        ),
        sa.CheckConstraint(
            "btrim(referrer_role) <> '' AND char_length(referrer_role) <= 200", name=op.f("ck_request_for_help_referrer_role_filled")
        ),
        sa.CheckConstraint("btrim(worries) <> '' AND char_length(worries) <= 20000", name=op.f("ck_request_for_help_worries_filled")),
        sa.CheckConstraint(
            "received_at >= '1990-01-01Z' AND received_at < '2200-01-01Z'", name=op.f("ck_request_for_help_received_at_sane")
        ),
        sa.CheckConstraint(
            "source IN ('1A', '1B', '1C', '1D', '2A', '2B', '3A', '3B', '3C', '3D', '3E', '3F', '4', '5A', '5B', '5C', '6', '7', '8', '9', '10')",
            name=op.f("ck_request_for_help_source_known"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_request_for_help_case_id")),
        sa.ForeignKeyConstraint(["requested_by"], ["practitioner.id"], name=op.f("fk_request_for_help_requested_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_for_help")),
    )
    op.create_index("ix_request_for_help_requested_by", "request_for_help", ["requested_by"], unique=False)
    op.create_index("uq_request_for_help_case_id", "request_for_help", ["case_id"], unique=True)
    op.create_table(
        "team_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("practitioner_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("btrim(part) <> '' AND char_length(part) <= 200", name=op.f("ck_team_member_part_filled")),
        sa.CheckConstraint("joined_at >= '1990-01-01Z' AND joined_at < '2200-01-01Z'", name=op.f("ck_team_member_joined_at_sane")),
        sa.CheckConstraint("left_at >= '1990-01-01Z' AND left_at < '2200-01-01Z'", name=op.f("ck_team_member_left_at_sane")),
        sa.CheckConstraint("left_at >= joined_at", name=op.f("ck_team_member_leaves_after_joining")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_team_member_case_id")),
        sa.ForeignKeyConstraint(["practitioner_id"], ["practitioner.id"], name=op.f("fk_team_member_practitioner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_member")),
    )
    op.create_index("ix_team_member_case_id", "team_member", ["case_id", "joined_at", "id"], unique=False)
    op.create_index(
        "uq_team_member_now", "team_member", ["practitioner_id", "case_id"], unique=True, postgresql_where=sa.text("left_at IS NULL")
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_by", sa.Text(), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("case_id"), "="),
            where=sa.text("left_at IS NULL"),
            deferrable="True",
            initially="IMMEDIATE",
            using="btree",
            name="ex_visit_one_open",
        ),
        sa.CheckConstraint("due_at >= '1990-01-01Z' AND due_at < '2200-01-01Z'", name=op.f("ck_visit_due_at_sane")),
        sa.CheckConstraint("entered_at >= '1990-01-01Z' AND entered_at < '2200-01-01Z'", name=op.f("ck_visit_entered_at_sane")),
        sa.CheckConstraint("left_at >= '1990-01-01Z' AND left_at < '2200-01-01Z'", name=op.f("ck_visit_left_at_sane")),
        sa.CheckConstraint("(left_at IS NULL) = (left_by IS NULL)", name=op.f("ck_visit_left_by_a_trigger")),
        sa.CheckConstraint("left_at >= entered_at", name=op.f("ck_visit_leaves_after_entering")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_visit_agency_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_visit_case_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_visit_team_id")),
        sa.ForeignKeyConstraint(["worker_id"], ["practitioner.id"], name=op.f("fk_visit_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index("ix_visit_case_id", "visit", ["case_id", "entered_at", "id"], unique=False)
    op.create_table(
        "note_revision",
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("amended_by", sa.Uuid(), nullable=False),
        sa.Column("amended_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amended_at >= '1990-01-01Z' AND amended_at < '2200-01-01Z'", name=op.f("ck_note_revision_amended_at_sane")),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 200", name=op.f("ck_note_revision_reason_filled")),
        sa.ForeignKeyConstraint(["amended_by"], ["practitioner.id"], name=op.f("fk_note_revision_amended_by")),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_note_revision_note_id")),
        sa.PrimaryKeyConstraint("note_id", "revision", name=op.f("pk_note_revision")),
    )
    op.create_table(
        "note_seen",
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("own_words", sa.Text(), nullable=True),
        sa.CheckConstraint("btrim(own_words) <> '' AND char_length(own_words) <= 20000", name=op.f("ck_note_seen_own_words_filled")),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_note_seen_note_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_note_seen_person_id")),
        sa.PrimaryKeyConstraint("note_id", "person_id", name=op.f("pk_note_seen")),
    )


def downgrade() -> None:
    op.drop_table("note_seen")
    op.drop_table("note_revision")
    op.drop_index("ix_visit_case_id", table_name="visit")
    op.drop_table("visit")
    op.drop_index("uq_team_member_now", table_name="team_member", postgresql_where=sa.text("left_at IS NULL"))
    op.drop_index("ix_team_member_case_id", table_name="team_member")
    op.drop_table("team_member")
    op.drop_index("uq_request_for_help_case_id", table_name="request_for_help")
    op.drop_index("ix_request_for_help_requested_by", table_name="request_for_help")
    op.drop_table("request_for_help")
    op.drop_index("ix_note_case_id", table_name="note")
    op.drop_table("note")
    op.drop_index("ix_lead_professional_now", table_name="lead_professional", postgresql_where=sa.text("ended_at IS NULL"))
    op.drop_index("ix_lead_professional_case_id", table_name="lead_professional")
    op.drop_table("lead_professional")
    op.drop_index("ix_case_child_person_id", table_name="case_child")
    op.drop_table("case_child")
    op.drop_index("ix_agreement_case_id", table_name="agreement")
    op.drop_table("agreement")
    op.drop_index("uq_household_member_now", table_name="household_member", postgresql_where=sa.text("left_at IS NULL"))
    op.drop_index("ix_household_member_person_id", table_name="household_member")
    op.drop_index("ix_household_member_household_id", table_name="household_member")
    op.drop_table("household_member")
    op.drop_index("ix_cases_worker_id_due_at", table_name="cases", postgresql_where=sa.text("closed_at IS NULL"))
    op.drop_index("ix_cases_worker_id", table_name="cases")
    op.drop_index("ix_cases_team_id_due_at", table_name="cases", postgresql_where=sa.text("closed_at IS NULL"))
    op.drop_index("ix_cases_team_id", table_name="cases")
    op.drop_index("ix_cases_opened_at", table_name="cases")
    op.drop_index("ix_cases_locality_id_due_at", table_name="cases", postgresql_where=sa.text("closed_at IS NULL"))
    op.drop_index("ix_cases_household_id", table_name="cases")
    op.drop_index("ix_cases_due_at", table_name="cases", postgresql_where=sa.text("closed_at IS NULL"))
    op.drop_table("cases")
    op.drop_index("ix_person_upn", table_name="person", postgresql_where="upn IS NOT NULL")
    op.drop_index("ix_person_unattached", table_name="person", postgresql_where="unattached")
    op.drop_index("ix_person_uln", table_name="person", postgresql_where="uln IS NOT NULL")
    op.drop_index("ix_person_nhs_number", table_name="person", postgresql_where="nhs_number IS NOT NULL")
    op.drop_table("person")
    op.drop_index("ix_household_unattached", table_name="household", postgresql_where="unattached")
    op.drop_table("household")
    op.drop_index(
        "uq_appointment_in_force",
        table_name="appointment",
        postgresql_where=sa.text("ended_at IS NULL"),
        postgresql_nulls_not_distinct=True,
    )
    op.drop_table("appointment")
    op.drop_index("uq_team_triage_of_locality", table_name="team", postgresql_where="triages", postgresql_nulls_not_distinct=True)
    op.drop_table("team")
    op.drop_index(op.f("ix_practitioner_agency_id"), table_name="practitioner")
    op.drop_table("practitioner")
    op.drop_table("idempotency_key")
    op.drop_index("ix_read_trace_records", table_name="read_trace", postgresql_using="gin")
    op.drop_index("ix_read_trace_actor", table_name="read_trace")
    op.drop_table("read_trace")
    op.drop_table("locality")
    op.drop_table("event")
    op.drop_table("council")
    op.drop_table("case_number")
    op.drop_table("agency")
