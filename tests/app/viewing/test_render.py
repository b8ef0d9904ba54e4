"""What a pane draws: the same millimetres in every pane, and colours that say the value."""

from dataclasses import replace

import numpy as np
import pytest

from station.app.state import Column, DisplayRange, Kind, Plane, Slot, State, View
from station.app.viewing.display import outside_colour
from station.app.viewing.planes import Frame, frame_of, projection_volume
from station.app.viewing.render import (
    DIFFERENCE_OUTSIDE,
    Painter,
    difference_pair,
    difference_refusal,
    paint_projection,
)
from station.pet.colormaps import difference_table, table
from station.pet.loaded import LoadedImage
from station.pet.mip import front_mip
from station.pet.study import Role
from station.pet.volume import Geometry, Unit
from tests.app.showing import showing
from tests.made_up.images import ct_image, grid, series, suv_image

C = Column(Kind.IMAGE, Slot.CONVENTIONAL, 0)
DL = Column(Kind.IMAGE, Slot.DENOISED, 1)
CT = Column(Kind.IMAGE, Slot.CT, 2)
FUSED = Column(Kind.FUSED, Slot.CONVENTIONAL, 0)
DIFFERENCE = Column(Kind.DIFFERENCE, Slot.DENOISED, 2)


def painted(state: State, column: Column, frame: Frame) -> np.ndarray:
    pixels = Painter().paint(state, column, frame)
    assert pixels is not None
    return pixels


def pet(voxels, uid: str = "1", role: Role = Role.CONVENTIONAL, **more) -> LoadedImage:
    geometry = more.pop("geometry", None) or grid(np.shape(voxels))
    unit = more.pop("unit", Unit.SUV_BW)
    return suv_image(voxels, series(uid, role, geometry=geometry, **more), unit)


def constant(value: float, uid: str = "1", role: Role = Role.CONVENTIONAL, **more) -> LoadedImage:
    return pet(np.full((8, 10, 12), value), uid, role, **more)


def native(geometry: Geometry, plane: Plane = Plane.AXIAL, at: int = 0) -> Frame:
    """An axial frame whose pixels are the voxels of a slice of a square grid."""
    x, y, z = geometry.to_patient((at, 0, 0))
    return Frame(plane, (x, y, z), geometry.spacing_mm[2], geometry.shape[1], geometry.shape[2])


WIDE = frame_of(
    Plane.AXIAL, View((11.0, 9.0, 9.0)), ((-20.0, -20.0, 0.0), (40.0, 40.0, 21.0)), 60, 60
)
"""It reaches beyond the grid on all sides."""


# --- One image ----------------------------------------------------------------------------------


def test_values_spread_over_the_colours_of_the_table():
    voxels = np.array([[[-1.0, 0.0, 3.5, 6.99, 7.0, 100.0]]])
    image = pet(voxels)
    row = painted(showing(image, smooth=False, inverse=False), C, native(image.volume.geometry))[0]
    assert [int(pixel) & 0xFF for pixel in row] == [0, 0, 128, 255, 255, 255]


def test_inverse_grey_shows_the_hottest_black():
    image = pet([[[0.0, 7.0]]])
    row = painted(showing(image), C, native(image.volume.geometry))[0]
    assert [hex(pixel) for pixel in row] == ["0xffffffff", "0xff000000"]


def test_outside_the_grid_and_where_nothing_was_stored_there_is_no_colour_of_a_value():
    voxels = np.full((8, 10, 12), 3.0, np.float32)
    voxels[:, 4, :] = np.nan
    state = showing(pet(voxels), smooth=False)
    pixels = painted(state, C, WIDE)
    outside = outside_colour(table("grey", inverse=True))
    assert pixels[0, 0] == outside
    column, row = (round(v) for v in WIDE.to_pixel((11.0, 8.0, 9.0)))
    assert pixels[row, column] == outside
    assert outside not in table("grey", inverse=True)[[0, 109, 110]]
    column, row = (round(v) for v in WIDE.to_pixel((11.0, 12.0, 9.0)))
    assert pixels[row, column] != outside


def test_smoothing_mixes_values_and_never_colours():
    """Half-way between SUV 0 (black) and SUV 7 (red) the rainbow shows SUV 3.5: no dark red."""
    image = pet([[[0.0, 7.0]]])
    state = showing(image, colormap="rainbow", inverse=False, smooth=True)
    frame = Frame(Plane.AXIAL, (0.0, 0.0, 0.0), 1.0, 1, 3)
    left, middle, right = painted(state, C, frame)[0]
    colours = table("rainbow")
    assert (left, middle, right) == (colours[0], colours[128], colours[255])
    assert middle >> 16 & 0xFF < 0x40, "no half of the red"


def test_without_smoothing_every_pixel_is_a_voxel():
    rng = np.random.default_rng(1)
    image = pet(rng.uniform(0, 7, (8, 10, 12)))
    frame = Frame(Plane.AXIAL, (0.0, 0.0, 9.0), 0.4, 45, 55)
    pixels = painted(showing(image, smooth=False, inverse=False), C, frame)
    shown = {int(pixel) & 0xFF for pixel in pixels.reshape(-1)}
    voxels = np.minimum(image.volume.voxels[3] / 7 * 256, 255).astype(int)
    assert shown <= set(voxels.reshape(-1).tolist())


def test_there_is_nothing_to_paint_without_an_image():
    for column in (C, DL, CT, FUSED, DIFFERENCE):
        assert Painter().paint(State(), column, WIDE) is None


def test_a_painter_paints_panes_of_any_size_one_after_another():
    painter = Painter()
    state = showing(
        constant(3.0), constant(3.0, "2", Role.DENOISED), ct_image(np.zeros((8, 10, 12)))
    )
    for rows, columns in ((60, 60), (30, 70), (60, 60)):
        for column in (C, FUSED, DIFFERENCE, CT):
            frame = replace(WIDE, rows=rows, columns=columns)
            pixels = painter.paint(state, column, frame)
            assert pixels is not None
            assert pixels.shape == (rows, columns)
            np.testing.assert_array_equal(pixels, painted(state, column, frame))


# --- Linked panes -------------------------------------------------------------------------------

FINE = grid((21, 30, 36), (1.0, 1.0, 1.0), (-6.0, -5.0, 0.0))
COARSE = grid((8, 10, 12), (3.0, 2.0, 2.0), (1.0, -1.0, -1.0))
HOT_MM = np.array([9.0, 7.0, 8.0])


def warm_spot(geometry: Geometry) -> np.ndarray:
    """A warm sphere about HOT_MM, sampled on a grid."""
    index = np.moveaxis(np.indices(geometry.shape), 0, -1)
    distance = np.linalg.norm(geometry.to_patient(index) - HOT_MM, axis=-1)
    return 6.0 * np.exp(-((distance / 5.0) ** 2))


@pytest.mark.parametrize("plane", Plane)
def test_panes_on_different_grids_show_the_same_millimetres(plane: Plane):
    state = showing(
        pet(warm_spot(FINE), geometry=FINE),
        pet(warm_spot(COARSE), "2", Role.DENOISED, geometry=COARSE),
        inverse=False,
    )
    frame = frame_of(plane, View((9.0, 7.0, 8.0)), ((0.0, -1.0, 0.0), (20.0, 16.0, 19.0)), 90, 90)
    centres = []
    for column in (C, DL):
        level = (painted(state, column, frame) & 0xFF).astype(float)
        level[level < 60] = 0
        rows, columns = np.indices(level.shape)
        at = (columns * level).sum() / level.sum(), (rows * level).sum() / level.sum()
        centres.append(np.array(at) * frame.mm_per_pixel)
    assert np.abs(centres[0] - centres[1]).max() < 0.5, "mm; a quarter of a coarse voxel"
    expected = np.array(frame.to_pixel(HOT_MM)) * frame.mm_per_pixel
    assert np.abs(centres[0] - expected).max() < 0.5


# --- Fusion -------------------------------------------------------------------------------------


def fusable(**fields) -> State:
    rng = np.random.default_rng(2)
    ct = ct_image(rng.integers(-1000, 1000, (8, 10, 12)), series("ct", Role.CT, geometry=grid()))
    return showing(pet(rng.uniform(0, 7, (8, 10, 12))), ct=ct, fusion=True, **fields)


def test_blend_0_is_the_ct_exactly():
    state = fusable(blend=0.0)
    np.testing.assert_array_equal(painted(state, FUSED, WIDE), painted(state, CT, WIDE))


def test_blend_1_is_the_pet_in_hot_iron_exactly():
    state = fusable(blend=1.0)
    hot = replace(state, colormap="hot-iron", inverse=False)
    np.testing.assert_array_equal(painted(state, FUSED, WIDE), painted(hot, C, WIDE))


def test_blend_one_half_is_the_mean_of_both_in_every_channel():
    state = fusable(blend=0.5)
    hot = painted(replace(state, blend=1.0), FUSED, WIDE)
    ct = painted(state, CT, WIDE)
    fused = painted(state, FUSED, WIDE)
    for shift in (16, 8, 0):
        channel = [(pixels >> shift & 0xFF).astype(int) for pixels in (hot, ct, fused)]
        np.testing.assert_array_equal((channel[0] + channel[1]) // 2, channel[2])
    assert ((fused >> 24) == 0xFF).all()


def test_fusion_that_is_refused_shows_the_pet_alone():
    state = fusable(blend=0.5)
    foreign = replace(state.images["ct"], series=series("ct", Role.CT, frame="other"))
    refused = replace(state, images=state.images.with_("ct", foreign))
    np.testing.assert_array_equal(painted(refused, FUSED, WIDE), painted(refused, C, WIDE))


# --- Difference ---------------------------------------------------------------------------------


def difference(conventional: float, denoised: float) -> int:
    """The colour where SUV is `conventional` in one image and `denoised` in the other."""
    state = showing(constant(conventional), constant(denoised, "2", Role.DENOISED))
    return int(painted(state, DIFFERENCE, WIDE)[30, 30])


def red_minus_blue(colour: int) -> int:
    return (colour >> 16 & 0xFF) - (colour & 0xFF)


def test_where_the_dl_image_is_higher_the_difference_is_red_where_lower_blue():
    assert red_minus_blue(difference(2.0, 3.0)) > 50
    assert red_minus_blue(difference(3.0, 2.0)) < -50


def test_where_both_agree_the_difference_is_white():
    assert difference(2.5, 2.5) == difference_table()[128]


def test_a_difference_beyond_the_window_has_its_end_colour():
    colours = difference_table()
    assert difference(0.0, 9.0) == colours[-1]
    assert difference(9.0, 0.0) == colours[0]


def test_the_difference_window_spreads_the_colours():
    state = showing(constant(2.0), constant(3.0, "2", Role.DENOISED))
    wide = replace(state, difference_window=DisplayRange(-10.0, 10.0))
    narrow = replace(state, difference_window=DisplayRange(-1.5, 1.5))
    strength = [red_minus_blue(int(painted(s, DIFFERENCE, WIDE)[30, 30])) for s in (wide, narrow)]
    assert strength[0] < strength[1]


def test_there_is_no_difference_where_one_image_has_nothing():
    small = constant(3.0, "2", Role.DENOISED, geometry=grid(origin_mm=(10.0, 0.0, 0.0)))
    pixels = painted(showing(constant(3.0), small), DIFFERENCE, WIDE)
    column, row = (round(v) for v in WIDE.to_pixel((4.0, 9.0, 9.0)))
    assert pixels[row, column] == DIFFERENCE_OUTSIDE
    column, row = (round(v) for v in WIDE.to_pixel((16.0, 9.0, 9.0)))
    assert pixels[row, column] != DIFFERENCE_OUTSIDE


def test_images_of_different_frames_of_reference_are_not_subtracted():
    conventional, denoised = constant(1.0), constant(2.0, "2", Role.DENOISED, frame="other")
    assert "different frames of reference" in (difference_refusal(conventional, denoised) or "")
    state = showing(conventional, denoised)
    assert difference_pair(state) is None
    assert Painter().paint(state, DIFFERENCE, WIDE) is None


def test_images_of_different_units_are_not_subtracted():
    conventional = constant(1.0)
    denoised = constant(2.0, "2", Role.DENOISED, unit=Unit.BQ_PER_ML)
    assert difference_refusal(conventional, denoised) == (
        "One image is in SUVbw, the other in Bq/mL: they cannot be subtracted."
    )


# --- MIP ----------------------------------------------------------------------------------------


def test_a_mip_is_painted_in_the_window_and_colours_of_its_image():
    voxels = np.zeros((8, 10, 12))
    voxels[4, 5, 6] = 7.0
    image = pet(voxels)
    state = showing(image, smooth=False)
    frame = Frame(Plane.CORONAL, (-20.0, 0.0, 20.0), 1.0, 41, 41)
    pixels = np.empty((41, 41), np.uint32)
    projection = projection_volume(front_mip(image.volume), 0)
    paint_projection(state, image, projection, frame, pixels)
    assert pixels.min() == 0xFF000000, "the hot voxel is black in inverse grey"
    assert pixels[20, 20] != outside_colour(table("grey", inverse=True))
    assert pixels[0, 0] == outside_colour(table("grey", inverse=True))
