"""Text analysis as flows and verbs use it: with the dictionaries and the tagger of the process."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.lexicons import load_dictionaries, load_stages, load_tagger
from flows.settings import Tier
from transforms.annotate import annotate_articles
from transforms.annotations import Annotation, Article, Paragraph
from transforms.pipeline import STAGES, Dictionaries, Stage
from transforms.taggers import Tagger


@dataclass(frozen=True)
class Analyst:
    """Dictionaries, a tagger and the stages at work."""

    dictionaries: Dictionaries
    tagger: Tagger
    stages: tuple[Stage, ...] = STAGES

    @classmethod
    def of(cls, tier: Tier, overrides: Path | None = None) -> "Analyst":
        """The analyst of a tier, its parts loaded once in a process."""
        return cls(load_dictionaries(overrides, tier), load_tagger(tier), load_stages())

    def annotate(self, articles: Iterable[Article], paragraphs: Iterable[list[Paragraph]] | None = None) -> Iterator[Annotation | str]:
        """What is said about each article, in order; a message where the analysis failed."""
        return annotate_articles(articles, self.dictionaries, self.tagger, paragraphs, self.stages)
