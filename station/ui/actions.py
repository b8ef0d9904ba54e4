"""All that a reader can do, as a table. Menus, tool bar and page of shortcuts are made from it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from station.app import keys as keyboard
from station.app.keys import Binding
from station.app.state import Layout, Link, Slot, State
from station.app.viewing import display
from station.pet.colormaps import LABELS, NAMES
from station.pet.volume import Unit
from station.ui.action import Entry, Screen, Verb
from station.ui.batch.actions import BATCH_RESULTS
from station.ui.compare.actions import COMPARE_PRIOR
from station.ui.denoise.actions import DENOISE_TABLE, SAVE_DERIVED
from station.ui.icons import OF_ACTION, icon
from station.ui.pacs.actions import PACS_TABLE
from station.ui.quality.actions import QUALITY_TABLE
from station.ui.reading.actions import READING_TABLE
from station.ui.reading.keys import BLINDED, BLINDED_BINDINGS, SHARED_KEYS
from station.ui.viewing.actions import FILE_TABLE, ask_reader, with_image
from station.ui.viewing.dates_menu import DATES_TABLE
from station.ui.viewing.layout_menu import LAYOUT_MENU, LAYOUT_TABLE, list_own
from station.ui.voi.actions import VOI_TABLE


def with_study(state: State) -> str | None:
    return None if state.study else "No study is open."


def with_pair(state: State) -> str | None:
    if all(state.slots[slot] for slot in (Slot.CONVENTIONAL, Slot.DENOISED)):
        return None
    return "Both a conventional and a DL image are needed."


def with_suv(state: State) -> str | None:
    images = [image for image in state.images.values() if image.series.is_pet]
    if not images:
        return "No PET is shown."
    return None if any(image.has_suv for image in images) else "The images have no SUV."


def with_opening(state: State) -> str | None:
    return None if state.opened_from else "Nothing has been opened yet."


MENUS = ("File", "Edit", "View", "Image", "VOI", "Reading", "Quality", "Help")


def _preset(state: State, number: int) -> float:
    """The upper bound of an SUV window, the first being 1."""
    return state.preferences.suv_presets[number - 1]


def _window_words(upper: float) -> tuple[str, str]:
    return f"SUV 0–{upper:g}", f"0–{upper:g}"


def _windows() -> list[Entry]:
    """Their ids are those of the bounds that they have at first."""
    return [
        Entry(
            f"window.{upper:g}",
            "Image",
            f"SUV window {number}",
            lambda screen, number=number: screen.desk.workflow.set_upper(
                _preset(screen.desk.state, number)
            ),
            (str(number),),
            with_suv,
            lambda state, number=number: (
                with_suv(state) is None and state.window.high == _preset(state, number)
            ),
            group="SUV window",
            submenu="SUV window",
            tool=f"0–{upper:g}",
            tool_separated=number == 1,
            words=lambda state, number=number: _window_words(_preset(state, number)),
        )
        for number, upper in enumerate(display.SUV_PRESETS, 1)
    ]


CT_KEYS = {"Soft tissue": ("7",), "Lung": ("8",), "Bone": ("9",), "Brain": ("0",)}
"""They go on where the SUV windows end"""


def _ct_windows() -> list[Entry]:
    return [
        Entry(
            f"ct.{name.lower().replace(' ', '-')}",
            "Image",
            f"{name} ({shown.low:g} to {shown.high:g} HU)".replace("-", "−"),
            lambda screen, name=name, shown=shown: screen.desk.workflow.set_ct_window(name, shown),
            CT_KEYS.get(name, ()),
            with_image,
            lambda state, shown=shown: state.ct_window == shown,
            group="CT window",
            submenu="CT window",
        )
        for name, shown in display.CT_PRESETS.items()
    ]


def _colours() -> list[Entry]:
    return [
        Entry(
            f"colours.{name}",
            "Image",
            LABELS[name],
            lambda screen, name=name: screen.desk.workflow.set_colormap(name),
            checked=lambda state, name=name: state.colormap == name,
            group="Colours",
            submenu="Colours",
        )
        for name in NAMES
    ]


def _suv_units() -> list[Entry]:
    words = {
        Unit.SUV_BW: "Body weight (SUVbw)",
        Unit.SUV_LBM: "Lean body mass, James (SUL)",
        Unit.SUV_LBM_JANMAHASATIAN: "Lean body mass, Janmahasatian (SUL)",
        Unit.SUV_BSA: "Body surface area (SUVbsa)",
        Unit.SUV_IBW: "Ideal body weight (SUVibw)",
    }
    return [
        Entry(
            f"suv.{unit.name.lower()}",
            "Image",
            text,
            lambda screen, unit=unit: screen.desk.workflow.set_suv_unit(unit),
            checked=lambda state, unit=unit: state.suv_unit is unit,
            group="SUV normalised to",
            submenu="SUV normalised to",
        )
        for unit, text in words.items()
    ]


def _links() -> list[Entry]:
    return [
        Entry(
            f"link.{link}",
            "View",
            f"Link {link}",
            lambda screen, link=link: screen.desk.workflow.toggle_link(link),
            checked=lambda state, link=link: link in state.links,
            submenu="Links between the images",
        )
        for link in Link
    ]


def _slices() -> list[Entry]:
    def step(steps: int) -> Verb:
        return lambda screen: screen.desk.workflow.step(steps)

    def end(last: bool) -> Verb:
        return lambda screen: screen.desk.workflow.step_to_end(last)

    rows: list[tuple[str, str, Verb, tuple[str, ...]]] = [
        ("slice.up", "Slice towards the head (back, left)", step(1), ("Up", "Right")),
        ("slice.down", "Slice towards the feet (front, right)", step(-1), ("Down", "Left")),
        ("slice.up10", "Ten slices up", step(10), ("PgUp",)),
        ("slice.down10", "Ten slices down", step(-10), ("PgDown",)),
        (
            "slice.last",
            "Slice at the head end (back, left)",
            end(True),
            SHARED_KEYS["slice.last"],
        ),
        (
            "slice.first",
            "Slice at the foot end (front, right)",
            end(False),
            SHARED_KEYS["slice.first"],
        ),
    ]
    return [
        Entry(
            id_,
            "View",
            text,
            verb,
            keys,
            with_image,
            submenu="Slices",
            blinded=id_ in SHARED_KEYS,
        )
        for id_, text, verb, keys in rows
    ]


TABLE: tuple[Entry, ...] = (
    *FILE_TABLE,
    SAVE_DERIVED,
    *PACS_TABLE,
    BATCH_RESULTS,
    Entry("file.quit", "File", "Quit", lambda screen: screen.close(), ("Ctrl+Q",), separated=True),
    Entry(
        "edit.reader",
        "Edit",
        "Reader's name…",
        ask_reader,
        separated=True,
    ),
    Entry(
        "edit.preferences",
        "Edit",
        "Preferences…",
        lambda screen: screen.show_preferences(),
        ("Ctrl+,",),
    ),
    *LAYOUT_TABLE,
    Entry(
        "view.blink",
        "View",
        "Blink: the other image, large, at the same place",
        lambda screen: screen.desk.workflow.blink(),
        ("B",),
        with_pair,
    ),
    Entry(
        "view.swap",
        "View",
        "Swap the two images",
        lambda screen: screen.desk.workflow.swap(),
        ("Ctrl+E",),
        with_pair,
    ),
    *_links(),
    *_slices(),
    Entry(
        "view.turn",
        "View",
        "Rotate the MIP",
        lambda screen: screen.toggle_cine(),
        ("R",),
        with_image,
    ),
    Entry(
        "view.maximise",
        "View",
        "Maximise the pane, and back",
        lambda screen: screen.desk.workflow.maximise_active(),
        ("Return",),
        with_image,
    ),
    Entry(
        "view.reset",
        "View",
        "Reset",
        lambda screen: screen.desk.workflow.reset(),
        SHARED_KEYS["view.reset"],
        with_image,
        blinded=True,
    ),
    Entry(
        "view.captions",
        "View",
        "Captions on the images",
        lambda screen: screen.desk.workflow.toggle("captions", "Captions"),
        ("T",),
        checked=lambda state: state.captions,
        separated=True,
    ),
    Entry(
        "view.crosshair",
        "View",
        "Crosshair",
        lambda screen: screen.desk.workflow.toggle("crosshair_shown", "Crosshair"),
        SHARED_KEYS["view.crosshair"],
        checked=lambda state: state.crosshair_shown,
        blinded=True,
    ),
    Entry(
        "view.search",
        "View",
        "Search the studies of this station",
        lambda screen: screen.focus_search(),
        ("Ctrl+F",),
    ),
    Entry("view.browser", "View", "Study list", lambda screen: screen.toggle_browser(), ("F2",)),
    Entry("view.panel", "View", "Side panel", lambda screen: screen.toggle_panel(), ("F3",)),
    Entry("view.second", "View", "Second window", lambda screen: screen.toggle_second(), ("F4",)),
    Entry("view.full", "View", "Full screen", lambda screen: screen.toggle_full_screen(), ("F11",)),
    COMPARE_PRIOR,
    *DATES_TABLE,
    *_windows(),
    Entry(
        "image.upper",
        "Image",
        "Type the upper bound…",
        lambda screen: screen.focus_upper(),
        ("U",),
        with_image,
        submenu="SUV window",
    ),
    Entry(
        "image.start_window",
        "Image",
        "Begin each patient with this window",
        lambda screen: screen.desk.workflow.start_with_window(),
        (),
        with_suv,
        lambda state: state.window == state.start_window,
        submenu="SUV window",
    ),
    *_ct_windows(),
    Entry(
        "image.start_ct_window",
        "Image",
        "Begin each patient with this CT window",
        lambda screen: screen.desk.workflow.start_with_ct_window(),
        (),
        with_image,
        lambda state: state.ct_window == state.start_ct_window,
        submenu="CT window",
    ),
    *_colours(),
    Entry(
        "image.inverse",
        "Image",
        "Inverse",
        lambda screen: screen.desk.workflow.toggle_inverse(),
        ("I",),
        checked=lambda state: state.inverse,
        tool="Inverse",
    ),
    Entry(
        "image.smooth",
        "Image",
        "Smooth interpolation",
        lambda screen: screen.desk.workflow.toggle("smooth", "Interpolation"),
        ("N",),
        checked=lambda state: state.smooth,
    ),
    Entry(
        "image.fusion",
        "Image",
        "Fusion with CT",
        lambda screen: screen.desk.workflow.toggle_fusion(),
        ("F",),
        with_image,  # refused by a sentence on the images, not by a dead key
        lambda state: state.fusion,
        separated=True,
        tool="Fusion",
        tool_separated=True,
    ),
    Entry(
        "image.mip",
        "Image",
        "MIP pair",
        lambda screen: screen.desk.workflow.toggle_mip(),
        ("M",),
        with_image,
        lambda state: state.layout is Layout.MIP_PAIR,
        tool="MIP",
    ),
    Entry(
        "image.difference",
        "Image",
        "Difference DL − conventional",
        lambda screen: screen.desk.workflow.toggle_difference(),
        ("D",),
        with_image,
        lambda state: state.difference,
        tool="Difference",
    ),
    *_suv_units(),
    *DENOISE_TABLE,
    *VOI_TABLE,
    *READING_TABLE,
    *QUALITY_TABLE,
    Entry("help.shortcuts", "Help", "Shortcuts", lambda screen: screen.show_shortcuts(), ("F1",)),
    Entry(
        "help.opened",
        "Help",
        "What was opened…",
        lambda screen: screen.show_opened(),
        possible=with_opening,
    ),
    Entry("help.logs", "Help", "Logs", lambda screen: screen.show_logs()),
    Entry(
        "help.about", "Help", "About Station", lambda screen: screen.show_about(), separated=True
    ),
)


UNDO = Binding("edit.undo", "Edit", "Undo", ("Ctrl+Z",))
REDO = Binding("edit.redo", "Edit", "Redo", ("Ctrl+Shift+Z",))
"""Qt's own actions, which say what is undone"""
BINDINGS: tuple[Binding, ...] = (
    UNDO,
    REDO,
    *(entry.binding for entry in TABLE),
    *BLINDED_BINDINGS,
)
"""Everything that keys do, in the window and in a blinded reading"""


def words_of(binding: Binding, state: State) -> str:
    """What keys do, as the menu says it now."""
    words = _WORDS.get(binding.id)
    return binding.text if words is None else words(state)[0]


_WORDS = {entry.id: entry.words for entry in TABLE if entry.words is not None}


class Actions:
    """The table as QActions of one window, kept true to the state."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._window = screen.window()
        self._session = screen.desk.session
        self._groups: dict[str, QActionGroup] = {}
        self._reasons: dict[str, str | None] = {}
        """Why each cannot be done now, as its tool tip says; a drag changes none of them"""
        self._keys: dict[str, tuple[str, ...]] = {}
        self._actions: dict[str, QAction] = {entry.id: self._make(entry) for entry in TABLE}
        self._undo = self._session.undo_stack.createUndoAction(self._window, "Undo")
        self._redo = self._session.undo_stack.createRedoAction(self._window, "Redo")
        self._window.addActions([self._undo, self._redo])
        self._session.changed.connect(self._on_changed)
        self._give_keys(self._session.state)
        self._refresh(self._session.state)

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    @property
    def undo(self) -> QAction:
        return self._undo

    @property
    def redo(self) -> QAction:
        return self._redo

    def _make(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        if entry.id in OF_ACTION:
            action.setIcon(icon(OF_ACTION[entry.id]))
        action.setCheckable(entry.checked is not None)
        action.triggered.connect(lambda _=False: self._do(entry))
        if entry.group:
            group = self._groups.setdefault(entry.group, QActionGroup(self._window))
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
            group.addAction(action)
        self._window.addAction(action)
        return action

    def _do(self, entry: Entry) -> None:
        entry.verb(self._screen)
        self._refresh(self._session.state)  # Qt has toggled the check mark by itself

    def _give_keys(self, state: State) -> None:
        """The reader's keys, where they have their own."""
        chosen = keyboard.usable(BINDINGS, state.preferences.keys)
        actions = {UNDO.id: self._undo, REDO.id: self._redo, **self._actions}
        wanted = {one.id: keyboard.keys_of(one, chosen) for one in BINDINGS if one.id in actions}
        changed = {id_: keys for id_, keys in wanted.items() if self._keys.get(id_) != keys}
        for id_ in changed:  # first, so that no key is for a moment that of two
            actions[id_].setShortcuts([])
        for id_, keys in changed.items():
            actions[id_].setShortcuts([QKeySequence(key) for key in keys])
        self._keys = wanted
        self._reasons.clear()

    def keys(self, id_: str) -> tuple[str, ...]:
        """What an action's keys are now."""
        return self._keys[id_]

    def _on_changed(self, before: State, after: State) -> None:
        if before.preferences.keys is not after.preferences.keys:
            self._give_keys(after)
        looked_only = {"views", "pointer", "active_column", "active_pane", "mip_angle"}
        if any(
            getattr(before, name) is not getattr(after, name)
            for name in before.__dataclass_fields__
            if name not in looked_only
        ):
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        for entry in TABLE:
            action = self._actions[entry.id]
            reason = entry.possible(state)
            text, tool = (entry.text, "") if entry.words is None else entry.words(state)
            if text != action.text():
                action.setText(text)
                action.setIconText(tool)
                self._reasons.pop(entry.id, None)
            if entry.id not in self._reasons or self._reasons[entry.id] != reason:
                self._reasons[entry.id] = reason
                action.setEnabled(reason is None)
                keys = self._keys[entry.id]
                action.setToolTip(reason or (f"{text} ({keyboard.shown(keys)})" if keys else text))
            if entry.checked is not None:
                action.setChecked(entry.checked(state))

    def add(self, menu: QMenu, ids: Sequence[str]) -> None:
        """Put the actions of these ids into a menu."""
        for id_ in ids:
            menu.addAction(self._actions[id_])

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        for name in MENUS:
            menu = bar.addMenu(name)
            menu.setToolTipsVisible(True)
            if name == "Edit":
                menu.addActions([self._undo, self._redo])
            self.fill(menu, name)

    def fill(self, menu: QMenu, name: str) -> None:
        """Put the entries of one menu of the table into a menu."""
        submenus: dict[str, QMenu] = {}
        for entry in TABLE:
            if entry.menu != name:
                continue
            target = menu
            if entry.submenu:
                if entry.submenu not in submenus:
                    submenus[entry.submenu] = menu.addMenu(entry.submenu)
                    submenus[entry.submenu].setToolTipsVisible(True)
                target = submenus[entry.submenu]
                if target.isEmpty() and entry.submenu == LAYOUT_MENU:
                    list_own(target, self._screen.desk.workflow)
                    target.addSeparator()
            elif entry.separated:
                target.addSeparator()
            target.addAction(self._actions[entry.id])


PANE_MENU = (
    "view.maximise",
    "view.reset",
    "view.blink",
    "image.inverse",
    "image.smooth",
    "image.fusion",
    "image.difference",
    "image.changes",
    "image.denoise",
    "file.key_image",
)
"""What a right click on an image offers, next to the series to show there"""


def shortcuts(state: State) -> list[tuple[str, str, str]]:
    """(menu, what it does, its keys) of everything that has keys, for the page of shortcuts."""
    chosen = keyboard.usable(BINDINGS, state.preferences.keys)
    rows = [
        (one.menu, words_of(one, state), keyboard.shown(keys))
        for one in BINDINGS
        if (keys := keyboard.keys_of(one, chosen))
    ]
    return sorted(rows, key=lambda row: (*MENUS, BLINDED).index(row[0]))


GESTURES = (
    (
        "Left drag",
        "Window: for PET the lower bound stays at 0 and the upper bound moves in both images",
    ),
    ("Left click", "Put the crosshair there; in a MIP, at the hottest point of that ray"),
    ("Shift + click", "Look there, though a VOI waits for its place"),
    ("Left drag of a VOI", "Move it; both images are measured as it moves"),
    ("Left drag of a sphere's handle", "Change its size in steps of 0.1 mL"),
    ("Wheel", "Scroll slices; over a MIP, turn it; with brush or eraser, change their size"),
    ("Shift + wheel", "Scroll slices with brush or eraser in the hand"),
    ("Ctrl + wheel", "Zoom about the pointer"),
    ("Middle drag", "Pan"),
    ("Right drag", "Zoom"),
    ("Right click", "Menu of the image"),
    ("Double click", "Maximise the pane, and back"),
    ("Drag a series", "From the study list onto any image: show it there"),
    ("Alt + 1 … 5 in the study list", "Show the chosen series in that column"),
    ("Ctrl + left drag", "Move an image of another date over the open study"),
    ("Ctrl + right drag", "Turn an image of another date about the crosshair"),
)
