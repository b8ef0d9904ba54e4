"""Scores and VOIs of a reader study as plain CSV: read from others, written for others.

Scores: `reader,case,arm,criterion,score`; where images were shown again, `repeat`; where scores
were revised, `first`, or `last` where the first count. VOIs:
`case,arm,site,kind,suv_max,suv_peak,suv_mean`. Foci:
`reader,case,arm,criterion,x_mm,y_mm,z_mm,confidence,site`, and the lesions that are known to be
there: `case,lesion,x_mm,y_mm,z_mm,diameter_mm`; a line without a place says that there is none. The
order of the columns is free, others are left alone; every form in which spreadsheets save a table
is read (`table_file`).

The table of VOIs that Station's window exports is read as well: its patient is the case.

An empty cell is an answer that was not given. Names are compared as they are seen: what differs in
invisible characters is one name, what differs and looks the same is refused.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from station.errors import StationError
from station.reading.analysis import ScoreRow, VoiKind, VoiRow, plain
from station.reading.bootstrap import Bootstrap
from station.reading.foci import LesionRow, MarkRow
from station.reading.marks import FARTHEST_MM
from station.reading.names import look, tidy, twins_refusal
from station.reading.protocol import HIGHEST_SCORE, LOWEST_SCORE, SCORES, Arm
from station.reading.worklist import Kind
from station.report.table_file import TableFile, WrongCell, csv_text

if TYPE_CHECKING:
    from station.report import voi_csv

SCORE_COLUMNS = ("reader", "case", "arm", "criterion", "score")
REPEAT, FIRST, LAST = "repeat", "first", "last"
READING_COLUMNS = ("reader", "case", "arm", "kind", "code", "image", "artifact", "confirmed_at")
"""Of readings.csv, before and behind those of the criteria"""
FIRST_ENDING = "_first"
CONSENSUS = "consensus"
"""In place of a reader"""
VOI_COLUMNS = ("case", "arm", "site", "kind", "suv_max", "suv_peak", "suv_mean")
SUV_COLUMNS = VOI_COLUMNS[4:]
MISSING = frozenset({"", "na", "n/a", "nan", "-", "–", "—", "."})
MOST_REPEATS = 99
HIGHEST_SUV = 1000.0
"""A thousand times the mean of the body; what is more is not an SUV but a typing error or Bq/mL"""

ROUNDED = 1.02
"""A mean above the maximum by no more than this factor is equal to it but for rounding"""

PLACE_COLUMNS = ("x_mm", "y_mm", "z_mm")
MARK_COLUMNS = ("reader", "case", "arm", "criterion", *PLACE_COLUMNS, "confidence", "site")
LESION_COLUMNS = ("case", "lesion", *PLACE_COLUMNS, "diameter_mm")
LARGEST_LESION_MM = 1000.0

Row = TypeVar("Row", ScoreRow, VoiRow, MarkRow, LesionRow)


@dataclass(frozen=True)
class Read(Generic[Row]):
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    """What was left out, and what was assumed"""


def read_scores(path: Path) -> Read[ScoreRow]:
    """The scores of a file, also of the readings.csv that Station writes: a line for each reading.

    Raises StationError with each mistake, its line and column.
    """
    readings = TableFile(path, READING_COLUMNS)
    if readings.has(READING_COLUMNS):
        return _scores_of_readings(readings)
    table = TableFile(path, (*SCORE_COLUMNS, REPEAT, FIRST, LAST), ("score", REPEAT, FIRST, LAST))
    table.require(SCORE_COLUMNS, "scores")
    first_line: dict[tuple[str, str, Arm, str, int], int] = {}
    places = _Places()

    def row(cells: Mapping[str, str], line: int) -> ScoreRow | None:
        names = {name: _text(table, cells, name) for name in ("reader", "case", "criterion")}
        reader, case, criterion = names.values()
        arm = _word(table, cells, "arm", Arm)
        repeat = _repeat(table, cells)
        key = (reader, case, arm, criterion, repeat)
        if key in first_line:
            raise WrongCell(
                "score",
                f'reader {reader} scored "{criterion}" of case {case}, {arm}, in line '
                f"{first_line[key]} already. Keep one of them"
                + ("." if REPEAT in cells else ", or number repeats in a column named repeat."),
            )
        first_line[key] = line
        places.add(names, line)
        score, first = _score(table, cells, "score"), _score(table, cells, FIRST)
        if score is None:
            return None
        last = _score(table, cells, LAST)
        if first is not None and last is not None:
            raise WrongCell(LAST, f"{FIRST} is there too. The score is one of them: leave it out.")
        first, last = (None if other == score else other for other in (first, last))
        return ScoreRow(reader, case, arm, criterion, score, repeat, first, last)

    read = _read(table, row, "score")
    places.refuse_twins(path, "reader", "readers")
    places.refuse_twins(path, "case", "cases")
    places.refuse_twins(path, "criterion", "criteria", _plain_look)
    return read


def _scores_of_readings(whole: TableFile) -> Read[ScoreRow]:
    """Of readings.csv, in which each criterion has a column, and one for what was given first."""
    header = whole.header
    between = header[header.index("image") + 1 : header.index("artifact")]
    criteria = [name for name in between if f"{name}{FIRST_ENDING}" in between]
    numbers = (*criteria, *(f"{name}{FIRST_ENDING}" for name in criteria))
    table = TableFile(whole.path, (*READING_COLUMNS, *numbers), numbers)
    repeats: Counter[tuple[str, str, Arm]] = Counter()

    def row(cells: Mapping[str, str], line: int) -> tuple[ScoreRow, ...] | None:
        reader, case = _text(table, cells, "reader"), _text(table, cells, "case")
        arm, kind = _word(table, cells, "arm", Arm), table.text("kind", cells["kind"])
        repeats[reader, case, arm] += kind == Kind.REPEAT
        number = repeats[reader, case, arm] if kind == Kind.REPEAT else 0
        scores: list[ScoreRow] = []
        for name in criteria:
            score = _score(table, cells, name)
            first = _score(table, cells, f"{name}{FIRST_ENDING}")
            if score is not None:
                first = None if first == score else first
                scores.append(ScoreRow(reader, case, arm, name, score, number, first))
        return tuple(scores) or None

    lines, absent = table.rows(row)
    if not lines:
        raise StationError(f"{table.path} holds no score below its first line. Check the file.")
    notes = [f"{table.path.name}: {_lines(absent)} without a score."] if absent else []
    return Read(tuple(score for line in lines for score in line), (*table.notes, *notes))


def read_vois(paths: Sequence[Path]) -> Read[VoiRow]:
    """The VOIs of all files. Raises StationError with each mistake, its line and column."""
    parts = [_vois_of(path) for path in paths]
    rows = tuple(row for part in parts for row in part.rows)
    _refuse_twin_sites(rows)
    refuse_twin_cases(row.case for row in rows)
    return Read(rows, tuple(note for part in parts for note in part.notes))


def read_marks(path: Path) -> Read[MarkRow]:
    """The foci of a file. Raises StationError with each mistake, its line and column."""
    columns = (*MARK_COLUMNS, REPEAT)
    table = TableFile(path, columns, (*PLACE_COLUMNS, "confidence", REPEAT))
    table.require(MARK_COLUMNS[:-1], "foci")
    places = _Places()

    def row(cells: Mapping[str, str], line: int) -> MarkRow:
        names = {name: _text(table, cells, name) for name in ("reader", "case", "criterion")}
        places.add(names, line)
        reader, case, criterion = names.values()
        place = _place(table, cells)
        confidence = _figure(
            table,
            cells,
            "confidence",
            lambda number: number in SCORES,
            f"is not a confidence. Write a whole number from {LOWEST_SCORE} to {HIGHEST_SCORE}.",
        )
        if place is not None and confidence is None:
            raise WrongCell("confidence", "the cell is empty. Say how sure the reader was, 1 to 5.")
        site = table.text("site", cells.get("site", ""))
        arm, repeat = _word(table, cells, "arm", Arm), _repeat(table, cells)
        return MarkRow(reader, case, arm, criterion, place, int(confidence or 0), site, repeat)

    read = _read(table, row, "focus")
    for column, what in (("reader", "readers"), ("case", "cases")):
        places.refuse_twins(path, column, what)
    return read


def read_lesions(path: Path) -> Read[LesionRow]:
    """The lesions known to be there. Raises StationError with each mistake, its line and column."""
    table = TableFile(path, LESION_COLUMNS, (*PLACE_COLUMNS, "diameter_mm"))
    table.require(LESION_COLUMNS[:-1], "lesions")

    def row(cells: Mapping[str, str], line: int) -> LesionRow:
        case, place = _text(table, cells, "case"), _place(table, cells)
        diameter = _figure(
            table,
            cells,
            "diameter_mm",
            lambda number: 0 < number <= LARGEST_LESION_MM,
            f"is not a diameter. Write mm above 0 and up to {LARGEST_LESION_MM:g}.",
        )
        if place is None:
            return LesionRow(case, "", None)
        return LesionRow(case, _text(table, cells, "lesion"), place, diameter)

    return _read(table, row, "lesion")


def _place(table: TableFile, cells: Mapping[str, str]) -> tuple[float, float, float] | None:
    """None where all three cells are empty."""
    values = [
        _figure(
            table,
            cells,
            name,
            lambda number: abs(number) <= FARTHEST_MM,
            "is not a place in the patient. Write mm.",
        )
        for name in PLACE_COLUMNS
    ]
    if values == [None] * 3:
        return None
    for name, value in zip(PLACE_COLUMNS, values, strict=True):
        if value is None:
            raise WrongCell(name, "the cell is empty. Fill in all three, or none.")
    x, y, z = (value or 0.0 for value in values)
    return x, y, z


def refuse_twin_cases(cases: Iterable[str]) -> None:
    """Raise StationError where two cases look the same, such as "7" of scores and "007" of VOIs."""
    if refusal := twins_refusal("cases", cases):
        raise StationError(refusal)


def _refuse_twin_sites(rows: Sequence[VoiRow]) -> None:
    """Tissues are compared over all cases, lesions within theirs."""
    groups: dict[str, list[str]] = {"": []}
    for row in rows:
        groups.setdefault(row.case if row.kind is VoiKind.LESION else "", []).append(row.site)
    for case, sites in groups.items():
        what = f"lesions of case {case}" if case else "tissues"
        if refusal := twins_refusal(what, sites, _plain_look):
            raise StationError(refusal)


def _vois_of(path: Path) -> Read[VoiRow]:
    from station.report.voi_csv import KNOWN, NUMBERS, is_exported, rows_of

    table = TableFile(
        path,
        (*VOI_COLUMNS, *KNOWN),
        NUMBERS,
    )
    return _exported_vois(path, rows_of(table), table) if is_exported(table) else _plain_vois(table)


def _plain_vois(table: TableFile) -> Read[VoiRow]:
    table.require(VOI_COLUMNS, "VOIs")
    first_line: dict[tuple[str, Arm, str], int] = {}

    def row(cells: Mapping[str, str], line: int) -> VoiRow | None:
        case, site = _text(table, cells, "case"), _text(table, cells, "site")
        arm, kind = _word(table, cells, "arm", Arm), _word(table, cells, "kind", VoiKind)
        key = (case, arm, site)
        if kind is VoiKind.REFERENCE:
            if key in first_line:
                raise WrongCell(
                    "site",
                    f'the reference VOI "{site}" of case {case}, {arm}, is in line '
                    f"{first_line[key]} already. Keep one of them.",
                )
            first_line[key] = line
        suvs = [_suv(table, cells, name) for name in SUV_COLUMNS]
        highest, _, mean = suvs
        if highest is not None and mean is not None and mean > ROUNDED * highest:
            raise WrongCell(
                "suv_mean",
                f"the mean {mean:g} is above the maximum {highest:g}, which cannot be. Check "
                "whether the columns are interchanged.",
            )
        return None if suvs == [None] * 3 else VoiRow(case, arm, site, kind, *suvs)

    return _read(table, row, "VOI")


def _read(
    table: TableFile, row_of: Callable[[Mapping[str, str], int], Row | None], thing: str
) -> Read[Row]:
    rows, absent = table.rows(row_of)
    if not rows:
        raise StationError(f"{table.path} holds no {thing} below its first line. Check the file.")
    notes = [f"{table.path.name}: {_lines(absent)} without a {thing}."] if absent else []
    return Read(rows, (*table.notes, *notes))


def _exported_vois(path: Path, measured: "Sequence[voi_csv.Row]", table: TableFile) -> Read[VoiRow]:
    """Of the table that the window exports. A patient of several studies is a case for each."""
    from station.pet.sites import SiteKind
    from station.pet.study import Role

    kinds = {SiteKind.REFERENCE: VoiKind.REFERENCE, SiteKind.LESION: VoiKind.LESION}
    arms = {Role.CONVENTIONAL: Arm.CONVENTIONAL, Role.DENOISED: Arm.DENOISED}
    chosen = [row for row in measured if row.kind in kinds and row.role in arms]
    if not chosen:
        raise StationError(
            f"{path} holds no reference tissue and no lesion of a conventional or a DL image. "
            f"Export the VOIs of both images."
        )
    units = sorted({row.unit.value for row in chosen})
    if len(units) > 1 or not units[0].startswith("SU"):
        raise StationError(
            f"{path}: the VOIs are in {' and '.join(units)}; they can be compared in one kind of "
            f"SUV only. Export them again in SUVbw."
        )
    seen: set[tuple[str, str, Role]] = set()
    for row in chosen:
        key = (row.study_uid, row.voi_id, row.role)
        if key in seen:
            raise StationError(
                f'{path}: "{row.voi_name}" of patient {row.patient_id} was measured in two '
                f"{row.role} series. Keep the lines of one."
            )
        seen.add(key)
    studies: dict[str, set[str]] = {}
    for row in chosen:
        studies.setdefault(tidy(row.patient_id), set()).add(row.study_uid)

    def case(patient: str, study: str) -> str:
        patient = tidy(patient)
        if not patient:
            return study
        return patient if len(studies[patient]) == 1 else f"{patient}, study {study}"

    rows = tuple(
        VoiRow(
            case(row.patient_id, row.study_uid),
            arms[row.role],
            tidy(row.voi_name if row.site is None else row.site),
            kinds[row.kind],
            *(suv if isfinite(suv) else None for suv in (row.suv_max, row.suv_peak, row.suv_mean)),
        )
        for row in chosen
    )
    others = len(measured) - len(chosen)
    note = (
        f"{path.name}: {others} of {len(measured)} lines are neither a tissue nor a lesion of "
        "the two arms."
    )
    return Read(rows, (*table.notes, *((note,) if others else ())))


class _Places:
    """Where each name is first in a file, by its column."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, str]] = {}

    def add(self, names: Mapping[str, str], line: int) -> None:
        for column, name in names.items():
            self._lines.setdefault(column, {}).setdefault(name, f"line {line}")

    def refuse_twins(
        self, path: Path, column: str, what: str, look_of: Callable[[str], str] = look
    ) -> None:
        places = self._lines.get(column, {})
        if refusal := twins_refusal(what, places, look_of, places):
            raise StationError(f"{path}, column {column}: {refusal}")


def _plain_look(name: str) -> str:
    """Of a criterion or a site, in which "_" is a blank."""
    return look(plain(name))


# --- cells --------------------------------------------------------------------------------------


def _text(table: TableFile, cells: Mapping[str, str], name: str) -> str:
    text = table.text(name, cells[name])
    if not text:
        raise WrongCell(name, f"the cell is empty. Fill in the {name}.")
    return text


Word = TypeVar("Word", Arm, VoiKind)


def _word(table: TableFile, cells: Mapping[str, str], name: str, words: type[Word]) -> Word:
    text = table.text(name, cells[name])
    try:
        return words(text.casefold())
    except ValueError:
        article = "an" if name == "arm" else "a"
        raise WrongCell(
            name, f'"{text}" is not {article} {name}. Write {" or ".join(words)}.'
        ) from None


def _score(table: TableFile, cells: Mapping[str, str], name: str) -> int | None:
    score = _figure(
        table,
        cells,
        name,
        lambda number: number in SCORES,
        f"is not a score. Write a whole number from {LOWEST_SCORE} to {HIGHEST_SCORE}; leave the "
        "cell empty where none was given.",
    )
    return None if score is None else int(score)


def _repeat(table: TableFile, cells: Mapping[str, str]) -> int:
    number = _figure(
        table,
        cells,
        REPEAT,
        lambda number: number in range(MOST_REPEATS + 1),
        "is not a repeat. Write 0 for the first reading, 1 for the repeat.",
    )
    return int(number or 0)


def _suv(table: TableFile, cells: Mapping[str, str], name: str) -> float | None:
    return _figure(
        table,
        cells,
        name,
        lambda number: 0 <= number <= HIGHEST_SUV,
        f"is not an SUV. Write a number from 0 to {HIGHEST_SUV:g}; leave the cell empty where "
        "there is none.",
    )


def _figure(
    table: TableFile,
    cells: Mapping[str, str],
    name: str,
    allowed: Callable[[float], bool],
    otherwise: str,
) -> float | None:
    """None of a cell that says that there is none."""
    text = cells.get(name, "").strip()
    if text.casefold() in MISSING:
        return None
    number = table.number(name, text)
    if number is None or not allowed(number):
        raise WrongCell(name, f'"{text}" {otherwise}')
    return number


def _lines(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"line {numbers[0]} is"
    shown = ", ".join(str(number) for number in numbers[:5])
    more = f" and {len(numbers) - 5} more" if len(numbers) > 5 else ""
    return f"lines {shown}{more} are"


# --- written ------------------------------------------------------------------------------------


def scores_csv(rows: Iterable[ScoreRow]) -> str:
    """What `read_scores` reads."""
    rows = tuple(rows)
    others = (FIRST, LAST)
    revised = [name for name in others if any(getattr(row, name) is not None for row in rows)]
    columns = (*SCORE_COLUMNS, REPEAT, *revised)
    return csv_text(columns, ([getattr(row, name) for name in columns] for row in rows))


def marks_csv(rows: Iterable[MarkRow]) -> str:
    """What `read_marks` reads."""
    return csv_text(
        (*MARK_COLUMNS, REPEAT),
        (
            [
                *(row.reader, row.case, row.arm, row.criterion),
                *(row.position_mm or (None, None, None)),
                *(None if row.position_mm is None else row.confidence, row.site, row.repeat),
            ]
            for row in rows
        ),
    )


def lesions_csv(rows: Iterable[LesionRow]) -> str:
    """What `read_lesions` reads."""
    return csv_text(
        LESION_COLUMNS,
        (
            [row.case, row.lesion, *(row.position_mm or (None, None, None)), row.diameter_mm]
            for row in rows
        ),
    )


def vois_csv(rows: Iterable[VoiRow]) -> str:
    """What `read_vois` reads."""
    return csv_text(VOI_COLUMNS, ([getattr(row, name) for name in VOI_COLUMNS] for row in rows))


def bootstrap_csv(bootstrap: Bootstrap) -> str:
    """A line for each resample: how often each case is in it."""
    return csv_text(bootstrap.cases, bootstrap.draws.tolist())
