"""What a screen reader is told of a pane: that it is a picture, of what, and the value where the
crosshair is."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from station.app.language import tr, translated
from station.app.viewing import display
from station.pet.words import format_position, format_value
from station.ui.viewing.viewport import Pane


def pane_name(pane: Pane) -> str:
    """`Axial, Conventional`; of a blinded reader `Axial`, since the title is the arm."""
    content = pane.content
    is_named = content is not None and not pane.state.blinded
    title = display.column_title(pane.state, content) if content and is_named else ""
    plane = "MIP" if pane.name == "mip" else translated(pane.name.capitalize())
    return f"{plane}, {title}" if title else plane


def pane_value(pane: Pane) -> str:
    """`4.62 SUVbw at L 30.5 P 2.3 I 446.4 mm`; a blinded reader's has no value, which differs
    between the arms."""
    image = pane.whole_image
    if image is None:
        return tr("No image")
    position = pane.view.position_mm
    if pane.state.blinded:
        return format_position(position)
    value = format_value(image.volume.value_at(position), image.volume.unit)
    return tr(
        "{value} {unit} at {position}",
        value=value,
        unit=image.volume.unit,
        position=format_position(position),
    )


class _PaneInterface(QAccessibleWidget):
    """Keeps no pane: Qt keeps this, and with it would keep the pane's window."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane, QAccessible.Role.Graphic)

    def text(self, text: QAccessible.Text) -> str:
        pane = self.object()
        if not isinstance(pane, Pane):
            return super().text(text)
        match text:
            case QAccessible.Text.Name:
                return pane_name(pane)
            case QAccessible.Text.Value | QAccessible.Text.Description:
                return pane_value(pane)
            case _:
                return super().text(text)


def _interface(key: str, of: QObject) -> QAccessibleInterface | None:
    if not isinstance(of, Pane):
        return None
    made = _PaneInterface(of)
    of.accessible = made  # Qt owns it, and Python must not collect the half of it that speaks
    return made


@cache
def install() -> None:
    """Once a program."""
    QAccessible.installFactory(_interface)
