"""Grades and checks of images, kept: shown again without grading again, and as a scanner's history.

Every result is a row, never changed; the last one of a series holds. It is shown again only for the
same pixels and header, the same typed SUV inputs and the same weights. Call it from worker threads.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Row, func, insert, select

from station import __version__
from station.archive import schema
from station.archive.database import Store
from station.archive.encoding import UNREADABLE, encode_series, from_json, json_text, to_json
from station.errors import ArchiveError
from station.pet.device import Device
from station.pet.image_quality import GRADES, Check, GraderModel, QualityGrade, Verdict
from station.pet.study import Patient, Series
from station.pet.suv import TypedInput
from station.pet.voi import Point, Sphere

MOST_ASKED = 500
"""Studies in one question; SQLite takes 999 values"""


@dataclass(frozen=True)
class Basis:
    """What a grade was made of. Where one of the three differs, it has to be made again."""

    images: str
    """See `fingerprint`"""
    typed: str
    """See `fingerprint_of_inputs`"""
    model: str
    """SHA-256 of the weights"""


@dataclass(frozen=True)
class KeptGrade:
    """The grade of one image and its checks, without what the checks were measured at."""

    grade: QualityGrade
    checks: tuple[Check, ...]
    refusal: str | None
    """Why nothing could be checked"""
    in_view: tuple[str, ...]
    liver: Sphere | None
    blood: Sphere | None
    liver_mm: Point | None
    """Where the liver's sphere was put by hand"""
    graded_at: datetime
    """Aware"""


@dataclass(frozen=True)
class GradedScan:
    """One image in the history of a scanner: its last grade."""

    study_uid: str
    series_key: str
    patient: str
    """Name, or ID; empty where the study was taken off the list"""
    study_date: date | None
    acquired: str
    """ISO 8601, the scanner's time; empty where it is not known"""
    device: Device
    kind: str
    """Of image: only images of one kind are compared"""
    description: str
    verdict: Verdict
    grade: int | None
    probability_good: float | None
    expected_grade: float | None
    liver_cov: float | None
    """Percent"""
    model: str
    """SHA-256 of the weights"""


@dataclass(frozen=True)
class SeriesGrade:
    """What one network made of one series, the last time that it graded it."""

    grade: QualityGrade
    model: GraderModel
    liver_mm: Point | None
    """Where the liver's sphere was put by hand"""
    graded_at: datetime
    """Aware"""


def fingerprint(patient: Patient, *images: Series | None) -> str:
    """Names what is graded: facts, slices and file times of the series, wherever they are.

    `images`: the PET, and the CT that it is checked against (None: there is none).
    """
    digest = sha256(json.dumps([patient.id, patient.name]).encode())
    for series in images:
        if series is None:
            digest.update(b"none")
            continue
        table = series.slices
        if table is not None:
            table = replace(table, paths=tuple("x" if path else "" for path in table.paths))
        facts, rows = encode_series(replace(series, slices=table))
        digest.update(facts.encode())
        digest.update(rows or b"")
    return digest.hexdigest()


def fingerprint_of_inputs(typed: Iterable[TypedInput]) -> str:
    """Names the values that were typed, regardless of who typed them and when."""
    values = sorted((str(value.name), str(value.value)) for value in typed)
    return sha256(json.dumps(values).encode()).hexdigest()


def open_grades(home: Path) -> "Grades":
    """The record in the data folder `home`; see `Store.opened`. Raises ArchiveError."""
    return Grades.opened(home)


class Grades(Store):
    """The grades in one database file. Every method may raise ArchiveError with a sentence."""

    def keep(
        self,
        study_uid: str,
        series: Series,
        study_date: date | None,
        basis: Basis,
        kept: KeptGrade,
        device: Device,
        kind: str,
        liver_cov: float | None,
    ) -> None:
        """Add a result to the record; it is on the disk on return.

        `liver_cov`: percent, where the liver was measured. `kind`: of image, for the history.
        """
        grade = kept.grade
        expected = None
        if grade.probabilities is not None:
            expected = sum(g * p for g, p in zip(GRADES, grade.probabilities, strict=True))
        self._database.write(
            insert(schema.grades).values(
                study_uid=study_uid,
                series_key=series.key,
                images=basis.images,
                typed=basis.typed,
                model=basis.model,
                device=json_text(to_json(device)),
                kind=_storable(kind),
                description=_storable(series.description),
                study_date=study_date,
                acquired="" if series.datetime is None else series.datetime.isoformat(),
                verdict=grade.verdict.value,
                grade=grade.grade,
                probability_good=grade.probability_good,
                expected_grade=expected,
                liver_cov=liver_cov,
                facts=json_text(to_json(kept)),
                graded_at=kept.graded_at,
                version=__version__,
            )
        )

    def kept(self, study_uid: str, series_key: str, basis: Basis) -> KeptGrade | None:
        """The last result of a series that still holds; None: it has to be graded.

        So it has to where the record is damaged or was written by a newer Station.
        """
        query = (
            select(schema.grades)
            .filter_by(study_uid=study_uid, series_key=series_key)
            .order_by(schema.grades.c.id.desc())
            .limit(1)
        )
        row = next(iter(self._database.rows(query)), None)
        if row is None or Basis(row.images, row.typed, row.model) != basis:
            return None
        try:
            return from_json(json.loads(row.facts), KeptGrade)
        except UNREADABLE:
            return None

    def of_series(
        self, series: Iterable[tuple[str, str]]
    ) -> dict[tuple[str, str], tuple[SeriesGrade, ...]]:
        """What each network made of these series, the network that graded last behind the others.

        A series is named by the UID of its study and its key; one that was never graded is left
        out. Whether its files are still those that were graded is not looked at.
        """
        wanted = set(series)
        rows = schema.grades.c
        studies = sorted({study for study, _ in wanted})
        by_series: dict[tuple[str, str], dict[str, SeriesGrade]] = {}
        with self._database.reading() as connection:
            for start in range(0, len(studies), MOST_ASKED):
                query = (
                    select(rows.study_uid, rows.series_key, rows.model, rows.facts)
                    .where(rows.study_uid.in_(studies[start : start + MOST_ASKED]))
                    .order_by(rows.id)
                )
                for row in connection.execute(query):
                    place = (row.study_uid, row.series_key)
                    if place in wanted:
                        of_models = by_series.setdefault(place, {})
                        of_models.pop(row.model, None)
                        of_models[row.model] = self._series_grade(row.model, row.facts)
        return {place: tuple(of_models.values()) for place, of_models in by_series.items()}

    def _series_grade(self, sha256_: str, facts: str) -> SeriesGrade:
        try:
            kept = from_json(json.loads(facts), KeptGrade)
        except UNREADABLE as error:
            raise self._damaged(error) from error
        model = kept.grade.model or GraderModel("", "", sha256_)
        return SeriesGrade(kept.grade, model, kept.liver_mm, kept.graded_at)

    def _damaged(self, error: Exception) -> ArchiveError:
        return ArchiveError(
            f"A grade in the index {self._path} is damaged or was written by a newer Station "
            f"({error}). Install the newest Station, or put a backup of the index in its place."
        )

    def history(self) -> tuple[GradedScan, ...]:
        """The last result of every series, in the order the scans were made."""
        rows = schema.grades.c
        last = select(func.max(rows.id)).group_by(rows.study_uid, rows.series_key)
        query = (
            select(
                schema.grades,
                schema.studies.c.patient_name,
                schema.studies.c.patient_id,
            )
            .join_from(
                schema.grades,
                schema.studies,
                schema.studies.c.study_uid == rows.study_uid,
                isouter=True,
            )
            .where(rows.id.in_(last))
            .order_by(rows.study_date.nulls_first(), rows.acquired, rows.id)
        )
        scans = self._database.rows(query)
        try:
            return tuple([_scan(row) for row in scans])
        except UNREADABLE as error:
            raise self._damaged(error) from error


def _scan(row: Row[*tuple[Any, ...]]) -> GradedScan:
    read: dict[str, Any] = {
        "patient": row.patient_name or row.patient_id or "",
        "device": from_json(json.loads(row.device), Device),
        "verdict": Verdict(row.verdict),
    }
    names = [field.name for field in fields(GradedScan) if field.name not in read]
    return GradedScan(**{name: getattr(row, name) for name in names}, **read)


def _storable(text: str) -> str:
    return text.encode(errors="replace").decode().replace("\0", " ")
