"""Station takes what is sent to it: off until switched on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from station.pacs import DEFAULT_AET, LISTENER_PORT


@dataclass(frozen=True)
class ListenerSettings:
    """How Station listens. Kept in the data folder."""

    on: bool = False
    """Whether the window listens as soon as it is open"""
    host: str = "127.0.0.1"
    """Address of the interface"""
    port: int = LISTENER_PORT
    """0: any that is free"""
    aet: str = DEFAULT_AET
    allowed: tuple[str, ...] = ()
    """AE titles that may send; empty: every one, which only this computer itself may use"""


@dataclass(frozen=True)
class Arrived:
    """What came in, once its association has ended or nothing came for a while. Shows no names."""

    study_uid: str
    sender: str
    """AE title"""
    instances: int
    """How many of the study came"""
    folder: Path
    transfer: int
    """Its number in the ledger"""
    problem: str = ""
    """Where halves were kept apart or instances refused: the sentence; else empty"""


class Listening:
    """A listener that runs; `stop` ends it and waits until what has come is recorded."""

    def __init__(self, settings: ListenerSettings, port: int, stop: Callable[[], None]) -> None:
        self.settings = settings
        self.port = port
        """The one that it listens on"""
        self._stop = stop

    def stop(self) -> None:
        """Let the associations end, then take no more."""
        self._stop()


def listener_settings(home: Path) -> ListenerSettings:
    """As they were kept; those of a new data folder: off."""
    raise NotImplementedError


def keep_listener_settings(home: Path, settings: ListenerSettings) -> None:
    """Raises PacsError where they cannot be right: an AE title of 17 letters, a port of 70000."""
    raise NotImplementedError


def listen(home: Path, settings: ListenerSettings, arrived: Callable[[Arrived], None]) -> Listening:
    """Begin to listen; what comes is recorded in the ledger and in the list of studies.

    `arrived` is called in a thread of the listener. Raises PacsError where the port is taken or
    the settings cannot be right.
    """
    raise NotImplementedError
