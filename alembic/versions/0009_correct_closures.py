"""Keep of a final stay that the end of its case was corrected."""

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | None = None
depends_on: str | None = None

CHECKS = {
    "voided_at_sane": "voided_at >= '1990-01-01Z' AND voided_at < '2200-01-01Z'",
    "void_as_it_ends": "voided_at = left_at",
}


def upgrade() -> None:
    op.add_column("visit", sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True))
    for name, condition in CHECKS.items():
        op.create_check_constraint(op.f(f"ck_visit_{name}"), "visit", condition)


def downgrade() -> None:
    for name in CHECKS:
        op.drop_constraint(op.f(f"ck_visit_{name}"), "visit", type_="check")
    op.drop_column("visit", "voided_at")
