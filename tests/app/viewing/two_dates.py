"""The state in which an image of another date is shown next to the open study, without files."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from station.app.state import DateLink, Guest, Layout, Slot, State
from station.app.viewing.dates import place_of
from station.frozen import Frozen
from station.pet.alignment import Alignment, How, Verdict
from station.pet.loaded import LoadedImage
from station.pet.study import Patient, Study
from tests.app.showing import showing
from tests.made_up.images import SCAN, facts, series, suv_image

APART_DAYS = 92
PRIOR_DAY = SCAN.date() - timedelta(days=APART_DAYS)
PATIENT = Patient("P1", "Doe, Jane")
SHIFT_MM = (10.0, -4.0, 30.0)
"""From a place of the open study to the same place of the prior one"""
HOT = (3, 4, 5)
"""Voxel of the hottest place on both dates"""


def voxels(hot: float) -> np.ndarray:
    values = np.ones((8, 10, 12))
    values[HOT] = hot
    return values


def own_image(hot: float = 5.0) -> LoadedImage:
    return suv_image(voxels(hot), series("now", suv=facts()))


def prior_image(hot: float = 9.0, frame: str = "other frame", **of: Any) -> LoadedImage:
    made = replace(series("before", frame=frame, suv=facts()), study_uid="prior study", **of)
    return suv_image(voxels(hot), made)


def shifted(shift_mm: tuple[float, float, float] = SHIFT_MM) -> Alignment:
    matrix = np.eye(4)
    matrix[:3, 3] = shift_mm
    return Alignment(matrix, How.REGISTERED, Verdict.GOOD, "Registered by hand of the test.")


def two_dates(
    own: LoadedImage | None = None,
    prior: LoadedImage | None = None,
    *,
    day: date | None = PRIOR_DAY,
    patient: Patient = PATIENT,
    alignment: Alignment | None = None,
    **fields: Any,
) -> State:
    """Prior | current; the prior one is laid where `alignment` says, or not yet."""
    own, prior = own or own_image(), prior or prior_image()
    state = showing(own)
    guest = Guest(prior.series, Study("prior study", patient, day, series=(prior.series,)), ())
    links = {} if alignment is None else {place_of(prior.series): DateLink(alignment)}
    return replace(
        state,
        layout=Layout.PRIOR,
        slots=state.slots.with_(Slot.OTHER, "before"),
        images=state.images.with_("before", prior),
        guests=Frozen({"before": guest}),
        date_links=Frozen(links),
        **fields,
    )
