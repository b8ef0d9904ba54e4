"""The panel "SUV inputs": each number behind an SUV, its source, and where to correct it."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from station.app.language import decimals, tr, translated
from station.app.state import PET_SLOTS, Slot, State
from station.app.viewing import display
from station.app.workflow import Workflow
from station.errors import StationError
from station.pet.loaded import LoadedImage
from station.ui import theme
from station.ui.elements import in_column, new_button, new_label, plain_table

if TYPE_CHECKING:
    from station.pet.suv import SuvInput

VALUE_COLUMN = 1
ROW_HEIGHT_PX = 25
CELL_MARGINS_PX = 12
WORDS_PX = 100
"""Numbers widen their column beyond this, words do not"""


class SuvPanel(QWidget):
    """Inputs of the conventional and the DL image; a double click on a value types another."""

    def __init__(self, workflow: Workflow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.workflow = workflow
        self._image: LoadedImage | None = None
        self._filled: tuple[str, tuple[SuvInput, ...]] | None = None
        """Of which study the table shows which inputs; None: it is to be filled anew"""
        self._factor = new_label(name="figure")
        self._words = new_label(name="quiet", wrap=True)
        self._problem = new_label(name="problem", wrap=True, selectable=True)
        self._caution = new_label(name="caution", wrap=True, selectable=True)
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(tr("SUV inputs"))
        self.table.setHorizontalHeaderLabels([tr("Input"), tr("Value"), tr("Tag"), tr("Source")])
        plain_table(self.table, ROW_HEIGHT_PX)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(40))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.itemChanged.connect(self._on_edited)
        self._withdraw = new_button(tr("Return to the header's value"), self._on_withdraw)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self._hint = new_label(
            tr("Double click a value to type another. It is recorded with your name."),
            "quiet",
            wrap=True,
        )
        in_column(
            self._factor,
            self._words,
            self._problem,
            self._caution,
            (self.table, 1),
            self._withdraw,
            None,
            self._hint,
            of=self,
            margins=(12, 12, 8, 12),
            spacing=8,
        )
        self._session = workflow.session
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _on_changed(self, before: State, after: State) -> None:
        begun_or_ended = (before.unfinished is None) is not (after.unfinished is None)
        if before.images is not after.images or before.slots is not after.slots or begun_or_ended:
            self._refresh(after)

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._filled = None
        self._refresh(self._session.state)

    def _refresh(self, state: State) -> None:
        images = [(slot, image) for slot in PET_SLOTS if (image := state.image(slot))]
        self._image = images[0][1] if images else None
        image = self._image
        for widget in (self.table, self._hint):
            widget.setVisible(image is not None)
        self._problem.setVisible(image is not None and image.suv_problem is not None)
        self._on_selected()
        if image is None:
            self._factor.setText("")
            self._words.setText(tr("SUV inputs are shown here when a PET is open."))
            self._caution.hide()
            return
        self._say_factor(images)
        self._problem.setText(translated(image.suv_problem or ""))
        cautions = display.cautions(state)
        self._caution.setText("\n".join(map(translated, cautions)))
        self._caution.setVisible(bool(cautions))
        # What is there already stays: somebody may be typing into it.
        if (image.series.study_uid, image.inputs) != self._filled:
            self._fill(image)

    def _say_factor(self, images: list[tuple[Slot, LoadedImage]]) -> None:
        image = images[0][1]
        if image.conversion is None:
            self._factor.setText(tr("no SUV"))
            self._words.setText(
                tr("{label} is shown in {unit}.", label=image.series.label, unit=image.volume.unit)
            )
            return
        factors = image.conversion.factor
        first = float(np.nanmean(factors))
        if image.conversion.per_slice:
            bounds = f"× {np.nanmin(factors):.4g} … {np.nanmax(factors):.4g}"
            self._factor.setText(decimals(bounds))
        else:
            self._factor.setText(decimals(f"× {first:.6g}"))
        words = tr(
            "{unit} → {unit2} of {label}",
            unit=image.stored.unit,
            unit2=image.volume.unit,
            label=image.series.label,
        )
        if len(images) > 1 and images[1][1].series.key != image.series.key:
            other = images[1][1]
            if other.conversion is None:
                words = tr(
                    "{words}. {label} has no SUV: {suv_problem}",
                    words=words,
                    label=other.series.label,
                    suv_problem=other.suv_problem,
                )
            elif other.conversion.factor.shape != factors.shape or bool(
                (abs(other.conversion.factor / factors - 1) > 1e-6).any()
            ):
                mean = float(np.nanmean(other.conversion.factor))
                words = tr(
                    "{words}. {label} has another factor: × {mean:.6g}",
                    words=words,
                    label=other.series.label,
                    mean=mean,
                )
            else:
                words = tr("{words}; the other image has the same factor", words=words)
        self._words.setText(words + ".")

    def _fill(self, image: LoadedImage) -> None:
        from station.app.viewing.typed import SOURCE_WORDS, format_input
        from station.pet.suv import Source

        self._filled = image.series.study_uid, image.inputs
        self.table.blockSignals(True)
        moment = image.series.datetime
        day = moment.date() if moment else None
        self.table.setRowCount(len(image.inputs))
        for index, row in enumerate(image.inputs):
            texts = (
                translated(row.name),
                format_input(row, day),
                row.tag,
                translated(SOURCE_WORDS[row.source]),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFont(theme.font(theme.PANEL_PX))
                editable = column == VALUE_COLUMN and row.typed_as is not None
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
                if column == VALUE_COLUMN and not any(letter.isdigit() for letter in text):
                    wanted = QFontMetrics(item.font()).horizontalAdvance(text) + CELL_MARGINS_PX
                    item.setSizeHint(
                        QSize(min(wanted, theme.px(WORDS_PX)), theme.px(ROW_HEIGHT_PX))
                    )
                item.setToolTip("\n".join(filter(None, (format_input(row), row.note))))
                if column in (2, 3):
                    item.setForeground(QColor(theme.QUIET))
                    item.setFont(theme.font(theme.SMALL_PX))
                if row.source is Source.TYPED:
                    item.setForeground(QColor(theme.VOI))
                if column == VALUE_COLUMN and row.value is None and row.typed_as is not None:
                    item.setForeground(QColor(theme.ADDED))
                    item.setFont(theme.font(theme.PANEL_PX, weight=QFont.Weight.DemiBold))
                self.table.setItem(index, column, item)
        self.table.blockSignals(False)

    def _on_edited(self, item: QTableWidgetItem) -> None:
        from station.app.viewing.typed import parse_input

        image = self._image
        if image is None or item.column() != VALUE_COLUMN:
            return
        row = image.inputs[item.row()]
        if row.typed_as is None:
            return
        moment = image.series.datetime
        try:
            value = parse_input(row.typed_as, item.text(), moment.date() if moment else None)
        except StationError as error:
            self.workflow.session.set(notice=str(error))
            self._fill(image)
            return
        self.workflow.type_input(row.typed_as, value, f"{row.name.lower()} {item.text()}")
        if self._image is image:
            self._fill(image)  # refused: the table shows what is in force

    def _on_selected(self) -> None:
        row = self._selected()
        self._withdraw.setVisible(
            row is not None and any(t.name is row.typed_as for t in self.workflow.state.typed)
        )

    def _on_withdraw(self) -> None:
        row = self._selected()
        if row is not None and row.typed_as is not None:
            self.workflow.withdraw_input(row.typed_as)

    def _selected(self) -> "SuvInput | None":
        at = self.table.currentRow()
        image = self._image
        return image.inputs[at] if image is not None and 0 <= at < len(image.inputs) else None
