"""Whatever a server answers, the studies that match are found, with their names as written."""

import threading
from collections.abc import Generator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.config import disable_value_validation
from pydicom.dataset import Dataset
from pynetdicom import evt

from station.dicom.network.query import (
    PATIENT_ROOT_FIND,
    STUDY_ROOT_FIND,
    decoded,
    find_instances,
    find_series,
    find_studies,
)
from station.errors import Cancelled
from station.pacs import PacsError, Query, RemoteInstance, RemoteSeries, Server
from tests.dicom.network.instances import STUDY, content, instance, written
from tests.dicom.network.servers import QUICK, UNANSWERED, serving
from tests.peers import dcmtk
from tests.peers.orthanc import Orthanc, running


def study(number: int = 1, **values: object) -> Dataset:
    """A study as a server lists it."""
    dataset = Dataset()
    with disable_value_validation():
        for keyword, value in {
            "StudyInstanceUID": f"1.2.3.{number}",
            "PatientName": "Doe^Jane",
            "PatientID": "SYN1",
            "StudyDate": "20240301",
            "ModalitiesInStudy": ["CT", "PT"],
            "StudyDescription": "Whole body",
            **values,
        }.items():
            setattr(dataset, keyword, value)
    return dataset


class Asked(list[Dataset]):
    """The identifiers that a server was asked with."""


def listing(
    answers: Sequence[Dataset], asked: Asked | None = None, model: str = STUDY_ROOT_FIND
) -> Any:
    """A server that ignores what it is asked, and lists everything until it is cancelled."""

    def answer(event: Any) -> Generator[tuple[int, Dataset | None]]:
        if asked is not None:
            asked.append(event.identifier)
        level = event.identifier.QueryRetrieveLevel
        for one in answers:
            if event.is_cancelled:
                yield 0xFE00, None
                return
            if ("SeriesInstanceUID" in one) == (level != "STUDY"):
                yield 0xFF00, one

    return serving([model], [(evt.EVT_C_FIND, answer)])


# --- what is asked ------------------------------------------------------------------------------


def test_a_query_states_its_character_set_and_asks_for_what_is_shown() -> None:
    asked = Asked()
    with listing([study()], asked) as server:
        find_studies(server, Query(name="Müller", modality="PT", since=date(2024, 1, 2)))
    keys = asked[0]
    assert keys.SpecificCharacterSet == "ISO_IR 192"
    assert keys.QueryRetrieveLevel == "STUDY"
    assert str(keys.PatientName) == "*Müller*"
    assert keys.StudyDate == "20240102-"
    assert keys.ModalitiesInStudy == "PT"
    assert "NumberOfStudyRelatedInstances" in keys
    assert "ISO_IR 100" in [one.SpecificCharacterSet for one in asked], "for who knows no UTF-8"


def test_what_a_user_types_is_never_two_values() -> None:
    asked = Asked()
    with listing([], asked) as server:
        find_studies(server, Query(patient_id="A\\B", name="O\\Neil", accession="1\n2"))
    assert asked[0].PatientID == "A?B"
    assert str(asked[0].PatientName) == "*O?Neil*"
    assert asked[0].AccessionNumber == "12"


def test_dates_in_the_wrong_order_are_said() -> None:
    with pytest.raises(PacsError, match="Exchange the dates"):
        find_studies(
            Server("P", "127.0.0.1", 1, "P"),
            Query(since=date(2024, 2, 1), until=date(2024, 1, 1)),
        )


# --- what is found ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["doe", "DOE", "jane doe", "Doe, Jane", "doe^jane", "ja do", "J?ne", "d*e", "dóe", "*"],
)
def test_names_match_by_beginnings_of_words_in_any_order_and_case(typed: str) -> None:
    others = [study(2, PatientName="Roe^Richard"), study(3, PatientName="Adoe^X")]
    with listing([study(), *others]) as server:
        found = find_studies(server, Query(name=typed)).studies
    assert "1.2.3.1" in {one.study_uid for one in found}
    assert len(found) == (3 if typed == "*" else 1)


@pytest.mark.parametrize("typed", ["janet", "oe", "doe richard", "Do.", "D[o]e"])
def test_other_names_do_not_match(typed: str) -> None:
    with listing([study()]) as server:
        assert find_studies(server, Query(name=typed)).studies == ()


def test_a_name_is_found_by_its_ideograms_even_without_a_space() -> None:
    answer = study(PatientName="Wang^XiaoDong=王^小东")
    answer.SpecificCharacterSet = "GB18030"
    with listing([answer]) as server:
        found = find_studies(server, Query(name="王小东")).studies
    assert [one.patient_name for one in found] == ["Wang^XiaoDong=王^小东"]


def test_a_server_that_distinguishes_case_is_asked_in_other_spellings() -> None:
    def strict(event: Any) -> Generator[tuple[int, Dataset | None]]:
        if str(event.identifier.PatientName).strip("*") in "DOE^JANE":
            yield 0xFF00, study(PatientName="DOE^JANE")

    with serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, strict)]) as server:
        assert len(find_studies(server, Query(name="doe")).studies) == 1


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (Query(patient_id="syn1"), 1),
        (Query(patient_id="SYN"), 0),
        (Query(patient_id="SYN*"), 1),
        (Query(since=date(2024, 3, 1), until=date(2024, 3, 1)), 1),
        (Query(since=date(2024, 3, 2)), 0),
        (Query(until=date(2024, 2, 29)), 0),
        (Query(modality="pt"), 1),
        (Query(modality="MR"), 0),
        (Query(study_uid="1.2.3.1"), 1),
        (Query(study_uid="1.2.3"), 0),
        (Query(), 1),
    ],
)
def test_what_a_server_ignores_is_looked_through_here(query: Query, count: int) -> None:
    with listing([study()]) as server:
        assert len(find_studies(server, query).studies) == count


def test_a_server_that_hides_modalities_is_asked_for_the_series() -> None:
    def answer(event: Any) -> Generator[tuple[int, Dataset | None]]:
        keys = event.identifier
        if keys.QueryRetrieveLevel == "STUDY":
            for number in (1, 2):
                yield 0xFF00, study(number, ModalitiesInStudy=None)
        else:
            series = Dataset()
            series.SeriesInstanceUID = keys.StudyInstanceUID + ".1"
            series.Modality = "PT" if keys.StudyInstanceUID == "1.2.3.1" else "CT"
            yield 0xFF00, series

    with serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, answer)]) as server:
        found = find_studies(server, Query(modality="PT")).studies
    assert [(one.study_uid, one.modalities, one.series) for one in found] == [
        ("1.2.3.1", ("PT",), 1)
    ]


def test_a_study_that_is_listed_twice_is_one() -> None:
    twice = [
        study(ModalitiesInStudy="PT", NumberOfStudyRelatedInstances="3"),
        study(ModalitiesInStudy="CT", NumberOfStudyRelatedInstances="5", AccessionNumber="A"),
    ]
    with listing(twice) as server:
        (found,) = find_studies(server, Query()).studies
    assert (found.modalities, found.instances, found.accession) == (("CT", "PT"), 5, "A")


def test_a_search_stops_at_its_limit_and_says_that_there_are_more() -> None:
    sent: list[int] = []

    def endless(event: Any) -> Generator[tuple[int, Dataset | None]]:
        for number in range(100_000):
            if event.is_cancelled:
                yield 0xFE00, None
                return
            sent.append(number)
            yield 0xFF00, study(number)

    with serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, endless)]) as server:
        found = find_studies(server, Query(), limit=20)
    assert len(found.studies) == 20
    assert found.more
    assert len(sent) < 50_000, "the server was asked to stop"


def test_exactly_as_many_studies_as_the_limit_are_all() -> None:
    with listing([study(number) for number in range(20)]) as server:
        assert not find_studies(server, Query(), limit=20).more


def test_a_server_with_patient_root_only_is_asked_patient_by_patient() -> None:
    def answer(event: Any) -> Generator[tuple[int, Dataset | None]]:
        keys = event.identifier
        if keys.QueryRetrieveLevel == "PATIENT":
            yield 0xFF00, study(StudyInstanceUID=None)
        elif keys.PatientID == "SYN1":
            yield 0xFF00, study(PatientID=None, PatientName=None)

    with serving([PATIENT_ROOT_FIND], [(evt.EVT_C_FIND, answer)]) as server:
        (found,) = find_studies(server, Query(name="doe")).studies
    assert (found.study_uid, found.patient_id) == ("1.2.3.1", "SYN1")
    assert found.patient_name == "Doe^Jane"


# --- faults -------------------------------------------------------------------------------------


def test_a_refused_query_is_a_sentence() -> None:
    def refuse(event: Any) -> Generator[tuple[int, Dataset | None]]:
        yield 0xA700, None

    with (
        serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, refuse)]) as server,
        pytest.raises(PacsError, match=r"refused a C-FIND: it is out of resources.*A700"),
    ):
        find_studies(server, Query())


def test_a_query_whose_association_breaks_off_is_asked_once_more() -> None:
    asked: list[int] = []

    def aborts_once(event: Any) -> Generator[tuple[int, Dataset | None]]:
        asked.append(1)
        yield 0xFF00, study()
        if len(asked) == 1:
            event.assoc.abort()

    with serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, aborts_once)]) as server:
        assert len(find_studies(server, Query(), patience=QUICK).studies) == 1
    assert len(asked) == 2


def test_a_query_that_never_ends_is_given_up() -> None:
    stop = threading.Event()

    def stalls(event: Any) -> Generator[tuple[int, Dataset | None]]:
        yield 0xFF00, study()
        stop.wait(20)

    with serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, stalls)]) as server:
        with pytest.raises(PacsError, match="has not answered a C-FIND"):
            find_studies(server, Query(), patience=UNANSWERED)
        stop.set()


def test_a_search_can_be_cancelled_while_the_server_is_silent() -> None:
    stop = threading.Event()

    def stalls(event: Any) -> Generator[tuple[int, Dataset | None]]:
        yield 0xFF00, study()
        stop.wait(20)

    def cancel() -> None:
        raise Cancelled

    with serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, stalls)]) as server:
        with pytest.raises(Cancelled):
            find_studies(server, Query(), waiting=cancel)
        stop.set()


@pytest.mark.parametrize(
    "spoilt",
    [
        {"StudyInstanceUID": None},
        {"StudyInstanceUID": "1.2.*"},
        {"StudyInstanceUID": "1." * 60 + "1"},
        {"StudyInstanceUID": "../../etc"[:0]},
    ],
)
def test_an_answer_without_a_usable_uid_is_left_out_and_counted(
    spoilt: dict[str, Any],
) -> None:
    answer = study(**spoilt)
    with disable_value_validation(), listing([answer, study(2)]) as server:
        found = find_studies(server, Query())
    assert [one.study_uid for one in found.studies] == ["1.2.3.2"]
    assert found.left_out == 1


def test_nonsense_in_an_answer_is_left_empty() -> None:
    answer = study(
        StudyDate="yesterday",
        NumberOfStudyRelatedInstances="-4",
        StudyDescription="\x1b[31m" + "x" * 5000,
        ModalitiesInStudy=[f"M{number}" for number in range(200)],
    )
    answer.add_new("NumberOfStudyRelatedSeries", "PN", "many")
    with disable_value_validation(), listing([answer]) as server:
        (found,) = find_studies(server, Query()).studies
    assert (found.date, found.instances, found.series) == (None, None, None)
    assert len(found.description) <= 256
    assert "\x1b" not in found.description


def test_hostile_identifiers_never_crash() -> None:
    from io import BytesIO

    from pynetdicom.dsutils import encode

    whole = encode(study(SpecificCharacterSet="GB18030"), False, True)
    assert whole is not None
    rng = np.random.default_rng(5)

    def hostile(event: Any) -> Generator[tuple[int, Dataset | None]]:
        from pynetdicom.dimse_primitives import C_FIND

        for _ in range(300):
            spoilt = bytearray(whole[: int(rng.integers(1, len(whole) + 1))])
            for _ in range(int(rng.integers(0, 6))):
                spoilt[int(rng.integers(0, len(spoilt)))] = int(rng.integers(0, 256))
            answer = C_FIND()
            answer.MessageIDBeingRespondedTo = 1
            answer.AffectedSOPClassUID = STUDY_ROOT_FIND
            answer.Status = 0xFF00
            answer.Identifier = BytesIO(bytes(spoilt))
            event.assoc.dimse.send_msg(answer, event.context.context_id)
        yield 0xFF00, study(7)

    with serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, hostile)]) as server:
        found = find_studies(server, Query())
    assert "1.2.3.7" in {one.study_uid for one in found.studies}
    assert found.left_out > 0


# --- character sets -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("GB18030", "Zhang^XiaoDong=张^小东"),
        ("ISO_IR 192", "Müller^Çağla=王^小东"),
        ("ISO_IR 144", "Люкceмбypг^Роза"),
        ("ISO_IR 100", "Müller^Jürgen"),
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        (["", "ISO 2022 IR 149"], "Hong^Gildong=洪^吉洞=홍^길동"),
        ("ISO_IR 166", "สมชาย^ใจดี"),
    ],
)
def test_names_are_read_in_the_server_s_character_set(charset: str | list[str], name: str) -> None:
    answer = study()
    answer.SpecificCharacterSet = charset
    answer.PatientName = name
    with listing([answer]) as server:
        (found,) = find_studies(server, Query()).studies
    assert found.patient_name == name


@pytest.mark.parametrize(
    ("value", "charset", "name"),
    [
        ("Müller".encode(), b"", "Müller"),
        ("Müller".encode("latin-1"), b"", "Müller"),
        ("Müller".encode("latin-1"), b"ISO_IR 192", "Müller"),
        ("Müller".encode(), b"NONSENSE", "Müller"),
        ("Müller".encode("latin-1"), b"\xff\xfe\\", "Müller"),
        (b"Doe^Jane", b"ISO_IR 999", "Doe^Jane"),
    ],
)
def test_a_missing_or_wrong_character_set_still_gives_a_name(
    value: bytes, charset: bytes, name: str
) -> None:
    assert decoded(value, charset, is_name=True) == name


# --- series and instances -----------------------------------------------------------------------


def test_series_and_instances_come_by_their_numbers_and_only_once() -> None:
    def answer(event: Any) -> Generator[tuple[int, Dataset | None]]:
        for number in (3, 1, 2, 1):
            one = Dataset()
            one.StudyInstanceUID = event.identifier.StudyInstanceUID
            one.SeriesInstanceUID = "1.2.9"
            if event.identifier.QueryRetrieveLevel == "SERIES":
                one.SeriesInstanceUID = f"1.2.{number}"
                one.SeriesNumber = number
                one.Modality = "PT"
            else:
                one.SOPInstanceUID = f"1.2.9.{number}"
                one.SOPClassUID = "1.2.840.10008.5.1.4.1.1.128"
                one.InstanceNumber = number
            yield 0xFF00, one

    with serving([STUDY_ROOT_FIND], [(evt.EVT_C_FIND, answer)]) as server:
        assert find_series(server, "1.2") == tuple(
            RemoteSeries(f"1.2.{number}", "PT", "", number) for number in (1, 2, 3)
        )
        assert find_instances(server, "1.2", "1.2.9") == tuple(
            RemoteInstance(f"1.2.9.{number}", "1.2.840.10008.5.1.4.1.1.128", "1.2.9")
            for number in (1, 2, 3)
        )


@pytest.mark.simulated
def test_dcmtk_s_archive_finds_the_same(tmp_path: Path) -> None:
    with dcmtk.archive(tmp_path / "archive") as peer:
        peer.take(*written(tmp_path / "pet", 3), *written(tmp_path / "dl", 2, series="DL"))
        check_peer(Server("dcmtk", peer.host, peer.port, peer.aet))


@pytest.mark.simulated
def test_orthanc_finds_the_same(orthanc: Orthanc, tmp_path: Path) -> None:
    orthanc.take(*written(tmp_path / "pet", 3), *written(tmp_path / "dl", 2, series="DL"))
    check_peer(Server("Orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet))


def check_peer(server: Server) -> None:
    for query in (
        Query(name="jane d"),
        Query(patient_id="SYN1"),
        Query(modality="PT", since=date(2024, 3, 1), until=date(2024, 3, 1)),
        Query(accession="A1"),
        Query(study_uid=STUDY),
    ):
        (found,) = find_studies(server, query).studies
        assert found.study_uid == STUDY
        assert found.patient_name == "Doe^Jane"
        assert found.date == date(2024, 3, 1)
    for query in (
        Query(name="richard"),
        Query(patient_id="SYN2"),
        Query(modality="MR"),
        Query(since=date(2024, 3, 2)),
    ):
        assert find_studies(server, query).studies == ()
    series = find_series(server, STUDY)
    uid = str(instance(1).SeriesInstanceUID)
    assert len(series) == 2
    pet = next(one for one in series if one.series_uid == uid)
    assert pet.modality == "PT"
    instances = find_instances(server, STUDY, pet.series_uid)
    expected = [instance(number) for number in (1, 2, 3)]
    assert [one.sop_uid for one in instances] == [str(one.SOPInstanceUID) for one in expected]
    # dcmtk's archive does not tell the class.
    assert {one.sop_class for one in instances} <= {"", str(expected[0].SOPClassUID)}


@pytest.mark.simulated
@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("GB18030", "Zhang^XiaoDong=张^小东"),
        ("ISO_IR 144", "Иванов^Роза"),
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        ("ISO_IR 100", "Müller^Jürgen"),
    ],
)
def test_names_that_orthanc_keeps_are_found_and_read(
    charset: str | list[str], name: str, utf_8: Orthanc, tmp_path: Path
) -> None:
    server, typed = (
        kept(utf_8, charset, name, tmp_path),
        name.rsplit("=", maxsplit=1)[-1].split("^", maxsplit=1)[0],
    )
    (found,) = find_studies(server, Query(name=typed)).studies
    assert found.patient_name == name


@pytest.mark.simulated
def test_a_server_that_cannot_write_a_name_but_finds_it_is_believed(
    orthanc: Orthanc, tmp_path: Path
) -> None:
    """Orthanc answers in Latin-1 unless it is set up otherwise."""
    server = kept(orthanc, "GB18030", "Zhang^XiaoDong=张^小东", tmp_path)
    (found,) = find_studies(server, Query(name="张")).studies
    assert found.patient_name == "Zhang^XiaoDong"
    assert find_studies(server, Query(name="王")).studies == ()


def kept(orthanc: Orthanc, charset: str | list[str], name: str, folder: Path) -> Server:
    """Orthanc, with one study of a patient of this name."""
    dataset = instance(1)
    dataset.SpecificCharacterSet = charset
    dataset.PatientName = name
    (folder / "one.dcm").write_bytes(content(dataset))
    orthanc.empty()
    orthanc.take(folder / "one.dcm")
    return Server("Orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet)


@pytest.fixture(scope="module")
def utf_8(tmp_path_factory: pytest.TempPathFactory) -> Generator[Orthanc]:
    with running(tmp_path_factory.mktemp("orthanc"), DefaultEncoding="Utf8") as peer:
        yield peer
