"""The page "What would I miss?" and the choice of network, as a person uses them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from station.app.denoising import MODEL_SETTING
from station.operations.audit.run import Wish
from station.operations.denoiser import installed_networks
from station.progress import Report
from station.ui.denoise.audit_page import AuditPage
from station.ui.denoise.network_dialog import NetworkDialog
from station.ui.window import ReadingWindow
from tests.made_up import audits, studies
from tests.made_up.networks import TenthLess
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import click


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return studies.write_unfiltered(tmp_path_factory.mktemp("raw"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Wish]:
    wishes: list[Wish] = []

    def made(source: Any, wish: Wish, network: Any, report: Report, *, resample: bool) -> Any:
        report(0.5, "Looking")
        wishes.append(wish)
        return audits.audit()

    monkeypatch.setattr("station.operations.audit.paths.audit_source", made)
    for place in ("station.app.denoise_audit", "station.operations.audit.paths"):
        monkeypatch.setattr(f"{place}.one_bed", lambda _: None)
    return wishes


@pytest.fixture
def window(open_window: OpenWindow, raw: Path, asked: list[Wish]) -> ReadingWindow:
    return open_window(raw, denoiser=TenthLess())


@pytest.fixture
def page(window: ReadingWindow) -> AuditPage:
    window.actions_["image.audit"].trigger()
    (page,) = window.findChildren(AuditPage)
    return page


def words_on(page: AuditPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_what_is_chosen_is_audited_and_shown(page: AuditPage, asked: list[Wish]) -> None:
    page.sizes.setText("6, 13")
    page.contrasts.setText("4")
    page.resolution.setText("5")
    page.sites["lung"].setChecked(False)
    page.sites["node"].setChecked(False)
    click(page.audit)
    assert asked == [audits.WISH]
    assert "loses what the filter keeps: 6 mm in liver at 4" in page.summary.text()
    assert page.table.rowCount() == 2
    assert page.seen.findChildren(QLabel)[0].pixmap().width() > 100
    assert page.save.isVisible()


def test_numbers_that_are_none_are_refused_on_the_page(page: AuditPage, asked: list[Wish]) -> None:
    page.sizes.setText("6, big")
    click(page.audit)
    assert asked == []
    assert "as numbers" in words_on(page)


def test_every_field_has_a_name_and_tells_what_it_is(page: AuditPage) -> None:
    for field in (page.series, page.network, page.sizes, page.contrasts, page.number):
        assert field.accessibleName()


def test_the_page_closes_when_images_are_read_blinded(
    page: AuditPage, window: ReadingWindow
) -> None:
    window.desk.session.set(blinded=True)
    assert not page.isVisible()
    assert not window.actions_["image.audit"].isEnabled()


def test_the_audit_is_saved_as_pdf(
    page: AuditPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(page.audit)
    target = tmp_path / "audit.pdf"
    ask: Callable[..., Path] = lambda *_: target  # noqa: E731
    monkeypatch.setattr("station.ui.denoise.audit_page.ask_target", ask)
    click(page.save)
    assert target.read_bytes().startswith(b"%PDF")


def test_the_network_is_chosen_and_remembered(window: ReadingWindow) -> None:
    dialog = NetworkDialog(window)
    first, other, *_ = installed_networks()
    assert [id_ for id_, button in dialog.choices.items() if button.isChecked()] == [first.id]
    assert first.default
    dialog.choices[other.id].setChecked(True)
    dialog.accept()
    assert window.desk.denoising.model == other.id
    assert window.desk.settings.text(MODEL_SETTING) == other.id
