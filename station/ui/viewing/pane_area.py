"""Columns of panes under their headers, arranged as the layout says."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from station.app.denoising import denoise_refusal
from station.app.state import PET_SLOTS, Column, Kind, Layout, Plane, Slot, State, columns
from station.app.viewing import display
from station.app.workflow import Workflow
from station.pet.study import Series
from station.ui import theme
from station.ui.elements import in_column, in_row, new_button, new_label
from station.ui.viewing.panes import MipPane, SlicePane
from station.ui.viewing.viewport import Offers, Pane, SeriesTarget

HEADER_HEIGHT_PX = 28
EMPTY_WIDTH_PX = 300
EMPTY_MARGIN_PX = 12
DENOISE_WORDS = (
    "This study holds no deep-learning denoised series. One can be computed from its unfiltered "
    "PET; any other series can be put here by hand."
)
LARGE, SMALL = 13, 6
"""Heights of the large pane and of the row beneath it in the compare layout"""


class PaneArea(QWidget):
    """All panes of a window. `layout` fixes the layout (second window); None: as the state has."""

    def __init__(self, workflow: Workflow, offers: Offers, layout: Layout | None = None) -> None:
        super().__init__()
        self._offers = offers
        self.setObjectName("ground")
        self.workflow = workflow
        self._layout = layout
        self._built: object = None
        self._columns: list[PaneColumn] = []
        self._row = in_row(of=self, margins=0, spacing=1)
        workflow.session.changed.connect(self._on_changed)
        self._rebuild(workflow.state)

    def panes(self) -> list[Pane]:
        """Every pane there is, left to right, large to small."""
        return [pane for column in self._columns for pane in column.panes]

    def picture(self, named: bool = True) -> QImage:
        """The panes and their headers, without the buttons.

        Not `named`: without the series either, and without the patient of a foreign one.
        """
        parts: list[QWidget] = []
        for column in self._columns:
            header = column.header
            parts += [header.menu_button, *(() if named else (header.series, header.foreign))]
        shown = [part for part in parts if part.isVisible()]
        for part in shown:
            part.hide()
        picture = self.grab().toImage()
        for part in shown:
            part.show()
        return picture

    def _on_changed(self, before: State, after: State) -> None:
        self._rebuild(after)

    def _rebuild(self, state: State) -> None:
        shown = columns(state, self._layout)
        maximised = None if self._layout else state.maximised
        if maximised is not None and all(column.view != maximised[0] for column in shown):
            maximised = None  # its column went, as the difference does
        # A column that draws something else keeps its panes; another number of columns does not.
        wanted = (self._layout or state.layout, len(shown), maximised)
        if wanted == self._built:
            return
        self._built = wanted
        for column in self._columns:
            self._row.removeWidget(column)
            column.close()
            column.deleteLater()
        only = maximised[1] if maximised else None
        self._columns = [
            PaneColumn(self.workflow, self._offers, index, self._layout, only)
            for index, column in enumerate(shown)
            if maximised is None or column.view == maximised[0]
        ]
        for column in self._columns:
            self._row.addWidget(column, 1)


class PaneColumn(QWidget):
    """One image: its header, its panes, or what to do when there is no image."""

    def __init__(
        self,
        workflow: Workflow,
        offers: Offers,
        index: int,
        layout: Layout | None,
        only: str | None = None,
    ) -> None:
        super().__init__()
        self._offers = offers
        self.workflow = workflow
        self._index = index
        self._layout = layout
        self.panes: list[Pane] = []
        self.header = Header(workflow, index, layout, offers.explain)
        self._stack = QStackedLayout()
        in_column(self.header, (self._stack, 1), of=self, margins=0, spacing=1)
        self._images = QWidget()
        self._stack.addWidget(self._images)
        self._empty = EmptyColumn(workflow, offers, index, layout)
        self._stack.addWidget(self._empty)
        self._arrange(layout or workflow.state.layout, only)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _arrange(self, layout: Layout, only: str | None) -> None:
        grid = QGridLayout(self._images)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(1)
        if only is not None:
            grid.addWidget(self._pane(only))
            return
        axial, coronal, sagittal, mip = "axial", "coronal", "sagittal", "mip"
        match layout:
            case Layout.COMPARE:
                grid.addWidget(self._pane(axial), 0, 0, 1, 3)
                for place, name in enumerate((coronal, sagittal, mip)):
                    grid.addWidget(self._pane(name), 1, place)
                grid.setRowStretch(0, LARGE)
                grid.setRowStretch(1, SMALL)
            case Layout.GRID:
                for row, name in enumerate((axial, coronal)):
                    grid.addWidget(self._pane(name), row, 0)
                    grid.setRowStretch(row, 1)
            case Layout.SINGLE:
                grid.addWidget(self._pane(axial), 0, 0, 3, 1)
                for row, name in enumerate((coronal, sagittal, mip)):
                    grid.addWidget(self._pane(name), row, 1)
                    grid.setRowStretch(row, 1)
                grid.setColumnStretch(0, 3)
                grid.setColumnStretch(1, 1)
            case Layout.MIP_PAIR:
                grid.addWidget(self._pane(mip))

    def _pane(self, name: str) -> Pane:
        pane = (
            MipPane(self.workflow, self._index, self._layout, self._offers)
            if name == "mip"
            else SlicePane(self.workflow, self._index, Plane(name), self._layout, self._offers)
        )
        self.panes.append(pane)
        return pane

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        shown = columns(state, self._layout)
        if self._index >= len(shown):
            return
        content = shown[self._index]
        # A difference is a measurement: it waits until both images are complete.
        image = state.image if content.kind is Kind.DIFFERENCE else state.shown
        there = image(content.slot) is not None
        self._stack.setCurrentWidget(self._images if there else self._empty)


class Header(SeriesTarget):
    """What a column shows: title, series, and a menu of the study's series."""

    def __init__(
        self,
        workflow: Workflow,
        index: int,
        layout: Layout | None,
        explain: Callable[[], object],
    ) -> None:
        """`explain` shows what makes the SUVs of the column doubtful."""
        super().__init__()
        self.workflow = workflow
        self._index = index
        self._layout = layout
        self._shown: object = None
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEADER_HEIGHT_PX)
        self.setAcceptDrops(True)
        self._title = new_label(name="title")
        self.foreign = new_label(name="foreign")
        self.mark = new_button(verb=explain, name="mark", focus=False)
        self.mark.setCursor(Qt.CursorShape.PointingHandCursor)
        self.series = ElidedLabel()
        self.series.setObjectName("quiet")
        self.menu_button = QToolButton()
        self.menu_button.setText("Series")
        self.menu_button.setToolTip("Show another series here; a series can also be dragged here")
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.menu_button)
        menu.aboutToShow.connect(self._fill)
        self.menu_button.setMenu(menu)
        in_row(
            self._title,
            self.foreign,
            self.mark,
            (self.series, 1),
            self.menu_button,
            of=self,
            margins=(10, 0, 4, 0),
            spacing=8,
        )
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _content(self, state: State) -> Column | None:
        shown = columns(state, self._layout)
        return shown[self._index] if self._index < len(shown) else None

    def _slot(self) -> Slot | None:
        content = self._content(self.workflow.state)
        return content.slot if content else None

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        content = self._content(state)
        if content is None:
            return
        series, foreign = state.series(content.slot), state.foreign(content.slot)
        unfinished = state.unfinished_in(content.slot)
        percent = round(unfinished.fraction * 100) if unfinished else None
        unsaved = state_words(state, series)
        mark = display.caution_mark(state, content)
        pair = state.series(Slot.CONVENTIONAL)
        shown = (content, series, foreign, pair, percent, unsaved, mark)
        if shown == self._shown:
            return
        self._shown = shown
        self._title.setText(display.column_title(state, content))
        words = series_words(series) if series else "none"
        if content.kind is Kind.DIFFERENCE:
            words = display.difference_words(state)
        elif percent is not None:
            words = f"{percent} % computed · {words}"
        elif unsaved:
            words = f"{unsaved} · {words}"
        self.foreign.setText(foreign or "")
        self.foreign.setVisible(foreign is not None)
        self.mark.setText(mark)
        self.mark.setToolTip(_cautions(state, content))
        self.mark.setVisible(bool(mark))
        self.series.setText(words)
        self.series.setToolTip(words)
        self.menu_button.setVisible(content.kind is not Kind.DIFFERENCE)

    def _fill(self) -> None:
        menu = self.menu_button.menu()
        menu.clear()
        slot = self._slot()
        if slot is not None:
            fill_shown_menu(menu, self.workflow, slot)


def _cautions(state: State, content: Column) -> str:
    """The sentences behind the mark of a column."""
    slots = PET_SLOTS if content.kind is Kind.DIFFERENCE else (content.slot,)
    images = [image for slot in slots if (image := state.shown(slot))]
    return "\n".join(dict.fromkeys(words for image in images for words in image.cautions))


class ElidedLabel(QLabel):
    """Words that give way to what is next to them."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(theme.QUIET))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)


class EmptyColumn(SeriesTarget):
    """What a column without an image says and offers."""

    def __init__(
        self, workflow: Workflow, offers: Offers, index: int, layout: Layout | None
    ) -> None:
        super().__init__()
        self.workflow = workflow
        self._index = index
        self._layout = layout
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._title = new_label(name="emptytitle")
        self._words = new_label(name="quiet", wrap=True)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._denoise = new_button("Denoise", offers.denoise.trigger, "primary", focus=False)
        self._choose = new_button("Show another series here", name="menu")
        menu = QMenu(self._choose)
        menu.aboutToShow.connect(self._fill)
        self._choose.setMenu(menu)
        in_column(
            None,
            (self._title, 0, Qt.AlignmentFlag.AlignHCenter),
            (self._words, 0, Qt.AlignmentFlag.AlignHCenter),
            (self._denoise, 0, Qt.AlignmentFlag.AlignHCenter),
            (self._choose, 0, Qt.AlignmentFlag.AlignHCenter),
            None,
            of=self,
            spacing=10,
        )
        self._words.setMinimumHeight(self._words.fontMetrics().lineSpacing() * 4)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._words.setFixedWidth(min(EMPTY_WIDTH_PX, self.width() - 2 * EMPTY_MARGIN_PX))

    def minimumSizeHint(self) -> QSize:
        """The words wrap, at any width; a column that was wide can become narrow again."""
        firm = [part for part in (self._title, self._denoise, self._choose) if not part.isHidden()]
        width = max(part.minimumSizeHint().width() for part in firm) + 2 * EMPTY_MARGIN_PX
        return QSize(width, super().minimumSizeHint().height())

    def _slot(self) -> Slot | None:
        shown = columns(self.workflow.state, self._layout)
        return shown[self._index].slot if self._index < len(shown) else None

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        slot = self._slot()
        if slot is None:
            return
        series = state.series(slot)
        title, words = _empty_words(state, slot, series)
        lacking = state.study is not None and series is None
        offered = lacking and slot is Slot.DENOISED
        if offered:
            refusal = denoise_refusal(state)
            self._denoise.setEnabled(refusal is None)
            self._denoise.setToolTip(refusal or "")
            words = refusal or DENOISE_WORDS
        self._title.setText(title)
        self._words.setText(words)
        self._denoise.setVisible(offered)
        self._choose.setVisible(lacking)

    def _fill(self) -> None:
        menu, slot = self._choose.menu(), self._slot()
        menu.clear()
        if slot is not None:
            fill_shown_menu(menu, self.workflow, slot)


def _empty_words(state: State, slot: Slot, series: Series | None) -> tuple[str, str]:
    if state.unfinished_in(slot) is not None and series is not None:
        return (
            "Being denoised",
            f"The image appears here while it is computed, {series_words(series)}.",
        )
    if series is not None:
        return "Loading…", series_words(series)
    match slot:
        case Slot.DENOISED:
            return "No DL-denoised image", DENOISE_WORDS
        case Slot.CONVENTIONAL:
            return "No conventional PET", "This study holds no attenuation-corrected PET series."
        case Slot.CT:
            return "No CT", "This study holds no CT series."


def fill_shown_menu(menu: QMenu, workflow: Workflow, slot: Slot) -> None:
    """The series of the open study that could be shown in a slot."""
    state = workflow.state
    for series in state.own_series:
        mark = state_words(state, series)
        words = f"{series_words(series)} · {mark}" if mark else series_words(series)
        action = menu.addAction(f"{series.modality} · {words}")
        action.setCheckable(True)
        action.setChecked(workflow.state.slots[slot] == series.key)
        action.setEnabled(series.problem is None)
        action.setToolTip(series.problem or "")
        action.triggered.connect(lambda _=False, key=series.key: workflow.assign(slot, key))


def state_words(state: State, series: Series | None) -> str:
    """`not saved`, of a series that was computed here and is not in a file."""
    derived = state.derived.get(series.key) if series else None
    return "not saved" if derived is not None and not derived.saved else ""


def series_words(series: Series) -> str:
    """A series in a line: its description, and which part of a split series it is."""
    part = "" if series.parts == 1 else f" ({series.part} of {series.parts})"
    return (series.description or series.label) + part
