"""The figures of the paper whose tables Station makes, as printed, to show next to a study's own.

J. Tsuchiya et al., EJNMMI Phys. 8 (2021) 31: fifty patients, two readers, 108 lesions. There "cPET"
is the conventional image and "dPET" the DL image. The paper does not say whether the spread of a
score is over patients or over readings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from station.reading.analysis import Suv, plain

SOURCE = "Tsuchiya et al., EJNMMI Phys. 2021"
FLEISS_KAPPA = 0.78
"""Overall, on scores regrouped to three points; its interval is not given"""


@dataclass(frozen=True)
class Published:
    """Mean and SD of each arm; `p` as it is printed."""

    conventional: tuple[float, float]
    dl: tuple[float, float]
    p: str


TABLE_2: Mapping[str, Published] = MappingProxyType(
    {
        "tumor delineation": Published((2.94, 0.24), (4.06, 0.24), "< 0.0001"),
        "image noise": Published((2.40, 0.50), (3.88, 0.48), "< 0.0001"),
        "overall image quality": Published((2.98, 0.20), (3.94, 0.44), "< 0.0001"),
    }
)

TABLE_3: Mapping[str, Mapping[Suv, Published]] = MappingProxyType(
    {
        "aortic arch": {
            Suv.MAX: Published((1.63, 0.26), (1.72, 0.26), "< 0.0001"),
            Suv.MEAN: Published((1.34, 0.20), (1.44, 0.20), "< 0.0001"),
            Suv.PEAK: Published((1.48, 0.21), (1.57, 0.21), "< 0.0001"),
        },
        "semioval center": {
            Suv.MAX: Published((2.28, 0.43), (2.19, 0.39), "0.04"),
            Suv.MEAN: Published((1.85, 0.45), (1.76, 0.37), "0.003"),
            Suv.PEAK: Published((2.28, 0.43), (2.37, 0.47), "< 0.0001"),
        },
        "liver": {
            Suv.MAX: Published((2.25, 0.43), (2.09, 0.27), "< 0.0001"),
            Suv.MEAN: Published((1.76, 0.33), (1.81, 0.30), "0.456"),
            Suv.PEAK: Published((2.00, 0.37), (1.92, 0.24), "< 0.0001"),
        },
        "lung": {
            Suv.MAX: Published((0.33, 0.30), (0.31, 0.09), "0.033"),
            Suv.MEAN: Published((0.26, 0.23), (0.24, 0.07), "< 0.0001"),
            Suv.PEAK: Published((0.31, 0.27), (0.29, 0.08), "0.006"),
        },
        "left ventricle": {
            Suv.MAX: Published((1.62, 0.29), (1.64, 0.27), "0.19"),
            Suv.MEAN: Published((1.32, 0.24), (1.41, 0.27), "< 0.0001"),
            Suv.PEAK: Published((1.59, 0.32), (1.63, 0.30), "0.006"),
        },
        "parotid gland": {
            Suv.MAX: Published((1.33, 0.37), (1.49, 0.43), "< 0.0001"),
            Suv.MEAN: Published((1.11, 0.30), (1.20, 0.33), "< 0.0001"),
            Suv.PEAK: Published((1.22, 0.34), (1.30, 0.37), "< 0.0001"),
        },
        "quadriceps muscle": {
            Suv.MAX: Published((0.64, 0.16), (0.67, 0.17), "< 0.0001"),
            Suv.MEAN: Published((0.50, 0.12), (0.54, 0.12), "< 0.0001"),
            Suv.PEAK: Published((0.58, 0.13), (0.60, 0.13), "< 0.0001"),
        },
        "spleen": {
            Suv.MAX: Published((1.87, 0.30), (1.92, 0.31), "0.023"),
            Suv.MEAN: Published((1.59, 0.26), (1.30, 0.37), "< 0.0001"),
            Suv.PEAK: Published((1.70, 0.26), (1.69, 0.24), "< 0.0001"),
        },
    }
)

TABLE_4: Mapping[Suv, Published] = MappingProxyType(
    {
        Suv.MAX: Published((5.59, 3.97), (8.42, 5.02), "< 0.0001"),
        Suv.MEAN: Published((1.98, 0.96), (2.14, 0.83), "< 0.0001"),
        Suv.PEAK: Published((4.04, 2.93), (4.69, 3.07), "0.31"),
    }
)

TABLE_5: Mapping[Suv, Published] = MappingProxyType(
    {
        Suv.MAX: Published((3.42, 2.32), (4.95, 3.26), "< 0.0001"),
        Suv.MEAN: Published((1.49, 0.73), (1.52, 0.69), "0.09"),
        Suv.PEAK: Published((2.81, 2.05), (3.09, 2.26), "< 0.0001"),
    }
)

_OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "delineation": "tumor delineation",
        "tumour delineation": "tumor delineation",
        "noise": "image noise",
        "overall quality": "overall image quality",
        "semioval centre": "semioval center",
        "semioval center (white matter)": "semioval center",
        "semioval centre (white matter)": "semioval center",
        "left ventricle of the heart": "left ventricle",
        "parotid": "parotid gland",
        "quadriceps": "quadriceps muscle",
        "quadriceps femoris": "quadriceps muscle",
        "quadriceps femoris muscle": "quadriceps muscle",
    }
)


def of_criterion(name: str) -> Published | None:
    """The paper's scores of a criterion; None where it has none of that name."""
    return TABLE_2.get(_published_name(name))


def of_site(site: str, suv: Suv) -> Published | None:
    """The paper's SUVs of a reference tissue; None where it has none of that name."""
    tissue = TABLE_3.get(_published_name(site))
    return None if tissue is None else tissue[suv]


def _published_name(name: str) -> str:
    return _OTHER_NAMES.get(plain(name), plain(name))
