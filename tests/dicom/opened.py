"""What a scan found, for tests: its series, what it left out, and the SUV of an image."""

from pathlib import Path

from pydicom.dataset import Dataset

from station.dicom.load import read_image, scan
from station.errors import SuvError
from station.pet.study import FoundStudies, Series
from station.pet.suv import SuvConversion, suv_conversion
from tests.dicom.synthetic import Edit, ramp, write_series

HOUR = 70_000 / (350e6 * 2 ** (-3600 / 6586.2))
"""SUVbw per Bq/mL, g/Bq: 70 kg, 350 MBq of F-18 and one hour, as in the headers of `synthetic`"""


def all_series(found: FoundStudies) -> list[Series]:
    return [series for study in found.studies for series in study.series]


def only(found: FoundStudies) -> Series:
    """The one series found, with nothing left out."""
    assert found.left_out == ()
    (series,) = all_series(found)
    return series


def reasons(found: FoundStudies) -> dict[str, str]:
    return {left.path.name: left.reason for left in found.left_out}


def one_reason(found: FoundStudies) -> str:
    (left,) = found.left_out
    return left.reason


def setting(**values: object) -> Edit:
    """Sets attributes in every slice; None deletes."""

    def edit(ds: Dataset, i: int) -> None:
        for keyword, value in values.items():
            if value is None:
                delattr(ds, keyword)
            else:
                setattr(ds, keyword, value)

    return edit


def in_slice(number: int, **values: object) -> Edit:
    def edit(ds: Dataset, i: int) -> None:
        if i == number:
            setting(**values)(ds, i)

    return edit


def several(*edits: Edit) -> Edit:
    """All edits, in this order."""

    def edit(ds: Dataset, i: int) -> None:
        for each in edits:
            each(ds, i)

    return edit


def edited(folder: Path, edit: Edit) -> Series:
    """The one series in a folder, of `ramp()` and with the header of each slice edited."""
    write_series(folder, ramp(), edit=edit)
    return only(scan([folder]))


def conversion(series: Series) -> SuvConversion:
    assert series.suv is not None
    return suv_conversion(series.suv, label=series.label)


def factor(series: Series) -> float:
    """SUVbw per stored Bq/mL, g/Bq."""
    return float(conversion(series).factor)


def refusal(series: Series) -> str:
    """Why a series has no SUV."""
    try:
        _ = conversion(series)
    except SuvError as error:
        return str(error)
    raise AssertionError(f"{series.label} has SUV")


def maximum(series: Series) -> float:
    return float(read_image(series).volume().voxels.max())
