"""Values ↔ JSON: the facts of a study, grades, protocols. No pickle: a data folder is not code.

What a field becomes is decided by its annotation (cattrs), so a new field of `Study` or `Series`
needs nothing here but another `FORMAT`: a record in another format is not read but made again from
the files.
"""

import json
import math
import os.path
import zlib
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import numpy as np
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from numpy.typing import NDArray

from station.pet.image_quality import QualityGrade
from station.pet.sites import PlacedVoi
from station.pet.study import Series, SliceTable, Study
from station.pet.volume import FloatArray

FORMAT = "a3cfff94ea954538"
"""Of the facts of a study and its series, stored with every record. Give it another value when a
field of theirs changes, or when the DICOM border reads headers differently."""

APART = {Study: "series", Series: "slices", PlacedVoi: "shape", QualityGrade: "evidence"}
"""Fields outside their owner's JSON: a series has its own row, a slice table its own column, a
shape is one of several kinds, and the evidence of a grade is made again when somebody asks."""

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)
"""What `from_json` raises on what `to_json` cannot have made"""

COMPRESSION = 1
"""zlib's fastest; the numbers of neighbouring slices differ little."""

T = TypeVar("T")


def to_json(value: object) -> Any:
    """What JSON holds of a dataclass: dictionaries, lists, texts, finite numbers."""
    return _CONVERTER.unstructure(value)


def from_json(stored: Any, kind: type[T]) -> T:
    """Inverse of `to_json`; a field that the record does not have yet keeps its default.

    Raises one of UNREADABLE.
    """
    return _CONVERTER.structure(stored, kind)


def json_text(document: object) -> str:
    # ASCII only: a path that is not UTF-8 holds lone surrogates, which no database text can.
    return json.dumps(document, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def encode_study(study: Study) -> str:
    """JSON of everything but the series."""
    return json_text(to_json(study))


def decode_study(facts: str, series: tuple[Series, ...]) -> Study:
    """Inverse of `encode_study`. Raises ValueError where `facts` is damaged."""
    try:
        return from_json(json.loads(facts) | {"series": series}, Study)
    except UNREADABLE as error:
        raise ValueError(f"not the facts of a study: {error}") from error


def encode_series(series: Series) -> tuple[str, bytes | None]:
    """JSON of the facts, and the slice table's numbers as compressed rows (None: no slices)."""
    words, rows = (None, None) if series.slices is None else _encode_slices(series.slices)
    return json_text({"series": to_json(series), "slices": words}), rows


def decode_series(facts: str, rows: bytes | None) -> Series:
    """Inverse of `encode_series`. Raises ValueError where either part is damaged."""
    try:
        stored = json.loads(facts)
        words = stored["slices"]
        slices = None if words is None else _decode_slices(words, rows or b"")
        return from_json(stored["series"] | {"slices": slices}, Series)
    except (*UNREADABLE, zlib.error) as error:
        raise ValueError(f"not the facts of a series: {error}") from error


# -- how single values are written -----------------------------------------------------------------


def _plain_float(value: float) -> float | str:
    value = float(value)
    return value if math.isfinite(value) else repr(value)  # JSON has no word for NaN and infinity


def _checked(value: Any, kind: type[Any]) -> Any:
    if issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        raise ValueError(f"{value!r} is not a {kind.__name__}")
    return value


def _tuple_reader(kind: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    parts = get_args(kind)
    if parts[-1] is Ellipsis:
        read = converter.get_structure_hook(parts[0])
        return lambda values, _: tuple([read(value, parts[0]) for value in _checked(values, list)])
    return lambda values, _: tuple(
        [
            converter.structure(value, part)
            for value, part in zip(_checked(values, list), parts, strict=True)
        ]
    )


def _converter() -> Converter:
    made = Converter(detailed_validation=False)
    for plain in (str, int, bool):
        made.register_unstructure_hook(plain, plain)
        made.register_structure_hook(plain, _checked)
    made.register_unstructure_hook(float, _plain_float)
    made.register_structure_hook(float, lambda value, _: float(value))  # "nan" and "inf" too
    for moment in (date, datetime, time):
        made.register_unstructure_hook(moment, moment.isoformat)
        made.register_structure_hook(moment, lambda value, kind: kind.fromisoformat(value))
    made.register_structure_hook_factory(lambda kind: get_origin(kind) is tuple, _tuple_reader)
    made.register_unstructure_hook_func(lambda kind: kind == FloatArray, np.ndarray.tolist)
    made.register_structure_hook_func(
        lambda kind: kind == FloatArray, lambda rows, _: np.array(rows, dtype=np.float64)
    )
    for kind, name in APART.items():
        left_out: dict[str, Any] = {name: override(omit=True)}
        as_it_is: dict[str, Any] = {name: override(struct_hook=lambda value, _: value)}
        made.register_unstructure_hook(kind, make_dict_unstructure_fn(kind, made, **left_out))
        made.register_structure_hook(kind, make_dict_structure_fn(kind, made, **as_it_is))
    return made


_CONVERTER = _converter()

# -- the slice table: numbers as rows of one structured array, words as a prefix and its endings --

_HINTS = get_type_hints(SliceTable)
LISTS = [name for name, hint in _HINTS.items() if get_origin(hint) is tuple]
SCALARS = [name for name, hint in _HINTS.items() if isinstance(hint, type)]
ROW = np.dtype(
    [
        (name, np.dtype(get_args(get_args(hint)[1])[0]).newbyteorder("<").str)
        for name, hint in _HINTS.items()
        if get_origin(hint) is np.ndarray
    ]
)


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
    scalars = {name: from_json(words[name], _HINTS[name]) for name in SCALARS}
    return SliceTable(**values, **scalars)


def _columns() -> Iterable[str]:
    return ROW.names or ()


def _factored(texts: tuple[str, ...]) -> dict[str, Any]:
    """Paths and UIDs of one series share most of their letters; an empty text becomes None."""
    prefix = os.path.commonprefix([text for text in texts if text])  # noqa: RUF071  any texts
    return {
        "prefix": prefix,
        "endings": [text[len(prefix) :] if text else None for text in texts],
    }


def _unfactored(prefix: str, endings: list[str | None]) -> tuple[str, ...]:
    return tuple(["" if ending is None else prefix + ending for ending in endings])
