"""The analysis of articles, stage by stage: names, identities, quotations, credits, times, dyads, roles, tones."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from transforms.annotations import Annotation, Article, Paragraph, TaggedText
from transforms.articles.paragraphs import split_paragraphs
from transforms.document import Document
from transforms.names.headlines import recase_headlines
from transforms.pipeline import STAGES, Dictionaries, Stage, run_stages
from transforms.taggers import Tagger

#: Articles tagged together: enough to keep the tagger's matrices full, few enough to keep memory flat.
CHUNK = 32


def annotate_articles(
    articles: Iterable[Article],
    dictionaries: Dictionaries,
    tagger: Tagger,
    paragraphs: Iterable[list[Paragraph]] | None = None,
    stages: Sequence[Stage] = STAGES,
) -> Iterator[Annotation | str]:
    """What is said about each article, in order; a message where the analysis failed, so that one article costs no other.

    `paragraphs`: those of each article where they are known; found in the text otherwise. At most CHUNK articles are held at a time."""
    if paragraphs is None:
        pairs = ((article, split_paragraphs(article.text, article.title)) for article in articles)
    else:
        pairs = ((article, spans) for article, spans in zip(articles, paragraphs, strict=True))
    for chunk in batched(pairs, CHUNK):
        yield from _annotate_chunk(chunk, dictionaries, tagger, stages)


def _annotate_chunk(
    chunk: Sequence[tuple[Article, list[Paragraph]]], dictionaries: Dictionaries, tagger: Tagger, stages: Sequence[Stage]
) -> Iterator[Annotation | str]:
    lexicon, words = dictionaries.lexicon, tagger.vocabulary
    tagged_texts = tagger.tag((recase_headlines(article.text, spans, lexicon, words, article.day), spans) for article, spans in chunk)
    for (article, _), tagged in zip(chunk, tagged_texts, strict=True):
        try:
            yield annotate_tagged(article, tagged, dictionaries, stages)
        except Exception as problem:  # noqa: BLE001 - whatever a rule trips over in one article must not cost the others theirs
            yield f"expected to analyse the text, found {type(problem).__name__}: {problem}"


def annotate_tagged(article: Article, tagged: TaggedText, dictionaries: Dictionaries, stages: Sequence[Stage] = STAGES) -> Annotation:
    """Everything said about one tagged article, stage by stage."""
    document = Document(article, tagged)
    run_stages(document, dictionaries, stages)
    return document.annotation()
