"""The blood glucose that a PET header may contain. The PET modules have no attribute for it.

Scanners and sites write it, if at all, as an item of AcquisitionContextSequence (0040,0555) with
the concept of LOINC, or as words in a comment. Words count only where they name the glucose and
give a number with its unit: "BSL 5.8 mmol/L" does, "glucose 5.8" does not.
"""

import re
from collections.abc import Iterator

from pydicom import Dataset, dcmread  # pyright: ignore[reportUnknownVariableType]

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.pet.glucose import BloodGlucose, mmol_per_l
from station.pet.study import Series

LOINC_GLUCOSE = frozenset({"2339-0", "2345-7", "14749-6", "15074-8", "32016-8", "41653-7"})
"""Glucose in blood, serum or plasma, by mass or by substance"""
POSSIBLE_MMOL_PER_L = (0.5, 60.0)
COMMENTS = ("PatientComments", "AdditionalPatientHistory", "ImageComments")
_SAID = re.compile(
    r"""(?<![a-z]) (?: blood[ _-]?(?:glucose|sugar) | glucose | glyca?emia | BGL | BSL ) \b
    [^\d\n]{0,24}? (?P<number>\d{1,3}(?:[.,]\d{1,2})?) \s*
    (?P<unit> mmol\s*/\s*l | mg\s*/\s*dl )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def blood_glucose(series: Series) -> BloodGlucose | None:
    """What the header of the series' first slice says; None if it says nothing clear."""
    paths = () if series.slices is None else series.slices.paths
    path = next((path for path in paths if path), None)
    if path is None:
        return None
    try:
        wanted = ["AcquisitionContextSequence", *COMMENTS]
        with lenient():
            header = dcmread(path, stop_before_pixels=True, force=True, specific_tags=wanted)
            mentioned = list(_in_header(header))
    except PARSE_ERRORS:
        return None
    low, high = POSSIBLE_MMOL_PER_L
    possible = [glucose for glucose in mentioned if low <= glucose.mmol_per_l <= high]
    values = {round(glucose.mmol_per_l, 1) for glucose in possible}
    # Two that differ, e.g. before and after insulin: it is unknown which is at the injection.
    return possible[0] if len(values) == 1 else None


def _in_header(header: Dataset) -> Iterator[BloodGlucose]:
    for item in header.get("AcquisitionContextSequence") or ():
        concept = (item.get("ConceptNameCodeSequence") or [Dataset()])[0]
        unit = (item.get("MeasurementUnitsCodeSequence") or [Dataset()])[0]
        coded = concept.get("CodingSchemeDesignator") == "LN"
        value = item.get("NumericValue")
        if not coded or str(concept.get("CodeValue")) not in LOINC_GLUCOSE or value is None:
            continue
        amount = mmol_per_l(float(value), str(unit.get("CodeValue", "")))
        if amount is not None:
            yield BloodGlucose(amount, "AcquisitionContextSequence (0040,0555)")
    for keyword in COMMENTS:
        for match in _SAID.finditer(str(header.get(keyword) or "")):
            amount = mmol_per_l(float(match["number"].replace(",", ".")), match["unit"])
            if amount is not None:
                yield BloodGlucose(amount, keyword)
