"""`station batch`: what it refuses, and what it says."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from station.archive.index import open_index
from station.batch import fetching
from station.batch.run import Request
from station.cli import batch
from station.dicom.load import scan
from station.dicom.network.inbox import identity
from station.errors import StationError
from station.operations.pacs import ways
from station.operations.pacs.servers import add_server
from station.pacs import FoundStudies, RemoteStudy
from station.progress import Report, silent
from tests.batch.finished import finished
from tests.cli.running import sentence, station
from tests.made_up import studies
from tests.operations.pacs.fake import SERVER, FakePacs


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What would be run."""
    requests: list[Request] = []

    def run_batch(request: Request, *_: Any) -> None:
        requests.append(request)
        raise batch.StationError("It is not run here.")

    @contextmanager
    def no_signals(progress: object, sentence: str) -> Generator[Report]:
        yield silent

    monkeypatch.setattr("station.batch.run.run_batch", run_batch)
    monkeypatch.setattr(batch, "interruptible", no_signals)
    return requests


@pytest.fixture
def source(tmp_path: Path) -> Path:
    studies.write_pet(tmp_path / "in", "WB AC", 4.0)
    return tmp_path / "in"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("info", "{in}/none"), "none does not exist."),
        (("info", "{in}", "--pacs", "a:b"), '"b" of the query is not a modality, a date'),
        (("info", "{in}", "--pacs", "a:PT"), 'There is no server "a"'),
        (("info", "{in}", "--query", "nobody"), 'is found by "nobody"'),
        (("info", "{in}", "--scheduler", "tcp://a:1", "--workers", "2"), "Give one of the two."),
        (("denoise", "{in}", "--device", "abacus"), '"abacus" is not a device.'),
        (("measure", "{in}", "--peak", "high"), '"high" is not a rule for SUVpeak.'),
        (("measure", "{in}", "--sphere", "1,2"), '"1,2" is not a sphere.'),
        (("measure", "{in}", "--mask", "none.nii"), "none.nii does not exist."),
        (("filter", "{in}", "--fwhm-mm", "0"), "is not a valid filter"),
        (("denoise", "{in}", "--model", "none"), 'There is no denoiser "none"'),
    ],
)
def test_a_wrong_request_is_refused_with_a_sentence(
    arguments: tuple[str, ...], words: str, source: Path, tmp_path: Path
) -> None:
    given = [word.replace("{in}", str(source)) for word in arguments]
    result = station("batch", *given, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert words in sentence(result)


@pytest.mark.parametrize(
    "arguments",
    [
        ("info", "--workers", "0"),
        ("info", "--threads", "none"),
        ("grade", "--time-limit", "0"),
        ("grade", "--memory-limit", "-1"),
        ("burn",),
    ],
)
def test_junk_is_a_wrong_use_of_the_command_line(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    assert station("batch", *arguments, "--out", tmp_path / "out").exit_code == 2
    assert not (tmp_path / "out").exists()


def test_the_folder_of_the_results_has_to_be_named(source: Path) -> None:
    assert station("batch", "info", source).exit_code == 2


def test_a_folder_without_a_batch_has_no_status(tmp_path: Path) -> None:
    result = station("batch", "status", tmp_path, "--json")
    assert result.exit_code == 1
    assert "holds no batch" in sentence(result)


def test_options_become_the_operations(asked: list[Request], source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    given = ["--workers", 1, "--threads", 3, "--time-limit", 60, "--memory-limit", 2]
    station("batch", "grade", source, "--out", out, "--no-reports", *given)
    (request,) = asked
    assert (request.operation, request.options) == ("grade", {"reports": False})
    assert request.roots == {str(source): None}
    assert (request.threads, request.time_limit_s, request.memory_limit_bytes) == (
        3,
        60.0,
        2_000_000_000,
    )
    assert not request.resume


def test_a_batch_goes_on_with_the_threads_it_was_begun_with(
    asked: list[Request], tmp_path: Path
) -> None:
    station("batch", "info", "--out", tmp_path / "out", "--resume")
    station("batch", "info", "--out", tmp_path / "out", "--resume", "--threads", 2)
    assert [request.threads for request in asked] == [None, 2]


def test_the_threads_of_a_study_do_not_depend_on_the_workers_and_idle_cores_are_named(
    asked: list[Request], source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "cores", lambda: 16)
    few = station("batch", "info", source, "--out", tmp_path / "out", "--workers", 4)
    all_ = station("batch", "info", source, "--out", tmp_path / "out")
    assert [request.threads for request in asked] == [None, None]
    assert "4 of 16 cores are used. --threads 4 gives each study more" in few.stderr
    assert "cores" not in all_.stderr


def test_studies_of_the_list_are_found_by_words(
    asked: list[Request], source: Path, station_home: Path, tmp_path: Path
) -> None:
    index = open_index(station_home)
    (study,) = scan([source]).studies
    index.remember(study, source)
    index.close()
    station("batch", "info", "--query", "doe jane", "--out", tmp_path / "out")
    assert asked[0].roots == {str(source): (study.uid,)}


def test_the_masks_of_a_batch_are_known_by_what_they_hold(
    asked: list[Request], source: Path, tmp_path: Path
) -> None:
    mask = tmp_path / "mask.nii"
    mask.write_bytes(b"one")
    station("batch", "measure", source, "--mask", mask, "--out", tmp_path / "out")
    mask.write_bytes(b"two")
    station("batch", "measure", source, "--mask", mask, "--out", tmp_path / "out")
    first, second = (request.options["mask"] for request in asked)
    assert first.keys() == second.keys() == {str(mask)}
    assert first != second


@pytest.mark.parametrize(("good", "status"), [(True, 0), (False, 3)])
def test_the_exit_status_says_whether_every_study_was_done(
    good: bool, status: int, monkeypatch: pytest.MonkeyPatch, source: Path, tmp_path: Path
) -> None:
    if not good:
        studies.write_ct(tmp_path / "in" / "C", study="C")
    options = {"fwhm_mm": 6.0, "assume_unfiltered": True}

    def run_batch(request: Request, *_: Any) -> None:
        finished(source, request.out, "filter", options)

    monkeypatch.setattr("station.batch.run.run_batch", run_batch)
    result = station("batch", "filter", source, "--out", tmp_path / "out")
    assert result.exit_code == status
    assert ("1 failed" in result.stdout) is not good


# -- studies of a PACS -----------------------------------------------------------------------------


@pytest.fixture
def pacs(
    known_home: Path, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> FakePacs:
    """A server with two studies, of which this computer has none."""
    add_server(known_home, SERVER)
    studies.write_pet(tmp_path / "other", "WB AC", 4.0, study="other")
    files = [path for folder in (source, tmp_path / "other") for path in folder.rglob("*.dcm")]
    fake = FakePacs().take(files).install(monkeypatch)
    uids = sorted({identity(content)["study_uid"] for content in fake.files.values()})
    listed = tuple(RemoteStudy(uid, "SYN1", "Doe, Jane", None, "", ("PT",)) for uid in uids)
    monkeypatch.setattr(ways, "studies", lambda *_: FoundStudies(listed), raising=False)
    return fake


def test_studies_of_a_pacs_are_fetched_once_the_folder_of_the_results_is_known_to_be_free(
    known_home: Path, pacs: FakePacs, asked: list[Request], tmp_path: Path
) -> None:
    station("batch", "info", "--pacs", "hospital:PT", "--out", tmp_path / "out")
    (request,) = asked
    assert pacs.asked == []
    assert request.roots == {}
    assert request.fetch is not None
    roots = request.fetch(silent, print).roots
    folders = {Path(folder) for folder in roots}
    assert {folder.parent for folder in folders} == {known_home / "studies"}
    found = scan(sorted(folders)).studies
    assert {(study.uid,) for study in found} == set(roots.values())
    assert len(found) == 2


def test_a_batch_of_a_pacs_that_sends_nothing_is_refused(
    pacs: FakePacs, asked: list[Request], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "TRIES", 1)
    pacs.refuses = dict.fromkeys(pacs.files, "Out of resources.")
    station("batch", "info", "--pacs", "hospital:PT", "--out", tmp_path / "out")
    (request,) = asked
    assert request.fetch is not None
    with pytest.raises(StationError, match="None of the studies could be fetched from hospital"):
        request.fetch(silent, print)


def test_a_batch_of_a_pacs_that_has_nothing_is_refused(
    pacs: FakePacs, asked: list[Request], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "studies", lambda *_: FoundStudies(()))
    result = station("batch", "info", "--pacs", "hospital:CT", "--out", tmp_path / "out")
    assert "hospital lists no study" in sentence(result)
    assert asked == []
