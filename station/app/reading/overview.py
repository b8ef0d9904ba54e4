"""What the coordinator's view says about a study's progress: lines, cells, marks and words.

Pure: from what the record said to what the tables show.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from statistics import median
from typing import Any, cast

from station.app import language
from station.app.language import Language, plural, spoken, tr, translated
from station.archive.audit import Entry
from station.archive.readings import (
    CONSENSUS_NAME,
    CaseProgress,
    Event,
    ReaderProgress,
    StudyProgress,
)
from station.reading.bootstrap import natural
from station.reading.worklist import Kind

LONGEST_VALUE = 60
"""Characters of a value in a line of the history; the whole is shown below the table"""

NOT_STATION_S = (LookupError, TypeError, ValueError, RecursionError)
"""What reading an entry raises that somebody wrote past Station"""
NOT_SHOWN = frozenset({"key", "sealed", "share"})
"""What an entry holds that the history leaves out: it reveals the arms"""


# -- readers ---------------------------------------------------------------------------------------


class Standing(StrEnum):
    """How far a reader is, as a word."""

    WAITING = "not begun"
    READING = "reading"
    READ = "read, not signed"
    SIGNED = "signed"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class ReaderLine:
    """A reader in the table."""

    name: str
    done: int
    total: int
    practice: str
    """ "2 of 3" of the practice cases; empty: there is none"""
    pace: str
    """The median time of a case"""
    last: str
    """When they confirmed last"""
    standing: Standing
    words: str
    warnings: tuple[str, ...]

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 0.0


def reader_lines(progress: StudyProgress, now: datetime) -> tuple[ReaderLine, ...]:
    """`now` is aware, where the coordinator sits."""
    overdue = progress.overdue(now.date())
    return tuple(
        _reader_line(reader, progress, reader.reader in overdue, now) for reader in progress.readers
    )


def _reader_line(
    reader: ReaderProgress, progress: StudyProgress, overdue: bool, now: datetime
) -> ReaderLine:
    practice = [case for case in reader.cases if case.kind is Kind.PRACTICE]
    practised = sum(case.confirmed_at is not None for case in practice)
    standing = _standing(reader)
    words = str(standing)
    if overdue and progress.due is not None:
        standing, words = (
            Standing.OVERDUE,
            tr(
                "overdue, {days}",
                days=plural((now.date() - progress.due).days, "{count} day", "{count} days"),
            ),
        )
    return ReaderLine(
        name=reader.reader,
        done=reader.done,
        total=reader.total,
        practice=tr("{practised} of {count}", practised=practised, count=len(practice))
        if practice
        else "",
        pace="" if reader.median_seconds is None else duration(reader.median_seconds),
        last="" if reader.last_at is None else moment(reader.last_at, now),
        standing=standing,
        words=words,
        warnings=reader.warnings,
    )


def _standing(reader: ReaderProgress) -> Standing:
    if reader.signed:
        return Standing.SIGNED
    if reader.done == reader.total and reader.practised:
        return Standing.READ
    begun = any(case.confirmed_at for case in reader.cases)
    return Standing.READING if begun else Standing.WAITING


# -- cases × readers -------------------------------------------------------------------------------


class Mark(StrEnum):
    """What a dot of the matrix means."""

    NONE = "not on this reader's list"
    UNREAD = "not read yet"
    NEXT = "to be read next"
    READ = "confirmed"
    REVISED = "confirmed and revised"


@dataclass(frozen=True)
class Showing:
    """An image, or a pair, as a reader got it once."""

    mark: Mark
    words: str
    """ "34 s" """
    tip: str


@dataclass(frozen=True)
class MatrixRow:
    """An image, or a pair, and how far each reader is with it."""

    name: str
    practice: bool
    cells: tuple[tuple[Showing, ...], ...]
    """By reader; an image that is shown again has one more showing, none where it is not listed"""


def matrix(
    progress: StudyProgress, now: datetime, arms: Mapping[str, str] | None = None
) -> tuple[MatrixRow, ...]:
    """One row per image (or pair), practice last. `arms`: their names once the study is locked."""
    named = arms or {}
    rows: dict[tuple[bool, tuple[str, ...]], list[list[Showing]]] = {}
    for column, reader in enumerate(progress.readers):
        due = next((case.code for case in reader.cases if case.confirmed_at is None), None)
        for case in reader.cases:
            key = (case.kind is Kind.PRACTICE, tuple(sorted(case.images)))
            cells = rows.setdefault(key, [[] for _ in progress.readers])
            cells[column].append(_showing(case, case.code == due and not reader.signed, now))
    lines = [
        MatrixRow(
            " | ".join(named.get(image, image) for image in images),
            practice,
            tuple(tuple(cell) for cell in cells),
        )
        for (practice, images), cells in rows.items()
    ]
    return tuple(sorted(lines, key=lambda row: (row.practice, natural(row.name))))


def _showing(case: CaseProgress, due: bool, now: datetime) -> Showing:
    place = (
        tr("{code}, practice {number}", code=case.code, number=case.number)
        if case.kind is Kind.PRACTICE
        else tr("{code}, no. {number}", code=case.code, number=case.number)
    )
    if case.kind is Kind.REPEAT:
        place = tr("{place}, shown again", place=place)
    if case.confirmed_at is None:
        mark = Mark.NEXT if due else Mark.UNREAD
        return Showing(mark, "", f"{place}: {translated(mark)}")
    mark = Mark.REVISED if case.revisions else Mark.READ
    words = "" if case.seconds is None else duration(case.seconds)
    when = moment(case.confirmed_at, now)
    tip = (
        tr("{place}: confirmed {moment} after {duration}", place=place, moment=when, duration=words)
        if words
        else tr("{place}: confirmed {moment}", place=place, moment=when)
    )
    if case.revisions:
        tip = plural(case.revisions, "{tip}; revised once", "{tip}; revised {count} times", tip=tip)
    return Showing(mark, words, tip)


# -- the study -------------------------------------------------------------------------------------


def waiting(progress: StudyProgress) -> tuple[str, ...]:
    """Who has not signed; the consensus where it is open."""
    names = [reader.reader for reader in progress.readers if not reader.signed]
    if not names and progress.consensus_total and not progress.consensus_signed:
        names.append(tr("the consensus"))
    return tuple(names)


@dataclass(frozen=True)
class Figure:
    """One number and what it says."""

    title: str
    figure: str
    words: str


NO_FIGURE = "–"


def figures(progress: StudyProgress, large_difference: int) -> tuple[Figure, ...]:
    """How much is read, how fast, how much is discordant, and the consensus.

    `large_difference` is the protocol's, in points.
    """
    readers = progress.readers
    done, total = sum(reader.done for reader in readers), sum(reader.total for reader in readers)
    signed = sum(reader.signed for reader in readers)
    times = [
        case.seconds for reader in readers for case in reader.counted if case.seconds is not None
    ]
    share = progress.discordant_share
    return (
        Figure(
            tr("Read"),
            percent(done / total) if total else NO_FIGURE,
            tr(
                "{done} of {total} readings; {signed} of {count} readers signed",
                done=done,
                total=total,
                signed=signed,
                count=len(readers),
            ),
        ),
        Figure(
            tr("Time a case"),
            duration(median(times)) if times else NO_FIGURE,
            tr("median of all readers") if times else tr("nobody has read yet"),
        ),
        Figure(
            tr("Discordant"),
            NO_FIGURE if share is None else percent(share),
            tr("no image is scored by all yet")
            if share is None
            else tr(
                "{discordant} of {compared} scored by all differ by {points} or more",
                discordant=progress.discordant,
                compared=progress.compared,
                points=plural(large_difference, "{count} point", "{count} points"),
            ),
        ),
        Figure(tr("Consensus"), *_consensus(progress)),
    )


def _consensus(progress: StudyProgress) -> tuple[str, str]:
    of = f"{progress.consensus_done} / {progress.consensus_total}"
    if progress.consensus_signed:
        return (of if progress.consensus_total else "0"), tr("signed")
    if any(not reader.signed for reader in progress.readers):
        return NO_FIGURE, tr("opens when every reader has signed")
    if not progress.consensus_total:
        return "0", tr("no image is discordant")
    return of, tr("images agreed on, not signed")


class Badge(StrEnum):
    OPEN = "open"
    OVERDUE = "overdue"
    COMPLETE = "ready to lock"
    LOCKED = "locked"


def badge(progress: StudyProgress, today: date) -> Badge:
    """How far the study is, in a word."""
    if progress.locked:
        return Badge.LOCKED
    if not waiting(progress):
        return Badge.COMPLETE
    return Badge.OVERDUE if progress.overdue(today) else Badge.OPEN


def unlocked(reason: str) -> str:
    """What to know about a study that was locked before."""
    return tr('Was locked, its key was open, and it was unlocked: "{reason}"', reason=reason)


def due_words(due: date | None, today: date) -> str:
    if due is None:
        return tr("no due date")
    left = (due - today).days
    if left == 0:
        return tr("due today")
    days = plural(abs(left), "{count} day", "{count} days")
    return tr(
        "due {day}, {when}",
        day=day(due),
        when=tr("in {days}", days=days) if left > 0 else tr("{days} ago", days=days),
    )


# -- why something cannot be done now --------------------------------------------------------------


def lock_refusal(progress: StudyProgress) -> str | None:
    return tr("The study is locked.") if progress.locked else None


def unlock_refusal(progress: StudyProgress) -> str | None:
    return None if progress.locked else tr("The study is not locked.")


def reopen_refusal(progress: StudyProgress) -> str | None:
    if progress.locked:
        return tr("The study is locked. Unlock it first.")
    if progress.consensus_done or progress.consensus_signed:
        return tr("The consensus has begun: readers have seen each other's scores.")
    if not any(reader.signed for reader in progress.readers):
        return tr("Nobody has signed.")
    return None


def join_refusal(progress: StudyProgress) -> str | None:
    return tr("The study is locked. Unlock it first.") if progress.locked else None


def withdraw_refusal(progress: StudyProgress) -> str | None:
    if progress.locked:
        return tr("The study is locked. Unlock it first.")
    if len(progress.readers) < 2:
        return tr("A study keeps one reader at least.")
    if all(reader.signed for reader in progress.readers):
        return tr("Every reader has signed; the consensus is open.")
    return None


def waiver_refusal(progress: StudyProgress) -> str | None:
    if progress.locked:
        return tr("The study is locked. Unlock it first.")
    return None if progress.washes_out else tr("The protocol has no washout in days.")


def export_refusal(progress: StudyProgress) -> str | None:
    return None if progress.locked else tr("The key is sealed until the study is locked.")


# -- the history -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class HistoryLine:
    """An entry of the audit trail, to be read."""

    entry: Entry
    at: str
    what: str

    @property
    def cells(self) -> tuple[str, ...]:
        entry = self.entry
        return (str(entry.number), self.at, entry.who, entry.action, self.what, entry.reason)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether every word, casefolded, is somewhere in the line."""
        text = " ".join((*self.cells, self.entry.station, self.entry.version)).casefold()
        return all(word in text for word in words)


def history_lines(history: Sequence[Entry]) -> tuple[HistoryLine, ...]:
    """Last to first."""
    return tuple(
        HistoryLine(
            entry,
            _to_the_second(entry.at),
            _what(entry),
        )
        for entry in reversed(history)
    )


def whole_entry(entry: Entry) -> str:
    """Everything about an entry, for the place below the table."""
    lines = [
        tr(
            "Entry {number}: {who} {action}, {to_the_second}",
            number=entry.number,
            who=entry.who,
            action=entry.action,
            to_the_second=_to_the_second(entry.at),
        ),
        tr("Station {station}, version {version}", station=entry.station, version=entry.version),
    ]
    if entry.reason:
        lines.append(tr("Reason: {reason}", reason=entry.reason))
    for name, text in ((tr("Before"), entry.old), (tr("New"), entry.new)):
        if text is not None:
            lines.append(f"{name}: {_shown(text)}")
    lines.append(tr("Hash: {hash}", hash=entry.hash))
    return "\n".join(lines)


def _what(entry: Entry) -> str:
    """What an entry is about, in a few words; empty: it is none that Station wrote."""
    try:
        return _words_of(entry)
    except NOT_STATION_S:
        return ""


def _words_of(entry: Entry) -> str:
    table = entry.subject.partition("/")[0]
    row = _row(entry.new)
    of = CONSENSUS_NAME if row.get("reader") == "" else str(row.get("reader", ""))
    match table:
        case "reading_answers":
            side = f" {row['side']}" if row["side"] else ""
            return f"{row['code']}{side}, {row['question']}: {_change(entry.old, row['value'])}"
        case "readings":
            return (
                tr("{code}, revision {number}", code=row["code"], number=row["revision"] - 1)
                if row["revision"] > 1
                else (f"{row['code']}")
            )
        case "reading_items":
            return f"{of}: {row['code']}, {row['kind']} {row['number']}"
        case "reading_people":
            return f"{row['name']}, {row['role']}"
        case "reading_studies":
            return str(row["name"])
        case "reading_events":
            return _event(row)
        case _:
            return ""


def _event(row: Mapping[str, Any]) -> str:
    content = _row(row["content"])
    whose = str(content.get("set", "")) or CONSENSUS_NAME
    match row["kind"]:
        case Event.SIGNED:
            return tr("{whose}: {content} readings", whose=whose, content=content["readings"])
        case Event.REOPENED | Event.PRACTISED | Event.WITHDRAWN:
            return whose
        case Event.LOOKED_AGAIN:
            return f"{whose}: {content['code']}"
        case Event.WAIVED:
            return tr("{whose}, session {content}", whose=whose, content=content["session"])
        case Event.LOCKED if content["unsigned"]:
            return tr("not signed: {content}", content=", ".join(content["unsigned"]))
        case _:
            return ""


def _shown(text: str) -> str:
    """A row's JSON without what reveals the arms."""
    try:
        return json.dumps(_without_key(json.loads(text)), ensure_ascii=False)
    except NOT_STATION_S:
        return ""


def _change(old: str | None, new: str) -> str:
    value = _short(json.loads(new))
    return value if old is None else f"{_short(json.loads(old))} → {value}"


def _short(value: object) -> str:
    text = {True: tr("yes"), False: tr("no")}[value] if isinstance(value, bool) else str(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _row(text: str | None) -> dict[str, Any]:
    row: object = json.loads(text) if text else None
    return cast(dict[str, Any], row) if isinstance(row, dict) else {}


def _without_key(value: Any) -> Any:
    """The same without what reveals the arms, also inside JSON texts."""
    if isinstance(value, dict):
        inner = cast(dict[str, Any], value)
        return {
            name: tr("(not shown)") if name in NOT_SHOWN else _without_key(part)
            for name, part in inner.items()
        }
    if isinstance(value, str) and value.startswith("{"):
        try:
            return _without_key(json.loads(value))
        except (ValueError, RecursionError):
            return value
    return value


# -- words -----------------------------------------------------------------------------------------


def duration(seconds: float) -> str:
    """ "34 s", "2:05 min" """
    whole = round(seconds)
    return f"{whole} s" if whole < 100 else f"{whole // 60}:{whole % 60:02d} min"


def percent(share: float) -> str:
    """ "36 %" """
    return f"{share * 100:.0f} %"


def moment(at: datetime, now: datetime) -> str:
    """ "today 10:32", "yesterday 16:40", "12 Nov 2026" """
    local = at.astimezone(now.tzinfo)
    ago = (now.date() - local.date()).days
    if ago in (0, 1):
        time = f"{local:%H:%M}"
        return tr("yesterday {time}", time=time) if ago else tr("today {time}", time=time)
    return day(local.date())


def _to_the_second(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"


def day(date_: date) -> str:
    return f"{date_.day} {date_:%b %Y}" if spoken() is Language.ENGLISH else language.day(date_)
