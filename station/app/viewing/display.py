"""Which window and which colours an image is shown with, and how a value is written."""

from station.app import preferences
from station.app.language import marked, tr, translated
from station.app.state import (
    PET_SLOTS,
    Column,
    DisplayRange,
    Fixed,
    Kind,
    Link,
    Plane,
    Slot,
    State,
    columns,
)
from station.app.viewing.planes import ACROSS
from station.pet import colormaps
from station.pet.colormaps import ColourTable
from station.pet.loaded import LoadedImage
from station.pet.study import Role
from station.pet.volume import Unit
from station.pet.words import format_bound

SAME_SLICE_MM = 0.1
"""Views nearer than the last digit of a slice's position show one place"""
SUV_LIMITS = preferences.SUV_LIMITS
SUV_PRESETS = preferences.Preferences().suv_presets
"""As they are at first: a reader may have others (`Preferences`)"""
FRACTION_LIMITS = (0.005, 10.0)
CT_PRESETS = {
    "Soft tissue": DisplayRange(-160.0, 240.0),
    "Lung": DisplayRange(-1350.0, 150.0),
    "Bone": DisplayRange(-450.0, 1050.0),
    "Brain": DisplayRange(0.0, 80.0),
    "Liver": DisplayRange(-35.0, 155.0),
}


def stored_peak(state: State, image: LoadedImage) -> float:
    """The value at which the window of images without SUV ends: one for all PETs of a unit, of
    whichever date."""
    others = [state.shown(slot) for slot in Slot]
    peaks = [
        other.peak
        for other in others
        if other is not None
        and other.series.is_pet
        and not other.has_suv
        and other.volume.unit is image.volume.unit
    ]
    return max([image.peak, *peaks]) if image.series.is_pet else image.peak


def display_range(state: State, image: LoadedImage) -> DisplayRange:
    """The window of an image, in its own unit."""
    if image.has_suv:
        return state.window
    if image.volume.unit is Unit.HU:
        return state.ct_window
    return DisplayRange(0.0, stored_peak(state, image) * state.stored_fraction)


def color_table(state: State, image: LoadedImage) -> ColourTable:
    """CT and MR are always grey; PETs have the reader's colours."""
    if not image.series.is_pet:
        return colormaps.table("grey")
    return colormaps.table(state.colormap, state.inverse)


def outside_colour(table: ColourTable) -> int:
    """Outside an image: its lowest colour, a shade towards the middle, so that its border shows."""
    lowest = int(table[0])
    shade = 0
    for shift in (16, 8, 0):
        channel = lowest >> shift & 0xFF
        shade |= (channel + (-10 if channel > 127 else 10)) << shift
    return 0xFF000000 | shade


def is_light(table: ColourTable) -> bool:
    """Whether an image's ground is light, so that what is written on it must be dark."""
    lowest = int(table[0])
    return sum(lowest >> shift & 0xFF for shift in (16, 8, 0)) > 3 * 128


def window_words(state: State, image: LoadedImage) -> str:
    """`SUVbw · 0–7`; without SUV the caption says so."""
    shown = display_range(state, image)
    low, high = format_bound(shown.low), format_bound(shown.high)
    bounds = (
        tr("{low} to {high}", low=low, high=high).replace("-", "−")
        if shown.low < 0
        else f"{low}–{high}"
    )
    if image.series.is_pet and not image.has_suv:
        percent = tr(
            "{stored_fraction:.0f} % of the peak", stored_fraction=state.stored_fraction * 100
        )
        return tr(
            "no SUV · {unit} · {bounds} ({percent})",
            unit=image.volume.unit,
            bounds=bounds,
            percent=percent,
        )
    return f"{image.volume.unit} · {bounds}"


def window_caption(state: State, image: LoadedImage) -> str:
    """The same with what makes the SUV doubtful: `SUVbw · 0–7 · weight typed`."""
    mark = "" if state.blinded else image.mark
    return " · ".join(filter(None, (window_words(state, image), mark)))


def caution_mark(state: State, column: Column) -> str:
    """What makes the SUVs of a column doubtful, in two or three words; empty where nothing does.
    In a blinded reading it might tell the arms apart, so there is none."""
    if state.blinded:
        return ""
    slots = PET_SLOTS if column.kind is Kind.DIFFERENCE else (column.slot,)
    images = [image for slot in slots if (image := state.shown(slot))]
    marks = [image.mark or (tr("no SUV") if image.suv_problem else "") for image in images]
    return ", ".join(dict.fromkeys(filter(None, marks)))


def cautions(state: State) -> tuple[str, ...]:
    """Every sentence about what makes the SUVs of the two images doubtful, each once; one that is
    true of only one of two images names it. The reason why there is no SUV is not among them."""
    images = {slot: image for slot in PET_SLOTS if (image := state.image(slot))}
    every = {slot: image.cautions if image.has_suv else () for slot, image in images.items()}
    sentences: dict[str, None] = {}
    for slot, own in every.items():
        for sentence in own:
            common = all(sentence in others for others in every.values())
            sentences[sentence if common else f"{slot_title(state, slot)}: {sentence}"] = None
    return tuple(sentences)


def unlinked_words(state: State, plane: Plane, layout: Fixed | None = None) -> str:
    """That the columns of a layout (None: the state's) need not show one place across a plane;
    empty where they are linked and do."""
    views = {column.view for column in columns(state, layout)}
    if len(views) < 2:
        return ""
    across = [state.views[view].position_mm[ACROSS[plane]] for view in views]
    if max(across) - min(across) >= SAME_SLICE_MM:
        return tr("not the same slice")
    return "" if Link.SLICE in state.links else tr("slices not linked")


_TITLES = {
    Role.CONVENTIONAL: marked("Conventional"),
    Role.DENOISED: marked("DL-denoised"),
    Role.UNFILTERED: marked("PET unfiltered"),
    Role.CT: "CT",
    Role.OTHER: marked("Other image"),
}
_SHORT = {
    Role.CONVENTIONAL: marked("Conv."),
    Role.DENOISED: "DL",
    Role.UNFILTERED: marked("Unfilt."),
    Role.CT: "CT",
    Role.OTHER: marked("Other"),
}
_SLOT_ROLES = {
    Slot.CONVENTIONAL: Role.CONVENTIONAL,
    Slot.DENOISED: Role.DENOISED,
    Slot.CT: Role.CT,
    Slot.OTHER: Role.OTHER,
    Slot.OTHER_DENOISED: Role.DENOISED,
    Slot.OTHER_CT: Role.CT,
}
VOLUMES = {"MTV": marked("MTV mL"), "TLG": "TLG"}
"""Statistics that are called the same in every unit"""
_SIDES = {Slot.CONVENTIONAL: "left", Slot.DENOISED: "right"}


def slot_title(state: State, slot: Slot) -> str:
    """What a slot shows, by what its series is: nothing is called DL-denoised that is not."""
    series = state.series(slot)
    if series is None:
        return translated(_TITLES[_SLOT_ROLES[slot]])
    if series.role is Role.OTHER:
        return series.modality
    return translated(_TITLES[series.role])


def slot_short(state: State, slot: Slot) -> str:
    """The same in a word; two series of one kind are distinguished by their side."""
    series = state.series(slot)
    if series is None:
        return translated(_SHORT[_SLOT_ROLES[slot]])
    word = series.modality if series.role is Role.OTHER else translated(_SHORT[series.role])
    if slot in _SIDES:
        other = state.series(next(one for one in PET_SLOTS if one is not slot))
        if other is not None and other.role is series.role:
            return f"{word} ({_SIDES[slot]})"
    return word


def statistic_of(unit: Unit, statistic: str) -> str:
    """`SUVmax`, `SULmax`, `SUVbsa max`, `max HU`: a statistic as it is called in a unit. Nothing is
    called SUV that is not."""
    if statistic in VOLUMES:
        return translated(VOLUMES[statistic])
    statistic = statistic.removeprefix("SUV")
    if unit is Unit.SUV_BW:
        return f"SUV{statistic}"
    if unit in (Unit.SUV_LBM, Unit.SUV_LBM_JANMAHASATIAN):
        return f"SUL{statistic}"
    return f"{unit} {statistic}" if unit.is_suv else f"{statistic} {unit}"


def statistic_word(state: State, statistic: str) -> str:
    """`SUVmax` where both images are in SUVbw; `max` where they are in no SUV or in two of them."""
    if statistic in VOLUMES:
        return statistic
    units = {image.volume.unit for slot in PET_SLOTS if (image := state.image(slot))} or {
        Unit.SUV_BW
    }
    if len(units) > 1 or not next(iter(units)).is_suv:
        return statistic.removeprefix("SUV")
    return statistic_of(units.pop(), statistic)


def statistic_headings(state: State, statistic: str, ratio_to: str = "") -> tuple[str, str]:
    """What heads the numbers of the two images: the statistic, its ratio, the image; a line each.

    `ratio_to` names the site that the values are divided by.
    """
    ratio_to = "" if statistic in VOLUMES else ratio_to
    headings: list[str] = []
    for slot, title in zip(PET_SLOTS, pair_titles(state), strict=True):
        image = state.image(slot)
        word = (
            statistic_of(image.volume.unit, statistic)
            if image is not None
            else statistic_word(state, statistic)
        )
        headings.append("\n".join(filter(None, (word, ratio_to and f"/ {ratio_to}", title))))
    return headings[0], headings[1]


def pair_titles(state: State) -> tuple[str, str]:
    """Headings of two narrow columns: `Conv.` and `DL`; two of one kind are Left and Right."""
    conventional, denoised = (slot_short(state, slot) for slot in PET_SLOTS)
    if conventional.endswith("(left)"):
        return "Left", "Right"
    return conventional, denoised


def difference_words(state: State) -> str:
    """`DL − conventional`, or what the two images are."""
    first, second = (slot_short(state, slot) for slot in (Slot.DENOISED, Slot.CONVENTIONAL))
    return f"{first} − {second}"


def column_title(state: State, column: Column) -> str:
    match column.kind:
        case Kind.DIFFERENCE:
            return tr("Difference")
        case Kind.FUSED:
            return tr("{slot_title} on CT", slot_title=slot_title(state, column.slot))
        case Kind.MIP:
            return f"MIP {slot_short(state, column.slot)}"
        case Kind.IMAGE:
            return slot_title(state, column.slot)
