"""Linear models over named features, as judges keep and score them: with numpy alone, read without pickle."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat

import numpy as np
import numpy.typing as npt

type Matrix = npt.NDArray[np.float32]


class Linear:
    """Sums of weights: `rows` leads from a feature to its row of `weights` (features x outcomes)."""

    def __init__(self, names: Sequence[str], weights: Matrix, bias: Matrix) -> None:
        self.rows = {name: row for row, name in enumerate(names)}
        self.weights = weights
        self.bias = bias
        self._first: dict[str, float] = dict(zip(names, weights[:, 0].tolist(), strict=True))

    def score_first(self, features: Iterable[str]) -> float:
        """The decision for the first outcome, for which numpy takes longer to be called than to add."""
        return sum(map(self._first.get, dict.fromkeys(features), repeat(0.0))) + float(self.bias[0])

    def score(self, features: Iterable[str]) -> Matrix:
        """The decision for one set of features, one value per outcome; features that were never seen count nothing."""
        known = {row for feature in features if (row := self.rows.get(feature)) is not None}
        if not known:
            return self.bias
        scores: Matrix = self.weights[list(known)].sum(axis=0) + self.bias
        return scores

    def parts(self, name: str) -> dict[str, npt.NDArray[np.generic]]:
        """What a file of weights holds of the model, under a name; weights in half precision."""
        return {
            f"{name}_names": np.frombuffer("\n".join(self.rows).encode(), dtype=np.uint8),
            f"{name}_weights": self.weights.astype(np.float16),
            f"{name}_bias": self.bias.astype(np.float32),
        }

    @classmethod
    def of(cls, parts: Mapping[str, npt.NDArray[np.generic]], name: str) -> "Linear":
        """The model out of a file of weights."""
        names = parts[f"{name}_names"].tobytes().decode().split("\n")
        return cls(names, parts[f"{name}_weights"].astype(np.float32), parts[f"{name}_bias"].astype(np.float32))
