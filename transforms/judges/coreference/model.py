"""The judge of coreference as a network of one hidden layer over the features of a candidate, and a softmax over candidates and nobody."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

WEIGHTS = Path(__file__).parent / "weights.npz"
_Matrix = npt.NDArray[np.float32]


class Ranker:
    """Weights: `inner` (features x hidden) with `inner_bias` and `outer` (hidden)."""

    def __init__(self, inner: _Matrix, inner_bias: _Matrix, outer: _Matrix) -> None:
        self.inner = inner
        self.inner_bias = inner_bias
        self.outer = outer

    def probabilities(self, rows: _Matrix) -> _Matrix:
        """Of each row (candidates, and nobody last) that it is the one; they add up to 1."""
        scores = np.tanh(rows @ self.inner + self.inner_bias) @ self.outer
        chances = np.exp(scores - scores.max())
        found: _Matrix = chances / chances.sum()
        return found

    def save(self, path: Path) -> None:
        """Write the weights in half precision."""
        np.savez_compressed(
            path, inner=self.inner.astype(np.float16), inner_bias=self.inner_bias.astype(np.float16), outer=self.outer.astype(np.float16)
        )

    @classmethod
    def read(cls, path: Path) -> "Ranker":
        """The model of a file of weights."""
        with np.load(path, allow_pickle=False) as parts:
            inner, bias, outer = (parts[name].astype(np.float32) for name in ("inner", "inner_bias", "outer"))
        return cls(inner, bias, outer)
