"""`station pacs`: names of options and keys of JSON are what scripts rely on."""

import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from station.archive.transfers import Transfers
from station.cli.pacs import asked, days
from station.errors import StationError
from station.operations.pacs import send as sending
from station.operations.pacs import ways
from station.operations.pacs.servers import add_server, server_named
from station.operations.pacs.settings import ListenerSettings, listener_settings
from station.pacs import FoundStudies, Query, RemoteStudy, SignIn, Via
from tests.cli.running import sentence, station
from tests.operations.pacs.fake import SERVER, FakePacs
from tests.operations.pacs.slices import STUDY, written
from tests.peers import dcmtk

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(known_home: Path) -> Path:
    add_server(known_home, SERVER)
    return known_home


@pytest.fixture
def slices(tmp_path: Path) -> list[Path]:
    return written(tmp_path / "slices", 4)


@pytest.fixture
def pacs(home: Path, slices: list[Path], monkeypatch: pytest.MonkeyPatch) -> FakePacs:
    monkeypatch.setattr(sending, "LOOK_EVERY_S", 0.0)
    fake = FakePacs().take(slices).install(monkeypatch)
    study = RemoteStudy(STUDY, "SYN1", "Doe, Jane", date(2024, 3, 1), "PET/CT", ("PT",), "A1", 1, 4)

    def studies(home: Path, server: object, query: Query, limit: int) -> FoundStudies:
        fake.queries.append(query)
        return FoundStudies((study,))

    monkeypatch.setattr(ways, "studies", studies, raising=False)
    return fake


def told(*arguments: object, status: int = 0) -> Any:
    result = station("pacs", *arguments, "--json")
    assert result.exit_code == status, result.output
    return json.loads(result.stdout)


# -- servers ---------------------------------------------------------------------------------------


def test_a_server_is_added_and_listed(known_home: Path) -> None:
    added = station(
        "pacs", "add", "clinic", "--host", "10.0.0.5", "--port", 11112, "--called", "ARCHIVE",
        "--calling", "STATION2", "--web", "https://pacs.example/dicom-web/", "--retrieve", "move",
    )  # fmt: skip
    assert added.exit_code == 0, added.output
    (server,) = told("servers")
    assert server == {
        "name": "clinic",
        "host": "10.0.0.5",
        "port": 11112,
        "called_aet": "ARCHIVE",
        "calling_aet": "STATION2",
        "web_url": "https://pacs.example/dicom-web",
        "tls": None,
        "retrieve": "move",
        "sign_in": "none",
        "user": "",
    }
    assert "ARCHIVE at 10.0.0.5:11112" in station("pacs", "servers").stdout
    assert station("pacs", "remove", "clinic").exit_code == 0
    assert told("servers") == []


def test_a_server_of_dicomweb_alone_needs_no_ae_title(known_home: Path) -> None:
    assert station("pacs", "add", "web", "--web", "https://pacs.example/x").exit_code == 0
    assert server_named(known_home, "web").retrieve is Via.WEB


@pytest.mark.parametrize(
    ("options", "given", "environment", "sign_in"),
    [
        (["--user", "ito", "--password-stdin"], "s3cret\n", {}, SignIn.BASIC),
        (["--token-stdin"], "s3cret\n", {}, SignIn.BEARER),
        (["--user", "ito"], "", {"STATION_PACS_SECRET": "s3cret"}, SignIn.BASIC),
        ([], "", {"STATION_PACS_SECRET": "s3cret"}, SignIn.BEARER),
        (["--user", "ito", "--password-prompt"], "s3cret\n", {}, SignIn.BASIC),
    ],
)
def test_a_secret_is_kept_and_shown_nowhere(
    known_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    given: str,
    environment: dict[str, str],
    sign_in: SignIn,
) -> None:
    from typer.testing import CliRunner

    from station.archive.secrets import secret_of
    from station.cli import app

    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    command = ["pacs", "add", "web", "--web", "https://pacs.example/x", *options]
    added = CliRunner().invoke(app, command, input=given)
    assert added.exit_code == 0, added.output
    assert secret_of(known_home, "web") == "s3cret"
    assert server_named(known_home, "web").sign_in is sign_in
    archive = (known_home / "archive.sqlite").read_bytes()
    shown = added.output + station("pacs", "servers", "--json").output
    assert "s3cret" not in shown
    assert b"s3cret" not in archive
    station("pacs", "remove", "web")
    assert secret_of(known_home, "web") is None


def test_a_user_without_a_password_is_asked_for_it(known_home: Path) -> None:
    refused = station("pacs", "add", "web", "--web", "https://x/y", "--user", "ito")
    assert "What is the password of ito?" in sentence(refused)
    assert refused.exit_code == 1


def test_an_option_that_takes_a_password_does_not_exist(known_home: Path) -> None:
    for name in ("--password", "--token"):
        refused = station("pacs", "add", "web", "--web", "https://x/y", name, "s3cret")
        assert refused.exit_code == 2


def test_a_server_that_does_not_work_has_a_status(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from station.operations.pacs import servers
    from station.operations.pacs.servers import Checked, Diagnosis

    checks = (Checked("Connection", True, "It is there."), Checked("Echo", False, "Unknown AE."))
    diagnosis = Diagnosis("hospital", checks, "The password crosses the network unencrypted.")
    monkeypatch.setattr(servers, "check_server", lambda *_: diagnosis)
    found = told("test", "hospital", status=3)
    assert found["passed"] is False
    assert found["checks"][1] == {"name": "Echo", "passed": False, "sentence": "Unknown AE."}
    assert found["caution"] == diagnosis.caution
    printed = station("pacs", "test", "hospital").stdout
    assert "FAILED Echo: Unknown AE." in printed
    assert f"Caution: {diagnosis.caution}" in printed


# -- studies ---------------------------------------------------------------------------------------


def test_studies_are_found_and_said_to_be_here_or_not(home: Path, pacs: FakePacs) -> None:
    (found,) = told(
        "find", "hospital", "--patient-id", "SYN1", "--name", "doe", "--date",
        "20240201-20240331", "--modality", "pt",
    )  # fmt: skip
    assert found == {
        "study_uid": STUDY,
        "patient_id": "SYN1",
        "patient_name": "Doe, Jane",
        "date": "2024-03-01",
        "description": "PET/CT",
        "modalities": ["PT"],
        "series": 1,
        "instances": 4,
        "local": False,
    }
    (query,) = pacs.queries
    assert query == Query("SYN1", "doe", date(2024, 2, 1), date(2024, 3, 31), "", "PT")
    assert told("get", "hospital", "--study", STUDY)["received"] == 4
    (found,) = told("find", "hospital")
    assert found["local"] is True
    shown = station("pacs", "find", "hospital").stdout
    assert "Doe, Jane" in shown
    assert STUDY in shown


def test_a_study_is_got(home: Path, pacs: FakePacs, tmp_path: Path) -> None:
    got = told("get", "hospital", "--study", STUDY, "--out", tmp_path / "out", "--via", "web")
    assert (got["wanted"], got["received"], got["failed"]) == (4, 4, [])
    assert len(list((tmp_path / "out").glob("*.dcm"))) == 4
    assert pacs.asked[0][0] is Via.WEB


def test_what_is_missing_is_listed_and_has_a_status(home: Path, pacs: FakePacs) -> None:
    uid = next(iter(pacs.files))
    pacs.refuses = {uid: "Out of resources."}
    got = told("get", "hospital", "--study", STUDY, status=3)
    assert (got["wanted"], got["received"]) == (4, 3)
    assert got["failed"] == [{"sop_uid": uid, "reason": "Out of resources."}]
    (entry,) = told("ledger", "--open", status=3)
    assert (entry["transfer"], entry["failed"], entry["received"]) == (got["transfer"], 1, 3)
    result = station("pacs", "get", "hospital", "--study", STUDY)
    assert result.exit_code == 3
    assert "1 instance missing: Out of resources." in result.stderr
    pacs.refuses = {}
    assert told("resume", got["transfer"])["received"] == 4
    assert told("ledger", "--open") == []


def test_files_are_sent(home: Path, pacs: FakePacs, slices: list[Path]) -> None:
    pacs.files.clear()
    sent = told("send", "hospital", slices[0].parent, "--commit")
    assert (sent["sent"], sent["stored"], sent["committed"], sent["failed"]) == (4, 4, 4, [])
    assert "4 of 4 instances stored" in station("pacs", "send", "hospital", *slices).stdout


def test_what_the_server_did_not_store_has_a_status(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    pacs.files.clear()
    pacs.keeps = False
    sent = told("send", "hospital", slices[0].parent, status=3)
    assert (sent["sent"], sent["stored"], len(sent["failed"])) == (4, 0, 4)


def test_a_server_that_is_not_known_is_one_sentence(home: Path) -> None:
    refused = station("pacs", "find", "hopsital")
    assert refused.exit_code == 1
    assert 'Did you mean "hospital"?' in sentence(refused)


def test_the_ledger_names_no_patient_and_no_folder(
    home: Path, pacs: FakePacs, tmp_path: Path
) -> None:
    """Unless it is asked for folders, which people name after patients."""
    told("get", "hospital", "--study", STUDY, "--out", tmp_path / "Doe_Jane")
    for options in ([], ["--json"]):
        shown = station("pacs", "ledger", *options).output
        assert STUDY in shown
        for name in ("Doe", "Jane", "SYN1"):
            assert name not in shown
    assert "Doe_Jane" in station("pacs", "ledger", "--folders").output
    assert b"Jane^" not in (home / "archive.sqlite").read_bytes()
    ledger = Transfers.opened(home)
    assert all("SYN1" not in str(row) for row in ledger.instances(1))


# -- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("", (None, None)),
        ("20261001", (date(2026, 10, 1), date(2026, 10, 1))),
        ("2026-10-01", (date(2026, 10, 1), date(2026, 10, 1))),
        ("20261001-20261031", (date(2026, 10, 1), date(2026, 10, 31))),
        ("2026-10-01-2026-10-31", (date(2026, 10, 1), date(2026, 10, 31))),
        ("20261001-", (date(2026, 10, 1), None)),
        ("-2026-10-31", (None, date(2026, 10, 31))),
    ],
)
def test_days_are_read_as_they_are_written(
    text: str, range_: tuple[date | None, date | None]
) -> None:
    assert days(text) == range_


@pytest.mark.parametrize("text", ["yesterday", "-", "20261301", "2026", "20261001-20260901"])
def test_days_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(StationError, match=r"range"):
        days(text)


def test_a_server_and_a_query_are_read() -> None:
    text = 'hospital:pt 2026-10-01-2026-10-31 id=4711 name="Doe Jane"'
    query = Query("4711", "Doe Jane", date(2026, 10, 1), date(2026, 10, 31), modality="PT")
    assert asked(text) == ("hospital", query)


@pytest.mark.parametrize(
    ("text", "sentence_"),
    [
        ("hospital", "not a server and a query"),
        ("hospital:", "not a server and a query"),
        (":PT", "not a server and a query"),
        ("hospital:Doe", "Write a name as name=Doe"),
        ("hospital:PT CT", "gives modality twice"),
        ('hospital:name="Doe', "is not closed"),
        ("hospital:20261350", "is not a date"),
    ],
)
def test_a_query_that_makes_no_sense_is_refused(text: str, sentence_: str) -> None:
    with pytest.raises(StationError, match=sentence_):
        asked(text)


# -- the listener ----------------------------------------------------------------------------------


@pytest.mark.simulated
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_listener_takes_what_a_foreign_program_sends_until_it_is_stopped(
    known_home: Path, slices: list[Path], ending: signal.Signals
) -> None:
    command = [sys.executable, "-m", "station", "pacs", "listen"]
    options = ["--port", "0", "--aet", "PETVIEW", "--allow", "CT1", "PET1", "--json"]
    with subprocess.Popen(
        [*command, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        begun = json.loads(process.stdout.readline())
        assert (begun["host"], begun["aet"]) == ("127.0.0.1", "PETVIEW")
        port = str(begun["port"])
        for title, status in (("PET9", False), ("PET1", True)):
            ran = dcmtk.tool(
                "storescu", "-aet", title, "-aec", "PETVIEW", "127.0.0.1", port, *map(str, slices)
            )
            assert (ran.returncode == 0) is status
        arrived = json.loads(process.stdout.readline())
        process.send_signal(ending)
        assert process.stdout.read() == ""
    assert process.returncode == 0
    assert (arrived["study_uid"], arrived["sender"], arrived["instances"]) == (STUDY, "PET1", 4)
    (entry,) = told("ledger")
    assert (entry["kind"], entry["received"], entry["stage"]) == ("received", 4, "done")


def test_settings_of_the_listener_are_kept_without_listening(known_home: Path) -> None:
    kept = station("pacs", "listen", "--port", 11113, "--allow", "CT1", "PET1", "--save")
    assert kept.stdout == "Kept: 127.0.0.1:11113 as STATION.\n"
    assert listener_settings(known_home) == ListenerSettings(port=11113, allowed=("CT1", "PET1"))


def test_settings_of_a_listener_that_cannot_be_right_are_one_sentence(known_home: Path) -> None:
    refused = station("pacs", "listen", "--port", 70000)
    assert "70000 is not a port" in sentence(refused)
    assert refused.exit_code == 1
