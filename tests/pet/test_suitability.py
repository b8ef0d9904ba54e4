"""What may be denoised or filtered, and what a reader is told beside it."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from station.pet.study import (
    Patient,
    Radiopharmaceutical,
    Role,
    Series,
    SliceTable,
    Study,
    SuvFacts,
)
from station.pet.suitability import (
    cautions,
    only_unsaid,
    stated_filter,
    unfilterable,
    unsuitable,
)
from station.pet.volume import Geometry, Unit

FDG = Radiopharmaceutical(name="Fluorodeoxyglucose", code="35321007")
GEOMETRY = Geometry((472, 4, 4), np.diag([2.0, 2.0, 2.0, 1.0]))

FIT = Series(
    uid="1.2.3",
    study_uid="1.2",
    modality="PT",
    role=Role.UNFILTERED,
    number=3,
    description="OSEM 4i10s unfiltered",
    manufacturer="Station virtual scanner (SYNTHETIC)",
    reconstruction="OSEM 4i10s",
    kernel="NONE",
    geometry=GEOMETRY,
    unit=Unit.BQ_PER_ML,
    suv=SuvFacts(corrected_image=("ATTN", "DECY"), radiopharmaceutical=FDG),
)


def changed(**facts: Any) -> Series:
    return replace(FIT, **facts)


SILENT = changed(role=Role.CONVENTIONAL, description="WB AC", kernel="")
"""A series that does not say whether it was filtered"""


def test_an_unfiltered_pet_in_suv_is_suitable():
    assert unsuitable(FIT, Unit.SUV_BW) is None
    assert unfilterable(FIT, Unit.SUV_BW) is None


@pytest.mark.parametrize(
    ("series", "said"),
    [
        (changed(problem="Series 3 is broken."), "Series 3 is broken."),
        (changed(modality="CT", role=Role.CT), "is not a PET image"),
        (changed(modality="MR", role=Role.OTHER), "is not a PET image"),
        (changed(part=2, parts=4), "one of several images in one series"),
        (changed(role=Role.OTHER), "a projection, or was not corrected for attenuation"),
        (
            changed(role=Role.OTHER, suv=SuvFacts(corrected_image=("DECY",))),
            "was not corrected for attenuation, so its values are not uptake",
        ),
        (changed(role=Role.DENOISED), "a DL image"),
        (changed(role=Role.CONVENTIONAL, kernel="XYZ Gauss4.00"), '"XYZ Gauss4.00"'),
        (changed(kernel="Gaussian 6 mm"), '"Gaussian 6 mm"'),  # though its description denies it
        (SILENT, "does not say whether it was filtered"),
    ],
)
def test_what_neither_denoiser_nor_filter_was_made_for_is_refused(series: Series, said: str):
    for refusal in (unsuitable(series, Unit.SUV_BW), unfilterable(series, Unit.SUV_BW)):
        assert refusal is not None
        assert said in refusal


def test_a_person_may_vouch_for_a_series_that_says_nothing_of_its_filter():
    assert unsuitable(SILENT, Unit.SUV_BW, assume_unfiltered=True) is None
    assert unfilterable(SILENT, Unit.SUV_BW, assume_unfiltered=True) is None
    assert only_unsaid(SILENT)
    (caution,) = cautions(SILENT)
    assert "is treated as unfiltered" in caution


def test_nobody_may_vouch_for_a_series_that_says_it_was_filtered():
    filtered = changed(role=Role.CONVENTIONAL, description="OSEM 2i10s + Gaussian 6 mm", kernel="")
    assert "already filtered" in (unsuitable(filtered, Unit.SUV_BW, assume_unfiltered=True) or "")
    assert "already filtered" in (unfilterable(filtered, Unit.SUV_BW, assume_unfiltered=True) or "")
    assert not only_unsaid(filtered)
    assert not only_unsaid(FIT)
    assert not only_unsaid(changed(role=Role.OTHER))


@pytest.mark.parametrize(
    ("facts", "filter_"),
    [
        ({"kernel": "XYZ GAUSSIAN 5.0"}, "XYZ GAUSSIAN 5.0"),
        ({"description": "WB_Gauss_4mm"}, "Gauss 4mm"),
        ({"description": "PET WB filtered"}, "filtered"),
        ({"description": "PET smooth"}, "smooth"),
        ({"reconstruction": "OSEM 3i12s Butterworth"}, "Butterworth"),
        ({"reconstruction": "FBP"}, "FBP"),
        ({"reconstruction": "3DRP"}, "3DRP"),
        ({"reconstruction": "PSF+TOF 3i21s", "description": "WB AC"}, None),
        ({"description": "WB CTAC"}, None),
        ({"kernel": "All-pass"}, None),
        ({"kernel": ""}, None),
    ],
)
def test_a_filter_is_found_where_vendors_write_it(facts: dict[str, str], filter_: str | None):
    silent = {"role": Role.CONVENTIONAL, "description": "", "kernel": "", "reconstruction": ""}
    assert stated_filter(changed(**{**silent, **facts})) == filter_


def test_the_denoiser_works_in_suvbw_only():
    assert "has no SUV" in (unsuitable(FIT, Unit.BQ_PER_ML) or "")
    assert "has no SUV" in (unsuitable(FIT, Unit.STORED) or "")
    assert "Show it in SUVbw" in (unsuitable(FIT, Unit.SUV_BSA) or "")


def test_the_filter_needs_no_suv_but_a_unit():
    assert unfilterable(FIT, Unit.BQ_PER_ML) is None
    assert unfilterable(FIT, Unit.COUNTS) is None
    assert "does not say in which unit its values are" in (unfilterable(FIT, Unit.STORED) or "")


def test_an_image_as_the_denoiser_learned_from_needs_no_caution():
    assert cautions(FIT) == ()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"manufacturer": "Canon", "model": "Celesteion"}, "a real scanner (Canon Celesteion)"),
        ({"manufacturer": ""}, "a real scanner (not named)"),
        ({"reconstruction": "OSEM 3i12s"}, "3 iterations and 12 subsets"),
        ({"reconstruction": "3 iterations, 24 subsets"}, "3 iterations and 24 subsets"),
        ({"reconstruction": "OSEM", "description": "WB"}, "does not say with how many iterations"),
        (
            {"geometry": Geometry((81, 4, 4), GEOMETRY.affine), "body_part": "BRAIN"},
            "shows only the head",
        ),
        (
            {"geometry": Geometry((81, 4, 4), GEOMETRY.affine), "description": "4i10s Head_PET"},
            "shows only the head",
        ),
        ({"geometry": Geometry((81, 4, 4), GEOMETRY.affine)}, "covers only 162 mm"),
    ],
)
def test_what_the_denoiser_has_not_seen_is_said(facts: dict[str, Any], said: str):
    (caution,) = cautions(changed(**facts))
    assert said in caution


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        (Radiopharmaceutical(name="FDG"), None),
        (Radiopharmaceutical(name="FDG_F18 solution"), None),
        (Radiopharmaceutical(name="18F-FDG"), None),
        (Radiopharmaceutical(name="2-[18F]fluoro-2-deoxy-D-glucose"), None),
        (Radiopharmaceutical(name="Fludeoxyglucose"), None),
        (Radiopharmaceutical(name="Solution", code="C-B1031"), None),
        (Radiopharmaceutical(name="FDGal"), "The tracer is FDGal"),
        (Radiopharmaceutical(name="68Ga-PSMA-11"), "The tracer is 68Ga-PSMA-11"),
        (Radiopharmaceutical(name="Sodium fluoride F^18^"), "The tracer is Sodium fluoride"),
        (Radiopharmaceutical(), "does not say which tracer"),
        (None, "does not say which tracer"),
    ],
)
def test_another_tracer_than_fdg_is_said(drug: Radiopharmaceutical | None, said: str | None):
    found = cautions(changed(suv=SuvFacts(radiopharmaceutical=drug)))
    if said is None:
        assert found == ()
    else:
        assert said in found[0]


def test_gaps_are_said():
    table = SliceTable(
        paths=("a", "", "c"),
        offsets=np.zeros(3, np.int64),
        frames=np.zeros(3, np.int32),
        slopes=np.ones(3),
        intercepts=np.zeros(3),
        sop_uids=("1", "", "3"),
        file_sizes=np.zeros(3, np.int64),
        file_times_ns=np.zeros(3, np.int64),
        pixel_dtype="<i2",
        bits_stored=16,
        transfer_syntax="",
    )
    (caution,) = cautions(changed(slices=table))
    assert "1 of its 3 slices is missing" in caution


def test_a_dl_image_that_the_study_has_already_is_said():
    made = changed(uid="1.9", role=Role.DENOISED, number=9, source_series_uids=("1.2.3",))
    other = changed(uid="1.8", role=Role.DENOISED, number=8, source_series_uids=("7.7",))
    study = Study("1.2", Patient("P", "Doe"), series=(FIT, made, other))
    (caution,) = cautions(FIT, study)
    assert "already has a DL image of this series: Series 9" in caution
