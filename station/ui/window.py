"""The reading window: study list, panes, side panel, and what joins them to the verbs."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSlider,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from station.app.denoising import Denoising
from station.app.jobs import Failure, Jobs
from station.app.library import Library
from station.app.quality.workflow import QualityWorkflow
from station.app.session import Session
from station.app.settings import Settings
from station.app.state import Layout, Link, Plane, State, unfinished_refusal
from station.app.viewing import display
from station.app.workflow import Workflow
from station.operations.denoiser import Denoiser
from station.operations.quality.grader import Grader
from station.ui import dialogs
from station.ui.actions import LAYOUT_WORDS, PANE_MENU, TABLE, Actions
from station.ui.denoise.actions import ask_denoise, fill_series_menu
from station.ui.denoise.changes_panel import ChangesPanel
from station.ui.page import bug_page
from station.ui.quality.actions import ask_quality_report
from station.ui.quality.panel import QualityPanel
from station.ui.status import StatusBar
from station.ui.viewing.key_image import save_key_image
from station.ui.viewing.pane_area import PaneArea, fill_shown_menu
from station.ui.viewing.series_panel import SeriesPanel
from station.ui.viewing.study_browser import StudyBrowser
from station.ui.viewing.suv_panel import SuvPanel
from station.ui.voi.actions import EXPORT_IDS, fill_voi_menu
from station.ui.voi.panel import VoiPanel

if TYPE_CHECKING:
    from station.app.voi.exporting import Exporting

BROWSER_WIDTH_PX, PANEL_WIDTH_PX = 240, 392
NARROW_PX = 1400
"""Below this width the study list starts closed, so that the images keep their room"""
CINE_INTERVAL_MS = 100
BLEND_STEPS = 100


class ReadingWindow(QMainWindow):
    """One window over one session."""

    def __init__(
        self,
        home: Path,
        jobs: Jobs | None = None,
        load_denoiser: Callable[[], Denoiser] | None = None,
        load_grader: Callable[[], Grader] | None = None,
    ) -> None:
        """`load_denoiser` and `load_grader` give the networks, off the GUI thread; None: those that
        are shipped."""
        super().__init__()
        self.settings = Settings(home)
        self.session = Session(self.settings.first_state())
        self.jobs = jobs or Jobs()
        self.workflow = Workflow(self.session)
        self.library = Library(self.session, self.jobs, home)
        self.denoising = Denoising(self.session, self.jobs, self.library, load_denoiser)
        self.quality = QualityWorkflow(self.session, self.jobs, home, load_grader)
        self._exporting: Exporting | None = None
        self._second: SecondWindow | None = None
        self.reading_screen: QWidget | None = None
        """A blinded reading; this window is hidden while there is one"""
        self._cine = QTimer(self)
        self._cine.setInterval(CINE_INTERVAL_MS)
        self._cine.timeout.connect(self._on_cine)
        self.setWindowTitle("Station")
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.actions_.fill_menu_bar()
        self._make_tool_bar()
        self._make_centre()
        status = StatusBar(self.workflow, self.jobs)
        status.left_out.clicked.connect(self.show_opened)
        self.setStatusBar(status)
        self.session.changed.connect(self._on_changed)
        self.jobs.failed.connect(self._on_failed)
        self.quality.failed.connect(self._on_failed)
        self._restore()

    # --- Making --------------------------------------------------------------------------------

    def _make_tool_bar(self) -> None:
        bar = QToolBar("Tools")
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        for entry in TABLE:
            if not entry.tool:
                continue
            if entry.tool_separated:
                bar.addSeparator()
            self._add_tool(bar, entry.id, entry.tool)
            if entry.id == "file.open":
                self._add_menu(bar, "Layout", [f"layout.{layout}" for layout in Layout])
                self._add_menu(bar, "Links", [f"link.{link}" for link in Link])
            if entry.id == f"window.{display.SUV_PRESETS[-1]:g}":
                self._add_upper(bar)
            if entry.id == "image.fusion":
                self._add_blend(bar)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        for action, text in (
            (self.actions_.undo, "↺"),
            (self.actions_.redo, "↻"),
            (self.actions_["help.shortcuts"], "?"),
        ):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setText(text)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            action.changed.connect(lambda button=button, text=text: button.setText(text))
            bar.addWidget(button)

    def _add_tool(self, bar: QToolBar, id_: str, text: str) -> None:
        button = QToolButton()
        action = self.actions_[id_]
        action.setIconText(text)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.addWidget(button)

    def _add_menu(self, bar: QToolBar, text: str, ids: Sequence[str]) -> None:
        button = QToolButton()
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for id_ in ids:
            menu.addAction(self.actions_[id_])
        button.setMenu(menu)
        bar.addWidget(button)

    def _add_upper(self, bar: QToolBar) -> None:
        """The upper bound, typed."""
        self.upper = QLineEdit()
        self.upper.setFixedWidth(66)
        self.upper.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.upper.setToolTip("Upper bound of both PETs: type a value and press Enter (U)")
        self.upper.returnPressed.connect(self._on_upper)
        self.upper.editingFinished.connect(self._show_upper)
        bar.addWidget(self.upper)

    def _add_blend(self, bar: QToolBar) -> None:
        self.blend = QSlider(Qt.Orientation.Horizontal)
        self.blend.setRange(0, BLEND_STEPS)
        self.blend.setFixedWidth(72)
        self.blend.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.blend.setToolTip("Blend: CT on the left, PET on the right")
        self._blend_gesture: object | None = None
        self.blend.sliderPressed.connect(self._on_blend_pressed)
        self.blend.valueChanged.connect(self._on_blend)
        bar.addWidget(self.blend)

    def _make_centre(self) -> None:
        self.browser = StudyBrowser(self.workflow, self.library)
        self.panes = PaneArea(self.workflow)
        self.panel = QTabWidget()
        self.panel.setDocumentMode(True)
        self.voi_panel = VoiPanel(self.workflow)
        menu = QMenu(self.voi_panel.export)
        for id_ in EXPORT_IDS:
            menu.addAction(self.actions_[id_])
        self.voi_panel.export.setMenu(menu)
        self.panel.addTab(self.voi_panel, "VOI")
        self.quality_panel = QualityPanel(self.workflow, self.quality)
        self.panel.addTab(self.quality_panel, "Quality")
        self.suv_panel = SuvPanel(self.workflow)
        self.changes_panel = ChangesPanel(self.workflow)
        self.panel.addTab(self.changes_panel, "Changes")
        self.panel.addTab(self.suv_panel, "SUV inputs")
        self.panel.addTab(SeriesPanel(self.workflow), "Series")
        self._notice = Notice(self.workflow, self.actions_)
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._notice)
        self._pages = QStackedWidget()
        self._pages.addWidget(Welcome(self.actions_))
        self._pages.addWidget(self.panes)
        box.addWidget(self._pages, 1)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        for widget in (self.browser, middle, self.panel):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setCollapsible(1, False)
        self.setCentralWidget(self._splitter)
        # Keys belong to the images until somebody clicks into a field.
        self.panes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panes.setFocus()
        self.browser.search.returnPressed.connect(self.panes.setFocus)

    def _restore(self) -> None:
        self.resize(1600, 1000)
        geometry = self.settings.data("geometry")
        if geometry is not None:
            self.restoreGeometry(QByteArray(geometry))
        sizes = self.settings.data("splitter")
        self._splitter.setSizes([BROWSER_WIDTH_PX, 1000, PANEL_WIDTH_PX])
        if sizes is not None:
            self._splitter.restoreState(QByteArray(sizes))
        self.browser.setVisible(self.settings.flag("browser", self.width() >= NARROW_PX))
        self.panel.setVisible(self.settings.flag("panel", True))
        self._refresh_tools(self.session.state)

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh_tools(after)
        if before.study is not after.study:
            self.setWindowTitle(_title(after))
            self._pages.setCurrentIndex(0 if after.study is None else 1)

    def _refresh_tools(self, state: State) -> None:
        self.blend.setEnabled(state.fusion)
        if not self.blend.isSliderDown():
            self.blend.blockSignals(True)
            self.blend.setValue(round(state.blend * BLEND_STEPS))
            self.blend.blockSignals(False)
        if not self.upper.hasFocus():
            self._show_upper()

    def _show_upper(self) -> None:
        image = self.workflow.pet_image()
        state = self.session.state
        high = state.window.high if image is None else display.display_range(state, image).high
        self.upper.setText(f"0–{display.format_bound(high)}")

    def _on_upper(self) -> None:
        """What was typed: 12, 0-12 or 0–12."""
        words = self.upper.text().replace("–", "-").split("-")[-1].replace(",", ".").strip()
        try:
            upper = float(words)
        except ValueError:
            upper = 0.0
        if 0 < upper < math.inf:
            self.workflow.set_upper(upper)
        else:
            self.session.set(
                notice=f'"{self.upper.text()}" is no upper bound. Type a number, such as 12.'
            )
        self.panes.setFocus()

    def _on_blend_pressed(self) -> None:
        self._blend_gesture = object()

    def _on_blend(self, value: int) -> None:
        self.workflow.set_blend(value / BLEND_STEPS, self._blend_gesture or object())

    def _on_failed(self, failure: Failure) -> None:
        if failure.details is None:
            self.session.set(notice=failure.sentence)
        else:
            bug_page(self, failure).show()

    # --- Verbs of the window itself ------------------------------------------------------------

    def open_paths(self, paths: Sequence[Path]) -> None:
        self.library.open_paths(paths)

    def ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, "Open a folder of DICOM files", self.settings.text("folder")
        )
        if folder:
            self.settings.remember({"folder": folder})
            self.open_paths([Path(folder)])

    def ask_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(
            self, "Open DICOM files, a ZIP or a DICOMDIR", self.settings.text("folder")
        )
        if files:
            self.settings.remember({"folder": str(Path(files[0]).parent)})
            self.open_paths([Path(file) for file in files])

    def ask_copy_in(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, "Copy a folder into Station's data folder", self.settings.text("folder")
        )
        if folder:
            self.library.open_paths([Path(folder)], copy_in=True)

    def open_demo(self) -> None:
        self.library.open_demo()

    def ask_reader(self) -> None:
        name, accepted = QInputDialog.getText(
            self,
            "Reader's name",
            "Typed values are recorded under this name:",
            text=self.session.state.reader,
        )
        if accepted and name.strip():
            self.session.set(reader=name.strip())

    def ask_key_image(self, named: bool) -> None:
        file, _ = QFileDialog.getSaveFileName(
            self,
            "Save key image",
            str(Path(self.settings.text("folder")) / "key-image.png"),
            "PNG (*.png)",
        )
        if file:
            self.save_key_image(Path(file), named)

    def save_key_image(self, path: Path, named: bool = True) -> None:
        refusal = unfinished_refusal(self.session.state)
        if refusal is not None:
            self.session.set(notice=refusal)
        elif save_key_image(self.panes, self.session.state, path, named):
            self.statusBar().showMessage(f"Saved {path}", 6000)
        else:
            self.session.set(
                notice=f"The key image could not be written to {path}. Choose another folder."
            )

    def step_slices(self, steps: int) -> None:
        """Arrow keys: slices of the pane under the pointer, or the angle of its MIP."""
        state = self.session.state
        if state.active_pane == "mip":
            self.workflow.turn_mip(steps)
        else:
            self.workflow.scroll(state.active_column, Plane(state.active_pane), steps)

    def go_to_end(self, last: bool) -> None:
        state = self.session.state
        if state.active_pane != "mip":
            self.workflow.go_to_end(state.active_column, Plane(state.active_pane), last)

    def maximise_active(self) -> None:
        state = self.session.state
        column, pane = state.maximised or (state.active_column, state.active_pane)
        self.workflow.maximise(column, pane)

    def toggle_mip(self) -> None:
        there = self.session.state.layout is Layout.MIP_PAIR
        self.workflow.set_layout(Layout.COMPARE if there else Layout.MIP_PAIR)

    def toggle_cine(self) -> None:
        if self._cine.isActive():
            self._cine.stop()
        else:
            self._cine.start()

    def _on_cine(self) -> None:
        self.workflow.turn_mip(1)

    def toggle_browser(self) -> None:
        self.browser.setVisible(not self.browser.isVisible())

    def toggle_panel(self) -> None:
        self.panel.setVisible(not self.panel.isVisible())

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_second(self) -> None:
        if self._second is not None:
            self._second.close()
            return
        self._second = SecondWindow(self)
        self._second.show_on_other_screen()

    def forget_second(self) -> None:
        """It was closed, by its own button or from here."""
        self._second = None

    def focus_search(self) -> None:
        self.browser.show()
        self.browser.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.browser.search.selectAll()

    def focus_upper(self) -> None:
        self.upper.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.upper.selectAll()

    def show_shortcuts(self) -> None:
        dialogs.shortcuts_page(self).show()

    def show_opened(self) -> None:
        dialogs.opened_page(self, self.session.state).show()

    def show_about(self) -> None:
        dialogs.about_page(self).show()

    @property
    def exporting(self) -> "Exporting":
        """What writes and reads VOIs; imported when it is first needed."""
        if self._exporting is None:
            from station.app.voi.exporting import Exporting

            self._exporting = Exporting(
                self.session, self.jobs, self.workflow.vois, self.workflow.measuring
            )
        return self._exporting

    def fill_voi_menu(self, menu: QMenu, voi_id: str) -> None:
        """What a right click on a VOI offers."""
        fill_voi_menu(menu, self, voi_id)

    def fill_pane_menu(self, menu: QMenu, column: int, pane: str) -> None:
        """What a right click on an image offers."""
        fill_shown_menu(menu.addMenu("Show here"), self.workflow, self.workflow.slot(column))
        menu.addSeparator()
        for id_ in PANE_MENU:
            menu.addAction(self.actions_[id_])

    def fill_series_menu(self, menu: QMenu, key: str) -> None:
        """What a right click on a series of the list offers."""
        fill_series_menu(menu, self, key)

    def ask_denoise(self) -> None:
        ask_denoise(self)

    def toggle_changes(self) -> None:
        self.actions_["image.changes"].trigger()

    def show_changes(self) -> None:
        """Bring the list of changes to the front."""
        self.panel.show()
        self.panel.setCurrentWidget(self.changes_panel)

    def show_quality(self) -> None:
        """Bring the quality to the front; keys belong to it until an image is clicked."""
        self.panel.show()
        self.panel.setCurrentWidget(self.quality_panel)
        self.quality_panel.take_focus()

    def ask_quality_report(self) -> None:
        ask_quality_report(self)

    # --- Events --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(self.focusWidget(), QLineEdit)
        ):
            event.accept()  # what is typed in a field ends with Return; it maximises nothing
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """End what was begun last: typing in a field, placing VOIs, the work under way; then close
        the notice, the maximised pane, full screen."""
        if isinstance(self.focusWidget(), QLineEdit):
            self.panes.setFocus()
        elif self.session.state.placing is not None:
            self.workflow.vois.stop_guided()
        elif self.jobs.running:
            self.jobs.cancel_all()
        elif self.session.state.notice:
            self.workflow.dismiss_notice()
        elif self.session.state.maximised is not None:
            self.maximise_active()
        elif self.isFullScreen():
            self.toggle_full_screen()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # After the first picture: the archive's import must not hold up the window.
            QTimer.singleShot(0, self, self._list_studies)

    def _list_studies(self) -> None:
        if self.isVisible():  # else it was closed at once, and its jobs with it
            self.library.open_archive()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.remember(
            {
                "geometry": bytes(self.saveGeometry().data()),
                "splitter": bytes(self._splitter.saveState().data()),
                "browser": self.browser.isVisibleTo(self),
                "panel": self.panel.isVisibleTo(self),
            }
        )
        self.settings.remember_state(self.session.state)
        self._cine.stop()
        self.session.set(voi_in_hand=False)  # a drag in hand is kept before the jobs end
        if self._second is not None:
            self._second.close()
        self.jobs.shut_down()
        self.quality.close()
        self.library.close()
        super().closeEvent(event)


class Welcome(QWidget):
    """What stands in place of the images until a study is open."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel("No study is open")
        title.setObjectName("emptytitle")
        words = QLabel("Drop a folder, a file, a ZIP or a DICOMDIR here, or choose one.")
        words.setObjectName("quiet")
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch()
        for label in (title, words):
            box.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch()
        for id_, name in (("file.open", "primary"), ("file.demo", "")):
            button = QPushButton(actions[id_].text())
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(actions[id_].trigger)
            row.addWidget(button)
        row.addStretch()
        box.addLayout(row)
        box.addStretch()
        research = QLabel(dialogs.RESEARCH_STATEMENT)
        research.setObjectName("quiet")
        box.addWidget(research, 0, Qt.AlignmentFlag.AlignHCenter)


class Notice(QFrame):
    """One sentence above the images, until it is closed."""

    def __init__(self, workflow: Workflow, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._actions = actions
        self._workflow = workflow
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton("Close", self)
        close.setObjectName("bar")
        close.clicked.connect(workflow.dismiss_notice)
        self.offer = QPushButton(self)
        self.offer.setObjectName("bar")
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.clicked.connect(self._on_offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self.offer)
        row.addWidget(close)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _on_changed(self, before: State, after: State) -> None:
        if before.notice != after.notice or before.offer != after.offer:
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        self._words.setText(state.notice)
        self.setVisible(bool(state.notice))
        offer = state.offer
        offered = offer is not None and offer.notice == state.notice
        self.offer.setVisible(offered)
        if offer is not None and offered:
            self.offer.setText(self._actions[offer.action].text())

    def _on_offer(self) -> None:
        offer = self._workflow.state.offer
        if offer is not None:
            self._workflow.dismiss_notice()
            self._actions[offer.action].trigger()


class SecondWindow(QWidget):
    """The same study on another monitor, in a layout of its own."""

    def __init__(self, window: ReadingWindow) -> None:
        super().__init__()
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("ground")
        self.setWindowTitle("Station: second window")
        self.addActions(window.actions())
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        bar = QToolBar()
        for layout, words in LAYOUT_WORDS.items():
            bar.addAction(words, lambda layout=layout: self._show(layout))
        self._box.addWidget(bar)
        self._panes: PaneArea | None = None
        self.resize(1200, 900)
        self._show(Layout(window.settings.text("second_layout", Layout.MIP_PAIR)))

    def _show(self, layout: Layout) -> None:
        if self._panes is not None:
            self._box.removeWidget(self._panes)
            self._panes.close()
            self._panes.deleteLater()
        self._panes = PaneArea(self._window.workflow, layout)
        self._box.addWidget(self._panes, 1)
        self._window.settings.remember({"second_layout": str(layout)})

    def fill_pane_menu(self, menu: QMenu, column: int, pane: str) -> None:
        self._window.fill_pane_menu(menu, column, pane)

    def ask_denoise(self) -> None:
        self._window.ask_denoise()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._window.forget_second()
        super().closeEvent(event)

    def show_on_other_screen(self) -> None:
        """On the other monitor in full where there is one, else as a window beside the first."""
        own = self._window.screen()
        others = [screen for screen in own.virtualSiblings() if screen is not own]
        if others:
            self.setGeometry(others[0].availableGeometry())
            self.showMaximized()
        else:
            self.show()


def _title(state: State) -> str:
    if state.study is None:
        return "Station"
    patient = state.study.patient
    day = state.study.date.isoformat() if state.study.date else "no date"
    return f"{patient.name or patient.id} · {day} · Station"
