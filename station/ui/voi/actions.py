"""The rows of the action table that place, change and export VOIs, and the questions they ask."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QColorDialog, QFileDialog, QInputDialog

from station.app.exports import export_name
from station.app.language import marked, tr, translated
from station.app.state import (
    PET_SLOTS,
    READ_VOIS_ACTION,
    Placing,
    State,
    Tool,
    slot_of,
    unfinished_refusal,
)
from station.errors import StationError
from station.pet.growing import GrowthRule
from station.pet.sites import SiteKind
from station.pet.voi import (
    LIVER_VOLUME_ML,
    REFERENCE_VOLUME_ML,
    PeakRule,
    Sphere,
    Threshold,
    ThresholdRule,
)
from station.ui.action import Entry, Reason, Screen, Verb, ask_target, first_folder
from station.ui.voi.guide import along

OTHER_VOLUMES_ML = (0.01, 2000.0)

SELECTED_NONE = marked("No VOI is selected.")


def with_image(state: State) -> str | None:
    return None if any(state.image(slot) for slot in PET_SLOTS) else tr("No PET is shown.")


def with_selected(state: State) -> str | None:
    return (
        None
        if any(voi.id == state.selected_voi for voi in state.every_voi)
        else translated(SELECTED_NONE)
    )


def with_row(state: State) -> str | None:
    """For what is said of the open study's VOIs alone."""
    return (
        None
        if any(voi.id == state.selected_voi for voi in state.vois)
        else translated(SELECTED_NONE)
    )


def with_sphere(state: State) -> str | None:
    chosen = [voi for voi in state.every_voi if voi.id == state.selected_voi]
    if not chosen:
        return translated(SELECTED_NONE)
    return None if isinstance(chosen[0].shape, Sphere) else tr("The selected VOI is not a sphere.")


def with_burden(state: State) -> str | None:
    return None if state.burdens is not None else tr("No burden was found yet.")


def with_vois(state: State) -> str | None:
    if not state.vois:
        return tr("There is no VOI to export.")
    return unfinished_refusal(state)


def with_work(state: State) -> str | None:
    """For what holds drawings and findings as well."""
    if not (state.vois or state.annotations or state.findings):
        return tr("There is no VOI and nothing drawn or written to export.")
    return unfinished_refusal(state)


def _arm(volume_ml: float) -> Verb:
    """The next click places this; the same again: a click is a click."""

    def verb(screen: Screen) -> None:
        armed = _is_armed(screen.desk.state, volume_ml)
        screen.desk.workflow.vois.arm(None if armed else Placing(volume_ml))

    return verb


def _is_armed(state: State, volume_ml: float) -> bool:
    return state.placing == Placing(volume_ml)


def _waits_for_lesion(state: State) -> bool:
    return state.placing is not None and state.placing.kind is SiteKind.LESION


def _take(tool: Tool) -> Verb:
    return lambda screen: screen.desk.workflow.vois.take(tool)


def tool_entry(
    tool: Tool, id_: str, text: str, key: str, possible: Reason, word: str, submenu: str = ""
) -> Entry:
    """The row of a tool that is in the hand until it is laid down."""
    return Entry(
        id_,
        "VOI",
        text,
        _take(tool),
        (key,) if key else (),
        possible,
        checked=lambda state: state.tool is tool,
        tool=word,
        submenu=submenu,
    )


def _place_or_arm(screen: Screen) -> None:
    """V: the next click places; V again: at the pointer."""
    state = screen.desk.state
    if state.placing is None:
        volume = screen.desk.workflow.vois.sites.default_volume_ml
        screen.desk.workflow.vois.arm(Placing(volume))
        return
    here = state.active_column, state.views[state.active_column].position_mm
    view, pointer = state.pointer or here
    screen.desk.workflow.vois.place(pointer, guest=state.guest(slot_of(state, view)))


def _ask_volume(screen: Screen) -> None:
    volume, accepted = QInputDialog.getDouble(
        screen.window(), "VOI", tr("Volume of the sphere in mL:"), 1.0, *OTHER_VOLUMES_ML, 2
    )
    if accepted:
        screen.desk.workflow.vois.arm(Placing(volume))


def _ask_lesion(screen: Screen) -> None:
    """A lesion needs its tissue type; beyond the protocol's limits also a reason."""
    vois = screen.desk.workflow.vois
    tissue, accepted = QInputDialog.getItem(
        screen.window(), tr("Lesion"), tr("Tissue type:"), list(vois.sites.tissues), 0, False
    )
    if not accepted or not tissue.strip():
        return
    refusal = vois.arm_lesion(tissue.strip())
    if refusal is None:
        return
    reason, accepted = QInputDialog.getText(
        screen.window(),
        tr("Lesion"),
        tr("{refusal}\n\nTo place it all the same, give the reason:", refusal=refusal),
    )
    if accepted and reason.strip():
        vois.arm_lesion(tissue.strip(), reason.strip())


def with_any_selected(state: State) -> str | None:
    """Of a VOI, or of what was drawn."""
    if any(one.id == state.selected_annotation for one in state.annotations):
        return None
    return with_selected(state)


def _ask_name(screen: Screen) -> None:
    drawn = screen.desk.workflow.drawing.selected()
    if drawn is not None:
        text = getattr(drawn.shape, "text", drawn.name)
        title = tr("Text") if hasattr(drawn.shape, "text") else tr("Name")
        text, accepted = QInputDialog.getText(screen.window(), title, f"{title}:", text=text)
        if accepted:
            screen.desk.workflow.drawing.set_text(drawn.id, text)
        return
    voi = screen.desk.workflow.vois.selected()
    if voi is not None:
        name, accepted = QInputDialog.getText(screen.window(), "VOI", tr("Name:"), text=voi.name)
        if accepted:
            screen.desk.workflow.vois.rename(voi.id, name)


def _ask_tissue(screen: Screen) -> None:
    vois = screen.desk.workflow.vois
    voi = vois.selected()
    if voi is None:
        return
    tissues = list(vois.sites.tissues)
    now = tissues.index(voi.tissue) if voi.tissue in tissues else 0
    tissue, accepted = QInputDialog.getItem(
        screen.window(), tr("Lesion"), tr("Tissue type:"), tissues, now, False
    )
    if accepted:
        vois.set_tissue(voi.id, tissue)


def _ask_resize(screen: Screen) -> None:
    voi = screen.desk.workflow.vois.selected()
    if voi is not None and isinstance(voi.shape, Sphere):
        volume, accepted = QInputDialog.getDouble(
            screen.window(), "VOI", tr("Volume in mL:"), voi.shape.volume_ml, *OTHER_VOLUMES_ML, 2
        )
        if accepted:
            screen.desk.workflow.vois.resize(voi.id, volume)


def _ask_colour(screen: Screen) -> None:
    voi = screen.desk.workflow.vois.selected()
    if voi is not None:
        colour = QColorDialog.getColor(voi.colour, screen.window(), tr("Colour of the VOI"))
        if colour.isValid():
            screen.desk.workflow.vois.recolour(voi.id, colour.name())


def _toggle_hidden(screen: Screen) -> None:
    voi = screen.desk.workflow.vois.selected()
    if voi is not None:
        screen.desk.workflow.vois.set_hidden(voi.id, not voi.hidden)


def _delete(screen: Screen) -> None:
    drawn = screen.desk.workflow.drawing.selected()
    if drawn is not None:
        screen.desk.workflow.drawing.delete(drawn.id)
        return
    voi = screen.desk.workflow.vois.selected()
    if voi is not None:
        screen.desk.workflow.vois.delete(voi.id)


def _snap(screen: Screen) -> None:
    """In the PET that the pointer is in, else the conventional one."""
    state = screen.desk.state
    here = state.image(screen.desk.workflow.slot(state.active_column))
    image = here if here is not None and here.series.is_pet else screen.desk.workflow.pet_image()
    if image is not None:
        screen.desk.workflow.vois.snap(image)


def _nudge(column_mm: float, row_mm: float, across_mm: float) -> Verb:
    """1 mm along the pane's own directions."""

    def verb(screen: Screen) -> None:
        step = along(screen.desk.state.active_pane, column_mm, row_mm, across_mm)
        screen.desk.workflow.vois.nudge(step)

    return verb


def _grow(threshold: Threshold) -> Verb:
    """A fixed SUV is one of the unit that the images are in now."""

    def verb(screen: Screen) -> None:
        unit = screen.desk.state.suv_unit
        fixed = threshold.rule is ThresholdRule.FIXED
        screen.desk.workflow.vois.grow(replace(threshold, unit=unit) if fixed else threshold)

    return verb


def _grow_percist(screen: Screen) -> None:
    try:
        screen.desk.workflow.vois.grow(screen.desk.workflow.percist_threshold())
    except StationError as error:
        screen.desk.session.set(notice=str(error))


def _read_masks(screen: Screen) -> None:
    files, _ = QFileDialog.getOpenFileNames(
        screen.window(),
        tr("Read VOIs from NIfTI, DICOM SEG, RTSTRUCT or SR"),
        first_folder(screen),
        tr("VOIs (*.nii *.nii.gz *.dcm *);;All files (*)"),
    )
    if files:
        screen.desk.exporting.read([Path(file) for file in files])


def _read_found(screen: Screen) -> None:
    screen.desk.exporting.read([file.path for file in screen.desk.state.voi_files])


def with_voi_files(state: State) -> str | None:
    if not state.voi_files:
        return tr("No contours, masks or reports were found next to the images.")
    return with_image(state)


def _write(kind: str, ending: str, named: bool = False) -> Verb:
    def verb(screen: Screen) -> None:
        word = (
            "report"
            if kind == "report"
            else "VOIs"
            if ending in (".csv", ".pdf")
            else f"VOIs {kind.upper()}"
        )
        name = export_name(screen.desk.state, word, ending)
        path = ask_target(screen, tr("Export VOIs"), name, f"*{ending}")
        if path is not None:
            screen.desk.exporting.write(kind, path, named)

    return verb


_NUDGES = (
    ("right", marked("1 mm right"), "Shift+Right", (1.0, 0.0, 0.0)),
    ("left", marked("1 mm left"), "Shift+Left", (-1.0, 0.0, 0.0)),
    ("down", marked("1 mm down"), "Shift+Down", (0.0, 1.0, 0.0)),
    ("up", marked("1 mm up"), "Shift+Up", (0.0, -1.0, 0.0)),
    ("forwards", marked("1 mm forwards"), "Shift+PgUp", (0.0, 0.0, 1.0)),
    ("backwards", marked("1 mm backwards"), "Shift+PgDown", (0.0, 0.0, -1.0)),
)
_CONTOURS = (
    ("41", marked("41 % of SUVmax"), Threshold(ThresholdRule.PERCENT_OF_MAX, 0.41)),
    ("50", marked("50 % of SUVmax"), Threshold(ThresholdRule.PERCENT_OF_MAX, 0.50)),
    ("2.5", marked("SUV 2.5"), Threshold(ThresholdRule.FIXED, 2.5)),
    ("4.0", marked("SUV 4.0"), Threshold(ThresholdRule.FIXED, 4.0)),
)
_EXPORTS = (
    ("csv", marked("CSV…"), ".csv", False),
    ("csv_named", marked("CSV with the patient's name…"), ".csv", True),
    ("csv_english", marked("CSV for a spreadsheet…"), ".csv", False),
    ("csv_decimal_comma", marked("CSV for a spreadsheet with decimal commas…"), ".csv", False),
    ("sr", marked("DICOM SR…"), ".dcm", False),
    ("seg", marked("DICOM SEG…"), ".dcm", False),
    ("rtstruct", marked("DICOM RTSTRUCT…"), ".dcm", False),
    ("pdf", marked("PDF page…"), ".pdf", False),
    ("report", marked("Report with the patient's name, as PDF…"), ".pdf", True),
)

EXPORT_IDS = tuple(f"voi.export.{kind}" for kind, *_ in _EXPORTS)

VOI_TABLE: tuple[Entry, ...] = (
    Entry(
        "voi.place_0.5",
        "VOI",
        marked("Sphere of 0.5 mL"),
        _arm(REFERENCE_VOLUME_ML),
        possible=with_image,
        checked=lambda state: _is_armed(state, REFERENCE_VOLUME_ML),
        tool=marked("VOI 0.5"),
        tool_separated=True,
    ),
    Entry(
        "voi.place_3",
        "VOI",
        marked("Sphere of 3 mL"),
        _arm(LIVER_VOLUME_ML),
        possible=with_image,
        checked=lambda state: _is_armed(state, LIVER_VOLUME_ML),
        tool=marked("VOI 3"),
    ),
    Entry(
        "voi.place_typed", "VOI", marked("Sphere of another volume…"), _ask_volume, (), with_image
    ),
    Entry(
        "voi.lesion",
        "VOI",
        marked("Lesion…"),
        _ask_lesion,
        ("L",),
        with_image,
        checked=_waits_for_lesion,
        tool=marked("Lesion"),
    ),
    Entry(
        "voi.place",
        "VOI",
        marked("Place a VOI: V and click, or V V"),
        _place_or_arm,
        ("V",),
        with_image,
    ),
    Entry(
        "voi.guided",
        "VOI",
        marked("Guided placement of the reference tissues"),
        lambda screen: screen.desk.workflow.vois.start_guided(),
        ("G",),
        with_image,
    ),
    Entry(
        "voi.propose",
        "VOI",
        marked("Propose the reference tissues"),
        lambda screen: screen.desk.proposing.propose(),
        ("Shift+G",),
        with_image,
    ),
    Entry(
        "voi.back",
        "VOI",
        marked("Back to the site before"),
        lambda screen: screen.desk.workflow.vois.previous_site(),
        ("Shift+S",),
        lambda state: None if state.guided else tr("No guided placement is under way."),
    ),
    Entry(
        "voi.skip",
        "VOI",
        marked("Skip this site"),
        lambda screen: screen.desk.workflow.vois.next_site(),
        ("S",),
        lambda state: None if state.guided else tr("No guided placement is under way."),
    ),
    tool_entry(
        Tool.GROW,
        "voi.grow_tool",
        marked("Grow a lesion from a click"),
        "W",
        with_image,
        marked("Grow"),
    ),
    *(
        Entry(
            f"voi.rule.{rule.name.lower()}",
            "VOI",
            str(rule),
            lambda screen, rule=rule: screen.desk.workflow.vois.set_growth_rule(rule),
            checked=lambda state, rule=rule: state.growth_rule is rule,
            group=marked("Rule of growing"),
            submenu=marked("Rule of growing"),
        )
        for rule in GrowthRule
    ),
    tool_entry(
        Tool.BRUSH,
        "voi.brush",
        marked("Brush: add to the selected VOI"),
        "P",
        with_image,
        marked("Brush"),
    ),
    tool_entry(
        Tool.ERASER,
        "voi.eraser",
        marked("Eraser: take from the selected VOI"),
        "E",
        with_image,
        marked("Eraser"),
    ),
    *(
        tool_entry(tool, f"voi.{tool}", words, key, with_image, word, marked("Draw"))
        for tool, words, key, word in (
            (Tool.DISTANCE, marked("Distance"), "K", marked("Distance")),
            (Tool.ELLIPSE, marked("Ellipse with statistics"), "O", marked("Ellipse")),
            (Tool.ARROW, marked("Arrow"), "A", marked("Arrow")),
            (Tool.TEXT, marked("Text"), "J", marked("Text")),
        )
    ),
    Entry(
        "voi.burden",
        "VOI",
        marked("Whole-body burden…"),
        lambda screen: screen.show_burden(),
        ("Shift+W",),
        with_image,
    ),
    Entry(
        "voi.parts",
        "VOI",
        marked("Count or leave out parts of the burden by a click"),
        _take(Tool.PARTS),
        possible=with_burden,
        checked=lambda state: state.tool is Tool.PARTS,
    ),
    Entry(
        "voi.snap",
        "VOI",
        marked("Snap to the hottest voxel"),
        _snap,
        ("H",),
        with_sphere,
        separated=True,
    ),
    *(
        Entry(
            f"voi.nudge.{id_}",
            "VOI",
            words,
            _nudge(*step),
            (key,),
            with_sphere,
            submenu=marked("Nudge"),
        )
        for id_, words, key, step in _NUDGES
    ),
    *(
        Entry(
            f"voi.grow.{id_}",
            "VOI",
            words,
            _grow(threshold),
            (),
            with_sphere,
            submenu=marked("Isocontour in the sphere"),
        )
        for id_, words, threshold in _CONTOURS
    ),
    Entry(
        "voi.grow.percist",
        "VOI",
        marked("PERCIST liver threshold"),
        _grow_percist,
        possible=with_sphere,
        submenu=marked("Isocontour in the sphere"),
    ),
    *(
        Entry(
            f"voi.peak.{rule}",
            "VOI",
            {
                PeakRule.GLOBAL: marked("Highest 1 mL mean in the VOI"),
                PeakRule.LOCAL: marked("On the hottest voxel"),
            }[rule],
            lambda screen, rule=rule: screen.desk.workflow.vois.set_peak_rule(rule),
            checked=lambda state, rule=rule: state.peak_rule is rule,
            group="SUVpeak",
            submenu="SUVpeak",
        )
        for rule in PeakRule
    ),
    Entry(
        "voi.copy",
        "VOI",
        marked("Copy the sentence of the selected VOI"),
        lambda screen: screen.desk.words.copy_sentence(),
        ("Y",),
        with_row,
        separated=True,
    ),
    Entry(
        "voi.copy_all",
        "VOI",
        marked("Copy all as text"),
        lambda screen: screen.desk.words.copy_table(),
        ("Shift+Y",),
        with_work,
    ),
    Entry(
        "voi.tissue",
        "VOI",
        marked("Tissue of the lesion…"),
        _ask_tissue,
        possible=with_selected,
    ),
    Entry("voi.rename", "VOI", marked("Rename…"), _ask_name, (), with_any_selected, separated=True),
    Entry("voi.resize", "VOI", marked("Volume…"), _ask_resize, (), with_sphere),
    Entry("voi.colour", "VOI", marked("Colour…"), _ask_colour, (), with_selected),
    Entry("voi.hide", "VOI", marked("Hide or show"), _toggle_hidden, (), with_selected),
    Entry("voi.delete", "VOI", marked("Delete"), _delete, ("Del",), with_any_selected),
    Entry(
        "voi.read",
        "VOI",
        marked("Read from NIfTI, SEG, RTSTRUCT or SR…"),
        _read_masks,
        possible=with_image,
        separated=True,
    ),
    Entry(
        READ_VOIS_ACTION,
        "VOI",
        marked("Read what is next to the images"),
        _read_found,
        possible=with_voi_files,
    ),
    *(
        Entry(
            f"voi.export.{kind}",
            "VOI",
            words,
            _write(kind, ending, named),
            (),
            with_work if kind in ("sr", "pdf", "report") else with_vois,
            submenu=marked("Export"),
        )
        for kind, words, ending, named in _EXPORTS
    ),
)

ROW_MENU = (
    "voi.copy",
    "voi.snap",
    "voi.tissue",
    "voi.rename",
    "voi.resize",
    "voi.colour",
    "voi.hide",
    "voi.delete",
)

"""What a right click on a VOI offers"""

RULE_IDS = tuple(entry.id for entry in VOI_TABLE if entry.id.startswith("voi.rule."))
CONTOUR_IDS = tuple(entry.id for entry in VOI_TABLE if entry.id.startswith("voi.grow."))
