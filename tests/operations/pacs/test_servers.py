"""The servers that Station knows: kept, looked up, refused where they cannot be right."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station.operations.pacs import ways
from station.operations.pacs.servers import (
    add_server,
    check_server,
    remove_server,
    server_named,
    servers,
)
from station.pacs import PacsError, Server, SignIn, Tls, Via
from tests.operations.pacs.fake import SERVER


def test_a_server_is_added_and_found_by_its_name(home: Path) -> None:
    other = Server("Krankenhaus Süd", "10.0.0.5", called_aet="ARCHIVE")
    assert add_server(home, other) is None
    assert servers(home) == (other, SERVER)
    assert server_named(home, "Krankenhaus Süd") == other


def test_a_name_is_taken_once(home: Path) -> None:
    with pytest.raises(PacsError, match='There is a server "hospital" already'):
        add_server(home, replace(SERVER, port=11112))
    add_server(home, replace(SERVER, port=11112), replace=True)
    assert server_named(home, "hospital").port == 11112


def test_a_server_that_is_not_there_is_said_with_those_that_sound_alike(home: Path) -> None:
    with pytest.raises(PacsError, match=r'"Hopsital"\. Did you mean "hospital"'):
        server_named(home, "Hopsital")
    with pytest.raises(PacsError, match="There are: hospital"):
        server_named(home, "x")
    remove_server(home, "hospital")
    with pytest.raises(PacsError, match="none has been added yet"):
        server_named(home, "hospital")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": "a:b"}, "cannot be the name of a server"),
        ({"name": "-x"}, "cannot be the name of a server"),
        ({"name": ""}, "cannot be the name of a server"),
        ({"name": "x" * 65}, "cannot be the name of a server"),
        ({"name": "a\nb"}, "cannot be the name of a server"),
        ({"called_aet": "", "web_url": ""}, "How is hospital reached"),
        ({"host": ""}, "is not the name or address of a computer"),
        ({"host": "http://pacs"}, "is not the name or address of a computer"),
        ({"port": 0}, "0 is not a port"),
        ({"port": 65536}, "65536 is not a port"),
        ({"called_aet": "A" * 17}, "cannot be an AE title"),
        ({"called_aet": "Ä"}, "cannot be an AE title"),
        ({"called_aet": "A\\B"}, "cannot be an AE title"),
        ({"calling_aet": " "}, "cannot be an AE title"),
        ({"web_url": "pacs.example"}, "is not the address of DICOMweb"),
        ({"web_url": "ftp://pacs.example"}, "is not the address of DICOMweb"),
        ({"web_url": "https://ito:secret@pacs.example/x"}, "must not hold a password"),
        ({"sign_in": SignIn.BASIC}, "needs the name of a user"),
        ({"sign_in": SignIn.BEARER, "web_url": ""}, "is for DICOMweb"),
        ({"tls": Tls(Path("/nowhere/ca.pem"))}, "/nowhere/ca.pem does not exist"),
    ],
)
def test_what_cannot_be_right_is_refused_and_not_kept(
    home: Path, changed: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(PacsError, match=sentence) as refused:
        add_server(home, replace(SERVER, **changed), "s3cret", replace=True)
    assert "secret" not in str(refused.value).replace("must not hold", "")
    assert servers(home) == (SERVER,)


def test_a_key_without_its_certificate_is_refused(home: Path, tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_text("")
    with pytest.raises(PacsError, match="but no certificate"):
        add_server(home, replace(SERVER, name="tls", tls=Tls(key=key)))


# -- the test of a server --------------------------------------------------------------------------


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What is wrong with each step of the test; the others work."""
    wrong: dict[str, str] = {}
    for step in ("connect", "echo", "query", "try_move", "try_get", "query_web"):

        def attempt(*_: object, step: str = step) -> None:
            if step in wrong:
                raise PacsError(wrong[step])

        monkeypatch.setattr(ways, step, attempt, raising=False)
    return wrong


def test_everything_that_a_server_is_needed_for_is_tried(home: Path, tries: dict[str, str]) -> None:
    diagnosis = check_server(home, "hospital")
    assert [check.name for check in diagnosis.checks] == [
        "Connection",
        "Echo",
        "Query",
        "C-GET",
        "Web",
    ]
    assert diagnosis.passed
    assert diagnosis.problem == ""


def test_the_destination_is_tried_where_the_server_moves(home: Path, tries: dict[str, str]) -> None:
    add_server(home, replace(SERVER, retrieve=Via.MOVE, web_url=""), replace=True)
    tries["try_move"] = 'The server does not know "STATION" as a destination.'
    diagnosis = check_server(home, "hospital")
    assert [(check.name, check.passed) for check in diagnosis.checks] == [
        ("Connection", True),
        ("Echo", True),
        ("Query", True),
        ("C-MOVE", False),
    ]
    assert diagnosis.problem == tries["try_move"]


@pytest.mark.parametrize(
    ("web_url", "sign_in", "words"),
    [
        ("http://10.0.0.5/dicom-web", SignIn.BASIC, "The password of clinic"),
        ("HTTP://pacs.example:8042/x", SignIn.BEARER, "The token of clinic"),
        ("https://10.0.0.5/dicom-web", SignIn.BASIC, ""),
        ("http://10.0.0.5/dicom-web", SignIn.NONE, ""),
        ("http://127.0.0.1:8042/x", SignIn.BASIC, ""),
        ("http://[::1]/x", SignIn.BASIC, ""),
        ("http://localhost/x", SignIn.BASIC, ""),
    ],
)
def test_a_secret_that_crosses_the_network_in_the_clear_is_cautioned_against(
    home: Path, tries: dict[str, str], web_url: str, sign_in: SignIn, words: str
) -> None:
    clinic = Server("clinic", "", web_url=web_url, sign_in=sign_in, user="ito")
    warning = add_server(home, clinic)
    diagnosis = check_server(home, "clinic")
    assert diagnosis.passed, "it is no refusal"
    assert diagnosis.caution == (warning or "")
    assert diagnosis.caution.startswith(words)
    assert bool(diagnosis.caution) is bool(words)


def test_what_rests_on_what_failed_is_not_tried(home: Path, tries: dict[str, str]) -> None:
    tries["connect"] = "The connection is refused."
    diagnosis = check_server(home, "hospital")
    assert [(check.name, check.passed) for check in diagnosis.checks] == [
        ("Connection", False),
        ("Web", True),
    ]
    assert not diagnosis.passed
