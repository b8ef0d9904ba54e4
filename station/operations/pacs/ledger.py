"""The ledger of transfers: what was fetched, sent and received, and what is still missing."""

from pathlib import Path

from station.archive.transfers import Transfer, TransferredInstance
from station.pacs import Fetched, Sent, Watch, unwatched


def transfers(home: Path, open_only: bool = False) -> tuple[Transfer, ...]:
    """Transfers of this computer, newest first; `open_only`: those that are not whole."""
    raise NotImplementedError


def instances(home: Path, transfer: int) -> tuple[TransferredInstance, ...]:
    """What one transfer consists of, and how far each instance has come."""
    raise NotImplementedError


def resume(home: Path, transfer: int, watch: Watch = unwatched) -> Fetched | Sent:
    """Go on with a transfer that was interrupted or failed: what is missing of it, and only that.

    Raises PacsError where there is no such transfer, or where it was received from outside: then
    only the sender can send it again.
    """
    raise NotImplementedError
