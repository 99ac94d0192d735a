"""The analysis of articles, stage by stage: names, identities, quotations, credits, times, dyads, roles, tones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched

from transforms.acts.dyads import code_dyads
from transforms.acts.events import Events
from transforms.acts.roles import assign_roles
from transforms.annotations import Annotation, Article, Paragraph, TaggedText
from transforms.articles.paragraphs import split_paragraphs
from transforms.identities.links import link_pronouns, resolve_mentions
from transforms.identities.spokespersons import speak_for_bodies
from transforms.lexicon import Lexicon
from transforms.names.mentions import find_mentions
from transforms.speech.credits import credit_outlets
from transforms.speech.cues import Cues
from transforms.speech.quotes import attribute_quotes
from transforms.taggers import Tagger
from transforms.times.times import find_times
from transforms.tones.tones import SpanJudge, score_targets, score_tones

#: Articles tagged together: enough to keep the tagger's matrices full, few enough to keep memory flat.
CHUNK = 32


@dataclass(frozen=True)
class Dictionaries:
    """What the stages look words up in."""

    lexicon: Lexicon
    cues: Cues
    events: Events
    tones: SpanJudge


def annotate_articles(
    articles: Iterable[Article], dictionaries: Dictionaries, tagger: Tagger, paragraphs: Iterable[list[Paragraph]] | None = None
) -> Iterator[Annotation | str]:
    """What is said about each article, in order; a message where the analysis failed, so that one article costs no other.

    `paragraphs`: those of each article where they are known; found in the text otherwise. At most CHUNK articles are held at a time."""
    if paragraphs is None:
        pairs = ((article, split_paragraphs(article.text, article.title)) for article in articles)
    else:
        pairs = ((article, spans) for article, spans in zip(articles, paragraphs, strict=True))
    for chunk in batched(pairs, CHUNK):
        yield from _annotate_chunk(chunk, dictionaries, tagger)


def _annotate_chunk(
    chunk: Sequence[tuple[Article, list[Paragraph]]], dictionaries: Dictionaries, tagger: Tagger
) -> Iterator[Annotation | str]:
    tagged_texts = tagger.tag((article.text, spans) for article, spans in chunk)
    for (article, _), tagged in zip(chunk, tagged_texts, strict=True):
        try:
            yield annotate_tagged(article, tagged, dictionaries)
        except Exception as problem:  # noqa: BLE001 - whatever a rule trips over in one article must not cost the others theirs
            yield f"expected to analyse the text, found {type(problem).__name__}: {problem}"


def annotate_tagged(article: Article, tagged: TaggedText, dictionaries: Dictionaries) -> Annotation:
    """Everything said about one tagged article. The order matters: pronouns inside quotations wait for their speakers."""
    lexicon = dictionaries.lexicon
    mentions = find_mentions(article, tagged, lexicon)
    resolve_mentions(article, tagged, mentions, lexicon)
    quotes = attribute_quotes(tagged, mentions, dictionaries.cues)
    link_pronouns(tagged, mentions, quotes, lexicon, article.day)
    speak_for_bodies(article, tagged, mentions, lexicon)
    credits = credit_outlets(tagged, mentions, quotes)
    times = find_times(article, tagged)
    dyads = code_dyads(tagged, mentions, quotes, times, dictionaries.events)
    assign_roles(tagged, mentions, quotes, dyads, credits)
    score_tones(tagged, mentions, dictionaries.tones)
    targets = score_targets(article, tagged, dictionaries.tones)
    return Annotation(article, tagged, mentions, quotes, dyads, credits, times, targets)
