"""A PACS in memory in place of the protocols: it breaks off, refuses and lies when told to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from station.dicom.network.inbox import Inbox, Kept, identity
from station.operations.pacs import ways
from station.pacs import Failure, PacsError, Query, RemoteInstance, Server, Traffic, Via, Watch

SERVER = Server("hospital", "pacs.example", 104, "ARCHIVE", web_url="https://pacs.example/web")


@dataclass
class FakePacs:
    """What it has, and how it behaves."""

    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    breaks_after: list[int] = field(default_factory=list[int])
    """Of each retrieval or sending in turn: after how many instances the association breaks"""
    refuses: dict[str, str] = field(default_factory=dict[str, str])
    """SOP instance UID → why it does not come, or is not taken"""
    without: tuple[Via, ...] = ()
    """Ways that do not work"""
    keeps: bool = True
    """Whether what it takes is stored"""
    lists: bool = True
    """Whether it can be asked"""
    arriving: list[bytes] = field(default_factory=list[bytes])
    """Instances that come to it as soon as something was fetched"""
    commits: bool = True
    reports: bool = True
    asked: list[tuple[Via, list[str]]] = field(default_factory=list[tuple[Via, list[str]]])
    """Each retrieval: by which way, which instances"""
    sent: list[str] = field(default_factory=list[str])
    """SOP instance UIDs in the order in which they were sent"""
    queries: list[Query] = field(default_factory=list[Query])

    def take(self, paths: Iterable[Path]) -> "FakePacs":
        for path in paths:
            content = path.read_bytes()
            self.files[identity(content)["sop_uid"]] = content
        return self

    def install(self, monkeypatch: pytest.MonkeyPatch) -> "FakePacs":
        for name in ("instances", "retrieve", "send", "commit"):
            monkeypatch.setattr(ways, name, getattr(self, name), raising=False)
        return self

    def instances(
        self,
        home: Path,
        server: Server,
        study_uid: str,
        series_uids: Sequence[str] = (),
        waiting: Callable[[], None] = lambda: None,
    ) -> tuple[RemoteInstance, ...]:
        waiting()
        if not self.lists:
            raise PacsError("The server answers no queries.")
        found = [identity(content) for content in self.files.values()]
        return tuple(
            RemoteInstance(one["sop_uid"], one["sop_class"], one["series_uid"])
            for one in found
            if one["study_uid"] == study_uid
            and (not series_uids or one["series_uid"] in series_uids)
        )

    def retrieve(
        self,
        home: Path,
        server: Server,
        via: Via,
        study_uid: str,
        wanted: Sequence[RemoteInstance],
        whole: Sequence[str],
        folder: Path,
        arrived: Callable[[Kept], None],
        watch: Watch,
    ) -> tuple[Failure, ...]:
        self.asked.append((via, [instance.sop_uid for instance in wanted]))
        if via in self.without:
            raise PacsError(f"The server does not know {via.value}.")
        inbox = Inbox(folder)
        stop = self.breaks_after.pop(0) if self.breaks_after else None
        failed: list[Failure] = []
        for number, instance in enumerate(wanted):
            if number == stop:
                raise PacsError("The server closed the connection.")
            if reason := self.refuses.get(instance.sop_uid):
                failed.append(Failure(instance.sop_uid, reason))
                continue
            arrived(inbox.keep_file(self.files[instance.sop_uid], instance.sop_uid))
            watch(Traffic(number + 1, len(wanted), 0, 0.0))
        for content in self.arriving:
            self.files[identity(content)["sop_uid"]] = content
        return tuple(failed)

    def send(
        self,
        home: Path,
        server: Server,
        via: Via,
        outgoing: Sequence[ways.Outgoing],
        told: Callable[[str, Failure | None], None],
        watch: Watch,
    ) -> None:
        stop = self.breaks_after.pop(0) if self.breaks_after else None
        for number, one in enumerate(outgoing):
            if number == stop:
                raise PacsError("The server closed the connection.")
            self.sent.append(one.sop_uid)
            reason = self.refuses.get(one.sop_uid)
            if reason is None and self.keeps:
                self.files[one.sop_uid] = one.path.read_bytes()
            told(one.sop_uid, Failure(one.sop_uid, reason) if reason else None)
            watch(Traffic(number + 1, len(outgoing), 0, 0.0))

    def commit(
        self,
        home: Path,
        server: Server,
        instances: Sequence[tuple[str, str]],
        waiting: Callable[[], None],
    ) -> tuple[dict[str, str], dict[str, str]]:
        if not self.commits:
            raise PacsError("The server offers no storage commitment.")
        if not self.reports:
            return {}, {uid: "It reported nothing." for uid, _ in instances}
        return {uid: "It is not committed." for uid, _ in instances if uid not in self.files}, {}
