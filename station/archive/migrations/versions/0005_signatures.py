"""Signing keys of people, signatures of entries, and the server's time."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = {
    "reading_people": (
        sa.Column("public_key", sa.String(64)),
        sa.Column("signing_key", sa.Text),
        sa.Column("one_time", sa.String(1)),
    ),
    "reading_audit": (
        sa.Column("server_at", sa.String(32)),
        sa.Column("signature", sa.String(128)),
    ),
}


def upgrade() -> None:
    for table, columns in COLUMNS.items():
        for column in columns:
            op.add_column(table, column.copy())


def downgrade() -> None:
    for table, columns in COLUMNS.items():
        for column in columns:
            op.drop_column(table, column.name)
