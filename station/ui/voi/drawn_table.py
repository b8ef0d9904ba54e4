"""What was drawn on the images, a row each, with what it measures in every image."""

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from station.app.language import tr
from station.app.state import State
from station.app.workflow import Workflow
from station.ui import theme
from station.ui.elements import LEFT, plain_table

ROW_HEIGHT_PX = 24
MOST_ROWS = 5
"""Shown at once; more are scrolled"""


class DrawnTable(QTableWidget):
    """Hidden as long as nothing is drawn."""

    def __init__(self, workflow: Workflow) -> None:
        super().__init__(0, 2)
        self._workflow = workflow
        self._shown: tuple[object, ...] = ()
        plain_table(self, ROW_HEIGHT_PX, read_only=True)
        self.setAccessibleName(tr("Drawn on the images"))
        header = self.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.cellClicked.connect(self._on_clicked)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        shown = (state.annotations, state.selected_annotation, state.images, state.slots)
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(bool(state.annotations))
        self.setRowCount(len(state.annotations))
        self.setFixedHeight(theme.px(ROW_HEIGHT_PX) * min(len(state.annotations), MOST_ROWS) + 2)
        if not state.annotations:
            return
        from station.app.voi.drawing import words
        from station.pet.annotations import Ellipse

        for row, one in enumerate(state.annotations):
            areas = (
                self._workflow.areas.of(state, one.shape) if isinstance(one.shape, Ellipse) else ()
            )
            cautions = dict.fromkeys(w for area in areas for w in area.measurement.warnings)
            text = words(state, one, areas)
            tip = "\n".join([one.name, text, *cautions])
            for column, cell in enumerate((one.name + ("  !" if cautions else ""), text)):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(LEFT)
                item.setToolTip(tip)
                self.setItem(row, column, item)
            if one.id == state.selected_annotation:
                self.selectRow(row)
        if state.selected_annotation is None:
            self.clearSelection()

    def _on_clicked(self, row: int, column: int) -> None:
        """Go there in all panes."""
        from station.pet.annotations import place_of

        one = self._workflow.state.annotations[row]
        self._workflow.drawing.select(one.id)
        self._workflow.place_crosshair(self._workflow.state.active_column, place_of(one.shape))
