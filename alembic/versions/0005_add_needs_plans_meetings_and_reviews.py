"""Add needs, plans, meetings and reviews."""

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "closing_summary",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("what_is_better", sa.Text(), nullable=False),
        sa.Column("who_helps", sa.Text(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "btrim(what_is_better) <> '' AND char_length(what_is_better) <= 20000", name=op.f("ck_closing_summary_what_is_better_filled")
        ),
        sa.CheckConstraint("btrim(who_helps) <> '' AND char_length(who_helps) <= 20000", name=op.f("ck_closing_summary_who_helps_filled")),
        sa.CheckConstraint("written_at >= '1990-01-01Z' AND written_at < '2200-01-01Z'", name=op.f("ck_closing_summary_written_at_sane")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_closing_summary_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_closing_summary_case_id")),
        sa.ForeignKeyConstraint(["written_by"], ["practitioner.id"], name=op.f("fk_closing_summary_written_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing_summary")),
    )
    op.create_index("uq_closing_summary_case_id", "closing_summary", ["case_id"], unique=True)
    op.create_table(
        "family_told",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("how", sa.Text(), nullable=True),
        sa.Column("why_not", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("btrim(how) <> '' AND char_length(how) <= 20000", name=op.f("ck_family_told_how_filled")),
        sa.CheckConstraint("btrim(why_not) <> '' AND char_length(why_not) <= 20000", name=op.f("ck_family_told_why_not_filled")),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_family_told_recorded_at_sane")),
        sa.CheckConstraint("told_on >= '1900-01-01' AND told_on < '2200-01-01'", name=op.f("ck_family_told_told_on_sane")),
        sa.CheckConstraint("(told_on IS NULL) = (how IS NULL)", name=op.f("ck_family_told_how_when_told")),
        sa.CheckConstraint("(told_on IS NULL) = (why_not IS NOT NULL)", name=op.f("ck_family_told_told_or_why_not")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_family_told_case_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_family_told_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family_told")),
    )
    op.create_index("ix_family_told_case_id", "family_told", ["case_id", "recorded_at", "id"], unique=False)
    op.create_table(
        "need",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=True),
        sa.Column("identified_on", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_why", sa.Text(), nullable=True),
        sa.Column("unanswered_why", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("(source = 'send_pathfinder') = (case_id IS NULL)", name=op.f("ck_need_case_unless_from_send")),
        sa.CheckConstraint("(source = 'send_pathfinder') = (recorded_by IS NULL)", name=op.f("ck_need_recorded_by_unless_from_send")),
        sa.CheckConstraint(
            "area IN ('communication', 'learning', 'semh', 'sensory_physical', 'health', 'early_years', 'education', 'independence', 'relationships', 'parenting', 'adult_health', 'substances', 'domestic_abuse', 'safety', 'crime', 'housing', 'money', 'young_carer', 'community')",
            name=op.f("ck_need_area_known"),
        ),
        sa.CheckConstraint("btrim(description) <> '' AND char_length(description) <= 20000", name=op.f("ck_need_description_filled")),
        sa.CheckConstraint("btrim(status_why) <> '' AND char_length(status_why) <= 20000", name=op.f("ck_need_status_why_filled")),
        sa.CheckConstraint(
            "btrim(unanswered_why) <> '' AND char_length(unanswered_why) <= 20000", name=op.f("ck_need_unanswered_why_filled")
        ),
        sa.CheckConstraint("identified_on >= '1900-01-01' AND identified_on < '2200-01-01'", name=op.f("ck_need_identified_on_sane")),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_need_recorded_at_sane")),
        sa.CheckConstraint("source IN ('early_help', 'caf', 'send_pathfinder')", name=op.f("ck_need_source_known")),
        sa.CheckConstraint("status = 'open' OR status_why IS NOT NULL", name=op.f("ck_need_reason_when_not_open")),
        sa.CheckConstraint("status IN ('open', 'met', 'ended')", name=op.f("ck_need_status_known")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_need_revision_from_one")),
        sa.CheckConstraint("severity BETWEEN 0 AND 10", name=op.f("ck_need_severity_to_ten")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_need_case_id")),
        sa.ForeignKeyConstraint(["child_id"], ["person.id"], name=op.f("fk_need_child_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_need_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
    )
    op.create_index("ix_need_case_id", "need", ["case_id", "identified_on", "id"], unique=False)
    op.create_index("ix_need_child_id", "need", ["child_id", "identified_on", "id"], unique=False)
    op.create_table(
        "outcome",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("by_when", sa.Date(), nullable=False),
        sa.Column("baseline", sa.Integer(), nullable=True),
        sa.Column("baseline_why_not", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_why", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("(status = 'open') = (ended_at IS NULL)", name=op.f("ck_outcome_ended_unless_open")),
        sa.CheckConstraint("(status = 'open') = (status_why IS NULL)", name=op.f("ck_outcome_reason_unless_open")),
        sa.CheckConstraint("added_at >= '1990-01-01Z' AND added_at < '2200-01-01Z'", name=op.f("ck_outcome_added_at_sane")),
        sa.CheckConstraint(
            "btrim(baseline_why_not) <> '' AND char_length(baseline_why_not) <= 20000", name=op.f("ck_outcome_baseline_why_not_filled")
        ),
        sa.CheckConstraint("btrim(status_why) <> '' AND char_length(status_why) <= 20000", name=op.f("ck_outcome_status_why_filled")),
        sa.CheckConstraint("btrim(wording) <> '' AND char_length(wording) <= 20000", name=op.f("ck_outcome_wording_filled")),
        sa.CheckConstraint("by_when >= '1900-01-01' AND by_when < '2200-01-01'", name=op.f("ck_outcome_by_when_sane")),
        sa.CheckConstraint("ended_at >= '1990-01-01Z' AND ended_at < '2200-01-01Z'", name=op.f("ck_outcome_ended_at_sane")),
        sa.CheckConstraint("status IN ('open', 'achieved', 'ended')", name=op.f("ck_outcome_status_known")),
        sa.CheckConstraint("(baseline IS NULL) = (baseline_why_not IS NOT NULL)", name=op.f("ck_outcome_baseline_or_why_not")),
        sa.CheckConstraint("baseline BETWEEN 0 AND 10", name=op.f("ck_outcome_baseline_to_ten")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_outcome_revision_from_one")),
        sa.ForeignKeyConstraint(["added_by"], ["practitioner.id"], name=op.f("fk_outcome_added_by")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_outcome_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
    )
    op.create_index("ix_outcome_case_id", "outcome", ["case_id", "by_when", "id"], unique=False)
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("family_views", sa.Text(), nullable=True),
        sa.Column("decisions", sa.Text(), nullable=False),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("lead_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(decisions) <> '' AND char_length(decisions) <= 20000", name=op.f("ck_meeting_decisions_filled")),
        sa.CheckConstraint("btrim(family_views) <> '' AND char_length(family_views) <= 20000", name=op.f("ck_meeting_family_views_filled")),
        sa.CheckConstraint("held_on >= '1900-01-01' AND held_on < '2200-01-01'", name=op.f("ck_meeting_held_on_sane")),
        sa.CheckConstraint("next_review_on >= '1900-01-01' AND next_review_on < '2200-01-01'", name=op.f("ck_meeting_next_review_on_sane")),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_meeting_recorded_at_sane")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_meeting_revision_from_one")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_meeting_case_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead_professional.id"], name=op.f("fk_meeting_lead_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_meeting_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    op.create_index("ix_meeting_case_id", "meeting", ["case_id", "held_on", "id"], unique=False)
    op.create_table(
        "outcome_need",
        sa.Column("outcome_id", sa.Uuid(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_outcome_need_need_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_outcome_need_outcome_id")),
        sa.PrimaryKeyConstraint("outcome_id", "need_id", name=op.f("pk_outcome_need")),
    )
    op.create_index("ix_outcome_need_need_id", "outcome_need", ["need_id", "outcome_id"], unique=False)
    op.create_table(
        "meeting_person",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.CheckConstraint("presence IN ('attended', 'apologies', 'absent')", name=op.f("ck_meeting_person_presence_known")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_person_meeting_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_meeting_person_person_id")),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name=op.f("pk_meeting_person")),
    )
    op.create_table(
        "meeting_practitioner",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("practitioner_id", sa.Uuid(), nullable=False),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.CheckConstraint("presence IN ('attended', 'apologies', 'absent')", name=op.f("ck_meeting_practitioner_presence_known")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_practitioner_meeting_id")),
        sa.ForeignKeyConstraint(["practitioner_id"], ["practitioner.id"], name=op.f("fk_meeting_practitioner_practitioner_id")),
        sa.PrimaryKeyConstraint("meeting_id", "practitioner_id", name=op.f("pk_meeting_practitioner")),
    )
    op.create_table(
        "plan_action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("practitioner_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("by_when", sa.Date(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name=op.f("ck_plan_action_day_when_done")),
        sa.CheckConstraint("added_at >= '1990-01-01Z' AND added_at < '2200-01-01Z'", name=op.f("ck_plan_action_added_at_sane")),
        sa.CheckConstraint("btrim(result) <> '' AND char_length(result) <= 20000", name=op.f("ck_plan_action_result_filled")),
        sa.CheckConstraint("btrim(what) <> '' AND char_length(what) <= 20000", name=op.f("ck_plan_action_what_filled")),
        sa.CheckConstraint("by_when >= '1900-01-01' AND by_when < '2200-01-01'", name=op.f("ck_plan_action_by_when_sane")),
        sa.CheckConstraint("done_on >= '1900-01-01' AND done_on < '2200-01-01'", name=op.f("ck_plan_action_done_on_sane")),
        sa.CheckConstraint("status <> 'ended' OR result IS NOT NULL", name=op.f("ck_plan_action_reason_when_ended")),
        sa.CheckConstraint("status IN ('open', 'done', 'ended')", name=op.f("ck_plan_action_status_known")),
        sa.CheckConstraint("(practitioner_id IS NULL) <> (person_id IS NULL)", name=op.f("ck_plan_action_one_who_does_it")),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_plan_action_revision_from_one")),
        sa.ForeignKeyConstraint(["added_by"], ["practitioner.id"], name=op.f("fk_plan_action_added_by")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_plan_action_case_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_plan_action_meeting_id")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_plan_action_outcome_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_plan_action_person_id")),
        sa.ForeignKeyConstraint(["practitioner_id"], ["practitioner.id"], name=op.f("fk_plan_action_practitioner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_action")),
    )
    op.create_index("ix_plan_action_by_when", "plan_action", ["by_when", "id"], unique=False, postgresql_where=sa.text("status = 'open'"))
    op.create_index("ix_plan_action_case_id", "plan_action", ["case_id", "by_when", "id"], unique=False)
    op.create_index("ix_plan_action_meeting_id", "plan_action", ["meeting_id"], unique=False)
    op.create_index("ix_plan_action_outcome_id", "plan_action", ["outcome_id", "by_when", "id"], unique=False)
    op.create_index(
        "ix_plan_action_practitioner_id_by_when",
        "plan_action",
        ["practitioner_id", "by_when", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_table(
        "review",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("child_views", sa.Text(), nullable=False),
        sa.Column("family_views", sa.Text(), nullable=False),
        sa.Column("agreement_reconfirmed", sa.Boolean(), nullable=True),
        sa.Column("reconfirmed_by", sa.Uuid(), nullable=True),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("drift_view", sa.Text(), nullable=True),
        sa.Column("drift_by", sa.Uuid(), nullable=True),
        sa.Column("drift_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("btrim(child_views) <> '' AND char_length(child_views) <= 20000", name=op.f("ck_review_child_views_filled")),
        sa.CheckConstraint("btrim(drift_view) <> '' AND char_length(drift_view) <= 20000", name=op.f("ck_review_drift_view_filled")),
        sa.CheckConstraint("btrim(family_views) <> '' AND char_length(family_views) <= 20000", name=op.f("ck_review_family_views_filled")),
        sa.CheckConstraint("drift_at >= '1990-01-01Z' AND drift_at < '2200-01-01Z'", name=op.f("ck_review_drift_at_sane")),
        sa.CheckConstraint("held_on >= '1900-01-01' AND held_on < '2200-01-01'", name=op.f("ck_review_held_on_sane")),
        sa.CheckConstraint("next_review_on >= '1900-01-01' AND next_review_on < '2200-01-01'", name=op.f("ck_review_next_review_on_sane")),
        sa.CheckConstraint("recorded_at >= '1990-01-01Z' AND recorded_at < '2200-01-01Z'", name=op.f("ck_review_recorded_at_sane")),
        sa.CheckConstraint("(agreement_reconfirmed IS NULL) = (reconfirmed_by IS NULL)", name=op.f("ck_review_who_was_asked_again")),
        sa.CheckConstraint(
            "(drift_view IS NULL) = (drift_at IS NULL) AND (drift_view IS NULL) = (drift_by IS NULL)",
            name=op.f("ck_review_whose_view_and_when"),
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_review_revision_from_one")),
        sa.CheckConstraint("visit_id IS NOT NULL OR meeting_id IS NOT NULL", name=op.f("ck_review_of_a_stay_or_a_meeting")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_review_case_id")),
        sa.ForeignKeyConstraint(["drift_by"], ["practitioner.id"], name=op.f("fk_review_drift_by")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_review_meeting_id")),
        sa.ForeignKeyConstraint(["reconfirmed_by"], ["person.id"], name=op.f("fk_review_reconfirmed_by")),
        sa.ForeignKeyConstraint(["recorded_by"], ["practitioner.id"], name=op.f("fk_review_recorded_by")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_review_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    op.create_index("ix_review_case_id", "review", ["case_id", "held_on", "id"], unique=False)
    op.create_index("uq_review_meeting_id", "review", ["meeting_id"], unique=True)
    op.create_index("uq_review_visit_id", "review", ["visit_id"], unique=True)
    op.create_table(
        "review_outcome",
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("outcome_id", sa.Uuid(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("scale", sa.Integer(), nullable=True),
        sa.Column("scale_why_not", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "btrim(scale_why_not) <> '' AND char_length(scale_why_not) <= 20000", name=op.f("ck_review_outcome_scale_why_not_filled")
        ),
        sa.CheckConstraint("result IN ('achieved', 'partly', 'not_achieved')", name=op.f("ck_review_outcome_result_known")),
        sa.CheckConstraint("(scale IS NULL) = (scale_why_not IS NOT NULL)", name=op.f("ck_review_outcome_scale_or_why_not")),
        sa.CheckConstraint("scale BETWEEN 0 AND 10", name=op.f("ck_review_outcome_scale_to_ten")),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name=op.f("fk_review_outcome_outcome_id")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_outcome_review_id")),
        sa.PrimaryKeyConstraint("review_id", "outcome_id", name=op.f("pk_review_outcome")),
    )
    op.create_index("ix_review_outcome_outcome_id", "review_outcome", ["outcome_id", "review_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_review_outcome_outcome_id", table_name="review_outcome")
    op.drop_table("review_outcome")
    op.drop_index("uq_review_visit_id", table_name="review")
    op.drop_index("uq_review_meeting_id", table_name="review")
    op.drop_index("ix_review_case_id", table_name="review")
    op.drop_table("review")
    op.drop_index("ix_plan_action_practitioner_id_by_when", table_name="plan_action", postgresql_where=sa.text("status = 'open'"))
    op.drop_index("ix_plan_action_outcome_id", table_name="plan_action")
    op.drop_index("ix_plan_action_meeting_id", table_name="plan_action")
    op.drop_index("ix_plan_action_case_id", table_name="plan_action")
    op.drop_index("ix_plan_action_by_when", table_name="plan_action", postgresql_where=sa.text("status = 'open'"))
    op.drop_table("plan_action")
    op.drop_table("meeting_practitioner")
    op.drop_table("meeting_person")
    op.drop_index("ix_outcome_need_need_id", table_name="outcome_need")
    op.drop_table("outcome_need")
    op.drop_index("ix_meeting_case_id", table_name="meeting")
    op.drop_table("meeting")
    op.drop_index("ix_outcome_case_id", table_name="outcome")
    op.drop_table("outcome")
    op.drop_index("ix_need_child_id", table_name="need")
    op.drop_index("ix_need_case_id", table_name="need")
    op.drop_table("need")
    op.drop_index("ix_family_told_case_id", table_name="family_told")
    op.drop_table("family_told")
    op.drop_index("uq_closing_summary_case_id", table_name="closing_summary")
    op.drop_table("closing_summary")
