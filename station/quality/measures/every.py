"""All quantities of an image."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from station.progress import Report, silent
from station.quality.measures import artefacts, kind, misfit, motion, noise, sharpness, uptake
from station.quality.measures.quantity import Quantity, Values
from station.quality.measures.scene import Scene

QUANTITIES: tuple[Quantity, ...] = (
    *noise.QUANTITIES,
    *sharpness.QUANTITIES,
    *misfit.QUANTITIES,
    *artefacts.QUANTITIES,
    *motion.QUANTITIES,
    *uptake.QUANTITIES,
    *kind.QUANTITIES,
)
"""In the order in which they are listed everywhere"""
MEASURES: tuple[Callable[[Scene], Values], ...] = (
    artefacts.artefacts_of,
    noise.noise_of,
    misfit.misfit_of,
    sharpness.sharpness_of,
    motion.motion_of,
    uptake.uptake_of,
    kind.kind_of,
)
"""Those that take longest first"""
THREADS = 2


def measured(scene: Scene, report: Report = silent) -> dict[Quantity, float]:
    """Every quantity of an image, in the order of QUANTITIES; NaN where it cannot be measured.

    Raises Cancelled.
    """
    scene.prepared()
    values: dict[Quantity, float] = {}
    with ThreadPoolExecutor(THREADS, "station-measures") as pool:
        running = [pool.submit(measure, scene) for measure in MEASURES]
        for number, work in enumerate(running):
            values |= work.result()
            report((number + 1) / len(MEASURES), "Measuring the image")
    return {quantity: float(values[quantity]) for quantity in QUANTITIES}
