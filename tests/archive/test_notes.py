"""What readers drew and wrote, in the archive: kept per study and reader, with its history."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from station.archive.index import Index, open_index
from station.archive.notes import (
    decode_alignment,
    decode_annotation,
    encode_alignment,
    encode_annotation,
)
from station.errors import ArchiveError
from station.pet.annotations import Annotation, Arrow, Distance, Ellipse, Note, moved

WHEN = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
EVERY = (
    Annotation("a", "Distance 1", Distance((0.0, 0.1, 9.0), (3.0, 4.0, 9.0), 2)),
    Annotation("b", "Ellipse 1", Ellipse((10.0, 8.0, 9.0), (6.0, 4.25), 2)),
    Annotation("c", "Arrow 1", Arrow((0.0, 0.0, 9.0), (3.0, 4.0, 9.0), 1, "hier: “Δ”")),
    Annotation("d", "Text 1", Note((1.0, 2.0, 9.0), 0, "zwei\nZeilen")),
)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = open_index(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("annotation", EVERY, ids=lambda one: one.name)
def test_what_was_drawn_comes_back_to_the_last_bit(annotation: Annotation):
    assert decode_annotation(encode_annotation(annotation)) == annotation


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"id": "a", "name": "b", "shape": {"kind": "circle"}}', "null"]
)
def test_a_damaged_record_is_reported_as_one(content: str):
    with pytest.raises(ValueError, match="not an annotation"):
        decode_annotation(content)


def test_what_holds_is_the_last_of_each_that_is_not_deleted(index: Index):
    for annotation in EVERY:
        index.record_annotation("study", "Dr A", annotation, WHEN)
    changed = replace(EVERY[0], shape=moved(EVERY[0].shape, (1.0, 0.0, 0.0)))
    index.record_annotation("study", "Dr A", changed, WHEN)
    index.record_annotation_deleted("study", "Dr A", "b", WHEN)
    assert index.annotations("study", "Dr A") == (changed, EVERY[2], EVERY[3])
    assert index.annotations("study", "Dr B") == ()
    assert index.annotations("other", "Dr A") == ()


def test_findings_keep_their_history(index: Index):
    for words in ("No lesion.", "One lesion in the lung.", ""):
        index.record_findings("study", "Dr A", words, WHEN)
    assert index.findings("study", "Dr A") == ""
    history = index.findings_history("study", "Dr A")
    assert [record.text for record in history] == ["No lesion.", "One lesion in the lung.", ""]
    assert {record.when for record in history} == {WHEN}


def test_the_record_is_never_changed(index: Index):
    index.record_findings("study", "Dr A", "No lesion.", WHEN)
    with pytest.raises((ArchiveError, DatabaseError)):
        index._database.write(text("UPDATE study_notes SET content = 'changed'"))
    assert index.findings("study", "Dr A") == "No lesion."


def test_without_a_reader_nothing_is_recorded(index: Index):
    with pytest.raises(ValueError, match="reader"):
        index.record_findings("study", " ", "No lesion.", WHEN)


# --- Where other dates were put by hand -----------------------------------------------------------

MATRIX = np.array([[0.0, -1.0, 0.0, 1.5], [1.0, 0.0, 0.0, -2.25], [0, 0, 1, 1 / 3], [0, 0, 0, 1]])


def test_an_alignment_comes_back_to_the_last_bit():
    place, matrix = decode_alignment(encode_alignment("1.2.3 4.5.6", MATRIX))
    assert place == "1.2.3 4.5.6"
    np.testing.assert_array_equal(matrix, MATRIX)


@pytest.mark.parametrize(
    "content", ["", "{}", "null", '{"place": "a", "matrix": [[1, 0], [0, 1]]}', '{"place": "a"}']
)
def test_a_damaged_alignment_is_reported_as_one(content: str):
    with pytest.raises(ValueError, match="not an alignment"):
        decode_alignment(content)


def test_the_last_alignment_of_each_other_date_holds_until_it_is_taken_back(index: Index):
    for place in ("1.2.3 4.5.6", "7.8.9 1.2.3"):
        index.record_alignment("study", "Dr A", place, np.eye(4), WHEN)
    index.record_alignment("study", "Dr A", "1.2.3 4.5.6", MATRIX, WHEN)
    index.record_alignment("study", "Dr A", "7.8.9 1.2.3", None, WHEN)
    ((place, kept),) = index.alignments("study", "Dr A").items()
    assert (place, kept.when) == ("1.2.3 4.5.6", WHEN)
    np.testing.assert_array_equal(kept.matrix, MATRIX)
    assert index.alignments("study", "Dr B") == {}
    assert index.annotations("study", "Dr A") == ()
