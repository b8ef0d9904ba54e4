"""How the finder is trained: a TOML file such as `resources/models/finder/organs.toml`."""

from dataclasses import asdict, dataclass
from pathlib import Path

from station.toml_table import number, read_settings, setting, switch, toml_lines, whole


@dataclass(frozen=True)
class FinderRecipe:
    """Everything that determines a training."""

    bodies: int = setting(320, whole("bodies = 320", 1, 100_000))
    """How many virtual patients; each is drawn in about a second and kept"""
    first_body: int = setting(1, whole("first_body = 1", 0, 4_000_000))
    """Seed of the first of both; the others follow"""
    real_bodies: int = setting(120, whole("real_bodies = 120", 1, 100_000))
    """How many deformed copies of the real bodies"""
    real_share: float = setting(0.3, number("real_share = 0.3", 0, 1))
    """Of pictures of them"""
    steps: int = setting(3200, whole("steps = 3200", 1, 10_000_000))
    """Pictures, one a step"""
    learning_rate: float = setting(0.002, number("learning_rate = 0.002", 0, 1, above=True))
    """Of AdamW after a short rise; it falls to 0 as a half cosine"""
    weight_decay: float = setting(0.0001, number("weight_decay = 0.0001", 0, 10))
    seed: int = setting(1, whole("seed = 1", 0, 2**32 - 1))
    bf16: bool = setting(True, switch("bf16 = true or false"))
    """Convolutions in bf16"""

    def as_toml(self) -> str:
        """The recipe as `load_finder_recipe` reads it."""
        return toml_lines(asdict(self))


def load_finder_recipe(path: Path) -> FinderRecipe:
    """The recipe in a TOML file. Raises StationError with all that is wrong, a line each."""
    return read_settings(path, FinderRecipe, "a training recipe", "a recipe")
