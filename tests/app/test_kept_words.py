"""In whatever language a window speaks, what is stored, exported and sent is the same."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pydicom
import pytest
from pydicom.dataset import Dataset

from station.app import language
from station.app.jobs import InlineExecutor, Jobs
from station.app.language import Language
from station.app.reading.workflow import BlindReading
from station.app.state import Placing, Slot, Tool
from station.pet.growing import GrowthRule
from station.pet.sites import SiteKind
from station.pet.suv import InputName
from tests.app.conftest import INLINE, Program
from tests.archive.reader_studies import quick, reader
from tests.made_up import studies
from tests.made_up.blinded import PROTOCOL, new_studies
from tests.pseudo import Pseudo
from tests.report.pdf_words import words_of

EXPORTS = {
    "csv": ".csv",
    "csv_named": ".csv",
    "csv_decimal_comma": ".csv",
    "pdf": ".pdf",
    "report": ".pdf",
    "sr": ".dcm",
    "seg": ".dcm",
    "rtstruct": ".dcm",
}
OF_ITS_TIME = re.compile(r"[0-9a-f]{32,}|\d+(\.\d+){5,}|\d{4}-\d\d-\d\d[T ][\d:.+Z-]+")
"""What differs between two runs: ids, UIDs and times"""
MARK = "⟦"
"""Of every text that went through the translator"""


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.speak(Language.ENGLISH, None)


def speak(pseudo: bool) -> None:
    if pseudo:
        language.speak(Language.GERMAN, Pseudo())
    else:
        language.speak(Language.ENGLISH, None)


def read(home: Path, pair: Path, folder: Path) -> tuple[object, ...]:
    """Open the pair, do what a reader does, export all; what the session holds."""
    program = Program(home, INLINE, None, graded=False)
    program.open(pair)
    workflow = program.workflow
    workflow.vois.place((0.0, 0.0, 146.0), Placing(0.5, SiteKind.REFERENCE, "Arch", "aortic_arch"))
    workflow.vois.place(studies.LESION_MM, Placing(3.0, SiteKind.LESION, tissue="lung"))
    workflow.vois.set_growth_rule(GrowthRule.OF_MAX_50)
    workflow.grow_lesion(Slot.CONVENTIONAL, studies.LESION_MM)
    x, y, z = studies.LESION_MM
    for tool in (Tool.DISTANCE, Tool.ELLIPSE):
        workflow.vois.take(tool)
        workflow.drawing.draw(studies.LESION_MM, (x + 30, y + 40, z), 2)
    workflow.type_input(InputName.WEIGHT_KG, 71.5, "71.5 kg")
    workflow.save_layout("Mine")
    program.session.edit("Findings", findings="Focal uptake.")
    folder.mkdir()
    for kind, ending in EXPORTS.items():
        program.exporting.write(kind, folder / f"{kind}{ending}", kind == "csv_named")
    assert program.failures == []
    state = program.state
    made = (
        [(one.name, one.kind, one.tissue, one.site) for one in state.vois],
        [one.name for one in state.annotations],
        [one.name for one in state.own_layouts],
        state.findings,
    )
    program.close()
    return made


def elements(dataset: Dataset) -> list[str]:
    """Every value of a DICOM object that is no UID, no time and no pixel."""
    return [
        OF_ITS_TIME.sub("·", f"{one.tag} {one.value}")
        for one in dataset.iterall()
        if one.VR not in ("UI", "DA", "TM", "DT", "SQ", "OB", "OW")
    ]


def contents(folder: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".dcm":
            found[path.name] = elements(pydicom.dcmread(path))
        else:
            content = path.read_bytes()
            text = words_of(content) if path.suffix == ".pdf" else content.decode("utf-8-sig")
            found[path.name] = OF_ITS_TIME.sub("·", text)
    return found


def stored(home: Path) -> dict[str, str]:
    """Every file of the data folder as text; the archive row by row."""
    found: dict[str, str] = {}
    for path in sorted(home.rglob("*")):
        if path.suffix == ".db":
            with closing(sqlite3.connect(path)) as connection:
                found[path.name] = "\n".join(connection.iterdump())
        elif path.is_file():
            found[str(path.relative_to(home))] = path.read_bytes().decode("utf-8", "replace")
    return found


@pytest.mark.simulated
@pytest.mark.usefixtures("qapp")
def test_a_study_read_in_another_language_leaves_the_same_files_and_record(
    known_home: Path, pair: Path, tmp_path: Path
) -> None:
    homes = [known_home, known_home.with_name("another home")]
    shutil.copytree(homes[0], homes[1])
    sessions: list[object] = []
    for home, pseudo in zip(homes, (False, True), strict=True):
        speak(pseudo)
        sessions.append(read(home, pair, tmp_path / home.name))
    speak(pseudo=False)
    assert sessions[0] == sessions[1]
    english, other = (contents(tmp_path / home.name) for home in homes)
    assert set(english) == set(other)
    for name, content in english.items():
        assert other[name] == content, name
    for name, text in stored(homes[1]).items():
        assert MARK not in text, name
    again = Program(homes[1], INLINE, None, graded=False)
    again.open(pair)
    names = [one.name for one in again.state.vois]
    again.close()
    assert names == ["Arch", "Lesion 1", "Lesion 2"]


@pytest.mark.usefixtures("qapp")
def test_a_blinded_case_scored_in_another_language_is_the_same_record(
    station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    made = new_studies(station_home, cases=1)
    speak(pseudo=True)
    reading = BlindReading(reader(made), Jobs(InlineExecutor()))
    reading.begin()
    for _ in PROTOCOL.criteria:
        reading.score(4)
    reading.artifact(False)
    reading.confirm(None)
    reading.close()
    made.close()
    texts = stored(station_home)
    assert any("tumor_delineation" in text for text in texts.values())
    for name, text in texts.items():
        assert MARK not in text, name
