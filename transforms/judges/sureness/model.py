"""The judge of sureness as four linear models over features, scored with numpy; `flows/training/sureness.py` makes the weights.

Each is a logistic regression on judged rows, so that its answer is the share of such rows that are right. A
fifth one, over three numbers, weighs for acts what a reader of whole sentences says (`transforms/acts/act_reader.py`)."""

from collections.abc import Iterable, Sequence
from math import exp, log
from operator import mul
from pathlib import Path

import numpy as np
import numpy.typing as npt

from transforms.judges.linear import Linear

#: Names of features and weights in half precision; read without pickle.
WEIGHTS = Path(__file__).parent / "weights.npz"
#: Nobody is believed to be surer than this leaves.
SUREST = 0.01
#: What is judged.
PARTS = ("act", "quotation", "topic", "mention")


class Sureness:
    """One model for each part; what was never seen counts nothing. `reading`: weights of `evidence`, and the offset."""

    def __init__(self, models: dict[str, Linear], reading: Sequence[float]) -> None:
        self.models = models
        self.reading = tuple(reading)

    def judge(self, part: str, features: Iterable[str]) -> float:
        """The probability that the row is right."""
        return chance(self.models[part], features)

    def judge_read(self, probability: float, of_event: float, of_nothing: float) -> float:
        """The same of an act of which a reader says how probable its event is, and how probable that nothing is done."""
        *weights, offset = self.reading
        return _share(offset + sum(map(mul, weights, evidence(probability, of_event, of_nothing))))

    def save(self, path: Path) -> None:
        """Write the weights; some hundred kilobytes."""
        parts: dict[str, npt.NDArray[np.generic]] = {"reading": np.array(self.reading, dtype=np.float32)}
        for name, model in self.models.items():
            parts |= model.parts(name)
        with path.open("wb") as out:
            np.savez_compressed(out, **parts)  # type: ignore[arg-type] # numpy's stub takes the names for its own flags

    @classmethod
    def read(cls, path: Path) -> "Sureness":
        """The model of a file of weights."""
        with np.load(path, allow_pickle=False) as parts:
            return cls({name: Linear.of(parts, name) for name in PARTS}, parts["reading"].tolist())


def evidence(probability: float, of_event: float, of_nothing: float) -> tuple[float, float, float]:
    """What tells for an act, in log odds: the judge, the reader's event, and that the reader does not see nothing."""
    return _log_odds(probability), _log_odds(of_event), -_log_odds(of_nothing)


def _log_odds(probability: float) -> float:
    kept = min(max(probability, SUREST), 1 - SUREST)
    return log(kept / (1 - kept))


def chance(model: Linear, features: Iterable[str]) -> float:
    """The probability that one model gives."""
    return _share(model.score_first(features))


def _share(score: float) -> float:
    return round(1 / (1 + exp(-score)), 3)
