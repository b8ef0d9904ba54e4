"""From a series on disk to an image in memory, in the unit that it is read in."""

from collections.abc import Sequence

from station.dicom.load import read_image
from station.pet.loaded import LoadedImage, convert
from station.pet.study import Series
from station.pet.suv import TypedInput
from station.pet.volume import Unit
from station.progress import Report, silent


def load_image(
    series: Series,
    typed: Sequence[TypedInput] = (),
    unit: Unit = Unit.SUV_BW,
    report: Report = silent,
) -> LoadedImage:
    """Read the series' pixels and express them in `unit`, or say in `suv_problem` why not.

    Raises DicomError when the pixels cannot be read.
    """
    return convert(series, read_image(series, report), typed, unit)
