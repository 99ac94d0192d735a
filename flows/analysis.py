"""Text analysis as flows and verbs use it: with the dictionaries and the tagger of the process."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.lexicons import load_dictionaries, load_tagger
from flows.settings import Tier
from transforms.annotate import Dictionaries, annotate_articles
from transforms.annotations import Annotation, Article, Paragraph
from transforms.taggers import Tagger


@dataclass(frozen=True)
class Analyst:
    """Dictionaries and a tagger at work."""

    dictionaries: Dictionaries
    tagger: Tagger

    @classmethod
    def of(cls, tier: Tier, overrides: Path | None = None) -> "Analyst":
        """The analyst of a tier, its parts loaded once in a process."""
        return cls(load_dictionaries(overrides), load_tagger(tier))

    def annotate(self, articles: Iterable[Article], paragraphs: Iterable[list[Paragraph]] | None = None) -> Iterator[Annotation | str]:
        """What is said about each article, in order; a message where the analysis failed."""
        return annotate_articles(articles, self.dictionaries, self.tagger, paragraphs)
