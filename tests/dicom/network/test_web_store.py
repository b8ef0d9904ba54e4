"""STOW-RS: what was sent is counted once, and stored only if the server says or lists it."""

import json
import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from pydicom import dcmread

from station.dicom.network import web, web_store
from station.dicom.network.association import Patience
from station.dicom.network.multipart import boundary_of, parts
from station.dicom.network.store import Sending
from station.errors import Cancelled
from station.pacs import Failure, PacsError, Query, Server, SignIn, Traffic
from tests.dicom.network.web_server import Asked, answering, instance, refused, stored
from tests.made_up import studies
from tests.peers.orthanc import Orthanc

pytestmark = pytest.mark.simulated

SECRET = "0pen-sesame"
SHORT = Patience(connect_s=5, answer_s=0.5)


@dataclass
class Told:
    """What a sender tells of each instance."""

    of: dict[str, Failure | None] = field(default_factory=dict)

    def __call__(self, sop_uid: str, failure: Failure | None) -> None:
        assert sop_uid not in self.of, "each is told once"
        self.of[sop_uid] = failure


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def slices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of one PET series, by their SOP instance UIDs."""
    folder = tmp_path_factory.mktemp("slices")
    studies.write_pet(folder, "WB AC", 4.0)
    return {str(dcmread(path).SOPInstanceUID): path for path in files(folder)}


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_store, "BATCH", 10)


def sent_uids(asked: Asked) -> list[str]:
    """Of the instances in a request, which is taken apart by the rules of a server."""
    boundary = boundary_of(asked.headers["content-type"])
    contents = parts([asked.body], boundary, 10**8)
    return [str(dcmread(BytesIO(content)).SOPInstanceUID) for content in contents]


def taking(
    answer: Callable[[Asked, list[str]], None], listed: Callable[[], set[str]] = set
) -> Callable[[Asked], None]:
    """A server that lists `listed`, and answers what is stored by `answer`."""

    def respond(asked: Asked) -> None:
        if asked.verb == "POST":
            answer(asked, sent_uids(asked))
        elif asked.path.endswith("/instances"):
            start = int(asked.query.get("offset", ["0"])[0])
            asked.json(*[instance(uid) for uid in sorted(listed())][start:])
        else:
            asked.json()

    return respond


def sending(server: Server, slices: dict[str, Path]) -> tuple[Sending, Told]:
    told = Told()
    came = web_store.send(server, None, list(slices.values()), told, patience=SHORT)
    assert told.of.keys() == slices.keys()
    assert came.stored == [*told.of.values()].count(None)
    return came, told


# --- Orthanc ----------------------------------------------------------------------------------


def test_what_is_sent_is_there_to_the_byte(orthanc: Orthanc, pair: Path) -> None:
    server = Server("Archive", orthanc.host, web_url=orthanc.web_url)
    told, seen = Told(), list[Traffic]()
    came = web_store.send(server, None, files(pair), told, seen.append)
    assert (came.stored, came.failed, came.notes) == (68, (), ())
    assert orthanc.sop_uids() == told.of.keys()
    [found] = web.find_studies(server, None, Query()).studies
    assert found.instances == 68
    assert (seen[-1].done, seen[-1].wanted) == (68, 68)
    assert seen[-1].bytes == sum(path.stat().st_size for path in files(pair))
    again = web_store.send(server, None, files(pair), Told())
    assert again.stored == 68
    assert len(orthanc.sop_uids()) == 68, "nothing is doubled"


def test_what_orthanc_refuses_fails_alone(
    orthanc: Orthanc, slices: dict[str, Path], tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.dcm"
    damaged.write_bytes(b"not an image at all")
    server = Server("Archive", orthanc.host, web_url=orthanc.web_url)
    came = web_store.send(server, None, [damaged, *slices.values()], lambda uid, failure: None)
    assert came.stored == len(slices)
    [failure] = came.failed
    assert "damaged.dcm" in failure.reason


def test_a_dataset_without_a_file_header_is_sent_with_one(
    orthanc: Orthanc, slices: dict[str, Path], tmp_path: Path
) -> None:
    [uid, *_] = slices
    meta = dcmread(slices[uid]).file_meta
    start = 128 + len("DICM") + 12 + int(meta.FileMetaInformationGroupLength)  # PS3.10 7.1
    (tmp_path / "bare.dcm").write_bytes(slices[uid].read_bytes()[start:])
    server = Server("Archive", orthanc.host, web_url=orthanc.web_url)
    came = web_store.send(server, None, [tmp_path / "bare.dcm"], Told())
    assert (came.stored, came.failed) == (1, ())
    assert orthanc.sop_uids() == {uid}


# --- servers that are not right ---------------------------------------------------------------


def test_instances_travel_in_batches_of_a_known_length(slices: dict[str, Path]) -> None:
    def answer(asked: Asked, uids: list[str]) -> None:
        assert int(asked.headers["content-length"]) == len(asked.body)
        assert "transfer-encoding" not in asked.headers
        asked.json(stored(*uids))

    with answering(taking(answer)) as it:
        came, _ = sending(it.server, slices)
    assert came.stored == len(slices) == 24
    assert [len(sent_uids(asked)) for asked in it.asked if asked.verb == "POST"] == [10, 10, 4]


def test_what_a_server_says_of_each_instance_is_believed(slices: dict[str, Path]) -> None:
    def answer(asked: Asked, uids: list[str]) -> None:
        out_of_space, other_class, compressed, *rest = uids
        asked.json(
            refused(0xA700, out_of_space),
            refused(0x0122, other_class) | stored(*rest),
            refused(0xC122, compressed),
            status=202,
        )

    with answering(taking(answer)) as it:
        came, _ = sending(it.server, slices)
    reasons = [failure.reason for failure in came.failed]
    assert len(reasons) == 9, "three of each of three batches"
    assert "out of resources" in reasons[0]
    assert "(status A700)" in reasons[0]
    assert "does not support this kind of object" in reasons[1]
    assert "transfer syntax (status C122)" in reasons[2]


def test_a_conflict_fails_those_that_it_names(slices: dict[str, Path]) -> None:
    def answer(asked: Asked, uids: list[str]) -> None:
        asked.json(refused(0x0110, *uids), status=409)

    with answering(taking(answer)) as it:
        came, _ = sending(it.server, slices)
    assert came.stored == 0
    assert all("(status 0110)" in failure.reason for failure in came.failed)


def test_a_warning_is_told_and_a_duplicate_is_no_failure(slices: dict[str, Path]) -> None:
    def answer(asked: Asked, uids: list[str]) -> None:
        first, *rest = uids
        asked.json(refused(0x0111, first) | stored(*rest, warning=0xB006))

    with answering(taking(answer)) as it:
        came, _ = sending(it.server, slices)
    assert came.stored == len(slices)
    assert "it has an instance of this UID already" in came.notes[0].reason
    assert "it left elements out (status B006)" in came.notes[1].reason


@pytest.mark.parametrize("body", [b"", b"<NativeDicomModel/>", b"[]", b"{}"])
def test_a_server_that_says_nothing_is_asked_what_it_has(
    slices: dict[str, Path], body: bytes
) -> None:
    """It reports success, and keeps all but one of each request."""
    there: set[str] = set()

    def answer(asked: Asked, uids: list[str]) -> None:
        there.update(uids[1:])
        asked.answer(200, body, "application/dicom+xml" if body[:1] == b"<" else "application/json")

    with answering(taking(answer, lambda: there)) as it:
        came, told = sending(it.server, slices)
    assert {uid for uid, failure in told.of.items() if failure is None} == there
    assert len(came.failed) == 3
    assert "did not say that it stored it, and does not list it" in came.failed[0].reason


def test_a_request_that_is_too_large_is_sent_in_smaller_ones(slices: dict[str, Path]) -> None:
    def answer(asked: Asked, uids: list[str]) -> None:
        if len(uids) > 3:
            asked.answer(413)
        else:
            asked.json(stored(*uids))

    with answering(taking(answer)) as it:
        came, _ = sending(it.server, slices)
    assert came.stored == len(slices)
    with answering(taking(lambda asked, uids: asked.answer(413))) as it:
        came, _ = sending(it.server, slices)
    assert "Ask its administrator to raise the limit" in came.failed[0].reason


def test_what_a_broken_connection_left_is_sent_again(slices: dict[str, Path]) -> None:
    """The server keeps half of each large request, hangs up, and takes single instances."""
    there: set[str] = set()

    def answer(asked: Asked, uids: list[str]) -> None:
        if len(uids) > 1:
            there.update(uids[::2])
            asked.raw(b"")
        else:
            assert uids[0] not in there, "it has that already"
            there.update(uids)
            asked.json(stored(*uids))

    with answering(taking(answer, lambda: there)) as it:
        came, _ = sending(it.server, slices)
    assert came.stored == len(slices)
    assert there == slices.keys()


def test_a_server_that_dies_for_good_is_given_up(slices: dict[str, Path]) -> None:
    with answering(taking(lambda asked, uids: asked.raw(b""))) as it:
        came, _ = sending(it.server, slices)
    assert came.stored == 0
    assert all("closed the connection" in failure.reason for failure in came.failed)
    assert len([asked for asked in it.asked if asked.verb == "POST"]) == web_store.FRUITLESS


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (403, "does not allow Station the storing of instances"),
        (404, "has nothing at the address"),
        (415, "does not take the form in which Station sent"),
        (500, "Its log says why"),
        (507, "has no space left"),
    ],
)
def test_a_refusal_fails_every_instance_with_its_sentence(
    slices: dict[str, Path], status: int, words: str
) -> None:
    with answering(taking(lambda asked, uids: asked.answer(status, b"<html>", "text/html"))) as it:
        came, _ = sending(it.server, slices)
    assert {words in failure.reason for failure in came.failed} == {True}
    assert len(came.failed) == len(slices)


def test_who_may_not_sign_in_sends_nothing(slices: dict[str, Path]) -> None:
    def respond(asked: Asked) -> None:
        asked.answer(401, WWW_Authenticate="Bearer")

    told = Told()
    with answering(respond, sign_in=SignIn.BEARER) as it:
        with pytest.raises(PacsError, match="does not accept the token"):
            web_store.send(it.server, SECRET, list(slices.values()), told)
        assert [asked.verb for asked in it.asked] == ["GET"]
    assert told.of == {}


def test_a_server_that_only_takes_is_sent_to(slices: dict[str, Path]) -> None:
    def respond(asked: Asked) -> None:
        if asked.verb == "POST":
            asked.json(stored(*sent_uids(asked)))
        else:
            asked.answer(405)

    with answering(respond) as it:
        came, _ = sending(it.server, slices)
    assert came.stored == len(slices)


def test_a_file_that_changes_or_goes_is_left_out(slices: dict[str, Path], tmp_path: Path) -> None:
    copies = {uid: tmp_path / path.name for uid, path in slices.items()}
    for uid, path in slices.items():
        copies[uid].write_bytes(path.read_bytes())
    gone, longer, *_ = copies.values()

    def watch(traffic: Traffic) -> None:
        if gone.exists():
            gone.unlink()
            longer.write_bytes(longer.read_bytes() + b"more")

    with answering(taking(lambda asked, uids: asked.json(stored(*uids)))) as it:
        told = Told()
        came = web_store.send(it.server, None, list(copies.values()), told, watch, SHORT)
    assert came.stored == len(slices) - 1
    [failure] = came.failed
    assert failure.reason.startswith(f"{gone.name} c")


def test_sending_stops_when_it_is_asked_to(slices: dict[str, Path]) -> None:
    def stop(traffic: Traffic) -> None:
        if traffic.done >= 12:
            raise Cancelled

    told = Told()
    with (
        answering(taking(lambda asked, uids: asked.json(stored(*uids)))) as it,
        pytest.raises(Cancelled),
    ):
        web_store.send(it.server, None, list(slices.values()), told, stop, SHORT)
    assert len(told.of) == 12


@pytest.mark.parametrize(
    "item",
    [
        {"00081199": {"Value": "text"}},
        {"00081199": None},
        {"00081199": {"vr": "SQ", "Value": [None, 3, {"00081155": {"Value": [None, {}, "1.2"]}}]}},
        {"00081198": {"vr": "SQ", "Value": [{"00081155": {"Value": [["deep"]]}}]}},
        {"00081198": {"vr": "SQ", "Value": [{"00081197": {"Value": ["9" * 5000, -1]}}]}},
    ],
)
def test_a_hostile_answer_is_no_storing(slices: dict[str, Path], item: dict) -> None:
    with answering(taking(lambda asked, uids: asked.json(item))) as it:
        came, _ = sending(it.server, slices)
    assert came.stored == 0


def test_neither_names_nor_secrets_are_logged(
    slices: dict[str, Path], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def answer(asked: Asked, uids: list[str]) -> None:
        asked.answer(500, json.dumps({"Name": "Doe^Jane"}).encode())

    with answering(taking(answer), sign_in=SignIn.BEARER) as it:
        came = web_store.send(it.server, SECRET, list(slices.values()), Told())
        with pytest.raises(PacsError) as failed:
            web_store.send(it.server, f"{SECRET} and more", list(slices.values()), Told())
    said = "".join([*(failure.reason for failure in came.failed), caplog.text])
    said += "".join(traceback.format_exception(failed.value))
    assert "Doe" not in said
    assert SECRET not in said
