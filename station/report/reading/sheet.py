"""A table described once: its rows in full, by the columns of the CSV, and how they are read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import floor, log10
from typing import Any

from station.reading.agreement import Estimate
from station.reading.bootstrap import Interval
from station.report.document import Table
from station.report.table_file import Spreadsheet, csv_text

NONE = "–"
SMALLEST_P = 0.0001
NOTE = "note"
"""The column of a row's notes: its sentences"""

Row = Mapping[str, Any]
"""Column → value in full; None: there is none"""
Cell = Callable[[Row], str]
"""What people read of a row"""
Columns = Sequence[tuple[str, Cell]]
"""Heading and cell"""


def csv_of(
    rows: Sequence[Row], like: Row | None = None, spreadsheet: Spreadsheet = Spreadsheet.NONE
) -> str:
    """All columns, a row's sentences in one cell; `like` is a row for when there may be none."""
    cells = ({**row, NOTE: " ".join(row[NOTE])}.values() for row in rows)
    return csv_text(list(like or rows[0]), map(list, cells), spreadsheet=spreadsheet)


def table_of(
    rows: Sequence[Row],
    columns: Columns,
    title: str,
    notes: Iterable[str] = (),
    *,
    names: int = 1,
    grouped_by_first: bool = False,
) -> Table:
    """The table as it is read, with `notes` and the rows' sentences.

    The first `names` columns say what a row is of; the first is not repeated if rows are grouped.
    """
    cells = [[cell(row) for _, cell in columns] for row in rows]
    about = [
        (", ".join(line[:names]), sentence)
        for row, line in zip(rows, cells, strict=True)
        for sentence in row[NOTE]
    ]
    if grouped_by_first:
        for number in range(len(cells) - 1, 0, -1):
            if cells[number][0] == cells[number - 1][0]:
                cells[number][0] = ""
    headings = tuple(heading for heading, _ in columns)
    return Table(headings, tuple(map(tuple, cells)), title, (*notes, *grouped(about)))


def once(sentences: Iterable[str]) -> tuple[str, ...]:
    """Each sentence once."""
    return tuple(dict.fromkeys(sentence for sentence in sentences if sentence))


def grouped(sentences: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Each sentence once, after all that it is about: (about, sentence)."""
    about: dict[str, list[str]] = {}
    for what, sentence in sentences:
        about.setdefault(sentence, []).append(what)
    return tuple(f"{'; '.join(once(what))}: {sentence}" for sentence, what in about.items())


# --- Values of a row ------------------------------------------------------------------------------


def ends_of(name: str, interval: Interval | None) -> dict[str, float | None]:
    low, high = interval or (None, None)
    return {f"{name}_low": low, f"{name}_high": high}


def estimate_of(name: str, figure: Estimate) -> dict[str, float | None]:
    return {
        name: figure.value,
        **ends_of(f"{name}_ci", figure.ci),
        **ends_of(f"{name}_ci_analytic", figure.ci_analytic),
    }


# --- Cells ----------------------------------------------------------------------------------------


def cell(name: str, words: Callable[[Any], str] = str) -> Cell:
    """What `words` makes of a value, and NONE where there is none."""
    return lambda row: NONE if row[name] is None else words(row[name])


def mean_sd(arm: str) -> Cell:
    """From the columns ARM_mean and ARM_sd."""

    def words(row: Row) -> str:
        mean, sd = row[f"{arm}_mean"], row[f"{arm}_sd"]
        return NONE if mean is None else f"{mean:.2f}" + ("" if sd is None else f" ± {sd:.2f}")

    return words


def figure(name: str, ends: str = "", sign: str = "") -> Cell:
    """A figure with its interval in brackets; `sign` "+": of a difference, which shows its sign."""
    low, high = (f"{ends or f'{name}_ci'}_{end}" for end in ("low", "high"))
    return lambda row: _with_interval(row[name], row[low], row[high], sign)


def interval(ends: str) -> Cell:
    def words(row: Row) -> str:
        low, high = row[f"{ends}_low"], row[f"{ends}_high"]
        return NONE if low is None else f"{low:.2f} to {high:.2f}".replace("-", "−")

    return words


def estimated(of: Estimate) -> str:
    """A figure with its interval in brackets."""
    return _with_interval(of.value, *(of.ci or (None, None)))


def two_digits(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def p_value(p: float | None) -> str:
    """As the paper prints it."""
    if p is None:
        return NONE
    if p < SMALLEST_P:
        return f"< {SMALLEST_P:.4f}"
    return f"{p:.{max(3, 1 - floor(log10(p)))}f}"


def _with_interval(
    value: float | None, low: float | None, high: float | None, sign: str = ""
) -> str:
    if value is None:
        return NONE
    ends = "" if low is None else f" ({low:{sign}.2f} to {high:{sign}.2f})"
    return f"{value:{sign}.2f}{ends}".replace("-", "−")
