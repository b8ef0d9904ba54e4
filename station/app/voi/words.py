"""VOIs in words on the clipboard."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from station.app.language import kept
from station.app.session import Session
from station.app.state import PET_SLOTS, Slot, State, unfinished_refusal
from station.app.viewing import display
from station.app.voi import drawing
from station.app.voi.drawing import Areas
from station.app.voi.measuring import Measuring, Statistic, VoiRow
from station.app.voi.workflow import rule_words
from station.errors import StationError
from station.pet.annotations import Ellipse
from station.pet.study import Role
from station.pet.voi import Measurement, Sphere, centre_of
from station.pet.volume import Unit
from station.pet.words import finite, format_coordinate, format_position
from station.report.lesion_words import ImageWords, LesionWords, Templates

SHOWN_LETTERS = 160


class Words:
    """Copies what the VOIs measure as text, by the templates of the data folder `home`."""

    def __init__(self, session: Session, measuring: Measuring, areas: Areas, home: Path) -> None:
        self._session = session
        self._measuring = measuring
        self._areas = areas
        self._home = home

    @cached_property
    def templates(self) -> Templates:
        return Templates(self._home, self._number)

    def _number(self, text: str) -> str:
        """With the reader's decimal sign."""
        return self._session.state.preferences.number(text)

    @kept()
    def sentence(self) -> str:
        """The selected VOI. Raises StationError."""
        state = self._session.state
        rows = [r for r in self._measuring.rows(state) if r.voi.id == state.selected_voi]
        if not rows:
            raise StationError("No VOI is selected. Click one in the table or in an image.")
        return self.templates.sentence(lesion_words(state, rows[0]))

    @kept()
    def table(self) -> str:
        """Every VOI, and what was drawn. Raises StationError."""
        state = self._session.state
        study = state.study
        if study is None or not (state.vois or state.annotations):
            raise StationError("There is no VOI and nothing drawn to copy.")
        drawings = [
            {
                "name": one.name,
                "words": self._number(
                    drawing.words(
                        state,
                        one,
                        self._areas.of(state, one.shape) if isinstance(one.shape, Ellipse) else (),
                    )
                ),
            }
            for one in state.annotations
        ]
        facts = {
            "patient_id": study.patient.id,
            "date": study.date.isoformat() if study.date else "",
            "description": study.description,
            "reader": state.reader,
        }
        lesions = [lesion_words(state, row) for row in self._measuring.rows(state)]
        return self.templates.table(lesions, drawings, facts)

    def copy_sentence(self) -> None:
        self._copy(self.sentence)

    def copy_table(self) -> None:
        self._copy(self.table)

    def _copy(self, words: Callable[[], str]) -> None:
        refusal = unfinished_refusal(self._session.state)
        if refusal is not None:
            self._session.set(notice=refusal)
            return
        try:
            text = words()
        except StationError as error:
            self._session.set(notice=str(error))
            return
        QGuiApplication.clipboard().setText(text)
        shown = " ".join(text.split())
        if len(shown) > SHOWN_LETTERS:
            shown = f"{shown[:SHOWN_LETTERS]}…"
        self._session.set(notice=f"Copied: {shown}")


def lesion_words(state: State, row: VoiRow) -> LesionWords:
    """What a template can say of a row; the DL image comes first where there is one."""
    there = [(slot, one) for slot, one in row.measurements if one is not None]
    images = [_image_words(state, slot, one, row) for slot, one in there]
    roles = [series.role for slot, _ in there if (series := state.series(slot)) is not None]
    if len(images) == 2 and roles[-1] is Role.DENOISED:
        images.reverse()
    centre = centre_of(row.voi.shape)
    cautions = dict.fromkeys(w for _, one in there for w in one.warnings)
    number = state.preferences.number
    return LesionWords(
        row.voi.name,
        row.voi.tissue or "",
        number(rule_words(row.voi)),
        "" if centre is None else number(f"{format_coordinate(2, centre[2])} mm"),
        "" if centre is None else number(format_position(centre)),
        images[0] if images else None,
        images[1] if len(images) > 1 else None,
        tuple(cautions),
    )


def _image_words(state: State, slot: Slot, one: Measurement, row: VoiRow) -> ImageWords:
    unit = one.unit
    is_volume = not isinstance(row.voi.shape, Sphere) and unit is not Unit.HU
    titles: dict[Slot, str] = dict(zip(PET_SLOTS, display.pair_titles(state), strict=True))
    series = state.series(slot)
    title = "conventional" if series and series.role is Role.CONVENTIONAL else titles[slot]
    return ImageWords(
        title,
        str(unit),
        display.statistic_of(unit, Statistic.MAX),
        display.statistic_of(unit, Statistic.PEAK),
        display.statistic_of(unit, Statistic.MEAN),
        finite(one.maximum),
        finite(one.peak),
        finite(one.mean),
        finite(one.volume_ml) if is_volume else None,
        finite(one.tlg) if is_volume and unit.is_suv else None,
    )
