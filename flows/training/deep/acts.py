"""Pairs of a sentence as the judge of acts asks about them, bystanders among them: what the act head learns from."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from flows.dictionaries import load_dictionaries
from flows.lexicons import load_tagger
from flows.training.deep.examples import Example
from transforms.acts.agents import Agents
from transforms.annotations import Article, Mention, TaggedText
from transforms.articles.paragraphs import split_paragraphs
from transforms.document import Document
from transforms.judges.acts.judge import MOST, who_acts
from transforms.judges.acts.labelled import Labelled
from transforms.judges.deep.layout import Span
from transforms.pipeline import STAGES, run_stages

#: Of the pairs of a sentence of which the one does nothing to the other, so many are learned from.
NOTHINGS = 4


def read_acts(sentences: Sequence[Labelled]) -> Iterator[Example]:
    """Of each sentence of the judge of acts the marked pairs, and all that the program would ask about: who is not marked does nothing."""
    for labelled, document in zip(sentences, _prepare([labelled.text for labelled in sentences]), strict=True):
        tagged = document.tagged
        agents = Agents(tagged, document.mentions)
        for first, last in tagged.sentences:
            begin, end = tagged.starts[first], tagged.ends[last - 1]
            marks = {number: mark for number, mark in enumerate(labelled.marks) if begin <= mark[0] and mark[1] <= end}
            ends, number_of = _meet(marks, who_acts(agents, first, last), tagged)
            events = {
                (one, other): event
                for one, other in permutations(range(len(ends)), 2)
                if (event := labelled.events.get((number_of.get(one, -1), number_of.get(other, -1)))) is not None
            }
            yield from _ask(labelled.text, tagged.text[begin:end], [(low - begin, high - begin) for low, high in ends], events)


def _prepare(texts: Sequence[str]) -> list[Document]:
    """The texts after the stages before acts."""
    stages = STAGES[: next(place for place, stage in enumerate(STAGES) if stage.id == "acts")]
    tagged = load_tagger("full").tag((text, split_paragraphs(text, None)) for text in texts)
    documents = [Document(Article(str(number), text), one) for number, (text, one) in enumerate(zip(texts, tagged, strict=True))]
    dictionaries = load_dictionaries()
    for document in documents:
        run_stages(document, dictionaries, stages)
    return documents


def _meet(marks: Mapping[int, Span], mentions: Iterable[Mention], tagged: TaggedText) -> tuple[list[Span], dict[int, int]]:
    """(spans of those who may act, and the numbers of the marks that they are): a mention whose head is in a mark is the mark's first, the
    rest of such mentions stand aside; marks that are no mention stay as they are marked."""
    spans: list[Span] = []
    number_of: dict[int, int] = {}
    met: set[int] = set()
    for mention in mentions:
        head = tagged.starts[mention.head]
        inside = [number for number, (low, high) in marks.items() if low <= head < high]
        if not inside:
            spans.append((mention.start, mention.end))
        elif inside[0] not in met and _is_head(tagged, mention.head, marks[inside[0]]):
            met.add(inside[0])
            number_of[len(spans)] = inside[0]
            spans.append((mention.start, mention.end))
    for number in marks.keys() - met:
        number_of[len(spans)] = number
        spans.append(marks[number])
    return spans, number_of


def _is_head(tagged: TaggedText, position: int, mark: Span) -> bool:
    """Whether a word of a marked phrase hangs on none of its others."""
    outer = tagged.heads[position]
    return outer == position or not mark[0] <= tagged.starts[outer] < mark[1]


def _ask(document: str, text: str, spans: Sequence[Span], events: Mapping[tuple[int, int], str]) -> Iterator[Example]:
    """Questions about the pairs of a sentence: all that have an event, of the others NOTHINGS, by a hash; of a list only the former."""
    pairs = permutations(range(len(spans)), 2) if len(spans) <= MOST else ()
    nothings = [pair for pair in pairs if pair not in events]
    nothings.sort(key=lambda pair: (pair[::-1] not in events, hashlib.sha256(f"{text}{pair}".encode()).digest()))
    for one, other in sorted([*events, *nothings[:NOTHINGS]]):
        yield Example("act", document, text, (spans[one], spans[other]), events.get((one, other), "none"))
