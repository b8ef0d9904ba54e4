"""Studies of the virtual scanner, written as a scanner would have sent them."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from station.dicom.folders import whole_folder
from station.errors import StationError
from station.installed import resource
from station.pet.study import Radiopharmaceutical
from station.pet.volume import Unit, Volume
from station.progress import Report, part, silent

if TYPE_CHECKING:
    from station.dicom.save import Examination
    from station.simulate.phantom import Anatomy
    from station.simulate.study import WholeBody

INJECTED_MBQ_PER_KG = 3.7
UPTAKE = timedelta(minutes=62)
F18_HALF_LIFE_S = 6586.2
BED_LENGTH_MM = 105.0
SCAN_DAY = datetime(2024, 5, 14, 9, 30)
SYNTHETIC = "SYNTHETIC"
"""In every description, manufacturer and comment; the window captions such images."""

LESIONS = "lesions.json"
TRUTH = "truth.nii.gz"
UNFILTERED, DENOISED = "PT-unfiltered", "PT-DL"

PET_TYPE = ("ORIGINAL", "PRIMARY")
CT_TYPE = ("ORIGINAL", "PRIMARY", "AXIAL")
PET_MATRIX, PET_VOXEL_MM, ANGLES = 272, 2.0, 160


Written = Callable[[Path], None]


@dataclass(frozen=True)
class Wish:
    """Which patient is scanned, and how."""

    seed: int
    seconds_per_bed: tuple[int, ...] = (120,)
    lesion_free: bool = False
    with_full: bool = True
    """Also the whole scan, which the denoiser is trained towards"""
    with_truth: bool = True
    """Also the phantom's SUV as NIfTI"""
    with_dl: bool = False
    """Also the DL series of the shipped denoiser"""
    coarser: int = 1
    """Divides every matrix and multiplies every voxel's size, for a quick look"""


def write_simulated_study(
    folder: Path, wish: Wish, report: Report = silent, written: Written | None = None
) -> Path:
    """Scan a patient and write the PET series, the CT and the truth below `folder`; return it.

    `lesions.json` next to them holds what the patient truly has. All or nothing: it is written next
    to `folder` and renamed when whole. `written` is called with the folder of each series there, as
    soon as it can be read.

    Raises StationError when `folder` holds something already, or cannot be written.
    """
    from station.simulate.scanner import FULL_SCAN_S

    wrong = [seconds for seconds in wish.seconds_per_bed if not 0 < seconds <= FULL_SCAN_S]
    if wrong or not wish.seconds_per_bed:
        raise StationError(
            f"{wrong[0] if wrong else 'Nothing'} is not a duration of a bed. The scan has "
            f"{FULL_SCAN_S} s a bed: give whole seconds from 1 to that."
        )
    with whole_folder(folder, "a simulated study") as partial:
        _write(partial, wish, report, written or _ignored)
    return folder


def _ignored(series: Path) -> None:
    """Nobody waits for it."""


def _write(folder: Path, wish: Wish, report: Report, done: Written) -> None:
    # Imported here: pydicom, scipy and numba cost half a second and only this work needs them.
    from station.dicom.nifti import write_nifti
    from station.dicom.save import uid_of
    from station.simulate.anatomy import draw_patient
    from station.simulate.scanner import Scanner
    from station.simulate.study import scan_whole_body

    anatomy = draw_patient(wish.seed, lesions=not wish.lesion_free)
    scanner = Scanner(
        matrix=PET_MATRIX // wish.coarser,
        voxel_mm=PET_VOXEL_MM * wish.coarser,
        slice_mm=PET_VOXEL_MM * wish.coarser,
        angles=ANGLES // wish.coarser,
        # As many events a voxel as on the fine grid, or the noise would hide what is tested.
        sensitivity=Scanner.sensitivity * wish.coarser**3,
    )
    scanned, written = (0.65, 0.75) if wish.with_dl else (0.88, 0.95)
    images = scan_whole_body(
        anatomy,
        wish.seed,
        wish.seconds_per_bed,
        with_full=wish.with_full,
        scanner=scanner,
        ct_coarser=wish.coarser,
        report=part(report, 0.0, scanned),
    )
    names = ("simulated study", *vars(wish).values())
    started = SCAN_DAY + timedelta(days=wish.seed % 365)
    examination = _examination(anatomy, wish.seed, started, uid_of(*names))
    _write_images(folder, images, anatomy, examination, names, part(report, scanned, written), done)
    if wish.with_dl and _a_denoiser_is_shipped():
        _write_denoised(folder, part(report, written, 0.95))
    if wish.with_truth:
        report(0.95, "Writing the truth")
        write_nifti(images.truth, folder / TRUTH)
    (folder / LESIONS).write_text(
        json.dumps(_truth(anatomy, wish.seed), indent=1) + "\n", encoding="utf-8"
    )
    report(1.0, "Simulated")


def _write_images(
    folder: Path,
    images: "WholeBody",
    anatomy: "Anatomy",
    examination: "Examination",
    names: Iterable[object],
    report: Report,
    done: Written,
) -> None:
    from station.dicom.save import CtHeader, PetHeader, uid_of, write_ct, write_pet
    from station.simulate.scanner import FULL_SCAN_S

    started = examination.started
    injected = started - UPTAKE
    dose_bq = round(INJECTED_MBQ_PER_KG * anatomy.weight_kg, 1) * 1e6
    pet_started = started + timedelta(minutes=1)
    decay = 0.5 ** ((pet_started - injected).total_seconds() / F18_HALF_LIFE_S)
    bq_per_ml_an_suv = dose_bq * decay / (anatomy.weight_kg * 1000)
    drug = Radiopharmaceutical(
        name="Fluorodeoxyglucose",
        total_dose=dose_bq,
        half_life_s=F18_HALF_LIFE_S,
        start_datetime=injected,
    )
    series = list(_series(images, FULL_SCAN_S))
    for number, (name, volume, seconds, iterations, kernel) in enumerate(series):
        after = "unfiltered" if kernel == "NONE" else f"+ {kernel}"
        shown = f", {seconds} s" if len(series) > 2 else ""
        share = 0.8 / len(series)
        write_pet(
            volume.scaled(bq_per_ml_an_suv, Unit.BQ_PER_ML),
            examination,
            PetHeader(
                uid=uid_of(*names, name),
                number=number + 3,
                description=f"OSEM {iterations}i10s {after}{shown} ({SYNTHETIC})",
                image_type=PET_TYPE,
                started=pet_started,
                kernel=kernel,
                reconstruction=f"OSEM {iterations}i10s",
                radiopharmaceutical=drug,
                bed_duration_s=float(seconds),
                bed_length_mm=BED_LENGTH_MM,
            ),
            folder / name,
            part(report, share * number, share * (number + 1)),
        )
        done(folder / name)
    write_ct(
        images.ct,
        examination,
        CtHeader(
            uid=uid_of(*names, "CT"),
            number=2,
            description=f"CT 4.0 ({SYNTHETIC})",
            image_type=CT_TYPE,
            started=started,
            kernel="soft tissue",
            tube_voltage_kv=120,
        ),
        folder / "CT",
        part(report, 0.8, 1.0),
    )
    done(folder / "CT")


def _a_denoiser_is_shipped() -> bool:
    return any(resource("models", "denoiser").glob("*.safetensors"))


def _write_denoised(folder: Path, report: Report) -> None:
    """The DL series of what was just written, as `station denoise` makes it."""
    from station.dicom.load import scan
    from station.operations.denoise import denoise_paths
    from station.operations.denoiser import shipped_denoiser

    scanned = scan([folder / UNFILTERED])
    (uid,) = (series.uid for study in scanned.studies for series in study.series)
    denoise_paths(
        [folder],
        uid,
        folder / DENOISED,
        shipped_denoiser,
        folder,
        report,
    )


def _series(images: "WholeBody", full_s: int) -> Iterable[tuple[str, Volume, int, int, str]]:
    """(folder, image, seconds a bed, iterations, kernel) of every PET series."""
    several = len(images.by_seconds) > 1
    for seconds, pair in images.by_seconds.items():
        after = f"-{seconds}s" if several else ""
        yield f"{UNFILTERED}{after}", pair.unfiltered, seconds, 4, "NONE"
        yield f"PT-conventional{after}", pair.conventional, seconds, 2, "Gaussian 6 mm"
    if images.full is not None:
        yield "PT-full", images.full, full_s, 4, "NONE"


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
        model="Virtual scanner",
        institution=f"Station ({SYNTHETIC})",
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
                "kind": str(lesion.kind),
                "centre_lps_mm": [round(v, 2) for v in lesion.centre_mm],
                "diameter_mm": round(lesion.diameter_mm, 2),
                "volume_ml": round(lesion.volume_ml, 3),
                "suv": round(lesion.suv, 3),
            }
            for lesion in anatomy.lesions
        ],
        "organ_suv": {organ.name: round(organ.suv, 3) for organ in anatomy.organs},
    }
