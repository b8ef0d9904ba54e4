"""What finder and grader say of images that no simulator made: facts that people know of them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage

from station.lab.known_images import KnownImage, known_images, loaded
from station.pet.filters import gaussian
from station.pet.volume import Volume
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
    shared_data: Path,
) -> None:
    image = next(one for one in known_images(LIST, shared_data) if one.grades)
    pet = loaded(image)[1].pet.volume
    itself = p_good(pet)
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
