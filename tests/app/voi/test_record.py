"""VOIs are kept as they are made: per study and reader, every change with its predecessor."""

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from station.app.state import Placing
from station.archive.index import open_index
from station.archive.vois import VoiRecord
from station.pet.sites import PlacedVoi
from station.pet.voi import Isocontour, Sphere, Threshold, ThresholdRule
from tests.app.conftest import Program, Start
from tests.dicom.synthetic import uid
from tests.made_up.held import Held

STUDY = str(uid("study"))
HERE = (26.0, -22.0, 164.0)


def history(home: Path, reader: str = "Dr A") -> tuple[VoiRecord, ...]:
    with closing(open_index(home)) as index:
        return index.voi_history(STUDY, reader)


def kept(home: Path, reader: str = "Dr A", study: str = STUDY) -> tuple[PlacedVoi, ...]:
    with closing(open_index(home)) as index:
        return index.vois(study, reader)


def centre(voi: PlacedVoi) -> tuple[float, float, float]:
    assert isinstance(voi.shape, Sphere)
    return voi.shape.centre_mm


@pytest.fixture
def program(start: Start, pair: Path) -> Program:
    """The pair is open."""
    program = start()
    program.open(pair)
    return program


def placed(program: Program, volume_ml: float = 0.5) -> PlacedVoi:
    program.workflow.vois.place(HERE, Placing(volume_ml))
    return program.state.vois[-1]


def drag(program: Program, voi: PlacedVoi, *stations_mm: float) -> None:
    """Move a VOI along x in one gesture, and let go."""
    vois, gesture = program.workflow.vois, object()
    vois.hold(True)
    for x in stations_mm:
        vois.move(voi.id, (x, HERE[1], HERE[2]), gesture)
    vois.hold(False)


# --- As they are made ---------------------------------------------------------------------------


def test_a_voi_is_kept_the_moment_it_is_placed(program: Program, station_home: Path):
    voi = placed(program)
    assert kept(station_home) == (voi,)
    assert program.failures == []


def test_opening_a_study_records_nothing(program: Program, station_home: Path):
    assert history(station_home) == ()


def test_every_change_keeps_its_predecessor(program: Program, station_home: Path):
    voi = placed(program)
    vois = program.workflow.vois
    vois.rename(voi.id, "Node")
    vois.recolour(voi.id, "#112233")
    vois.resize(voi.id, 2.0)
    vois.set_hidden(voi.id, True)
    records = [record.voi for record in history(station_home) if record.voi]
    assert [one.name for one in records] == ["VOI 1"] + ["Node"] * 4
    assert records[0] == voi
    assert records[-1] == program.state.vois[0]


def test_only_the_voi_that_changed_is_recorded(program: Program, station_home: Path):
    first, second = placed(program), placed(program)
    program.workflow.vois.rename(second.id, "Node")
    assert [record.voi_id for record in history(station_home)] == [first.id, second.id, second.id]


def test_selecting_and_looking_around_record_nothing(program: Program, station_home: Path):
    voi = placed(program)
    program.workflow.vois.select(None)
    program.workflow.vois.select(voi.id)
    program.workflow.place_crosshair(0, (0.0, 0.0, 146.0))
    program.workflow.set_upper(10.0)
    assert len(history(station_home)) == 1


def test_a_drag_is_recorded_once_when_the_hand_lets_go(program: Program, station_home: Path):
    voi = placed(program)
    vois, gesture = program.workflow.vois, object()
    vois.hold(True)
    for x in range(20):
        vois.move(voi.id, (float(x), 0.0, 0.0), gesture)
    assert len(history(station_home)) == 1
    vois.hold(False)
    assert [centre(record.voi) for record in history(station_home) if record.voi] == [
        HERE,
        (19.0, 0.0, 0.0),
    ]


def test_a_voi_that_was_taken_and_not_moved_is_not_recorded_again(
    program: Program, station_home: Path
):
    placed(program)
    program.workflow.vois.hold(True)
    program.workflow.vois.hold(False)
    assert len(history(station_home)) == 1


def test_undo_and_redo_are_recorded_like_changes_of_their_own(program: Program, station_home: Path):
    voi = placed(program)
    drag(program, voi, 0.0, 10.0)
    program.session.undo_stack.undo()
    assert kept(station_home) == (voi,)
    program.session.undo_stack.redo()
    assert centre(kept(station_home)[0]) == (10.0, HERE[1], HERE[2])
    assert len(history(station_home)) == 4


def test_a_deletion_is_recorded_and_so_is_its_undo(program: Program, station_home: Path):
    voi = placed(program)
    program.workflow.vois.delete(voi.id)
    assert kept(station_home) == ()
    assert [record.voi for record in history(station_home)] == [voi, None]
    program.session.undo_stack.undo()
    assert kept(station_home) == (voi,)


def test_a_site_that_is_placed_again_takes_the_place_of_the_old_one(
    program: Program, station_home: Path
):
    vois = program.workflow.vois
    vois.start_guided()
    armed = program.state.placing
    vois.place(HERE)
    vois.stop_guided()
    vois.place((0.0, 0.0, 146.0), armed)
    (voi,) = kept(station_home)
    assert centre(voi) == (0.0, 0.0, 146.0)
    assert voi.site == "aortic_arch"


# --- Coming back --------------------------------------------------------------------------------


def test_vois_come_back_when_the_study_is_opened_again(
    program: Program, pair: Path, other_patient: Path
):
    placed(program)
    program.workflow.vois.grow(Threshold(ThresholdRule.PERCENT_OF_MAX, 0.41))
    before = program.state.vois
    assert isinstance(before[1].shape, Isocontour)
    program.open(other_patient)
    assert program.state.vois == ()
    program.library.open_study(STUDY)
    assert program.state.vois == before
    assert program.state.selected_voi is None


def test_vois_come_back_after_a_restart_in_the_order_they_were_placed(
    program: Program, start: Start, pair: Path
):
    first, second = placed(program), placed(program, 3.0)
    program.workflow.vois.rename(first.id, "Changed last")
    program.close()
    again = start()
    again.open(pair)
    assert [voi.id for voi in again.state.vois] == [first.id, second.id]
    assert again.state.vois == program.state.vois


def test_what_came_back_is_not_recorded_again(
    program: Program, start: Start, pair: Path, station_home: Path
):
    placed(program)
    program.close()
    start().open(pair)
    assert len(history(station_home)) == 1


def test_there_is_no_undo_into_the_study_before(program: Program, other_patient: Path):
    placed(program)
    program.open(other_patient)
    assert not program.session.undo_stack.canUndo()


def test_a_study_keeps_only_its_own_vois(program: Program, other_patient: Path, station_home: Path):
    here = placed(program)
    program.open(other_patient)
    there = placed(program)
    assert kept(station_home) == (here,)
    assert kept(station_home, study=str(uid("other"))) == (there,)


def test_a_drag_in_hand_when_another_study_is_opened_is_not_mixed_into_it(
    program: Program, other_patient: Path, station_home: Path
):
    voi = placed(program)
    program.workflow.vois.hold(True)
    program.workflow.vois.move(voi.id, (0.0, 0.0, 0.0), object())
    program.open(other_patient)
    program.workflow.vois.hold(False)
    assert kept(station_home, study=str(uid("other"))) == ()
    assert not program.state.voi_in_hand


# --- Readers ------------------------------------------------------------------------------------


def test_another_reader_starts_with_none_of_the_first_ones_vois(
    program: Program, station_home: Path
):
    mine = placed(program)
    program.session.set(reader="Dr B")
    assert program.state.vois == ()
    yours = placed(program, 3.0)
    assert kept(station_home, "Dr A") == (mine,)
    assert kept(station_home, "Dr B") == (yours,)


def test_the_first_reader_gets_his_own_back(program: Program):
    mine = placed(program)
    program.session.set(reader="Dr B")
    placed(program, 3.0)
    program.session.set(reader="Dr A")
    assert program.state.vois == (mine,)
    assert not program.session.undo_stack.canUndo(), "it would lead into the other's VOIs"


def test_what_is_placed_while_a_readers_vois_are_fetched_is_not_lost(
    start: Start, pair: Path, station_home: Path
):
    first = start()
    first.open(pair)
    old = placed(first)
    first.close()
    held = Held()
    program = start(held)
    program.session.set(reader="Dr B")
    program.open(pair)
    held.run_all()
    program.session.set(reader="Dr A")
    new = placed(program)
    held.run_all()
    assert program.state.vois == (old, new)
    assert kept(station_home) == (old, new)
    assert kept(station_home, "Dr B") == ()


# --- A killed process ---------------------------------------------------------------------------

DRAGS = """
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from station.app.jobs import Jobs
from station.app.library import Library
from station.app.session import Session
from station.app.state import Placing, State
from station.app.workflow import Workflow

application = QCoreApplication([])
session = Session(State(reader="Dr A"))
jobs = Jobs()
library = Library(session, jobs, Path(sys.argv[1]))
vois = Workflow(session).vois


def settle():
    while jobs.running:
        application.processEvents()
        time.sleep(0.001)


library.open_paths([Path(sys.argv[2])])
settle()
vois.place((0.0, 0.0, 146.0), Placing(3.0))
(voi,) = session.state.vois
for number in range(1, 6):
    gesture = object()
    vois.hold(True)
    for step in range(10):
        vois.move(voi.id, (number + step / 10, 0.0, 146.0), gesture)
        application.processEvents()
    vois.hold(False)
settle()
vois.hold(True)
gesture, x = object(), 100.0
print("in hand", flush=True)
while True:
    x += 1
    vois.move(voi.id, (x, 0.0, 146.0), gesture)
    application.processEvents()
"""


@pytest.mark.simulated
def test_kill_9_in_the_middle_of_a_drag_loses_the_drag_in_hand_and_nothing_else(
    start: Start, pair: Path, station_home: Path
):
    command = [sys.executable, "-c", DRAGS, str(station_home), str(pair)]
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "in hand\n"
        victim.kill()
    assert victim.returncode == -signal.SIGKILL
    centres = [centre(record.voi) for record in history(station_home) if record.voi]
    assert centres == [(0.0, 0.0, 146.0), *[(n + 0.9, 0.0, 146.0) for n in range(1, 6)]]
    program = start()
    program.open(pair)
    (voi,) = program.state.vois
    assert centre(voi) == (5.9, 0.0, 146.0)
