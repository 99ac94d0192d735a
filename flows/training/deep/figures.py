"""What the written encoder gets right on examples that it has not seen."""

from collections.abc import Iterator, Sequence
from itertools import groupby, product

import numpy as np

from flows.training.deep.examples import Example
from transforms.annotations import TaggedText
from transforms.judges.deep.encoder import Encoder
from transforms.judges.deep.layout import HEADS, Head

_STEPS = 10


def figures(encoder: Encoder, examples: Sequence[Example]) -> Iterator[str]:
    """Lines for the card: accuracy, macro F1, and how often what was said with so much certainty is right."""
    for head, is_news in product(HEADS, (False, True)):
        own = [example for example in examples if example.head == head.name and example.is_news == is_news]
        own.sort(key=lambda example: example.text)
        if own:
            asked = [(example, answer) for example in own for answer in _ask(encoder, head, example)]
            name = f"{head.name} in news" if is_news else head.name
            yield from _measure(name, head, [example.answer for example, _ in asked], np.array([answer for _, answer in asked]))


def _ask(encoder: Encoder, head: Head, example: Example) -> list[tuple[float, ...]]:
    (answer,) = encoder.ask(head.name, one_sentence(example.text), [example.spans])
    return [answer] if answer is not None else []


def one_sentence(text: str) -> TaggedText:
    """A text as a single token and sentence: all that the encoder looks at."""
    return TaggedText(text, [], [text], [0], [len(text)], [""], [""], [0], [0], [(0, 1)], [0], [], has_syntax=False)


def _measure(name: str, head: Head, truth: Sequence[str], chances: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> Iterator[str]:
    said = [head.answers[place] for place in chances.argmax(axis=1)]
    right = [one == other for one, other in zip(truth, said, strict=True)]
    scores = []
    for answer in head.answers:
        hits = sum(one == other == answer for one, other in zip(truth, said, strict=True))
        scores.append(2 * hits / max(truth.count(answer) + said.count(answer), 1))
    yield f"{name}: {len(truth)} held out, accuracy {np.mean(right):.3f}, macro F1 {np.mean(scores):.3f}"
    certain = sorted(zip(chances.max(axis=1), right, strict=True))
    for step, group in groupby(certain, key=lambda pair: min(int(pair[0] * _STEPS), _STEPS - 1)):
        pairs = list(group)
        mean, share = np.mean([chance for chance, _ in pairs]), np.mean([hit for _, hit in pairs])
        yield f"{name} said {step / _STEPS:.1f} to {(step + 1) / _STEPS:.1f}: {len(pairs)} answers, mean {mean:.3f}, right {share:.3f}"
