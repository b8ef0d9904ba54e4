"""The wizard's page on power: what it simulates, how it is stopped, what it refuses."""

from pathlib import Path
from statistics import fmean

import pytest
from pytestqt.qtbot import QtBot

from station.app.jobs import InlineExecutor, Jobs
from station.reading.protocol import Arm
from station.report.reading.rows import scores_csv
from station.ui.reading.wizard.planning import PlanPage
from tests.made_up.held import Held
from tests.reading.reader_scores import study_scores


def page_of(qtbot: QtBot, jobs: Jobs) -> PlanPage:
    page = PlanPage(jobs)
    qtbot.addWidget(page)
    page.resize(820, 560)
    page.readers.setText("2, 4")
    page.cases.setText("10, 20")
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot) -> PlanPage:
    return page_of(qtbot, Jobs(InlineExecutor()))


def test_the_power_of_what_is_filled_in_is_drawn_and_said(page: PlanPage):
    page.fields["effect"].setValue(1.5)
    page.fields["reader_arm_sd"].setValue(0.1)
    page.simulate()
    goal, *sentences = page.result.text().splitlines()
    assert goal == "To show a difference of +1.5 points:"
    assert sentences[1] == "4 readers: 10 cases for a power of 80%."
    assert "2 readers" in page.legend.text()
    assert page.start.isEnabled()
    assert not page.bar.isVisible()


def test_a_margin_of_nought_is_none_and_another_asks_for_non_inferiority(page: PlanPage):
    assert page.request.assumed.margin is None
    page.fields["margin"].setValue(0.5)
    page.simulate()
    assert page.result.text().startswith("To show DL not inferior by 0.5 points:")


def test_what_is_no_list_of_numbers_is_said_and_nothing_is_simulated(page: PlanPage):
    page.readers.setText("two")
    page.simulate()
    assert page.words.text().startswith('Readers: "two" is not a list of whole numbers.')
    page.readers.setText("1")
    page.simulate()
    assert page.words.text().startswith("Readers: 1 is not between 2 and 20.")
    assert not page.result.text()


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def held_page(qtbot: QtBot, held: Held) -> PlanPage:
    """qtbot keeps no page alive, and a plot that goes while it is painted takes Qt with it."""
    return page_of(qtbot, Jobs(held))


def test_a_simulation_can_be_cancelled(held_page: PlanPage, held: Held):
    page = held_page
    page.simulate()
    assert page.bar.isVisible()
    assert page.stop.isVisible()
    page.stop.click()
    held.run_all()
    assert page.words.text() == "The simulation was cancelled."
    assert not page.result.text()
    page.simulate()
    held.run_all()
    assert page.result.text()


def test_a_pilot_fills_the_form(page: PlanPage, tmp_path: Path):
    rows = study_scores()
    (tmp_path / "pilot.csv").write_text(scores_csv(rows), encoding="utf-8")
    first = [row for row in rows if row.repeat == 0 and row.criterion == rows[0].criterion]
    dl, other = (
        [row.score for row in first if row.arm is arm] for arm in (Arm.DENOISED, Arm.CONVENTIONAL)
    )
    page.use_pilot(str(tmp_path / "pilot.csv"))
    assert page.fields["effect"].value() == pytest.approx(
        fmean(dl) - fmean(other), abs=0.00501
    )  # two decimals are shown
    assert page.words.text().startswith('From the pilot\'s "tumor_delineation". It also has')


def test_a_pilot_that_is_none_is_said(page: PlanPage, tmp_path: Path):
    (tmp_path / "pilot.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    page.use_pilot(str(tmp_path / "pilot.csv"))
    assert "pilot.csv" in page.words.text()
    assert page.fields["effect"].value() == 0.5
