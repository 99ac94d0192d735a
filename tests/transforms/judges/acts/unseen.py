"""`python -m tests.transforms.judges.acts.unseen`: acts of 309 sentences whose writer had seen no sentence that rules or judge were made from.

`unseen_sentences.csv` holds the making of each sentence, its acts ("Kenya > Somalia ACCUSE; Chad = Libya AGREE": `=` is both ways, `-`
nobody, REJECT/CONSULT either event) and the sentence; without acts nothing happens there between actors that news tell as a fact
(imagined, sport, figures of speech). An end is right where it is one of its words, or another mention of the same actor. The file
measures: what is mended after reading what it shows is measured by it no more.
"""

import csv
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from flows.analysis import Analyst
from flows.cli.answers import print_table
from transforms.annotations import Annotation, Article, Dyad, Mention

_ACT = re.compile(r"(?P<source>.+?) (?P<way>[>=]) (?P<target>.+) (?P<events>[A-Z/]+)")


@dataclass(frozen=True, slots=True)
class Told:
    """One directed act of a sentence; `None` for an end is nobody."""

    source: str | None
    target: str | None
    events: frozenset[str]

    def is_in(self, done: Annotation) -> bool:
        """Whether a dyad has the event and both ends."""
        return any(self.fits(dyad, done) for dyad in done.dyads)

    def fits(self, dyad: Dyad, done: Annotation) -> bool:
        return dyad.event in self.events and _names(dyad.source, self.source, done) and _names(dyad.target, self.target, done)


def parse(acts: str) -> list[Told]:
    """The directed acts that a cell lists, those of both ways twice."""
    told = []
    for act in filter(None, acts.split("; ")):
        found = _ACT.fullmatch(act)
        if found is None:
            raise ValueError(f"expected acts like 'Kenya > Somalia ACCUSE', found {act!r}")
        source, target = (None if found[end] == "-" else found[end] for end in ("source", "target"))
        events = frozenset(found["events"].split("/"))
        told.append(Told(source, target, events))
        if found["way"] == "=":
            told.append(Told(target, source, events))
    return told


def read_unseen() -> list[tuple[str, list[Told], str]]:
    """(making, acts, sentence) of each sentence."""
    with Path(__file__).with_name("unseen_sentences.csv").open(encoding="utf-8", newline="") as file:
        return [(row["making"], parse(row["acts"]), row["sentence"]) for row in csv.DictReader(file)]


def _names(mention: Mention | None, words: str | None, done: Annotation) -> bool:
    if mention is None or words is None:
        return mention is None and words is None
    spans = [found.span() for found in re.finditer(re.escape(words), done.article.text, re.IGNORECASE)]
    named = [each for each in done.mentions if any(start < each.end and each.start < end for start, end in spans)]
    return mention in named or (mention.actor_id is not None and mention.actor_id in {each.actor_id for each in named})


def measure() -> None:
    """Print how many acts are found with event, source and target, how many typed dyads are right, and how many sentences
    without an act are left alone, in all and by making. Imagined acts that the program marks as hypothetical are no assertions."""
    rows = read_unseen()
    annotated = Analyst.of("full").annotate(Article(str(number), sentence) for number, (_, _, sentence) in enumerate(rows))
    right, acts, sound, typed, quiet, empty = (Counter[str]() for _ in range(6))
    for (making, told, _), done in zip(rows, annotated, strict=True):
        assert isinstance(done, Annotation), done
        asserted = [dyad for dyad in done.dyads if dyad.event is not None and dyad.tense != "hypothetical"]
        for key in ("all", making):
            acts[key] += len(told)
            right[key] += sum(act.is_in(done) for act in told)
            typed[key] += len(asserted)
            sound[key] += sum(any(act.fits(dyad, done) for act in told) for dyad in asserted)
            empty[key] += not told
            quiet[key] += not told and not asserted
    table = [(key, right[key], acts[key], sound[key], typed[key], quiet[key], empty[key]) for key in acts]
    print_table(["making", "acts right", "of", "dyads right", "of", "left alone", "of"], table, sys.stdout, "Event, source and target")


if __name__ == "__main__":
    measure()
