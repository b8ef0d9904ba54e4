"""The PACS that Station knows, and the ledger of what was transferred."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SERVERS, TRANSFERS, INSTANCES = "pacs_servers", "transfers", "transfer_instances"


def upgrade() -> None:
    op.create_table(
        SERVERS,
        sa.Column("name", sa.String, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name=f"pk_{SERVERS}"),
    )
    op.create_table(
        TRANSFERS,
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("token", sa.String(32), nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("server", sa.Text, nullable=False),
        sa.Column("via", sa.String(16), nullable=False),
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("series", sa.Text, nullable=False),
        sa.Column("folder", sa.Text, nullable=False),
        sa.Column("commit_asked", sa.Boolean, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.Column("ended_at", sa.DateTime),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name=f"pk_{TRANSFERS}"),
        sa.UniqueConstraint("token", name=f"uq_{TRANSFERS}_token"),
        comment="Names no patient",
    )
    op.create_index(f"ix_{TRANSFERS}_study_uid", TRANSFERS, ["study_uid"])
    op.create_table(
        INSTANCES,
        sa.Column("transfer", sa.Integer, nullable=False),
        sa.Column("sop_uid", sa.String, nullable=False),
        sa.Column("sop_class", sa.String, nullable=False),
        sa.Column("series_uid", sa.String, nullable=False),
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(
            ["transfer"],
            [f"{TRANSFERS}.number"],
            name=f"fk_{INSTANCES}_transfer",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("transfer", "sop_uid", name=f"pk_{INSTANCES}"),
    )
    op.create_index(f"ix_{INSTANCES}_study_uid", INSTANCES, ["study_uid"])


def downgrade() -> None:
    op.drop_table(INSTANCES)
    op.drop_table(TRANSFERS)
    op.drop_table(SERVERS)
