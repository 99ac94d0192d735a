"""Texts whose pronouns are labelled, in the forms of the corpora that the judge of coreference is trained on.

The corpora stay outside the project (card.md names them with their licences); our own sentences stand in `sentences.csv`.
"""

import csv
import gzip
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

#: Relations of GUM under which two spans are one entity.
_SAME = ("coref", "ana", "cata", "appos")
_MARK = re.compile(r"\[([^]]*)\]|\{([^}]*)\}")
SENTENCES = Path(__file__).parent / "sentences.csv"
ARTICLES = Path(__file__).parent / "articles"
#: In our articles: who is meant, as `[id|words]`; a pronoun with whom it takes up, as `{id|pronoun}`, or nobody and no actor, as `{-|it}`.
_NAMED = re.compile(r"\[([^][{}|]+)\|([^][{}|]+)\]|\{([^][{}|]+)\|([^][{}|]+)\}")
NOBODY, _BETWEEN = "-", "\n===\n"


class Span(NamedTuple):
    """Characters, half-open, that mean an entity."""

    start: int
    end: int
    entity: str


class Labelled(NamedTuple):
    """A text. `is_complete`: every span that means an entity is given, so that what is not given is wrong; else only `spans` are known."""

    source: str
    name: str
    text: str
    pronouns: tuple[Span, ...]
    spans: tuple[Span, ...]
    is_complete: bool


def read_gap(path: Path) -> Iterator[Labelled]:
    """Snippets of GAP as JSON Lines: `text`, `pronoun` and two `names`, of which at most one is meant (Webster et al. 2018)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            start, end = record["pronoun"]
            spans = [
                Span(name["span"][0], name["span"][1], "meant" if name["same"] else f"other {number}")
                for number, name in enumerate(record["names"])
            ]
            yield Labelled("gap", record["id"], record["text"], (Span(start, end, "meant"),), tuple(spans), is_complete=False)


def read_gum(path: Path) -> Iterator[Labelled]:
    """Documents of GUM as JSON Lines: `tokens`, `entities` over tokens, `links` between them in GUM's own notation (Zeldes 2017)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            starts, at = [], 0
            for token in record["tokens"]:
                starts.append(at)
                at += len(token) + 1
            entity_of = _join_links(record)
            spans = tuple(
                Span(starts[entity["start"]], starts[entity["end"] - 1] + len(record["tokens"][entity["end"] - 1]), entity_of[entity["id"]])
                for entity in record["entities"]
            )
            yield Labelled("gum", record["id"], " ".join(record["tokens"]), spans, spans, is_complete=True)


def _join_links(record: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    entity_of = {entity["id"]: entity["id"] for entity in record["entities"]}
    for relation, place, target in record["links"]:
        found = re.match(r"([\d-]+)(?:\[(\d+)_(\d+)\])?", target)
        if relation.split(":")[0] not in _SAME or found is None:
            continue
        left = found[3] if found[3] and found[3] != "0" else f"t{place}"
        right = found[2] if found[2] and found[2] != "0" else f"t{found[1]}"
        if left in entity_of and right in entity_of:
            old, new = entity_of[left], entity_of[right]
            entity_of = {name: new if entity == old else entity for name, entity in entity_of.items()}
    return entity_of


def read_litbank(path: Path) -> Iterator[Labelled]:
    """Beginnings of novels from LitBank's archive of brat files; spans named `someone-17` carry the entity (Bamman et al. 2020)."""
    with tarfile.open(path) as archive:
        members = {member.name: member for member in archive.getmembers()}
        for name in sorted(name for name in members if name.endswith(".ann")):
            notes, text = (
                archive.extractfile(members[member]).read().decode()  # type: ignore[union-attr] # they are files
                for member in (name, f"{name[:-4]}.txt")
            )
            spans = []
            for note in notes.splitlines():
                fields = note.split("\t")
                if fields[0].startswith("T"):
                    entity, start, *_, end = fields[1].split(" ")
                    if entity.rsplit("-", 1)[-1].isdigit():
                        spans.append(Span(int(start), int(end), entity))
            yield Labelled("litbank", Path(name).stem, text, tuple(spans), tuple(spans), is_complete=True)


def read_sentences(path: Path = SENTENCES) -> Iterator[Labelled]:
    """Our own: in `[...]` who is meant, in `{...}` the pronoun; all other names are others."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            text, marks = "", []
            at = 0
            for mark in _MARK.finditer(row["text"]):
                text += row["text"][at : mark.start()]
                words = mark[1] if mark[1] is not None else mark[2]
                marks.append((Span(len(text), len(text) + len(words), "meant"), mark[1] is None))
                text += words
                at = mark.end()
            text += row["text"][at:]
            pronouns = tuple(span for span, is_pronoun in marks if is_pronoun)
            yield Labelled("own", f"own {number}", text, pronouns, tuple(span for span, _ in marks), is_complete=True)


def read_articles(folder: Path = ARTICLES) -> Iterator[Labelled]:
    """Our own articles, with a headline each, in text files: every third-person pronoun is marked, and every phrase that one takes up."""
    for path in sorted(folder.glob("*.txt")):
        for number, article in enumerate(path.read_text(encoding="utf-8").strip().split(_BETWEEN)):
            yield _read_article(f"article {path.stem} {number}", article.strip())


def _read_article(name: str, marked: str) -> Labelled:
    text, at = "", 0
    pronouns, spans = [], []
    for mark in _NAMED.finditer(marked):
        text += marked[at : mark.start()]
        entity, words = (mark[1], mark[2]) if mark[1] is not None else (mark[3], mark[4])
        span = Span(len(text), len(text) + len(words), entity)
        spans.append(span)
        if mark[1] is None:
            pronouns.append(span)
        text += words
        at = mark.end()
    return Labelled("articles", name, text + marked[at:], tuple(pronouns), tuple(spans), is_complete=True)
