"""Sending: what arrives is what was sent, and what did not arrive is never counted."""

import socket
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
)
from pynetdicom.presentation import AllStoragePresentationContexts

from station.dicom.network import wire
from station.dicom.network.association import Patience
from station.dicom.network.store import Sending, _encoded_as, outgoing, send
from station.errors import Cancelled, DicomError
from station.pacs import Failure, PacsError, Server, Traffic, unwatched
from tests.dicom.network.faulty import HURRIED, PET, UNCOMPRESSED, connecting, scripted, storing
from tests.dicom.network.faulty import server as entry
from tests.dicom.network.instances import content, instance, written
from tests.dicom.synthetic import ramp, uid, write_series
from tests.peers import dcmtk

STORAGE = [wire.Proposal(PET, UNCOMPRESSED)]
SYNTAXES = [
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    ExplicitVRBigEndian,
    DeflatedExplicitVRLittleEndian,
    RLELossless,
    JPEGLSLossless,
    JPEG2000Lossless,
]
NO_ANSWER = replace(HURRIED, answer_s=0.3)
"""For a server that never answers: no answer can come too late"""


class Heard:
    """What `told` was called with."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Failure | None]] = []

    def __call__(self, sop_uid: str, failure: Failure | None) -> None:
        self.calls.append((sop_uid, failure))

    @property
    def stored(self) -> list[str]:
        return [sop_uid for sop_uid, failure in self.calls if failure is None]

    @property
    def reasons(self) -> list[str]:
        return [failure.reason for _, failure in self.calls if failure is not None]


def sent(
    server: Server, files: Sequence[Path], patience: Patience = HURRIED
) -> tuple[Sending, Heard]:
    heard = Heard()
    return send(server, files, heard, patience=patience), heard


def dcmtk_entry(peer: dcmtk.Dcmtk) -> Server:
    return entry(peer.port, host=peer.host, called_aet=peer.aet)


def received(peer: dcmtk.Dcmtk) -> list[Path]:
    return sorted(peer.folder.iterdir())


@pytest.mark.simulated
@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.keyword)
def test_an_instance_arrives_in_the_encoding_it_has_in_its_file(tmp_path, syntax: UID):
    files = write_series(tmp_path / "in", ramp(3, 32, 32), syntax=syntax)
    with dcmtk.store(tmp_path, "+xa", "-B") as peer:  # as it came, bit for bit
        sending, heard = sent(dcmtk_entry(peer), files)
        assert (sending.stored, sending.failed, sending.notes) == (3, (), ())
        assert len(heard.stored) == len(set(heard.stored)) == 3
        ours = {dcmread(path).SOPInstanceUID: dcmread(path) for path in files}
        theirs = {dcmread(path).SOPInstanceUID: dcmread(path) for path in received(peer)}
    assert theirs == ours
    assert {file.file_meta.TransferSyntaxUID for file in theirs.values()} == {syntax}


@pytest.mark.simulated
@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.keyword)
def test_a_server_that_knows_one_encoding_gets_the_same_pixels_in_it(tmp_path, syntax: UID):
    values = ramp(2, 32, 32)
    files = write_series(tmp_path / "in", values, syntax=syntax)
    with dcmtk.store(tmp_path, "+xi") as peer:  # implicit VR little endian only
        sending, _ = sent(dcmtk_entry(peer), files)
        arrived = sorted((dcmread(path) for path in received(peer)), key=lambda d: d.InstanceNumber)
    assert sending.failed == ()
    assert np.array_equal([dataset.pixel_array for dataset in arrived], values)
    assert [d.SOPInstanceUID for d in arrived] == [uid("study", "series", i) for i in range(2)]


def test_a_file_without_a_header_is_sent_as_well(tmp_path):
    files = write_series(tmp_path, ramp(2), preamble=False)
    pixels: list[bytes] = []

    def keep(event) -> int:
        pixels.append(event.dataset.PixelData)
        return 0

    with storing(keep) as server:
        sending, _ = sent(server, files)
    assert sending.stored == 2
    assert pixels == [slice_.astype("<i2").tobytes() for slice_ in ramp(2)]


def test_a_server_that_takes_only_other_encodings_costs_each_instance_a_sentence(tmp_path):
    files = written(tmp_path, 2)
    with storing(lambda event: 0, syntaxes=[JPEG2000Lossless]) as server:
        sending, heard = sent(server, files)
    assert sending.stored == 0
    assert len(heard.calls) == 2
    assert all("encodings that Station cannot send" in reason for reason in heard.reasons)


def test_a_server_that_does_not_store_a_class_costs_its_instances_a_sentence(tmp_path):
    good, bad = written(tmp_path, 1)[0], tmp_path / "ct.dcm"
    bad.write_bytes(content(instance(1, modality="CT", series="CT")))
    with storing(lambda event: 0) as server:
        sending, heard = sent(server, [bad, good])
    assert sending.stored == 1
    (reason,) = heard.reasons
    assert "does not store CT Image Storage" in reason


def test_more_classes_than_an_association_has_room_for_go_over_several(tmp_path):
    classes = [str(context.abstract_syntax) for context in AllStoragePresentationContexts[:70]]
    files: list[Path] = []
    for number, sop_class in enumerate(classes):
        dataset = instance(number)
        dataset.SOPClassUID = sop_class
        files.append(tmp_path / f"{number}.dcm")
        files[-1].write_bytes(content(dataset))
    associations: set[object] = set()

    def count(event) -> int:
        associations.add(event.assoc)
        return 0

    with storing(count, classes) as server:
        sending, _ = sent(server, files)
    assert (sending.stored, sending.failed) == (70, ())
    assert len(associations) == 2


def test_copies_are_sent_once(tmp_path):
    (path,) = written(tmp_path, 1)
    copy = tmp_path / "copy.dcm"
    copy.write_bytes(path.read_bytes())
    with storing(lambda event: 0) as server:
        sending, heard = sent(server, [path, copy])
    assert (sending.stored, sending.failed) == (1, ())
    assert len(heard.calls) == 1


def test_files_of_one_uid_that_differ_are_not_sent(tmp_path):
    (path,) = written(tmp_path, 1)
    other = instance(1)
    other.PatientWeight = "71"
    (tmp_path / "other.dcm").write_bytes(content(other))
    instances, (failure,) = outgoing([path, tmp_path / "other.dcm"])
    assert instances == ()
    assert failure.sop_uid == str(instance(1).SOPInstanceUID)
    assert "PET-1.dcm and other.dcm have the same SOP instance UID but differ" in failure.reason


@pytest.mark.parametrize(
    ("name", "bytes_", "reason"),
    [
        ("text.dcm", b"Not an image.\n" * 40, "not a DICOM file"),
        ("empty.dcm", b"", "not a DICOM file"),
        ("cut.dcm", content(instance(1))[:180], "not a DICOM file"),
    ],
)
def test_a_file_that_cannot_be_sent_has_a_sentence(tmp_path, name, bytes_, reason):
    (tmp_path / name).write_bytes(bytes_)
    instances, (failure,) = outgoing([tmp_path / name])
    assert instances == ()
    assert reason in failure.reason
    assert failure.reason.startswith(name)


def test_a_file_that_is_missing_has_a_sentence(tmp_path):
    _, (failure,) = outgoing([tmp_path / "gone.dcm"])
    assert "gone.dcm cannot be read: No such file" in failure.reason


def test_a_dicomdir_is_not_sent(tmp_path):
    dataset = instance(1)
    dataset.SOPClassUID = "1.2.840.10008.1.3.10"
    (tmp_path / "DICOMDIR").write_bytes(content(dataset))
    _, (failure,) = outgoing([tmp_path / "DICOMDIR"])
    assert "the index of a medium" in failure.reason


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The file of a good instance."""
    return content(instance(1))


@settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    damage=st.lists(
        st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6
    ),
    share=st.floats(0.0, 1.0),
    syntax=st.sampled_from([str(ExplicitVRLittleEndian), str(ImplicitVRLittleEndian)]),
)
def test_a_hostile_file_is_an_instance_or_a_sentence(tmp_path, whole, damage, share, syntax):
    data = bytearray(whole)
    for place, replacement in damage:
        start = 128 + int(place * (len(data) - 128))
        data[start : start + len(replacement)] = replacement
    (tmp_path / "hostile.dcm").write_bytes(data[: int(share * len(data))])
    instances, failed = outgoing([tmp_path / "hostile.dcm"])
    assert len(instances) + len(failed) == 1
    for failure in failed:
        assert failure.reason.endswith(".")
    for one in instances:
        try:
            _encoded_as(one, syntax)
        except DicomError as error:
            sentence = str(error)
            assert sentence.endswith("it was not sent.")


def test_a_damaged_file_does_not_stop_the_others(tmp_path):
    files = written(tmp_path, 2)
    (tmp_path / "bad.dcm").write_bytes(b"nothing")
    with storing(lambda event: 0) as server:
        sending, heard = sent(server, [files[0], tmp_path / "bad.dcm", files[1]])
    assert sending.stored == 2
    assert [failure.sop_uid for failure in sending.failed] == [""]
    assert len(heard.calls) == 3


# --- what servers answer ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0xA700, "out of resources"),
        (0xA900, "do not match"),
        (0xC123, "could not understand"),
        (0x0122, "does not support this kind of object"),
    ],
)
def test_a_failure_status_is_a_sentence(tmp_path, status, words):
    with storing(lambda event: status) as server:
        sending, heard = sent(server, written(tmp_path, 1))
    assert sending.stored == 0
    assert words in heard.reasons[0]
    assert f"{status:04X}" in heard.reasons[0]


@pytest.mark.parametrize("status", [0xB000, 0xB006, 0xB007])
def test_a_warning_is_stored_with_a_note(tmp_path, status):
    with storing(lambda event: status) as server:
        sending, heard = sent(server, written(tmp_path, 1))
    assert (sending.stored, sending.failed) == (1, ())
    assert len(heard.stored) == 1
    assert f"{status:04X}" in sending.notes[0].reason


def answering(
    change: Callable[[dict[wire.Tag, int | str], int], dict[wire.Tag, int | str] | None],
) -> Callable[[wire.Line], None]:
    """A storage server whose answers are changed; None: it gives none, and says no more."""
    counted = iter(range(1, 10_000))

    def play(line: wire.Line) -> None:
        while (command := line.command()) is not None:
            for _ in line.dataset():
                pass
            answer = change(
                {
                    wire.Tag.AFFECTED_CLASS: PET,
                    wire.Tag.COMMAND: wire.Verb.C_STORE | wire.ANSWER,
                    wire.Tag.ANSWERED_ID: command.number(wire.Tag.MESSAGE_ID),
                    wire.Tag.STATUS: 0,
                    wire.Tag.AFFECTED_INSTANCE: command.text(wire.Tag.AFFECTED_INSTANCE),
                },
                next(counted),
            )
            if answer is None:
                line.read_pdu(wire.MAX_PDU_BYTES)
            else:
                line.send(command.context, answer)
        line.released()

    return play


def test_an_empty_status_is_tried_once_more_and_never_counted(tmp_path):
    seen = Counter[str]()

    def without_status(answer, number):
        seen["answers"] += 1
        return {tag: value for tag, value in answer.items() if tag != wire.Tag.STATUS}

    with scripted(answering(without_status), STORAGE) as server:
        sending, heard = sent(server, written(tmp_path, 1))
    assert sending.stored == 0
    assert seen["answers"] == 2
    assert "gave no proper answer" in heard.reasons[0]


def test_an_empty_status_that_does_not_come_again_costs_nothing(tmp_path):
    def once_without(answer, number):
        return answer if number != 2 else {**answer, wire.Tag.ANSWERED_ID: 999}

    with scripted(answering(once_without), STORAGE) as server:
        sending, heard = sent(server, written(tmp_path, 3))
    assert (sending.stored, sending.failed) == (3, ())
    assert len(heard.calls) == len(set(heard.stored)) == 3


def test_an_answer_about_another_instance_is_not_counted(tmp_path):
    def about_another(answer, number):
        return {**answer, wire.Tag.AFFECTED_INSTANCE: "1.2.3"}

    with scripted(answering(about_another), STORAGE) as server:
        sending, _ = sent(server, written(tmp_path, 1))
    assert sending.stored == 0


def test_a_stalled_server_is_given_up_after_its_silence(tmp_path):
    with scripted(answering(lambda answer, number: None), STORAGE) as server:
        sending, heard = sent(server, written(tmp_path, 1), NO_ANSWER)
    assert sending.stored == 0
    assert "did not answer for" in heard.reasons[0]


def test_a_server_that_is_silent_to_everything_is_given_up_for_all_that_waits(tmp_path):
    with scripted(answering(lambda answer, number: None), STORAGE) as server:
        sending, heard = sent(server, written(tmp_path, 40), NO_ANSWER)
    assert sending.stored == 0
    assert len(heard.reasons) == 40


def test_what_an_abort_left_is_sent_on_a_new_association(tmp_path):
    files = written(tmp_path, 12)
    kept = Counter[str]()
    calls = iter(range(1, 1000))

    def abort_often(event) -> int:
        if next(calls) % 4 == 0:
            event.assoc.abort()
            return 0
        kept[event.request.AffectedSOPInstanceUID] += 1
        return 0

    with storing(abort_often) as server:
        sending, heard = sent(server, files)
    assert (sending.stored, sending.failed) == (12, ())
    assert len(heard.calls) == len(set(heard.stored)) == 12
    assert set(kept) == set(heard.stored)


def test_a_server_that_always_aborts_is_given_up(tmp_path):
    def abort(event) -> int:
        event.assoc.abort()
        return 0

    with storing(abort) as server:
        sending, heard = sent(server, written(tmp_path, 30))
    assert sending.stored == 0
    assert len(heard.reasons) == 30
    assert "in the middle" in heard.reasons[0] or "aborted" in heard.reasons[0]


def test_a_server_that_sends_nonsense_is_given_up(tmp_path):
    def play(line: wire.Line) -> None:
        line.command()
        line.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with scripted(play, STORAGE) as server:
        sending, heard = sent(server, written(tmp_path, 1))
    assert sending.stored == 0
    assert len(heard.reasons) == 1


def test_a_server_that_is_too_busy_is_asked_again(tmp_path):
    refused = iter([True, False])

    def serve(connection: socket.socket) -> None:
        line = wire.Line(connection, "the client", 10.0)
        asked = wire.read_request(line)
        if next(refused):
            line.write(wire.Reject.CONGESTION.pdu)
        else:
            wire.accept(line, asked, STORAGE)
            answering(lambda answer, number: answer)(line)
        line.close()

    with connecting(serve) as port:
        sending, _ = sent(entry(port), written(tmp_path, 1))
    assert (sending.stored, sending.failed) == (1, ())


# --- nothing can be sent ----------------------------------------------------------------------


def test_a_port_at_which_nothing_listens_is_a_sentence(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(PacsError, match="nothing listens"):
        sent(entry(port), written(tmp_path, 1))


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (wire.Reject.CALLED, "does not know itself by the AE title"),
        (wire.Reject.CALLING, "the AE title that Station uses"),
    ],
)
def test_a_rejected_association_is_a_sentence(tmp_path, why, words):
    def serve(connection: socket.socket) -> None:
        line = wire.Line(connection, "the client", 10.0)
        wire.read_request(line)
        line.write(why.pdu)
        line.close()

    with connecting(serve) as port, pytest.raises(PacsError, match=words):
        sent(entry(port), written(tmp_path, 1))


def test_a_transfer_that_is_cancelled_stops_between_two_instances(tmp_path):
    heard = Heard()

    def stop_after_two(traffic: Traffic) -> None:
        if traffic.done == 2:
            raise Cancelled

    with storing(lambda event: 0) as server, pytest.raises(Cancelled):
        send(server, written(tmp_path, 5), heard, stop_after_two, HURRIED)
    assert len(heard.stored) == 2


def test_a_transfer_is_cancelled_while_the_server_is_silent(tmp_path):
    waiting = threading.Event()

    def silent(answer, number):
        waiting.set()

    def stop(traffic: Traffic) -> None:
        if waiting.is_set():
            raise Cancelled

    with scripted(answering(silent), STORAGE) as server, pytest.raises(Cancelled):
        send(server, written(tmp_path, 1), Heard(), stop)


def test_traffic_counts_what_was_stored(tmp_path):
    seen: list[Traffic] = []
    with storing(lambda event: 0) as server:
        send(server, written(tmp_path, 3), Heard(), seen.append, HURRIED)
    assert [traffic.done for traffic in seen if traffic.done][-1] == 3
    assert seen[-1].wanted == 3
    assert seen[-1].bytes > 3 * 128
    assert unwatched(seen[-1]) is None
