import csv
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from station.errors import StationError
from station.reading.analysis import ScoreRow, VoiKind, VoiRow, plain
from station.reading.bootstrap import draw_cases
from station.reading.names import look, tidy, twins
from station.reading.protocol import Arm
from station.report.reading.rows import bootstrap_csv, read_scores, read_vois, scores_csv, vois_csv

C, DL = Arm.CONVENTIONAL, Arm.DENOISED
SCORES = "reader,case,arm,criterion,score\n"
VOIS = "case,arm,site,kind,suv_max,suv_peak,suv_mean\n"
ROW = ScoreRow("Ito", "7", C, "noise", 4)

File = Callable[[str | bytes], Path]


@pytest.fixture
def file(tmp_path: Path) -> File:
    """A file of that content."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "rows.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def refusal(read: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(StationError) as caught:
        read(path)
    return str(caught.value).replace(f"{path}, ", "").replace(str(path), "FILE")


def vois_of(path: Path) -> tuple[VoiRow, ...]:
    return read_vois([path]).rows


# --- what is read -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        SCORES + "Ito,7,conventional,noise,4\n",
        "\ufeff" + SCORES + "Ito,7,conventional,noise,4",
        SCORES.replace(",", ";") + "Ito;7;Conventional;noise;4\r\n",
        SCORES.replace(",", "\t") + "Ito\t7\tconventional\tnoise\t4.0\n",
        "Score,Criterion,Arm,Case,Reader,remarks\n4,noise,CONVENTIONAL,7,Ito,fine\n",
        SCORES + '\n"Ito", 7 ,conventional,noise,4\n,,,,\n',
        "reader;case;arm;criterion;score\nIto;7;conventional;noise;4,0\n",
    ],
    ids=["plain", "mark", "semicolons", "tabs", "order", "spaces", "decimal comma"],
)
def test_scores_are_read_as_spreadsheets_write_them(file: File, content: str):
    assert read_scores(file(content)).rows == (ROW,)


def test_a_score_that_was_not_given_is_left_out_and_its_line_is_said(file: File):
    read = read_scores(
        file(SCORES + "Ito,7,dl,noise,\nIto,7,conventional,noise,4\nIto,8,dl,noise,NA\n")
    )
    assert read.rows == (ROW,)
    assert read.notes == ("rows.csv: lines 2, 4 are without a score.",)


def test_a_repeat_is_no_score_given_twice(file: File):
    header = SCORES.replace("score", "score,repeat")
    read = read_scores(file(header + "Ito,7,dl,noise,4,0\nIto,7,dl,noise,3,1\nIto,8,dl,noise,3,\n"))
    assert [row.repeat for row in read.rows] == [0, 1, 0]


def test_vois_are_read_with_decimal_commas(file: File):
    rows = vois_of(file(VOIS.replace(",", ";") + "7;dl;liver;Reference;1,92;1,8;\n"))
    assert rows == (VoiRow("7", DL, "liver", VoiKind.REFERENCE, 1.92, 1.8, None),)


def test_a_case_with_a_comma_in_its_name_keeps_it(file: File):
    rows = read_scores(file(SCORES.replace(",", ";") + "Ito;1,5;dl;noise;4\n")).rows
    assert rows[0].case == "1,5"


def test_a_voi_without_any_figure_is_left_out(file: File):
    read = read_vois([file(VOIS + "7,dl,liver,reference,,,\n7,dl,lung,reference,0.3,0.3,0.2\n")])
    assert [row.site for row in read.rows] == ["lung"]
    assert read.notes == ("rows.csv: line 2 is without a VOI.",)


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "Ito,7,denoised,noise,4",
            'line 2, column arm: "denoised" is not an arm. Write conventional or dl.',
        ),
        ("Ito,7,,noise,4", 'line 2, column arm: "" is not an arm. Write conventional or dl.'),
        ("Ito,7,dl,noise,6", 'line 2, column score: "6" is not a score. Write a whole number from'),
        ("Ito,7,dl,noise,0", 'line 2, column score: "0" is not a score.'),
        ("Ito,7,dl,noise,3.5", 'line 2, column score: "3.5" is not a score.'),
        ("Ito,7,dl,noise,good", 'line 2, column score: "good" is not a score.'),
        ("Ito,7,dl,noise,-4", 'line 2, column score: "-4" is not a score.'),
        ("Ito,,dl,noise,4", "line 2, column case: the cell is empty. Fill in the case."),
        (",7,dl,noise,4", "line 2, column reader: the cell is empty. Fill in the reader."),
        ("Ito,7,dl,noise", "line 2: 4 cells under 5 columns."),
        ("Ito,7,dl,noise,4,5", "line 2: 6 cells under 5 columns. Put a text with"),
        ('Ito,7,dl,"noise,4', "line 2: this is not CSV"),
    ],
)
def test_a_wrong_cell_is_named_by_line_and_column(file: File, line: str, sentence: str):
    assert refusal(read_scores, file(SCORES + line + "\n")).startswith(sentence)


def test_a_score_given_twice_names_both_lines(file: File):
    said = refusal(
        read_scores, file(SCORES + "Ito,7,dl,noise,4\nIto,8,dl,noise,4\nIto,7,DL,noise,3\n")
    )
    assert said.startswith(
        'line 4, column score: reader Ito scored "noise" of case 7, dl, in line 2 already.'
    )


def test_a_line_break_in_a_cell_does_not_shift_the_lines(file: File):
    said = refusal(read_scores, file(SCORES + '"Dr.\nIto",7,dl,noise,4\nIto,8,dl,noise,9\n'))
    assert said.startswith("line 4, column score")


def test_every_mistake_is_told_but_no_more_than_a_screen_holds(file: File):
    said = refusal(read_scores, file(SCORES + "Ito,7,dl,noise,9\n" * 20)).splitlines()
    assert [line.split(",")[0] for line in said[:8]] == [f"line {n}" for n in range(2, 10)]
    assert said[8:] == ["… and 12 more."]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "FILE is empty. The first line of scores is reader,case,arm,criterion,score."),
        (SCORES, "FILE holds no score below its first line."),
        (
            "reader,case,arm,criterium,score\n",
            'line 1: there is no column criterion. Is it the column "criterium"? Rename it.',
        ),
        ("reader,case,score\n", "line 1: there is no column arm or criterion. Scores have the"),
        ("Ito,7,dl,noise,4\n", "line 1: there is no column reader, case, arm, criterion or score."),
        ("reader,case,arm,criterion,score,score\n", 'line 1: two columns are named "score".'),
        (
            SCORES.encode() + "Ito,7,dl,noise,4\nMuñoz,7,dl,noise,4\n".encode("cp1252"),
            "line 3: this is not UTF-8 text, and its letters can be read in several ways.",
        ),
    ],
    ids=["empty", "header alone", "misspelt", "missing", "no header", "twice", "latin"],
)
def test_a_file_that_is_no_such_table_is_refused(file: File, content: str | bytes, sentence: str):
    assert refusal(read_scores, file(content)).startswith(sentence)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    assert refusal(read_scores, tmp_path / "none.csv").startswith("FILE cannot be read: No such")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "7,dl,liver,organ,2,2,2",
            'line 2, column kind: "organ" is not a kind. Write reference or',
        ),
        ("7,dl,liver,reference,2,x,2", 'line 2, column suv_peak: "x" is not an SUV.'),
        ("7,dl,liver,reference,-2,2,2", 'line 2, column suv_max: "-2" is not an SUV.'),
        ("7,dl,liver,reference,2,2,25000", 'line 2, column suv_mean: "25000" is not an SUV. Write'),
        ("7,dl,liver,reference,inf,2,2", 'line 2, column suv_max: "inf" is not an SUV.'),
        ("7,dl,,reference,2,2,2", "line 2, column site: the cell is empty."),
        (
            "7,dl,liver,reference,2,3,4",
            "line 2, column suv_mean: the mean 4 is above the maximum 2",
        ),
    ],
)
def test_a_wrong_voi_is_named_by_line_and_column(file: File, line: str, sentence: str):
    assert refusal(vois_of, file(VOIS + line + "\n")).startswith(sentence)


def test_a_mean_above_the_maximum_by_rounding_is_read(file: File):
    assert len(vois_of(file(VOIS + "7,dl,liver,reference,2.0,2.0,2.01\n"))) == 1


def test_a_reference_voi_given_twice_names_both_lines_but_lesions_may_share_a_name(file: File):
    twice = "7,dl,node,{0},2,2,2\n7,dl,node,{0},3,3,3\n"
    said = refusal(vois_of, file(VOIS + twice.format("reference")))
    assert said.startswith('line 3, column site: the reference VOI "node" of case 7, dl, is in')
    assert len(vois_of(file(VOIS + twice.format("lesion")))) == 2


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            "Ito,7,dl,noise,4\nITO,8,dl,noise,4\n",
            'column reader: These readers look the same: "ITO" (line 3) and "Ito" (line 2).',
        ),
        ("Ito,7,dl,noise,4\nItо,8,dl,noise,4\n", "column reader: These readers look the same"),
        ("Ito,7,dl,noise,4\nIto,007,dl,noise,4\n", "column case: These cases look the same"),
        (
            "Ito,7,dl,image_noise,4\nIto,8,dl,Image noise,4\n",
            "column criterion: These criteria look the same",
        ),
    ],
    ids=["letter case", "Cyrillic", "leading zeros", "underscore"],
)
def test_names_that_look_the_same_are_refused(file: File, lines: str, sentence: str):
    assert refusal(read_scores, file(SCORES + lines)).startswith(sentence)


def test_a_name_typed_in_two_ways_is_one_name(file: File):
    lines = "Mu\u0308ller,7,dl,noise,4\n\u200bMüller ,7,conventional,noise,4\n"
    assert {row.reader for row in read_scores(file(SCORES + lines)).rows} == {"Müller"}
    again = "Mu\u0308ller,7,dl,noise,4\nMüller,7,dl,noise,3\n"
    assert "in line 2 already" in refusal(read_scores, file(SCORES + again))


def test_sites_that_look_the_same_are_refused_lesions_within_their_case(file: File):
    sites = "7,dl,Liver,{0},2,2,2\n8,dl,liver,{0},2,2,2\n"
    said = refusal(vois_of, file(VOIS + sites.format("reference")))
    assert said.startswith('These tissues look the same: "Liver" and "liver".')
    assert len(vois_of(file(VOIS + sites.format("lesion")))) == 2
    said = refusal(vois_of, file(VOIS + sites.format("lesion").replace("8", "7")))
    assert said.startswith("These lesions of case 7 look the same")


def test_a_date_in_place_of_a_score_is_named_by_line_and_column(file: File):
    said = refusal(read_scores, file(SCORES.replace(",", ";") + "Ito;7;dl;noise;01. Mai\n"))
    assert said.startswith('line 2, column score: "01. Mai" is a date')


def test_a_score_with_a_decimal_comma_between_quotes_is_that_score(file: File):
    assert read_scores(file(SCORES + 'Ito,7,conventional,noise,"4,0"\n')).rows == (ROW,)


# --- what is written ----------------------------------------------------------------------------

TEXTS = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)
    .map(tidy)
    # A name that a spreadsheet writes for an error, such as "###", is refused.
    .filter(lambda text: text and not text.startswith("'") and "##" not in text)
)
SUVS = st.one_of(st.none(), st.floats(0, 1000))


@given(
    st.lists(
        st.builds(ScoreRow, TEXTS, TEXTS, st.sampled_from(Arm), TEXTS, st.integers(1, 5),
                  st.integers(0, 3), st.none() | st.integers(1, 5)),
        min_size=1, max_size=5, unique_by=lambda row: (row.reader, row.case, row.arm,
                                                       row.criterion, row.repeat),
    )
)  # fmt: skip
@settings(max_examples=60)
def test_scores_that_were_written_read_back_the_same(tmp_path_factory, rows: list[ScoreRow]):
    for names in zip(*((row.reader, row.case, row.criterion) for row in rows), strict=True):
        assume(not twins(names, lambda name: look(plain(name))))
    path = tmp_path_factory.mktemp("rows") / "scores.csv"
    path.write_text(scores_csv(rows), encoding="utf-8", newline="")
    # A first score that is the last is not a revised one.
    same = tuple(replace(row, first=None) if row.first == row.score else row for row in rows)
    assert read_scores(path).rows == same


@given(
    st.lists(
        st.builds(VoiRow, TEXTS, st.sampled_from(Arm), TEXTS, st.just(VoiKind.LESION),
                  st.floats(500, 1000), SUVS, st.one_of(st.none(), st.floats(0, 500))),
        min_size=1, max_size=5,
    )
)  # fmt: skip
@settings(max_examples=60)
def test_vois_that_were_written_read_back_to_the_last_bit(tmp_path_factory, rows: list[VoiRow]):
    for names in zip(*((row.case, row.site) for row in rows), strict=True):
        assume(not twins(names, lambda name: look(plain(name))))
    path = tmp_path_factory.mktemp("rows") / "voi.csv"
    path.write_text(vois_csv(rows), encoding="utf-8", newline="")
    assert vois_of(path) == tuple(rows)


def test_no_spreadsheet_takes_a_name_for_a_formula():
    text = scores_csv([ScoreRow("=1+1", "-7", C, "@noise", 4)])
    assert text.splitlines()[1] == "'=1+1,'-7,conventional,'@noise,4,0"


def test_a_resample_holds_as_many_cases_as_there_are():
    bootstrap = draw_cases([f"case {n}" for n in (10, 2, 1)], 200)
    header, *lines = bootstrap_csv(bootstrap).splitlines()
    assert header == "case 1,case 2,case 10"
    assert {sum(int(cell) for cell in line.split(",")) for line in lines} == {3}
    assert len(lines) == 200


# --- the window's own table ---------------------------------------------------------------------


def exported(path: Path, *changes: dict) -> Path:
    """The table that the window writes: the liver in both images, unless changed."""
    from dataclasses import replace

    from station.pet.sites import SiteKind
    from station.pet.study import Role
    from station.report.voi_csv import write_csv
    from tests.report.test_voi_csv import ROW as LESION_ROW

    liver = replace(
        LESION_ROW, voi_id="a1", kind=SiteKind.REFERENCE, site="liver", tissue=None, suv_max=2.0
    )
    rows = [replace(liver, role=role) for role in (Role.CONVENTIONAL, Role.DENOISED)]
    rows += [replace(rows[-1], **change) for change in changes]
    write_csv(rows, path)
    return path


def test_the_table_of_the_window_is_read_with_patients_as_cases(tmp_path: Path):
    from station.pet.sites import SiteKind

    lesion = {"kind": SiteKind.LESION, "site": None, "voi_id": "b2", "suv_peak": float("nan")}
    free = {"kind": SiteKind.FREE, "voi_id": "c3"}
    read = read_vois([exported(tmp_path / "vois.csv", lesion, free)])
    assert [(row.case, row.arm, row.site, row.kind) for row in read.rows] == [
        ("P-0815", C, "liver", VoiKind.REFERENCE),
        ("P-0815", DL, "liver", VoiKind.REFERENCE),
        ("P-0815", DL, "Lesion 1", VoiKind.LESION),
    ]
    assert read.rows[0].suv_max == 2.0
    assert read.rows[2].suv_peak is None
    assert read.notes == (
        "vois.csv: 1 of 4 lines are neither a tissue nor a lesion of the two arms.",
    )


def test_the_table_of_the_window_is_read_as_a_spreadsheet_saves_it_again(tmp_path: Path):
    path = exported(tmp_path / "vois.csv")
    plain_rows = vois_of(path)
    with path.open(encoding="utf-8", newline="") as table:
        lines = list(csv.reader(table))
    numbers = [name.startswith(("suv_", "ratio_", "centre_")) for name in lines[0]]
    text = StringIO(newline="")
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL).writerows(
        [
            [
                cell.replace(".", ",") if number else cell
                for cell, number in zip(line, numbers, strict=True)
            ]
            + ["", ""]
            for line in lines
        ]
    )
    path.write_bytes(text.getvalue().encode("utf-16"))
    assert vois_of(path) == plain_rows


def test_a_voi_measured_in_two_dl_series_is_refused(tmp_path: Path):
    path = exported(tmp_path / "vois.csv", {"series_uid": "1.2.5"})
    assert "was measured in two denoised series" in refusal(vois_of, path)


def test_two_units_are_not_compared(tmp_path: Path):
    from station.pet.volume import Unit

    path = exported(tmp_path / "vois.csv", {"unit": Unit.SUV_LBM, "voi_id": "d4"})
    assert "SUL (James) and SUVbw" in refusal(vois_of, path)


# --- readings.csv -------------------------------------------------------------------------------


def test_the_readings_that_station_exports_are_read_as_scores(file: File) -> None:
    header = (
        "reader,consensus,case,arm,kind,session,number,code,image,noise,detail,noise_first,"
        "detail_first,artifact,comment,seconds,confirmed_at,version\n"
    )
    lines = (
        "Ito,0,7,dl,real,1,1,K7Q2,B4C6,4,3,2,3,,,12.5,2026-11-30,0.1\n"
        "Ito,0,7,dl,repeat,1,2,K8Q2,B4C6,5,3,5,3,motion,,12.5,2026-11-30,0.1\n"
        "consensus,1,7,dl,real,1,1,K9Q2,B4C6,4,,4,,,,12.5,2026-11-30,0.1\n"
    )
    rows = read_scores(file(header + lines)).rows
    assert rows == (
        ScoreRow("Ito", "7", Arm.DENOISED, "noise", 4, 0, 2),
        ScoreRow("Ito", "7", Arm.DENOISED, "detail", 3),
        ScoreRow("Ito", "7", Arm.DENOISED, "noise", 5, 1),
        ScoreRow("Ito", "7", Arm.DENOISED, "detail", 3, 1),
        ScoreRow("consensus", "7", Arm.DENOISED, "noise", 4),
    )
