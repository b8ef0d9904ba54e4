"""What listens answers whom it should, and nobody can hold it up."""

import socket
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from station.dicom.network import wire
from station.dicom.network.acceptor import Acceptor, Limits, Visit
from station.dicom.network.asking import UNCOMPRESSED, associated, echo
from station.dicom.network.inbox import Inbox, Refused
from station.dicom.network.store import send
from station.dicom.network.tls import server_context
from station.dicom.network.wire import Proposal, Tag, Verb
from station.pacs import PacsError, Server, Tls
from tests.dicom.network.authority import Authority
from tests.dicom.network.faulty import HURRIED
from tests.dicom.network.instances import content, instance, written
from tests.dicom.network.servers import HOST, QUICK, VERIFICATION

PT = "1.2.840.10008.5.1.4.1.1.128"
PROPOSALS = [Proposal(VERIFICATION, UNCOMPRESSED)]


class Taking(Acceptor):
    """Keeps what comes in a folder."""

    def __init__(self, folder: Path, friend: str = "", **more: Any) -> None:
        settings: dict[str, Any] = {"port": 0, **more}
        super().__init__(aet="STATION", **settings)
        self.inbox = Inbox(folder)
        self.friend = friend
        self.refused: list[str] = []
        self.ends: list[str] = []

    def may_call(self, calling: str, address: str) -> bool:
        return self.friend in ("", calling)

    def keep(self, content: bytes, sop_uid: str, sop_class: str, visit: Visit) -> None:
        self.inbox.keep_file(content, sop_uid, sop_class=sop_class)

    def refuse(self, refused: Refused, visit: Visit) -> None:
        self.refused.append(str(refused))

    def while_waiting(self, visit: Visit) -> None: ...

    def ended(self, visit: Visit, half: str) -> None:
        self.ends.append(half)


def at(acceptor: Acceptor, **changes: Any) -> Server:
    return replace(Server("Station", HOST, acceptor.port, "STATION", "PEER"), **changes)


def test_it_answers_to_its_title_only(tmp_path: Path) -> None:
    with Taking(tmp_path) as acceptor:
        echo(at(acceptor))
        with pytest.raises(PacsError, match="does not know itself"):
            echo(at(acceptor, called_aet="OTHER"))


def test_it_is_not_reached_but_at_the_address_where_it_listens(tmp_path: Path) -> None:
    with Taking(tmp_path) as acceptor, pytest.raises(PacsError, match="refuses connections"):
        echo(at(acceptor, host="127.0.0.77"))


def test_it_answers_only_those_who_may_call(tmp_path: Path) -> None:
    with Taking(tmp_path, friend="FRIEND") as acceptor:
        echo(at(acceptor, calling_aet="FRIEND"))
        with pytest.raises(PacsError, match='does not know "PEER"'):
            echo(at(acceptor))


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with (
        Taking(tmp_path) as acceptor,
        pytest.raises(PacsError, match="cannot listen at"),
        Taking(tmp_path, port=acceptor.port),
    ):
        pass


def test_its_port_is_free_afterwards(tmp_path: Path) -> None:
    with Taking(tmp_path) as acceptor:
        echo(at(acceptor))
    with Taking(tmp_path, port=acceptor.port) as again:
        echo(at(again))


def test_too_many_associations_are_told_to_come_again(tmp_path: Path) -> None:
    with Taking(tmp_path, limits=Limits(associations=2)) as acceptor, ExitStack() as held:
        for _ in range(2):
            held.enter_context(associated(at(acceptor), PROPOSALS))
        with pytest.raises(PacsError, match="Try again later"):
            echo(at(acceptor))


def test_a_client_that_is_silent_in_its_handshake_holds_up_nobody(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    own = authority.issue("station")
    context = server_context(own.certificate, own.key)
    limits = Limits(negotiation_s=5.0)
    with (
        Taking(tmp_path / "in", tls=context, limits=limits) as acceptor,
        socket.create_connection((HOST, acceptor.port)),
    ):
        echo(at(acceptor, tls=Tls(ca=authority.file)), QUICK)


def test_noise_is_answered_with_an_end_and_the_next_is_served(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    limits = Limits(negotiation_s=0.5, associations=50)
    with Taking(tmp_path, limits=limits) as acceptor:
        for _ in range(20):
            with socket.create_connection((HOST, acceptor.port)) as connection:
                connection.sendall(bytes([int(rng.integers(1, 9)), 0, 0, 0, 0, 60]))
                connection.sendall(rng.bytes(60))
        echo(at(acceptor))


def stored(number: int) -> Dataset:
    return dcmread(BytesIO(content(instance(number))))


@pytest.mark.parametrize("ends", ["release", "abort"])
def test_what_is_sent_to_it_is_kept_as_it_was(ends: str, tmp_path: Path) -> None:
    with Taking(tmp_path / "in") as acceptor:
        if ends == "release":
            files = written(tmp_path / "files", 3)
            assert send(at(acceptor), files, lambda uid, failure: None).stored == 3
        else:
            line, _ = wire.open_line(at(acceptor), [Proposal(PT, UNCOMPRESSED[:1])], HURRIED)
            for number in (1, 2, 3):
                assert status_of(line, number, content(instance(number))) == 0
            line.abort()
    for number in (1, 2, 3):
        path = acceptor.inbox.file_of(str(instance(number).SOPInstanceUID))
        assert dcmread(path) == stored(number)
    assert [bool(half) for half in acceptor.ends] == [ends == "abort"]


def status_of(line: wire.Line, number: int, file: bytes) -> int:
    """The status for an instance, of which this is the file."""
    meta = dcmread(BytesIO(file), stop_before_pixels=True).file_meta
    start = 132 + 12 + int(meta.FileMetaInformationGroupLength)
    command: dict[Tag, int | str] = {
        Tag.AFFECTED_CLASS: PT,
        Tag.COMMAND: Verb.C_STORE,
        Tag.MESSAGE_ID: number,
        Tag.PRIORITY: 0,
        Tag.AFFECTED_INSTANCE: str(meta.MediaStorageSOPInstanceUID),
    }
    line.send(1, command, file[start:])
    answer = line.command()
    assert answer is not None
    return answer.number(Tag.STATUS)


def test_an_instance_beyond_the_limit_is_refused_and_its_association_goes_on(
    tmp_path: Path,
) -> None:
    with Taking(tmp_path / "in", limits=Limits(instance_bytes=50_000)) as acceptor:
        line, _ = wire.open_line(at(acceptor), [Proposal(PT, UNCOMPRESSED[:1])], HURRIED)
        assert status_of(line, 1, content(instance(1, size=512))) == 0xA700
        assert status_of(line, 2, content(instance(2))) == 0
        line.release()
    assert ["larger than" in refused for refused in acceptor.refused] == [True]
    assert len(list((tmp_path / "in").iterdir())) == 1
