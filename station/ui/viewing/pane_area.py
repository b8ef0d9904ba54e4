"""Columns of panes under their headers, arranged as the layout says."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QSizePolicy,
    QSplitterHandle,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from station.app.denoising import denoise_refusal
from station.app.language import day_or_none, marked, tr, translated
from station.app.state import (
    PET_SLOTS,
    Column,
    Fixed,
    Kind,
    Plane,
    Slot,
    State,
    columns,
    is_filled,
)
from station.app.viewing import display, layouts
from station.app.viewing.dates import DateWords, date_words
from station.app.viewing.layouts import Arranged
from station.app.workflow import Workflow
from station.pet.study import Series
from station.ui import theme
from station.ui.elements import in_column, in_row, new_button, new_label, set_look
from station.ui.viewing.pane_focus import PaneFocus
from station.ui.viewing.panes import MipPane, SlicePane
from station.ui.viewing.series_drop import SeriesTarget
from station.ui.viewing.splits import SplitPanes
from station.ui.viewing.viewport import Offers, Pane

HEADER_HEIGHT_PX = 28
DATE_MARGIN_PX, ROOM_FOR_BOTH_PX = 40, 240
"""Around what is said of a column's date; from this room on its title has its share"""
ROOM_FOR_DENOISE_PX, ROOM_FOR_MARK_PX, ROOM_FOR_WORD_PX = 290, 260, 200
"""From these widths on a header has room for its button, for the words of its mark and for the word
on its menu"""
ROOM_FOR_DATE_PX = 270
"""The same for the menu's word where a date is said"""
SHORT_MARK = "!"
LEAST_WORDS_PX = 36
"""Words that are given way to are not written where only two or three letters would be left"""
MANY_COLUMNS, NARROWEST_COLUMN_PX = 4, 180
"""So many columns, where they would be narrower than this, are put into two rows"""
EMPTY_WIDTH_PX = 300
EMPTY_MARGIN_PX = 12
DENOISE_WORDS = marked(
    "This study holds no deep-learning denoised series. One can be computed from its unfiltered "
    "PET; any other series can be put here by hand."
)


class PaneArea(QWidget):
    """All panes of a window. `layout` fixes the layout (second window); None: as the state has."""

    def __init__(self, workflow: Workflow, offers: Offers, layout: Fixed | None = None) -> None:
        super().__init__()
        self._offers = offers
        self.setObjectName("ground")
        self.workflow = workflow
        self._layout = layout
        self._built: object = None
        self._columns: list[PaneColumn] = []
        self._split: SplitPanes | None = None
        self._row = in_row(of=self, margins=0, spacing=1)
        workflow.session.changed.connect(self._on_changed)
        self._rebuild(workflow.state)
        self.focus = PaneFocus(self, workflow, self.panes)

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
            parts += [header.menu_button, header.denoise]
            parts += () if named else (header.series,)
            header.show_date(dated=named)
        shown = [part for part in parts if part.isVisible()]
        for part in shown:
            part.hide()
        picture = self.grab().toImage()
        for part in shown:
            part.show()
        for column in self._columns:
            column.header.show_date()
        return picture

    def _on_changed(self, before: State, after: State) -> None:
        self._rebuild(after)

    def _on_let_go(self) -> None:
        self._rebuild(self.workflow.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._columns) >= MANY_COLUMNS:
            self._rebuild(self.workflow.state)

    def _in_two_rows(self, count: int) -> bool:
        """Whether there is more room for the columns in two rows."""
        width, height = self.width(), self.height()
        return count >= MANY_COLUMNS and width < count * NARROWEST_COLUMN_PX and height > width

    def _rebuild(self, state: State) -> None:
        shown = columns(state, self._layout)
        layout = self._layout or state.layout
        arranged = [_arranged(state, layout, column) for column in shown]
        maximised = None if self._layout else state.maximised
        if maximised is not None and all(column.view != maximised[0] for column in shown):
            maximised = None  # its column went, as the difference does
        # A column that draws something else keeps its panes; another number of columns does not.
        in_two_rows = maximised is None and self._in_two_rows(len(shown))
        wanted = (layout, arranged, maximised, in_two_rows)
        if wanted == self._built:
            return
        if any(pane.is_pressed for pane in self.panes()):
            return  # what is dragged is dragged to its end; `_on_let_go` makes up for it
        self._built = wanted
        if self.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus()  # else Qt gives the keys to whatever comes next, such as the tool bar
        if self._split is not None:
            self._row.removeWidget(self._split)
            for column in self._columns:
                column.close()
            self._split.close()
            self._split.deleteLater()
        chosen = [
            (index, maximised[1] if maximised else panes)
            for index, (column, panes) in enumerate(zip(shown, arranged, strict=True))
            if maximised is None or column.view == maximised[0]
        ]
        self._columns = [
            PaneColumn(self.workflow, self._offers, index, self._layout, panes, self)
            for index, panes in chosen
        ]
        for pane in self.panes():
            pane.let_go.connect(self._on_let_go)
        key, first = layouts.column_split(layout, [shown[index] for index, _ in chosen])
        titles = [display.column_title(state, shown[index]) for index, _ in chosen]
        if in_two_rows:
            half = (len(titles) + 1) // 2
            rows = [
                self._in_split(f"{key}.{row}", first[some], self._columns[some], titles[some])
                for row, some in (("upper", slice(half)), ("lower", slice(half, None)))
            ]
            self._split = SplitPanes(self.workflow, f"{key}.wrapped", False, (1.0, 1.0), self)
            self._split.fill(rows, (tr("the upper row"), tr("the lower row")))
        else:
            self._split = self._in_split(key, first, self._columns, titles)
        self._row.addWidget(self._split, 1)
        # Qt would show it some events later: a click that is already waiting would be lost.
        self._split.show()
        before: QWidget = self
        for border in self._split.findChildren(QSplitterHandle):
            if border.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, border)
                before = border

    def _in_split(
        self, key: str, first: tuple[float, ...], parts: Sequence[QWidget], titles: Sequence[str]
    ) -> SplitPanes:
        """Columns next to each other."""
        split = SplitPanes(self.workflow, key, True, first, self)
        split.fill(parts, titles)
        return split


def _arranged(state: State, layout: Fixed, column: Column) -> Arranged:
    """The panes of a column; those of a PET until it is known what it shows."""
    series = state.series(column.slot)
    is_pet = column.slot is not Slot.CT if series is None else series.is_pet
    return layouts.arranged(layout, column, is_pet=is_pet)


class PaneColumn(QWidget):
    """One image: its header, its panes, or what to do when there is no image."""

    def __init__(
        self,
        workflow: Workflow,
        offers: Offers,
        index: int,
        layout: Fixed | None,
        arranged: Arranged,
        area: QWidget,
    ) -> None:
        """`area` has the keys when a border of the column has let go of them."""
        super().__init__()
        self._offers = offers
        self.workflow = workflow
        self._index = index
        self._layout = layout
        self._area = area
        self.panes: list[Pane] = []
        self.header = Header(workflow, index, layout, offers)
        self._stack = QStackedLayout()
        in_column(self.header, (self._stack, 1), of=self, margins=0, spacing=1)
        self._images = QWidget()
        self._stack.addWidget(self._images)
        self._empty = EmptyColumn(workflow, offers, index, layout)
        self._stack.addWidget(self._empty)
        in_column(self._made(arranged), of=self._images, margins=0, spacing=0)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _made(self, arranged: Arranged) -> QWidget:
        """The panes, and the splits between them."""
        if isinstance(arranged, str):
            return self._pane(arranged)
        split = SplitPanes(
            self.workflow, arranged.key, arranged.across, arranged.shares, self._area
        )
        names = [", ".join(layouts.names_in(part)) for part in arranged.parts]
        split.fill([self._made(part) for part in arranged.parts], names)
        return split

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
        layout: Fixed | None,
        offers: Offers,
    ) -> None:
        super().__init__()
        self.workflow = workflow
        self._index = index
        self._layout = layout
        self._shown: object = None
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(HEADER_HEIGHT_PX))
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel(strong=True, at_most=True)
        self._title.setObjectName("title")
        self._offered = False
        self._mark_words = ""
        self._foreign = ""
        self._date: DateWords | None = None
        self.foreign = new_label(name="foreign")
        self.mark = new_button(verb=offers.explain, name="mark", focus=False)
        self.mark.setCursor(Qt.CursorShape.PointingHandCursor)
        self.series = ElidedLabel()
        self.series.setObjectName("quiet")
        self._denoise_action = offers.denoise
        self.denoise = new_button(tr("Denoise"), offers.denoise.trigger, "bar", focus=False)
        self.menu_button = QToolButton()
        self.menu_button.setText(tr("Series"))
        self.menu_button.setToolTip(
            tr("Show another series here; a series can also be dragged here")
        )
        self.menu_button.setAccessibleName(tr("Series shown here"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.menu_button)
        menu.aboutToShow.connect(self._fill)
        self.menu_button.setMenu(menu)
        in_row(
            (self._title, 100),
            self.foreign,
            self.mark,
            (self.series, 1),
            self.denoise,
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
        series = state.series(content.slot)
        foreign = state.foreign(content.slot) or "" if not state.blinded else ""
        date = date_words(state, content.slot, self._layout)
        unfinished = state.unfinished_in(content.slot)
        percent = round(unfinished.fraction * 100) if unfinished else None
        unsaved = state_words(state, series)
        mark = display.caution_mark(state, content)
        offered = self._offers_denoising(state, content)
        refusal = denoise_refusal(state) if offered else None
        others = tuple(state.series(slot) for slot in Slot)
        shown = (content, series, foreign, date, others, percent, unsaved, mark, offered, refusal)
        if shown == self._shown:
            return
        self._shown = shown
        title = display.column_title(state, content)
        words = series_words(series) if series else tr("none")
        if series is not None and self._is_ambiguous(state, title):
            title, words = words, title
        self._title.setText(title)
        self._title.setToolTip(f"{title} · {words}")
        if content.kind is Kind.DIFFERENCE:
            words = display.difference_words(state)
        elif percent is not None:
            words = tr("{percent} % computed · {words}", percent=percent, words=words)
        elif unsaved:
            words = f"{unsaved} · {words}"
        self._foreign, self._date = foreign, date
        set_look(self.foreign, "quiet" if date is not None and not date.apart else "foreign")
        self._mark_words = mark
        self.mark.setToolTip(_cautions(state, content))
        self.mark.setVisible(bool(mark))
        self.series.setText(words)
        self.series.setToolTip(words)
        self._offered = offered
        self._fit()
        self.denoise.setEnabled(refusal is None)
        self.denoise.setToolTip(refusal or translated(DENOISE_WORDS))
        self.menu_button.setVisible(content.kind is not Kind.DIFFERENCE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_date(self, *, dated: bool = True) -> None:
        """Which date the column shows, or whose image it is, where that is not the open study; not
        `dated`: only how the dates follow each other."""
        date = self._date
        words = self._foreign if dated else ""
        if date is not None:
            words = date.words(dated=dated)
        room = self.width() - self.menu_button.sizeHint().width() - DATE_MARGIN_PX
        if room >= ROOM_FOR_BOTH_PX:
            room -= min(self._title.sizeHint().width(), ROOM_FOR_BOTH_PX // 3)
        metrics = self.foreign.fontMetrics()
        choices = [words]
        if date is not None:
            without_days = replace(date, brief="")
            choices += [one.words(short=True, dated=dated) for one in (date, without_days)]
            choices += [date.words(short=True, dated=False), date.part]
        fitting = (one for one in choices if metrics.horizontalAdvance(one) <= room)
        shown = next(fitting, metrics.elidedText(choices[-1], Qt.TextElideMode.ElideRight, room))
        if shown != self.foreign.text():
            self.foreign.setText(shown)
        self.foreign.setToolTip(words)
        self.foreign.setVisible(bool(words))

    def _fit(self) -> None:
        """In a narrow column the title keeps its room: the menu offers what the buttons would."""
        width = self.width()
        self.denoise.setVisible(self._offered and width >= theme.px(ROOM_FOR_DENOISE_PX))
        self.mark.setText(self._mark_words if width >= theme.px(ROOM_FOR_MARK_PX) else SHORT_MARK)
        dated = self._date is not None  # the date comes before the button's word
        room = theme.px(ROOM_FOR_DATE_PX if dated else ROOM_FOR_WORD_PX)
        self.menu_button.setText(tr("Series") if width >= room else "")
        self.show_date()

    def _is_ambiguous(self, state: State, title: str) -> bool:
        """Whether another column is called the same, so that only the series tells them apart."""
        shown = columns(state, self._layout)
        return sum(display.column_title(state, one) == title for one in shown) > 1

    def _offers_denoising(self, state: State, content: Column) -> bool:
        """The first column offers what there would be a column for."""
        series = state.series(content.slot)
        return (
            self._index == 0
            and not state.blinded
            and state.guest(content.slot) is None
            and series is not None
            and series.is_pet
            and not is_filled(state, Slot.DENOISED)
        )

    def _fill(self) -> None:
        menu = self.menu_button.menu()
        menu.clear()
        slot = self._slot()
        if slot is None:
            return
        fill_shown_menu(menu, self.workflow, slot)
        if not is_filled(self.workflow.state, Slot.DENOISED):
            menu.addSeparator()
            fill_shown_menu(menu.addMenu(tr("Show next to it")), self.workflow, Slot.DENOISED)
            if self._offered:
                menu.addAction(self._denoise_action)


def _cautions(state: State, content: Column) -> str:
    """The sentences behind the mark of a column."""
    slots = PET_SLOTS if content.kind is Kind.DIFFERENCE else (content.slot,)
    images = [image for slot in slots if (image := state.shown(slot))]
    return "\n".join(dict.fromkeys(words for image in images for words in image.cautions))


class ElidedLabel(QLabel):
    """Words that give way to what is next to them, whole letters at a time."""

    def __init__(self, *, strong: bool = False, at_most: bool = False) -> None:
        """`at_most`: they take no more room than they need."""
        super().__init__()
        self._strong = strong
        self._at_most = at_most
        width = QSizePolicy.Policy.Maximum if at_most else QSizePolicy.Policy.Ignored
        self.setSizePolicy(width, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + 1, hint.height()) if self._at_most else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() < min(
            theme.px(LEAST_WORDS_PX), self.fontMetrics().horizontalAdvance(self.text())
        ):
            return
        painter = QPainter(self)
        painter.setPen(QColor(theme.BRIGHT if self._strong else theme.QUIET))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)


class EmptyColumn(SeriesTarget):
    """What a column without an image says and offers."""

    def __init__(
        self, workflow: Workflow, offers: Offers, index: int, layout: Fixed | None
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
        self._denoise = new_button(tr("Denoise"), offers.denoise.trigger, "primary", focus=False)
        self._choose = new_button(tr("Show another series here"), name="menu")
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
        self._words.setFixedWidth(min(theme.px(EMPTY_WIDTH_PX), self.width() - 2 * EMPTY_MARGIN_PX))

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
            self._denoise.setToolTip(translated(refusal or ""))
            words = refusal or translated(DENOISE_WORDS)
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
            tr("Being denoised"),
            tr(
                "The image appears here while it is computed, {series_words}.",
                series_words=series_words(series),
            ),
        )
    if series is not None:
        return tr("Loading…"), series_words(series)
    match slot:
        case Slot.DENOISED:
            return tr("No DL-denoised image"), translated(DENOISE_WORDS)
        case Slot.CONVENTIONAL:
            return tr("No conventional PET"), tr(
                "This study holds no attenuation-corrected PET series."
            )
        case Slot.CT:
            return tr("No CT"), tr("This study holds no CT series.")
        case Slot.OTHER | Slot.OTHER_DENOISED | Slot.OTHER_CT:
            return tr("No other image"), tr(
                "Show a series of any date here: drag it from the study list."
            )


def fill_shown_menu(menu: QMenu, workflow: Workflow, slot: Slot) -> None:
    """The series of the open study that could be shown in a slot, and those of other dates."""
    state = workflow.state
    for series in state.own_series:
        mark = state_words(state, series)
        words = f"{series_words(series)} · {mark}" if mark else series_words(series)
        action = menu.addAction(f"{series.modality} · {words}")
        action.setCheckable(True)
        action.setChecked(workflow.state.slots[slot] == series.key)
        action.setEnabled(series.problem is None)
        action.setToolTip(translated(series.problem or ""))
        action.triggered.connect(lambda _=False, key=series.key: workflow.assign(slot, key))
    if state.blinded:
        return
    for entry in state.other_dates:
        day = day_or_none(entry.study_date)
        below = menu.addMenu(f"{day}   {entry.description}".rstrip().replace("&", "&&"))
        for one in entry.series:
            words = f"{one.modality} · {one.description or one.modality}".replace("&", "&&")
            action = below.addAction(words)
            action.setCheckable(True)
            action.setChecked(state.slots[slot] == one.key)
            action.triggered.connect(lambda _=False, key=one.key: workflow.assign(slot, key))


def state_words(state: State, series: Series | None) -> str:
    """`not saved`, of a series that was computed here and is not in a file."""
    derived = state.derived.get(series.key) if series else None
    return tr("not saved") if derived is not None and not derived.saved else ""


def series_words(series: Series) -> str:
    """A series in a line: its description, and which part of a split series it is."""
    part = (
        ""
        if series.parts == 1
        else tr(" ({part} of {parts})", part=series.part, parts=series.parts)
    )
    return (series.description or series.label) + part
