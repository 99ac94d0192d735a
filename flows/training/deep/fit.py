"""Gradient descent on the questions of all heads at once, from a fixed seed."""

import random
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from flows.training.deep.batches import Batch, Prepared, make_batches
from flows.training.deep.network import MASK_TOKEN, UNITS, Tree, ask, encode
from transforms.judges.deep.layout import FIRST_MARKER, HEADS, markers_of

SEED = 21
LEARNING_RATE = 1.2e-4
WARM_UP = 0.08
DECAY = 0.01
#: Part of a label that is spread over all answers: sets are small, and probabilities shall be no bolder than what is right.
SMOOTHING = 0.1
#: The score of an answer that a head does not have.
NO_ANSWER = -1e9
DECAYED = frozenset({"qkv_weight", "out_weight", "up_weight", "down_weight", "head_weight"})


class Fitted(NamedTuple):
    """What was trained, and the word embeddings that stayed as they were."""

    tree: Tree
    words: jax.Array


def add_heads(tree: Tree, words: jax.Array, seed: int = SEED) -> Tree:
    """The encoder with markers, which start from the mask token, and heads, which start small."""
    rng = np.random.default_rng(seed)
    answers = max(len(head.answers) for head in HEADS)
    width = max(len(markers_of(head)) for head in HEADS) * UNITS
    markers = sum(len(markers_of(head)) for head in HEADS)
    bias = np.full((len(HEADS), answers), NO_ANSWER, np.float32)
    for number, head in enumerate(HEADS):
        bias[number, : len(head.answers)] = 0.0
    return {
        **tree,
        "markers": words[MASK_TOKEN] + jnp.asarray(rng.normal(0, 0.01, (markers, UNITS)), jnp.float32),
        "head_weight": jnp.asarray(rng.normal(0, 0.02, (len(HEADS), width, answers)), jnp.float32),
        "head_bias": jnp.asarray(bias),
    }


def fit(tree: Tree, words: jax.Array, sentences: Sequence[Prepared], epochs: int, seed: int = SEED) -> Tree:
    """Fine-tune on all sentences, `epochs` times each in a new order."""
    shuffle = random.Random(seed)
    steps = sum(1 for _ in make_batches(sentences)) * epochs
    schedule = optax.warmup_cosine_decay_schedule(0.0, LEARNING_RATE, int(steps * WARM_UP), steps, LEARNING_RATE / 50)
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=DECAY, mask={name: name in DECAYED for name in tree})
    )

    def loss(held: Tree, batch: Batch, key: jax.Array) -> jax.Array:
        scores = ask(held, encode(held, words, batch, FIRST_MARKER, key), batch)
        chances = jax.nn.log_softmax(scores)
        possible = scores > NO_ANSWER / 2
        told = -jnp.take_along_axis(chances, batch.labels[:, None], axis=1)[:, 0]
        any_other = -jnp.where(possible, chances, 0.0).sum(axis=1) / possible.sum(axis=1)
        losses = (1 - SMOOTHING) * told + SMOOTHING * any_other
        return jnp.sum(losses * batch.weights) / jnp.maximum(jnp.sum(batch.weights), 1.0)

    @jax.jit
    def step(held: Tree, state: optax.OptState, batch: Batch, key: jax.Array) -> tuple[Tree, optax.OptState, jax.Array]:
        value, slopes = jax.value_and_grad(loss)(held, batch, key)
        changes, state = optimiser.update(slopes, state, held)
        return optax.apply_updates(held, changes), state, value

    state = optimiser.init(tree)
    key = jax.random.key(seed, impl="rbg")
    began, told = time.monotonic(), []
    done = 0
    for epoch in range(epochs):
        for _, batch in make_batches(sentences, shuffle):
            key, own = jax.random.split(key)
            tree, state, value = step(tree, state, batch, own)
            done += 1
            told.append(float(value))
            if done % 50 == 0:
                sys.stderr.write(
                    f"epoch {epoch + 1}, step {done} of {steps}, loss {np.mean(told[-50:]):.3f}, {time.monotonic() - began:.0f} s\n"
                )
                sys.stderr.flush()
    return tree


def predict(tree: Tree, words: jax.Array, sentences: Sequence[Prepared]) -> list[list[npt.NDArray[np.float32]]]:
    """Probabilities of the answers to each question of each sentence, in full precision."""

    @jax.jit
    def run(held: Tree, batch: Batch) -> jax.Array:
        return jax.nn.softmax(ask(held, encode(held, words, batch, FIRST_MARKER, None), batch))

    found: list[list[npt.NDArray[np.float32]]] = [[] for _ in sentences]
    for numbers, batch in make_batches(sentences):
        answers = iter(np.asarray(run(tree, batch)))
        for number in numbers:
            found[number] = [next(answers)[: len(HEADS[head].answers)] for head, _, _, _ in sentences[number].questions]
    return found
