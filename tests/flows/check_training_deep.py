"""`make train-deep-check`: a few steps of training of a small world, twice, and the graph that is written of it. Needs the extra train-deep."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from tokenizers import BertWordPieceTokenizer

from flows.training.deep.__main__ import WEIGHTS, write
from flows.training.deep.batches import prepare
from flows.training.deep.examples import read_places
from flows.training.deep.figures import one_sentence
from flows.training.deep.fit import add_heads, fit, predict
from flows.training.deep.network import LAYERS, UNITS, from_checkpoint
from transforms.judges.deep.encoder import FOLDER, VOCABULARY, Encoder


def random_checkpoint() -> dict[str, np.ndarray]:
    """Tensors of a BERT that knows nothing."""
    rng = np.random.default_rng(0)
    shapes = {
        "embeddings.word_embeddings.weight": (30522, UNITS), "embeddings.position_embeddings.weight": (512, UNITS),
        "embeddings.token_type_embeddings.weight": (2, UNITS),
    }  # fmt: skip
    for layer in range(LAYERS):
        own = f"encoder.layer.{layer}"
        shapes |= {f"{own}.attention.self.{part}.weight": (UNITS, UNITS) for part in ("query", "key", "value")}
        shapes |= {f"{own}.attention.output.dense.weight": (UNITS, UNITS), f"{own}.intermediate.dense.weight": (4 * UNITS, UNITS)}
        shapes |= {f"{own}.output.dense.weight": (UNITS, 4 * UNITS)}
    tensors = {name: rng.normal(0, 0.04, shape).astype(np.float32) for name, shape in shapes.items()}
    for name in list(tensors):
        if name.startswith("encoder"):
            tensors[name.replace("weight", "bias")] = np.zeros(tensors[name].shape[0], np.float32)
    norms = ["embeddings.LayerNorm"]
    norms += [f"encoder.layer.{layer}.{part}.LayerNorm" for layer in range(LAYERS) for part in ("attention.output", "output")]
    for name in norms:
        tensors |= {f"{name}.weight": np.ones(UNITS, np.float32), f"{name}.bias": np.zeros(UNITS, np.float32)}
    return tensors


def main() -> None:
    """Raises AssertionError where training is not what it should be."""
    examples = list(read_places([FOLDER / "sentences" / "africa.csv"]))
    tokenizer = BertWordPieceTokenizer(str(FOLDER / VOCABULARY), lowercase=True)
    sentences = prepare(examples, tokenizer, WEIGHTS)
    tree, words = from_checkpoint(random_checkpoint())
    first, again = (fit(add_heads(tree, words), words, sentences, 16) for _ in range(2))
    answers, repeated = (predict(fitted, words, sentences) for fitted in (first, again))
    assert np.allclose(np.concatenate(answers), np.concatenate(repeated), atol=1e-3), "expected the same from the same seed"
    truth = [answer for sentence in sentences for _, answer, _, _ in sentence.questions]
    right = np.mean(np.concatenate(answers).argmax(axis=1) == truth)
    assert right > 0.7, f"expected training to learn its examples, found {right:.2f} right"
    with TemporaryDirectory() as scratch:
        target = Path(scratch)
        write(first, words, (FOLDER / VOCABULARY).read_bytes(), target)
        encoder = Encoder.load(target)
        texts = sorted({example.text for example in examples})
        spans = [[example.spans for example in examples if example.text == text] for text in texts]
        written = [
            answer for text, asked in zip(texts, spans, strict=True) for answer in encoder.ask("place_or_power", one_sentence(text), asked)
        ]
    difference = np.abs(np.array(written) - np.concatenate(answers))
    assert difference.mean() < 0.05, f"expected eight bits to answer as full precision, found {difference.mean():.3f} apart"
    sys.stdout.write(f"{right:.2f} right, eight bits {difference.mean():.3f} apart\n")


if __name__ == "__main__":
    main()
