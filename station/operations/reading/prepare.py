"""Preparing a blinded reader study: from chosen cases to a sealed study that can be read.

Both images of every case are read in SUVbw, brought to one grid and field of view, written again by
one writer under random codes, read back and compared, checked for leaks, and recorded. If
anything goes wrong on the way, or it is cancelled, nothing is left behind.
"""

import re
import secrets
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from station.dicom.load import read_image, scan
from station.errors import StationError
from station.operations.reading.candidates import ArmPair, Candidate, pair_refusal
from station.pet.alike import RIM_SHOWN_SUV, Alike, alike
from station.pet.captions import captions
from station.pet.common_field import CommonField, common_field
from station.pet.study import Series, Study
from station.pet.suv import TypedInput, suv_conversion
from station.pet.volume import Unit, Volume
from station.pet.words import count_of
from station.progress import Report, part, saying
from station.reading.names import look, opaque, tidy, twin_of
from station.reading.protocol import (
    Arm,
    NewPerson,
    Presentation,
    Protocol,
    StudyRole,
    load_protocol,
)
from station.reading.voxel_signs import FEWEST_CASES
from station.reading.worklist import Key, SourceSeries, make_key, worklist
from station.whole_file import require_space

if TYPE_CHECKING:
    from station.archive.index import Index
    from station.archive.readings import ReaderStudies
    from station.dicom.leaks import LeakCheck, Words

SEED_BYTES = 32
FEWEST_READERS = 2
SURVEYED, WRITTEN, CHECKED = 0.3, 0.75, 0.95
"""How far the work is after each of its parts"""

DATE_FORMS = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%m/%d/%Y")

READ_BACK_TOLERANCE = 1.001
"""A copy is off by noise and half a stored step; this times that, for the rounding of float32"""
RANDOM_BITS = 128


# -- what is asked for -----------------------------------------------------------------------------


@dataclass(frozen=True)
class ChosenCase:
    candidate: Candidate
    pair: ArmPair


@dataclass(frozen=True)
class StudySetup:
    """Everything that the coordinator decides before a study begins."""

    name: str
    protocol: Path
    cases: tuple[ChosenCase, ...]
    practice: tuple[ChosenCase, ...]
    people: tuple[NewPerson, ...]
    due: date | None = None


@dataclass(frozen=True)
class Preparation:
    """How the preparation ended."""

    study: str
    check: "LeakCheck"
    cases: int
    practice: int
    remarks: tuple[str, ...]
    """What was cut off or emptied, each with its case"""
    largest_change_suv: float
    """Of a value that is shown as it is, between a source and its copy, read back"""
    shown_suv: tuple[float, float]
    """From which value on that holds, and up to which"""

    @property
    def started(self) -> bool:
        """Whether the study is recorded and can be read; else nothing of it is left."""
        return not self.check.findings


# -- what prevents a study, before any work --------------------------------------------------------


def study_names(home: Path) -> tuple[str, ...]:
    """What the reader studies that exist are called. For a worker thread."""
    from station.archive.readings import open_reader_studies

    with closing(open_reader_studies(home)) as studies:
        return studies.names()


def name_problem(name: str, known: Sequence[str]) -> str | None:
    """Why a study cannot be called so; None: it can."""
    from station.archive.readings.checks import checked_name

    try:
        plain = checked_name(name, "study")
    except StationError as error:
        return str(error)
    if other := twin_of(plain, known):
        return f'A reader study "{other}" exists already. Give this one another name.'
    return None


def cases_problem(protocol: Protocol, cases: int, practice: int) -> str | None:
    """Why so many cases do not make a study of this protocol; None: they do."""
    try:
        key = make_key(*_case_names(cases, practice), bytes(SEED_BYTES))
        worklist(protocol, key, "")
    except StationError as error:
        return str(error)
    return None


def people_problem(people: Sequence[NewPerson]) -> str | None:
    """Why these people do not make a study; None: they do."""
    from station.archive.readings.checks import refuse_people

    try:
        refuse_people(people)
    except StationError as error:
        return str(error)
    if sum(person.role is StudyRole.READER for person in people) < FEWEST_READERS:
        return f"A reader study needs {FEWEST_READERS} readers or more. Add one."
    passwords: dict[str, str] = {}
    for person in people:
        if look(person.name) in look(person.password):
            return f"The password of {person.name} contains the name. Choose another."
        if (other := passwords.setdefault(opaque(person.password), person.name)) != person.name:
            return f"{other} and {person.name} have the same password. Give each another."
    return None


def due_problem(due: date | None, today: date) -> str | None:
    if due is None or due >= today:
        return None
    return f"The study is due on {due}, which is past. Choose a later day."


def cautions(setup: StudySetup, protocol: Protocol) -> tuple[str, ...]:
    """What does not prevent the study, but the coordinator should know."""
    sentences: list[str] = []
    seen: dict[str, str] = {}
    for chosen in (*setup.cases, *setup.practice):
        candidate = chosen.candidate
        if candidate.patient_id and candidate.patient_id in seen:
            sentences.append(
                f"Patient {candidate.patient_id} is in more than one case. The washout counts "
                "between images of a case; readers may know the patient again."
            )
        seen[candidate.patient_id] = candidate.study_uid
    if not setup.practice:
        sentences.append("There is no practice case: readers score the first real one unprepared.")
    if protocol.repeats == 0:
        sentences.append("The protocol repeats no image, so no reader's own agreement is known.")
    if protocol.presentation is Presentation.SINGLE and not (
        protocol.washout_cases or protocol.washout_days
    ):
        sentences.append(
            "The protocol has no washout: the two images of a case may follow each other."
        )
    return tuple(dict.fromkeys(sentences))


def blinding_words(result: Preparation) -> tuple[str, ...]:
    """What was done so that nobody tells the arms apart, what was measured, and what is left."""
    low, high = result.shown_suv
    treated = (
        "A copy holds voxels in SUV, their place and a random code. Both images of a case have one "
        "body mask, outside which the air is 0, no value below 0, the same steps and, where both "
        "exceed what a window can show, the same maximum; where both are faint they show their "
        f"mean. From SUV {low:g} to {high:g} no value of a copy is off its source by more than "
        f"{result.largest_change_suv:.2g}."
    )
    words = [treated]
    signs = result.check.signs
    if signs is None:
        words.append(
            f"With fewer than {FEWEST_CASES} cases it cannot be measured whether a rule on stored "
            "values tells the arms."
        )
        return tuple(words)
    low_auc, high_auc = signs.hidden.chance
    words.append(
        "A rule that learns air, signs, steps and range of the stored values from the other cases "
        f"tells the arms with an AUC of {signs.hidden.auc:.2f} (chance: {low_auc:.2f} to "
        f"{high_auc:.2f} with {count_of(signs.hidden.cases, 'case')})."
    )
    words.append(
        "What is seen inside the body cannot be hidden: by noise, sharpness and maximum the same "
        f"rule tells them with an AUC of {signs.picture.auc:.2f}. Whoever has the copies and a "
        "program can sort them; readers look at them in this program only."
    )
    return tuple(words)


# -- the work --------------------------------------------------------------------------------------


def prepare(home: Path, setup: StudySetup, report: Report) -> Preparation:
    """Copy, check, seal and record a reader study. For a worker thread.

    Where the leak check finds something the study is not started and `started` is False. Raises
    StationError where something does not fit or the disk is full, and lets `Cancelled` pass. Unless
    it returns a started study, nothing of it is left.
    """
    from station.archive.index import open_index
    from station.archive.readings import open_reader_studies

    protocol = load_protocol(setup.protocol)
    with closing(open_reader_studies(home)) as studies, closing(open_index(home)) as index:
        problems = (
            name_problem(setup.name, studies.names()),
            cases_problem(protocol, len(setup.cases), len(setup.practice)),
            people_problem(setup.people),
        )
        for problem in filter(None, problems):
            raise StationError(problem)
        return _Work(home, setup, protocol, studies, index).run(report)


@dataclass(frozen=True, eq=False)
class _Source:
    """A case as the archive has it, and how its images come to one grid."""

    name: str
    study: Study
    series: dict[Arm, Series]
    typed: tuple[TypedInput, ...]
    common: CommonField
    alike: Alike
    slope: float

    def volumes(self, report: Report) -> list[Volume]:
        """Both images of the case in SUVbw, on the common grid."""
        return [
            self.common.applied(_load(self.series[arm], self.typed, step)[0], number)
            for number, arm, step in _steps(report)
        ]

    @property
    def remarks(self) -> tuple[str, ...]:
        return self.common.remarks + self.alike.remarks


@dataclass(frozen=True, eq=False)
class _Work:
    home: Path
    setup: StudySetup
    protocol: Protocol
    studies: "ReaderStudies"
    index: "Index"

    def run(self, report: Report) -> Preparation:
        from station.archive.readings import NewStudy, new_images_folder

        setup = self.setup
        names = _case_names(len(setup.cases), len(setup.practice))
        sources = self._survey([*names[0], *names[1]], part(report, 0.0, SURVEYED))
        key = make_key(*names, secrets.token_bytes(SEED_BYTES), _source_series(sources.values()))
        images = new_images_folder(self.home)
        check, change_suv = self._copies(images, key, sources, report)
        result = Preparation(
            study=tidy(setup.name),
            check=check,
            cases=len(setup.cases),
            practice=len(setup.practice),
            remarks=tuple(
                f"{source.name.capitalize()} ({source.study.patient.name or source.study.uid}): "
                f"{remark}"
                for source in sources.values()
                for remark in source.remarks
            ),
            largest_change_suv=change_suv,
            shown_suv=(RIM_SHOWN_SUV, self.protocol.largest_shown_suv),
        )
        if not result.started:
            return result
        try:
            self.studies.create(
                NewStudy(
                    name=setup.name,
                    protocol=self.protocol,
                    key=key,
                    people=setup.people,
                    images=images,
                    sources={source.name: _source_words(source) for source in sources.values()},
                    due=setup.due,
                ),
                saying(part(report, CHECKED, 1.0), "Recording the study"),
            )
        except BaseException:  # Cancelled and KeyboardInterrupt too
            _remove(images)
            raise
        return result

    def _survey(self, names: Sequence[str], report: Report) -> dict[str, _Source]:
        """Read every image once, so that what does not fit is known before anything is written."""
        chosen = (*self.setup.cases, *self.setup.practice)
        sources: dict[str, _Source] = {}
        for number, (name, case) in enumerate(zip(names, chosen, strict=True)):
            step = part(report, number / len(chosen), (number + 1) / len(chosen))
            words = f"Reading case {number + 1} of {len(chosen)}"
            try:
                sources[name] = self._source(name, case, saying(step, words))
            except StationError as error:
                who = case.candidate.patient_name or case.candidate.study_uid
                raise StationError(f"{name.capitalize()} ({who}): {error}") from error
        return sources

    def _source(self, name: str, case: ChosenCase, report: Report) -> _Source:
        from station.dicom.deidentify import slope_for

        study = self.index.study(case.candidate.study_uid)
        if study is None:
            raise StationError("The study is no longer in the archive. Open it again.")
        keys = {Arm.CONVENTIONAL: case.pair.conventional, Arm.DENOISED: case.pair.dl}
        series = {arm: image for arm, key in keys.items() if (image := study.find(key)) is not None}
        if len(series) < len(keys):
            raise StationError("A series is no longer in the archive. Open the study again.")
        typed = self.index.typed_inputs(study.uid)
        refusal = pair_refusal(series[Arm.CONVENTIONAL], series[Arm.DENOISED], typed)
        if refusal is not None:
            raise StationError(refusal)
        read = [_load(series[arm], typed, step) for _, arm, step in _steps(report)]
        volumes = [volume for volume, _ in read]
        source_step_suv = max(step for _, step in read)
        highest = max(float(np.nanmax(np.abs(volume.voxels), initial=0)) for volume in volumes)
        if not np.isfinite(highest):
            raise StationError("A voxel has no finite SUV. Choose another series.")
        common = common_field(volumes[0], volumes[1], slope_for(highest) / 2)
        volumes = [common.applied(volume, number) for number, volume in enumerate(volumes)]
        for arm, volume in zip(Arm, volumes, strict=True):
            _refuse_drawn(volume, slope_for(common.highest), series[arm])
        first, other = volumes
        made_alike = alike(first, other, self.protocol.largest_shown_suv, source_step_suv)
        slope = slope_for(made_alike.highest)
        return _Source(name, study, series, typed, common, made_alike, slope)

    def _copies(
        self, images: Path, key: Key, sources: Mapping[str, _Source], report: Report
    ) -> tuple["LeakCheck", float]:
        """Write and check the copies below `images`, which is not there where a leak was found.

        The check, and the largest change of a value that is shown as it is, in SUV.
        """
        from station.dicom.folders import remove_leftovers, whole_folder
        from station.dicom.leaks import check_copies

        remove_leftovers(images.parent)  # of preparations that were killed
        _require_space(images.parent, sources.values())
        words = _words(sources.values())
        try:
            with whole_folder(images, "the copies of the images") as partial:
                try:
                    change_suv = self._write(partial, key, sources, part(report, SURVEYED, WRITTEN))
                    check = check_copies(
                        partial,
                        key,
                        words,
                        part(report, WRITTEN, CHECKED),
                        self.protocol.largest_shown_suv,
                    )
                except OSError as error:
                    raise StationError(
                        f"The copies of the images cannot be written below {images.parent}: "
                        f"{error.strerror or error}. Free some space and prepare the study again."
                    ) from error
                if check.findings:
                    raise _LeakFound(check, change_suv)
        except _LeakFound as leak:
            return leak.check, leak.change_suv
        return check, change_suv

    def _write(
        self, folder: Path, key: Key, sources: Mapping[str, _Source], report: Report
    ) -> float:
        """Write the images in the order of their codes, which are random; the largest change."""
        from station.dicom.deidentify import write_copy

        change_suv = 0.0
        rng = np.random.default_rng(secrets.randbits(RANDOM_BITS))
        for number, code in enumerate(sorted(key.entries)):
            words = f"Copying image {number + 1} of {len(key.entries)}"
            step = part(report, number / len(key.entries), (number + 1) / len(key.entries))
            step = saying(step, words)  # a code named next to its source would tell the arm
            entry = key.entries[code]
            source = sources[entry.case]
            volumes = source.volumes(part(step, 0.0, 0.4))
            which = list(Arm).index(entry.arm)
            volume = source.alike.applied(volumes, which, source.slope, rng)
            write_copy(volume, code, source.slope, folder / code, part(step, 0.4, 0.8))
            copy = _read_back(folder / code, part(step, 0.8, 1.0))
            change_suv = max(change_suv, _change(source, volumes, which, copy))
        return change_suv


class _LeakFound(Exception):
    """Takes the copies away on its way out."""

    def __init__(self, check: "LeakCheck", change_suv: float) -> None:
        super().__init__()
        self.check = check
        self.change_suv = change_suv


def _steps(report: Report) -> list[tuple[int, Arm, Report]]:
    """The arms with their numbers, and a part of the progress for each."""
    count = len(Arm)
    return [(n, arm, part(report, n / count, (n + 1) / count)) for n, arm in enumerate(Arm)]


def _load(series: Series, typed: tuple[TypedInput, ...], report: Report) -> tuple[Volume, float]:
    """A series in SUVbw, and the coarsest step in SUV in which one of its slices is stored.

    Raises StationError where it cannot be read or gives no SUV.
    """
    assert series.suv is not None, "a PET has them"
    conversion = suv_conversion(series.suv, Unit.SUV_BW, typed, series.label)
    stored = read_image(series, report)
    filled = np.array([plane.any() for plane in stored.values], dtype=np.bool_)
    whole = np.issubdtype(stored.values.dtype, np.integer)
    steps = np.abs(stored.slopes * np.asarray(conversion.factor))
    step_suv = float(steps.max(where=filled, initial=0)) if whole else 0.0
    return stored.volume(conversion.factor, conversion.unit), step_suv


def _refuse_drawn(volume: Volume, slope: float, series: Series) -> None:
    """Raise StationError where something is written into an image."""
    drawn = captions(np.rint(volume.voxels / np.float32(slope)).astype(np.int16))
    if drawn:
        raise StationError(
            f"The pixels of {series.label} contain {'; '.join(drawn)}. Choose a series without it, "
            "or leave this case out."
        )


def _read_back(folder: Path, report: Report) -> Volume:
    """A copy as a reader will be shown it."""
    back = scan([folder], part(report, 0.0, 0.5))
    copies = [series for study in back.studies for series in study.series]
    if len(copies) != 1 or back.left_out:
        raise StationError(
            f"The copy {folder.name} does not read back as one image. Prepare the study again."
        )
    return _load(copies[0], (), part(report, 0.5, 1.0))[0]


def _change(source: _Source, volumes: Sequence[Volume], which: int, copy: Volume) -> float:
    """The largest change in SUV of a value that is shown as it is.

    Raises StationError where a copy is not its source.
    """
    volume = volumes[which]
    if not copy.geometry.same_grid(volume.geometry):
        raise StationError(
            f"{source.name.capitalize()}: the copy of an image reads back on another grid than its "
            "source. This is an error of Station: report it, and leave this case out."
        )
    change_suv = max(
        float(
            np.abs(copy.voxels[index] - volume.voxels[index]).max(
                where=source.alike.unchanged(volumes, index), initial=0
            )
        )
        for index in range(volume.shape[0])
    )
    most_suv = (source.alike.largest_change_suv + source.slope / 2) * READ_BACK_TOLERANCE
    if change_suv > most_suv:
        raise StationError(
            f"{source.name.capitalize()}: the copy of an image reads back with SUV "
            f"{change_suv:.3g} of difference, where {most_suv:.3g} is the most. This is an error "
            "of Station: report it, and leave this case out."
        )
    return change_suv


def _case_names(cases: int, practice: int) -> tuple[list[str], list[str]]:
    """What cases are called in the tables: by number, which says nothing about a patient."""
    width = len(str(max(cases, practice)))
    return (
        [f"case {number:0{width}d}" for number in range(1, cases + 1)],
        [f"practice {number:0{width}d}" for number in range(1, practice + 1)],
    )


def _source_words(source: _Source) -> str:
    """Where a case came from, for the coordinator; it is sealed with the key."""
    patient, study = source.study.patient, source.study
    images = ", ".join(
        f"{arm.value}: {series.label}, {series.uid}" for arm, series in source.series.items()
    )
    return "; ".join(
        (
            patient.name or "no name",
            f"ID {patient.id}" if patient.id else "no ID",
            study.date.isoformat() if study.date else "no date",
            f"study {study.uid}",
            images,
            *source.remarks,
        )
    )


def _source_series(sources: Iterable[_Source]) -> dict[tuple[str, Arm], SourceSeries]:
    """Case and arm → the series of the archive that is copied; sealed with the key."""
    copied: dict[tuple[str, Arm], SourceSeries] = {}
    first: dict[tuple[str, str], str] = {}
    for source in sources:
        patient, study = source.study.patient, source.study
        # Without an ID nobody can tell whether two studies are of one patient.
        who = (patient.id, "") if patient.id else ("", study.uid)
        case = first.setdefault(who, source.name)
        for arm, series in source.series.items():
            copied[source.name, arm] = SourceSeries(study.uid, series.key, case)
    return copied


def _require_space(folder: Path, sources: Iterable[_Source]) -> None:
    """Raise ArchiveError where the copies do not fit the disk that `folder` is or will be on."""
    from station.dicom.deidentify import copy_bytes

    needed = sum(len(Arm) * copy_bytes(source.common.geometry.shape) for source in sources)
    require_space(folder, needed, "The copies of the images need", "choose fewer cases")


def _remove(images: Path) -> None:
    """Take a study's images away; and the folder of all studies, where it is empty then."""
    shutil.rmtree(images, ignore_errors=True)
    with suppress(OSError):
        images.parent.rmdir()


def _words(sources: Iterable[_Source]) -> "Words":
    """All that the sources say and no copy may say."""
    from station.dicom.leaks import Words

    patient: set[str] = set()
    method: set[str] = set()
    uids: set[str] = set()
    for source in sources:
        study = source.study
        days = [day for day in (study.date, study.patient.birth_date) if day is not None]
        patient |= {study.patient.id, study.accession}
        patient |= {f"{day:{form}}" for day in days for form in DATE_FORMS}
        patient |= _tokens(study.patient.name, study.description)
        uids.add(study.uid)
        for series in source.series.values():
            method |= _tokens(
                series.description,
                series.manufacturer,
                series.model,
                series.institution,
                series.reconstruction,
                series.kernel,
                series.derivation,
            )
            uids |= {series.uid, series.frame_of_reference_uid}
            if series.slices is not None:
                uids |= set(series.slices.sop_uids)
    empty = {""}
    return Words(
        frozenset(patient - empty), frozenset(method - patient - empty), frozenset(uids - empty)
    )


def _tokens(*texts: str) -> set[str]:
    """The words of texts: two signs or more, not a number alone."""
    words = {word for text in texts for word in re.findall(r"\w+", text)}
    return {word for word in words if len(word) > 1 and not word.isdigit()}
