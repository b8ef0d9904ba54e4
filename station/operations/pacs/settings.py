"""How Station listens: kept in the data folder, off until switched on."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from station.pacs import DEFAULT_AET, LISTENER_PORT, PacsError, Tls
from station.whole_file import whole_file

AET_LENGTH = 16  # PS3.5 6.2
LAST_PORT = 65535
FILE = "listener.json"
"""In the data folder"""


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
    tls: Tls | None = None
    """Certificate and key that Station shows; `ca`: who signs those of senders. None: no TLS"""


def listener_settings(home: Path) -> ListenerSettings:
    """As they were kept; those of a new data folder: off. Raises PacsError where damaged."""
    path = home / FILE
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        tls = known.pop("tls")
        if tls is not None:
            tls = Tls(**{name: None if file is None else Path(file) for name, file in tls.items()})
        allowed = tuple(map(str, known.pop("allowed")))
        settings = ListenerSettings(**known, allowed=allowed, tls=tls)
        refuse_settings(settings)
    except FileNotFoundError:
        return ListenerSettings()
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise PacsError(
            f"The settings of the listener in {path} cannot be used. Remove the file, and enter "
            "them again."
        ) from error
    return settings


def keep_listener_settings(home: Path, settings: ListenerSettings) -> None:
    """Raises PacsError where they cannot be right: an AE title of 17 letters, a port of 70000."""
    from station.archive.database import keep_private, make_home

    refuse_settings(settings)
    facts = asdict(settings)
    if settings.tls is not None:
        files = asdict(settings.tls)
        facts["tls"] = {name: None if file is None else str(file) for name, file in files.items()}
    make_home(home)
    try:
        with whole_file(home / FILE) as part:
            part.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise PacsError(
            f"{home / FILE} cannot be written: {error.strerror or error}. Free some space."
        ) from error
    keep_private(home / FILE)


def refuse_settings(settings: ListenerSettings) -> None:
    """Raise PacsError with the sentence of what cannot be right."""
    if not 0 <= settings.port <= LAST_PORT:
        raise PacsError(f"{settings.port} is not a port. Use a number from 0 to {LAST_PORT}.")
    if not settings.host or settings.host != settings.host.strip():
        raise PacsError(
            f'"{settings.host}" is not an address of this computer. Use 127.0.0.1 for this '
            "computer alone, or the address of a network interface."
        )
    for aet in (settings.aet, *settings.allowed):
        refuse_aet(aet)
    if settings.tls is not None and not (settings.tls.certificate and settings.tls.key):
        raise PacsError("To listen with TLS, Station needs a certificate and its key. Choose both.")


def refuse_aet(aet: str) -> None:
    """Raise PacsError where a text cannot be an AE title."""
    plain = aet.isascii() and aet.isprintable() and "\\" not in aet
    if not plain or not 0 < len(aet.strip()) <= AET_LENGTH:
        raise PacsError(
            f'"{aet}" cannot be an AE title. Use 1 to {AET_LENGTH} letters, digits and signs of '
            "ASCII, without a backslash."
        )
