"""More slices than positions: copies, beds that overlap, frames, and slices that do not belong.

What a file's own attributes distinguish is tried first, by `stack.separate`. What is left is judged
in this order: copies with equal pixels are dropped; slices at one position are ranked by a trigger,
content time or instance number; overlapping beds are separated; at last the few that differ from
what the majority has in common are set apart.
"""

import itertools
import os
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from station.dicom import stack
from station.dicom.frames import Frame
from station.errors import DicomError

SEPARATING = (
    "ImageType",
    "Units",
    "CorrectedImage",
    "ReconstructionMethod",
    "ConvolutionKernel",
    "EchoTime",
    "StackID",
    "TemporalPositionIdentifier",
    "TemporalPositionIndex",
    "TriggerTime",
    "FrameReferenceTime",
    "ImageIndex",
    "AcquisitionNumber",
    "AcquisitionTime",
)
"""What may distinguish the images of one series, in the order tried: what was reconstructed first,
then echo and stack, then time. ImageIndex (0054,1330) counts through the frames by
NumberOfSlices."""

RANKING = ("TriggerTime", "ContentTime", "InstanceNumber")
"""What may rank the slices at one position where its values differ within an image, too: the
trigger times of a gate jitter."""

OF_BEDS = ("AcquisitionNumber", "AcquisitionTime", "FrameReferenceTime")
"""What beds differ in, in the order tried"""

OF_OTHERS = (*SEPARATING, "AcquisitionDate", "SliceThickness", "SeriesDescription", "Manufacturer")
"""In what a slice may differ that does not belong to the others"""

IN_TIME = frozenset(
    {
        "TemporalPositionIdentifier",
        "TemporalPositionIndex",
        "FrameReferenceTime",
        "ImageIndex",
        "AcquisitionTime",
        "ContentTime",
        "pass",
    }
)
"""Marks of images of one place at several times"""

MAJORITY = 0.75
"""Slices that have a value in common that fewer than this fraction share are not the image."""
LEAST_SLICES_OF_BED = 3


@dataclass
class Division:
    """The images of parallel slices, and what was kept out of them."""

    images: list[stack.Image]
    """Their members are indices of the given frames"""
    apart: dict[int, str] = field(default_factory=dict[int, str])
    """Frames in no image, and why: "it is ..." """
    remarks: list[str] = field(default_factory=list[str])


def divide(frames: Sequence[Frame], place: NDArray[np.intp]) -> Division:
    """The images of frames at positions `place` (n,). Raises DicomError if they are inseparable."""
    everything = np.arange(len(frames))
    images = _separated(frames, everything, place)
    if images is not None:
        return Division(images)
    copies = _copies(frames, place)
    kept = np.array([i for i in everything if i not in copies])
    images = _separated(frames, kept, place) if copies else None
    # Air has equal pixels in all frames, so what looks like a copy may be a slice of its own.
    for members in (everything, kept):
        for attempt in (_ranked, _beds):
            if images is None and (images := attempt(frames, members, place)) is not None:
                copies = copies if members is kept else {}
    apart = {i: f"it is a copy of {frames[twin].header.path}" for i, twin in copies.items()}
    if images is None:
        images, others = _majority(frames, kept, place)
        apart |= others
    if images is None:
        raise DicomError(
            f"{len(frames)} slices are at {int(place.max()) + 1} positions, and nothing in their "
            "headers says which of them make one image"
        )
    remarks: list[str] = []
    if copies:
        remarks.append(counted(len(copies), "a copy of another, with equal pixels", "dropped"))
    if len(apart) > len(copies):
        others = len(apart) - len(copies)
        remarks.append(counted(others, "not part of the image of the others", "set apart"))
    return Division(images, apart, remarks)


def counted(count: int, what: str, done: str) -> str:
    """The files themselves are named in the list of those left out."""
    if count == 1:
        return f"one of its slices is {what}; it is {done}"
    return f"{count} of its slices are each {what}; they are {done}"


def _separated(
    frames: Sequence[Frame], members: NDArray[np.intp], place: NDArray[np.intp]
) -> list[stack.Image] | None:
    """By one or several attributes, or by passes of the bed."""
    where = np.unique(place[members], return_inverse=True)[1]
    if int(where.max()) + 1 == len(members):
        return [stack.Image(members)]
    chosen = [frames[int(i)] for i in members]
    marks = {name: [mark(frame, name) for frame in chosen] for name in SEPARATING}
    images = stack.separate(where, marks, [_seconds(frame.acquired) for frame in chosen])
    return _of(members, images)


def _of(members: NDArray[np.intp], images: list[stack.Image] | None) -> list[stack.Image] | None:
    """Indices among `members` → indices of all frames."""
    return images and [stack.Image(members[image.members], image.marks) for image in images]


def _copies(frames: Sequence[Frame], place: NDArray[np.intp]) -> dict[int, int]:
    """Each frame that repeats another of its position, pixels, scale and marks, and that other."""
    first: dict[Hashable, int] = {}
    copies: dict[int, int] = {}
    crowded = np.bincount(place) > 1
    order = sorted(range(len(frames)), key=lambda i: (frames[i].sop_uid, frames[i].number))
    for i in order:
        digest = pixel_digest(frames[i]) if crowded[place[i]] else None
        if digest is None:
            continue
        marks = tuple(mark(frames[i], name) for name in SEPARATING)
        key = (int(place[i]), frames[i].slope, frames[i].intercept, digest, marks)
        twin = first.setdefault(key, i)
        if twin != i:
            copies[i] = twin
    return copies


def pixel_digest(frame: Frame) -> bytes | None:
    """Of the pixels as they are in the file; None if they are not to be had without decoding."""
    layout, pixels = frame.format, frame.header.pixels
    start, count = frame.offset, layout.frame_bytes
    if start < 0:
        if pixels is None or pixels.offset < 0 or frame.attributes.integer("NumberOfFrames"):
            return None
        start, count = pixels.offset, frame.header.size - pixels.offset
    try:
        with frame.header.path.open("rb") as file:
            file.seek(start, os.SEEK_SET)
            return blake2b(file.read(count)).digest()
    except OSError:
        return None


def _ranked(
    frames: Sequence[Frame], members: NDArray[np.intp], place: NDArray[np.intp]
) -> list[stack.Image] | None:
    """Images by rank at each position, if all values of one rank are below those of the next."""
    where = np.unique(place[members], return_inverse=True)[1]
    counts = np.bincount(where)
    count = int(counts[0])
    if count < 2 or (counts != count).any():
        return None
    for name in RANKING:
        values = [mark(frames[int(i)], name) for i in members]
        numbers = [float(v) for v in values if isinstance(v, int | float)]
        if len(numbers) < len(members):
            continue
        ranked = np.lexsort((np.array(numbers), where)).reshape(-1, count)
        of_rank = np.array(numbers)[ranked]
        if (of_rank[:, :-1].max(axis=0) < of_rank[:, 1:].min(axis=0)).all():
            images = [
                stack.Image(ranked[:, i], ((name, float(of_rank[:, i].min())),))
                for i in range(count)
            ]
            return _of(members, images)
    return None


def _beds(
    frames: Sequence[Frame], members: NDArray[np.intp], place: NDArray[np.intp]
) -> list[stack.Image] | None:
    """Overlapping beds: each has a value of its own and covers neighbouring positions once.

    What covers the positions of another is no bed but a frame, which may have lost its last slices.
    """
    for name in OF_BEDS:
        groups = _grouped(members, lambda i, name=name: mark(frames[i], name))
        if len(groups) < 2 or None in groups:
            continue
        if all(_is_bed(np.sort(place[group])) for group in groups.values()):
            if _nested([set(place[group].tolist()) for group in groups.values()]):
                return [
                    stack.Image(np.array(groups[value]), ((name, value),))
                    for value in sorted(groups, key=stack.sort_key)
                ]
            lowest = sorted(groups.items(), key=lambda each: int(place[each[1]].min()))
            return [
                stack.Image(np.array(group), (("bed", number),))
                for number, (_, group) in enumerate(lowest, 1)
            ]
    return None


def _nested(covered: Sequence[set[int]]) -> bool:
    """Whether the positions of each, from the fewest to the most, are among those of the next."""
    rising = sorted(covered, key=len)
    return all(fewer <= more for fewer, more in itertools.pairwise(rising))


def _is_bed(places: NDArray[np.intp]) -> bool:
    return len(places) >= LEAST_SLICES_OF_BED and bool((np.diff(places) == 1).all())


def _majority(
    frames: Sequence[Frame], members: NDArray[np.intp], place: NDArray[np.intp]
) -> tuple[list[stack.Image] | None, dict[int, str]]:
    """The images of what most slices have in common, and the others with the reason."""
    for name, value, few in differing(frames, members):
        most = np.array([i for i in members if i not in few])
        images = _separated(frames, most, place)
        if images is not None:
            return images, {
                i: f"its {name} is {_written(frames[i], name)}, that of the other slices of its "
                f"series {value}"
                for i in few
            }
    # Nothing distinguishes them: where two slices are at one position, neither is believed.
    counts = np.bincount(place[members])
    alone = members[counts[place[members]] == 1]
    if len(alone) < max(MAJORITY * np.count_nonzero(counts), LEAST_SLICES_OF_BED):
        return None, {}
    return [stack.Image(alone)], {
        int(
            i
        ): "another slice with other pixels is at the same position, and nothing says which of "
        "them is right"
        for i in members
        if counts[place[i]] > 1
    }


def differing(
    frames: Sequence[Frame], members: Sequence[int] | NDArray[np.intp]
) -> list[tuple[str, str, set[int]]]:
    """Attributes in which a few slices differ from all others: (name, the others' value, few)."""
    found: list[tuple[str, str, set[int]]] = []
    for name in OF_OTHERS:
        groups = _grouped(members, lambda i, name=name: mark(frames[i], name))
        group = max(groups.values(), key=len)
        if MAJORITY * len(members) <= len(group) < len(members):
            few = {int(i) for i in members} - set(group)
            found.append((name, _written(frames[group[0]], name), few))
    return found


def _grouped(
    members: Sequence[int] | NDArray[np.intp], value: Callable[[int], Hashable]
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for i in members:
        groups[value(int(i))].append(int(i))
    return groups


def _written(frame: Frame, name: str) -> str:
    own = frame.marks.get(name)
    return str(own) if own is not None else frame.attributes.text(name) or "missing"


def mark(frame: Frame, name: str) -> Hashable:
    """The value of an attribute that may distinguish slices; times in seconds."""
    attributes = frame.attributes
    if name in frame.marks:
        return frame.marks[name]
    if name == "AcquisitionTime":
        return _seconds(frame.acquired)
    if name == "ContentTime":
        clock = attributes.clock("ContentTime")
        day = attributes.day("ContentDate") or datetime(2000, 1, 1).date()
        return None if clock is None else _seconds(datetime.combine(day, clock))
    if name in (
        "EchoTime",
        "TriggerTime",
        "FrameReferenceTime",
        "AcquisitionNumber",
        "InstanceNumber",
        "SliceThickness",
    ):
        return attributes.number(name)
    if name in ("TemporalPositionIndex", "StackID"):
        return None
    if name == "ImageIndex":
        index, slices = attributes.integer("ImageIndex"), attributes.integer("NumberOfSlices")
        return None if not index or not slices else (index - 1) // slices
    return attributes.text(name)


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else (moment - datetime(2000, 1, 1)).total_seconds()
