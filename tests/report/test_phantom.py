from dataclasses import replace

import pytest

from station.pet.phantom.figures import Earl, examine_phantom, harmonised
from station.report.document import Picture, Table
from station.report.phantom import PhantomImage, document
from tests.made_up.nema import Nema

ROWS = (("sphere mm", "RCmax"), ("37", "1.00"))


@pytest.fixture(scope="module")
def image() -> PhantomImage:
    volume = Nema(spacing_mm=(4.0, 4.0, 4.0), half_field_mm=(160, 132)).volume()
    figures, found = examine_phantom(volume, "Series 1", Earl.ONE, 8)
    best = harmonised(volume, found, figures)
    return PhantomImage("Series 1", figures, best, volume, found, ("It meets EARL 1.",), ROWS)


def test_one_image_has_a_section_with_its_table_and_a_figure(image: PhantomImage) -> None:
    report = document([image])
    assert [section.title for section in report.sections] == ["Series 1", "How it is measured"]
    table, figure = report.sections[0].parts
    assert isinstance(table, Table)
    assert isinstance(figure, Picture)
    assert table.header == ROWS[0]
    assert figure.png.startswith(b"\x89PNG")
    assert "EARL 1" in report.lines[0]


def test_several_images_are_compared_first_and_have_names_of_their_own(
    image: PhantomImage,
) -> None:
    report = document([image, image, replace(image, label="Series 2")])
    titles = [section.title for section in report.sections]
    assert titles == [
        "All images",
        "How it is measured",
        "Series 1 (1)",
        "Series 1 (2)",
        "Series 2",
    ]
    comparison = report.sections[0].parts[0]
    assert isinstance(comparison, Table)
    assert [row[0] for row in comparison.rows] == ["Series 1 (1)", "Series 1 (2)", "Series 2"]
    assert len(report.pictures) == 4


def test_warnings_are_in_the_section_of_their_image(image: PhantomImage) -> None:
    doubtful = replace(image, figures=replace(image.figures, warnings=("The plane is tilted.",)))
    assert "The plane is tilted." in document([doubtful]).sections[0].text
