"""The index of opened studies and the record of typed SUV inputs.

Written out in full, not taken from `schema.py`: a migration says what was, and never changes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "written_by",
        sa.Column("version", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_written_by"),
    )
    op.create_table(
        "studies",
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("patient_id", sa.Text, nullable=False),
        sa.Column("patient_name", sa.Text, nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("search_text", sa.Text, nullable=False),
        sa.Column("study_date", sa.Date),
        sa.Column("last_opened", sa.DateTime, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("format", sa.String(16), nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("study_uid", name="pk_studies"),
    )
    op.create_index("ix_studies_study_date", "studies", ["study_date"])
    op.create_index("ix_studies_last_opened", "studies", ["last_opened"])
    op.create_table(
        "series",
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("series_uid", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("modality", sa.String, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("slice_count", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("copied", sa.Boolean, nullable=False),
        sa.Column("format", sa.String(16), nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("slices", sa.LargeBinary),
        sa.PrimaryKeyConstraint("study_uid", "key", name="pk_series"),
        sa.ForeignKeyConstraint(
            ["study_uid"], ["studies.study_uid"], name="fk_series_study_uid", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "suv_inputs",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("typed_at", sa.DateTime, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_suv_inputs"),
    )
    op.create_index("ix_suv_inputs_study_uid", "suv_inputs", ["study_uid"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER suv_inputs_no_{verb.lower()} BEFORE {verb} ON suv_inputs "
                f"BEGIN SELECT RAISE(ABORT, 'suv_inputs is append-only'); END"
            )


def downgrade() -> None:
    for table in ("suv_inputs", "series", "studies", "written_by"):
        op.drop_table(table)
