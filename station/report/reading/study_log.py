"""The study log as results begin with it: a section, a table for a spreadsheet, JSON."""

from dataclasses import asdict
from typing import Any

from station.reading.study_log import StudyLog
from station.report.document import Section, Table
from station.report.table_file import Spreadsheet, csv_text

FILE = "0-study-log.csv"
"""Before all others"""
HEADER = ("Time (UTC)", "Who", "What", "Reason")


def section(log: StudyLog) -> Section:
    people = ", ".join(f"{name} ({role})" for name, role in log.people)
    due = "" if log.due is None else f" Due {log.due}."
    text = [
        (
            f"Study {log.study}, made {log.created_at:%Y-%m-%d %H:%M} UTC.{due} Protocol "
            f"{log.protocol}, SHA-256 {log.protocol_sha256}."
        ),
        f"People: {people}.",
        (
            f"Written by Station {', '.join(log.versions)} at {', '.join(log.stations)}. Failed "
            f"sign-ins and signatures: {log.refused}."
        ),
        f"Not signed: {', '.join(log.unsigned)}." if log.unsigned else "Every set is signed.",
        log.whole,
        *log.timestamps,
        *(f"Caution: {caution}" for caution in log.cautions),
        f"{log.head_words}.",
    ]
    table = Table(HEADER, tuple(_rows(log)), title="What happened")
    return Section("Study log", tuple(text), (table,))


def as_csv(log: StudyLog, spreadsheet: Spreadsheet = Spreadsheet.NONE) -> str:
    """The sentences of `section`, then what happened, a line each."""
    summary = [("", "", sentence, "") for sentence in section(log).text]
    return csv_text(HEADER, [*summary, *_rows(log)], spreadsheet=spreadsheet)


def as_json(log: StudyLog) -> dict[str, Any]:
    facts = asdict(log)
    facts["created_at"] = log.created_at.isoformat()
    facts["due"] = None if log.due is None else log.due.isoformat()
    facts["lines"] = [asdict(line) | {"at": line.at.isoformat()} for line in log.lines]
    return facts


def _rows(log: StudyLog) -> list[tuple[str, str, str, str]]:
    return [
        (f"{line.at:%Y-%m-%d %H:%M:%S}", line.who, line.what, line.reason) for line in log.lines
    ]
