"""`station audit`, as a script calls it: organs and denoisers are stand-ins, the rest is real."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from pydicom import Dataset
from typer.testing import CliRunner, Result

from station.cli import app
from station.errors import Cancelled, StationError
from station.operations.audit.figures import CONVENTIONAL, DENOISED, wilson
from station.operations.audit.kept import keep, kept
from station.operations.audit.paths import audit_source, source_in
from station.operations.audit.resolution import resolution_mm
from station.operations.audit.run import Wish, box_around, planned, require_wish
from station.operations.audit.words import summary_of, theory
from station.operations.denoiser import OnSlices
from station.pet.filters import gaussian
from station.pet.inserts.planting import Insert, Kind
from station.pet.phantom.spheres import profile
from station.pet.volume import Geometry, Unit, Volume
from station.progress import Report
from station.quality.organs import Organs, Tissue, Turned, cells_about
from station.quality.working_grid import view_of
from tests.dicom.synthetic import write_series
from tests.made_up import audits
from tests.made_up.cards import FakeCard
from tests.quality.measures.made import Made

pytestmark = pytest.mark.simulated

FACTOR = 70_000 / (350e6 * 0.5 ** (3600 / 6586.2))
"""g/Bq of what `write_series` says"""
BODY = Made(spacing_mm=(4.0, 4.0, 4.0), noise=0.25, grain_mm=5.0, with_ct=False)
SMALL = ("--sites", "liver,lung", "--insert", "10,17", "--contrast", "4", "--n", "6")
GIVEN = ("--fwhm-mm", "5")
KEYS = {
    *("series_uid", "denoiser", "conventional_fwhm_mm", "resolution_fwhm_mm"),
    *("resolution_measured", "n", "seed", "images", "not_judged", "kinds"),
    *("foci_without_inserts", "summary", "cautions"),
}


class Filter:
    """A denoiser that is the plain filter, so that its losses are known."""

    card = FakeCard("Plain filter", "1", "cd" * 32)

    def __init__(self, fwhm_mm: float = 6.0, keeps: float = 1.0) -> None:
        self.fwhm_mm = fwhm_mm
        self.keeps = keeps
        """Of what is above SUV 3"""

    def __call__(
        self,
        volume: Volume,
        report: Report,
        *,
        first_slice: int,
        on_slices: OnSlices,
        resample: bool = False,
    ) -> Volume:
        report(0.5, "Denoising")
        smooth = gaussian(volume, self.fwhm_mm)
        values = np.where(
            smooth.voxels > 3.0, 3.0 + self.keeps * (smooth.voxels - 3.0), smooth.voxels
        )
        return Volume(values.astype(np.float32), volume.geometry, volume.unit, volume.provenance)


def write_pet(folder: Path, body: Made = BODY, name: str = "OSEM unfiltered", **facts: Any) -> Path:
    values = body.voxels()
    scale = 1000.0

    def edit(ds: Dataset, _: int) -> None:
        for keyword, value in facts.items():
            setattr(ds, keyword, value)

    write_series(
        folder,
        np.rint(np.clip(values, 0, None) * scale).astype(np.int16),
        name=name,
        slopes=[1 / (scale * FACTOR)] * len(values),
        spacing_mm=body.spacing_mm,
        origin_mm=body.grid.affine[:3, 3].tolist(),
        edit=edit,
    )
    return folder


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pet(tmp_path_factory.mktemp("audit") / "PT")


@pytest.fixture(autouse=True)
def organs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The organs of the made-up body, where it has them."""

    def found(pet: Volume, ct: Volume | None = None, report: Report | None = None) -> Any:
        return SimpleNamespace(view=view_of(pet, ct), organs=BODY.organs())

    monkeypatch.setattr("station.quality.landmarks.find_landmarks", found)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Filter:
    """Stands in for the network that is shipped."""
    made = Filter()
    monkeypatch.setattr("station.operations.denoiser.shipped_denoiser", lambda *_: made)
    return made


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["audit", *(str(argument) for argument in arguments)])


def found(*arguments: object) -> dict[str, Any]:
    result = station(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refusal(*arguments: object) -> str:
    result = station(*arguments)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    return " ".join(result.stderr.split())


# --- our own denoiser ----------------------------------------------------------------------------


def test_the_figures_are_printed_as_json(study: Path, network: Filter):
    audit = found(study, *SMALL, *GIVEN, "--resample")
    assert set(audit) == KEYS
    assert [(one["site"], one["diameter_mm"]) for one in audit["kinds"]] == [
        (site, size) for site in ("liver", "lung") for size in (10.0, 17.0)
    ]
    assert {one["n"] for one in audit["kinds"]} == {6}
    assert audit["resolution_fwhm_mm"] == 5
    assert audit["resolution_measured"] is False
    assert "Plain filter 1" in audit["denoiser"]


def test_with_the_plain_filter_as_denoiser_nothing_differs(study: Path, network: Filter):
    for one in found(study, *SMALL, *GIVEN, "--resample")["kinds"]:
        arms = one["arms"]
        assert arms[CONVENTIONAL]["seen"] == arms[DENOISED]["seen"]
        assert (one["lost"], one["gained"]) == (0, 0)
        assert one["verdict"] == "no difference shown"


def test_the_filters_losses_by_size_agree_with_theory(tmp_path: Path):
    """The recovery coefficient of a sphere under both Gaussians in sequence."""
    source = source_in([write_pet(tmp_path / "PT")], None, tmp_path / "scratch")
    wish = Wish((10.0, 13.0, 17.0), (6.0,), ("liver", "lung"), 24, seed=3, fwhm_mm=6.0)
    audit = audit_source(source, wish, Filter, resample=True)
    for one in audit.kinds:
        expected = theory(audit, one.kind.diameter_mm)
        for arm in (CONVENTIONAL, DENOISED):
            recovery = one.arms[arm].recovery
            assert recovery.value == pytest.approx(expected, rel=0.1)
            assert recovery.low - 0.03 < expected < recovery.high + 0.03


def test_a_denoiser_that_flattens_hot_spots_is_found_out(
    study: Path, monkeypatch: pytest.MonkeyPatch
):
    flat = Filter(keeps=0.0)
    monkeypatch.setattr("station.operations.denoiser.shipped_denoiser", lambda *_: flat)
    audit = found(
        study, "--sites", "liver", "--insert", "17", "--contrast", "6", "--n", "12", *GIVEN,
        "--resample",
    )  # fmt: skip
    (one,) = audit["kinds"]
    filter_, network = one["arms"][CONVENTIONAL], one["arms"][DENOISED]
    assert filter_["seen"]["share"] == 1
    less = network["contrast_recovery_mean"]["interval"][1]
    assert less < filter_["contrast_recovery_mean"]["interval"][0]


def test_the_same_seed_gives_the_same_audit(study: Path, network: Filter):
    first, second = (found(study, *SMALL, *GIVEN, "--resample") for _ in range(2))
    assert first == second


def test_people_get_a_table_and_a_page(study: Path, network: Filter, tmp_path: Path):
    from pypdf import PdfReader

    pdf = tmp_path / "audit.pdf"
    result = station(study, *SMALL, *GIVEN, "--resample", "--report", pdf)
    assert result.exit_code == 0, result.output
    assert "seen, denoised" in result.stdout
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    assert "What would I miss?" in text
    assert "It holds for this image" in text
    assert "for research, not for diagnosis" in text


def test_an_audit_that_is_stopped_leaves_nothing(study: Path, tmp_path: Path):
    source = source_in([study], None, tmp_path / "scratch")

    def stop(fraction: float, message: str) -> None:
        if fraction > 0.5:
            raise Cancelled

    wish = Wish((10.0,), (4.0,), ("liver",), 6, fwhm_mm=5.0)
    with pytest.raises(Cancelled):
        audit_source(source, wish, Filter, stop, resample=True)


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"ConvolutionKernel": "Gaussian 6 mm"}, "already filtered"),
        ({"CorrectedImage": ["DECY", "RAN"]}, "not corrected for attenuation"),
        ({"SeriesDescription": "OSEM DLR"}, "a DL image already"),
        ({"PatientWeight": ""}, "has no SUV"),
    ],
)
def test_an_unsuitable_image_is_refused(
    tmp_path: Path, network: Filter, facts: dict[str, Any], sentence: str
):
    assert sentence in refusal(write_pet(tmp_path / "PT", **facts), *GIVEN)


def test_one_bed_is_refused(tmp_path: Path, network: Filter):
    values = np.full((30, 20, 20), 1000, np.int16)
    write_series(tmp_path / "PT", values, name="OSEM unfiltered", spacing_mm=(4.0, 4.0, 4.0))
    assert "covers only 120 mm, about one bed" in refusal(tmp_path / "PT", *GIVEN)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--sites", "bone"), '"bone" is not a site'),
        (("--insert", "6,x"), "is not a list of numbers"),
        (("--insert", "1"), "1 mm cannot be made"),
        (("--insert", "6,6"), "given twice"),
        (("--insert", ""), "at least one size"),
        (("--contrast", "0.5"), "contrast of 0.5"),
        (("--n", "1"), "1 inserts of a kind"),
        (("--seed", "-1"), "is no seed"),
        (("--fwhm-mm", "30"), "not that of an unfiltered PET"),
        (("--sites", "liver", "--n", "500", "--insert", "40", *GIVEN, "--resample"), "room for"),
        (("--sites", "liver"), "cannot be measured"),
        (GIVEN, "voxels of 4 × 4 × 4 mm"),
        (("--copies", "."), "Give --copies"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused(
    study: Path, network: Filter, arguments: tuple[str, ...], sentence: str
):
    if sentence == "cannot be measured":
        arguments = (*arguments, "--resample")
    assert sentence in refusal(study, *arguments)


def test_too_many_kinds_are_refused():
    sizes = tuple(float(size) for size in range(5, 30))
    with pytest.raises(StationError, match="too many for one audit"):
        require_wish(Wish(diameters_mm=sizes))


# --- a denoiser that Station cannot run ----------------------------------------------------------


@pytest.fixture(scope="module")
def copies(study: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies") / "new"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "station.quality.landmarks.find_landmarks",
            lambda pet, ct=None, report=None: SimpleNamespace(
                view=view_of(pet, ct), organs=BODY.organs()
            ),
        )
        result = station(study, *SMALL, *GIVEN, "--write", folder)
    assert result.exit_code == 0, result.output
    return folder


def denoise_all(copies: Path, results: Path, skip: int | None = None) -> Path:
    """What a vendor's program would do: here the filter of 6 mm."""
    for number, folder in enumerate(sorted(copies.glob("copy-*"))):
        if number != skip:
            out = results / f"result-{number}"
            made = CliRunner().invoke(app, ["filter", str(folder), "--out", str(out)])
            assert made.exit_code == 0, made.output
    return results


def test_copies_say_that_they_are_tests_and_the_first_has_no_inserts(copies: Path, study: Path):
    from station.dicom.load import scan
    from station.operations.images import load_image
    from station.pet.study import Role

    original = load_image(scan([study]).studies[0].series[0]).volume.voxels
    every = sorted(copies.glob("copy-*"))
    changed: list[bool] = []
    for number, folder in enumerate(every):
        (series,) = scan([folder]).studies[0].series
        assert f"TEST LESIONS {number:02d} (RESEARCH)" in series.description
        assert series.is_research
        assert series.role is Role.UNFILTERED
        voxels = load_image(series).volume.voxels
        changed.append(float(np.abs(voxels - original).max()) > 0.1)
    assert changed == [False, *[True] * (len(every) - 1)]


def test_results_of_the_copies_complete_the_audit(copies: Path, study: Path, tmp_path: Path):
    results = denoise_all(copies, tmp_path / "results")
    audit = found(study, "--copies", copies, "--denoised", results)
    assert "Gaussian 6 mm" in audit["denoiser"]
    assert {one["n"] for one in audit["kinds"]} == {6}
    for one in audit["kinds"]:
        assert (one["lost"], one["gained"]) == (0, 0), "the same filter twice"


def test_results_that_do_not_belong_to_the_copies_are_refused(
    copies: Path, study: Path, tmp_path: Path
):
    ask = (study, "--copies", copies, "--denoised")
    assert "There is no denoised PET series" in refusal(*ask, copies)
    lacking = denoise_all(copies, tmp_path / "lacking", skip=1)
    assert "no denoised image of copy-01" in refusal(*ask, lacking)
    other = tmp_path / "other"
    coarse = Made(spacing_mm=(8.0, 8.0, 8.0))
    write_pet(other, coarse, "OSEM unfiltered TEST LESIONS 00 (RESEARCH)")
    assert "on another grid" in refusal(*ask, other)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read"),
        ("{", "is damaged"),
        ('{"station_audit": 99}', "another version"),
        ("[]", "is damaged"),
    ],
)
def test_a_damaged_plan_is_refused(study: Path, tmp_path: Path, content: str | None, sentence: str):
    folder = tmp_path / "copies"
    folder.mkdir()
    if content is not None:
        (folder / "audit.json").write_text(content)
    assert sentence in refusal(study, "--copies", folder, "--denoised", tmp_path)


def test_copies_are_not_written_over_anything(study: Path, tmp_path: Path):
    (tmp_path / "something").write_text("kept")
    assert "is not empty" in refusal(study, *SMALL, *GIVEN, "--write", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["something"]


def test_of_an_existing_pair_only_what_it_shows_is_told(study: Path, tmp_path: Path):
    dl = write_pet(tmp_path / "DL", name="OSEM DLR")
    from station.dicom.load import scan

    uid = scan([dl]).studies[0].series[0].uid
    audit = found(study, dl, *SMALL, "--denoiser", uid)
    assert audit["kinds"] == []
    assert any("--write FOLDER" in sentence for sentence in audit["cautions"])
    assert {one["site"] for one in audit["foci_without_inserts"]} == {"liver", "lung"}
    assert "no series 1.2.3" in refusal(study, dl, *SMALL, "--denoiser", "1.2.3")


# --- its parts -----------------------------------------------------------------------------------


@pytest.mark.parametrize("spacing_mm", [2.0, 4.0])
@pytest.mark.parametrize("fwhm_mm", [4.0, 6.0, 9.0])
def test_the_resolution_is_that_of_the_bladders_edge(spacing_mm: float, fwhm_mm: float):
    size = int(160 / spacing_mm)
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = spacing_mm
    affine[3, 3] = 1
    grid = Geometry((size, size, size), affine)
    centre = grid.centre_mm + np.array([0.3, 0.7, 0.2])

    def away(of: Geometry) -> Any:
        places = of.to_patient(np.moveaxis(np.indices(of.shape), 0, -1))
        return np.linalg.norm(places - centre, axis=-1)

    cells = cells_about(*grid.bounds_mm)
    tissue = np.where(away(cells) < 24, int(Tissue.BLADDER), int(Tissue.BODY)).astype(np.uint8)
    organs = Organs(cells, tissue, {}, Turned(0.0, 0.0), False)
    values = 0.5 + 9.5 * profile(away(grid), 30.0, fwhm_mm)
    pet = Volume(values.astype(np.float32), grid, Unit.SUV_BW)
    found = resolution_mm(pet, organs)
    assert found == pytest.approx(fwhm_mm, rel=0.1)


def test_without_a_hot_bladder_there_is_no_resolution():
    scene = BODY.scene()
    assert resolution_mm(scene.pet, scene.organs) is None


def test_a_box_begins_where_networks_see_it_as_in_the_whole_image():
    grid = Geometry((200, 200, 200), np.diag([2.0, 2.0, 2.0, 1.0])[[2, 1, 0, 3]])
    insert = Insert(Kind("liver", 10.0, 4.0), (200.0, 200.0, 200.0), "liver 0")
    box = box_around(grid, [insert])
    assert [side.start % multiple for side, multiple in zip(box, (16, 8, 8), strict=True)] == [
        0
    ] * 3
    assert all(side.start < 100 < side.stop for side in box)


def test_the_plan_puts_inserts_into_their_organs_only(study: Path, tmp_path: Path):
    source = source_in([study], None, tmp_path / "scratch")
    plan = planned(
        source.image, None, Wish((10.0,), (4.0,), ("liver", "lung", "node"), 6, fwhm_mm=5)
    )
    organs = BODY.organs()
    for insert in (one for image in plan.images for one in image):
        at = organs.geometry.voxel_at(insert.centre_mm)
        assert at is not None
        tissue = Tissue(organs.cells[at])
        allowed = {
            "liver": {Tissue.LIVER},
            "lung": {Tissue.LUNGS},
            "node": {Tissue.BODY, Tissue.MUSCLE},
        }
        assert tissue in allowed[insert.kind.site]


def test_wilsons_interval_is_the_published_one():
    # E. B. Wilson; R. G. Newcombe, Stat. Med. 17 (1998) 857, table I: 81 of 263.
    share = wilson(81, 263, 263)
    assert (share.low, share.high) == (
        pytest.approx(0.2553, abs=1e-4),
        pytest.approx(0.3662, abs=1e-4),
    )
    assert wilson(5, 5, 5).high == 1


def test_fewer_places_make_a_wider_interval():
    many, few = wilson(40, 50, 50), wilson(40, 50, 10)
    assert few.low < many.low < many.value < many.high < few.high


def test_a_kept_audit_is_what_it_was_and_a_damaged_one_is_none(tmp_path: Path):
    one = audits.audit()
    keep(tmp_path, "key", one)
    assert kept(tmp_path, "key") == one
    assert kept(tmp_path, "other") is None
    (tmp_path / "audits" / "key.json").write_text('{"wish": 1}')
    assert kept(tmp_path, "key") is None


def test_the_summary_names_what_is_kept_lost_and_invented(study: Path, tmp_path: Path):
    source = source_in([study], None, tmp_path / "scratch")
    wish = Wish((10.0, 17.0), (4.0,), ("liver",), 6, fwhm_mm=5.0)
    audit = audit_source(source, wish, Filter, resample=True)
    text = " ".join(summary_of(audit))
    assert "Liver, contrast 4, seen in at least 90 %" in text
    assert "Where nothing was put in" in text
