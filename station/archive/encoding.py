"""The facts of a study ↔ JSON text and a block of bytes. No pickle: a data folder is not code.

What a field becomes is decided by its annotation, so a new field of `Study` or `Series` needs
nothing here. `FORMAT` changes with the fields: a record in another format is not read but made anew
from the files.
"""

import json
import math
import types
import zlib
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from hashlib import sha256
from itertools import takewhile
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from station.pet.image_quality import QualityGrade
from station.pet.sites import PlacedVoi
from station.pet.study import Series, SliceTable, Study
from station.pet.volume import FloatArray

READING = 3
"""Raise it when the DICOM border reads headers differently although the fields stay the same."""

APART = frozenset(
    {
        (Study, "series"),
        (Series, "slices"),
        (PlacedVoi, "shape"),
        (QualityGrade, "evidence"),
    }
)
"""Fields outside their owner's JSON: a series has its own row, a slice table its own column, a
shape is one of several kinds, and the evidence of a grade is made anew when somebody asks."""

COMPRESSION = 1
"""zlib's fastest; the numbers of neighbouring slices differ little."""


@dataclass(frozen=True)
class Codec:
    """How values of one type become what JSON holds, and back.

    `back` raises ValueError, TypeError or KeyError on what `to_json` cannot have made.
    """

    name: str
    to_json: Callable[[Any], Any]
    back: Callable[[Any], Any]


def encode_study(study: Study) -> str:
    """JSON of everything but the series."""
    return _dumps(codec(Study).to_json(study))


def decode_study(facts: str, series: tuple[Series, ...]) -> Study:
    """Inverse of `encode_study`. Raises ValueError where `facts` is damaged."""
    try:
        return Study(**members(Study, json.loads(facts)), series=series)
    except (TypeError, KeyError) as error:
        raise ValueError(f"not the facts of a study: {error}") from error


def encode_series(series: Series) -> tuple[str, bytes | None]:
    """JSON of the facts, and the slice table's numbers as compressed rows (None: no slices)."""
    facts = codec(Series).to_json(series)
    if series.slices is None:
        return _dumps({"series": facts, "slices": None}), None
    words, rows = _encode_slices(series.slices)
    return _dumps({"series": facts, "slices": words}), rows


def decode_series(facts: str, rows: bytes | None) -> Series:
    """Inverse of `encode_series`. Raises ValueError where either part is damaged."""
    try:
        stored = json.loads(facts)
        words = stored["slices"]
        slices = None if words is None else _decode_slices(words, rows or b"")
        return Series(**members(Series, stored["series"]), slices=slices)
    except (TypeError, KeyError, zlib.error) as error:
        raise ValueError(f"not the facts of a series: {error}") from error


# -- one codec for each kind of annotation ---------------------------------------------------------


@cache
def codec(annotation: Any) -> Codec:
    """The codec of a field's annotation: plain values, dates, enumerations, tuples, dataclasses."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _optional(arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _sequence(codec(arguments[0]))
    if origin is tuple:
        return _fixed([codec(argument) for argument in arguments])
    if annotation == FloatArray:
        return Codec("array", np.ndarray.tolist, lambda rows: np.array(rows, dtype=np.float64))
    if annotation is float:
        return Codec("float", _plain_float, float)  # float() reads "nan" and "inf" too
    if annotation in (str, int, bool):
        return Codec(annotation.__name__, annotation, lambda value: _checked(annotation, value))
    if annotation in (date, datetime, time):
        return Codec(annotation.__name__, annotation.isoformat, annotation.fromisoformat)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return Codec("|".join(annotation), str, annotation)
    if isinstance(annotation, type) and is_dataclass(annotation):
        return _dataclass(annotation)
    raise TypeError(f"no codec for {annotation!r}")


def _plain_float(value: float) -> float | str:
    value = float(value)
    return value if math.isfinite(value) else repr(value)  # JSON has no word for NaN and infinity


def _checked(kind: type, value: object) -> object:
    if type(value) is not kind:
        raise ValueError(f"{value!r} is not a {kind.__name__}")
    return value


def _optional(arguments: tuple[Any, ...]) -> Codec:
    kinds = [argument for argument in arguments if argument is not types.NoneType]
    if len(kinds) != 1 or len(arguments) != 2:
        raise TypeError(f"no codec for a union of {arguments!r}")
    inner = codec(kinds[0])
    return Codec(
        f"{inner.name}?",
        lambda value: None if value is None else inner.to_json(value),
        lambda value: None if value is None else inner.back(value),
    )


def _sequence(item: Codec) -> Codec:
    return Codec(
        f"{item.name}*",
        lambda values: [item.to_json(value) for value in values],
        lambda values: tuple([item.back(value) for value in _checked_list(values)]),
    )


def _fixed(items: list[Codec]) -> Codec:
    return Codec(
        f"({','.join(item.name for item in items)})",
        lambda values: [item.to_json(v) for item, v in zip(items, values, strict=True)],
        lambda values: tuple(
            [item.back(v) for item, v in zip(items, _checked_list(values), strict=True)]
        ),
    )


def _checked_list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is not a list")
    return cast(list[object], value)


@cache
def _member_codecs(kind: type) -> dict[str, Codec]:
    hints = get_type_hints(kind)
    return {
        field.name: codec(hints[field.name])
        for field in fields(kind)
        if (kind, field.name) not in APART
    }


@cache
def _with_default(kind: type) -> frozenset[str]:
    return frozenset(
        field.name
        for field in fields(kind)
        if field.default is not MISSING or field.default_factory is not MISSING
    )


def members(kind: type, stored: dict[str, Any]) -> dict[str, Any]:
    """Constructor arguments of `kind`, without the fields that are kept apart.

    A field that the record does not have yet keeps its default. Raises KeyError where it has none.
    """
    optional = _with_default(kind)
    return {
        name: member.back(stored[name])
        for name, member in _member_codecs(kind).items()
        if name in stored or name not in optional
    }


def _dataclass(kind: type) -> Codec:
    codecs = _member_codecs(kind)
    return Codec(
        f"{kind.__name__}({','.join(f'{name}:{member.name}' for name, member in codecs.items())})",
        lambda value: {
            name: member.to_json(getattr(value, name)) for name, member in codecs.items()
        },
        lambda stored: kind(**members(kind, stored)),
    )


def _dumps(document: object) -> str:
    # ASCII only: a path that is not UTF-8 holds lone surrogates, which no database text can.
    return json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


# -- the slice table: numbers as rows of one structured array, words as a prefix and its endings --


def _slice_fields() -> tuple[np.dtype[np.void], list[str], list[str]]:
    """Of `SliceTable`: the row of its arrays, the names of its lists of words, the other names."""
    columns: list[tuple[str, str]] = []
    lists: list[str] = []
    scalars: list[str] = []
    for name, annotation in get_type_hints(SliceTable).items():
        if get_origin(annotation) is np.ndarray:
            (scalar,) = get_args(get_args(annotation)[1])
            columns.append((name, np.dtype(scalar).newbyteorder("<").str))
        elif annotation == tuple[str, ...]:
            lists.append(name)
        else:
            scalars.append(name)
    return np.dtype(columns), lists, scalars


ROW, LISTS, SCALARS = _slice_fields()


def _encode_slices(table: SliceTable) -> tuple[dict[str, Any], bytes]:
    rows = np.empty(len(table.paths), dtype=ROW)
    for name in _columns():
        rows[name] = getattr(table, name)
    words: dict[str, Any] = {name: _factored(getattr(table, name)) for name in LISTS}
    words |= {name: getattr(table, name) for name in SCALARS}
    return words, zlib.compress(rows.tobytes(), COMPRESSION)


def _decode_slices(words: dict[str, Any], blob: bytes) -> SliceTable:
    rows: NDArray[np.void] = np.frombuffer(zlib.decompress(blob), dtype=ROW)
    values: dict[str, Any] = {name: _unfactored(**words[name]) for name in LISTS}
    if any(len(values[name]) != len(rows) for name in LISTS):
        raise ValueError("the slice table's columns differ in length")
    for name in _columns():
        column = rows[name].astype(ROW[name].newbyteorder("="))
        column.flags.writeable = False
        values[name] = column
    hints = get_type_hints(SliceTable)
    return SliceTable(**values, **{name: codec(hints[name]).back(words[name]) for name in SCALARS})


def _columns() -> Iterable[str]:
    return ROW.names or ()


def _factored(texts: tuple[str, ...]) -> dict[str, Any]:
    """Paths and UIDs of one series share most of their letters; an empty text becomes None."""
    prefix = _shared_start([text for text in texts if text])
    return {
        "prefix": prefix,
        "endings": [text[len(prefix) :] if text else None for text in texts],
    }


def _shared_start(texts: list[str]) -> str:
    first, last = min(texts, default=""), max(texts, default="")  # the two that differ soonest
    pairs = zip(first, last, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return first[:shared]


def _unfactored(prefix: str, endings: list[str | None]) -> tuple[str, ...]:
    return tuple(["" if ending is None else prefix + ending for ending in endings])


FORMAT = sha256(
    f"{READING} {codec(Study).name} {codec(Series).name} {ROW.descr} {LISTS} {SCALARS}".encode()
).hexdigest()[:16]
"""Names the fields and their types; stored with every record."""
