"""What the encoder learns from: labelled spans of sentences, and which of them are held out to measure."""

import csv
import gzip
import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from transforms.articles.paragraphs import split_paragraphs
from transforms.judges.coreference.labelled import Labelled as LabelledText
from transforms.judges.coreference.labelled import Span as LabelledSpan
from transforms.judges.coreference.scene import form_of
from transforms.judges.deep.layout import HEADS, Span
from transforms.taggers.rules_tagger import RulesTagger

#: Candidates of a pronoun that are learned from: so many that are right, and one more that are wrong.
NEAREST = 3
#: One document in so many is held out.
FOLDS = 5
_MARK = re.compile(r"\{[^}]*\}|\[[^\]]*\]")
_TONES = {"neg": "negative", "neu": "neutral", "pos": "positive"}


class Example(NamedTuple):
    """A question about a sentence with its answer; `document` is what is held out together."""

    head: str
    document: str
    text: str
    spans: tuple[Span, ...]
    answer: str

    @property
    def is_held_out(self) -> bool:
        """Whether the example measures only: by a hash of its document, so that no document stands on both sides."""
        return int(hashlib.sha256(self.document.encode()).hexdigest(), 16) % FOLDS == 0


def read_tones(path: Path) -> Iterator[Example]:
    """NewsMTSC, a JSON object a line: `id` (outlet collection, document, ...), `text`, `start`, `end`, `label`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            parts = row["id"].split("_")
            document = "_".join(parts[:3] if parts[0] == "polusa" else parts[:2])
            yield Example("tone", document, row["text"], ((row["start"], row["end"]),), _TONES[row["label"]])


def read_places(paths: Iterable[Path]) -> Iterator[Example]:
    """Our own sentences, CSV with `sentence`: names in {braces} stand for a power, names in [brackets] for a place."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                text = _MARK.sub(lambda mark: mark[0][1:-1], row["sentence"])
                for number, mark in enumerate(_MARK.finditer(row["sentence"])):
                    start = mark.start() - 2 * number
                    answer = "power" if mark[0].startswith("{") else "place"
                    yield Example("place_or_power", text, text, ((start, start + len(mark[0]) - 2),), answer)


def read_antecedents(texts: Iterable[LabelledText], share: int = 1) -> Iterator[Example]:
    """Pronouns of the third person, each with mentions near it in its sentence and those before; of pronouns one in `share` is taken."""
    head = next(head for head in HEADS if head.name == "antecedent")
    texts = list(texts)
    tagged_texts = RulesTagger().tag((labelled.text, split_paragraphs(labelled.text, None)) for labelled in texts)
    for labelled, tagged in zip(texts, tagged_texts, strict=True):
        starts = [tagged.starts[first] for first, _ in tagged.sentences]
        for pronoun in [span for span in labelled.pronouns if form_of(labelled.text[span.start : span.end].lower())][::share]:
            sentence = bisect_right(starts, pronoun.start) - 1
            begin, end = starts[max(sentence - head.before, 0)], tagged.ends[tagged.sentences[sentence][1] - 1]
            text = labelled.text[begin:end]
            for candidate in _near(pronoun, [span for span in labelled.spans if begin <= span.start and span.end <= end]):
                spans = ((pronoun.start - begin, pronoun.end - begin), (candidate.start - begin, candidate.end - begin))
                answer = "same" if candidate.entity == pronoun.entity else "other"
                yield Example("antecedent", labelled.name, text, spans, answer)


def _near(pronoun: LabelledSpan, spans: Iterable[LabelledSpan]) -> list[LabelledSpan]:
    """The nearest that are the pronoun's and the nearest that are others', none around it."""
    apart = [span for span in spans if span.end <= pronoun.start or span.start >= pronoun.end]
    apart.sort(key=lambda span: abs(span.start - pronoun.start))
    same = [span for span in apart if span.entity == pronoun.entity]
    others = [span for span in apart if span.entity != pronoun.entity]
    return [*same[:NEAREST], *others[: NEAREST + 1]]
