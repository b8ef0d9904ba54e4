"""What a batch leaves: its tables as CSV and Parquet, and which file holds what."""

import csv
import json
import os
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from station.archive.batches import Ledger, LedgerRow, State
from station.batch.outputs import FOLDER, MANIFEST, manifest_of
from station.batch.summary import summary_html
from station.batch.work import ROWS, SERIES, Operation, Row
from station.errors import StationError
from station.pet.study import LeftOut
from station.report.table_file import csv_text, unguarded
from station.system import put_on_disk
from station.whole_file import whole_file, writing

SUMMARY, STUDIES = "summary", "studies"
"""The tables: a row a series or VOI, and a row a study"""
PAGE, LEFT_OUT = "summary.html", "left_out.csv"
LEADING: Mapping[str, type] = {
    "study_uid": str,
    "series_uid": str,
    "patient_id": str,
    "operation": str,
    "state": str,
    "reason": str,
    "seconds": float,
    "output": str,
}
"""The first columns of each table, and the type of their values"""
OF_STUDY: Mapping[str, type] = {
    "tries": int,
    "peak_rss_bytes": int,
    "exit_signal": int,
    "inputs_sha256": str,
    "weights_sha256": str,
    "version": str,
    "places": str,
}
"""Further columns of the studies' table"""

LARGEST_CELL = 64 << 20
"""Characters: of a study that shares its folder with another, `places` has every file"""


@dataclass(frozen=True)
class Status:
    """How far a batch has come: numbers of studies."""

    studies: int
    done: int
    failed: int
    set_aside: int
    waiting: int


def status_of(folder: Path) -> Status:
    """Of the batch whose results are in a folder. Raises StationError where there is none."""
    ledger = Ledger.opened(folder)
    try:
        counts = ledger.counts()
    finally:
        ledger.close()
    return Status(
        sum(counts.values()),
        counts[State.DONE],
        counts[State.FAILED],
        counts[State.SET_ASIDE],
        counts[State.WAITING],
    )


def count_of_left_out(folder: Path) -> int:
    """Files that no image is read from, by the table of a batch. Raises StationError."""
    return len(_read_table(folder / LEFT_OUT, ("path", "reason"))[1])


def write_results(ledger: Ledger, operation: Operation, left_out: Sequence[LeftOut]) -> None:
    """The tables, the page and the manifest of a batch into its folder. Raises StationError.

    `left_out` are the files that no image is read from.
    """
    folder, rows = ledger.batch.folder, ledger.rows()
    summary: list[Row] = []
    studies: list[Row] = []
    manifest: dict[str, str] = {}
    for row in rows.values():
        of_series = [{"series_uid": None, "reason": None}]
        leading = _leading(row, operation)
        if row.state is State.DONE:
            output = folder / FOLDER / str(row.output)
            named = manifest_of(output)
            manifest |= {f"{FOLDER}/{row.output}/{name}": sha256 for name, sha256 in named.items()}
            of_series = json.loads((output / ROWS).read_text(encoding="utf-8")) or of_series
        studies.append(_writable(leading | _of_study(row, ledger)))
        summary += [
            _writable(leading | one | {"reason": one["reason"] or leading["reason"]})
            for one in of_series
        ]
    with writing(f"The summary in {folder}"):
        for name, columns, content in (
            (SUMMARY, operation.columns, summary),
            (STUDIES, OF_STUDY, studies),
        ):
            _write_table(folder / name, {**LEADING, **columns}, content)
        files = [_writable({"path": str(file.path), "reason": file.reason}) for file in left_out]
        cells = [tuple(file.values()) for file in files]
        _write(folder / LEFT_OUT, csv_text(("path", "reason"), cells, "\r\n").encode())
        page = summary_html(ledger.batch, operation, list(rows.values()), summary, len(left_out))
        _write(folder / PAGE, page.encode())
        text = json.dumps(dict(sorted(manifest.items())), indent=1) + "\n"
        _write(folder / MANIFEST, text.encode())


def _writable(row: Row) -> Row:
    """The same with texts that every table can hold.

    The name of a folder need not be UTF-8 on Linux; of its bytes, `\\xff` is written.
    """
    return {
        name: os.fsencode(value).decode(errors="backslashreplace").replace("\0", " ")
        if isinstance(value, str)
        else value
        for name, value in row.items()
    }


def _leading(row: LedgerRow, operation: Operation) -> Row:
    done = row.state is State.DONE
    return {
        "study_uid": row.study_uid,
        "series_uid": None,
        "patient_id": row.patient_id,
        "operation": operation.name,
        "state": row.state.value,
        "reason": row.reason,
        "seconds": row.seconds,
        "output": f"{FOLDER}/{row.output}/{operation.file}" if done else None,
    }


def _of_study(row: LedgerRow, ledger: Ledger) -> Row:
    batch = ledger.batch
    return {
        "tries": row.tries,
        "peak_rss_bytes": row.peak_rss_bytes,
        "exit_signal": row.exit_signal,
        "inputs_sha256": row.inputs,
        "weights_sha256": "; ".join(f"{name} {sha}" for name, sha in batch.weights.items()),
        "version": batch.version,
        "places": "\n".join(row.places),
    }


def _write_table(path: Path, columns: Mapping[str, type], rows: list[Row]) -> None:
    """CSV and Parquet of the same rows; what a row does not have is empty. Raises OSError."""
    arrow: Any = import_module("pyarrow")  # it has no types
    parquet: Any = import_module("pyarrow.parquet")
    cells = [[row.get(name) for name in columns] for row in rows]
    _write(path.with_suffix(".csv"), csv_text(list(columns), cells, "\r\n").encode())
    of_type = {str: arrow.string(), float: arrow.float64(), int: arrow.int64()}
    table = arrow.table(
        {
            name: arrow.array([row.get(name) for row in rows], of_type[kind])
            for name, kind in columns.items()
        }
    )
    with whole_file(path.with_suffix(".parquet")) as part:
        parquet.write_table(table, part)
        put_on_disk(part)


def _write(path: Path, content: bytes) -> None:
    with whole_file(path) as part:
        part.write_bytes(content)
        put_on_disk(part)


@dataclass(frozen=True)
class Line:
    """A row of a finished batch's summary, as text."""

    cells: Mapping[str, str]
    places: tuple[Path, ...]
    """What opens its study, and the series that was made of it"""


@dataclass(frozen=True)
class Results:
    """A finished batch, as its tables have it."""

    folder: Path
    operation: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    states: Mapping[str, int]
    """Studies in each state"""


def read_results(folder: Path) -> Results:
    """What a batch left in a folder, without its ledger. Raises StationError."""
    columns, summary = _read_table(folder / f"{SUMMARY}.csv", LEADING)
    _, studies = _read_table(folder / f"{STUDIES}.csv", {**LEADING, **OF_STUDY})
    places = {study["study_uid"]: tuple(study["places"].splitlines()) for study in studies}
    lines: list[Line] = []
    for cells in summary:
        made = folder / cells["output"]
        new = (made.parent / SERIES,) if cells["output"] and "derivation" in columns else ()
        of_study = map(Path, places.get(cells["study_uid"], ()))
        lines.append(Line(cells, (*of_study, *new)))
    return Results(
        folder,
        summary[0]["operation"] if summary else "",
        columns,
        tuple(lines),
        Counter(study["state"] for study in studies),
    )


def _read_table(
    path: Path, needed: Collection[str]
) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """(columns, rows) of a table that `write_results` wrote."""
    csv.field_size_limit(LARGEST_CELL)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            columns = tuple(reader.fieldnames or ())
            rows = [{name: unguarded(cell or "") for name, cell in row.items()} for row in reader]
    except FileNotFoundError:
        raise StationError(
            f"{path.parent} has no results of a batch: {path.name} is missing. It is written every "
            "few minutes and when `station batch` ends; `station batch status` says how far it is."
        ) from None
    except (OSError, ValueError, csv.Error) as error:
        raise StationError(f"{path} cannot be read: {error}.") from error
    if not set(needed) <= set(columns):
        raise StationError(
            f"{path} is not a table of `station batch`. Choose the folder that was given to it "
            "with --out."
        )
    return columns, rows
