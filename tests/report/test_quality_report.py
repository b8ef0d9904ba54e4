"""The QA report: one page however much is on it, and no word of it lost."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from reportlab.lib.pagesizes import A4

from station.errors import StationError
from station.pet.image_quality import (
    Check,
    GraderModel,
    QualityGrade,
    Status,
    Suspicion,
    Verdict,
    not_gradable,
)
from station.report.paper import height_of
from station.report.quality_report import (
    MARGIN,
    WIDTH,
    ClinicalImage,
    Fact,
    Mark,
    Parameters,
    QualityPage,
    as_pdf,
    contents,
    write_quality_report,
)
from tests.report.pdf_words import pages_of
from tests.report.pdf_words import words_of as words_of_pdf

MODEL = GraderModel("Grader", "1.2", "ab" * 32)
POOR = QualityGrade(
    Verdict.POOR,
    2,
    (0.2, 0.5, 0.2, 0.097, 0.003),
    0.3,
    caution="Nobody has tried this scanner.",
    suspicions=(Suspicion("counts cut", 0.81), Suspicion("brown fat", 0.3)),
    distance=0.6,
    model=MODEL,
)


def check(number: int, status: Status, sentence: str = "", **changes: Any) -> Check:
    value = None if status is Status.NOT_POSSIBLE else 2.5
    told = Check(
        f"Check{number}",
        value,
        "mm",
        (None, 5.0),
        status,
        f"Source{number}",
        sentence or f"Finding{number}.",
    )
    return replace(told, **changes)


def image(tall: bool, marks: tuple[Mark, ...] = (), grey: bool = True) -> ClinicalImage:
    pixels = np.full((500, 220, 3) if tall else (150, 220, 3), 200, np.uint8)
    if not grey:
        pixels[..., 0] = 40
    return ClinicalImage("Caption", pixels, 2.0, ("R", "L"), marks)


def page(checks: tuple[Check, ...] = (), **changes: Any) -> QualityPage:
    told = QualityPage(
        action="Poor: look.",
        made="Made today",
        grade=POOR,
        checks=checks,
        refusal=None,
        basic=tuple(Fact(f"Fact{n}", None if n == 4 else f"Value{n}") for n in range(18)),
        parameters=Parameters(("", "Matrix", "kV"), (("PET", "192", "–"), ("CT", "512", None))),
        tall=(image(True, (Mark("1", 250, 100),)), image(True), image(True)),
        flat=(image(False, (Mark("1", 70, 100),), grey=False),),
        legend=("1: Check0 (fail)",),
        driven_by="Orange: lost.",
    )
    return replace(told, **changes)


def words_of(told: QualityPage) -> str:
    return words_of_pdf(as_pdf(told))


def space_left(told: QualityPage) -> float:
    """Points between the last part and the last lines; below 0 all is drawn smaller."""
    story, footer = contents(told)
    return A4[1] - 2 * MARGIN - height_of(story, WIDTH) - height_of(footer, WIDTH)


MANY = tuple(check(n, Status.FAIL, "It was found to be so. " * 8) for n in range(17))
MIXED = (
    check(0, Status.PASS),
    check(1, Status.LOOK),
    check(2, Status.NOT_POSSIBLE, "No liver was found."),
    check(3, Status.FAIL),
    check(4, Status.NOT_POSSIBLE, "No liver was found."),
    *(check(n, Status.PASS) for n in range(5, 17)),
)
PAGES = {
    "usual": page(MIXED),
    "all pass": page(tuple(check(n, Status.PASS) for n in range(17))),
    "much failed": page(MANY, action="Poor: look at " + "a check, " * 30),
    "endless": page(tuple(check(n, Status.FAIL, "word " * 200) for n in range(17))),
    "nothing possible": page(tuple(check(n, Status.NOT_POSSIBLE) for n in range(17))),
    "no checks": page(refusal="It is a phantom."),
    "no image": page(MIXED, tall=(), flat=(), no_images="It cannot be read."),
    "no map": page(MIXED, tall=(image(True),), flat=()),
    "slices alone": page(MIXED, tall=()),
    "short": page(MIXED, tall=(image(False), image(False), image(False))),
    "not gradable": page(MIXED, grade=not_gradable("The brain alone is in view.", MODEL)),
    "nothing known": page(
        grade=not_gradable("It cannot be read."),
        basic=tuple(Fact(f"Fact{n}", None) for n in range(18)),
        tall=(),
        flat=(),
        legend=(),
        driven_by="",
    ),
    "two slices": page(MIXED, flat=(image(False), image(False, grey=False))),
    "many marks": page(
        MIXED,
        tall=(image(True, tuple(Mark(str(n), 40.0 * n, -20.0 * n) for n in range(12))),) * 3,
        flat=(image(False), image(False, grey=False)),
        legend=tuple(f"{n}: Check{n} (fail)" for n in range(12)),
    ),
}


@pytest.mark.parametrize("what", PAGES)
def test_it_is_one_page_and_nothing_lies_over_the_last_lines(what: str) -> None:
    assert pages_of(as_pdf(PAGES[what])) == 1
    assert space_left(PAGES[what]) >= -1


@pytest.mark.parametrize("what", ["usual", "much failed"])
def test_every_check_stands_on_it_with_its_finding(what: str) -> None:
    told = PAGES[what]
    words = words_of(told)
    for one in told.checks:
        assert f"{one.name} " in words or f"{one.name}," in words
        if one.status is not Status.PASS:
            assert one.sentence.strip() in words
        if one.status in (Status.FAIL, Status.LOOK):
            assert f"Limits: {one.source}." in words


def test_every_mark_is_explained() -> None:
    words = words_of(PAGES["many marks"])
    assert all(line in words for line in PAGES["many marks"].legend)


def test_what_failed_stands_before_what_needs_a_look_and_what_passed_is_last() -> None:
    words = words_of(PAGES["usual"]).split("Statistics control")[1]
    places = [words.index(f"Check{n} ") for n in (3, 1, 0)]
    assert places == sorted(places)
    assert "17 checks: 13 pass, 1 look, 1 fail, 2 not possible" in words


def test_checks_that_are_not_possible_for_one_reason_share_it() -> None:
    words = words_of(PAGES["usual"])
    assert "Check2, Check4" in words
    assert words.count("No liver was found.") == 1


def test_a_sentence_without_end_says_where_the_rest_is() -> None:
    assert "the whole sentence is in the JSON" in words_of(PAGES["endless"])


def test_the_four_parts_of_the_paper_are_there() -> None:
    words = words_of(PAGES["usual"])
    for part in (
        "Basic information",
        "Scan and reconstruction parameters",
        "Clinical images",
        "Deep-learning score",
        "For research, not for diagnosis.",
    ):
        assert part in words


def test_what_the_header_does_not_hold_is_said() -> None:
    words = words_of(PAGES["usual"])
    assert "Fact4 not recorded" in words
    assert words.count("not recorded") == 2


def test_the_score_tells_grade_probabilities_suspicions_and_the_network() -> None:
    words = words_of(PAGES["usual"]).replace("\u00a0", " ")
    assert "Grade 2 of 5, Poor: outlines of organs are not clear, or a few artifacts." in words
    assert "(grade 3 or better): 30 %" in words
    for share in ("20 %", "50 %", "10 %", "< 1 %"):
        assert share in words
    assert "counts cut: 81 %" in words
    assert "Caution: Nobody has tried this scanner." in words
    assert MODEL.sha256 in words


def test_a_page_without_a_grade_shows_no_bars() -> None:
    words = words_of(PAGES["not gradable"])
    assert "Not gradable: The brain alone is in view." in words
    assert "no probabilities" in words
    assert "%" not in words.split("Deep-learning score")[1].split("Statistics")[0]


def test_a_letter_that_no_face_has_is_explained() -> None:
    assert "□ is a letter that this page's typefaces lack" in words_of(
        page(MIXED, basic=(Fact("Patient", "Ямада 👩"),))
    )
    assert "typefaces lack" not in words_of(page(MIXED, basic=(Fact("Patient", "Ямада (山田)"),)))


def test_markup_in_a_name_is_no_markup() -> None:
    words = words_of(page(basic=(Fact("Patient", "<b>&amp;</para>"),)))
    assert "<b>&amp;</para>" in words.replace(" ", "")


def test_the_pictures_are_in_it_the_grey_ones_in_one_channel() -> None:
    content = as_pdf(PAGES["usual"])
    assert content.count(b"/Subtype /Image") == 2, "the alike three are stored once"
    assert content.count(b"/ColorSpace /DeviceGray") == 1
    assert content.count(b"/ColorSpace /DeviceRGB") == 1


def test_parameters_that_do_not_fit_their_names_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="3 parameters under 2 names"):
        Parameters(("", "kV"), (("PET", "1", "2"),))


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"cannot be written: .*Choose another folder"):
        write_quality_report(PAGES["usual"], tmp_path / "absent" / "report.pdf")
