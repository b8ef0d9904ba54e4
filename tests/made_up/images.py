"""Images of a few voxels: made up, no files."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import ArrayLike

from station.pet.loaded import LoadedImage, convert
from station.pet.study import (
    Patient,
    Radiopharmaceutical,
    Role,
    Series,
    StoredImage,
    Study,
    SuvFacts,
)
from station.pet.suv import TypedInput
from station.pet.volume import Geometry, Unit, Volume

SCAN = datetime(2026, 11, 20, 10, 0)
DOSE_BQ, HALF_LIFE_S, WEIGHT_KG = 350e6, 6586.2, 70.0
FACTOR = WEIGHT_KG * 1000 / (DOSE_BQ * 0.5 ** (3600 / HALF_LIFE_S))
"""SUVbw an Bq/mL of `facts()`: injected one hour before the scan"""


def grid(
    shape: tuple[int, int, int] = (8, 10, 12),
    spacing_mm: Sequence[float] = (3.0, 2.0, 2.0),
    origin_mm: Sequence[float] = (0.0, 0.0, 0.0),
) -> Geometry:
    """An axial grid, feet first: slices run to the head, rows to the back, columns to the left."""
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = spacing_mm
    affine[:3, 3] = origin_mm
    affine[3, 3] = 1
    return Geometry(shape, affine)


def series(
    uid: str = "1",
    role: Role = Role.CONVENTIONAL,
    *,
    frame: str = "frame",
    geometry: Geometry | None = None,
    sources: tuple[str, ...] = (),
    suv: SuvFacts | None = None,
    modality: str | None = None,
    description: str = "",
    number: int | None = None,
    problem: str | None = None,
) -> Series:
    return Series(
        uid=uid,
        study_uid="study",
        modality=modality or ("CT" if role is Role.CT else "PT"),
        role=role,
        number=number,
        description=description,
        frame_of_reference_uid=frame,
        source_series_uids=sources,
        geometry=geometry or grid(),
        suv=suv,
        unit=Unit.HU if role is Role.CT else Unit.BQ_PER_ML,
        problem=problem,
    )


def study(*members: Series, patient: str = "P1") -> Study:
    return Study("study", Patient(patient, "Doe, Jane"), SCAN.date(), series=members)


def facts(weight_kg: float | None = WEIGHT_KG) -> SuvFacts:
    """A header that gives SUV, where it has a weight."""
    return SuvFacts(
        units="BQML",
        decay_correction="START",
        corrected_image=("ATTN", "DECY"),
        weight_kg=weight_kg,
        height_m=1.7,
        sex="F",
        radiopharmaceutical=Radiopharmaceutical(
            name="FDG",
            total_dose=DOSE_BQ,
            half_life_s=HALF_LIFE_S,
            start_datetime=SCAN - timedelta(hours=1),
        ),
        series_date=SCAN.date(),
        series_datetime=SCAN,
        acquisition_datetimes=(SCAN,),
    )


def suv_image(
    voxels: ArrayLike, of: Series | None = None, unit: Unit = Unit.SUV_BW, peak: float = 1.0
) -> LoadedImage:
    """An image whose voxels (slices, rows, columns) are in `unit`, on the grid of its series."""
    values = np.array(voxels, dtype=np.float32)
    owner = of or series(geometry=grid((values.shape[0], values.shape[1], values.shape[2])))
    assert owner.geometry is not None
    stored = StoredImage(
        values,
        np.ones(len(values)),
        np.zeros(len(values)),
        np.zeros(len(values), dtype=bool),
        owner.geometry,
        unit,
    )
    corners = owner.geometry.corners_mm
    body = (tuple(corners.min(axis=0).tolist()), tuple(corners.max(axis=0).tolist()))
    volume = Volume(values, owner.geometry, unit)
    return LoadedImage(owner, stored, volume, None, (), None, peak, body)


def ct_image(voxels: ArrayLike, of: Series | None = None) -> LoadedImage:
    values = np.array(voxels)
    owner = of or series("ct", Role.CT, geometry=grid((values.shape[0], *values.shape[1:])))
    return suv_image(values, owner, Unit.HU)


def stored_image(values: ArrayLike, of: Series) -> StoredImage:
    """Pixels as a file would have held them, slope 1."""
    pixels = np.array(values)
    assert of.geometry is not None
    return StoredImage(
        pixels,
        np.ones(len(pixels)),
        np.zeros(len(pixels)),
        np.zeros(len(pixels), dtype=bool),
        of.geometry,
        of.unit,
    )


def activity_image(
    bq_per_ml: float = 1000.0,
    uid: str = "1",
    weight_kg: float | None = WEIGHT_KG,
    typed: tuple[TypedInput, ...] = (),
) -> LoadedImage:
    """A PET of one activity everywhere, with the SUV that its header gives."""
    owner = series(uid, suv=facts(weight_kg), geometry=grid((4, 5, 6)))
    return convert(owner, stored_image(np.full((4, 5, 6), bq_per_ml), owner), typed, Unit.SUV_BW)
