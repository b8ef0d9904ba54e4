"""How a grader is trained: a TOML file such as `resources/models/grader/tasks.toml`.

Errors in one are reported with their line.
"""

from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from station.errors import StationError
from station.toml_table import Check, number, read_toml, switch, toml_lines, whole


@dataclass(frozen=True)
class Recipe:
    """Everything that determines a training except the cases and the task."""

    patients: int = 89
    """How many simulated patients; the paper's number"""
    first_patient: int = 1
    """Seed of the first; the others follow"""
    epochs: int = 10
    """How often every case is seen. (The paper: 1000)"""
    batch: int = 4
    learning_rate: float = 0.003
    """Initial rate of Adam. (The paper names 0.00001 and 0.01)"""
    weight_decay: float = 0.0
    """Weight decay of AdamW, which without it is Adam"""
    power: float = 0.9
    """The rate falls as (1 - fraction done) to this power: the paper's polyLR, without its power"""
    mirror: bool = True
    """Swap left and right at random"""
    rotation_degrees: float = 10.0
    """Largest rotation about the body's axis; half of it about the others"""
    gamma: float = 0.15
    """Largest change of the exponent of gamma correction"""
    bend_mm: float = 4.0
    """Standard deviation of the elastic deformation at points 128 mm apart"""
    variants: int = 2
    """Warped versions of each case, in addition to the plain one, that the ordinal network sees in
    turn, epoch by epoch; the tasks see a new one each time"""
    rater_sd: float = 0.4
    """The ordinal network learns the probability that raters with this error (in grades) decide on
    each grade, which only a simulator knows; 0: it learns their actual grade"""
    cause_weight: float = 0.3
    """Weight of the loss for causes and noise, relative to that of the grade (ordinal only)"""
    head_epochs: int = 0
    """Further epochs of the ordinal network's heads and its hidden layer on the profile, with the
    dense blocks frozen: what takes seconds can be trained for longer"""
    seed: int = 1
    bf16: bool = True
    """Convolutions in bf16"""

    @property
    def seeds(self) -> range:
        return range(self.first_patient, self.first_patient + self.patients)

    def as_toml(self) -> str:
        """The recipe as `load_recipe` reads it."""
        return toml_lines(asdict(self))


def load_recipe(path: Path) -> Recipe:
    """The recipe in a TOML file. Raises StationError with all that is wrong, one line each."""
    table, problems = read_toml(path, "a training recipe")
    values: dict[str, Any] = {}
    if table is not None:
        table.called = "a recipe"
        for key, check in _CHECKS.items():
            if (value := table.take(key, check, required=False)) is not None:
                values[key] = value
        table.refuse_unknown()
    if sentences := problems.sentences():
        raise StationError("\n".join(sentences))
    return Recipe(**values)


_CHECKS: dict[str, Check] = {
    "patients": whole("patients = 89", 5, 1_000_000),
    "first_patient": whole("first_patient = 1", 0, 4_000_000),
    "epochs": whole("epochs = 10", 1, 100_000),
    "head_epochs": whole("head_epochs = 40", 0, 100_000),
    "batch": whole("batch = 4", 2, 1024),
    "learning_rate": number("learning_rate = 0.003", 0, 1, above=True),
    "weight_decay": number("weight_decay = 0.0", 0, 10),
    "power": number("power = 0.9", 0, 10),
    "mirror": switch("mirror = true or false"),
    "rotation_degrees": number("rotation_degrees = 10.0", 0, 45),
    "gamma": number("gamma = 0.15", 0, 1, below=True),
    "bend_mm": number("bend_mm = 4.0", 0, 30),
    "variants": whole("variants = 2", 0, 100),
    "rater_sd": number("rater_sd = 0.4", 0, 2),
    "cause_weight": number("cause_weight = 0.3", 0),
    "seed": whole("seed = 1", 0, 2**32 - 1),
    "bf16": switch("bf16 = true or false"),
}
assert set(_CHECKS) == {field.name for field in fields(Recipe)}
