"""Comparing the open study with another date of the same patient, behind the reading.

Reading, finding organs and registering two dates takes a while and is kept: another choice of
lesions, a shift by hand or a moved reference sphere is computed on what is there.
"""

from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from station.app.compare.candidates import PRIOR_ROLES, candidates_of, first_choice
from station.app.compare.state import Aligned, Candidate, Comparing, LesionsFrom, Outcome
from station.app.jobs import Failure, Jobs
from station.app.language import listed, marked, plural, tr, translated
from station.app.pacs.searching import same_name
from station.app.quality.state import no_way_to, view_of
from station.app.session import Session
from station.app.state import Made, Slot, State, unfinished_refusal
from station.app.voi.workflow import COLOURS
from station.app.workflow import Workflow
from station.errors import StationError
from station.frozen import Frozen
from station.pet.sites import SiteKind
from station.pet.study import Series, Study
from station.pet.voi import Point, centre_of
from station.progress import Report, part

if TYPE_CHECKING:
    from station.archive.index import StudyEntry
    from station.operations.compare import Lesions
    from station.pet.alignment import Alignment
    from station.pet.followup import Row
    from station.pet.sites import PlacedVoi

BLINDED = marked("Nothing is compared with other dates while images are read blinded.")
NO_STUDY = marked("No study is open.")
NO_PET = marked("The open study has no PET that can be shown.")
NO_SAVED = marked(
    "{reader} has not saved a lesion in either study. Place lesions (L), or compare everything "
    "above the PERCIST threshold."
)


def compare_refusal(state: State) -> str | None:
    """Why the open study cannot be compared with another one now; None where it can."""
    if state.blinded:
        return translated(BLINDED)
    if state.study is None:
        return translated(NO_STUDY)
    return translated(NO_PET) if current_series(state) is None else unfinished_refusal(state)


def current_series(state: State) -> Series | None:
    """The PET of the open study that is compared: the one in the conventional column, else the
    first of the usual roles."""
    pets = [one for one in state.own_series if one.is_pet and one.problem is None]
    shown = state.slots[Slot.CONVENTIONAL]
    first = sorted(pets, key=lambda one: PRIOR_ROLES.index(one.role))
    return next((one for one in pets if one.key == shown), first[0] if first else None)


@dataclass(frozen=True, eq=False)
class _Order:
    """Names the jobs of one comparison."""

    study_uid: str


class CompareWorkflow(QObject):
    """The verbs of a comparison, over one session."""

    progressed = Signal(float, str)

    def __init__(self, session: Session, jobs: Jobs, home: Path) -> None:
        super().__init__()
        self._session, self._jobs, self._home = session, jobs, home
        self._order: _Order | None = None
        session.changed.connect(self._on_changed)

    @property
    def comparing(self) -> Comparing:
        return self._session.state.comparing

    # --- Which other dates there are -----------------------------------------------------------

    def look(self) -> None:
        """Find the other studies of the open study's patient in Station's list."""
        state = self._session.state
        study, series = state.study, current_series(state)
        if compare_refusal(state) is not None or study is None or series is None:
            return

        def work(report: Report) -> "tuple[StudyEntry, ...]":
            from station.archive.index import open_index

            with closing(open_index(self._home)) as index:
                return index.search(study.patient.id)

        def done(entries: "tuple[StudyEntry, ...]") -> None:
            if self._is_open(study):
                candidates, namesakes = candidates_of(study, entries)
                chosen = self.comparing.chosen
                if chosen not in {one.key for one in candidates}:
                    chosen = first_choice(study, series.role, candidates)
                self._set(listed=True, candidates=candidates, namesakes=namesakes, chosen=chosen)

        # After all that the archive is still writing.
        self._jobs.start(tr("Looking for other dates of this patient"), work, done, ordered=True)

    # --- What a person chooses -----------------------------------------------------------------

    def choose(self, key: str) -> None:
        """The series of another study to compare with."""
        self._set(chosen=key)

    def take_lesions(self, lesions_from: LesionsFrom) -> None:
        self._set(lesions_from=lesions_from)

    def set_diseased_liver(self, diseased: bool) -> None:
        self._set(diseased_liver=diseased)

    def place(self, organ: str) -> None:
        """Put the reference sphere of the open study's "liver" or "blood" at the crosshair."""
        state = self._session.state
        series = current_series(state)
        view = None if series is None else view_of(state, series)
        if series is None or view is None:
            words = translated(NO_PET) if series is None else no_way_to(state, series)
            self._session.set(notice=words or "")
            return
        here = state.views[view].position_mm
        self._set(places=self.comparing.places.with_(organ, here))
        if self.comparing.outcome is not None:
            self.compare()

    def reset_places(self) -> None:
        """The reference spheres where they were found automatically."""
        self._set(places=Frozen[str, Point]())
        if self.comparing.outcome is not None:
            self.compare()

    def compare(self) -> None:
        """Compare with the chosen date, in the background."""
        self._start(None)

    def shift(self, shift_mm: Point) -> None:
        """Compare again with the registered alignment moved further by so much, in LPS mm, towards
        the prior image; without a shift with the alignment as it was registered."""
        outcome = self.comparing.outcome
        if outcome is None:
            return
        if stale_words(self._session.state):  # the shift was of other images
            self.compare()
            return
        from station.pet.alignment import adjusted

        registered = outcome.aligned.registered
        self._start(adjusted(registered, shift_mm) if any(shift_mm) else registered)

    def cancel(self) -> None:
        self._jobs.cancel(lambda key: isinstance(key, _Order))

    # --- What is done with the result ----------------------------------------------------------

    def go_to(self, row: "Row") -> None:
        """Put the crosshair of the open study at a lesion."""
        outcome = self.comparing.outcome
        state = self._session.state
        if outcome is None or state.blinded:
            return
        voi = open_voi(outcome, row)
        place = None if voi is None else centre_of(voi.shape)
        if place is None:
            self._session.set(notice=tr("{name} has no place in the open study.", name=row.name))
            return
        series = outcome.aligned.open_read.images.pet.series
        view = view_of(state, series)
        if view is None:
            self._session.set(notice=no_way_to(state, series) or "")
            return
        Workflow(self._session).place_crosshair(view, place)

    def accept(self, row: "Row") -> None:
        """Keep what is shown of a lesion on the open study as a VOI; undone in one step."""
        outcome, state = self.comparing.outcome, self._session.state
        refusal = accept_refusal(state, row)
        voi = None if outcome is None else open_voi(outcome, row)
        if refusal is not None or voi is None:
            self._session.set(notice=refusal or "")
            return
        kept = replace(
            voi,
            id=uuid4().hex,
            name=_free_name(voi.name, state.vois),
            kind=SiteKind.LESION,
            site=None,
            colour=COLOURS[SiteKind.LESION],
            hidden=False,
        )
        self._session.edit(tr("Add {name}", name=kept.name), vois=(*state.vois, kept))
        self._session.set(selected_voi=kept.id)

    def export(self, folder: Path) -> None:
        """Write comparison.json and lesions.csv into a folder, without a patient's name."""
        outcome = self.comparing.outcome
        comparison = outcome.comparison if outcome is not None else None
        if comparison is None or self._session.state.blinded:
            return

        def work(report: Report) -> tuple[Path, ...]:
            from station.operations.compare import write_into

            return write_into(comparison, folder)

        def done(paths: tuple[Path, ...]) -> None:
            names = listed(path.name for path in paths)
            self._session.set(
                made=Made(tr("Saved {names} in {name}", names=names, name=folder.name), folder)
            )

        self._jobs.start(tr("Saving the comparison"), work, done, asked=True)

    # --- Behind the verbs ----------------------------------------------------------------------

    def _start(self, alignment: "Alignment | None") -> None:
        """`alignment`: the one to compare with; None: the last one's, or a new registration."""
        state = self._session.state
        comparing, study, series = state.comparing, state.study, current_series(state)
        refusal = compare_refusal(state)
        candidate = comparing.candidate
        if refusal is None and candidate is None:
            refusal = tr("Choose the date to compare with.")
        if refusal is not None or study is None or series is None or candidate is None:
            self._set(problem=refusal or translated(NO_STUDY))
            return
        self.cancel()
        order = self._order = _Order(study.uid)
        kept = reusable(state, series, candidate)
        if alignment is None and kept is not None and comparing.outcome is not None:
            alignment = comparing.outcome.alignment
        home, reader, vois = self._home, state.reader, state.vois
        places = dict(comparing.places)

        def work(report: Report) -> Outcome:
            aligned = kept or _align(state, study, series, candidate, home, part(report, 0.0, 0.8))
            used = alignment or aligned.registered
            placed, sentences = _with_places(aligned, used, places)
            wanted = comparing.lesions_from
            liver = comparing.diseased_liver
            rest = part(report, 0.8, 1.0)
            outcome = _compared(placed, used, vois, reader, wanted, liver, rest)
            if outcome.comparison is not None and sentences:
                sentences = (*outcome.comparison.sentences, *sentences)
                remarked = replace(outcome.comparison, sentences=sentences)
                outcome = replace(outcome, comparison=remarked)
            lacks_liver = any(one.timepoint.liver is None for one in (placed.now, placed.before))
            # Without the moved spheres: what is put elsewhere later begins with those found.
            return replace(outcome, aligned=aligned, lacks_liver=lacks_liver)

        def done(outcome: Outcome) -> None:
            if self._order is order and self._is_open(study):
                self._set(at_work=False, outcome=outcome, problem=outcome.problem)

        def failed(failure: Failure) -> None:
            if self._order is order and self._is_open(study):
                self._set(at_work=False, problem=failure.sentence)

        def cancelled() -> None:
            if self._order is order and self._is_open(study):
                self._set(at_work=False, problem=tr("It was cancelled."))

        self._set(at_work=True, problem="")
        job = self._jobs.start(
            tr("Comparing two dates"),
            work,
            done,
            order,
            failed=failed,
            asked=True,
            cancelled=cancelled,
        )
        job.progressed.connect(self.progressed)

    def _on_changed(self, before: State, after: State) -> None:
        uids = [state.study.uid if state.study else None for state in (before, after)]
        if uids[0] != uids[1] or (after.blinded and not before.blinded):
            self._order = None
            self.cancel()
            self._session.set(comparing=Comparing())

    def _is_open(self, study: Study) -> bool:
        state = self._session.state
        return not state.blinded and state.study is not None and state.study.uid == study.uid

    def _set(self, **fields: Any) -> None:
        self._session.set(comparing=replace(self.comparing, **fields))


# --- Which dates ---------------------------------------------------------------------------------


def empty_words(comparing: Comparing, study: Study | None) -> str:
    """Why there is nothing to compare with, and what to do; empty where there is something."""
    if study is None:
        return translated(NO_STUDY)
    if not comparing.listed:
        return tr("Looking for other dates of this patient…")
    if comparing.candidates:
        return ""
    if not study.patient.id.strip():
        return tr(
            "The open study has no PatientID, so no other study is known to be of this patient. "
            "Correct the header, and open the study again."
        )
    words = tr(
        "Station's list has no PET of another date of this patient. Open its folder, or fetch it "
        "from a PACS: it may be there."
    )
    return f"{words} {namesake_words(comparing)}".strip()


def namesake_words(comparing: Comparing) -> str:
    """A standing warning where the same ID belongs to somebody of another name."""
    if not comparing.namesakes:
        return ""
    return plural(
        comparing.namesakes,
        "{count} study has this PatientID under another name: it is not offered.",
        "{count} studies have this PatientID under another name: they are not offered.",
    )


# --- The work ------------------------------------------------------------------------------------


def reusable(state: State, series: Series, candidate: Candidate) -> Aligned | None:
    """The two dates in memory, where they are those that are wanted."""
    outcome = state.comparing.outcome
    if outcome is None:
        return None
    aligned = outcome.aligned
    shown = aligned.open_read.images.pet.series.key == series.key
    same = aligned.chosen == candidate.key and aligned.typed is state.typed
    return aligned if shown and same else None


def stale_words(state: State) -> str:
    """What has changed since the comparison was made; empty: nothing."""
    outcome = state.comparing.outcome
    series, candidate = current_series(state), state.comparing.candidate
    if outcome is None or series is None or candidate is None:
        return ""
    if reusable(state, series, candidate) is None:
        return tr("The images or their SUV inputs have changed since: compare again.")
    if outcome.lesions_from is LesionsFrom.SAVED and outcome.vois is not state.vois:
        return tr("The VOIs have changed since: compare again.")
    return ""


def _align(
    state: State,
    study: Study,
    series: Series,
    candidate: Candidate,
    home: Path,
    report: Report,
) -> Aligned:
    """Read both dates and bring them together. Raises StationError."""
    from station.archive.index import open_index
    from station.operations.compare import read_date, refuse_other_patient
    from station.operations.registration import register

    with closing(open_index(home)) as index:
        other = index.study(candidate.study_uid)
        typed = index.typed_inputs(candidate.study_uid)
        theirs = index.vois(candidate.study_uid, state.reader)
    found = other.find(candidate.key) if other is not None else None
    if other is None or found is None:
        raise StationError(
            tr(
                "The study of {date} was remembered by another version of Station, or is no "
                "longer in the list. Open it once, then compare again.",
                date=candidate.date or tr("no date"),
            )
        )
    refuse_other_patient(study, other)
    if not same_name(study.patient.name, other.patient.name):
        raise StationError(
            tr(
                "The two studies have one PatientID under different names: they are not "
                "known to be "
                "of one patient. Nothing is compared."
            )
        )
    open_is_current, which = _which(study, series, other, found)
    derived = state.derived.get(series.key)
    stored = derived.stored if derived is not None else None
    mine = read_date(
        "current" if open_is_current else "prior",
        study,
        series,
        report=part(report, 0.0, 0.3),
        typed=state.typed,
        in_memory=state.images,
        stored=stored,
    )
    others = read_date(
        "prior" if open_is_current else "current",
        other,
        found,
        report=part(report, 0.3, 0.6),
        typed=typed,
    )
    now, before = (mine, others) if open_is_current else (others, mine)
    alignment = register(
        now.images,
        before.images,
        landmarks=(now.landmarks, before.landmarks),
        report=part(report, 0.6, 1.0),
    )
    return Aligned(
        now,
        before,
        which,
        open_is_current,
        alignment,
        state.typed,
        candidate.key,
        typed,
        theirs,
    )


def _which(study: Study, series: Series, other: Study, found: Series) -> tuple[bool, str]:
    """(whether the open study is the current date, which is which and why)."""
    dates = [
        one.datetime.replace(tzinfo=None) if one.datetime is not None else None
        for one in (series, found)
    ]
    days = [
        when.date() if when is not None else of.date
        for when, of in zip(dates, (study, other), strict=True)
    ]
    words = [f"{day:%Y-%m-%d}" if day is not None else tr("no date") for day in days]
    if days[0] is None or days[1] is None:
        return True, (
            f"Current: the open study, {words[0]}. Prior: {words[1]}. A date is missing, so the "
            "open study is taken for the later one: check that."
        )
    if dates[0] is not None and dates[1] is not None:
        later = dates[1] > dates[0]
    else:
        later = days[1] > days[0]
    if later:
        return False, (
            f"Swapped: {words[1]} is later than the open study of {words[0]}. It is the current "
            "date, and the open study the prior one."
        )
    return True, f"Current: the open study, {words[0]}. Prior: {words[1]}."


ORGANS = {"liver": marked("liver"), "blood": marked("blood pool")}
"""As the operation names a reference sphere that is placed by hand, and its name in sentences"""


def _with_places(
    aligned: Aligned, alignment: "Alignment", places: dict[str, Point]
) -> tuple[Aligned, tuple[str, ...]]:
    """(the dates with the reference spheres that were put by hand, what was done in sentences).

    On the other date a sphere that was not found automatically goes to the registered place.
    """
    if not places:
        return aligned, ()
    from station.operations.compare import timepoint_of
    from station.pet.alignment import Verdict
    from station.pet.loaded import as_point

    open_read = aligned.open_read
    other = aligned.before if aligned.open_is_current else aligned.now
    moves = alignment.to_prior if aligned.open_is_current else alignment.to_current
    by_hand: dict[str, Point] = {}
    sentences: list[str] = []
    for organ, place in places.items():
        by_hand[f"{organ} {open_read.timepoint.name}"] = place
        words = tr(
            "The {organ} of the open study was put by hand.", organ=translated(ORGANS[organ])
        )
        lacking = getattr(other.timepoint, f"{organ}_sphere") is None
        if lacking and alignment.verdict is not Verdict.FAILED:
            by_hand[f"{organ} {other.timepoint.name}"] = as_point(moves(place))
            words += tr(
                " That of the {name} date is at its registered place.", name=other.timepoint.name
            )
        sentences.append(words)
    moved = [
        replace(
            read,
            timepoint=timepoint_of(
                read.timepoint.name, read.study, read.images, read.landmarks, by_hand, typed
            ),
        )
        for read, typed in zip((aligned.now, aligned.before), aligned.both_typed, strict=True)
    ]
    return replace(aligned, now=moved[0], before=moved[1]), tuple(sentences)


def _compared(
    aligned: Aligned,
    alignment: "Alignment",
    vois: "tuple[PlacedVoi, ...]",
    reader: str,
    lesions_from: LesionsFrom,
    diseased_liver: bool,
    report: Report,
) -> Outcome:
    """The table and the proposals; a reason why there are none does not lose the alignment."""
    from station.operations.compare import Wish, compared

    try:
        lesions = _saved(aligned, vois, reader) if lesions_from is LesionsFrom.SAVED else None
        # Both dates are in memory, and no saved VOI is wanted but those given: no path is read.
        wish = Wish(Path(), Path(), diseased_liver=diseased_liver)
        comparison = compared(
            aligned.now,
            aligned.before,
            aligned.which,
            alignment,
            wish,
            report=report,
            lesions=lesions,
        )
    except StationError as error:
        return Outcome(aligned, alignment, None, str(error), vois, lesions_from)
    return Outcome(aligned, alignment, comparison, "", vois, lesions_from)


def _saved(aligned: Aligned, vois: "tuple[PlacedVoi, ...]", reader: str) -> "Lesions":
    from station.operations.compare import saved_lesions

    both = (vois, aligned.theirs) if aligned.open_is_current else (aligned.theirs, vois)
    lesions = saved_lesions(*both, reader)
    if lesions is None:
        raise StationError(translated(NO_SAVED).format(reader=reader or tr("This reader")))
    return lesions


# --- What can be done with a row ------------------------------------------------------------------


def open_voi(outcome: Outcome, row: "Row") -> "PlacedVoi | None":
    """A lesion on the open study: found there, or carried over as a proposal."""
    return row.current_voi if outcome.aligned.open_is_current else row.prior_voi


def accept_refusal(state: State, row: "Row | None") -> str | None:
    """Why a row cannot be kept as a VOI of the open study; None where it can."""
    outcome = state.comparing.outcome
    if state.blinded:
        return translated(BLINDED)
    if outcome is None or row is None:
        return tr("Choose a lesion.")
    voi = open_voi(outcome, row)
    if voi is None:
        return tr("This lesion has no place in the open study.")
    if any(one.shape == voi.shape for one in state.vois):
        return tr("{name} is a VOI of the open study already.", name=voi.name)
    return None


def _free_name(name: str, vois: "tuple[PlacedVoi, ...]") -> str:
    taken = {voi.name for voi in vois}
    names = (name if n == 1 else f"{name} ({n})" for n in count(1))
    return next(free for free in names if free not in taken)
