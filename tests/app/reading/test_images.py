"""Images of a blinded case in memory: whole, and without anything that says what they are."""

from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset

from station.app.reading.images import BlindWorkflow, blinded_state, load_images
from station.app.session import Session
from station.app.state import DisplayRange, Layout, Plane, Slot, changes_shown
from station.dicom.deidentify import slope_for, write_copy
from station.errors import Cancelled, StationError
from station.pet.volume import Unit, Volume
from station.progress import silent
from station.reading.worklist import CaseImage, Side
from tests.dicom.synthetic import write_series
from tests.made_up.blinded import HIGHEST_SUV, PROTOCOL
from tests.made_up.images import grid

PAIR = (Side.LEFT, Side.RIGHT)


def copy(folder: Path, suv: float = 2.0) -> CaseImage:
    """A de-identified image: air with one hot voxel of `suv`."""
    voxels = np.zeros((5, 8, 10), np.float32)
    voxels[2, 3, 6] = suv
    volume = Volume(voxels, grid(voxels.shape, (4.0, 4.0, 4.0)), Unit.SUV_BW)
    write_copy(volume, folder.name, slope_for(HIGHEST_SUV), folder)
    return CaseImage(Side.ONLY, folder)


def test_an_image_comes_in_suv_with_all_its_projections(tmp_path: Path) -> None:
    (one,) = load_images("K7Q2", (copy(tmp_path / "B2C3D4F5", 6.0),), silent)
    assert one.image.has_suv
    assert one.image.volume.voxels.max() == pytest.approx(6.0, abs=1e-3)
    assert one.mip.is_complete
    assert one.mip.image(17).max() == pytest.approx(6.0, abs=1e-3)


def test_what_a_header_says_does_not_come_along(tmp_path: Path) -> None:
    def telling(ds: Dataset, _: int) -> None:
        ds.SeriesDescription = "OSEM DLR (RESEARCH)"
        ds.ImageType = ["DERIVED", "PRIMARY"]

    write_series(tmp_path / "image", np.ones((4, 6, 6), np.int16), name="DL", edit=telling)
    (one,) = load_images("K7Q2", (CaseImage(Side.LEFT, tmp_path / "image"),), silent)
    series = one.image.series
    assert series.key == "K7Q2A"
    assert not series.is_research
    assert (series.description, series.manufacturer, series.image_type, series.number) == (
        "", "", (), None,
    )  # fmt: skip
    assert series.suv is None
    assert series.slices is None
    assert one.image.inputs == ()
    for provenance in (one.image.volume.provenance, one.image.stored.provenance):
        assert (provenance.series_uid, provenance.description, provenance.steps) == ("", "", ())


def test_a_folder_with_two_images_or_none_is_refused_by_the_code_alone(tmp_path: Path) -> None:
    copy(tmp_path / "B2C3D4F5" / "one")
    copy(tmp_path / "B2C3D4F5" / "two")
    for folder in (tmp_path / "B2C3D4F5", tmp_path / "nothing"):
        with pytest.raises(StationError, match=r"^The image of K7Q2 cannot be read") as raised:
            load_images("K7Q2", (CaseImage(Side.ONLY, folder),), silent)
        assert folder.name not in str(raised.value)


def test_loading_says_nothing_but_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    images = (copy(tmp_path / "B2C3D4F5"), copy(tmp_path / "C2D3F4G5"))
    heard: list[tuple[float, str]] = []
    load_images("K7Q2", images, lambda fraction, message: heard.append((fraction, message)))
    fractions = [fraction for fraction, _ in heard]
    assert fractions == sorted(fractions)
    assert 0.5 < fractions[-1] <= 1.0
    assert {message for _, message in heard} == {"Loading"}

    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load_images("K7Q2", images, stop)


@pytest.fixture
def workflow(qapp: object) -> BlindWorkflow:
    return BlindWorkflow(Session(blinded_state(PROTOCOL, 2)), PROTOCOL)


def test_a_pair_lies_in_its_places_and_nothing_else_can_be_put_there(
    workflow: BlindWorkflow, tmp_path: Path
) -> None:
    pair = (copy(tmp_path / "B2C3D4F5", 2.0), copy(tmp_path / "C2D3F4G5", 5.0))
    sides = [CaseImage(side, one.folder) for side, one in zip(PAIR, pair, strict=True)]
    images = load_images("K7Q2", sides, silent)
    workflow.put(images)
    state = workflow.state
    assert state.blinded
    assert state.study is None
    assert state.layout is Layout.COMPARE
    peaks = [float(image.volume.voxels.max()) for image in state.images.values()]
    assert peaks == pytest.approx([2.0, 5.0], abs=1e-3)
    assert changes_shown(state) is None
    workflow.assign(Slot.CONVENTIONAL, images[1].image.series.key)
    workflow.maximise(0, "mip")
    assert workflow.state.slots is state.slots
    assert workflow.state.maximised is None
    workflow.clear()
    assert not workflow.state.images
    assert not workflow.state.mips


def test_a_case_begins_in_the_middle_of_the_body_whatever_was_looked_at_before(
    workflow: BlindWorkflow, tmp_path: Path
) -> None:
    workflow.put(load_images("K7Q2", (copy(tmp_path / "B2C3D4F5"),), silent))
    first = workflow.state
    workflow.scroll(0, Plane.AXIAL, 2)
    workflow.set_upper(15.0)
    workflow.turn_mip(9)
    workflow.put(load_images("R3B8", (copy(tmp_path / "C2D3F4G5"),), silent))
    again = workflow.state
    assert (again.views, again.window, again.mip_angle) == (
        first.views,
        DisplayRange(0.0, PROTOCOL.window_suv),
        0,
    )
    assert not workflow.session.undo_stack.canUndo()


def test_the_presets_of_the_window_step_from_wherever_it_is(
    workflow: BlindWorkflow, tmp_path: Path
) -> None:
    workflow.put(load_images("K7Q2", (copy(tmp_path / "B2C3D4F5"),), silent))
    seen: list[float | None] = []
    for steps in (1, 1, 1, 1, -1, -1, -1, -1, -1, -1):
        workflow.step_window(steps)
        seen.append(workflow.window_suv)
    assert seen == [10.0, 15.0, 20.0, 20.0, 15.0, 10.0, 7.0, 6.0, 5.0, 2.5]
    workflow.set_upper(8.3)
    workflow.step_window(1)
    assert workflow.window_suv == 10.0


def test_an_image_without_suv_has_a_window_but_no_suv_to_record(
    workflow: BlindWorkflow, tmp_path: Path
) -> None:
    def without_weight(ds: Dataset, _: int) -> None:
        del ds.PatientWeight

    write_series(tmp_path / "image", np.full((4, 6, 6), 50, np.int16), edit=without_weight)
    workflow.put(load_images("K7Q2", (CaseImage(Side.ONLY, tmp_path / "image"),), silent))
    assert workflow.window_suv is None
    before = workflow.state.stored_fraction
    workflow.step_window(1)
    assert workflow.state.stored_fraction > before
    workflow.reset()
    assert workflow.state.stored_fraction == 1.0
