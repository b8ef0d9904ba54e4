"""The protocol of a reader study: what is scored, on which scale, and how images are presented.

A protocol is a TOML file such as `resources/protocols/reader-study.toml`; errors in one are
reported with their line.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import cast

from station.toml_table import (
    TEXT,
    Check,
    Problems,
    TomlTable,
    as_toml,
    checked_file,
    loaded_file,
    number,
    one_of,
    read_toml,
    refuse_repeats,
    switch,
    whole,
    wrong_count,
    wrong_id,
    wrong_table,
    wrong_tables,
    wrong_texts,
)

LOWEST_SCORE, HIGHEST_SCORE = 1, 5
SCORES = range(LOWEST_SCORE, HIGHEST_SCORE + 1)

DIFFERENCES = range(1, HIGHEST_SCORE - LOWEST_SCORE + 1)
"""Points by which two scores can differ"""

SUV_BOUNDS = (0.5, 100.0)
"""Upper bounds of a window that a protocol can name"""

LONGEST_IDLE_MINUTES = 60
LONGEST_WASHOUT_DAYS = 365

RESERVED_IDS = frozenset({"artifact", "artifact_text", "comment"})
"""Ids of the questions that every form has in addition to its criteria"""


class Arm(StrEnum):
    """How an image was made. A reader never learns it."""

    CONVENTIONAL = "conventional"
    DENOISED = "dl"


class Presentation(StrEnum):
    SINGLE = "single"
    """One image at a time"""
    PAIRED = "paired"
    """The two images of a patient side by side, A | B"""


class Answers(StrEnum):
    """Which answers are analysed where some were revised; both are kept and exported."""

    FIRST = "first"
    LAST = "last"


class StudyRole(StrEnum):
    """What somebody may do in a reader study."""

    COORDINATOR = "coordinator"
    """Sets up, monitors and locks the study; does not read"""
    READER = "reader"
    ADJUDICATOR = "adjudicator"
    """Scores, after the readers, the images they scored very differently"""


@dataclass(frozen=True)
class NewPerson:
    """Somebody who is to take part in a study."""

    name: str
    role: StudyRole
    password: str = field(repr=False)
    one_time: bool = True
    """Whether somebody else chose the password: it is then changed at the first sign-in"""


@dataclass(frozen=True)
class Criterion:
    """What is scored 1 to 5, and the words for each score."""

    id: str
    """As in files: "tumor_delineation" """
    name: str
    """As shown in the form"""
    scale: tuple[str, ...]
    """The words of the scores 1, 2, 3, 4, 5"""
    ours: tuple[int, ...] = ()
    """Scores whose words are not in the source of the protocol, but added by us"""
    margin: float | None = None
    """Points by which DL may be worse and still count as not inferior; None: none is stated"""

    def words(self, score: int) -> str:
        """What `score` means: "excellent". Raises ValueError outside the scale."""
        if score not in SCORES:
            raise ValueError(f"{score} is not a score from {LOWEST_SCORE} to {HIGHEST_SCORE}")
        return self.scale[score - LOWEST_SCORE]


class FormLanguage(StrEnum):
    """Languages that the form of a reading has, by ISO 639."""

    ENGLISH = "en"
    GERMAN = "de"
    JAPANESE = "ja"


class CriterionKind(StrEnum):
    SCORE = "score"
    """One score of 1 to 5 for the image"""
    MARKS = "marks"
    """Foci marked in the image, each with a confidence of 1 to 5 and a site"""


MATCH_MM = 10.0
"""Between two marks of one focus; a lesion's own radius is taken where it is larger"""
MATCH_LIMITS_MM = (1.0, 50.0)
SITES = (
    "head and neck",
    "lung",
    "mediastinum",
    "breast and chest wall",
    "liver",
    "abdomen",
    "pelvis",
    "bone",
    "elsewhere",
)
"""Where protocols name none"""


@dataclass(frozen=True)
class MarksCriterion:
    """Foci are marked, each with a confidence and a site."""

    id: str
    """As in files: "foci" """
    name: str
    """As shown in the form"""
    scale: tuple[str, ...]
    """The words of the confidences 1, 2, 3, 4, 5"""
    sites: tuple[str, ...] = SITES
    match_mm: float = MATCH_MM
    """Farthest distance of two marks of one focus, in the two arms or from a known lesion"""


@dataclass(frozen=True)
class ArmNames:
    """The names of the arms in tables and figures."""

    conventional: str = "Conventional"
    dl: str = "DL"

    def of(self, arm: Arm) -> str:
        return self.conventional if arm is Arm.CONVENTIONAL else self.dl


ARM_NAMES = ArmNames()
"""The defaults"""


@dataclass(frozen=True)
class Protocol:
    """Everything about a reader study that is known before its first image."""

    name: str
    criteria: tuple[Criterion, ...]
    """Those that are scored; foci are in `marks`"""
    presentation: Presentation = Presentation.SINGLE
    washout_cases: int = 0
    """At least this many images of other patients are between two images of one patient"""
    washout_days: int = 0
    """At least this many days; 1: never on the same day; 0: no such rule"""
    repeats: int = 0
    """Images (paired: pairs) shown a second time, unannounced"""
    large_difference: int = 2
    """Difference in points between two readers from which a score goes to the consensus"""
    window_suv: float = 7.0
    """Initial upper bound of the window; the lower one is 0"""
    window_adjustable: bool = True
    window_limits_suv: tuple[float, float] = (2.5, 20.0)
    """Lowest and highest upper bound that a reader may set"""
    artifact: str = "Artifact or failure"
    """The yes–no question; a yes is described"""
    arms: ArmNames = ARM_NAMES
    analysed_answers: Answers = Answers.LAST
    reopened_cases: int | None = None
    """So many confirmed cases a reader may open again before signing; None: any number"""
    idle_minutes: int = 10
    """After which a screen that nobody touches is locked until the password is typed"""
    marks: tuple[MarksCriterion, ...] = ()
    language: str = ""
    """Of the form that readers fill in, a `FormLanguage`; empty: as their windows speak"""

    @property
    def largest_shown_suv(self) -> float:
        """Anything above is the end of the scale in every window."""
        return self.window_limits_suv[1] if self.window_adjustable else self.window_suv

    def criterion(self, criterion_id: str) -> Criterion:
        """Raises KeyError if the protocol has none with that id."""
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    @property
    def titles(self) -> dict[str, str]:
        """What readers see each criterion called, by its id."""
        return {criterion.id: criterion.name for criterion in (*self.criteria, *self.marks)}

    @property
    def margins(self) -> dict[str, float]:
        """Margins of non-inferiority in points, by criterion; only those that are stated."""
        return {
            criterion.id: criterion.margin
            for criterion in self.criteria
            if criterion.margin is not None
        }


# -- reading a protocol ----------------------------------------------------------------------------


def load_protocol(path: Path) -> Protocol:
    """The protocol in a TOML file. Raises StationError with all that is wrong, a line each."""
    return loaded_file(path, "a protocol", _protocol)


def check_protocol(path: Path) -> tuple[str, ...]:
    """All that is wrong in a protocol, a sentence each, in the order of its lines; none: fine."""
    return checked_file(path, "a protocol", _protocol)[1]


def looks_like_a_protocol(path: Path) -> bool:
    """Whether a TOML file has what only reader studies have; False if it cannot be read."""
    table, _ = read_toml(path, "a protocol")
    return table is not None and bool({"criterion", "presentation", "arms"} & table.values.keys())


def _protocol(table: TomlTable, problems: Problems) -> Protocol | None:
    """The checked protocol; None, or one not to be used, where a problem was noted."""
    given = {
        "name": table.take("name", TEXT('name = "…"')),
        "presentation": table.take("presentation", PRESENTATION),
        "washout_cases": table.take(
            "washout_cases", Check(wrong_count, "washout_cases = 15"), required=False
        ),
        "washout_days": table.take("washout_days", DAYS, required=False),
        "repeats": table.take("repeats", Check(wrong_count, "repeats = 5"), required=False),
        "large_difference": table.take("large_difference", DIFFERENCE, required=False),
        "window_suv": table.take("window_suv", WINDOW, required=False),
        "window_adjustable": table.take("window_adjustable", YES_NO, required=False),
        "window_limits_suv": table.take("window_limits_suv", LIMITS, required=False),
        "analysed_answers": table.take("analysed_answers", ANSWERS, required=False),
        "reopened_cases": table.take(
            "reopened_cases", Check(wrong_count, "reopened_cases = 5"), required=False
        ),
        "idle_minutes": table.take("idle_minutes", IDLE, required=False),
        "language": table.take("language", LANGUAGE, required=False),
        "artifact": table.take("artifact", TEXT('artifact = "Artifact"'), required=False),
    }
    arms = table.take("arms", Check(wrong_table, "[arms] above its keys"), required=False)
    items = table.take("criterion", Check(wrong_tables, "[[criterion]] above each one's keys"))
    table.refuse_unknown()
    criteria = [
        _criterion(TomlTable(item, ("criterion", number), problems, f"criterion {number + 1}"))
        for number, item in enumerate(items or [])
    ]
    refuse_repeats("criterion", criteria, problems)
    names = _arm_names(TomlTable(arms or {}, ("arms",), problems, "arms"))
    if given["name"] is None or given["presentation"] is None:
        return None
    values = {key: value for key, value in given.items() if value is not None}
    values["presentation"] = Presentation(values["presentation"])
    values["analysed_answers"] = Answers(values.get("analysed_answers", Protocol.analysed_answers))
    values["window_suv"] = float(values.get("window_suv", Protocol.window_suv))
    low, high = map(float, values.get("window_limits_suv", Protocol.window_limits_suv))
    values["window_limits_suv"] = (low, high)
    adjustable = values.get("window_adjustable", Protocol.window_adjustable)
    if adjustable and not low <= values["window_suv"] <= high:
        problems.add(
            ("window_suv",),
            f"window_suv is {values['window_suv']:g}, but readers may set {low:g} to {high:g}. "
            "Choose one between, or write window_limits_suv = [lowest, highest].",
        )
    scored = tuple(criterion for criterion in criteria if isinstance(criterion, Criterion))
    marked = tuple(criterion for criterion in criteria if isinstance(criterion, MarksCriterion))
    return Protocol(criteria=scored, arms=names, marks=marked, **values)


def _criterion(table: TomlTable) -> Criterion | MarksCriterion | None:
    kind = table.take("kind", KIND, required=False)
    if kind == CriterionKind.MARKS:
        return _marks(table)
    id_ = table.take("id", Check(_wrong_criterion_id, 'id = "image_noise"'))
    name = table.take("name", TEXT('name = "Image noise"'))
    scale = table.take("scale", Check(_wrong_scale, 'scale = ["worst", "…", "…", "…", "best"]'))
    ours = table.take("ours", Check(_wrong_scores, "ours = [2, 3, 4]"), required=False)
    margin = table.take("margin", MARGIN, required=False)
    table.refuse_unknown()
    if id_ is None or name is None or scale is None:
        return None
    stated = None if margin is None else float(margin)
    return Criterion(id_, name, tuple(scale), tuple(ours or ()), stated)


def _marks(table: TomlTable) -> MarksCriterion | None:
    id_ = table.take("id", Check(_wrong_criterion_id, 'id = "foci"'))
    name = table.take("name", TEXT('name = "Foci"'))
    example = 'scale = ["surely normal", "…", "…", "…", "surely disease"]'
    scale = table.take("scale", Check(_wrong_scale, example))
    sites = table.take("sites", Check(_wrong_sites, 'sites = ["liver", "bone"]'), required=False)
    match_mm = table.take("match_mm", MATCH, required=False)
    table.refuse_unknown()
    if id_ is None or name is None or scale is None:
        return None
    reach = MATCH_MM if match_mm is None else float(match_mm)
    return MarksCriterion(id_, name, tuple(scale), tuple(sites or SITES), reach)


def _arm_names(table: TomlTable) -> ArmNames:
    names = {
        arm.value: table.take(arm.value, TEXT(f'{arm.value} = "…"'), required=False) for arm in Arm
    }
    table.refuse_unknown()
    given = ArmNames(**{key: name for key, name in names.items() if name is not None})
    if given.conventional.casefold() == given.dl.casefold():
        table.problems.add(table.where, "both arms have the same name. Give each its own.")
    return given


def _wrong_criterion_id(value: object) -> str | None:
    if (wrong := wrong_id(value)) is not None:
        return wrong
    return f"is {as_toml(value)}, which every form already has" if value in RESERVED_IDS else None


def _wrong_scale(value: object) -> str | None:
    texts = cast(list[object], value)
    if isinstance(value, list) and len(texts) != len(SCORES):
        return f"has {len(texts)} entries, but the scores are {LOWEST_SCORE} to {HIGHEST_SCORE}"
    return wrong_texts(texts)


def _wrong_sites(value: object) -> str | None:
    texts = cast(list[object], value)
    if isinstance(value, list) and not texts:
        return "is empty; leave it out for the usual list"
    if (wrong := wrong_texts(texts)) is not None:
        return wrong
    twice = len({str(text).casefold() for text in texts}) < len(texts)
    return "names a site twice" if twice else None


def _wrong_scores(value: object) -> str | None:
    if not isinstance(value, list):
        return f"is {as_toml(value)}, not a list of scores"
    for score in cast(list[object], value):
        if type(score) is not int or score not in SCORES:
            return f"has {as_toml(score)}; the scores are {LOWEST_SCORE} to {HIGHEST_SCORE}"
    return None


def _wrong_limits(value: object) -> str | None:
    if not isinstance(value, list) or len(cast(list[object], value)) != 2:
        return f"is {as_toml(cast(object, value))}, not two numbers"
    bounds = cast(list[object], value)
    for bound in bounds:
        if (wrong := WINDOW.wrong(bound)) is not None:
            return f"has a bound that {wrong}"
    low, high = cast(list[float], bounds)
    return None if low <= high else f"has {low:g} before {high:g}; the lower one comes first"


PRESENTATION = one_of("presentation", Presentation)
ANSWERS = one_of("analysed_answers", Answers)
DAYS = whole("washout_days = 1", 0, LONGEST_WASHOUT_DAYS)
IDLE = whole("idle_minutes = 10", 1, LONGEST_IDLE_MINUTES)
DIFFERENCE = whole("large_difference = 2", DIFFERENCES[0], DIFFERENCES[-1])
WINDOW = number("window_suv = 7.0", *SUV_BOUNDS)
LIMITS = Check(_wrong_limits, "window_limits_suv = [2.5, 20.0]")
KIND = one_of("kind", CriterionKind)
LANGUAGE = one_of("language", FormLanguage)
MATCH = number("match_mm = 10.0", *MATCH_LIMITS_MM)
MARGIN = number("margin = 0.5", 0.0, float(HIGHEST_SCORE - LOWEST_SCORE), above=True, below=True)
YES_NO = switch("window_adjustable = true or false")
