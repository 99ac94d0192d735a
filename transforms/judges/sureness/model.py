"""The judge of sureness as three linear models over features, scored with numpy; `flows/training/sureness.py` makes the weights.

Each is a logistic regression on rows that were judged by hand, so that its answer is the share of such rows that are right."""

from collections.abc import Iterable
from math import exp
from pathlib import Path

import numpy as np
import numpy.typing as npt

from transforms.judges.linear import Linear

#: Names of features and weights in half precision; read without pickle.
WEIGHTS = Path(__file__).parent / "weights.npz"
#: What is judged.
PARTS = ("act", "quotation", "topic")


class Sureness:
    """One model for each part; what was never seen counts nothing."""

    def __init__(self, models: dict[str, Linear]) -> None:
        self.models = models

    def judge(self, part: str, features: Iterable[str]) -> float:
        """The probability that the row is right."""
        return round(1 / (1 + exp(-self.models[part].score_first(features))), 3)

    def save(self, path: Path) -> None:
        """Write the weights; some hundred kilobytes."""
        parts: dict[str, npt.NDArray[np.generic]] = {}
        for name, model in self.models.items():
            parts |= model.parts(name)
        with path.open("wb") as out:
            np.savez_compressed(out, **parts)  # type: ignore[arg-type] # numpy's stub takes the names for its own flags

    @classmethod
    def read(cls, path: Path) -> "Sureness":
        """The model of a file of weights."""
        with np.load(path, allow_pickle=False) as parts:
            return cls({name: Linear.of(parts, name) for name in PARTS})
