"""Which ways a server has, and what of files can be sent; the ways themselves are tried on real
peers in test_round_trip.py."""

from dataclasses import replace
from pathlib import Path

import pytest

from station.operations.pacs import ways
from station.operations.pacs.settings import ListenerSettings, keep_listener_settings
from station.pacs import PacsError, Server, Via
from tests.operations.pacs.fake import SERVER
from tests.operations.pacs.slices import STUDY, content, slice_


@pytest.mark.parametrize(
    ("server", "via", "order"),
    [
        (SERVER, None, (Via.GET, Via.MOVE, Via.WEB)),
        (SERVER, Via.WEB, (Via.WEB, Via.GET, Via.MOVE)),
        (replace(SERVER, retrieve=Via.MOVE), None, (Via.MOVE, Via.GET, Via.WEB)),
        (replace(SERVER, web_url=""), None, (Via.GET, Via.MOVE)),
        (replace(SERVER, called_aet=""), None, (Via.WEB,)),
    ],
)
def test_the_way_of_the_entry_comes_first_and_the_others_follow(
    server: Server, via: Via | None, order: tuple[Via, ...]
) -> None:
    assert ways.order(server, via) == order


@pytest.mark.parametrize(
    ("server", "via", "lacks"),
    [
        (replace(SERVER, web_url=""), Via.WEB, "no DICOMweb address"),
        (replace(SERVER, called_aet=""), Via.GET, "no AE title"),
    ],
)
def test_a_way_that_the_server_has_not_is_refused(server: Server, via: Via, lacks: str) -> None:
    with pytest.raises(PacsError, match=lacks):
        ways.order(server, via)


def test_the_instances_of_a_folder_are_told_by_their_headers(slices: list[Path]) -> None:
    found, failed = ways.outgoing([slices[0].parent])
    assert failed == ()
    first = slice_(1)
    one = next(each for each in found if each.sop_uid == str(first.SOPInstanceUID))
    assert (one.study_uid, one.series_uid) == (STUDY, str(first.SeriesInstanceUID))
    assert (one.path, one.size_bytes) == (slices[0], slices[0].stat().st_size)
    assert len(found) == 12


def test_a_header_longer_than_what_is_read_first_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "HEAD_BYTES", 400)
    path = tmp_path / "long.dcm"
    path.write_bytes(content(slice_(1)))
    assert ways.sop_uid_of(path) == str(slice_(1).SOPInstanceUID)


@pytest.mark.parametrize("damaged", [b"", b"no DICOM", bytes(128) + b"DICM\2\0"])
def test_a_file_that_cannot_be_read_holds_no_instance(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "damaged.dcm"
    path.write_bytes(damaged)
    assert ways.sop_uid_of(path) == ""
    assert ways.sop_uid_of(tmp_path / "gone") == ""


def test_what_is_named_and_not_there_is_a_failure(tmp_path: Path) -> None:
    found, (failure,) = ways.outgoing([tmp_path / "gone.dcm"])
    assert found == ()
    assert "gone.dcm cannot be read" in failure.reason


def test_a_dicomdir_is_left_out_of_a_folder(slices: list[Path]) -> None:
    (slices[0].parent / "DICOMDIR").write_bytes(bytes(128) + b"DICM\2\0")
    found, failed = ways.outgoing([slices[0].parent])
    assert (len(found), failed) == (12, ())


def test_no_uid_names_a_path_outside_its_folder(tmp_path: Path) -> None:
    assert ways.place_of(tmp_path, "../../etc/passwd").parent == tmp_path


def test_a_server_is_awaited_at_the_interface_through_which_it_is_reached(
    known_home: Path,
) -> None:
    """Not at the loopback of the listener's default, which no other computer reaches."""
    assert ways._own_place(known_home, replace(SERVER, host="127.0.0.1")) == ("127.0.0.1", 11112)
    assert ways._own_place(known_home, replace(SERVER, host="127.0.0.77"))[0].startswith("127.")
    keep_listener_settings(known_home, ListenerSettings(host="10.0.0.7", port=104))
    assert ways._own_place(known_home, SERVER) == ("10.0.0.7", 104)
