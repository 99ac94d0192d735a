"""How well edited copies of an article are found to be the same story: the sample articles, each edited in the ways in which texts travel.

`python -m flows.story_benchmark` prints precision, recall and F1 over pairs of articles for each kind of edit, and for all together;
`python -m flows.story_benchmark --articles 100000` clusters made-up articles batch by batch in a warehouse, with time and memory.
"""

import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import batched
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import polars as pl

from flows.answers import print_table
from flows.benchmark import SAMPLES
from transforms.articles import STORY_THRESHOLD
from transforms.articles.normalise import ArticleFrames, normalise_articles
from transforms.articles.stories import cluster_stories, fingerprint_articles
from transforms.readers.outcomes import FileReading, RawArticle, Reading

type Paragraphs = list[str]
type Edit = Callable[[Paragraphs, random.Random], Paragraphs]

_TODAY = date(2100, 1, 1)
_WORD = re.compile(r"[a-z]{5,}")


@dataclass(frozen=True, slots=True)
class Copy:
    """An article made of another one, or the original itself; those of one `story` belong together."""

    story: str
    edit: str
    article: RawArticle


def _cut(text: Paragraphs, _: random.Random) -> Paragraphs:
    return text[: max(1, round(len(text) * 0.6))]


def _reorder(text: Paragraphs, chance: random.Random) -> Paragraphs:
    return [text[0], *chance.sample(text[1:], len(text) - 1)]


def _new_lead(text: Paragraphs, _: random.Random) -> Paragraphs:
    return ["What had begun as a rumour in the corridors became official before the week was over, and hardly anybody was surprised.", *text[1:]]


def _tag_agency(text: Paragraphs, _: random.Random) -> Paragraphs:
    return [f"OSLO, April 24 (Example News) - {text[0]}", *text[1:], "(Reporting by Ann Example; Editing by Bob Sample)"]


def _mistype(text: Paragraphs, chance: random.Random) -> Paragraphs:
    """Two letters swapped in one of forty words."""

    def swap(found: re.Match[str]) -> str:
        word = found.group()
        place = chance.randrange(1, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :] if chance.random() < 0.04 else word

    return [_WORD.sub(swap, paragraph) for paragraph in text]


def _requote(text: Paragraphs, _: random.Random) -> Paragraphs:
    table = str.maketrans({"“": "«", "”": "»", '"': "'", "’": "'", "‘": "‚", "–": "-", "—": "--", "\u00a0": " "})
    return [paragraph.translate(table) for paragraph in text]


def _frame_page(text: Paragraphs, _: random.Random) -> Paragraphs:
    middle = len(text) // 2
    head, foot = ["Share on Facebook", "Read more: Five things to know"], ["Sign up for our newsletter", "© 2023 Example Media"]
    return [*head, *text[:middle], "Advertisement", *text[middle:], *foot]


def _move_dateline(text: Paragraphs, _: random.Random) -> Paragraphs:
    return [re.sub(r"^[A-Z][A-Z ,]{3,40}(?:, \w+ \d+)?(?: \([^)]*\))? [-–—]+ ", "", text[0]).join(("GENEVA, May 2 (Sample Press) — ", ""))] + text[1:]


def _append_update(text: Paragraphs, _: random.Random) -> Paragraphs:
    update = "In a statement sent out later in the evening, a spokeswoman said that no further comment would be made before the next meeting."
    return [*text, update, "UPDATE: This article was updated with a statement."]


def _shorten(text: Paragraphs, _: random.Random) -> Paragraphs:
    """The last sentence of every third paragraph cut off, as by an editor who needs space."""
    return [re.sub(r"(?<=[.!?”]) [^.!?]+[.!?]”?$", "", words) if number % 3 == 1 else words for number, words in enumerate(text)]


EDITS: dict[str, Edit] = {
    "other headline": lambda text, _: text,
    "cut": _cut,
    "paragraphs reordered": _reorder,
    "new lead": _new_lead,
    "agency tag": _tag_agency,
    "typing errors": _mistype,
    "other quote marks": _requote,
    "boilerplate around it": _frame_page,
    "other dateline": _move_dateline,
    "update appended": _append_update,
    "sentences shortened": _shorten,
}


def edited_copies(originals: ArticleFrames, same: Sequence[set[str]] = ()) -> list[Copy]:
    """Each original and its edited copies. `same`: titles of originals that are one story, as two of them are on purpose."""
    copies = []
    for row in originals.articles.sort("article_id").iter_rows(named=True):
        title = row["title"] or ""
        text = row["body"].removeprefix(title).strip().split("\n\n")
        story = next((min(titles) for titles in same if title in titles), row["article_id"])
        copies.append(Copy(story, "original", RawArticle("\n\n".join(text), title=title)))
        for number, (name, edit) in enumerate(EDITS.items()):
            chance = random.Random(f"{row['article_id']}{name}")
            outlet = f"Reprint {number}"
            words = "\n\n".join(edit(text, chance))
            copies.append(Copy(story, name, RawArticle(words, title=f"{outlet} on what happened", outlet=outlet)))
    return copies


def measure_copies(copies: Sequence[Copy], threshold: float = STORY_THRESHOLD) -> tuple[float, float]:
    """Precision and recall over pairs of copies of the same story."""
    reading = Reading("text", "text", "utf-8", tuple(RawArticle(c.article.text, number, c.article.title, outlet=c.article.outlet) for number, c in enumerate(copies)))
    frames = normalise_articles([FileReading("copies", sha256(b"copies").hexdigest(), 1, reading)], _TODAY)
    stories = dict(cluster_stories(frames.articles, fingerprint_articles(frames.articles, frames.paragraphs), threshold).iter_rows())
    found = [stories[article_id] for article_id in frames.appearances.sort("position")["article_id"]]
    together = _pairs(Counter(zip((copy.story for copy in copies), found, strict=True)))
    return together / max(_pairs(Counter(found)), 1), together / max(_pairs(Counter(copy.story for copy in copies)), 1)


def _pairs(sizes: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())
