"""Record intake."""

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "threshold_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        sa.Column("label_1", sa.Text(), nullable=False),
        sa.Column("label_2", sa.Text(), nullable=False),
        sa.Column("label_3", sa.Text(), nullable=False),
        sa.Column("label_4", sa.Text(), nullable=False),
        sa.CheckConstraint("btrim(label_1) <> '' AND char_length(label_1) <= 200", name=op.f("ck_threshold_document_label_1_filled")),
        sa.CheckConstraint("btrim(label_2) <> '' AND char_length(label_2) <= 200", name=op.f("ck_threshold_document_label_2_filled")),
        sa.CheckConstraint("btrim(label_3) <> '' AND char_length(label_3) <= 200", name=op.f("ck_threshold_document_label_3_filled")),
        sa.CheckConstraint("btrim(label_4) <> '' AND char_length(label_4) <= 200", name=op.f("ck_threshold_document_label_4_filled")),
        sa.CheckConstraint("btrim(title) <> '' AND char_length(title) <= 200", name=op.f("ck_threshold_document_title_filled")),
        sa.CheckConstraint(
            "in_force_from >= '1900-01-01' AND in_force_from < '2200-01-01'", name=op.f("ck_threshold_document_in_force_from_sane")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threshold_document")),
        sa.UniqueConstraint("in_force_from", name=op.f("uq_threshold_document_in_force_from")),
    )
    op.create_table(
        "concern",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("worry", sa.Text(), nullable=False),
        sa.Column("child_ids", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("told_family_or_why_not", sa.Text(), nullable=False),
        sa.Column("sent_by", sa.Uuid(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_wrongly", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "btrim(entered_wrongly) <> '' AND char_length(entered_wrongly) <= 20000", name=op.f("ck_concern_entered_wrongly_filled")
        ),
        sa.CheckConstraint(
            "btrim(told_family_or_why_not) <> '' AND char_length(told_family_or_why_not) <= 20000",
            name=op.f("ck_concern_told_family_or_why_not_filled"),
        ),
        sa.CheckConstraint("btrim(worry) <> '' AND char_length(worry) <= 20000", name=op.f("ck_concern_worry_filled")),
        sa.CheckConstraint("sent_at >= '1990-01-01Z' AND sent_at < '2200-01-01Z'", name=op.f("ck_concern_sent_at_sane")),
        sa.CheckConstraint("urgency IN ('now', 'today', 'soon')", name=op.f("ck_concern_urgency_known")),
        sa.CheckConstraint("cardinality(child_ids) > 0", name=op.f("ck_concern_about_somebody")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_concern_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_concern_case_id")),
        sa.ForeignKeyConstraint(["sent_by"], ["practitioner.id"], name=op.f("fk_concern_sent_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern")),
    )
    op.create_index("ix_concern_case_id", "concern", ["case_id", "sent_at", "id"], unique=False)
    op.create_table(
        "contact_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("tried_on", sa.Date(), nullable=False),
        sa.Column("means", sa.Text(), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(note) <> '' AND char_length(note) <= 20000", name=op.f("ck_contact_attempt_note_filled")),
        sa.CheckConstraint(
            "means IN ('telephone', 'letter', 'message', 'visit', 'through_agency')", name=op.f("ck_contact_attempt_means_known")
        ),
        sa.CheckConstraint(
            "recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_contact_attempt_recorded_at_sane")
        ),
        sa.CheckConstraint("tried_on >= '1900-01-01' AND tried_on < '2200-01-01'", name=op.f("ck_contact_attempt_tried_on_sane")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_contact_attempt_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_contact_attempt_case_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_contact_attempt_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_attempt")),
    )
    op.create_index("ix_contact_attempt_case_id", "contact_attempt", ["case_id", "tried_on", "id"], unique=False)
    op.create_table(
        "duplicate_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 20000", name=op.f("ck_duplicate_decision_reason_filled")),
        sa.CheckConstraint(
            "decided_at >= '1990-01-01Z' AND decided_at < '2200-01-01Z'", name=op.f("ck_duplicate_decision_decided_at_sane")
        ),
        sa.CheckConstraint("person_id <> other_id", name=op.f("ck_duplicate_decision_two_records")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_duplicate_decision_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_duplicate_decision_case_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["practitioner.id"], name=op.f("fk_duplicate_decision_decided_by")),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_duplicate_decision_other_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_duplicate_decision_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_decision")),
    )
    op.create_index("uq_duplicate_decision_pair", "duplicate_decision", ["case_id", "person_id", "other_id"], unique=True)
    op.create_table(
        "involvement_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("child_ids", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("checked_by", sa.Uuid(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(note) <> '' AND char_length(note) <= 20000", name=op.f("ck_involvement_check_note_filled")),
        sa.CheckConstraint("checked_at >= '1990-01-01Z' AND checked_at < '2200-01-01Z'", name=op.f("ck_involvement_check_checked_at_sane")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_involvement_check_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_involvement_check_case_id")),
        sa.ForeignKeyConstraint(["checked_by"], ["practitioner.id"], name=op.f("fk_involvement_check_checked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_involvement_check")),
    )
    op.create_index("ix_involvement_check_case_id", "involvement_check", ["case_id", "checked_at", "id"], unique=False)
    op.create_table(
        "referrer_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("means", sa.Text(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("why_not", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(said) <> '' AND char_length(said) <= 20000", name=op.f("ck_referrer_answer_said_filled")),
        sa.CheckConstraint("btrim(why_not) <> '' AND char_length(why_not) <= 20000", name=op.f("ck_referrer_answer_why_not_filled")),
        sa.CheckConstraint(
            "means IN ('telephone', 'letter', 'message', 'visit', 'through_agency')", name=op.f("ck_referrer_answer_means_known")
        ),
        sa.CheckConstraint(
            "recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_referrer_answer_recorded_at_sane")
        ),
        sa.CheckConstraint("told_on >= '1900-01-01' AND told_on < '2200-01-01'", name=op.f("ck_referrer_answer_told_on_sane")),
        sa.CheckConstraint("(said IS NULL) <> (why_not IS NULL)", name=op.f("ck_referrer_answer_told_or_why_not")),
        sa.CheckConstraint(
            "(said IS NULL) = (told_on IS NULL) AND (said IS NULL) = (means IS NULL)", name=op.f("ck_referrer_answer_when_and_how_told")
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_referrer_answer_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_referrer_answer_case_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_referrer_answer_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrer_answer")),
    )
    op.create_index("ix_referrer_answer_case_id", "referrer_answer", ["case_id", "recorded_at", "id"], unique=False)
    op.create_table(
        "risk_assessment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("tool_version", sa.Integer(), nullable=False),
        sa.Column("child_ids", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("harm", sa.Text(), nullable=False),
        sa.Column("vulnerability", sa.Text(), nullable=False),
        sa.Column("protection", sa.Text(), nullable=False),
        sa.Column("child_says", sa.Text(), nullable=False),
        sa.Column("not_known", sa.Text(), nullable=True),
        sa.Column("outlook", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "btrim(child_says) <> '' AND char_length(child_says) <= 20000", name=op.f("ck_risk_assessment_child_says_filled")
        ),
        sa.CheckConstraint("btrim(harm) <> '' AND char_length(harm) <= 20000", name=op.f("ck_risk_assessment_harm_filled")),
        sa.CheckConstraint("btrim(not_known) <> '' AND char_length(not_known) <= 20000", name=op.f("ck_risk_assessment_not_known_filled")),
        sa.CheckConstraint("btrim(outlook) <> '' AND char_length(outlook) <= 20000", name=op.f("ck_risk_assessment_outlook_filled")),
        sa.CheckConstraint(
            "btrim(protection) <> '' AND char_length(protection) <= 20000", name=op.f("ck_risk_assessment_protection_filled")
        ),
        sa.CheckConstraint(
            "btrim(vulnerability) <> '' AND char_length(vulnerability) <= 20000", name=op.f("ck_risk_assessment_vulnerability_filled")
        ),
        sa.CheckConstraint("decided_at >= '1990-01-01Z' AND decided_at < '2200-01-01Z'", name=op.f("ck_risk_assessment_decided_at_sane")),
        sa.CheckConstraint("cardinality(child_ids) > 0", name=op.f("ck_risk_assessment_about_somebody")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_risk_assessment_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_risk_assessment_case_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["practitioner.id"], name=op.f("fk_risk_assessment_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_assessment")),
    )
    op.create_index("ix_risk_assessment_case_id", "risk_assessment", ["case_id", "decided_at", "id"], unique=False)
    op.create_table(
        "safeguarding_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("at_risk", sa.Text(), nullable=False),
        sa.Column("risk", sa.Text(), nullable=False),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("counts_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("at_risk IN ('yes', 'no', 'not_known')", name=op.f("ck_safeguarding_check_at_risk_known")),
        sa.CheckConstraint("btrim(done) <> '' AND char_length(done) <= 20000", name=op.f("ck_safeguarding_check_done_filled")),
        sa.CheckConstraint("btrim(risk) <> '' AND char_length(risk) <= 20000", name=op.f("ck_safeguarding_check_risk_filled")),
        sa.CheckConstraint("checked_on >= '1900-01-01' AND checked_on < '2200-01-01'", name=op.f("ck_safeguarding_check_checked_on_sane")),
        sa.CheckConstraint(
            "counts_until >= '1990-01-01Z' AND counts_until < '2200-01-01Z'", name=op.f("ck_safeguarding_check_counts_until_sane")
        ),
        sa.CheckConstraint(
            "recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_safeguarding_check_recorded_at_sane")
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_safeguarding_check_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_safeguarding_check_case_id")),
        sa.ForeignKeyConstraint(["checked_by"], ["practitioner.id"], name=op.f("fk_safeguarding_check_checked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safeguarding_check")),
    )
    op.create_index("ix_safeguarding_check_case_id", "safeguarding_check", ["case_id", "checked_on", "id"], unique=False)
    op.create_table(
        "sibling_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("sibling_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("answer IN ('join', 'apart')", name=op.f("ck_sibling_decision_answer_known")),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 20000", name=op.f("ck_sibling_decision_reason_filled")),
        sa.CheckConstraint("decided_at >= '1990-01-01Z' AND decided_at < '2200-01-01Z'", name=op.f("ck_sibling_decision_decided_at_sane")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_sibling_decision_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_sibling_decision_case_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["practitioner.id"], name=op.f("fk_sibling_decision_decided_by")),
        sa.ForeignKeyConstraint(["sibling_id"], ["person.id"], name=op.f("fk_sibling_decision_sibling_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sibling_decision")),
    )
    op.create_index("uq_sibling_decision_sibling", "sibling_decision", ["case_id", "sibling_id"], unique=True)
    op.create_table(
        "social_care_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.Column("no_answer", sa.Boolean(), nullable=False),
        sa.Column("child_ids", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("route", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("advice", sa.Text(), nullable=True),
        sa.Column("disagreement", sa.Text(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_wrongly", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(advice) <> '' AND char_length(advice) <= 20000", name=op.f("ck_social_care_decision_advice_filled")),
        sa.CheckConstraint(
            "btrim(decided_by) <> '' AND char_length(decided_by) <= 200", name=op.f("ck_social_care_decision_decided_by_filled")
        ),
        sa.CheckConstraint(
            "btrim(disagreement) <> '' AND char_length(disagreement) <= 20000", name=op.f("ck_social_care_decision_disagreement_filled")
        ),
        sa.CheckConstraint(
            "btrim(entered_wrongly) <> '' AND char_length(entered_wrongly) <= 20000",
            name=op.f("ck_social_care_decision_entered_wrongly_filled"),
        ),
        sa.CheckConstraint(
            "btrim(reference) <> '' AND char_length(reference) <= 200", name=op.f("ck_social_care_decision_reference_filled")
        ),
        sa.CheckConstraint("btrim(why) <> '' AND char_length(why) <= 20000", name=op.f("ck_social_care_decision_why_filled")),
        sa.CheckConstraint(
            "decided_on >= '1900-01-01' AND decided_on < '2200-01-01'", name=op.f("ck_social_care_decision_decided_on_sane")
        ),
        sa.CheckConstraint(
            "recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_social_care_decision_recorded_at_sane")
        ),
        sa.CheckConstraint(
            "route IN ('child_in_need', 'child_protection', 'looked_after')", name=op.f("ck_social_care_decision_route_known")
        ),
        sa.CheckConstraint("NOT (taken AND no_answer)", name=op.f("ck_social_care_decision_no_answer_takes_nobody")),
        sa.CheckConstraint("cardinality(child_ids) > 0", name=op.f("ck_social_care_decision_about_somebody")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_social_care_decision_revision_from_one")),
        sa.CheckConstraint("taken = (route IS NOT NULL)", name=op.f("ck_social_care_decision_route_when_taken")),
        sa.CheckConstraint("taken OR why IS NOT NULL", name=op.f("ck_social_care_decision_why_not_taken")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_social_care_decision_case_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_social_care_decision_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_social_care_decision")),
    )
    op.create_index("ix_social_care_decision_case_id", "social_care_decision", ["case_id", "recorded_at", "id"], unique=False)
    op.create_table(
        "step_down",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("social_care_reference", sa.Text(), nullable=False),
        sa.Column("social_worker", sa.Text(), nullable=False),
        sa.Column("social_worker_contact", sa.Text(), nullable=True),
        sa.Column("social_worker_id", sa.Uuid(), nullable=True),
        sa.Column("handover", sa.Text(), nullable=True),
        sa.Column("social_care_closed_on", sa.Date(), nullable=True),
        sa.Column("handed_over_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(handover) <> '' AND char_length(handover) <= 20000", name=op.f("ck_step_down_handover_filled")),
        sa.CheckConstraint(
            "btrim(social_care_reference) <> '' AND char_length(social_care_reference) <= 200",
            name=op.f("ck_step_down_social_care_reference_filled"),
        ),
        sa.CheckConstraint(
            "btrim(social_worker) <> '' AND char_length(social_worker) <= 200", name=op.f("ck_step_down_social_worker_filled")
        ),
        sa.CheckConstraint(
            "btrim(social_worker_contact) <> '' AND char_length(social_worker_contact) <= 200",
            name=op.f("ck_step_down_social_worker_contact_filled"),
        ),
        sa.CheckConstraint(
            "handed_over_at >= '1990-01-01Z' AND handed_over_at < '2200-01-01Z'", name=op.f("ck_step_down_handed_over_at_sane")
        ),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_step_down_recorded_at_sane")),
        sa.CheckConstraint(
            "social_care_closed_on >= '1900-01-01' AND social_care_closed_on < '2200-01-01'",
            name=op.f("ck_step_down_social_care_closed_on_sane"),
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_step_down_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_step_down_case_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_step_down_recorded_by")),
        sa.ForeignKeyConstraint(["social_worker_id"], ["practitioner.id"], name=op.f("fk_step_down_social_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_down")),
    )
    op.create_index(
        "ix_step_down_social_worker_id",
        "step_down",
        ["social_worker_id"],
        unique=False,
        postgresql_where=sa.text("social_worker_id IS NOT NULL"),
    )
    op.create_index("uq_step_down_case_id", "step_down", ["case_id"], unique=True)
    op.create_table(
        "transfer_consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("given_by", sa.Uuid(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_transfer_consent_revision_from_one")),
        sa.CheckConstraint("(basis = 'safeguarding') = (given_by IS NULL)", name=op.f("ck_transfer_consent_who_answered")),
        sa.CheckConstraint("answered_on >= '1900-01-01' AND answered_on < '2200-01-01'", name=op.f("ck_transfer_consent_answered_on_sane")),
        sa.CheckConstraint("basis IN ('agreed', 'refused', 'safeguarding')", name=op.f("ck_transfer_consent_basis_known")),
        sa.CheckConstraint("btrim(how) <> '' AND char_length(how) <= 20000", name=op.f("ck_transfer_consent_how_filled")),
        sa.CheckConstraint(
            "recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_transfer_consent_recorded_at_sane")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_transfer_consent_case_id")),
        sa.ForeignKeyConstraint(["given_by"], ["person.id"], name=op.f("fk_transfer_consent_given_by")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_transfer_consent_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_consent")),
    )
    op.create_index("ix_transfer_consent_case_id", "transfer_consent", ["case_id", "recorded_at", "id"], unique=False)
    op.create_table(
        "transfer_offer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("council", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("offered_by", sa.Uuid(), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wait_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("answer_note", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("answer IN ('accepted', 'acknowledged', 'declined')", name=op.f("ck_transfer_offer_answer_known")),
        sa.CheckConstraint("answered_on >= '1900-01-01' AND answered_on < '2200-01-01'", name=op.f("ck_transfer_offer_answered_on_sane")),
        sa.CheckConstraint(
            "btrim(answer_note) <> '' AND char_length(answer_note) <= 20000", name=op.f("ck_transfer_offer_answer_note_filled")
        ),
        sa.CheckConstraint(
            "btrim(answered_by) <> '' AND char_length(answered_by) <= 200", name=op.f("ck_transfer_offer_answered_by_filled")
        ),
        sa.CheckConstraint("btrim(note) <> '' AND char_length(note) <= 20000", name=op.f("ck_transfer_offer_note_filled")),
        sa.CheckConstraint("council ~ '^[0-9]{3}$'", name=op.f("ck_transfer_offer_council_of_three_digits")),
        sa.CheckConstraint("offered_at >= '1990-01-01Z' AND offered_at < '2200-01-01Z'", name=op.f("ck_transfer_offer_offered_at_sane")),
        sa.CheckConstraint("wait_until >= '1990-01-01Z' AND wait_until < '2200-01-01Z'", name=op.f("ck_transfer_offer_wait_until_sane")),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (answered_by IS NULL)",
            name=op.f("ck_transfer_offer_answered_wholly"),
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_transfer_offer_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_transfer_offer_case_id")),
        sa.ForeignKeyConstraint(["offered_by"], ["practitioner.id"], name=op.f("fk_transfer_offer_offered_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_offer")),
    )
    op.create_index("ix_transfer_offer_case_id", "transfer_offer", ["case_id", "offered_at", "id"], unique=False)
    op.create_table(
        "wait",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("about", sa.Uuid(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("due_at >= '1990-01-01Z' AND due_at < '2200-01-01Z'", name=op.f("ck_wait_due_at_sane")),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_wait_ended_at_sane")),
        sa.CheckConstraint(
            "kind IN ('involvement_answer', 'social_care_decision', 'social_care_handover', 'receiving_council', 'closure_agreement', 'threshold_approval', 'referrer_to_be_told', 'lead_to_be_agreed')",
            name=op.f("ck_wait_kind_known"),
        ),
        sa.CheckConstraint("started_at >= '1990-01-01Z' AND started_at < '2200-01-01Z'", name=op.f("ck_wait_started_at_sane")),
        sa.CheckConstraint("ended_at >= started_at", name=op.f("ck_wait_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_wait_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wait")),
    )
    op.create_index("ix_wait_case_id", "wait", ["case_id", "due_at", "id"], unique=False)
    op.create_index("ix_wait_due_at", "wait", ["due_at", "id"], unique=False, postgresql_where=sa.text("ended_at IS NULL"))
    op.create_table(
        "concern_chaser",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("concern_id", sa.Uuid(), nullable=False),
        sa.Column("to_whom", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("sent_by", sa.Uuid(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_wrongly", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "btrim(entered_wrongly) <> '' AND char_length(entered_wrongly) <= 20000", name=op.f("ck_concern_chaser_entered_wrongly_filled")
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_concern_chaser_revision_from_one")),
        sa.CheckConstraint("btrim(note) <> '' AND char_length(note) <= 20000", name=op.f("ck_concern_chaser_note_filled")),
        sa.CheckConstraint("btrim(to_whom) <> '' AND char_length(to_whom) <= 200", name=op.f("ck_concern_chaser_to_whom_filled")),
        sa.CheckConstraint("sent_at >= '1990-01-01Z' AND sent_at < '2200-01-01Z'", name=op.f("ck_concern_chaser_sent_at_sane")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_concern_chaser_case_id")),
        sa.ForeignKeyConstraint(["concern_id"], ["concern.id"], name=op.f("fk_concern_chaser_concern_id")),
        sa.ForeignKeyConstraint(["sent_by"], ["practitioner.id"], name=op.f("fk_concern_chaser_sent_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_chaser")),
    )
    op.create_index("ix_concern_chaser_concern_id", "concern_chaser", ["concern_id", "sent_at", "id"], unique=False)
    op.create_table(
        "involvement_finding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("lead_name", sa.Text(), nullable=True),
        sa.Column("lead_role", sa.Text(), nullable=True),
        sa.Column("lead_phone", sa.Text(), nullable=True),
        sa.CheckConstraint("btrim(agency) <> '' AND char_length(agency) <= 200", name=op.f("ck_involvement_finding_agency_filled")),
        sa.CheckConstraint(
            "btrim(lead_name) <> '' AND char_length(lead_name) <= 200", name=op.f("ck_involvement_finding_lead_name_filled")
        ),
        sa.CheckConstraint(
            "btrim(lead_phone) <> '' AND char_length(lead_phone) <= 200", name=op.f("ck_involvement_finding_lead_phone_filled")
        ),
        sa.CheckConstraint(
            "btrim(lead_role) <> '' AND char_length(lead_role) <= 200", name=op.f("ck_involvement_finding_lead_role_filled")
        ),
        sa.CheckConstraint("since >= '1900-01-01' AND since < '2200-01-01'", name=op.f("ck_involvement_finding_since_sane")),
        sa.ForeignKeyConstraint(["check_id"], ["involvement_check.id"], name=op.f("fk_involvement_finding_check_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_involvement_finding_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_involvement_finding")),
    )
    op.create_index("ix_involvement_finding_check_id", "involvement_finding", ["check_id", "since", "id"], unique=False)
    op.create_table(
        "risk_factor",
        sa.Column("risk_assessment_id", sa.Uuid(), nullable=False),
        sa.Column("factor", sa.Text(), nullable=False),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=True),
        sa.CheckConstraint("btrim(known) <> '' AND char_length(known) <= 2000", name=op.f("ck_risk_factor_known_filled")),
        sa.CheckConstraint(
            "factor IN ('neglect', 'emotional', 'physical', 'sexual', 'domestic_abuse', 'exploitation', 'missing', 'harmful_practice', 'adult_mental_health', 'adult_substances', 'adult_disability', 'child_mental_health', 'child_substances', 'child_disability', 'behaviour', 'young_carer', 'away_from_parents', 'hardship', 'history')",
            name=op.f("ck_risk_factor_factor_known"),
        ),
        sa.CheckConstraint("presence IN ('present', 'suspected', 'not_present', 'not_known')", name=op.f("ck_risk_factor_presence_known")),
        sa.ForeignKeyConstraint(["risk_assessment_id"], ["risk_assessment.id"], name=op.f("fk_risk_factor_risk_assessment_id")),
        sa.PrimaryKeyConstraint("risk_assessment_id", "factor", name=op.f("pk_risk_factor")),
    )
    op.create_table(
        "risk_protective_factor",
        sa.Column("risk_assessment_id", sa.Uuid(), nullable=False),
        sa.Column("factor", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=True),
        sa.CheckConstraint("btrim(known) <> '' AND char_length(known) <= 2000", name=op.f("ck_risk_protective_factor_known_filled")),
        sa.CheckConstraint(
            "factor IN ('safe_adult', 'acknowledges', 'takes_up_help', 'school', 'voice', 'network', 'stable_home', 'distance')",
            name=op.f("ck_risk_protective_factor_factor_known"),
        ),
        sa.CheckConstraint("strength IN ('strong', 'some', 'none', 'not_known')", name=op.f("ck_risk_protective_factor_strength_known")),
        sa.ForeignKeyConstraint(["risk_assessment_id"], ["risk_assessment.id"], name=op.f("fk_risk_protective_factor_risk_assessment_id")),
        sa.PrimaryKeyConstraint("risk_assessment_id", "factor", name=op.f("pk_risk_protective_factor")),
    )
    op.create_table(
        "threshold_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("risk_assessment_id", sa.Uuid(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("goes_on", sa.Text(), nullable=True),
        sa.Column("does_not_go_on", sa.Text(), nullable=True),
        sa.Column("sections", sa.Text(), nullable=True),
        sa.Column("analysis", sa.Text(), nullable=True),
        sa.Column("not_known", sa.Text(), nullable=True),
        sa.Column("sources_asked", sa.Text(), nullable=True),
        sa.Column("family_view", sa.Text(), nullable=True),
        sa.Column("family_told", sa.Text(), nullable=True),
        sa.Column("referrer_view", sa.Text(), nullable=True),
        sa.Column("family_agreed_to_checks", sa.Boolean(), nullable=True),
        sa.Column("disagreement", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("needs_approval", sa.Boolean(), nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approval_note", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_threshold_decision_revision_from_one")),
        sa.CheckConstraint(
            "approved_at >= '1990-01-01Z' AND approved_at < '2200-01-01Z'", name=op.f("ck_threshold_decision_approved_at_sane")
        ),
        sa.CheckConstraint("basis IN ('request', 'assessment')", name=op.f("ck_threshold_decision_basis_known")),
        sa.CheckConstraint("btrim(analysis) <> '' AND char_length(analysis) <= 20000", name=op.f("ck_threshold_decision_analysis_filled")),
        sa.CheckConstraint(
            "btrim(approval_note) <> '' AND char_length(approval_note) <= 20000", name=op.f("ck_threshold_decision_approval_note_filled")
        ),
        sa.CheckConstraint(
            "btrim(disagreement) <> '' AND char_length(disagreement) <= 20000", name=op.f("ck_threshold_decision_disagreement_filled")
        ),
        sa.CheckConstraint(
            "btrim(does_not_go_on) <> '' AND char_length(does_not_go_on) <= 20000", name=op.f("ck_threshold_decision_does_not_go_on_filled")
        ),
        sa.CheckConstraint(
            "btrim(family_told) <> '' AND char_length(family_told) <= 20000", name=op.f("ck_threshold_decision_family_told_filled")
        ),
        sa.CheckConstraint(
            "btrim(family_view) <> '' AND char_length(family_view) <= 20000", name=op.f("ck_threshold_decision_family_view_filled")
        ),
        sa.CheckConstraint("btrim(goes_on) <> '' AND char_length(goes_on) <= 20000", name=op.f("ck_threshold_decision_goes_on_filled")),
        sa.CheckConstraint(
            "btrim(not_known) <> '' AND char_length(not_known) <= 20000", name=op.f("ck_threshold_decision_not_known_filled")
        ),
        sa.CheckConstraint("btrim(reasons) <> '' AND char_length(reasons) <= 20000", name=op.f("ck_threshold_decision_reasons_filled")),
        sa.CheckConstraint(
            "btrim(referrer_view) <> '' AND char_length(referrer_view) <= 20000", name=op.f("ck_threshold_decision_referrer_view_filled")
        ),
        sa.CheckConstraint("btrim(sections) <> '' AND char_length(sections) <= 200", name=op.f("ck_threshold_decision_sections_filled")),
        sa.CheckConstraint(
            "btrim(sources_asked) <> '' AND char_length(sources_asked) <= 20000", name=op.f("ck_threshold_decision_sources_asked_filled")
        ),
        sa.CheckConstraint(
            "decided_at >= '1990-01-01Z' AND decided_at < '2200-01-01Z'", name=op.f("ck_threshold_decision_decided_at_sane")
        ),
        sa.CheckConstraint(
            "outcome IN ('universal', 'single_agency', 'early_help_assessment', 'social_care_assessment')",
            name=op.f("ck_threshold_decision_outcome_known"),
        ),
        sa.CheckConstraint("(approved_at IS NULL) = (approved_by IS NULL)", name=op.f("ck_threshold_decision_who_approved")),
        sa.CheckConstraint("approved_at IS NULL OR needs_approval", name=op.f("ck_threshold_decision_approved_when_asked")),
        sa.CheckConstraint("approved_by <> decided_by", name=op.f("ck_threshold_decision_approved_by_another")),
        sa.CheckConstraint("level BETWEEN 1 AND 4", name=op.f("ck_threshold_decision_level_of_four")),
        sa.ForeignKeyConstraint(["approved_by"], ["practitioner.id"], name=op.f("fk_threshold_decision_approved_by")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_threshold_decision_case_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["practitioner.id"], name=op.f("fk_threshold_decision_decided_by")),
        sa.ForeignKeyConstraint(["document_id"], ["threshold_document.id"], name=op.f("fk_threshold_decision_document_id")),
        sa.ForeignKeyConstraint(["risk_assessment_id"], ["risk_assessment.id"], name=op.f("fk_threshold_decision_risk_assessment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threshold_decision")),
    )
    op.create_index("ix_threshold_decision_case_id", "threshold_decision", ["case_id", "decided_at", "id"], unique=False)
    op.create_index("ix_threshold_decision_document_id", "threshold_decision", ["document_id", "decided_at"], unique=False)
    op.create_table(
        "transfer_chaser",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("to_whom", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("sent_by", sa.Uuid(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_wrongly", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "btrim(entered_wrongly) <> '' AND char_length(entered_wrongly) <= 20000", name=op.f("ck_transfer_chaser_entered_wrongly_filled")
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_transfer_chaser_revision_from_one")),
        sa.CheckConstraint("btrim(note) <> '' AND char_length(note) <= 20000", name=op.f("ck_transfer_chaser_note_filled")),
        sa.CheckConstraint("btrim(to_whom) <> '' AND char_length(to_whom) <= 200", name=op.f("ck_transfer_chaser_to_whom_filled")),
        sa.CheckConstraint("sent_at >= '1990-01-01Z' AND sent_at < '2200-01-01Z'", name=op.f("ck_transfer_chaser_sent_at_sane")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_transfer_chaser_case_id")),
        sa.ForeignKeyConstraint(["offer_id"], ["transfer_offer.id"], name=op.f("fk_transfer_chaser_offer_id")),
        sa.ForeignKeyConstraint(["sent_by"], ["practitioner.id"], name=op.f("fk_transfer_chaser_sent_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_chaser")),
    )
    op.create_index("ix_transfer_chaser_offer_id", "transfer_chaser", ["offer_id", "sent_at", "id"], unique=False)
    op.create_table(
        "threshold_child",
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 4", name=op.f("ck_threshold_child_level_of_four")),
        sa.ForeignKeyConstraint(["decision_id"], ["threshold_decision.id"], name=op.f("fk_threshold_child_decision_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_threshold_child_person_id")),
        sa.PrimaryKeyConstraint("decision_id", "person_id", name=op.f("pk_threshold_child")),
    )
    op.add_column("cases", sa.Column("previous_case_id", sa.Uuid(), nullable=True))
    op.create_index("ix_cases_previous_case_id", "cases", ["previous_case_id"], unique=False)
    op.create_foreign_key(op.f("fk_cases_previous_case_id"), "cases", "cases", ["previous_case_id"], ["id"])
    op.create_index("ix_person_birth_date", "person", ["birth_date"], unique=False)
    op.create_table(
        "agency_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("entered_wrongly", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("answered_on >= '1900-01-01' AND answered_on < '2200-01-01'", name=op.f("ck_agency_question_answered_on_sane")),
        sa.CheckConstraint("asked_at >= '1990-01-01Z' AND asked_at < '2200-01-01Z'", name=op.f("ck_agency_question_asked_at_sane")),
        sa.CheckConstraint("btrim(answer) <> '' AND char_length(answer) <= 20000", name=op.f("ck_agency_question_answer_filled")),
        sa.CheckConstraint(
            "btrim(answered_by) <> '' AND char_length(answered_by) <= 200", name=op.f("ck_agency_question_answered_by_filled")
        ),
        sa.CheckConstraint(
            "btrim(entered_wrongly) <> '' AND char_length(entered_wrongly) <= 20000", name=op.f("ck_agency_question_entered_wrongly_filled")
        ),
        sa.CheckConstraint("btrim(ground) <> '' AND char_length(ground) <= 20000", name=op.f("ck_agency_question_ground_filled")),
        sa.CheckConstraint("btrim(question) <> '' AND char_length(question) <= 20000", name=op.f("ck_agency_question_question_filled")),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (answered_by IS NULL)",
            name=op.f("ck_agency_question_answered_wholly"),
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_agency_question_revision_from_one")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_agency_question_agency_id")),
        sa.ForeignKeyConstraint(["asked_by"], ["practitioner.id"], name=op.f("fk_agency_question_asked_by")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_agency_question_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_question")),
    )
    op.create_index("ix_agency_question_case_id", "agency_question", ["case_id", "asked_at", "id"], unique=False)
    op.create_table(
        "closure_proposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn", sa.Text(), nullable=True),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.Column("answer_note", sa.Text(), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "answered_at >= '1990-01-01Z' AND answered_at < '2200-01-01Z'", name=op.f("ck_closure_proposal_answered_at_sane")
        ),
        sa.CheckConstraint(
            "btrim(answer_note) <> '' AND char_length(answer_note) <= 20000", name=op.f("ck_closure_proposal_answer_note_filled")
        ),
        sa.CheckConstraint("btrim(reason) <> '' AND char_length(reason) <= 200", name=op.f("ck_closure_proposal_reason_filled")),
        sa.CheckConstraint("btrim(why) <> '' AND char_length(why) <= 20000", name=op.f("ck_closure_proposal_why_filled")),
        sa.CheckConstraint("btrim(withdrawn) <> '' AND char_length(withdrawn) <= 20000", name=op.f("ck_closure_proposal_withdrawn_filled")),
        sa.CheckConstraint(
            "proposed_at >= '1990-01-01Z' AND proposed_at < '2200-01-01Z'", name=op.f("ck_closure_proposal_proposed_at_sane")
        ),
        sa.CheckConstraint(
            "(agreed IS NULL) = (answered_at IS NULL) AND (agreed IS NULL) = (answered_by IS NULL)",
            name=op.f("ck_closure_proposal_answered_wholly"),
        ),
        sa.CheckConstraint("agreed OR answer_note IS NOT NULL", name=op.f("ck_closure_proposal_no_says_why")),
        sa.CheckConstraint("answered_by <> proposed_by", name=op.f("ck_closure_proposal_answered_by_another")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_closure_proposal_revision_from_one")),
        sa.ForeignKeyConstraint(["answered_by"], ["practitioner.id"], name=op.f("fk_closure_proposal_answered_by")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_closure_proposal_case_id")),
        sa.ForeignKeyConstraint(["proposed_by"], ["practitioner.id"], name=op.f("fk_closure_proposal_proposed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure_proposal")),
    )
    op.create_index("ix_closure_proposal_case_id", "closure_proposal", ["case_id", "proposed_at", "id"], unique=False)
    op.create_index(
        "uq_closure_proposal_waiting",
        "closure_proposal",
        ["case_id"],
        unique=True,
        postgresql_where=sa.text("answered_at IS NULL AND withdrawn IS NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "uq_closure_proposal_waiting", table_name="closure_proposal", postgresql_where=sa.text("answered_at IS NULL AND withdrawn IS NULL")
    )
    op.drop_index("ix_closure_proposal_case_id", table_name="closure_proposal")
    op.drop_table("closure_proposal")
    op.drop_index("ix_agency_question_case_id", table_name="agency_question")
    op.drop_table("agency_question")
    op.drop_index("ix_person_birth_date", table_name="person")
    op.drop_constraint(op.f("fk_cases_previous_case_id"), "cases", type_="foreignkey")
    op.drop_index("ix_cases_previous_case_id", table_name="cases")
    op.drop_column("cases", "previous_case_id")
    op.drop_table("threshold_child")
    op.drop_index("ix_transfer_chaser_offer_id", table_name="transfer_chaser")
    op.drop_table("transfer_chaser")
    op.drop_index("ix_threshold_decision_document_id", table_name="threshold_decision")
    op.drop_index("ix_threshold_decision_case_id", table_name="threshold_decision")
    op.drop_table("threshold_decision")
    op.drop_table("risk_protective_factor")
    op.drop_table("risk_factor")
    op.drop_index("ix_involvement_finding_check_id", table_name="involvement_finding")
    op.drop_table("involvement_finding")
    op.drop_index("ix_concern_chaser_concern_id", table_name="concern_chaser")
    op.drop_table("concern_chaser")
    op.drop_index("ix_wait_due_at", table_name="wait", postgresql_where=sa.text("ended_at IS NULL"))
    op.drop_index("ix_wait_case_id", table_name="wait")
    op.drop_table("wait")
    op.drop_index("ix_transfer_offer_case_id", table_name="transfer_offer")
    op.drop_table("transfer_offer")
    op.drop_index("ix_transfer_consent_case_id", table_name="transfer_consent")
    op.drop_table("transfer_consent")
    op.drop_index("uq_step_down_case_id", table_name="step_down")
    op.drop_index("ix_step_down_social_worker_id", table_name="step_down", postgresql_where=sa.text("social_worker_id IS NOT NULL"))
    op.drop_table("step_down")
    op.drop_index("ix_social_care_decision_case_id", table_name="social_care_decision")
    op.drop_table("social_care_decision")
    op.drop_index("uq_sibling_decision_sibling", table_name="sibling_decision")
    op.drop_table("sibling_decision")
    op.drop_index("ix_safeguarding_check_case_id", table_name="safeguarding_check")
    op.drop_table("safeguarding_check")
    op.drop_index("ix_risk_assessment_case_id", table_name="risk_assessment")
    op.drop_table("risk_assessment")
    op.drop_index("ix_referrer_answer_case_id", table_name="referrer_answer")
    op.drop_table("referrer_answer")
    op.drop_index("ix_involvement_check_case_id", table_name="involvement_check")
    op.drop_table("involvement_check")
    op.drop_index("uq_duplicate_decision_pair", table_name="duplicate_decision")
    op.drop_table("duplicate_decision")
    op.drop_index("ix_contact_attempt_case_id", table_name="contact_attempt")
    op.drop_table("contact_attempt")
    op.drop_index("ix_concern_case_id", table_name="concern")
    op.drop_table("concern")
    op.drop_table("threshold_document")
