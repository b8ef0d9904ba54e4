import os
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from station.archive.files import FOLDER, copy_in, stale
from station.errors import ArchiveError, Cancelled
from station.pet.study import Series, Study
from station.progress import silent
from tests.archive import studies


def paths(study: Study) -> list[Path]:
    return [
        Path(path)
        for series in study.series
        if series.slices is not None
        for path in series.slices.paths
        if path
    ]


# -- are they still what they were -----------------------------------------------------------------


def test_untouched_files_are_not_stale(tmp_path: Path) -> None:
    assert stale(studies.series(tmp_path)) is None


def test_a_file_of_another_size_is_stale_and_named(tmp_path: Path) -> None:
    series = studies.series(tmp_path)
    (tmp_path / "IM0001").write_bytes(b"more than it was")
    sentence = stale(series)
    assert sentence is not None
    assert sentence.startswith('Series 4 "WB AC": 1 of 3 files changed since they were read')
    assert str(tmp_path / "IM0001") in sentence


def test_a_file_written_again_with_the_same_size_is_stale(tmp_path: Path) -> None:
    series = studies.series(tmp_path)
    os.utime(tmp_path / "IM0002", ns=(1, 1))
    assert "1 of 3 files changed" in (stale(series) or "")


def test_files_that_are_gone_are_said_to_be_gone(tmp_path: Path) -> None:
    series = studies.series(tmp_path / "stick")
    shutil.rmtree(tmp_path / "stick")
    sentence = stale(series) or ""
    assert "3 of 3 files can no longer be read" in sentence
    assert sentence.endswith("Open the study again from where its files are now.")


def test_a_path_that_no_file_system_takes_is_gone_and_no_crash(tmp_path: Path) -> None:
    series = studies.series(tmp_path)
    assert series.slices is not None
    odd = replace(series, slices=replace(series.slices, paths=("a\0b", *series.slices.paths[1:])))
    assert "1 of 3 files can no longer be read" in (stale(odd) or "")


def test_a_series_without_slices_is_never_stale() -> None:
    assert stale(Series("1.2", "1", "PT", studies.Role.OTHER, problem="No geometry.")) is None


# -- copying in ------------------------------------------------------------------------------------


def test_a_copied_study_lies_in_the_data_folder_byte_for_byte(
    tmp_path: Path, station_home: Path
) -> None:
    study = studies.study(tmp_path / "stick")
    copied = copy_in(study, station_home, silent)
    assert [file.read_bytes() for file in paths(copied)] == [
        file.read_bytes() for file in paths(study)
    ]
    assert all(
        file.is_relative_to(station_home / FOLDER / studies.STUDY_UID) for file in paths(copied)
    )


def test_the_copy_needs_its_source_no_more(tmp_path: Path, station_home: Path) -> None:
    copied = copy_in(studies.study(tmp_path / "stick"), station_home, silent)
    shutil.rmtree(tmp_path / "stick")
    assert [stale(series) for series in copied.series] == [None]


def test_progress_runs_from_0_to_1(tmp_path: Path, station_home: Path) -> None:
    told: list[float] = []

    def report(fraction: float, message: str) -> None:
        told.append(fraction)

    copy_in(studies.study(tmp_path / "stick"), station_home, report)
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)


def test_a_cancelled_copy_leaves_nothing_behind(tmp_path: Path, station_home: Path) -> None:
    def cancel(fraction: float, message: str) -> None:
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        copy_in(studies.study(tmp_path / "stick"), station_home, cancel)
    assert list((station_home / FOLDER).iterdir()) == []


def test_a_file_that_changed_since_it_was_read_is_not_copied(
    tmp_path: Path, station_home: Path
) -> None:
    study = studies.study(tmp_path / "stick")
    paths(study)[0].write_bytes(b"something else altogether")
    with pytest.raises(ArchiveError, match="1 of 3 files changed since they were read"):
        copy_in(study, station_home, silent)


def test_a_file_that_shrinks_while_it_is_copied_is_refused_and_nothing_is_left(
    tmp_path: Path, station_home: Path
) -> None:
    study = studies.study(tmp_path / "stick")

    def pull_the_stick(fraction: float, message: str) -> None:
        paths(study)[2].write_bytes(b"")

    with pytest.raises(ArchiveError, match="had 12 bytes when it was read, its copy 0"):
        copy_in(study, station_home, pull_the_stick)
    assert list((station_home / FOLDER).iterdir()) == []


def test_a_full_disk_is_noticed_before_anything_is_copied(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=30_000_000))
    with pytest.raises(ArchiveError, match=r"105 MB must stay free, but .* has 30 MB left"):
        copy_in(studies.study(tmp_path / "stick"), station_home, silent)
    assert list((station_home / FOLDER).iterdir()) == []


def test_a_data_folder_that_is_a_file_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match=r"could not be copied into .* open the study in place"):
        copy_in(studies.study(tmp_path / "stick"), tmp_path / "file", silent)


def test_a_copied_study_is_not_copied_twice(tmp_path: Path, station_home: Path) -> None:
    copied = copy_in(studies.study(tmp_path / "stick"), station_home, silent)
    assert copy_in(copied, station_home, silent) is copied


def test_a_second_copy_of_a_study_does_not_touch_the_first(
    tmp_path: Path, station_home: Path
) -> None:
    first = copy_in(studies.study(tmp_path / "one", slices=3), station_home, silent)
    second = copy_in(studies.study(tmp_path / "two", slices=2), station_home, silent)
    assert not set(paths(first)) & set(paths(second))
    assert [stale(series) for series in (*first.series, *second.series)] == [None, None]


@pytest.mark.parametrize("uid", ["../../escape", "/etc", "", ".", "1.2\n", "CON", "1.2/3"])
def test_a_uid_that_is_no_uid_cannot_lead_out_of_the_data_folder(
    tmp_path: Path, station_home: Path, uid: str
) -> None:
    study = studies.study(tmp_path / "stick", uid=uid)
    copied = copy_in(study, station_home, silent)
    folders = {file.resolve().relative_to(station_home / FOLDER).parts for file in paths(copied)}
    assert {len(parts) for parts in folders} == {3}


def test_a_multi_frame_file_is_copied_once(tmp_path: Path, station_home: Path) -> None:
    study = studies.study(tmp_path / "stick", slices=1)
    table = study.series[0].slices
    assert table is not None
    frames = replace(
        table,
        **{
            name: getattr(table, name).repeat(4)
            for name in (
                "offsets",
                "frames",
                "slopes",
                "intercepts",
                "file_sizes",
                "file_times_ns",
            )
        },
        paths=table.paths * 4,
        sop_uids=table.sop_uids * 4,
    )
    multi_frame = studies.with_series(study, replace(study.series[0], slices=frames))
    copied = copy_in(multi_frame, station_home, silent)
    assert len(set(paths(copied))) == 1
    assert stale(copied.series[0]) is None


def test_a_slice_that_was_never_stored_stays_missing_in_the_copy(
    tmp_path: Path, station_home: Path
) -> None:
    study = studies.study(tmp_path / "stick")
    table = study.series[0].slices
    assert table is not None
    gap = replace(table, paths=(table.paths[0], "", table.paths[2]))
    copied = copy_in(
        studies.with_series(study, replace(study.series[0], slices=gap)), station_home, silent
    )
    table = copied.series[0].slices
    assert table is not None
    assert table.missing.tolist() == [False, True, False]
