"""What a reader drew on a study's images ↔ JSON text; and what they wrote about it.

As with VOIs, what one version of Station wrote every later one reads: a new field needs a default.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from station.archive.encoding import UNREADABLE, from_json, json_text, to_json
from station.pet.annotations import Annotation, Arrow, Distance, Ellipse, Note

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


@dataclass(frozen=True)
class FindingsRecord:
    """What a reader had written about a study from a moment on."""

    text: str
    when: datetime
    """Aware, UTC"""


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
