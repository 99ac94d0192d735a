"""`python -m flows.benchmarks.corpus COUNT FOLDER`: articles without end, made of the paragraphs of sample articles with other names, days
and words, as JSON Lines of 1,000 articles a file; for measuring what an archive of any size costs.

Article N is the same in every run. Names are drawn from the lexicon, few of them often and most seldom (Zipf 1949); every fourth longer
word is exchanged for another one, so that articles that share a paragraph are not reprints of each other; one article in ten is a reprint.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, batched
from pathlib import Path

import click

from flows.benchmarks.stages import SAMPLES
from flows.lexicons import load_seeds
from flows.reading import read_paths
from transforms.articles.normalise import normalise_articles

_A_FILE = 1000
_PARAGRAPHS = 18
_FIRST_DAY, _DAYS = date(2010, 1, 1), 5000
_OUTLETS = 60
_REPRINT = 10
_WORD = re.compile(r"\b[a-z]{6,}\b")
_EXCHANGED = 0.25
_KINDS = ("country", "person", "igo", "party", "company", "ngo")


@dataclass(frozen=True)
class Names:
    """Names of one kind of actor, and how often each is drawn."""

    names: Sequence[str]
    weights: Sequence[float]

    def draw(self, chance: random.Random) -> str:
        return chance.choices(self.names, cum_weights=self.weights)[0]


class Corpus:
    """Everything that articles are made of."""

    def __init__(self, paths: Sequence[Path] = (SAMPLES,)) -> None:
        articles = normalise_articles(list(read_paths(list(paths))), date(2100, 1, 1)).articles.sort("article_id")
        self.paragraphs = [part for body in articles["body"] for part in body.split("\n\n") if len(part.split()) > 10]
        self.titles = [title for title in articles["title"] if title]
        self.words = sorted({word for paragraph in self.paragraphs for word in _WORD.findall(paragraph)})
        self.names = _read_names()
        kinds = {name: kind for kind, names in self.names.items() for name in names.names}
        self.kinds = {name: kind for name, kind in kinds.items() if any(name in text for text in (*self.paragraphs, *self.titles))}
        self.pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(self.kinds, key=len, reverse=True)))})\b")

    def articles(self, numbers: Iterable[int]) -> Iterator[dict[str, str]]:
        """The articles of these numbers, as rows of a JSON Lines file."""
        for number in numbers:
            # a reprint has the text of the article before it, under the headline and in the outlet of its own
            text = random.Random(f"text {number - (number % _REPRINT == 1)}")
            own = random.Random(f"article {number}")
            yield {
                "title": f"{self._vary(own.choice(self.titles), own)} ({number})",
                "text": "\n\n".join(self._vary(part, text) for part in text.choices(self.paragraphs, k=_PARAGRAPHS)),
                "date": f"{_FIRST_DAY + timedelta(text.randrange(_DAYS))}",
                "outlet": f"The {own.randrange(_OUTLETS)}th Gazette",
            }

    def _vary(self, text: str, chance: random.Random) -> str:
        named = self.pattern.sub(lambda found: self.names[self.kinds[found[0]]].draw(chance), text)
        return _WORD.sub(lambda found: chance.choice(self.words) if chance.random() < _EXCHANGED else found[0], named)


def _read_names() -> dict[str, Names]:
    actors = load_seeds(None).frames["actors"].filter(origin="lexicon").sort("actor_id")
    found = {}
    for kind in _KINDS:
        names = [name for name in actors.filter(kind=kind)["name"] if name[0].isupper()]
        random.Random(kind).shuffle(names)
        found[kind] = Names(names, list(accumulate(1 / (rank + 5) for rank in range(len(names)))))
    return found


def write_corpus(folder: Path, numbers: range, paths: Sequence[Path] = (SAMPLES,)) -> None:
    """Write the articles of these numbers into files of the folder, which is made."""
    corpus = Corpus(paths)
    folder.mkdir(parents=True, exist_ok=True)
    for part in batched(numbers, _A_FILE):
        lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in corpus.articles(part))
        (folder / f"articles-{part[0]:08}.jsonl").write_text("".join(lines), encoding="utf-8")


@click.command()
@click.argument("count", type=click.IntRange(1))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--first", type=click.IntRange(0), default=0, help="Number of the first article.")
@click.option("--sample", "samples", multiple=True, type=click.Path(exists=True, path_type=Path), help="Articles to take paragraphs from.")
def main(count: int, folder: Path, first: int, samples: tuple[Path, ...]) -> None:
    """Write COUNT made-up articles into FOLDER."""
    write_corpus(folder, range(first, first + count), samples or (SAMPLES,))


if __name__ == "__main__":
    main()
