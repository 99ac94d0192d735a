"""The encoder as a jax function: BERT with markers of questions that see the sentence and are not seen by it.

Architecture: Devlin and others 2019; the small one is MiniLM (Wang and others 2020), six layers of 384 units."""

from collections.abc import Mapping

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt

from flows.training.deep.batches import Batch

LAYERS = 6
UNITS = 384
ATTENTION_HEADS = 12
EPSILON = 1e-12
DROPOUT = 0.1
#: What is stacked over the layers.
LAYER_PARTS = tuple(f"{name}_{part}" for name in ("qkv", "out", "up", "down", "attended", "done") for part in ("weight", "bias"))
#: Ids of padding, and of the token whose embedding the markers start from.
MASK_TOKEN = 103

type Tree = dict[str, jax.Array]
type Arrays = Mapping[str, npt.NDArray[np.float32]]


def from_checkpoint(stored: Arrays) -> tuple[Tree, jax.Array]:
    """(what is trained, the word embeddings, which stay as they are) from the tensors of a BERT checkpoint."""
    tree = {"positions": stored["embeddings.position_embeddings.weight"] + stored["embeddings.token_type_embeddings.weight"][0]}
    for name in ("weight", "bias"):
        tree[f"embedding_norm_{name}"] = stored[f"embeddings.LayerNorm.{name}"]
    layers = [_layer_of(stored, layer) for layer in range(LAYERS)]
    tree |= {name: np.stack([layer[name] for layer in layers]) for name in layers[0]}
    return {name: jnp.asarray(value) for name, value in tree.items()}, jnp.asarray(stored["embeddings.word_embeddings.weight"])


def _layer_of(stored: Arrays, layer: int) -> dict[str, npt.NDArray[np.float32]]:
    """The tensors of one layer, matrices as input x output, those of query, key and value side by side."""
    own = f"encoder.layer.{layer}."
    parts = [f"{own}attention.self.{part}." for part in ("query", "key", "value")]
    found = {
        "qkv_weight": np.concatenate([stored[f"{part}weight"].T for part in parts], axis=1),
        "qkv_bias": np.concatenate([stored[f"{part}bias"] for part in parts]),
    }
    for ours, theirs in (("out", "attention.output.dense"), ("up", "intermediate.dense"), ("down", "output.dense")):
        found[f"{ours}_weight"] = stored[f"{own}{theirs}.weight"].T
        found[f"{ours}_bias"] = stored[f"{own}{theirs}.bias"]
    for ours, theirs in (("attended", "attention.output.LayerNorm"), ("done", "output.LayerNorm")):
        for name in ("weight", "bias"):
            found[f"{ours}_{name}"] = stored[f"{own}{theirs}.{name}"]
    return found


def encode(tree: Tree, words: jax.Array, batch: Batch, first_marker: int, key: jax.Array | None) -> jax.Array:
    """Hidden states, sentences x tokens x units; with a key, units are dropped as in training."""
    count = tree["markers"].shape[0]
    is_marker = (batch.ids >= first_marker) & (batch.ids < first_marker + count)
    embedded = jnp.where(is_marker[..., None], tree["markers"][jnp.clip(batch.ids - first_marker, 0, count - 1)], words[batch.ids])
    keys = jax.random.split(key, (LAYERS + 1, 2)) if key is not None else None
    state = _norm(embedded + tree["positions"][batch.positions], tree, "embedding_norm")
    state = _drop(state, keys[LAYERS, 0] if keys is not None else None)
    asked, seen = batch.groups[:, :, None], batch.groups[:, None, :]
    mask = jnp.where((seen == 0) | ((seen == asked) & (seen > 0)), 0.0, -1e9)[:, None]

    def deeper(state: jax.Array, given: tuple[Tree, jax.Array | None]) -> tuple[jax.Array, None]:
        layer, own = given
        first, second = (own[0], own[1]) if own is not None else (None, None)
        state = _norm(state + _drop(_attend(state, layer, mask), first), layer, "attended")
        wide = jax.nn.gelu(_dense(state, layer, "up"), approximate=False)
        return _norm(state + _drop(_dense(wide, layer, "down"), second), layer, "done"), None

    layers = {name: tree[name] for name in LAYER_PARTS}
    return jax.lax.scan(deeper, state, (layers, keys[:LAYERS] if keys is not None else None))[0]


def ask(tree: Tree, state: jax.Array, batch: Batch) -> jax.Array:
    """Logits, questions x most answers, of each question's own head; answers that the head lacks are at -1e9."""
    flat = state.reshape(-1, state.shape[-1])
    taken = jnp.where(batch.markers[..., None] >= 0, flat[jnp.maximum(batch.markers, 0)], 0.0)
    scores = jnp.einsum("qu,tua->qta", taken.reshape(taken.shape[0], -1), tree["head_weight"]) + tree["head_bias"]
    return jnp.take_along_axis(scores, batch.tasks[:, None, None], axis=1)[:, 0]


def _attend(state: jax.Array, tree: Tree, mask: jax.Array) -> jax.Array:
    sentences, tokens, units = state.shape
    size = units // ATTENTION_HEADS
    mixed = _dense(state, tree, "qkv").reshape(sentences, tokens, 3, ATTENTION_HEADS, size)
    query, key, value = (mixed[:, :, part].transpose(0, 2, 1, 3) for part in range(3))
    weights = jax.nn.softmax(query @ key.transpose(0, 1, 3, 2) / np.sqrt(size) + mask, axis=-1)
    return _dense((weights @ value).transpose(0, 2, 1, 3).reshape(sentences, tokens, units), tree, "out")


def _dense(state: jax.Array, tree: Tree, name: str) -> jax.Array:
    return state @ tree[f"{name}_weight"] + tree[f"{name}_bias"]


def _norm(state: jax.Array, tree: Tree, name: str) -> jax.Array:
    mean = state.mean(axis=-1, keepdims=True)
    spread = jnp.square(state - mean).mean(axis=-1, keepdims=True)
    return (state - mean) / jnp.sqrt(spread + EPSILON) * tree[f"{name}_weight"] + tree[f"{name}_bias"]


def _drop(state: jax.Array, key: jax.Array | None) -> jax.Array:
    if key is None:
        return state
    return jnp.where(jax.random.bernoulli(key, 1 - DROPOUT, state.shape), state / (1 - DROPOUT), 0.0)
