"""Where the reference tissues are proposed, against what the simulated patient truly holds."""

from pathlib import Path

import pytest

from station.app.voi.workflow import REFERENCE_SITES
from station.installed import resource
from station.pet.sites import load_site_list
from station.pet.voi import Sphere, measure
from station.quality.landmarks import Landmarks, find_landmarks
from station.quality.reference_tissues import TISSUES, distance_mm, propose
from tests.quality.patients import Scan, organs_in, scanned
from tests.quality.test_real_images import KNOWN, found_in

pytestmark = pytest.mark.simulated

SITES = {site.id: site for site in load_site_list(resource("protocols", REFERENCE_SITES)).sites}
TRULY = {
    "liver": {"liver"},
    "spleen": {"spleen"},
    "lung": {"lung"},
    "left_ventricle": {"left ventricle cavity"},
    "aortic_arch": {"aorta"},
    "semioval_center": {"white matter"},
}
WHOLE_BODY = next(title for title in KNOWN if "whole body" in title)


@pytest.fixture(scope="module")
def scan() -> Scan:
    return scanned()


@pytest.fixture(scope="module")
def found(scan: Scan) -> Landmarks:
    return find_landmarks(scan.pet, scan.ct)


def sphere(site: str, found: Landmarks) -> Sphere:
    proposed = propose(site, SITES[site].volume_ml, found)
    assert proposed.centre_mm is not None, proposed.why
    return Sphere(proposed.centre_mm, SITES[site].volume_ml)


@pytest.mark.parametrize("site", TRULY)
def test_a_proposed_sphere_lies_wholly_in_its_tissue(
    scan: Scan, found: Landmarks, site: str
) -> None:
    assert organs_in(scan.anatomy, sphere(site, found)) == TRULY[site]


def test_the_quadriceps_is_proposed_in_muscle_where_the_thighs_are_in_view() -> None:
    tall = scanned(11)
    found = find_landmarks(tall.pet, tall.ct)
    assert organs_in(tall.anatomy, sphere("quadriceps_femoris", found)) == {"muscle"}


def test_what_the_finder_does_not_know_is_left_to_a_person(found: Landmarks) -> None:
    proposed = propose("parotid_gland", 0.5, found)
    assert proposed.centre_mm is None
    assert "by hand" in proposed.why


def test_a_place_is_as_far_from_an_organ_as_it_is_moved_out_of_it(found: Landmarks) -> None:
    x, y, z = sphere("liver", found).centre_mm
    assert distance_mm("liver", (x, y, z), found.organs) == 0
    far = distance_mm("liver", (x, y, z + 400.0), found.organs)
    assert far is not None
    assert 150 < far < 400
    assert distance_mm("parotid_gland", (x, y, z), found.organs) is None


def test_in_a_real_patient_what_is_proposed_has_a_plausible_uptake(shared_data: Path) -> None:
    from station.lab.known_images import known_images, loaded
    from tests.quality.test_real_images import LIST

    image = KNOWN[WHOLE_BODY]
    found = found_in(image, shared_data)
    there = next(one for one in known_images(LIST, shared_data) if one.title == image.title)
    pet = loaded(there)[1].pet.volume
    seen: set[str] = set()
    for site in TISSUES:
        proposed = propose(site, SITES[site].volume_ml, found)
        limits = SITES[site].suv_mean
        assert limits is not None
        if proposed.centre_mm is None:
            continue
        seen.add(site)
        mean = measure(pet, Sphere(proposed.centre_mm, SITES[site].volume_ml)).mean
        assert limits[0] < mean < limits[1], site
    # The scan ends at the base of the skull.
    assert seen == set(TISSUES) - {"semioval_center"}
