"""The VOIs of a reading: where they belong, and how many lesions of what tissue it allows."""

from dataclasses import dataclass
from enum import StrEnum

from station.pet.voi import Voi


class SiteKind(StrEnum):
    REFERENCE = "reference"
    """A reference tissue of the protocol"""
    LESION = "lesion"
    FREE = "free"
    """Neither: something a reader wanted to know"""


@dataclass(frozen=True)
class PlacedVoi:
    """A VOI that a reader placed. A change makes another one with the same id."""

    id: str
    name: str
    """As the table shows it: "Liver", "Lesion 1" """
    shape: Voi
    kind: SiteKind
    site: str | None = None
    """Of a reference tissue its site's id in the protocol, such as "liver" """
    tissue: str | None = None
    """Tissue type of a lesion, such as "lymph node" """
    colour: str = "#e8792b"
    hidden: bool = False
    override: str | None = None
    """Why the protocol's limits were set aside for this lesion"""
