"""The rows of the action table about layouts, what they ask, and the list of a reader's own."""

from PySide6.QtWidgets import QInputDialog, QMenu

from station.app.language import marked, tr, translated
from station.app.state import DATE_LAYOUTS, Layout, Slot, State
from station.app.viewing import layouts
from station.app.viewing.dates import BLINDED, NO_PRIOR
from station.app.viewing.layouts import KIND_WORDS
from station.app.workflow import Workflow
from station.ui.action import Entry, Reason, Screen

LAYOUT_MENU = marked("Layout")

LAYOUT_WORDS = {
    Layout.COMPARE: marked("Compare: conventional | DL"),
    Layout.GRID: marked("2×3: conventional, DL, CT or fusion"),
    Layout.SINGLE: marked("One image large"),
    Layout.MIP_PAIR: marked("MIP pair"),
    Layout.PET_CT: marked("PET with CT: PET, CT, fusion, MIP"),
    Layout.RECONSTRUCTIONS: marked("Three reconstructions"),
    Layout.PRIOR: marked("Prior | current"),
    Layout.PRIOR_PAIRS: marked("Prior | current, conventional and DL of each"),
}


def with_own_layout(state: State) -> str | None:
    return None if state.own_layouts else tr("You have not saved a layout yet.")


def _possible(layout: Layout) -> Reason:
    """Why a layout would be empty of what it is for."""

    def with_other(state: State) -> str | None:
        if state.blinded:
            return translated(BLINDED)
        if layouts.shows_other_date(state) or state.study is None:
            return None if state.study else tr("No study is open.")
        return (
            None if layouts.prior_of(state.study, state.other_dates, None) else translated(NO_PRIOR)
        )

    def with_three(state: State) -> str | None:
        if state.study is None or state.slots[Slot.OTHER] is not None:
            return None
        if len(layouts.reconstructions(state.study)) < 3:
            return tr("This study does not hold three reconstructions.")
        return None

    def always(state: State) -> str | None:
        return None

    if layout in DATE_LAYOUTS:
        return with_other
    return with_three if layout is Layout.RECONSTRUCTIONS else always


def _ask_save(screen: Screen) -> None:
    """Under which name; it is chosen for studies like the open one from now on."""
    state = screen.desk.state
    kind = layouts.kind_chosen_for(state, state.layout) if state.study else None
    words = tr("Name of the layout:")
    if kind is not None:
        words = tr(
            "Name of the layout. Studies with {kind} open in it from now on:",
            kind=translated(KIND_WORDS[kind]),
        )
    shown = next((own.name for own in state.own_layouts if layouts.is_shown(state, own)), "")
    name, accepted = QInputDialog.getText(screen.window(), tr("Save the layout"), words, text=shown)
    if accepted:
        screen.desk.workflow.save_layout(name)
        _keep(screen)


def _ask_which(screen: Screen, title: str) -> str | None:
    names = [own.name for own in screen.desk.state.own_layouts]
    name, accepted = QInputDialog.getItem(
        screen.window(), title, tr("Layout:"), names, 0, editable=False
    )
    return name if accepted and name in names else None


def _ask_rename(screen: Screen) -> None:
    old = _ask_which(screen, tr("Rename a layout"))
    if old is None:
        return
    new, accepted = QInputDialog.getText(
        screen.window(), tr("Rename a layout"), tr("New name of {old}:", old=old), text=old
    )
    if accepted:
        screen.desk.workflow.rename_layout(old, new)
        _keep(screen)


def _ask_delete(screen: Screen) -> None:
    """Undo brings it back, so that nothing is asked twice."""
    name = _ask_which(screen, tr("Delete a layout"))
    if name is not None:
        screen.desk.workflow.delete_layout(name)
        _keep(screen)


def _keep(screen: Screen) -> None:
    """At once, not only when the program ends well."""
    screen.desk.settings.remember_state(screen.desk.state)


def _layouts() -> list[Entry]:
    return [
        Entry(
            f"layout.{layout}",
            marked("View"),
            text,
            lambda screen, layout=layout: screen.desk.workflow.set_layout(layout),
            (f"Ctrl+{number}",),
            _possible(layout),
            checked=lambda state, layout=layout: state.layout is layout,
            group=marked("Layout"),
            submenu=LAYOUT_MENU,
        )
        for number, (layout, text) in enumerate(LAYOUT_WORDS.items(), 1)
    ]


LAYOUT_TABLE: tuple[Entry, ...] = (
    *_layouts(),
    Entry(
        "view.layout_by_study",
        marked("View"),
        marked("Choose the layout by what a study holds"),
        lambda screen: screen.desk.workflow.toggle_automatic_layout(),
        checked=lambda state: state.automatic_layout,
        submenu=LAYOUT_MENU,
    ),
    Entry(
        "layout.save", marked("View"), marked("Save this layout…"), _ask_save, submenu=LAYOUT_MENU
    ),
    Entry(
        "layout.rename",
        marked("View"),
        marked("Rename a layout…"),
        _ask_rename,
        possible=with_own_layout,
        submenu=LAYOUT_MENU,
    ),
    Entry(
        "layout.delete",
        marked("View"),
        marked("Delete a layout…"),
        _ask_delete,
        possible=with_own_layout,
        submenu=LAYOUT_MENU,
    ),
)

LAYOUT_IDS = tuple(entry.id for entry in LAYOUT_TABLE)


def list_own(menu: QMenu, workflow: Workflow) -> None:
    """From now on the menu ends with the reader's own layouts, as they are when it opens."""
    own = menu.addMenu(tr("My layouts"))
    own.setToolTipsVisible(True)

    def fill() -> None:
        own.clear()
        state = workflow.state
        for one in state.own_layouts:
            action = own.addAction(one.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(layouts.is_shown(state, one))
            action.triggered.connect(lambda _=False, name=one.name: workflow.set_own_layout(name))
        if own.isEmpty():
            own.addAction(tr("None is saved yet")).setEnabled(False)

    own.aboutToShow.connect(fill)
