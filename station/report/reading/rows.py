"""Scores and VOIs of a reader study as plain CSV: read from others, written for others.

Scores: `reader,case,arm,criterion,score` and, where images were shown again, `repeat`. VOIs:
`case,arm,site,kind,suv_max,suv_peak,suv_mean`. The order of the columns is free, others are left
alone. Spreadsheets write semicolons, tabs, decimal commas and a byte order mark: all are read.

The table of VOIs that Station's window exports is read as well: its patient is the case.

An empty cell is an answer that was not given.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from math import isfinite
from pathlib import Path
from typing import Generic, TypeVar

from station.errors import StationError
from station.reading.analysis import ScoreRow, VoiKind, VoiRow
from station.reading.bootstrap import Bootstrap
from station.reading.protocol import HIGHEST_SCORE, LOWEST_SCORE, SCORES, Arm
from station.report.table_file import csv_text, unguarded

SCORE_COLUMNS = ("reader", "case", "arm", "criterion", "score")
REPEAT = "repeat"
VOI_COLUMNS = ("case", "arm", "site", "kind", "suv_max", "suv_peak", "suv_mean")
NUMBER_COLUMNS = frozenset({"score", REPEAT, "suv_max", "suv_peak", "suv_mean"})
MISSING = frozenset({"", "na", "n/a", "nan", "-", "."})
SEPARATORS = (",", ";", "\t")
MISTAKES_SHOWN = 8
LARGEST_FILE_BYTES = 64 << 20
MOST_REPEATS = 99
HIGHEST_SUV = 1000.0
"""A thousand times the mean of the body; what is more is not an SUV but a typing error or Bq/mL"""

Row = TypeVar("Row")


@dataclass(frozen=True)
class Read(Generic[Row]):
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    """What was left out"""


class _WrongCell(Exception):
    """The column, and the sentence that says what is wrong in it and what to do."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


def read_scores(path: Path) -> Read[ScoreRow]:
    """The scores of a file. Raises StationError with each mistake, its line and column."""
    table = _Table(path, SCORE_COLUMNS, "scores")
    first_line: dict[tuple[str, str, Arm, str, int], int] = {}

    def row(cells: Mapping[str, str], line: int) -> ScoreRow | None:
        reader, case, criterion = (_text(cells, name) for name in ("reader", "case", "criterion"))
        arm = _word(cells, "arm", Arm)
        repeat = _repeat(cells)
        key = (reader, case, arm, criterion, repeat)
        if key in first_line:
            raise _WrongCell(
                "score",
                f'reader {reader} scored "{criterion}" of case {case}, {arm}, in line '
                f"{first_line[key]} already. Keep one of them"
                + ("." if REPEAT in cells else ", or number repeats in a column named repeat."),
            )
        first_line[key] = line
        score = _score(cells)
        return None if score is None else ScoreRow(reader, case, arm, criterion, score, repeat)

    return table.read(row, "score")


def read_vois(paths: Sequence[Path]) -> Read[VoiRow]:
    """The VOIs of all files. Raises StationError with each mistake, its line and column."""
    parts = [_exported_vois(path) if _is_exported(path) else _plain_vois(path) for path in paths]
    return Read(
        tuple(row for part in parts for row in part.rows),
        tuple(note for part in parts for note in part.notes),
    )


def _plain_vois(path: Path) -> Read[VoiRow]:
    table = _Table(path, VOI_COLUMNS, "VOIs")
    first_line: dict[tuple[str, Arm, str], int] = {}

    def row(cells: Mapping[str, str], line: int) -> VoiRow | None:
        case, site = _text(cells, "case"), _text(cells, "site")
        arm, kind = _word(cells, "arm", Arm), _word(cells, "kind", VoiKind)
        key = (case, arm, site)
        if kind is VoiKind.REFERENCE:
            if key in first_line:
                raise _WrongCell(
                    "site",
                    f'the reference VOI "{site}" of case {case}, {arm}, is in line '
                    f"{first_line[key]} already. Keep one of them.",
                )
            first_line[key] = line
        suvs = [_suv(cells, name) for name in VOI_COLUMNS[4:]]
        return None if suvs == [None] * 3 else VoiRow(case, arm, site, kind, *suvs)

    return table.read(row, "VOI")


def _is_exported(path: Path) -> bool:
    header = _content(path).partition("\n")[0].split(",")
    return {"voi_id", "role", "study_uid"} <= set(header)


def _exported_vois(path: Path) -> Read[VoiRow]:
    """Of the table that the window exports. A patient of several studies is a case for each."""
    from station.pet.sites import SiteKind
    from station.pet.study import Role
    from station.report.voi_csv import read_csv

    kinds = {SiteKind.REFERENCE: VoiKind.REFERENCE, SiteKind.LESION: VoiKind.LESION}
    arms = {Role.CONVENTIONAL: Arm.CONVENTIONAL, Role.DENOISED: Arm.DENOISED}
    measured = read_csv(path)
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
        studies.setdefault(row.patient_id, set()).add(row.study_uid)

    def case(patient: str, study: str) -> str:
        if not patient:
            return study
        return patient if len(studies[patient]) == 1 else f"{patient}, study {study}"

    rows = tuple(
        VoiRow(
            case(row.patient_id, row.study_uid),
            arms[row.role],
            row.voi_name if row.site is None else row.site,
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
    return Read(rows, (note,) if others else ())


class _Table:
    """A CSV file with its header understood."""

    def __init__(self, path: Path, columns: Sequence[str], what: str) -> None:
        self.path = path
        self.text = _content(path)
        header_end = self.text.find("\n")
        header = self.text if header_end < 0 else self.text[:header_end]
        self.separator = max(SEPARATORS, key=header.count)
        self.columns = columns
        lines = self._lines()
        try:
            _, names = next(lines)
        except StopIteration:
            raise StationError(
                f"{path} is empty. The first line of {what} is {','.join(columns)}."
            ) from None
        self.names = [name.strip().casefold() for name in names]
        missing = [name for name in columns if name not in self.names]
        if missing:
            raise StationError(self._missing(missing, what))
        doubled = {name for name in self.names if name and self.names.count(name) > 1}
        if doubled:
            raise StationError(
                f'{path}, line 1: two columns are named "{min(doubled)}". Keep one of them.'
            )

    def read(self, row_of: Callable[[Mapping[str, str], int], Row | None], thing: str) -> Read[Row]:
        """`row_of` makes a row of the cells by column, or None of an answer not given."""
        rows: list[Row] = []
        mistakes: list[str] = []
        absent: list[int] = []
        lines = self._lines()
        next(lines)
        for line, cells in lines:
            if not any(cell.strip() for cell in cells):
                continue
            try:
                if len(cells) != len(self.names):
                    raise _WrongCell(
                        "",
                        f"{len(cells)} cells under {len(self.names)} columns. Put a text with "
                        f'"{self.separator}" in it into quotes.',
                    )
                by_name = {name: cell.strip() for name, cell in zip(self.names, cells, strict=True)}
                row = row_of(self._decimal_points(by_name), line)
            except _WrongCell as wrong:
                column = f", column {wrong.column}" if wrong.column else ""
                mistakes.append(f"{self.path}, line {line}{column}: {wrong}")
                continue
            if row is None:
                absent.append(line)
            else:
                rows.append(row)
        if mistakes:
            more = len(mistakes) - MISTAKES_SHOWN
            shown = mistakes[:MISTAKES_SHOWN]
            raise StationError(
                "\n".join([*shown, f"… and {more} more." if more > 0 else ""]).strip()
            )
        if not rows:
            raise StationError(
                f"{self.path} holds no {thing} below its first line. Check the file."
            )
        notes = [f"{self.path.name}: {_lines(absent)} without a {thing}."] if absent else []
        return Read(tuple(rows), tuple(notes))

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        """Line in the file, from 1, and cells."""
        reader = csv.reader(StringIO(self.text, newline=""), delimiter=self.separator, strict=True)
        try:
            start = 1
            for cells in reader:
                if cells or start > 1:
                    yield start, cells
                start = reader.line_num + 1
        except csv.Error as error:
            raise StationError(
                f"{self.path}, line {reader.line_num}: this is not CSV ({error}). Check the quotes."
            ) from error

    def _decimal_points(self, cells: Mapping[str, str]) -> Mapping[str, str]:
        """Numbers with a decimal comma, where commas do not separate cells, with a point."""
        if self.separator == ",":
            return cells
        return {
            name: cell.replace(",", ".")
            if name in NUMBER_COLUMNS and cell.count(",") == 1
            else cell
            for name, cell in cells.items()
        }

    def _missing(self, missing: Sequence[str], what: str) -> str:
        close = get_close_matches(missing[0], self.names, 1, 0.7)
        guess = f' Is it the column "{close[0]}"? Rename it.' if close else ""
        if not set(self.columns) & set(self.names):
            guess = " The first line has to name the columns."
        listed = " or ".join([", ".join(missing[:-1]), missing[-1]] if missing[1:] else missing)
        return (
            f"{self.path}, line 1: there is no column {listed}.{guess} {what[0].upper()}{what[1:]} "
            f"have the columns {', '.join(self.columns)}."
        )


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise StationError(f"{path} cannot be read: {error.strerror}. Check the path.") from error
    if len(content) > LARGEST_FILE_BYTES:
        raise StationError(
            f"{path} is larger than {LARGEST_FILE_BYTES >> 20} MB; it cannot be such a table. "
            f"Check the path."
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise StationError(
            f"{path}, line {line}: this is not UTF-8 text. Save it as CSV UTF-8."
        ) from error


# --- cells --------------------------------------------------------------------------------------


def _text(cells: Mapping[str, str], name: str) -> str:
    text = unguarded(cells[name])
    if not text:
        raise _WrongCell(name, f"the cell is empty. Fill in the {name}.")
    return text


Word = TypeVar("Word", Arm, VoiKind)


def _word(cells: Mapping[str, str], name: str, words: type[Word]) -> Word:
    try:
        return words(cells[name].casefold())
    except ValueError:
        article = "an" if name == "arm" else "a"
        raise _WrongCell(
            name, f'"{cells[name]}" is not {article} {name}. Write {" or ".join(words)}.'
        ) from None


def _score(cells: Mapping[str, str]) -> int | None:
    score = _figure(
        cells,
        "score",
        lambda number: number in SCORES,
        f"is not a score. Write a whole number from {LOWEST_SCORE} to {HIGHEST_SCORE}; leave the "
        "cell empty where none was given.",
    )
    return None if score is None else int(score)


def _repeat(cells: Mapping[str, str]) -> int:
    number = _figure(
        cells,
        REPEAT,
        lambda number: number in range(MOST_REPEATS + 1),
        "is not a repeat. Write 0 for the first reading, 1 for the repeat.",
    )
    return int(number or 0)


def _suv(cells: Mapping[str, str], name: str) -> float | None:
    return _figure(
        cells,
        name,
        lambda number: 0 <= number <= HIGHEST_SUV,
        f"is not an SUV. Write a number from 0 to {HIGHEST_SUV:g}; leave the cell empty where "
        "there is none.",
    )


def _figure(
    cells: Mapping[str, str], name: str, allowed: Callable[[float], bool], otherwise: str
) -> float | None:
    """None of a cell that says that there is none."""
    text = cells.get(name, "")
    if text.casefold() in MISSING:
        return None
    number = _number(text)
    if number is None or not allowed(number):
        raise _WrongCell(name, f'"{text}" {otherwise}')
    return number


def _number(text: str) -> float | None:
    try:
        number = float(text) if re.fullmatch(r"[-+]?[0-9.]+(e[-+]?[0-9]+)?", text, re.I) else None
    except ValueError:
        return None
    return number if number is not None and isfinite(number) else None


def _lines(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"line {numbers[0]} is"
    shown = ", ".join(str(number) for number in numbers[:5])
    more = f" and {len(numbers) - 5} more" if len(numbers) > 5 else ""
    return f"lines {shown}{more} are"


# --- written ------------------------------------------------------------------------------------


def scores_csv(rows: Iterable[ScoreRow]) -> str:
    """What `read_scores` reads."""
    columns = (*SCORE_COLUMNS, REPEAT)
    return csv_text(columns, ([getattr(row, name) for name in columns] for row in rows))


def vois_csv(rows: Iterable[VoiRow]) -> str:
    """What `read_vois` reads."""
    return csv_text(VOI_COLUMNS, ([getattr(row, name) for name in VOI_COLUMNS] for row in rows))


def bootstrap_csv(bootstrap: Bootstrap) -> str:
    """A line for each resample: how often each case is in it."""
    return csv_text(bootstrap.cases, bootstrap.draws.tolist())
