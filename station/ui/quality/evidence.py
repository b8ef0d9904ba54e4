"""What drives a grade, in the panel "Quality": a map over the front projection, and its places."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from station.app.language import marked, tr, translated
from station.app.quality.map import drivers, front_weights, heaviest_on_ray
from station.pet.volume import Volume
from station.pet.words import format_position
from station.ui import theme
from station.ui.elements import in_column, in_row, new_label

if TYPE_CHECKING:
    from station.pet.mip import Mip

PICTURE_WIDTH_PX, PICTURE_PX = 150, 300
EVIDENCE = (240, 140, 40)
"""Red, green, blue of what pulls a grade down, over the grey projection"""
EVIDENCE_OPACITY = 0.75
EVIDENCE_WORDS = marked(
    "Orange: where the network sees a loss of quality. A person might name another cause."
)


class EvidenceView(QWidget):
    """What drives a grade: a map over the front projection, and its strongest places."""

    wanted = Signal(tuple)
    """LPS mm of a place to look at"""

    def __init__(self) -> None:
        super().__init__()
        heading = new_label(tr("WHAT PULLS THE GRADE DOWN"), "heading")
        self.words = new_label(name="quiet", wrap=True)
        self.picture = EvidencePicture()
        self.picture.wanted.connect(self.wanted)
        self.places = QListWidget()
        self.places.setAccessibleName(tr("Places that lower the grade"))
        self.places.itemClicked.connect(self._on_item)
        self.places.itemActivated.connect(self._on_item)
        right = in_column(self.places, self.words, None)
        row = in_row((self.picture, 0, Qt.AlignmentFlag.AlignTop), (right, 1), spacing=8)
        in_column(heading, row, of=self, margins=0, spacing=6)
        self._shown: object = None

    def forget(self) -> None:
        """Lay out again what is shown next, also where it is the same."""
        self._shown = None

    def show_evidence(self, evidence: Volume | None, mip: "Mip | None", upper: float) -> None:
        """The map of a grade over the image's projection, where there is place; None: no map.

        `upper`: the value that is drawn black, in the image's unit.
        """
        shown = (evidence, mip, upper)
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(evidence is not None)
        if evidence is None:
            self.picture.show_map(None, None, upper)
            return
        places = drivers(evidence)
        self.places.clear()
        for place in places:
            share = place.weight / places[0].weight
            item = QListWidgetItem(f"{format_position(place.position_mm)}   {share:.0%}")
            item.setData(Qt.ItemDataRole.UserRole, place.position_mm)
            item.setToolTip(tr("Go there. The share is relative to the strongest place."))
            self.places.addItem(item)
        self.places.setFixedHeight(theme.px(22) * len(places) + 6)
        self.places.setVisible(bool(places))
        self.picture.setVisible(mip is not None and bool(places))
        self.words.setText(
            translated(EVIDENCE_WORDS)
            if places
            else tr("No place in the image pulls its grade down.")
        )
        self.picture.show_map(evidence if places else None, mip, upper)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))


class EvidencePicture(QWidget):
    """The projection from the front in inverse grey, what pulls the grade down in colour over it.

    A click goes to the place that weighs most along its ray.
    """

    wanted = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._map: Volume | None = None
        self._mip: Mip | None = None
        self._image: QImage | None = None
        self.setFixedSize(theme.px(PICTURE_WIDTH_PX), theme.px(PICTURE_PX))
        self.setToolTip(tr("From the front, the patient's right on the left. Click to go there."))
        self.setAccessibleName(tr("What pulls the grade down, over the projection from the front"))

    def show_map(self, evidence: Volume | None, mip: "Mip | None", upper: float) -> None:
        self._map, self._mip, self._image = evidence, mip, None
        if evidence is None or mip is None:
            return
        grey = np.clip(1 - mip.image(0) / upper, 0, 1)
        weight = np.clip(front_weights(evidence, mip), 0, 1)[..., None] * EVIDENCE_OPACITY
        colour = np.array(EVIDENCE, np.float32) / 255
        mixed = (grey[..., None] * (1 - weight) + colour * weight) * 255
        pixels = np.ascontiguousarray(np.rint(mixed), np.uint8)
        rows, columns = grey.shape
        kind = QImage.Format.Format_RGB888
        self._image = QImage(pixels.data, columns, rows, 3 * columns, kind).copy()
        row_mm, column_mm = mip.pixel_mm
        width = theme.px(PICTURE_WIDTH_PX)
        height = min(theme.px(PICTURE_PX), round(width * rows * row_mm / (columns * column_mm)))
        self.setFixedSize(width, height)
        self.update()

    def _box(self) -> QRectF:
        """Where the picture is drawn: as large as fits, its proportions kept."""
        if self._image is None or self._mip is None:
            return QRectF()
        row_mm, column_mm = self._mip.pixel_mm
        height_mm = self._image.height() * row_mm
        width_mm = self._image.width() * column_mm
        scale = min(self.width() / width_mm, self.height() / height_mm)
        width, height = width_mm * scale, height_mm * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._box(), self._image)
        painter.setPen(QPen(QColor(theme.HAIRLINE)))
        painter.drawRect(self._box())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        box = self._box()
        at: QPointF = event.position()
        if self._image is None or self._mip is None or self._map is None or not box.contains(at):
            return
        row = (at.y() - box.top()) / box.height() * self._image.height() - 0.5
        column = (at.x() - box.left()) / box.width() * self._image.width() - 0.5
        self.wanted.emit(heaviest_on_ray(self._map, self._mip, row, column))
