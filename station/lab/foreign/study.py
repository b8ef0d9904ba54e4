"""A foreign case as a study in memory: the series that a scanner would have sent, with a header."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np

from station.lab.foreign.cases import ForeignCase
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
from station.pet.volume import Unit, Volume

SCANNED = datetime(2025, 3, 3, 10, 0)
F18_HALF_LIFE_S = 6586.2


class InMemory(NamedTuple):
    """A study, the PET of it, and the images that need not be read, by the key of their series."""

    study: Study
    pet: Series
    images: Mapping[str, LoadedImage]


def in_memory(case: ForeignCase, *, with_ct: bool = True) -> InMemory:
    """The PET in SUVbw, with the CT of its space or without it."""
    facts = case.facts
    uid = f"2.25.{facts.seed}"
    injected = SCANNED - timedelta(minutes=facts.uptake_min)
    suv = SuvFacts(
        units="GML",
        suv_type="BW",
        corrected_image=("NORM", "DTIM", "ATTN", "SCAT", "DECY", "RAN"),
        decay_correction="START",
        weight_kg=facts.weight_kg,
        height_m=facts.height_m,
        sex="F" if facts.woman else "M",
        radiopharmaceutical=Radiopharmaceutical(
            name="Fluorodeoxyglucose F^18^",
            radionuclide="F-18",
            total_dose=facts.dose_mbq * 1e6,
            half_life_s=F18_HALF_LIFE_S,
            start_time=injected.time(),
            start_datetime=injected,
        ),
        series_date=SCANNED.date(),
        series_datetime=SCANNED,
        acquisition_datetimes=(SCANNED,) * case.pet.shape[0],
    )
    pet = _series(case.pet, uid, 1, "PT", Role.CONVENTIONAL, "Foreign PET", suv)
    ct = _series(case.ct, uid, 2, "CT", Role.CT, "Foreign CT", None)
    series = (pet, ct) if with_ct else (pet,)
    volumes = case.pet, case.ct
    study = Study(
        uid, Patient(str(facts.seed), facts.name), SCANNED.date(), SCANNED.time(), series=series
    )
    images = {
        own.key: convert(own, _stored(volume), (), volume.unit)
        for own, volume in zip(series, volumes, strict=False)
    }
    return InMemory(study, pet, images)


def _series(
    volume: Volume,
    study_uid: str,
    number: int,
    modality: str,
    role: Role,
    description: str,
    suv: SuvFacts | None,
) -> Series:
    return Series(
        uid=f"{study_uid}.{number}",
        study_uid=study_uid,
        modality=modality,
        role=role,
        number=number,
        description=description,
        image_type=("ORIGINAL", "PRIMARY"),
        datetime=SCANNED,
        manufacturer="Foreign generator",
        frame_of_reference_uid=f"{study_uid}.9",
        unit=Unit.SUV_BW if suv is not None else Unit.HU,
        geometry=volume.geometry,
        suv=suv,
    )


def _stored(volume: Volume) -> StoredImage:
    slices = volume.shape[0]
    return StoredImage(
        volume.voxels,
        np.ones(slices),
        np.zeros(slices),
        np.zeros(slices, np.bool_),
        volume.geometry,
        volume.unit,
        volume.provenance,
    )
