import sys
from pathlib import Path

import pytest

from station import model_cards, system
from station.archive.database import FILE_NAME, URL_VARIABLE
from station.logs import FOLDER, Logs
from station.operations import doctor
from station.operations.doctor import Finding, Health, examine


def of(findings: tuple[Finding, ...], name: str) -> Finding:
    return next(finding for finding in findings if finding.name == name)


def test_a_sound_installation_has_nothing_wrong(station_home: Path):
    findings = examine(station_home)
    assert [finding for finding in findings if finding.health is Health.WRONG] == []
    assert of(findings, "weights").sentence.endswith("each as shipped")


def test_without_a_display_it_says_what_still_works(
    station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    found = of(examine(station_home), "display")
    assert found.health is Health.LOOK
    assert "station render" in found.sentence


def test_a_missing_library_is_named_with_what_to_install(
    station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(system, "WINDOW_LIBRARIES", {"libnowhere.so.7": "libnowhere7"})
    found = of(examine(station_home), "display")
    assert found.health is Health.WRONG
    assert "apt-get install libnowhere7" in found.sentence


@pytest.mark.skipif(sys.platform != "linux", reason="X is Linux's")
def test_an_x_server_that_is_not_there_is_wrong(
    station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", "127.0.0.1:64000")  # a port beyond the last
    found = of(examine(station_home), "display")
    assert found.health is Health.WRONG
    assert "127.0.0.1:64000 does not answer" in found.sentence


def test_a_data_folder_that_cannot_be_written_is_wrong(tmp_path: Path):
    (tmp_path / "file").touch()
    findings = examine(tmp_path / "file" / "home")
    found = of(findings, "data folder")
    assert found.health is Health.WRONG
    assert "STATION_HOME" in found.sentence
    assert of(findings, "archive").health is Health.WRONG
    assert of(findings, "weights").health is Health.GOOD, "the rest is looked at all the same"


def test_a_full_disk_is_something_to_look_at(station_home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(doctor, "ENOUGH_BYTES", 1 << 60)
    assert of(examine(station_home), "data folder").health is Health.LOOK


def test_a_damaged_archive_is_wrong(known_home: Path):
    path = known_home / FILE_NAME
    content = bytearray(path.read_bytes())
    content[8192:40000] = bytes(40000 - 8192)
    path.write_bytes(content)
    found = of(examine(known_home), "archive")
    assert found.health is Health.WRONG
    assert "damaged" in found.sentence


def test_a_shared_archive_that_nobody_can_use_is_wrong(
    station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(URL_VARIABLE, "mysql://nowhere/station")
    found = of(examine(station_home), "archive")
    assert found.health is Health.GOOD
    wrong = [one for one in examine(station_home) if one.health is Health.WRONG]
    assert any(URL_VARIABLE in one.sentence for one in wrong)


def test_weights_that_are_missing_or_changed_are_wrong(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shipped = model_cards.shipped_weights()
    changed = tmp_path / shipped[0].path.name
    changed.write_bytes(b"something else")
    weights = (
        model_cards.ShippedWeights("denoiser", "a", "1", shipped[0].sha256, changed),
        model_cards.ShippedWeights("denoiser", "b", "1", "0" * 64, tmp_path / "b.safetensors"),
    )
    monkeypatch.setattr(doctor, "shipped_weights", lambda: weights)
    found = of(examine(station_home), "weights")
    assert found.health is Health.WRONG
    assert "is not the file that was shipped" in found.sentence
    assert "is missing" in found.sentence


@pytest.mark.usefixtures("caplog")
def test_reports_of_crashes_are_something_to_look_at(station_home: Path):
    Logs(station_home / FOLDER).keep(ValueError())
    assert of(examine(station_home), "crashes").health is Health.LOOK
