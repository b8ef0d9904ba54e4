"""Images of which people know the truth: what `station evaluate … --known FILE` reads.

A TOML file with a table for each:

    [[image]]
    title = "Soft-tissue-Sarcoma STS_001, whole body"
    paths = ["whole_body/STS_001"]
    liver_mm = [-100, -40, -440, -10, 55, -340]
    grades = [3, 4]
    known = "readable without complaint; the liver seen by eye"
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from station.errors import DicomError, StationError
from station.model_cards import Outside
from station.operations.images import PetCt, find_series, load_pet_ct
from station.pet.study import Series
from station.pet.voi import Point
from station.toml_table import (
    TEXT,
    Check,
    Problems,
    TomlTable,
    is_number,
    loaded_file,
    wrong_tables,
    wrong_texts,
)


@dataclass(frozen=True)
class KnownImage:
    title: str
    paths: tuple[Path, ...]
    """Of files or folders with one PET series, and the CT of its space"""
    known: str
    """What is known, in words"""
    liver_mm: tuple[float, ...] | None
    """A box in the liver, seen by eye: lowest x, y, z and highest, LPS; None: no liver in view"""
    grades: tuple[int, ...]
    """That a physician would give; empty: it is not to be graded"""

    def in_liver(self, place: Point) -> bool:
        assert self.liver_mm is not None
        low, high = self.liver_mm[:3], self.liver_mm[3:]
        return all(a <= at <= b for a, at, b in zip(low, place, high, strict=True))


def known_images(path: Path, folder: Path | None = None) -> tuple[KnownImage, ...]:
    """The images of a file; their paths start at `folder`, None: the file's own.

    Raises StationError with all that is wrong, a line each.
    """
    start = folder or path.parent

    def images(table: TomlTable, problems: Problems) -> tuple[KnownImage, ...]:
        rows = cast(list[dict[str, Any]], table.take("image", _IMAGES) or [])
        table.refuse_unknown()
        found: list[KnownImage] = []
        for number, row in enumerate(rows):
            inner = TomlTable(row, ("image", number), problems, "an image")
            title, places, known = (inner.take(key, check) for key, check in _NEEDED.items())
            box = inner.take("liver_mm", _BOX, required=False)
            grades = inner.take("grades", _GRADES, required=False)
            inner.refuse_unknown()
            if title and places and known:
                found.append(
                    KnownImage(
                        title,
                        tuple(start / place for place in places),
                        known,
                        None if box is None else tuple(map(float, box)),
                        tuple(grades or ()),
                    )
                )
        return tuple(found)

    return loaded_file(path, "a list of known images", images)


def loaded(image: KnownImage) -> tuple[Series, PetCt]:
    """Its PET series and the CT of its space. Raises StationError, DicomError."""
    with TemporaryDirectory() as unpacked:
        (study, series), *others = find_series(image.paths, (), Path(unpacked))
        if others:
            raise StationError(
                f"{image.paths[0]} holds several PET series. Name the folder of one."
            )
        return series, load_pet_ct(study, series)


@dataclass(frozen=True, kw_only=True)
class WithKnownImages:
    """What an evaluation is asked about images of which people know the truth."""

    known: Path | None = None
    """A file of them"""
    images: Path | None = None
    """Where their paths start; None: the file's folder"""

    def known_images(self) -> tuple[KnownImage, ...]:
        """Raises StationError; see the function."""
        return () if self.known is None else known_images(self.known, self.images)


def outside(
    known: Sequence[KnownImage],
    answer: Callable[[KnownImage, Series, PetCt], tuple[str, bool]],
) -> list[Outside]:
    """A card's lines on images that people know: what `answer` gives, and whether that is right.
    Of one that cannot be read: why."""
    lines: list[Outside] = []
    for image in known:
        try:
            series, images = loaded(image)
        except (StationError, DicomError) as error:
            lines.append(Outside(image.title, image.known, str(error), None))
            continue
        lines.append(Outside(image.title, image.known, *answer(image, series, images)))
    return lines


def _wrong_box(value: object) -> str | None:
    numbers = cast(list[object], value) if isinstance(value, list) else []
    if len(numbers) == 6 and all(map(is_number, numbers)):
        return None
    return "is not six numbers"


def _wrong_grades(value: object) -> str | None:
    grades = cast(list[object], value) if isinstance(value, list) else [None]
    return None if all(grade in (1, 2, 3, 4, 5) for grade in grades) else "is not a list of grades"


_IMAGES = Check(wrong_tables, "[[image]]")
_NEEDED = {
    "title": TEXT('title = "Phantom of 2020"'),
    "paths": Check(wrong_texts, 'paths = ["phantom/2020"]'),
    "known": TEXT('known = "no liver"'),
}
_BOX = Check(_wrong_box, "liver_mm = [-100, -40, -440, -10, 55, -340]")
_GRADES = Check(_wrong_grades, "grades = [3, 4]")
