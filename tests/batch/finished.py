"""A finished batch, made in this process without any worker."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from station import __version__
from station.archive.batches import Ledger, LedgerRow, State
from station.batch.outputs import FOLDER
from station.batch.results import write_results
from station.batch.survey import Survey, look
from station.batch.work import OPERATIONS, Job, do
from station.errors import StationError


def finished(
    source: Path, out: Path, operation: str = "info", options: Mapping[str, Any] | None = None
) -> Path:
    """The folder of the results of a batch of all studies below `source`."""
    (out / FOLDER).mkdir(parents=True)
    given = {"threads": 1, **(options or {})}
    ledger = Ledger.created(out, operation, given, {}, __version__, {str(source): None})
    survey = Survey({str(source): None}, out)
    for files in survey.changed():
        survey.learn(files, look(files))
    for study in survey.studies():
        row = LedgerRow(
            study.uid, study.patient_id, study.places, study.fingerprint, study.size_bytes
        )
        ledger.add([row])
        job = Job(
            operation,
            given,
            {},
            __version__,
            study.uid,
            tuple(file.path for file in study.images),
            tuple(file.path for file in study.vois),
            str(out / FOLDER),
        )
        try:
            made = do(job)
        except StationError as error:
            ledger.record([_ended(row, State.FAILED, reason=str(error))])
        else:
            ledger.record([_ended(row, State.DONE, inputs=made.inputs, output=made.output)])
    write_results(ledger, OPERATIONS[operation], survey.left_out())
    ledger.close()
    return out


def _ended(row: LedgerRow, state: State, **facts: Any) -> LedgerRow:
    return replace(row, state=state, tries=1, seconds=0.5, **facts)
