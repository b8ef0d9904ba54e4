"""What a station remembers of the record, in a place of its own.

The chain of the audit trail shows every change but one: its end can be cut off, or an older copy of
the whole put in its place. So each station writes number and hash of every last entry that it
wrote into a file apart from the record, one line after the other. Lines are added and never
replaced: after somebody went back, the old ones are still there and contradict the record.

`STATION_WITNESS` names the folder; it may be on a share that readers can add to and not change.
"""

import os
import platform
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

WITNESS_VARIABLE = "STATION_WITNESS"

LINE = re.compile(r"([0-9]{1,18}) ([0-9a-f]{64}) (\S+)")
NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(frozen=True)
class Seen:
    """The last entry of the record, as a station has seen it."""

    number: int
    hash: str
    station: str


def witness_folder() -> Path:
    """Where `STATION_WITNESS` says, else the system's place for what a program remembers."""
    chosen = os.environ.get(WITNESS_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return platformdirs.user_state_path("Station", appauthor=False) / "witness"


class Witness:
    """What the stations that use one folder have seen of one record."""

    def __init__(self, record: str) -> None:
        """`record` is where it is: its whole path, or its server and database."""
        self._of = sha256(record.encode(errors="surrogatepass")).hexdigest()[:16]
        self.folder = witness_folder()
        self._station = NOT_IN_A_NAME.sub("_", platform.node()) or "station"

    @property
    def path(self) -> Path:
        """This station's file."""
        return self.folder / f"{self._of}-{self._station}.txt"

    @property
    def is_there(self) -> bool:
        return self.path.exists()

    def can_begin(self) -> bool:
        """Whether this station could write its first line."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.access(self.folder, os.W_OK)

    def remember(self, number: int, hash_: str, at: datetime) -> None:
        """Add a line. Does nothing where the folder cannot be written: the record itself is."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                # One call: what two programs write at the same time does not mix.
                os.write(descriptor, f"{number} {hash_} {at.isoformat()}\n".encode())
            finally:
                os.close(descriptor)

    def seen(self) -> Iterator[Seen | str]:
        """Every line of every station; a sentence in place of each that cannot be read."""
        for path in sorted(self.folder.glob(f"{self._of}-*.txt")):
            station = path.stem.partition("-")[2]
            try:
                text = path.read_text(encoding="ascii", errors="replace")
            except OSError as error:
                yield f"The witness {path} cannot be read ({error.strerror})."
                continue
            for number, line in enumerate(text.splitlines(), start=1):
                found = LINE.fullmatch(line)
                if found is None:
                    yield f"Line {number} of the witness {path} is damaged."
                else:
                    yield Seen(int(found[1]), found[2], station)
