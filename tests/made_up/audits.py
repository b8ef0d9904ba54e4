"""A finished audit of two sizes in the liver, made up."""

from station.operations.audit.figures import (
    ARMS,
    CONVENTIONAL,
    DENOISED,
    ArmFigures,
    KindFigures,
    SiteFoci,
    wilson,
)
from station.operations.audit.run import Audit, Resolution, Wish
from station.pet.inserts.planting import Kind
from station.reading.bootstrap import Summary

WISH = Wish((6.0, 13.0), (4.0,), ("liver",), 20, fwhm_mm=5.0)
SEEN = {(6.0, CONVENTIONAL): 14, (6.0, DENOISED): 4, (13.0, CONVENTIONAL): 20, (13.0, DENOISED): 20}


def summary(value: float) -> Summary:
    return Summary(value, value - 0.1, value + 0.1, 20, 18)


def audit() -> Audit:
    """6 mm are lost by the denoiser, 13 mm are not."""
    kinds = tuple(
        KindFigures(
            Kind("liver", size, 4.0),
            20,
            18,
            1.9,
            {
                arm: ArmFigures(
                    wilson(SEEN[size, arm], 20, 18),
                    wilson(1, 20, 18),
                    summary(0.5),
                    summary(0.7),
                    summary(3.0),
                )
                for arm in ARMS
            },
            lost=10 if size == 6 else 0,
            gained=0,
            difference=Summary(-0.5, -0.7, -0.3, 20, 18) if size == 6 else summary(0.0),
        )
        for size in WISH.diameters_mm
    )
    foci = SiteFoci("liver", 1.2, {CONVENTIONAL: 3, DENOISED: 4}, {CONVENTIONAL: 1, DENOISED: 2})
    resolution = Resolution(5.0, measured=False)
    return Audit(WISH, resolution, "A network 1", 4, kinds, (foci,), 0, ("It holds for this one.",))
