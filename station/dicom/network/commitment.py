"""Storage commitment: a server is asked whether it keeps what was sent, and says so itself.

A server that answers a C-STORE with success has promised nothing. Where it offers the Storage
Commitment Push Model of PS3.4 it is asked (N-ACTION), and reports for each instance
(N-EVENT-REPORT): at once over the same association, or later over one that it opens to Station.
Servers without it are asked what they list: `station.dicom.network.find`.
"""

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence as Items
from pydicom.uid import UID, generate_uid
from pynetdicom.dsutils import encode

from station.dicom.network import wire
from station.dicom.network.association import PATIENCE, Patience, place
from station.dicom.network.listener import LOOPBACK, UNCOMPRESSED, Listener
from station.dicom.network.reports import (
    SOP_CLASS,
    SOP_INSTANCE,
    Report,
    Reports,
    read_report,
)
from station.dicom.network.statuses import is_success, sentence
from station.dicom.network.wire import Command, Lost, Proposal, Tag, Verb, unhurried
from station.pacs import Failure, PacsError, Server

ASKED_AT_ONCE = 1000
"""Instances in one transaction: some servers take no longer list"""
SAME_ASSOCIATION_S = 5.0
"""How long the association stays open for a report"""
REPORT_S = 60.0
"""How long a report is waited for altogether"""
REQUEST_COMMITMENT = 1
"""Action type (PS3.4 J.3.2)"""
FAILED = 0x0110


@dataclass(frozen=True)
class Commitment:
    """What a server committed itself to."""

    committed: tuple[str, ...]
    """SOP instance UIDs"""
    failed: tuple[Failure, ...]
    """Those that the server does not keep, and why they may be lost"""
    unreported: tuple[Failure, ...] = ()
    """Those of which it has reported nothing yet"""


def commit(
    server: Server,
    instances: Sequence[tuple[str, str]],
    *,
    reports: Reports | None = None,
    port: int | None = None,
    host: str = LOOPBACK,
    report_s: float = REPORT_S,
    tick: Callable[[], None] = unhurried,
    patience: Patience = PATIENCE,
) -> Commitment:
    """Ask a server to keep instances, given as SOP class and SOP instance UID each.

    A report that comes over an association of its own is taken by the listener that has `reports`,
    or else, while this waits, at `port` of the interface `host`; with neither, only one that comes
    at once is. `tick` is called while waiting, and may raise. Raises PacsError where the server
    cannot be asked, or refuses.
    """
    mailbox = reports or Reports()
    committed: list[str] = []
    failed: list[Failure] = []
    unreported: list[Failure] = []
    with _reachable(server, mailbox, port, host):
        for at in range(0, len(instances), ASKED_AT_ONCE):
            asked = instances[at : at + ASKED_AT_ONCE]
            report = _ask(server, asked, mailbox, report_s, tick, patience)
            if report is not None:
                _sort(server, asked, report, committed, failed)
                continue
            why = (
                f"{place(server)} was asked to commit itself and reported nothing within "
                f"{report_s:.0f} s. Check that it knows the address and port of Station's "
                "listener, then ask again."
            )
            unreported += [Failure(sop_uid, why) for _, sop_uid in asked]
    return Commitment(tuple(committed), tuple(failed), tuple(unreported))


@contextmanager
def _reachable(server: Server, mailbox: Reports, port: int | None, host: str) -> Generator[None]:
    """Within the block a server may report at `port`. Raises PacsError."""
    if port is None:
        yield
        return
    with Listener(
        Path(),
        lambda arrived: None,
        aet=server.calling_aet,
        allowed=frozenset({server.called_aet}),
        host=host,
        port=port,
        reports=mailbox,
        storing=False,
    ):
        yield


def _sort(
    server: Server,
    asked: Sequence[tuple[str, str]],
    report: Report,
    committed: list[str],
    failed: list[Failure],
) -> None:
    refused = {failure.sop_uid: failure for failure in report.failed}
    for _, sop_uid in asked:
        if sop_uid in report.kept and sop_uid not in refused:
            committed.append(sop_uid)
        elif sop_uid in refused:
            failed.append(refused[sop_uid])
        else:
            why = f"{place(server)} did not mention it in its report. Ask its administrator."
            failed.append(Failure(sop_uid, why))


def _ask(
    server: Server,
    asked: Sequence[tuple[str, str]],
    mailbox: Reports,
    report_s: float,
    tick: Callable[[], None],
    patience: Patience,
) -> Report | None:
    """One transaction; None where no report came."""
    transaction = str(generate_uid(prefix=None))
    until = time.monotonic() + report_s
    mailbox.await_(transaction)
    try:
        _request(
            server, asked, transaction, mailbox, min(report_s, SAME_ASSOCIATION_S), tick, patience
        )
        while True:
            left = until - time.monotonic()
            report = mailbox.wait(transaction, max(0.0, min(left, wire.TICK_S)))
            if report is not None or left <= 0:
                return report
            tick()
    finally:
        mailbox.forget(transaction)


class _Reported(Exception):
    """The report came over another association."""


def _request(
    server: Server,
    asked: Sequence[tuple[str, str]],
    transaction: str,
    mailbox: Reports,
    stay_s: float,
    tick: Callable[[], None],
    patience: Patience,
) -> None:
    """Send the N-ACTION, and leave the association open for a report for `stay_s`."""
    is_taken = False

    def look_up() -> None:
        tick()
        if is_taken and mailbox.wait(transaction, 0.0) is not None:
            raise _Reported

    line, _ = wire.open_line(server, [Proposal(SOP_CLASS, UNCOMPRESSED)], patience, look_up)
    try:
        if not line.contexts:
            raise PacsError(
                f"{place(server)} does not offer storage commitment. Without it Station checks "
                "what the server lists."
            )
        ((number, (_, syntax)),) = line.contexts.items()
        line.send(
            number,
            {
                Tag.REQUESTED_CLASS: SOP_CLASS,
                Tag.COMMAND: Verb.N_ACTION,
                Tag.MESSAGE_ID: 1,
                Tag.REQUESTED_INSTANCE: SOP_INSTANCE,
                Tag.ACTION_TYPE: REQUEST_COMMITMENT,
            },
            _request_dataset(asked, transaction, syntax),
        )
        while not is_taken or mailbox.wait(transaction, 0.0) is None:
            try:
                command = line.command()
            except Lost:
                if is_taken:
                    break
                raise
            if command is None:
                if not is_taken:
                    raise Lost(f"{line.who} ended the association instead of answering.")
                line.released()
                return
            if command.verb == Verb.N_ACTION | wire.ANSWER:
                status = command.number(Tag.STATUS)
                if not command.has_status or not is_success(status):
                    raise PacsError(sentence(status, server, "storage commitment"))
                is_taken = True
                line.until = time.monotonic() + stay_s
            elif command.verb == Verb.N_EVENT_REPORT and command.has_dataset:
                _take(line, command, mailbox)
            else:
                raise wire.Nonsense(f"{line.who} sent something that was not asked for.")
        line.until = None
        line.release()
    except _Reported:
        line.release()
    except BaseException:  # Cancelled and KeyboardInterrupt too
        line.abort()
        raise


def _take(line: wire.Line, command: Command, mailbox: Reports) -> None:
    data = b"".join(line.dataset())
    try:
        known = mailbox.deliver(read_report(data, line.contexts[command.context][1]))
    except ValueError:
        known = False
    line.send(
        command.context,
        {
            Tag.AFFECTED_CLASS: SOP_CLASS,
            Tag.COMMAND: Verb.N_EVENT_REPORT | wire.ANSWER,
            Tag.ANSWERED_ID: command.number(Tag.MESSAGE_ID),
            Tag.STATUS: 0 if known else FAILED,
            Tag.AFFECTED_INSTANCE: SOP_INSTANCE,
            Tag.EVENT_TYPE: command.number(Tag.EVENT_TYPE),
        },
    )


def _request_dataset(asked: Sequence[tuple[str, str]], transaction: str, syntax: str) -> bytes:
    """Action information of a request (PS3.4 J.3.2.1.1), encoded."""
    dataset = Dataset()
    dataset.TransactionUID = transaction
    items: list[Dataset] = []
    for sop_class, sop_uid in asked:
        item = Dataset()
        item.ReferencedSOPClassUID = sop_class
        item.ReferencedSOPInstanceUID = sop_uid
        items.append(item)
    dataset.ReferencedSOPSequence = Items(items)
    data = encode(dataset, UID(syntax).is_implicit_VR, True)
    assert data is not None
    return data
