"""The QA grades of the images that were read in a locked reader study; missing ones are made.

Which series an image was copied from is sealed with the key and opens with it: nothing here works
before the study is locked. Grades are those in this station's archive. Where several networks have
graded, those of one are taken: the network that comes with this Station, if it has graded any image
of the study, else the one that graded last; the analysis says which.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import ArchiveError, StationError
from station.operations.quality.grader import Grader, installed_model
from station.operations.quality.grading import grade_series
from station.pet.image_quality import GraderModel
from station.progress import Report, part, saying
from station.reading.bootstrap import natural
from station.reading.grade_agreement import ImageGrade, Missing, QaGrades
from station.reading.protocol import Arm
from station.reading.worklist import Key, KeyEntry, SourceSeries

if TYPE_CHECKING:
    from station.archive.index import Index
    from station.archive.quality import SeriesGrade
    from station.archive.readings import LockedReading

BEFORE_SOURCES = (
    "This study was prepared before the source series of its images were kept with the key: its "
    "images cannot be compared with the QA grade. A study prepared with this version can."
)
DENOISED = (
    "Denoised images are not graded, by design: their noise is not that of the images that the "
    "network has learned from."
)
NOT_GRADED = "It was not graded yet. Grade it here, or open its study."
NOT_HERE = (
    "It was not graded on this station, and its series is not in the library here. Open its study."
)
LOADING_SHARE = 0.1
"""Of the progress: loading the network"""


@dataclass(frozen=True)
class StudyGrades:
    """The grades of a study, and what could still be graded."""

    grades: QaGrades
    to_grade: tuple[SourceSeries, ...] = ()
    """Series in the library that the network of this Station has not graded, and may"""


@dataclass(frozen=True)
class GradedNow:
    """What came of grading what was missing."""

    graded: int
    not_gradable: int
    failed: tuple[str, ...]
    """Sentences: which series could not be graded now, and why"""

    @property
    def sentence(self) -> str:
        words = f"{self.graded} graded"
        if self.not_gradable:
            words += f", {self.not_gradable} not gradable"
        if self.failed:
            words += f", {len(self.failed)} failed. {' '.join(dict.fromkeys(self.failed))}"
        return words if self.failed else f"{words}."


def find_grades(
    home: Path,
    readings: "Sequence[LockedReading]",
    key: Key,
    installed: Callable[[], GraderModel | None] = installed_model,
) -> StudyGrades:
    """The grade of every image that a reader has read, or why it has none. For a worker thread.

    `readings` and `key` are those of a locked study. Where the archive of `home` cannot be read,
    the grades refuse with that sentence.
    """
    read = dict.fromkeys(reading.image for reading in readings if not reading.consensus)
    entries = sorted(
        (key.entries[image] for image in read),
        key=lambda entry: (natural(entry.case), list(Arm).index(entry.arm)),
    )
    if any(entry.source is None for entry in entries):
        return StudyGrades(QaGrades(refusal=BEFORE_SOURCES))
    try:
        return _found(home, entries, installed())
    except ArchiveError as error:
        return StudyGrades(QaGrades(refusal=f"The QA grades cannot be read. {error}"))


def _found(home: Path, entries: Sequence[KeyEntry], installed: GraderModel | None) -> StudyGrades:
    from station.archive.index import open_index
    from station.archive.quality import open_grades

    sources = [entry.source for entry in entries if entry.source is not None]
    with closing(open_grades(home)) as grades:
        known = grades.of_series((source.study_uid, source.series_key) for source in sources)
    model = _chosen(known.values(), installed)
    with closing(open_index(home)) as index:
        in_library = _Library(index)
        images: list[ImageGrade] = []
        to_grade: list[SourceSeries] = []
        for entry, source in zip(entries, sources, strict=True):
            own = known.get((source.study_uid, source.series_key), ())
            by_installed = installed is not None and _of(own, installed) is not None
            wanted = entry.arm is not Arm.DENOISED and not by_installed
            held = wanted and in_library.holds(source)
            if held and installed is not None:
                to_grade.append(source)
            images.append(_image(entry, source, own, model, not wanted or held))
    return StudyGrades(
        QaGrades(model, tuple(images), _provenance(known, model, installed)), tuple(to_grade)
    )


@dataclass(frozen=True, eq=False)
class _Library:
    """Which series are in the library; a study is looked up once."""

    index: "Index"

    def holds(self, source: SourceSeries) -> bool:
        study = self.index.study(source.study_uid)
        series = None if study is None else study.find(source.series_key)
        return series is not None and series.slices is not None


def _chosen(
    known: "Iterable[tuple[SeriesGrade, ...]]", installed: GraderModel | None
) -> GraderModel | None:
    """Whose grades are compared; None: nobody's."""
    every = [grade for own in known for grade in own]
    if installed is not None and any(grade.model.sha256 == installed.sha256 for grade in every):
        return installed
    last = max(every, key=lambda grade: grade.graded_at, default=None)
    return None if last is None else last.model


def _of(own: "Sequence[SeriesGrade]", model: GraderModel | None) -> "SeriesGrade | None":
    return next((grade for grade in own if model and grade.model.sha256 == model.sha256), None)


def _image(
    entry: KeyEntry,
    source: SourceSeries,
    own: "Sequence[SeriesGrade]",
    model: GraderModel | None,
    held: bool,
) -> ImageGrade:
    graded = _of(own, model)
    if graded is not None and graded.grade.grade is not None:
        grade, verdict = graded.grade.grade, graded.grade.verdict
        return ImageGrade(
            entry.case, entry.arm, source.patient, grade, verdict, graded.grade.probability_good
        )
    if entry.arm is Arm.DENOISED:
        missing, why = Missing.BY_DESIGN, DENOISED
    elif graded is not None:
        # The sentence names the series; its readers know the case.
        missing, why = Missing.NOT_GRADABLE, graded.grade.reason or "The network did not grade it."
    elif own:
        missing = Missing.OTHER_NETWORK
        why = f"Only {' and '.join(network_name(grade.model) for grade in own)} graded it."
    else:
        missing, why = Missing.NOT_GRADED, NOT_GRADED if held else NOT_HERE
    return ImageGrade(entry.case, entry.arm, source.patient, missing=missing, why=why)


def _provenance(
    known: "Mapping[tuple[str, str], tuple[SeriesGrade, ...]]",
    model: GraderModel | None,
    installed: GraderModel | None,
) -> tuple[str, ...]:
    """Sentences on which network's grades these are."""
    if model is None:
        return ()
    sentences = [f"Graded by {network_name(model)}, weights {model.sha256[:12]}."]
    others = {
        grade.model.sha256: grade.model
        for own in known.values()
        for grade in own
        if grade.model.sha256 != model.sha256
    }
    if others:
        names = " and ".join(
            f"{network_name(other)}, weights {other.sha256[:12]}" for other in others.values()
        )
        sentences.append(f"Grades by {names} are in the archive too and are not compared.")
    if installed is not None and installed.sha256 != model.sha256:
        sentences.append(
            f"The network of this Station, {network_name(installed)}, weights "
            f"{installed.sha256[:12]}, has graded none of the images. Once it has, its grades are "
            "compared."
        )
    return tuple(sentences)


def network_name(model: GraderModel) -> str:
    """ "Ordinal regression 1" """
    return f"{model.name or 'an unnamed network'} {model.version}".strip()


# --- making what is missing ---------------------------------------------------------------------


def grade_missing(
    home: Path, sources: Sequence[SourceSeries], load: Callable[[], Grader], report: Report
) -> GradedNow:
    """Grade these series and put the grades into the archive, each as soon as it is there.

    What was graded before it is cancelled stays. Raises StationError where there is no network.
    """
    from station.archive.index import open_index
    from station.archive.quality import open_grades
    from station.operations.quality.kept import keep

    report(0.0, "Loading the grader")
    grader = load()
    done = not_gradable = 0
    failed: list[str] = []
    with closing(open_grades(home)) as grades, closing(open_index(home)) as index:
        for number, source in enumerate(sources):
            share = (1 - LOADING_SHARE) / len(sources)
            start = LOADING_SHARE + share * number
            step = saying(
                part(report, start, start + share), f"Grading image {number + 1} of {len(sources)}"
            )
            study = index.study(source.study_uid)
            series = None if study is None else study.find(source.series_key)
            if study is None or series is None:
                failed.append("A series is no longer in the library. Open its study again.")
                continue
            typed = index.typed_inputs(study.uid)
            before = grades.of_series([(study.uid, series.key)]).get((study.uid, series.key), ())
            try:
                graded = grade_series(
                    study,
                    series,
                    grader,
                    typed=typed,
                    liver_mm=before[-1].liver_mm if before else None,
                    report=step,
                )
            except StationError as error:
                failed.append(str(error))
                continue
            grade = graded.grade
            if graded.images is None:
                failed.append(grade.reason or "A series cannot be read.")
                continue
            keep(grades, graded, typed, grader.model, datetime.now(UTC))
            done += grade.grade is not None
            not_gradable += grade.grade is None
    return GradedNow(done, not_gradable, tuple(failed))
