"""The page of VOIs: one page, however much it is given."""

from pathlib import Path

import numpy as np
import pytest

from station.errors import StationError
from station.report.voi_pdf import KeyImages, Page, write_pdf
from tests.report.pdf_words import pages_of, words_of

PICTURE = np.full((40, 40, 3), 200, np.uint8)


def page(rows: int = 3, images: int = 1, name: str = "Liver") -> Page:
    return Page(
        "VOI measurements",
        ("Patient ID 1",),
        (("SUVmax", 3), ("SUVmean", 3)),
        ("VOI", *("Conv.", "DL", "%") * 2),
        tuple((name, "1.00", "2.00", "+100", "0.50", "0.60", "+20") for _ in range(rows)),
        ("How it was measured: SUVpeak ≥ …", "For research, not for diagnosis."),
        tuple(KeyImages(f"{name} {n}", (PICTURE, PICTURE)) for n in range(images)),
    )


@pytest.mark.parametrize(("rows", "images"), [(0, 0), (3, 1), (8, 4), (200, 20)])
def test_it_is_one_page_however_much_there_is(tmp_path: Path, rows: int, images: int) -> None:
    write_pdf(page(rows, images), tmp_path / "page.pdf")
    assert pages_of((tmp_path / "page.pdf").read_bytes()) == 1


def test_names_are_printed_letter_for_letter(tmp_path: Path) -> None:
    write_pdf(page(name="山田 <b>&Δ−"), tmp_path / "page.pdf")
    content = (tmp_path / "page.pdf").read_bytes()
    assert pages_of(content) == 1
    assert "山田 <b>&Δ−" in words_of(content)


def test_the_same_page_has_pictures_only_when_there_are_some(tmp_path: Path) -> None:
    write_pdf(page(images=0), tmp_path / "none.pdf")
    write_pdf(page(images=2), tmp_path / "two.pdf")
    assert b"/Subtype /Image" not in (tmp_path / "none.pdf").read_bytes()
    assert (tmp_path / "two.pdf").read_bytes().count(b"/Subtype /Image") >= 1


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"cannot be written: .*Choose another folder"):
        write_pdf(page(), tmp_path / "absent" / "page.pdf")
