"""Made-up phantoms of known geometry, and the two real images of one."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from station.dicom.load import scan
from station.errors import StationError
from station.operations.images import load_image
from station.pet.phantom.finding import FoundPhantom, find_phantom
from station.pet.volume import Geometry, Provenance, Unit, Volume
from tests.made_up.nema import DIAMETERS_MM, Nema

SHORT = Nema(spacing_mm=(4, 4, 4), ratio=4, fwhm_mm=8, noise=0.3)


def found_in(phantom: Nema) -> FoundPhantom:
    return find_phantom(phantom.volume(), "Series 1")


def refusal(phantom: Nema) -> str:
    with pytest.raises(StationError) as caught:
        found_in(phantom)
    return str(caught.value)


def errors_mm(found: FoundPhantom, phantom: Nema) -> NDArray[np.floating]:
    """Distance of each sphere from its true centre, largest sphere first."""
    return np.array(
        [
            np.linalg.norm(np.array(sphere.centre_mm) - phantom.centres_mm[sphere.diameter_mm])
            for sphere in found.spheres
        ]
    )


@pytest.mark.parametrize(
    "phantom",
    [
        Nema(),
        Nema(spacing_mm=(2.0, 2.0, 2.0), ratio=4, noise=0.08),
        Nema(spacing_mm=(5.0, 5.47, 5.47), fwhm_mm=7, noise=0.05),
        Nema(spacing_mm=(4.0, 4.0, 4.0), ratio=10, half_field_mm=(350, 350), noise=0.1),
        Nema(mirrored=True, turned_deg=200, noise=0.1),
        Nema(diameters_mm=(10.0, 37.0, 13.0, 28.0, 17.0, 22.0), noise=0.05),
        Nema(lung=False, noise=0.1),
        Nema(glass_mm=1.0, noise=0.05),
        Nema(tilt=(20, -15, 30), noise=0.05),
        Nema(tilt=(90, 0, 10), noise=0.05, half_field_mm=(175, 140), span_mm=(-160, 160)),
    ],
    ids=[
        *("clean", "fine", "coarse", "wide field", "mirrored", "another order", "no lung insert"),
        *("glass", "tilted", "lying"),
    ],
)
def test_every_sphere_is_found_to_half_a_voxel(phantom: Nema) -> None:
    found = found_in(phantom)
    assert [sphere.diameter_mm for sphere in found.spheres] == list(DIAMETERS_MM)
    assert errors_mm(found, phantom).max() < min(phantom.spacing_mm) / 2
    assert all(sphere.visible for sphere in found.spheres)
    assert found.background == pytest.approx(5000, rel=0.05)
    assert found.contrast + 1 == pytest.approx(phantom.ratio, rel=0.05)
    assert found.fwhm_mm == pytest.approx(phantom.fwhm_mm, rel=0.12)


def test_the_tilt_of_the_spheres_plane_is_reported() -> None:
    assert found_in(Nema()).tilt_deg < 0.2
    assert found_in(Nema(tilt=(12, 0, 0))).tilt_deg == pytest.approx(12, abs=0.3)


def test_in_a_short_scan_the_circle_says_where_spheres_are() -> None:
    assert errors_mm(found_in(SHORT), SHORT).max() < 2.5


def test_a_sphere_that_is_not_seen_is_where_the_circle_has_it() -> None:
    """No sphere of 10 mm at all: its place is known from the others."""
    there = Nema(noise=0.05)
    without = replace(there, diameters_mm=(37.0, 28.0, 22.0, 17.0, 13.0, 0.0))
    smallest = find_phantom(without.volume(), "Series 1").spheres[-1]
    assert smallest.diameter_mm == 10
    assert not smallest.visible
    assert np.linalg.norm(np.array(smallest.centre_mm) - there.centres_mm[10.0]) < 1.5


def test_the_order_of_the_slices_changes_nothing() -> None:
    phantom = Nema()
    volume = phantom.volume()
    affine = volume.affine.copy()
    affine[:3, 3] = volume.geometry.to_patient((volume.shape[0] - 1, 0, 0))
    affine[:3, 0] *= -1
    reversed_ = Volume(
        np.ascontiguousarray(volume.voxels[::-1], np.float32),
        Geometry(volume.shape, affine),
        volume.unit,
        volume.provenance,
    )
    found = find_phantom(reversed_, "Series 1")
    assert errors_mm(found, phantom).max() < 0.2


def test_a_line_source_next_to_the_phantom_is_not_taken_for_its_water() -> None:
    phantom = Nema(noise=0.05, span_mm=(-85, 250))
    volume = phantom.volume()
    voxels = volume.voxels.copy()
    middle = volume.shape[1] // 2, volume.shape[2] // 2
    voxels[-30:, middle[0] - 1 : middle[0] + 1, middle[1] - 1 : middle[1] + 1] = 4e6
    found = find_phantom(replace(volume, voxels=voxels), "Series 1")
    assert errors_mm(found, phantom).max() < 1.5


@pytest.mark.parametrize(
    ("phantom", "words"),
    [
        (Nema(span_mm=(-10, 60)), "the phantom is cut; 2 of its six spheres are not wholly in"),
        (Nema(span_mm=(12, 125)), "the phantom is cut; 6 of its six spheres|not found"),
        (Nema(half_field_mm=(60, 150)), "the phantom is cut; 1 of its six spheres is not wholly"),
        (Nema(cold_mm=(37.0, 28.0), noise=0.05), "2 of the six spheres are cold"),
        (Nema(background=1e-3, ratio=8e6), "no warm water of a phantom"),
        (Nema(ratio=1.0, noise=0.1), "were not found"),
        (replace(SHORT, noise=2.0), "were not found|do not|stand out|looks? like"),
    ],
    ids=["cut along", "cut away", "cut across", "cold", "spheres only", "no spheres", "noise"],
)
def test_what_cannot_be_measured_is_refused_with_its_sentence(phantom: Nema, words: str) -> None:
    sentence = refusal(phantom)
    assert sentence.startswith("Series 1: ")
    assert any(part in sentence for part in words.split("|")), sentence


def test_slices_that_were_never_stored_cut_the_phantom() -> None:
    volume = Nema().volume()
    voxels = volume.voxels.copy()
    voxels[:25] = np.nan
    with pytest.raises(StationError, match="the phantom is cut"):
        find_phantom(replace(volume, voxels=voxels), "Series 1")


def test_a_body_with_foci_is_no_phantom() -> None:
    rng = np.random.default_rng(3)
    shape = (100, 90, 110)
    z, y, x = np.indices(shape)
    body = ((y - 45) / 35) ** 2 + ((x - 55) / 48) ** 2 < 1
    image = np.where(body, 1.0, 0.0) + rng.gamma(4, 0.05, shape)
    for centre in rng.uniform((10, 25, 25), (90, 65, 85), (12, 3)):
        distance = np.sqrt(sum((a - c) ** 2 for a, c in zip((z, y, x), centre, strict=True)))
        image += rng.uniform(2, 8) * np.exp(-(distance**2) / 8)
    affine = np.array([[0, 0, 4, 0], [0, 4, 0, 0], [4, 0, 0, 0], [0, 0, 0, 1.0]])
    volume = Volume(image.astype(np.float32), Geometry(shape, affine), Unit.SUV_BW, Provenance())
    with pytest.raises(StationError, match="Series 1: "):
        find_phantom(volume, "Series 1")


MAKERS_CENTRES = (
    (42.00, 97.25, 122.01),
    (43.25, 120.39, 107.61),
    (42.22, 119.48, 80.01),
    (42.53, 95.29, 66.92),
    (42.54, 71.92, 81.54),
    (42.23, 72.84, 109.36),
)
"""(slice, row, column) of the spheres of pet_recon_2, largest first, by pynemaiqpet 1.2 (centres
of gravity; github.com/gschramm/pynemaiqpet)"""


@pytest.mark.parametrize("name", ["pet_recon_1", "pet_recon_2"])
def test_the_real_spheres_are_where_their_maker_found_them(name: str, shared_data: Path) -> None:
    (study,) = scan([shared_data / "nema_pair" / name]).studies
    volume = load_image(study.series[0]).volume
    found = find_phantom(volume, "Series 1")
    places = volume.geometry.to_index([sphere.centre_mm for sphere in found.spheres])
    assert np.abs(places - np.array(MAKERS_CENTRES)).max() < 0.25
