"""Examples as padded batches: sentences of about one length together, each with all that is asked about it."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from flows.training.deep.examples import Example
from transforms.judges.deep.layout import HEADS, MOST_PIECES, markers_of, place_markers

#: Tokens of a batch, padding included; lengths are rounded up to one of LENGTHS, so that few shapes are compiled.
TOKENS = 1024
LENGTHS = (24, 32, 40, 48, 64, 80, 112, 160, 256, 512)
#: Questions of a batch are rounded up to a multiple of this; few, for what is compiled hangs on their number, and padding costs little.
QUESTIONS = 512
#: How much a pair that was labelled in news counts: it tells more about news than a sentence that was written to be learned from.
OF_NEWS = 3.0
_MOST_MARKERS = max(2 * len(head.spans) for head in HEADS)
_HEADS = {head.name: number for number, head in enumerate(HEADS)}


class Batch(NamedTuple):
    """Sentences and the questions about them, padded.

    ids, positions, groups: sentences x tokens; the group of a token is 0 for the sentence, n for its n-th question, -1 for padding.
    markers: questions x most markers, places in the flattened tokens; -1 where a question has fewer. tasks, labels, weights: questions.
    """

    ids: npt.NDArray[np.int32]
    positions: npt.NDArray[np.int32]
    groups: npt.NDArray[np.int32]
    markers: npt.NDArray[np.int32]
    tasks: npt.NDArray[np.int32]
    labels: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]


class Prepared(NamedTuple):
    """A sentence as ids and positions, its questions' markers behind it: (head, answer, weight, places of the markers)."""

    ids: list[int]
    positions: list[int]
    groups: list[int]
    questions: list[tuple[int, int, float, list[int]]]


def prepare(examples: Iterable[Example], tokenizer: Tokenizer, weights: Mapping[str, float]) -> list[Prepared]:
    """Sentences in a fixed order, each with its questions."""
    by_text: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        by_text[example.text].append(example)
    return [prepared for text, asked in sorted(by_text.items()) if (prepared := _prepare(text, asked, tokenizer, weights)).questions]


def _prepare(text: str, asked: Sequence[Example], tokenizer: Tokenizer, weights: Mapping[str, float]) -> Prepared:
    encoding = tokenizer.encode(text)
    ids = encoding.ids[:MOST_PIECES]
    prepared = Prepared(list(ids), list(range(len(ids))), [0] * len(ids), [])
    for example in asked:
        number = _HEADS[example.head]
        positions = place_markers(encoding.offsets[: len(ids)], example.spans)
        if positions is None:
            continue
        places = list(range(len(prepared.ids), len(prepared.ids) + len(positions)))
        weight = weights[example.head] * (OF_NEWS if example.is_news else 1.0)
        prepared.questions.append((number, HEADS[number].answers.index(example.answer), weight, places))
        prepared.ids.extend(markers_of(HEADS[number]))
        prepared.positions.extend(positions)
        prepared.groups.extend([len(prepared.questions)] * len(positions))
    return prepared


def make_batches(sentences: Sequence[Prepared], shuffle: random.Random | None = None) -> Iterator[tuple[list[int], Batch]]:
    """(numbers of the sentences, batch); in the order of length, or shuffled."""
    order = list(range(len(sentences)))
    if shuffle is not None:
        shuffle.shuffle(order)
    by_length: dict[int, list[int]] = defaultdict(list)
    for number in order:
        by_length[min(length for length in LENGTHS if length >= len(sentences[number].ids))].append(number)
    chunks = [
        (length, numbers[first : first + size])
        for length, numbers in sorted(by_length.items())
        for size in [max(TOKENS // length, 1)]
        for first in range(0, len(numbers), size)
    ]
    if shuffle is not None:
        shuffle.shuffle(chunks)
    for length, numbers in chunks:
        yield numbers, _pad([sentences[number] for number in numbers], length)


def _pad(sentences: Sequence[Prepared], length: int) -> Batch:
    rows = max(TOKENS // length, 1)
    ids, positions = np.zeros((rows, length), np.int32), np.zeros((rows, length), np.int32)
    groups = np.full((rows, length), -1, np.int32)
    groups[len(sentences) :, 0] = 0
    asked = [(row, question) for row, sentence in enumerate(sentences) for question in sentence.questions]
    count = max(-(-len(asked) // QUESTIONS) * QUESTIONS, QUESTIONS)
    markers = np.full((count, _MOST_MARKERS), -1, np.int32)
    tasks, labels, weights = np.zeros(count, np.int32), np.zeros(count, np.int32), np.zeros(count, np.float32)
    for row, sentence in enumerate(sentences):
        size = len(sentence.ids)
        ids[row, :size], positions[row, :size], groups[row, :size] = sentence.ids, sentence.positions, sentence.groups
    for number, (row, (head, answer, weight, places)) in enumerate(asked):
        markers[number, : len(places)] = [row * length + place for place in places]
        tasks[number], labels[number], weights[number] = head, answer, weight
    return Batch(ids, positions, groups, markers, tasks, labels, weights)
