"""The slot for another judge of tones: a model that the user has installed, named as `module:function`.

The function takes targets, each the text of its sentence before, in and after the mention, and answers for each the probabilities of
negative, neutral and positive; this is how target-dependent classifiers are asked (Hamborg and Donnay 2021, NewsMTSC).
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from math import isfinite

from transforms.annotations import TaggedText
from transforms.tones.tones import Verdict
from warehouse.errors import MendableError

type Target = tuple[str, str, str]
type Probabilities = tuple[float, float, float]
type ToneBackend = Callable[[Sequence[Target]], Sequence[Sequence[float]]]

_LABELS = ("negative", "neutral", "positive")


class ToneBackendError(MendableError):
    """A judge of tones that cannot be found, or whose answers are not probabilities."""


def load_backend(name: str) -> ToneBackend:
    """The function that `module:function` names. Raises ToneBackendError."""
    module, _, function = name.partition(":")
    if not module or not function:
        raise ToneBackendError(f"expected module:function as the judge of tones, found {name!r}")
    try:
        found = getattr(import_module(module), function)
    except (ImportError, AttributeError) as problem:
        raise ToneBackendError(
            f"expected to import {function} from {module}, found: {problem}; install it, or unset the setting"
        ) from problem
    if not callable(found):
        raise ToneBackendError(f"expected a function under {name}, found {type(found).__name__}")
    backend: ToneBackend = found
    return backend


def judge_targets(tagged: TaggedText, spans: Sequence[tuple[int, int]], backend: ToneBackend) -> list[Verdict]:
    """Ask for all targets of a text at once; spans are characters, start to end. Raises ToneBackendError."""
    targets = [_target(tagged, start, end) for start, end in spans]
    answers = list(backend(targets)) if targets else []
    if len(answers) != len(targets):
        raise ToneBackendError(f"expected {len(targets)} answers of the judge of tones, found {len(answers)}")
    return [_verdict(answer) for answer in answers]


def _target(tagged: TaggedText, start: int, end: int) -> Target:
    """The sentence around a span, cut in three."""
    for first, last in tagged.sentences:
        low, high = tagged.starts[first], tagged.ends[last - 1]
        if low <= start < high:
            return tagged.text[low:start], tagged.text[start:end], tagged.text[end : max(high, end)]
    return "", tagged.text[start:end], ""


def _verdict(answer: Sequence[float]) -> Verdict:
    if len(answer) != len(_LABELS) or not all(isfinite(value) and 0 <= value <= 1 for value in answer):
        raise ToneBackendError(f"expected probabilities of negative, neutral and positive, found {answer!r}")
    negative, _, positive = answer
    return Verdict(round(positive - negative, 3), _LABELS[max(range(3), key=lambda place: answer[place])])
