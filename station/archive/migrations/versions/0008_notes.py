"""What readers drew on the images of a study, and what they wrote about it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NOTES = "study_notes"


def upgrade() -> None:
    op.create_table(
        NOTES,
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study_uid", sa.String, nullable=False, comment="outlives its study's row"),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("note_id", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, comment="null where the reader deleted it"),
        sa.Column("recorded_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{NOTES}"),
        comment="What readers drew and wrote. Rows are added, never changed.",
    )
    op.create_index(f"ix_{NOTES}_study_uid", NOTES, ["study_uid"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {NOTES}_no_{verb.lower()} BEFORE {verb} ON {NOTES} "
                f"BEGIN SELECT RAISE(ABORT, '{NOTES} is append-only'); END"
            )
    else:
        op.execute(
            f"CREATE TRIGGER {NOTES}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {NOTES} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION station_append_only()"
        )


def downgrade() -> None:
    op.drop_table(NOTES)
