"""Made-up PACS: servers whose studies, failures and moments are the test's own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from station.app.pacs.state import Here
from station.archive.transfers import Kind
from station.archive.transfers import Stage as RecordedStage
from station.archive.transfers import Transfer as Recorded
from station.operations.pacs.listen import Arrived, ListenerSettings, Listening
from station.operations.pacs.servers import Checked, Diagnosis
from station.pacs import (
    Fetched,
    FoundStudies,
    InstanceState,
    PacsError,
    Query,
    RemoteSeries,
    RemoteStudy,
    Sent,
    Server,
    Traffic,
    Via,
    Watch,
)

TODAY = date(2026, 3, 10)
HOSPITAL = Server("HOSPITAL", "pacs.example", 104, "PACS")
ARCHIVE = Server("ARCHIVE", "archive.example", 11112, "ARCH")
DOWN = "HOSPITAL refuses the connection at pacs.example:104. Is the server on, and the port right?"


def remote(
    uid: str,
    name: str = "Doe, Jane",
    patient_id: str = "4711",
    day: date | None = TODAY,
    instances: int | None = 412,
    description: str = "PET/CT whole body",
) -> RemoteStudy:
    return RemoteStudy(uid, patient_id, name, day, description, ("PT", "CT"), "", 2, instances)


SERIES = (
    RemoteSeries("1.1", "PT", "WB AC", 1, 24),
    RemoteSeries("1.2", "CT", "CT standard", 2, 300),
    RemoteSeries("1.3", "SR", "Dose report", 99, 1),
)


@dataclass
class Hospital:
    """A `Gateway` to servers that are not there. What it was asked for is in `asked`."""

    known: list[Server] = field(default_factory=lambda: [HOSPITAL, ARCHIVE])
    studies: dict[str, list[RemoteStudy]] = field(default_factory=dict)
    """By server"""
    problems: dict[str, str] = field(default_factory=dict)
    """By server: why it does not answer"""
    here: dict[str, Here] = field(default_factory=dict)
    asked: list[tuple[str, Query]] = field(default_factory=list)
    secrets: dict[str, str | None] = field(default_factory=dict)
    warning: str | None = None
    """Where there is no keyring"""
    fetched: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    sent: list[tuple[str, tuple[Path, ...], bool]] = field(default_factory=list)
    resumed: list[int] = field(default_factory=list)
    interrupted: list[Recorded] = field(default_factory=list)
    on_fetch: Callable[[str, Watch], Fetched] | None = None
    on_send: Callable[[Sequence[Path]], Sent] | None = None
    checks: tuple[Checked, ...] = (Checked("Echo", True, "HOSPITAL answers to PACS."),)
    settings: ListenerSettings = field(default_factory=ListenerSettings)
    arrived: Callable[[Arrived], None] | None = None
    """Where a listener is on: what it calls"""
    stopped: int = 0

    def servers(self) -> tuple[Server, ...]:
        return tuple(self.known)

    def add_server(self, server: Server, secret: str | None, replace: bool) -> str | None:
        names = [one.name for one in self.known]
        if server.name in names and not replace:
            raise PacsError(f"There is a server {server.name} already. Give it another name.")
        self.known = [one for one in self.known if one.name != server.name]
        self.known.append(server)
        self.known.sort(key=lambda one: one.name)
        self.secrets[server.name] = secret
        return self.warning if secret is not None else None

    def remove_server(self, name: str) -> str | None:
        self.known = [one for one in self.known if one.name != name]
        return None

    def check_server(self, name: str) -> Diagnosis:
        return Diagnosis(name, self.checks)

    def find_studies(self, server: Server, query: Query) -> FoundStudies:
        self.asked.append((server.name, query))
        if server.name in self.problems:
            raise PacsError(self.problems[server.name])
        found = [one for one in self.studies.get(server.name, []) if _matches(one, query)]
        return FoundStudies(tuple(found[:500]), len(found) > 500)

    def find_series(self, server: Server, study_uid: str) -> tuple[RemoteSeries, ...]:
        if server.name in self.problems:
            raise PacsError(self.problems[server.name])
        return SERIES

    def local_studies(self, studies: Iterable[RemoteStudy]) -> Mapping[str, Here]:
        return {
            one.study_uid: self.here[one.study_uid] for one in studies if one.study_uid in self.here
        }

    def preview(self, server: Server, study_uid: str, series_uid: str) -> np.ndarray:
        rows, columns = np.indices((64, 64), dtype=np.float32)
        return 1000 * np.exp(-((rows - 32) ** 2 + (columns - 24) ** 2) / 200)

    def fetch(
        self, server: str, study_uid: str, series_uids: Sequence[str], watch: Watch
    ) -> Fetched:
        self.fetched.append((server, study_uid, tuple(series_uids)))
        if server in self.problems:
            raise PacsError(self.problems[server])
        if self.on_fetch is not None:
            return self.on_fetch(study_uid, watch)
        return self._all_of(study_uid, watch)

    def _all_of(self, study_uid: str, watch: Watch) -> Fetched:
        for done in range(1, 5):
            watch(Traffic(done, 4, done * 500_000, done * 0.1))
        self.here[study_uid] = Here.WHOLE
        return Fetched(4, 4, (), Path("fetched"), 7)

    def send(self, server: Server, paths: Sequence[Path], commit: bool, watch: Watch) -> Sent:
        self.sent.append((server.name, tuple(paths), commit))
        if server.name in self.problems:
            raise PacsError(self.problems[server.name])
        if self.on_send is not None:
            return self.on_send(paths)
        count = len(paths)
        return Sent(count, count, count if commit else 0, (), 8, commit)

    def open_transfers(self) -> tuple[Recorded, ...]:
        return tuple(self.interrupted)

    def resume(self, transfer: int, watch: Watch) -> Fetched | Sent:
        self.resumed.append(transfer)
        uid = next((one.study_uid for one in self.interrupted if one.number == transfer), "1")
        return replace(self._all_of(uid, watch), transfer=transfer)

    def listener_settings(self) -> ListenerSettings:
        return self.settings

    def keep_listener_settings(self, settings: ListenerSettings) -> None:
        if len(settings.aet) > 16:
            raise PacsError(f"{settings.aet} is too long for an AE title: it has 16 letters.")
        self.settings = settings

    def listen(self, settings: ListenerSettings, arrived: Callable[[Arrived], None]) -> Listening:
        self.arrived = arrived
        return Listening(settings, settings.port, self._stop)

    def _stop(self) -> None:
        self.stopped += 1
        self.arrived = None


def _matches(study: RemoteStudy, query: Query) -> bool:
    """As a server compares: prefixes of words of the name, wild cards in the ID, days inclusive."""
    name = study.patient_name.casefold()
    return (
        all(word.casefold() in name for word in query.name.split())
        and study.patient_id.startswith(query.patient_id.rstrip("*"))
        and (query.patient_id.endswith("*") or query.patient_id in ("", study.patient_id))
        and (query.since is None or (study.date is not None and study.date >= query.since))
        and (query.until is None or (study.date is not None and study.date <= query.until))
        and (not query.modality or query.modality in study.modalities)
    )


def interrupted(
    number: int, study_uid: str, stage: RecordedStage = RecordedStage.RUNNING
) -> Recorded:
    """A fetch of 4 images that ended after 3."""
    counts = dict.fromkeys(InstanceState, 0) | {
        InstanceState.RECEIVED: 3,
        InstanceState.WANTED: 1,
    }
    return Recorded(
        number,
        Kind.FETCH,
        HOSPITAL.name,
        Via.GET,
        study_uid,
        (),
        Path("fetched"),
        False,
        "Dr A",
        datetime(2026, 3, 9, tzinfo=UTC),
        None,
        stage,
        counts,
        1_500_000,
        "",
    )
