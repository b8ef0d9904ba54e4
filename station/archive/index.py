"""The index of opened studies: where their pixels are, what was typed and measured in them.

Call it from worker threads: each call is one short transaction, and several threads and several
running Stations may use one file. SQLAlchemy is imported here (0.2 s).
"""

import json
import re
import unicodedata
from calendar import monthrange
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from station.archive import schema
from station.archive.database import Store
from station.archive.encoding import (
    FORMAT,
    decode_series,
    decode_study,
    encode_series,
    encode_study,
)
from station.archive.files import stale
from station.archive.notes import (
    FINDINGS,
    AlignmentRecord,
    FindingsRecord,
    NoteKind,
    alignment_id,
    decode_alignment,
    decode_annotation,
    encode_alignment,
    encode_annotation,
)
from station.archive.vois import VoiRecord, decode_voi, encode_voi
from station.errors import ArchiveError
from station.pet.annotations import Annotation
from station.pet.sites import PlacedVoi
from station.pet.study import Role, Series, Study
from station.pet.suv import InputName, TypedInput
from station.pet.volume import FloatArray

LISTED = 500
"""Studies that one search gives; a reader narrows the search rather than scroll further."""


ROLES = {role.value: role for role in Role}

Record = dict[str, Any]
"""Column → value of one row."""


class Order(StrEnum):
    """What the study browser sorts by, newest first."""

    LAST_OPENED = "last opened"
    STUDY_DATE = "study date"


@dataclass(frozen=True)
class SeriesEntry:
    """One line of the study browser below its study."""

    key: str
    modality: str
    role: Role
    description: str
    slices: int
    """How many were stored"""
    source: Path
    copied: bool
    """Whether its files are in the data folder"""


@dataclass(frozen=True)
class StudyEntry:
    """One study of the study browser, without anything that opening it needs."""

    study_uid: str
    patient_id: str
    patient_name: str
    study_date: date | None
    description: str
    series: tuple[SeriesEntry, ...]
    last_opened: datetime
    """Aware, UTC"""
    source: Path
    """What was opened last: a file or a folder"""


@dataclass(frozen=True)
class Withdrawn:
    """Somebody took a typed input back; the header's own value holds again."""

    name: InputName
    who: str
    when: datetime


def open_index(home: Path) -> "Index":
    """The index in the data folder `home`; see `Store.opened`. Raises ArchiveError."""
    return Index.opened(home)


class Index(Store):
    """The studies in one database file. Every method may raise ArchiveError with a sentence."""

    # -- studies -----------------------------------------------------------------------------------

    def remember(self, study: Study, source: Path, copied: bool = False) -> None:
        """Record that `study` was opened from `source`; `copied`: its files are in the data folder.

        Series known from another place stay next to the new ones. A series known already is
        replaced, unless the known one has more slices, or is a copy in the data folder, and its
        files are all still there: opening one slice from a stick does not lose the whole series.
        Under another patient's ID the UID says nothing, and everything known is replaced.
        """
        row = _study_row(study, source)
        rows = [_series_row(series, source, copied) for series in study.series]
        self._set_aside_of_another_patient(study.uid, row["patient_id"])
        with self._database.writing() as connection:
            known = connection.execute(
                select(schema.series)
                .join(schema.studies)
                .where(schema.series.c.study_uid == study.uid)
                .where(schema.studies.c.patient_id == row["patient_id"])
                .order_by(schema.series.c.position)
            ).mappings()
            kept = _kept([dict(part) for part in known], rows)
            patient = {"study_uid": study.uid, "patient_id": row["patient_id"]}
            for table, new in ((schema.studies, row), (schema.patients, patient)):
                connection.execute(delete(table).filter_by(study_uid=study.uid))
                connection.execute(insert(table), new)
            kept_uids = {row["series_uid"] for row in kept}
            merged = [part for part in rows if part["series_uid"] not in kept_uids] + kept
            if merged:
                connection.execute(
                    insert(schema.series),
                    [part | {"position": position} for position, part in enumerate(merged)],
                )

    def _set_aside_of_another_patient(self, study_uid: str, patient_id: str) -> None:
        """Withdraw what was typed and placed for another patient's study; it stays on record."""
        with self._database.reading() as connection:
            known = connection.execute(
                select(schema.patients.c.patient_id).where(schema.patients.c.study_uid == study_uid)
            ).scalar()
            if known is None or known == patient_id:
                return
            readers = connection.execute(
                select(schema.vois.c.reader).where(schema.vois.c.study_uid == study_uid).distinct()
            ).scalars()
            placed = list(readers)
            writers = connection.execute(
                select(schema.notes.c.reader)
                .where(schema.notes.c.study_uid == study_uid)
                .distinct()
            ).scalars()
            wrote = list(writers)
        who, when = f"Station: study opened as patient {patient_id}", datetime.now(UTC)
        for typed in self.typed_inputs(study_uid):
            self.record_input(study_uid, Withdrawn(typed.name, who, when))
        for reader in placed:
            for voi in self.vois(study_uid, reader):
                self.record_voi_deleted(study_uid, reader, voi.id, when)
        for reader in wrote:
            for annotation in self.annotations(study_uid, reader):
                self.record_annotation_deleted(study_uid, reader, annotation.id, when)
            if self.findings(study_uid, reader):
                self.record_findings(study_uid, reader, "", when)
            for place in self.alignments(study_uid, reader):
                self.record_alignment(study_uid, reader, place, None, when)

    def study(self, study_uid: str) -> Study | None:
        """The study as it was remembered, to be opened without reading a header.

        None: it is unknown, or was recorded in the format of another version of Station; then the
        entry's source has to be opened again.
        """
        with self._database.reading() as connection:
            known = select(schema.studies).filter_by(study_uid=study_uid)
            row = connection.execute(known).first()
            parts = select(schema.series).filter_by(study_uid=study_uid).order_by("position")
            rows = connection.execute(parts).all()
        if row is None or any(record.format != FORMAT for record in (row, *rows)):
            return None
        with self._decoding():
            series = tuple([decode_series(record.facts, record.slices) for record in rows])
            return decode_study(row.facts, series)

    def search(
        self, text: str = "", order: Order = Order.LAST_OPENED, limit: int = LISTED
    ) -> tuple[StudyEntry, ...]:
        """Studies in which every word of `text` is found, at most `limit`, newest first.

        A word is found in the patient's name, with any accents and in any case, in the ID, or as
        a study date: 2026-11-20, 20261120, 2026-11, 2026.
        """
        newest = schema.studies.c.last_opened.desc()
        by_date = schema.studies.c.study_date.desc().nulls_last()
        query = (
            select(schema.studies)
            .where(*[_holds(word) for word in re.split(r"[\s,^=]+", text) if _folded(word)])
            .order_by(*((newest,) if order is Order.LAST_OPENED else (by_date, newest)))
            .limit(limit)
        )
        columns = schema.series.c
        shown = [column for column in columns if column.name not in ("facts", "slices")]
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
            below = connection.execute(
                select(*shown)
                .where(columns.study_uid.in_([row.study_uid for row in rows]))
                .order_by(columns.study_uid, columns.position)
            ).all()
        with self._decoding():
            series: dict[str, list[SeriesEntry]] = {row.study_uid: [] for row in rows}
            for row in below:
                series[row.study_uid].append(_series_entry(row))
            return tuple([_study_entry(row, series[row.study_uid]) for row in rows])

    def sources(self, study_uid: str) -> tuple[Path, ...]:
        """What was opened to find a study's series, each path once."""
        columns = schema.series.c
        query = select(columns.source).where(columns.study_uid == study_uid)
        rows = self._database.rows(query.order_by(columns.position))
        return tuple(dict.fromkeys(Path(json.loads(row.source)) for row in rows))

    def known(self, study_uids: Iterable[str]) -> frozenset[str]:
        """Those of the studies that are in the list."""
        asked = list(dict.fromkeys(study_uids))
        found: set[str] = set()
        for first in range(0, len(asked), LISTED):
            column = schema.studies.c.study_uid
            query = select(column).where(column.in_(asked[first : first + LISTED]))
            found.update(row.study_uid for row in self._database.rows(query))
        return frozenset(found)

    def touch(self, study_uid: str) -> None:
        """Record that a known study was opened just now."""
        known = update(schema.studies).filter_by(study_uid=study_uid)
        self._database.write(known.values(last_opened=datetime.now(UTC)))

    def forget(self, study_uid: str) -> None:
        """Take a study off the list. Its files stay, copies too, its typed inputs and its VOIs."""
        self._database.write(delete(schema.studies).filter_by(study_uid=study_uid))

    # -- typed SUV inputs: rows are added, never changed -------------------------------------------

    def record_input(self, study_uid: str, typed: TypedInput | Withdrawn) -> None:
        """Add to the record what somebody typed in place of the header's value, or took back.

        `when` without a time zone is this computer's local time. Raises ValueError without `who`.
        """
        if not typed.who.strip():
            raise ValueError("a typed input is recorded with who typed it")
        withdrawn = isinstance(typed, Withdrawn)
        self._database.write(
            insert(schema.inputs).values(
                study_uid=study_uid,
                name=typed.name.value,
                value=None if withdrawn else _value_text(typed.value),
                who=typed.who,
                typed_at=typed.when,
                withdrawn=withdrawn,
            )
        )

    def typed_inputs(self, study_uid: str) -> tuple[TypedInput, ...]:
        """What holds now: the last entry of each name, where that is not a withdrawal."""
        latest = {entry.name: entry for entry in self.input_history(study_uid)}
        return tuple([entry for entry in latest.values() if isinstance(entry, TypedInput)])

    def input_history(self, study_uid: str) -> tuple[TypedInput | Withdrawn, ...]:
        """Everything that was typed or withdrawn for a study, in the order it was recorded."""
        rows = self._database.rows(
            select(schema.inputs).filter_by(study_uid=study_uid).order_by("id")
        )
        with self._decoding():
            return tuple([_typed(row) for row in rows])

    # -- VOIs: rows are added, never changed -------------------------------------------------------

    def record_voi(self, study_uid: str, reader: str, voi: PlacedVoi, when: datetime) -> None:
        """Add to a reader's record that a VOI was placed or changed; it is on the disk on return.

        `when` without a time zone is local time. Raises ValueError without `reader`.
        """
        self._add_voi(study_uid, reader, voi.id, when, encode_voi(voi))

    def record_voi_deleted(self, study_uid: str, reader: str, voi_id: str, when: datetime) -> None:
        """Add to a reader's record that a VOI was deleted; recording it again brings it back."""
        self._add_voi(study_uid, reader, voi_id, when, (None, None))

    def vois(self, study_uid: str, reader: str) -> tuple[PlacedVoi, ...]:
        """What holds now: the last entry of each VOI that is not deleted, first placed first."""
        entries = schema.vois.c
        latest = (
            select(func.min(entries.id).label("first"), func.max(entries.id).label("last"))
            .where(entries.study_uid == study_uid, entries.reader == reader)
            .group_by(entries.voi_id)
            .subquery()
        )
        query = (
            select(schema.vois)
            .join(latest, entries.id == latest.c.last)
            .where(entries.facts.is_not(None))
            .order_by(latest.c.first)
        )
        records = self._voi_records(query)
        return tuple([record.voi for record in records if record.voi is not None])

    def voi_readers(self, study_uid: str) -> tuple[str, ...]:
        """Who has VOIs in a study now, by name."""
        query = select(schema.vois.c.reader).where(schema.vois.c.study_uid == study_uid).distinct()
        readers = sorted(row.reader for row in self._database.rows(query))
        return tuple([reader for reader in readers if self.vois(study_uid, reader)])

    def voi_history(self, study_uid: str, reader: str) -> tuple[VoiRecord, ...]:
        """Everything a reader placed, changed and deleted in a study, in the order of recording."""
        return self._voi_records(
            select(schema.vois).filter_by(study_uid=study_uid, reader=reader).order_by("id")
        )

    def _add_voi(
        self,
        study_uid: str,
        reader: str,
        voi_id: str,
        when: datetime,
        encoded: tuple[str | None, bytes | None],
    ) -> None:
        if not reader.strip():
            raise ValueError("a VOI is recorded with the reader who placed it")
        facts, inside = encoded
        self._database.write(
            insert(schema.vois).values(
                study_uid=study_uid,
                reader=reader,
                voi_id=voi_id,
                facts=facts,
                inside=inside,
                recorded_at=when,
            )
        )

    def _voi_records(self, query: Select[*tuple[Any, ...]]) -> tuple[VoiRecord, ...]:
        rows = self._database.rows(query)
        try:
            return tuple([_voi_record(row) for row in rows])
        except ValueError as error:
            raise ArchiveError(
                f"A VOI in the index {self._path} is damaged or was written by a newer Station "
                f"({error}). Install the newest Station, or put a backup of the index in its place."
            ) from error

    # -- what readers drew and wrote: rows are added, never changed --------------------------------

    def record_annotation(
        self, study_uid: str, reader: str, annotation: Annotation, when: datetime
    ) -> None:
        """Add to a reader's record that something was drawn or changed. Raises ValueError without
        `reader`."""
        content = encode_annotation(annotation)
        self._add_note(study_uid, reader, NoteKind.ANNOTATION, annotation.id, content, when)

    def record_annotation_deleted(
        self, study_uid: str, reader: str, annotation_id: str, when: datetime
    ) -> None:
        self._add_note(study_uid, reader, NoteKind.ANNOTATION, annotation_id, None, when)

    def annotations(self, study_uid: str, reader: str) -> tuple[Annotation, ...]:
        """What holds now, first drawn first."""
        latest: dict[str, str | None] = {}
        for row in self._note_rows(study_uid, reader, NoteKind.ANNOTATION):
            latest[row.note_id] = row.content
        with self._decoding():
            return tuple(decode_annotation(content) for content in latest.values() if content)

    def record_findings(self, study_uid: str, reader: str, text: str, when: datetime) -> None:
        """Add to a reader's record what they now say about a study; what they said stays."""
        self._add_note(study_uid, reader, NoteKind.FINDINGS, FINDINGS, _storable(text), when)

    def findings(self, study_uid: str, reader: str) -> str:
        """What holds now; empty where nothing was written."""
        history = self.findings_history(study_uid, reader)
        return history[-1].text if history else ""

    def findings_history(self, study_uid: str, reader: str) -> tuple[FindingsRecord, ...]:
        """Everything that a reader wrote about a study, oldest first."""
        rows = self._note_rows(study_uid, reader, NoteKind.FINDINGS)
        return tuple(FindingsRecord(row.content or "", row.recorded_at) for row in rows)

    def record_alignment(
        self,
        study_uid: str,
        reader: str,
        place: str,
        matrix: FloatArray | None,
        when: datetime,
    ) -> None:
        """Add to a reader's record where they put the images of another date, known by `place`.

        `matrix` is 4×4, LPS mm of the study → LPS mm of the other date; None: no longer by hand.
        """
        content = None if matrix is None else encode_alignment(place, matrix)
        self._add_note(study_uid, reader, NoteKind.ALIGNMENT, alignment_id(place), content, when)

    def alignments(self, study_uid: str, reader: str) -> dict[str, AlignmentRecord]:
        """By place: where a reader put the images of other dates next to a study by hand."""
        latest = {
            row.note_id: row for row in self._note_rows(study_uid, reader, NoteKind.ALIGNMENT)
        }
        kept: dict[str, AlignmentRecord] = {}
        with self._decoding():
            for row in latest.values():
                if row.content is not None:
                    place, matrix = decode_alignment(row.content)
                    kept[place] = AlignmentRecord(matrix, row.recorded_at)
        return kept

    def _note_rows(
        self, study_uid: str, reader: str, kind: NoteKind
    ) -> Sequence[Row[*tuple[Any, ...]]]:
        query = select(schema.notes).filter_by(study_uid=study_uid, reader=reader, kind=kind.value)
        return self._database.rows(query.order_by("id"))

    def _add_note(
        self,
        study_uid: str,
        reader: str,
        kind: NoteKind,
        note_id: str,
        content: str | None,
        when: datetime,
    ) -> None:
        if not reader.strip():
            raise ValueError("a note is recorded with the reader who wrote it")
        self._database.write(
            insert(schema.notes).values(
                study_uid=study_uid,
                reader=reader,
                kind=kind.value,
                note_id=note_id,
                content=content,
                recorded_at=when,
            )
        )

    @contextmanager
    def _decoding(self) -> Generator[None, None, None]:
        try:
            yield
        except (ValueError, TypeError) as error:
            raise ArchiveError(
                f"A record in the index {self._path} is damaged ({error}). Open the study again "
                f"from its folder."
            ) from error


# -- which series stay when a study is opened again ------------------------------------------------


def _kept(known: Sequence[Record], new: Sequence[Record]) -> list[Record]:
    """Known rows that stay: of other series, and of series better known than the new ones."""
    kept: list[Record] = []
    for uid in dict.fromkeys(row["series_uid"] for row in known):
        old_parts = [row for row in known if row["series_uid"] == uid]
        new_parts = [row for row in new if row["series_uid"] == uid]
        if any(row["format"] != FORMAT for row in old_parts):
            continue
        if not new_parts or (_worth_more(old_parts, new_parts) and _still_there(old_parts)):
            kept += old_parts
    return kept


def _worth_more(old: Sequence[Record], new: Sequence[Record]) -> bool:
    """Whether the old one has more slices than the new one, or as many and alone is copied in."""
    old_count = sum(row["slice_count"] for row in old)
    new_count = sum(row["slice_count"] for row in new)
    only_old_copied = all(row["copied"] for row in old) and not all(row["copied"] for row in new)
    return old_count > new_count or (old_count == new_count and only_old_copied)


def _still_there(rows: Sequence[Record]) -> bool:
    try:
        return all(stale(decode_series(row["facts"], row["slices"])) is None for row in rows)
    except ValueError:  # a damaged record gives way to what was just read
        return False


# -- rows ↔ values ---------------------------------------------------------------------------------


def _study_row(study: Study, source: Path) -> Record:
    return {
        "study_uid": study.uid,
        "patient_id": _storable(study.patient.id),
        "patient_name": _storable(study.patient.name),
        "study_date": study.date,
        "description": _storable(study.description),
        "search_text": _search_text(study),
        "last_opened": datetime.now(UTC),
        "source": _path_text(source),
        "format": FORMAT,
        "facts": encode_study(study),
    }


def _series_row(series: Series, source: Path, copied: bool) -> Record:
    facts, rows = encode_series(series)
    return {
        "study_uid": series.study_uid,
        "key": series.key,
        "series_uid": series.uid,
        "modality": _storable(series.modality),
        "role": series.role.value,
        "description": _storable(series.description),
        "slice_count": 0 if series.slices is None else int((~series.slices.missing).sum()),
        "source": _path_text(source),
        "copied": copied,
        "format": FORMAT,
        "facts": facts,
        "slices": rows,
    }


def _study_entry(row: Row[*tuple[Any, ...]], series: list[SeriesEntry]) -> StudyEntry:
    return StudyEntry(
        study_uid=row.study_uid,
        patient_id=row.patient_id,
        patient_name=row.patient_name,
        study_date=row.study_date,
        description=row.description,
        series=tuple(series),
        last_opened=row.last_opened,
        source=Path(json.loads(row.source)),
    )


def _series_entry(row: Row[*tuple[Any, ...]]) -> SeriesEntry:
    return SeriesEntry(
        key=row.key,
        modality=row.modality,
        role=ROLES.get(row.role, Role.OTHER),  # a newer Station may know more; the list still opens
        description=row.description,
        slices=row.slice_count,
        source=Path(json.loads(row.source)),
        copied=row.copied,
    )


def _voi_record(row: Row[*tuple[Any, ...]]) -> VoiRecord:
    voi = None if row.facts is None else decode_voi(row.facts, row.inside)
    return VoiRecord(row.voi_id, voi, row.recorded_at)


def _path_text(path: Path) -> str:
    """A path may hold bytes that are not text; JSON in ASCII keeps them."""
    return json.dumps(str(path.absolute()))


def _storable(text: str) -> str:
    return text.encode(errors="replace").decode()


def _value_text(value: float | str | datetime) -> str:
    if isinstance(value, datetime):
        return json.dumps({"datetime": value.isoformat()})
    return json.dumps(value, allow_nan=False)


def _typed(row: Row[*tuple[Any, ...]]) -> TypedInput | Withdrawn:
    name = InputName(row.name)
    if row.withdrawn:
        return Withdrawn(name, row.who, row.typed_at)
    match json.loads(row.value):
        case {"datetime": str(moment)}:
            value = datetime.fromisoformat(moment)
        case float() | int() | str() as value:
            pass
        case other:
            raise ValueError(f"{other!r} is not a value of {name}")
    return TypedInput(name, value, row.who, row.typed_at)


# -- search ----------------------------------------------------------------------------------------

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))
"""Left out on both sides: O'Brien, O’Brien and OBrien are one name."""

BASE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not take apart into a base letter and an accent."""

DATE_WORD = re.compile(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?")


def _folded(text: str) -> str:
    """`text` without accents, case and punctuation, its words apart by one space."""
    text = unicodedata.normalize("NFKD", text.translate(APOSTROPHES))
    letters = [letter for letter in text if not unicodedata.category(letter).startswith("M")]
    text = "".join(letters).casefold().translate(BASE_LETTERS)
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def _search_text(study: Study) -> str:
    """Name and ID, folded, each also without its spaces: 山田太郎 finds 山田, 太郎."""
    texts = [_folded(text) for text in (study.patient.name, study.patient.id)]
    return "|".join([*texts, *[text.replace(" ", "") for text in texts]])


def _holds(word: str) -> ColumnElement[bool]:
    """Whether a study's name, ID or date holds `word`."""
    named = schema.studies.c.search_text.contains(_folded(word), autoescape=True)
    days = _days(word)
    return named if days is None else or_(named, schema.studies.c.study_date.between(*days))


def _days(word: str) -> tuple[date, date] | None:
    """First and last day of a date, a month or a year as it is typed; None: it is not a date."""
    match = DATE_WORD.fullmatch(word)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
        if day is not None:
            return first, first
        if month is None:
            return first, date(year, 12, 31)
        return first, date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None
