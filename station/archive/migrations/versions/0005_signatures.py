"""Signing keys of people, signatures of entries, the server's time, and whose turn it is."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = {
    "reading_people": {
        "public_key": sa.String(64),
        "signing_key": sa.Text(),
        "one_time": sa.String(1),
    },
    "reading_audit": {
        "server_at": sa.String(32),
        "study_number": sa.Integer(),
        "signature": sa.String(128),
    },
}


def upgrade() -> None:
    for table, columns in COLUMNS.items():
        for name, kind in columns.items():
            op.add_column(table, sa.Column(name, kind))
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE station_turn ()")


def downgrade() -> None:
    for table, columns in COLUMNS.items():
        for name in columns:
            op.drop_column(table, name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TABLE station_turn")
