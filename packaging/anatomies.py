"""Make resources/anatomies from the CTs and the mesh of ../shared/data/anatomy.

.venv/bin/python packaging/anatomies.py FOLDER

Organs are recognised by Hounsfield units within the outlines that were drawn by hand
(outlines.toml). Where a CT ends, the body goes on with a part of another, scaled to fit. Nothing
but what a cell consists of is kept, and the face is blunted.
"""

import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import SimpleITK
from matplotlib.path import Path as Outline
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.simulate.real_bodies import CELL_MM, Part

ndi: Any = untyped_ndimage  # its own types are incomplete
TARGET = Path(__file__).parents[1] / "resources" / "anatomies"
STEP_MM = 3.0
"""Of the sources"""
BODY_HU, AIR_HU, BONE_HU, CORTEX_HU, MARROW_HU = -300.0, -400.0, 170.0, 450.0, -150.0
SOFT_HU = -30.0
"""Between fat and everything that holds water"""

Mask = NDArray[np.bool_]
Codes = NDArray[np.uint8]
Image = NDArray[np.float32]


@dataclass(frozen=True)
class Scan:
    """How one CT is read."""

    file: str
    couch_from_row: int
    """What lies further back is not the patient"""
    windows: Mapping[str, tuple[float, float]]
    """HU of the organs, where they differ from those of `WINDOWS`"""
    neck_from: int | None = None
    """Slices from here up hold neither lungs nor large muscles outside the arms"""
    fluid: bool = False
    """What is like water in the abdomen is ascites"""


WINDOWS: Mapping[str, tuple[float, float]] = {
    "liver": (10, 110),
    "spleen": (10, 110),
    "kidney_right": (-10, 110),
    "kidney_left": (-10, 110),
    "heart": (-20, 120),
    "vessels": (10, 120),
    "aorta": (0, 150),
    "vena_cava": (0, 150),
    "bladder": (-25, 60),
    "brain": (-30, 120),
    "airway": (-1100, -600),
    "soft": (SOFT_HU, 150),
    "gut": (SOFT_HU, 150),
    "mass": (-60, 300),
    "unclear": (SOFT_HU, 300),
}
CONTRAST: Mapping[str, tuple[float, float]] = {
    "liver": (10, 230),
    "spleen": (10, 230),
    "kidney_right": (0, 500),
    "kidney_left": (0, 500),
    "heart": (20, 400),
    "vessels": (75, 500),
    "aorta": (70, 500),
    "vena_cava": (50, 500),
}
IN_WATER = {"liver": (65.0, 230.0), "spleen": (65.0, 230.0)}
"""Half-way between the organ and the ascites around it"""
ASCITES_HU = 28.0
SCANS = {
    "acrin_lower": Scan("acrin_flt_breast_001_2.nii.gz", 133, {}),
    "acrin_upper": Scan("acrin_flt_breast_001_1.nii.gz", 125, {}, 44),
    "chest": Scan("c3n-00249_3926.nii.gz", 119, CONTRAST),
    "ascites": Scan("tcga-09-2043_3364.nii.gz", 139, {**CONTRAST, **IN_WATER}, fluid=True),
}
PAINTED = (
    ("gut", Part.GUT),
    ("unclear", Part.UNCLEAR),
    ("mass", Part.UNCLEAR),
    ("soft", Part.SOFT),
    ("liver", Part.LIVER),
    ("spleen", Part.SPLEEN),
    ("heart", Part.HEART),
    ("vessels", Part.BLOOD),
    ("aorta", Part.BLOOD),
    ("vena_cava", Part.BLOOD),
    ("kidney_right", Part.KIDNEY),
    ("kidney_left", Part.KIDNEY),
    ("bladder", Part.BLADDER),
    ("brain", Part.BRAIN),
)
"""In this order: the last one counts"""
AS_THEY_ARE = (Part.BLOOD, Part.UNCLEAR, Part.GUT)
"""Not smoothed: tubes and what is of many pieces"""


def outlined(drawn: Mapping[str, str], shape: tuple[int, int, int]) -> Mask:
    """Voxels (slice, row, column) inside outlines, interpolated between the slices drawn."""
    rows, columns = np.mgrid[: shape[1], : shape[2]]
    points = np.column_stack([columns.ravel(), rows.ravel()])
    keys = sorted((int(key), value) for key, value in drawn.items())
    mask = np.zeros(shape, dtype=bool)
    numbers = [[[float(n) for n in p.split(",")] for p in value.split()] for _, value in keys]
    slices = np.arange(keys[0][0], min(keys[-1][0], shape[0] - 1) + 1)
    if len(numbers[0][0]) == 3:  # a tube of discs
        at = [key for key, _ in keys]
        x, y, r = (np.interp(slices, at, [disc[0][i] for disc in numbers]) for i in range(3))
        for z, x0, y0, r0 in zip(slices, x, y, r, strict=True):
            mask[z] = (columns - x0) ** 2 + (rows - y0) ** 2 <= r0**2
        return mask
    depths = [
        signed_distance(Outline(polygon).contains_points(points, radius=0.5).reshape(shape[1:]))
        for polygon in numbers
    ]
    for i in range(len(keys) - 1):
        low, high = keys[i][0], keys[i + 1][0]
        for z in range(low, high + 1):
            t = (z - low) / (high - low)
            mask[z] = (1 - t) * depths[i] + t * depths[i + 1] > 0
    return mask


def signed_distance(mask: Mask) -> Image:
    """Depth inside the mask in voxels, negative outside."""
    if not mask.any():
        return np.full(mask.shape, -50, np.float32)
    inside = ndi.distance_transform_edt(mask)
    return (inside - ndi.distance_transform_edt(~mask)).astype(np.float32)


def smoothed(mask: Mask, sigma: float) -> Mask:
    return ndi.gaussian_filter(mask.astype(np.float32), sigma) > 0.5


def large_parts(mask: Mask, at_least: int) -> Mask:
    """Connected parts of at least so many voxels."""
    labels, count = ndi.label(mask)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    sizes[0] = 0
    return (sizes >= at_least)[labels]


def filled(mask: Mask) -> Mask:
    """Each slice without holes."""
    return np.stack([ndi.binary_fill_holes(plane) for plane in mask])


def hull(mask: Mask) -> Mask:
    """The convex hull of each slice."""
    result = np.zeros_like(mask)
    rows, columns = np.mgrid[: mask.shape[1], : mask.shape[2]]
    points = np.column_stack([columns.ravel(), rows.ravel()])
    from scipy.spatial import ConvexHull

    for z, plane in enumerate(mask):
        inside = np.argwhere(plane)[:, ::-1]
        if len(inside) > 20:
            corners = inside[ConvexHull(inside).vertices]
            result[z] = Outline(corners).contains_points(points, radius=0.5).reshape(plane.shape)
    return result


def opened(mask: Mask, times: int) -> Mask:
    """Without what is thinner, as though the first and the last slice went on."""
    return ndi.binary_opening(_continued(mask, times + 1), iterations=times)[times + 1 : -times - 1]


def closed(mask: Mask, times: int) -> Mask:
    """With narrow gaps bridged, as though the first and the last slice went on."""
    wide = np.pad(_continued(mask, times + 1), ((0, 0), (times, times), (times, times)))
    wide = ndi.binary_closing(wide, iterations=times)
    return wide[times + 1 : -times - 1, times:-times, times:-times]


def _continued(mask: Mask, slices: int) -> Mask:
    return np.pad(mask, ((slices, slices), (0, 0), (0, 0)), mode="edge")


def grown(mask: Mask, times: int) -> Mask:
    return ndi.binary_dilation(mask, iterations=times)


def shrunk(mask: Mask, times: int) -> Mask:
    return ~ndi.binary_dilation(~mask, iterations=times)


def organ_masks(
    soft_hu: Image, body: Mask, scan: Scan, organs: Mapping[str, Mask]
) -> dict[str, Mask]:
    """The organs of `PAINTED`: where the Hounsfield units within the outline fit."""
    masks: dict[str, Mask] = {}
    for name, part in PAINTED:
        if name not in organs:
            continue
        low, high = scan.windows.get(name, WINDOWS[name])
        mask = organs[name] & body & (soft_hu > low) & (soft_hu < high)
        if part not in AS_THEY_ARE:
            mask = large_parts(smoothed(filled(closed(opened(mask, 1), 2)), 1.0), 100)
        masks[name] = mask
    return masks


def bones(hu: Image, body: Mask, organs: Mapping[str, Mask], brain: Mask) -> Mask:
    """With their marrow."""
    bone = large_parts(body & (hu > BONE_HU), 120)
    for name in ("heart", "kidney_right", "kidney_left", "vessels", "aorta"):
        if name in organs:
            bone &= ~organs[name]
    if "abdomen" in organs:
        bone &= ~shrunk(organs["abdomen"], 3)
    return filled(closed(bone, 1) & body) & (hu > MARROW_HU) & ~brain


def segmented(hu: Image, scan: Scan, outlines: Mapping[str, Mapping[str, str]]) -> Codes:
    """`Part` of each voxel of a CT, (slice, row, column)."""
    organs = {name: outlined(drawn, hu.shape) for name, drawn in outlines.items()}
    empty = np.zeros(hu.shape, dtype=bool)
    hu = hu.copy()
    hu[:, scan.couch_from_row :] = -1024
    body = large_parts(opened(hu > BODY_HU, 1), 3000)
    body = filled(closed(body, 2))
    soft_hu = ndi.gaussian_filter(hu, 0.7)
    masks = organ_masks(soft_hu, body, scan, organs)
    abdomen = organs.get("abdomen", empty) & body

    air = body & (hu < AIR_HU)
    airway = organs.get("airway", empty) & air
    colon = organs.get("colon", empty)
    lungs = air & ~airway & ~colon
    if scan.neck_from is not None:
        lungs[scan.neck_from :] = False
    lungs &= grown(large_parts(shrunk(lungs, 1), 4000), 2)
    lungs = smoothed(closed(lungs, 2) & body & ~colon, 0.6)
    air &= ~lungs & shrunk(body, 2)
    gas = air & ~airway & (grown(abdomen, 5) | colon)
    thorax = hull(lungs) & ~abdomen

    codes = np.where(body, np.uint8(Part.FAT), np.uint8(Part.AIR))
    soft = (soft_hu > SOFT_HU) & shrunk(body, 1)
    codes[soft] = Part.SOFT
    wall = soft & ~abdomen & ~thorax & (soft_hu > -10)
    muscle = large_parts(opened(wall, 1), 300)
    muscle |= wall & grown(muscle, 2)
    if scan.neck_from is not None:
        muscle[scan.neck_from :] = False
    codes[muscle] = Part.MUSCLE
    gut = abdomen & soft
    if scan.fluid:
        water = (abdomen | thorax) & (soft_hu > -20) & (ndi.gaussian_filter(hu, 1.5) < ASCITES_HU)
        water = large_parts(opened(water, 1), 500)
        codes[water] = Part.FLUID
        gut &= ~water
    for mask in masks.values():
        gut &= ~grown(mask, 1)
    gut = large_parts(opened(closed(gut | gas, 1) & (abdomen | gas), 1), 60)
    codes[gut & (codes != Part.FLUID)] = Part.GUT
    codes[air] = Part.AIRWAY
    codes[gas] = Part.GAS
    codes[lungs] = Part.LUNG

    bone = bones(hu, body, organs, masks.get("brain", empty))
    codes[bone] = Part.MARROW
    codes[bone & (hu > CORTEX_HU)] = Part.CORTEX
    for name, part in PAINTED:
        if name in masks:
            codes[masks[name] & ((codes != Part.GAS) | (part == Part.UNCLEAR))] = part
    for name in ("arm_right", "arm_left"):
        if name in organs:
            codes = as_arm(codes, organs[name])
    return codes


ARM = {
    Part.FAT: Part.ARM_FAT,
    Part.MUSCLE: Part.ARM_MUSCLE,
    Part.SOFT: Part.ARM_MUSCLE,
    Part.CORTEX: Part.ARM_BONE,
    Part.MARROW: Part.ARM_BONE,
}


def as_arm(codes: Codes, where: Mask) -> Codes:
    table = np.arange(len(Part), dtype=np.uint8)
    for part, arm in ARM.items():
        table[part] = arm
    return np.where(where, table[codes], codes)


def mesh_man(labels: NDArray[Any], outlines: Mapping[str, Mapping[str, str]]) -> Codes:
    """`Part` of each voxel of the mesh phantom, (slice, row, column), with organs placed in it."""
    bronchi, bones = 4, 7
    organs = {name: outlined(drawn, labels.shape) for name, drawn in outlines.items()}
    body = labels > 0
    heights = np.arange(len(labels))[:, None, None]
    arms = mesh_arms(body)
    depth = np.empty(labels.shape, np.float32)
    trunk = body & ~arms
    for part in (trunk, arms):
        depth[part] = ndi.distance_transform_edt(part)[part]
    lungs = closed(labels == 6, 2)
    abdomen = organs.pop("abdomen") & body
    thorax = hull(lungs) & ~abdomen
    skin = np.where(np.any(abdomen, axis=(1, 2), keepdims=True), 5, 3)

    codes = np.where(body, np.uint8(Part.FAT), np.uint8(Part.AIR))
    codes[depth > skin] = Part.MUSCLE
    codes[(depth > 2) & ((heights > MESH_NECK) | thorax)] = Part.SOFT
    plain = labels == 1
    loops = ndi.gaussian_filter(np.random.default_rng(0).standard_normal(labels.shape), 3)
    kidneys = organs["kidney_right"] | organs["kidney_left"]
    codes[abdomen] = Part.FAT
    codes[abdomen & ~grown(kidneys, 4) & (loops > np.quantile(loops, GUT_LEFT_OUT))] = Part.GUT
    for name, part in PAINTED:
        if name in organs:
            codes[smoothed(organs[name] & plain, 1.0)] = part
    codes[labels == 5] = Part.LIVER
    codes[lungs] = Part.LUNG
    codes[(labels == 2) | (labels == bronchi)] = Part.AIRWAY
    codes[labels == 3] = Part.BRAIN
    bone = labels == bones
    codes[bone] = Part.MARROW
    hard = bone & (ndi.distance_transform_edt(bone) < 1.5)
    codes[hard & ((heights > MESH_CHIN) | (heights < MESH_CROTCH))] = Part.CORTEX
    return as_arm(codes, arms)


MESH_CROTCH, MESH_NECK, MESH_CHIN = 290, 490, 530
"""Slices"""
GUT_LEFT_OUT = 0.4
"""Of the space for bowel, the part that is fat between its loops"""
MESH_ARMS = (
    (230, 44),
    (300, 44),
    (400, 50),
    (444, 53),
    (452, 57),
    (464, 54),
    (474, 50),
    (482, 47),
    (490, 44),
)
"""Slice, and how many columns from the edge of the right arm the trunk begins"""
MESH_MIDDLE = 106


def mesh_arms(body: Mask) -> Mask:
    """The arms hang next to the trunk and join it at the shoulders."""
    arms = np.zeros_like(body)
    at, edge = zip(*MESH_ARMS, strict=True)
    columns = np.arange(int(body.shape[2]))
    for z in range(at[0], at[-1] + 1):
        labels, count = ndi.label(body[z])
        for i in range(1, count + 1):
            part = labels == i
            middle = float(np.nonzero(part)[1].mean())
            if abs(middle - MESH_MIDDLE) > 55 and z < 470:
                arms[z] |= part
        if z >= 425 and count < 3:
            right = np.interp(z, at, edge)
            beyond = (columns < right) | (columns > 2 * MESH_MIDDLE - right)
            arms[z] |= body[z] & beyond
    return arms


def placed(codes: Codes, middle: int, spine: int, slices: int) -> Codes:
    """On the common canvas: the midline in its middle column, the spine in row `SPINE_ROW`."""
    canvas = np.zeros((slices, *CANVAS), dtype=np.uint8)
    rows, columns = SPINE_ROW - spine, CANVAS[1] // 2 - middle
    inside = np.argwhere(codes.any(axis=0))
    (top, left), (bottom, right) = inside.min(axis=0), inside.max(axis=0) + 1
    canvas[: len(codes), top + rows : bottom + rows, left + columns : right + columns] = codes[
        :, top:bottom, left:right
    ]
    return canvas


CANVAS = (152, 232)
"""Rows and columns"""
SPINE_ROW = 112


def trunk_box(plane: Codes) -> tuple[float, float, float, float]:
    """Centre (row, column) and size of a slice of the body without the arms."""
    rows, columns = np.nonzero((plane > 0) & (plane < Part.ARM_FAT))
    return (
        (rows.min() + rows.max()) / 2,
        (columns.min() + columns.max()) / 2,
        float(np.ptp(rows) + 1),
        float(np.ptp(columns) + 1),
    )


def fitted(donor: Codes, donor_slice: int, base: Codes, base_slice: int) -> Codes:
    """The donor, widened so that its trunk at one slice is as large as the base's at another."""
    row, column, height, width = trunk_box(donor[donor_slice])
    row_to, column_to, height_to, width_to = trunk_box(base[base_slice])
    scale = np.array([height / height_to, width / width_to])
    offset = np.array([row, column]) - scale * np.array([row_to, column_to])
    return np.stack(
        [ndi.affine_transform(p, scale, offset, output_shape=CANVAS, order=0) for p in donor]
    )


def between(low: Codes, high: Codes, share: float) -> Codes:
    """A slice between two: each part's outline is interpolated."""
    rows, columns = np.nonzero(low | high)
    box = np.s_[
        max(rows.min() - 2, 0) : rows.max() + 3, max(columns.min() - 2, 0) : columns.max() + 3
    ]
    result = np.zeros_like(low)
    low, high, inside = low[box], high[box], result[box]
    best = np.full(low.shape, -np.inf, np.float32)
    for part in np.union1d(np.unique(low), np.unique(high)):
        depth = (1 - share) * signed_distance(low == part) + share * signed_distance(high == part)
        inside[depth > best] = part
        best = np.maximum(best, depth)
    return result


def joined(lower: Codes, lower_at: int, upper: Codes, upper_at: int, half: int) -> Codes:
    """One body of two, changing over within `half` slices of a level that both show."""
    zone = [
        between(lower[lower_at + i], upper[upper_at + i], (i + half + 0.5) / (2 * half))
        for i in range(-half, half)
    ]
    return np.concatenate([lower[: lower_at - half], np.stack(zone), upper[upper_at + half :]])


def fattened(legs: Codes, thickness_mm: float) -> Codes:
    """The mesh's legs with fat as thick as this where they are thickest."""
    depth = ndi.distance_transform_edt(legs > 0) * STEP_MM
    share = np.minimum(np.arange(len(legs)) / MESH_CROTCH, 1)[:, None, None]
    return np.where((legs == Part.MUSCLE) & (depth < share * thickness_mm), Part.FAT, legs)


THIGH_FAT_MM = 20.0


def whole_bodies(parts: Mapping[str, Codes]) -> dict[str, Codes]:
    """The bodies from foot to head on the common canvas."""
    mesh = placed(parts["mesh"], 106, 66, len(parts["mesh"]))
    armless = np.where(mesh >= Part.ARM_FAT, np.uint8(Part.AIR), mesh)
    lower = placed(parts["acrin_lower"], 77, 105, 140)
    upper = placed(parts["acrin_upper"], 78, 106, 140)
    chest = placed(parts["chest"], 76, 97, len(parts["chest"]))
    ascites = placed(parts["ascites"], 88, 110, len(parts["ascites"]))
    gap = [between(lower[-1], upper[0], i / 18) for i in range(1, 18)]
    acrin = np.concatenate([lower, np.stack(gap), upper])
    legs = fitted(fattened(armless, THIGH_FAT_MM), 311, acrin, 5)
    acrin = joined(legs, 311, acrin, 5, 5)
    first = 311 - 5  # of the CT in the whole body
    below = fitted(acrin, first + 94, chest, 8)
    top = fitted(acrin, first + 157 + 28, chest, 93)
    man = joined(chest, 93, top, first + 157 + 28, 7)
    man = joined(below, first + 94, man, 8, 7)
    at = first + 94 - 8 + 54  # slice 54 of the chest CT
    top = fitted(man, at, ascites, 153)
    woman = joined(ascites, 153, top, at, 6)
    legs = fitted(fattened(armless, 1.5 * THIGH_FAT_MM), 290, ascites, 5)
    woman = joined(legs, 290, woman, 5, 5)
    return {"slim": acrin, "mesh": mesh, "broad": man, "ascites": woman}


def blunted(codes: Codes) -> Codes:
    """No face: what is hollow above the chin is filled with fat, what stands out is cut off."""
    codes = np.pad(codes, ((0, 10), (0, 0), (0, 0)))  # air above the crown
    result = codes.copy()
    brain = np.nonzero((codes == Part.BRAIN).any(axis=(1, 2)))[0]
    first = int(brain[0]) - round(FACE_MM / STEP_MM)
    head = (codes[first:] > 0) & (codes[first:] < Part.ARM_FAT)
    smooth = ndi.gaussian_filter(closed(head, 8).astype(np.float32), (4, 4, 4)) > 0.5
    smooth[:4] = head[:4]
    inner = (
        np.isin(codes[first:], (Part.BRAIN, Part.CORTEX))
        & (np.arange(first, len(codes)) >= brain[0] + 8)[:, None, None]
    )
    part = result[first:]
    part[smooth & (part == Part.AIR)] = Part.FAT
    part[head & ~smooth & ~inner] = Part.AIR
    return result


FACE_MM = 100.0
"""From the lowest part of the brain down to the chin"""


def with_left_ventricle(codes: Codes) -> Codes:
    """The wall of the left ventricle, a shell that we place in the heart: a CT hardly shows it."""
    heart = codes == Part.HEART
    index = np.argwhere(heart) * STEP_MM
    size = (len(index) * STEP_MM**3 / 1000 / 650) ** (1 / 3)  # 650 mL: a usual heart with its blood
    axis = np.array(VENTRICLE_AXIS) / np.linalg.norm(VENTRICLE_AXIS)
    from_centre = index - index.mean(axis=0) - size * np.array(VENTRICLE_FROM_CENTRE_MM)
    along = from_centre @ axis
    across = np.linalg.norm(from_centre - along[:, None] * axis, axis=1)
    long, short = (np.array(VENTRICLE_MM) * size).tolist()
    wall = WALL_MM * size
    outer = (along / long) ** 2 + (across / short) ** 2 < 1
    inner = (along / (long - wall)) ** 2 + (across / (short - wall)) ** 2 < 1
    shell = outer & ~inner & (along > -0.5 * long)
    result = codes.copy()
    result[tuple((index[shell] / STEP_MM).round().astype(int).T)] = Part.MYOCARDIUM
    return result


VENTRICLE_AXIS = (-0.5, -0.6, 0.62)
"""From base to apex (to the head, to the back, to the left)"""
VENTRICLE_FROM_CENTRE_MM = (-8.0, 7.0, 14.0)
VENTRICLE_MM, WALL_MM = (46.0, 33.0), 11.0
"""Half axes along and across"""


def coarser(codes: Codes) -> Codes:
    """On cells of `CELL_MM`: what the surroundings of each cell's centre consist of most."""
    scale = CELL_MM / STEP_MM
    shape = tuple(int(n / scale) for n in codes.shape)
    best = np.zeros(shape, np.float32)
    result = np.zeros(shape, np.uint8)
    for i, box in enumerate(ndi.find_objects(codes.astype(np.int32) + 1)):
        if box is None:
            continue
        low = np.array([max(int((s.start - 4) / scale), 0) for s in box])
        high = np.array(
            [min(int((s.stop + 4) / scale) + 1, n) for s, n in zip(box, shape, strict=True)]
        )
        inside = tuple(slice(max(s.start - 4, 0), s.stop + 4) for s in box)
        share = ndi.gaussian_filter((codes[inside] == i).astype(np.float32), 0.7)
        share = ndi.affine_transform(
            share,
            np.full(3, scale),
            low * scale - [s.start for s in inside],
            output_shape=tuple(high - low),
            order=1,
            mode="nearest",
        )
        where = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
        more = share > best[where]
        result[where][more] = i
        best[where][more] = share[more]
    return result


def main(folder: Path) -> None:
    outlines = tomllib.loads((Path(__file__).parent / "outlines.toml").read_text("utf-8"))
    parts: dict[str, Codes] = {}
    for name, scan in SCANS.items():
        image: Any = SimpleITK.ReadImage(str(folder / scan.file))
        hu = SimpleITK.GetArrayFromImage(image).astype(np.float32)
        parts[name] = segmented(hu, scan, outlines[name])
    mesh = np.load(folder / "mesh50_xcat_labels_3mm.npz")["labels"]
    parts["mesh"] = mesh_man(mesh, outlines["mesh"])
    TARGET.mkdir(exist_ok=True)
    for name, body in whole_bodies(parts).items():
        store(name, body)


def store(name: str, body: Codes) -> None:
    """The body on cells of 4 mm, cut to what it fills."""
    codes = coarser(with_left_ventricle(blunted(body)))
    step = CELL_MM
    head = np.nonzero(((codes > 0) & (codes < Part.ARM_FAT)).any(axis=(1, 2)))[0]
    filled_cells = np.argwhere(codes)
    low, high = filled_cells.min(axis=0), filled_cells.max(axis=0) + 1
    origin = (
        low - (int(head[-1]), ORIGIN_ROW * STEP_MM / step, CANVAS[1] / 2 * STEP_MM / step)
    ) * step
    codes = codes[low[0] : high[0], low[1] : high[1], low[2] : high[2]]
    np.savez_compressed(
        TARGET / f"{name}.npz", parts=codes, first_cell_xyz_mm=origin[::-1].astype(np.float32)
    )


ORIGIN_ROW = SPINE_ROW - 20
"""60 mm in front of the spine"""

if __name__ == "__main__":
    main(Path(sys.argv[1]))
