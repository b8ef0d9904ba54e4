"""The record of VOIs, per study and reader."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vois",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("voi_id", sa.String(64), nullable=False),
        sa.Column("facts", sa.Text),
        sa.Column("inside", sa.LargeBinary),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vois"),
    )
    op.create_index("ix_vois_study_uid", "vois", ["study_uid"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER vois_no_{verb.lower()} BEFORE {verb} ON vois "
                f"BEGIN SELECT RAISE(ABORT, 'vois is append-only'); END"
            )


def downgrade() -> None:
    op.drop_table("vois")
