"""Label maps of virtual and of real bodies for the finder's training, made once and kept."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from station.lab.real_organs import real_organs
from station.lab.runs import in_processes
from station.lab.true_organs import true_organs
from station.progress import Report, silent
from station.quality.finder.made_up import UNKNOWN, LabelledBody
from station.quality.organs import Tissue
from station.simulate.phantom import Anatomy, truth_labels
from station.simulate.real_bodies import HU, Part, RealBody, deformed, real_bodies
from station.simulate.scanner import supine_geometry
from station.simulate.world import draw_anyone
from station.whole_file import whole_file, writing

STEP_MM = 4.0
WIDTH_MM = 704.0
ABOVE_CROWN_MM = 20.0
LESION_SHARE = 0.5
AIR_HU = -1000.0


def drawn_body(seed: int) -> Anatomy:
    """Anyone of the wide world, with lesions or without."""
    rng = np.random.default_rng([seed, 0xF1D])
    return draw_anyone(seed, lesions=bool(rng.random() < LESION_SHARE))


def labelled(body: Anatomy) -> LabelledBody:
    """The map of a virtual patient: every pair of an organ and a tissue is one code."""
    low = float(body.body_box_mm[0][2])
    grid = supine_geometry(
        round(WIDTH_MM / STEP_MM), STEP_MM, round((ABOVE_CROWN_MM - low) / STEP_MM), STEP_MM, low
    )
    organs = body.painted
    names = truth_labels(body, grid).codes.astype(np.int32)
    tissues = true_organs(body, grid)
    pairs, codes = np.unique(names * len(Tissue) + tissues, return_inverse=True)
    if len(pairs) > UNKNOWN:
        raise ValueError(f"{len(pairs)} different tissues do not fit into one byte")
    table = LabelledBody(
        codes.reshape(grid.shape).astype(np.uint8),
        STEP_MM,
        np.full(256, Tissue.AIR, np.uint8),
        np.zeros(256, np.float32),
        np.full(256, AIR_HU, np.float32),
    )
    for code, pair in enumerate(pairs):
        organ, tissue = divmod(int(pair), len(Tissue))
        table.tissue[code] = tissue
        table.suv[code], table.hu[code] = organs[organ].suv, organs[organ].hu
    return table


REAL_SUV: Mapping[Part, float] = {
    Part.FAT: 0.3,
    Part.SOFT: 0.9,
    Part.MUSCLE: 0.6,
    Part.CORTEX: 0.7,
    Part.MARROW: 1.2,
    Part.LUNG: 0.4,
    Part.LIVER: 1.9,
    Part.SPLEEN: 1.7,
    Part.HEART: 1.5,
    Part.MYOCARDIUM: 4.0,
    Part.BLOOD: 1.4,
    Part.BRAIN: 7.0,
    Part.KIDNEY: 3.5,
    Part.BLADDER: 12.0,
    Part.GUT: 1.5,
    Part.GAS: 0.3,
    Part.FLUID: 0.8,
    Part.UNCLEAR: 2.0,
    Part.ARM_FAT: 0.3,
    Part.ARM_MUSCLE: 0.6,
    Part.ARM_BONE: 0.6,
}
"""Usual SUVbw: as `station.simulate.anatomy.TISSUES`, averaged over what a part holds"""
BOTH_LEGS_MM = 2200.0
"""From the crown, below the feet of every body"""


def real_body(seed: int) -> LabelledBody:
    """A deformed real body, with its arms up, down, or cut off by the field of view."""
    rng = np.random.default_rng([seed, 0x2EA1])
    bodies = real_bodies()
    body = deformed(bodies[seed % len(bodies)], rng, length_mm=BOTH_LEGS_MM)
    return labelled_parts(body)


def labelled_parts(body: RealBody) -> LabelledBody:
    """The map of a real body: every part is one code."""
    tissue = np.full(256, UNKNOWN, np.uint8)
    suv, hu = np.zeros(256, np.float32), np.full(256, AIR_HU, np.float32)
    tissue[: len(Part)] = real_organs(np.arange(len(Part), dtype=np.uint8))
    suv[: len(Part)] = [REAL_SUV.get(part, 0.0) for part in Part]
    hu[: len(Part)] = HU
    return LabelledBody(body.parts, body.geometry.spacing_mm[0], tissue, suv, hu)


def body_path(folder: Path, seed: int, *, real: bool = False) -> Path:
    return folder / f"{'real' if real else 'body'}-{seed}.npz"


def keep_bodies(
    folder: Path,
    seeds: Sequence[int],
    *,
    real: bool = False,
    jobs: int = 1,
    report: Report = silent,
) -> list[Path]:
    """The maps' files of virtual patients, or of deformed real bodies, in the order of their seeds;
    those that are missing are made."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    missing = [seed for seed in seeds if not body_path(folder, seed, real=real).exists()]

    def left(count: int) -> None:
        report(1 - count / len(seeds), f"Drawing {count} more bodies")

    for _ in in_processes(partial(_keep, folder, real), missing, jobs, left) if missing else ():
        pass
    return [body_path(folder, seed, real=real) for seed in seeds]


def _keep(folder: Path, real: bool, seed: int) -> None:
    body = real_body(seed) if real else labelled(drawn_body(seed))
    path = body_path(folder, seed, real=real)
    with writing(path), whole_file(path) as part, part.open("wb") as file:
        np.savez_compressed(
            file,
            codes=body.codes,
            step_mm=body.step_mm,
            tissue=body.tissue,
            suv=body.suv,
            hu=body.hu,
        )


def load_body(path: Path) -> LabelledBody:
    with np.load(path) as kept:
        return LabelledBody(
            kept["codes"], float(kept["step_mm"]), kept["tissue"], kept["suv"], kept["hu"]
        )
