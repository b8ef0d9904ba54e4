"""`station denoise` and `station filter`, as a script calls them; the network is a stand-in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.dataset import Dataset
from typer.testing import CliRunner, Result

from station.cli import app
from station.dicom.load import scan
from station.errors import StationError
from station.operations import denoise
from station.operations.denoiser import OnSlices
from station.operations.images import load_image
from station.pet.filters import gaussian
from station.pet.study import Role, Series
from station.pet.volume import Unit, Volume
from station.progress import Report
from tests.dicom.synthetic import write_series
from tests.made_up.cards import FakeCard

pytestmark = pytest.mark.simulated

FACTOR = 70_000 / (350e6 * 0.5 ** (3600 / 6586.2))
SHAPE = (10, 12, 14)


class StandIn:
    """Takes a tenth off every voxel, and remembers how it was called."""

    card = FakeCard("Stand-in network", "0.1", "cd" * 32)

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.resampled: list[bool] = []

    def __call__(
        self,
        volume: Volume,
        report: Report,
        *,
        first_slice: int,
        on_slices: OnSlices,
        resample: bool = False,
    ) -> Volume:
        self.units.append(volume.unit)
        self.resampled.append(resample)
        report(0.5, "Denoising")
        step = volume.provenance.then("Denoised by a stand-in")
        if resample:
            step = step.then("on 2 mm voxels")
        voxels = (0.9 * volume.voxels).astype(np.float32)
        return Volume(voxels, volume.geometry, volume.unit, step)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Stands in for the network that is shipped."""
    network = StandIn()
    monkeypatch.setattr("station.operations.denoiser.shipped_denoiser", lambda *_: network)
    return network


def write_pet(folder: Path, name: str, number: int, **facts: Any) -> None:
    """One PET series of about 1 SUV; `facts` are attributes of its header."""

    def edit(ds: Dataset, index: int) -> None:
        ds.SeriesNumber = number
        for keyword, value in facts.items():
            if value is None:
                delattr(ds, keyword)
            else:
                setattr(ds, keyword, value)

    values = np.random.default_rng(number).integers(0, 2000, SHAPE).astype(np.int16)
    slopes = [1 / (1000 * FACTOR)] * len(values)
    write_series(folder / name.replace(" ", "_"), values, name=name, slopes=slopes, edit=edit)


def write_study(folder: Path) -> Path:
    """An unfiltered and a conventional PET."""
    write_pet(folder, "OSEM 4i10s unfiltered", 3)
    write_pet(folder, "OSEM 2i10s Gaussian", 4, ConvolutionKernel="Gaussian 6 mm")
    return folder


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def told(*arguments: object) -> dict[str, Any]:
    result = station(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refusal(*arguments: object) -> str:
    result = station(*arguments)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    (line,) = result.stderr.strip().splitlines()
    return line


def series_of(folder: Path) -> dict[Role, Series]:
    (study,) = scan([folder]).studies
    return {series.role: series for series in study.series}


def suv(series: Series) -> Volume:
    image = load_image(series)
    assert image.has_suv
    return image.volume


# --- denoise ------------------------------------------------------------------------------------


def test_the_only_unfiltered_pet_is_denoised_and_written(tmp_path: Path, network: StandIn):
    study, out = write_study(tmp_path / "study"), tmp_path / "new" / "dl"
    answer = told("denoise", study, "--out", out)
    source = series_of(study)[Role.UNFILTERED]
    made = series_of(out)[Role.DENOISED]
    assert answer["source_series_uid"] == source.uid
    assert (answer["series_uid"], answer["series_number"]) == (made.uid, 5)
    assert answer["description"] == made.description == "OSEM 4i10s unfiltered DLR (RESEARCH)"
    assert answer["network"] == {
        "title": "Stand-in network",
        "version": "0.1",
        "sha256": "cd" * 32,
    }
    assert answer["steps"][-1] == "Denoised by a stand-in"
    assert "cd" * 32 in made.derivation
    assert network.units == [Unit.SUV_BW]
    np.testing.assert_allclose(suv(made).voxels, 0.9 * suv(source).voxels, atol=1e-4)


def test_people_are_told_where_it_is_and_what_to_beware_of(tmp_path: Path, network: StandIn):
    result = station("denoise", write_study(tmp_path / "study"), "--out", tmp_path / "dl")
    assert result.exit_code == 0
    assert result.stdout == (
        f"Wrote {tmp_path / 'dl'}: series 5, OSEM 4i10s unfiltered DLR (RESEARCH)\n"
    )
    assert "Caution: " in result.stderr
    assert "Station Synthetic" in result.stderr, "another scanner than the simulated one"
    assert "covers only 30 mm" in result.stderr


def test_resampling_is_passed_on_only_when_asked_for(tmp_path: Path, network: StandIn):
    study = write_study(tmp_path / "study")
    plain = told("denoise", study, "--out", tmp_path / "one")
    resampled = told("denoise", study, "--out", tmp_path / "two", "--resample")
    assert network.resampled == [False, True]
    assert "on 2 mm voxels" not in plain["derivation"]
    assert "on 2 mm voxels" in resampled["derivation"]
    assert "on 2 mm voxels" in series_of(tmp_path / "two")[Role.DENOISED].derivation


def test_a_series_that_was_filtered_is_refused_even_when_it_is_named(
    tmp_path: Path, network: StandIn
):
    study = write_study(tmp_path / "study")
    uid = series_of(study)[Role.CONVENTIONAL].uid
    said = refusal("denoise", study, "--out", tmp_path / "dl", "--series", uid)
    assert "was already filtered" in said
    assert not network.units
    assert not (tmp_path / "dl").exists()


def test_a_series_that_does_not_say_so_needs_a_person_who_does(tmp_path: Path, network: StandIn):
    write_pet(tmp_path / "study", "WB AC", 3)
    asked = ("denoise", tmp_path / "study", "--out", tmp_path / "dl")
    assert "does not say whether it was filtered" in refusal(*asked)
    answer = told(*asked, "--assume-unfiltered")
    assert any("is treated as unfiltered" in caution for caution in answer["cautions"])


def test_several_unfiltered_series_are_named_so_that_one_can_be_chosen(
    tmp_path: Path, network: StandIn
):
    study = write_study(tmp_path / "study")
    write_pet(study, "OSEM 3i12s unfiltered", 7)
    said = refusal("denoise", study, "--out", tmp_path / "dl")
    assert said.startswith("Several series can be denoised. Choose one: --series ")
    uids = [s.uid for s in scan([study]).studies[0].series if s.role is Role.UNFILTERED]
    assert all(uid in said for uid in uids)
    answer = told("denoise", study, "--out", tmp_path / "dl", "--series", uids[1])
    assert answer["source_series_uid"] == uids[1]


def test_a_series_without_suv_is_refused(tmp_path: Path, network: StandIn):
    write_pet(tmp_path / "study", "unfiltered", 3, PatientWeight=None)
    said = refusal("denoise", tmp_path / "study", "--out", tmp_path / "dl")
    assert "has no SUV, which the denoiser needs" in said


def test_where_no_series_will_do_each_reason_is_said(tmp_path: Path, network: StandIn):
    write_pet(tmp_path / "study", "Gaussian", 3)
    write_pet(tmp_path / "study", "WB DLR", 4)
    said = refusal("denoise", tmp_path / "study", "--out", tmp_path / "dl")
    assert said.startswith("None of the 2 PET series can be denoised. ")
    assert "was already filtered" in said
    assert "is a DL image already" in said


@pytest.mark.parametrize("verb", ["denoise", "filter"])
def test_what_is_not_there_is_said(tmp_path: Path, network: StandIn, verb: str):
    study, out = write_study(tmp_path / "study"), tmp_path / "out"
    assert "does not exist" in refusal(verb, tmp_path / "nowhere", "--out", out)
    assert "There is no series 1.2.3" in refusal(verb, study, "--out", out, "--series", "1.2.3")
    (tmp_path / "empty").mkdir()
    assert "There is no PET series" in refusal(verb, tmp_path / "empty", "--out", out)
    assert not out.exists()


@pytest.mark.parametrize("verb", ["denoise", "filter"])
def test_a_folder_that_holds_something_is_refused_before_the_work_begins(
    tmp_path: Path, network: StandIn, verb: str
):
    study = write_study(tmp_path / "study")
    before = sorted(path for path in study.rglob("*"))
    assert "is not empty" in refusal(verb, study, "--out", study)
    assert sorted(path for path in study.rglob("*")) == before
    assert not network.units


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--precision", "fp8", '"fp8" is not a precision. Use auto, fp32 or bf16.'),
        ("--device", "tpu", '"tpu" is not a device. Use auto, cpu or cuda.'),
    ],
)
def test_a_bad_option_is_refused_in_one_sentence(
    tmp_path: Path, network: StandIn, option: str, value: str, said: str
):
    study = write_study(tmp_path / "study")
    assert refusal("denoise", study, "--out", tmp_path / "dl", option, value) == said


@pytest.mark.parametrize("fails", [StationError("It cannot."), MemoryError()])
def test_nothing_is_left_where_the_network_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: Exception
):
    class Failing(StandIn):
        def __call__(self, volume: Volume, report: Report, **how: object) -> Volume:
            raise fails

    monkeypatch.setattr("station.operations.denoiser.shipped_denoiser", lambda *_: Failing())
    said = refusal("denoise", write_study(tmp_path / "study"), "--out", tmp_path / "dl")
    assert said == "It cannot." or "not enough memory" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["study"]


# --- filter -------------------------------------------------------------------------------------


def test_the_only_unfiltered_pet_is_filtered_and_written(tmp_path: Path):
    study, out = write_study(tmp_path / "study"), tmp_path / "filtered"
    answer = told("filter", study, "--fwhm-mm", 6, "--out", out)
    source, made = series_of(study)[Role.UNFILTERED], series_of(out)[Role.CONVENTIONAL]
    assert answer["description"] == made.description == "OSEM 4i10s unfiltered + Gaussian 6 mm"
    assert answer["network"] is None
    assert answer["cautions"] == []
    assert answer["steps"][-1] == "Gaussian 6 mm FWHM"
    expected = gaussian(suv(source), 6.0).voxels
    np.testing.assert_allclose(suv(made).voxels, expected, atol=1e-4)


def test_what_was_filtered_once_is_not_filtered_again(tmp_path: Path):
    study, out = write_study(tmp_path / "study"), tmp_path / "filtered"
    told("filter", study, "--out", out)
    assert "was already filtered" in refusal("filter", out, "--out", tmp_path / "twice")
    assert "was already filtered" in refusal(
        "filter", out, "--out", tmp_path / "twice", "--assume-unfiltered"
    )


def test_a_series_without_suv_is_filtered_in_its_own_unit(tmp_path: Path):
    write_pet(tmp_path / "study", "unfiltered", 3, PatientWeight=None)
    told("filter", tmp_path / "study", "--out", tmp_path / "filtered")
    made = load_image(series_of(tmp_path / "filtered")[Role.CONVENTIONAL])
    assert made.volume.unit is Unit.BQ_PER_ML


@pytest.mark.parametrize("width", ["0", "-6", "nan", "100"])
def test_a_width_that_is_none_is_refused(tmp_path: Path, width: str):
    study = write_study(tmp_path / "study")
    said = refusal("filter", study, "--out", tmp_path / "f", f"--fwhm-mm={width}")
    assert "is not a valid filter" in said
    assert not (tmp_path / "f").exists()


def test_progress_runs_once_from_start_to_end(tmp_path: Path, network: StandIn):
    study = write_study(tmp_path / "study")
    works: list[Callable[[Report], object]] = [
        lambda report: denoise.denoise_paths(
            [study], None, tmp_path / "dl", lambda: network, tmp_path, report
        ),
        lambda report: denoise.filter_paths(
            [study], None, tmp_path / "filtered", 6.0, tmp_path, report
        ),
    ]
    for work in works:
        fractions: list[float] = []

        def report(fraction: float, message: str, told: list[float] = fractions) -> None:
            assert message
            told.append(fraction)

        work(report)
        assert fractions == sorted(fractions)
        assert fractions[-1] == pytest.approx(1.0)
