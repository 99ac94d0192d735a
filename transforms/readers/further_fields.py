"""What a file says of an article besides our fields (section, subjects, page): names and words, short ones, each name once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from transforms.readers.field_names import kept_names
from transforms.readers.outcomes import RawArticle, Reading, Rejected

_SHORT = 200
_MOST = 60


def further_fields(found: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, str], ...]:
    """Names and words on one line; several words under one name stand in one value, separated by semicolons; long ones are left out."""
    values: dict[str, dict[str, None]] = {}
    for name, words in found:
        if line := " ".join((words or "").split()):
            values.setdefault(name, {})[line] = None
    joined = ((name, "; ".join(lines)) for name, lines in values.items())
    return tuple((name, words) for name, words in joined if len(words) <= _SHORT)[:_MOST]


def keep_named(reading: Reading, mapping: Mapping[str, str]) -> Reading:
    """The reading with those further fields only that the mapping says to keep; with all as long as it says nothing."""
    kept = kept_names(mapping)
    return replace(reading, articles=tuple(_only(article, kept) for article in reading.articles)) if kept else reading


def _only(article: RawArticle | Rejected, kept: tuple[str, ...]) -> RawArticle | Rejected:
    if isinstance(article, Rejected):
        return article
    return replace(article, fields=tuple(field for field in article.fields if field[0] in kept))
