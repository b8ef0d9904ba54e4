"""What the window shows of PACS, as frozen values, and the words for it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from station.app.language import marked, plural, tr, translated
from station.frozen import Frozen
from station.pacs import FoundStudies, RemoteSeries, RemoteStudy, Sent, Server, Traffic
from station.pet.words import listed

FEWEST_LETTERS = 3
"""Of a search: a shorter one would list half the archive"""
PET = "PT"


class Source(StrEnum):
    """Where the studies of the list come from."""

    STATION = "station"
    PACS = "pacs"


class Days(StrEnum):
    """How old the studies that are searched for may be."""

    TODAY = "today"
    WEEK = "7 days"
    MONTH = "30 days"
    ALL = "all"

    def since(self, today: date) -> date | None:
        """The first day that counts; of *7 days* that is six days ago. None: any."""
        back = {Days.TODAY: 0, Days.WEEK: 6, Days.MONTH: 29}
        return today - timedelta(days=back[self]) if self in back else None


class Here(StrEnum):
    """How much of a study is on this computer."""

    WHOLE = "whole"
    PARTLY = "partly"
    NOT = "not"


HERE_WORDS = {Here.WHOLE: marked("here"), Here.PARTLY: marked("partly here"), Here.NOT: ""}


class Stage(StrEnum):
    """How far a question to a server has come."""

    ASKING = "asking"
    ANSWERED = "answered"
    FAILED = "failed"


NOTHING = FoundStudies(())


@dataclass(frozen=True)
class Answer:
    """What one server says to a search."""

    server: str
    stage: Stage = Stage.ASKING
    found: FoundStudies = NOTHING
    here: Frozen[str, Here] = field(default_factory=Frozen[str, Here])
    """UID → how much is here; those of which nothing is are missing"""
    problem: str = ""
    """Why there is no answer, as a sentence"""


StudyKey = tuple[str, str]
"""StudyInstanceUID and patient ID: under another ID the UID says nothing"""


@dataclass(frozen=True)
class Listed:
    """One line of the list: a study, and the servers that have it."""

    study: RemoteStudy
    servers: tuple[str, ...]
    here: Here = Here.NOT

    @property
    def key(self) -> StudyKey:
        return self.study.study_uid, self.study.patient_id


@dataclass(frozen=True, eq=False)
class SeriesList:
    """The series of a study that was unfolded."""

    server: str
    stage: Stage = Stage.ASKING
    series: tuple[RemoteSeries, ...] = ()
    problem: str = ""
    previews: Frozen[str, "Preview"] = field(default_factory=Frozen[str, "Preview"])
    """By series UID, those that were asked for"""


@dataclass(frozen=True, eq=False)
class Preview:
    """A slice from the middle of a series; without pixels it is on its way, or there is none."""

    stage: Stage = Stage.ASKING
    pixels: NDArray[np.uint8] | None = None
    """Grey values (rows, columns), ready to be drawn"""
    problem: str = ""


class Way(StrEnum):
    FETCH = "fetch"
    SEND = "send"


class Progress(StrEnum):
    """How far a transfer of this window has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    """Something is missing, and `problem` says why"""
    STOPPED = "stopped"
    """By a person, or because the program ended in the middle"""


@dataclass(frozen=True)
class Transfer:
    """One line of the transfers."""

    number: int
    """Counted by the window"""
    way: Way
    server: str
    title: str
    """Whose study; shown in no blinded reading"""
    progress: Progress = Progress.WAITING
    traffic: Traffic | None = None
    """None before the first instance"""
    problem: str = ""
    study_uid: str = ""
    series_uids: tuple[str, ...] = ()
    opens: bool = False
    """Whether the study is opened when it is whole"""
    ledger: int | None = None
    """Its number in the ledger, as far as it is known"""
    paths: tuple[Path, ...] = ()
    """What is sent"""
    made: Path | None = None
    """A folder that was written for this sending alone: it goes when all has arrived"""
    commit: bool = False
    sent: Sent | None = None

    @property
    def is_under_way(self) -> bool:
        return self.progress in (Progress.WAITING, Progress.RUNNING)

    @property
    def can_go_on(self) -> bool:
        return self.progress in (Progress.FAILED, Progress.STOPPED)


@dataclass(frozen=True)
class Priors:
    """Earlier PET studies of the patient whose study is open, that are not on this computer."""

    study_uid: str
    """Of the open study"""
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True)
class Listener:
    """What the status bar says of the listener."""

    on: bool = False
    words: str = ""
    """Such as `STATION on 127.0.0.1:11112`; where it is not on and should be: why"""
    arrivals: int = 0
    """Studies that arrived since the program began"""


@dataclass(frozen=True, eq=False)
class Pacs:
    """All of PACS that the windows show."""

    source: Source = Source.STATION
    servers: tuple[Server, ...] | None = None
    """None: they have not been read yet"""
    problem: str = ""
    """Why the servers could not be read"""
    left_out: frozenset[str] = frozenset()
    """Names of servers that are not asked"""
    words: str = ""
    days: Days = Days.MONTH
    modality: str = PET
    """Empty: any"""
    answers: tuple[Answer, ...] = ()
    """Of the servers that were asked, in the order of the servers"""
    listed: tuple[Listed, ...] = ()
    """What all of them found"""
    series: Frozen[StudyKey, SeriesList] = field(default_factory=Frozen[StudyKey, SeriesList])
    transfers: tuple[Transfer, ...] = ()
    """Newest last"""
    priors: Priors | None = None
    priors_wanted: bool = True
    listener: Listener = Listener()
    hidden: bool = False
    """While somebody reads blinded, on a screen of their own: nothing of PACS may show"""

    @property
    def asked(self) -> tuple[Server, ...]:
        """The servers that a search goes to."""
        return tuple(server for server in self.servers or () if server.name not in self.left_out)

    @property
    def under_way(self) -> tuple[Transfer, ...]:
        return tuple(one for one in self.transfers if one.is_under_way)

    def transfer(self, number: int) -> Transfer | None:
        return next((one for one in self.transfers if one.number == number), None)

    def transfer_of(self, study_uid: str) -> Transfer | None:
        """The last fetch of a study in this window."""
        fetches = (one for one in reversed(self.transfers) if one.way is Way.FETCH)
        return next((one for one in fetches if one.study_uid == study_uid), None)


BLINDED = marked("Nothing of PACS is shown during a blinded reading.")
NO_SERVER = marked(
    "Station knows no PACS yet. Add one with its address and AE titles to look through its studies."
)


def is_hidden(pacs: Pacs, blinded: bool) -> bool:
    """Whether nothing of PACS may show."""
    return pacs.hidden or blinded


def empty_words(pacs: Pacs, blinded: bool) -> str:
    """What is said in place of an empty list; empty where studies are listed."""
    if is_hidden(pacs, blinded):
        return translated(BLINDED)
    if pacs.problem:
        return pacs.problem
    if pacs.servers is None:
        return tr("Reading the list of servers…")
    if not pacs.servers:
        return translated(NO_SERVER)
    if not pacs.asked:
        return tr("No server is chosen. Tick one under Servers.")
    if pacs.listed:
        return ""
    if (reason := search_refusal(pacs.words, pacs.days)) is not None:
        return reason
    if any(answer.stage is Stage.ASKING for answer in pacs.answers):
        return tr("Searching on {asked}…", asked=listed(one.name for one in pacs.asked))
    if all(answer.stage is Stage.FAILED for answer in pacs.answers):
        return ""  # what went wrong is said of each server
    return tr(
        "{nothing} Search with fewer words, longer ago or in all modalities.",
        nothing=_nothing(pacs),
    )


def _nothing(pacs: Pacs) -> str:
    """As whole sentences: other languages order them otherwise."""
    where = listed(one.server for one in pacs.answers if one.stage is Stage.ANSWERED)
    what = (
        tr("PET study", "there is none") if pacs.modality == PET else tr("study", "there is none")
    )
    when = {
        Days.TODAY: tr("No {what} of today", what=what),
        Days.WEEK: tr("No {what} of the last 7 days", what=what),
        Days.MONTH: tr("No {what} of the last 30 days", what=what),
        Days.ALL: tr("No {what}", what=what),
    }[pacs.days]
    if pacs.words:
        return tr(
            '{no_study} on {where} matches "{words}".',
            no_study=when,
            where=where,
            words=pacs.words,
        )
    return tr("{no_study} on {where} was found.", no_study=when, where=where)


def search_refusal(words: str, days: Days) -> str | None:
    """Why no server is asked for these words; None: they are."""
    letters = len(words.strip())
    if letters >= FEWEST_LETTERS or (not letters and days is not Days.ALL):
        return None
    if letters:
        return tr(
            "Type {fewest_letters} letters or more of a name or an ID.",
            fewest_letters=FEWEST_LETTERS,
        )
    return tr("Type a name or an ID, or choose how long ago the study was.")


def answer_sentences(pacs: Pacs) -> tuple[str, ...]:
    """One sentence for each server that did not answer, or of which something is not listed."""
    sentences: list[str] = []
    for answer in pacs.answers:
        if answer.stage is Stage.FAILED:
            sentences.append(_naming(answer.server, answer.problem))
            continue
        if answer.found.more:
            count = len(answer.found.studies)
            sentences.append(
                tr(
                    "{server} has more than the {count:,} studies listed. Narrow the search.",
                    server=answer.server,
                    count=count,
                )
            )
        if answer.found.left_out:
            answers = plural(answer.found.left_out, "{count} answer", "{count} answers")
            sentences.append(
                tr(
                    "{answers} of {server} cannot be read and are left out.",
                    answers=answers,
                    server=answer.server,
                )
            )
    return tuple(sentences)


def _naming(server: str, sentence: str) -> str:
    """The sentence, with the server's name where it lacks it."""
    return sentence if server.casefold() in sentence.casefold() else f"{server}: {sentence}"


# --- Words ---------------------------------------------------------------------------------------


def shown_name(name: str) -> str:
    """`Doe, Jane` of `Doe^Jane`: the first group of letters, as a person reads it."""
    family, *rest = name.split("=", maxsplit=1)[0].split("^")
    given = " ".join(part for part in rest if part.strip())
    return f"{family.strip()}, {given.strip()}" if given else family.strip()


def images_words(number: int) -> str:
    """`1 image`, `1,268 images`."""
    return plural(number, "{count} image", "{count:,} images")


def day_words(day: date | None) -> str:
    return day.isoformat() if day else tr("no date")


def title_of(study: RemoteStudy) -> str:
    """`Doe, Jane · 2026-03-01`, to name a transfer."""
    return f"{shown_name(study.patient_name) or study.patient_id or tr('no name')} · " + day_words(
        study.date
    )


def id_line(row: Listed) -> str:
    """Second line of a study: whose it is, and what."""
    study = row.study
    return " · ".join(part for part in (study.patient_id, study.description) if part)


def where_line(row: Listed) -> str:
    """Third line of a study: `PT, CT · 412 images · HOSPITAL`."""
    study = row.study
    images = "" if study.instances is None else images_words(study.instances)
    parts = (", ".join(study.modalities), images, ", ".join(row.servers))
    return " · ".join(part for part in parts if part)


def spoken(row: Listed) -> str:
    """The whole line, for its tool tip and for a screen reader."""
    study = row.study
    here = {
        Here.WHOLE: tr("All of it is on this computer"),
        Here.PARTLY: tr("A part of it is on this computer"),
        Here.NOT: tr("Not on this computer"),
    }
    lines = (
        f"{shown_name(study.patient_name) or tr('no name')}, {day_words(study.date)}",
        id_line(row),
        where_line(row),
        here[row.here],
    )
    return "\n".join(line for line in lines if line)


def series_words(series: RemoteSeries) -> str:
    """`PT   WB AC · 324`, as series of the station's own list are written."""
    name = series.description or (
        tr("Series {number}", number=series.number) if series.number else tr("no description")
    )
    count = "" if series.instances is None else f" · {series.instances:,}"
    return f"{series.modality or '?'}   {name}{count}"


def transfer_title(transfer: Transfer, hidden: bool) -> str:
    """Whose study it is; `hidden`: without a name."""
    return tr("A study") if hidden else transfer.title


def transfer_place(transfer: Transfer) -> str:
    """`from HOSPITAL`, `to HOSPITAL`."""
    return f"{'from' if transfer.way is Way.FETCH else 'to'} {transfer.server}"


def transfer_words(transfer: Transfer) -> str:
    """How far it has come: `120 of 412 · 23.4 MB/s · 12 s left`."""
    traffic = transfer.traffic
    counted = (
        tr("{done:,} of {wanted:,}", done=traffic.done, wanted=traffic.wanted) if traffic else ""
    )
    match transfer.progress:
        case Progress.WAITING:
            return tr("Waiting")
        case Progress.RUNNING if traffic is None:
            return tr("Asking the server…")
        case Progress.RUNNING:
            return " · ".join(part for part in (counted, *_pace(traffic)) if part)
        case Progress.DONE:
            return _done_words(transfer)
        case Progress.FAILED:
            return tr("{counted} arrived", counted=counted) if counted else tr("Failed")
        case Progress.STOPPED:
            return tr("Stopped at {counted}", counted=counted) if counted else tr("Stopped")


def _pace(traffic: Traffic | None) -> tuple[str, ...]:
    if traffic is None or not traffic.done:
        return ()
    left = traffic.seconds_left
    return (
        f"{traffic.bytes_per_s / 1e6:.1f} MB/s",
        "" if left is None else tr("{duration} left", duration=duration(left)),
    )


def _done_words(transfer: Transfer) -> str:
    sent = transfer.sent
    if sent is None:
        traffic = transfer.traffic
        return (
            tr("{images_words} received", images_words=images_words(traffic.done))
            if traffic
            else tr("Received")
        )
    if sent.asked_to_commit:
        return tr("{sent:,} ✓ sent ✓ stored ✓ committed", sent=sent.sent)
    return tr("{sent:,} ✓ sent ✓ stored", sent=sent.sent)


def duration(seconds: float) -> str:
    """`8 s`, `3 min`, `1 h 20 min`: as exact as it is foreseeable."""
    whole = max(round(seconds), 1)
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def priors_words(pacs: Pacs, blinded: bool) -> str:
    """`2 earlier PET studies on HOSPITAL`; empty where none is offered."""
    priors = pacs.priors
    if priors is None or not priors.listed or not pacs.priors_wanted or is_hidden(pacs, blinded):
        return ""
    servers = tuple(dict.fromkeys(name for row in priors.listed for name in row.servers))
    count = plural(len(priors.listed), "{count} earlier PET study", "{count} earlier PET studies")
    return tr("{count} on {servers}", count=count, servers=listed(servers))
