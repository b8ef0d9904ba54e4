"""Patients drawn from seeds: their bodies, sizes and uptake."""

import numpy as np
import pytest

from station.pet.volume import Geometry
from station.simulate.anatomy import BMI, FIELD_OF_VIEW_MM, HEIGHT_M, draw_patient
from station.simulate.phantom import Anatomy, Quantity, rasterise, truth_labels
from station.simulate.scanner import supine_geometry

pytestmark = pytest.mark.simulated

SEEDS = range(1, 61)


@pytest.fixture(scope="module")
def bodies() -> list[Anatomy]:
    return [draw_patient(seed, lesions=False) for seed in SEEDS]


def whole(patient: Anatomy, voxel_mm: float, across_mm: float = FIELD_OF_VIEW_MM) -> Geometry:
    """From above the crown to mid-thigh."""
    slices = int((10 - patient.thigh_z_mm) / voxel_mm)
    feet_mm = 10 - slices * voxel_mm
    return supine_geometry(int(across_mm / voxel_mm), voxel_mm, slices, voxel_mm, feet_mm)


def uptake(patient: Anatomy) -> dict[str, float]:
    return {organ.name: organ.suv for organ in patient.organs}


def bmi(patient: Anatomy) -> float:
    return patient.weight_kg / patient.height_m**2


def test_the_same_seed_gives_the_same_patient():
    assert draw_patient(3) == draw_patient(3)


def test_two_seeds_differ_in_body_organs_and_lesions():
    one, other = draw_patient(1), draw_patient(2)
    assert (one.height_m, one.weight_kg) != (other.height_m, other.weight_kg)
    assert uptake(one) != uptake(other)
    assert one.breathing != other.breathing
    assert [v.centre_mm for v in one.lesions] != [v.centre_mm for v in other.lesions]


def test_no_two_livers_have_the_same_place_and_shape(bodies: list[Anatomy]):
    geometry = whole(bodies[0], 8.0)
    livers = [truth_labels(body, geometry).mask("liver") for body in bodies[:6]]
    for i, one in enumerate(livers):
        for other in livers[:i]:
            dice = 2 * (one & other).sum() / (one.sum() + other.sum())
            assert dice < 0.95


def test_without_lesions_the_body_is_the_same_for_the_same_seed():
    ill, many = draw_patient(5), draw_patient(5, lesion_count=(20, 20))
    well = draw_patient(5, lesions=False)
    assert ill.organs == many.organs == well.organs
    assert ill.breathing == well.breathing
    assert (ill.sex, ill.age_years, ill.weight_kg) == (well.sex, well.age_years, well.weight_kg)
    assert well.lesions == ()
    assert len(ill.lesions) > 0


def test_bodies_range_from_slim_to_obese_and_from_short_to_tall(bodies: list[Anatomy]):
    sizes = np.array([(bmi(body), body.height_m) for body in bodies])
    low, high = sizes.min(axis=0), sizes.max(axis=0)
    assert BMI[0] - 0.1 <= low[0] < 18.5
    assert 33 < high[0] <= BMI[1] + 0.1
    assert HEIGHT_M[0] <= low[1] < 1.52
    assert 1.80 < high[1] <= HEIGHT_M[1]
    assert {body.sex for body in bodies} == {"F", "M"}


def test_the_arms_beside_the_head_stay_within_the_field_of_view(bodies: list[Anatomy]):
    inside = 0
    for body in bodies:
        geometry = whole(body, 12.0, across_mm=1.5 * FIELD_OF_VIEW_MM)
        suv = rasterise(body, geometry, Quantity.SUV, (1, 1, 1)).voxels
        columns = np.flatnonzero(suv.max(axis=(0, 1)) > 0)
        x = geometry.to_patient([(0, 0, columns[0]), (0, 0, columns[-1])])[:, 0]
        inside += bool(np.abs(x).max() <= FIELD_OF_VIEW_MM / 2)
    assert inside >= 0.95 * len(bodies)


@pytest.mark.parametrize("seed", [1, 7, 8, 17])
def test_the_body_weighs_about_what_its_patient_weighs(seed: int):
    patient = draw_patient(seed, lesions=False)
    geometry = whole(patient, 8.0, across_mm=1.2 * FIELD_OF_VIEW_MM)
    hu = rasterise(patient, geometry, Quantity.HU, (1, 1, 1)).voxels
    suv = rasterise(patient, geometry, Quantity.SUV, (1, 1, 1)).voxels
    kilograms = float(np.maximum(hu + 1000, 0)[suv > 0].sum()) / 1000 * 8**3 / 1e6
    # Forearms and lower legs lie outside the scan: about three tenths.
    assert kilograms == pytest.approx(0.7 * patient.weight_kg, rel=0.15)


@pytest.mark.parametrize("name", ["liver", "lung", "muscle", "grey matter", "bladder", "aorta"])
def test_the_map_holds_exactly_the_uptake_of_each_organ(name: str):
    patient = draw_patient(1)
    voxels = rasterise(patient, whole(patient, 8.0), Quantity.SUV).voxels
    assert np.isclose(voxels, uptake(patient)[name], rtol=1e-5).any()


@pytest.mark.parametrize(
    ("name", "mean", "spread"),
    [
        ("aorta", 1.44, 0.20),
        ("white matter", 1.76, 0.37),
        ("liver", 1.81, 0.30),
        ("lung", 0.24, 0.07),
        ("left ventricle cavity", 1.41, 0.27),
        ("parotid gland", 1.20, 0.33),
        ("muscle", 0.54, 0.12),
        ("spleen", 1.59, 0.26),
        ("cerebellum", 8.0, 2.2),
        ("palatine tonsil", 3.45, 1.4),
        ("testis", 2.57, 0.56),
    ],
)
def test_organs_take_up_what_was_published(
    bodies: list[Anatomy], name: str, mean: float, spread: float
):
    """Tsuchiya 2021, Table 3 (DL images; the spleen of the conventional ones), and Wang 2007."""
    found = [uptake(body)[name] for body in bodies if name in uptake(body)]
    # Half a spread more for patients who are heavier than theirs, and whose SUVbw is higher.
    assert abs(float(np.median(found)) - mean) < 1.5 * spread
    assert np.std(found) > 0.25 * spread


def test_uptake_keeps_the_order_that_readers_expect(bodies: list[Anatomy]):
    for body in bodies:
        suv = uptake(body)
        assert suv["aorta"] == suv["left ventricle cavity"] == suv["heart chambers"]
        assert max(suv["lung"], suv["muscle"]) < suv["aorta"] < suv["cerebellum"]
        assert suv["white matter"] < suv["grey matter"] / 2
        assert suv["subcutaneous fat"] < suv["liver"] / 2


def test_lean_tissue_takes_up_more_in_the_obese(bodies: list[Anatomy]):
    slim = [uptake(body)["liver"] for body in bodies if bmi(body) < 22]
    obese = [uptake(body)["liver"] for body in bodies if bmi(body) > 29]
    assert np.mean(obese) > 1.1 * np.mean(slim)


def test_what_varies_in_patients_varies_here(bodies: list[Anatomy]):
    drawn = {
        name: np.array([uptake(body)[name] for body in bodies])
        for name in ("left ventricle wall", "aorta", "active colon", "bladder", "wall marrow")
    }
    silent = drawn["left ventricle wall"] < 1.5 * drawn["aorta"]
    assert 0.1 < silent.mean() < 0.55
    assert (drawn["left ventricle wall"] > 7).mean() > 0.1
    assert drawn["active colon"].max() > 3 * drawn["active colon"].min()
    assert drawn["bladder"].min() < 6
    assert drawn["bladder"].max() > 25
    assert drawn["wall marrow"].max() > 2 * np.median(drawn["wall marrow"])


def test_the_first_patient_is_a_case_to_show():
    patient = draw_patient(1)
    volumes = np.array([lesion.volume_ml for lesion in patient.lesions])
    assert 18.5 < bmi(patient) < 30
    assert len({lesion.site for lesion in patient.lesions}) >= 8
    assert (np.histogram(volumes, [0, 1, 3, 10, 100])[0] > 0).all()
    assert {"lung", "liver"} <= {lesion.site for lesion in patient.lesions}
