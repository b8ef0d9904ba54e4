"""CSV: numbers in full, no text that a spreadsheet takes for a formula; and any spreadsheet's."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.errors import StationError
from station.report.table_file import Spreadsheet, TableFile, csv_text, unguarded


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


def test_a_full_width_sign_becomes_no_formula_either():
    assert cell("＝1+1") == "'＝1+1"


@pytest.mark.parametrize(
    ("spreadsheet", "text"),
    [
        (Spreadsheet.NONE, "a,b\n0.25,x;y\n"),
        (Spreadsheet.ENGLISH, "\ufeffa,b\n0.25,x;y\n"),
        (Spreadsheet.DECIMAL_COMMA, '\ufeffa;b\n0,25;"x;y"\n'),
    ],
)
def test_a_table_is_written_for_a_spreadsheet(spreadsheet: Spreadsheet, text: str):
    assert csv_text(["a", "b"], [[0.25, "x;y"]], spreadsheet=spreadsheet) == text


# --- read ---------------------------------------------------------------------------------------

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def read(path: Path, content: str | bytes) -> list[tuple[str, float | None]]:
    """Name and value of every line."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    table = TableFile(path, ("name", "suv_max"), ("suv_max",))
    table.require(("name", "suv_max"), "values")
    rows, _ = table.rows(
        lambda cells, _: (
            table.text("name", cells["name"]),
            table.number("suv_max", cells["suv_max"]),
        )
    )
    return list(rows)


def refusal(path: Path, content: str | bytes) -> str:
    with pytest.raises(StationError) as caught:
        read(path, content)
    return str(caught.value).replace(f"{path}, ", "").replace(str(path), "FILE")


PLAIN = "name,suv_max\nMüller,2.5\n"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        "sep=;\nname;suv_max\nMüller;2,5\n",
        '"sep=;"\r\nname;suv_max\r\nMüller;2,5\r\n',
        "SEP=\t\nname\tsuv_max\nMüller\t2.5\n",
        "\ufeffsep=,\nname,suv_max\nMüller,2.5\n",
        '"name";"suv_max"\n"Müller";"2,5"\n',
        '"name","suv_max"\n"Müller","2,5"\n',
        "name;suv_max;;;\nMüller;2,5;;;\n;;;;\n\n\n",
        "\n\nname,suv_max\n\nMüller,2.5\n\n",
        "name,suv_max\rMüller,2.5\r",
        "Name,SUVmax\nMüller,2.5\n",
        "NAME,SUV Max\nMüller,2.5\n",
        "name,suv-max,remark,remark\nMüller,2.5,a,b\n",
        "remark;name;suv_max;remark\na,b;Müller;2,5;\n",
        '"name,suv_max"\n"Müller,2.5"\n',
        '"name,suv_max",\n"""Müller"",2.5",\n',
        "name,suv_max\nMu\u0308ller\u200b ,２．５\n",
        PLAIN.encode("cp1252"),
    ],
    ids=[
        "plain", "mark", "UTF-16", "UTF-16 without a mark", "big-endian", "sep", "sep in quotes",
        "sep tab", "sep and mark", "all in quotes", "decimal comma in quotes", "empty columns",
        "empty lines", "old Macintosh", "capitals", "blank in the name", "other columns twice",
        "comma in another column", "lines in quotes", "quotes in quotes", "invisible characters",
        "Western letters",
    ],
)  # fmt: skip
def test_a_table_is_read_as_spreadsheets_save_it(tmp_path: Path, content: str | bytes):
    assert read(tmp_path / "table.csv", content) == [("Müller", 2.5)]


def test_letters_that_were_assumed_are_said(tmp_path: Path):
    (tmp_path / "a.csv").write_bytes(PLAIN.encode("cp1252"))
    assert TableFile(tmp_path / "a.csv", ("name",)).notes == (
        "a.csv is not UTF-8; its letters were read as those of Western Europe, such as Müller.",
    )


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Muñoz", "cp1252"), ("Wójcik-Nowaś", "cp1250"), ("Иванов", "cp1251"), ("Müller", "mac-roman"),
     ("森", "shift-jis"), ("Παπάς", "cp1253")],
)  # fmt: skip
def test_letters_of_an_unknown_code_page_are_refused(tmp_path: Path, name: str, encoding: str):
    content = PLAIN.replace("Müller", name).encode(encoding)
    assert refusal(tmp_path / "table.csv", content) == (
        "line 2: this is not UTF-8 text, and its letters can be read in several ways. Save it as "
        '"CSV UTF-8".'
    )


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_spreadsheets_own_file_is_named_as_such(tmp_path: Path, start: bytes):
    assert "a file of a spreadsheet program. Save it there" in refusal(
        tmp_path / "scores.xlsx", start + bytes(20)
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("name,suv_max,Name\n", 'line 1: two columns are one: name and Name. Keep one of them.'),
        (PLAIN + PLAIN, "line 3: the names of the columns again. Delete this line;"),
        (
            "Values of 2026;\nname;suv_max\na;1\n",
            "line 1: the names of the columns are in line 2. Delete the lines above it.",
        ),
        ("name,suv_max\na,2,5\n", "line 2: 3 cells under 2 columns."),
        ("name,suv_max,\na,2,5\n", "line 2: 3 cells under 2 columns."),
        ("name,suv_max\na\n", "line 2: 1 cell under 2 columns."),
        ('name,suv_max\na,1\n"b,2\nc,3\n', "line 3: this is not CSV"),
    ],
)  # fmt: skip
def test_a_table_that_is_not_one_is_refused(tmp_path: Path, content: str, sentence: str):
    assert refusal(tmp_path / "table.csv", content).startswith(sentence)


@pytest.mark.parametrize(
    "error", ["#DIV/0!", "#N/A", "#NV", "#WERT!", "#REF!", "#NAME?", "Err:502", "####"]
)
def test_an_error_of_a_formula_is_refused(tmp_path: Path, error: str):
    for line in (f"a,{error}", f"{error},1"):
        said = refusal(tmp_path / "table.csv", f"name,suv_max\n{line}\n")
        assert said.startswith("line 2, column ")
        assert f'"{error}" is an error of a formula' in said


@pytest.mark.parametrize(
    "date",
    ["01. Mai", "1.5.", "01.05.2026", "2026-05-01", "5/1", "1-May", "May-05", "5月1日", "3. Mrz"],
)
def test_a_date_in_place_of_a_number_is_refused(tmp_path: Path, date: str):
    said = refusal(tmp_path / "table.csv", f"name;suv_max\na;{date}\n")
    assert said.startswith(f'line 2, column suv_max: "{date}" is a date, which a spreadsheet')


def test_a_long_number_that_was_shortened_is_no_name(tmp_path: Path):
    said = refusal(tmp_path / "table.csv", "name;suv_max\n1,23457E+11;2\n")
    assert said.startswith('line 2, column name: "1,23457E+11" is a long number')


@pytest.mark.parametrize(
    "content",
    [
        'name,suv_max\na,"5,230"\n',
        "name\tsuv_max\na\t5,230\n",
        "name;suv_max\na;5.230\n",
        'name,suv_max\nb,2.5\na,"5,230"\n',
        "name;suv_max\nb;2,5\na;5.230\n",
        "name;suv_max\nb;2.5\na;5,230\n",
    ],
)
def test_a_number_with_two_readings_is_refused(tmp_path: Path, content: str):
    assert " can be 5.230 or 5230. Save the numbers" in refusal(tmp_path / "table.csv", content)


@pytest.mark.parametrize(
    "number", ["1,234.5", "1.234,5", "1.234.567", "1 234", "1’234.5", "1\u202f234"]
)
def test_a_thousands_separator_is_refused(tmp_path: Path, number: str):
    said = refusal(tmp_path / "table.csv", f"name\tsuv_max\na\t{number}\n")
    assert "has a thousands separator" in said


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("name;suv_max\na;5,230\n", 5.23),
        ("name,suv_max\na,5.230\n", 5.23),
        ("name;suv_max\na;5.230\nb;0.523\n", 5.23),
        ('name,suv_max\na,"5,230"\nb,"0,5"\n', 5.23),
        ("name;suv_max\na;1,5E-03\n", 0.0015),
    ],
)
def test_what_the_file_shows_decides_what_a_mark_is(tmp_path: Path, content: str, value: float):
    assert read(tmp_path / "table.csv", content)[0] == ("a", value)


@pytest.mark.parametrize("spreadsheet", Spreadsheet)
@given(values=st.lists(NUMBERS, min_size=1, max_size=5))
def test_what_is_written_for_a_spreadsheet_reads_back(
    tmp_path_factory: pytest.TempPathFactory, spreadsheet: Spreadsheet, values: list[float]
):
    path = tmp_path_factory.mktemp("table") / "table.csv"
    text = csv_text(("name", "suv_max"), (("a", one) for one in values), spreadsheet=spreadsheet)
    assert read(path, text) == [("a", one) for one in values]
