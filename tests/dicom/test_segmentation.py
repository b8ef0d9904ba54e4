"""Segmentations as we write them, read back and checked by dciodvfy."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import highdicom as hd
import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sr.codedict import codes
from pydicom.uid import ExplicitVRLittleEndian, SegmentationStorage, generate_uid

from station.dicom.derived import OutlinedVoi, source_headers, tracking_uid
from station.dicom.load import scan
from station.dicom.masks import read_masks
from station.dicom.segmentation import LABEL_MAP_SEGMENTATION_STORAGE, write_seg
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


# -- segmentations as other programs write them ----------------------------------------------------


def foreign(
    series: Series,
    path: Path,
    frames: Sequence[tuple[int, float, np.ndarray]],
    edit: Callable[[Dataset], None] = lambda document: None,
    maximum: int | None = None,
) -> Path:
    """Frames (segment, slice, pixels) on the series' grid, without a slice distance."""
    geometry = grid(series)
    document = Dataset()
    document.SOPClassUID = SegmentationStorage
    document.SOPInstanceUID = generate_uid()
    document.Modality = "SEG"
    document.FrameOfReferenceUID = series.frame_of_reference_uid
    document.Rows, document.Columns = frames[0][2].shape
    document.NumberOfFrames = len(frames)
    document.SamplesPerPixel = 1
    document.PhotometricInterpretation = "MONOCHROME2"
    document.PixelRepresentation = 0
    document.SegmentationType = "BINARY" if maximum is None else "FRACTIONAL"
    document.BitsAllocated = document.BitsStored = 1 if maximum is None else 8
    document.HighBit = document.BitsStored - 1
    if maximum is not None:
        document.MaximumFractionalValue = maximum
    document.SegmentSequence = []
    for number in sorted({number for number, _, _ in frames}):
        segment = Dataset()
        segment.SegmentNumber = number
        segment.SegmentLabel = f"lesion {number}"
        document.SegmentSequence.append(segment)
    shared, measures, orientation = Dataset(), Dataset(), Dataset()
    measures.PixelSpacing = list(geometry.spacing_mm[1:])
    orientation.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    shared.PixelMeasuresSequence = [measures]
    shared.PlaneOrientationSequence = [orientation]
    document.SharedFunctionalGroupsSequence = [shared]
    document.PerFrameFunctionalGroupsSequence = []
    for number, index, _ in frames:
        own, position, identity = Dataset(), Dataset(), Dataset()
        position.ImagePositionPatient = list(geometry.to_patient((index, 0, 0)))
        identity.ReferencedSegmentNumber = number
        own.PlanePositionSequence = [position]
        own.SegmentIdentificationSequence = [identity]
        document.PerFrameFunctionalGroupsSequence.append(own)
    pixels = np.stack([plane for _, _, plane in frames]).astype(np.uint8)
    stored = np.packbits(pixels, bitorder="little") if maximum is None else pixels
    document.add_new("PixelData", "OB", stored.tobytes() + b"\0" * (stored.nbytes % 2))
    edit(document)
    document.file_meta = FileMetaDataset()
    document.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    document.file_meta.MediaStorageSOPClassUID = SegmentationStorage
    document.file_meta.MediaStorageSOPInstanceUID = document.SOPInstanceUID
    document.save_as(path, enforce_file_format=True)
    return path


PIECE = np.zeros((16, 16), np.uint8)
PIECE[4:8, 5:8] = 1


@pytest.mark.parametrize("size", [(3, 3), (5, 7), (4, 4), (1, 1)])
def test_frames_that_do_not_fill_whole_bytes_are_read(
    series: Series, tmp_path: Path, size: tuple[int, int]
) -> None:
    pieces = np.random.default_rng(4).random((5, *size)) < 0.6
    pieces[:, 0, 0] = True
    frames = [(1, k, piece) for k, piece in enumerate(pieces, start=2)]
    (found,) = read_masks(foreign(series, tmp_path / "seg.dcm", frames), series).masks
    assert np.array_equal(found.mask.inside[2:7, : size[0], : size[1]], pieces)
    assert found.mask.inside.sum() == pieces.sum()


def of_thickness(mm: float) -> Callable[[Dataset], None]:
    def edit(document: Dataset) -> None:
        shared = document.SharedFunctionalGroupsSequence[0]
        shared.PixelMeasuresSequence[0].SliceThickness = mm

    return edit


@pytest.mark.parametrize("slices", [(3,), (2, 8), (2, 4, 7), (9, 3, 4)])
@pytest.mark.parametrize("edit", [lambda document: None, of_thickness(9.0)])
def test_frames_are_placed_where_they_say_whatever_their_distance(
    series: Series, tmp_path: Path, slices: tuple[int, ...], edit: Callable[[Dataset], None]
) -> None:
    # QIICR/dcmqi#89, highdicom#338: the distance of frames is no thickness
    path = foreign(series, tmp_path / "seg.dcm", [(1, k, PIECE) for k in slices], edit)
    (found,) = read_masks(path, series).masks
    assert found.mask.geometry is grid(series)
    assert np.flatnonzero(found.mask.inside.any(axis=(1, 2))).tolist() == sorted(slices)
    assert found.mask.inside.sum() == 12 * len(slices)


def test_frames_between_the_slices_of_the_image_need_a_thickness(
    series: Series, tmp_path: Path
) -> None:
    frames = [(1, 2.5, PIECE), (1, 6.5, PIECE)]
    with pytest.raises(DicomError, match=r'"lesion 1" was left out.*thickness is not given'):
        read_masks(foreign(series, tmp_path / "seg.dcm", frames), series)
    path = foreign(series, tmp_path / "seg.dcm", frames, of_thickness(3.0))
    (found,) = read_masks(path, series).masks
    assert found.mask.geometry.shape == (5, 16, 16)
    assert found.mask.geometry.spacing_mm == pytest.approx((3, 2, 2))
    assert found.mask.inside.sum() == 24


def unlabelled(document: Dataset) -> None:
    del document.SegmentSequence[0].SegmentLabel


def undescribed(document: Dataset) -> None:
    del document.SegmentSequence


@pytest.mark.parametrize("edit", [unlabelled, undescribed])
def test_a_segment_without_a_name_is_read_under_its_number(
    series: Series, tmp_path: Path, edit: Callable[[Dataset], None]
) -> None:
    path = foreign(series, tmp_path / "seg.dcm", [(1, 4, PIECE)], edit)
    (found,) = read_masks(path, series).masks
    assert (found.name, found.mask.inside.sum()) == ("Segment 1", 12)


def test_a_fractional_segment_of_two_values_is_a_mask_however_small_they_are(
    series: Series, tmp_path: Path
) -> None:
    # dcmjs-org/dcmjs#309: 0 and 1 below a maximum of 255
    path = foreign(series, tmp_path / "seg.dcm", [(1, 4, PIECE)], maximum=255)
    (found,) = read_masks(path, series).masks
    assert (found.mask.inside.sum(), found.mask.warnings) == (12, ())


def test_a_fractional_segment_that_never_reaches_half_is_named(
    series: Series, tmp_path: Path
) -> None:
    faint = PIECE * np.arange(16, dtype=np.uint8)
    frames = [(1, 4, faint), (2, 4, faint * 20)]
    found = read_masks(foreign(series, tmp_path / "seg.dcm", frames, maximum=255), series)
    assert [one.name for one in found.masks] == ["lesion 2"]
    assert '"lesion 1" was left out: its largest fraction is 3%' in found.warnings[0]
    assert found.masks[0].mask.inside.sum() == 4
    assert "fractional" in found.masks[0].mask.warnings[0]


def damage_the_second(document: Dataset) -> None:
    own = document.PerFrameFunctionalGroupsSequence[1]
    del own.PlanePositionSequence


def shrink_the_second(document: Dataset) -> None:
    measures = Dataset()
    measures.PixelSpacing = [-4, 4]
    document.PerFrameFunctionalGroupsSequence[1].PixelMeasuresSequence = [measures]


def empty_the_second(document: Dataset) -> None:
    del document.PerFrameFunctionalGroupsSequence[1].SegmentIdentificationSequence
    identity = Dataset()
    identity.ReferencedSegmentNumber = 1
    document.PerFrameFunctionalGroupsSequence[1].SegmentIdentificationSequence = [identity]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (damage_the_second, "do not say where they are"),
        (shrink_the_second, "its pixel size, -4 × 4 mm, is not positive"),
        (empty_the_second, "it has no frames"),
    ],
)
def test_one_segment_that_cannot_be_used_is_named_and_the_others_are_read(
    series: Series, tmp_path: Path, edit: Callable[[Dataset], None], reason: str
) -> None:
    frames = [(1, 4, PIECE), (2, 5, PIECE)]
    found = read_masks(foreign(series, tmp_path / "seg.dcm", frames, edit), series)
    assert [one.name for one in found.masks] == ["lesion 1"]
    assert found.warnings[0].startswith('seg.dcm: "lesion 2" was left out')
    assert reason in found.warnings[0]


def without_number(document: Dataset) -> None:
    del document.SegmentSequence[1].SegmentNumber
    del document.PerFrameFunctionalGroupsSequence[1].SegmentIdentificationSequence


def test_a_segment_and_a_frame_without_numbers_are_named_and_the_others_are_read(
    series: Series, tmp_path: Path
) -> None:
    frames = [(1, 4, PIECE), (2, 5, PIECE)]
    found = read_masks(foreign(series, tmp_path / "seg.dcm", frames, without_number), series)
    assert [one.name for one in found.masks] == ["lesion 1"]
    assert found.warnings == (
        'seg.dcm: "lesion 2" was left out: it has no number.',
        "seg.dcm: frame 2 was left out: it names no segment.",
    )


@pytest.mark.parametrize(("described", "voxels"), [(1, 12), (3, 24)])
def test_frames_that_are_not_described_and_descriptions_without_frames_are_reported(
    series: Series, tmp_path: Path, described: int, voxels: int
) -> None:
    def edit(document: Dataset) -> None:
        groups = document.PerFrameFunctionalGroupsSequence
        document.PerFrameFunctionalGroupsSequence = [*groups, groups[1]][:described]

    frames = [(1, 4, PIECE), (1, 5, PIECE)]
    found = read_masks(foreign(series, tmp_path / "seg.dcm", frames, edit), series)
    assert found.masks[0].mask.inside.sum() == voxels
    assert f"it has 2 frames, but describes {described}" in found.warnings[0]


def test_frames_are_counted_by_their_descriptions_where_no_number_is_given(
    series: Series, tmp_path: Path
) -> None:
    def edit(document: Dataset) -> None:
        del document.NumberOfFrames

    path = foreign(series, tmp_path / "seg.dcm", [(1, 4, PIECE), (1, 5, PIECE)], edit)
    found = read_masks(path, series)
    assert found.warnings == ()
    assert found.masks[0].mask.inside.sum() == 24


def test_a_label_map_holds_a_mask_for_each_label(series: Series, tmp_path: Path) -> None:
    def labels(document: Dataset) -> None:
        document.SegmentationType = "LABELMAP"
        document.SOPClassUID = LABEL_MAP_SEGMENTATION_STORAGE
        second = Dataset()
        second.SegmentNumber = 2
        second.SegmentLabel = "other"
        document.SegmentSequence.append(second)

    both = PIECE.copy()
    both[10, 10:12] = 2
    path = foreign(series, tmp_path / "seg.dcm", [(1, 4, both), (1, 8, PIECE)], labels, maximum=2)
    found = read_masks(path, series).masks
    assert {one.name: one.mask.inside.sum() for one in found} == {"lesion 1": 24, "other": 2}


def test_without_a_frame_of_reference_the_image_that_it_names_counts(
    series: Series, tmp_path: Path
) -> None:
    def without(document: Dataset) -> None:
        document.FrameOfReferenceUID = ""

    def named(document: Dataset) -> None:
        without(document)
        reference = Dataset()
        reference.SeriesInstanceUID = series.uid
        document.ReferencedSeriesSequence = [reference]

    path = tmp_path / "seg.dcm"
    assert len(read_masks(foreign(series, path, [(1, 4, PIECE)], named), series).masks) == 1
    with pytest.raises(DicomError, match="another frame of reference"):
        read_masks(foreign(series, path, [(1, 4, PIECE)], without), series)


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
