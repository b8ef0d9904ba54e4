"""Foreign examinations from seeds: who is scanned, how, what goes wrong, and the truth about it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.errors import StationError
from station.lab.foreign.anatomy.canvas import AIR_HU
from station.lab.foreign.bodies import Body, geometry_of, make_body
from station.lab.foreign.people import Build, Uptake, drawn_build, drawn_uptake
from station.lab.foreign.rule import BEST, Wrong, grade_of, overall, quality_of, severity_of
from station.lab.foreign.scan import (
    Method,
    Projector,
    Protocol,
    Scene,
    expected,
    filtered,
    measured,
    projector,
    reconstructed,
)
from station.lab.foreign.shapes import Axes, Floats, smooth_field
from station.lab.runs import in_processes
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.progress import Report, silent
from station.quality.organs import Tissue
from station.whole_file import whole_file, writing

ndimage: Any = untyped_ndimage  # its own types are incomplete

FORMAT = "station-foreign-case-2"
SUFFIX = ".foreign.npz"
STREAM = 7919
"""Of the random numbers: the seeds of other generators give other patients"""

BORE_MM = 700.0
RING_MM = 420.0
"""Radius of the detectors' ring"""
SHORTEST_S, LONGEST_S = 8.0, 1500.0
"""A bed"""
AROUND_MM = 35.0
"""Reconstructed around the patient"""
SLAB = 13
"""Slices of the liver of which it is found out how long a scan has to be"""

MAIN = {
    Wrong.COUNTS: 0.28,
    Wrong.BLUR: 0.10,
    Wrong.MOTION: 0.13,
    Wrong.MISALIGNMENT: 0.11,
    Wrong.TRUNCATION: 0.07,
    Wrong.DETECTORS: 0.11,
    Wrong.UPTAKE: 0.06,
    Wrong.MUSCLES: 0.08,
    Wrong.EXTRAVASATION: 0.06,
}
"""How often each is the worst"""
SECOND_CAUSE = 0.25
"""Share of the cases with another one, not as bad"""


@dataclass(frozen=True)
class Facts:
    """The truth about a case, except where its organs are."""

    seed: int
    grade: int
    """1 to 5, by the written rule"""
    quality: float
    """0.55 to 5.45, of which the grade is the nearest whole number"""
    causes: Mapping[str, float]
    """Severity of each cause of `Wrong` that lowers the quality below 5, in its unit"""
    main_cause: str
    """Empty: grade 5"""
    liver_noise_percent: float
    """In the image that is read: on the voxels of the file"""
    liver_mm: tuple[float, float, float]
    """LPS of the place in the liver that is farthest from its edges and lesions"""
    liver_suv: float
    """Of its activity"""
    arms_up: bool
    woman: bool
    weight_kg: float
    height_m: float
    dose_mbq: float
    uptake_min: float
    bed_s: float
    method: str
    voxel_mm: float
    slice_mm: float
    resolution_mm: float
    head: str
    """"vertex", "eyes" or "skull base": where the scan ends"""
    lesions: int

    @property
    def name(self) -> str:
        return f"foreign patient {self.seed}"


@dataclass(frozen=True, eq=False)
class ForeignCase:
    """An examination as a station receives it, and what is true of it."""

    facts: Facts
    pet: Volume
    """SUVbw"""
    ct: Volume
    """HU, in the PET's frame of reference, as it corrected the PET's attenuation"""
    organs: NDArray[np.uint8]
    """Codes of `Tissue` on the grid of `places`"""
    places: Geometry

    @property
    def grade(self) -> int:
        return self.facts.grade

    @property
    def quality(self) -> float:
        return self.facts.quality

    @property
    def causes(self) -> Mapping[str, float]:
        return self.facts.causes

    @property
    def liver_mm(self) -> tuple[float, float, float]:
        return self.facts.liver_mm

    @property
    def arms_up(self) -> bool:
        return self.facts.arms_up

    def tissues(self, grid: Geometry) -> NDArray[np.uint8]:
        """`Tissue` at the centre of each voxel of a grid, (slice, row, column); AIR outside."""
        result = np.zeros(grid.shape, np.uint8)
        rows, columns = np.mgrid[: grid.shape[1], : grid.shape[2]]
        for number in range(grid.shape[0]):
            index = np.stack([np.full(rows.shape, number), rows, columns], axis=-1)
            at = np.rint(self.places.to_index(grid.to_patient(index))).astype(np.int64)
            there = ((at >= 0) & (at < self.places.shape)).all(axis=-1)
            result[number][there] = self.organs[tuple(at[there].T)]
        return result

    def tissue_at(self, place_mm: Sequence[float]) -> Tissue:
        index = self.places.voxel_at(place_mm)
        return Tissue.AIR if index is None else Tissue(int(self.organs[index]))


# --- what is planned ----------------------------------------------------------------------------


def foreign_case(seed: int) -> ForeignCase:
    """The examination of a seed, always the same."""
    rng = np.random.default_rng([STREAM, seed])
    build = drawn_build(rng)
    wanted = _drawn_causes(rng)
    if Wrong.EXTRAVASATION in wanted and build.arms_up and rng.random() < 0.7:
        build = replace(build, arms_up=False)
    uptake = _drawn_uptake(wanted, rng)
    body = make_body(build, uptake, rng)
    protocol = _drawn_protocol(wanted, rng)
    return _Examination(seed, body, protocol, wanted, rng).case()


def _drawn_causes(rng: np.random.Generator) -> dict[Wrong, float]:
    """Severities, so that each grade is as frequent as the others."""
    quality = float(rng.integers(1, 6) + rng.uniform(-0.45, 0.45))
    causes = list(MAIN)
    main = causes[int(rng.choice(len(causes), p=list(MAIN.values())))]
    wanted = {main: severity_of(main, quality)}
    if rng.random() < SECOND_CAUSE:
        second = causes[int(rng.integers(len(causes)))]
        if second not in wanted:
            wanted[second] = severity_of(second, float(rng.uniform(min(quality + 0.5, BEST), BEST)))
    # Noise and blur are always there.
    for always, least in ((Wrong.COUNTS, 3.0), (Wrong.BLUR, 3.3)):
        if always not in wanted:
            better = float(rng.uniform(max(min(quality + 0.3, 5.2), least), BEST))
            wanted[always] = severity_of(always, better)
    return wanted


def _drawn_uptake(wanted: Mapping[Wrong, float], rng: np.random.Generator) -> Uptake:
    uptake = drawn_uptake(rng)
    early = wanted.get(Wrong.UPTAKE, 0.0)
    if early:
        # Blood falls with about the 0.6th power of time; what traps FDG has trapped less of it.
        blood = (60 / (60 - early)) ** 0.6
        trapped = ((60 - early) / 60) ** 0.6
        uptake = replace(
            uptake,
            blood=uptake.blood * blood,
            liver=uptake.liver * (1 + 0.5 * (blood - 1)),
            spleen=uptake.spleen * (1 + 0.7 * (blood - 1)),
            lung=uptake.lung * (1 + 0.7 * (blood - 1)),
            kidney=uptake.kidney * (1 + 0.7 * (blood - 1)),
            muscle=uptake.muscle * (1 + 0.15 * (blood - 1)),
            cortex=uptake.cortex * trapped,
            myocardium=max(uptake.blood * blood, uptake.myocardium * trapped),
            bladder=uptake.bladder * trapped**2,
        )
    ratio = wanted.get(Wrong.MUSCLES)
    if ratio is not None and ratio * uptake.liver > uptake.muscle:
        liver = uptake.liver / (1 + 0.35 * ratio)
        uptake = replace(
            uptake,
            liver=liver,
            muscle=ratio * liver,
            blood=uptake.blood / (1 + 0.25 * ratio),
            cortex=uptake.cortex / (1 + 0.3 * ratio),
            myocardium=uptake.myocardium * float(rng.uniform(0.8, 1.6)),
        )
    return uptake


def _drawn_protocol(wanted: Mapping[Wrong, float], rng: np.random.Generator) -> Protocol:
    method = Method(str(rng.choice([str(m) for m in Method], p=[0.25, 0.5, 0.25])))
    voxel = float(np.round(rng.uniform(2.0, 5.5), 2))
    fine = voxel < 2.7
    slices = float(np.round(rng.uniform(3.0 if fine else 2.0, 5.0), 2))
    field = float(rng.uniform(500, 600 if fine else 700))
    psf = float(rng.uniform(4.5, 7.0))
    width = max(wanted[Wrong.BLUR] ** 2 - psf**2 - (0.6 * voxel) ** 2, 0.0) ** 0.5
    iterations, subsets = {
        Method.FBP: (1, 1),
        Method.OSEM: ((2, 8), (3, 8), (2, 14), (3, 12))[int(rng.integers(4))],
        Method.PENALISED: (4, 12),
    }[method]
    return Protocol(
        method,
        voxel,
        slices,
        field,
        angles=int(rng.choice([72, 84, 96])),
        psf_mm=psf,
        filter_mm=float(width),
        axial_filter_mm=float(rng.choice([0.0, 4.0, 6.5])) if width < 9 else float(width),
        iterations=iterations,
        subsets=subsets,
        penalty=float(rng.uniform(0.5, 2.0)) if method is Method.PENALISED else 0.0,
        bed_s=120.0,
        bed_mm=float(rng.uniform(110, 170)),
        scatter_fraction=float(rng.uniform(0.3, 0.55)),
        randoms_fraction=float(rng.uniform(0.15, 0.9)),
        scatter_error=float(rng.normal(0, 0.05)),
    )


# --- the scan -----------------------------------------------------------------------------------


class _Examination:
    """One scan, (row, column, slice) on the camera's grid."""

    def __init__(
        self,
        seed: int,
        body: Body,
        protocol: Protocol,
        wanted: Mapping[Wrong, float],
        rng: np.random.Generator,
    ) -> None:
        self.seed, self.body, self.rng, self.wanted = seed, body, rng, wanted
        pixel = protocol.voxel_mm if protocol.voxel_mm > 4.3 else float(rng.uniform(4.3, 5.0))
        self.out_slice_mm = protocol.slice_mm
        # Thin slices are interpolated from thicker ones, as small pixels are.
        self.protocol = replace(protocol, slice_mm=max(protocol.slice_mm, 3.2))
        pixels = int(BORE_MM / pixel)
        self.pixel_mm = pixel
        middle = (pixels - 1) / 2
        across, down = rng.normal(0, 6), rng.normal(0, 10)
        reach = None
        if protocol.method is not Method.FBP:  # iterations take time: only around the patient
            there = [np.flatnonzero((body.tissue > 0).any(axis=axes)) for axes in ((0, 2), (0, 1))]
            rows, columns = (
                float(np.abs(axis[place] - off).max())
                for axis, place, off in zip(
                    (body.axes.y_mm, body.axes.x_mm), there, (down, across), strict=True
                )
            )
            reach = rows + AROUND_MM, columns + AROUND_MM
        self.camera: Projector = projector(pixels, pixel, protocol.angles, reach)
        ends = float(body.axes.z_mm[0]), float(body.axes.z_mm[-1])
        side = (np.arange(pixels) - middle) * pixel
        self.axes = Axes(
            np.arange(ends[0], ends[1], self.protocol.slice_mm, dtype=np.float32),
            (side + down).astype(np.float32),
            (side + across).astype(np.float32),
        )
        self.severities: dict[Wrong, float] = {Wrong.BLUR: protocol.resolution_mm}

    def case(self) -> ForeignCase:
        body, rng, wanted = self.body, self.rng, self.wanted
        activity, depot = self._with_depot(body.suv.copy())
        breath = rng.uniform(3, 14)
        suv = self._on_camera(self._breathing(activity, breath), 0.0)
        hu_ct, shown_hu = self._ct(rng.normal(0, 3))
        hu = self._on_camera(body.hu, AIR_HU)
        scenes = self._scenes(suv, hu)
        lost = self._lost()
        seconds, noise = self._seconds(suv, hu)
        protocol = replace(self.protocol, bed_s=seconds)
        data = expected(scenes, hu_ct, protocol, self.camera, lost)
        image = reconstructed(measured(data, rng), data, protocol, self.camera)
        image = filtered(image, protocol, self.pixel_mm)
        if not (protocol.method is Method.FBP and rng.random() < 0.5):
            np.maximum(image, 0, out=image)
        pet = self._written(image)
        self.severities[Wrong.COUNTS] = noise
        for told in (Wrong.UPTAKE, Wrong.MUSCLES):
            if told in wanted:
                self.severities[told] = wanted[told]
        if Wrong.MUSCLES in wanted:
            self.severities[Wrong.MUSCLES] = body.uptake.muscle / body.uptake.liver
        facts = self._facts(noise, seconds)
        tissue = (
            body.tissue if depot is None else np.where(depot, np.uint8(Tissue.LESION), body.tissue)
        )
        return ForeignCase(facts, pet, shown_hu, tissue.astype(np.uint8), body.geometry)

    # -- grids --

    def _on_camera(self, field: Floats, outside: float) -> Floats:
        """(row, column, slice) of a field on the body's grid, linearly interpolated."""
        result = field.transpose(1, 2, 0)
        for axis, (own, there) in enumerate(
            zip(
                (self.axes.y_mm, self.axes.x_mm, self.axes.z_mm),
                (self.body.axes.y_mm, self.body.axes.x_mm, self.body.axes.z_mm),
                strict=True,
            )
        ):
            result = _along(result, axis, (own - there[0]) / (there[1] - there[0]), outside)
        return result

    def _written(self, image: Floats) -> Volume:
        """As the files have it."""
        axes, voxels = self._interpolated(image)
        # As half floats keep it, so that a case from the disk is the same.
        voxels = np.ascontiguousarray(voxels).astype(np.float16).astype(np.float32)
        return Volume(voxels, geometry_of(axes), Unit.SUV_BW, Provenance("Foreign case"))

    def _interpolated(self, image: Floats) -> tuple[Axes, Floats]:
        """On the grid of the files: field, voxel and slice of the protocol."""
        protocol = self.protocol
        count = int(protocol.field_mm / protocol.voxel_mm)
        side = (np.arange(count) - (count - 1) / 2) * protocol.voxel_mm
        z = np.arange(float(self.axes.z_mm[0]), float(self.axes.z_mm[-1]), self.out_slice_mm)
        x0, y0 = float(self.axes.x_mm.mean()), float(self.axes.y_mm.mean())
        axes = Axes(
            z.astype(np.float32), (side + y0).astype(np.float32), (side + x0).astype(np.float32)
        )
        image = _along(image, 2, (axes.z_mm - self.axes.z_mm[0]) / protocol.slice_mm, 0.0)
        voxels = image.transpose(2, 0, 1)
        for axis, own, there in ((1, axes.y_mm, self.axes.y_mm), (2, axes.x_mm, self.axes.x_mm)):
            voxels = _along(voxels, axis, (own - there[0]) / self.pixel_mm, 0.0)
        return axes, voxels

    # -- what goes wrong --

    def _with_depot(self, suv: Floats) -> tuple[Floats, NDArray[np.bool_] | None]:
        """Some of the dose stays in an arm."""
        share = self.wanted.get(Wrong.EXTRAVASATION)
        if share is None:
            return suv, None
        body, rng = self.body, self.rng
        side = float(rng.choice([-1, 1]))
        axes = body.axes
        arms = body.tissue == Tissue.ARMS
        arms &= (side * axes.x_mm > 0)[None, None, :]
        heights = np.flatnonzero(arms.any(axis=(1, 2)))
        if not len(heights):
            return suv, None
        # Near the end of the arm that is in view: elbow or forearm.
        order = heights if not body.build.arms_up else heights[::-1]
        level = int(order[int(len(order) * rng.uniform(0.15, 0.5))])
        rows, columns = np.nonzero(arms[level])
        z, y, x = (
            float(axes.z_mm[level]),
            float(axes.y_mm[rows].mean()) - 10,
            float(axes.x_mm[columns].mean()),
        )
        zz, yy, xx = axes.within(np.s_[:, :, :])
        size = float(rng.uniform(12, 24))
        depot = ((zz - z) / (1.8 * size)) ** 2 + ((yy - y) / size) ** 2 + ((xx - x) / size) ** 2 < 1
        depot &= arms
        voxel_ml = float(np.prod(axes.step_mm)) / 1000
        grams = body.build.weight_kg * 1000
        suv = suv * np.float32(1 - share / 100)
        suv[depot] += np.float32(share / 100 * grams / max(depot.sum() * voxel_ml, 1.0))
        self.severities[Wrong.EXTRAVASATION] = share
        return suv, depot

    def _breath(self, amount_mm: float) -> Floats:
        """By how much each of the body's slices is moved to the head, mm."""
        z = self.body.axes.z_mm
        return (amount_mm * np.exp(-(((z - self.body.dome_mm + 20) / 75) ** 2))).astype(np.float32)

    def _breathing(self, suv: Floats, amount_mm: float) -> Floats:
        """The mean over a breath, most of which is spent breathing out."""
        step = self.body.axes.step_mm[0]
        at = np.arange(len(suv), dtype=np.float32)
        total = np.zeros_like(suv)
        for share, part in ((0.5, 0.0), (0.3, -0.5), (0.2, -1.0)):
            total += np.float32(share) * _along(
                suv, 0, at - self._breath(part * amount_mm) / step, None
            )
        return total

    def _ct(self, breath_mm: float) -> tuple[Floats, Volume]:
        """The CT that corrects attenuation: on the camera's grid, and as it is shown."""
        body, rng = self.body, self.rng
        hu = body.hu
        axes = body.axes
        at = np.arange(len(hu), dtype=np.float32)
        moved = self.wanted.get(Wrong.MISALIGNMENT)
        if moved is not None:
            self.severities[Wrong.MISALIGNMENT] = moved
            if rng.random() < 0.45:  # another breath
                breath_mm = moved * float(rng.choice([-1, 1], p=[0.75, 0.25]))
            else:  # the patient moved between CT and PET
                direction = rng.normal(0, 1, 2) * (1.0, 0.5)
                direction *= moved / np.linalg.norm(direction)
                hu = _displaced(hu, axes, direction[::-1], self._region(rng))
        hu = _along(hu, 0, at - self._breath(breath_mm) / axes.step_mm[0], None)
        cut = self.wanted.get(Wrong.TRUNCATION)
        if cut is not None:
            hu = self._truncated(hu, cut)
        noise = smooth_field(axes, 7.0, rng) * np.float32(rng.uniform(6, 20))
        shown = np.clip(np.rint(np.where(hu > AIR_HU + 5, hu + noise, AIR_HU)), -1024, 3071)
        volume = Volume(
            shown.astype(np.int16), geometry_of(axes), Unit.HU, Provenance("Foreign case")
        )
        return self._on_camera(hu, AIR_HU), volume

    def _truncated(self, hu: Floats, share_percent: float) -> Floats:
        """Without what is outside the circle that leaves out this much of the widest sections."""
        axes = self.body.axes
        inside = self.body.tissue > 0
        whole = inside.sum(axis=(1, 2))
        radius = np.hypot(axes.y_mm[:, None], axes.x_mm[None, :])
        worst = max(1, len(hu) // 10)
        best = hu
        for limit in np.arange(float(np.abs(axes.x_mm).max()), 90.0, -6.0):
            out = radius > limit
            cut = 100 * (inside & out).sum(axis=(1, 2)) / np.maximum(whole, 1)
            reached = float(np.sort(cut)[-worst:].mean())
            best = np.where(out[None], np.float32(AIR_HU), hu)
            if reached >= share_percent:
                self.severities[Wrong.TRUNCATION] = reached
                break
        return best

    def _region(self, rng: np.random.Generator) -> Floats:
        """How far each slice takes part in a movement: all, the head, the chest and above."""
        z, body = self.body.axes.z_mm, self.body
        from_mm = {
            "all": -1e4,
            "head": body.neck_mm,
            "upper": body.dome_mm - 40.0,
        }[str(rng.choice(["all", "head", "upper"], p=[0.4, 0.2, 0.4]))]
        return (1 / (1 + np.exp(-np.clip((z - from_mm) / 14.0, -50, 50)))).astype(np.float32)

    def _scenes(self, suv: Floats, hu: Floats) -> tuple[Scene, ...]:
        moved = self.wanted.get(Wrong.MOTION)
        if moved is None:
            return (Scene(1.0, suv, hu),)
        rng = self.rng
        direction = rng.normal(0, 1, 2) * (1.0, 0.4)
        direction *= moved / np.linalg.norm(direction)
        region = np.interp(self.axes.z_mm, self.body.axes.z_mm, self._region(rng))
        share = float(rng.uniform(0.25, 0.5))
        self.severities[Wrong.MOTION] = moved
        there = [
            _displaced(
                field.transpose(2, 0, 1), self.axes, direction[::-1], region.astype(np.float32)
            ).transpose(1, 2, 0)
            for field in (suv, hu)
        ]
        return Scene(1 - share, suv, hu), Scene(share, there[0], there[1])

    def _lost(self) -> Floats | None:
        """Blocks of detectors of a part of every bed's rings see nothing."""
        percent = self.wanted.get(Wrong.DETECTORS)
        if percent is None:
            return None
        rng, camera = self.rng, self.camera
        self.severities[Wrong.DETECTORS] = percent
        blocks = 1 if percent < 3 else int(rng.integers(1, 4))
        width = np.radians(180 * percent / 100) / blocks
        phi = ((np.arange(camera.angles) + 0.5) * np.pi / camera.angles)[:, None]
        offset = (np.arange(camera.bins) - (camera.bins - 1) / 2)[None, :] * camera.pixel_mm
        opening = np.arccos(np.clip(offset / RING_MM, -1, 1))
        dead = np.zeros((camera.angles, camera.bins), np.bool_)
        for place in rng.uniform(0, 2 * np.pi, blocks):
            for end in (phi + opening, phi - opening):
                away = np.abs((end - place + np.pi) % (2 * np.pi) - np.pi)
                dead |= away < width / 2
        bed = np.mod(self.axes.z_mm / self.protocol.bed_mm, 1.0)
        start, length = rng.uniform(0, 1), rng.uniform(0.3, 1.0)
        rings = np.mod(bed - start, 1.0) < length
        return (dead[:, :, None] & rings[None, None, :]).astype(np.float32)

    def _seconds(self, suv: Floats, hu: Floats) -> tuple[float, float]:
        """Time of a bed, and the noise in the liver that it leaves, %."""
        body = self.body
        liver = self._on_camera((body.tissue == Tissue.LIVER).astype(np.float32), 0.0) > 0.99
        liver = ndimage.binary_erosion(liver, iterations=2)
        middle = int(np.argmax(liver.sum(axis=(0, 1))))
        slab = slice(max(0, middle - SLAB // 2), middle + SLAB // 2 + 1)
        inner = slice(3, -3)
        protocol = self.protocol
        data = expected(
            (Scene(1.0, suv[..., slab], hu[..., slab]),), hu[..., slab], protocol, self.camera
        )
        images = [
            filtered(
                reconstructed(measured(data, rng), data, protocol, self.camera),
                protocol,
                self.pixel_mm,
            )
            for rng in (self.rng, None)
        ]
        seen, difference = (np.zeros(liver.shape, np.float32) for _ in range(2))
        seen[..., slab][..., inner] = liver[..., slab][..., inner]
        difference[..., slab][..., inner] = (images[0] - images[1])[..., inner]
        # As in the files: their interpolation smooths, too.
        noise = self._interpolated(difference)[1][self._interpolated(seen)[1] > 0.99]
        level = images[1][..., inner][liver[..., slab][..., inner]].mean()
        percent = 100 * float(noise.std() / max(level, 1e-3))
        seconds = protocol.bed_s * (percent / self.wanted[Wrong.COUNTS]) ** 2
        seconds = float(np.clip(seconds, SHORTEST_S, LONGEST_S))
        return seconds, percent * (protocol.bed_s / seconds) ** 0.5

    # -- the truth --

    def _facts(self, noise: float, seconds: float) -> Facts:
        body, build = self.body, self.body.build
        qualities = {
            wrong: quality_of(wrong, severity) for wrong, severity in self.severities.items()
        }
        quality = overall(self.severities)
        worst = min(qualities, key=lambda wrong: qualities[wrong])
        liver = body.tissue == Tissue.LIVER
        box = ndimage.find_objects(liver.astype(np.uint8))[0]
        depth = ndimage.distance_transform_edt(np.pad(liver[box], 1), body.axes.step_mm)
        place = np.unravel_index(int(depth.argmax()), depth.shape)
        z, y, x = (
            float(axis[side.start + index - 1])
            for axis, side, index in zip(
                (body.axes.z_mm, body.axes.y_mm, body.axes.x_mm), box, place, strict=True
            )
        )
        return Facts(
            seed=self.seed,
            grade=grade_of(quality),
            quality=quality,
            causes={
                str(wrong): severity
                for wrong, severity in self.severities.items()
                if qualities[wrong] < 4.5
            },
            main_cause=str(worst) if qualities[worst] < 4.5 else "",
            liver_noise_percent=noise,
            liver_mm=(x, y, z),
            liver_suv=float(body.suv[liver].mean()),
            arms_up=build.arms_up,
            woman=build.woman,
            weight_kg=round(build.weight_kg, 1),
            height_m=round(build.stature_mm / 1000, 2),
            dose_mbq=round(3.5 * build.weight_kg, 1),
            uptake_min=60.0 - self.wanted.get(Wrong.UPTAKE, 0.0),
            bed_s=seconds,
            method=str(self.protocol.method),
            voxel_mm=self.protocol.voxel_mm,
            slice_mm=self.out_slice_mm,
            resolution_mm=self.protocol.resolution_mm,
            head=_end_of(build),
            lesions=len(body.lesions),
        )


def _end_of(build: Build) -> str:
    at = build.top_mm / build.stature_mm
    return "vertex" if at > 0.98 else "eyes" if at > 0.93 else "skull base"


def _along(
    field: Floats, axis: int, at: NDArray[np.floating[Any]], outside: float | None
) -> Floats:
    """Linear interpolation at fractional indices of one axis; None: the end's value outside."""
    last = field.shape[axis] - 1
    inner = np.clip(at, 0, last - 1e-3)
    low = inner.astype(np.int64)
    share = (inner - low).astype(np.float32).reshape([-1 if k == axis else 1 for k in range(3)])
    first = np.take(field, low, axis)
    result = first + (np.take(field, low + 1, axis) - first) * share
    if outside is not None:
        beyond = (at < -0.5) | (at > last + 0.5)
        if beyond.any():
            result[(slice(None),) * axis + (beyond,)] = outside
    return np.asarray(result, np.float32)


def _displaced(field: Floats, axes: Axes, shift_mm: NDArray[np.float64], region: Floats) -> Floats:
    """(slice, row, column), each slice moved by (row, column) mm as far as it takes part."""
    result = field.copy()
    for number, part in enumerate(region):
        if part > 0.02:
            shift = part * shift_mm / np.array(axes.step_mm[1:])
            result[number] = ndimage.shift(field[number], shift, order=1, mode="nearest")
    return result


# --- on disk ------------------------------------------------------------------------------------


def foreign_path(folder: Path, seed: int) -> Path:
    return folder / f"{seed:07d}{SUFFIX}"


def save_foreign_case(case: ForeignCase, folder: Path) -> Path:
    """Write a case into the folder, completely or not at all. Raises StationError."""
    path = foreign_path(folder, case.facts.seed)
    facts = json.dumps({"format": FORMAT, **asdict(case.facts)})
    with writing(path), whole_file(path) as part, part.open("wb") as file:
        np.savez(
            file,
            facts=np.frombuffer(facts.encode(), np.uint8),
            pet=case.pet.voxels.astype(np.float16),
            pet_affine=case.pet.affine,
            ct=case.ct.voxels,
            ct_affine=case.ct.affine,
            organs=case.organs,
            places=case.places.affine,
        )
    return path


def load_foreign_case(path: Path) -> ForeignCase:
    """Raises StationError if the file cannot be read or is not a foreign case."""
    try:
        with np.load(path) as file:
            values: dict[str, Any] = json.loads(bytes(file["facts"]).decode())
            if values.pop("format") != FORMAT:
                raise StationError(f"{path} is of another version. Remove it.")
            values["liver_mm"] = tuple(values["liver_mm"])
            pet, ct, organs = file["pet"].astype(np.float32), file["ct"], file["organs"]
            grids = [
                Geometry(array.shape, file[name])
                for array, name in ((pet, "pet_affine"), (ct, "ct_affine"), (organs, "places"))
            ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StationError(f"{path} cannot be read as a foreign case: {error}") from error
    where = Provenance("Foreign case")
    return ForeignCase(
        Facts(**values),
        Volume(pet, grids[0], Unit.SUV_BW, where),
        Volume(ct, grids[1], Unit.HU, where),
        organs,
        grids[2],
    )


def make_foreign_cases(
    seeds: Sequence[int], folder: Path, *, jobs: int = 1, report: Report = silent
) -> list[Path]:
    """The files of the cases of these seeds, in their order; those that are missing are made.

    `jobs` processes work at the same time. Raises StationError, Cancelled.
    """
    missing = [seed for seed in seeds if not foreign_path(folder, seed).exists()]

    def left(count: int) -> None:
        done = len(seeds) - count
        report(done / len(seeds), f"Scanning {min(done + 1, len(seeds))} of {len(seeds)}")

    work = partial(_make, folder)
    if jobs > 1 and missing:
        for _ in in_processes(work, missing, jobs, left):
            pass
    else:
        for number, seed in enumerate(missing):
            left(len(missing) - number)
            work(seed)
    return [foreign_path(folder, seed) for seed in seeds]


def _make(folder: Path, seed: int) -> None:
    save_foreign_case(foreign_case(seed), folder)
