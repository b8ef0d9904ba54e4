"""All that a reader can do, as a table. Menus, tool bar and page of shortcuts are made from it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from station.app import keys as keyboard
from station.app.keys import Binding
from station.app.language import decimals, marked, tr, translated
from station.app.state import DisplayRange, Layout, Link, Slot, State
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
    return None if state.study else tr("No study is open.")


def with_pair(state: State) -> str | None:
    if all(state.slots[slot] for slot in (Slot.CONVENTIONAL, Slot.DENOISED)):
        return None
    return tr("Both a conventional and a DL image are needed.")


def with_suv(state: State) -> str | None:
    images = [image for image in state.images.values() if image.series.is_pet]
    if not images:
        return tr("No PET is shown.")
    return None if any(image.has_suv for image in images) else tr("The images have no SUV.")


def with_opening(state: State) -> str | None:
    return None if state.opened_from else tr("Nothing has been opened yet.")


MENUS = (
    marked("File"),
    marked("Edit"),
    marked("View"),
    marked("Image"),
    "VOI",
    marked("Reading"),
    marked("Quality"),
    marked("Help"),
)


def _preset(state: State, number: int) -> float:
    """The upper bound of an SUV window, the first being 1."""
    return state.preferences.suv_presets[number - 1]


def _window_words(upper: float) -> tuple[str, str]:
    number = decimals(f"{upper:g}")
    return f"SUV 0–{number}", f"0–{number}"


_WINDOW_NAMES = (
    marked("SUV window 1"),
    marked("SUV window 2"),
    marked("SUV window 3"),
    marked("SUV window 4"),
    marked("SUV window 5"),
    marked("SUV window 6"),
)
"""For messages; the menu has their bounds"""


def _windows() -> list[Entry]:
    """Their ids are those of the bounds that they have at first."""
    return [
        Entry(
            f"window.{upper:g}",
            marked("Image"),
            _WINDOW_NAMES[number - 1],
            lambda screen, number=number: screen.desk.workflow.set_upper(
                _preset(screen.desk.state, number)
            ),
            (str(number),),
            with_suv,
            lambda state, number=number: (
                with_suv(state) is None and state.window.high == _preset(state, number)
            ),
            group=marked("SUV window"),
            submenu=marked("SUV window"),
            tool=f"0–{upper:g}",
            tool_separated=number == 1,
            words=lambda state, number=number: _window_words(_preset(state, number)),
        )
        for number, upper in enumerate(display.SUV_PRESETS, 1)
    ]


CT_KEYS = {"Soft tissue": ("7",), "Lung": ("8",), "Bone": ("9",), "Brain": ("0",)}
"""They go on where the SUV windows end"""


def _ct_words(name: str, shown: DisplayRange) -> str:
    low, high = (f"{bound:g}".replace("-", "−") for bound in (shown.low, shown.high))
    return tr("{name} ({low} to {high} HU)", name=translated(name), low=low, high=high)


def _ct_windows() -> list[Entry]:
    return [
        Entry(
            f"ct.{name.lower().replace(' ', '-')}",
            marked("Image"),
            f"{name} ({shown.low:g} to {shown.high:g} HU)".replace("-", "−"),
            lambda screen, name=name, shown=shown: screen.desk.workflow.set_ct_window(name, shown),
            CT_KEYS.get(name, ()),
            with_image,
            lambda state, shown=shown: state.ct_window == shown,
            group=marked("CT window"),
            submenu=marked("CT window"),
            words=lambda state, name=name, shown=shown: (_ct_words(name, shown), ""),
        )
        for name, shown in display.CT_PRESETS.items()
    ]


def _colours() -> list[Entry]:
    return [
        Entry(
            f"colours.{name}",
            marked("Image"),
            LABELS[name],
            lambda screen, name=name: screen.desk.workflow.set_colormap(name),
            checked=lambda state, name=name: state.colormap == name,
            group=marked("Colours"),
            submenu=marked("Colours"),
        )
        for name in NAMES
    ]


def _suv_units() -> list[Entry]:
    words = {
        Unit.SUV_BW: marked("Body weight (SUVbw)"),
        Unit.SUV_LBM: marked("Lean body mass, James (SUL)"),
        Unit.SUV_LBM_JANMAHASATIAN: marked("Lean body mass, Janmahasatian (SUL)"),
        Unit.SUV_BSA: marked("Body surface area (SUVbsa)"),
        Unit.SUV_IBW: marked("Ideal body weight (SUVibw)"),
    }
    return [
        Entry(
            f"suv.{unit.name.lower()}",
            marked("Image"),
            text,
            lambda screen, unit=unit: screen.desk.workflow.set_suv_unit(unit),
            checked=lambda state, unit=unit: state.suv_unit is unit,
            group=marked("SUV normalised to"),
            submenu=marked("SUV normalised to"),
        )
        for unit, text in words.items()
    ]


_LINK_WORDS = {
    Link.CROSSHAIR: marked("Link crosshair"),
    Link.SLICE: marked("Link slice"),
    Link.ZOOM: marked("Link zoom"),
    Link.PAN: marked("Link pan"),
}


def _links() -> list[Entry]:
    return [
        Entry(
            f"link.{link}",
            marked("View"),
            _LINK_WORDS[link],
            lambda screen, link=link: screen.desk.workflow.toggle_link(link),
            checked=lambda state, link=link: link in state.links,
            submenu=marked("Links between the images"),
        )
        for link in Link
    ]


def _slices() -> list[Entry]:
    def step(steps: int) -> Verb:
        return lambda screen: screen.desk.workflow.step(steps)

    def end(last: bool) -> Verb:
        return lambda screen: screen.desk.workflow.step_to_end(last)

    rows: list[tuple[str, str, Verb, tuple[str, ...]]] = [
        ("slice.up", marked("Slice towards the head (back, left)"), step(1), ("Up", "Right")),
        ("slice.down", marked("Slice towards the feet (front, right)"), step(-1), ("Down", "Left")),
        ("slice.up10", marked("Ten slices up"), step(10), ("PgUp",)),
        ("slice.down10", marked("Ten slices down"), step(-10), ("PgDown",)),
        (
            "slice.last",
            marked("Slice at the head end (back, left)"),
            end(True),
            SHARED_KEYS["slice.last"],
        ),
        (
            "slice.first",
            marked("Slice at the foot end (front, right)"),
            end(False),
            SHARED_KEYS["slice.first"],
        ),
    ]
    return [
        Entry(
            id_,
            marked("View"),
            text,
            verb,
            keys,
            with_image,
            submenu=marked("Slices"),
            blinded=id_ in SHARED_KEYS,
        )
        for id_, text, verb, keys in rows
    ]


TABLE: tuple[Entry, ...] = (
    *FILE_TABLE,
    SAVE_DERIVED,
    *PACS_TABLE,
    BATCH_RESULTS,
    Entry(
        "file.quit",
        marked("File"),
        marked("Quit"),
        lambda screen: screen.close(),
        ("Ctrl+Q",),
        separated=True,
    ),
    Entry(
        "edit.reader",
        marked("Edit"),
        marked("Reader's name…"),
        ask_reader,
        separated=True,
    ),
    Entry(
        "edit.preferences",
        marked("Edit"),
        marked("Preferences…"),
        lambda screen: screen.show_preferences(),
        ("Ctrl+,",),
    ),
    *LAYOUT_TABLE,
    Entry(
        "view.blink",
        marked("View"),
        marked("Blink: the other image, large, at the same place"),
        lambda screen: screen.desk.workflow.blink(),
        ("B",),
        with_pair,
    ),
    Entry(
        "view.swap",
        marked("View"),
        marked("Swap the two images"),
        lambda screen: screen.desk.workflow.swap(),
        ("Ctrl+E",),
        with_pair,
    ),
    *_links(),
    *_slices(),
    Entry(
        "view.turn",
        marked("View"),
        marked("Rotate the MIP"),
        lambda screen: screen.toggle_cine(),
        ("R",),
        with_image,
    ),
    Entry(
        "view.maximise",
        marked("View"),
        marked("Maximise the pane, and back"),
        lambda screen: screen.desk.workflow.maximise_active(),
        ("Return",),
        with_image,
    ),
    Entry(
        "view.reset",
        marked("View"),
        marked("Reset"),
        lambda screen: screen.desk.workflow.reset(),
        SHARED_KEYS["view.reset"],
        with_image,
        blinded=True,
    ),
    Entry(
        "view.captions",
        marked("View"),
        marked("Captions on the images"),
        lambda screen: screen.desk.workflow.toggle("captions", tr("Captions")),
        ("T",),
        checked=lambda state: state.captions,
        separated=True,
    ),
    Entry(
        "view.crosshair",
        marked("View"),
        marked("Crosshair"),
        lambda screen: screen.desk.workflow.toggle("crosshair_shown", tr("Crosshair")),
        SHARED_KEYS["view.crosshair"],
        checked=lambda state: state.crosshair_shown,
        blinded=True,
    ),
    Entry(
        "view.search",
        marked("View"),
        marked("Search the studies of this station"),
        lambda screen: screen.focus_search(),
        ("Ctrl+F",),
    ),
    Entry(
        "view.browser",
        marked("View"),
        marked("Study list"),
        lambda screen: screen.toggle_browser(),
        ("F2",),
    ),
    Entry(
        "view.panel",
        marked("View"),
        marked("Side panel"),
        lambda screen: screen.toggle_panel(),
        ("F3",),
    ),
    Entry(
        "view.second",
        marked("View"),
        marked("Second window"),
        lambda screen: screen.toggle_second(),
        ("F4",),
    ),
    Entry(
        "view.full",
        marked("View"),
        marked("Full screen"),
        lambda screen: screen.toggle_full_screen(),
        ("F11",),
    ),
    COMPARE_PRIOR,
    *DATES_TABLE,
    *_windows(),
    Entry(
        "image.upper",
        marked("Image"),
        marked("Type the upper bound…"),
        lambda screen: screen.focus_upper(),
        ("U",),
        with_image,
        submenu=marked("SUV window"),
    ),
    Entry(
        "image.start_window",
        marked("Image"),
        marked("Begin each patient with this window"),
        lambda screen: screen.desk.workflow.start_with_window(),
        (),
        with_suv,
        lambda state: state.window == state.start_window,
        submenu=marked("SUV window"),
    ),
    *_ct_windows(),
    Entry(
        "image.start_ct_window",
        marked("Image"),
        marked("Begin each patient with this CT window"),
        lambda screen: screen.desk.workflow.start_with_ct_window(),
        (),
        with_image,
        lambda state: state.ct_window == state.start_ct_window,
        submenu=marked("CT window"),
    ),
    *_colours(),
    Entry(
        "image.inverse",
        marked("Image"),
        marked("Inverse"),
        lambda screen: screen.desk.workflow.toggle_inverse(),
        ("I",),
        checked=lambda state: state.inverse,
        tool=marked("Inverse"),
    ),
    Entry(
        "image.smooth",
        marked("Image"),
        marked("Smooth interpolation"),
        lambda screen: screen.desk.workflow.toggle("smooth", tr("Interpolation")),
        ("N",),
        checked=lambda state: state.smooth,
    ),
    Entry(
        "image.fusion",
        marked("Image"),
        marked("Fusion with CT"),
        lambda screen: screen.desk.workflow.toggle_fusion(),
        ("F",),
        with_image,  # refused by a sentence on the images, not by a dead key
        lambda state: state.fusion,
        separated=True,
        tool=marked("Fusion"),
        tool_separated=True,
    ),
    Entry(
        "image.mip",
        marked("Image"),
        marked("MIP pair"),
        lambda screen: screen.desk.workflow.toggle_mip(),
        ("M",),
        with_image,
        lambda state: state.layout is Layout.MIP_PAIR,
        tool="MIP",
    ),
    Entry(
        "image.difference",
        marked("Image"),
        marked("Difference DL − conventional"),
        lambda screen: screen.desk.workflow.toggle_difference(),
        ("D",),
        with_image,
        lambda state: state.difference,
        tool=marked("Difference"),
    ),
    *_suv_units(),
    *DENOISE_TABLE,
    *VOI_TABLE,
    *READING_TABLE,
    *QUALITY_TABLE,
    Entry(
        "help.shortcuts",
        marked("Help"),
        marked("Shortcuts"),
        lambda screen: screen.show_shortcuts(),
        ("F1",),
    ),
    Entry(
        "help.opened",
        marked("Help"),
        marked("What was opened…"),
        lambda screen: screen.show_opened(),
        possible=with_opening,
    ),
    Entry("help.logs", marked("Help"), marked("Logs"), lambda screen: screen.show_logs()),
    Entry(
        "help.about",
        marked("Help"),
        marked("About Station"),
        lambda screen: screen.show_about(),
        separated=True,
    ),
)


UNDO = Binding("edit.undo", marked("Edit"), marked("Undo"), ("Ctrl+Z",))
REDO = Binding("edit.redo", marked("Edit"), marked("Redo"), ("Ctrl+Shift+Z",))
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
    return translated(binding.text) if words is None else words(state)[0]


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
        self._undo = self._session.undo_stack.createUndoAction(self._window, tr("Undo"))
        self._redo = self._session.undo_stack.createRedoAction(self._window, tr("Redo"))
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
        action = QAction(translated(entry.text), self._window)
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
            text, tool = (translated(entry.text), "") if entry.words is None else entry.words(state)
            if text != action.text():
                action.setText(text)
                action.setIconText(tool)
                self._reasons.pop(entry.id, None)
            if entry.id not in self._reasons or self._reasons[entry.id] != reason:
                self._reasons[entry.id] = reason
                action.setEnabled(reason is None)
                keys = self._keys[entry.id]
                name = f"{text} ({keyboard.shown(keys)})" if keys else text
                action.setToolTip(translated(reason) if reason else name)
            if entry.checked is not None:
                action.setChecked(entry.checked(state))

    def add(self, menu: QMenu, ids: Sequence[str]) -> None:
        """Put the actions of these ids into a menu."""
        for id_ in ids:
            menu.addAction(self._actions[id_])

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        for name in MENUS:
            menu = bar.addMenu(translated(name))
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
                    submenus[entry.submenu] = menu.addMenu(translated(entry.submenu))
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
    rows.sort(key=lambda row: (*MENUS, BLINDED).index(row[0]))
    return [(translated(menu), words, keys) for menu, words, keys in rows]


GESTURES = (
    (
        marked("Left drag"),
        marked(
            "Window: for PET the lower bound stays at 0 and the upper bound moves in both images"
        ),
    ),
    (
        marked("Left click"),
        marked("Put the crosshair there; in a MIP, at the hottest point of that ray"),
    ),
    (marked("Shift + click"), marked("Look there, though a VOI waits for its place")),
    (marked("Left drag of a VOI"), marked("Move it; both images are measured as it moves")),
    (marked("Left drag of a sphere's handle"), marked("Change its size in steps of 0.1 mL")),
    (
        marked("Wheel"),
        marked("Scroll slices; over a MIP, turn it; with brush or eraser, change their size"),
    ),
    (marked("Shift + wheel"), marked("Scroll slices with brush or eraser in the hand")),
    (marked("Ctrl + wheel"), marked("Zoom about the pointer")),
    (marked("Middle drag"), marked("Pan")),
    (marked("Right drag"), marked("Zoom")),
    (marked("Right click"), marked("Menu of the image")),
    (marked("Double click"), marked("Maximise the pane, and back")),
    (marked("Drag a series"), marked("From the study list onto any image: show it there")),
    (marked("Alt + 1 … 5 in the study list"), marked("Show the chosen series in that column")),
    (marked("Ctrl + left drag"), marked("Move an image of another date over the open study")),
    (marked("Ctrl + right drag"), marked("Turn an image of another date about the crosshair")),
)
