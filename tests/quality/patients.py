"""Patients of the virtual scanner without its events: blurred, noisy, and quick."""

from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from typing import Any

import numpy as np
from scipy import ndimage as untyped_ndimage

from station.pet.study import Radiopharmaceutical, Role, Series, SuvFacts
from station.pet.voi import Sphere
from station.pet.volume import FloatArray, Geometry, Unit, Volume
from station.simulate.activity import fine_activity
from station.simulate.anatomy import draw_patient
from station.simulate.phantom import Anatomy, Quantity, rasterise, truth_labels
from station.simulate.scanner import supine_geometry
from tests.made_up.kept import kept

ndimage: Any = untyped_ndimage

PET_MM, CT_MM = 6.0, 4.0
WIDTH_MM, CROWN_MM = 544.0, 12.0
BLUR_FWHM_MM, NOISE = 8.0, 0.06


@dataclass(frozen=True, eq=False)
class Scan:
    anatomy: Anatomy
    pet: Volume
    """SUVbw"""
    ct: Volume
    series: Series


@kept
def scanned(seed: int = 3) -> Scan:
    """A patient without lesions from mid-thigh to crown. The breath is held, so that the CT shows
    where the PET is."""
    anatomy = replace(draw_patient(seed, lesions=False), breathing=None)
    rng = np.random.default_rng(seed)
    grids: list[Geometry] = []
    for step in (PET_MM, CT_MM):
        slices = ceil((CROWN_MM - anatomy.thigh_z_mm) / step)
        feet = CROWN_MM - slices * step
        grids.append(supine_geometry(round(WIDTH_MM / step), step, slices, step, feet))
    activity = fine_activity(anatomy, grids[0], seed).voxels
    sigma = BLUR_FWHM_MM / 2.3548 / PET_MM
    blurred = ndimage.gaussian_filter(activity, sigma)
    noise = rng.standard_normal(activity.shape, dtype=np.float32)
    pet = np.maximum(blurred * (1 + NOISE * noise), 0)
    hu = rasterise(anatomy, grids[1], Quantity.HU, (1, 1, 1)).voxels
    hu = hu + 15 * rng.standard_normal(hu.shape, dtype=np.float32)
    return Scan(
        anatomy,
        Volume(pet.astype(np.float32), grids[0], Unit.SUV_BW),
        Volume(np.rint(hu).astype(np.int16), grids[1], Unit.HU),
        series_of(anatomy),
    )


def series_of(anatomy: Anatomy, **changes: Any) -> Series:
    """The header of an FDG scan 60 min after 4 MBq/kg; `changes` are of its SUV facts."""
    scan = datetime(2024, 5, 14, 10, 0)
    facts = SuvFacts(
        units="BQML",
        corrected_image=("ATTN", "DECY"),
        decay_correction="START",
        weight_kg=anatomy.weight_kg,
        height_m=anatomy.height_m,
        sex=anatomy.sex,
        radiopharmaceutical=Radiopharmaceutical(
            name="Fluorodeoxyglucose",
            total_dose=4e6 * anatomy.weight_kg,
            half_life_s=6586.2,
            start_datetime=datetime(2024, 5, 14, 9, 0),
        ),
        series_datetime=scan,
        acquisition_datetimes=(scan,),
        frame_durations_ms=(120_000.0,),
    )
    return Series(
        "1.2.3",
        "1.2",
        "PT",
        Role.CONVENTIONAL,
        number=4,
        description="WB",
        suv=replace(facts, **changes),
    )


def moved(volume: Volume, by_mm: tuple[float, float, float]) -> Volume:
    affine = volume.affine.copy()
    affine[:3, 3] += by_mm
    return Volume(volume.voxels, Geometry(volume.shape, affine), volume.unit)


def flipped(volume: Volume, *axes: int) -> Volume:
    """The voxels in reverse along axes, in the grid as it was: a header that is wrong."""
    return Volume(np.flip(volume.voxels, axes).copy(), volume.geometry, volume.unit)


def organs_in(anatomy: Anatomy, sphere: Sphere) -> set[str]:
    """What a sphere truly holds, looked at every mm."""
    side = 2 * ceil(sphere.radius_mm) + 1
    affine: FloatArray = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = affine[3, 3] = 1.0
    affine[:3, 3] = np.array(sphere.centre_mm) - (side - 1) / 2
    grid = Geometry((side, side, side), affine)
    labels = truth_labels(anatomy, grid)
    index = np.stack(np.meshgrid(*(np.arange(side),) * 3, indexing="ij"), axis=-1)
    away = np.linalg.norm(grid.to_patient(index) - np.array(sphere.centre_mm), axis=-1)
    codes = labels.codes[away <= sphere.radius_mm]
    return {labels.names[int(code)] for code in np.unique(codes)}
