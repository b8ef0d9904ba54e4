"""CSV: numbers in full, and no text that a spreadsheet takes for a formula."""

import csv
from io import StringIO

import pytest

from station.report.table_file import csv_text, unguarded


def cell(value: object) -> str:
    """As any other program reads it."""
    rows = list(csv.reader(StringIO(csv_text(["name"], [[value, "end"]]), newline="")))
    assert rows[1][1] == "end"
    return rows[1][0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'quoted'"])
def test_no_text_becomes_a_formula_and_each_reads_back(text: str):
    assert cell(text) == f"'{text}"
    assert unguarded(cell(text)) == text


@pytest.mark.parametrize("text", ["", "a=b", 'a "b", c', "O'Brien", "one\ntwo", "山田"])
def test_other_text_is_written_as_it_is(text: str):
    assert cell(text) == text == unguarded(cell(text))


def test_a_name_of_a_column_does_not_become_a_formula_either():
    assert csv_text(["=a", "b"], []) == "'=a,b\n"


def test_numbers_are_written_in_full_and_what_does_not_exist_is_empty():
    assert (cell(1 / 3), cell(-2), cell(-0.5), cell(None)) == (repr(1 / 3), "-2", "-0.5", "")


def test_the_lines_of_a_tuple_are_in_one_cell():
    assert cell(("=one", "two")) == "'=one\ntwo"


def test_lines_end_as_asked_for():
    assert csv_text(["a"], [[1]], "\r\n") == "a\r\n1\r\n"
