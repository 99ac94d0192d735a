"""Train the judge of acts from its labelled sentences: `python -m transforms.judges.acts.train [--check]`.

Needs the extra `train` (scikit-learn). A seed fixes the order of sentences; five folds that share no sentence give the figures of the card
and the calibration. With `--check` nothing is written."""

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from transforms.acts.agents import Agents
from transforms.acts.arguments import ActArguments
from transforms.acts.coded import find_acts
from transforms.acts.events import Events
from transforms.annotations import NOBODY, Mention, Paragraph, TaggedText
from transforms.judges.acts.features import Scene, find_way
from transforms.judges.acts.judge import who_acts
from transforms.judges.acts.labelled import FOLDER, Labelled, read_labelled
from transforms.judges.acts.model import WEIGHTS, ActModel
from transforms.judges.linear import Linear
from transforms.language.en.labels import NAME_TAGS, PRONOUN_TAGS
from transforms.taggers.spacy_tagger import SpacyTagger

SEED = 15
FOLDS = 5
#: Strength of the two models' regularisation (scikit-learn's C).
LINK_C = 0.3
ACT_C = 2.0
_PATTERNS = Path(__file__).parents[3] / "warehouse" / "seeds" / "events.csv"
_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_KINDS = {"GPE": "country", "PERSON": "person", "ORG": "organisation", "NORP": "people"}


class Example(NamedTuple):
    """An ordered pair of marks of one sentence; `event` is empty where the one does nothing to the other."""

    sentence: int
    link: list[str]
    act: list[str]
    event: str


def read_examples(sentences: Sequence[Labelled], events: Events, tagger: SpacyTagger) -> list[Example]:
    """Every ordered pair of those who may act and hang together in the syntax tree, with its features; who is not marked does nothing."""
    texts = ((labelled.text, [Paragraph(0, len(labelled.text), "body")]) for labelled in sentences)
    return [
        example
        for number, (labelled, tagged) in enumerate(zip(sentences, tagger.tag(texts), strict=True))
        for example in _pairs(number, labelled, tagged, events)
    ]


def _pairs(number: int, labelled: Labelled, tagged: TaggedText, events: Events) -> list[Example]:
    marked = [_mention(tagged, start, end) for start, end in labelled.marks]
    covered = {position for mention in marked for position in range(mention.first, mention.last)}
    names = [name for name in tagged.names if name.label in _LABELS and not covered & set(range(name.first, name.last))]
    agents = Agents(tagged, [*marked, *(_mention(tagged, tagged.starts[name.first], tagged.ends[name.last - 1]) for name in names)])
    acts = find_acts(tagged, ActArguments(tagged, agents, events), events)
    number_of = {id(mention): place for place, mention in enumerate(marked)}
    examples: list[Example] = []
    for sentence, (first, last) in enumerate(tagged.sentences):
        mentions = who_acts(agents, first, last)
        scene = Scene(tagged, sentence, mentions, [act for act in acts if tagged.sentence_of[act.verb] == sentence], events)
        for source, target in permutations(mentions, 2):
            way = find_way(tagged, source.head, target.head)
            if way is not None:
                link, act = scene.link_features(source, target, way), scene.act_features(source, target, way)
                event = labelled.events.get((number_of.get(id(source), -1), number_of.get(id(target), -1)), "")
                examples.append(Example(number, link, act, event))
    return examples


def _mention(tagged: TaggedText, start: int, end: int) -> Mention:
    """A marked span as a mention of somebody who can act."""
    places = [p for p in range(len(tagged.words)) if tagged.starts[p] < end and tagged.ends[p] > start]
    first, last = places[0], places[-1] + 1
    head = next((p for p in places if not first <= tagged.heads[p] < last or tagged.heads[p] == p), places[-1])
    label = next((name.label for name in tagged.names if name.first <= head < name.last), None)
    is_name = tagged.tags[head] in NAME_TAGS
    layer = "name" if is_name else "pronoun" if tagged.tags[head] in PRONOUN_TAGS else "nominal"
    kind = _KINDS.get(label or "", "generic")
    return Mention(
        tagged.starts[first], tagged.ends[last - 1], first, last, head, layer, "marked", ner=label, actor_id=f"MARK.{start}",
        actor=NOBODY._replace(kind=kind), reading="power",
    )  # fmt: skip


def fit(examples: Sequence[Example]) -> tuple[ActModel, Any, Any]:
    """The model without calibration, and scikit-learn's own pipelines for comparison: (vectorizer, classifier) of link and act."""
    link = _fit([example.link for example in examples], [str(bool(example.event)) for example in examples], LINK_C)
    joined = [example for example in examples if example.event]
    act = _fit([example.act for example in joined], [example.event for example in joined], ACT_C)
    model = ActModel(_linear(*link), _linear(*act), [str(event) for event in act[1].classes_], 1.0, 0.0)
    return model, link, act


def _fit(features: Sequence[list[str]], outcomes: Sequence[str], strength: float) -> tuple[Any, Any]:
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform([dict.fromkeys(names, 1) for names in features])
    return vectorizer, LogisticRegression(C=strength, max_iter=500, random_state=SEED).fit(matrix, outcomes)


def _linear(vectorizer: Any, classifier: Any) -> Linear:  # noqa: ANN401 - scikit-learn's classes carry no types
    names = list(vectorizer.get_feature_names_out())
    return Linear(names, classifier.coef_.T.astype(np.float32), classifier.intercept_.astype(np.float32))


def cross_validate(examples: Sequence[Example]) -> list[tuple[str, float]]:
    """For each example the event and uncalibrated probability by a model that saw nothing of its sentence."""
    numbers = sorted({example.sentence for example in examples})
    random.Random(SEED).shuffle(numbers)
    fold_of = {number: place % FOLDS for place, number in enumerate(numbers)}
    found: list[tuple[str, float]] = [("", 0.0)] * len(examples)
    for fold in range(FOLDS):
        model, _, _ = fit([example for example in examples if fold_of[example.sentence] != fold])
        for place, example in enumerate(examples):
            if fold_of[example.sentence] == fold:
                found[place] = model.judge(model.link_probability(example.link), example.act)
    return found


def calibrate(examples: Sequence[Example], found: Sequence[tuple[str, float]]) -> tuple[float, float]:
    """Slope and offset of the logistic curve from the logit of a raw probability to that of being right (Platt)."""
    raw = np.array([probability for _, probability in found])
    logits = np.log(raw / (1 - raw)).reshape(-1, 1)
    right = [event == example.event for (event, _), example in zip(found, examples, strict=True)]
    curve = LogisticRegression(C=1e6).fit(logits, right)
    return float(curve.coef_[0, 0]), float(curve.intercept_[0])


def report(examples: Sequence[Example], found: Sequence[tuple[str, float]], slope: float, offset: float) -> str:
    """The figures of the card."""
    raw = np.array([probability for _, probability in found])
    sure = 1 / (1 + np.exp(-(slope * np.log(raw / (1 - raw)) + offset)))
    right = np.array([event == example.event for (event, _), example in zip(found, examples, strict=True)])
    joined = sum(1 for example in examples if example.event)
    lines = [f"pairs {len(examples)}, with an event {joined}, by event {dict(Counter(e.event for e in examples).most_common())}"]
    lines += [
        f"from {low:.2f}: {int((sure >= low).sum())} pairs, event and direction right {right[sure >= low].mean():.3f}, "
        f"of all events found {right[sure >= low].sum() / joined:.3f}"
        for low in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
        if (sure >= low).any()
    ]
    for low in np.arange(0, 1, 0.1):
        here = (sure >= low) & (sure < low + 0.1)
        if here.any():
            lines.append(
                f"said {low:.1f} to {low + 0.1:.1f}: {int(here.sum())} pairs, mean {sure[here].mean():.3f}, right {right[here].mean():.3f}"
            )
    return "\n".join(lines)


def train(folder: Path = FOLDER, most: int | None = None) -> tuple[ActModel, str]:
    """The calibrated model of a folder's sentences (at most the first `most` of a seeded order) and its figures."""
    sentences = read_labelled(folder)
    random.Random(SEED).shuffle(sentences)
    events = Events.from_frame(pl.read_csv(_PATTERNS, infer_schema=False))
    examples = read_examples(sentences[:most], events, SpacyTagger())
    found = cross_validate(examples)
    model, _, _ = fit(examples)
    model.slope, model.offset = calibrate(examples, found)
    return model, report(examples, found, model.slope, model.offset)


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="print the figures only")
    started = time.monotonic()
    is_check = parser.parse_args().check
    model, figures = train()
    print(figures)  # noqa: T201
    if not is_check:
        model.save(WEIGHTS)
    print(f"{time.monotonic() - started:.0f} s")  # noqa: T201


if __name__ == "__main__":
    main()
