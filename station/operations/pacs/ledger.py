"""The ledger of transfers: what was fetched, sent and received, and what is still missing."""

from pathlib import Path
from typing import TYPE_CHECKING

from station.operations.pacs.fetch import fetch
from station.operations.pacs.send import resume_sending
from station.operations.pacs.servers import opened
from station.pacs import Fetched, PacsError, Sent, Watch, unwatched

if TYPE_CHECKING:
    from station.archive.transfers import Transfer, TransferredInstance


def transfers(home: Path, open_only: bool = False) -> "tuple[Transfer, ...]":
    """Transfers of this computer, newest first; `open_only`: those that are not whole."""
    with opened(home) as ledger:
        return ledger.transfers(open_only)


def instances(home: Path, transfer: int) -> "tuple[TransferredInstance, ...]":
    """What one transfer consists of, and how far each instance has come."""
    with opened(home) as ledger:
        return ledger.instances(ledger.transfer(transfer).number)


def resume(home: Path, transfer: int, watch: Watch = unwatched) -> Fetched | Sent:
    """Go on with a transfer that was interrupted or failed: what is missing of it, and only that.

    Raises PacsError where there is no such transfer, or where it was received from outside: then
    only the sender can send it again.
    """
    from station.archive.transfers import Kind

    with opened(home) as ledger:
        known = ledger.transfer(transfer)
    match known.kind:
        case Kind.FETCH:
            return fetch(
                home,
                known.server,
                known.study_uid,
                known.series_uids,
                known.folder,
                known.via,
                watch,
            )
        case Kind.SEND:
            return resume_sending(home, transfer, watch)
        case Kind.RECEIVED:
            raise PacsError(
                f"Transfer {transfer} was received from {known.server}: only {known.server} can "
                "send it again."
            )
