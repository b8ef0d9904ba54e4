"""What is known of the quality of the open study's PETs, and what can be done about it now."""

from dataclasses import dataclass

from station.app.language import marked, tr, translated
from station.app.state import (
    CONVENTIONAL_VIEW,
    DENOISED_VIEW,
    OTHER_VIEW,
    THIRD_VIEW,
    GradingStage,
    Quality,
    Slot,
    State,
    slot_of,
)
from station.pet.image_quality import QualityGrade, Status
from station.pet.study import Series, same_patient_space
from station.pet.voi import Sphere

NO_STUDY = marked("No study is open.")
NO_PET = marked("This study has no PET to grade.")
BLINDED = marked(
    "The quality of an image can reveal which it is: it is hidden while images are read blinded."
)

_VIEWS = {
    CONVENTIONAL_VIEW: Slot.CONVENTIONAL,
    DENOISED_VIEW: Slot.DENOISED,
    THIRD_VIEW: Slot.CT,
    OTHER_VIEW: Slot.OTHER,
}


def pets(state: State) -> tuple[Series, ...]:
    """The PETs of the open study, those computed from it last."""
    return tuple(series for series in state.own_series if series.is_pet)


def quality_shown(state: State, key: str) -> Quality | None:
    """What may be shown of an image's quality. None: nothing is known, or it is hidden."""
    return None if state.blinded else state.quality.get(key)


def looked_at(state: State) -> Series | None:
    """The PET whose quality is looked at: the one chosen, else that in the active column."""
    listed = {series.key: series for series in pets(state)}
    active = slot_of(state, state.active_column)
    wanted = (state.quality_of, *(state.slots[slot] for slot in (active, *Slot)))
    shown = next((key for key in wanted if key in listed), None)
    return listed[shown] if shown is not None else next(iter(listed.values()), None)


def measured_at(state: State, shown: Series) -> tuple[tuple[str, Sphere], ...]:
    """The spheres in which the image looked at was checked, by name, to be drawn over a series.

    None are drawn unless the checks are in front and the series is in the same space.
    """
    series = looked_at(state) if state.checks_in_front else None
    quality = None if series is None else quality_shown(state, series.key)
    if series is None or quality is None or quality.control is None:
        return ()
    if shown.key != series.key and not same_patient_space(shown, series):
        return ()
    spheres = ((tr("Liver"), quality.control.liver), (tr("Blood pool"), quality.control.blood))
    return tuple(
        (f"{name} {sphere.volume_ml:g} mL", sphere)
        for name, sphere in spheres
        if sphere is not None
    )


def _looked_at(state: State) -> tuple[Series | None, Quality | None]:
    """The PET whose quality is looked at, and what is known of it."""
    series = looked_at(state)
    return series, state.quality.get(series.key) if series else None


def _nothing_to_grade(state: State) -> str | None:
    """Why there is nothing to grade here; None where there is."""
    if state.blinded:
        return translated(BLINDED)
    if state.study is None:
        return translated(NO_STUDY)
    if state.grader_problem:
        return state.grader_problem
    return None if pets(state) else translated(NO_PET)


def grade_refusal(state: State) -> str | None:
    """Why the image looked at cannot be graded now; None where it can."""
    refusal = _nothing_to_grade(state)
    series, quality = _looked_at(state)
    if refusal is None and series and quality and quality.stage is GradingStage.AT_WORK:
        return tr("{label} is being graded.", label=series.label)
    return refusal


def result_refusal(state: State) -> str | None:
    """Why there is no result to look at or to report; None where there is."""
    refusal = grade_refusal(state)
    _, quality = _looked_at(state)
    if refusal is None and not (quality and quality.grade and quality.control):
        return tr("This image has no grade yet.")
    return refusal


def evidence_refusal(state: State) -> str | None:
    """Why it cannot be shown what drives the grade; None where it can."""
    refusal = result_refusal(state)
    _, quality = _looked_at(state)
    if refusal is None and quality and quality.grade and quality.grade.grade is None:
        return tr("There is no grade, so nothing drives it.")
    return refusal


def liver_refusal(state: State) -> str | None:
    """Why the liver's sphere cannot be put at the crosshair; None where it can."""
    refusal = _nothing_to_grade(state)
    series, quality = _looked_at(state)
    if refusal is not None or series is None:
        return refusal
    if quality is None or quality.control is None:
        return tr("This image has not been checked yet.")
    return quality.control.refusal or no_way_to(state, series)


def liver_reset_refusal(state: State) -> str | None:
    """Why the liver's sphere cannot be put back; None where it can."""
    refusal = _nothing_to_grade(state)
    series = looked_at(state)
    if refusal is None and (series is None or series.key not in state.liver_places):
        return tr("The liver sphere was placed automatically.")
    return refusal


def no_way_to(state: State, series: Series) -> str | None:
    """Why a place in an image cannot be shown in the panes; None where it can."""
    if view_of(state, series) is None:
        return tr(
            "{label} is not shown, and what is shown is in another frame of reference. "
            "Show it first.",
            label=series.label,
        )
    return None


def view_of(state: State, series: Series) -> int | None:
    """The view in whose crosshair a place of the image can be looked at."""
    there = {view: state.series(slot) for view, slot in _VIEWS.items()}
    active = state.active_column
    for view in (active, *there):
        shown = there.get(view)
        if shown is not None and shown.key == series.key:
            return view
    for view in (active, *there):
        shown = there.get(view)
        if shown is not None and same_patient_space(shown, series):
            return view
    return None


@dataclass(frozen=True)
class Badge:
    """A grade in two words."""

    text: str
    tone: str
    """good, poor, none (there is no grade) or work"""
    tip: str


def badge(series: Series, quality: Quality) -> Badge:
    """`4 Good`, `2 Poor`, `– Not gradable`, `grading…` or `not graded`, with the reason."""
    grade = quality.grade
    if grade is None or quality.stage is GradingStage.WAITING:
        match quality.stage:
            case GradingStage.WAITING:
                return Badge(tr("waiting"), "work", tr("It is graded once the images are shown."))
            case GradingStage.STOPPED:
                return Badge(
                    tr("not graded"),
                    "none",
                    tr("Not graded. {why}", why=translated(quality.why)).strip(),
                )
            case _:
                return Badge(tr("grading…"), "work", tr("It is being graded."))
    if grade.grade is None:
        return Badge(
            f"– {translated(grade.verdict)}",
            "none",
            f"{translated(grade.verdict)}. {translated(grade.reason or '')}".strip(),
        )
    verdict = translated(grade.verdict)
    lines = [tr("Quality {grade} of 5: {verdict}", grade=grade.grade, verdict=verdict)]
    if grade.probability_good is not None:
        lines[0] = tr(
            "Quality {grade} of 5: {verdict}, P(Good) {probability_good:.2f}",
            grade=grade.grade,
            verdict=verdict,
            probability_good=grade.probability_good,
        )
    if driven := driven_words(grade):
        lines.append(driven)
    if grade.suspicions:
        causes = ", ".join(
            f"{translated(suspicion.cause)} {suspicion.probability:.0%}"
            for suspicion in grade.suspicions
        )
        lines.append(tr("What may have gone wrong: {causes}", causes=causes))
    if grade.caution:
        lines.append(translated(grade.caution))
    checks = quality.control.checks if quality.control else ()
    for status, word in ((Status.FAIL, tr("Failed")), (Status.LOOK, tr("To look at"))):
        names = [translated(check.name) for check in checks if check.status is status]
        if names:
            lines.append(f"{word}: {', '.join(names)}")
    tone = "good" if str(grade.verdict) == "Good" else "poor"
    return Badge(f"{grade.grade} {verdict}", tone, "\n".join(lines))


def driven_words(grade: QualityGrade) -> str:
    """`Driven by noise (70 %), uptake (20 %).`; empty where nothing lowers the grade."""
    drivers = ", ".join(
        f"{translated(one.subject)} ({100 * one.share:.0f} %)" for one in grade.drivers
    )
    return tr("Driven by {drivers}.", drivers=drivers) if drivers else ""
