"""What Station made goes to a PACS, and Station knows whether it arrived.

That a server said "success" is not enough: some say it and store nothing. So it is asked
afterwards, by storage commitment or by a query for the instances.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import Cancelled, StationError
from station.operations.pacs import ways
from station.operations.pacs.fetch import who
from station.operations.pacs.servers import opened, server_named
from station.pacs import (
    Failure,
    InstanceState,
    PacsError,
    Sent,
    Server,
    Traffic,
    Via,
    Watch,
    unwatched,
)
from station.pet.words import count_of

if TYPE_CHECKING:
    from station.archive.transfers import Recorder, Transfer, TransferredInstance, Transfers
    from station.operations.pacs.ways import Outgoing

ARRIVED = (InstanceState.STORED, InstanceState.COMMITTED)
LOOKS = 5
"""How often a server is asked for what it has: some list an instance only a while after storing"""
LOOK_EVERY_S = 1.0


def send(
    home: Path,
    server_name: str,
    paths: Sequence[Path],
    via: Via = Via.STORE,
    commit: bool = False,
    watch: Watch = unwatched,
) -> Sent:
    """Send the DICOM files of folders and files, by C-STORE or (Via.WEB) STOW-RS.

    Afterwards the server is asked whether it has them: by storage commitment with `commit`, else by
    what it lists. Instances that it took and does not list are in `failed`. Raises PacsError where
    nothing can be sent at all. `Cancelled` raised by `watch` passes; `resume` goes on.
    """
    from station.archive.transfers import Kind, TransferredInstance

    server = server_named(home, server_name)
    _refuse(server, via, commit)
    outgoing, unsent = ways.outgoing(paths)
    if not outgoing:
        reason = f" {unsent[0].reason}" if unsent else ""
        raise PacsError(f"There is nothing to send: no DICOM file was found.{reason}")
    rows = [
        TransferredInstance(
            one.sop_uid,
            one.sop_class,
            one.series_uid,
            one.study_uid,
            path=one.path,
            size_bytes=one.size_bytes,
        )
        for one in outgoing
    ]
    studies = {one.study_uid for one in outgoing}
    study_uid = studies.pop() if len(studies) == 1 else ""
    folder = paths[0].absolute()
    with opened(home) as ledger:
        transfer = ledger.begin(
            Kind.SEND, server.name, via, study_uid, folder, who(), rows, commit=commit
        )
        with ledger.held(transfer.number):
            return _Sending(home, server, ledger, transfer, watch).run(outgoing, unsent)


def resume_sending(home: Path, number: int, watch: Watch = unwatched) -> Sent:
    """Send what is missing of an earlier transfer, and nothing that the server lists already."""
    with opened(home) as ledger, ledger.held(number):
        transfer = ledger.transfer(number)
        server = server_named(home, transfer.server)
        _refuse(server, transfer.via, transfer.commit)
        rows = ledger.instances(number)
        there = [row.path for row in rows if row.path is not None and row.path.is_file()]
        outgoing, _ = ways.outgoing(there)
        ledger.take_up(number, transfer.via)
        return _Sending(home, server, ledger, transfer, watch).run(outgoing, (), again=True)


def _refuse(server: Server, via: Via, commit: bool) -> None:
    if via not in (Via.STORE, Via.WEB):
        raise PacsError(f"Instances are sent by store or web, not by {via.value}.")
    if via is Via.STORE and not server.has_dimse:
        raise PacsError(
            f"{server.name} has no AE title: it is reached by DICOMweb only. Send with web."
        )
    if via is Via.WEB and not server.has_web:
        raise PacsError(f"{server.name} has no DICOMweb address. Send with store, or add it.")
    if commit and not server.has_dimse:
        raise PacsError(
            f"{server.name} has no AE title, and storage commitment is a service of DIMSE. Send "
            "without it, or add the AE title."
        )


@dataclass
class _Sending:
    """One run of a transfer: what is missing is sent, and what the server says is recorded."""

    home: Path
    server: Server
    ledger: "Transfers"
    transfer: "Transfer"
    watch: Watch

    def __post_init__(self) -> None:
        self._rows = {row.sop_uid: row for row in self.ledger.instances(self.transfer.number)}

    def run(
        self, outgoing: "Sequence[Outgoing]", unsent: Sequence[Failure], again: bool = False
    ) -> Sent:
        from station.archive.transfers import Stage

        number = self.transfer.number
        try:
            if again:
                self._take_what_is_there()
            self._send(outgoing)
            note = self._commit() if self.transfer.commit else self._look()
        except Cancelled:
            self.ledger.end(number, Stage.CANCELLED)
            raise
        except StationError as error:
            self.ledger.end(number, Stage.INCOMPLETE, str(error))
            raise
        rows = self._rows.values()
        failed = tuple(
            [
                Failure(row.sop_uid, row.reason)
                for row in rows
                if row.state not in ARRIVED or row.reason
            ]
        )
        self.ledger.end(number, Stage.INCOMPLETE if failed else Stage.DONE, note)
        return Sent(
            len(rows) + len(unsent),
            sum(row.state in ARRIVED for row in rows),
            sum(row.state is InstanceState.COMMITTED for row in rows),
            (*failed, *unsent),
            number,
            self.transfer.commit,
            note,
        )

    def _take_what_is_there(self) -> None:
        """What the server lists need not be sent again, whatever the ledger knew at its end."""
        missing = [row for row in self._rows.values() if row.state not in ARRIVED]
        try:
            there = self._listed(missing)
        except PacsError:
            return  # it cannot be asked: sent again, it takes the place of itself
        self._change(
            replace(row, state=InstanceState.STORED, status=0, reason="", at=None)
            for row in missing
            if row.sop_uid in there
        )

    def _send(self, outgoing: "Sequence[Outgoing]") -> None:
        from station.archive.transfers import recording

        missing = [
            one
            for one in outgoing
            if one.sop_uid in self._rows and self._rows[one.sop_uid].state not in ARRIVED
        ]
        gone = self._rows.keys() - {one.sop_uid for one in outgoing}
        self._change(
            replace(
                self._rows[uid],
                state=InstanceState.FAILED,
                reason="Its file is gone or damaged. Make it again, and send it.",
            )
            for uid in sorted(gone)
            if self._rows[uid].state not in ARRIVED
        )
        if not missing:
            return
        began, names = time.monotonic(), {one.sop_uid: one.path.name for one in missing}
        sent_bytes = 0
        before = sum(row.state in ARRIVED for row in self._rows.values())
        heard = 0

        def told(sop_uid: str, failure: Failure | None, recorder: "Recorder") -> None:
            nonlocal sent_bytes, heard
            row = self._rows.get(sop_uid)
            if row is None:
                return
            heard += 1
            if failure is None:
                sent_bytes += row.size_bytes
                row = replace(row, state=InstanceState.STORED, status=0, reason="", at=None)
            else:
                # File names may be names of patients, and the ledger holds none.
                reason = failure.reason.replace(names.get(sop_uid, sop_uid), "The file")
                row = replace(row, state=InstanceState.FAILED, reason=reason, at=None)
            self._rows[sop_uid] = row
            recorder.record(row)

        def watched(_: Traffic) -> None:
            seconds = time.monotonic() - began
            self.watch(Traffic(before + heard, len(self._rows), sent_bytes, seconds))

        with recording(self.ledger, self.transfer.number) as recorder:
            ways.send(
                self.home,
                self.server,
                self.transfer.via,
                missing,
                lambda uid, failure: told(uid, failure, recorder),
                watched,
            )

    # -- whether it arrived ------------------------------------------------------------------------

    def _commit(self) -> str:
        stored = [row for row in self._rows.values() if row.state is InstanceState.STORED]
        if not stored:
            return ""
        try:
            refused, unreported = ways.commit(
                self.home,
                self.server,
                [(row.sop_uid, row.sop_class) for row in stored],
                lambda: self.watch(Traffic(0, 0, 0, 0.0)),
            )
        except PacsError as error:
            reason = f"It was stored, but not committed. {error}"
            self._change(replace(row, reason=reason, at=None) for row in stored)
            return str(error)
        self._change(
            replace(row, state=InstanceState.FAILED, reason=refused[row.sop_uid], at=None)
            if row.sop_uid in refused
            else replace(
                row,
                reason=f"It was stored, but not committed. {unreported[row.sop_uid]}",
                at=None,
            )
            if row.sop_uid in unreported
            else replace(row, state=InstanceState.COMMITTED, reason="", at=None)
            for row in stored
        )
        return ""

    def _look(self) -> str:
        """Whether the server lists what it said that it stored; why it cannot be asked."""
        stored = [row for row in self._rows.values() if row.state is InstanceState.STORED]
        missing = stored
        for look in range(LOOKS):
            if look:
                time.sleep(LOOK_EVERY_S)
            try:
                there = self._listed(missing)
            except PacsError as error:
                return (
                    f"{self.server.name} cannot be asked whether it has them: {error} Storage "
                    "commitment would say it."
                )
            missing = [row for row in missing if row.sop_uid not in there]
            if not missing:
                return ""
        name = self.server.name
        self._change(
            replace(
                row,
                state=InstanceState.FAILED,
                reason=(
                    f"{name} reported success, but does not list it. Ask its administrator what "
                    "becomes of what it takes, then send it again."
                ),
                at=None,
            )
            for row in missing
        )
        return (
            f"{name} reported success for {count_of(len(missing), 'instance')} that it does not "
            "list."
        )

    def _listed(self, rows: "Iterable[TransferredInstance]") -> set[str]:
        """Of the instances, those that the server lists. Raises PacsError."""
        series: dict[str, set[str]] = {}
        for row in rows:
            series.setdefault(row.study_uid, set()).add(row.series_uid)
        there: set[str] = set()
        for study_uid, series_uids in series.items():
            found = ways.instances(self.home, self.server, study_uid, sorted(series_uids))
            there |= {instance.sop_uid for instance in found}
        return there

    def _change(self, rows: "Iterable[TransferredInstance]") -> None:
        changed: Mapping[str, TransferredInstance] = {row.sop_uid: row for row in rows}
        self._rows |= changed
        self.ledger.record(self.transfer.number, changed.values())
