"""The analysis of one article, stage by stage: names, identities, quotations, credits, dyads, roles, times, tones."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from transforms.annotations import Annotation, Article, Paragraph, TaggedText
from transforms.credits import credit_outlets
from transforms.dyads import code_dyads
from transforms.lexicon import Lexicon
from transforms.links import link_pronouns, resolve_mentions
from transforms.mentions import find_mentions
from transforms.paragraphs import split_paragraphs
from transforms.quotes import attribute_quotes
from transforms.roles import assign_roles
from transforms.taggers import Tagger
from transforms.times import find_times
from transforms.tones import score_targets, score_tones

#: Articles tagged together: enough to keep the tagger's matrices full, few enough to keep memory flat.
CHUNK = 32


def annotate_articles(articles: Iterable[Article], lexicon: Lexicon, tagger: Tagger) -> Iterator[Annotation]:
    """Annotations of the articles, in their order, lazily: at most CHUNK articles are held at a time."""
    for chunk in batched(articles, CHUNK):
        paragraphs = [split_paragraphs(article.text, article.title) for article in chunk]
        yield from annotate_chunk(chunk, paragraphs, lexicon, tagger)


def annotate_chunk(
    articles: Sequence[Article], paragraphs: Sequence[list[Paragraph]], lexicon: Lexicon, tagger: Tagger
) -> Iterator[Annotation]:
    """Annotations of articles whose paragraphs are known."""
    texts = [(article.text, spans) for article, spans in zip(articles, paragraphs, strict=True)]
    for article, tagged in zip(articles, tagger.tag(texts), strict=True):
        yield annotate_tagged(article, tagged, lexicon)


def annotate_tagged(article: Article, tagged: TaggedText, lexicon: Lexicon) -> Annotation:
    """Everything said about one tagged article. The order matters: pronouns inside quotations wait for their speakers."""
    mentions = find_mentions(article, tagged, lexicon)
    resolve_mentions(article, tagged, mentions, lexicon)
    quotes = attribute_quotes(tagged, mentions)
    link_pronouns(tagged, mentions, quotes)
    credits = credit_outlets(tagged, mentions, quotes)
    times = find_times(article, tagged)
    dyads = code_dyads(tagged, mentions, quotes, times)
    assign_roles(tagged, mentions, quotes, dyads, credits)
    score_tones(tagged, mentions, quotes, dyads)
    targets = score_targets(article, tagged, mentions, quotes)
    return Annotation(article, tagged, mentions, quotes, dyads, credits, times, targets)
