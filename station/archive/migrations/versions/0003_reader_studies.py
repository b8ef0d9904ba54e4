"""Reader studies with their audit trail; and whose a study was, which outlives its row."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "reading_studies",
    "reading_people",
    "reading_sealed",
    "reading_items",
    "reading_answers",
    "readings",
    "reading_events",
    "reading_audit",
)


def upgrade() -> None:
    op.create_table(
        "study_patients",
        sa.Column("study_uid", sa.String, nullable=False),
        sa.Column("patient_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("study_uid", name="pk_study_patients"),
    )
    op.execute(
        "INSERT INTO study_patients (study_uid, patient_id) "
        "SELECT study_uid, patient_id FROM studies"
    )
    _studies_and_people()
    _items_and_answers()
    _events_and_audit()
    _append_only()


def _studies_and_people() -> None:
    op.create_table(
        "reading_studies",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading_studies"),
        sa.UniqueConstraint("name", name="uq_reading_studies_name"),
    )
    op.create_table(
        "reading_people",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study", sa.String(32), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("wrapped", sa.Text),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading_people"),
        _of_study("reading_people"),
    )
    op.create_index("ix_reading_people_study", "reading_people", ["study"])
    op.create_table(
        "reading_sealed",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study", sa.String(32), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading_sealed"),
        sa.UniqueConstraint("study", name="uq_reading_sealed_study"),
        _of_study("reading_sealed"),
    )


def _items_and_answers() -> None:
    op.create_table(
        "reading_items",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study", sa.String(32), nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("session", sa.Integer, nullable=False),
        sa.Column("images", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading_items"),
        sa.UniqueConstraint("study", "code", name="uq_reading_items_code"),
        _of_study("reading_items"),
    )
    op.create_table(
        "reading_answers",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study", sa.String(32), nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("side", sa.String(1), nullable=False),
        sa.Column("question", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("given_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading_answers"),
        _of_study("reading_answers"),
    )
    op.create_index("ix_reading_answers_item", "reading_answers", ["study", "code"])
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study", sa.String(32), nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("viewing", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("confirmed_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.UniqueConstraint("study", "code", "revision", name="uq_readings_revision"),
        _of_study("readings"),
    )


def _events_and_audit() -> None:
    op.create_table(
        "reading_events",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("study", sa.String(32), nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("happened_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading_events"),
        _of_study("reading_events"),
    )
    op.create_index("ix_reading_events_study", "reading_events", ["study"])
    op.create_table(
        "reading_audit",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("study", sa.String(32), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.String, nullable=False),
        sa.Column("station", sa.String, nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("old", sa.Text),
        sa.Column("new", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("write", sa.String(32), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reading_audit"),
    )
    op.create_index("ix_reading_audit_write", "reading_audit", ["write"])


def _of_study(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["study"], ["reading_studies.id"], name=f"fk_{table}_study")


def _append_only() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION station_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only', "
        "ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in ("suv_inputs", "vois", *TABLES):
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION station_append_only()"
        )


def downgrade() -> None:
    for table in (*reversed(TABLES), "study_patients"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION station_append_only() CASCADE")
