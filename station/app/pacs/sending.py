"""What Station made of the open study, written as DICOM and sent to a PACS."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from station.app.jobs import Jobs
from station.app.language import tr, translated
from station.app.pacs.state import BLINDED, day_words, is_hidden
from station.app.pacs.workflow import PacsWorkflow
from station.app.session import Session
from station.app.state import PET_SLOTS, GradingStage, State, unfinished_refusal
from station.app.voi.drawing import Areas
from station.errors import StationError
from station.pet.study import Role, Series
from station.progress import Report, part

if TYPE_CHECKING:
    from station.app.voi.measuring import Measuring, VoiRow

OUTGOING = "outgoing"
"""Below the data folder: what was written to be sent, until it has arrived"""
SERIES = "series:"
VOI_PDF_TITLE, VOI_PDF_NUMBER = "PET VOI measurements", 905
REPORT_TITLE, REPORT_NUMBER = "PET report", 906
QUALITY = "quality:"
WRITTEN_SHARE = 0.95


@dataclass(frozen=True)
class Sendable:
    """One thing that can be sent."""

    id: str
    words: str
    refusal: str = ""
    """Why it cannot be sent now; empty where it can"""


def send_refusal(state: State) -> str | None:
    """Why nothing can be sent now."""
    if is_hidden(state.pacs, state.blinded):
        return translated(BLINDED)
    if state.study is None:
        return tr("No study is open.")
    if not state.pacs.servers:
        return tr("Station knows no PACS. Add one under File ▸ PACS servers.")
    if all(one.refusal for one in sendable(state)):
        return tr(
            "Nothing was made of this study yet: no derived series, no VOI, no image is shown."
        )
    return unfinished_refusal(state)


def sendable(state: State) -> tuple[Sendable, ...]:
    """What Station made of the open study: derived series, what the VOIs give, grades, pages."""
    made = [Sendable(SERIES + series.key, series.label) for series in _made_series(state)]
    no_voi = "" if state.vois else tr("There is no VOI.")
    in_no_file = {one.series.key for one in state.unsaved}
    unsaved = next(
        (
            tr("{label} is not saved, so no report can name its images.", label=series.label)
            for slot in PET_SLOTS
            if (series := state.series(slot)) is not None and series.key in in_no_file
        ),
        "",
    )
    no_image = "" if state.images else tr("No image is shown.")
    graded = [
        Sendable(
            QUALITY + key, tr("QA grade and checks of {label} (SR)", label=series.label), in_a_file
        )
        for key, quality in state.quality.items()
        if quality.stage is GradingStage.DONE
        and quality.grade is not None
        and quality.control is not None
        and (series := state.find(key)) is not None
        for in_a_file in [
            "" if series.slices else tr("It is in no file, so no report can name it.")
        ]
    ]
    return (
        *made,
        *graded,
        Sendable("sr", tr("VOI measurements (SR)"), no_voi or unsaved),
        Sendable("seg", tr("VOIs as segmentation (SEG)"), no_voi),
        Sendable("rtstruct", tr("VOIs as contours (RTSTRUCT)"), no_voi),
        Sendable("pdf", tr("VOI page (PDF)"), no_voi or _no_files(state)),
        Sendable("report", tr("Report of the study (PDF)"), no_image or _no_files(state)),
        Sendable(
            "key_image", tr("What is on the screen (key image)"), no_image or _no_files(state)
        ),
    )


def _made_series(state: State) -> tuple[Series, ...]:
    """Derived in this session, or a DL image of an earlier one."""
    return tuple(
        series
        for series in state.own_series
        if series.key in state.derived or (series.role is Role.DENOISED and series.slices)
    )


def _no_files(state: State) -> str:
    """Why no document can name the study's images."""
    return "" if _reference(state) else tr("No image of the study is in a file.")


def _reference(state: State) -> Series | None:
    """The image that documents of the study refer to: a PET that is shown, else any."""
    shown = [series for slot in PET_SLOTS if (series := state.series(slot)) is not None]
    own = state.study.series if state.study else ()
    usable = {series.key: series for series in own if series.slices is not None}
    return next((usable[series.key] for series in (*shown, *own) if series.key in usable), None)


class Sending:
    """Writes what was chosen, each whole or nothing, and hands it to the transfers."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        pacs: PacsWorkflow,
        measuring: "Measuring",
        home: Path,
    ) -> None:
        self._session = session
        self._jobs = jobs
        self._pacs = pacs
        self._measuring = measuring
        self._home = home

    def send(
        self,
        server: str,
        ids: Sequence[str],
        *,
        commit: bool,
        picture: NDArray[np.uint8] | None = None,
    ) -> None:
        """Send these of `sendable` to a server; `picture` is what is on the screen, RGB.

        `commit`: the server is asked to commit itself to keep them.
        """
        state = self._session.state
        study = state.study
        if study is None:
            return
        rows = self._measuring.rows(state)
        folder = self._home / OUTGOING / uuid4().hex
        title = f"{study.patient.name or study.patient.id} · {day_words(study.date)}"

        def work(report: Report) -> tuple[Path, ...]:
            folder.mkdir(parents=True, mode=0o700)
            paths: list[Path] = []
            for number, id_ in enumerate(ids):
                share = WRITTEN_SHARE / len(ids)
                span = part(report, number * share, (number + 1) * share)
                paths += _write(id_, state, rows, picture, folder, span)
            return tuple(paths)

        self._jobs.start(
            tr("Writing what is sent"),
            work,
            lambda paths: self._pacs.send(server, paths, title, commit=commit, made=folder),
            asked=True,
        )


def _write(
    id_: str,
    state: State,
    rows: "Sequence[VoiRow]",
    picture: NDArray[np.uint8] | None,
    folder: Path,
    report: Report,
) -> tuple[Path, ...]:
    """Write one thing into a folder; the files or folders to be sent."""
    if id_.startswith(SERIES):
        return _series_files(id_.removeprefix(SERIES), state, folder, report)
    if id_.startswith(QUALITY):
        return _quality_file(id_.removeprefix(QUALITY), state, folder)
    from station.app.voi.exporting import write_dicom, write_pdf

    if id_ in ("sr", "seg", "rtstruct"):
        return write_dicom(id_, state, rows, folder / f"{id_}.dcm").files
    reference = _reference(state)
    if reference is None:
        raise StationError(tr("No image of the study is in a file, so no document can name it."))
    path = folder / f"{id_}.dcm"
    if id_ in ("pdf", "report"):
        from station.app.voi.reporting import write_report
        from station.dicom.quality_objects import write_encapsulated_pdf

        page, head = folder / "page.pdf", (VOI_PDF_TITLE, VOI_PDF_NUMBER)
        if id_ == "pdf":
            write_pdf(state, rows, page)
        else:
            write_report(state, rows, Areas(), page)
            head = (REPORT_TITLE, REPORT_NUMBER)
        content = page.read_bytes()
        page.unlink()
        write_encapsulated_pdf(reference, content, path, *head)
    elif picture is not None:
        from station.dicom.key_image import write_key_image

        write_key_image(reference, picture, path)
    return (path,)


def _quality_file(key: str, state: State, folder: Path) -> tuple[Path, ...]:
    """The SR of an image's grade and checks."""
    from station.dicom.quality_objects import QualityResult, write_quality_sr

    series, quality = state.find(key), state.quality.get(key)
    if series is None or quality is None or quality.grade is None or quality.control is None:
        raise StationError(tr("A grade that was chosen is no longer there. Grade the image again."))
    path = folder / tr("quality {count}.dcm", count=len(list(folder.iterdir())) + 1)
    control = quality.control
    write_quality_sr(QualityResult(series, quality.grade, control.checks, control.refusal), path)
    return (path,)


def _series_files(key: str, state: State, folder: Path, report: Report) -> tuple[Path, ...]:
    """The files of a series; of one that is in none yet, those written now."""
    from station.dicom.derived_pet import write_derived_pet

    derived = state.derived.get(key)
    if derived is not None and not derived.saved:
        source = state.study.find(derived.source) if state.study else None
        if source is None:
            raise StationError(
                tr(
                    "{label} belongs to a study that is no longer open. Open it again.",
                    label=derived.series.label,
                )
            )
        target = folder / tr("series {count}", count=len(list(folder.iterdir())) + 1)
        write_derived_pet(derived.stored.volume(), source, derived.header, target, None, report)
        return (target,)
    series = state.find(key)
    if series is None or series.slices is None:
        raise StationError(tr("A series that was chosen is no longer there. Open the study again."))
    return tuple(Path(path) for path in dict.fromkeys(series.slices.paths) if path)
