"""What a batch leaves: its tables as CSV and Parquet, and which file holds what."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from station.archive.batches import Ledger, LedgerRow, State
from station.batch.outputs import FOLDER, MANIFEST, manifest_of, put_on_disk
from station.batch.summary import summary_html
from station.batch.work import ROWS, Operation, Row
from station.pet.study import LeftOut
from station.report.table_file import csv_text
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


def write_results(ledger: Ledger, operation: Operation, left_out: Sequence[LeftOut]) -> None:
    """The tables, the page and the manifest of a batch into its folder. Raises StationError.

    `left_out` are the files that are of no study.
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
        studies.append(leading | _of_study(row, ledger))
        summary += [
            leading | one | {"reason": one["reason"] or leading["reason"]} for one in of_series
        ]
    with writing(f"The summary in {folder}"):
        for name, columns, content in (
            (SUMMARY, operation.columns, summary),
            (STUDIES, OF_STUDY, studies),
        ):
            _write_table(folder / name, {**LEADING, **columns}, content)
        files = [(str(file.path), file.reason) for file in left_out]
        _write(folder / LEFT_OUT, csv_text(("path", "reason"), files, "\r\n").encode())
        page = summary_html(ledger.batch, operation, list(rows.values()), summary, len(left_out))
        _write(folder / PAGE, page.encode())
        text = json.dumps(dict(sorted(manifest.items())), indent=1) + "\n"
        _write(folder / MANIFEST, text.encode())


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
    import pyarrow as pa
    import pyarrow.parquet as pq

    cells = [[row.get(name) for name in columns] for row in rows]
    _write(path.with_suffix(".csv"), csv_text(list(columns), cells, "\r\n").encode())
    of_type = {str: pa.string(), float: pa.float64(), int: pa.int64(), bool: pa.bool_()}
    table: Any = pa.table(
        {
            name: pa.array([row.get(name) for row in rows], of_type[kind])
            for name, kind in columns.items()
        }
    )
    with whole_file(path.with_suffix(".parquet")) as part:
        pq.write_table(table, part)
        put_on_disk(part)


def _write(path: Path, content: bytes) -> None:
    with whole_file(path) as part:
        part.write_bytes(content)
        put_on_disk(part)
