"""Radioactive decay: what is left, when a frame has its mean activity, and the nuclides of PET."""

import math
import re

F18_HALF_LIFE_S = 6586.2

NUCLIDE_HALF_LIVES_S = {
    ("C", "carbon", "11"): 1221.8,
    ("N", "nitrogen", "13"): 597.9,
    ("O", "oxygen", "14"): 70.6,
    ("O", "oxygen", "15"): 122.24,
    ("F", "fluorine", "18"): F18_HALF_LIFE_S,
    ("Na", "sodium", "22"): 82_141_000.0,
    ("K", "potassium", "38"): 458.2,
    ("Sc", "scandium", "43"): 14_008.0,
    ("Sc", "scandium", "44"): 14_292.0,
    ("Ti", "titanium", "45"): 11_088.0,
    ("Mn", "manganese", "51"): 2772.0,
    ("Mn", "manganese", "52"): 483_060.0,
    ("Mn", "manganese", "52m"): 1266.0,
    ("Fe", "iron", "52"): 29_790.0,
    ("Cu", "copper", "60"): 1422.0,
    ("Cu", "copper", "61"): 12_020.0,
    ("Cu", "copper", "62"): 580.4,
    ("Cu", "copper", "64"): 45_722.0,
    ("Zn", "zinc", "62"): 33_095.0,
    ("Ga", "gallium", "66"): 34_164.0,
    ("Ga", "gallium", "68"): 4062.6,
    ("Ge", "germanium", "68"): 23_408_000.0,
    ("As", "arsenic", "70"): 3156.0,
    ("As", "arsenic", "72"): 93_600.0,
    ("Se", "selenium", "73"): 25_740.0,
    ("Br", "bromine", "75"): 5802.0,
    ("Br", "bromine", "76"): 58_320.0,
    ("Br", "bromine", "77"): 205_340.0,
    ("Rb", "rubidium", "82"): 75.45,
    ("Y", "yttrium", "86"): 53_064.0,
    ("Y", "yttrium", "90"): 230_540.0,
    ("Zr", "zirconium", "89"): 282_280.0,
    ("Nb", "niobium", "90"): 52_560.0,
    ("Tc", "technetium", "94m"): 3120.0,
    ("I", "iodine", "124"): 360_800.0,
    ("Tb", "terbium", "152"): 63_000.0,
}
"""The nuclides of DICOM CID 4020 by symbol, name and mass number. Source: LNHB/DDEP recommended
data, and ENSDF for those that it does not evaluate."""

_MASS = re.compile(r"\d+(?:m(?![a-z]))?")
"""A mass number, with the m of a metastable state: "94m" of "94mTc", but "52" of "52Mn" """


def decay_factor(elapsed_s: float, half_life_s: float) -> float:
    """The fraction of an activity that is left: 2^(−t / T½)."""
    return 2.0 ** (-elapsed_s / half_life_s)


def average_activity_time_s(frame_duration_s: float, half_life_s: float) -> float:
    """When, after the start of a frame, a decaying source has its mean activity over the frame.

    T_ave = ln(λT / (1 − e^(−λT))) / λ, a little before the middle. DICOM PS3.3 C.8.9.4.1.5.
    """
    decay_constant = math.log(2) / half_life_s
    decays = decay_constant * frame_duration_s
    if decays < 1e-6:  # the quotient would lose its digits; T/2 − λT²/24 is exact here
        return frame_duration_s / 2 - decay_constant * frame_duration_s**2 / 24
    return math.log(decays / -math.expm1(-decays)) / decay_constant


def nuclide_words(radionuclide: str) -> str:
    """`F-18` of "^18^Fluorine", "18F" and "F-18"; another nuclide as `Technetium-99m`."""
    for (symbol, _, mass), half_life_s in NUCLIDE_HALF_LIVES_S.items():
        if nuclide_half_life_s(radionuclide) == half_life_s:
            return f"{symbol}-{mass}"
    # Code meanings write the mass number as in "^99m^Technetium".
    return re.sub(r"\^(\d+m?)\^(\w+)", r"\2-\1", radionuclide)


def nuclide_half_life_s(radionuclide: str) -> float | None:
    """Half-life of a nuclide as headers write it ("F-18", "18F", "^18^Fluorine"), or None."""
    masses: list[str] = _MASS.findall(radionuclide)
    letters = re.sub(r"[^a-z]", "", _MASS.sub("", radionuclide).lower())
    for (symbol, name, mass), half_life_s in NUCLIDE_HALF_LIVES_S.items():
        if masses == [mass] and (letters == symbol.lower() or name in letters):
            return half_life_s
    return None


def nuclide_in(drug: str) -> str | None:
    """The one nuclide that the name of a drug contains, such as Ga-68 of "[68Ga]Ga-PSMA-11"."""
    found = {
        f"{symbol}-{mass}"
        for symbol, _, mass in NUCLIDE_HALF_LIVES_S
        if re.search(
            rf"(?<![a-z0-9])({mass}[- ^]*{symbol}|{symbol}[- ^]*{mass})(?![a-z0-9])",
            drug,
            re.IGNORECASE,
        )
    }
    return found.pop() if len(found) == 1 else None
