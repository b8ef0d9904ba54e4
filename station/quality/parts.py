"""A grader's fitted parts, and their file.

The file is safetensors: arrays alone, nothing that is run.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.model_cards import REINSTALL
from station.quality.familiar import QUANTITIES as OF_KIND
from station.quality.familiar import Familiar
from station.quality.measures.every import QUANTITIES
from station.quality.measures.quantity import Quantity, Subject
from station.quality.regression import Namer, Ramps, Regression

WEIGHTS, HELD_OUT, RECIPE = "grader.safetensors", "held_out.csv", "recipe.toml"
"""The files of a training"""
GRADED: tuple[Quantity, ...] = tuple(
    quantity for quantity in QUANTITIES if quantity.subject is not Subject.KIND
)
"""The quantities that drive a grade"""


@dataclass(frozen=True, eq=False)
class Parts:
    """All that was fitted."""

    regression: Regression
    namer: Namer
    familiar: Familiar

    def packed(self) -> bytes:
        """The content of a file. (No metadata: safetensors writes them in an order by chance, and
        so another SHA-256 each time.)"""
        from safetensors import numpy as safetensors

        ramps = self.regression.ramps
        # Names in place of numbers, so that a file of other quantities is refused.
        arrays: dict[str, NDArray[Any]] = {
            "ramps.quantity": ramps.quantity,
            "ramps.start": ramps.start,
            "ramps.end": ramps.end,
            "ramps.highest": ramps.highest,
            "ramps.usual": ramps.usual,
            "weights": self.regression.weights,
            "softness": np.array([self.regression.softness]),
            "cuts": self.regression.cuts,
            "causes.intercepts": self.namer.intercepts,
            "causes.weights": self.namer.weights,
            "familiar.images": self.familiar.images.astype(np.float32),
            "familiar.median": self.familiar.median,
            "familiar.spread": self.familiar.spread,
            "names": _as_bytes(
                [[q.name for q in GRADED], [q.name for q in OF_KIND], list(self.namer.causes)]
            ),
        }
        whole = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
        return cast(Any, safetensors).save(whole)


def _as_bytes(names: Sequence[Sequence[str]]) -> NDArray[np.uint8]:
    return np.frombuffer(json.dumps(names).encode(), np.uint8)


def unpacked(path: Path, content: bytes) -> Parts:
    """The parts in the `content` of `path`. Raises StationError where it is another grader's."""
    from safetensors import SafetensorError
    from safetensors import numpy as safetensors

    try:
        arrays: Mapping[str, NDArray[Any]] = cast(Any, safetensors).load(content)
        graded, of_kind, causes = json.loads(arrays["names"].tobytes())
        if graded != [q.name for q in GRADED] or of_kind != [q.name for q in OF_KIND]:
            raise ValueError("it was fitted to other quantities")
        ramps = Ramps(
            *(arrays[f"ramps.{name}"] for name in ("quantity", "start", "end", "highest", "usual"))
        )
        softness = float(arrays["softness"][0])
        return Parts(
            Regression(GRADED, ramps, arrays["weights"], softness, arrays["cuts"]),
            Namer(tuple(causes), arrays["causes.intercepts"], arrays["causes.weights"]),
            Familiar(*(arrays[f"familiar.{name}"] for name in ("images", "median", "spread"))),
        )
    except (SafetensorError, KeyError, ValueError, IndexError) as error:
        raise StationError(f"{path} does not hold a grader: {error}. {REINSTALL}") from error
