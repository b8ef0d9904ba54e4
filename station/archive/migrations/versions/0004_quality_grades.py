"""Grades and checks of images."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLE = "quality_grades"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("series_key", sa.String, nullable=False),
        sa.Column("images", sa.String(64), nullable=False),
        sa.Column("typed", sa.String(64), nullable=False),
        sa.Column("model", sa.String(64), nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("study_date", sa.Date),
        sa.Column("acquired", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("grade", sa.Integer),
        sa.Column("probability_good", sa.Float),
        sa.Column("expected_grade", sa.Float),
        sa.Column("liver_cov", sa.Float),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("graded_at", sa.DateTime, nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{TABLE}"),
    )
    op.create_index(f"ix_{TABLE}_study_uid", TABLE, ["study_uid"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
                f"BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
            )
    else:
        op.execute(
            f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION station_append_only()"
        )


def downgrade() -> None:
    op.drop_table(TABLE)
