"""Results begin with what happened to the study."""

from datetime import UTC, datetime

from station.reading.study_log import LogLine, StudyLog
from station.report.document import Table
from station.report.reading.study_log import as_csv, as_json, section

AT = datetime(2026, 11, 20, 9, 30, 5, tzinfo=UTC)
LOG = StudyLog(
    study="Denoising 2026",
    protocol="Two criteria",
    protocol_sha256="ab" * 32,
    created_at=AT,
    due=None,
    people=(("Dr. Sato", "coordinator"), ("Dr. Ito", "reader")),
    versions=("0.1.0",),
    stations=("pet1",),
    lines=(LogLine(AT, "Dr. Sato", "locked the study", "nobody reads"),),
    unsigned=("Dr. Ito",),
    refused=2,
    whole="The record is whole: 12 entries, 12 of them signed.",
    cautions=("A clock went back.",),
    timestamps=(),
    entries=12,
    head="cd" * 32,
)


def test_the_section_says_who_is_unsigned_and_what_the_last_hash_is() -> None:
    made = section(LOG)
    text = " ".join(made.text)
    for words in (
        f"Protocol Two criteria, SHA-256 {'ab' * 32}.",
        "Dr. Sato (coordinator), Dr. Ito (reader)",
        "Failed sign-ins and signatures: 2.",
        "Not signed: Dr. Ito.",
        "Caution: A clock went back.",
        f"Audit trail: 12 entries, last hash {'cd' * 32}.",
    ):
        assert words in text
    (table,) = made.parts
    assert isinstance(table, Table)
    assert table.rows == (("2026-11-20 09:30:05", "Dr. Sato", "locked the study", "nobody reads"),)


def test_the_table_begins_with_the_sentences() -> None:
    lines = as_csv(LOG).splitlines()
    assert lines[0] == "Time (UTC),Who,What,Reason"
    assert "Denoising 2026" in lines[1]
    assert lines[-1] == "2026-11-20 09:30:05,Dr. Sato,locked the study,nobody reads"


def test_json_has_all_of_it() -> None:
    facts = as_json(LOG)
    assert facts["head"] == "cd" * 32
    assert facts["lines"][0]["at"] == "2026-11-20T09:30:05+00:00"
    assert facts["created_at"] == "2026-11-20T09:30:05+00:00"
