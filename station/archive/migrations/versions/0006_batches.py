"""Batches of many studies, and how far each of their studies has come."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BATCHES, STUDIES = "batches", "batch_studies"


def upgrade() -> None:
    op.create_table(
        BATCHES,
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("folder", sa.Text, nullable=False),
        sa.Column("operation", sa.String(16), nullable=False),
        sa.Column("options", sa.Text, nullable=False),
        sa.Column("weights", sa.Text, nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("roots", sa.Text, nullable=False),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{BATCHES}"),
    )
    op.create_table(
        STUDIES,
        sa.Column("batch", sa.String(32), nullable=False),
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("patient_id", sa.Text, nullable=False),
        sa.Column("places", sa.Text, nullable=False),
        sa.Column("files", sa.String(64), nullable=False),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("inputs", sa.String(64)),
        sa.Column("output", sa.String(64)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("deaths", sa.Integer, nullable=False),
        sa.Column("losses", sa.Integer, nullable=False),
        sa.Column("seconds", sa.Float),
        sa.Column("peak_rss_bytes", sa.BigInteger),
        sa.Column("exit_signal", sa.Integer),
        sa.Column("reason", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["batch"], [f"{BATCHES}.id"], name=f"fk_{STUDIES}_batch", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("batch", "study_uid", name=f"pk_{STUDIES}"),
    )


def downgrade() -> None:
    op.drop_table(STUDIES)
    op.drop_table(BATCHES)
