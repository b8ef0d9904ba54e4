"""All quantities of an image."""

from station.quality.measures import artefacts, kind, misfit, motion, noise, sharpness, uptake
from station.quality.measures.quantity import Quantity
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


def measured(scene: Scene) -> dict[Quantity, float]:
    """Every quantity of an image, in the order of QUANTITIES; NaN where it cannot be measured."""
    values = {
        **noise.noise_of(scene),
        **sharpness.sharpness_of(scene),
        **misfit.misfit_of(scene),
        **artefacts.artefacts_of(scene),
        **motion.motion_of(scene),
        **uptake.uptake_of(scene),
        **kind.kind_of(scene),
    }
    return {quantity: float(values[quantity]) for quantity in QUANTITIES}
