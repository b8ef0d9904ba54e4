"""Structure sets as we write them, read back and checked by dciodvfy; and those of others."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from pydicom import dcmread, dcmwrite
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, RTStructureSetStorage, generate_uid

from station.dicom.contours import outline, read_rtstruct, write_rtstruct
from station.dicom.derived import OutlinedVoi
from station.dicom.filling import fill
from station.dicom.header import lenient
from station.dicom.load import scan
from station.dicom.masks import read_masks
from station.errors import DicomError, StationError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series
from station.pet.voi import Isocontour, Mask, Sphere, Threshold, ThresholdRule
from station.pet.volume import Geometry
from tests.dicom.synthetic import as_written, ramp, write_series
from tests.dicom.test_report import dciodvfy_errors

SHAPE = (12, 16, 16)
SPHERE = Sphere((-84.3, -85.9, 66.4), 3.0)


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    """Twelve slices of 3 mm, 16×16 voxels of 2 mm."""
    folder = tmp_path_factory.mktemp("pet")
    write_series(folder, ramp(*SHAPE))
    return scan([folder]).studies[0].series[0]


def grid(series: Series) -> Geometry:
    assert series.geometry is not None
    return series.geometry


def sphere(series: Series, shape: Sphere = SPHERE) -> OutlinedVoi:
    """Voxels whose centre lies in the sphere, by the definition."""
    centres = grid(series).to_patient(np.moveaxis(np.indices(SHAPE), 0, -1))
    inside = np.linalg.norm(centres - shape.centre_mm, axis=-1) <= shape.radius_mm
    voi = PlacedVoi("a1", "Leber", shape, SiteKind.REFERENCE, site="liver", colour="#102030")
    return OutlinedVoi(voi, Mask(inside, grid(series)))


def mask(series: Series, inside: np.ndarray) -> OutlinedVoi:
    shape = Mask(inside, grid(series), "GTV.nii.gz")
    return OutlinedVoi(PlacedVoi("b2", "GTV", shape, SiteKind.FREE), shape)


MASKS = arrays(np.bool_, array_shapes(min_dims=2, max_dims=2, max_side=7))


def even_odd(loops: list[np.ndarray], shape: tuple[int, int]) -> np.ndarray:
    filled = np.zeros(shape, dtype=np.bool_)
    for loop in loops:
        filled ^= fill(loop, shape)
    return filled


# -- polygons --------------------------------------------------------------------------------------


@given(MASKS)
def test_filling_an_outline_gives_the_voxels_back(inside: np.ndarray) -> None:
    assert np.array_equal(even_odd(outline(inside), inside.shape), inside)


@given(MASKS)
def test_no_polygon_of_an_outline_lies_in_another(inside: np.ndarray) -> None:
    covered = sum(fill(loop, inside.shape).astype(int) for loop in outline(inside))
    assert np.array_equal(covered, inside.astype(int)) or not inside.any()


def test_an_outline_has_a_point_at_each_corner_only() -> None:
    inside = np.zeros((6, 9), dtype=np.bool_)
    inside[1:4, 2:8] = True
    (loop,) = outline(inside)
    assert sorted(map(tuple, loop)) == [(0.5, 1.5), (0.5, 7.5), (3.5, 1.5), (3.5, 7.5)]


@given(st.lists(st.tuples(st.floats(-3, 12), st.floats(-3, 12)), min_size=3, max_size=8))
def test_filling_follows_the_even_odd_rule(corners: list[tuple[float, float]]) -> None:
    loop = np.array(corners) + 1e-4 * np.pi  # no corner on a row of centres
    filled = fill(loop, (8, 9))
    for row, column in np.ndindex(8, 9):
        crossed = 0
        for (r0, c0), (r1, c1) in zip(loop, np.roll(loop, -1, axis=0), strict=True):
            if (r0 > row) != (r1 > row):
                at = c0 + (row - r0) * (c1 - c0) / (r1 - r0)
                if abs(at - column) < 1e-9:
                    break  # on the edge: either is right
                crossed += at < column
        else:
            assert filled[row, column] == crossed % 2


# -- written and read back -------------------------------------------------------------------------


def test_a_sphere_reads_back_as_the_voxels_inside_it(series: Series, tmp_path: Path) -> None:
    write_rtstruct(series, [sphere(series)], "Ito", tmp_path / "rs.dcm")
    (found,) = read_rtstruct(tmp_path / "rs.dcm", series).masks
    assert found.name == "Leber"
    assert np.array_equal(found.mask.inside, sphere(series).mask.inside)
    assert found.mask.inside.sum() > 200


def test_the_circles_of_a_sphere_have_its_area_on_each_slice(
    series: Series, tmp_path: Path
) -> None:
    write_rtstruct(series, [sphere(series)], "Ito", tmp_path / "rs.dcm")
    (roi,) = dcmread(tmp_path / "rs.dcm").ROIContourSequence
    assert len(roi.ContourSequence) == 6
    for contour in roi.ContourSequence:
        x, y, z = np.array(contour.ContourData, dtype=float).reshape(-1, 3).T
        area = abs((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()) / 2
        expected = np.pi * (SPHERE.radius_mm**2 - (z[0] - SPHERE.centre_mm[2]) ** 2)
        assert area == pytest.approx(expected, rel=1e-4)
        assert np.ptp(z) == 0


@pytest.mark.parametrize("density", [0.1, 0.5, 0.9, 1.0])
def test_any_mask_reads_back_voxel_for_voxel(
    series: Series, tmp_path: Path, density: float
) -> None:
    inside = np.random.default_rng(3).random(SHAPE) < density
    write_rtstruct(series, [mask(series, inside)], "Ito", tmp_path / "rs.dcm")
    (found,) = read_rtstruct(tmp_path / "rs.dcm", series).masks
    assert np.array_equal(found.mask.inside, inside)


def test_each_contour_names_the_slice_it_lies_on(series: Series, tmp_path: Path) -> None:
    write_rtstruct(series, [sphere(series)], "Ito", tmp_path / "rs.dcm")
    table = series.slices
    assert table is not None
    for contour in dcmread(tmp_path / "rs.dcm").ROIContourSequence[0].ContourSequence:
        uid = contour.ContourImageSequence[0].ReferencedSOPInstanceUID
        z = grid(series).to_patient((table.sop_uids.index(uid), 0, 0))[2]
        assert float(contour.ContourData[2]) == pytest.approx(z)


def test_names_colours_and_kinds_are_kept(series: Series, tmp_path: Path) -> None:
    contour = Isocontour(SPHERE, Threshold(ThresholdRule.PERCENT_OF_MAX, 0.41))
    grown = replace(sphere(series), voi=replace(sphere(series).voi, shape=contour, name="肝臓"))
    everything = mask(series, np.ones(SHAPE, dtype=np.bool_))
    write_rtstruct(series, [sphere(series), grown, everything], "伊藤", tmp_path / "rs.dcm")
    document = dcmread(tmp_path / "rs.dcm")
    assert [
        (roi.ROIName, roi.ROIDescription, roi.ROIGenerationAlgorithm)
        for roi in document.StructureSetROISequence
    ] == [
        ("Leber", "Sphere of 3 mL", "MANUAL"),
        ("肝臓", "Isocontour, percent of SUVmax 0.41", "SEMIAUTOMATIC"),
        ("GTV", "GTV.nii.gz", ""),
    ]
    assert list(document.ROIContourSequence[0].ROIDisplayColor) == [0x10, 0x20, 0x30]


def test_dciodvfy_finds_no_error(series: Series, tmp_path: Path) -> None:
    inside = np.random.default_rng(3).random(SHAPE) < 0.5
    write_rtstruct(series, [sphere(series), mask(series, inside)], "Ito", tmp_path / "rs.dcm")
    assert dciodvfy_errors(tmp_path / "rs.dcm") == []


# -- structure sets of others ----------------------------------------------------------------------


@pytest.mark.parametrize(("patient", "voxels"), [("STS_001", 5095), ("STS_002", 555)])
def test_published_contours_hold_the_published_number_of_voxels(
    shared_data: Path, patient: str, voxels: int
) -> None:
    folder = shared_data / "sarcoma" / patient
    pet = scan([folder / "PET" / "image"]).studies[0].series[0]
    (found,) = read_rtstruct(folder / "PET" / "mask" / "RS.dcm", pet).masks
    assert found.mask.inside.sum() == voxels


# -- structure sets as other programs write them ---------------------------------------------------


def square(x: float, y: float, side: float, z: float) -> np.ndarray:
    """Corners (LPS mm) of a square around voxel centres, each voxel 2 mm, `side` mm long."""
    return np.array([[x, y, z], [x + side, y, z], [x + side, y + side, z], [x, y + side, z]])


GOOD = [square(-91, -91, 8, 50 + 3 * k) for k in (3, 4, 5)]
"""16 voxels on each of three slices"""


def structure_set(
    path: Path,
    series: Series,
    rois: dict[str, list[np.ndarray]],
    edit: Callable[[Dataset], None] = lambda document: None,
    kind: str = "CLOSED_PLANAR",
    decimals: int = 3,
) -> Path:
    """Contours by the names of their regions, in the frame of reference of `series`."""
    document = Dataset()
    document.SOPClassUID = RTStructureSetStorage
    document.SOPInstanceUID = generate_uid()
    document.Modality = "RTSTRUCT"
    document.FrameOfReferenceUID = series.frame_of_reference_uid
    document.StructureSetROISequence = []
    document.ROIContourSequence = []
    for number, (name, loops) in enumerate(rois.items(), start=1):
        listed, drawn = Dataset(), Dataset()
        listed.ROINumber = drawn.ReferencedROINumber = number
        listed.ROIName = name
        listed.ReferencedFrameOfReferenceUID = series.frame_of_reference_uid
        drawn.ContourSequence = []
        for loop in loops:
            contour = Dataset()
            contour.ContourGeometricType = kind
            contour.ContourData = [f"{value:.{decimals}f}" for value in loop.ravel()]
            contour.NumberOfContourPoints = len(loop)
            drawn.ContourSequence.append(contour)
        document.StructureSetROISequence.append(listed)
        document.ROIContourSequence.append(drawn)
    edit(document)
    document.file_meta = FileMetaDataset()
    document.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    document.file_meta.MediaStorageSOPClassUID = RTStructureSetStorage
    document.file_meta.MediaStorageSOPInstanceUID = document.SOPInstanceUID
    with lenient():  # some are not as they should be
        document.save_as(path, enforce_file_format=True)
    return path


def read(path: Path, series: Series) -> tuple[dict[str, int], str]:
    """(voxels of each region, everything that was said)."""
    found = read_rtstruct(path, series)
    said = [*found.warnings, *(text for one in found.masks for text in one.mask.warnings)]
    return {one.name: int(one.mask.inside.sum()) for one in found.masks}, " ".join(said)


def test_contours_through_the_centres_of_border_voxels_hold_them(
    series: Series, tmp_path: Path
) -> None:
    # Written by programs that trace a mask's border voxels (qurit/rt-utils#86).
    loops = [square(-90, -90, 6, 50 + 3 * k) for k in (3, 4)]
    path = structure_set(tmp_path / "rs.dcm", series, {"rim": loops})
    assert read(path, series) == ({"rim": 2 * 16}, "")


@pytest.mark.parametrize(("decimals", "voxels"), [(1, 16), (2, 16), (3, 4)])
def test_a_path_is_as_wide_as_the_rounding_of_its_coordinates(
    series: Series, tmp_path: Path, decimals: int, voxels: int
) -> None:
    loop = square(-89.996, -89.996, 5.992, 59)
    path = structure_set(tmp_path / "rs.dcm", series, {"rim": [loop]}, decimals=decimals)
    assert read(path, series)[0] == {"rim": voxels}


def test_points_and_open_lines_are_no_regions_and_are_named(series: Series, tmp_path: Path) -> None:
    path = structure_set(tmp_path / "rs.dcm", series, {"marker": GOOD}, kind="POINT")
    found, said = read(path, series)
    assert found == {}
    assert '"marker" was left out: it has no closed contour, only POINT' in said


@pytest.mark.parametrize(
    ("height", "count", "voxels", "sentence"),
    [
        (lambda k: 59 + 1.5 * k, 5, 3 * 16, "are not on the image's slices of 3 mm"),
        (lambda k: 59 + 3 * k + 1.05, 3, 3 * 16, "are not on the image's slices"),
        (lambda k: 59 + 3 * k + 0.15, 3, 3 * 16, ""),
        (lambda k: 57.5 + 5 * k, 4, 7 * 16, "5 mm thick, are not on the image's slices"),
        (lambda k: 59 + 6 * k, 3, 6 * 16, "6 mm thick, are on some of the image's slices of 3 mm"),
    ],
    ids=["finer", "a third of a slice off", "a twentieth off", "coarser", "twice as thick"],
)
def test_contours_of_other_slices_fill_the_slabs_they_stand_for(
    series: Series,
    tmp_path: Path,
    height: Callable[[int], float],
    count: int,
    voxels: int,
    sentence: str,
) -> None:
    # CT contours on a PET (qurit/rt-utils#17, e0404/matRad#910)
    loops = [square(-91, -91, 8, height(k)) for k in range(count)]
    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": loops})
    found, said = read(path, series)
    assert found == {"lesion": voxels}
    assert sentence in said
    assert bool(sentence) == bool(said)


def test_the_written_thickness_of_a_contour_is_used(series: Series, tmp_path: Path) -> None:
    def thick(document: Dataset) -> None:
        document.ROIContourSequence[0].ContourSequence[0].ContourSlabThickness = "9"

    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": GOOD[:1]}, thick)
    assert read(path, series)[0] == {"lesion": 3 * 16}


def test_slices_left_out_inside_a_lesion_are_filled_and_reported(
    series: Series, tmp_path: Path
) -> None:
    # SlicerRt/SlicerRT#334
    loops = [square(-91, -91, 8, 50 + 3 * k) for k in (1, 2, 3, 6, 7)]
    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": loops})
    found, said = read(path, series)
    assert found == {"lesion": 7 * 16}
    assert said == "No contours between S 59.0 and 68.0 mm: the gap was filled from both sides."


def test_a_region_between_two_slices_is_taken_on_the_nearest_and_says_so(
    series: Series, tmp_path: Path
) -> None:
    fine = [square(-91, -91, 8, 60 + 0.25 * k) for k in range(3)]
    path = structure_set(tmp_path / "rs.dcm", series, {"small": fine})
    found, said = read(path, series)
    assert found == {"small": 16}
    assert "between two slices of the image; the nearest slice was taken" in said


def drop_listed(document: Dataset) -> None:
    document.StructureSetROISequence = [document.StructureSetROISequence[0]]


def move_elsewhere(document: Dataset) -> None:
    document.StructureSetROISequence[1].ReferencedFrameOfReferenceUID = generate_uid()


def damage(document: Dataset) -> None:
    document.ROIContourSequence[1].ContourSequence[0].ContourData = ["1", "2"]


def thick_as_a_word(document: Dataset) -> None:
    contour = document.ROIContourSequence[1].ContourSequence[0]
    contour[0x30060044] = as_written(0x30060044, "DS", b"NaN ")


def empty(document: Dataset) -> None:
    document.ROIContourSequence[1].ContourSequence = []


def tilt(document: Dataset) -> None:
    loop = square(-91, -91, 8, 59)
    loop[2:, 2] += 3
    document.ROIContourSequence[1].ContourSequence[0].ContourData = [*map(str, loop.ravel())]


def number_twice(document: Dataset) -> None:
    twin = deepcopy(document.StructureSetROISequence[1])
    twin.ROIName = "its twin"
    document.StructureSetROISequence.append(twin)


def number_by_name(document: Dataset) -> None:
    replaced = document.StructureSetROISequence[1]
    replaced[0x30060022] = as_written(0x30060022, "IS", b"two ")
    del document.ROIContourSequence[1].ReferencedROINumber


def no_number(document: Dataset) -> None:
    del document.ROIContourSequence[1].ReferencedROINumber


def far_away(document: Dataset) -> None:
    for contour, loop in zip(document.ROIContourSequence[1].ContourSequence, GOOD, strict=True):
        contour.ContourData = [*map(str, (loop + np.array([0, 0, 900])).ravel())]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (drop_listed, '"ROI 2" was left out: it has contours but is not listed'),
        (move_elsewhere, '"other" was left out: it was drawn in another frame of reference'),
        (damage, '"other" was left out: it is damaged'),
        (thick_as_a_word, '"other" was left out: the thickness of a contour is not a number'),
        (empty, 'without contours: "other"'),
        (tilt, '"other" was left out: its contours are not parallel'),
        (number_twice, '"its twin" was left out: its number, 2, is also that of another region'),
        (number_by_name, '"other" was left out: it has no number, so it is unknown which contours'),
        (no_number, '"ROI" was left out: it has no number, so it is unknown which region'),
        (far_away, '"other" was left out: it is outside the image'),
    ],
)
def test_one_region_that_cannot_be_used_is_named_and_the_others_are_read(
    series: Series, tmp_path: Path, spoil: Callable[[Dataset], None], sentence: str
) -> None:
    # dicompyler/dicompyler-core#22, pyplati/platipy#143, OHIF/Viewers#1897
    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": GOOD, "other": GOOD}, spoil)
    found, said = read(path, series)
    assert found == {"lesion": 48}
    assert sentence in said


@pytest.mark.parametrize("ending", ["", "\\", " \\"])
@pytest.mark.parametrize("written", ["{:.3f}", " {:+.3f}", "{:.6e}", "\r\n{:.3f}"])
def test_coordinates_are_read_however_they_are_written(
    series: Series, tmp_path: Path, written: str, ending: str
) -> None:
    def rewrite(document: Dataset) -> None:
        for contour, loop in zip(document.ROIContourSequence[0].ContourSequence, GOOD, strict=True):
            text = "\\".join(written.format(value) for value in loop.ravel()) + ending
            contour[0x30060050] = as_written(0x30060050, "DS", text.encode())

    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": GOOD}, rewrite)
    assert read(path, series) == ({"lesion": 48}, "")


@pytest.mark.parametrize("kind", ["closed_planar", "Closed_Planar"])
def test_the_type_of_a_contour_in_small_letters_is_read(
    series: Series, tmp_path: Path, kind: str
) -> None:
    def rewrite(document: Dataset) -> None:
        for contour in document.ROIContourSequence[0].ContourSequence:
            contour[0x30060042] = as_written(0x30060042, "CS", kind.encode())

    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": GOOD}, rewrite)
    assert read(path, series) == ({"lesion": 48}, "")


@pytest.mark.parametrize("charset", [None, "ISO_IR 100", "ISO_IR 192"])
def test_a_name_in_utf_8_is_read_whatever_the_file_calls_it(
    series: Series, tmp_path: Path, charset: str | None
) -> None:
    def rename(document: Dataset) -> None:
        document.SpecificCharacterSet = charset or ""
        name = as_written(0x30060026, "LO", "Läsion 肺".encode())
        document.StructureSetROISequence[0][0x30060026] = name

    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": GOOD}, rename)
    assert read(path, series) == ({"Läsion 肺": 48}, "")


def test_a_thickness_counts_without_its_sign(series: Series, tmp_path: Path) -> None:
    def turned(document: Dataset) -> None:
        for contour in document.ROIContourSequence[0].ContourSequence:
            contour.ContourSlabThickness = "-3"

    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": GOOD}, turned)
    assert read(path, series) == ({"lesion": 48}, "")


def test_a_structure_set_without_preamble_is_read(series: Series, tmp_path: Path) -> None:
    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": GOOD})
    document = dcmread(path)
    bare = tmp_path / "bare.dcm"
    dcmwrite(bare, Dataset(document), implicit_vr=True, little_endian=True)
    (found,) = read_masks(bare, series).masks
    assert found.mask.inside.sum() == 48


def without_own_frame(document: Dataset) -> None:
    del document.StructureSetROISequence[0].ReferencedFrameOfReferenceUID


def frame_in_the_sequence(document: Dataset) -> None:
    without_own_frame(document)
    item = Dataset()
    item.FrameOfReferenceUID = document.FrameOfReferenceUID
    document.ReferencedFrameOfReferenceSequence = [item]
    del document.FrameOfReferenceUID


@pytest.mark.parametrize("edit", [without_own_frame, frame_in_the_sequence])
def test_a_region_without_a_frame_of_its_own_has_that_of_the_file(
    series: Series, tmp_path: Path, edit: Callable[[Dataset], None]
) -> None:
    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": GOOD}, edit)
    assert read(path, series) == ({"lesion": 48}, "")


def test_contours_that_name_the_slices_of_the_image_belong_to_it(
    series: Series, tmp_path: Path
) -> None:
    """De-identified files have other frames of reference than their images."""
    write_rtstruct(series, [sphere(series)], "Ito", tmp_path / "rs.dcm")
    elsewhere = replace(series, frame_of_reference_uid="1.2.3")
    (found,) = read_rtstruct(tmp_path / "rs.dcm", elsewhere).masks
    assert "another frame of reference" in found.mask.warnings[0]


def test_contours_that_leave_the_image_sideways_say_so(series: Series, tmp_path: Path) -> None:
    loops = [square(-75, -91, 20, 59)]
    path = structure_set(tmp_path / "rs.dcm", series, {"lesion": loops})
    found, said = read(path, series)
    assert found == {"lesion": 3 * 10}
    assert "extend beyond the image's edge" in said


# -- what is refused -------------------------------------------------------------------------------


def test_nothing_cannot_be_written(series: Series, tmp_path: Path) -> None:
    with pytest.raises(StationError, match="no VOI to write"):
        write_rtstruct(series, [], "Ito", tmp_path / "rs.dcm")


def test_a_mask_on_another_grid_is_refused(series: Series, tmp_path: Path) -> None:
    other = Geometry(SHAPE, np.diag([3.0, 2.0, 2.0, 1.0]))
    stray = replace(sphere(series), mask=Mask(np.ones(SHAPE, dtype=np.bool_), other))
    with pytest.raises(StationError, match="not outlined on the grid"):
        write_rtstruct(series, [stray], "Ito", tmp_path / "rs.dcm")


def test_a_voi_without_a_voxel_is_refused(series: Series, tmp_path: Path) -> None:
    with pytest.raises(StationError, match="contains no voxel"):
        write_rtstruct(
            series, [mask(series, np.zeros(SHAPE, dtype=np.bool_))], "Ito", tmp_path / "rs.dcm"
        )


def test_contours_beside_the_image_are_counted(series: Series, tmp_path: Path) -> None:
    write_rtstruct(series, [sphere(series)], "Ito", tmp_path / "rs.dcm")
    cropped = replace(series, geometry=Geometry((6, 16, 16), grid(series).affine))
    (found,) = read_rtstruct(tmp_path / "rs.dcm", cropped).masks
    assert found.mask.warnings == (
        "3 of the 6 planes with its contours are outside the image and were left out.",
    )


def test_an_image_is_no_structure_set(series: Series) -> None:
    assert series.slices is not None
    with pytest.raises(DicomError, match="not an RT Structure Set but Positron"):
        read_rtstruct(Path(series.slices.paths[0]), series)
