"""What finder and grader say of images that no simulator made: facts that people know of them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage

from station.lab.known_images import KnownImage, known_images, loaded
from station.pet.filters import gaussian
from station.pet.volume import Geometry, Volume
from station.quality.grader import shipped_grader
from station.quality.landmarks import Landmarks, find_landmarks
from station.quality.measures.every import measured
from station.quality.measures.scene import Scene
from station.quality.organs import Tissue

pytestmark = pytest.mark.simulated

LIST = Path(__file__).parent.parent / "real_images.toml"
KNOWN = {image.title: image for image in known_images(LIST, Path())}


def found_in(image: KnownImage, folder: Path) -> Landmarks:
    there = next(one for one in known_images(LIST, folder) if one.title == image.title)
    images = loaded(there)[1]
    return find_landmarks(images.pet.volume, None if images.ct is None else images.ct.volume)


@pytest.mark.parametrize("image", KNOWN.values(), ids=KNOWN)
def test_no_real_patient_is_called_turned(image: KnownImage, shared_data: Path) -> None:
    found = found_in(image, shared_data)
    assert not found.mirrored
    assert not found.upside_down


@pytest.mark.parametrize("image", KNOWN.values(), ids=KNOWN)
def test_the_livers_sphere_is_in_the_liver_or_is_not_put(
    image: KnownImage, shared_data: Path
) -> None:
    liver = found_in(image, shared_data).liver
    if image.liver_mm is None:
        assert liver is None
    else:
        assert liver is not None
        assert image.in_liver(liver.sphere.centre_mm)


def test_organs_of_a_whole_real_body_are_where_they_are(shared_data: Path) -> None:
    """The places are those of the data's README."""
    whole = next(image for image in KNOWN.values() if image.grades)
    organs = found_in(whole, shared_data).organs

    def middle(tissue: Tissue) -> tuple[float, float, float]:
        x, y, z = organs.geometry.to_patient(_mean_index(organs.mask(tissue))).tolist()
        return x, y, z

    x, y, z = middle(Tissue.HEART)
    assert abs(x - 40) < 50
    assert abs(z + 290) < 60
    x, y, z = middle(Tissue.BLADDER)
    assert max(abs(x - 20), abs(y - 20), abs(z + 675)) < 40
    assert middle(Tissue.LIVER)[0] < -20
    assert 800 < organs.volume_ml(Tissue.LIVER) < 2800
    assert 1000 < organs.volume_ml(Tissue.LUNGS) < 6000


def _mean_index(mask):
    return np.argwhere(mask).mean(axis=0)


@pytest.fixture(scope="module")
def real(shared_data: Path) -> tuple[Volume, float]:
    """The PET of the whole real body, and how probably the shipped grader calls it Good."""
    image = next(image for image in known_images(LIST, shared_data) if image.grades)
    pet = loaded(image)[1].pet.volume
    return pet, p_good(pet)


# --- degraded copies ----------------------------------------------------------------------------

LIVER_SUV, LIVER_COV, NOISE_MM = 1.9, 0.16, 7.0
"""Of the whole real body, from the data's README; the width of its filter"""


def p_good(pet: Volume) -> float:
    """What the shipped grader says of an image without a CT."""
    found = find_landmarks(pet, None)
    values = measured(Scene(pet, found.view, found.organs))
    return shipped_grader().predict(values, with_ct=False).probability_good


def noisier(pet: Volume, cov: float) -> Volume:
    """With more noise, of the image's own texture: `cov` in the liver, its square as the uptake."""

    def smooth(image, width_mm: float):
        sigmas = [width_mm / 2.355 / step for step in pet.geometry.spacing_mm]
        return ndimage.gaussian_filter(image, sigmas)

    noise = smooth(
        np.random.default_rng(14).standard_normal(pet.shape).astype(np.float32), NOISE_MM
    )
    local = np.sqrt(np.maximum(smooth(pet.voxels, 10.0), 0) * LIVER_SUV)
    return replace(pet, voxels=np.maximum(pet.voxels + cov * local * noise / noise.std(), 0))


def moved(pet: Volume, mm: float) -> Volume:
    """Half of the time this far to the side; two halves have twice the variance of their mean."""
    there = ndimage.shift(pet.voxels, (0, 0, mm / pet.geometry.spacing_mm[2]), order=1)
    return noisier(replace(pet, voxels=(pet.voxels + there) / 2), LIVER_COV / 2**0.5)


def test_copies_of_a_real_patient_are_graded_in_the_order_of_what_was_done_to_them(
    real: tuple[Volume, float],
) -> None:
    pet, itself = real
    assert itself > 0.5
    # A filter as wide as the noise is worth it in this image; from there on it costs.
    for copies in (
        [noisier(pet, cov) for cov in (0.1, 0.2, 0.3)],
        [gaussian(pet, fwhm) for fwhm in (10.0, 20.0, 28.0)],
        [moved(pet, mm) for mm in (25.0, 40.0, 60.0)],
    ):
        said = [p_good(copy) for copy in copies]
        assert said == sorted(said, reverse=True)
        assert said[-1] < 0.25 < itself


# --- copies that are as good --------------------------------------------------------------------


def on_grid(pet: Volume, slice_mm: float, pixel_mm: float) -> Volume:
    """Interpolated, over the same field."""
    grid = pet.geometry
    wanted = np.array([slice_mm, pixel_mm, pixel_mm]) / grid.spacing_mm
    zoomed = ndimage.zoom(pet.voxels, 1 / wanted, order=1, grid_mode=True, mode="grid-constant")
    voxels = np.asarray(zoomed)
    steps = np.array(grid.shape) / voxels.shape  # in voxels of the image
    affine = np.array(grid.affine)
    affine[:3, :3] *= steps
    affine[:3, 3] = grid.to_patient((steps - 1) / 2)
    return replace(pet, voxels=voxels, geometry=_grid(voxels, affine))


def cut(pet: Volume, head_mm: float = 0.0, legs_mm: float = 0.0) -> Volume:
    step = pet.geometry.spacing_mm[0]
    first, last = round(legs_mm / step), pet.shape[0] - round(head_mm / step)
    affine = np.array(pet.geometry.affine)
    assert affine[2, 0] > 0, "from the feet up"
    affine[:3, 3] = pet.geometry.to_patient((first, 0, 0))
    voxels = pet.voxels[first:last]
    return replace(pet, voxels=voxels, geometry=_grid(voxels, affine))


def _grid(voxels: NDArray[Any], affine: NDArray[np.float64]) -> Geometry:
    slices, rows, columns = voxels.shape
    return Geometry((slices, rows, columns), affine)


@pytest.mark.parametrize(
    "copy",
    [
        lambda pet: replace(pet, voxels=3 * pet.voxels),
        lambda pet: on_grid(pet, 2.0, 4.7),
        lambda pet: on_grid(pet, 5.0, 3.0),
        lambda pet: on_grid(pet, 3.27, 0.86),
        lambda pet: cut(pet, head_mm=200),
        lambda pet: cut(pet, legs_mm=150),
    ],
    ids=["scaled", "thin slices", "thick slices", "700 × 700", "no head", "no legs"],
)
def test_a_real_patient_is_as_good_on_another_grid_and_in_part(
    real: tuple[Volume, float], copy
) -> None:
    pet, itself = real
    assert p_good(copy(pet)) > max(itself - 0.05, 0.5)
