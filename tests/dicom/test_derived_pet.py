"""Derived PET series as we write them: read back by the loader, by pydicom and by dciodvfy."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import (
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
    LegacyConvertedEnhancedPETImageStorage,
    PositronEmissionTomographyImageStorage,
    RLELossless,
)

from station.dicom.derived_pet import write_derived_pet
from station.dicom.load import read_image, scan
from station.errors import Cancelled, DicomError, StationError
from station.pet.derivation import Derivation, DerivedHeader, new_header
from station.pet.study import Role, Series, Study
from station.pet.suv import SuvConversion, TypedInput, suv_conversion
from station.pet.suv_rules import InputName
from station.pet.volume import Geometry, Unit, Volume
from tests.dicom import synthetic
from tests.dicom.synthetic import Edit, code, item, write_enhanced, write_series
from tests.made_up.cards import FakeCard

SHA256 = "0123456789abcdef" * 4
DENOISED = Derivation.denoised(FakeCard("Paper network", sha256=SHA256))
GAUSSIAN = Derivation.gaussian(6.0)
STORED = np.random.default_rng(11).integers(0, 20_000, (5, 8, 6)).astype(np.int16)


def write_source(
    folder: Path, edit: Edit | None = None, stored: np.ndarray = STORED, **how: Any
) -> Path:
    """An unfiltered PET, its slices of very different scale."""

    def all_edits(ds: Dataset, index: int) -> None:
        ds.SeriesDescription = "OSEM 4i10s unfiltered"
        ds.ConvolutionKernel = "NONE"
        if edit is not None:
            edit(ds, index)

    how = {"name": "unfiltered", "slopes": [0.5, 1.25, 0.001, 3.0, 40.0], **how}
    write_series(folder, stored, edit=all_edits, **how)
    return folder


def opened(folder: Path) -> tuple[Study, Series]:
    """The only series of a folder."""
    found = scan([folder])
    assert found.left_out == ()
    (study,) = found.studies
    (series,) = study.series
    return study, series


def in_suv(series: Series) -> tuple[Volume, SuvConversion]:
    assert series.suv is not None
    conversion = suv_conversion(series.suv)
    return read_image(series).volume(conversion.factor, conversion.unit), conversion


def computed(volume: Volume) -> Volume:
    """Something that a denoiser might make of an image: other values, some of them negative."""
    top = volume.voxels.max(axis=(1, 2), keepdims=True)
    voxels = (0.7 * volume.voxels - 0.01 * top).astype(np.float32)
    return Volume(voxels, volume.geometry, volume.unit, volume.provenance)


def derive(folder: Path, out: Path, derivation: Derivation = DENOISED) -> tuple[Series, Volume]:
    """Write what was computed from the series in `folder`; the source and the computed volume."""
    study, series = opened(folder)
    volume, conversion = in_suv(series)
    made = computed(volume)
    write_derived_pet(made, series, new_header(derivation, study), out, conversion)
    return series, made


def headers(folder: Path) -> list[Dataset]:
    return [dcmread(path) for path in sorted(folder.iterdir())]


def quantum(volume: Volume) -> np.ndarray:
    """Half a stored step of each slice, (slices, 1, 1)."""
    top = np.nanmax(np.abs(volume.voxels), axis=(1, 2), keepdims=True)
    return 0.505 * top / 32767


# --- what it is ---------------------------------------------------------------------------------


def test_the_loader_takes_a_denoised_series_for_what_it_is(tmp_path: Path):
    source, _ = derive(write_source(tmp_path / "in"), tmp_path / "out")
    study, made = opened(tmp_path / "out")
    assert made.role is Role.DENOISED
    assert made.is_research
    assert made.description == "OSEM 4i10s unfiltered DLR (RESEARCH)"
    assert made.source_series_uids == (source.uid,)
    assert made.image_type == ("DERIVED", "PRIMARY")
    assert SHA256 in made.derivation
    assert study.uid == source.study_uid
    assert made.frame_of_reference_uid == source.frame_of_reference_uid
    assert made.geometry is not None
    assert source.geometry is not None
    assert made.geometry.same_grid(source.geometry)
    assert made.warnings == source.warnings == ()


def test_the_loader_takes_a_filtered_series_for_a_conventional_one(tmp_path: Path):
    """Although its source said "unfiltered", and its own description begins so."""
    source, _ = derive(write_source(tmp_path / "in"), tmp_path / "out", GAUSSIAN)
    _, made = opened(tmp_path / "out")
    assert source.role is Role.UNFILTERED
    assert made.role is Role.CONVENTIONAL
    assert made.kernel == "Gaussian 6 mm"
    assert made.description == "OSEM 4i10s unfiltered + Gaussian 6 mm"
    assert made.source_series_uids == (source.uid,)


def test_beside_its_source_it_is_a_second_series_of_the_study(tmp_path: Path):
    derive(write_source(tmp_path / "in"), tmp_path / "out")
    found = scan([tmp_path])
    (study,) = found.studies
    assert found.left_out == ()
    assert len({series.uid for series in study.series}) == 2
    assert [series.number for series in study.series] == [4, 5]


def test_each_slice_names_the_slice_it_was_made_from_and_what_made_it(tmp_path: Path):
    derive(write_source(tmp_path / "in"), tmp_path / "out")
    sources, made = headers(tmp_path / "in"), headers(tmp_path / "out")
    assert len({image.SOPInstanceUID for image in (*sources, *made)}) == 10
    for source, image in zip(sources, made, strict=True):
        (origin,) = image.SourceImageSequence
        assert origin.ReferencedSOPInstanceUID == source.SOPInstanceUID
        assert origin.ReferencedSOPClassUID == source.SOPClassUID
        (purpose,) = origin.PurposeOfReferenceCodeSequence
        assert (purpose.CodeValue, purpose.CodingSchemeDesignator) == ("121322", "DCM")
        equipment = image.ContributingEquipmentSequence[-1]
        (purpose,) = equipment.PurposeOfReferenceCodeSequence
        assert (purpose.CodeValue, purpose.CodingSchemeDesignator) == ("109102", "DCM")
        assert equipment.Manufacturer == "Station"
        assert SHA256 in image.DerivationDescription
        assert "DerivationCodeSequence" not in image
        assert image.ConvolutionKernel == "NONE"
        assert image.InstanceNumber == source.InstanceNumber


def test_a_gaussian_has_its_code_and_replaces_the_kernel(tmp_path: Path):
    derive(write_source(tmp_path / "in"), tmp_path / "out", GAUSSIAN)
    for image in headers(tmp_path / "out"):
        (blur,) = image.DerivationCodeSequence
        assert (blur.CodeValue, blur.CodingSchemeDesignator) == ("113088", "DCM")
        assert image.ConvolutionKernel == "Gaussian 6 mm"
        assert "6 mm FWHM" in image.DerivationDescription


def test_what_the_examination_was_stays_as_it_was(tmp_path: Path):
    derive(write_source(tmp_path / "in"), tmp_path / "out")
    kept = """
    StudyInstanceUID FrameOfReferenceUID PatientName PatientID PatientWeight PatientSize
    PatientPosition StudyDate StudyTime SeriesDate SeriesTime AcquisitionDate AcquisitionTime Units
    DecayCorrection CorrectedImage FrameReferenceTime ActualFrameDuration ImagePositionPatient
    ImageOrientationPatient PixelSpacing SliceThickness RadiopharmaceuticalInformationSequence
    Manufacturer ManufacturerModelName ReconstructionMethod
    """.split()  # noqa: SIM905
    for source, image in zip(headers(tmp_path / "in"), headers(tmp_path / "out"), strict=True):
        for keyword in kept:
            assert image[keyword] == source[keyword], keyword


def test_what_held_for_the_pixels_of_the_source_is_not_taken_over(tmp_path: Path):
    def edit(ds: Dataset, index: int) -> None:
        ds.SmallestImagePixelValue, ds.LargestImagePixelValue = -5, 20_000
        ds["SmallestImagePixelValue"].VR = ds["LargestImagePixelValue"].VR = "SS"
        ds.RealWorldValueMappingSequence = [item(RealWorldValueSlope=2.0)]
        ds.IconImageSequence = [item(Rows=1, Columns=1)]
        ds.WindowCenter, ds.WindowWidth = "5", "10"
        block = ds.private_block(0x0043, "A VENDOR", create=True)
        block.add_new(0x01, "LO", "what its own pixels are")
        ds.add_new(0x60000102, "US", 15)  # an overlay in bit 15 of the source's pixels
        ds.add_new(0x60000010, "US", 8)

    derive(write_source(tmp_path / "in", edit), tmp_path / "out")
    for image in headers(tmp_path / "out"):
        for keyword in (
            "SmallestImagePixelValue",
            "LargestImagePixelValue",
            "RealWorldValueMappingSequence",
            "IconImageSequence",
        ):
            assert keyword not in image
        assert not [element.tag for element in image if element.tag.is_private]
        assert not [element.tag for element in image if element.tag.group == 0x6000]
        assert (image.WindowCenter, image.WindowWidth) == (5, 10)


def test_values_of_image_type_from_the_third_on_are_kept(tmp_path: Path):
    def edit(ds: Dataset, index: int) -> None:
        ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]

    derive(write_source(tmp_path / "in", edit), tmp_path / "out")
    assert list(headers(tmp_path / "out")[0].ImageType) == ["DERIVED", "PRIMARY", "AXIAL"]


def test_a_source_that_refers_to_other_series_does_not_make_them_its_sources(tmp_path: Path):
    def edit(ds: Dataset, index: int) -> None:
        ds.ReferencedSeriesSequence = [item(SeriesInstanceUID="1.2.3.4.5")]

    source, _ = derive(write_source(tmp_path / "in", edit), tmp_path / "out")
    assert opened(tmp_path / "out")[1].source_series_uids == (source.uid,)


def test_a_name_in_any_alphabet_is_kept(tmp_path: Path):
    def edit(ds: Dataset, index: int) -> None:
        ds.SpecificCharacterSet = "ISO_IR 144"
        ds.PatientName = "Люкceмбypг"
        ds.SeriesDescription = "Без фильтра unfiltered"

    derive(write_source(tmp_path / "in", edit), tmp_path / "out")
    study, made = opened(tmp_path / "out")
    assert study.patient.name == "Люкceмбypг"
    assert made.description == "Без фильтра unfiltered DLR (RESEARCH)"


# --- SUV ----------------------------------------------------------------------------------------


def bqml(ds: Dataset, index: int) -> None:
    pass


def gml(ds: Dataset, index: int) -> None:
    ds.Units, ds.SUVType = "GML", "BW"


def lean(ds: Dataset, index: int) -> None:
    ds.Units, ds.SUVType = "GML", "LBM"


def philips(ds: Dataset, index: int) -> None:
    ds.Units = "CNTS"
    block = ds.private_block(0x7053, "Philips PET Private Group", create=True)
    block.add_new(0x00, "DS", "0.000728")
    block.add_new(0x09, "DS", "1.75")


def philips_without_creator(ds: Dataset, index: int) -> None:
    ds.Units = "CNTS"
    ds.add_new(0x70531000, "DS", "0.000728")


def ge(ds: Dataset, index: int) -> None:
    """Made later than the scan, whose time is in a private attribute only."""
    ds.Manufacturer = "GE MEDICAL SYSTEMS"
    ds.SeriesTime = "130000"
    block = ds.private_block(0x0009, "GEMS_PETD_01", create=True)
    block.add_new(0x0D, "DT", "20240301095900")


def undecayed(ds: Dataset, index: int) -> None:
    """Each slice has its own time, and so its own factor."""
    ds.DecayCorrection = "NONE"
    ds.CorrectedImage = ["NORM", "DTIM", "ATTN", "SCAT", "RAN"]
    ds.AcquisitionTime = f"10{2 * index:02d}00"


def in_mbq(ds: Dataset, index: int) -> None:
    ds.RadiopharmaceuticalInformationSequence[0].RadionuclideTotalDose = "350"


@pytest.mark.parametrize(
    "edit", [bqml, gml, lean, philips, philips_without_creator, ge, undecayed, in_mbq]
)
def test_suv_read_back_is_the_suv_that_was_written(tmp_path: Path, edit: Edit):
    source, made = derive(write_source(tmp_path / "in", edit), tmp_path / "out")
    _, again = opened(tmp_path / "out")
    volume, _ = in_suv(again)
    assert again.unit is source.unit
    assert volume.unit is made.unit
    assert (np.abs(volume.voxels - made.voxels) <= quantum(made)).all()
    assert again.suv == source.suv


def test_typed_suv_inputs_act_on_both_alike(tmp_path: Path):
    """A weight that is typed before the work and after reading again gives the same SUV."""

    def weightless(ds: Dataset, index: int) -> None:
        del ds.PatientWeight

    study, series = opened(write_source(tmp_path / "in", weightless))
    assert series.suv is not None
    assert study.date is not None
    now = series.datetime
    assert now is not None
    typed = [TypedInput(InputName.WEIGHT_KG, 81.0, "Ito", now)]
    conversion = suv_conversion(series.suv, typed=typed)
    made = computed(read_image(series).volume(conversion.factor, conversion.unit))
    write_derived_pet(made, series, new_header(DENOISED, study), tmp_path / "out", conversion)
    _, again = opened(tmp_path / "out")
    assert again.suv is not None
    factor = suv_conversion(again.suv, typed=typed).factor
    volume = read_image(again).volume(factor, Unit.SUV_BW)
    assert (np.abs(volume.voxels - made.voxels) <= quantum(made)).all()


def test_an_image_without_suv_is_written_in_its_own_unit(tmp_path: Path):
    def weightless(ds: Dataset, index: int) -> None:
        del ds.PatientWeight

    study, series = opened(write_source(tmp_path / "in", weightless))
    made = computed(read_image(series).volume())
    write_derived_pet(made, series, new_header(GAUSSIAN, study), tmp_path / "out")
    _, again = opened(tmp_path / "out")
    volume = read_image(again).volume()
    assert volume.unit is Unit.BQ_PER_ML
    assert (np.abs(volume.voxels - made.voxels) <= quantum(made)).all()


def test_published_objects_give_the_published_suv_when_derived_from(
    tmp_path: Path, shared_data: Path
):
    """The OncoRay objects in every unit, taken over as they are: 0.20, 1.00 and 4.00 stay."""
    for name in ("DRO_0_0", "DRO_1_0", "DRO_2_0", "DRO_2_4", "DRO_3_0", "DRO_3_1", "DRO_4_0"):
        study, series = opened(shared_data / "suv_dro" / name)
        volume, conversion = in_suv(series)
        header = new_header(DENOISED, study)
        write_derived_pet(volume, series, header, tmp_path / name, conversion)
        again, _ = in_suv(opened(tmp_path / name)[1])
        assert np.abs(again.voxels - volume.voxels).max() < 1e-4


# --- how it is stored ---------------------------------------------------------------------------


def test_faint_slices_keep_their_precision_beside_hot_ones(tmp_path: Path):
    _, made = derive(write_source(tmp_path / "in"), tmp_path / "out")
    slopes = [float(image.RescaleSlope) for image in headers(tmp_path / "out")]
    assert max(slopes) > 1000 * min(slopes)
    assert all(float(image.RescaleIntercept) == 0 for image in headers(tmp_path / "out"))
    assert (made.voxels < 0).any(), "negative values are stored, too"


def test_an_empty_slice_is_written_as_zeros(tmp_path: Path):
    stored = STORED.copy()
    stored[1] = 0
    study, series = opened(write_source(tmp_path / "in", stored=stored))
    volume, conversion = in_suv(series)
    write_derived_pet(volume, series, new_header(DENOISED, study), tmp_path / "out", conversion)
    image = headers(tmp_path / "out")[1]
    assert not image.pixel_array.any()
    assert float(image.RescaleSlope) > 0


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRBigEndian, RLELossless])
def test_a_source_in_any_transfer_syntax_gives_the_same(tmp_path: Path, syntax: Any):
    def nested(ds: Dataset, index: int) -> None:
        ds.ReferencedImageSequence = [item(Rows=258)]  # 0x0102

    _, made = derive(write_source(tmp_path / "in", nested, syntax=syntax), tmp_path / "out")
    volume, _ = in_suv(opened(tmp_path / "out")[1])
    assert (np.abs(volume.voxels - made.voxels) <= quantum(made)).all()
    image = headers(tmp_path / "out")[0]
    drug = image.RadiopharmaceuticalInformationSequence[0]
    assert drug.RadionuclideCodeSequence[0].CodeMeaning == "^18^Fluorine"
    assert image.ReferencedImageSequence[0].Rows == 258


def test_overlays_of_a_big_endian_source_are_left_behind(tmp_path: Path):
    def overlay(ds: Dataset, index: int) -> None:
        ds.add_new(0x60003000, "OW", b"\1\2" * 24)

    derive(write_source(tmp_path / "in", overlay, syntax=ExplicitVRBigEndian), tmp_path / "out")
    assert not [element for element in headers(tmp_path / "out")[0] if element.tag.group == 0x6000]


def test_a_source_with_unsigned_pixels_gives_signed_ones(tmp_path: Path):
    def unsigned(ds: Dataset, index: int) -> None:
        ds.PixelRepresentation = 0

    _, made = derive(
        write_source(tmp_path / "in", unsigned, STORED.astype(np.uint16)), tmp_path / "out"
    )
    volume, _ = in_suv(opened(tmp_path / "out")[1])
    assert (np.abs(volume.voxels - made.voxels) <= quantum(made)).all()


def test_a_slice_that_was_never_stored_is_not_written(tmp_path: Path):
    folder = write_source(tmp_path / "in")
    sorted(folder.iterdir())[2].unlink()
    source, made = derive(folder, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "0001.dcm",
        "0002.dcm",
        "0004.dcm",
        "0005.dcm",
    ]
    _, again = opened(tmp_path / "out")
    volume, _ = in_suv(again)
    assert volume.missing.tolist() == made.missing.tolist() == [False, False, True, False, False]
    assert len(again.warnings) == len(source.warnings)


# --- enhanced PET -------------------------------------------------------------------------------


def converted(ds: Dataset) -> None:
    """Legacy converted: what a single-frame header said is in the unassigned attributes."""
    ds.SOPClassUID = LegacyConvertedEnhancedPETImageStorage
    ds.SeriesDescription = "unfiltered"
    shared = ds.SharedFunctionalGroupsSequence[0]
    shared.UnassignedSharedConvertedAttributesSequence = [
        item(
            Units="BQML",
            DecayCorrection="START",
            CorrectedImage=["ATTN", "DECY"],
            CountsSource="EMISSION",
            SeriesType=["WHOLE BODY", "IMAGE"],
        )
    ]
    del ds.SeriesType


def test_a_converted_enhanced_pet_gives_single_frames(tmp_path: Path):
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "enhanced.dcm"
    write_enhanced(path, STORED, slopes=[0.5, 1.25, 0.001, 3.0, 40.0], edit=converted)
    source, made = derive(tmp_path / "in", tmp_path / "out")
    _, again = opened(tmp_path / "out")
    volume, _ = in_suv(again)
    assert (np.abs(volume.voxels - made.voxels) <= quantum(made)).all()
    assert again.geometry is not None
    assert source.geometry is not None
    assert again.geometry.same_grid(source.geometry)
    for number, image in enumerate(headers(tmp_path / "out"), 1):
        assert image.SOPClassUID == PositronEmissionTomographyImageStorage
        assert image.SourceImageSequence[0].ReferencedFrameNumber == number
        assert "NumberOfFrames" not in image
        assert "SharedFunctionalGroupsSequence" not in image


def test_an_enhanced_pet_that_lacks_what_single_frames_need_is_refused(tmp_path: Path):
    def incomplete(ds: Dataset) -> None:
        converted(ds)
        del (
            ds.SharedFunctionalGroupsSequence[0]
            .UnassignedSharedConvertedAttributesSequence[0]
            .CountsSource
        )

    (tmp_path / "in").mkdir()
    write_enhanced(tmp_path / "in" / "enhanced.dcm", STORED, edit=incomplete)
    with pytest.raises(StationError, match="whose header has no CountsSource"):
        derive(tmp_path / "in", tmp_path / "out")
    assert not (tmp_path / "out").exists()


# --- all or nothing -----------------------------------------------------------------------------


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_nothing_is_left_of_a_series_whose_writing_was_cancelled(tmp_path: Path):
    study, series = opened(write_source(tmp_path / "in"))
    volume, conversion = in_suv(series)

    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    header = new_header(DENOISED, study)
    with pytest.raises(Cancelled):
        write_derived_pet(volume, series, header, tmp_path / "new/out", conversion, stop)
    assert names(tmp_path) == ["in"]


def test_nothing_is_left_where_a_file_of_the_source_is_gone_in_the_middle(tmp_path: Path):
    study, series = opened(write_source(tmp_path / "in"))
    volume, conversion = in_suv(series)
    sorted((tmp_path / "in").iterdir())[3].unlink()
    header = new_header(DENOISED, study)
    with pytest.raises(DicomError, match="can no longer be read"):
        write_derived_pet(volume, series, header, tmp_path / "out", conversion)
    assert names(tmp_path) == ["in"]


def test_a_file_that_was_replaced_since_is_not_taken_for_the_source(tmp_path: Path):
    study, series = opened(write_source(tmp_path / "in"))
    volume, conversion = in_suv(series)
    first, second, *_ = sorted((tmp_path / "in").iterdir())
    shutil.copy(first, second)
    header = new_header(DENOISED, study)
    with pytest.raises(DicomError, match="has changed since it was opened"):
        write_derived_pet(volume, series, header, tmp_path / "out", conversion)
    assert names(tmp_path) == ["in"]


def test_nothing_is_written_over_files_that_are_there(tmp_path: Path):
    folder = write_source(tmp_path / "in")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(StationError, match="does not replace anything"):
        derive(folder, folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = write_source(tmp_path / "in")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Dataset, "save_as", full)
    with pytest.raises(StationError, match=r"No space left on device\. Free some space"):
        derive(folder, tmp_path / "out")
    assert names(tmp_path) == ["in"]


def test_the_source_stays_as_it_was(tmp_path: Path):
    folder = write_source(tmp_path / "in")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    derive(folder, tmp_path / "out")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


# --- what cannot be written ---------------------------------------------------------------------


def test_an_image_that_is_itself_only_in_memory_has_no_headers_to_give(tmp_path: Path):
    _, series = opened(write_source(tmp_path / "in"))
    volume, conversion = in_suv(series)
    with pytest.raises(StationError, match="has no files"):
        write_derived_pet(
            volume,
            replace(series, slices=None),
            DerivedHeader("9.9", 9, DENOISED),
            tmp_path / "out",
            conversion,
        )


def test_a_source_of_an_unknown_unit_is_refused(tmp_path: Path):
    def unitless(ds: Dataset, index: int) -> None:
        del ds.Units

    _, series = opened(write_source(tmp_path / "in", unitless))
    volume = read_image(series).volume()
    with pytest.raises(StationError, match="does not state the unit"):
        write_derived_pet(volume, series, DerivedHeader("9.9", 9, GAUSSIAN), tmp_path / "out")


def test_an_image_of_another_grid_is_refused(tmp_path: Path):
    _, series = opened(write_source(tmp_path / "in"))
    volume, conversion = in_suv(series)
    affine = volume.affine.copy()
    affine[2, 3] += 1
    moved = Volume(volume.voxels.copy(), Geometry(volume.shape, affine), volume.unit)
    with pytest.raises(StationError, match="is not on its grid"):
        write_derived_pet(
            moved, series, DerivedHeader("9.9", 9, DENOISED), tmp_path / "out", conversion
        )
    assert not (tmp_path / "out").exists()


# --- dciodvfy -----------------------------------------------------------------------------------


def errors(path: Path) -> set[str]:
    checked = subprocess.run(["dciodvfy", path], capture_output=True, text=True, check=False)
    lines = (checked.stdout + checked.stderr).splitlines()
    return {line for line in lines if line.startswith("Error")}


def orientation_codes(ds: Dataset, index: int) -> None:
    """A source without any error."""
    del ds.PatientPosition
    ds.ReferringPhysicianName = ds.PositionReferenceIndicator = ""
    ds.NumberOfSlices, ds.ImageIndex = len(STORED), index + 1
    ds.CountsSource, ds.CollimatorType = "EMISSION", "NONE"
    ds.PatientOrientationCodeSequence = code("102538003", "SCT", "recumbent")
    ds.PatientOrientationCodeSequence[0].PatientOrientationModifierCodeSequence = code(
        "40199007", "SCT", "supine"
    )
    ds.PatientGantryRelationshipCodeSequence = code("102540008", "SCT", "headfirst")
    ds.BodyPartExamined, ds.DecayFactor = "WHOLEBODY", "1.01"
    drug = ds.RadiopharmaceuticalInformationSequence[0]
    drug.RadionuclideCodeSequence = code("77004003", "SCT", "^18^Fluorine")
    drug.RadiopharmaceuticalCodeSequence = code("35321007", "SCT", "Fluorodeoxyglucose F^18^")


needs_dciodvfy = pytest.mark.skipif(
    shutil.which("dciodvfy") is None,
    reason="dciodvfy is not installed: it is in the Debian package dicom3tools",
)


@needs_dciodvfy
@pytest.mark.parametrize("derivation", [DENOISED, GAUSSIAN], ids=["denoised", "gaussian"])
def test_dciodvfy_finds_no_error_where_the_source_has_none(tmp_path: Path, derivation: Derivation):
    folder = write_source(tmp_path / "in", orientation_codes)
    derive(folder, tmp_path / "out", derivation)
    assert errors(sorted(folder.iterdir())[1]) == set()
    assert errors(tmp_path / "out" / "0002.dcm") == set()


@needs_dciodvfy
def test_dciodvfy_finds_no_error_that_a_published_source_did_not_have(
    tmp_path: Path, shared_data: Path
):
    for name in ("sarcoma/STS_001/PET/image", "suv_dro/DRO_2_4"):
        out = tmp_path / name.replace("/", "-")
        source, _ = derive(shared_data / name, out)
        assert source.slices is not None
        assert errors(out / "0003.dcm") <= errors(Path(source.slices.paths[2]))


def test_the_writer_knows_every_private_attribute_that_suv_needs():
    """A new one in the loader must be carried over, or SUV of derived series is wrong."""
    private: list[Callable[[Dataset, int], None]] = [philips, ge]
    tags = set[int]()
    for edit in private:
        ds = synthetic.header()
        edit(ds, 0)
        tags |= {element.tag & 0xFF for element in ds if element.tag.is_private}
    from station.dicom.attributes import PRIVATE

    assert {element for _, element, _, _ in PRIVATE.values()} <= tags
