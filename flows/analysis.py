"""Text analysis as flows and verbs use it: with the lexicon and tagger of the process, and with one article's failure kept to itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from pathlib import Path

from flows.lexicons import load_lexicon, load_tagger
from flows.settings import Tier
from transforms.annotate import annotate_tagged
from transforms.annotations import Annotation, Article, Paragraph
from transforms.lexicon import Lexicon
from transforms.paragraphs import split_paragraphs
from transforms.taggers import Tagger

#: Articles tagged together: enough to keep the tagger's matrices full, few enough to keep memory flat.
CHUNK = 32


@dataclass(frozen=True)
class Analyst:
    """A lexicon and a tagger at work."""

    lexicon: Lexicon
    tagger: Tagger

    @classmethod
    def of(cls, tier: Tier, overrides: Path | None = None) -> "Analyst":
        """The analyst of a tier, its parts loaded once in a process."""
        return cls(load_lexicon(overrides), load_tagger(tier))

    def annotate(self, articles: Iterable[Article], paragraphs: Iterable[list[Paragraph]] | None = None) -> Iterator[Annotation | str]:
        """What is said about each article, in order; the message of what went wrong where the analysis failed.

        `paragraphs`: those of each article where they are known; found in the text otherwise. At most CHUNK articles are held at a time."""
        if paragraphs is None:
            pairs = ((article, split_paragraphs(article.text, article.title)) for article in articles)
        else:
            pairs = ((article, spans) for article, spans in zip(articles, paragraphs, strict=True))
        for chunk in batched(pairs, CHUNK):
            yield from self._annotate_chunk(chunk)

    def _annotate_chunk(self, chunk: Sequence[tuple[Article, list[Paragraph]]]) -> Iterator[Annotation | str]:
        tagged_texts = self.tagger.tag((article.text, spans) for article, spans in chunk)
        for (article, _), tagged in zip(chunk, tagged_texts, strict=True):
            try:
                yield annotate_tagged(article, tagged, self.lexicon)
            except Exception as problem:  # noqa: BLE001 - whatever a rule trips over in one article must not cost the others theirs
                yield f"expected to analyse the text, found {type(problem).__name__}: {problem}"
