"""The rows of the action table that compute images from others, and the questions they ask."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from station.app.denoise_audit import audit_refusal
from station.app.denoising import (
    FILTER_ACTION,
    change_map_refusal,
    denoisable,
    denoise_refusal,
    filter_refusal,
    filterable,
    needs_resampling,
    network_refusal,
    save_refusal,
    vouch_needed,
)
from station.app.doubting import doubts_refusal
from station.app.language import marked, tr, translated
from station.app.state import State
from station.pet.study import Series
from station.pet.suitability import unfilterable, unsuitable
from station.pet.volume import Unit
from station.ui.action import Entry, Screen, ask_folder
from station.ui.denoise.questions import resamples, vouches
from station.ui.question import ask_number

DEFAULT_FWHM_MM = 6.0
"""Of the conventional image of J. Tsuchiya et al., EJNMMI Phys. 8 (2021) 31"""
FWHM_MM = (1.0, 15.0)
FWHM_SETTING = "filter_fwhm_mm"


def ask_denoise(screen: Screen, key: str | None = None) -> None:
    """Denoise a series (None: the suitable one, or the one chosen of several), once the reader has
    answered what only they know."""
    state = screen.desk.state
    refusal = denoise_refusal(state)
    if key is None:
        choices = denoisable(state)
        if refusal is not None or len(choices) != 1:
            _choose(screen, refusal, choices, lambda chosen: ask_denoise(screen, chosen))
            return
        key = choices[0].key
    series = state.study.find(key) if state.study else None
    vouched = resampled = False
    if series is not None and unsuitable(series, Unit.SUV_BW, assume_unfiltered=True) is None:
        vouched = vouch_needed(series)
        if vouched and not vouches(screen, series, "denoised"):
            return
        resampled = needs_resampling(series)
        if resampled and not resamples(screen, series):
            return
    screen.desk.denoising.denoise(key, resample=resampled, assume_unfiltered=vouched)


def ask_filter(screen: Screen, key: str | None = None) -> None:
    """Make the conventional image of a series, with a width that is typed and remembered."""
    state = screen.desk.state
    if key is None:
        choices = filterable(state)
        if len(choices) != 1:
            refusal = filter_refusal(state)
            _choose(screen, refusal, choices, lambda chosen: ask_filter(screen, chosen))
            return
        key = choices[0].key
    series = state.study.find(key) if state.study else None
    vouched = False
    if series is not None and unfilterable(series, series.unit, assume_unfiltered=True) is None:
        vouched = vouch_needed(series)
        if vouched and not vouches(screen, series, "filtered"):
            return
        label = tr("Full width at half maximum of the Gaussian, in mm:")
        before = _remembered_fwhm_mm(screen)
        typed = ask_number(screen.window(), tr("Conventional filter"), label, before, FWHM_MM, 1)
        if typed is None:
            return
        fwhm_mm = typed
        screen.desk.settings.remember({FWHM_SETTING: f"{fwhm_mm:g}"})
    else:
        fwhm_mm = DEFAULT_FWHM_MM  # refused with the reason in any case
    screen.desk.denoising.filter(key, fwhm_mm, assume_unfiltered=vouched)


def _remembered_fwhm_mm(screen: Screen) -> float:
    try:
        fwhm_mm = float(screen.desk.settings.text(FWHM_SETTING))
    except ValueError:
        return DEFAULT_FWHM_MM
    return fwhm_mm if FWHM_MM[0] <= fwhm_mm <= FWHM_MM[1] else DEFAULT_FWHM_MM


def _choose(
    screen: Screen,
    refusal: str | None,
    choices: Sequence[Series],
    chosen: Callable[[str], None],
) -> None:
    """A small menu of series at the pointer, or the reason why there is none."""
    if refusal is not None or not choices:
        screen.desk.session.set(notice=refusal or tr("This study has no suitable series."))
        return
    menu = QMenu(screen.window())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for series in choices:
        action = menu.addAction(series.label)
        action.triggered.connect(lambda _=False, key=series.key: chosen(key))
    menu.popup(QCursor.pos())


def ask_save(screen: Screen, keys: tuple[str, ...] | None = None) -> None:
    folder = ask_folder(screen, tr("Save derived series below this folder"))
    if folder is not None:
        screen.desk.denoising.save(folder, keys)


def _toggle_changes(screen: Screen) -> None:
    screen.desk.denoising.toggle_changes()
    if screen.desk.state.changes_wanted:
        screen.show_changes()


def _toggle_doubts(screen: Screen) -> None:
    screen.desk.doubting.toggle()
    if screen.desk.state.doubts_wanted:
        screen.show_changes()


def _doubts_possible(state: State) -> str | None:
    return None if state.doubts_wanted else doubts_refusal(state)


def _ask_network(screen: Screen) -> None:
    from station.ui.denoise.network_dialog import ask_network

    ask_network(screen)


def _show_audit(screen: Screen) -> None:
    from station.ui.denoise.audit_page import show_audit

    show_audit(screen)


def _changes_possible(state: State) -> str | None:
    return None if state.changes_wanted else change_map_refusal(state)


def fill_series_menu(screen: Screen, menu: QMenu, key: str) -> None:
    """What a right click on a series offers, next to the places to show it."""
    state = screen.desk.state
    derived = state.derived.get(key)
    if derived is not None:
        if not derived.saved:
            menu.addSeparator()
            save = menu.addAction(tr("Save as DICOM…"))
            save.triggered.connect(lambda: ask_save(screen, (key,)))
            discard = menu.addAction(tr("Discard"))
            discard.triggered.connect(lambda: screen.desk.denoising.discard(key))
        return
    series = state.study.find(key) if state.study else None
    if series is None or not series.is_pet:
        return
    menu.setToolTipsVisible(True)
    menu.addSeparator()
    denoise = menu.addAction(tr("Denoise"))
    reason = (
        state.denoiser_problem
        or unsuitable(series, Unit.SUV_BW, assume_unfiltered=vouch_needed(series))
        or (denoise_refusal(state) if state.unfinished else None)
    )
    denoise.setEnabled(not reason)
    denoise.setToolTip(translated(reason or ""))
    denoise.triggered.connect(lambda: ask_denoise(screen, key))
    conventional = menu.addAction(tr("Conventional filter…"))
    reason = unfilterable(series, series.unit, assume_unfiltered=vouch_needed(series))
    conventional.setEnabled(not reason)
    conventional.setToolTip(translated(reason or ""))
    conventional.triggered.connect(lambda: ask_filter(screen, key))


SAVE_DERIVED = Entry(
    "file.save_derived",
    marked("File"),
    marked("Save derived series…"),
    ask_save,
    ("Ctrl+S",),
    save_refusal,
)

DENOISE_TABLE: tuple[Entry, ...] = (
    Entry(
        "image.denoise",
        marked("Image"),
        marked("Denoise"),
        ask_denoise,
        ("Ctrl+D",),
        denoise_refusal,
        separated=True,
    ),
    Entry(
        "image.network",
        marked("Image"),
        marked("Denoising network…"),
        _ask_network,
        possible=network_refusal,
    ),
    Entry(
        FILTER_ACTION,
        marked("Image"),
        marked("Conventional filter…"),
        ask_filter,
        ("Ctrl+G",),
        filter_refusal,
    ),
    Entry(
        "image.changes",
        marked("Image"),
        marked("Change map: what DL added and removed"),
        _toggle_changes,
        ("C",),
        _changes_possible,
        lambda state: state.changes_wanted,
    ),
    Entry(
        "image.doubts",
        marked("Image"),
        marked("Where the network is unsure"),
        _toggle_doubts,
        ("Shift+C",),
        _doubts_possible,
        lambda state: state.doubts_wanted,
    ),
    Entry(
        "image.audit",
        marked("Image"),
        marked("What would I miss?…"),
        _show_audit,
        ("Ctrl+Shift+D",),
        audit_refusal,
    ),
)
