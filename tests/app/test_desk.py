"""The desk joins what works on one state, and closes it in one place."""

import subprocess
import sys
from pathlib import Path

import pytest

from station.app.desk import Desk
from station.app.settings import Settings
from tests.app.conftest import Start


def test_everything_works_on_one_state_and_one_folder(start: Start, station_home: Path) -> None:
    desk = start()
    assert desk.workflow.session is desk.library.session is desk.session
    assert desk.home == desk.library.home == station_home
    desk.workflow.set_upper(12.0)
    assert desk.state.window.high == 12.0


def test_a_closed_desk_remembers_how_images_are_shown(start: Start, station_home: Path) -> None:
    desk = start()
    desk.workflow.set_colormap("pet")
    desk.close()
    assert Settings(station_home).first_state().colormap == "pet"


def test_a_desk_ends_a_drag_when_it_is_closed(start: Start, pair: Path) -> None:
    desk = start()
    desk.open(pair)
    desk.session.set(voi_in_hand=True)
    desk.close()
    assert not desk.state.voi_in_hand


@pytest.mark.usefixtures("qapp")
def test_what_reads_and_writes_vois_is_made_once(station_home: Path) -> None:
    desk = Desk(station_home)
    try:
        assert desk.exporting is desk.exporting
    finally:
        desk.close()


@pytest.mark.simulated
def test_no_widget_is_needed_for_a_desk() -> None:
    asked = "import sys, station.app.desk; print('PySide6.QtWidgets' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert loaded.stdout.split() == [b"False"]
