"""What a reader drew on a study's images ↔ JSON text; what they wrote about it; and where they put
the images of another date.

As with VOIs, what one version of Station wrote every later one reads: a new field needs a default.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

import numpy as np

from station.archive.encoding import UNREADABLE, from_json, json_text, to_json
from station.pet.annotations import Annotation, Arrow, Distance, Ellipse, Note
from station.pet.volume import FloatArray

SHAPES: dict[str, type[Distance] | type[Ellipse] | type[Arrow] | type[Note]] = {
    "distance": Distance,
    "ellipse": Ellipse,
    "arrow": Arrow,
    "note": Note,
}
FINDINGS = "findings"
"""Id of the one text of findings that a reader has in a study"""


class NoteKind(StrEnum):
    """What a row of the record holds."""

    ANNOTATION = "annotation"
    FINDINGS = "findings"
    ALIGNMENT = "alignment"


@dataclass(frozen=True)
class FindingsRecord:
    """What a reader had written about a study from a moment on."""

    text: str
    when: datetime
    """Aware, UTC"""


@dataclass(frozen=True, eq=False)
class AlignmentRecord:
    """Where a reader put the images of another date by hand."""

    matrix: FloatArray
    """4×4, LPS mm of the study → LPS mm of the other date"""
    when: datetime
    """Aware, UTC"""


def alignment_id(place: str) -> str:
    """By which a record knows the images of another date: a digest of their study and frame."""
    return blake2b(place.encode(), digest_size=16).hexdigest()


def encode_alignment(place: str, matrix: FloatArray) -> str:
    return json_text({"place": place, "matrix": np.asarray(matrix).tolist()})


def decode_alignment(content: str) -> tuple[str, FloatArray]:
    """Inverse of `encode_alignment`. Raises ValueError where it is damaged."""
    try:
        stored = json.loads(content)
        place, matrix = stored["place"], np.array(stored["matrix"], dtype=np.float64)
    except UNREADABLE as error:
        raise ValueError(f"not an alignment: {error}") from error
    if not isinstance(place, str) or matrix.shape != (4, 4) or not np.isfinite(matrix).all():
        raise ValueError("not an alignment: a place and a finite 4x4 matrix")
    return place, matrix


def encode_annotation(annotation: Annotation) -> str:
    kind = next(kind for kind, type_ in SHAPES.items() if isinstance(annotation.shape, type_))
    shape: dict[str, Any] = {"kind": kind} | to_json(annotation.shape)
    return json_text({"id": annotation.id, "name": annotation.name, "shape": shape})


def decode_annotation(content: str) -> Annotation:
    """Inverse of `encode_annotation`. Raises ValueError where it is damaged."""
    try:
        stored = json.loads(content)
        facts = dict(stored["shape"])
        shape = from_json(facts, SHAPES[facts.pop("kind")])
        id_, name = stored["id"], stored["name"]
        if not (isinstance(id_, str) and isinstance(name, str)):
            raise TypeError("id and name are texts")
    except UNREADABLE as error:
        raise ValueError(f"not an annotation: {error}") from error
    return Annotation(id_, name, shape)
