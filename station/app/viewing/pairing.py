"""Which series of a study goes where: conventional, DL, CT, and a third reconstruction."""

from station.app.language import tr
from station.app.state import PET_SLOTS, Slot, State, StudyKind
from station.app.viewing.layouts import kind_of, third
from station.frozen import Frozen
from station.pet.pairing import fit, largest
from station.pet.study import Role, Series, Study, same_patient_space


def automatic_slots(study: Study) -> Frozen[Slot, str | None]:
    """The conventional PET, its DL image and the CT of their space; None where there is none.

    Of three reconstructions, those that are not a pair are put where there is room.
    """
    shown = [series for series in study.series if series.problem is None]
    denoised = [series for series in shown if series.role is Role.DENOISED]
    baseline = [series for series in shown if series.role is Role.CONVENTIONAL] or [
        series for series in shown if series.role is Role.UNFILTERED
    ]
    if not baseline and not denoised:
        baseline = [series for series in shown if series.is_pet]
    pairs = [(c, d) for c in baseline for d in denoised]
    conventional: Series | None
    partner: Series | None
    if pairs:
        conventional, partner = max(pairs, key=lambda pair: fit(*pair))
    else:
        conventional = largest(baseline)
        partner = largest(denoised)
    anchor = conventional or partner
    anatomical = [series for series in shown if series.role is Role.CT]
    beneath = [series for series in anatomical if anchor and same_patient_space(series, anchor)]
    ct = largest(beneath or anatomical)
    slots: dict[Slot, str | None] = {
        **dict.fromkeys(Slot),
        Slot.CONVENTIONAL: conventional.key if conventional else None,
        Slot.DENOISED: partner.key if partner else None,
        Slot.CT: ct.key if ct else None,
    }
    if kind_of(study) is StudyKind.RECONSTRUCTIONS:
        for slot in (Slot.CONVENTIONAL, Slot.DENOISED, Slot.OTHER):
            if slots[slot] is None:
                more = third(study, list(slots.values()))
                slots[slot] = more.key if more else None
    return Frozen(slots)


def stale_caution(state: State) -> str | None:
    """What is to be known of a DL image that was computed here with other SUV inputs.

    The network is not linear: its image of another SUV is not the same image scaled.
    """
    for slot in PET_SLOTS:
        derived = state.derived.get(state.slots[slot] or "")
        if (
            derived is not None
            and derived.series.role is Role.DENOISED
            and derived.typed != state.typed
        ):
            return tr(
                "{label} was denoised with other SUV inputs than those in force. Denoise its "
                "source again.",
                label=derived.series.label,
            )
    return None
