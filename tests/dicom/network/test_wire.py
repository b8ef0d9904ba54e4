"""PDUs and commands: what is sent is what is read, and what is damaged is a sentence."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Generator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom.uid import UID
from pynetdicom.ae import ApplicationEntity
from pynetdicom.dsutils import decode

from station.dicom.network import wire
from station.dicom.network.wire import Line, Lost, Nonsense, Proposal, Silent, Tag, Verb
from station.pacs import PacsError
from tests.dicom.network.faulty import AET, HOST, PET, UNCOMPRESSED, connecting, scripted
from tests.dicom.network.faulty import server as entry

FEW = settings(
    max_examples=80, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
STORE = {
    Tag.AFFECTED_CLASS: PET,
    Tag.COMMAND: Verb.C_STORE,
    Tag.MESSAGE_ID: 7,
    Tag.PRIORITY: 0,
    Tag.AFFECTED_INSTANCE: "1.2.3",
}


@pytest.fixture
def lines() -> Generator[tuple[Line, Line]]:
    """Both ends of a connection, with a context 1 that was agreed."""
    with socket.create_server((HOST, 0)) as listener:
        near = socket.create_connection(listener.getsockname())
        far, _ = listener.accept()
    ends = Line(near, "Near", 5.0), Line(far, "Far", 5.0)
    for end in ends:
        end.contexts[1] = PET, UNCOMPRESSED[0]
    yield ends
    for end in ends:
        end.close()


def test_pydicom_reads_a_command_as_it_was_meant():
    command = decode(_stream(wire.encoded(STORE)), True, True)
    assert command.AffectedSOPClassUID == PET
    assert command.AffectedSOPInstanceUID == "1.2.3"
    assert (command.CommandField, command.MessageID, command.Priority) == (1, 7, 0)
    assert command.CommandGroupLength == len(wire.encoded(STORE)) - 12


def _stream(data: bytes):
    from io import BytesIO

    return BytesIO(data)


@FEW
@given(
    st.dictionaries(
        st.sampled_from(list(Tag)),
        st.one_of(st.integers(0, 0xFFFF), st.from_regex(r"[0-9.]{0,64}", fullmatch=True)),
    )
)
def test_a_command_is_read_as_it_was_written(elements):
    command = wire.Command(1, wire.decoded(wire.encoded(elements)))
    for tag, value in elements.items():
        assert (command.number(tag) if isinstance(value, int) else command.text(tag)) == value


@pytest.mark.parametrize("their_max", [256, 1000, 16384, wire.MAX_PDU_BYTES])
@pytest.mark.parametrize("length", [0, 1, 994, 16378, 16379, 300_000])
def test_a_dataset_arrives_whole_however_small_the_pdus(lines, their_max, length):
    near, far = lines
    near.their_max = their_max
    data = bytes(i % 251 for i in range(length))
    sending = threading.Thread(target=near.send, args=(1, STORE, data))
    sending.start()
    command = far.command()
    assert command is not None
    assert command.text(Tag.AFFECTED_INSTANCE) == "1.2.3"
    assert command.has_dataset == bool(length)
    if length:
        assert b"".join(far.dataset()) == data
    sending.join()


@FEW
@given(data=st.binary(max_size=300))
def test_whatever_comes_is_a_command_or_a_sentence(data):
    near, far = socket.socketpair()
    line = _unix_line(far)
    near.sendall(data)
    near.close()
    assert complaint(lambda: [*iter(line.command, None)]).endswith(".")
    line.close()


@FEW
@given(data=st.binary(max_size=200), flags=st.integers(0, 3), context=st.integers(0, 255))
def test_a_damaged_command_is_a_sentence(data, flags, context):
    near, far = socket.socketpair()
    line = _unix_line(far)
    line.contexts[1] = PET, UNCOMPRESSED[0]
    near.sendall(wire.PDU.pack(wire.Kind.DATA, len(data) + 6))
    near.sendall(wire.PDV.pack(len(data) + 2, context, flags) + data)
    near.close()
    assert complaint(lambda: [*iter(line.command, None)]).endswith(".")
    line.close()


def complaint(work: Callable[[], object]) -> str:
    """The sentence for which what a peer sent comes to nothing; it ends sooner or later."""
    with pytest.raises(Lost) as raised:
        work()
    return str(raised.value)


def _unix_line(end: socket.socket) -> Line:
    """A pair of sockets has no TCP_NODELAY to set."""

    class Paired(socket.socket):
        def setsockopt(self, *args: object) -> None: ...

    return Line(Paired(fileno=end.detach()), "The peer", 5.0)


def test_a_pdu_of_an_absurd_length_is_refused_before_it_is_read(lines):
    near, far = lines
    near.write(struct.pack(">BxL", wire.Kind.DATA, 0xFFFFFFF0))
    with pytest.raises(Nonsense, match="than was agreed"):
        far.command()


def test_a_peer_that_says_nothing_is_given_up(lines):
    _, far = lines
    quick = Line(far._connection, "Far", 0.1)
    with pytest.raises(Silent, match="Far did not answer"):
        quick.command()


def test_a_peer_that_says_too_little_is_given_up_in_time(lines):
    near, far = lines
    far.until = time.monotonic() + 0.3
    done = threading.Event()

    def drip() -> None:
        while not done.wait(0.02):
            near.write(b"\1")

    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        with pytest.raises(Silent):
            far._read(10_000)
    finally:
        done.set()
        dripping.join()


def test_a_peer_that_lets_a_pdu_drip_is_given_up(lines):
    """Each byte would begin the silence again, and a few such peers would hold every place."""
    near, far = lines
    far.silence_s = 0.2
    done = threading.Event()

    def drip() -> None:
        while not done.wait(0.05):
            near.write(b"\1")

    near.write(wire.PDU.pack(wire.Kind.DATA, 100))
    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        with pytest.raises(Silent, match="too slowly"):
            far.read_pdu(1000)
    finally:
        done.set()
        dripping.join()


def test_an_abort_is_told_from_a_connection_that_ended(lines):
    near, far = lines
    near.abort()
    with pytest.raises(wire.Aborted, match="Far aborted"):
        far.command()


def test_a_connection_that_ended_is_a_sentence(lines):
    near, far = lines
    near.close()
    with pytest.raises(Lost, match="ended the connection"):
        far.command()


def test_it_is_known_whether_another_message_may_follow(lines):
    near, far = lines
    near.send(1, STORE, b"data")
    near.write(wire.PDU.pack(wire.Kind.DATA, 20) + b"half")
    far.command()
    assert not far.at_rest, "the dataset has not been read"
    assert b"".join(far.dataset()) == b"data"
    assert far.at_rest
    far.silence_s = 0.1
    with pytest.raises(Silent):
        far.command()
    assert not far.at_rest


def test_nagle_does_not_hold_back_what_is_sent(lines):
    for end in lines:
        assert end._connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


# --- negotiation ------------------------------------------------------------------------------


def test_pynetdicom_agrees_to_what_it_supports():
    ae = ApplicationEntity(AET)
    ae.add_supported_context(UID(PET), list(UNCOMPRESSED))
    running = ae.start_server((HOST, 0), block=False)
    assert running is not None
    try:
        proposals = [
            Proposal("1.2.840.10008.5.1.4.1.1.2", UNCOMPRESSED),
            Proposal(PET, ("1.2.840.10008.1.2.5",)),
            Proposal(PET, UNCOMPRESSED),
        ]
        line, refusals = wire.open_line(entry(running.server_address[1]), proposals)
        assert line.contexts == {5: (PET, UNCOMPRESSED[0])}
        assert refusals == {1: wire.Refusal.CLASS, 3: wire.Refusal.SYNTAX}
        line.release()
    finally:
        running.shutdown()


def test_pynetdicom_is_accepted_with_what_is_supported():
    names: list[str] = []

    def play(line: Line) -> None:
        names.extend(sop_class for sop_class, _ in line.contexts.values())
        assert line.command() is None
        line.released()

    with scripted(play, [Proposal(PET, UNCOMPRESSED)]) as server:
        ae = ApplicationEntity("CLIENT")
        ae.add_requested_context(UID(PET))
        ae.add_requested_context(UID("1.2.840.10008.1.1"))
        association = ae.associate(HOST, server.port, ae_title=AET)
        assert association.is_established
        assert [c.abstract_syntax for c in association.accepted_contexts] == [PET]
        association.release()
    assert names == [PET]


def test_something_that_is_not_dicom_is_a_sentence():
    def serve(connection: socket.socket) -> None:
        with connection:
            connection.recv(1000)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with (
        connecting(serve) as port,
        pytest.raises(PacsError, match="Something other than a DICOM server") as raised,
    ):
        wire.open_line(entry(port), [Proposal(PET, UNCOMPRESSED)])
    assert not wire.is_passing(raised.value)


@pytest.mark.parametrize(
    ("answer", "passing"),
    [
        (wire.Reject.CONGESTION.pdu, True),
        (wire.Reject.CALLING.pdu, False),
        (b"", True),
        (wire.PDU.pack(wire.Kind.ABORT, 4) + bytes(4), True),
        (wire.PDU.pack(wire.Kind.ASSOCIATE_AC, 4) + bytes(4), False),
    ],
    ids=["congestion", "rejection", "hung up", "abort", "nonsense"],
)
def test_it_is_known_whether_trying_again_may_help(answer, passing):
    def serve(connection: socket.socket) -> None:
        with connection:
            connection.recv(10_000)
            connection.sendall(answer)

    with connecting(serve) as port, pytest.raises(PacsError) as raised:
        wire.open_line(entry(port), [Proposal(PET, UNCOMPRESSED)])
    assert wire.is_passing(raised.value) is passing
    assert str(raised.value).endswith(".")


@FEW
@given(data=st.binary(min_size=68, max_size=400))
def test_a_request_that_makes_no_sense_is_a_sentence(data):
    near, far = socket.socketpair()
    line = _unix_line(far)
    near.sendall(wire.PDU.pack(wire.Kind.ASSOCIATE_RQ, len(data)) + data)
    near.close()

    def negotiate() -> None:
        wire.accept(line, wire.read_request(line), [Proposal(PET, UNCOMPRESSED)])
        line.command()

    assert complaint(negotiate).endswith(".")
    line.close()
