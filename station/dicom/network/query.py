"""What a server has: its studies, their series and instances (C-FIND).

Servers differ in how they match. What Station asks for is wide enough for each of them, and what
they answer is looked through again here, so that all servers find the same.
"""

import re
from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from pydicom.charset import decode_bytes, python_encoding
from pydicom.dataset import Dataset
from pydicom.tag import Tag
from pydicom.valuerep import TEXT_VR_DELIMS, PersonName

from station.dicom.attributes import PARSE_ERRORS, encodings
from station.dicom.header import lenient
from station.dicom.network.asking import UNCOMPRESSED, Association, associated
from station.dicom.network.association import PATIENCE, BrokenOff, Patience, place
from station.dicom.network.matching import (
    CONTROL,
    escaped,
    has_modality,
    matches,
    spellings,
    word_patterns,
)
from station.dicom.network.statuses import CANCELLED, is_success, sentence
from station.dicom.network.wire import Proposal, Verb, unhurried
from station.pacs import (
    LISTED,
    FoundStudies,
    PacsError,
    Query,
    RemoteInstance,
    RemoteSeries,
    RemoteStudy,
    Server,
)

PATIENT_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.1.1"  # PS3.4 C.6.1.3
STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1"  # PS3.4 C.6.2.3
PROPOSALS = tuple(Proposal(model, UNCOMPRESSED) for model in (STUDY_ROOT_FIND, PATIENT_ROOT_FIND))
UTF_8, LATIN_1 = "ISO_IR 192", "ISO_IR 100"  # PS3.3 C.12.1.1.2

LOOKED_AT = 20
"""Answers per study listed after which a search ends where a server ignores what it is asked"""
MOST_INSTANCES = 200_000
"""Of one series; a server that lists more is not believed"""
LONGEST_TEXT = 256
LONGEST_UID = 64

UID = re.compile(r"[!-)+->@-\[\]-~]{1,64}", re.ASCII)
"""Anything printable but wildcards and the backslash: some servers have letters in UIDs"""
ESCAPE = 0x1B
DEFAULT_SETS = {"", "ISO_IR 6", "ISO 2022 IR 6"}

Found = TypeVar("Found")


def find_studies(
    server: Server,
    query: Query,
    limit: int = LISTED,
    *,
    patience: Patience = PATIENCE,
    waiting: Callable[[], None] = unhurried,
) -> FoundStudies:
    """The studies of `server` that match; at most `limit`.

    `waiting` is called again and again, and raises `Cancelled` to end the search. Raises PacsError.
    """
    if query.since and query.until and query.since > query.until:
        raise PacsError(
            f"The search starts on {query.since} and ends before, on {query.until}. Exchange the "
            "dates."
        )

    def search(association: Association) -> FoundStudies:
        found = _Found(query, limit)
        for charset, keys in _asked_for(query):
            if charset == LATIN_1 and found.studies:
                continue  # the server understands UTF-8
            if found.more or found.is_case_blind:
                break
            for level in _levels(association, keys, charset, found):
                found.take(association, level)
        if query.modality:
            _tell_modalities(association, found)
        return found.result()

    return _once_more(server, patience, waiting, search)


def find_series(
    server: Server,
    study_uid: str,
    *,
    patience: Patience = PATIENCE,
    waiting: Callable[[], None] = unhurried,
) -> tuple[RemoteSeries, ...]:
    """The series of a study by their numbers. Raises PacsError."""
    return _once_more(
        server, patience, waiting, lambda association: _series(association, study_uid)
    )


def find_instances(
    server: Server,
    study_uid: str,
    series_uid: str,
    *,
    patience: Patience = PATIENCE,
    waiting: Callable[[], None] = unhurried,
) -> tuple[RemoteInstance, ...]:
    """The instances of a series by their numbers. Raises PacsError."""

    def search(association: Association) -> tuple[RemoteInstance, ...]:
        return _instances(association, study_uid, series_uid)

    return _once_more(server, patience, waiting, search)


# --- asking -----------------------------------------------------------------------------------


def _once_more(
    server: Server,
    patience: Patience,
    waiting: Callable[[], None],
    search: Callable[[Association], Found],
) -> Found:
    """What a search finds; tried again where the association broke off."""
    try:
        with associated(server, PROPOSALS, patience, waiting) as association:
            return search(association)
    except BrokenOff:
        waiting()
    with associated(server, PROPOSALS, patience, waiting) as association:
        return search(association)


def _model(association: Association) -> str:
    accepts_study_root = association.context(STUDY_ROOT_FIND) is not None
    return STUDY_ROOT_FIND if accepts_study_root else PATIENT_ROOT_FIND


def _answers(
    association: Association, keys: Dataset, enough: Callable[[], bool] = lambda: False
) -> Generator[Dataset | None]:
    """The identifiers that match `keys`; None for one that cannot be read.

    Asks the server to stop once `enough()`, and leaves where it goes on. Raises PacsError.
    """
    model, server = _model(association), association.server
    is_cancelled, ignored = False, 0
    for answer in association.ask(Verb.C_FIND, model, keys):
        association.line.tick()
        if not answer.is_pending:
            if not is_success(answer.status) and answer.status != CANCELLED:
                raise PacsError(sentence(answer.status, server, "C-FIND"))
        elif is_cancelled:
            ignored += 1
            if ignored > LOOKED_AT * LISTED:
                association.line.abort()
                return
        else:
            yield answer.identifier
            if enough():
                is_cancelled = True
                association.cancel(model)


def _identifier(level: str, **keys: str) -> Dataset:
    """Keys of a query, in UTF-8."""
    dataset = Dataset()
    dataset.SpecificCharacterSet = UTF_8
    dataset.QueryRetrieveLevel = level
    for keyword, value in keys.items():
        setattr(dataset, keyword, value)
    return dataset


def _asked_for(query: Query) -> Generator[tuple[str, dict[str, str]]]:
    """Character set and keys with which studies are asked for, one after the other.

    A server that distinguishes case is asked for what was typed, in capitals and as a name; one
    that does not know UTF-8 in Latin-1.
    """
    since, until = (f"{day:%Y%m%d}" if day else "" for day in (query.since, query.until))
    keys = {
        "PatientID": escaped(query.patient_id),
        "StudyDate": f"{since}-{until}" if since or until else "",
        "AccessionNumber": escaped(query.accession),
        "ModalitiesInStudy": escaped(query.modality.upper()),
        "StudyInstanceUID": escaped(query.study_uid),
    }
    for charset in (UTF_8, LATIN_1):
        for name in spellings(query.name) or [""]:
            if charset == LATIN_1 and (name + "".join(keys.values())).isascii():
                continue
            if charset == LATIN_1 and not _fits_latin_1(name + "".join(keys.values())):
                continue
            yield charset, {**keys, "PatientName": name}


def _fits_latin_1(text: str) -> bool:
    return all(ord(sign) < 0x100 for sign in text)


def _levels(
    association: Association, keys: dict[str, str], charset: str, found: "_Found"
) -> Generator[Dataset]:
    """The queries that find studies with `keys`: one, or one for each patient in Patient Root."""
    returned = {
        "StudyTime": "",
        "StudyDescription": "",
        "NumberOfStudyRelatedSeries": "",
        "NumberOfStudyRelatedInstances": "",
    }
    if _model(association) == STUDY_ROOT_FIND:
        asked = _identifier("STUDY", **keys, **returned)
        asked.SpecificCharacterSet = charset
        yield asked
        return
    of_patient = {name: keys[name] for name in ("PatientID", "PatientName")}
    asked = _identifier("PATIENT", **of_patient)
    asked.SpecificCharacterSet = charset
    patients: dict[str, str] = {}
    most = LOOKED_AT * found.limit
    for identifier in _answers(association, asked, lambda: len(patients) >= most):
        if identifier is not None and (patient := _text(identifier, "PatientID")):
            patients.setdefault(patient, _text(identifier, "PatientName"))
    of_study = {name: value for name, value in keys.items() if name not in of_patient}
    for patient, name in patients.items():
        if not found.more:
            found.patient = (patient, name)  # its studies need not repeat whose they are
            yield _identifier("STUDY", PatientID=patient, **of_study, **returned)


# --- looking through --------------------------------------------------------------------------


class _Found:
    """Studies as they are found."""

    def __init__(self, query: Query, limit: int) -> None:
        self.query = query
        self.limit = limit
        self.studies: dict[str, RemoteStudy] = {}
        self.more = False
        self.left_out = 0
        self.is_case_blind = False
        self.patient: tuple[str, str] = ("", "")
        self._looked_at = 0
        self._words = word_patterns(query.name)

    def take(self, association: Association, keys: Dataset) -> None:
        word = str(keys.get("PatientName", "")).strip("*?")
        for identifier in _answers(association, keys, self._is_enough):
            self._looked_at += 1
            study = None if identifier is None else _study(identifier, *self.patient)
            if identifier is None or study is None:
                self.left_out += 1
            elif self._matches(study, _raw(identifier, "SpecificCharacterSet")):
                if word and word not in study.patient_name:
                    self.is_case_blind = True
                before = self.studies.get(study.study_uid)
                self.studies[study.study_uid] = study if before is None else _merged(before, study)
        if not word:
            self.is_case_blind = True  # there is nothing to write in another way

    def result(self) -> FoundStudies:
        studies = tuple(self.studies.values())
        more = self.more or len(studies) > self.limit
        return FoundStudies(studies[: self.limit], more, self.left_out)

    def _is_enough(self) -> bool:
        self.more = len(self.studies) > self.limit or self._looked_at >= LOOKED_AT * self.limit
        return self.more

    def _matches(self, study: RemoteStudy, charset: bytes) -> bool:
        """Where the server does not say, or cannot write what was typed, it is believed."""
        words = [pattern for word, pattern in self._words.items() if _can_write(charset, word)]
        return matches(study, self.query, words)


def _merged(one: RemoteStudy, other: RemoteStudy) -> RemoteStudy:
    """What two answers say of one study."""
    return replace(
        one,
        patient_id=one.patient_id or other.patient_id,
        patient_name=one.patient_name or other.patient_name,
        date=one.date or other.date,
        description=one.description or other.description,
        accession=one.accession or other.accession,
        modalities=tuple(sorted({*one.modalities, *other.modalities})),
        series=_larger(one.series, other.series),
        instances=_larger(one.instances, other.instances),
    )


def _larger(one: int | None, other: int | None) -> int | None:
    known = [number for number in (one, other) if number is not None]
    return max(known, default=None)


def _tell_modalities(association: Association, found: _Found) -> None:
    """Ask for the series of studies whose modalities the server left out; drop those without."""
    for study_uid, study in list(found.studies.items())[: found.limit]:
        if study.modalities:
            continue
        series = _series(association, study_uid)
        modalities = tuple(sorted({one.modality for one in series if one.modality}))
        told = replace(study, modalities=modalities, series=len(series))
        if has_modality(told, found.query):
            found.studies[study_uid] = told
        else:
            del found.studies[study_uid]


# --- reading answers --------------------------------------------------------------------------


def _study(identifier: Dataset, patient_id: str, patient_name: str) -> RemoteStudy | None:
    if not (study_uid := _uid(identifier, "StudyInstanceUID")):
        return None
    modalities = _text(identifier, "ModalitiesInStudy").split("\\")
    return RemoteStudy(
        study_uid=study_uid,
        patient_id=_text(identifier, "PatientID") or patient_id,
        patient_name=_text(identifier, "PatientName") or patient_name,
        date=_day(_text(identifier, "StudyDate")),
        description=_text(identifier, "StudyDescription"),
        modalities=tuple(sorted({name.strip() for name in modalities if name.strip()})),
        accession=_text(identifier, "AccessionNumber"),
        series=_count(identifier, "NumberOfStudyRelatedSeries"),
        instances=_count(identifier, "NumberOfStudyRelatedInstances"),
    )


def _series(association: Association, study_uid: str) -> tuple[RemoteSeries, ...]:
    keys = _identifier(
        "SERIES",
        StudyInstanceUID=study_uid,
        SeriesInstanceUID="",
        Modality="",
        SeriesDescription="",
        SeriesNumber="",
        NumberOfSeriesRelatedInstances="",
    )
    found: dict[str, RemoteSeries] = {}
    for identifier in _answers(association, keys, lambda: len(found) > MOST_INSTANCES):
        if identifier is None or not (series_uid := _uid(identifier, "SeriesInstanceUID")):
            continue
        if (_uid(identifier, "StudyInstanceUID") or study_uid) != study_uid:
            continue
        number = _integer(identifier, "SeriesNumber")
        series = RemoteSeries(
            series_uid,
            _text(identifier, "Modality"),
            _text(identifier, "SeriesDescription"),
            number,
            _count(identifier, "NumberOfSeriesRelatedInstances"),
        )
        found.setdefault(series_uid, series)
    return tuple(sorted(found.values(), key=lambda s: (s.number is None, s.number or 0)))


def _instances(
    association: Association, study_uid: str, series_uid: str
) -> tuple[RemoteInstance, ...]:
    keys = _identifier(
        "IMAGE",
        StudyInstanceUID=study_uid,
        SeriesInstanceUID=series_uid,
        SOPInstanceUID="",
        SOPClassUID="",
        InstanceNumber="",
    )
    found: dict[str, tuple[int, RemoteInstance]] = {}
    for identifier in _answers(association, keys, lambda: len(found) > MOST_INSTANCES):
        if identifier is None or not (sop_uid := _uid(identifier, "SOPInstanceUID")):
            continue
        if (_uid(identifier, "SeriesInstanceUID") or series_uid) != series_uid:
            continue
        number = _integer(identifier, "InstanceNumber")
        instance = RemoteInstance(sop_uid, _uid(identifier, "SOPClassUID"), series_uid)
        found.setdefault(sop_uid, (MOST_INSTANCES if number is None else number, instance))
    if len(found) > MOST_INSTANCES:
        raise PacsError(
            f"{place(association.server)} lists more than {MOST_INSTANCES:,} instances in one "
            "series. Ask its administrator what the series is."
        )
    return tuple(instance for _, instance in sorted(found.values(), key=lambda pair: pair[0]))


def _raw(identifier: Dataset, keyword: str) -> bytes:
    """The value as it was sent; empty where it is missing or of a kind that has no text."""
    try:
        element = identifier.get_item(Tag(keyword))
    except PARSE_ERRORS:
        return b""
    value: object = getattr(element, "value", None)
    if isinstance(value, bytes):
        return value[: 4 * LONGEST_TEXT]
    return str(value).encode() if isinstance(value, str | int) else b""


def _text(identifier: Dataset, keyword: str) -> str:
    """A text in the character set that its answer states; without padding and control signs."""
    value = _raw(identifier, keyword)
    charset = _raw(identifier, "SpecificCharacterSet")
    text = decoded(value, charset, is_name=keyword == "PatientName")
    text = CONTROL.sub("", text)[:LONGEST_TEXT].strip()
    return text.rstrip("^= ") if keyword == "PatientName" else text


def decoded(value: bytes, charset: bytes, *, is_name: bool = False) -> str:
    """A value in the character sets (0008,0005) `charset`.

    Where they are missing or cannot be right it is UTF-8, or else Latin-1, in which every value
    can be read.
    """
    if value.isascii() and ESCAPE not in value:
        return value.decode("ascii")
    stated = charset.strip(b" \0")
    try:
        names = {name.strip() for name in stated.decode("latin-1").split("\\")}
        if names - DEFAULT_SETS and names <= python_encoding.keys():
            with lenient():
                codecs = list(encodings(stated))
                text = (
                    str(PersonName(value, codecs))
                    if is_name
                    else decode_bytes(value, codecs, TEXT_VR_DELIMS)
                )
            if "\ufffd" not in text:
                return text
    except PARSE_ERRORS:
        pass
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _can_write(charset: bytes, word: str) -> bool:
    """Whether a word can be written in a character set; a server leaves out what cannot."""
    if word.isascii():
        return True
    with lenient():
        codecs = encodings(charset)
    for codec in codecs:
        with suppress(UnicodeEncodeError, LookupError):
            return bool(word.encode(codec))
    return False


def _uid(identifier: Dataset, keyword: str) -> str:
    """A UID; empty where there is none, or nothing that can be asked for."""
    value = _raw(identifier, keyword).strip(b" \0")
    text = value.decode("latin-1")
    return text if len(value) <= LONGEST_UID and UID.fullmatch(text) else ""


def _integer(identifier: Dataset, keyword: str) -> int | None:
    try:
        return int(_text(identifier, keyword)[:12])
    except ValueError:
        return None


def _count(identifier: Dataset, keyword: str) -> int | None:
    number = _integer(identifier, keyword)
    return number if number is not None and number >= 0 else None


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text[:10].replace(".", "").replace("-", ""), "%Y%m%d").date()
    except ValueError:
        return None
