"""The panel "Series": what the shown series are, and everything that was found odd about them."""

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from station.app.language import tr
from station.app.quality.state import badge, quality_shown
from station.app.state import Quality, Slot, State
from station.app.workflow import Workflow
from station.pet.loaded import LoadedImage
from station.pet.study import Series
from station.ui import theme
from station.ui.elements import in_column
from station.ui.quality.badge import badge_html


class SeriesPanel(QWidget):
    """Facts and warnings of the series in the panes."""

    def __init__(self, workflow: Workflow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._text = QTextBrowser()
        self._text.setAccessibleName(tr("Series of the study"))
        self._text.setOpenLinks(False)
        in_column(self._text, of=self, margins=(4, 8, 4, 8))
        self._session = workflow.session
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _on_changed(self, before: State, after: State) -> None:
        names = ("images", "slots", "study", "derived", "quality", "blinded")
        if any(getattr(before, name) is not getattr(after, name) for name in names) or any(
            before.series(slot) is not after.series(slot) for slot in Slot
        ):
            self._refresh(after)

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._refresh(self._session.state)

    def _refresh(self, state: State) -> None:
        if state.study is None:
            self._text.setHtml(f'<p style="color:{theme.QUIET}">{tr("No study is open.")}</p>')
            return
        parts = []
        seen: set[str] = set()
        for slot in Slot:
            series = state.series(slot)
            if series is None or series.key in seen:
                continue
            seen.add(series.key)
            quality = quality_shown(state, series.key)
            parts.append(_series_html(series, state.image(slot), quality))
        hidden = [series for series in state.study.series if series.problem is not None]
        if hidden:
            parts.append(f'<p style="color:{theme.QUIET}"><b>{tr("Not shown")}</b></p>')
            parts += [f"<p>{escape(series.problem or '')}</p>" for series in hidden]
        self._text.setHtml("".join(parts))


def _series_html(series: Series, image: LoadedImage | None, quality: Quality | None) -> str:
    rows: list[tuple[str, str]] = [
        (tr("Modality"), series.modality),
        (tr("Role"), str(series.role)),
    ]
    if series.datetime is not None:
        rows.append((tr("Acquired"), f"{series.datetime:%Y-%m-%d %H:%M}"))
    scanner = f"{series.manufacturer} {series.model}".strip()
    rows.append((tr("Scanner"), scanner or tr("not recorded")))
    if series.is_pet:
        rows.append((tr("Reconstruction"), series.reconstruction or tr("not recorded")))
    if series.geometry is not None:
        slices, height, width = series.geometry.shape
        dz, dy, dx = series.geometry.spacing_mm
        rows.append(
            (tr("Grid"), f"{width} × {height} × {slices}, {dx:.3g} × {dy:.3g} × {dz:.3g} mm")
        )
    rows.append((tr("Unit"), str(image.volume.unit) if image else str(series.unit)))
    cells = [(name, escape(value)) for name, value in rows]
    if quality is not None:
        shown = badge(series, quality)
        cells.append((tr("Quality"), f"{badge_html(shown)}<br>{escape(shown.tip)}"))
    table = "".join(
        f'<tr><td style="color:{theme.QUIET};padding-right:12px">{name}</td><td>{cell}</td></tr>'
        for name, cell in cells
    )
    warnings = "".join(
        f'<p style="color:{theme.DOUBT}">{escape(one)}</p>' for one in series.warnings
    )
    title = escape(series.label)
    return f'<p style="color:{theme.BRIGHT}"><b>{title}</b></p><table>{table}</table>{warnings}<br>'
