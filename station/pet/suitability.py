"""What the denoiser and the post-filter may be run on, according to the header of a series.

The limits are those of J. Tsuchiya et al., EJNMMI Phys. 8 (2021) 31, and of a network that was
trained only on simulated FDG scans: unfiltered images of 4 iterations and 10 subsets, in SUV by
body weight, of the whole body. What would give wrong numbers is refused; what the network has not
seen is reported as a caution.
"""

import re

from station.pet.study import Role, Series, Study
from station.pet.volume import Unit

VIRTUAL_SCANNER = "Station virtual scanner"
"""Begins the Manufacturer of every simulated series"""
TRAINED_ITERATIONS, TRAINED_SUBSETS = 4, 10

VOXEL_MM = 2.0
"""Edge of the voxels that the network was trained on"""
VOXEL_TOLERANCE = 0.1
"""Voxels that differ by no more than this fraction are denoised as they are"""

SHORTEST_BODY_MM = 350.0
"""An axial field of view below this covers one organ region, not a body: one bed position is 160 to
260 mm long, and two beds are longer than this."""

_HEAD = re.compile(r"\b(BRAIN|HEAD|SKULL|CEREBR\w*|NEURO)\b", re.IGNORECASE)

FDG_CODES = frozenset({"35321007", "C-B1031", "Y-X1743"})
"""Fluorodeoxyglucose F-18 in SNOMED CT, in SNOMED RT, and as GE writes it (99SDM)"""
_FDG = re.compile(
    r"FDG(?![a-z])|flu(oro)?[\W_]*(2)?[\W_]*deoxy[\W_]*(D)?[\W_]*glucose", re.IGNORECASE
)

_UNFILTERED = re.compile(
    r"""\bunfilt\w*
    | \b(no|non|without)[ _-]?(post[ _-]?)?filt\w*
    | filt\w*[ _:=-]*(none|off)\b
    | \ball[ _-]?pass\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_FILTER = re.compile(r"(none|no|off|all[ _-]?pass)", re.IGNORECASE)
"""The whole of ConvolutionKernel (0018,1210) where no filter was used; All-pass is Siemens'."""
_FILTERED = re.compile(
    r"""gauss\w*([ _]?\d+([.,]\d+)?([ _]?mm)?)?
    | \b(post[ _-]?)?filt(er|ered|ering|re|rage)?\b
    | \bsmooth\w*
    | \b(hann(ing)?|hamming|butterworth|metz|wiener|median|parzen)\b
    | \b\d+([.,]\d+)?[ _]?mm[ _]?FWHM\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BACK_PROJECTION = re.compile(r"\b(FBP|(3D)?RP|back[ _-]?proj\w*)\b", re.IGNORECASE)
_ITERATIONS = (
    re.compile(
        r"(?<![\d.])(\d{1,2})\s*i(?:t\w*)?[\s,x/_-]*(\d{1,3})\s*s+(?:ub\w*)?\b", re.IGNORECASE
    ),
    re.compile(r"(?<![\d.])(\d{1,2})\s*iterations?\D{1,5}(\d{1,3})\s*subsets?\b", re.IGNORECASE),
)


def fits_network(spacing_mm: tuple[float, ...]) -> bool:
    """Whether voxels of this size can be denoised as they are; others need resampling."""
    return all(abs(mm - VOXEL_MM) <= VOXEL_TOLERANCE * VOXEL_MM for mm in spacing_mm)


def says_unfiltered(text: str) -> bool:
    """Whether a description says that no post-filter was used."""
    return _UNFILTERED.search(text) is not None


def is_no_filter(kernel: str) -> bool:
    """Whether ConvolutionKernel (0018,1210) names no filter: NONE, All-pass. False where empty."""
    return _NO_FILTER.fullmatch(kernel.strip()) is not None or says_unfiltered(kernel)


def stated_filter(series: Series) -> str | None:
    """The post-filter that the series says it was made with, as written; None if it names none.

    None does not prove that there was no filter: only Role.UNFILTERED does.
    """
    kernel = series.kernel.strip()
    if kernel and not is_no_filter(kernel):
        return kernel
    if series.role is Role.UNFILTERED:
        return None
    projected = _BACK_PROJECTION.search(series.reconstruction.replace("_", " "))
    texts = (series.reconstruction.replace("_", " "), series.description.replace("_", " "))
    stated = projected or _FILTERED.search(texts[0]) or _FILTERED.search(texts[1])
    return stated.group().strip() if stated else None


def unsuitable(series: Series, unit: Unit, *, assume_unfiltered: bool = False) -> str | None:
    """The sentence why the denoiser must not run on an image of `series` in `unit`; None if it may.

    `assume_unfiltered`: a person vouches for a series that does not say whether it was filtered.
    """
    refusal = _not_raw(
        series,
        "denoised",
        "a DL image already; denoised again, it would lose what is in the patient",
        ", and the denoiser takes its noise for that of an unfiltered image",
        assume_unfiltered,
    )
    if refusal is not None:
        return refusal
    label = series.label
    if unit is not Unit.SUV_BW:
        if unit.is_suv:
            return f"{label} is shown in {unit}, but the denoiser works in SUVbw. Show it in SUVbw."
        return (
            f"{label} has no SUV, which the denoiser needs. Complete its SUV inputs, or choose "
            "another series."
        )
    return None


def unfilterable(series: Series, unit: Unit, *, assume_unfiltered: bool = False) -> str | None:
    """The sentence why an image of `series` must not be filtered conventionally; None if it may.

    The filter does not need SUV, only a known unit.
    """
    refusal = _not_raw(
        series,
        "filtered",
        "a DL image; filtered, it would be neither that nor a conventional one",
        "; a second filter would blur it beyond what its name says",
        assume_unfiltered,
    )
    if refusal is not None:
        return refusal
    if unit is Unit.STORED:
        return (
            f"{series.label} does not say in which unit its values are, so its slices cannot be "
            "filtered together. Export it again from the scanner with its Units."
        )
    return None


def one_bed(series: Series) -> str | None:
    """The sentence why too little of a body is in view for organs to be found; None: enough is."""
    if series.geometry is None or _length_mm(series) >= SHORTEST_BODY_MM:
        return None
    return (
        f"{series.label} covers only {_length_mm(series):.0f} mm, about one bed: organs are not "
        "found reliably in so little of a body. Choose a scan of the trunk or of the whole body."
    )


def only_unsaid(series: Series) -> bool:
    """Whether only a statement about its filter is missing: a person may vouch for it."""
    return (
        _not_a_whole_pet(series) is None
        and series.role is Role.CONVENTIONAL
        and stated_filter(series) is None
    )


def cautions(series: Series, study: Study | None = None) -> tuple[str, ...]:
    """What a reader must know before trusting a DL image of a suitable series, in sentences."""
    sentences = [_tracer_caution(series), _region_caution(series), _scanner_caution(series)]
    sentences.append(_reconstruction_caution(series))
    if series.role is not Role.UNFILTERED:
        sentences.append(
            f"{series.label} does not say whether it was filtered and is treated as unfiltered; if "
            "it was filtered, the DL image is wrong."
        )
    if series.slices is not None and series.slices.missing.any():
        missing = int(series.slices.missing.sum())
        sentences.append(
            f"{missing} of its {len(series.slices.missing)} slices "
            f"{'is' if missing == 1 else 'are'} missing; next to the gaps the denoiser sees less "
            "than in training."
        )
    sentences += [
        f"The study already has a DL image of this series: {other.label}."
        for other in (study.series if study else ())
        if other.role is Role.DENOISED and series.uid in other.source_series_uids
    ]
    return tuple(sentence for sentence in sentences if sentence)


def is_fdg(series: Series) -> bool | None:
    """Whether the tracer is FDG; None where the header names none."""
    drug = series.suv.radiopharmaceutical if series.suv else None
    name = (drug.name or "") if drug else ""
    if drug is not None and (drug.code in FDG_CODES or _FDG.search(name)):
        return True
    return False if name else None


def _not_a_whole_pet(series: Series) -> str | None:
    label = series.label
    if series.problem is not None:
        return series.problem
    if not series.is_pet:
        return f"{label} is not a PET image. Choose an unfiltered PET series."
    if series.parts > 1:
        return (
            f"{label} is one of several images in one series (time frames, gates or stacks), which "
            "neither denoiser nor filter supports. Choose a static series."
        )
    if series.role is Role.OTHER:
        corrected = series.suv.corrected_image if series.suv else None
        if corrected is not None and "ATTN" not in corrected:
            return (
                f"{label} was not corrected for attenuation, so its values are not uptake. Choose "
                "the attenuation-corrected series."
            )
        return (
            f"{label} is a projection, or was not corrected for attenuation. Choose an "
            "attenuation-corrected PET series of slices."
        )
    return None


def _not_raw(
    series: Series, done: str, of_dl: str, of_filtered: str, assume_unfiltered: bool
) -> str | None:
    """Why a series is not one that a scanner made without a filter, and what follows from it."""
    if (refusal := _not_a_whole_pet(series)) is not None:
        return refusal
    label = series.label
    if series.role is Role.DENOISED:
        return f"{label} is {of_dl}. Choose the unfiltered series that it was made from."
    if (known := stated_filter(series)) is not None:
        return (
            f'{label} was already filtered ("{known}"){of_filtered}. Choose the series without a '
            "post-filter."
        )
    if series.role is not Role.UNFILTERED and not assume_unfiltered:
        return (
            f"{label} does not say whether it was filtered; one that was filtered must not be "
            f"{done}. Choose a series that says it is unfiltered, or treat this one as unfiltered "
            "if you know that it is."
        )
    return None


def _tracer_caution(series: Series) -> str | None:
    fdg = is_fdg(series)
    if fdg is None:
        return (
            f"{series.label} does not say which tracer was given; the denoiser was trained on FDG "
            "only."
        )
    if fdg:
        return None
    drug = series.suv.radiopharmaceutical if series.suv else None
    return f"The tracer is {drug.name if drug else ''}, but the denoiser was trained on FDG only."


def _region_caution(series: Series) -> str | None:
    if series.geometry is None or _length_mm(series) >= SHORTEST_BODY_MM:
        return None
    if _HEAD.search(f"{series.body_part} {series.description}".replace("_", " ")):
        return (
            f"{series.label} shows only the head, for which the denoiser is not designed; it was "
            "made for whole-body studies."
        )
    return (
        f"{series.label} covers only {_length_mm(series):.0f} mm; the denoiser was made for "
        "whole-body studies and is not designed for the brain."
    )


def _length_mm(series: Series) -> float:
    if series.geometry is None:
        return 0.0
    return series.geometry.shape[0] * series.geometry.spacing_mm[0]


def _scanner_caution(series: Series) -> str | None:
    if series.manufacturer.startswith(VIRTUAL_SCANNER):
        return None
    made_by = " ".join(word for word in (series.manufacturer, series.model) if word)
    return (
        f"{series.label} comes from a real scanner ({made_by or 'not named'}), but the denoiser "
        "was trained on a simulated one and was not tested on this one."
    )


def _reconstruction_caution(series: Series) -> str | None:
    wanted = f"{TRAINED_ITERATIONS} iterations and {TRAINED_SUBSETS} subsets"
    for text in (series.reconstruction, series.description):
        for pattern in _ITERATIONS:
            stated = pattern.search(text)
            if stated is None:
                continue
            if (int(stated[1]), int(stated[2])) == (TRAINED_ITERATIONS, TRAINED_SUBSETS):
                return None
            return (
                f"{series.label} was reconstructed with {int(stated[1])} iterations and "
                f"{int(stated[2])} subsets, but the denoiser was trained on {wanted}: its noise is "
                "another."
            )
    return (
        f"{series.label} does not say with how many iterations and subsets it was reconstructed; "
        f"the denoiser was trained on {wanted}."
    )
