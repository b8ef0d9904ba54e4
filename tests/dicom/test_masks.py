"""Masks from files of other programs, put on the grid of the image they are used on."""

import struct
from itertools import permutations, product
from pathlib import Path

import nibabel
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.dicom.derived import on_grid
from station.dicom.load import scan
from station.dicom.masks import read_masks
from station.errors import DicomError
from station.pet.study import Series
from station.pet.voi import Mask
from station.pet.volume import Geometry
from tests.dicom.synthetic import ramp, write_series

SHAPE = (4, 5, 6)
RAS_TO_LPS = np.diag([-1.0, -1.0, 1.0, 1.0])


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    """Four slices of 3 mm, 5×6 voxels of 2 mm."""
    folder = tmp_path_factory.mktemp("pet")
    write_series(folder, ramp(*SHAPE))
    return scan([folder]).studies[0].series[0]


def grid(series: Series) -> Geometry:
    assert series.geometry is not None
    return series.geometry


def some_voxels(shape: tuple[int, ...] = SHAPE) -> np.ndarray:
    return np.random.default_rng(1).random(shape) < 0.3


def write_nifti(
    path: Path, series: Series, values: np.ndarray, unit: str = "mm", factor: float = 1.0
) -> Path:
    """`values` (slices, rows, columns) on the series' grid, turned and in RAS as NIfTI has them."""
    affine = np.diag([factor, factor, factor, 1.0]) @ RAS_TO_LPS @ grid(series).affine
    image = nibabel.Nifti1Image(values.transpose(2, 1, 0), affine[:, [2, 1, 0, 3]])
    image.header.set_xyzt_units(unit)
    nibabel.save(image, path)
    return path


# -- NIfTI -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".nii", ".nii.gz"])
def test_a_nifti_mask_lies_where_it_was_drawn(series: Series, tmp_path: Path, ending: str) -> None:
    path = write_nifti(tmp_path / f"gtv{ending}", series, some_voxels().astype(np.uint8))
    (found,) = read_masks(path, series).masks
    assert found.name == "gtv"
    assert found.mask.geometry is grid(series)
    assert np.array_equal(found.mask.inside, some_voxels())


@pytest.mark.parametrize(("unit", "factor"), [("micron", 1000.0), ("meter", 0.001), ("unknown", 1)])
def test_the_unit_of_a_nifti_file_is_heeded(
    series: Series, tmp_path: Path, unit: str, factor: float
) -> None:
    values = some_voxels().astype(np.uint8)
    path = write_nifti(tmp_path / "gtv.nii", series, values, unit, factor)
    assert np.array_equal(read_masks(path, series).masks[0].mask.inside, some_voxels())


@pytest.mark.parametrize("shift_mm", [0.0, 5.0])
def test_two_positions_in_one_nifti_file_are_reported(
    series: Series, tmp_path: Path, shift_mm: float
) -> None:
    path = write_nifti(tmp_path / "gtv.nii", series, some_voxels().astype(np.uint8))
    written = nibabel.load(path)
    assert isinstance(written, nibabel.Nifti1Image)
    image = nibabel.Nifti1Image(written.get_fdata(dtype=np.float32), written.affine)
    moved = np.array(written.affine)
    moved[0, 3] += shift_mm
    image.set_qform(moved, 1)
    nibabel.save(image, path)
    found = read_masks(path, series)
    assert np.array_equal(found.masks[0].mask.inside, some_voxels())
    sentences = ["gtv.nii gives two positions in the patient, up to 5 mm apart"] * (shift_mm > 0)
    assert [warning[:59] for warning in found.warnings] == [s[:59] for s in sentences]


def test_a_qform_that_is_no_rotation_is_ignored(series: Series, tmp_path: Path) -> None:
    path = write_nifti(tmp_path / "gtv.nii", series, some_voxels().astype(np.uint8))
    header = bytearray(path.read_bytes())
    header[252:254] = (1).to_bytes(2, "little")
    header[256:268] = np.array([9, 9, 9], "<f4").tobytes()
    path.write_bytes(header)
    assert read_masks(path, series).warnings == ()


def test_each_label_is_a_mask_of_its_own(series: Series, tmp_path: Path) -> None:
    labels = np.random.default_rng(1).integers(0, 3, SHAPE).astype(np.int16) * 2
    found = read_masks(write_nifti(tmp_path / "organs.nii", series, labels), series).masks
    assert [one.name for one in found] == ["organs 2", "organs 4"]
    for one, label in zip(found, (2, 4), strict=True):
        assert np.array_equal(one.mask.inside, labels == label)


@pytest.mark.parametrize("value", [255, 0.00392, 0.9999999, 1.00000006, 1e-7])
@pytest.mark.parametrize("outside", [0.0, np.nan])
def test_one_value_above_zero_is_a_mask_of_any_size(
    series: Series, tmp_path: Path, value: float, outside: float
) -> None:
    # AIM-Harvard/pyradiomics#510
    values = np.where(some_voxels(), value, outside).astype(np.float32)
    (found,) = read_masks(write_nifti(tmp_path / "gtv.nii", series, values), series).masks
    assert found.name == "gtv"
    assert np.array_equal(found.mask.inside, some_voxels())


def test_labels_that_were_rounded_are_whole_numbers(series: Series, tmp_path: Path) -> None:
    labels = np.random.default_rng(1).integers(0, 3, SHAPE)
    rounded = labels + np.random.default_rng(2).uniform(-1e-4, 1e-4, SHAPE)
    path = write_nifti(tmp_path / "organs.nii", series, rounded.astype(np.float32))
    found = read_masks(path, series).masks
    assert [one.name for one in found] == ["organs 1", "organs 2"]
    for one, label in zip(found, (1, 2), strict=True):
        assert np.array_equal(one.mask.inside, labels == label)


def test_one_value_below_zero_is_left_out_and_named(series: Series, tmp_path: Path) -> None:
    values = some_voxels().astype(np.int16)
    values[0] = -1
    found = read_masks(write_nifti(tmp_path / "gtv.nii", series, values), series)
    assert np.array_equal(found.masks[0].mask.inside, values == 1)
    assert found.warnings == ("gtv.nii: the value -1 was left out: a label is above 0.",)


@pytest.mark.parametrize("patient", ["STS_001", "STS_002"])
def test_nifti_and_structure_set_of_one_tumour_are_the_same_voxels(
    shared_data: Path, patient: str
) -> None:
    folder = shared_data / "sarcoma" / patient
    pet = scan([folder / "PET" / "image"]).studies[0].series[0]
    (contours,) = read_masks(folder / "PET" / "mask" / "RS.dcm", pet).masks
    (voxels,) = read_masks(folder / "nifti" / "PET_mask.nii.gz", pet).masks
    assert voxels.mask.geometry.same_grid(contours.mask.geometry)
    assert np.array_equal(voxels.mask.inside, contours.mask.inside)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (some_voxels() * 0.5 + np.roll(some_voxels(), 1) * 0.25, "not labels"),
        (some_voxels() * -1.0, "not labels"),
        (np.where(some_voxels(), np.inf, 1.0), "not labels"),
        (np.full(SHAPE, np.nan), "not labels"),
        (np.zeros(SHAPE), "contains no mask"),
    ],
)
def test_an_image_or_nothing_is_no_mask(
    series: Series, tmp_path: Path, values: np.ndarray, sentence: str
) -> None:
    path = write_nifti(tmp_path / "x.nii", series, values.astype(np.float32))
    with pytest.raises(DicomError, match=sentence):
        read_masks(path, series)


def test_colours_and_complex_numbers_are_no_mask(series: Series, tmp_path: Path) -> None:
    colours = np.zeros(SHAPE, dtype=[("R", "u1"), ("G", "u1"), ("B", "u1")])
    for values in (colours, some_voxels().astype(np.complex64)):
        path = write_nifti(tmp_path / "x.nii", series, values)
        with pytest.raises(DicomError, match="not one number for each voxel"):
            read_masks(path, series)


@pytest.mark.parametrize("name", ["gtv.img", "GTV.NII", "GTV.NII.GZ"])
def test_a_mask_is_named_after_its_file_without_the_ending(
    series: Series, tmp_path: Path, name: str
) -> None:
    written = write_nifti(tmp_path / name.lower(), series, some_voxels().astype(np.uint8))
    (found,) = read_masks(written.rename(tmp_path / name), series).masks
    assert found.name == name.partition(".")[0]


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (42, struct.pack("<h", -5)),
        (280, struct.pack("<f", np.nan)),
        (292, struct.pack("<f", np.inf)),
    ],
)
def test_a_damaged_nifti_header_gives_a_sentence(
    series: Series, tmp_path: Path, at: int, written: bytes
) -> None:
    path = write_nifti(tmp_path / "x.nii", series, some_voxels().astype(np.uint8))
    content = bytearray(path.read_bytes())
    content[at : at + len(written)] = written
    path.write_bytes(content)
    with pytest.raises(DicomError, match="cannot be read as NIfTI"):
        read_masks(path, series)


def test_a_nifti_file_without_a_place_is_refused(series: Series, tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(np.ones(SHAPE, dtype=np.uint8), None)
    nibabel.save(image, tmp_path / "x.nii")
    with pytest.raises(DicomError, match="sform and qform are 0"):
        read_masks(tmp_path / "x.nii", series)


def test_several_volumes_in_one_file_are_refused(series: Series, tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(np.ones((*SHAPE, 2), dtype=np.uint8), np.eye(4))
    nibabel.save(image, tmp_path / "x.nii")
    with pytest.raises(DicomError, match="not one volume"):
        read_masks(tmp_path / "x.nii", series)


@pytest.mark.parametrize("name", ["x.nii", "x.nii.gz", "x.dcm", "none.nii", "none.dcm"])
def test_a_file_of_no_kind_gives_a_sentence(series: Series, tmp_path: Path, name: str) -> None:
    if name.startswith("x"):
        (tmp_path / name).write_bytes(b"neither one nor the other" * 50)
    with pytest.raises(DicomError, match=r"cannot be read as NIfTI|neither DICOM nor NIfTI"):
        read_masks(tmp_path / name, series)


# -- the image's own grid --------------------------------------------------------------------------

TURNS = [(order, flips) for order in permutations(range(3)) for flips in product((1, -1), repeat=3)]


@given(st.sampled_from(TURNS), st.tuples(*[st.integers(0, 2)] * 3))
def test_a_mask_on_the_images_voxels_gets_its_grid_however_its_axes_run(
    turn: tuple[tuple[int, ...], tuple[int, ...]], low: tuple[int, ...]
) -> None:
    order, flips = turn
    geometry = Geometry(
        SHAPE, np.array([[0, 0.2, 2, -7], [0.1, 2, 0, 3], [3, 0, 0, -9], [0, 0, 0, 1.0]])
    )
    inside = some_voxels()
    inside[: low[0]] = inside[:, : low[1]] = inside[:, :, : low[2]] = False
    # Cut the empty voxels off, turn the axes, flip some of them.
    cut = inside[low[0] :, low[1] :, low[2] :]
    turned = cut.transpose(order)[tuple(slice(None, None, flip) for flip in flips)]
    affine = np.eye(4)
    affine[:3, :3] = geometry.affine[:3, :3][:, order] * flips
    corner = np.array(low, dtype=float)
    for axis, (source, flip) in enumerate(zip(order, flips, strict=True)):
        corner[source] += (turned.shape[axis] - 1) * (flip < 0)
    affine[:3, 3] = geometry.to_patient(corner)
    found = on_grid(Mask(turned, Geometry(turned.shape, affine), "x"), geometry)
    assert found.geometry is geometry
    assert np.array_equal(found.inside, inside)


@pytest.mark.parametrize(
    "change",
    [
        np.diag([1.0, 1.0, 0.5, 1.0]),
        np.array([[1, 0, 0, 0.5], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]),
        np.array([[1, 0.1, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]),
        np.array([[1, 0, 0, 2.0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]),
    ],
    ids=["finer", "between the voxels", "sheared", "beyond the image"],
)
def test_another_mask_keeps_its_own_grid(change: np.ndarray) -> None:
    geometry = Geometry(SHAPE, np.diag([3.0, 2.0, 2.0, 1.0]))
    mask = Mask(np.ones(SHAPE, dtype=np.bool_), Geometry(SHAPE, geometry.affine @ change))
    assert on_grid(mask, geometry) is mask
