"""How a grader is trained: a TOML file such as `resources/models/grader/tasks.toml`.

Errors in one are reported with their line.
"""

from dataclasses import asdict, dataclass
from pathlib import Path

from station.toml_table import number, read_settings, setting, switch, toml_lines, whole


@dataclass(frozen=True)
class Recipe:
    """Everything that determines a training except the cases and the task."""

    patients: int = setting(89, whole("patients = 89", 5, 1_000_000))
    """How many simulated patients; the paper's number"""
    first_patient: int = setting(1, whole("first_patient = 1", 0, 4_000_000))
    """Seed of the first; the others follow"""
    epochs: int = setting(10, whole("epochs = 10", 1, 100_000))
    """How often every case is seen. (The paper: 1000)"""
    batch: int = setting(4, whole("batch = 4", 2, 1024))
    learning_rate: float = setting(0.003, number("learning_rate = 0.003", 0, 1, above=True))
    """Of Adam at the start. (The paper names 0.00001 and 0.01)"""
    weight_decay: float = setting(0.0, number("weight_decay = 0.0", 0, 10))
    """Of AdamW, which without it is Adam"""
    power: float = setting(0.9, number("power = 0.9", 0, 10))
    """The rate goes as (1 - part done) to this power: the paper's polyLR, whose power it does not
    say"""
    mirror: bool = setting(True, switch("mirror = true or false"))
    """Left and right by chance"""
    rotation_degrees: float = setting(10.0, number("rotation_degrees = 10.0", 0, 45))
    """Largest rotation about the body's axis; half of it about the others"""
    gamma: float = setting(0.15, number("gamma = 0.15", 0, 1, below=True))
    """Largest change of the exponent of gamma correction"""
    bend_mm: float = setting(4.0, number("bend_mm = 4.0", 0, 30))
    """Standard deviation of the elastic deformation at points 128 mm apart"""
    seed: int = setting(1, whole("seed = 1", 0, 2**32 - 1))
    bf16: bool = setting(True, switch("bf16 = true or false"))
    """Convolutions in bf16"""

    @property
    def seeds(self) -> range:
        return range(self.first_patient, self.first_patient + self.patients)

    def as_toml(self) -> str:
        """The recipe as `load_recipe` reads it."""
        return toml_lines(asdict(self))


def load_recipe(path: Path) -> Recipe:
    """The recipe in a TOML file. Raises StationError with all that is wrong, a line each."""
    return read_settings(path, Recipe, "a training recipe", "a recipe")
