"""Names of every script are printed as they are, on every kind of page and in figures."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from station.report.document import as_pdf
from station.report.paper import NO_LETTER, markup, printable
from station.report.quality_report import Fact
from station.report.quality_report import as_pdf as quality_pdf
from station.report.voi_pdf import write_pdf
from tests.report.pdf_words import faces_of, words_of
from tests.report.test_document import document
from tests.report.test_quality_report import page as quality_page
from tests.report.test_voi_pdf import page as voi_page

NAMES = (
    "Иванова Мария",
    "Παπαδόπουλος Γιώργος",
    "山田 太郎 髙﨑",
    "김철수",
    "李伟 陳大文",
    "Łukasz Đặng Şükrü Ångström",
    "Աննա გიორგი",
    "a=$x_1$ <b>&amp; Δ − ≥ →</para>",
    "محمد سعيد",
    "שרה כהן",
)
FACES = {
    "Inter-Regular",
    "Inter-Bold",
    "NotoSansArabic-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansCJKjp-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansHebrew-Regular",
}


def document_page(folder: Path) -> bytes:
    return as_pdf(replace(document(), lines=NAMES))


def page_of_vois(folder: Path) -> bytes:
    path = folder / "page.pdf"
    write_pdf(replace(voi_page(), lines=NAMES), path)
    return path.read_bytes()


def page_of_quality(folder: Path) -> bytes:
    return quality_pdf(
        replace(quality_page(), basic=tuple(Fact("Patient", name) for name in NAMES))
    )


@pytest.mark.parametrize("made", [document_page, page_of_vois, page_of_quality])
def test_every_kind_of_page_prints_names_of_all_scripts(
    made: Callable[[Path], bytes], tmp_path: Path
):
    content = made(tmp_path)
    words = unicodedata.normalize("NFKC", words_of(content))
    for name in NAMES:
        assert all(unicodedata.normalize("NFKC", word) in words for word in name.split())
    assert "?" not in words
    assert faces_of(content) == FACES


def test_a_name_of_several_scripts_takes_each_letter_from_its_face():
    assert markup("Dr. 山 & Ж") == 'Dr. <font name="NotoSansCJK">山</font> &amp; Ж'


def test_hebrew_runs_from_right_to_left_and_its_brackets_turn():
    assert printable("שרה (Cohen)") == "(Cohen) הרש"
    assert printable("ID 7: שרה") == "ID 7: הרש"


def test_arabic_letters_are_joined():
    joined = printable("محمد")
    assert joined == "\ufeaa\ufee4\ufea4\ufee3", "final, middle, middle, initial; from the left"
    assert unicodedata.normalize("NFKC", joined)[::-1] == "محمد"


def test_letters_in_parts_are_put_together():
    assert printable("A\u030angstro\u0308m") == "Ångström"
    assert printable("か\u3099") == "が"


@pytest.mark.parametrize("letter", ["👩", "𒀀", "\ud800", "\U000e0fff"])
def test_a_letter_that_no_face_has_is_a_box(letter: str):
    assert printable(f"a{letter}b") == f"a{NO_LETTER}b"


def test_white_space_is_a_blank_and_marks_of_direction_are_left_out():
    assert printable("a\tb\nc\x00d\u3000e") == "a b c d e"
    assert printable("a\u202egro\u200f") == "agro"
