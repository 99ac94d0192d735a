"""How the judge of coreference is trained: `python -m flows.training.coreference FOLDER` runs it.

The loss is that of mention ranking with latent antecedents (Durrett & Klein 2013): minus the logarithm of the probability that falls
on any candidate that may be right. Where a corpus says of two names only, as GAP does, every other candidate may be right.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.annotations import Mention
from transforms.document import Document
from transforms.identities.pronouns import link_pronouns
from transforms.identities.things import thing_weight
from transforms.judges.coreference.columns import FEATURES
from transforms.judges.coreference.features import Case, weigh
from transforms.judges.coreference.judge import find_likeliest
from transforms.judges.coreference.labelled import NOBODY, Labelled, Span
from transforms.judges.coreference.model import Ranker
from transforms.judges.coreference.scene import Scene, form_of
from transforms.judges.coreference.things import is_thing

SEED = 15
HIDDEN = 48
NETWORKS = 3
EPOCHS = 30
BATCH = 32
RATE = 3e-3
DROPPED = 0.3
DECAY = 1e-4


class Example(NamedTuple):
    """A pronoun's case: `allowed` marks the rows that may be right, `right` the actors that are; None where nobody says."""

    name: str
    case: Case
    allowed: npt.NDArray[np.bool_]
    right: frozenset[str] | None


def read_examples(labelled: Labelled, document: Document, ranker: Ranker | None) -> list[Example]:
    """The labelled pronouns of a text that has run through the stages before coreference. Pronouns before them carry what `ranker`, or
    without one the rules, say of them, as they will when the judge is at work."""
    tagged, mentions = document.tagged, list(document.mentions)  # also the pronouns that turn out to mean no actor, and go
    pronouns = {(span.start, span.end): span.entity for span in labelled.pronouns}
    link_pronouns(tagged, document.mentions, document.quotes, ranker=ranker)
    scene = Scene(tagged, mentions, document.quotes)
    examples: list[Example] = []
    for place, mention in enumerate(mentions):
        entity = pronouns.get((mention.start, mention.end))
        if mention.layer != "pronoun" or form_of(tagged.lowers[mention.first]) is None or entity is None:
            continue
        case = weigh(scene, mention, thing_weight(tagged, mention, mentions[:place]))
        if labelled.is_complete:
            examples.append(_complete(labelled, case, entity))
        else:
            examples.append(_partial(labelled, case, entity, mentions))
    return examples


def _complete(labelled: Labelled, case: Case, entity: str) -> Example:
    things = [is_thing(candidate) for candidate in case.candidates]
    is_right = things if entity == NOBODY else [_entity_of(labelled.spans, candidate) == entity for candidate in case.candidates]
    known = zip(case.candidates, is_right, things, strict=True)
    right = frozenset(str(candidate.actor_id) for candidate, is_known, no_actor in known if is_known and not no_actor)
    return Example(labelled.name, case, np.array([*is_right, not right]), right)


def _entity_of(spans: Sequence[Span], mention: Mention) -> str | None:
    """The entity of the smallest span around a mention; of a pronoun, of the span that is it."""
    around = [span for span in spans if span.start <= mention.start and mention.end <= span.end]
    if mention.layer == "pronoun":
        around = [span for span in around if (span.start, span.end) == (mention.start, mention.end)]
    return min(around, key=lambda span: span.end - span.start).entity if around else None


def _partial(labelled: Labelled, case: Case, entity: str, mentions: Sequence[Mention]) -> Example:
    actors = {span: closest.actor_id for span in labelled.spans if (closest := _closest(span, mentions)) is not None}
    right = frozenset(actor for span, actor in actors.items() if span.entity == entity and actor is not None)
    wrong = {actor for span, actor in actors.items() if span.entity != entity} - right
    if any(span.entity == entity for span in labelled.spans):
        known = [candidate.actor_id in right for candidate in case.candidates]
        return Example(labelled.name, case, np.array([*known, not any(known)]), right)
    return Example(labelled.name, case, np.array([*(candidate.actor_id not in wrong for candidate in case.candidates), True]), None)


def _closest(span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that shares most of its characters with a span, at least half of both together; or of a span that has a title before the
    name, the name at its end."""
    best, most = None, 0.5
    for mention in mentions:
        shared = min(span.end, mention.end) - max(span.start, mention.start)
        share = shared / (max(span.end, mention.end) - min(span.start, mention.start))
        if share >= most:
            best, most = mention, share
    ends = (mention for mention in mentions if mention.layer == "name" and span.start <= mention.start and mention.end == span.end)
    return best or next(ends, None)


def fit(examples: Sequence[Example]) -> Ranker:
    """The mean of several networks of the examples, which is one wider network; the seed decides all that is drawn."""
    parts = [_fit_one(examples, SEED + number) for number in range(NETWORKS)]
    return Ranker(
        np.concatenate([part.inner for part in parts], axis=1),
        np.concatenate([part.inner_bias for part in parts]),
        (np.concatenate([part.outer for part in parts]) / NETWORKS).astype(np.float32),
    )


def _fit_one(examples: Sequence[Example], seed: int) -> Ranker:
    """A network by Adam with a falling rate."""
    random = np.random.default_rng(seed)
    weights = [
        random.normal(0, 0.15, (len(FEATURES), HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        random.normal(0, 0.15, HIDDEN).astype(np.float32),
    ]
    means, squares = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    order, step = np.arange(len(examples)), 0
    for epoch in range(EPOCHS):
        random.shuffle(order)
        for first in range(0, len(order), BATCH):
            kept = ((random.random(HIDDEN) > DROPPED) / (1 - DROPPED)).astype(np.float32)
            gradients = _gradients(weights, [examples[place] for place in order[first : first + BATCH]], kept)
            step += 1
            for weight, gradient, mean, square in zip(weights, gradients, means, squares, strict=True):
                mean += 0.1 * (gradient - mean)
                square += 0.001 * (gradient**2 - square)
                change = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
                weight -= (RATE * (1 - epoch / EPOCHS) * change).astype(np.float32)
    inner, bias, outer = weights
    return Ranker(inner, bias, outer)


def _gradients(
    weights: Sequence[npt.NDArray[np.float32]], batch: Sequence[Example], kept: npt.NDArray[np.float32]
) -> list[npt.NDArray[np.float32]]:
    inner, bias, outer = weights
    rows = np.concatenate([example.case.rows for example in batch])
    allowed = np.concatenate([example.allowed for example in batch])
    owner = np.repeat(np.arange(len(batch)), [len(example.case.rows) for example in batch])
    hidden = np.tanh(rows @ inner + bias)
    scores = (hidden * kept) @ outer
    highest = np.full(len(batch), -np.inf, np.float32)
    np.maximum.at(highest, owner, scores)
    chances = np.exp(scores - highest[owner])
    among_all = chances / np.bincount(owner, chances)[owner]
    among_right = chances * allowed / (np.bincount(owner, chances * allowed) + 1e-9)[owner]
    error = ((among_all - among_right) / len(batch)).astype(np.float32)
    below = np.outer(error, outer) * kept * (1 - hidden**2)
    return [rows.T @ below + DECAY * inner, below.sum(axis=0), (hidden * kept).T @ error + DECAY * outer]


class Figures(NamedTuple):
    """How a judge does on examples of which the right actors are known: `linked` of `asked`, of them `right`; `linkable` have one."""

    asked: int
    linkable: int
    linked: int
    right: int

    def __str__(self) -> str:
        return (
            f"{self.asked} pronouns, {self.linkable} with an antecedent among the candidates, {self.linked} linked: "
            f"precision {self.right / max(self.linked, 1):.3f}, recall {self.right / max(self.linkable, 1):.3f}"
        )


def measure(ranker: Ranker, examples: Iterable[Example], enough: float) -> Figures:
    """What the judge gets right when it links from the probability `enough` on."""
    asked = linkable = linked = right = 0
    for example in examples:
        if example.right is None:
            continue
        asked += 1
        linkable += bool(example.right)
        found = find_likeliest(ranker, example.case)
        if found.mention is not None and found.is_enough(enough):
            linked += 1
            right += found.mention.actor_id in example.right
    return Figures(asked, linkable, linked, right)


def reliability(ranker: Ranker, examples: Iterable[Example]) -> list[str]:
    """Of pronouns whose likeliest actor has a probability in each tenth: how many are right."""
    said: list[tuple[float, bool]] = []
    for example in examples:
        found = find_likeliest(ranker, example.case)
        if example.right is not None and found.mention is not None:
            said.append((found.probability, found.mention.actor_id in example.right))
    lines = []
    for low in range(10):
        here = [(chance, is_right) for chance, is_right in said if low / 10 <= chance < (low + 1) / 10 + (low == 9)]
        if here:
            mean, share = sum(c for c, _ in here) / len(here), sum(r for _, r in here) / len(here)
            lines.append(f"said {low / 10:.1f} to {(low + 1) / 10:.1f}: {len(here)} pronouns, mean {mean:.3f}, right {share:.3f}")
    return lines
