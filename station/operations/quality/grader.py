"""The grader, as it is asked for without loading it: what it needs takes seconds to import."""

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Protocol

from station.installed import resource
from station.pet.image_quality import GraderModel
from station.pet.study import Series
from station.pet.volume import Volume
from station.progress import Report, silent

if TYPE_CHECKING:
    from station.quality.assessment import Assessment
    from station.quality.checks import Control

MODELS = "models.toml"
"""The list of the shipped networks, as station.quality.weights has it"""
NO_GRADER = (
    "No grader is installed: there are no weights in resources/models/grader. "
    "Train one with `station train grader`."
)


class Grader(Protocol):
    """`station.quality.grader.Grader`, without torch."""

    @property
    def model(self) -> GraderModel: ...

    def refusal(self, pet: Volume, series: Series) -> str | None:
        """Why an image is not graded, by its header and its extent."""
        ...

    def refusal_by_checks(self, series: Series, control: "Control") -> str | None:
        """Why an image is not graded, by its checks."""
        ...

    def assess(self, pet: Volume, control: "Control", report: Report = silent) -> "Assessment":
        """What the grader makes of an image and of the organs that its checks found."""
        ...


def shipped_grader() -> Grader:
    """The network that comes with the program; call it off the GUI thread: torch takes seconds.

    Raises StationError where there are no weights, or not those that their card names.
    """
    from station.operations.native_libraries import load_natively

    for package in ("torch", "SimpleITK"):  # the network's, and the checks'
        load_natively(package)
    from station.quality.grader import shipped_grader as shipped

    return shipped()


@cache
def shipped_problem() -> str:
    """Why nothing can be graded here; empty where there are weights. Imports no torch."""
    return "" if resource("models", "grader", MODELS).exists() else NO_GRADER


def installed_model() -> GraderModel | None:
    """Which weights `shipped_grader` would load, by their list alone. Imports no torch.

    None: the list cannot be read; loading them then says why.
    """
    path = resource("models", "grader", MODELS)
    try:
        models = tomllib.loads(path.read_text(encoding="utf-8"))["model"]
        card = next(model for model in models if model.get("default"))
        return GraderModel(card["title"], card["version"], card["sha256"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError, StopIteration):
        return None
