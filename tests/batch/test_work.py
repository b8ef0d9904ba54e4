"""What is done to one study: the operations of the command line, named by all that they need."""

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pydicom
import pytest

from station import __version__
from station.batch import work
from station.batch.outputs import manifest_of
from station.batch.work import OPERATIONS, ROWS, Job, Made, Operation, do, shipped_weights
from station.dicom.load import scan
from station.errors import StationError
from station.operations import measure
from station.operations.info import describe
from station.pet.voi import PeakRule, Sphere
from tests.dicom.synthetic import uid
from tests.made_up import studies

SPHERE = Sphere(studies.LESION_MM, 0.5)
MEASURE = {"sphere": [[*SPHERE.centre_mm, SPHERE.volume_ml]], "mask": {}, "peak": "global"}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An unfiltered PET. Read only."""
    return studies.write_unfiltered(tmp_path_factory.mktemp("source"))


def job(
    source: Path, out: Path, operation: str = "info", options: dict[str, Any] | None = None
) -> Job:
    files = tuple(str(path) for path in sorted(source.rglob("*")) if path.is_file())
    outputs = str(out / "outputs")
    return Job(operation, options or {}, {}, __version__, uid("study"), files, (), outputs)


def output(out: Path, made: Made) -> Path:
    return out / "outputs" / made.output


def content(out: Path, made: Made, name: str) -> Any:
    return json.loads((output(out, made) / name).read_text())


def test_info_gives_what_the_command_line_gives(source: Path, tmp_path: Path) -> None:
    made = do(job(source, tmp_path))
    assert content(tmp_path, made, "info.json") == describe([source], tmp_path)
    (row,) = content(tmp_path, made, ROWS)
    assert row["suv_factor_bw"] == pytest.approx(studies.FACTOR, rel=1e-6)
    assert row["max"] == pytest.approx(studies.LESION_SUV, rel=1e-3)


def test_measure_gives_what_the_command_line_gives(source: Path, tmp_path: Path) -> None:
    made = do(job(source, tmp_path, "measure", MEASURE))
    rows = measure.measure_paths([source], [SPHERE], [], [], PeakRule.GLOBAL, tmp_path)
    assert content(tmp_path, made, "measure.json") == measure.as_json(rows)
    (row,) = content(tmp_path, made, ROWS)
    assert (row["voi"], row["voi_kind"]) == ("Sphere 1", "sphere")


def test_a_study_without_anything_to_measure_says_so(source: Path, tmp_path: Path) -> None:
    with pytest.raises(StationError, match="no contours, segmentation or measurements of its own"):
        do(job(source, tmp_path, "measure", MEASURE | {"sphere": []}))
    assert not (tmp_path / "outputs").exists()


def test_a_study_whose_every_file_is_truncated_says_so(source: Path, tmp_path: Path) -> None:
    shutil.copytree(source, tmp_path / "in")
    files = [path for path in (tmp_path / "in").rglob("*") if path.is_file()]
    for path in files:
        path.write_bytes(path.read_bytes()[:-100])
    words = rf"no image.*It is truncated.*So were {len(files) - 1} more"
    with pytest.raises(StationError, match=words):
        do(job(tmp_path / "in", tmp_path))


FILTER = {"fwhm_mm": 6.0, "assume_unfiltered": False}


def test_a_filtered_series_is_the_same_to_the_byte_whenever_it_is_made(
    source: Path, tmp_path: Path
) -> None:
    one = do(job(source, tmp_path / "1", "filter", FILTER))
    other = do(job(source, tmp_path / "2", "filter", FILTER))
    assert one == other
    assert manifest_of(output(tmp_path / "1", one)) == manifest_of(output(tmp_path / "2", other))
    folder = output(tmp_path / "1", one) / "series"
    (study,) = scan([folder]).studies
    (row,) = content(tmp_path / "1", one, ROWS)
    assert [series.uid for series in study.series] == [row["series_uid"]]
    header = pydicom.dcmread(folder / "0001.dcm")
    assert "InstanceCreationDate" not in header  # it would have another moment each time
    assert content(tmp_path / "1", one, "filter.json")["out"] == "series"


def test_another_option_gives_another_series(source: Path, tmp_path: Path) -> None:
    one = do(job(source, tmp_path, "filter", FILTER))
    other = do(job(source, tmp_path, "filter", FILTER | {"fwhm_mm": 5.0}))
    uids = {content(tmp_path, made, ROWS)[0]["series_uid"] for made in (one, other)}
    assert len(uids) == 2


def test_an_output_that_is_there_is_not_made_again(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = do(job(source, tmp_path))
    monkeypatch.setattr(work, "whole_output", lambda *_: pytest.fail("it was made again"))
    assert do(job(source, tmp_path)) == made


def test_a_zip_gives_what_its_files_give(source: Path, tmp_path: Path) -> None:
    packed = tmp_path / "in" / "packed.zip"
    packed.parent.mkdir()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in source.rglob("*.dcm"):
            archive.write(file, file.relative_to(source))
    made = do(job(packed.parent, tmp_path, "measure", MEASURE))
    plain = do(job(source, tmp_path, "measure", MEASURE))
    assert content(tmp_path, made, "measure.json") == content(tmp_path, plain, "measure.json")


def test_a_worker_of_another_version_is_refused(source: Path, tmp_path: Path) -> None:
    other = replace(job(source, tmp_path), version="9.9")
    with pytest.raises(StationError, match=r"the batch Station 9.9"):
        do(other)


def test_a_worker_with_other_networks_is_refused(source: Path, tmp_path: Path) -> None:
    other = replace(job(source, tmp_path), weights={"grader": "a" * 64})
    with pytest.raises(StationError, match="other networks"):
        do(other)


def test_a_file_that_has_gone_is_named(source: Path, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.dcm")
    with pytest.raises(StationError, match=r"gone.dcm can no longer be read"):
        do(replace(job(source, tmp_path), images=(gone,)))


def test_weights_are_named_without_loading_them() -> None:
    assert {*shipped_weights(OPERATIONS["grade"], {})} == {"grader", "finder"}
    default = shipped_weights(OPERATIONS["denoise"], {"model": None})
    other = shipped_weights(OPERATIONS["denoise"], {"model": "paper"})
    assert default["denoiser"] != other["denoiser"]
    assert shipped_weights(OPERATIONS["info"], {}) == {}
    with pytest.raises(StationError, match=r'no denoiser "none". There is noise-free'):
        shipped_weights(OPERATIONS["denoise"], {"model": "none"})
    unknown = Operation("x", "", {}, lambda *_: [], networks=("nothing",))
    with pytest.raises(StationError, match="There are no weights of the nothing"):
        shipped_weights(unknown, {})
