"""DICOMweb with a server that hangs up, cuts, refuses, is busy and lies at random: nothing is lost,
and nothing is counted twice."""

import random
from io import BytesIO
from pathlib import Path

import pytest
from pydicom import dcmread

from station.dicom.network import web, web_store
from station.dicom.network.association import Patience
from station.dicom.network.inbox import Inbox, Kept
from station.dicom.network.multipart import boundary_of, parts
from station.pacs import Failure, PacsError, RemoteInstance
from tests.dicom.network.web_server import (
    MULTIPART,
    Asked,
    answering,
    instance,
    multipart,
    refused,
    stored,
)
from tests.made_up import studies

pytestmark = pytest.mark.simulated

ROUNDS = 200
"""After which something is taken to be lost; a few are needed"""
PATIENCE = Patience(connect_s=5, answer_s=5)


@pytest.fixture(scope="module")
def slices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("slices")
    studies.write_pet(folder, "WB AC", 4.0)
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {str(dcmread(BytesIO(content)).SOPInstanceUID): content for content in contents}


class Moody:
    """Answers rightly or not, as the dice fall; `there` is what it has."""

    def __init__(self, seed: int, there: dict[str, bytes]) -> None:
        self.dice = random.Random(seed)
        self.there = there

    def __call__(self, asked: Asked) -> None:
        mood = self.dice.randrange(8)
        if mood == 0:
            asked.raw(b"")
        elif mood == 1:
            asked.answer(self.dice.choice([500, 502, 503, 504, 429]), Retry_After="0")
        elif mood == 2:
            asked.answer(200, b"<html>", "text/html")
        elif asked.verb == "POST":
            self.take(asked, mood)
        elif asked.path.endswith("/instances"):
            start = int(asked.query.get("offset", ["0"])[0])
            asked.json(*[instance(uid) for uid in sorted(self.there)][start:])
        elif asked.path == "/studies":
            asked.json()
        else:
            self.give(asked, mood)

    def give(self, asked: Asked, mood: int) -> None:
        uid = asked.path.rpartition("/")[2]
        contents = [self.there[uid]] if uid in self.there else list(self.there.values())
        if mood == 3:
            contents = self.dice.sample(contents, self.dice.randrange(len(contents) + 1))
        if mood == 4:
            contents = contents * 2
        body = multipart(*contents)
        if mood == 5:
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {MULTIPART}\r\nContent-Length: {len(body)}"
            asked.raw(f"{head}\r\n\r\n".encode() + body[: self.dice.randrange(len(body))])
        else:
            asked.answer(200, body, MULTIPART)

    def take(self, asked: Asked, mood: int) -> None:
        boundary = boundary_of(asked.headers["content-type"])
        came = {
            str(dcmread(BytesIO(content)).SOPInstanceUID): content
            for content in parts([asked.body], boundary, 10**8)
        }
        if mood == 3:  # it takes some, and says so
            took = set(self.dice.sample(sorted(came), self.dice.randrange(len(came) + 1)))
            self.there.update({uid: came[uid] for uid in took})
            asked.json(stored(*took), refused(0xA700, *(came.keys() - took)), status=202)
        elif mood == 4:  # it takes some, and says nothing
            self.there.update(list(came.items())[::2])
            asked.answer(200)
        elif mood == 5:  # it takes some, and hangs up
            self.there.update(list(came.items())[1::2])
            asked.raw(b"")
        else:
            self.there.update(came)
            asked.json(stored(*came))


@pytest.mark.parametrize("seed", range(5))
def test_fetching_until_nothing_is_missing_gets_everything_once(
    slices: dict[str, bytes], tmp_path: Path, seed: int
) -> None:
    study_uid = str(dcmread(BytesIO(next(iter(slices.values())))).StudyInstanceUID)
    (tmp_path / "in").mkdir()
    inbox, came = Inbox(tmp_path / "in"), list[Kept]()
    with answering(Moody(seed, slices)) as it:
        for _ in range(ROUNDS):
            missing = [
                RemoteInstance(uid, "", "1.2.3")
                for uid in slices.keys() - {k.sop_uid for k in came}
            ]
            if not missing:
                break
            before = len(came)
            try:
                failed = web.retrieve(
                    it.server, None, study_uid, missing, inbox, came.append, patience=PATIENCE
                )
            except PacsError:
                continue
            assert len(came) - before + len(failed) == len(missing), "each is accounted for"
    assert sorted(kept.sop_uid for kept in came) == sorted(slices)
    assert {path.read_bytes() for path in inbox.folder.iterdir()} == set(slices.values())


@pytest.mark.parametrize("seed", range(5))
def test_sending_until_nothing_is_missing_stores_everything(
    slices: dict[str, bytes], tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_store, "BATCH", 7)
    for uid, content in slices.items():
        (tmp_path / uid).write_bytes(content)
    there: dict[str, bytes] = {}
    done: set[str] = set()
    with answering(Moody(seed, there)) as it:
        for _ in range(ROUNDS):
            missing = [tmp_path / uid for uid in slices.keys() - done]
            if not missing:
                break
            heard: dict[str, Failure | None] = {}
            try:
                web_store.send(it.server, None, missing, heard.__setitem__, patience=PATIENCE)
            except PacsError:
                assert heard == {}
                continue
            assert heard.keys() == {path.name for path in missing}, "each is accounted for"
            done |= {uid for uid, failure in heard.items() if failure is None}
            assert done <= there.keys(), "what is stored is there"
    assert there == slices
