"""How well two dates of one patient are brought together: registration, and matching of lesions.

  python -m tests.benchmarks.priors --pairs 40

The pairs are those of `tests.made_up.two_dates`: the true motion and every lesion are known, the
images are blurred and noisy truth, not OSEM. The registration's error is the distance from where
it puts an organ's centre to where that centre is; the lesions are grown at 41 % from a click near
each and matched by place alone. A decision is one lesion of one date: its partner, or that it has
none.
"""

import json
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from station.errors import StationError
from station.operations.registration import register
from station.pet.alignment import Alignment
from station.pet.followup import Spot, match_lesions, spot_of
from station.pet.growing import GrowthRule, grow_lesion, threshold_of
from station.pet.volume import Unit
from station.simulate.phantom import truth_labels
from tests.benchmarks.timing import argument_parser, sized
from tests.made_up.two_dates import Date, Pair, draw_pair

ORGANS = ("liver", "spleen", "left ventricle cavity", "bladder", "lung", "grey matter", "vertebra")
CLICK_MM = 3.0
"""SD of a click around a lesion's centre"""
Z = 1.96


@dataclass
class Judged:
    seed: int
    seconds: float = 0.0
    """Of the processor: other work on the machine does not count"""
    how: str = ""
    verdict: str = ""
    sentence: str = ""
    errors_mm: dict[str, float] = field(default_factory=dict)
    right: int = 0
    decisions: int = 0
    wrong: list[str] = field(default_factory=list)


def judge(seed: int, *, with_ct: bool, rigid: bool) -> Judged:
    pair = draw_pair(seed, with_ct=with_ct, rigid=rigid)
    begun = time.process_time()
    alignment = register(pair.current.images, pair.prior.images)
    judged = Judged(seed, time.process_time() - begun)
    judged.how, judged.verdict = str(alignment.how), str(alignment.verdict)
    judged.sentence = alignment.sentence
    judged.errors_mm = errors_mm(pair, alignment)
    judge_matching(pair, alignment, judged, np.random.default_rng(seed))
    return judged


def errors_mm(pair: Pair, alignment: Alignment) -> dict[str, float]:
    """From where each organ's centre is put to where it is on the prior date; organs move, too."""
    geometry = pair.prior.images.pet.volume.geometry
    then, now = (truth_labels(date.body, geometry) for date in (pair.prior, pair.current))
    back = np.linalg.inv(pair.motion)
    errors: dict[str, float] = {}
    for organ in ORGANS:
        if organ not in then.names or organ not in now.names:
            continue
        there, today = (
            geometry.to_patient(np.argwhere(labels.mask(organ)).mean(axis=0))
            for labels in (then, now)
        )
        here = back[:3, :3] @ today + back[:3, 3]
        if pair.current.images.pet.volume.geometry.voxel_at(here) is not None:
            errors[organ] = float(np.linalg.norm(alignment.to_prior(here) - there))
    return errors


def spots(date: Date, rng: np.random.Generator) -> dict[int, Spot]:
    """The lesions of a date as a reader grows them, by identity."""
    volume = date.images.pet.volume
    threshold = threshold_of(GrowthRule.OF_MAX_41, Unit.SUV_BW)
    found: dict[int, Spot] = {}
    for identity, lesion in enumerate(date.lesions):
        if lesion is None or volume.geometry.voxel_at(lesion.centre_mm) is None:
            continue
        x, y, z = (np.array(lesion.centre_mm) + rng.normal(0, CLICK_MM, 3)).tolist()
        try:
            grown = grow_lesion(volume, (x, y, z), threshold)
        except StationError:
            continue
        spot = spot_of(grown.contour, grown.measurement)
        if spot is not None:
            found[identity] = spot
    return found


def judge_matching(
    pair: Pair, alignment: Alignment, judged: Judged, rng: np.random.Generator
) -> None:
    now, before = (spots(date, rng) for date in (pair.current, pair.prior))
    of_now, of_before = list(now), list(before)
    matching = match_lesions([*now.values()], [*before.values()], alignment)
    partner = {of_now[a]: of_before[b] for a, b, _ in matching.pairs}
    back = {b: a for a, b in partner.items()}
    for found, others, partners, lesions in (
        (now, before, partner, pair.current.lesions),
        (before, now, back, pair.prior.lesions),
    ):
        for identity in found:
            truth = identity if identity in others else None
            judged.decisions += 1
            if partners.get(identity) == truth:
                judged.right += 1
            else:
                lesion = lesions[identity]
                assert lesion is not None
                judged.wrong.append(f"{lesion.site}: {partners.get(identity)} for {truth}")


def wilson(right: int, of: int) -> tuple[float, float]:
    """95 % interval of a share (E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209)."""
    share = right / of
    middle = (share + Z**2 / (2 * of)) / (1 + Z**2 / of)
    half = Z * np.sqrt(share * (1 - share) / of + Z**2 / (4 * of**2)) / (1 + Z**2 / of)
    return float(middle - half), float(middle + half)


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("--pairs", type=int, default=sized(40, 1))
    parser.add_argument("--first", type=int, default=7_100_000)
    parser.add_argument("--without-ct", action="store_true")
    parser.add_argument("--rigid", action="store_true", help="the same posture and uptake")
    parser.add_argument("--out", type=Path, help="every pair as JSON lines")
    asked = parser.parse_args()
    rows: list[Judged] = []
    for seed in range(asked.first, asked.first + asked.pairs):
        judged = judge(seed, with_ct=not asked.without_ct, rigid=asked.rigid)
        rows.append(judged)
        worst = max(judged.errors_mm.values(), default=float("nan"))
        print(
            f"{seed}  {judged.seconds:5.1f} s  {judged.verdict:9} worst organ {worst:5.1f} mm  "
            f"lesions {judged.right}/{judged.decisions}  {'; '.join(judged.wrong)}",
            flush=True,
        )
        if asked.out is not None:
            with asked.out.open("a", encoding="utf-8") as file:
                file.write(json.dumps(vars(judged)) + "\n")
    report(rows)


def report(rows: list[Judged]) -> None:
    every = np.array([error for row in rows for error in row.errors_mm.values()])
    for organ in ORGANS:
        errors = [row.errors_mm[organ] for row in rows if organ in row.errors_mm]
        if errors:
            median, far = np.percentile(errors, [50, 95])
            print(f"{organ:24} median {median:5.1f} mm, p95 {far:5.1f} mm of {len(errors)}")
    print(f"{'all':24} median {np.median(every):5.1f} mm, p95 {np.percentile(every, 95):5.1f} mm")
    right, decisions = sum(row.right for row in rows), sum(row.decisions for row in rows)
    low, high = wilson(right, decisions)
    print(
        f"lesions: {right} of {decisions} decisions right, {100 * right / decisions:.1f} % "
        f"(95 % interval {100 * low:.1f} to {100 * high:.1f}); "
        f"{sum(not row.wrong for row in rows)} of {len(rows)} pairs without a mistake"
    )
    seconds = [row.seconds for row in rows]
    print(
        f"registration on one core: median {np.median(seconds):.1f} s, longest {max(seconds):.1f} s"
    )


if __name__ == "__main__":
    main()
