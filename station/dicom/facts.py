"""Header attributes → the plain facts of `station.pet.study`.

Values that contradict each other between slices of one image count as missing, with a warning that
names them: a wrong weight or dose would change every SUV.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timezone
from typing import TypeVar

from pydicom.uid import (
    CTImageStorage,
    EnhancedCTImageStorage,
    EnhancedMRImageStorage,
    EnhancedPETImageStorage,
    LegacyConvertedEnhancedCTImageStorage,
    LegacyConvertedEnhancedMRImageStorage,
    LegacyConvertedEnhancedPETImageStorage,
    MRImageStorage,
    PositronEmissionTomographyImageStorage,
)

from station.dicom.attributes import Attributes, utc_offset
from station.pet.decay import nuclide_half_life_s
from station.pet.study import (
    UNDATED,
    Patient,
    Radiopharmaceutical,
    Role,
    SuvFacts,
)
from station.pet.suitability import is_no_filter, says_unfiltered
from station.pet.suv_rules import LARGEST_DOSE_IN_MBQ, says_none
from station.pet.volume import Unit

T = TypeVar("T")

# --- what a series is for ---------------------------------------------------------------------

_DENOISED = re.compile(
    r"""\b(DLR|DLIR|DL|DPR|PDL|AiCE|Subtle(PET)?|denois\w*|CNN|uAI)\b
    | deep[ _-]?(learning|progressive|recon\w*|image|pet|denois\w*)
    | precision[ _-]?(DL|deep)
    | \bdeep\b(?!\W*(insp|exp|breath|venous|vein|brain))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Names that vendors give to deep-learning images: AiCE and DLR (Canon), Precision DL (GE), DPR and
uAI (United Imaging), SubtlePET (Subtle Medical), and general names of the method."""

GAUSSIAN_BLUR = "113088"
"""DCM, CID 7203 Image Derivation"""

_NOT_CORRECTED = re.compile(
    r"\bNAC\b|\b(no|non|not|without|w/?o)[ _-]?(AC|att\w*)\b|\buncorrected\b", re.IGNORECASE
)
_PROJECTION = frozenset({"MIP", "PROJECTION IMAGE", "LOCALIZER", "REPROJECTION"})


def series_role(
    modality: str,
    *,
    image_type: Sequence[str] = (),
    description: str = "",
    kernel: str = "",
    reconstruction: str = "",
    derivation: str = "",
    derivation_codes: Sequence[str] = (),
    equipment: str = "",
    corrected_image: Sequence[str] | None = None,
) -> Role:
    """What a series is for a reader.

    CT is the CT. A PET is, by the first rule that holds:
    1. OTHER when it is a projection, when CorrectedImage lacks ATTN, or when CorrectedImage is
       absent and the description says it is not attenuation corrected;
    2. DENOISED when its description, reconstruction, derivation or contributing equipment names a
       deep-learning method (a derivation counts in DERIVED images only);
    3. CONVENTIONAL when it is derived by a Gaussian blur, regardless of its source's name;
    4. UNFILTERED when its kernel is none or all-pass, or a text says it is unfiltered;
    5. CONVENTIONAL.
    Everything else is OTHER.
    """
    if modality == "CT":
        return Role.OTHER if "LOCALIZER" in image_type else Role.CT
    if modality != "PT" or any(
        value in _PROJECTION or value.endswith("MIP") for value in image_type
    ):
        return Role.OTHER
    words = description.replace("_", " ")
    if corrected_image is None:
        if _NOT_CORRECTED.search(words):
            return Role.OTHER
    elif "ATTN" not in corrected_image:
        return Role.OTHER
    texts = [words, reconstruction.replace("_", " ")]
    derived = "DERIVED" in image_type
    if any(
        _DENOISED.search(text) for text in (*texts, *((derivation, equipment) if derived else ()))
    ):
        return Role.DENOISED
    if derived and GAUSSIAN_BLUR in derivation_codes:
        return Role.CONVENTIONAL
    if is_no_filter(kernel) or any(says_unfiltered(text) for text in texts):
        return Role.UNFILTERED
    return Role.CONVENTIONAL


def role_of(attributes: Attributes) -> Role:
    equipment = " ".join(
        item.text(keyword) or ""
        for item in attributes.items("ContributingEquipmentSequence")
        for keyword in ("Manufacturer", "ManufacturerModelName")
    )
    return series_role(
        modality_of(attributes),
        image_type=attributes.texts("ImageType") or (),
        description=attributes.text("SeriesDescription") or "",
        kernel=attributes.text("ConvolutionKernel") or "",
        reconstruction=attributes.text("ReconstructionMethod") or "",
        derivation=attributes.text("DerivationDescription") or "",
        derivation_codes=[
            item.text("CodeValue") or ""
            for item in attributes.items("DerivationCodeSequence")
            if item.text("CodingSchemeDesignator") == "DCM"
        ],
        equipment=equipment,
        corrected_image=corrected_image(attributes),
    )


# --- patient, modality, unit --------------------------------------------------------------------

CLASSIC_CLASSES: dict[str, str] = {
    PositronEmissionTomographyImageStorage: "PT",
    CTImageStorage: "CT",
    MRImageStorage: "MR",
}
"""One frame per file; the modality of each SOP class"""

ENHANCED_CLASSES: dict[str, str] = {
    EnhancedPETImageStorage: "PT",
    LegacyConvertedEnhancedPETImageStorage: "PT",
    EnhancedCTImageStorage: "CT",
    LegacyConvertedEnhancedCTImageStorage: "CT",
    EnhancedMRImageStorage: "MR",
    LegacyConvertedEnhancedMRImageStorage: "MR",
}
"""Many frames per file, with geometry and scale in functional groups"""

IMAGE_CLASSES = CLASSIC_CLASSES | ENHANCED_CLASSES


def modality_of(attributes: Attributes) -> str:
    """By the SOP class, which determines what the header means; Modality is only a label."""
    return IMAGE_CLASSES[attributes.text("SOPClassUID") or ""]


def patient(attributes: Attributes) -> Patient:
    return Patient(
        id=attributes.text("PatientID") or "",
        name=attributes.name("PatientName"),
        birth_date=attributes.day("PatientBirthDate"),
        sex=attributes.text("PatientSex"),
    )


_SUV_TYPES = {
    None: Unit.SUV_BW,  # PS3.3 C.8.9.1: absent with GML means body weight
    "BW": Unit.SUV_BW,
    "LBM": Unit.SUV_LBM,
    "LBMJAMES128": Unit.SUV_LBM,
    "LBMJANMA": Unit.SUV_LBM_JANMAHASATIAN,
    "IBW": Unit.SUV_IBW,
}


def units(attributes: Attributes) -> str | None:
    """(0054,1001) in capitals, as the standard writes it; some write Bq/ml."""
    written = _capitals(attributes.text("Units"))
    return "BQML" if written == "BQ/ML" else written


def suv_type(attributes: Attributes) -> str | None:
    return _capitals(attributes.text("SUVType"))


def _capitals(code: str | None) -> str | None:
    """A code that some programs write in small letters."""
    return None if code is None else code.upper()


def unit_of(
    modality: str, units: str | None, suv_type: str | None, rescale_type: str | None
) -> Unit:
    """The unit of stored value · slope + intercept."""
    if modality == "CT":
        return Unit.HU if rescale_type in (None, "HU") else Unit.STORED
    if modality != "PT":
        return Unit.STORED
    if units == "GML":
        return _SUV_TYPES.get(suv_type, Unit.STORED)
    if units == "CM2ML":
        return Unit.SUV_BSA if suv_type in (None, "BSA") else Unit.STORED
    return {"BQML": Unit.BQ_PER_ML, "CNTS": Unit.COUNTS}.get(units or "", Unit.STORED)


def corrected_image(attributes: Attributes) -> tuple[str, ...] | None:
    """(0028,0051); for Enhanced PET the flags (0018,9758) and (0018,9759) in the same terms."""
    corrected = attributes.texts("CorrectedImage")
    if corrected is not None:
        return tuple(value.upper() for value in corrected)
    flags = {
        "DECY": _capitals(attributes.text("DecayCorrected")),
        "ATTN": _capitals(attributes.text("AttenuationCorrected")),
    }
    if None in flags.values():
        return None
    return tuple(word for word, flag in flags.items() if flag == "YES")


# --- SUV ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SliceFacts:
    """What a slice contributes to the SUV facts of its image."""

    attributes: Attributes
    mapped: tuple[str, str | None] | None
    """Units and SUVType of its real world value mapping, if its values follow that"""
    acquired: datetime | None
    reference_time_ms: float | None
    duration_ms: float | None
    decay_factor: float | None


def suv_facts(
    stored: Sequence[SliceFacts],
    places: Sequence[int],
    count: int,
    series: Sequence[Attributes],
    *,
    label: str,
) -> tuple[SuvFacts, list[str]]:
    """The SUV facts of one PET image and warnings about them.

    `places` gives the grid slice of each stored slice, of `count`. `series` are the headers of its
    series, which may hold several images, that differ in OF_SERIES: patient, injection and times
    are the same in all images, or unknown.
    """
    slices = [each.attributes for each in stored]
    at: list[SliceFacts | None] = [None] * count
    for place, each in zip(places, stored, strict=True):
        at[place] = each
    warnings: list[str] = []

    def agreed(name: str, read: Callable[[Attributes], T | None], *keywords: str) -> T | None:
        of_series = keywords[0] in OF_SERIES
        return _agreed(series if of_series else slices, name, read, keywords, label, warnings)

    for attributes in series:
        warnings += _not_numbers(attributes, ("PatientWeight", "PatientSize"), label)
    mappings = {each.mapped for each in stored}
    mapped = mappings.pop() if len(mappings) == 1 else None
    stored_as = agreed("Units", units, "Units"), agreed("SUVType", suv_type, "SUVType")
    if mapped is not None:
        stored_as = mapped
    facts = SuvFacts(
        units=stored_as[0],
        suv_type=stored_as[1],
        units_mapped=mapped is not None,
        corrected_image=agreed(
            "CorrectedImage",
            corrected_image,
            "CorrectedImage",
            "DecayCorrected",
            "AttenuationCorrected",
        ),
        decay_correction=agreed(
            "DecayCorrection", _decay_correction, "DecayCorrection", "DecayCorrectionDateTime"
        ),
        weight_kg=agreed("PatientWeight", lambda a: a.number("PatientWeight"), "PatientWeight"),
        height_m=agreed("PatientSize", lambda a: a.number("PatientSize"), "PatientSize"),
        sex=agreed("PatientSex", lambda a: _capitals(a.text("PatientSex")), "PatientSex"),
        radiopharmaceutical=_radiopharmaceutical(series, label, warnings),
        manufacturer=agreed("Manufacturer", lambda a: a.text("Manufacturer"), "Manufacturer"),
        series_date=agreed("SeriesDate", lambda a: a.day("SeriesDate"), "SeriesDate"),
        series_datetime=agreed(
            "SeriesTime",
            series_datetime,
            "SeriesTime",
            "SeriesDate",
            "StudyDate",
            "AcquisitionDate",
            "ContentDate",
        ),
        ge_scan_datetime=agreed(
            "GE's scan time (0009,100D)",
            lambda a: _naive(a.moment("GEScanDateTime"), a),
            "GEScanDateTime",
        ),
        philips_suv_factor=agreed(
            "Philips' SUV factor (7053,1000)",
            lambda a: a.number("PhilipsSUVFactor"),
            "PhilipsSUVFactor",
        ),
        philips_activity_factor=agreed(
            "Philips' activity factor (7053,1009)",
            lambda a: a.number("PhilipsActivityFactor"),
            "PhilipsActivityFactor",
        ),
        siemens_reference_datetime=agreed(
            "Siemens' decay correction time (0071,1022)",
            lambda a: _naive(a.moment("SiemensDecayCorrectionDateTime"), a),
            "SiemensDecayCorrectionDateTime",
        ),
        decay_correction_datetime=agreed(
            "DecayCorrectionDateTime",
            lambda a: _naive(a.moment("DecayCorrectionDateTime"), a),
            "DecayCorrectionDateTime",
        ),
        attenuation_method=_attenuation_method(slices),
        described_as_uncorrected=any(
            _NOT_CORRECTED.search((a.text("SeriesDescription") or "").replace("_", " "))
            for a in slices[:1]
        ),
        dated=scan_day(slices[0]) != UNDATED,
        acquisition_datetimes=tuple(s and s.acquired for s in at),
        frame_reference_times_ms=tuple(s and s.reference_time_ms for s in at),
        frame_durations_ms=tuple(s and s.duration_ms for s in at),
        decay_factors=tuple(s and s.decay_factor for s in at),
    )
    return facts, list(dict.fromkeys(warnings))


OF_SERIES = (
    "PatientWeight",
    "PatientSize",
    "PatientSex",
    "RadiopharmaceuticalInformationSequence",
    "TimezoneOffsetFromUTC",
    "SOPClassUID",
    "Manufacturer",
    "SeriesDate",
    "SeriesTime",
    "StudyDate",
    "GEScanDateTime",
    "SiemensDecayCorrectionDateTime",
    "DecayCorrectionDateTime",
)
"""What is the same for all images of one SeriesInstanceUID"""


def of_series(headers: Iterable[Attributes]) -> list[Attributes]:
    """The headers that differ in OF_SERIES, each once."""
    distinct: dict[object, Attributes] = {}
    for attributes in headers:
        distinct.setdefault(tuple(attributes.encoded(k) for k in OF_SERIES), attributes)
    return list(distinct.values())


def _attenuation_method(slices: Sequence[Attributes]) -> str | None:
    """(0054,1101) of the first slice; of any slice if it says that there was none."""
    methods = list(dict.fromkeys(a.text("AttenuationCorrectionMethod") for a in slices))
    return next((method for method in methods if method and says_none(method)), methods[0])


def _agreed(
    slices: Sequence[Attributes],
    name: str,
    read: Callable[[Attributes], T | None],
    keywords: Sequence[str],
    label: str,
    warnings: list[str],
) -> T | None:
    """The value that all slices share; None, with a warning, if they differ.

    Of what belongs to the series, slices without it do not differ from those that give it.
    """
    first: dict[object, Attributes] = {}
    for attributes in slices:
        first.setdefault(tuple(attributes.encoded(keyword) for keyword in keywords), attributes)
    values = list(dict.fromkeys(read(attributes) for attributes in first.values()))
    if len(values) == 1:
        return values[0]
    given = [value for value in values if value]  # 0 is no weight
    if len(given) == 1 and keywords[0] in OF_SERIES:
        warnings.append(_missing_in_some(label, name, given[0]))
        return given[0]
    warnings.append(_contradiction(label, name, values))
    return None


def _not_numbers(attributes: Attributes, keywords: Sequence[str], label: str) -> list[str]:
    """Sentences on numbers that are there but cannot be read: "70,5", or a word."""
    return [
        f'{label}: {keyword} is written as "{written}", which is not a number; it is treated as '
        "missing."
        for keyword in keywords
        if (written := attributes.text(keyword)) and attributes.number(keyword) is None
    ]


def _contradiction(label: str, name: str, values: Iterable[object]) -> str:
    shown = ["absent" if value is None else str(value) for value in values]
    more = f" and {len(shown) - 2} more" if len(shown) > 2 else ""
    return (
        f"{label}: {name} differs between slices ({shown[0]} and {shown[1]}{more}); "
        "it is treated as missing."
    )


def _missing_in_some(label: str, name: str, value: object) -> str:
    return f"{label}: {name} is missing in some slices; that of the others, {value}, is used."


def _decay_correction(attributes: Attributes) -> str | None:
    """(0054,1102); for Enhanced PET from the reference of its decay correction, (0018,9701)."""
    written = _capitals(attributes.text("DecayCorrection"))
    if written is not None:
        return written
    corrected = _capitals(attributes.text("DecayCorrected"))
    if corrected == "NO":
        return "NONE"
    reference = _naive(attributes.moment("DecayCorrectionDateTime"), attributes)
    if corrected != "YES" or reference is None:
        return None
    item = attributes.item("RadiopharmaceuticalInformationSequence")
    injected = _naive(item.moment("RadiopharmaceuticalStartDateTime"), attributes)
    same = injected is not None and abs((reference - injected).total_seconds()) < 1
    return "ADMIN" if same else "START"


def _radiopharmaceutical(
    slices: Sequence[Attributes], label: str, warnings: list[str]
) -> Radiopharmaceutical | None:
    """The only radiopharmaceutical; a fact on which slices disagree counts as missing."""
    distinct: dict[object, Attributes] = {}
    for attributes in slices:
        key = attributes.encoded("RadiopharmaceuticalInformationSequence")
        distinct.setdefault((key, attributes.encoded("TimezoneOffsetFromUTC")), attributes)
    injections: list[Radiopharmaceutical | None] = []
    for attributes in distinct.values():
        items = attributes.items("RadiopharmaceuticalInformationSequence")
        named = [_injection(item, attributes, label, warnings) for item in items]
        # One injection is often listed twice, once for each name or coding scheme of its drug.
        distinct_items = {replace(each, name=None, code=None, radionuclide=None) for each in named}
        if len(distinct_items) > 1:
            warnings.append(
                f"{label}: RadiopharmaceuticalInformationSequence names {len(items)} injections; "
                "it is unknown which of them the image shows, so it is treated as missing."
            )
            return None
        injections.append(named[0] if named else None)
    facts = list(dict.fromkeys(injections))
    present = [value for value in facts if value is not None]
    if not present:
        return None
    if len(present) < len(facts):
        warnings.append(
            f"{label}: RadiopharmaceuticalInformationSequence is missing in some slices; that of "
            "the others is used."
        )
    result = present[0]
    names = {
        "name": "Radiopharmaceutical",
        "code": "RadiopharmaceuticalCodeSequence",
        "radionuclide": "RadionuclideCodeSequence",
        "total_dose": "RadionuclideTotalDose",
        "half_life_s": "RadionuclideHalfLife",
        "start_time": "RadiopharmaceuticalStartTime",
        "start_datetime": "RadiopharmaceuticalStartDateTime",
    }
    for attribute, name in names.items():
        values = list(dict.fromkeys(getattr(value, attribute) for value in present))
        given = [value for value in values if value]  # 0 is no dose
        if len(values) == 1:
            continue
        if len(given) == 1:
            warnings.append(_missing_in_some(label, name, given[0]))
        else:
            warnings.append(_contradiction(label, name, values))
        result = replace(result, **{attribute: given[0] if len(given) == 1 else None})
    return result


def _injection(
    item: Attributes, attributes: Attributes, label: str, warnings: list[str]
) -> Radiopharmaceutical:
    warnings += _not_numbers(item, ("RadionuclideTotalDose", "RadionuclideHalfLife"), label)
    start = item.moment("RadiopharmaceuticalStartDateTime")
    clock = item.clock("RadiopharmaceuticalStartTime")
    local = _naive(start, attributes)
    if local is None and start is not None:
        # The series' zone is unknown. If the start time agrees, it is the local time.
        if clock is not None and start.time() == clock:
            local = start.replace(tzinfo=None)
        else:
            warnings.append(
                f"{label}: RadiopharmaceuticalStartDateTime has an offset from UTC, but "
                "TimezoneOffsetFromUTC (0008,0201) is missing, so it does not give the local time "
                "of the injection; it is treated as missing."
            )
    return Radiopharmaceutical(
        name=item.text("Radiopharmaceutical")
        or item.item("RadiopharmaceuticalCodeSequence").text("CodeMeaning"),
        code=item.item("RadiopharmaceuticalCodeSequence").text("CodeValue"),
        radionuclide=_radionuclide(item.item("RadionuclideCodeSequence")),
        total_dose=_dose(item.number("RadionuclideTotalDose"), attributes),
        half_life_s=item.number("RadionuclideHalfLife"),
        start_time=clock,
        start_datetime=local,
    )


_NUCLIDE_CODES = {
    code: f"{symbol}-{mass}"
    for symbol, mass, *coded in (
        line.split()
        for line in """
            C 11 40565003 C-105A1
            N 13 21576001 C-107A1
            O 14 424875009 C-1018C
            O 15 129504001 C-B1038
            F 18 77004003 C-111A1
            Na 22 71633006 C-155A1
            K 38 423764008 C-135A4
            Sc 43 126605
            Sc 44 126600
            Ti 45 75696008 C-166A2
            Mn 51 126601
            Mn 52 37225000 C-149A1
            Mn 52m 126607
            Fe 52 69089000 C-130A1
            Cu 60 425364008 C-127A4
            Cu 61 71425003 C-127A1
            Cu 62 422934004 C-127A5
            Cu 64 3932008 C-127A2
            Zn 62 65054007 C-141A1
            Ga 66 79477007 C-131A1
            Ga 68 35337001 C-131A3
            Ge 68 53315004 C-128A2
            As 70 126602
            As 72 2705002 C-115A2
            Se 73 87437000 C-116A2
            Br 75 17910003 C-113A1
            Br 76 79523006 C-113A2
            Br 77 86521004 C-113A3
            Rb 82 79197006 C-159A2
            Y 86 10738001 C-162A3
            Y 90 14691008 C-162A7
            Zr 89 63360001 C-168A4
            Nb 90 126603
            Tc 94m 424079002 C-163AA
            I 124 40937006 C-114A5
            Tb 152 126606
        """.strip().splitlines()
    )
    for code in coded
}
"""CID 4020 in SNOMED CT or DCM, and as SNOMED RT had it"""


def _radionuclide(code: Attributes) -> str | None:
    """By the meaning of its code, as people read it; by the code if the meaning names none."""
    meaning = code.text("CodeMeaning")
    if meaning is not None and nuclide_half_life_s(meaning) is not None:
        return meaning
    return _NUCLIDE_CODES.get(code.text("CodeValue") or "", meaning)


def _naive(moment: datetime | None, attributes: Attributes) -> datetime | None:
    """A moment in the local time of the series, without a zone.

    A moment with an offset is converted to TimezoneOffsetFromUTC (0008,0201), the zone of the
    header's dates and times; None if that is missing.
    """
    if moment is None or moment.tzinfo is None:
        return moment
    zone: timezone | None = utc_offset(attributes.text("TimezoneOffsetFromUTC"))
    return None if zone is None else moment.astimezone(zone).replace(tzinfo=None)


def _dose(written: float | None, attributes: Attributes) -> float | None:
    """In Bq, as the PET module has it. The Enhanced PET module has MBq, PS3.3 C.8.22.4.

    Many write Bq there all the same; a number that is too large for MBq is.
    """
    enhanced = attributes.text("SOPClassUID") == EnhancedPETImageStorage
    if written is None or not enhanced or not 0 < written < LARGEST_DOSE_IN_MBQ:
        return written
    return written * 1e6


DATES = ("AcquisitionDate", "SeriesDate", "ContentDate", "StudyDate")
"""Any date of the scan serves its times; the first that is given."""
DATES_OF_SERIES = ("SeriesDate", "StudyDate", "AcquisitionDate", "ContentDate")
"""For the time of the series: a scan around midnight has two dates of acquisition"""


def scan_day(attributes: Attributes, dates: Sequence[str] = DATES) -> date:
    """The day of the scan by any of its dates; UNDATED if it has none."""
    days = (attributes.day(keyword) for keyword in dates)
    moment = attributes.moment("AcquisitionDateTime")
    return next((day for day in days if day is not None), moment.date() if moment else UNDATED)


def acquisition_datetime(attributes: Attributes) -> datetime | None:
    """When a slice was acquired, local.

    (0008,0022) with (0008,0032), else (0008,002A), else (0008,0032) on another date of the scan.
    """
    moment = attributes.moment_of("AcquisitionDate", "AcquisitionTime")
    moment = moment or _naive(attributes.moment("AcquisitionDateTime"), attributes)
    return moment or _on_scan_day(attributes, "AcquisitionTime")


def series_datetime(attributes: Attributes) -> datetime | None:
    """(0008,0021) with (0008,0031), else (0008,0031) on another date of the scan."""
    return _on_scan_day(attributes, "SeriesTime", DATES_OF_SERIES)


def _on_scan_day(
    attributes: Attributes, keyword: str, dates: Sequence[str] = DATES
) -> datetime | None:
    clock = attributes.clock(keyword)
    return None if clock is None else datetime.combine(scan_day(attributes, dates), clock)


def frame_datetime(frame: Attributes, attributes: Attributes) -> datetime | None:
    """When a frame of an enhanced image was acquired: (0018,9074), local."""
    return _naive(frame.moment("FrameAcquisitionDateTime"), attributes)
