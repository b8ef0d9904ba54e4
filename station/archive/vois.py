"""A placed VOI ↔ JSON text and, of a mask, a block of bits. No pickle: a data folder is not code.

Unlike the facts of a study these cannot be read again from the files, so what one version of
Station wrote every later one reads: a new field of a VOI needs a default, and none is renamed.
"""

import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.archive.encoding import UNREADABLE, from_json, to_json
from station.pet.sites import PlacedVoi
from station.pet.voi import Isocontour, Mask, Sphere, Voi
from station.pet.volume import Geometry

COMPRESSION = 6
SHAPES: dict[str, type[Sphere] | type[Isocontour]] = {"sphere": Sphere, "isocontour": Isocontour}


@dataclass(frozen=True)
class VoiRecord:
    """One line of a reader's record."""

    voi_id: str
    voi: PlacedVoi | None
    """As it was placed or changed; None: it was deleted"""
    when: datetime
    """Aware, UTC"""


def encode_voi(voi: PlacedVoi) -> tuple[str, bytes | None]:
    """JSON of the VOI, and the bits of a mask (None: another shape)."""
    facts: dict[str, Any] = to_json(voi)
    facts["shape"], bits = _encode_shape(voi.shape)
    return json.dumps(facts, allow_nan=False, separators=(",", ":")), bits


def decode_voi(facts: str, bits: bytes | None) -> PlacedVoi:
    """Inverse of `encode_voi`. Raises ValueError where either part is damaged."""
    try:
        stored = json.loads(facts)
        return from_json(stored | {"shape": _decode_shape(stored["shape"], bits)}, PlacedVoi)
    except (*UNREADABLE, IndexError, zlib.error) as error:
        raise ValueError(f"not a VOI: {error}") from error


def _encode_shape(shape: Voi) -> tuple[dict[str, Any], bytes | None]:
    if isinstance(shape, Mask):
        region = shape.region
        return {
            "kind": "mask",
            "geometry": to_json(shape.geometry),
            "source": shape.source,
            "warnings": shape.warnings,
            "first": region.first,
            "extent": region.inside.shape,
        }, zlib.compress(np.packbits(region.inside).tobytes(), COMPRESSION)
    kind = next(kind for kind, type_ in SHAPES.items() if isinstance(shape, type_))
    return {"kind": kind} | to_json(shape), None


def _decode_shape(stored: dict[str, Any], bits: bytes | None) -> Voi:
    if stored["kind"] != "mask":
        return from_json(stored, SHAPES[stored["kind"]])
    if bits is None:
        raise ValueError("not a VOI: the voxels of the mask are missing")
    geometry = from_json(stored["geometry"], Geometry)
    inside = _unpack(bits, stored["first"], stored["extent"], geometry.shape)
    return Mask(inside, geometry, stored["source"], tuple(stored.get("warnings", ())))


def _unpack(
    packed: bytes, first: list[int], extent: list[int], shape: tuple[int, int, int]
) -> NDArray[np.bool_]:
    """The voxels (slices, rows, columns) of a grid of `shape`, from the bits of a box of it."""
    bits = np.frombuffer(zlib.decompress(packed), dtype=np.uint8)
    inside = np.zeros(shape, dtype=np.bool_)
    box = inside[tuple(slice(low, low + size) for low, size in zip(first, extent, strict=True))]
    box[...] = np.unpackbits(bits, count=int(np.prod(extent))).reshape(extent)
    return inside
