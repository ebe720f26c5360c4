"""Open common assessments, and record of a person when they died and since when they have an education, health and care plan."""

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | None = None
depends_on: str | None = None

PLACES = op.f("ck_cases_state_of_its_workflow")
EARLY_HELP = (
    "(workflow = 'early-help' AND workflow_version = 1 AND state IN ('requested', 'triage', 'awaiting_agreement', 'assessing', "
    "'awaiting_sign_off', 'planning', 'plan_active', 'reviewing', 'paused', 'closed', 'not_agreed', 'stepped_up'))"
)
CAF = (
    "(workflow = 'caf' AND workflow_version = 1 AND state IN ('identified', 'seeking_consent', 'assessing', 'checking', "
    "'convening', 'plan_active', 'reviewing', 'paused', 'closed', 'not_agreed', 'stepped_up'))"
)
OF_PERSON = {
    "died_on_sane": "died_on >= '1900-01-01' AND died_on < '2200-01-01'",
    "ehc_plan_on_sane": "ehc_plan_on >= '1900-01-01' AND ehc_plan_on < '2200-01-01'",
    "dies_after_birth": "died_on >= birth_date",
    "ehc_plan_after_birth": "ehc_plan_on >= birth_date",
    "ehc_plan_of_the_born": "ehc_plan_on IS NULL OR expected_on IS NULL",
}


def upgrade() -> None:
    op.drop_constraint(PLACES, "cases", type_="check")
    op.create_check_constraint(PLACES, "cases", f"{EARLY_HELP} OR {CAF}")
    op.add_column("person", sa.Column("died_on", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("ehc_plan_on", sa.Date(), nullable=True))
    for name, condition in OF_PERSON.items():
        op.create_check_constraint(op.f(f"ck_person_{name}"), "person", condition)


def downgrade() -> None:
    for name in OF_PERSON:
        op.drop_constraint(op.f(f"ck_person_{name}"), "person", type_="check")
    op.drop_column("person", "ehc_plan_on")
    op.drop_column("person", "died_on")
    op.drop_constraint(PLACES, "cases", type_="check")
    op.create_check_constraint(PLACES, "cases", EARLY_HELP)
