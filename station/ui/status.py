"""The status bar: where the pointer is, both values there, and the work under way."""

from html import escape

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from station.app.desk import Desk
from station.app.jobs import Job
from station.app.language import decimals, plural, tr
from station.app.state import PET_SLOTS, Slot, State
from station.app.viewing import display
from station.app.viewing.dates import date_words, seen_guests
from station.pet.words import format_position, format_value, signed
from station.ui import theme
from station.ui.elements import (
    BAR_STEPS,
    OneLine,
    in_row,
    new_bar,
    new_button,
    new_delay,
    new_label,
    say,
)

BAR_FROM_PX = 1250
VALUES_PX = 240
FOLLOWED = (
    "pointer",
    "views",
    "images",
    "laid",
    "slots",
    "reader",
    "active_column",
    "unfinished",
)
"""Fields of the state that place and values are of"""
SHORT_WORK_MS = 250
"""Work that is over sooner is not shown: it would only flicker"""


class StatusBar(QStatusBar):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        workflow = desk.workflow
        self.setSizeGripEnabled(False)
        self._jobs, self._grading = desk.jobs, desk.quality.jobs
        self._shown: Job | None = None
        self._session = workflow.session
        self._position = QLabel()
        self._position.setMinimumWidth(theme.px(210))
        self._values = QLabel()
        self._values.setMinimumWidth(theme.px(VALUES_PX))  # what is longer does not widen windows
        self._reader = OneLine()
        for label in (self._position, self._values, self._reader):
            label.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
            self.addWidget(label)
        self.left_out = new_button(name="bar", focus=False)
        self.left_out.setToolTip(
            tr("Files of the last opening that were left out, each with the reason")
        )
        self.left_out.hide()
        self.addWidget(self.left_out)
        self.listener = new_label(name="quiet", plain=True)
        self.listener.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        self.addPermanentWidget(self.listener)
        self._message = OneLine()
        self._message.setObjectName("quiet")
        self._bar = new_bar()
        self._bar.setFixedWidth(theme.px(160))
        self._percent = QLabel()
        self._percent.setMinimumWidth(theme.px(36))
        self._cancel = new_button(tr("Cancel"), desk.stop_asked, "bar")
        self._work = work = QWidget()
        parts = (self._message, self._bar, self._percent, self._cancel)
        in_row(*parts, of=work, margins=(0, 0, 8, 0), spacing=8)
        self.addPermanentWidget(work)
        work.hide()
        self._delay = new_delay(self, SHORT_WORK_MS, work.show)
        for jobs in (self._jobs, self._grading):
            jobs.changed.connect(self._on_jobs)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)
        self._refresh_listener(workflow.state)

    def _on_changed(self, before: State, after: State) -> None:
        if before.pacs.listener != after.pacs.listener or before.blinded != after.blinded:
            self._refresh_listener(after)
        self.left_out.setVisible(bool(after.left_out))
        count = len(after.left_out)
        self.left_out.setText(plural(count, "{count} file left out", "{count:,} files left out"))
        if any(getattr(before, name) is not getattr(after, name) for name in FOLLOWED):
            self._refresh(after)

    def _refresh_listener(self, state: State) -> None:
        """Whether others can send to Station; nothing while that is switched off."""
        listener = state.pacs.listener
        if listener.on:
            words = tr("Listening: {words}", words=listener.words)
            came = plural(listener.arrivals, "{count} study", "{count} studies")
            tip = tr("Other programs can send to Station; {came} came so far.", came=came)
        else:
            words, tip = tr("Not listening") if listener.words else "", listener.words
        say(self.listener, "" if state.blinded else words)
        self.listener.setToolTip(tip)

    def _refresh(self, state: State) -> None:
        if state.pointer is not None:
            position = state.pointer[1]
        else:
            position = state.views[state.active_column].position_mm
        self._reader.setText(tr("Reader: {reader}", reader=state.reader or "—"))
        if not state.images:
            self._position.clear()
            self._values.clear()
            return
        self._position.setText(decimals(format_position(position)))
        self._values.setText(values_html(state, position, short=not self._is_wide()))

    def _is_wide(self) -> bool:
        return self.width() >= theme.px(BAR_FROM_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the words and the per cent say how far the work is, and only
        the values of the other date say of which they are."""
        self._bar.setVisible(self._is_wide())
        self._refresh(self._session.state)
        super().resizeEvent(event)

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._refresh(self._session.state)

    def _on_jobs(self) -> None:
        # Grading goes on behind the reading and has its own place; a report was asked for.
        running = [*self._jobs.running, *self._grading.asked]
        if not running:
            self._delay.stop()
            self._work.hide()
        elif not self._delay.isActive():
            self._delay.start()
        job = running[0] if running else None
        if job is not self._shown:
            self._shown = job
            if job is not None:
                self._on_progress(0.0, job.name)
                job.progressed.connect(self._on_progress)

    def _on_progress(self, fraction: float, message: str) -> None:
        self._message.setText(message)
        self._bar.setValue(round(fraction * BAR_STEPS))
        self._percent.setText(f"{fraction * 100:.0f} %")


def values_html(state: State, position: tuple[float, float, float], *, short: bool = False) -> str:
    """`Conv. 4.62  DL 6.51 SUVbw`, each at the same place of the patient; `short`: those of the
    open study do not name their date. Of other dates and patients only what is seen has a value."""
    parts: list[str] = []
    values: dict[Slot, float] = {}
    pets = [image for slot in PET_SLOTS if (image := state.image(slot))]
    units = {image.volume.unit for image in pets}
    seen = seen_guests(state)
    for slot in Slot:
        guest = state.guest(slot)
        image = state.image(slot) or (state.shown(slot) if guest in seen else None)
        if image is None:
            if state.unfinished_in(slot) is not None:
                word = display.slot_short(state, slot)
                parts.append(f"{word} — <i>{tr('being computed')}</i>")
            continue
        value = image.volume.value_at(position)
        text = decimals(format_value(value, image.volume.unit))
        own = guest is None
        if slot in PET_SLOTS and value is not None and image.has_suv and own:
            values[slot] = value
        date = date_words(state, slot)
        word = display.slot_short(state, slot)
        if date is not None and not (short and own):
            word = f"{date.part} {word}"
        if guest is not None and state.is_stranger(guest):
            word = f"{escape(guest.study.patient.name or tr('no name'))} {word}"
        part = f'{word} <b style="color:{theme.BRIGHT}">{text}</b>'
        # One unit after the pair, or each its own where they differ.
        if slot not in PET_SLOTS or len(units) > 1 or not own or image is pets[-1]:
            part += f" {image.volume.unit}"
        parts.append(part)
    if len(values) == 2 and len(units) == 1:
        difference = values[Slot.DENOISED] - values[Slot.CONVENTIONAL]
        parts.insert(2, decimals(f"Δ {signed(difference, 2)}"))
    return "&nbsp;&nbsp;&nbsp;".join(parts)
