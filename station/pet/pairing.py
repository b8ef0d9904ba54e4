"""Which series of a study belong together: the two arms, and the CT under a PET."""

from collections.abc import Sequence

from station.pet.study import Role, Series, Study, same_patient_space


def arm_pairs(study: Study) -> tuple[tuple[Series, Series], ...]:
    """Pairs of a conventional and a DL image that may be of one scan; the surest pair first."""
    shown = [series for series in study.series if series.problem is None]
    pairs = [
        (conventional, denoised)
        for conventional in shown
        if conventional.role is Role.CONVENTIONAL
        for denoised in shown
        if denoised.role is Role.DENOISED
    ]
    return tuple(sorted(pairs, key=lambda pair: fit(*pair), reverse=True))


def fit(conventional: Series, denoised: Series) -> tuple[bool, bool, bool, bool, int]:
    """How surely a DL series was made from the same scan as a conventional one; larger is surer."""
    a, b = conventional.geometry, denoised.geometry
    return (
        conventional.uid in denoised.source_series_uids,
        not set(conventional.source_series_uids).isdisjoint(denoised.source_series_uids),
        a is not None and b is not None and a.same_grid(b),
        same_patient_space(conventional, denoised),
        _voxels(conventional),
    )


def largest(series: Sequence[Series]) -> Series | None:
    return max(series, key=_voxels, default=None)


def _voxels(series: Series) -> int:
    shape = series.geometry.shape if series.geometry else (0, 0, 0)
    return shape[0] * shape[1] * shape[2]


def fusion_refusal(pet: Series | None, ct: Series | None) -> str | None:
    """The sentence that says why these two cannot be fused; None if they can."""
    if pet is None:
        return "There is no PET image to fuse."
    if ct is None:
        return "This study has no CT to show under the PET."
    if not same_patient_space(pet, ct):
        return (
            f"{pet.label} and {ct.label} have different frames of reference, so their relative "
            "position is not known. Fusion is off."
        )
    return None


def link_caution(a: Series | None, b: Series | None) -> str | None:
    """What a reader must know before they trust the linked cursor of two images."""
    if a is None or b is None or same_patient_space(a, b):
        return None
    if not a.frame_of_reference_uid or not b.frame_of_reference_uid:
        return (
            f"{(a if not a.frame_of_reference_uid else b).label} has no frame of reference: the "
            "cursor is linked by coordinates only, which may not be the same place in the patient."
        )
    return (
        "Different frames of reference: the cursor is linked by coordinates only, "
        "which may not be the same place in the patient."
    )
