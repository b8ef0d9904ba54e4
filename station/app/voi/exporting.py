"""VOIs out of the window and back: CSV, PDF, DICOM SR, SEG and RTSTRUCT; masks and spheres in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from station import __version__
from station.app.jobs import Jobs
from station.app.language import kept, tr
from station.app.session import Session
from station.app.state import (
    PET_SLOTS,
    Made,
    Slot,
    State,
    unfinished_refusal,
)
from station.app.viewing import display
from station.app.voi.drawing import Areas
from station.app.voi.measuring import Measuring, Statistic, VoiRow, change, reference_row
from station.app.voi.pictures import RESEARCH, key_image, unsaved_caution
from station.app.voi.workflow import COLOURS, VoiWorkflow
from station.errors import StationError
from station.pet.annotations import Ellipse
from station.pet.loaded import LoadedImage
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.voi import Sphere, Voi, inside, on_image
from station.pet.words import listed, signed
from station.progress import Report

if TYPE_CHECKING:
    from station.dicom.drawn import Drawing

UPTAKE = (Statistic.MAX, Statistic.PEAK, Statistic.MEAN)


@dataclass(frozen=True)
class WrittenVois:
    """What an export wrote, and what it had to leave out."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...] = ()
    """A sentence for each VOI that is not in the file"""


class Exporting:
    """Writes what the VOI table shows, and reads VOIs from files; both in the background."""

    def __init__(
        self, session: Session, jobs: Jobs, vois: VoiWorkflow, measuring: Measuring
    ) -> None:
        self._session = session
        self._jobs = jobs
        self._vois = vois
        self._measuring = measuring

    def write(self, kind: str, path: Path, named: bool = False) -> None:
        """Write all VOIs: `kind` is pdf, report, sr, seg, rtstruct, or csv, also csv_named and
        csv_english or csv_decimal_comma for a spreadsheet of such a country."""
        state = self._session.state
        refusal = unfinished_refusal(state)
        if refusal is not None:
            self._session.set(notice=refusal)
            return
        rows = self._measuring.rows(state)
        reference = reference_row(rows, self._vois.sites.ratio_to)

        def work(report: Report) -> WrittenVois:
            written = WrittenVois((path,))
            match kind:
                case "csv" | "csv_named":
                    write_csv(state, rows, reference, path, named)
                case "csv_english" | "csv_decimal_comma":
                    form = kind.removeprefix("csv_").replace("_", "-")
                    write_csv(state, rows, reference, path, named, form)
                case "pdf":
                    write_pdf(state, rows, path)
                case "report":
                    from station.app.voi.reporting import write_report

                    write_report(state, rows, Areas(), path)
                case _:
                    written = write_dicom(kind, state, rows, path)
            return written

        def done(written: WrittenVois) -> None:
            names = listed(file.name for file in written.files)
            self._session.set(made=Made(tr("Wrote {names}", names=names), path))
            if written.left_out:
                self._session.set(notice=" ".join(written.left_out))

        self._jobs.start(
            tr("Writing {name}", name=path.name),
            work,
            done,
            asked=True,
        )

    def read(self, paths: Sequence[Path]) -> None:
        """Add the VOIs of NIfTI, DICOM SEG, RTSTRUCT and SR files; name those left out."""
        state = self._session.state
        image = state.image(Slot.CONVENTIONAL)
        if image is None:
            return

        def work(report: Report) -> tuple[list[PlacedVoi], list[str]]:
            return read_vois(paths, image)

        def done(read: tuple[list[PlacedVoi], list[str]]) -> None:
            vois, left_out = read
            now = self._session.state
            if now.study is not state.study or now.reader != state.reader:
                self._session.set(
                    notice=tr("The VOIs were read for another study or reader and were not added.")
                )
                return
            for voi in vois:
                self._vois.add(voi)
            if left_out:
                self._session.set(notice=" ".join(left_out))

        self._jobs.start(tr("Reading VOIs"), work, done)


def read_vois(paths: Sequence[Path], image: LoadedImage) -> tuple[list[PlacedVoi], list[str]]:
    """(the masks, or of a DICOM SR the spheres, that the files hold; what was left out and why).

    Raises StationError with all reasons if there is none.
    """
    from station.dicom.masks import read_masks
    from station.dicom.report import is_report

    shapes: list[tuple[str, Voi]] = []
    left_out: list[str] = []
    for path in paths:
        try:
            if is_report(path):
                spheres, omitted = _reported_spheres(path, image)
                shapes += spheres
            else:
                found = read_masks(path, image.series)
                shapes += [(named.name, named.mask) for named in found.masks]
                omitted = found.warnings
        except StationError as error:
            omitted = (str(error),)
        left_out += omitted
    if not shapes:
        raise StationError(" ".join(left_out) or tr("The files contain no VOI."))
    colour = COLOURS[SiteKind.FREE]
    vois = [
        PlacedVoi(uuid4().hex, name, shape, SiteKind.FREE, colour=colour) for name, shape in shapes
    ]
    return vois, left_out


def _reported_spheres(
    path: Path, image: LoadedImage
) -> tuple[list[tuple[str, Voi]], tuple[str, ...]]:
    """(each sphere of a report once, however many images it was measured in; what was left out)."""
    from station.dicom.report import read_sr

    read = read_sr(path)
    own = image.series.frame_of_reference_uid
    spheres = {voi.tracking_uid: voi for voi in read.vois}
    elsewhere = tuple(
        tr(
            '{name}: "{name2}" was left out: it is in another frame of reference, so '
            "nothing says where it is in this image.",
            name=path.name,
            name2=voi.name,
        )
        for voi in spheres.values()
        if voi.frame_of_reference_uid != own
    )
    return [
        (voi.name, voi.sphere) for voi in spheres.values() if voi.frame_of_reference_uid == own
    ], (*read.warnings, *elsewhere)


def write_csv(
    state: State,
    rows: Sequence[VoiRow],
    reference: VoiRow | None,
    path: Path,
    named: bool,
    spreadsheet: str = "none",
) -> None:
    """One line a VOI and image, in long form; `spreadsheet` is a value of `Spreadsheet`."""
    from station.report.table_file import Spreadsheet
    from station.report.voi_csv import Row, row_of
    from station.report.voi_csv import write_csv as write

    study = state.study
    if study is None:
        raise StationError(tr("No study is open, so there is nothing to export."))
    lines: list[Row] = []
    for row in rows:
        for slot, measurement in row.measurements:
            image = state.image(slot)
            if measurement is None or image is None:
                continue
            unsaved = unsaved_caution(state, image.series)
            warnings = (*measurement.warnings, *([unsaved] if unsaved else []))
            cautioned = replace(measurement, warnings=warnings)
            arch = dict(reference.measurements)[slot] if reference else None
            lines.append(row_of(study, state.reader, row.voi, image.series, cautioned, arch))
    write(lines, path, named, Spreadsheet(spreadsheet))


@kept()
def write_pdf(state: State, rows: Sequence[VoiRow], path: Path) -> None:
    """One page: the table, and key images of the lesions, else of the other VOIs."""
    from station.report.voi_csv import RULES
    from station.report.voi_pdf import KeyImages, Page
    from station.report.voi_pdf import write_pdf as write

    study = state.study
    if study is None:
        raise StationError("No study is open, so there is nothing to export.")
    titles = display.pair_titles(state)
    units = [image.volume.unit for slot in PET_SLOTS if (image := state.image(slot))]
    heads = titles
    if len(set(units)) > 1:
        heads = (f"{titles[0]}, {units[0]}", f"{titles[1]}, {units[1]}")
    header = ("VOI", *(word for _ in UPTAKE for word in (*heads, "%")))
    groups = tuple(
        (display.statistic_word(state, statistic), len(titles) + 1) for statistic in UPTAKE
    )
    table = [_cells(row) for row in rows]
    lesions = [row.voi for row in rows if row.voi.kind is SiteKind.LESION]
    chosen = [voi for voi in lesions or [row.voi for row in rows] if isinstance(voi.shape, Sphere)]
    images = [
        KeyImages(
            voi.name, tuple(key_image(state, slot, voi) for slot in PET_SLOTS if state.image(slot))
        )
        for voi in chosen
    ]
    every = {w for row in rows for _, one in row.measurements if one for w in one.warnings}
    of_images: list[str] = []
    day = study.date.isoformat() if study.date else "no date"
    lines = [f"Patient ID {study.patient.id} · study of {day} · read by {state.reader}"]
    for slot in PET_SLOTS:
        image = state.image(slot)
        if image is not None:
            window = display.window_caption(state, image)
            title = display.slot_title(state, slot)
            lines.append(f"{title}: {image.series.label}, {window}")
            unsaved = unsaved_caution(state, image.series)
            own = (*image.cautions, *([unsaved] if unsaved else []))
            of_images += [f"{title}: {sentence}" for sentence in own]
            every -= set(own)
    footer = [
        f"How it was measured: {RULES[state.peak_rule]}.",
        *of_images,
        *sorted(every),
        f"{RESEARCH} Station {__version__}.",
    ]
    page = Page(
        "VOI measurements",
        tuple(lines),
        groups,
        header,
        tuple(table),
        tuple(footer),
        tuple(images),
    )
    write(page, path)


def write_dicom(kind: str, state: State, rows: Sequence[VoiRow], path: Path) -> WrittenVois:
    """SR: every VOI in both images. SEG and RTSTRUCT: every VOI on the conventional grid."""
    if kind == "sr":
        from station.dicom.report import MeasuredVoi, write_sr

        for slot in PET_SLOTS:
            series = state.series(slot)
            if series is not None and unsaved_caution(state, series) is not None:
                raise StationError(
                    tr(
                        "{label} is not saved, so no report can name its images. Save it "
                        "first with "
                        "File ▸ Save derived series.",
                        label=series.label,
                    )
                )
        measured = [
            MeasuredVoi(
                row.voi,
                image.series,
                measurement,
                on_image(row.voi.shape, image.volume),
                image.weight_kg,
            )
            for row in rows
            for slot, measurement in row.measurements
            if measurement is not None and (image := state.image(slot)) is not None
        ]
        written = write_sr(measured, state.reader, path, _drawings(state))
        return WrittenVois((path, *written.segmentations), written.left_out)
    image = state.image(Slot.CONVENTIONAL)
    if image is None:
        raise StationError(
            tr("There is no conventional image on whose grid the VOIs could be drawn.")
        )
    from station.dicom.derived import OutlinedVoi

    geometry = image.volume.geometry
    held = [(row.voi, inside(row.voi.shape, image.volume)) for row in rows]
    outlined = [
        OutlinedVoi(voi, region.mask(geometry)) for voi, region in held if region.inside.any()
    ]
    left_out = tuple(
        tr(
            'VOI "{name}" was not written: it contains no voxel of {label}.',
            name=voi.name,
            label=image.series.label,
        )
        for voi, region in held
        if not region.inside.any()
    )
    if left_out and not outlined:
        raise StationError(" ".join(left_out))
    if kind == "seg":
        from station.dicom.segmentation import write_seg

        write_seg(image.series, outlined, state.reader, path)
    else:
        from station.dicom.contours import write_rtstruct

        write_rtstruct(image.series, outlined, state.reader, path)
    return WrittenVois((path,), left_out)


def _drawings(state: State) -> "list[Drawing]":
    """What was drawn: an ellipse in every image, the rest in the first."""
    from station.dicom.drawn import Drawing

    first = next((one for slot in Slot if (one := state.image(slot)) is not None), None)
    drawings: list[Drawing] = []
    areas = Areas()
    for one in state.annotations:
        if isinstance(one.shape, Ellipse):
            drawings += [
                Drawing(one, area.image.series, area.measurement)
                for area in areas.of(state, one.shape)
            ]
        elif first is not None:
            drawings.append(Drawing(one, first.series))
    return drawings


def _cells(row: VoiRow) -> tuple[str, ...]:
    cells = [row.voi.name if not row.voi.tissue else f"{row.voi.name} ({row.voi.tissue})"]
    for statistic in UPTAKE:
        values = [None if one is None else statistic.of(one) for _, one in row.measurements]
        cells += ["" if value is None else f"{value:.2f}" for value in values]
        percent = change(*values)[1] if row.same_unit else None
        cells.append("" if percent is None else signed(percent, 0).replace("−", "-"))
    return tuple(cells)
