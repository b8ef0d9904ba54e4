"""Segmentations as we write them, read back and checked by dciodvfy."""

from dataclasses import replace
from pathlib import Path

import highdicom as hd
import numpy as np
import pytest
from pydicom import dcmread
from pydicom.sr.codedict import codes
from pydicom.uid import generate_uid

from station.dicom.derived import OutlinedVoi, source_headers, tracking_uid
from station.dicom.load import scan
from station.dicom.masks import read_masks
from station.dicom.segmentation import write_seg
from station.errors import DicomError, StationError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series
from station.pet.voi import Isocontour, Mask, Threshold, ThresholdRule
from station.pet.volume import Geometry
from tests.dicom.synthetic import ramp, write_enhanced, write_series
from tests.dicom.test_contours import SHAPE, SPHERE, grid, mask, sphere
from tests.dicom.test_report import dciodvfy_errors


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    """Twelve slices of 3 mm, 16×16 voxels of 2 mm."""
    folder = tmp_path_factory.mktemp("pet")
    write_series(folder, ramp(*SHAPE))
    return scan([folder]).studies[0].series[0]


def lesion(series: Series) -> OutlinedVoi:
    """An isocontour that overlaps the sphere."""
    shape = Isocontour(SPHERE, Threshold(ThresholdRule.FIXED, 2.5))
    voi = PlacedVoi("c3", "Läsion 1", shape, SiteKind.LESION, tissue="lymph node")
    return OutlinedVoi(voi, Mask(np.roll(sphere(series).mask.inside, 1, axis=2), grid(series)))


def scattered(series: Series) -> OutlinedVoi:
    inside = np.random.default_rng(3).random(SHAPE) < 0.2
    inside[[0, 4, 11]] = False
    return mask(series, inside)


def test_every_voi_reads_back_voxel_for_voxel_even_where_they_overlap(
    series: Series, tmp_path: Path
) -> None:
    written = [sphere(series), lesion(series), scattered(series)]
    write_seg(series, written, "Ito", tmp_path / "seg.dcm")
    back = read_masks(tmp_path / "seg.dcm", series).masks
    assert [one.name for one in back] == ["Leber", "Läsion 1", "GTV"]
    for one, found in zip(written, back, strict=True):
        assert found.mask.geometry.same_grid(grid(series))
        assert np.array_equal(found.mask.inside, one.mask.inside)


def test_slices_without_a_voxel_are_not_stored(series: Series, tmp_path: Path) -> None:
    write_seg(series, [scattered(series)], "Ito", tmp_path / "seg.dcm")
    assert dcmread(tmp_path / "seg.dcm").NumberOfFrames == 9


def test_segments_say_what_they_are_and_how_they_came_about(series: Series, tmp_path: Path) -> None:
    written = [sphere(series), lesion(series), scattered(series)]
    write_seg(series, written, "Ito", tmp_path / "seg.dcm")
    liver, nodes, other = dcmread(tmp_path / "seg.dcm").SegmentSequence
    assert [s.SegmentedPropertyTypeCodeSequence[0].CodeMeaning for s in (liver, nodes, other)] == [
        "Liver",
        "Lesion",
        "Selected region",
    ]
    assert nodes.AnatomicRegionSequence[0].CodeMeaning == "Lymph Node"
    assert [s.SegmentAlgorithmType for s in (liver, nodes, other)] == [
        "MANUAL",
        "SEMIAUTOMATIC",
        "SEMIAUTOMATIC",
    ]
    assert nodes.SegmentationAlgorithmIdentificationSequence[0].AlgorithmName == (
        "Isocontour, fixed SUV 2.5"
    )
    assert other.SegmentationAlgorithmIdentificationSequence[0].AlgorithmName == (
        "Read from GTV.nii.gz"
    )
    assert liver.TrackingUID == tracking_uid(series.study_uid, written[0].voi)


def test_each_frame_names_the_slice_it_was_drawn_on(series: Series, tmp_path: Path) -> None:
    write_seg(series, [sphere(series)], "Ito", tmp_path / "seg.dcm")
    assert series.slices is not None
    for frame in dcmread(tmp_path / "seg.dcm").PerFrameFunctionalGroupsSequence:
        source = frame.DerivationImageSequence[0].SourceImageSequence[0].ReferencedSOPInstanceUID
        z = grid(series).to_patient((series.slices.sop_uids.index(source), 0, 0))[2]
        assert float(frame.PlanePositionSequence[0].ImagePositionPatient[2]) == pytest.approx(z)


def test_dciodvfy_finds_no_error(series: Series, tmp_path: Path) -> None:
    written = [sphere(series), lesion(series), scattered(series)]
    write_seg(series, written, "Ito, Ken", tmp_path / "seg.dcm")
    assert dciodvfy_errors(tmp_path / "seg.dcm") == []


def test_an_enhanced_image_can_be_segmented(tmp_path: Path) -> None:
    write_enhanced(tmp_path / "pet.dcm", ramp(*SHAPE))
    (enhanced,) = scan([tmp_path / "pet.dcm"]).studies[0].series
    one = sphere(enhanced)
    write_seg(enhanced, [one], "Ito", tmp_path / "seg.dcm")
    (found,) = read_masks(tmp_path / "seg.dcm", enhanced).masks
    assert np.array_equal(found.mask.inside, one.mask.inside)


def test_of_a_fractional_segment_what_is_half_inside_is_inside(
    series: Series, tmp_path: Path
) -> None:
    fractions = np.random.default_rng(5).random((*SHAPE, 1)).astype(np.float32)
    document = hd.seg.Segmentation(
        source_images=source_headers(series, range(SHAPE[0])),
        pixel_array=fractions,
        segmentation_type="FRACTIONAL",
        fractional_type="OCCUPANCY",
        segment_descriptions=[
            hd.seg.SegmentDescription(
                1, "GTV", codes.cid7150.Tissue, codes.SCT.Lesion, algorithm_type="MANUAL"
            )
        ],
        series_instance_uid=generate_uid(),
        series_number=1,
        sop_instance_uid=generate_uid(),
        instance_number=1,
        manufacturer="Maker",
        manufacturer_model_name="Model",
        software_versions="1",
        device_serial_number="1",
    )
    document.save_as(tmp_path / "seg.dcm")
    (found,) = read_masks(tmp_path / "seg.dcm", series).masks
    clear = np.abs(fractions[..., 0] - 0.5) > 1 / 255
    assert np.array_equal(found.mask.inside[clear], fractions[..., 0][clear] > 0.5)


# -- what is refused -------------------------------------------------------------------------------


def test_nothing_cannot_be_written(series: Series, tmp_path: Path) -> None:
    with pytest.raises(StationError, match="no VOI to write"):
        write_seg(series, [], "Ito", tmp_path / "seg.dcm")


def test_a_voi_without_a_voxel_is_refused(series: Series, tmp_path: Path) -> None:
    with pytest.raises(StationError, match='VOI "GTV" contains no voxel'):
        write_seg(series, [mask(series, np.zeros(SHAPE, np.bool_))], "Ito", tmp_path / "seg.dcm")


def test_tilted_slices_are_refused(series: Series, tmp_path: Path) -> None:
    affine = grid(series).affine.copy()
    affine[1, 0] = 1.0
    tilted = replace(series, geometry=Geometry(SHAPE, affine))
    with pytest.raises(StationError, match=r"tilted.*RT Structure Set"):
        write_seg(tilted, [sphere(tilted)], "Ito", tmp_path / "seg.dcm")


def test_an_image_is_no_segmentation(series: Series) -> None:
    assert series.slices is not None
    with pytest.raises(DicomError, match="not a Segmentation but Positron"):
        read_masks(Path(series.slices.paths[0]), series)


def test_another_frame_of_reference_is_refused(series: Series, tmp_path: Path) -> None:
    write_seg(series, [sphere(series)], "Ito", tmp_path / "seg.dcm")
    with pytest.raises(DicomError, match="another frame of reference"):
        read_masks(tmp_path / "seg.dcm", replace(series, frame_of_reference_uid="1.2.3"))
