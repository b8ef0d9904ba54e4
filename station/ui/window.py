"""The reading window: study list, panes, side panel, and what joins them to the verbs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from station.app.desk import Desk
from station.app.jobs import Failure
from station.app.language import day_or_none, marked, tr, translated
from station.app.pacs.state import Source
from station.app.preferences import Preferences
from station.app.state import Made, State, unfinished_refusal
from station.app.viewing.dates import Shown
from station.logs import FOLDER
from station.ui import dialogs, theme
from station.ui.actions import PANE_MENU, Actions
from station.ui.denoise.actions import ask_save, fill_series_menu
from station.ui.dialogs import Closing
from station.ui.elements import Later, in_column, in_row, keeps_key
from station.ui.notice import Done, Notice, Welcome
from station.ui.pacs.actions import show_servers
from station.ui.pacs.priors import PriorsLine
from station.ui.page import bug_page
from station.ui.sides import FIRST_PX, LIST, PANEL, Sides
from station.ui.status import StatusBar
from station.ui.tool_bar import ToolBar
from station.ui.viewing.banner import BannerBar
from station.ui.viewing.dates_bar import DatesBar
from station.ui.viewing.dates_menu import ADJUST_IDS
from station.ui.viewing.key_image import key_image_pixels, save_key_image
from station.ui.viewing.pane_area import PaneArea, fill_shown_menu
from station.ui.viewing.study_browser import StudyBrowser
from station.ui.viewing.viewport import Offers
from station.ui.voi.actions import CONTOUR_IDS, EXPORT_IDS, ROW_MENU
from station.ui.voi.guide import press_key, takes_key
from station.ui.voi.panel import VoiPanel

if TYPE_CHECKING:
    from station.ui.denoise.changes_panel import ChangesPanel
    from station.ui.quality.panel import QualityPanel
    from station.ui.second_window import SecondWindow
    from station.ui.viewing.series_panel import SeriesPanel
    from station.ui.viewing.suv_panel import SuvPanel
    from station.ui.voi.burden_panel import BurdenPanel
    from station.ui.voi.findings_panel import FindingsPanel

PACS_WIDTH_PX = 330
CINE_INTERVAL_MS = 100
BUSY = marked(
    "A reader study is being read on this station, so that nothing else is shown. Open the files "
    "when the reader has finished."
)


class ReadingWindow(QMainWindow):
    """One window over one desk, which it closes: the `Screen` that verbs are done in."""

    def __init__(
        self, desk: Desk, ask_closing: Callable[[QWidget, str, bool], Closing] = dialogs.ask_closing
    ) -> None:
        """`ask_closing` asks what is to become of work that is not saved (see `dialogs`)."""
        super().__init__()
        theme.apply_look(desk.state.preferences)
        self.desk = desk
        self._ask_closing = ask_closing
        self._closes_when_saved = False
        self._own_width = 0
        """Of the list while it shows the station's own studies; 0: not known yet"""
        self._second: SecondWindow | None = None
        self._second_restored = False
        self._lists_when_painted = False
        self.reading_screen: QWidget | None = None
        self._cine = QTimer(self)
        self._cine.setInterval(CINE_INTERVAL_MS)
        self._cine.timeout.connect(self._on_cine)
        self.setWindowTitle(tr("Station"))
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.actions_.fill_menu_bar(self.menuBar())
        self.tools = ToolBar(desk.workflow, self.actions_)
        self.addToolBar(self.tools)
        self._offers = Offers(
            self._fill_image_menu, self.actions_["image.denoise"], self.show_suv_inputs
        )
        self._make_centre()
        self.tools.left.connect(self.panes.setFocus)
        status = StatusBar(desk)
        status.left_out.clicked.connect(self.show_opened)
        self.setStatusBar(status)
        desk.session.changed.connect(self._on_changed)
        desk.jobs.failed.connect(self._on_failed)
        desk.jobs.changed.connect(self._on_jobs)
        desk.quality.failed.connect(self._on_failed)
        desk.pacs.failed.connect(self._on_failed)
        self._restore()

    # --- Making --------------------------------------------------------------------------------

    def _make_centre(self) -> None:
        desk, actions = self.desk, self.actions_
        # From the window inwards: whatever gets a parent passes the style on to all that is in it.
        centre = QWidget()
        self.setCentralWidget(centre)
        self._splitter = Sides(self._focus_images)
        tabs = (
            self._splitter.new_tab(side, actions[id_])
            for side, id_ in ((LIST, "view.browser"), (PANEL, "view.panel"))
        )
        in_row(next(tabs), (self._splitter, 1), next(tabs), of=centre, margins=0, spacing=0)
        self.browser = StudyBrowser(
            desk.workflow,
            desk.library,
            self._fill_series_menu,
            desk.pacs,
            lambda: show_servers(self),
        )
        middle = QWidget()
        self._splitter.addWidget(self.browser)
        self._splitter.addWidget(middle)
        self._splitter.setStretchFactor(1, 1)
        self._pages = QStackedWidget()
        Done(desk.workflow, middle)
        self.banner = BannerBar(desk.workflow)
        priors = PriorsLine(desk.session, desk.pacs)
        notice = Notice(desk.workflow, actions)
        self.dates = DatesBar(desk.workflow, [actions[id_] for id_ in ADJUST_IDS])
        above = (self.banner, notice, priors, self.dates)
        in_column(*above, (self._pages, 1), of=middle, margins=0, spacing=0)
        self._pages.addWidget(Welcome(desk.jobs, actions))
        self.panes = PaneArea(desk.workflow, self._offers)
        self._pages.addWidget(self.panes)
        self.panel = QTabWidget()
        self.panel.setDocumentMode(True)
        self.panel.setAccessibleName(tr("Side panel"))
        # All titles stay in sight, if shorter, instead of one cut by an arrow that scrolls.
        self.panel.setElideMode(Qt.TextElideMode.ElideRight)
        self.panel.setUsesScrollButtons(False)
        self._splitter.addWidget(self.panel)
        self.voi_panel = VoiPanel(
            desk.workflow, self._fill_voi_menu, self.show_suv_inputs, lambda: desk.proposing
        )
        export = QMenu(self.voi_panel.export)
        actions.add(export, EXPORT_IDS)
        self.voi_panel.export.setMenu(export)
        self._quality = Later(self._make_quality_panel)
        self._changes = Later(self._make_changes_panel)
        self._suv = Later(self._make_suv_panel)
        self._findings = Later(self._make_findings_panel)
        self._burden = Later(self._make_burden_panel)
        for title, widget in (
            ("VOI", self.voi_panel),
            (tr("Findings"), self._findings),
            (tr("Quality"), self._quality),
            (tr("Changes"), self._changes),
            (tr("SUV inputs"), self._suv),
            (tr("Series"), Later(self._make_series_panel)),
            (tr("Burden"), self._burden),
        ):
            self.panel.setTabToolTip(self.panel.addTab(widget, title), title)
        self.panel.setTabVisible(self.panel.indexOf(self._burden), False)
        # Keys belong to the images until somebody clicks into a field.
        self.panes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._focus_images()
        self.browser.search.returnPressed.connect(self.panes.setFocus)
        self.browser.tree.left.connect(self.panes.setFocus)

    def _focus_images(self) -> None:
        """Keys belong to the images; until there are some, to nothing that they could press."""
        shown = self._pages.currentWidget() is self.panes
        (self.panes if shown else self._pages).setFocus()

    def _make_quality_panel(self) -> "QualityPanel":
        from station.ui.quality.panel import QualityPanel

        report = self.actions_["quality.report"]
        return QualityPanel(self.desk.workflow, self.desk.quality, report)

    def _make_changes_panel(self) -> "ChangesPanel":
        from station.ui.denoise.changes_panel import ChangesPanel

        toggle, denoise = self.actions_["image.changes"], self.actions_["image.denoise"]
        return ChangesPanel(self.desk.workflow, toggle, denoise, self.actions_["image.doubts"])

    def _make_findings_panel(self) -> "FindingsPanel":
        from station.ui.voi.findings_panel import FindingsPanel

        return FindingsPanel(self.desk)

    def _make_burden_panel(self) -> "BurdenPanel":
        from station.ui.voi.burden_panel import BurdenPanel

        return BurdenPanel(self.desk)

    def _make_suv_panel(self) -> "SuvPanel":
        from station.ui.viewing.suv_panel import SuvPanel

        return SuvPanel(self.desk.workflow)

    def _make_series_panel(self) -> "SeriesPanel":
        from station.ui.viewing.series_panel import SeriesPanel

        return SeriesPanel(self.desk.workflow)

    @property
    def quality_panel(self) -> "QualityPanel":
        return self._quality.content

    @property
    def changes_panel(self) -> "ChangesPanel":
        return self._changes.content

    @property
    def findings_panel(self) -> "FindingsPanel":
        return self._findings.content

    @property
    def burden_panel(self) -> "BurdenPanel":
        return self._burden.content

    @property
    def suv_panel(self) -> "SuvPanel":
        return self._suv.content

    def _restore(self) -> None:
        settings = self.desk.settings
        self.resize(1600, 1000)
        geometry = settings.data("geometry")
        if geometry is not None:
            self.restoreGeometry(QByteArray(geometry))
        if self.desk.state.pacs.source is Source.PACS:
            self._fit_browser(Source.PACS)
        self._splitter.restore(settings)

    # --- Following -----------------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        if before.preferences is not after.preferences:
            self._dress(before.preferences, after.preferences)
        if before.study is not after.study:
            self.setWindowTitle(_title(after))
            self._pages.setCurrentIndex(0 if after.study is None else 1)
            if not isinstance(self.focusWidget(), QLineEdit | QAbstractItemView):
                self._focus_images()
        if before.pacs.source is not after.pacs.source:
            self._fit_browser(after.pacs.source)

    def _dress(self, before: Preferences, after: Preferences) -> None:
        """Another theme or size of text; list and side panel are as wide as their text wants."""
        theme.apply_look(after)
        factor = after.text_percent / before.text_percent
        self._own_width = round(self._own_width * factor)
        self._splitter.scale(factor)

    def _fit_browser(self, source: Source) -> None:
        """The list of PACS says more of a study than that of the station, and takes more room."""
        if source is Source.PACS:
            self._own_width = self._splitter.list_px
            self._splitter.widen(max(self._own_width, theme.px(PACS_WIDTH_PX)))
        else:
            self._splitter.widen(self._own_width or theme.px(FIRST_PX[LIST]))

    def _on_failed(self, failure: Failure) -> None:
        if failure.details is None:
            self.desk.session.set(notice=failure.sentence)
        else:
            bug_page(self, failure).show()

    # --- What only a window can do -------------------------------------------------------------

    def save_key_image(self, path: Path, named: bool = True) -> None:
        session = self.desk.session
        refusal = unfinished_refusal(session.state)
        if refusal is not None:
            session.set(notice=refusal)
        elif save_key_image(self.panes, session.state, path, named):
            session.set(made=Made(tr("Saved the key image {name}", name=path.name), path))
        else:
            session.set(
                notice=tr(
                    "The key image could not be written to {path}. Choose another folder.",
                    path=path,
                )
            )

    def key_image(self) -> NDArray[np.uint8]:
        """What the panes show, with its caption, as RGB values (rows, columns, 3)."""
        return key_image_pixels(self.panes, self.desk.state)

    def toggle_cine(self) -> None:
        if self._cine.isActive():
            self._cine.stop()
        else:
            self._cine.start()

    def _on_cine(self) -> None:
        self.desk.workflow.turn_mip(1)

    def toggle_browser(self) -> None:
        self._splitter.choose(LIST, not self._splitter.is_there(LIST))

    def toggle_panel(self) -> None:
        self._splitter.choose(PANEL, not self._splitter.is_there(PANEL))

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_second(self) -> None:
        if self._second is not None:
            self._second.close()
            return
        from station.ui.second_window import SecondWindow

        self._second = SecondWindow(self.desk, self._offers, self.actions())
        self._second.closed.connect(self._forget_second)
        self._second.show_away_from(self)

    def _forget_second(self) -> None:
        """It was closed, by its own button or from here."""
        self._second = None

    def focus_search(self, source: Source = Source.STATION) -> None:
        self._splitter.choose(LIST, True)
        self.desk.pacs.show_source(source)
        self.browser.focus_search()

    def focus_upper(self) -> None:
        self.tools.focus_upper()

    def show_shortcuts(self) -> None:
        dialogs.shortcuts_page(self, self.desk.state).show()

    def show_preferences(self) -> None:
        from station.ui.preferences.dialog import show_preferences

        show_preferences(self.desk, self)

    def show_opened(self) -> None:
        dialogs.opened_page(self, self.desk.state).show()

    def show_about(self) -> None:
        dialogs.about_page(self).show()

    def show_logs(self) -> None:
        """Open the folder of the log in the desktop's own program."""
        folder = self.desk.home / FOLDER
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.desk.session.set(notice=tr("The log is in {folder}.", folder=folder))

    def open_from_outside(self, paths: Sequence[Path]) -> str:
        """What a later start of the program wants here: the window in front, and these paths."""
        if self.reading_screen is not None:
            return translated(BUSY)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        missing = [path for path in paths if not path.exists()]
        if missing:
            self.desk.session.set(
                notice=tr("There is no file or folder {missing}.", missing=missing[0])
            )
        elif paths:
            self.desk.library.open_paths(paths)
        return ""

    def show_changes(self) -> None:
        """Bring the list of changes to the front."""
        self._splitter.choose(PANEL, True)
        self.panel.setCurrentWidget(self._changes)

    def show_burden(self) -> None:
        """Bring the whole-body burden to the front."""
        self.panel.setTabVisible(self.panel.indexOf(self._burden), True)
        self._splitter.choose(PANEL, True)
        self.panel.setCurrentWidget(self._burden)

    def show_suv_inputs(self) -> None:
        """Bring what the SUVs rest on to the front."""
        self._splitter.choose(PANEL, True)
        self.panel.setCurrentWidget(self._suv)

    def show_quality(self) -> None:
        """Bring the quality to the front; keys belong to it until an image is clicked."""
        self._splitter.choose(PANEL, True)
        self.panel.setCurrentWidget(self._quality)
        self.quality_panel.take_focus()

    # --- Menus of a right click ----------------------------------------------------------------

    def _fill_image_menu(self, menu: QMenu, view: int, shown: Shown | None) -> None:
        """Of an image, or of the VOI that the pointer is on."""
        workflow = self.desk.workflow
        slot = workflow.slot(view)
        if shown is not None and shown.proposed:
            guest, id_ = self.desk.state.guest(slot), shown.kept.id
            take_over = menu.addAction(
                tr("Measure {name} on this date as well", name=shown.voi.name)
            )
            take_over.triggered.connect(lambda: workflow.vois.take_over(id_, guest))
            self.actions_.add(menu, ("dates.proposals",))
            return
        if shown is not None:
            self._fill_voi_menu(menu, shown.voi.id)
            return
        fill_shown_menu(menu.addMenu(tr("Show here")), workflow, slot)
        menu.addSeparator()
        self.actions_.add(menu, PANE_MENU)

    def _fill_voi_menu(self, menu: QMenu, voi_id: str) -> None:
        """Of one VOI, which becomes the selected one."""
        self.desk.workflow.vois.select(voi_id)
        self.actions_.add(menu, ROW_MENU)
        self.actions_.add(menu.addMenu(tr("Isocontour in the sphere")), CONTOUR_IDS)

    def _fill_series_menu(self, menu: QMenu, key: str) -> None:
        fill_series_menu(self, menu, key)

    # --- Events --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._keeps_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _keeps_key(self, event: QKeyEvent) -> bool:
        """Whether a key goes to what has the focus, or to a proposal, and is no shortcut now."""
        focused = self.focusWidget()
        if focused in (None, self.panes):
            return takes_key(event, self.desk.workflow)
        return keeps_key(focused, event)

    def _press_button(self, event: QKeyEvent) -> bool:
        """Return presses the button that has the focus, as Space does."""
        focused = self.focusWidget()
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and isinstance(focused, QAbstractButton):
            focused.click()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif press_key(event, self.desk.workflow) or self._press_button(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """End what was begun last: typing in a field, placing VOIs, the work under way; then close
        the notice, the maximised pane, full screen."""
        if isinstance(self.focusWidget(), QLineEdit):
            self.panes.setFocus()
        elif self.desk.state.tool is not None:
            self.desk.workflow.vois.take(None)
        elif self.desk.state.placing is not None:
            self.desk.workflow.vois.stop_guided()
        elif self.desk.jobs.running or self.desk.quality.jobs.asked:
            self.desk.stop_asked()
        elif self.desk.state.notice:
            self.desk.workflow.dismiss_notice()
        elif self.desk.state.made is not None:
            self.desk.workflow.dismiss_made()
        elif self.desk.state.maximised is not None:
            self.desk.workflow.maximise_active()
        elif self.isFullScreen():
            self.toggle_full_screen()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.desk.library.open_paths(paths)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._lists_when_painted = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._lists_when_painted:
            self._lists_when_painted = False
            # After the first picture: the archive's import must not hold up the window.
            QTimer.singleShot(0, self, self._list_studies)

    def _list_studies(self) -> None:
        if self.isVisible():  # else it was closed at once, and its jobs with it
            self.desk.library.open_archive()
            self.desk.pacs.begin()
            if not self._second_restored and self.desk.settings.flag("second", False):
                self.toggle_second()
                self.activateWindow()
            self._second_restored = True

    def _may_close(self) -> bool:
        """Whether nothing is lost, or the reader wants it so. Saving may take a while: the window
        closes when it is done."""
        losses = self.desk.losses()
        if losses is None:
            return True
        match self._ask_closing(self, losses, bool(self.desk.state.unsaved)):
            case Closing.DISCARD:
                return True
            case Closing.SAVE:
                ask_save(self)
                self._closes_when_saved = bool(self.desk.jobs.asked)
                return self.desk.losses() is None
            case Closing.CANCEL:
                return False

    def _on_jobs(self) -> None:
        if self._closes_when_saved and not self.desk.jobs.asked:
            self._closes_when_saved = False
            if not self.desk.state.unsaved:  # else it failed, and a notice says why
                QTimer.singleShot(0, self, self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self.desk.settings.remember(
            {
                "geometry": bytes(self.saveGeometry().data()),
                **self._splitter.kept(),
                "second": self._second is not None,
            }
        )
        self._cine.stop()
        if self._second is not None:
            self._second.close()
        self.desk.close()
        super().closeEvent(event)


def _title(state: State) -> str:
    if state.study is None:
        return tr("Station")
    patient = state.study.patient
    day = day_or_none(state.study.date)
    return tr("{name} · {day} · Station", name=patient.name or patient.id, day=day)
