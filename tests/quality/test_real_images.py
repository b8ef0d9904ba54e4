"""What the finder says of images that no simulator made: facts that people know of them."""

from pathlib import Path

import pytest

from station.lab.known_images import KnownImage, known_images, loaded
from station.quality.landmarks import Landmarks, find_landmarks
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
    import numpy as np

    return np.argwhere(mask).mean(axis=0)
