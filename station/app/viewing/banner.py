"""Who is shown: what the banner above the images says, and which of it is doubtful.

A blinded reader is shown none of it. What the header does not say is left out.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from station.app.language import day, decimals, marked, plural, tr, translated
from station.app.quality.state import Badge, badge, looked_at, quality_shown
from station.app.state import PET_SLOTS, Slot, State
from station.pet.decay import nuclide_words
from station.pet.suitability import is_fdg
from station.pet.suv_rules import Source

if TYPE_CHECKING:
    from station.pet.loaded import LoadedImage
    from station.pet.suv import SuvInput

AGE_TOLERANCE_YEARS = 1
"""An age that the header states may be of the last birthday or of the next"""
SEXES = {"M": "male", "F": "female", "O": "other"}
CHECK = "check"
SHORT_MARK = "!"
"""After what somebody should look at, since colours are never alone"""


@dataclass(frozen=True)
class Fact:
    """One thing that the banner says."""

    name: str
    text: str
    short: str
    """The same where there is little room: its words have gone, its number has not"""
    tip: str = ""
    mark: str = ""
    """What makes it doubtful, in a word; empty where nothing does"""

    def words(self, short: bool = False) -> str:
        mark = SHORT_MARK if short and self.mark else self.mark
        return f"{self.short if short else self.text} {mark}".strip()


@dataclass(frozen=True)
class Banner:
    """Whose images these are."""

    name: str
    tip: str
    facts: tuple[Fact, ...]
    quality: Badge | None

    @property
    def sentence(self) -> str:
        """All of it, for a screen reader."""
        quality = [tr("quality {text}", text=self.quality.text)] if self.quality else []
        return ", ".join((self.name, *(fact.words() for fact in self.facts), *quality))


def banner(state: State) -> Banner | None:
    """What the banner says; None: nobody is shown, or nobody may know who."""
    study = state.study
    if study is None or state.blinded:
        return None
    patient, image = study.patient, _pet(state)
    facts = (
        _age(state),
        _sex(state, image),
        _number(image, marked("Weight"), "weight", "{:g} kg", ("weight", "body mass")),
        _tracer(image),
        _number(
            image, marked("Injected activity"), "dose", "{:.4g} MBq", ("activity", "dose"), 1e-6
        ),
        _uptake(image),
        _glucose(state),
        None
        if study.date is None
        else Fact("date", day(study.date), day(study.date), tr("Date of the study")),
    )
    # The scan's own: a denoised image has no grade, and a badge that follows the pointer says less.
    series = state.series(Slot.CONVENTIONAL) or looked_at(state)
    quality = None if series is None else quality_shown(state, series.key)
    return Banner(
        patient.name or patient.id or tr("no name"),
        tr(
            "{name}\nID {id}\n{description}",
            name=patient.name or tr("no name"),
            id=patient.id or tr("unknown"),
            description=study.description,
        ).strip(),
        tuple(fact for fact in facts if fact is not None),
        badge(series, quality) if series is not None and quality is not None else None,
    )


def _pet(state: State) -> "LoadedImage | None":
    """The PET of the open study that the facts are of."""
    images = (
        image
        for slot in (*PET_SLOTS, Slot.OTHER)
        if (image := state.image(slot)) and image.series.is_pet and not state.foreign(slot)
    )
    return next(images, None)


def _row(image: "LoadedImage | None", name: str) -> "SuvInput | None":
    rows = image.inputs if image is not None else ()
    return next((row for row in rows if row.name == name and row.value is not None), None)


def _doubts(image: "LoadedImage", row: "SuvInput", about: tuple[str, ...]) -> tuple[str, str]:
    """(the mark, the sentences) of what makes an input doubtful."""
    sentences = [words for words in image.cautions if any(one in words.lower() for one in about)]
    if row.source is Source.TYPED:
        return "typed", "\n".join([tr("It was {note}.", note=row.note), *sentences])
    return (CHECK, "\n".join(sentences)) if sentences else ("", "")


def _number(
    image: "LoadedImage | None",
    row_name: str,
    name: str,
    form: str,
    about: tuple[str, ...],
    factor: float = 1.0,
) -> Fact | None:
    row = _row(image, row_name)
    if image is None or row is None or not isinstance(row.value, int | float):
        return None
    text = decimals(form.format(row.value * factor))
    mark, tip = _doubts(image, row, about)
    return Fact(name, text, text, "\n".join(filter(None, (translated(row_name), tip))), mark)


def _uptake(image: "LoadedImage | None") -> Fact | None:
    row = _row(image, "Uptake time")
    if image is None or row is None or not isinstance(row.value, int | float):
        return None
    mark, tip = _doubts(image, row, ("uptake", "injection", "acquisition has no time", "clock"))
    injection = _row(image, "Injection")
    if not mark and injection is not None and injection.source is Source.TYPED:
        mark, tip = "typed", tr("The injection was {note}.", note=injection.note)
    words = tr("Uptake time, {note}", note=row.note)
    minutes = f"{row.value:.0f} min"
    return Fact(
        "uptake",
        tr("uptake {minutes}", minutes=minutes),
        f"{minutes} p.i.",
        f"{words}\n{tip}".strip(),
        mark,
    )


def _tracer(image: "LoadedImage | None") -> Fact | None:
    facts = image.series.suv if image is not None else None
    drug = facts.radiopharmaceutical if facts is not None else None
    if drug is None or image is None:
        return None
    nuclide = nuclide_words(drug.radionuclide) if drug.radionuclide else ""
    name = "FDG" if is_fdg(image.series) else drug.name or nuclide
    if not name:
        return None
    tip = ", ".join(filter(None, (drug.name, nuclide)))
    return Fact(
        "tracer", name, name if len(name) <= 8 else nuclide or name, tr("Tracer: {tip}", tip=tip)
    )


def _glucose(state: State) -> Fact | None:
    measured = state.blood_glucose
    if measured is None:
        return None
    amount = tr("{mmol_per_l:.1f} mmol/L", mmol_per_l=measured.mmol_per_l)
    return Fact(
        "glucose",
        tr("glucose {amount}", amount=amount),
        amount,
        tr("Blood glucose, from {value}", value=measured.source),
    )


def _sex(state: State, image: "LoadedImage | None") -> Fact | None:
    row = _row(image, "Sex")
    patient = state.study.patient if state.study else None
    value = str(row.value) if row is not None else (patient.sex if patient else None)
    if not value:
        return None
    mark, tip = _doubts(image, row, ()) if image is not None and row is not None else ("", "")
    return Fact(
        "sex",
        translated(SEXES.get(value, value)),
        value,
        "\n".join(filter(None, (tr("Sex"), tip))),
        mark,
    )


def _age(state: State) -> Fact | None:
    """As the header states it, else from the birth date; a contradiction of both is marked."""
    study = state.study
    born = study.patient.birth_date if study else None
    day = study.date if study else None
    years = age_years(born, day) if born is not None and day is not None else None
    stated = state.header_age
    if not stated and years is None:
        return None
    text = stated or f"{years} years"
    number, _, unit = text.partition(" ")
    apart = (
        unit.startswith("year")
        and number.isdigit()
        and years is not None
        and abs(int(number) - years) > AGE_TOLERANCE_YEARS
    )
    tip = tr("Age at the scan")
    if apart:
        tip += tr(
            "\nThe header says {text}, but from the birth date the age is {years} years.",
            text=text,
            years=years,
        )
    short = _in_words(number, unit) if not unit.startswith("year") else f"{number} y"
    return Fact("age", _in_words(number, unit), short, tip, CHECK if apart else "")


def _in_words(number: str, unit: str) -> str:
    """An age in the language of the window; what is not a number stays as the header has it."""
    if number.isdigit() and unit.startswith("year"):
        return plural(int(number), "{count} year", "{count} years")
    if number.isdigit() and unit.startswith("month"):
        return plural(int(number), "{count} month", "{count} months")
    return f"{number} {unit}".strip()


def age_years(born: date, day: date) -> int | None:
    """Completed years; None before the birth."""
    if day < born:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
