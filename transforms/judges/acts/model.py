"""The judge of acts as two linear models over features, scored with numpy.

The first says whether a mention acts on another, the second which event the act is; a logistic curve over the logit of their product,
fitted on predictions for unseen sentences, makes it the probability that a pair has that event. `train.py` makes the weights."""

from collections.abc import Iterable, Sequence
from math import exp
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.judges.linear import Linear

#: Names of features and weights in half precision; read without pickle.
WEIGHTS = Path(__file__).parent / "weights.npz"
_ROUNDING = 1e-9


class Verdict(NamedTuple):
    """The likeliest event of a pair that acts, and the probability that it is that one."""

    event: str
    probability: float


class ActModel:
    """Both models, the events' names, and slope and offset of the calibration."""

    def __init__(self, link: Linear, act: Linear, events: Sequence[str], slope: float, offset: float) -> None:
        self.link = link
        self.act = act
        self.events = events
        self.slope = slope
        self.offset = offset

    def link_probability(self, features: Iterable[str]) -> float:
        """Whether the pair is joined by any event."""
        return 1 / (1 + exp(-self.link.score_first(features)))

    def judge(self, link: float, features: Iterable[str]) -> Verdict:
        """The event of a pair that is joined with the probability `link`."""
        scores = self.act.score(features)
        chances = np.exp(scores - scores.max())
        best = int(chances.argmax())
        return Verdict(self.events[best], self._calibrated(link * float(chances[best] / chances.sum())))

    def most(self, link: float) -> float:
        """No event of a pair that is joined with the probability `link` is likelier: that of its events only lowers it."""
        return self._calibrated(link) + _ROUNDING

    def _calibrated(self, raw: float) -> float:
        kept = min(max(raw, 1e-6), 1 - 1e-6)
        return float(1 / (1 + np.exp(-(self.slope * np.log(kept / (1 - kept)) + self.offset))))

    def save(self, path: Path) -> None:
        """Write the weights; a few hundred kilobytes."""
        parts: dict[str, npt.NDArray[np.generic]] = {
            "events": np.array(self.events),
            "calibration": np.array([self.slope, self.offset], dtype=np.float32),
        }
        for name, linear in (("link", self.link), ("act", self.act)):
            parts |= linear.parts(name)
        with path.open("wb") as out:
            np.savez_compressed(out, **parts)  # type: ignore[arg-type] # numpy's stub takes the names for its own flags

    @classmethod
    def read(cls, path: Path) -> "ActModel":
        """The model of a file of weights."""
        with np.load(path, allow_pickle=False) as parts:
            link, act = (Linear.of(parts, name) for name in ("link", "act"))
            slope, offset = parts["calibration"]
            return cls(link, act, [str(event) for event in parts["events"]], float(slope), float(offset))
