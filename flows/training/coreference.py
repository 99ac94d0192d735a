"""Train the judge of coreference: `python -m flows.training.coreference FOLDER [--check] [--without PREFIX] [--to FILE]`.

FOLDER holds `coref_gap.jsonl.gz`, `gum_coref.jsonl.gz` and `litbank_coref.tar.gz` (card.md names their sources and licences). Five
folds that share no document give the figures of the card; with `--check` nothing is written."""

import argparse
import copy
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from flows.dictionaries import load_dictionaries
from flows.lexicons import load_tagger
from transforms.annotations import Article
from transforms.articles.paragraphs import split_paragraphs
from transforms.document import Document
from transforms.judges.coreference.judge import ENOUGH
from transforms.judges.coreference.labelled import Labelled, read_articles, read_gap, read_gum, read_litbank, read_sentences
from transforms.judges.coreference.model import WEIGHTS, Ranker
from transforms.judges.coreference.train import SEED, Example, fit, measure, read_examples, reliability
from transforms.pipeline import STAGES, Dictionaries, run_stages
from transforms.taggers import Tagger

FOLDS = 5
#: Of fiction, which has by far the most pronouns and is furthest from news, one in so many is taken.
OF_FICTION = 12
#: Our own sentences, which are few and of the kind the judge is for, count so many times.
OF_OWN = 3
#: A bound that is printed beside those at which pronouns are linked.
HIGH = 0.8


def read_corpora(folder: Path) -> list[Labelled]:
    """Every labelled text, in one order."""
    return [
        *read_gap(folder / "coref_gap.jsonl.gz"), *read_gum(folder / "gum_coref.jsonl.gz"), *read_litbank(folder / "litbank_coref.tar.gz"),
        *read_sentences(), *read_articles(),
    ]  # fmt: skip


def prepare(texts: Sequence[Labelled], dictionaries: Dictionaries, tagger: Tagger) -> list[Document]:
    """The texts after the stages before coreference."""
    stages = STAGES[: next(place for place, stage in enumerate(STAGES) if stage.id == "coreference")]
    articles = [Article(labelled.name, labelled.text) for labelled in texts]
    documents = [
        Document(article, tagged)
        for article, tagged in zip(
            articles, tagger.tag((article.text, split_paragraphs(article.text, None)) for article in articles), strict=True
        )
    ]
    for document in documents:
        run_stages(document, dictionaries, stages)
    return documents


def collect(texts: Sequence[Labelled], documents: Sequence[Document], ranker: Ranker | None) -> list[Example]:
    """The examples of all texts; documents are left as they are."""
    examples: list[Example] = []
    for labelled, document in zip(texts, documents, strict=True):
        found = read_examples(labelled, copy.deepcopy(document), ranker)
        examples += found[::OF_FICTION] if labelled.source == "litbank" else found * OF_OWN if labelled.source == "own" else found
    return examples


def cross_validate(texts: Sequence[Labelled], examples: Sequence[Example]) -> Iterable[str]:
    """The figures by source and form, each example judged by a model that saw nothing of its document."""
    names = sorted({labelled.name for labelled in texts})
    random.Random(SEED).shuffle(names)
    fold_of = {name: place % FOLDS for place, name in enumerate(names)}
    source_of = {labelled.name: labelled.source for labelled in texts}
    rankers = [fit([example for example in examples if fold_of[example.name] != fold]) for fold in range(FOLDS)]
    groups: dict[tuple[str, str], list[Example]] = defaultdict(list)
    for example in examples:
        groups[source_of[example.name], example.case.form].append(example)
    for (source, form), group in groups.items():
        for enough in (0.0, ENOUGH[form], HIGH):
            parts = [measure(ranker, [e for e in group if fold_of[e.name] == fold], enough) for fold, ranker in enumerate(rankers)]
            yield f"{source}, {form} from {enough}: {type(parts[0])(*map(sum, zip(*parts, strict=True)))}"
    yield from reliability(rankers[0], [e for e in examples if fold_of[e.name] == 0])


def train(texts: Sequence[Labelled], documents: Sequence[Document]) -> tuple[Ranker, list[Example]]:
    """Two rounds: in the first, earlier pronouns mean what the rules say, in the second what the judge of the first says."""
    first = fit(collect(texts, documents, None))
    examples = collect(texts, documents, first)
    return fit(examples), examples


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="print the figures only")
    parser.add_argument("--without", metavar="PREFIX", help="leave out documents whose names begin so, to measure on them")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="the file of weights to write")
    asked = parser.parse_args()
    started = time.monotonic()
    texts = [text for text in read_corpora(asked.folder) if asked.without is None or not text.name.startswith(asked.without)]
    documents = prepare(texts, load_dictionaries(), load_tagger("full"))
    ranker, examples = train(texts, documents)
    for line in cross_validate(texts, examples):
        print(line)  # noqa: T201
    if not asked.check:
        ranker.save(asked.to)
    print(f"{time.monotonic() - started:.0f} s")  # noqa: T201


if __name__ == "__main__":
    main()
