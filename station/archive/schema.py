"""The tables of the archive. `migrations/` brings an older file to the shape described here."""

from datetime import UTC, datetime

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.types import TypeDecorator

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Every revision in `migrations/versions`, oldest first; the last one is described below."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, aware in and out; stored as UTC, because SQLite forgets time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

revision = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), primary_key=True),
    comment="Alembic's own table: the revision of this file",
)
revision.primary_key.name = "alembic_version_pkc"

written_by = Table(
    "written_by",
    metadata,
    Column("version", String(32), primary_key=True),
    comment="One row: the version of Station that gave this file its present shape",
)

studies = Table(
    "studies",
    metadata,
    Column("study_uid", String, primary_key=True),
    Column("patient_id", Text, nullable=False),
    Column("patient_name", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("search_text", Text, nullable=False, comment="name and ID, folded for search"),
    Column("study_date", Date, index=True),
    Column("last_opened", UtcDateTime, nullable=False, index=True),
    Column("source", Text, nullable=False, comment="JSON string: the path it was opened from"),
    Column("format", String(16), nullable=False, comment="of facts; see encoding.FORMAT"),
    Column("facts", Text, nullable=False, comment="JSON of Study without its series"),
)

series = Table(
    "series",
    metadata,
    Column(
        "study_uid", String, ForeignKey(studies.c.study_uid, ondelete="CASCADE"), primary_key=True
    ),
    Column("key", String, primary_key=True, comment="Series.key"),
    Column("series_uid", String, nullable=False),
    Column("position", Integer, nullable=False, comment="place in Study.series"),
    Column("modality", String, nullable=False),
    Column("role", String(16), nullable=False),
    Column("description", Text, nullable=False),
    Column("slice_count", Integer, nullable=False, comment="slices that were stored"),
    Column("source", Text, nullable=False, comment="JSON string: the path it was opened from"),
    Column("copied", Boolean, nullable=False, comment="files lie in the data folder"),
    Column("format", String(16), nullable=False, comment="of facts and slices"),
    Column("facts", Text, nullable=False, comment="JSON of Series"),
    Column("slices", LargeBinary, comment="compressed rows of its SliceTable"),
)

inputs = Table(
    "suv_inputs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study_uid", String, nullable=False, index=True, comment="outlives its study's row"),
    Column("name", String(64), nullable=False),
    Column("value", Text, comment="JSON; null where the input was withdrawn"),
    Column("who", Text, nullable=False),
    Column("typed_at", UtcDateTime, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    comment="What readers typed in place of a header's value. Rows are added, never changed.",
)

vois = Table(
    "vois",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study_uid", String, nullable=False, index=True, comment="outlives its study's row"),
    Column("reader", Text, nullable=False),
    Column("voi_id", String(64), nullable=False),
    Column("facts", Text, comment="JSON of PlacedVoi; null where the reader deleted it"),
    Column("inside", LargeBinary, comment="compressed bits of a mask's voxels"),
    Column("recorded_at", UtcDateTime, nullable=False),
    comment="What readers placed, changed and deleted. Rows are added, never changed.",
)


patients = Table(
    "study_patients",
    metadata,
    Column("study_uid", String, primary_key=True),
    Column("patient_id", Text, nullable=False),
    comment="Whose study it was when it was last opened; outlives its study's row",
)

grades = Table(
    "quality_grades",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study_uid", String, nullable=False, index=True, comment="outlives its study's row"),
    Column("series_key", String, nullable=False, comment="Series.key"),
    Column("images", String(64), nullable=False, comment="fingerprint of what was graded"),
    Column("typed", String(64), nullable=False, comment="fingerprint of the typed SUV inputs"),
    Column("model", String(64), nullable=False, comment="SHA-256 of the weights"),
    Column("device", Text, nullable=False, comment="JSON of Device"),
    Column("kind", Text, nullable=False, comment="of image: its role and reconstruction"),
    Column("description", Text, nullable=False),
    Column("study_date", Date),
    Column("acquired", String(32), nullable=False, comment="ISO 8601, the scanner's time"),
    Column("verdict", String(16), nullable=False),
    Column("grade", Integer),
    Column("probability_good", Float),
    Column("expected_grade", Float, comment="sum of the grades times their probabilities"),
    Column("liver_cov", Float, comment="percent"),
    Column("facts", Text, nullable=False, comment="JSON of KeptGrade"),
    Column("graded_at", UtcDateTime, nullable=False),
    Column("version", String(32), nullable=False, comment="of Station"),
    comment="Grades and checks of images. Rows are added, never changed; the last one holds.",
)

# -- batches: a row says how far a study has come --------------------------------------------------

batches = Table(
    "batches",
    metadata,
    Column("id", String(32), primary_key=True, comment="random; its folder knows it"),
    Column("folder", Text, nullable=False, comment="JSON string: where its results are"),
    Column("operation", String(16), nullable=False),
    Column("options", Text, nullable=False, comment="JSON"),
    Column("weights", Text, nullable=False, comment="JSON: network to SHA-256 of its weights"),
    Column("version", String(32), nullable=False, comment="of Station"),
    Column("roots", Text, nullable=False, comment="JSON: where, and UIDs of the studies wanted"),
    Column("began_at", UtcDateTime, nullable=False),
)

batch_studies = Table(
    "batch_studies",
    metadata,
    Column("batch", String(32), ForeignKey(batches.c.id, ondelete="CASCADE"), primary_key=True),
    Column("study_uid", String, primary_key=True),
    Column("patient_id", Text, nullable=False),
    Column("places", Text, nullable=False, comment="JSON list: what opens the study"),
    Column("files", String(64), nullable=False, comment="hash of their paths, sizes and times"),
    Column("size_bytes", BigInteger, nullable=False, comment="of its files"),
    Column("inputs", String(64), comment="hash of their content, once a worker has read them"),
    Column("output", String(64), comment="hash of all that decides the output; names its folder"),
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("deaths", Integer, nullable=False, comment="tries that ended the study's process"),
    Column("losses", Integer, nullable=False, comment="tries whose worker was lost"),
    Column("seconds", Float, comment="of the last try"),
    Column("peak_rss_bytes", BigInteger, comment="of the last try"),
    Column("exit_signal", Integer, comment="that ended the last try"),
    Column("reason", Text, nullable=False),
)

# -- PACS: servers, and a row for each instance that was transferred ------------------------------

pacs_servers = Table(
    "pacs_servers",
    metadata,
    Column("name", String, primary_key=True),
    Column("facts", Text, nullable=False, comment="JSON of Server; never a secret"),
)

transfers = Table(
    "transfers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("token", String(32), nullable=False, unique=True, comment="random; names the row too"),
    Column("station", Text, nullable=False, comment="JSON list: computer and data folder"),
    Column("kind", String(16), nullable=False),
    Column("server", Text, nullable=False),
    Column("via", String(16), nullable=False),
    Column("study_uid", String, nullable=False, index=True),
    Column("series", Text, nullable=False, comment="JSON list of UIDs; empty: all"),
    Column("folder", Text, nullable=False, comment="JSON string"),
    Column("commit_asked", Boolean, nullable=False, comment="whether it is to be committed"),
    Column("who", Text, nullable=False),
    Column("began_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("stage", String(16), nullable=False),
    Column("note", Text, nullable=False),
    comment="Names no patient",
)

transfer_instances = Table(
    "transfer_instances",
    metadata,
    Column(
        "transfer", Integer, ForeignKey(transfers.c.number, ondelete="CASCADE"), primary_key=True
    ),
    Column("sop_uid", String, primary_key=True),
    Column("sop_class", String, nullable=False),
    Column("series_uid", String, nullable=False),
    Column("study_uid", String, nullable=False, index=True),
    Column("path", Text, nullable=False, comment="JSON string: its file; empty: none"),
    Column("state", String(16), nullable=False),
    Column("status", Integer, comment="DIMSE or HTTP"),
    Column("reason", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)

# -- reader studies: rows are added, never changed; all content is text or a whole number ----------

reading_studies = Table(
    "reading_studies",
    metadata,
    Column("id", String(32), primary_key=True, comment="random; names its folder too"),
    Column("name", String, nullable=False, unique=True),
    Column("content", Text, nullable=False, comment="JSON: protocol, images, due date"),
    Column("created_at", String(32), nullable=False, comment="this and the others: ISO 8601, UTC"),
)

reading_people = Table(
    "reading_people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study", String(32), ForeignKey(reading_studies.c.id), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False, comment="argon2id, encoded"),
    Column("wrapped", Text, comment="the study's key under a coordinator's password, base64"),
    Column("added_at", String(32), nullable=False),
    Column("public_key", String(64), comment="Ed25519, hex; null: from before signatures"),
    Column("signing_key", Text, comment="its private half under the person's password"),
    Column("one_time", String(1), comment="1: to be changed before anything else; else null"),
    comment="Who takes part. Of several rows of one name the last holds.",
)

reading_sealed = Table(
    "reading_sealed",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study", String(32), ForeignKey(reading_studies.c.id), nullable=False, unique=True),
    Column("sealed", Text, nullable=False, comment="seed and key, AES-GCM, base64"),
)

reading_items = Table(
    "reading_items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study", String(32), ForeignKey(reading_studies.c.id), nullable=False),
    Column("reader", String, nullable=False, comment="empty: the consensus"),
    Column("code", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("session", Integer, nullable=False),
    Column("images", Text, nullable=False, comment="JSON list of image codes"),
    UniqueConstraint("study", "code", name="uq_reading_items_code"),
)

reading_answers = Table(
    "reading_answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study", String(32), ForeignKey(reading_studies.c.id), nullable=False),
    Column("reader", String, nullable=False, comment="empty: the consensus"),
    Column("code", String(16), nullable=False),
    Column("side", String(1), nullable=False),
    Column("question", String, nullable=False),
    Column("value", Text, nullable=False, comment="JSON"),
    Column("given_at", String(32), nullable=False),
    Index("ix_reading_answers_item", "study", "code"),
    comment="Answers as they were given, before the reading was confirmed; the last one holds",
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study", String(32), ForeignKey(reading_studies.c.id), nullable=False),
    Column("reader", String, nullable=False, comment="empty: the consensus"),
    Column("code", String(16), nullable=False),
    Column("revision", Integer, nullable=False, comment="1: confirmed; more: revised"),
    Column("answers", Text, nullable=False, comment="JSON list of side, question, value"),
    Column("viewing", Text, nullable=False, comment="JSON: seconds, window, slice, zoom"),
    Column("reason", Text, nullable=False, comment="of a revision"),
    Column("version", String(32), nullable=False, comment="of Station"),
    Column("confirmed_at", String(32), nullable=False),
    UniqueConstraint("study", "code", "revision", name="uq_readings_revision"),
)

reading_events = Table(
    "reading_events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("study", String(32), ForeignKey(reading_studies.c.id), nullable=False, index=True),
    Column("who", String, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("content", Text, nullable=False, comment="JSON"),
    Column("reason", Text, nullable=False),
    Column("happened_at", String(32), nullable=False),
    comment="Signed, locked, unlocked, reopened, practised, key opened",
)

audit = Table(
    "reading_audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("study", String(32), nullable=False, comment="empty: of the whole record"),
    Column("at", String(32), nullable=False),
    Column("who", String, nullable=False),
    Column("station", String, nullable=False),
    Column("version", String(32), nullable=False),
    Column("action", String(64), nullable=False),
    Column("subject", String(64), nullable=False, comment="table/id of the row that was added"),
    Column("old", Text, comment="JSON of what held before"),
    Column("new", Text, comment="JSON of the whole row"),
    Column("reason", Text, nullable=False),
    Column("write", String(32), nullable=False, index=True, comment="names the transaction"),
    Column("previous", String(64), nullable=False, comment="hash of the entry before"),
    Column("hash", String(64), nullable=False, comment="SHA-256 of all before this one"),
    Column("server_at", String(32), comment="a shared server's clock; hashed too"),
    Column("study_number", Integer, comment="place among the entries of its study; hashed too"),
    Column("signature", String(128), comment="of the hash, Ed25519, by the one who did it"),
)

RECORD = (
    reading_studies,
    reading_people,
    reading_sealed,
    reading_items,
    reading_answers,
    readings,
    reading_events,
)
"""Tables of which the audit trail knows every row"""

APPEND_ONLY = (inputs, vois, grades, *RECORD, audit)


def append_only(table: str, dialect: str) -> tuple[str, ...]:
    """The statements that keep a record from being changed afterwards."""
    if dialect == "sqlite":
        return tuple(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("UPDATE", "DELETE")
        )
    trigger = (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION station_append_only()"
    )
    return (trigger,)


APPEND_ONLY_BODY = (
    "BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only', "
    "ERRCODE = 'integrity_constraint_violation'; END"
)
APPEND_ONLY_FUNCTION = (
    "CREATE FUNCTION station_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ {APPEND_ONLY_BODY} $$"
)
"""PostgreSQL's; SQLite's triggers need none"""

TURN = "station_turn"
"""Of a shared server: an empty table that a writer locks. What is locked needs a right that nobody
has on the record."""

event.listen(
    metadata, "after_create", DDL(f"CREATE TABLE {TURN} ()").execute_if(dialect="postgresql")
)
event.listen(metadata, "before_create", DDL(APPEND_ONLY_FUNCTION).execute_if(dialect="postgresql"))
for record in APPEND_ONLY:
    for dialect in ("sqlite", "postgresql"):
        for statement in append_only(record.name, dialect):
            event.listen(record, "after_create", DDL(statement).execute_if(dialect=dialect))
