"""The rows of the action table about another date next to the open one."""

from station.app.language import marked, tr, translated
from station.app.state import State
from station.app.viewing.dates import seen_guests
from station.app.viewing.linking import NO_OTHER_DATE, STEP_DEG, STEP_MM, adjust_refusal
from station.ui.action import Entry, Screen, Verb

DATES_MENU = marked("Other date")


def _moved(state: State) -> str | None:
    if refusal := adjust_refusal(state):
        return refusal
    return None if state.by_hand else tr("Nothing was moved by hand.")


def _with_other_date(state: State) -> str | None:
    return None if seen_guests(state) else translated(NO_OTHER_DATE)


def _shift(right: float, down: float) -> Verb:
    return lambda screen: screen.desk.workflow.dates.nudge(right * STEP_MM, down * STEP_MM)


def _turn(sense: float) -> Verb:
    return lambda screen: screen.desk.workflow.dates.nudge_turn(sense * STEP_DEG)


def _register(screen: Screen) -> None:
    screen.desk.dates.register()


_STEPS: tuple[tuple[str, str, Verb, str], ...] = (
    ("dates.left", marked("Move it 1 mm to the left of the screen"), _shift(-1, 0), "Ctrl+Left"),
    ("dates.right", marked("Move it 1 mm to the right of the screen"), _shift(1, 0), "Ctrl+Right"),
    ("dates.up", marked("Move it 1 mm up"), _shift(0, -1), "Ctrl+Up"),
    ("dates.down", marked("Move it 1 mm down"), _shift(0, 1), "Ctrl+Down"),
    ("dates.back", marked("Turn it by 1°, against the clock"), _turn(-1), "Ctrl+Shift+Left"),
    ("dates.turn", marked("Turn it by 1°, with the clock"), _turn(1), "Ctrl+Shift+Right"),
)

DATES_TABLE: tuple[Entry, ...] = (
    *(
        Entry(id_, marked("View"), text, verb, (key,), adjust_refusal, submenu=DATES_MENU)
        for id_, text, verb, key in _STEPS
    ),
    Entry(
        "dates.reset",
        marked("View"),
        marked("As it was before it was moved by hand"),
        lambda screen: screen.desk.workflow.dates.reset(),
        ("Ctrl+Backspace",),
        _moved,
        submenu=DATES_MENU,
    ),
    Entry(
        "dates.register",
        marked("View"),
        marked("Register the two dates again"),
        _register,
        possible=adjust_refusal,
        submenu=DATES_MENU,
    ),
    Entry(
        "dates.proposals",
        marked("View"),
        marked("VOIs of the other date as proposals"),
        lambda screen: screen.desk.workflow.dates.toggle_carried_vois(),
        possible=_with_other_date,
        checked=lambda state: state.vois_carried,
        submenu=DATES_MENU,
    ),
)

ADJUST_IDS = tuple(entry.id for entry in DATES_TABLE)
