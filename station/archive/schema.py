"""The tables of the archive. `migrations/` brings an older file to the shape described here."""

from datetime import UTC, datetime

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    event,
)
from sqlalchemy.types import TypeDecorator

REVISIONS = ("0001", "0002")
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


def append_only(table: str) -> tuple[str, ...]:
    """SQLite's statements that keep a record from being changed afterwards."""
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    )


for record in (inputs, vois):
    for statement in append_only(record.name):
        event.listen(record, "after_create", DDL(statement).execute_if(dialect="sqlite"))
