"""`station render` and `station demo`: the window in a file, and one sentence for what is wrong."""

import errno
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from station.operations.demo import make_demo_study
from station.ui.window import ReadingWindow
from tests.cli.running import sentence, station
from tests.made_up import studies


@pytest.fixture
def coarse_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo study in 8 mm voxels."""
    monkeypatch.setattr(
        "station.operations.demo.make_demo_study", partial(make_demo_study, coarser=4)
    )


def render(pair: Path, out: Path, *options: object) -> QImage:
    """The picture that `station render` writes with these options."""
    result = station("render", pair, "--out", out, "--size", "900x600", *options)
    assert result.exit_code == 0, result.output
    picture = QImage(str(out))
    assert not picture.isNull()
    return picture


def pixels(picture: QImage) -> np.ndarray:
    """0xffRRGGBB (rows, columns)."""
    converted = picture.convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(converted.constBits(), np.uint32).copy()
    return data.reshape(converted.height(), converted.width())


def share_of_colour(picture: QImage) -> float:
    """The part of the pixels that is clearly no grey."""
    values = pixels(picture)
    channels = np.stack([values >> shift & 0xFF for shift in (16, 8, 0)]).astype(int)
    return float((channels.max(axis=0) - channels.min(axis=0) > 100).mean())


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """There is a display; what a window would open on it."""
    opened: list[object] = []

    def run(paths: Sequence[Path] = (), *, demo: bool = False) -> int:
        opened.extend(["demo"] if demo else paths)
        return 0

    monkeypatch.setattr("station.ui.main.has_display", lambda: True)
    monkeypatch.setattr("station.ui.main.run", run)
    return opened


# --- render -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["1600x1000", "1280x720", "500x400"])
def test_render_writes_a_picture_of_the_size_asked_for(pair: Path, tmp_path: Path, size: str):
    out = tmp_path / "window.png"
    result = station("render", pair, "--out", out, "--size", size)
    assert (result.exit_code, result.stdout) == (0, f"Wrote {out}\n")
    assert out.read_bytes().startswith(b"\x89PNG")
    picture = QImage(str(out))
    assert f"{picture.width()}x{picture.height()}" == size
    values, counts = np.unique(pixels(picture), return_counts=True)
    assert len(values) > 100, "it is not blank"
    assert counts.max() / counts.sum() < 0.7


def test_render_leaves_the_data_folder_alone(pair: Path, tmp_path: Path, station_home: Path):
    render(pair, tmp_path / "window.png")
    assert not station_home.exists()


@pytest.mark.parametrize("layout", ["compare", "grid", "single", "mip"])
def test_every_layout_is_a_picture_of_its_own(pair: Path, tmp_path: Path, layout: str):
    other = "single" if layout == "compare" else "compare"
    one = render(pair, tmp_path / "one.png", "--layout", layout)
    two = render(pair, tmp_path / "two.png", "--layout", other)
    assert (pixels(one) != pixels(two)).mean() > 0.02


def test_a_narrower_window_makes_the_images_darker(pair: Path, tmp_path: Path):
    """In inverse grey."""
    narrow, wide = (
        pixels(render(pair, tmp_path / "window.png", "--window", window)) & 0xFF
        for window in ("0-2", "0-20")
    )
    assert narrow.mean() < wide.mean() - 5


def test_fusion_and_difference_bring_colour_into_the_picture(pair: Path, tmp_path: Path):
    lesion = "--at=" + ",".join(map(str, studies.LESION_MM))
    options = (tmp_path / "window.png", "--layout", "single", "--window", "0-2", lesion)
    plain, fused, difference = (
        share_of_colour(render(pair, *options, *mode))
        for mode in ([], ["--fusion"], ["--difference"])
    )
    assert fused > plain + 0.02
    assert difference > plain + 0.001, "the lesion alone differs"


def test_the_cursor_is_put_where_it_is_asked_for(pair: Path, tmp_path: Path):
    """Through the lesion there is a hot spot, black in inverse grey; through the middle none."""
    out = tmp_path / "window.png"
    options = ("--layout", "single", "--window", "0-7")
    lesion = ",".join(map(str, studies.LESION_MM))
    hot, cold = (
        (pixels(render(pair, out, *options, f"--at={at}")) == 0xFF000000).sum()
        for at in (lesion, "0,0,130")
    )
    assert hot > cold


# --- What is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        (
            "--layout",
            "cinema",
            (
                '"cinema" is not a layout. Use compare, grid, single, mip, pet-ct, '
                "reconstructions, prior or prior-pairs."
            ),
        ),
        ("--window", "7", '"7" is not an SUV window. Write it from 0 to an upper bound'),
        ("--window", "1-7", '"1-7" is not an SUV window.'),
        ("--window", "0-0", '"0-0" is not an SUV window.'),
        ("--window", "0-1000", '"0-1000" is not an SUV window.'),
        ("--window", "0-0.0000000000000000000000001", "such as 0-7."),
        ("--size", "big", '"big" is not a picture size. Write width x height, such as 1600x1000'),
        ("--size", "100x100", '"100x100" is not a picture size.'),
        ("--size", "1600x100000", '"1600x100000" is not a picture size.'),
        ("--colours", "magma", '"magma" is not a colour map. Use grey, hot-iron, pet,'),
        (
            "--at",
            "here",
            '"here" is not a position. Write three numbers in mm, such as 10.5,-20,300.',
        ),
        ("--at", "1,2", '"1,2" is not a position.'),
        ("--at", "nan,0,0", '"nan,0,0" is not a position.'),
        ("--at", "1e300,0,0", '"1e300,0,0" is not a position.'),
    ],
)
def test_a_bad_option_is_refused_in_one_sentence(
    pair: Path, tmp_path: Path, option: str, value: str, said: str
):
    out = tmp_path / "window.png"
    result = station("render", pair, "--out", out, option, value)
    assert result.exit_code == 1
    assert said in sentence(result)
    assert not out.exists()


def test_a_picture_that_cannot_be_written_is_said(pair: Path, tmp_path: Path):
    out = tmp_path / "nowhere" / "window.png"
    result = station("render", pair, "--out", out)
    assert (result.exit_code, sentence(result)) == (
        1,
        f"{out} could not be written. Choose another folder.",
    )


def test_a_picture_that_does_not_fit_the_disk_leaves_nothing(
    pair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def write(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    out = tmp_path / "new" / "window.png"
    out.parent.mkdir()
    monkeypatch.setattr(Path, "write_bytes", write)
    result = station("render", pair, "--out", out)
    assert result.exit_code == 1
    assert "No space left on device" in sentence(result)
    assert list(out.parent.iterdir()) == []


def test_a_folder_without_images_is_not_rendered(tmp_path: Path):
    (tmp_path / "junk.dcm").write_bytes(b"junk")
    result = station("render", tmp_path, "--out", tmp_path / "window.png")
    assert result.exit_code == 1
    assert "No image was found" in sentence(result)
    assert not (tmp_path / "window.png").exists()


def test_fusion_that_would_mislead_is_refused_with_its_reason(tmp_path: Path):
    studies.write_conventional(tmp_path / "study")
    studies.write_ct(tmp_path / "study", frame="elsewhere")
    out = tmp_path / "window.png"
    result = station("render", tmp_path / "study", "--out", out, "--fusion")
    assert result.exit_code == 1
    assert "different frames of reference" in sentence(result)
    assert not out.exists()


def test_a_difference_needs_two_images(tmp_path: Path):
    studies.write_conventional(tmp_path)
    result = station("render", tmp_path, "--out", tmp_path / "window.png", "--difference")
    assert result.exit_code == 1
    assert sentence(result) == "A difference needs a conventional and a DL image."


# --- demo ---------------------------------------------------------------------------------------


@pytest.mark.simulated
@pytest.mark.usefixtures("coarse_demo")
def test_the_demo_study_is_written_where_it_is_asked_for(tmp_path: Path):
    folder = tmp_path / "demo"
    result = station("demo", "--out", folder)
    assert (result.exit_code, result.stdout) == (0, f"Demo study: {folder}\n")
    assert {path.name for path in folder.iterdir()} == {
        "CT",
        "PT-conventional",
        "PT-unfiltered",
        "lesions.json",
    }
    again = station("demo", "--out", folder)
    assert again.exit_code == 1
    assert "is not empty, and a simulated study does not replace anything" in sentence(again)


def test_on_a_display_the_window_opens_at_once_and_makes_the_demo(
    display: list[object], station_home: Path
):
    assert station("demo", "--open").exit_code == 0
    assert display == ["demo"]
    assert not (station_home / "demo").exists()


@pytest.mark.simulated
@pytest.mark.usefixtures("coarse_demo")
def test_of_a_demo_in_a_folder_of_its_own_the_series_are_opened_and_not_the_truth_next_to_them(
    display: list[object], tmp_path: Path
):
    demo = tmp_path / "demo"
    assert station("demo", "--open", "--out", demo).exit_code == 0
    assert display == [demo / "CT", demo / "PT-conventional", demo / "PT-unfiltered"]


@pytest.mark.parametrize(
    ("platform", "display_"),
    [("", ""), ("offscreen", ":1"), ("minimal", ""), ("vnc:port=5900", "")],
)
def test_without_a_display_the_demo_is_drawn_into_a_picture(
    platform: str,
    display_: str,
    tmp_path: Path,
    station_home: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("station.operations.demo.make_demo_study", studies.QuickDemo())
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display_)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.chdir(tmp_path)
    left_out: list[int] = []

    def drawn(window: ReadingWindow) -> QPixmap:
        left_out.append(len(window.desk.state.left_out))
        return QWidget.grab(window)

    monkeypatch.setattr(ReadingWindow, "grab", drawn)
    result = station("demo", "--open")
    assert result.exit_code == 0, result.output
    assert left_out == [0], "the truth next to the series is not reported as left out"
    assert f"Demo study: {station_home / 'demo'}" in result.stdout
    assert "There is no display" in result.stdout
    picture = QImage(str(tmp_path / "station-demo.png"))
    assert (picture.width(), picture.height()) == (1600, 1000)
