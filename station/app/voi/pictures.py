"""Key images of VOIs for paper, and what stands with every number that leaves the window."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from station.app.language import tr
from station.app.state import Column, Framing, Kind, Plane, Slot, State, View
from station.app.viewing.planes import Frame, frame_of
from station.app.voi.measuring import Measuring
from station.errors import StationError
from station.frozen import Frozen
from station.pet.sites import PlacedVoi
from station.pet.study import Series
from station.pet.voi import Sphere, centre_of

PICTURE_PX = 260
FIELD_MM = 130.0
"""Side of a key image in the patient"""
RESEARCH = "For research, not for diagnosis. Station is not a medical device."


def unsaved_caution(state: State, series: Series) -> str | None:
    """What the reader of a file must know of values measured in an image that is in no file."""
    derived = state.derived.get(series.key)
    if derived is None or derived.saved:
        return None
    return f"{series.label} was computed in Station and was not saved when it was measured."


def key_image(state: State, slot: Slot, voi: PlacedVoi) -> NDArray[np.uint8]:
    """The axial slice through a VOI's centre, with its outline; RGB uint8 (rows, columns, 3)."""
    from station.app.viewing.render import Painter

    centre = centre_of(voi.shape)
    if centre is None:
        raise StationError(
            tr("{name} holds no voxel, so there is nothing to show of it.", name=voi.name)
        )
    half = FIELD_MM / 2
    field = (
        (centre[0] - half, centre[1] - half, centre[2] - half),
        (centre[0] + half, centre[1] + half, centre[2] + half),
    )
    view = View(centre, Frozen({plane: Framing() for plane in Plane}))
    frame = frame_of(Plane.AXIAL, view, field, PICTURE_PX, PICTURE_PX)
    pixels = Painter().paint(state, Column(Kind.IMAGE, slot, 0), frame)
    if pixels is None:
        raise StationError(tr("The image of a VOI is no longer in memory. Open the study again."))
    picture = QImage(
        pixels.data, frame.columns, frame.rows, frame.columns * 4, QImage.Format.Format_RGB32
    ).copy()
    _draw_outline(state, slot, picture, frame, voi)
    return rgb_of(picture)


def rgb_of(picture: QImage) -> NDArray[np.uint8]:
    """The pixels of a picture, RGB uint8 (rows, columns, 3)."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return raw[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def _draw_outline(state: State, slot: Slot, picture: QImage, frame: Frame, voi: PlacedVoi) -> None:
    """The cut of a VOI in the slice shown."""
    if not isinstance(voi.shape, Sphere):
        _draw_lines(state, slot, picture, frame, voi)
        return
    column, row = frame.to_pixel(voi.shape.centre_mm)
    radius = voi.shape.radius_mm / frame.mm_per_pixel
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(voi.colour), 2))
    painter.drawEllipse(QPointF(column, row), radius, radius)
    painter.end()


def _draw_lines(state: State, slot: Slot, picture: QImage, frame: Frame, voi: PlacedVoi) -> None:
    from station.app.viewing.outline import outlines

    image = state.image(slot)
    if image is None:
        return
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(voi.colour), 2))
    for line in outlines(Measuring().mask(image, voi.shape), frame):
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    painter.end()
