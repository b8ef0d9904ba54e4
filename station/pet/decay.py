"""Radioactive decay: what is left, when a frame has its mean activity, and the nuclides of PET."""

import math
import re

F18_HALF_LIFE_S = 6586.2

NUCLIDE_HALF_LIVES_S = {
    ("C", "carbon", 11): 1221.8,
    ("N", "nitrogen", 13): 597.9,
    ("O", "oxygen", 15): 122.24,
    ("F", "fluorine", 18): F18_HALF_LIFE_S,
    ("Cu", "copper", 64): 45_722.0,
    ("Ga", "gallium", 68): 4062.6,
    ("Rb", "rubidium", 82): 75.45,
    ("Zr", "zirconium", 89): 282_280.0,
    ("I", "iodine", 124): 360_800.0,
}
"""By symbol, name and mass number. Source: LNHB/DDEP recommended data."""


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
    letters = re.sub(r"[^a-z]", "", radionuclide.lower())
    numbers = [int(number) for number in re.findall(r"\d+", radionuclide)]
    for (symbol, name, mass), half_life_s in NUCLIDE_HALF_LIVES_S.items():
        if numbers == [mass] and (letters == symbol.lower() or name in letters):
            return half_life_s
    return None
