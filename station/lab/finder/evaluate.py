"""What `station evaluate finder` does: look for organs whose places are known, and count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station import __version__
from station.lab.finder.picture import Pictured, draw_found
from station.lab.foreign.cases import foreign_case
from station.lab.graded_cases import WIDE_HELD_OUT
from station.lab.known_images import KnownImage, WithKnownImages, outside
from station.lab.requirements import Line, shown, verdict
from station.lab.runs import Evaluated, Kept, evaluation_folder, in_processes, restored
from station.lab.true_organs import true_organs
from station.model_cards import Outside
from station.operations.images import PetCt
from station.pet.study import Series
from station.pet.volume import Geometry, Volume
from station.progress import Report, part, silent
from station.quality.finder.look import VOLUME_ML
from station.quality.finder.weights import FINDERS
from station.quality.landmarks import Landmarks, find_landmarks
from station.quality.organs import Tissue
from station.report.document import from_template, write_document, write_json, write_rows
from station.simulate.degrade import as_injected

LOOKS, REPORT = "looks", "evaluation"
FIRST_OWN, FIRST_FOREIGN = 5_500_000, 8_500_000
"""Seeds of the patients start here; none of them was trained on"""
LEAST_ML = 40.0
"""Of an organ in view that is to be found; less is the rim of one that the scan's end cuts"""
WHOLLY = 0.98
"""Of a sphere, counted on a lattice"""
A_PAGE = 3
"""Images drawn next to each other"""
ROWS_VERSION = 2


@dataclass(frozen=True)
class FinderEvaluation(WithKnownImages):
    """What the command line asks for."""

    out: Path
    own: int = 20
    """Patients of our own virtual scanner"""
    foreign: int = 20
    """Of the foreign generator"""
    jobs: int = 1


@dataclass(frozen=True)
class Look:
    """What was found in one image."""

    generator: str
    seed: int
    with_ct: bool
    overlap: Mapping[str, float]
    """Dice of each organ that is in view; 0 where it was withheld"""
    invented: tuple[str, ...]
    """Organs that are not in view and were found"""
    sphere_in_liver: float | None
    """Fraction of the liver's sphere in the true liver; None: it was not put"""
    recognised: bool
    """Whether a liver or lungs were found"""
    turned: tuple[float, ...]
    """Probabilities of mirrored, upside down"""
    false_alarm: bool
    """Whether the patient was called mirrored or upside down"""
    missed_turns: int
    """Of two copies, mirrored and upside down, how many were not noticed"""


def evaluate_finder(request: FinderEvaluation, report: Report = silent) -> Evaluated:
    """Look at what is missing of an evaluation, and write its report into `request.out`.

    Raises StationError where the finder cannot be loaded or a file cannot be written, Cancelled.
    """
    card = FINDERS.named()
    kept = Kept(evaluation_folder(request.out, LOOKS))
    known = request.known_images()
    identity = {"sha256": card.sha256, "version": ROWS_VERSION}
    wanted = [("own", FIRST_OWN + n) for n in range(request.own)]
    wanted += [("foreign", FIRST_FOREIGN + n) for n in range(request.foreign)]
    looks: dict[tuple[str, int], tuple[Look, ...]] = {}
    for case in wanted:
        there = kept.read(_key(case), identity, _restored)
        if there is not None:
            looks[case] = there
    missing = [case for case in wanted if case not in looks]

    def left(count: int) -> None:
        part(report, 0.0, 0.95)(1 - count / len(wanted), f"{count} patients to look at")

    for case, seen in in_processes(_looks_at, missing, request.jobs, left) if missing else ():
        kept.write(_key(case), identity, {"looks": [asdict(look) for look in seen]})
        looks[case] = seen
    rows = [look for case in wanted for look in looks[case]]
    report(0.95, "Looking at the images that people know")
    answers, pictured = _known(known)
    others = [*answers, *_foreign(rows)]
    report(0.98, "Writing the report")
    pictures = {f"found{n}": draw_found(some) for n, some in enumerate(_pages(pictured))}
    lines = tuple(_requirements(rows))
    facts = {
        "name": f"{card.title} {card.version}",
        "about": (
            (
                f"{request.own} patients of our own virtual scanner, {request.foreign} of the "
                f"foreign generator, each with and without its CT; Station {__version__}"
            ),
            f"Weights: SHA-256 {card.sha256}",
        ),
        "organs": _table(rows),
        "outside": others,
        "pictures": list(pictures),
        **verdict(lines),
    }
    document = from_template("finder.md", facts, pictures, shown)
    written = write_document(document, request.out, f"{REPORT}.pdf", f"{REPORT}.md")
    content = {
        "program": f"Station {__version__}",
        "model": {"name": card.title, "version": card.version, "sha256": card.sha256},
        "requirements": [asdict(line) for line in lines],
        "outside": [asdict(one) for one in others],
    }
    data = write_json(request.out / f"{REPORT}.json", content)
    table = request.out / f"{REPORT}.csv"
    write_rows(table, [_flat(look) for look in rows])
    return Evaluated((*written, data, table), lines)


def _pages(pictured: Sequence[Pictured]) -> list[list[Pictured]]:
    return [list(islice(pictured, n, n + A_PAGE)) for n in range(0, len(pictured), A_PAGE)]


def _key(case: tuple[str, int]) -> str:
    return f"{case[0]}-{case[1]}"


def _restored(content: Any) -> tuple[Look, ...]:
    return tuple(restored(Look, look) for look in content["looks"])


# --- one patient --------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Patient:
    pet: Volume
    ct: Volume
    tissues: Callable[[Geometry], NDArray[np.uint8]]


def _patient(generator: str, seed: int) -> _Patient:
    if generator == "foreign":
        case = foreign_case(seed)
        return _Patient(case.pet, case.ct, case.tissues)
    made = WIDE_HELD_OUT.made(seed)
    high_mm = float(made.image.geometry.bounds_mm[1][2])
    body = as_injected(made.patient, made.planned.plan, made.planned.patient_seed, high_mm)
    return _Patient(made.image, made.examination.ct, lambda grid: true_organs(body, grid))


def _looks_at(case: tuple[str, int]) -> tuple[Look, ...]:
    """With the CT, and without it."""
    generator, seed = case
    patient = _patient(generator, seed)
    return tuple(_look(patient, generator, seed, ct) for ct in (patient.ct, None))


def _look(patient: _Patient, generator: str, seed: int, ct: Volume | None) -> Look:
    found = find_landmarks(patient.pet, ct)
    grid = found.organs.geometry
    truth = patient.tissues(grid)
    # What the scan does not see is in no picture.
    seen = np.zeros(grid.shape, np.bool_)
    low, high = patient.pet.geometry.bounds_mm
    z = grid.affine[2, 3] + grid.affine[2, 0] * np.arange(grid.shape[0])
    seen[(z >= low[2]) & (z <= high[2])] = True
    overlap: dict[str, float] = {}
    invented: list[str] = []
    cell_ml = float(np.prod(grid.spacing_mm)) / 1000
    for tissue in VOLUME_ML:
        true, answer = (truth == tissue) & seen, found.organs.mask(tissue)
        if true.sum() * cell_ml >= LEAST_ML:
            both = float((true & answer).sum())
            overlap[tissue.name.lower()] = 2 * both / float(true.sum() + answer.sum())
        elif answer.sum() * cell_ml >= LEAST_ML and not true.any():
            invented.append(tissue.name.lower())
    turned = found.organs.turned
    return Look(
        generator,
        seed,
        ct is not None,
        overlap,
        tuple(invented),
        _in_liver(found, patient),
        found.liver is not None or found.has_lungs,
        (turned.left_right, turned.upside_down),
        found.mirrored or found.upside_down,
        _missed_turns(patient, ct),
    )


def _in_liver(found: Landmarks, patient: _Patient) -> float | None:
    if found.liver is None:
        return None
    sphere = found.liver.sphere
    n = int(np.ceil(sphere.radius_mm))
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = affine[3, 3] = 1.0
    affine[:3, 3] = np.array(sphere.centre_mm) - n
    side = 2 * n + 1
    grid = Geometry((side, side, side), affine)
    away = np.linalg.norm(np.indices(grid.shape) - n, axis=0)
    return float((patient.tissues(grid)[away <= sphere.radius_mm] == Tissue.LIVER).mean())


def _missed_turns(patient: _Patient, ct: Volume | None) -> int:
    missed = 0
    for axis, turn in ((2, "mirrored"), (0, "upside_down")):
        pet, other = (
            None
            if volume is None
            else Volume(np.flip(volume.voxels, axis).copy(), volume.geometry, volume.unit)
            for volume in (patient.pet, ct)
        )
        assert pet is not None
        missed += not getattr(find_landmarks(pet, other), turn)
    return missed


# --- figures ------------------------------------------------------------------------------------

GENERATORS = {"own": "Our own virtual scanner", "foreign": "A foreign generator"}


def _requirements(rows: Sequence[Look]) -> list[Line]:
    lines: list[Line] = []
    for generator, group in GENERATORS.items():
        of = [row for row in rows if row.generator == generator]
        if not of:
            continue
        put = [row.sphere_in_liver for row in of if row.sphere_in_liver is not None]
        livers = [row for row in of if "liver" in row.overlap]
        lines += [
            _counted(group, "body recognised", "all", [row.recognised for row in of], 1.0),
            _counted(
                group,
                "liver's sphere put, where the liver is in view",
                "≥ 95 %",
                [row.sphere_in_liver is not None for row in livers],
                0.95,
            ),
            _counted(
                group, "liver's sphere wholly in the liver", "all", [s >= WHOLLY for s in put], 1.0
            ),
            _counted(
                group,
                "not called mirrored or upside down",
                "all",
                [not row.false_alarm for row in of],
                1.0,
            ),
            _counted(
                group,
                "mirrored and upside-down copies noticed",
                "≥ 95 %",
                [row.missed_turns < number for row in of for number in (1, 2)],
                0.95,
            ),
        ]
    return lines


def _counted(group: str, what: str, target: str, each: Sequence[bool], at_least: float) -> Line:
    """A share that is to be reached, with its Wilson interval."""
    if not each:
        return Line(group, what, target, "nothing was measured", None)
    from statsmodels.stats import proportion as untyped_proportion

    proportion: Any = untyped_proportion
    count, of = sum(each), len(each)
    low, high = proportion.proportion_confint(count, of, method="wilson")
    reached = f"{count} of {of} (95 %: {100 * low:.0f} to {100 * high:.0f} %)"
    return Line(group, what, target, reached, count / of >= at_least)


def _table(rows: Sequence[Look]) -> list[dict[str, str]]:
    """A line for each organ: how often it was found, and how well."""
    table: list[dict[str, str]] = []
    for tissue in VOLUME_ML:
        organ = tissue.name.lower()
        line = {"organ": organ}
        for generator in GENERATORS:
            for with_ct in (True, False):
                of = [
                    row.overlap[organ]
                    for row in rows
                    if (row.generator, row.with_ct) == (generator, with_ct) and organ in row.overlap
                ]
                found = [dice for dice in of if dice > 0]
                text = f"{len(found)} of {len(of)}"
                text += f", {np.median(found):.2f}" if found else ""
                line[f"{generator}_{'ct' if with_ct else 'pet'}"] = text
        line["invented"] = str(sum(organ in row.invented for row in rows))
        table.append(line)
    return table


def _known(known: Sequence[KnownImage]) -> tuple[list[Outside], list[Pictured]]:
    """The card's lines on images that people know, and what is drawn of them."""
    pictured: list[Pictured] = []

    def answer_of(image: KnownImage, _: Series, images: PetCt) -> tuple[str, bool]:
        found = find_landmarks(images.pet.volume, None if images.ct is None else images.ct.volume)
        pictured.append(Pictured(image.title, found))
        there = [
            f"{tissue.name.lower()} {volume:.0f} mL"
            for tissue in VOLUME_ML
            if (volume := found.organs.volume_ml(tissue))
        ]
        answer = "found " + (", ".join(there) or "no organ")
        turned = found.mirrored or found.upside_down
        if turned:
            answer += "; called turned"
        right = found.liver is None and not turned
        if image.liver_mm is not None:
            inside = found.liver is not None and image.in_liver(found.liver.sphere.centre_mm)
            where = "in the liver" if inside else "not in the liver"
            answer += f"; the liver's sphere {where if found.liver else 'was not put'}"
            right = inside and not turned
        return answer, right

    return outside(known, answer_of), pictured


def _foreign(rows: Sequence[Look]) -> list[Outside]:
    """The same of the foreign generator's patients, with the PET alone."""
    lines: list[Outside] = []
    for row in rows:
        if row.generator != "foreign" or row.with_ct:
            continue
        share = row.sphere_in_liver
        liver = "no liver's sphere" if share is None else f"{share:.0%} of the sphere in the liver"
        there = sum(dice > 0 for dice in row.overlap.values())
        answer = f"{there} of {len(row.overlap)} organs in view found; {liver}"
        right = row.recognised and not row.false_alarm and (share is None or share >= WHOLLY)
        title = f"Foreign patient {row.seed}, PET alone"
        lines.append(Outside(title, "by its maker", answer, right))
    return lines


def _flat(look: Look) -> dict[str, object]:
    return {
        "generator": look.generator,
        "seed": look.seed,
        "with_ct": look.with_ct,
        "recognised": look.recognised,
        "sphere_in_liver": look.sphere_in_liver,
        "false_alarm": look.false_alarm,
        "missed_turns": look.missed_turns,
        "invented": " ".join(look.invented),
        **{f"dice {t.name.lower()}": look.overlap.get(t.name.lower()) for t in VOLUME_ML},
    }
