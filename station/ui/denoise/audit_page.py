"""The page "What would I miss?": known lesions in the open study's own image, in both arms."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from station.app.denoise_audit import A_KIND, CONTRASTS, SIZES, audit_refusal, numbers_of
from station.app.denoise_audit_state import AuditOutcome
from station.app.denoising import MODEL_SETTING, denoisable, needs_resampling, vouch_needed
from station.app.language import marked, tr, translated
from station.app.state import State
from station.errors import StationError
from station.operations.denoiser import installed_networks
from station.ui import theme
from station.ui.action import Screen, ask_target
from station.ui.denoise.questions import resamples, vouches
from station.ui.elements import (
    BAR_STEPS,
    LEFT,
    RIGHT,
    Choice,
    in_column,
    in_row,
    new_bar,
    new_button,
    new_label,
    plain_table,
    say,
    scrolling,
)
from station.ui.page import Page

SIZE_PX = 1180, 760
FRAME_PX = 40
"""Of the screen, for the title and the borders that the desktop puts round a window"""
ROW_HEIGHT_PX = 24
SIZES_PX, FIELD_PX = 128, 72
SITE_NAMES = {"liver": marked("Liver"), "lung": marked("Lung"), "node": marked("Soft tissue")}
LEAST, MOST = 5, 200
"""Inserts of a kind"""
READY = marked(
    "Spheres of known size and uptake are put into the unfiltered image, blurred as the scanner "
    "blurs and with its noise. The filter and the network work on them, and the page shows which "
    "are still seen in each, and what is seen where nothing was put. It takes some minutes; you "
    "can go on reading meanwhile."
)


def show_audit(screen: Screen) -> "AuditPage":
    """The page next to the reading: the one that is open, or a new one."""
    for page in screen.window().findChildren(AuditPage):
        if page.isVisible():
            page.raise_()
            page.activateWindow()
            return page
    page = AuditPage(screen)
    page.show()
    return page


class AuditPage(Page):
    """Shows `State.auditing`; it closes where images are read blinded, or without a study."""

    def __init__(self, screen: Screen) -> None:
        window = screen.window()
        room = window.screen().availableGeometry()
        width, height = (
            min(wanted, there - FRAME_PX)
            for wanted, there in zip(SIZE_PX, (room.width(), room.height()), strict=True)
        )
        super().__init__(tr("What would I miss?"), window, width, height)
        self._screen = screen
        self._verbs = screen.desk.auditing
        self._shown: AuditOutcome | None = None
        self.box.setSpacing(8)
        self._make_choices()
        self.problem = new_label(name="problem", wrap=True, plain=True)
        self.bar = new_bar()
        self.progress = new_label(name="quiet", plain=True)
        self.box.addWidget(self.problem)
        self.box.addLayout(in_row((self.progress, 1), (self.bar, 1), spacing=8))
        self.nothing = new_label(translated(READY), name="quiet", wrap=True, plain=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        in_column(None, self.nothing, None, of=empty, margins=(80, 24, 80, 24))
        self.pages = QStackedWidget()
        self.pages.addWidget(empty)
        self.pages.addWidget(self._make_result())
        self.box.addWidget(self.pages, 1)
        self.finish()
        self._verbs.progressed.connect(self._on_progress)
        screen.desk.session.changed.connect(self._on_changed)
        self._refresh(screen.desk.state)

    # --- Making --------------------------------------------------------------------------------

    def _make_choices(self) -> None:
        """Which image and network; which lesions."""
        self.series = Choice()
        self.network = Choice()
        for one in installed_networks():
            self.network.addItem(f"{one.title} {one.version}", one.id)
            self.network.setItemData(
                self.network.count() - 1, one.sentence, Qt.ItemDataRole.ToolTipRole
            )
        self.network.activated.connect(self._on_network)
        for combo in (self.series, self.network):
            combo.setMinimumContentsLength(16)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.audit = new_button(tr("Audit"), self._on_audit, "primary")
        self.cancel = new_button(tr("Cancel"), self._verbs.cancel)
        self.save = new_button(tr("Save PDF…"), self._on_save)
        self.box.addLayout(
            in_row(
                *self._named(tr("Image"), self.series, 1),
                *self._named(tr("Network"), self.network, 1),
                self.audit,
                self.cancel,
                self.save,
                spacing=8,
            )
        )
        self.sizes, self.contrasts = QLineEdit(SIZES), QLineEdit(CONTRASTS)
        self.resolution = QLineEdit()
        self.resolution.setPlaceholderText(tr("measured"))
        self.resolution.setToolTip(tr("FWHM of the unfiltered image in mm; empty: it is measured"))
        for field in (self.contrasts, self.resolution):
            field.setFixedWidth(FIELD_PX)
        self.sizes.setFixedWidth(SIZES_PX)
        self.number = QSpinBox()
        self.number.setRange(LEAST, MOST)
        self.number.setValue(A_KIND)
        self.sites: dict[str, QCheckBox] = {}
        for site, name in SITE_NAMES.items():
            self.sites[site] = QCheckBox(translated(name))
            self.sites[site].setChecked(True)
        self.box.addLayout(
            in_row(
                *self._named(tr("Diameters, mm"), self.sizes),
                *self._named(tr("Contrasts"), self.contrasts),
                *self._named(tr("Of each"), self.number),
                *self._named(tr("Resolution, mm"), self.resolution),
                6,
                *self.sites.values(),
                None,
                spacing=6,
            )
        )

    def _named(
        self, words: str, field: QWidget, stretch: int = 0
    ) -> tuple[QLabel, tuple[QWidget, int]]:
        label = new_label(words, "quiet")
        label.setBuddy(field)
        field.setAccessibleName(words)
        return label, (field, stretch)

    def _make_result(self) -> QWidget:
        self.setting = new_label(name="quiet", wrap=True, plain=True)
        self.summary = new_label(name="note", wrap=True, selectable=True, plain=True)
        self.table = self._new_table(tr("Every size and contrast"))
        self.note = new_label(name="quiet", wrap=True, plain=True)
        self.foci = self._new_table(tr("Foci in the image without inserts"))
        self.seen, self.left = Figure(), Figure()
        self.cautions = new_label(name="words", wrap=True, selectable=True, plain=True)
        numbers = QWidget()
        in_column((self.table, 3), self.note, (self.foci, 1), of=numbers, margins=(0, 8, 0, 0))
        cautions = QWidget()
        in_column(self.cautions, None, of=cautions, margins=8)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.seen, tr("What is seen"))
        self.tabs.addTab(numbers, tr("Numbers"))
        self.tabs.addTab(self.left, tr("Contrast left"))
        self.tabs.addTab(scrolling(QScrollArea(), cautions), tr("What to bear in mind"))
        result = QWidget()
        in_column(self.setting, self.summary, (self.tabs, 1), of=result, margins=0, spacing=6)
        return result

    def _new_table(self, name: str) -> QTableWidget:
        table = QTableWidget(0, 0)
        table.setAccessibleName(name)
        plain_table(table, ROW_HEIGHT_PX, read_only=True)
        table.setTabKeyNavigation(False)
        return table

    # --- What is shown -------------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        if after.blinded or after.study is None:
            self.close()
            return
        names = ("auditing", "study", "unfinished", "denoiser_problem")
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        wanted = [(one.key, one.label) for one in denoisable(state)]
        there = [
            (self.series.itemData(n), self.series.itemText(n)) for n in range(self.series.count())
        ]
        if wanted != there:
            self.series.clear()
            for key, label in wanted:
                self.series.addItem(label, key)
        default = next((one.id for one in installed_networks() if one.default), "")
        model = self._screen.desk.denoising.model or default
        self.network.setCurrentIndex(self.network.findData(model))
        auditing, refusal = state.auditing, audit_refusal(state)
        self.audit.setEnabled(refusal is None and not auditing.at_work)
        self.audit.setToolTip(translated(refusal or ""))
        for part in (self.cancel, self.bar, self.progress):
            part.setVisible(auditing.at_work)
        self.save.setVisible(auditing.outcome is not None and not auditing.at_work)
        for part in (self.series, self.network, self.sizes, self.contrasts, self.number):
            part.setEnabled(not auditing.at_work)
        say(self.problem, "" if auditing.at_work else auditing.problem or refusal or "")
        self.pages.setCurrentIndex(0 if auditing.outcome is None else 1)
        if auditing.outcome is not self._shown:
            self._shown = auditing.outcome
            if auditing.outcome is not None:
                self._show(auditing.outcome)

    def _show(self, outcome: AuditOutcome) -> None:
        from station.operations.audit import words

        found = outcome.audit
        self.setting.setText(f"{outcome.series} · {found.denoiser}\n{words.setting_words(found)}")
        self.summary.setText("\n".join(map(translated, words.summary_of(found))))
        _fill(self.table, words.rows_of(found))
        self.note.setText(translated(words.NOTE))
        _fill(self.foci, words.foci_rows(found))
        self.seen.show_png(outcome.seen_png)
        self.left.show_png(outcome.left_png)
        self.cautions.setText("\n\n".join(map(translated, found.sentences)))

    # --- What a person does --------------------------------------------------------------------

    def _on_network(self, number: int) -> None:
        chosen = str(self.network.itemData(number))
        self._screen.desk.denoising.model = chosen
        self._screen.desk.settings.remember({MODEL_SETTING: chosen})

    def _on_audit(self) -> None:
        from station.operations.audit.run import Wish

        state = self._screen.desk.state
        key = self.series.currentData()
        source = state.study.find(key) if state.study is not None and key else None
        fields = (self.sizes, self.contrasts, self.resolution)
        try:
            sizes, contrasts, fwhm_mm = (numbers_of(one.text()) for one in fields)
        except StationError as error:
            say(self.problem, str(error))
            return
        if sizes is None or contrasts is None or fwhm_mm is None or len(fwhm_mm) > 1:
            say(self.problem, tr("Write diameters, contrasts and resolution as numbers: 6, 8, 10."))
            return
        if source is None:
            return
        vouched, resampled = vouch_needed(source), needs_resampling(source)
        if vouched and not vouches(self._screen, source, "audited"):
            return
        if resampled and not resamples(self._screen, source):
            return
        wish = Wish(
            sizes,
            contrasts,
            tuple(site for site, box in self.sites.items() if box.isChecked()),
            self.number.value(),
            fwhm_mm=fwhm_mm[0] if fwhm_mm else None,
        )
        self._verbs.start(source.key, wish, resample=resampled, assume_unfiltered=vouched)

    def _on_save(self) -> None:
        path = ask_target(self._screen, tr("Save the audit"), "audit.pdf", tr("PDF (*.pdf)"))
        if path is not None:
            self._verbs.save(path)

    def _on_progress(self, fraction: float, message: str) -> None:
        self.bar.setValue(round(fraction * BAR_STEPS))
        self.progress.setText(message)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sizes.setFocus()


class Figure(QScrollArea):
    """A picture as wide as there is room, not wider than it was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        box: QVBoxLayout = in_column(of=content, margins=(0, 8, 0, 8))
        box.addWidget(self._label)
        box.addStretch()
        scrolling(self, content)

    def show_png(self, png: bytes) -> None:
        self._picture.loadFromData(png, "PNG")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        width = min(round(self.viewport().width() * ratio), self._picture.width())
        scaled = self._picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        self._label.setPixmap(scaled)


def _fill(table: QTableWidget, rows: list[tuple[str, ...]]) -> None:
    table.setColumnCount(len(rows[0]))
    table.setHorizontalHeaderLabels(list(rows[0]))
    table.setRowCount(len(rows) - 1)
    for number, row in enumerate(rows[1:]):
        for column, words in enumerate(row):
            item = QTableWidgetItem(words)
            item.setTextAlignment(LEFT if column == 0 else RIGHT)
            item.setFont(theme.font(theme.PANEL_PX))
            table.setItem(number, column, item)
    for column in range(1, len(rows[0])):
        header = table.horizontalHeaderItem(column)
        if header is not None:
            header.setTextAlignment(RIGHT)
    table.resizeColumnsToContents()
