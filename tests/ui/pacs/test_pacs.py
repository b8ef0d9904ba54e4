"""PACS as a hand uses it: the list, its series, transfers, priors, sending, and the servers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from station.app.pacs.state import BLINDED, NO_SERVER, Days, Here, Progress, Source
from station.app.pacs.workflow import PacsWorkflow
from station.operations.pacs.listen import Arrived, ListenerSettings
from station.operations.pacs.servers import Checked, Diagnosis
from station.pacs import Failure, Fetched, PacsError, Sent, SignIn, Tls, Traffic, Via
from station.ui.dialogs import Closing
from station.ui.pacs.panel import PacsPanel
from station.ui.pacs.priors import PriorsLine
from station.ui.pacs.send_dialog import SendDialog
from station.ui.pacs.servers_dialog import ServersDialog, checks_html
from station.ui.pacs.transfers import TransferLine
from station.ui.reading.actions import HiddenProgram
from station.ui.status import StatusBar
from station.ui.window import ReadingWindow
from tests.app.pacs.conftest import Held
from tests.app.pacs.hospital import ARCHIVE, DOWN, HOSPITAL, TODAY, Hospital, interrupted, remote
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import CTRL, SHIFT, click, double_click, menus, press
from tests.ui.keyboard import nameless, unreached

CTRL_SHIFT = CTRL | SHIFT
ON_THE_BOX = QPoint(8, 8)


def clinic_hospital(**facts) -> Hospital:
    return Hospital(
        studies={
            HOSPITAL.name: [remote("1"), remote("2", "Roe, Richard", "SYN2")],
            ARCHIVE.name: [remote("3", "Poe, Ann", "SYN3", day=date(2026, 3, 1))],
        },
        **facts,
    )


OpenClinic = Callable[..., ReadingWindow]


@pytest.fixture
def open_clinic(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> OpenClinic:
    """A window over made-up servers, on a fixed day, with their list in front."""

    def open_(hospital: Hospital, *paths: Path, source: Source = Source.PACS, **how):
        first = PacsWorkflow.begin

        def begin(pacs: PacsWorkflow) -> None:
            pacs._today = lambda: TODAY
            first(pacs)

        monkeypatch.setattr(PacsWorkflow, "begin", begin)
        window = open_window(*paths, gateway=hospital, **how)
        window.browser.show()
        if source is Source.PACS:
            click(window.browser.sources[Source.PACS])
        QApplication.processEvents()
        return window

    return open_


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    uids: list[str] = []
    monkeypatch.setattr("station.app.library.Library.open_study", lambda _, uid: uids.append(uid))
    return uids


def panel(window: ReadingWindow) -> PacsPanel:
    return window.browser.pacs_panel


def at(window: ReadingWindow, row: int, below: int | None = None) -> QModelIndex:
    """A study of the list, or a line below it."""
    found = panel(window).tree.found
    study = found.index(row, 0)
    return study if below is None else found.index(below, 0, study)


def names(window: ReadingWindow) -> list[str]:
    return [row.study.patient_name for row in panel(window).tree.found.rows]


def empty_words(window: ReadingWindow) -> str:
    label = panel(window)._empty
    return label.text() if label.isVisible() else ""


def click_on(window: ReadingWindow, index: QModelIndex, *, twice: bool = False) -> None:
    tree = panel(window).tree
    place = tree.visualRect(index).center()
    (double_click if twice else click)(tree.viewport(), place)


def lines(window: ReadingWindow) -> list[TransferLine]:
    QApplication.processEvents()  # a new line is laid out in the next turn
    shown = panel(window).transfers.lines.values()
    return [line for line in shown if line.isVisible()]


def priors_line(window: ReadingWindow) -> PriorsLine:
    (line,) = window.findChildren(PriorsLine)
    return line


def status_bar(window: ReadingWindow) -> StatusBar:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    return bar


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


# --- The list ------------------------------------------------------------------------------------


def test_the_switch_shows_the_studies_of_all_servers_and_back(open_clinic: OpenClinic):
    window = open_clinic(clinic_hospital())
    assert names(window) == ["Doe, Jane", "Roe, Richard", "Poe, Ann"]
    assert panel(window).found.text() == "3 studies"
    click(window.browser.sources[Source.STATION])
    assert not panel(window).isVisible()
    assert window.browser.search.isVisible()


def test_typing_three_letters_searches_and_fewer_say_so(open_clinic: OpenClinic, qtbot: QtBot):
    window = open_clinic(clinic_hospital())
    search = panel(window).search
    QTest.keyClicks(search, "Ro")
    qtbot.waitUntil(lambda: empty_words(window).startswith("Type 3 letters"))
    QTest.keyClicks(search, "e")
    qtbot.waitUntil(lambda: names(window) == ["Roe, Richard"])


def test_fast_typing_is_one_search(open_clinic: OpenClinic, qtbot: QtBot):
    hospital = clinic_hospital()
    window = open_clinic(hospital)
    hospital.asked.clear()
    QTest.keyClicks(panel(window).search, "Richard")
    qtbot.waitUntil(lambda: names(window) == ["Roe, Richard"])
    assert {query.name or query.patient_id for _, query in hospital.asked} == {
        "Richard",
        "Richard*",
    }


def test_return_searches_at_once_and_goes_to_the_list(open_clinic: OpenClinic):
    window = open_clinic(clinic_hospital())
    QTest.keyClicks(panel(window).search, "Poe")
    QTest.keyClick(panel(window).search, Qt.Key.Key_Return)
    assert names(window) == ["Poe, Ann"]
    assert window.focusWidget() is panel(window).tree


def test_boxes_choose_servers_days_and_modality(open_clinic: OpenClinic):
    hospital = clinic_hospital()
    window = open_clinic(hospital)
    shown = panel(window)
    assert {name: box.isChecked() for name, box in shown.boxes.items()} == {
        HOSPITAL.name: True,
        ARCHIVE.name: True,
    }
    click(shown.boxes[HOSPITAL.name])
    assert names(window) == ["Poe, Ann"]
    shown.days.setFocus()
    QTest.keyClick(shown.days, Qt.Key.Key_Home)
    assert window.desk.state.pacs.days is Days.TODAY
    assert names(window) == []
    click(shown.pet_only, ON_THE_BOX)
    assert hospital.asked[-1][1].modality == ""


def test_one_server_that_fails_is_one_sentence_above_the_others_studies(open_clinic: OpenClinic):
    window = open_clinic(clinic_hospital(problems={HOSPITAL.name: DOWN}))
    assert names(window) == ["Poe, Ann"]
    assert panel(window).problems.text() == DOWN
    assert panel(window).problems.isVisible()


def test_without_a_server_a_button_offers_to_add_one(open_clinic: OpenClinic):
    window = open_clinic(Hospital(known=[]))
    assert empty_words(window) == NO_SERVER
    assert not panel(window).search.isVisible()
    click(panel(window).add)
    (dialog,) = window.findChildren(ServersDialog)
    assert dialog.isVisible()


def test_a_search_without_a_hit_says_what_to_change(open_clinic: OpenClinic):
    window = open_clinic(clinic_hospital())
    QTest.keyClicks(panel(window).search, "nobody")
    QTest.keyClick(panel(window).search, Qt.Key.Key_Return)
    assert empty_words(window).startswith(
        'No PET study of the last 30 days on ARCHIVE and HOSPITAL matches "nobody".'
    ) or empty_words(window).startswith(
        'No PET study of the last 30 days on HOSPITAL and ARCHIVE matches "nobody".'
    )


def test_a_thousand_studies_of_two_servers_are_listed(open_clinic: OpenClinic):
    many = [remote(f"{number}", f"Doe^Jane{number}") for number in range(1000)]
    half = {HOSPITAL.name: many[:500], ARCHIVE.name: many[500:]}
    window = open_clinic(Hospital(studies=half), source=Source.STATION)
    click(window.browser.sources[Source.PACS])
    panel(window).tree.viewport().repaint()
    assert len(names(window)) == 1000
    assert panel(window).found.text() == "1,000 studies"


# --- Series --------------------------------------------------------------------------------------


def test_the_right_arrow_unfolds_a_study_to_its_series(open_clinic: OpenClinic):
    window = open_clinic(clinic_hospital())
    tree = panel(window).tree
    QTest.keyClick(panel(window).search, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    words = [at(window, 0, number).data() for number in range(tree.found.rowCount(at(window, 0)))]
    assert words == ["PT   WB AC · 24", "CT   CT standard · 300", "SR   Dose report · 1"]
    assert tree.visualRect(at(window, 0, 0)).height() > tree.visualRect(at(window, 0, 2)).height()


def test_series_on_their_way_and_series_that_cannot_be_had_are_a_sentence(
    open_clinic: OpenClinic, qtbot: QtBot
):
    hospital = clinic_hospital()
    window = open_clinic(hospital)
    hospital.problems[HOSPITAL.name] = DOWN
    tree = panel(window).tree
    assert at(window, 0, 0).data() == "Asking for the series…"
    tree.expand(at(window, 0))
    assert at(window, 0, 0).data() == DOWN
    assert not at(window, 0, 0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_new_answer_keeps_what_is_chosen_and_unfolded(open_clinic: OpenClinic):
    held = Held()
    window = open_clinic(clinic_hospital(), executor=held)
    held.run_all()
    window.desk.pacs.look()
    held.run(0)
    tree = panel(window).tree
    tree.setCurrentIndex(at(window, 1))
    tree.expand(at(window, 1))
    assert names(window) == ["Doe, Jane", "Roe, Richard"]
    held.run_all()
    assert names(window) == ["Doe, Jane", "Roe, Richard", "Poe, Ann"]
    assert tree.currentIndex().row() == 1
    assert tree.isExpanded(at(window, 1))


def test_a_series_is_fetched_alone(open_clinic: OpenClinic):
    hospital = clinic_hospital()
    window = open_clinic(hospital)
    panel(window).tree.expand(at(window, 0))
    click_on(window, at(window, 0, 0))
    panel(window).tree.customContextMenuRequested.emit(
        panel(window).tree.visualRect(at(window, 0, 0)).center()
    )
    (menu,) = menus()
    choose(menu, "Fetch this series")
    assert hospital.fetched == [(HOSPITAL.name, "1", ("1.1",))]


# --- Fetch ---------------------------------------------------------------------------------------


def test_a_double_click_fetches_and_opens(open_clinic: OpenClinic, opened: list[str]):
    hospital = clinic_hospital()
    window = open_clinic(hospital)
    click_on(window, at(window, 0), twice=True)
    assert [uid for _, uid, _ in hospital.fetched] == ["1"]
    assert opened == ["1"]
    (line,) = lines(window)
    assert line.title.text() == "Doe, Jane · 2026-03-10"
    assert line.words.text() == "4 images received · from HOSPITAL"
    assert not line.button.isVisible()


def test_enter_fetches_what_the_arrows_chose_and_moves_no_image(
    open_clinic: OpenClinic, opened: list[str], pair_folder: Path
):
    hospital = clinic_hospital()
    window = open_clinic(hospital, pair_folder)
    views = window.desk.state.views
    QTest.keyClick(panel(window).search, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert [uid for _, uid, _ in hospital.fetched] == ["2"]
    assert opened == ["2"]
    assert window.desk.state.views is views
    assert window.desk.state.maximised is None


def test_several_studies_are_chosen_with_shift_and_fetched_from_the_menu(open_clinic: OpenClinic):
    hospital = clinic_hospital()
    window = open_clinic(hospital)
    tree = panel(window).tree
    click_on(window, at(window, 0))
    QTest.keyClick(tree, Qt.Key.Key_Down, SHIFT)
    tree.customContextMenuRequested.emit(tree.visualRect(at(window, 0)).center())
    (menu,) = menus()
    choose(menu, "Fetch these 2 studies")
    assert [uid for _, uid, _ in hospital.fetched] == ["1", "2"]


def test_a_study_on_two_servers_can_be_fetched_from_the_other(open_clinic: OpenClinic):
    hospital = Hospital(studies={HOSPITAL.name: [remote("1")], ARCHIVE.name: [remote("1")]})
    window = open_clinic(hospital)
    click_on(window, at(window, 0))
    tree = panel(window).tree
    tree.customContextMenuRequested.emit(tree.visualRect(at(window, 0)).center())
    (menu,) = menus()
    choose(menu, "Fetch from ARCHIVE")
    assert [server for server, _, _ in hospital.fetched] == [ARCHIVE.name]


def test_a_running_fetch_is_cancelled_by_its_button_and_goes_on(open_clinic: OpenClinic):
    def stopped(uid: str, watch: Callable[[Traffic], None]) -> Fetched:
        watch(Traffic(2, 4, 1_000_000, 0.2))
        (line,) = lines(window)
        assert line.words.text() == "2 of 4 · 5.0 MB/s · 1 s left · from HOSPITAL"
        assert line.button.text() == "Cancel"
        click(line.button)
        watch(Traffic(4, 4, 2_000_000, 0.4))
        pytest.fail("it went on")

    hospital = clinic_hospital(on_fetch=stopped)
    window = open_clinic(hospital)
    click_on(window, at(window, 0))
    panel(window).tree.fetch(opens=False)
    (line,) = lines(window)
    assert (line.button.text(), line.bar.isVisible()) == ("Go on", True)
    hospital.on_fetch = None
    click(line.button)
    assert window.desk.state.pacs.transfers[0].progress is Progress.DONE


def test_a_failed_fetch_says_why_and_can_be_tried_again(open_clinic: OpenClinic):
    failures = (Failure("1.1", "HOSPITAL is out of resources (A700). Try again later."),)
    hospital = clinic_hospital(on_fetch=lambda *_: Fetched(4, 3, failures, Path(), 12))
    window = open_clinic(hospital)
    click_on(window, at(window, 0))
    panel(window).tree.fetch(opens=True)
    (line,) = lines(window)
    assert line.problem.isVisible()
    assert "A700" in line.problem.text()
    assert line.property("failed") is True
    click(line.button)
    assert hospital.resumed == [12]
    assert not line.problem.isVisible()
    click(panel(window).transfers.clear)
    assert not panel(window).transfers.isVisible()


def test_closing_asks_while_a_study_is_fetched(open_clinic: OpenClinic):
    held = Held()
    window = open_clinic(clinic_hospital(), executor=held)
    held.run_all()
    click_on(window, at(window, 0))
    panel(window).tree.fetch(opens=False)
    asked: list[str] = []
    window._ask_closing = lambda _, losses, can_save: asked.append(losses) or Closing.CANCEL
    window.close()
    assert window.isVisible()
    assert asked[0].startswith("1 transfer from or to PACS is still under way")
    held.run_all()


def test_what_was_interrupted_goes_on_from_the_notice(open_clinic: OpenClinic):
    hospital = clinic_hospital(interrupted=[interrupted(5, "1")])
    window = open_clinic(hospital, source=Source.STATION)
    assert window.desk.state.notice == "1 transfer from or to PACS was interrupted."
    window.actions_["pacs.resume"].trigger()
    assert hospital.resumed == [5]


# --- Priors --------------------------------------------------------------------------------------


def with_priors() -> Hospital:
    earlier = remote("7", "Doe^Jane", "SYN1", day=date(2023, 1, 5))
    return Hospital(studies={HOSPITAL.name: [earlier]})


def test_earlier_studies_of_the_open_patient_are_offered_in_one_line(
    open_clinic: OpenClinic, pair_folder: Path
):
    hospital = with_priors()
    window = open_clinic(hospital, pair_folder, source=Source.STATION)
    line = priors_line(window)
    assert line.isVisible()
    assert line.words.text() == "1 earlier PET study on HOSPITAL"
    study = window.desk.state.study
    click(line.fetch)
    assert hospital.fetched == [(HOSPITAL.name, "7", ())]
    assert window.desk.state.study is study, "the open study stays"
    assert not line.isVisible()


def test_priors_can_be_switched_off_in_the_menu(open_clinic: OpenClinic, pair_folder: Path):
    window = open_clinic(with_priors(), pair_folder, source=Source.STATION)
    action = window.actions_["pacs.priors"]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert not priors_line(window).isVisible()


# --- Blinded reading -----------------------------------------------------------------------------


def test_nothing_of_pacs_shows_while_images_are_read_blinded(
    open_clinic: OpenClinic, pair_folder: Path
):
    window = open_clinic(with_priors(), pair_folder)
    window.desk.pacs.search("Doe")
    window.desk.pacs.set_days(Days.ALL)
    click_on(window, at(window, 0))
    panel(window).tree.fetch(opens=False)
    window.desk.session.set(blinded=True)
    assert names(window) == []
    assert empty_words(window) == BLINDED
    assert not priors_line(window).isVisible()
    assert [line.title.text() for line in lines(window)] == ["A study"]
    for id_ in ("pacs.search", "pacs.send", "pacs.servers"):
        assert not window.actions_[id_].isEnabled()


def test_while_somebody_signs_in_and_reads_what_arrives_stays_unseen(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    hospital = clinic_hospital(settings=ListenerSettings(on=True))
    window = open_clinic(hospital)
    listings: list[bool] = []
    monkeypatch.setattr(window.desk.library, "open_archive", lambda: listings.append(True))
    hidden = HiddenProgram(window)
    assert hospital.arrived is not None
    hospital.arrived(Arrived("9", "SCANNER", 3, Path(), 4))
    assert (window.isVisible(), listings, window.desk.state.notice) == (False, [], "")
    hidden.show()
    assert listings == [True]
    assert window.desk.state.notice == "1 study arrived while you were reading."


# --- Send ----------------------------------------------------------------------------------------


def test_what_is_ticked_is_sent_and_its_commitment_shown(
    open_clinic: OpenClinic, pair_folder: Path, station_home: Path
):
    written: list[list[str]] = []

    def take(paths) -> Sent:
        written.append(sorted(path.name for path in paths))
        assert all(path.exists() for path in paths)
        return Sent(len(paths), len(paths), len(paths), (), 8, asked_to_commit=True)

    hospital = clinic_hospital(on_send=take)
    window = open_clinic(hospital, pair_folder)
    window.desk.workflow.vois.arm(None)
    press(window, "P", CTRL_SHIFT)
    (dialog,) = window.findChildren(SendDialog)
    assert not dialog.boxes["sr"].isEnabled()
    click(dialog.boxes["key_image"], ON_THE_BOX)
    assert dialog.boxes["key_image"].isChecked()
    click(dialog.send)
    assert len(written[0]) == 26, "24 slices of the DL series, the report and the picture"
    assert "key_image.dcm" in written[0]
    assert hospital.sent[0][2] is True
    (line,) = lines(window)
    assert line.words.text() == "26 ✓ sent ✓ stored ✓ committed · to HOSPITAL"
    assert list((station_home / "outgoing").iterdir()) == [], "what has arrived is not kept twice"


def test_what_was_sent_and_not_stored_has_failed_with_its_reason(
    open_clinic: OpenClinic, pair_folder: Path
):
    lost = Sent(24, 23, 0, (Failure("1", "HOSPITAL took it and does not list it."),), 8)
    window = open_clinic(clinic_hospital(on_send=lambda _: lost), pair_folder)
    window.actions_["pacs.send"].trigger()
    (dialog,) = window.findChildren(SendDialog)
    click(dialog.send)
    (line,) = lines(window)
    assert line.problem.text() == (
        "1 of 24 objects was not stored. HOSPITAL took it and does not list it."
    )


def test_nothing_can_be_sent_without_a_study_or_a_server(open_clinic: OpenClinic):
    window = open_clinic(clinic_hospital())
    action = window.actions_["pacs.send"]
    assert (action.isEnabled(), action.toolTip()) == (False, "No study is open.")


# --- Servers -------------------------------------------------------------------------------------


@pytest.fixture
def servers(open_clinic: OpenClinic) -> Callable[[Hospital], ServersDialog]:
    def open_(hospital: Hospital) -> ServersDialog:
        window = open_clinic(hospital, source=Source.STATION)
        window.actions_["pacs.servers"].trigger()
        (dialog,) = window.findChildren(ServersDialog)
        QApplication.processEvents()
        return dialog

    return open_


def test_a_server_is_typed_in_kept_and_tested(servers):
    hospital = Hospital(known=[])
    hospital.checks = (
        Checked("Connection", True, "WARD answers at 10.0.0.5:104."),
        Checked("Echo", False, "WARD does not know Station: enter the AE title STATION there."),
    )
    page = servers(hospital).servers
    assert not page.save.isEnabled()
    QTest.keyClicks(page.form.name, "WARD")
    QTest.keyClicks(page.form.host, "10.0.0.5")
    page.form.port.clear()
    QTest.keyClicks(page.form.port, "11112")
    assert page.save.toolTip() == "Give its address and AE title, or its web address."
    QTest.keyClicks(page.form.called, "PACS")
    click(page.test)
    (kept,) = hospital.known
    assert (kept.name, kept.host, kept.port, kept.called_aet) == (
        "WARD",
        "10.0.0.5",
        11112,
        "PACS",
    )
    assert [page.names.item(row).text() for row in range(page.names.count())] == ["WARD"]
    assert "✓" in page.checks.text()
    assert "✗" in page.checks.text()
    assert "enter the AE title STATION there." in page.checks.text()


def test_what_works_and_should_be_otherwise_is_a_caution():
    html = checks_html(Diagnosis("WARD", (), "The password of <WARD> is not encrypted."))
    assert "Caution" in html
    assert "The password of &lt;WARD&gt; is not encrypted." in html


def test_a_password_is_masked_handed_over_and_not_left_in_its_field(servers):
    hospital = Hospital(known=[])
    hospital.warning = "This computer has no keyring: the password is in a private file."
    page = servers(hospital).servers
    form = page.form
    QTest.keyClicks(form.name, "WEB")
    QTest.keyClicks(form.web, "https://pacs.example/dicom-web")
    assert not form.password.isVisible()
    form.sign_in.setCurrentIndex(form.sign_in.findData(SignIn.BASIC))
    QTest.keyClicks(form.user, "reader")
    QTest.keyClicks(form.password, "geheim")
    assert form.password.displayText() == "●" * 6 or "geheim" not in form.password.displayText()
    click(page.save)
    assert hospital.secrets == {"WEB": "geheim"}
    assert form.password.text() == ""
    assert form.keyring.isVisible()
    assert form.keyring.text() == hospital.warning
    click(page.save)
    assert hospital.secrets == {"WEB": None}, "the one that is kept stays"


def test_files_of_an_encrypted_connection_and_the_way_to_fetch_are_kept(servers, tmp_path: Path):
    hospital = Hospital(known=[HOSPITAL])
    page = servers(hospital).servers
    form = page.form
    assert not form.ca.isVisible()
    form.encrypted.click()
    form.ca.text.setText(str(tmp_path / "ca.pem"))
    form.retrieve.setCurrentIndex(form.retrieve.findData(Via.MOVE))
    assert form.move_words.isVisible()
    click(page.save)
    assert hospital.known == [replace(HOSPITAL, tls=Tls(ca=tmp_path / "ca.pem"), retrieve=Via.MOVE)]


def test_a_refusal_is_said_in_the_dialog(servers, monkeypatch: pytest.MonkeyPatch):
    hospital = Hospital(known=[HOSPITAL])
    page = servers(hospital).servers

    def refuse(*_: object) -> None:
        raise PacsError("0 is not a port. Use a number from 1 to 65535.")

    monkeypatch.setattr(hospital, "add_server", refuse)
    click(page.save)
    assert page.problem.text() == "0 is not a port. Use a number from 1 to 65535."
    assert page.isEnabled()


def test_a_server_is_removed(servers):
    hospital = Hospital(known=[ARCHIVE, HOSPITAL])
    page = servers(hospital).servers
    page.names.setFocus()
    QTest.keyClick(page.names, Qt.Key.Key_Down)
    assert page.form.name.text() == HOSPITAL.name
    click(page.remove)
    assert hospital.known == [ARCHIVE]
    assert page.form.name.text() == ARCHIVE.name


def test_the_listener_is_switched_on_and_its_state_is_in_the_status_bar(open_clinic: OpenClinic):
    hospital = clinic_hospital()
    window = open_clinic(hospital)
    status = status_bar(window)
    assert not status.listener.isVisible()
    window.actions_["pacs.servers"].trigger()
    (dialog,) = window.findChildren(ServersDialog)
    dialog.tabs.setCurrentWidget(dialog.listener)
    page = dialog.listener
    assert page.state.text() == "Station does not listen: nobody can send to it."
    page.on.click()
    QTest.keyClicks(page.allowed, "SCANNER1, SCANNER2")
    click(page.apply)
    assert hospital.settings.allowed == ("SCANNER1", "SCANNER2")
    assert page.state.text() == "Station listens as STATION on 127.0.0.1:11112."
    assert status.listener.text() == "Listening: STATION on 127.0.0.1:11112"
    page.on.click()
    click(page.apply)
    assert not status.listener.isVisible()


def test_settings_of_the_listener_that_cannot_be_right_are_refused(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    hospital = clinic_hospital()
    window = open_clinic(hospital)
    window.actions_["pacs.servers"].trigger()
    (dialog,) = window.findChildren(ServersDialog)
    dialog.tabs.setCurrentWidget(dialog.listener)

    def taken(*_: object) -> None:
        raise PacsError("Port 11112 is taken. Choose another.")

    monkeypatch.setattr(hospital, "listen", taken)
    dialog.listener.on.click()
    click(dialog.listener.apply)
    assert dialog.listener.problem.text() == "Port 11112 is taken. Choose another."
    assert status_bar(window).listener.text() == "Not listening"


def test_keys_reach_everything_in_order(open_clinic: OpenClinic):
    window = open_clinic(clinic_hospital(here={"1": Here.WHOLE}))
    press(window, "F", CTRL_SHIFT)
    shown = panel(window)
    assert window.focusWidget() is shown.search
    reached: list[QWidget] = []
    for _ in range(6):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert reached == [
        shown.days,
        shown.pet_only,
        *shown.boxes.values(),
        shown.servers,
        shown.tree,
    ]
    press(window, "F", CTRL)
    assert window.focusWidget() is window.browser.search


# --- Keyboard and screen reader ------------------------------------------------------------------


def test_every_control_of_the_list_is_reached_by_keyboard_and_has_a_name(open_clinic: OpenClinic):
    window = open_clinic(clinic_hospital())
    window.panes.setFocus()
    assert unreached(window) == []
    assert nameless(window) == []


def test_every_control_of_the_servers_is_reached_by_keyboard_and_has_a_name(
    servers: Callable[[Hospital], ServersDialog],
):
    dialog = servers(clinic_hospital())
    for tab in range(dialog.findChildren(QTabWidget)[0].count()):
        dialog.findChildren(QTabWidget)[0].setCurrentIndex(tab)
        QApplication.processEvents()
        assert unreached(dialog) == []
        assert nameless(dialog) == []
