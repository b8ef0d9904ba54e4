"""The demonstration study: a synthetic patient, as a scanner would have sent it."""

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from station.errors import StationError
from station.pet.study import Radiopharmaceutical
from station.pet.volume import Unit
from station.progress import Report, silent

if TYPE_CHECKING:
    from station.dicom.save import Examination
    from station.simulate.phantom import Anatomy

INJECTED_MBQ_PER_KG = 3.7
UPTAKE = timedelta(minutes=62)
F18_HALF_LIFE_S = 6586.2
BED_DURATION_S, BED_LENGTH_MM = 120.0, 105.0
SCAN_DAY = datetime(2024, 5, 14, 9, 30)
SYNTHETIC = "SYNTHETIC"
"""In every description, manufacturer and comment of the demo; the window captions such images."""

TRUTH = "lesions.json"

PET_TYPE = ("ORIGINAL", "PRIMARY")
CT_TYPE = ("ORIGINAL", "PRIMARY", "AXIAL")


def make_demo_study(folder: Path, report: Report = silent, seed: int = 1, coarser: int = 1) -> Path:
    """Write PT unfiltered, PT conventional and CT of patient `seed` below `folder`; return it.

    `lesions.json` beside them holds the truth. All or nothing: it is written next to `folder` and
    renamed when whole. `coarser` multiplies every voxel's size.

    Raises StationError when `folder` holds something already, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StationError(
            f"{folder} is not empty, and the demo study replaces nothing. Choose another folder."
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise StationError(
            f"The demo study cannot be written to {folder.parent}: {error.strerror}. "
            "Choose another folder."
        ) from error
    try:
        _write(partial, report, seed, coarser)
        partial.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        partial.rename(folder)
    except OSError as error:
        raise StationError(
            f"The demo study cannot be written to {folder}: {error.strerror}. "
            "Free some space (400 MB) or choose another folder."
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return folder


def demo_study(home: Path, report: Report = silent) -> Path:
    """The folder of the demo study in the data folder `home`; made on first use."""
    folder = home / "demo"
    if not (folder / TRUTH).exists():
        make_demo_study(folder, report)
    return folder


def _write(folder: Path, report: Report, seed: int, coarser: int) -> None:
    # Imported here: pydicom, scipy and numba cost half a second and only this work needs them.
    from station.dicom.save import CtHeader, PetHeader, uid_of, write_ct, write_pet
    from station.simulate.anatomy import draw_patient
    from station.simulate.demo import form_images

    anatomy = draw_patient(seed)
    images = form_images(anatomy, seed, _part(report, 0.0, 0.6), coarser)
    started = SCAN_DAY + timedelta(days=seed % 365)
    injected = started - UPTAKE
    dose_bq = round(INJECTED_MBQ_PER_KG * anatomy.weight_kg, 1) * 1e6
    examination = _examination(anatomy, seed, started, uid_of("demo study", seed, coarser))
    pet_started = started + timedelta(minutes=1)
    decay = 0.5 ** ((pet_started - injected).total_seconds() / F18_HALF_LIFE_S)
    bq_per_ml_an_suv = dose_bq * decay / (anatomy.weight_kg * 1000)
    drug = Radiopharmaceutical(
        name="Fluorodeoxyglucose",
        total_dose=dose_bq,
        half_life_s=F18_HALF_LIFE_S,
        start_datetime=injected,
    )
    write_ct(
        images.ct,
        examination,
        CtHeader(
            uid=uid_of("demo CT", seed, coarser),
            number=2,
            description=f"CT 4.0 ({SYNTHETIC})",
            image_type=CT_TYPE,
            started=started,
            kernel="soft tissue",
            tube_voltage_kv=120,
        ),
        folder / "CT",
        _part(report, 0.6, 0.7),
    )
    for number, name, volume, iterations, kernel, low, high in (
        (3, "PT unfiltered", images.unfiltered, "4i10s", "NONE", 0.7, 0.85),
        (4, "PT conventional", images.conventional, "2i10s", "Gaussian 6 mm", 0.85, 1.0),
    ):
        after = "unfiltered" if kernel == "NONE" else f"+ {kernel}"
        write_pet(
            volume.scaled(bq_per_ml_an_suv, Unit.BQ_PER_ML),
            examination,
            PetHeader(
                uid=uid_of("demo", name, seed, coarser),
                number=number,
                description=f"OSEM {iterations} {after} ({SYNTHETIC})",
                image_type=PET_TYPE,
                started=pet_started,
                kernel=kernel,
                reconstruction=f"OSEM {iterations}",
                radiopharmaceutical=drug,
                bed_duration_s=BED_DURATION_S,
                bed_length_mm=BED_LENGTH_MM,
            ),
            folder / name.replace(" ", "-"),
            _part(report, low, high),
        )
    (folder / TRUTH).write_text(
        json.dumps(_truth(anatomy, seed), indent=1) + "\n", encoding="utf-8"
    )


def _examination(anatomy: "Anatomy", seed: int, started: datetime, study_uid: str) -> "Examination":
    from station.dicom.save import Examination, uid_of

    return Examination(
        patient_id=f"STATION-DEMO-{seed:04d}",
        patient_name=f"DEMO^{SYNTHETIC} {seed:02d}",
        sex=anatomy.sex,
        age_years=anatomy.age_years,
        height_m=anatomy.height_m,
        weight_kg=anatomy.weight_kg,
        study_uid=study_uid,
        study_id=f"DEMO{seed:04d}",
        accession=f"DEMO{seed:04d}",
        description=f"FDG PET/CT whole body ({SYNTHETIC})",
        started=started,
        frame_of_reference_uid=uid_of("frame of reference of", study_uid),
        manufacturer=f"Station virtual scanner ({SYNTHETIC})",
        model="Demo",
        institution=f"Station demo ({SYNTHETIC})",
        comments=f"{SYNTHETIC}: made by a program. No patient was scanned.",
        is_phantom=True,
    )


def _truth(anatomy: "Anatomy", seed: int) -> dict[str, object]:
    """What the patient truly holds, for `lesions.json`. Positions in LPS mm."""
    return {
        "seed": seed,
        "lesions": [
            {
                "name": lesion.name,
                "site": lesion.site,
                "centre_lps_mm": [round(v, 2) for v in lesion.centre_mm],
                "diameter_mm": round(lesion.diameter_mm, 2),
                "volume_ml": round(lesion.volume_ml, 3),
                "suv": round(lesion.suv, 3),
            }
            for lesion in anatomy.lesions
        ],
        "organ_suv": {organ.name: round(organ.suv, 3) for organ in anatomy.organs},
    }


def _part(report: Report, low: float, high: float) -> Report:
    def part(fraction: float, message: str) -> None:
        report(low + (high - low) * fraction, message)

    return part
