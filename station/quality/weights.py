"""The shipped graders: which there are, what is known about them, and loading them.

`resources/models/grader/models.toml` holds a card for each; the weights next to it are loaded by
their SHA-256 or not at all. `station.quality.shipping` takes a finished training into that folder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from station.model_cards import Card, Models
from station.quality.parts import Parts, unpacked
from station.toml_table import TEXT, Check, is_number, number, whole, wrong_texts

ARCHITECTURE = (
    "monotone ordinal regression with proportional odds on quantities measured in the organs that "
    "the finder recognised (noise, sharpness, fit of PET and CT, streaks and bands, motion, "
    "uptake, hot spots): each as a few ramps that can only lower the grade; a monotone logistic "
    "regression for each cause"
)
ABOUT = (
    "Grades the quality of the PET image of an FDG whole-body scan: 1 to 5 as in Table 1 of H. "
    "Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2, with the probability of "
    "each grade; 1 and 2 are Poor, 3 to 5 Good. It says what drove the grade, and names what may "
    "have gone wrong in the examination. Every quantity is relative to the patient's own organs, "
    "so it cannot see a wrong SUV scale, and it says nothing about the patient's disease."
)
USUAL_SHARE = 99.5
"""% of the images of scanners left out that count as near to the training images"""


@dataclass(frozen=True, kw_only=True)
class GraderCard(Card):
    """What is known about shipped weights. "Left out" are the images of each scanner in turn,
    graded by what the other scanners' images teach; what follows was derived from them and is
    therefore slightly optimistic."""

    cases: int
    """Images fitted to"""
    scanners: tuple[str, ...]
    """Those they are from"""
    causes: tuple[str, ...]
    """The causes it names, in the order of their weights"""
    calibration: tuple[float, float]
    """(scale, shift): P(grade > k) = σ(scale · log odds k + shift)"""
    calibration_without_ct: tuple[float, float]
    """The same for a scan without a CT"""
    log_loss: float
    """Mean log loss of the settled grades of the images left out, calibrated"""
    auc: float
    """Of Poor and Good images left out"""
    threshold: float
    """P(Good) below which the verdict is Poor"""
    threshold_source: str
    """How it was chosen: the words after "chosen\""""
    sensitivity: float
    """Fraction of the Poor images left out that are called Poor"""
    specificity: float
    """Fraction of the Good ones that are called Good"""
    distance_limit: float
    """Beyond it an image is not graded"""


def _wrong_calibration(value: object) -> str | None:
    pair = cast(list[object], value) if isinstance(value, list) else []
    if len(pair) != 2 or not all(is_number(value) for value in pair) or cast(float, pair[0]) <= 0:
        return "is not two numbers, the first above 0"
    return None


def _odds(calibration: tuple[float, float]) -> str:
    scale, shift = calibration
    return f"σ({scale:.3f} · logit k {'−' if shift < 0 else '+'} {abs(shift):.3f})"


def _rows(card: GraderCard) -> Sequence[tuple[str, str]]:
    probabilities = (
        f"P(grade > k) = {_odds(card.calibration)}, without a CT "
        f"{_odds(card.calibration_without_ct)}, fitted to the images of each scanner as graded by "
        f"what the others teach: their log loss is {card.log_loss:.3f}"
    )
    verdict = (
        f"Poor where P(Good) is below {card.threshold:.3f}, chosen {card.threshold_source}. Of the "
        f"images left out {card.sensitivity:.1%} of the Poor are called Poor and "
        f"{card.specificity:.1%} of the Good are called Good (AUC {card.auc:.3f}); the "
        "probabilities were fitted to them, so these figures are slightly optimistic"
    )
    not_graded = (
        f"farther than {card.distance_limit:.2f} from the fifth nearest training image, in spreads "
        f"of what was scanned and of its organs' ratios; of the images left out {USUAL_SHARE:g} % "
        "are nearer"
    )
    return (
        ("scanners", f"{len(card.scanners)}: {'; '.join(card.scanners)}"),
        ("names", ", ".join(card.causes)),
        ("probabilities", probabilities),
        ("verdict", verdict),
        ("not graded", not_graded),
    )


GRADERS = Models(
    "grader",
    GraderCard,
    of_training={
        "cases": whole("cases = 540", 1),
        "scanners": Check(wrong_texts, 'scanners = ["TOF, 4 mm"]'),
        "causes": Check(wrong_texts, 'causes = ["extravasation"]'),
    },
    of_result={
        "calibration": Check(_wrong_calibration, "calibration = [1.0, 0.0]"),
        "calibration_without_ct": Check(_wrong_calibration, "calibration_without_ct = [1.0, 0.0]"),
        "log_loss": number("log_loss = 0.8", 0),
        "auc": number("auc = 0.95", 0, 1),
        "threshold": number("threshold = 0.5", 0, 1, above=True, below=True),
        "threshold_source": TEXT('threshold_source = "by hand"'),
        "sensitivity": number("sensitivity = 0.9", 0, 1),
        "specificity": number("specificity = 0.9", 0, 1),
        "distance_limit": number("distance_limit = 2.0", 0, above=True),
    },
    largest_mb=10,
    rows=_rows,
    measured_on="held-out simulated patients",
    about=ABOUT,
)


def load(model: str | None = None, place: Path | None = None) -> tuple[Parts, GraderCard]:
    """A shipped grader's parts and its card; None: the default one.

    Raises StationError if there is no such model, or if its file is missing, damaged or not the one
    on the card.
    """
    card = GRADERS.named(model, place)
    path = (place or GRADERS.folder) / card.file
    return unpacked(path, GRADERS.content(path, card.sha256)), card
