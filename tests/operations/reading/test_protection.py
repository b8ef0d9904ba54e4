"""The page says in the wizard what README says."""

from pathlib import Path

from station.operations.reading.protection import PROTECTIONS, TITLE, as_table

README = Path(__file__).parents[3] / "README.md"


def test_readme_has_the_page_word_for_word():
    assert f"### {TITLE}\n\n{as_table()}\n" in README.read_text(encoding="utf-8")


def test_everything_names_what_is_left():
    assert all(one.against and one.how and one.rest for one in PROTECTIONS)
