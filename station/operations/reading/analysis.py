"""The analysis of a reader study into a folder: tables, figures, rows, JSON and the R script.

The rows come from files or from a locked study: both are `Source`s.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station.installed import resource
from station.pet.words import count_of
from station.progress import Report, silent
from station.reading.analysis import (
    NO_MARGINS,
    Analysis,
    Artifacts,
    ScoreRow,
    VoiRow,
    analyse,
    counted,
    plain,
)
from station.reading.bootstrap import RESAMPLES, SEED
from station.reading.foci import LesionRow, MarkRow
from station.reading.grade_agreement import GradeComparison, QaGrades, compare_grades
from station.reading.marks import criterion_id
from station.reading.names import tidy
from station.reading.protocol import ARM_NAMES, Answers, Arm, ArmNames, Protocol, load_protocol
from station.reading.readings import Extremes, SlicesSeen
from station.reading.study_log import StudyLog
from station.reading.worklist import Key, Kind
from station.report.reading.sheet import p_value
from station.report.reading.tables import names_of
from station.report.table_file import Spreadsheet
from station.whole_file import writing

if TYPE_CHECKING:
    from station.archive.readings import CoordinatorSitting, LockedReading

JSON_FILE = "analysis.json"
HTML_FILE, PDF_FILE, R_FILE = "tables.html", "tables.pdf", "analysis.R"
MAIN_FILES = (PDF_FILE, HTML_FILE, JSON_FILE, R_FILE)
READINGS_FILE, KEY_FILE, FOCI_FILE = "readings.csv", "key.csv", "foci.csv"
DATA_FOLDER, PLOTS_FOLDER = "data", "plots"


@dataclass(frozen=True)
class Source:
    """Rows to analyse."""

    names: tuple[str, ...]
    """Of the files, or of the study"""
    scores: tuple[ScoreRow, ...]
    vois: tuple[VoiRow, ...] = ()
    consensus: tuple[ScoreRow, ...] = ()
    artifacts: Artifacts | None = None
    """None: nobody was asked"""
    arms: ArmNames = ARM_NAMES
    """What tables and figures call them"""
    margins: Mapping[str, float] = field(default_factory=dict[str, float])
    """Of non-inferiority, in points, by criterion"""
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    """What tables call a criterion, where a protocol says so"""
    marks: tuple[MarkRow, ...] = ()
    """Foci, and readings in which none was marked"""
    lesions: tuple[LesionRow, ...] = ()
    """Those known to be there"""
    match_mm: Mapping[str, float] = field(default_factory=dict[str, float])
    """How far a mark may be from its like, by criterion"""
    readings: str | None = None
    """Every reading as it was given, as CSV"""
    grades: QaGrades | None = None
    """The QA grades of what was read; None: the rows come from files"""
    notes: tuple[str, ...] = ()
    """What was left out already"""
    log: StudyLog | None = None
    """What results begin with; None: the rows come from files"""


@dataclass(frozen=True)
class Written:
    analysis: Analysis
    grades: GradeComparison | None
    folder: Path
    files: tuple[Path, ...]
    notes: tuple[str, ...]
    """What a reader of the tables has to know, a sentence each"""


def source_of_files(
    scores: Sequence[Path],
    vois: Sequence[Path] = (),
    protocol: Path | None = None,
    marks: Path | None = None,
    lesions: Path | None = None,
) -> Source:
    """Rows of files; names of arms and margins are those of the protocol, if one is given.

    Raises StationError with line and column of what is wrong in them.
    """
    from station.report.reading.rows import (
        CONSENSUS,
        read_marks,
        read_scores,
        read_vois,
        refuse_twin_cases,
    )

    read = [read_scores(path) for path in scores]
    of = None if protocol is None else load_protocol(protocol)
    answers = Answers.LAST if of is None else of.analysed_answers
    every = counted((row for part in read for row in part.rows), answers)
    agreed = tuple(row for row in every if tidy(row.reader).casefold() == CONSENSUS)
    marked = None if marks is None else read_marks(marks)
    measured = read_vois(vois)
    rows = tuple(row for row in every if tidy(row.reader).casefold() != CONSENSUS)
    foci = () if marked is None else marked.rows
    truth = _lesions(lesions)
    refuse_twin_cases(row.case for row in (*every, *measured.rows, *foci, *truth))
    files = [*scores, *(path for path in (marks, lesions) if path is not None)]
    return Source(
        tuple(path.name for path in (*files, *vois)),
        rows,
        measured.rows,
        consensus=agreed,
        marks=foci,
        lesions=truth,
        match_mm={} if of is None else {each.id: each.match_mm for each in of.marks},
        arms=ARM_NAMES if of is None else of.arms,
        margins=NO_MARGINS if of is None else _margins_of(of, rows),
        titles={} if of is None else of.titles,
        notes=(
            *(note for part in read for note in part.notes),
            *(() if marked is None else marked.notes),
            *measured.notes,
        ),
    )


def _lesions(path: Path | None) -> tuple[LesionRow, ...]:
    from station.report.reading.rows import read_lesions

    return () if path is None else read_lesions(path).rows


def _margins_of(protocol: Protocol, rows: Sequence[ScoreRow]) -> Mapping[str, float]:
    """By the name that the rows give a criterion: its id or its title."""
    margins: dict[str, float] = {}
    for name in dict.fromkeys(row.criterion for row in rows):
        for criterion in protocol.criteria:
            known = plain(name) in (plain(criterion.id), plain(criterion.name))
            if known and criterion.margin is not None:
                margins[name] = criterion.margin
    return margins


def source_of_study(
    sitting: "CoordinatorSitting", vois: Sequence[Path] = (), lesions: Path | None = None
) -> Source:
    """The readings of a locked study, and the VOIs of files, which the archive does not measure.

    The QA grades are those in the data folder. That the key is opened is recorded. Raises
    ReadingError while the study is not locked, StationError for what is wrong in the files.
    """
    from station.operations.reading.grades import find_grades

    readings = sitting.locked_readings()
    kept = find_grades(sitting.home, readings, sitting.locked_key())
    source = source_of_readings(
        sitting.study, readings, sitting.protocol, vois, kept.grades, _lesions(lesions)
    )
    return replace(source, log=sitting.study_log())


def source_of_readings(
    name: str,
    readings: Sequence["LockedReading"],
    protocol: Protocol,
    vois: Sequence[Path] = (),
    grades: QaGrades | None = None,
    lesions: tuple[LesionRow, ...] = (),
) -> Source:
    """The readings of the locked study `name`, the VOIs of files, and the QA grades of the images.

    Raises StationError for what is wrong in the files.
    """
    from station.report.reading.rows import read_vois, refuse_twin_cases

    measured = read_vois(vois)
    refuse_twin_cases(row.case for row in (*readings, *measured.rows, *lesions))
    own = [reading for reading in readings if not reading.consensus]
    agreed = [reading for reading in readings if reading.consensus]
    answers = protocol.analysed_answers
    revised = sum(reading.revisions > 0 for reading in readings)
    note = (
        f"{count_of(revised, 'reading')} of {len(readings)} {'was' if revised == 1 else 'were'} "
        f"revised. As the protocol says, the {answers} answers are analysed; data/readings.csv has "
        "first and last."
    )
    return Source(
        (f'the locked study "{name}"', *(path.name for path in vois)),
        counted(score_rows(own), answers),
        measured.rows,
        consensus=counted(score_rows(agreed), answers),
        artifacts=Artifacts(
            len(own),
            tuple(
                (reading.reader, reading.case, reading.arm, reading.artifact)
                for reading in own
                if reading.artifact is not None
            ),
        ),
        arms=protocol.arms,
        margins=protocol.margins,
        titles=protocol.titles,
        marks=tuple(mark_rows(own)),
        lesions=lesions,
        match_mm={criterion.id: criterion.match_mm for criterion in protocol.marks},
        readings=readings_csv(readings),
        grades=grades,
        notes=(*((note,) if revised else ()), *measured.notes),
    )


def score_rows(readings: Sequence["LockedReading"]) -> list[ScoreRow]:
    """Hidden repeats are numbered: a reader's second reading of an image is the first repeat."""
    return [
        ScoreRow(
            *(reading.reader, reading.case, reading.arm, criterion, score, number),
            first=None if (first := reading.first_scores.get(criterion)) == score else first,
        )
        for reading, number in _numbered(readings)
        for criterion, score in reading.scores.items()
    ]


def mark_rows(readings: Sequence["LockedReading"]) -> list[MarkRow]:
    """A row for each focus, and one for each reading in which none was marked."""
    rows: list[MarkRow] = []
    for reading, number in _numbered(readings):
        for question, marks in reading.marks.items():
            names = reading.reader, reading.case, reading.arm, criterion_id(question)
            rows += [
                MarkRow(*names, mark.position_mm, mark.confidence, mark.site, number)
                for mark in marks
            ]
            if not marks:
                rows.append(MarkRow(*names, None, repeat=number))
    return rows


def _numbered(readings: Sequence["LockedReading"]) -> list[tuple["LockedReading", int]]:
    """Each with the number of its repeat; 0: the reading that counts."""
    repeats: Counter[tuple[str, str, Arm]] = Counter()
    numbered: list[tuple[LockedReading, int]] = []
    for reading in readings:
        number = 0
        if reading.kind is Kind.REPEAT:
            image = (reading.reader, reading.case, reading.arm)
            repeats[image] += 1
            number = repeats[image]
        numbered.append((reading, number))
    return numbered


def readings_csv(readings: Sequence["LockedReading"]) -> str:
    """One line a reading: its scores, and how it was read."""
    from station.report.table_file import csv_text

    criteria = tuple(dict.fromkeys(name for reading in readings for name in reading.scores))
    header = (
        *("reader", "consensus", "case", "arm", "kind", "session", "number", "code", "image"),
        *criteria,
        *(f"{criterion}_first" for criterion in criteria),
        *("artifact", "comment", "seconds", "window_suv", "slice_mm", "zoom"),
        *("window_low", "window_low_s", "window_high", "window_high_s", "slices_seen"),
        *("zoom_low", "zoom_low_s", "zoom_high", "zoom_high_s", "revisions"),
        *("confirmed_at", "version"),
    )
    return csv_text(
        header,
        (
            (
                *(
                    reading.reader,
                    int(reading.consensus),
                    reading.case,
                    reading.arm.value,
                    reading.kind.value,
                ),
                *(reading.session, reading.number, reading.code, reading.image),
                *(reading.scores.get(criterion) for criterion in criteria),
                *(reading.given(Answers.FIRST).get(criterion) for criterion in criteria),
                *(
                    reading.artifact,
                    reading.comment,
                    reading.viewing.seconds,
                    reading.viewing.window_suv,
                ),
                *(reading.viewing.slice_mm, reading.viewing.zoom),
                *_extreme_cells(reading.viewing.windows_suv),
                _seen_words(reading.viewing.slices),
                *_extreme_cells(reading.viewing.zooms),
                reading.revisions,
                *(reading.confirmed_at.isoformat(), reading.version),
            )
            for reading in readings
        ),
    )


def key_csv(key: Key) -> str:
    """One line an image: its code, case and arm."""
    from station.report.table_file import csv_text

    return csv_text(
        ("image", "case", "arm", "practice"),
        (
            (code, entry.case, entry.arm.value, int(entry.practice))
            for code, entry in sorted(key.entries.items())
        ),
    )


def export_readings(sitting: "CoordinatorSitting", folder: Path) -> tuple[Path, ...]:
    """Write the study log, readings.csv and key.csv of a locked study into `folder`; where readers
    mark foci, foci.csv too.

    Raises ReadingError while it is not locked, StationError where they cannot be written.
    """
    from station.report.document import write_files
    from station.report.reading import study_log

    readings = sitting.locked_readings()
    files = {
        study_log.FILE: study_log.as_csv(sitting.study_log()),
        READINGS_FILE: readings_csv(readings),
        KEY_FILE: key_csv(sitting.locked_key()),
    }
    if sitting.protocol.marks:
        files[FOCI_FILE] = foci_csv(readings)
    return write_files({name: text.encode() for name, text in files.items()}, folder)


def foci_csv(readings: Sequence["LockedReading"]) -> str:
    """Every focus of every reading, as `--marks` reads it."""
    from station.report.reading.rows import marks_csv

    return marks_csv(mark_rows([reading for reading in readings if not reading.consensus]))


def _extreme_cells(extremes: Extremes | None) -> tuple[float | None, ...]:
    return (None,) * 4 if extremes is None else astuple(extremes)


def _seen_words(slices: Sequence[SlicesSeen]) -> str:
    """`axial 1-40 52, coronal 7`."""
    planes: dict[str, list[str]] = {}
    for seen in slices:
        span = f"{seen.first}" if seen.first == seen.last else f"{seen.first}-{seen.last}"
        planes.setdefault(seen.plane, []).append(span)
    return ", ".join(f"{plane} {' '.join(spans)}" for plane, spans in planes.items())


def write_analysis(
    source: Source,
    folder: Path,
    resamples: int = RESAMPLES,
    seed: int = SEED,
    report: Report = silent,
    spreadsheet: Spreadsheet = Spreadsheet.NONE,
) -> Written:
    """Analyse the rows and write everything into `folder`; what is there is replaced.

    The tables are written for a spreadsheet; those in data/, which analysis.R reads, never are.
    analysis.json is written last: where it is, the rest is whole. Raises StationError where the
    rows cannot be analysed or the folder cannot be written.
    """
    from station.report.document import as_html, as_pdf
    from station.report.reading import as_json, rows, study_log
    from station.report.reading import foci as foci_pages
    from station.report.reading import grades as grade_pages
    from station.report.reading.plots import pictures
    from station.report.reading.tables import csv_files, document
    from station.report.table_file import csv_text

    report(0.0, "Comparing the arms and the readers")
    analysis = analyse(
        source.scores,
        source.vois,
        resamples,
        seed,
        source.consensus,
        source.arms,
        source.margins,
        source.marks,
        source.lesions,
        source.match_mm,
    )
    analysis = replace(analysis, titles=source.titles)
    grades: GradeComparison | None = None
    if source.grades is not None:
        report(0.2, "Comparing with the QA grade")
        grades = compare_grades(source.scores, source.grades, resamples, seed)
    report(0.3, "Drawing the figures")
    drawn = pictures(analysis)
    report(0.6, "Writing the tables")
    facts = as_json.as_json(analysis)
    sections = () if grades is None else (grade_pages.section(grades, source.arms, source.titles),)
    page = document(analysis, source.names, source.notes, drawn, source.artifacts, sections)
    content: dict[str, bytes] = {}
    if source.log is not None:
        page = replace(
            page,
            lines=(*page.lines, f"{source.log.head_words}."),
            sections=(study_log.section(source.log), *page.sections),
        )
        facts = {"study_log": study_log.as_json(source.log), **facts}
        content[study_log.FILE] = study_log.as_csv(source.log, spreadsheet).encode()
    content |= {
        **{name: text.encode() for name, text in csv_files(analysis, spreadsheet).items()},
        **({} if grades is None else _grade_files(grades, spreadsheet)),
        HTML_FILE: as_html(page).encode(),
        PDF_FILE: as_pdf(page),
        R_FILE: resource("statistics", R_FILE).read_bytes(),
        **{f"{PLOTS_FOLDER}/{picture.name}.png": picture.png for picture in drawn},
        f"{DATA_FOLDER}/scores.csv": rows.scores_csv(analysis.scores).encode(),
        f"{DATA_FOLDER}/consensus.csv": rows.scores_csv(analysis.consensus).encode(),
        f"{DATA_FOLDER}/voi.csv": rows.vois_csv(analysis.vois).encode(),
        f"{DATA_FOLDER}/bootstrap.csv": rows.bootstrap_csv(analysis.bootstrap).encode(),
        f"{DATA_FOLDER}/figures.csv": csv_text(
            ("figure", "value"), as_json.figures(facts)
        ).encode(),
    }
    content |= {
        f"{DATA_FOLDER}/{name}": text.encode()
        for name, text in foci_pages.files_of_rows(analysis).items()
    }
    if source.readings is not None:
        content[f"{DATA_FOLDER}/readings.csv"] = source.readings.encode()
    if source.artifacts is not None:
        facts["artifacts"] = as_json.artifacts_json(source.artifacts)
    if grades is not None:
        facts["qa_grade"] = grade_pages.as_json(grades)
    notes = _notes(source, analysis, grades)
    content[JSON_FILE] = as_json.json_text(
        {**facts, "sources": list(source.names), "notes": list(notes)}
    ).encode()
    report(0.9, "Writing the tables")
    return Written(analysis, grades, folder, _write(folder, content), notes)


def _grade_files(grades: GradeComparison, spreadsheet: Spreadsheet) -> dict[str, bytes]:
    from station.report.reading import grades as grade_pages

    files = grade_pages.csv_files(grades, spreadsheet)
    files[f"{DATA_FOLDER}/qa-grades.csv"] = grade_pages.grades_csv(grades.grades)
    return {name: text.encode() for name, text in files.items()}


def _write(folder: Path, content: dict[str, bytes]) -> tuple[Path, ...]:
    """In the order of `content`, the last one when the rest is written."""
    last = next(reversed(content))
    with writing(f"The analysis in {folder}"):
        for inner in (folder, folder / DATA_FOLDER, folder / PLOTS_FOLDER):
            inner.mkdir(parents=True, exist_ok=True)
        (folder / last).unlink(missing_ok=True)
        for name, data in content.items():
            (folder / name).write_bytes(data)
    return tuple(folder / name for name in content)


def _notes(source: Source, analysis: Analysis, grades: GradeComparison | None) -> tuple[str, ...]:
    """Of the whole analysis and of each table, each sentence once."""
    notes = [*source.notes, *analysis.notes]
    shown = names_of(analysis.titles)
    for name, result in analysis.criteria.items():
        notes += [
            f"{shown(name)}: {note}" for note in (*result.notes, result.by_case.t.note) if note
        ]
    for name, result in analysis.agreement.items():
        notes += [
            f"Agreement, {name}: {note}" for note in (*result.notes, result.fleiss.note) if note
        ]
    if analysis.voi is not None:
        notes += analysis.voi.notes
    if grades is not None:
        notes += [f"QA grade: {note}" for note in (grades.grades.refusal, *grades.notes) if note]
    return tuple(dict.fromkeys(notes))


def summary(analysis: Analysis, grades: GradeComparison | None = None) -> list[str]:
    """The main figures, a line each, for a terminal."""
    from station.report.reading import foci as foci_pages
    from station.report.reading import grades as grade_pages
    from station.report.reading import samples

    arms, shown = analysis.arms, names_of(analysis.titles)
    lines = [*foci_pages.summary(analysis), *samples.summary(analysis, shown)]
    lines += [
        _summed(shown(name), result.by_case, arms) for name, result in analysis.criteria.items()
    ]
    for name, result in analysis.agreement.items():
        kappa = result.fleiss
        if kappa.value is not None:
            interval = "" if kappa.ci is None else f" ({kappa.ci[0]:.2f} to {kappa.ci[1]:.2f})"
            lines.append(f"Fleiss' kappa, {shown(name).lower()}: {kappa.value:.2f}{interval}")
    if analysis.voi is not None:
        lines += [
            _summed(f"Lesions, {suv}", result, arms) for suv, result in analysis.voi.lesions.items()
        ]
        lines += [
            _summed(f"Lesions to aortic arch, {suv}", result, arms)
            for suv, result in analysis.voi.ratios.items()
        ]
    return lines if grades is None else [*lines, *grade_pages.summary(grades, analysis.titles)]


def _summed(name: str, result: Any, arms: ArmNames) -> str:
    if result.conventional.mean is None or result.dl.mean is None:
        return f"{name}: {result.t.note}"

    def arm(spread: Any) -> str:
        return f"{spread.mean:.2f}" + ("" if spread.sd is None else f" ± {spread.sd:.2f}")

    p = "" if result.t.p is None else f", P {p_value(result.t.p)}"
    return (
        f"{name}: {arms.conventional} {arm(result.conventional)}, {arms.dl} {arm(result.dl)}, "
        f"n {result.difference.n}{p}"
    )
