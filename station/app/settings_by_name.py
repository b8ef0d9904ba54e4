"""Every setting that a reader chooses, by the name that the command line has for it.

Each is in one place only: a field of `State`, which the window shows and `Settings` keeps.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from station.app import keys as keyboard
from station.app import preferences
from station.app.keys import Binding
from station.app.language import Language, language_named, tr
from station.app.preferences import DecimalSign, ThemeName
from station.app.settings import CT_LIMITS_HU, login
from station.app.state import DisplayRange, Layout, State, StudyKind
from station.app.viewing import layouts
from station.app.viewing.display import CT_PRESETS
from station.errors import StationError
from station.pet import colormaps
from station.pet.words import listed
from station.reading.names import tidy

KEY = "key."
"""Before the id of an action"""
NO_KEY = "none"
AS_HELD = "as-held"
"""Of follow-ups: they open in the layout of what they hold"""
ON, OFF = ("on", "yes", "true"), ("off", "no", "false")


@dataclass(frozen=True)
class Setting:
    """`value` is as JSON has it; `taken` gives the state in which the text is the value, or raises
    StationError."""

    name: str
    words: str
    value: Callable[[State], Any]
    taken: Callable[[State, str], State]


def settings(bindings: Sequence[Binding]) -> tuple[Setting, ...]:
    """All of them, those of the keys last."""
    return (
        Setting("reader", "Name under which values are recorded", lambda s: s.reader, _reader),
        _preferred(
            "language",
            f"Of the windows, from their next start on: {listed(Language, 'or')}",
            language_named,
        ),
        _preferred(
            "theme",
            listed(ThemeName, "or"),
            lambda text: preferences.one_of(ThemeName, text, tr("a theme")),
        ),
        _preferred(
            "text-percent",
            "Size of the text, {} to {} (percent)".format(*preferences.TEXT_PERCENT),
            preferences.text_percent,
        ),
        _preferred(
            "suv-presets",
            "Upper bounds of the SUV windows on keys",
            lambda text: preferences.suv_presets(text.replace(",", " ").split()),
        ),
        Setting(
            "start-window",
            "SUV at which the window ends with which each patient begins",
            lambda s: s.start_window.high,
            lambda s, text: replace(s, start_window=DisplayRange(0.0, preferences.suv_bound(text))),
        ),
        Setting(
            "start-ct-window",
            f"{listed(map(str.lower, CT_PRESETS))}, or two bounds in HU",
            lambda s: _ct_words(s.start_ct_window),
            lambda s, text: replace(s, start_ct_window=ct_window(text)),
        ),
        Setting(
            "colours",
            f"Of PETs: {listed(colormaps.NAMES, 'or')}",
            lambda s: s.colormap,
            lambda s, text: replace(s, colormap=_one_of(colormaps.NAMES, text, tr("a colour map"))),
        ),
        _flag("inverse", "PETs dark on light"),
        _flag("smooth", "Smooth interpolation"),
        _flag("automatic-layout", "Studies open in the layout of their kind"),
        *(_layout(kind) for kind in StudyKind),
        _flag("automatic-grading", "PETs are graded when a study is opened"),
        _preferred(
            "open-folder",
            "Where files are looked for; empty: where they were found last",
            preferences.folder,
        ),
        _preferred(
            "export-folder",
            "Where files are written; empty: where they were written last",
            preferences.folder,
        ),
        _preferred(
            "decimal-sign",
            f"In what is copied for a report: {listed(DecimalSign, 'or')}",
            lambda text: preferences.one_of(DecimalSign, text, tr("a decimal sign")),
        ),
        *(_key(bindings, binding) for binding in bindings),
    )


def find(bindings: Sequence[Binding], name: str) -> Setting:
    """StationError with the nearest names where there is none of that name."""
    from difflib import get_close_matches

    every = {setting.name: setting for setting in settings(bindings)}
    if name in every:
        return every[name]
    near = get_close_matches(name, every, n=3)
    meant = tr(" Did you mean {near}?", near=listed(near, "or")) if near else ""
    raise StationError(
        tr(
            'There is no setting "{name}".{meant} `station settings` lists them all.',
            name=name,
            meant=meant,
        )
    )


CHOSEN = (
    "reader",
    "preferences",
    "start_window",
    "start_ct_window",
    "colormap",
    "inverse",
    "smooth",
    "automatic_layout",
    "chosen_layouts",
    "automatic_grading",
)
"""The fields of the state that the settings are"""


def as_first(state: State) -> State:
    """The state with all settings as they are at first. Layouts that a reader saved, and how they
    left each study, are work and stay."""
    first = replace(State(), reader=login())
    return replace(state, **{name: getattr(first, name) for name in CHOSEN})


def changed(before: State, after: State) -> dict[str, Any]:
    """The fields in which the settings of two states differ, as they are after."""
    return {
        name: getattr(after, name)
        for name in CHOSEN
        if getattr(after, name) != getattr(before, name)
    }


def shown(value: Any) -> str:
    """A value as it may be typed."""
    if isinstance(value, bool):
        return ON[0] if value else OFF[0]
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return " ".join(map(shown, value)) or NO_KEY  # pyright: ignore[reportUnknownArgumentType]
    return str(value)


def ct_window(text: str) -> DisplayRange:
    """`lung`, or two bounds in HU such as `-160 240`."""
    for name, window in CT_PRESETS.items():
        if text.strip().lower().replace("-", " ") == name.lower():
            return window
    try:
        low, high = (float(bound) for bound in text.replace("−", "-").replace(",", " ").split())
    except ValueError:
        low = high = 0.0
    if not CT_LIMITS_HU[0] <= low < high <= CT_LIMITS_HU[1]:
        raise StationError(
            tr(
                '"{text}" is not a CT window. Use {ct_presets}, or two bounds in HU such as '
                "-160 240.",
                text=text,
                ct_presets=listed(map(str.lower, CT_PRESETS), "or"),
            )
        )
    return DisplayRange(low, high)


def layout_choices(state: State, kind: StudyKind) -> tuple[str, ...]:
    """The layouts that a kind of study may open in: those of two dates for a follow-up, which may
    also open as what it holds (`AS_HELD`), else the others; the reader's own last."""
    of_dates = kind is StudyKind.FOLLOW_UP
    built_in = [str(one) for one in Layout if (one in layouts.DATE_LAYOUTS) is of_dates]
    own = [
        f"{layouts.OWN}{one.name}"
        for one in state.own_layouts
        if (one.layout in layouts.DATE_LAYOUTS) is of_dates
    ]
    return (*((AS_HELD,) if of_dates else ()), *built_in, *own)


def layout_of(state: State, kind: StudyKind) -> str:
    """The layout that a kind of study opens in, as `layout_choices` has it."""
    fitting = layouts.FITTING.get(kind)
    return state.chosen_layouts.get(kind, AS_HELD if fitting is None else str(fitting))


# --- Their kinds ----------------------------------------------------------------------------------


def _reader(state: State, text: str) -> State:
    if not tidy(text):
        raise StationError(tr("The reader's name is empty. Write a name."))
    return replace(state, reader=tidy(text))


def _preferred(name: str, words: str, read: Callable[[str], object]) -> Setting:
    """A field of `Preferences`."""
    field = name.replace("-", "_")

    def value(state: State) -> Any:
        there = getattr(state.preferences, field)
        return list(there) if isinstance(there, tuple) else there  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]

    def taken(state: State, text: str) -> State:
        changed: dict[str, Any] = {field: read(text)}
        return replace(state, preferences=replace(state.preferences, **changed))

    return Setting(name, words, value, taken)


def _flag(name: str, words: str) -> Setting:
    """A field of `State` that is on or off."""
    field = name.replace("-", "_")

    def taken(state: State, text: str) -> State:
        word = text.strip().lower()
        if word not in (*ON, *OFF):
            raise StationError(tr('"{text}" is neither on nor off. Write on or off.', text=text))
        changed: dict[str, Any] = {field: word in ON}
        return replace(state, **changed)

    return Setting(name, f"{words}: on or off", lambda state: getattr(state, field), taken)


def _layout(kind: StudyKind) -> Setting:
    def taken(state: State, text: str) -> State:
        choice = _one_of(layout_choices(state, kind), text, tr("a layout here"))
        others = state.chosen_layouts.without(kind)
        chosen = others if choice == AS_HELD else others.with_(kind, choice)
        return replace(state, chosen_layouts=chosen)

    return Setting(
        f"layout.{kind}",
        f"In which studies with {layouts.KIND_WORDS[kind]} open",
        lambda state: layout_of(state, kind),
        taken,
    )


def _key(bindings: Sequence[Binding], binding: Binding) -> Setting:
    def taken(state: State, text: str) -> State:
        wanted = [] if text.strip().lower() == NO_KEY else text.split()
        chosen = keyboard.with_keys(bindings, state.preferences.keys, binding.id, wanted)
        return replace(state, preferences=replace(state.preferences, keys=chosen))

    return Setting(
        f"{KEY}{binding.id}",
        f"{binding.menu} ▸ {binding.text}",
        lambda state: list(keyboard.keys_of(binding, state.preferences.keys)),
        taken,
    )


def _one_of(names: Sequence[str], text: str, what: str) -> str:
    if text.strip() not in names:
        raise StationError(
            tr(
                '"{text}" is not {what}. Use {names}.',
                text=text,
                what=what,
                names=listed(names, "or"),
            )
        )
    return text.strip()


def _ct_words(window: DisplayRange) -> str:
    for name, preset in CT_PRESETS.items():
        if preset == window:
            return name.lower()
    return f"{window.low:g} {window.high:g}"
