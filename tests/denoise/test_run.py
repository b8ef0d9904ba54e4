"""What a training leaves in its folder."""

from pathlib import Path

from station.denoise.run import read_log


def test_a_log_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("epoch,loss\n1,0.5\n2,0.25\n", encoding="utf-8")
    assert read_log(path) == [{"epoch": "1", "loss": "0.5"}, {"epoch": "2", "loss": "0.25"}]


def test_where_there_is_no_log_yet_there_are_no_lines(tmp_path: Path) -> None:
    assert read_log(tmp_path / "log.csv") == []
