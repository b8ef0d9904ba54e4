"""A PACS by DICOMweb: what it has (QIDO-RS), fetching (WADO-RS) and sending (STOW-RS).

Source: PS3.18 10. What a server lists, and the parts that it sends, come from a stranger: nothing
of it names a path, and a part is kept only if it is an instance that was listed.
"""

import re
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from dicomweb_client.uri import parse_query_parameters

from station.dicom.network.association import PATIENCE, BrokenOff, Patience
from station.dicom.network.inbox import (
    OUT_OF_RESOURCES,
    DiskFull,
    Inbox,
    Kept,
    Lots,
    Refused,
    identity,
)
from station.dicom.network.matching import (
    escaped,
    in_ascii,
    is_case_blind,
    matches,
    spellings,
    word_patterns,
)
from station.dicom.network.multipart import (
    Malformed,
    TooLarge,
    boundary_of,
    content_type,
    parts,
)
from station.dicom.network.web_connection import (
    NO_SUCH_SERVICE,
    Answered,
    Connection,
    Lost,
    connected,
)
from station.pacs import (
    LISTED,
    Failure,
    FoundStudies,
    PacsError,
    Query,
    RemoteInstance,
    RemoteSeries,
    RemoteStudy,
    Server,
    Traffic,
    Watch,
    unwatched,
)

PAGE = 1000
"""Data sets that are asked for at once"""
MOST_INSTANCES = 200_000
"""Of one study: a server that lists more lists without end"""
UID = re.compile(r"[0-9][0-9.]{0,63}", re.ASCII)
LONGEST_TEXT = 1024

AS_STORED = 'multipart/related; type="application/dicom"; transfer-syntax=*'
AS_DICOM = 'multipart/related; type="application/dicom"'
"""For servers that do not know `*`: they may convert to Explicit VR Little Endian"""

FEW = 8
"""Instances that are fetched one by one rather than with their whole series"""
FRUITLESS = 3
"""Failures in a row of the connection or the disk, after which the rest is given up"""

STUDY_UID, SERIES_UID = "0020000D", "0020000E"
SOP_CLASS, SOP_UID = "00080016", "00080018"
STUDY_DATE, ACCESSION, MODALITIES = "00080020", "00080050", "00080061"
MODALITY, STUDY_DESCRIPTION, SERIES_DESCRIPTION = "00080060", "00081030", "0008103E"
PATIENT_NAME, PATIENT_ID = "00100010", "00100020"
SERIES_NUMBER = "00200011"
STUDY_SERIES, STUDY_INSTANCES, SERIES_INSTANCES = "00201206", "00201208", "00201209"

STUDY_FIELDS = (STUDY_DESCRIPTION, MODALITIES, STUDY_SERIES, STUDY_INSTANCES)
"""That a server need not tell unless it is asked"""

LOOKED_AT = 20
"""Answers per study listed after which a search ends where a server ignores what it is asked"""

DataSet = Mapping[str, Any]
"""Tag → element, as DICOM JSON has it (PS3.18 F)"""
Arrived = Callable[[Kept], None]
"""Called for each instance that is on the disk"""


def check(server: Server, secret: str | None, patience: Patience = PATIENCE) -> None:
    """Ask for one study. Raises PacsError with what is wrong with the way or the sign-in."""
    with connected(server, secret, patience) as web:
        web.json(web.url(suffix="/studies", asked={"limit": 1}), "a search for studies")


# --- what it has ------------------------------------------------------------------------------


def find_studies(
    server: Server,
    secret: str | None,
    query: Query,
    limit: int = LISTED,
    patience: Patience = PATIENCE,
) -> FoundStudies:
    """The studies that match, at most `limit`. Raises PacsError."""
    if query.since and query.until and query.since > query.until:
        raise PacsError(
            f"The search starts on {query.since} and ends before, on {query.until}. Exchange the "
            "dates."
        )
    words, is_enough, left_out = word_patterns(query.name).values(), False, 0
    found: dict[str, RemoteStudy] = {}
    with connected(server, secret, patience) as web:
        names = spellings(query.name) or [""]
        for name in dict.fromkeys([*names, *map(in_ascii, names)]):
            pages = _Pages(web, "a search for studies", STUDY_UID)
            filters = _filters(query) | ({PATIENT_NAME: name} if name else {})
            answers = pages.read(
                "/studies",
                STUDY_FIELDS,
                filters,
                limit,
                lambda one: matches(_study(one), query, words),
            )
            studies = [_study(one) for one in answers if _uid(one, STUDY_UID)]
            left_out = max(left_out, len(answers) - len(studies))
            found |= {study.study_uid: study for study in studies}
            is_enough = pages.more or len(found) > limit
            if is_enough or any(is_case_blind(name, study) for study in studies):
                break
    return FoundStudies(tuple(found.values())[:limit], is_enough, left_out)


def find_series(
    server: Server, secret: str | None, study_uid: str, patience: Patience = PATIENCE
) -> tuple[RemoteSeries, ...]:
    """The series of a study, in the order of their numbers. Raises PacsError."""
    with connected(server, secret, patience) as web:
        return _series_of(web, study_uid)


def find_instances(
    server: Server,
    secret: str | None,
    study_uid: str,
    series_uids: Sequence[str] = (),
    patience: Patience = PATIENCE,
) -> tuple[RemoteInstance, ...]:
    """The instances of a study, or of some of its series, each once. Raises PacsError."""
    with connected(server, secret, patience) as web:
        if not series_uids:
            try:
                return listed_instances(web, study_uid)
            except Answered as error:
                if error.status not in {400, 403, *NO_SUCH_SERVICE}:
                    raise
            # PS3.18 10.6.1.1: some servers list instances of one series only.
            series_uids = [series.series_uid for series in _series_of(web, study_uid)]
        found: dict[str, RemoteInstance] = {}
        for series_uid in series_uids:
            for instance in listed_instances(web, study_uid, series_uid):
                found.setdefault(instance.sop_uid, instance)
        return tuple(found.values())


def _series_of(web: Connection, study_uid: str) -> tuple[RemoteSeries, ...]:
    fields = (SERIES_DESCRIPTION, SERIES_INSTANCES)
    address = web.url(study_uid, suffix="/series").removeprefix(web.root)
    pages = _Pages(web, "a search for series", SERIES_UID)
    series = [
        RemoteSeries(
            pages.required(one, SERIES_UID),
            _text(one, MODALITY),
            _text(one, SERIES_DESCRIPTION),
            _number(one, SERIES_NUMBER),
            _number(one, SERIES_INSTANCES),
        )
        for one in pages.read(address, fields, {}, MOST_INSTANCES)
    ]
    return tuple(
        sorted(series, key=lambda one: (one.number is None, one.number or 0, one.series_uid))
    )


def listed_instances(
    web: Connection, study_uid: str, series_uid: str | None = None
) -> tuple[RemoteInstance, ...]:
    """As `find_instances`, over a connection that is there. Raises PacsError."""
    address = web.url(study_uid, series_uid, suffix="/instances").removeprefix(web.root)
    pages = _Pages(web, "a search for instances", SOP_UID)
    found = pages.read(address, (SERIES_UID,), {}, MOST_INSTANCES)
    if pages.more:
        raise PacsError(
            f"{web.who} does not list all instances of the study: it says that there are more. "
            "Ask its administrator to let it list them page by page (limit and offset)."
        )
    return tuple(
        [
            RemoteInstance(
                pages.required(one, SOP_UID),
                _uid(one, SOP_CLASS),
                series_uid or _uid(one, SERIES_UID),
            )
            for one in found
        ]
    )


class _Pages:
    """Reads what a server lists page by page, also where it knows neither limit nor offset."""

    def __init__(self, web: Connection, what: str, key: str) -> None:
        self._web = web
        self._what = what
        self._key = key
        self.more = False
        """The server has others that it does not list"""

    def read(
        self,
        address: str,
        fields: Sequence[str],
        filters: Mapping[str, str],
        limit: int,
        wanted: Callable[[DataSet], bool] = lambda one: True,
    ) -> list[DataSet]:
        """Each data set that is wanted once; one more than `limit` where there are more.

        Raises PacsError.
        """
        found: dict[str, DataSet] = {}
        seen: set[str] = set()
        offset = 0
        while True:
            asked = parse_query_parameters(
                limit=min(PAGE, limit + 1 - len(found)),
                offset=offset or None,
                fields=sorted(fields),
                search_filters=dict(filters),
            )
            url = self._web.url(suffix=address, asked=asked)
            answer, says_more = self._web.json(url, self._what)
            by_key = {self._key_of(one): one for one in answer}
            new = {key: one for key, one in by_key.items() if key not in seen}
            seen |= new.keys()
            offset += len(answer)
            found |= {key: one for key, one in new.items() if wanted(one)}
            # A server with a limit of its own gives less than was asked for, so only a page that
            # brings nothing new is the last. One that ignores the offset repeats the first.
            if not new:
                self.more = says_more and bool(answer)
                return list(found.values())
            if len(found) > limit or len(seen) > LOOKED_AT * limit:
                self.more = True
                return list(found.values())

    def _key_of(self, one: DataSet) -> str:
        return _uid(one, self._key) or f"? {hash(repr(one))}"

    def required(self, data_set: DataSet, tag: str) -> str:
        """A UID without which nothing can be fetched. Raises PacsError."""
        uid = _uid(data_set, tag)
        if not uid:
            raise PacsError(
                f"{self._web.who} answered {self._what} with an entry that has no valid UID. "
                "Report it to its administrator."
            )
        return uid


def _filters(query: Query) -> dict[str, str]:
    """The keys of QIDO-RS (PS3.18 8.3.4) for what is looked for, without the name."""
    since, until = (f"{day:%Y%m%d}" if day else "" for day in (query.since, query.until))
    filters = {
        PATIENT_ID: query.patient_id,
        STUDY_DATE: f"{since}-{until}" if since or until else "",
        ACCESSION: query.accession,
        MODALITIES: query.modality.upper(),
        STUDY_UID: query.study_uid,
    }
    return {tag: escaped(value) for tag, value in filters.items() if escaped(value)}


def _study(one: DataSet) -> RemoteStudy:
    modalities = [part for text in texts(one, MODALITIES) for part in text.split("\\") if part]
    return RemoteStudy(
        _uid(one, STUDY_UID),
        _text(one, PATIENT_ID),
        _text(one, PATIENT_NAME),
        _date(one, STUDY_DATE),
        _text(one, STUDY_DESCRIPTION),
        tuple(dict.fromkeys(modalities)),
        _text(one, ACCESSION),
        _number(one, STUDY_SERIES),
        _number(one, STUDY_INSTANCES),
    )


# A value of DICOM JSON (PS3.18 F) may be anything: what does not fit reads as missing.


def _values(data_set: DataSet, tag: str) -> list[Any]:
    element = data_set.get(tag)
    values = cast("dict[str, Any]", element).get("Value") if isinstance(element, dict) else None
    return cast("list[Any]", values) if isinstance(values, list) else []


def texts(data_set: DataSet, tag: str) -> list[str]:
    """The values of an element as texts; those that are none are empty."""
    return [_plain(value) for value in _values(data_set, tag)]


def _text(data_set: DataSet, tag: str) -> str:
    return next(iter(texts(data_set, tag)), "")


def _plain(value: object) -> str:
    """A text without what no screen shows and no database takes."""
    if isinstance(value, dict):  # a person's name: PS3.18 F.2.2
        name = cast("dict[str, object]", value)
        groups = [name.get(key) for key in ("Alphabetic", "Ideographic", "Phonetic")]
        value = "=".join(text if isinstance(text, str) else "" for text in groups).rstrip("=")
    if not isinstance(value, str | int | float):
        return ""
    text = str(value)[:LONGEST_TEXT].strip()
    return "".join(c for c in text if c.isprintable()).encode(errors="ignore").decode()


def _uid(data_set: DataSet, tag: str) -> str:
    """Empty where there is none, or one that could not be asked for."""
    text = _text(data_set, tag)
    return text if UID.fullmatch(text) else ""


def _number(data_set: DataSet, tag: str) -> int | None:
    text = _text(data_set, tag)
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,9}", text, re.ASCII) else None


def _date(data_set: DataSet, tag: str) -> date | None:
    digits = _text(data_set, tag).replace(".", "").replace("-", "")  # the dots of ACR-NEMA
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


# --- fetching ---------------------------------------------------------------------------------


def retrieve(
    server: Server,
    secret: str | None,
    study_uid: str,
    instances: Iterable[RemoteInstance],
    inbox: Inbox,
    arrived: Arrived = lambda kept: None,
    watch: Watch = unwatched,
    patience: Patience = PATIENCE,
    whole: Collection[str] = (),
) -> tuple[Failure, ...]:
    """Fetch instances into an inbox; those that did not arrive, each with the reason.

    A series comes as one stream, of which one instance at a time is in memory; what is missing
    afterwards is asked for one by one. `whole`: UIDs of the series of which every instance is
    wanted; of others the server is asked what they have. Raises PacsError where the server cannot
    be asked at all; what `watch` and `arrived` raise passes.
    """
    wanted = {instance.sop_uid: instance for instance in instances}
    with connected(server, secret, patience) as web:
        fetching = _Fetching(web, study_uid, wanted, whole, inbox, Lots(inbox), arrived, watch)
        web.waiting = fetching.wait
        try:
            fetching.run()
        finally:
            fetching.end()
    return tuple([Failure(uid, reason) for uid, reason in fetching.failed.items()])


class _Listed:
    """Which instances a server may send; `more` asks it, once, where it may have got more since."""

    def __init__(self, known: Iterable[str], more: Callable[[], set[str]] | None = None) -> None:
        self._known = set(known)
        self._more = more

    def __contains__(self, uid: str) -> bool:
        if uid not in self._known and self._more is not None:
            more, self._more = self._more, None
            with suppress(PacsError):
                self._known |= more()
        return uid in self._known


@dataclass
class _Fetching:
    web: Connection
    study_uid: str
    wanted: dict[str, RemoteInstance]
    whole: Collection[str]
    inbox: Inbox
    lots: Lots
    arrived: Arrived
    watch: Watch
    failed: dict[str, str] = field(default_factory=dict[str, str])
    reason: str = ""
    """Why the latest stream ended early"""
    fruitless: int = 0
    """Failures of the connection or the disk since something arrived"""
    came: set[str] = field(default_factory=set[str])
    """UIDs"""
    counted: int = 0
    """Of those that came, how many are on the disk whatever happens"""
    taken: int = 0
    """Their bytes"""
    began: float = field(default_factory=time.monotonic)

    def run(self) -> None:
        by_series: dict[str, list[str]] = {}
        for uid, instance in self.wanted.items():
            by_series.setdefault(instance.series_uid, []).append(uid)
        for series_uid, uids in by_series.items():
            if series_uid and len(uids) > FEW and not self.is_hopeless:
                self.fetch_series(series_uid, uids)
            for uid in uids:
                if uid not in self.came and uid not in self.failed:
                    self.fetch_one(uid)
        self.count(all_of_them=True)

    @property
    def is_hopeless(self) -> bool:
        return self.fruitless >= FRUITLESS

    def wait(self) -> None:
        """What is done again and again; raises `Cancelled` where the transfer should stop."""
        self.count()
        self.report()

    def count(self, *, all_of_them: bool = False, watched: bool = True) -> None:
        """Count what is on the disk since."""
        for outcome in self.lots.take(all_of_them=all_of_them):
            if isinstance(outcome, DiskFull):
                self.failed[outcome.sop_uid] = self.reason = str(outcome)
                self.fruitless += 1
                continue
            self.counted += 1
            self.taken += outcome.bytes
            self.arrived(outcome)
            if watched:
                self.report()

    def report(self) -> None:
        """How far it has come; raises `Cancelled` where it should stop."""
        seconds = time.monotonic() - self.began
        self.watch(Traffic(self.counted, len(self.wanted), self.taken, seconds))

    def end(self) -> None:
        """Count all that came, whatever ended the transfer."""
        try:
            self.count(all_of_them=True, watched=False)
        finally:
            self.lots.close()

    def fetch_series(self, series_uid: str, uids: Sequence[str]) -> None:
        address = self.web.url(self.study_uid, series_uid)
        if series_uid in self.whole:
            self.fetch(address, "a series", _Listed(uids, lambda: self.listed(series_uid)))
            return
        try:
            listed = self.listed(series_uid)
        except PacsError as error:
            if not self.came:
                raise
            self.reason = str(error)
            self.fruitless += 1
            return
        if 2 * len(uids) < len(listed):
            return  # most of the series is here
        self.fetch(address, "a series", _Listed(listed | set(uids)))

    def listed(self, series_uid: str) -> set[str]:
        """UIDs of what the server lists of a series; slow: Orthanc opens each of its files."""
        return {one.sop_uid for one in listed_instances(self.web, self.study_uid, series_uid)}

    def fetch_one(self, uid: str) -> None:
        if self.is_hopeless:
            self.failed[uid] = self.reason
            return
        series_uid = self.wanted[uid].series_uid
        if not series_uid:
            self.failed[uid] = (
                f"{self.web.who} does not say which series this instance belongs to, so it cannot "
                "be fetched by DICOMweb."
            )
            return
        self.reason = ""
        self.fetch(self.web.url(self.study_uid, series_uid, uid), "an instance", _Listed([uid]))
        if uid not in self.came and uid not in self.failed:
            self.failed[uid] = self.reason or (
                f"{self.web.who} lists this instance but did not send it. Ask its administrator "
                "whether its file is there."
            )

    def fetch(self, address: str, what: str, listed: _Listed) -> None:
        """Keep what comes; why it ended early is the `reason`."""
        try:
            self.stream(address, what, listed)
        except Answered as error:
            if error.status in {401, 403, 407} and not self.came:
                raise
            self.reason = str(error)
            if error.status not in {403, 404, 406, 410}:  # these are about what was asked for
                self.fruitless += 1
        except PacsError as error:
            if not isinstance(error, BrokenOff) and not self.came and not self.fruitless:
                raise
            self.reason = str(error)
            self.fruitless += 1

    def stream(self, address: str, what: str, listed: _Listed) -> None:
        """Raises PacsError where the stream ends before its end."""
        for accepted in (AS_STORED, AS_DICOM):
            try:
                with self.web.answer("GET", address, what, {"Accept": accepted}) as answer:
                    header = answer.headers.get("Content-Type", "")
                    kind, _ = content_type(header)
                    chunks = self.web.chunks(answer, what)
                    if kind == "application/dicom":  # PS3.18 8.7.3.1: not for a series
                        self.take(_whole(chunks, self.inbox.largest), listed)
                        return
                    if not kind.startswith("multipart/"):
                        raise self.web.web_page(what)
                    for part in parts(chunks, boundary_of(header), self.inbox.largest):
                        self.take(part, listed)
                        if self.is_hopeless:
                            return
                return
            except Answered as error:
                if error.status not in {400, 406, 415} or accepted == AS_DICOM:
                    raise
            except Malformed as error:
                raise Lost(
                    f"{self.web.who} sent {what} as a body that {error}. Try again; if it happens "
                    "again, report it to its administrator."
                ) from None
            except TooLarge:
                raise Lost(
                    f"{self.web.who} sent an instance of more than {self.inbox.largest / 1e6:.0f} "
                    "MB, which Station does not take."
                ) from None

    def take(self, part: bytes, listed: _Listed) -> None:
        """Keep a part if it is an instance that is wanted."""
        uid = ""
        try:
            uid = identity(part)["sop_uid"]
            if uid not in listed:
                self.failed.setdefault(
                    uid,
                    f"{self.web.who} sent this instance without listing it. It was not kept.",
                )
                return
            if uid not in self.wanted or uid in self.came:
                return
            self.lots.keep(part, uid, study_uid=self.study_uid)
        except Refused as error:
            self.reason = str(error)
            if uid in self.wanted:
                self.failed[uid] = str(error)
            if error.status == OUT_OF_RESOURCES:
                self.fruitless += 1
            return
        self.came.add(uid)
        self.failed.pop(uid, None)
        self.fruitless = 0
        self.wait()


def _whole(chunks: Iterable[bytes], largest: int) -> bytes:
    """Raises TooLarge."""
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > largest:
            raise TooLarge
    return bytes(content)
