import csv
import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from station.errors import Cancelled, StationError
from station.operations.reading.analysis import (
    Source,
    source_of_files,
    source_of_study,
    summary,
    write_analysis,
)
from station.reading.analysis import ScoreRow, VoiKind, VoiRow
from station.reading.foci import LesionRow, MarkRow, Point
from station.reading.protocol import Arm, ArmNames
from station.reading.readings import ReadingError
from station.report.reading import plots
from station.report.reading.rows import scores_csv, vois_csv
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
    READERS,
    STUDY,
    agree,
    coordinator,
    made,
    new_study,
    quick,
    reader,
    scorer_by_arm,
    signed,
)
from tests.reading.reader_scores import study_scores, study_vois

FEW = 200
FIGURES = plots.pictures


@pytest.fixture(autouse=True)
def no_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures take most of the time, and have tests of their own."""
    monkeypatch.setattr("station.report.reading.plots.pictures", lambda analysis: ())


def source(scores: Sequence[ScoreRow], vois: Sequence[VoiRow] = (), **more) -> Source:
    return Source(("rows",), tuple(scores), tuple(vois), **more)


# --- the folder ---------------------------------------------------------------------------------


@pytest.mark.simulated
def test_the_folder_holds_tables_figures_rows_and_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("station.report.reading.plots.pictures", FIGURES)
    monkeypatch.setattr("station.report.reading.plots.DPI", 50)
    written = write_analysis(source(study_scores(), study_vois()), tmp_path / "out", FEW)
    names = {str(path.relative_to(tmp_path / "out")) for path in written.files}
    on_disk = {
        str(path.relative_to(tmp_path / "out"))
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert names == on_disk
    assert {"analysis.json", "tables.html", "tables.pdf", "analysis.R"} <= names
    assert {"data/scores.csv", "data/voi.csv", "data/bootstrap.csv"} <= names
    assert {"plots/scores.png", "plots/agreement.png", "plots/bland-altman.png"} <= names
    assert (tmp_path / "out/tables.pdf").read_bytes().startswith(b"%PDF")
    page = (tmp_path / "out/tables.html").read_text(encoding="utf-8")
    assert page.count("<img") == 8
    assert "http" not in page, "it needs no other file"


def test_the_rows_that_were_written_give_the_same_analysis_again(tmp_path: Path):
    write_analysis(source(study_scores(), study_vois()), tmp_path / "first", FEW)
    data = tmp_path / "first/data"
    again = source_of_files([data / "scores.csv"], [data / "voi.csv"])
    write_analysis(again, tmp_path / "second", FEW)
    first, second = (
        json.loads((tmp_path / name / "analysis.json").read_text(encoding="utf-8"))
        for name in ("first", "second")
    )
    assert second.pop("sources") == ["scores.csv", "voi.csv"]
    assert first.pop("sources") == ["rows"]
    assert first == second


def test_an_older_analysis_is_replaced_and_is_not_there_while_it_is(tmp_path: Path):
    out = tmp_path / "out"
    write_analysis(source(study_scores(cases=3)), out, FEW)

    def stop_before_writing(fraction: float, message: str) -> None:
        if fraction >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_analysis(source(study_scores(cases=4)), out, FEW, report=stop_before_writing)
    told = json.loads((out / "analysis.json").read_text(encoding="utf-8"))
    assert told["criteria"]["image_noise"]["t"]["df"] == 2
    write_analysis(source(study_scores(cases=4)), out, FEW)
    told = json.loads((out / "analysis.json").read_text(encoding="utf-8"))
    assert told["criteria"]["image_noise"]["t"]["df"] == 3


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path):
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(StationError, match="cannot be written"):
        write_analysis(source(study_scores(cases=2)), tmp_path / "out", FEW)


def test_the_summary_tells_both_arms_and_p(tmp_path: Path):
    written = write_analysis(source(study_scores(), study_vois()), tmp_path, FEW)
    one = written.analysis.criteria["image_noise"].by_case
    line = f"Image noise: Conventional {one.conventional.mean:.2f} ± {one.conventional.sd:.2f}"
    lines = summary(written.analysis)
    assert any(each.startswith(line) for each in lines)
    assert any(each.startswith("Fleiss' kappa, overall: ") for each in lines)
    assert any(each.startswith("Lesions to aortic arch, suv_max: ") for each in lines)


def test_a_case_that_a_spreadsheet_rewrote_in_one_of_two_files_is_refused(tmp_path: Path):
    rows = [replace(row, case=row.case.replace("case ", "00")) for row in study_scores(cases=3)]
    vois = [replace(row, case=row.case.replace("case ", "")) for row in study_vois(cases=3)]
    (tmp_path / "scores.csv").write_text(scores_csv(rows), encoding="utf-8")
    (tmp_path / "voi.csv").write_text(vois_csv(vois), encoding="utf-8")
    with pytest.raises(StationError, match='cases look the same: "001" and "1"; "002" and "2"'):
        source_of_files([tmp_path / "scores.csv"], [tmp_path / "voi.csv"])


def test_what_was_left_out_of_the_files_is_in_the_notes_and_the_json(tmp_path: Path):
    scores = tmp_path / "scores.csv"
    scores.write_text(
        scores_csv(study_scores(cases=3, repeats=0)) + "Dr. Ito,case 9,dl,image_noise,,0\n",
        encoding="utf-8",
    )
    written = write_analysis(source_of_files([scores]), tmp_path / "out", FEW)
    assert any("without a score" in note for note in written.notes)
    told = json.loads((tmp_path / "out/analysis.json").read_text(encoding="utf-8"))
    assert told["notes"] == list(written.notes)


# --- R ------------------------------------------------------------------------------------------

NAMES = {"overall": (2, 4), "=Qualität, “A”": (3, 4)}
"""A criterion with the key of all, and one with all that a CSV and a regular expression dislike"""


def alike() -> tuple[ScoreRow, ...]:
    return tuple(replace(row, score=3) for row in study_scores(cases=4))


def with_gaps() -> tuple[ScoreRow, ...]:
    return tuple(row for number, row in enumerate(study_scores()) if number % 7)


def measured_with_gaps() -> tuple[VoiRow, ...]:
    rows = [row for number, row in enumerate(study_vois()) if number % 11]
    rows[3] = replace(rows[3], suv_peak=None)
    twins = [VoiRow("case 1", arm, "node", VoiKind.LESION, n, n, n)
             for arm in Arm for n in (1.0, 2.5)]  # fmt: skip
    return (*rows, *twins)


def marked() -> tuple[tuple[MarkRow, ...], tuple[LesionRow, ...]]:
    """Foci at and around lesions of three sizes, and elsewhere, of three readers; some cases are
    healthy, one was read in one arm only, and of one the truth is not known."""
    rng = np.random.default_rng(18)

    def near(place: Point, off: Iterable[float]) -> Point:
        x, y, z = (float(one) + float(other) for one, other in zip(place, off, strict=True))
        return x, y, z

    lesions: list[LesionRow] = []
    rows: list[MarkRow] = []
    for number in range(14):
        case = f"case {number}"
        count = int(rng.integers(0, 4)) if number % 4 else 0
        places = [near((0, 0, 0), rng.uniform(-60, 60, 3)) for _ in range(count)]
        sizes = (6.0, 14.0, 30.0, None)
        if number != 13:
            lesions += [
                LesionRow(case, f"L{n}", place, sizes[(number + n) % 4])
                for n, place in enumerate(places)
            ] or [LesionRow(case, "", None)]
        for who in ("A", "B", "Ć"):
            for arm in Arm:
                if (number, who, arm) == (12, "B", Arm.DENOISED):
                    continue
                own: list[MarkRow] = []
                for n, place in enumerate(places):
                    for _ in range(int(rng.integers(0, 3))):  # now and then two on one lesion
                        at = near(place, rng.normal(0, 4, 3))
                        own.append(
                            MarkRow(who, case, arm, "foci", at, int(rng.integers(1, 6)), f"s{n}")
                        )
                for _ in range(int(rng.integers(0, 3))):
                    at = near((0, 0, 0), rng.uniform(-60, 60, 3))
                    own.append(MarkRow(who, case, arm, "foci", at, int(rng.integers(1, 6))))
                rows += own or [MarkRow(who, case, arm, "foci", None)]
    return tuple(rows), tuple(lesions)


MARKS, LESIONS = marked()

STUDIES = {
    "foci": source((), marks=MARKS, lesions=LESIONS),
    "foci, all cases with lesions": source(
        (),
        marks=MARKS,
        lesions=[row for row in LESIONS if row.position_mm is not None],
        match_mm={"foci": 6.0},
    ),
    "foci without truth, and scores": source(study_scores(), marks=MARKS),
    "the usual": source(study_scores(), study_vois()),
    "three readers, odd names": source(
        study_scores(readers=("B", "a", "Ä"), criteria=NAMES, cases=9)
    ),
    "one score for all": source(alike()),
    "gaps": source(with_gaps(), measured_with_gaps()),
    "four readers, margins": source(
        study_scores(readers=("A", "B", "C", "D")),
        margins={"image_noise": 0.5, "my own criterion": 0.2},
    ),
    "two readers, margins": source(study_scores(cases=20), margins={"my own criterion": 0.5}),
    "one reader": source(study_scores(readers=("Dr. Ito",))),
    "one case": source(study_scores(cases=1), study_vois(cases=1, lesions=1)),
    "tissues alone": source((), study_vois(lesions=0)),
    "lesions without an arch": source(
        (), [row for row in study_vois() if row.site != "aortic_arch"]
    ),
    "many cases": source(study_scores(cases=60, repeats=20)),
    "a consensus": source(
        study_scores(),
        consensus=tuple(
            ScoreRow("consensus", f"case {case}", Arm.DENOISED, "image_noise", 1) for case in (2, 5)
        ),
    ),
}


@pytest.mark.simulated
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="Rscript is not installed")
@pytest.mark.parametrize("name", list(STUDIES))
def test_r_finds_every_figure_again_from_the_rows(tmp_path: Path, name: str):
    write_analysis(STUDIES[name], tmp_path, FEW)
    done = subprocess.run(
        ["Rscript", "--vanilla", "analysis.R"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with (tmp_path / "data/figures.csv").open(encoding="utf-8", newline="") as file:
        figures = [figure for figure, _ in csv.reader(file)][1:]
    # Those of the ordinal regression only where r-cran-ordinal is there and finds a maximum.
    certain = [figure for figure in figures if " > regression > " not in figure]
    assert len(certain) <= int(done.stdout.split()[0]) <= len(figures)


@pytest.mark.simulated
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="Rscript is not installed")
def test_the_script_notices_a_figure_that_is_not_what_the_rows_say(tmp_path: Path):
    write_analysis(source(study_scores(cases=3)), tmp_path, FEW)
    rows = tmp_path / "data/scores.csv"
    text = rows.read_text(encoding="utf-8")
    line = text.splitlines()[1]
    changed = line[:-3] + ("1" if line[-3] == "5" else "5") + line[-2:]
    rows.write_text(text.replace(line, changed, 1), encoding="utf-8")
    done = subprocess.run(
        ["Rscript", "--vanilla", "analysis.R"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "differs or is missing in R: criteria > tumor_delineation" in done.stdout


# --- a locked study -----------------------------------------------------------------------------


def test_a_study_that_is_not_locked_is_not_analysed(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    quick(monkeypatch)
    studies = made(station_home, new_study(tmp_path / "images"))
    with pytest.raises(ReadingError, match="is not locked"):
        source_of_study(coordinator(studies))
    studies.close()


def test_a_locked_study_gives_its_scores_repeats_consensus_and_artifacts(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    quick(monkeypatch)
    study = new_study(tmp_path / "images", replace(PROTOCOL, repeats=2))
    studies = made(station_home, study)
    signed(studies, READERS[0], scorer_by_arm(study.key, 2, 4))
    signed(studies, READERS[1], scorer_by_arm(study.key, 2, 2))
    agreed = studies.sign_in_for_consensus(STUDY, READERS[0], PASSWORDS[READERS[0]])
    agree(agreed, score=3)
    agreed.sign(PASSWORDS)
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
    vois = tmp_path / "voi.csv"
    vois.write_text(vois_csv(study_vois(cases=4)), encoding="utf-8")
    found = source_of_study(coordinator(studies), [vois])
    studies.close()

    first = [row for row in found.scores if row.repeat == 0]
    assert len(first) == 2 * 4 * 2 * 2, "readers, cases, arms, criteria"
    assert len(found.scores) - len(first) == 2 * 2 * 2, "readers, repeats, criteria"
    assert {(row.reader, row.arm, row.score) for row in found.scores} == {
        (READERS[0], Arm.CONVENTIONAL, 2),
        (READERS[0], Arm.DENOISED, 4),
        (READERS[1], Arm.CONVENTIONAL, 2),
        (READERS[1], Arm.DENOISED, 2),
    }
    assert {(row.arm, row.score) for row in found.consensus} == {(Arm.DENOISED, 3)}
    assert found.artifacts is not None
    assert (found.artifacts.readings, found.artifacts.noted) == (2 * (8 + 2), ())

    written = write_analysis(found, tmp_path / "out", FEW)
    told = json.loads((tmp_path / "out/analysis.json").read_text(encoding="utf-8"))
    noise = told["criteria"]["noise"]
    assert noise["difference"]["mean"] == 1.0
    assert noise["with_consensus"]["difference"]["mean"] == 1.0
    assert noise["with_consensus"]["dl"]["mean"] == 3.0
    assert told["artifacts"] == {"readings": 20, "conventional": 0, "dl": 0}
    assert told["voi"]["lesions"]["suv_max"]["dl"]["n"] == 8
    assert "4 images were scored again in the consensus." in noise["notes"]
    assert any('locked study "Denoising 2026"' in one for one in told["sources"])
    assert written.analysis.intra_reader.keys() == set(READERS)


def test_tables_call_the_arms_as_the_studys_protocol_does(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    quick(monkeypatch)
    arms = ArmNames("OSEM + Gauss", "DLR")
    study = new_study(tmp_path / "images", replace(PROTOCOL, arms=arms))
    studies = made(station_home, study)
    for name in READERS:
        signed(studies, name, scorer_by_arm(study.key, 2, 3))
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
    written = write_analysis(source_of_study(coordinator(studies)), tmp_path / "out", FEW)
    studies.close()
    page = (tmp_path / "out/tables.html").read_text(encoding="utf-8")
    assert ">OSEM + Gauss</th>" in page
    assert "a difference is DLR − OSEM + Gauss" in page
    assert summary(written.analysis)[2].startswith("Quality: OSEM + Gauss 2.00 ± 0.00, DLR 3.00")
    told = json.loads((tmp_path / "out/analysis.json").read_text(encoding="utf-8"))
    assert {"conventional", "dl"} <= told["criteria"]["noise"].keys(), "files keep the keys"


def test_an_artifact_keeps_its_words_and_its_arm(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from station.reading.readings import ARTIFACT, ARTIFACT_TEXT, questions
    from station.reading.worklist import Case
    from tests.archive.reader_studies import VIEWING, read_all

    quick(monkeypatch)
    study = new_study(tmp_path / "images", cases=2)
    studies = made(station_home, study)
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    answers = {ARTIFACT: True, ARTIFACT_TEXT: "streaks", "comment": ""}
    for question in questions(session.protocol):
        session.answer(case.code, question, answers.get(question.id, 3))
    session.confirm(case.code, VIEWING)
    read_all(session)
    session.sign(PASSWORDS[READERS[0]])
    coordinator(studies).lock(PASSWORDS[COORDINATOR], "one reader only")
    found = source_of_study(coordinator(studies))
    studies.close()
    image = case.images[0].folder.name
    entry = study.key.entries[image]
    assert found.artifacts is not None
    assert found.artifacts.noted == ((READERS[0], entry.case, entry.arm, "streaks"),)
    assert found.readings is not None
    rows = list(csv.DictReader(found.readings.splitlines()))
    (noted,) = [row for row in rows if row["artifact"]]
    assert (noted["image"], noted["seconds"]) == (image, "12.5")


def test_an_export_begins_with_the_study_log_and_has_the_foci_as_they_are_read_back(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from station.operations.reading.analysis import export_readings
    from station.reading.marks import Mark, as_text, question_id
    from station.reading.protocol import MarksCriterion
    from station.reading.readings import ARTIFACT, questions
    from station.reading.worklist import Case
    from tests.archive.reader_studies import VIEWING

    quick(monkeypatch)
    words = PROTOCOL.criteria[0].scale
    marks = (MarksCriterion("foci", "Foci", words),)
    studies = made(
        station_home, new_study(tmp_path / "images", replace(PROTOCOL, marks=marks), cases=1)
    )
    session = reader(studies)
    focus = as_text((Mark((1.0, -2.5, 30.0), 4, "liver"),))
    while isinstance(case := session.next(), Case):
        for question in questions(session.protocol):
            answers = {
                ARTIFACT: False,
                question_id("foci"): focus,
                "artifact_text": "",
                "comment": "",
            }
            session.answer(case.code, question, answers.get(question.id, 3))
        session.confirm(case.code, VIEWING)
    session.sign(PASSWORDS[READERS[0]])
    coordinator(studies).lock(PASSWORDS[COORDINATOR], "one reader only")
    written = export_readings(coordinator(studies), tmp_path / "out")
    studies.close()
    assert sorted(path.name for path in written) == [
        "0-study-log.csv",
        "foci.csv",
        "key.csv",
        "readings.csv",
    ]
    found = source_of_files([tmp_path / "out/readings.csv"], marks=tmp_path / "out/foci.csv")
    assert {(row.arm, row.position_mm, row.confidence, row.site) for row in found.marks} == {
        (arm, (1.0, -2.5, 30.0), 4, "liver") for arm in Arm
    }
