"""What a web page says of its article besides our fields: its section, keywords, topic and the like, from linked data and meta elements.

Vocabularies: https://schema.org/Article, https://ogp.me/#type_article, https://www.dublincore.org/specifications/dublin-core/dcmi-terms/.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from transforms.readers.values import short_words

#: Each field with the names that linked data and meta elements give to it, best first.
_KNOWN: Mapping[str, tuple[str, Sequence[str]]] = {
    "section": ("articleSection", ("article:section", "parsely-section", "sailthru.section", "section", "og:section", "prism.section")),
    "keywords": (
        "keywords", ("news_keywords", "keywords", "article:tag", "parsely-tags", "sailthru.tags", "og:article:tag", "cxenseparse:keywords"),
    ),
    "topic": ("about", ("topic", "topics", "article:topic", "dc.subject", "dcterms.subject")),
    "category": ("category", ("category", "article:category", "sailthru.category")),
    "genre": ("genre", ("genre", "article:genre", "parsely-type", "content_type", "article:content_type")),
    "access": ("isAccessibleForFree", ("article:content_tier",)),
    "modified": ("dateModified", ("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified")),
}  # fmt: skip
#: Keywords are longer than most fields of records.
_LONGEST, _LONGEST_ASKED = 500, 2_000


def read_fields(metas: Mapping[str, list[str]], main: Mapping[str, Any], asked: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Names and words; those `asked` for, which may name any meta element too, else all that are known.

    `metas`: contents of meta elements by name in lower case; `main`: the article in the linked data."""
    for name in dict.fromkeys(asked) or _KNOWN:
        described, marked = _KNOWN.get(name, (name, ()))
        values = [main.get(described), *(metas.get(mark) for mark in (*marked, name.lower()))]
        longest = _LONGEST_ASKED if asked else _LONGEST
        words = next((words for value in values if (words := short_words(_named(value), longest))), None)
        if words:
            yield name, words


def _named(value: Any) -> Any:  # noqa: ANN401 - a value of JSON may be anything
    """A value of linked data with the names of things in their place, each once."""
    if isinstance(value, list):
        return list(dict.fromkeys(name for item in value if isinstance(name := _named(item), str)))
    return value.get("name") if isinstance(value, Mapping) else value
