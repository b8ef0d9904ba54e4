"""DICOMweb: what a server has, and fetching it; Orthanc, and servers that are not right."""

import json
import logging
import re
import socket
import ssl
import threading
import traceback
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pydicom import dcmread

from station.dicom.network import inbox as inboxes
from station.dicom.network import web
from station.dicom.network.association import Patience
from station.dicom.network.inbox import Inbox, Kept
from station.dicom.network.tls import server_context
from station.errors import Cancelled
from station.pacs import (
    Failure,
    PacsError,
    Query,
    RemoteInstance,
    Server,
    SignIn,
    Tls,
    Traffic,
)
from tests.dicom.network.authority import DAY, Authority
from tests.dicom.network.web_server import (
    MULTIPART,
    Asked,
    WebServer,
    answering,
    element,
    instance,
    multipart,
    study,
)
from tests.made_up import studies
from tests.peers.front import encrypted
from tests.peers.orthanc import Orthanc, running

pytestmark = pytest.mark.simulated

SECRET = "0pen-sesame"
PLANTED = "Plantagenet"
SHORT = Patience(connect_s=5, answer_s=0.2)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def at(orthanc: Orthanc, **entry: object) -> Server:
    return replace(Server("Archive", orthanc.host, web_url=orthanc.web_url), **entry)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    (tmp_path / "in").mkdir()
    return Inbox(tmp_path / "in")


@pytest.fixture(scope="module")
def slices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of one PET series, by their SOP instance UIDs."""
    folder = tmp_path_factory.mktemp("slices")
    studies.write_pet(folder, "WB AC", 4.0)
    return {str(dcmread(path).SOPInstanceUID): path.read_bytes() for path in files(folder)}


@pytest.fixture(scope="module")
def study_uid(slices: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("one") / "one.dcm"
    path.write_bytes(next(iter(slices.values())))
    return str(dcmread(path).StudyInstanceUID)


# --- Orthanc ----------------------------------------------------------------------------------


def test_a_study_comes_as_it_is_stored(orthanc: Orthanc, pair: Path, inbox: Inbox) -> None:
    orthanc.take(*files(pair))
    server, came, seen = at(orthanc), list[Kept](), list[Traffic]()
    [found] = web.find_studies(server, None, Query()).studies
    assert (found.patient_id, found.patient_name, found.date) == (
        "SYN1",
        "Doe^Jane",
        date(2024, 3, 1),
    )
    assert (set(found.modalities), found.series, found.instances) == ({"CT", "PT"}, 3, 68)
    series = web.find_series(server, None, found.study_uid)
    assert [one.number for one in series] == [2, 4, 5]
    assert [one.instances for one in series] == [20, 24, 24]
    wanted = web.find_instances(server, None, found.study_uid)
    assert {one.sop_uid for one in wanted} == orthanc.sop_uids()
    failed = web.retrieve(server, None, found.study_uid, wanted, inbox, came.append, seen.append)
    assert failed == ()
    assert {path.read_bytes() for path in files(inbox.folder)} == {
        path.read_bytes() for path in files(pair)
    }
    assert len(came) == 68
    assert (seen[-1].done, seen[-1].wanted) == (68, 68)
    assert seen[-1].bytes == sum(path.stat().st_size for path in files(pair))


def test_one_series_is_listed_and_fetched_alone(orthanc: Orthanc, pair: Path, inbox: Inbox) -> None:
    orthanc.take(*files(pair))
    server = at(orthanc)
    [found] = web.find_studies(server, None, Query(modality="CT")).studies
    [ct, *_] = web.find_series(server, None, found.study_uid)
    wanted = web.find_instances(server, None, found.study_uid, [ct.series_uid])
    assert len(wanted) == 20
    assert {one.series_uid for one in wanted} == {ct.series_uid}
    assert web.retrieve(server, None, found.study_uid, wanted, inbox) == ()
    assert len(files(inbox.folder)) == 20


FOUND: Mapping[Query, set[str]] = {
    Query(): {"Doe^Jane", "Roe^Richard"},
    Query(name="roe"): {"Roe^Richard"},
    Query(name="ROE rich"): {"Roe^Richard"},
    Query(name="richard roe"): {"Roe^Richard"},
    Query(name="oe"): set(),
    Query(name="d"): {"Doe^Jane"},
    Query(patient_id="SYN2"): {"Roe^Richard"},
    Query(patient_id="SYN*"): {"Doe^Jane", "Roe^Richard"},
    Query(modality="ct"): {"Doe^Jane"},
    Query(accession="A1"): {"Doe^Jane", "Roe^Richard"},
    Query(since=date(2024, 3, 1), until=date(2024, 3, 1)): {"Doe^Jane", "Roe^Richard"},
    Query(since=date(2024, 3, 2)): set(),
    Query(until=date(2024, 2, 29)): set(),
}


def test_what_is_looked_for_is_found(orthanc: Orthanc, pair: Path, other_patient: Path) -> None:
    orthanc.take(*files(pair), *files(other_patient))
    for query, names in FOUND.items():
        found = web.find_studies(at(orthanc), None, query)
        assert {one.patient_name for one in found.studies} == names, query
        assert not found.more


def test_a_name_that_orthanc_cannot_be_asked_for_is_found(orthanc: Orthanc, tmp_path: Path) -> None:
    name = "Müller^Änne"
    studies.write_pet(tmp_path, "WB AC", 4.0, SpecificCharacterSet="ISO_IR 192", PatientName=name)
    orthanc.take(*files(tmp_path))
    for typed in ("müller", "MÜLLER", "änne m"):
        [found] = web.find_studies(at(orthanc), None, Query(name=typed)).studies
        assert found.patient_name == name


def test_more_studies_than_are_listed_are_said(
    orthanc: Orthanc, pair: Path, other_patient: Path
) -> None:
    orthanc.take(*files(pair), *files(other_patient))
    found = web.find_studies(at(orthanc), None, Query(), limit=1)
    assert len(found.studies) == 1
    assert found.more
    assert not web.find_studies(at(orthanc), None, Query(), limit=2).more


def test_what_the_server_lost_fails_alone(orthanc: Orthanc, pair: Path, inbox: Inbox) -> None:
    orthanc.take(*files(pair))
    server = at(orthanc)
    [found] = web.find_studies(server, None, Query()).studies
    wanted = web.find_instances(server, None, found.study_uid)
    lost = orthanc.ask("/instances?expand")[0]
    orthanc.ask(f"/instances/{lost['ID']}", method="DELETE")
    [failure] = web.retrieve(server, None, found.study_uid, wanted, inbox)
    assert failure.sop_uid == lost["MainDicomTags"]["SOPInstanceUID"]
    assert "has nothing at the address" in failure.reason
    assert len(files(inbox.folder)) == 67


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def test_a_password_signs_in(tmp_path: Path, other_patient: Path) -> None:
    users = {"reader": SECRET}
    with running(tmp_path / "o", AuthenticationEnabled=True, RegisteredUsers=users) as orthanc:
        orthanc.take(*files(other_patient))
        server = at(orthanc, sign_in=SignIn.BASIC, user="reader")
        web.check(server, SECRET)
        assert len(web.find_studies(server, SECRET, Query()).studies) == 1
        other = f"not-{SECRET}"
        with pytest.raises(PacsError, match='does not accept the password of "reader"') as refused:
            web.check(server, other)
        assert SECRET not in "".join(traceback.format_exception(refused.value))
        with pytest.raises(PacsError, match="wants a user and password"):
            web.check(at(orthanc), None)
        with pytest.raises(PacsError, match="has no password or token for Archive"):
            web.check(server, None)


def test_an_own_authority_and_a_client_certificate_are_used(
    orthanc: Orthanc, authority: Authority, other_patient: Path, inbox: Inbox
) -> None:
    own, client = authority.issue("orthanc"), authority.issue("client")
    orthanc.take(*files(other_patient))
    with encrypted(orthanc.http_port, server_context(own.certificate, own.key)) as port:
        url = f"https://127.0.0.1:{port}/dicom-web"
        server = at(orthanc, web_url=url, tls=Tls(authority.file))
        [found] = web.find_studies(server, None, Query()).studies
        wanted = web.find_instances(server, None, found.study_uid)
        assert web.retrieve(server, None, found.study_uid, wanted, inbox) == ()
        assert len(files(inbox.folder)) == len(files(other_patient))
        with pytest.raises(PacsError, match="not signed by an authority that is trusted here"):
            web.check(replace(server, tls=None), None)
    asking = server_context(own.certificate, own.key, client_ca=authority.file)
    with encrypted(orthanc.http_port, asking) as port:
        server = replace(server, web_url=f"https://127.0.0.1:{port}/dicom-web")
        shown = Tls(authority.file, client.certificate, client.key)
        web.check(replace(server, tls=shown), None)
        with pytest.raises(PacsError, match="a certificate of this computer"):
            web.check(server, None)


def test_a_server_that_was_killed_in_between_is_said(
    tmp_path: Path, other_patient: Path, inbox: Inbox
) -> None:
    with running(tmp_path / "o") as orthanc:
        orthanc.take(*files(other_patient))
        server = at(orthanc)
        [found] = web.find_studies(server, None, Query()).studies
        wanted = web.find_instances(server, None, found.study_uid)
        orthanc.kill()
        with pytest.raises(PacsError, match=r"closed the connection|refuses"):
            web.find_studies(server, None, Query())
        orthanc.start()
        assert web.retrieve(server, None, found.study_uid, wanted, inbox) == ()


# --- servers that are not right: listing ------------------------------------------------------


def json_for(*data_sets: object) -> Callable[[Asked], None]:
    return lambda asked: asked.json(*data_sets)


def test_a_secret_is_in_no_address_and_only_where_it_belongs() -> None:
    with answering(json_for(), sign_in=SignIn.BASIC, user="Jörg") as it:
        web.check(it.server, SECRET)
    [asked] = it.asked
    signed = asked.headers["authorization"].removeprefix("Basic ")
    assert b64decode(signed).decode() == f"Jörg:{SECRET}"
    assert SECRET not in asked.handler.path
    with answering(json_for(), sign_in=SignIn.BEARER) as it:
        web.check(it.server, SECRET)
    assert it.asked[0].headers["authorization"] == f"Bearer {SECRET}"
    with answering(json_for()) as it:
        web.check(it.server, SECRET)
    assert "authorization" not in it.asked[0].headers


@pytest.mark.parametrize("secret", ["two words", "line\nbreak", "umläut", " "])
def test_what_is_not_a_token_is_refused_before_it_is_sent(secret: str) -> None:
    with answering(json_for(), sign_in=SignIn.BEARER) as it:
        with pytest.raises(PacsError, match="token") as refused:
            web.check(it.server, secret)
        assert it.asked == []
    if secret.strip():
        assert secret not in str(refused.value)


def test_names_and_secrets_are_in_no_log_and_no_error(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    planted = Query(patient_id=f"ID-{PLANTED}", name=PLANTED)

    def respond(asked: Asked) -> None:
        asked.answer(500, f"{PLANTED} {SECRET}".encode(), "text/plain")

    with answering(respond, sign_in=SignIn.BASIC, user="reader") as it:
        with pytest.raises(PacsError, match="failed in the middle of a search") as failed:
            web.find_studies(it.server, SECRET, planted)
        assert PLANTED in it.asked[0].query["00100010"][0]
    gone = it.server
    with pytest.raises(PacsError, match="refuses connections") as refused:
        web.find_studies(gone, SECRET, planted)
    for error in (failed.value, refused.value):
        shown = "".join(traceback.format_exception(error))
        assert PLANTED not in shown
        assert SECRET not in shown
    assert PLANTED not in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("status", "headers", "words"),
    [
        (401, {"WWW_Authenticate": "Bearer realm=x"}, "wants a token"),
        (401, {}, "wants that Station signs in"),
        (403, {}, "does not allow Station a search"),
        (404, {}, r"Check the root address of its DICOMweb services \(http"),
        (405, {}, "does not offer"),
        (406, {}, "in a form that Station reads"),
        (407, {}, "proxy before"),
        (413, {}, "too large"),
        (415, {}, "does not take the form"),
        (418, {}, r"refused a search for studies \(HTTP 418\)"),
        (429, {}, "too busy for a search for studies. Try again later"),
        (503, {"Retry_After": "3600"}, "Try again in 3600 s, as it asks"),
        (503, {"Retry_After": "Fri, 31 Dec 2027 23:59:59 GMT"}, "Try again later"),
        (500, {}, r"\(HTTP 500\). Its log says why"),
        (502, {}, "A proxy before"),
        (504, {}, "waited for it in vain"),
        (302, {"Location": "https://login.example/?next=x"}, "at login.example. If that is a page"),
        (301, {"Location": "https://127.0.0.1/dicom-web"}, "Write the root address .* with https"),
        (301, {"Location": "http://[bad"}, "redirection to nowhere"),
    ],
)
def test_a_refusal_says_whose_fault_it_is(status: int, headers: dict[str, str], words: str) -> None:
    def respond(asked: Asked) -> None:
        asked.answer(status, b"<html>", "text/html", **headers)

    with answering(respond) as it:
        with pytest.raises(PacsError, match=words):
            web.check(it.server, None)
        assert len(it.asked) == 1, "it is not asked again"


def test_a_busy_server_is_asked_again_when_it_says() -> None:
    def respond(asked: Asked) -> None:
        if len(it.asked) < 3:
            asked.answer(503, Retry_After="0")
        else:
            asked.json(study("1.2"))

    with answering(respond) as it:
        web.check(it.server, None)
    assert len(it.asked) == 3


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"<html>Sign in", "text/html; charset=utf-8", "a web page, perhaps one to sign in at"),
        (b"<html>Sign in", "application/json", "something that is not DICOM JSON"),
        (b'[{"0020000D": ', "application/dicom+json", "something that is not DICOM JSON"),
        (b"[" * 200_000, "application/dicom+json", "something that is not DICOM JSON"),
        (b"\xff\xfe\x00", "application/dicom+json", "something that is not DICOM JSON"),
        (b"[1, 2]", "application/dicom+json", "JSON that holds no DICOM data sets"),
        (b'"text"', "application/dicom+json", "JSON that holds no DICOM data sets"),
    ],
)
def test_an_answer_that_is_no_list_of_studies_is_said(body: bytes, kind: str, words: str) -> None:
    with (
        answering(lambda asked: asked.answer(200, body, kind)) as it,
        pytest.raises(PacsError, match=words),
    ):
        web.find_studies(it.server, None, Query())


def test_an_answer_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("station.dicom.network.web_connection.LARGEST_ANSWER", 1_000_000)
    with (
        answering(lambda asked: asked.answer(200, b"[" + b" " * 3_000_000)) as it,
        pytest.raises(PacsError, match="more than 1 MB"),
    ):
        web.check(it.server, None)


@pytest.mark.parametrize("body", [b"", b"[]", b"  ", b"{}"])
def test_an_empty_answer_is_no_study(body: bytes) -> None:
    with answering(lambda asked: asked.answer(200, body)) as it:
        assert web.find_studies(it.server, None, Query()).studies == ()


def test_a_hostile_study_is_shown_without_what_it_plants() -> None:
    deep: object = "x"
    for _ in range(100):
        deep = {"Value": [deep]}
    hostile = {
        "0020000D": {"vr": "PN", "Value": ["1.2.3"]},
        "00100010": {"vr": "XX", "Value": [{"Alphabetic": "A\x00\x1b[31m\ud800B", "Phonetic": 3}]},
        "00100020": {"vr": "LO", "Value": {"not": "a list"}},
        "00080020": {"vr": "DA", "Value": ["20249999"]},
        "00081030": {"vr": "LO", "Value": ["x" * 100_000]},
        "00080061": {"vr": "CS", "Value": ["PT\\CT", None, 7, deep]},
        "00080050": None,
        "00201206": {"vr": "IS", "Value": ["9" * 5000]},
        "00201208": {"vr": "IS", "Value": [float("inf")]},
        "77777777": deep,
    }
    others = [study("../../etc"), study(""), {}, study("1" * 65), study("1.2.4")]
    with answering(json_for(hostile, *others)) as it:
        found = web.find_studies(it.server, None, Query())
    [one, other] = found.studies
    assert found.left_out == 4
    assert (one.study_uid, other.study_uid) == ("1.2.3", "1.2.4")
    assert one.patient_name == "A[31mB"
    assert (one.patient_id, one.accession, one.date) == ("", "", None)
    assert len(one.description) <= 1024
    assert one.modalities == ("PT", "CT", "7")
    assert (one.series, one.instances) == (None, None)


NAMES = {
    "1.2.1": {"Alphabetic": "Петров^Иван"},
    "1.2.2": {"Alphabetic": "Wang^XiaoDong", "Ideographic": "王^小东"},
    "1.2.3": {"Alphabetic": "Hong^Gildong", "Ideographic": "洪^吉洞", "Phonetic": "홍^길동"},
    "1.2.4": {"Alphabetic": "Óconnor^Áine"},
}


@pytest.mark.parametrize("decodes", [True, False])
@pytest.mark.parametrize(
    ("typed", "uid"),
    [
        ("петр", "1.2.1"),
        ("小东", "1.2.2"),
        ("王", "1.2.2"),
        ("길동 홍", "1.2.3"),
        ("ÓCON", "1.2.4"),
    ],
)
def test_names_of_any_script_are_found(decodes: bool, typed: str, uid: str) -> None:
    """At a server that knows what is asked, and at one that takes letters for other letters."""

    def respond(asked: Asked) -> None:
        [pattern] = asked.query["00100010"]
        start = int(asked.query.get("offset", ["0"])[0])
        if not decodes:
            pattern = "".join(c if c.isascii() else f"%{ord(c)}" for c in pattern)
        exact = re.compile(re.escape(pattern).replace(r"\*", ".*"))
        matching = [
            study(uid) | {"00100010": element("PN", name)}
            for uid, name in NAMES.items()
            if any(exact.fullmatch(group) for group in name.values())
        ]
        asked.json(*matching[start:])

    with answering(respond) as it:
        found = web.find_studies(it.server, None, Query(name=typed))
    assert [one.study_uid for one in found.studies] == [uid]


def pages(total: int, most: int, *, knows_offset: bool, warns: bool) -> Callable[[Asked], None]:
    """A server of `total` studies that gives `most` at a time."""
    everything = [study(f"1.2.{number}") for number in range(total)]

    def respond(asked: Asked) -> None:
        start = int(asked.query.get("offset", ["0"])[0]) if knows_offset else 0
        page = everything[start : start + min(most, int(asked.query["limit"][0]))]
        more = warns and len(page) + start < total
        if more:
            asked.json(*page, Warning='299 x "There are additional results"')
        else:
            asked.json(*page)

    return respond


@pytest.mark.parametrize("most", [1, 7, 100])
def test_a_server_with_pages_of_its_own_is_read_to_its_end(most: int) -> None:
    with answering(pages(23, most, knows_offset=True, warns=False)) as it:
        found = web.find_studies(it.server, None, Query())
    assert len(found.studies) == 23
    assert not found.more


def test_a_server_that_knows_no_offset_ends_the_search_and_has_more() -> None:
    with answering(pages(23, 7, knows_offset=False, warns=True)) as it:
        found = web.find_studies(it.server, None, Query())
    assert len(found.studies) == 7
    assert found.more
    assert len(it.asked) == 2


def test_a_server_that_knows_no_limit_is_cut_at_it() -> None:
    with answering(lambda asked: asked.json(*[study(f"1.2.{n}") for n in range(30)])) as it:
        found = web.find_studies(it.server, None, Query(), limit=10)
    assert len(found.studies) == 10
    assert found.more


def test_a_server_that_matches_nothing_is_looked_through_and_given_up() -> None:
    def respond(asked: Asked) -> None:
        start = int(asked.query.get("offset", ["0"])[0])
        asked.json(*[study(f"1.2.{start + number}", "Roe^Richard") for number in range(100)])

    with answering(respond) as it:
        found = web.find_studies(it.server, None, Query(name="doe"), limit=10)
    assert found.studies == ()
    assert found.more
    assert len(it.asked) <= 4


def test_a_server_that_lists_only_part_of_a_study_is_refused() -> None:
    def respond(asked: Asked) -> None:
        asked.json(instance("1.2.3.4"), Warning='299 x "more"')

    with answering(respond) as it, pytest.raises(PacsError, match="does not list all instances"):
        web.find_instances(it.server, None, "1.2")


def test_instances_are_listed_series_by_series_where_a_server_knows_no_other_way() -> None:
    def respond(asked: Asked) -> None:
        if asked.path == "/studies/1.2/series":
            asked.json({"0020000E": element("UI", "1.2.3")}, {"0020000E": element("UI", "1.2.4")})
        elif asked.path == "/studies/1.2/instances":
            asked.answer(400)
        else:
            asked.json(instance(f"{asked.path.split('/')[4]}.1"))

    with answering(respond) as it:
        found = web.find_instances(it.server, None, "1.2")
    assert [(one.sop_uid, one.series_uid) for one in found] == [
        ("1.2.3.1", "1.2.3"),
        ("1.2.4.1", "1.2.4"),
    ]


def test_an_instance_without_a_uid_cannot_be_counted_and_is_said() -> None:
    with (
        answering(json_for(instance("1.2"), instance("x/../y"))) as it,
        pytest.raises(PacsError, match="an entry that has no valid UID"),
    ):
        web.find_instances(it.server, None, "1.2")


@pytest.mark.parametrize("uid", ["", "a", "1.2/../..", "1" * 65])
def test_what_is_not_a_uid_is_not_asked_for(uid: str) -> None:
    with answering(json_for()) as it:
        with pytest.raises(PacsError, match="whose UID is not one"):
            web.find_series(it.server, None, uid)
        assert it.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "pacs.example",
        "ftp://pacs.example",
        "https://",
        "http://pacs.example:port",
        "http://pacs.example/?a=b",
        "http://[::1",
        "",
    ],
)
def test_an_address_that_is_none_is_said(url: str) -> None:
    with pytest.raises(PacsError, match=r"Write it as https://pacs\.example/dicom-web"):
        web.check(Server("Archive", "h", web_url=url), None)


def test_an_address_with_a_password_is_refused_without_showing_it() -> None:
    server = Server("Archive", "h", web_url=f"https://me:{SECRET}@pacs.example")
    with pytest.raises(PacsError, match="must not hold a password") as refused:
        web.check(server, None)
    assert SECRET not in str(refused.value)


def test_dates_the_wrong_way_round_are_said() -> None:
    query = Query(since=date(2024, 2, 1), until=date(2024, 1, 1))
    with pytest.raises(PacsError, match="Exchange the dates"):
        web.find_studies(Server("Archive", "h", web_url="http://h"), None, query)


# --- servers that are not right: the way to them ----------------------------------------------


def test_a_host_that_nobody_knows_is_said() -> None:
    server = Server("Archive", "h", web_url="http://no-such-host.invalid/dicom-web")
    with pytest.raises(PacsError, match=r'No computer of the name "no-such-host\.invalid"'):
        web.check(server, None)


def test_a_port_at_which_nothing_listens_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    server = Server("Archive", "h", web_url=f"http://127.0.0.1:{port}/dicom-web")
    with pytest.raises(PacsError, match=f"nothing listens at 127.0.0.1:{port}"):
        web.check(server, None)


def test_a_silent_server_is_given_up_after_its_silence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        server = Server("Archive", "h", web_url=f"http://127.0.0.1:{port}/dicom-web")
        with pytest.raises(PacsError, match=r"has been silent for 0 s in the middle of a search"):
            web.check(server, None, SHORT)


def test_a_server_that_hangs_up_within_its_answer_is_said() -> None:
    def respond(asked: Asked) -> None:
        asked.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[{")

    with answering(respond) as it, pytest.raises(PacsError, match="closed the connection in the"):
        web.check(it.server, None)


@pytest.mark.parametrize(
    "line",
    [
        b"garbage\r\n\r\n",
        b"HTTP/1.1 xyz\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n[]",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n[]",
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n[]",
        b"\x15\x03\x01\x00\x02\x02\x0a",
    ],
)
def test_what_is_not_http_is_said(line: bytes) -> None:
    with answering(lambda asked: asked.raw(line)) as it:
        try:
            web.check(it.server, None)
        except PacsError as error:
            assert str(error).startswith("Archive (127.0.0.1:")  # noqa: PT017


def test_https_at_a_port_without_it_is_said() -> None:
    with answering(json_for()) as it:
        server = replace(it.server, web_url=it.server.web_url.replace("http:", "https:"))
        with pytest.raises(PacsError, match="does not speak TLS on this port"):
            web.check(server, None)


def test_certificates_out_of_order_are_said(authority: Authority) -> None:
    past = authority.issue("past", since=-9 * DAY, until=-3 * DAY)
    elsewhere = authority.issue("elsewhere", ("pacs.example",))
    for issued, words in (
        (past, r"has expired on \d{4}-\d\d-\d\d"),
        (elsewhere, r"is for another host \(pacs.example\)"),
    ):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(issued.certificate, issued.key)
        with encrypted(1, context) as port:
            url = f"https://127.0.0.1:{port}/dicom-web"
            server = Server("Archive", "h", web_url=url, tls=Tls(authority.file))
            with pytest.raises(PacsError, match=words):
                web.check(server, None)


def test_a_proxy_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", f"http://me:{SECRET}@127.0.0.1:{port}")
    with pytest.raises(PacsError, match=r"The proxy between this computer and") as refused:
        web.check(Server("Archive", "h", web_url="http://pacs.invalid/dicom-web"), None)
    assert SECRET not in "".join(traceback.format_exception(refused.value))


# --- servers that are not right: fetching -----------------------------------------------------


def serving(
    slices: dict[str, bytes], of_series: Callable[[Asked], None]
) -> Callable[[Asked], None]:
    """Lists `slices` and gives each alone; the series as `of_series` does."""

    def respond(asked: Asked) -> None:
        parts = asked.path.strip("/").split("/")
        if parts[-1] == "instances":
            asked.json(*[instance(uid, parts[3]) for uid in slices])
        elif len(parts) == 6:
            content = slices.get(parts[5])
            if content is None:
                asked.answer(404)
            else:
                asked.answer(200, multipart(content), MULTIPART)
        else:
            of_series(asked)

    return respond


def wanted_of(slices: dict[str, bytes]) -> list[RemoteInstance]:
    return [RemoteInstance(uid, "", "1.2.3") for uid in slices]


def fetched(
    it: WebServer,
    study_uid: str,
    wanted: list[RemoteInstance],
    inbox: Inbox,
    whole: tuple[str, ...] = (),
) -> tuple[Failure, ...]:
    return web.retrieve(it.server, None, study_uid, wanted, inbox, patience=SHORT, whole=whole)


def was_asked_for_a_list(it: WebServer) -> bool:
    """Of the instances that it has."""
    return any(asked.path.endswith("/instances") for asked in it.asked)


def test_what_a_stream_lacks_is_asked_for_alone(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    some = list(slices.values())[:-5]

    def short(asked: Asked) -> None:
        asked.answer(200, multipart(*some), MULTIPART)

    with answering(serving(slices, short)) as it:
        assert fetched(it, study_uid, wanted_of(slices), inbox) == ()
    assert {path.read_bytes() for path in files(inbox.folder)} == set(slices.values())
    assert len([asked for asked in it.asked if "/instances/" in asked.path]) == 5


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.999])
def test_a_stream_that_is_cut_off_goes_on_one_by_one(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox, kept: float
) -> None:
    whole = multipart(*slices.values())
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {MULTIPART}\r\nContent-Length: {len(whole)}\r\n\r\n"

    def cut(asked: Asked) -> None:
        asked.raw(head.encode() + whole[: int(kept * len(whole))])

    with answering(serving(slices, cut)) as it:
        assert fetched(it, study_uid, wanted_of(slices), inbox) == ()
    assert {path.read_bytes() for path in files(inbox.folder)} == set(slices.values())


def test_an_encrypted_stream_that_is_cut_off_goes_on_one_by_one(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox, authority: Authority
) -> None:
    whole = multipart(*slices.values())
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {MULTIPART}\r\nContent-Length: {len(whole)}\r\n\r\n"

    def cut(asked: Asked) -> None:
        asked.raw(head.encode() + whole[: len(whole) // 2])

    own = authority.issue("own")
    with answering(serving(slices, cut)) as it:
        port = int(it.server.web_url.split(":")[2].split("/")[0])
        with encrypted(port, server_context(own.certificate, own.key)) as front:
            url = f"https://127.0.0.1:{front}/dicom-web"
            server = replace(it.server, web_url=url, tls=Tls(authority.file))
            wanted = wanted_of(slices)
            assert web.retrieve(server, None, study_uid, wanted, inbox, patience=SHORT) == ()
    assert {path.read_bytes() for path in files(inbox.folder)} == set(slices.values())


def test_a_stream_that_stalls_goes_on_one_by_one(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    over = threading.Event()
    whole = multipart(*slices.values())

    def stall(asked: Asked) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {MULTIPART}\r\nTransfer-Encoding: chunked\r\n\r\n"
        asked.raw(head.encode() + b"%x\r\n" % len(whole) + whole[: len(whole) // 2])
        over.wait()

    with answering(serving(slices, stall)) as it:
        try:
            assert fetched(it, study_uid, wanted_of(slices), inbox) == ()
        finally:
            over.set()
    assert len(files(inbox.folder)) == len(slices)


def test_a_whole_series_is_not_listed_again(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    def all_of_them(asked: Asked) -> None:
        asked.answer(200, multipart(*slices.values()), MULTIPART)

    with answering(serving(slices, all_of_them)) as it:
        assert fetched(it, study_uid, wanted_of(slices), inbox, ("1.2.3",)) == ()
        assert not was_asked_for_a_list(it)
    assert {path.read_bytes() for path in files(inbox.folder)} == set(slices.values())


def test_what_a_whole_series_has_got_since_is_neither_kept_nor_a_failure(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    def all_of_them(asked: Asked) -> None:
        asked.answer(200, multipart(*slices.values()), MULTIPART)

    known = wanted_of(slices)[:-1]
    with answering(serving(slices, all_of_them)) as it:
        assert fetched(it, study_uid, known, inbox, ("1.2.3",)) == ()
        assert was_asked_for_a_list(it)
    assert len(files(inbox.folder)) == len(known)


@pytest.mark.parametrize("whole", [(), ("1.2.3",)])
def test_what_was_not_listed_is_not_kept(
    slices: dict[str, bytes],
    study_uid: str,
    inbox: Inbox,
    other_patient: Path,
    whole: tuple[str, ...],
) -> None:
    stranger = files(other_patient)[0]

    def more(asked: Asked) -> None:
        asked.answer(200, multipart(stranger.read_bytes(), *slices.values()), MULTIPART)

    with answering(serving(slices, more)) as it:
        [failure] = fetched(it, study_uid, wanted_of(slices), inbox, whole)
        assert was_asked_for_a_list(it)
    assert failure.sop_uid == str(dcmread(stranger).SOPInstanceUID)
    assert "without listing it. It was not kept" in failure.reason
    assert {path.read_bytes() for path in files(inbox.folder)} == set(slices.values())


def test_what_is_not_dicom_is_not_kept(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    def junk(asked: Asked) -> None:
        asked.answer(200, multipart(b"junk", b"", bytes(5000), *slices.values()), MULTIPART)

    with answering(serving(slices, junk)) as it:
        assert fetched(it, study_uid, wanted_of(slices), inbox) == ()
    assert {path.read_bytes() for path in files(inbox.folder)} == set(slices.values())


def test_an_instance_of_another_uid_is_no_substitute(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    [one, other, *_] = slices

    def respond(asked: Asked) -> None:
        asked.answer(200, multipart(slices[other]), MULTIPART)

    with answering(respond) as it:
        failed = fetched(it, study_uid, [RemoteInstance(one, "", "1.2.3")], inbox)
    assert {failure.sop_uid for failure in failed} == {one, other}
    assert files(inbox.folder) == []


def test_an_instance_that_never_comes_fails_with_a_sentence(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    missing = [RemoteInstance("1.2.3.4.5", "", "1.2.3")]

    def empty(asked: Asked) -> None:
        asked.answer(200, multipart(), MULTIPART)

    with answering(serving(slices, empty)) as it:
        [failure] = fetched(it, study_uid, [*wanted_of(slices), *missing], inbox)
    assert failure.sop_uid == "1.2.3.4.5"
    assert "has nothing at the address of an instance" in failure.reason
    with answering(empty) as it:
        [failure] = fetched(it, study_uid, missing, inbox)
    assert "lists this instance but did not send it" in failure.reason


def test_few_of_a_series_are_fetched_without_the_rest(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    def never(asked: Asked) -> None:
        asked.answer(500)

    few = wanted_of(slices)[:9]
    more = {f"1.2.9.{number}": b"" for number in range(50)}
    with answering(serving(slices | more, never)) as it:
        assert fetched(it, study_uid, few, inbox) == ()
    assert len(files(inbox.folder)) == 9


def test_a_server_without_the_stored_form_is_asked_for_any(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    def choosy(asked: Asked) -> None:
        if "transfer-syntax=*" in asked.headers["accept"]:
            asked.answer(406)
        else:
            asked.answer(200, multipart(*slices.values()), MULTIPART)

    with answering(serving(slices, choosy)) as it:
        assert fetched(it, study_uid, wanted_of(slices), inbox) == ()
    assert len(files(inbox.folder)) == len(slices)


def test_an_instance_that_comes_without_multipart_is_taken(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    [uid, *_] = slices

    def bare(asked: Asked) -> None:
        asked.answer(200, slices[uid], "application/dicom")

    with answering(bare) as it:
        assert fetched(it, study_uid, [RemoteInstance(uid, "", "1.2.3")], inbox) == ()
    assert [path.read_bytes() for path in files(inbox.folder)] == [slices[uid]]


def test_a_server_that_gives_a_page_in_place_of_images_is_said(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    def page(asked: Asked) -> None:
        asked.answer(200, b"<html>", "text/html")

    with answering(page) as it, pytest.raises(PacsError, match="a web page"):
        fetched(it, study_uid, wanted_of(slices)[:1], inbox)


def test_a_server_that_dies_for_good_fails_the_rest_at_once(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox
) -> None:
    first = next(iter(slices.values()))

    def die(asked: Asked) -> None:
        parts = asked.path.strip("/").split("/")
        if parts[-1] == "instances":
            asked.json(*[instance(uid, parts[3]) for uid in slices])
        elif len(parts) == 4:
            asked.answer(200, multipart(first), MULTIPART)
        else:
            asked.raw(b"")

    with answering(die) as it:
        failed = fetched(it, study_uid, wanted_of(slices), inbox)
    assert len(failed) == len(slices) - 1
    assert {"closed the connection" in failure.reason for failure in failed} == {True}
    alone = [asked for asked in it.asked if "/instances/" in asked.path]
    assert len(alone) == web.FRUITLESS, "then it is no longer asked"


def test_an_instance_larger_than_what_is_taken_is_refused(
    slices: dict[str, bytes], study_uid: str, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    small = Inbox(tmp_path / "in", largest=1000)

    def whole(asked: Asked) -> None:
        asked.answer(200, multipart(*slices.values()), MULTIPART)

    with answering(serving(slices, whole)) as it:
        try:
            failed = fetched(it, study_uid, wanted_of(slices), small)
        except PacsError as error:
            assert "which Station does not take" in str(error)  # noqa: PT017
        else:
            assert len(failed) == len(slices)
    assert files(small.folder) == []


def test_fetching_stops_when_it_is_asked_to_and_counts_what_came(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inboxes, "LOT", 4)
    came: list[Path] = []

    def whole(asked: Asked) -> None:
        asked.answer(200, multipart(*slices.values()), MULTIPART)

    def stop(traffic: Traffic) -> None:
        if traffic.done == 5:
            raise Cancelled

    with answering(serving(slices, whole)) as it, pytest.raises(Cancelled):
        web.retrieve(
            it.server,
            None,
            study_uid,
            wanted_of(slices),
            inbox,
            lambda kept: came.append(kept.path),
            stop,
        )
    assert len(came) >= 5
    assert sorted(came) == sorted(files(inbox.folder))
    assert not list(inbox.folder.glob("*.part"))


def test_a_full_disk_ends_the_fetching_with_its_sentence(
    slices: dict[str, bytes], study_uid: str, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station.whole_file.FREE_SPACE_KEPT", 1 << 60)

    def whole(asked: Asked) -> None:
        asked.answer(200, multipart(*slices.values()), MULTIPART)

    with answering(serving(slices, whole)) as it:
        failed = fetched(it, study_uid, wanted_of(slices), inbox)
    assert {failure.sop_uid for failure in failed} == set(slices)
    assert all("Free some space" in failure.reason for failure in failed)
    assert not [asked for asked in it.asked if "/instances/" in asked.path]


def test_json_of_the_standard_is_what_these_servers_speak() -> None:
    """PS3.18 F.2.1's example, as far as a search for studies shows it."""
    example = json.loads(
        '{"00080005": {"vr": "CS", "Value": ["ISO_IR 192"]},'
        '"00080020": {"vr": "DT", "Value": ["20130409"]},'
        '"00080050": {"vr": "SH", "Value": ["11235813"]},'
        '"00080061": {"vr": "CS", "Value": ["CT", "PET"]},'
        '"00080090": {"vr": "PN", "Value": [{"Alphabetic": "^Bob^^Dr."}]},'
        '"00100010": {"vr": "PN", "Value": [{"Alphabetic": "Wang^XiaoDong",'
        ' "Ideographic": "王^小东"}]},'
        '"00100020": {"vr": "LO", "Value": ["12345"]},'
        '"0020000D": {"vr": "UI", "Value": ["1.2.392.200036.9116.2.2.2.1762893313.1029997326"]},'
        '"00201206": {"vr": "IS", "Value": [4]}, "00201208": {"vr": "IS", "Value": [942]}}'
    )
    with answering(json_for(example)) as it:
        [found] = web.find_studies(it.server, None, Query()).studies
    assert found.patient_name == "Wang^XiaoDong=王^小东"
    assert (found.accession, found.modalities) == ("11235813", ("CT", "PET"))
    assert (found.series, found.instances, found.date) == (4, 942, date(2013, 4, 9))
