"""The operations on PACS that the window calls, with the data folder given once.

Everything here waits for disks and networks: it is called from jobs. The modules behind it are
imported at the first call, for a window opens in less time than they take.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from station.app.pacs.state import Here
from station.pacs import (
    Fetched,
    FoundStudies,
    Query,
    RemoteSeries,
    RemoteStudy,
    Sent,
    Server,
    Via,
    Watch,
)

if TYPE_CHECKING:
    from station.archive.transfers import Transfer
    from station.operations.pacs.listen import Arrived, ListenerSettings, Listening
    from station.operations.pacs.servers import Diagnosis


class Gateway(Protocol):
    """What the window asks of PACS; see `station.operations.pacs` for each."""

    def servers(self) -> tuple[Server, ...]: ...
    def add_server(self, server: Server, secret: str | None, replace: bool) -> str | None: ...
    def remove_server(self, name: str) -> str | None: ...
    def check_server(self, name: str) -> "Diagnosis": ...
    def find_studies(self, server: Server, query: Query) -> FoundStudies: ...
    def find_series(self, server: Server, study_uid: str) -> tuple[RemoteSeries, ...]: ...
    def local_studies(self, studies: Iterable[RemoteStudy]) -> Mapping[str, Here]: ...
    def preview(self, server: Server, study_uid: str, series_uid: str) -> np.ndarray: ...
    def fetch(
        self, server: str, study_uid: str, series_uids: Sequence[str], watch: Watch
    ) -> Fetched: ...
    def send(self, server: Server, paths: Sequence[Path], commit: bool, watch: Watch) -> Sent: ...
    def open_transfers(self) -> "tuple[Transfer, ...]": ...
    def resume(self, transfer: int, watch: Watch) -> Fetched | Sent: ...
    def listener_settings(self) -> "ListenerSettings": ...
    def keep_listener_settings(self, settings: "ListenerSettings") -> None: ...
    def listen(
        self, settings: "ListenerSettings", arrived: "Callable[[Arrived], None]"
    ) -> "Listening": ...


class StationGateway:
    """The operations over one data folder."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def servers(self) -> tuple[Server, ...]:
        from station.operations.pacs.servers import servers

        return servers(self._home)

    def add_server(self, server: Server, secret: str | None, replace: bool) -> str | None:
        from station.operations.pacs.servers import add_server

        return add_server(self._home, server, secret, replace)

    def remove_server(self, name: str) -> str | None:
        from station.operations.pacs.servers import remove_server

        return remove_server(self._home, name)

    def check_server(self, name: str) -> "Diagnosis":
        from station.operations.pacs.servers import check_server

        return check_server(self._home, name)

    def find_studies(self, server: Server, query: Query) -> FoundStudies:
        from station.operations.pacs.find import find_studies

        return find_studies(self._home, server, query)

    def find_series(self, server: Server, study_uid: str) -> tuple[RemoteSeries, ...]:
        from station.operations.pacs.find import find_series

        return find_series(self._home, server, study_uid)

    def local_studies(self, studies: Iterable[RemoteStudy]) -> Mapping[str, Here]:
        from station.operations.pacs.find import local_studies

        found = local_studies(self._home, studies)
        return {uid: Here(local.value) for uid, local in found.items()}

    def preview(self, server: Server, study_uid: str, series_uid: str) -> np.ndarray:
        from station.operations.pacs.find import preview

        return preview(self._home, server, study_uid, series_uid)

    def fetch(
        self, server: str, study_uid: str, series_uids: Sequence[str], watch: Watch
    ) -> Fetched:
        from station.operations.pacs.fetch import fetch

        return fetch(self._home, server, study_uid, series_uids, watch=watch)

    def send(self, server: Server, paths: Sequence[Path], commit: bool, watch: Watch) -> Sent:
        from station.operations.pacs.send import send

        via = Via.STORE if server.has_dimse else Via.WEB
        return send(self._home, server.name, paths, via, commit, watch)

    def open_transfers(self) -> "tuple[Transfer, ...]":
        from station.operations.pacs.ledger import transfers

        return transfers(self._home, open_only=True)

    def resume(self, transfer: int, watch: Watch) -> Fetched | Sent:
        from station.operations.pacs.ledger import resume

        return resume(self._home, transfer, watch)

    def listener_settings(self) -> "ListenerSettings":
        from station.operations.pacs.listen import listener_settings

        return listener_settings(self._home)

    def keep_listener_settings(self, settings: "ListenerSettings") -> None:
        from station.operations.pacs.listen import keep_listener_settings

        keep_listener_settings(self._home, settings)

    def listen(
        self, settings: "ListenerSettings", arrived: "Callable[[Arrived], None]"
    ) -> "Listening":
        from station.operations.pacs.listen import listen

        return listen(self._home, settings, arrived)
