"""What tests/conftest.py and the pytest settings make of a test that hides a fault."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.simulated

ROOT = Path(__file__).resolve().parents[1]

TESTS = """
import logging
import os
import warnings

from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QMenu, QWidget

kept = []


def test_warning():
    warnings.warn("old", DeprecationWarning)


def test_log_record():
    logging.getLogger("pydicom").warning("odd value")


def test_log_record_that_is_read(caplog):
    logging.getLogger("pydicom").warning("odd value")
    assert "odd value" in caplog.text


def test_qt_message(qtbot):
    qWarning("QPainter::begin: Paint device returned engine == 0")


def test_widget_that_qtbot_closes(qtbot):
    kept.append(QWidget())
    qtbot.addWidget(kept[-1])


def test_widget_with_a_parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    kept.append(QMenu(parent))


def test_widget_left_behind(qtbot):
    kept.append(QWidget())


def test_nothing_wrong_after_one_that_left_a_widget_behind(qtbot, station_home):
    assert os.environ["STATION_HOME"] == str(station_home)
    assert not station_home.exists()
"""

FAULTS = {
    "test_warning": "failed",
    "test_log_record": "failed",
    "test_qt_message": "failed",
    "test_widget_left_behind": "error",
}


def test_hidden_faults_fail_the_test_that_has_them_and_no_other(pytester: pytest.Pytester) -> None:
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text())
    pytester.makepyprojecttoml((ROOT / "pyproject.toml").read_text())
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-rfE", "-p", "no:cacheprovider", "--rootdir=.", ".")
    result.assert_outcomes(passed=TESTS.count("def test_") - 3, failed=3, errors=1)
    for name, outcome in FAULTS.items():
        result.stdout.fnmatch_lines([f"{outcome.upper()} *::{name}*"])
    result.stdout.fnmatch_lines(["*left behind: *QWidget*"])
    result.stdout.fnmatch_lines(["*WARNING pydicom: odd value*"])
