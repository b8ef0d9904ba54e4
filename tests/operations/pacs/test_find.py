"""What is on a server and what is here; a slice to recognise a series by."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from station.operations.pacs import ways
from station.operations.pacs.fetch import fetch
from station.operations.pacs.find import (
    Local,
    find_series,
    find_studies,
    local_studies,
    preview,
)
from station.operations.pacs.servers import add_server
from station.pacs import (
    FoundStudies,
    PacsError,
    Query,
    RemoteSeries,
    RemoteStudy,
    Server,
    Via,
)
from tests.operations.pacs.fake import SERVER, FakePacs
from tests.operations.pacs.slices import STUDY, content, slice_

REMOTE = RemoteStudy(STUDY, "SYN1", "Doe, Jane", None, "", ("PT",), instances=12)
SERIES = str(slice_(1).SeriesInstanceUID)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What DIMSE and DICOMweb answer; an error is raised."""
    given: dict[str, object] = {}

    def answer(which: str) -> Callable[[], object]:
        def asked() -> object:
            found = given[which]
            if isinstance(found, Exception):
                raise found
            return found

        return asked

    def either(server: Server, by_dimse: object, by_web: object) -> object:
        return plain(server, answer("dimse"), answer("web"))

    plain = ways._asked
    monkeypatch.setattr(ways, "_asked", either)
    return given


def test_studies_are_asked_for_by_dimse(home: Path, answers: dict[str, object]) -> None:
    answers["dimse"] = FoundStudies((REMOTE,))
    assert find_studies(home, SERVER, Query()).studies == (REMOTE,)


def test_a_server_that_fails_by_dimse_is_asked_by_dicomweb(
    home: Path, answers: dict[str, object]
) -> None:
    answers |= {"dimse": PacsError("The connection is refused."), "web": FoundStudies((REMOTE,))}
    assert find_studies(home, SERVER, Query()).studies == (REMOTE,)


def test_where_both_fail_dimse_says_why(home: Path, answers: dict[str, object]) -> None:
    answers |= {"dimse": PacsError("By DIMSE."), "web": PacsError("By DICOMweb.")}
    with pytest.raises(PacsError, match="By DIMSE"):
        find_studies(home, SERVER, Query())


def test_a_server_without_dimse_is_asked_by_dicomweb_alone(
    home: Path, answers: dict[str, object]
) -> None:
    answers["web"] = FoundStudies((REMOTE,))
    found = find_studies(home, replace(SERVER, called_aet=""), Query())
    assert found.studies == (REMOTE,)


def test_series_are_in_the_order_of_their_numbers(home: Path, answers: dict[str, object]) -> None:
    answers["dimse"] = tuple(
        RemoteSeries(f"1.{number}", "PT", "", number) for number in (None, 5, 2)
    )
    found = find_series(home, SERVER, STUDY)
    assert [series.number for series in found] == [2, 5, None]


# -- what is here ----------------------------------------------------------------------------------


def test_a_study_is_here_when_all_its_instances_are(home: Path, pacs: FakePacs) -> None:
    assert local_studies(home, [REMOTE]) == {}
    fetch(home, "hospital", STUDY)
    assert local_studies(home, [REMOTE]) == {STUDY: Local.WHOLE}
    assert local_studies(home, [replace(REMOTE, instances=13)]) == {STUDY: Local.PARTLY}
    assert local_studies(home, [replace(REMOTE, instances=None)]) == {STUDY: Local.WHOLE}


def test_a_study_of_the_list_is_here_though_it_was_never_fetched(
    home: Path, pacs: FakePacs, slices: list[Path]
) -> None:
    from station.operations.pacs.fetch import remember

    remember(home, slices[0].parent)
    assert local_studies(home, [REMOTE]) == {STUDY: Local.WHOLE}


def test_a_study_of_which_some_came_is_here_partly(home: Path, pacs: FakePacs) -> None:
    pacs.refuses = dict.fromkeys(list(pacs.files)[:4], "Out of resources.")
    fetch(home, "hospital", STUDY)
    assert local_studies(home, [REMOTE]) == {STUDY: Local.PARTLY}


def test_a_study_whose_files_are_gone_is_not_here(home: Path, pacs: FakePacs) -> None:
    pacs.files = {
        uid: file for uid, file in pacs.files.items() if uid == str(slice_(1).SOPInstanceUID)
    }
    fetched = fetch(home, "hospital", STUDY)
    from station.archive.index import open_index

    open_index(home).forget(STUDY)
    for path in fetched.folder.iterdir():
        path.unlink()
    fetched.folder.rmdir()
    assert local_studies(home, [REMOTE]) == {}


# -- a slice ---------------------------------------------------------------------------------------


def test_the_preview_is_the_slice_in_the_middle_with_its_scale(home: Path, pacs: FakePacs) -> None:
    middle = list(pacs.files)[6]
    dataset = slice_(7)
    assert str(dataset.SOPInstanceUID) == middle
    dataset.RescaleSlope, dataset.RescaleIntercept = "2.5", "0"
    pacs.files[middle] = content(dataset)
    values = preview(home, SERVER, STUDY, SERIES)
    stored = np.frombuffer(dataset.PixelData, "<i2").reshape(8, 8)
    assert values.dtype == np.float32
    np.testing.assert_allclose(values, 2.5 * stored)
    assert pacs.asked == [(Via.GET, [middle])]
    assert not (home / "studies").exists()


def test_a_preview_comes_by_another_way_where_the_first_fails(home: Path, pacs: FakePacs) -> None:
    pacs.without = (Via.GET,)
    assert preview(home, SERVER, STUDY, SERIES).shape == (8, 8)
    assert [via for via, _ in pacs.asked] == [Via.GET, Via.WEB]


def test_a_preview_that_no_way_brings_is_a_sentence(home: Path, pacs: FakePacs) -> None:
    pacs.without = (Via.GET, Via.WEB)
    with pytest.raises(PacsError, match=r"No preview of this series\. The server does not"):
        preview(home, SERVER, STUDY, SERIES)


def test_what_is_no_image_has_no_preview(home: Path, pacs: FakePacs) -> None:
    report = slice_(1)
    del report.PixelData, report.Rows, report.Columns
    report.SOPClassUID = "1.2.840.10008.5.1.4.1.1.88.34"
    pacs.files = {str(report.SOPInstanceUID): content(report)}
    with pytest.raises(PacsError, match="has no image to show"):
        preview(home, SERVER, STUDY, SERIES)


def test_a_series_that_is_not_there_has_no_preview(home: Path, pacs: FakePacs) -> None:
    with pytest.raises(PacsError, match="lists no instances of this series"):
        preview(home, SERVER, STUDY, "1.2.3")


def test_a_server_is_known_by_its_entry_alone(home: Path, pacs: FakePacs) -> None:
    add_server(home, replace(SERVER, name="web", called_aet="", retrieve=Via.WEB))
    assert preview(home, replace(SERVER, called_aet=""), STUDY, SERIES).shape == (8, 8)
    assert [via for via, _ in pacs.asked] == [Via.WEB]
