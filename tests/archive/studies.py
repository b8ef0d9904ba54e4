"""Studies for the tests of the archive: facts made up, files of a few bytes, no DICOM."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import numpy as np

from station.pet.study import (
    Patient,
    Radiopharmaceutical,
    Role,
    Series,
    SliceTable,
    Study,
    SuvFacts,
)
from station.pet.volume import Geometry, Unit

STUDY_UID = "1.2.826.0.1.5"
SCAN = datetime(2026, 11, 20, 10, 0, 0, 250_000)


def series(
    folder: Path, uid: str = f"{STUDY_UID}.1", slices: int = 3, study_uid: str = STUDY_UID
) -> Series:
    """A PET series whose slices are files of 10, 11, 12… bytes in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"IM{number:04d}" for number in range(slices)]
    for number, file in enumerate(files):
        file.write_bytes(bytes(10 + number))
    stats = [file.stat() for file in files]
    table = SliceTable(
        paths=tuple(str(file) for file in files),
        offsets=np.arange(slices, dtype=np.int64) + 1500,
        frames=np.zeros(slices, dtype=np.int32),
        slopes=np.linspace(0.1, 0.7, slices),
        intercepts=np.zeros(slices),
        sop_uids=tuple(f"{uid}.{number}" for number in range(slices)),
        file_sizes=np.array([stat.st_size for stat in stats], dtype=np.int64),
        file_times_ns=np.array([stat.st_mtime_ns for stat in stats], dtype=np.int64),
        pixel_dtype="<i2",
        bits_stored=16,
        transfer_syntax="1.2.840.10008.1.2.1",
    )
    facts = SuvFacts(
        units="BQML",
        decay_correction="START",
        corrected_image=("ATTN", "DECY"),
        weight_kg=71.5,
        radiopharmaceutical=Radiopharmaceutical(
            name="FDG", total_dose=3.1e8, half_life_s=6586.2, start_time=time(9, 1, 2)
        ),
        series_datetime=SCAN,
        acquisition_datetimes=tuple(SCAN + timedelta(seconds=2 * i) for i in range(slices)),
        frame_reference_times_ms=(None,) * slices,
    )
    return Series(
        uid=uid,
        study_uid=study_uid,
        modality="PT",
        role=Role.CONVENTIONAL,
        number=4,
        description="WB AC",
        image_type=("ORIGINAL", "PRIMARY"),
        datetime=SCAN,
        unit=Unit.BQ_PER_ML,
        geometry=Geometry((slices, 4, 4), np.diag([2.0, 4.07283, 4.07283, 1.0])),
        slices=table,
        suv=facts,
        warnings=("Slice 2 was found twice.",),
    )


def study(folder: Path, name: str = "Müller, Anna", uid: str = STUDY_UID, slices: int = 3) -> Study:
    return Study(
        uid=uid,
        patient=Patient("P-0815", name, date(1960, 2, 29), "F"),
        date=SCAN.date(),
        time=SCAN.time(),
        description="PET/CT whole body",
        accession="A7",
        series=(series(folder, f"{uid}.1", slices, uid),),
    )


def named(name: str, patient_id: str = "1", day: date | None = None, uid: str = "1.2") -> Study:
    """A study without series, to be found by what it is called."""
    return Study(uid=uid, patient=Patient(patient_id, name), date=day)


def with_series(known: Study, *others: Series) -> Study:
    return replace(known, series=others)
