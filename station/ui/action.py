"""One row of the action table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station.app.state import State

if TYPE_CHECKING:
    from station.ui.window import ReadingWindow

Verb = Callable[["ReadingWindow"], object]
Reason = Callable[[State], str | None]
"""Why an action cannot be done now, as a sentence; None when it can"""


def always(state: State) -> str | None:
    return None


@dataclass(frozen=True)
class Entry:
    """One thing a reader can do."""

    id: str
    menu: str
    text: str
    verb: Verb
    keys: tuple[str, ...] = ()
    possible: Reason = always
    checked: Callable[[State], bool] | None = None
    group: str = ""
    """Entries of a group exclude each other and stand together in a submenu of that name, if any"""
    submenu: str = ""
    separated: bool = False
    """A line above it in the menu"""
    tool: str = ""
    """Its word in the tool bar; empty: not there"""
    tool_separated: bool = False
