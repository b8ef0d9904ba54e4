"""The one place where the state of the program changes."""

from collections import deque
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from station.app.state import State
from station.app.viewing.dates import laid
from station.pet.loaded import convert

LAID_BY = ("images", "guests", "date_links", "by_hand")
"""What `State.laid` follows from"""
MERGE_ID = 1
"""QUndoCommand.id of edits that may be merged; those of one gesture share `gesture` too."""


class _Edit(QUndoCommand):
    """Puts some fields of the state to other values, and back."""

    def __init__(
        self,
        session: "Session",
        text: str,
        before: dict[str, Any],
        after: dict[str, Any],
        gesture: object | None,
    ) -> None:
        super().__init__(text)
        self._session = session
        self._before = before
        self._after = after
        self._gesture = gesture

    def redo(self) -> None:
        self._session.set(**self._after)

    def undo(self) -> None:
        self._session.set(**self._before)

    def id(self) -> int:
        return -1 if self._gesture is None else MERGE_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or other._gesture is not self._gesture:
            return False
        self._after = {**self._after, **other._after}
        self._before = {**other._before, **self._before}
        return True


class Session(QObject):
    """Holds a frozen `State`; emits `changed(before, after)` after each change of it."""

    changed = Signal(object, object)

    def __init__(self, state: State | None = None) -> None:
        super().__init__()
        self._state = state or State()
        self._pending: deque[tuple[State, State]] = deque()
        self._emitting = False
        # Without a parent: PySide frees the commands of a child stack before the stack itself when
        # a listener once raised, and the program dies of it. tests/app/test_session.py shows it.
        self.undo_stack = QUndoStack()

    @property
    def state(self) -> State:
        return self._state

    def set(self, **fields: Any) -> None:
        """Change fields of the state; not undoable (what is looked at, what was loaded)."""
        before = self._state
        fields = {
            name: value for name, value in fields.items() if getattr(before, name) is not value
        }
        if not fields:
            return
        after = _derived(before, before.changed(fields))
        self._state = after
        self._pending.append((before, after))
        self._tell()

    def _tell(self) -> None:
        """Emit the changes in the order they were made, a listener's own after the current one."""
        if self._emitting:
            return
        self._emitting = True
        try:
            while self._pending:
                self.changed.emit(*self._pending.popleft())
        finally:
            self._emitting = False

    def edit(self, text: str, *, gesture: object | None = None, **fields: Any) -> None:
        """Change fields under a text that the user reads in Edit › Undo.

        The steps of one `gesture` are undone together.
        """
        before = {name: getattr(self._state, name) for name in fields}
        if all(before[name] == value for name, value in fields.items()):
            return
        self.undo_stack.push(_Edit(self, text, before, fields, gesture))


def _derived(before: State, after: State) -> State:
    """What follows from a change: PETs in the SUV variant and with the typed inputs it now says;
    images of other dates where they are seen from the open study."""
    typed = before.typed is not after.typed or before.suv_unit is not after.suv_unit
    if typed and before.study is after.study and after.images:
        after = retyped(after)
    if any(getattr(before, name) is not getattr(after, name) for name in LAID_BY):
        images = laid(before, after)
        if images is not after.laid:
            after = replace(after, laid=images)
    return after


def retyped(state: State) -> State:
    """The state with every PET in the SUV variant and with the typed inputs that it now has."""
    images = state.images
    for key, image in images.items():
        if image.series.is_pet:
            typed = state.typed_for(image.series)
            again = convert(image.series, image.stored, typed, state.suv_unit)
            images = images.with_(key, again)
    return replace(state, images=images)
