"""A server of Station answers whom it should, and nobody can hold it up."""

import socket
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmread
from pynetdicom import evt
from pynetdicom.presentation import build_context

from station.dicom.network.association import associate, associated, echo
from station.dicom.network.inbox import Inbox
from station.dicom.network.receiver import Receiver, receiving
from station.dicom.network.tls import server_context
from station.pacs import PacsError, Server, Tls
from tests.dicom.network.authority import Authority
from tests.dicom.network.instances import content, instance
from tests.dicom.network.servers import HOST, QUICK, VERIFICATION

PT = "1.2.840.10008.5.1.4.1.1.128"
CONTEXTS = [build_context(VERIFICATION), build_context(PT)]


def at(receiver: Receiver, **changes: Any) -> Server:
    server = Server("Station", HOST, int(receiver.server_address[1]), "STATION", "PEER")
    return replace(server, **changes)


def test_it_answers_to_its_title_and_on_loopback_only() -> None:
    with receiving("STATION", CONTEXTS, []) as receiver:
        assert receiver.server_address[0] == HOST
        echo(at(receiver))
        with pytest.raises(PacsError, match="does not know itself"):
            echo(at(receiver, called_aet="OTHER"))


def test_it_answers_only_those_who_may_call() -> None:
    with receiving("STATION", CONTEXTS, [], callers=["FRIEND"]) as receiver:
        echo(at(receiver, calling_aet="FRIEND"))
        with pytest.raises(PacsError, match='does not know "PEER"'):
            echo(at(receiver))


def test_a_port_that_is_taken_is_said() -> None:
    with (
        receiving("STATION", CONTEXTS, []) as receiver,
        pytest.raises(PacsError, match="cannot listen at"),
        receiving("STATION", CONTEXTS, [], port=int(receiver.server_address[1])),
    ):
        pass


def test_its_port_is_free_afterwards() -> None:
    with receiving("STATION", CONTEXTS, []) as receiver:
        port = int(receiver.server_address[1])
        echo(at(receiver))
    with receiving("STATION", CONTEXTS, [], port=port) as receiver:
        echo(at(receiver))


def test_too_many_associations_are_told_to_come_again() -> None:
    with (
        receiving("STATION", CONTEXTS, [], associations=2) as receiver,
        ExitStack() as held,
    ):
        for _ in range(2):
            held.enter_context(associated(at(receiver), CONTEXTS))
        with pytest.raises(PacsError, match="Try again later"):
            echo(at(receiver))


def test_a_client_that_is_silent_in_its_handshake_holds_up_nobody(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    own = authority.issue("station")
    context = server_context(own.certificate, own.key)
    with (
        receiving("STATION", CONTEXTS, [], tls=context, silence_s=5) as receiver,
        socket.create_connection(receiver.server_address[:2]),
    ):
        echo(at(receiver, tls=Tls(ca=authority.file)), QUICK)


def test_noise_is_answered_with_an_end_and_the_next_is_served() -> None:
    rng = np.random.default_rng(2)
    with receiving("STATION", CONTEXTS, [], silence_s=0.5, associations=50) as receiver:
        for _ in range(20):
            with socket.create_connection(receiver.server_address[:2]) as connection:
                connection.sendall(bytes([int(rng.integers(1, 9)), 0, 0, 0, 0, 60]))
                connection.sendall(rng.bytes(60))
        echo(at(receiver))


def store(number: int, size: int = 8) -> Any:
    return dcmread(BytesIO(content(instance(number, size=size))))


@pytest.mark.parametrize("ends", ["release", "abort"])
def test_what_is_sent_to_it_is_kept_as_it_was(ends: str, tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "in")

    def keep(event: Any) -> int:
        inbox.keep(event)
        return 0

    syntaxes: Sequence[Any] = ["1.2.840.10008.1.2.1"]
    contexts = [build_context(PT, list(syntaxes))]
    with receiving("STATION", contexts, [(evt.EVT_C_STORE, keep)]) as receiver:
        association = associate(at(receiver), contexts)
        for number in (1, 2, 3):
            status = association.send_c_store(store(number), msg_id=number)
            assert association.status(status, "C-STORE") == 0
        association.close() if ends == "release" else association.break_off()
    for number in (1, 2, 3):
        path = inbox.file_of(str(instance(number).SOPInstanceUID))
        assert dcmread(path) == store(number)


def test_a_message_beyond_the_limit_ends_its_association_and_no_other() -> None:
    taken: list[int] = []

    def keep(event: Any) -> int:
        taken.append(len(event.encoded_dataset()))
        return 0

    contexts = [build_context(PT, ["1.2.840.10008.1.2.1"]), build_context(VERIFICATION)]
    handlers = [(evt.EVT_C_STORE, keep)]
    with receiving("STATION", contexts, handlers, longest=50_000) as receiver:
        association = associate(at(receiver), contexts, patience=QUICK)
        answer = association.send_c_store(store(1, size=512), msg_id=1)
        with pytest.raises(PacsError):
            association.status(answer, "C-STORE")
        association.break_off()
        assert taken == []
        echo(at(receiver))
