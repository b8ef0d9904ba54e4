"""Every status has a sentence that says what to do."""

import pytest

from station.dicom.network import statuses
from station.dicom.network.statuses import is_success, is_warning, sentence
from station.pacs import Server

SERVER = Server("PACS", "pacs.example", 104, "ARCHIVE", "STATION7")


def test_an_unknown_move_destination_names_what_the_server_must_know() -> None:
    said = sentence(0xA801, SERVER, "C-MOVE", port=11112)
    assert "PACS (pacs.example:104) does not know where to send" in said
    assert '"STATION7"' in said
    assert "port 11112" in said


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0xA700, "disk is full"),
        (0xA701, "Ask for less at a time"),
        (0xA702, "could not send to Station"),
        (0xA7FF, "out of resources"),
        (0xA900, "do not match their kind of object"),
        (0xC123, "could not understand or process"),
        (0x0122, "does not support this kind of object"),
        (0x0124, "not authorised"),
        (0xFE00, "was cancelled"),
        (0x1234, "Its log says why"),
    ],
)
def test_a_refusal_says_why_and_has_its_status(status: int, words: str) -> None:
    said = sentence(status, SERVER, "C-STORE", sop_class="PET Image Storage")
    assert words in said
    assert f"(status {status:04X})." in said
    assert "C-STORE for PET Image Storage" in said


def test_warnings_are_successes_and_refusals_are_not() -> None:
    assert all(map(is_success, (0x0000, 0xB000, 0xB006, 0xB007, 0x0107, 0x0116)))
    assert not any(map(is_success, (0xA700, 0xC000, 0x0122, 0xFE00, 0xFF00)))
    assert not is_warning(statuses.SUCCESS)
