"""Train the judge of sureness: `python -m flows.training.sureness FOLDER [--check]`. Needs the extra `train` (scikit-learn).

FOLDER holds `tone_newsmtsc.jsonl.gz`, `gum_coref.jsonl.gz` and `events_meantime.jsonl.gz` (card.md names their sources and licences). Ten
folds that share no document give the figures of the card; with `--check` nothing is written. A fixed seed; some minutes of one core."""

import argparse
import csv
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from flows.dictionaries import load_dictionaries
from flows.lexicons import load_tagger
from flows.training.deep.examples import is_held_out
from flows.training.excerpts import read_excerpts
from flows.training.newsmtsc import document_of, read_rows, texts_of
from transforms.acts.act_reader import NOTHING
from transforms.annotate import annotate_articles
from transforms.annotations import Annotation, Article, Dyad, Mention, Quote
from transforms.judges.acts.labelled import Labelled, read_labelled
from transforms.judges.linear import Linear
from transforms.judges.sureness.features import act_features, quote_features, topic_features
from transforms.judges.sureness.judge import read_between, told_of
from transforms.judges.sureness.mention_features import Company, mention_features
from transforms.judges.sureness.mentions import share_right
from transforms.judges.sureness.model import PARTS, WEIGHTS, Sureness, chance, evidence

LABELS = WEIGHTS.parent / "labels"
SEED = 15
FOLDS = 10
#: Features met more rarely are left out; strength of the regularisation, by what is judged; weights below NOTICEABLE change nothing.
OFTEN, STRENGTH, NOTICEABLE = 3, {"act": 0.05, "quotation": 0.05, "topic": 0.05, "mention": 0.1}, 1e-3
#: Judged mentions of a rule that is told of alone.
MANY = 50
#: How right an act is by the verdict of a reader: right, arguable; others are wrong.
RIGHT = {"R": 1.0, "A": 0.5}
YES = {"Y": 1.0}
#: How much an act of our own sentences counts, which are of all regions, and told more plainly than news; and the feature that they share.
OWN_WEIGHT, OWN = 0.3, "own"
#: Its finds in our own sentences are those it was trained on.
_TRAINED_ON = ("judge", "judge.target")

type Floats = npt.NDArray[np.float64]
type Rows = Iterable[Mapping[str, str]]


class Example(NamedTuple):
    """One row with its features, how right it is (0 to 1), how much it counts, and the document that it is from."""

    document: str
    features: list[str]
    right: float
    weight: float = 1.0


def read_labels(name: str) -> list[dict[str, str]]:
    """The judged rows of a part."""
    with (LABELS / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def analyse(texts: Mapping[str, str]) -> dict[str, Annotation]:
    """The texts as the program reads them before it says how sure it is, by id."""
    dictionaries = replace(load_dictionaries(), sureness=None)
    articles = (Article(name, text) for name, text in texts.items())
    found = annotate_articles(articles, dictionaries, load_tagger("full"))
    return {name: read for name, read in zip(texts, found, strict=True) if not isinstance(read, str)}


def act_examples(rows: Rows, read: Mapping[str, Annotation]) -> Iterator[Example]:
    """The judged acts that the program still finds."""
    for row in rows:
        text = read.get(row["id"])
        dyad = None if text is None else next((dyad for dyad in text.dyads if _key(dyad) == _asked(row)), None)
        if text is not None and dyad is not None:
            yield Example(document_of(row["id"]), _features(text, dyad), _share(row["verdicts"], RIGHT))


def _share(verdicts: str, right: Mapping[str, float]) -> float:
    """How right a row is by the letters that its readers gave it."""
    return sum(right.get(letter, 0.0) for letter in verdicts) / len(verdicts)


def _key(dyad: Dyad) -> tuple[str, ...]:
    ends = [str(number) for end in (dyad.source, dyad.target) for number in ((end.start, end.end) if end is not None else ("", ""))]
    return (*ends, str(dyad.cue[0]), dyad.event or "")


def _asked(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in ("source_start", "source_end", "target_start", "target_end", "cue_start", "event"))


def _features(read: Annotation, dyad: Dyad) -> list[str]:
    others = sum(read.tagged.sentence_of[mention.head] == dyad.sentence for mention in read.mentions)
    return act_features(read.tagged, dyad, others)


def own_examples(sentences: Sequence[Labelled]) -> Iterator[Example]:
    """The acts that rules find between two in the sentences of the judge of acts, right where these are marked so."""
    read = analyse({labelled.text: labelled.text for labelled in sentences})
    for labelled in sentences:
        for dyad in read[labelled.text].dyads if labelled.text in read else ():
            if dyad.event is not None and dyad.source and dyad.target and dyad.rule not in _TRAINED_ON:
                ends = (_mark_of(labelled, read[labelled.text], dyad.source), _mark_of(labelled, read[labelled.text], dyad.target))
                is_right = labelled.events.get(ends) == dyad.event
                yield Example(labelled.text, [*_features(read[labelled.text], dyad), OWN], float(is_right), OWN_WEIGHT)


def _mark_of(labelled: Labelled, read: Annotation, mention: Mention) -> int:
    """The number of the mark in which a mention's head stands; -1 outside all."""
    head = read.tagged.starts[mention.head]
    return next((number for number, (low, high) in enumerate(labelled.marks) if low <= head < high), -1)


def speech_examples(rows: Rows, read: Mapping[str, Annotation]) -> tuple[list[Example], list[Example]]:
    """(quotations, mentions in them) that were judged and that the program still finds; each quotation once."""
    quotations: dict[tuple[str, ...], Example] = {}
    topics = []
    for row in rows:
        text = read.get(row["id"])
        quote = None if text is None else _quote_at(text, int(row["said_start"]), int(row["said_end"]))
        if text is None or quote is None:
            continue
        document = document_of(row["id"])
        features = quote_features(text.tagged, quote)
        quotations[row["id"], row["said_start"], row["said_end"]] = Example(document, features, _share(row["speech"], YES))
        for mention, again in told_of(text.mentions, quote) if row["about"] else ():
            if (str(mention.start), str(mention.end)) == (row["about_start"], row["about_end"]):
                topics.append(Example(document, topic_features(text.tagged, mention, quote, again), _share(row["about"], YES)))
    return list(quotations.values()), topics


def _quote_at(read: Annotation, start: int, end: int) -> Quote | None:
    """The quotation with a speaker between two characters."""
    spoken = (quote for quote in read.quotes if quote.speaker is not None)
    return next((q for q in spoken if min(q.content)[0] == start and max(high for _, high in q.content) == end), None)


def mention_examples(rows: Rows, read: Mapping[str, Annotation]) -> Iterator[Example]:
    """The judged mentions that are found again; each counts for as many as it was drawn from."""
    for row, mention, company in _found_again(rows, read):
        features = mention_features(mention, company, share_right(mention))
        yield Example(row["id"], features, RIGHT.get(row["verdict"], 0.0), float(row["drawn_from"]))


def _found_again(rows: Rows, read: Mapping[str, Annotation]) -> Iterator[tuple[Mapping[str, str], Mention, Company]]:
    """The judged mentions that the program still gives the same actor, and describes as before where that was found wrong."""
    asked = {(row["id"], row["start"], row["end"], row["actor_id"]): row for row in rows}
    for name, text in read.items():
        company = Company(text.tagged, text.mentions)
        for mention in text.mentions:
            row = asked.get((name, str(mention.start), str(mention.end), str(mention.actor_id)))
            if row is not None and (row["verdict"] != "K" or _described(row) == (mention.kind, mention.country, mention.sector)):
                yield row, mention, company


def _described(row: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(row[name] or None for name in ("kind", "country", "sector"))


def fit(part: str, examples: Sequence[Example]) -> Linear:
    """A logistic regression; what is half right counts half as right and half as wrong."""
    met = Counter(feature for example in examples for feature in set(example.features))
    vectors = DictVectorizer(dtype=np.float32)
    counts = vectors.fit_transform([{name: 1 for name in example.features if met[name] >= OFTEN} for example in examples])
    right, weight = np.array([example.right for example in examples]), np.array([example.weight for example in examples])
    labels, weights = np.repeat([1, 0], len(examples)), np.concatenate([right * weight, (1 - right) * weight])
    used = weights > 0
    model = LogisticRegression(C=STRENGTH[part], max_iter=3000).fit(
        vstack([counts, counts]).tocsr()[used], labels[used], sample_weight=weights[used]
    )
    kept = np.abs(model.coef_[0]) >= NOTICEABLE
    names = [name for name, keep in zip(vectors.get_feature_names_out(), kept, strict=True) if keep and name != OWN]
    rows = [vectors.vocabulary_[name] for name in names]
    return Linear(names, model.coef_[0][rows, None].astype(np.float32), model.intercept_.astype(np.float32))


class Read(NamedTuple):
    """An act between two in a text that the reader of the tier deep did not learn from, and what that reader says."""

    act: Example
    of_event: float
    of_nothing: float


def read_examples(rows: Rows, read: Mapping[str, Annotation]) -> list[Read]:
    """The judged acts of texts that the reader did not learn from. Raises EncoderError."""
    reader = load_dictionaries(tier="deep").act_reader
    found = []
    for row in rows:
        text = read.get(row["id"])
        if text is None or reader is None or not is_held_out(text.article.text):
            continue
        asked = [dyad for dyad in text.dyads if _key(dyad) == _asked(row)][:1]
        for (_, chances), act in zip(read_between(text.tagged, asked, reader), act_examples([row], read), strict=False):
            found.append(Read(act, chances[row["event"]], chances[NOTHING]))
    return found


def fit_reading(rows: Sequence[Read], acts: Sequence[Example]) -> tuple[list[float], str]:
    """(weights of the evidence with the offset, what they are worth): by rows of documents that the judge of acts did not see either."""
    documents = [row.act.document for row in rows]
    model = fit("act", [act for act in acts if act.document not in documents])
    alone = np.array([chance(model, row.act.features) for row in rows])
    seen = np.array([evidence(said, row.of_event, row.of_nothing) for said, row in zip(alone, rows, strict=True)])
    right = np.array([row.act.right for row in rows])
    both = np.zeros(len(rows))
    for train, test in GroupKFold(FOLDS).split(seen, groups=documents):
        both[test] = _fit_halves(seen[train], right[train]).predict_proba(seen[test])[:, 1]
    clear = (right == 0) | (right == 1)
    scores = [roc_auc_score(right[clear], said[clear]) for said in (alone, both)]
    shares = [right[np.argsort(-said)[: len(said) // 2]].mean() for said in (alone, both)]
    fitted = _fit_halves(seen, right)
    worth = f"AUC {scores[0]:.3f} to {scores[1]:.3f}, of the surer half right {shares[0]:.3f} to {shares[1]:.3f}"
    return [*fitted.coef_[0].tolist(), *fitted.intercept_.tolist()], f"act, with the reader: {len(rows)} rows, {worth}"


def _fit_halves(seen: Floats, right: Floats) -> LogisticRegression:
    weights = np.concatenate([right, 1 - right])
    used = weights > 0
    return LogisticRegression().fit(np.vstack([seen, seen])[used], np.repeat([1, 0], len(right))[used], sample_weight=weights[used])


def cross_validate(part: str, examples: Sequence[Example]) -> tuple[Floats, Floats, Floats]:
    """(how right, how probable, how much it counts) for every row of news, by a model that saw nothing of its document."""
    fold_of = [int(sha256(example.document.encode()).hexdigest(), 16) % FOLDS for example in examples]
    right, said, weight = [], [], []
    for fold in range(FOLDS):
        model = fit(part, [example for example, of in zip(examples, fold_of, strict=True) if of != fold])
        for example, of in zip(examples, fold_of, strict=True):
            if of == fold and OWN not in example.features:
                right.append(example.right)
                said.append(chance(model, example.features))
                weight.append(example.weight)
    return np.array(right), np.array(said), np.array(weight)


def figures(name: str, right: Floats, said: Floats, weight: Floats) -> Iterator[str]:
    """How well right rows are told apart, what is right from a probability on, and how true the probabilities are."""
    yield f"{name}: {len(right)} rows, right {np.average(right, weights=weight):.3f}, AUC {_worth(right, said, weight):.3f}"
    for least in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85):
        kept = said >= least
        of_all, of_right = weight[kept].sum() / weight.sum(), (right * weight)[kept].sum() / (right * weight).sum()
        share = np.average(right[kept], weights=weight[kept])
        yield f"{name} from {least}: right {share:.3f}, {of_all:.2f} of all rows, {of_right:.2f} of the right ones"
    tenths: dict[int, list[int]] = defaultdict(list)
    for number, probability in enumerate(said):
        tenths[min(int(probability * 10), 9)].append(number)
    for tenth, rows in sorted(tenths.items()):
        said_there, right_there = (np.average(of[rows], weights=weight[rows]) for of in (said, right))
        yield f"{name} said {tenth / 10} to {(tenth + 1) / 10}: {len(rows)} rows, mean {said_there:.3f}, right {right_there:.3f}"


def _worth(right: Floats, said: Floats, weight: Floats) -> float:
    """How well clear rows are told apart: the area under the curve."""
    clear = (right == 0) | (right == 1)
    return float(roc_auc_score(right[clear], said[clear], sample_weight=weight[clear]))


def measured_figures(rows: Sequence[Mapping[str, str]], read: Mapping[str, Annotation]) -> Iterator[str]:
    """How well the measured shares alone, without the judge, tell right mentions apart: by the rule that each had when it was judged."""
    found = [(row, share_right(replace(mention, rule=row["rule"]))) for row, mention, _ in _found_again(rows, read)]
    right, weight = _verdicts([row for row, _ in found])
    worth = _worth(right, np.array([share for _, share in found]), weight)
    yield f"mention, by the measured shares alone: {len(found)} rows, AUC {worth:.3f}"
    for rule, count in Counter(row["rule"] for row in rows).most_common():
        shares = [share for row, share in found if row["rule"] == rule]
        if count >= MANY and shares:
            right, weight = _verdicts([row for row in rows if row["rule"] == rule])
            yield f"mention of {rule}: measured {np.mean(shares):.2f}, right {np.average(right, weights=weight):.2f} of {count} rows"


def _verdicts(rows: Sequence[Mapping[str, str]]) -> tuple[Floats, Floats]:
    """(how right, how much it counts) of judged mentions."""
    return np.array([RIGHT.get(row["verdict"], 0.0) for row in rows]), np.array([float(row["drawn_from"]) for row in rows])


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="print the figures only")
    asked = parser.parse_args()
    started = time.monotonic()
    acts, says = read_labels("acts.csv"), read_labels("says.csv")
    texts = texts_of(read_rows(asked.folder))
    read = analyse({row["id"]: texts[row["id"]] for row in (*acts, *says)})
    quotations, topics = speech_examples(says, read)
    identities, excerpts = read_labels("identities.csv"), analyse(read_excerpts(asked.folder))
    mentions = list(mention_examples(identities, excerpts))
    told = [*act_examples(acts, read), *own_examples(read_labelled())]
    examples = dict(zip(PARTS, (told, quotations, topics, mentions), strict=True))
    lines = [line for part in PARTS for line in figures(part, *cross_validate(part, examples[part]))]
    weights, worth = fit_reading(read_examples(acts, read), examples["act"])
    lines += [*measured_figures(identities, excerpts), worth, f"{time.monotonic() - started:.0f} s"]
    print("\n".join(lines))  # noqa: T201
    if not asked.check:
        Sureness({part: fit(part, examples[part]) for part in PARTS}, weights).save(WEIGHTS)


if __name__ == "__main__":
    main()
