"""Exports of Retriever (Mediearkivet, ATEKST) and Nordic services such as Infomedia as text: a headline, outlet and date, how it was
published, the text, the rights, an address, and a rule of "=" between articles, all after a list of the headlines.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.readers.further_fields import further_fields
from transforms.readers.outcomes import RawArticle, Rejected

NAME = "retriever"
_RULE = re.compile(r"(?m)^={20,}[^\S\n]*$")
_HOW = re.compile(r"(?:(?:Publicerat|Publisert|Publiceret|Udgivet) (?:i|på)|Sänt i|Sendt i|Julkaistu|Published (?:in|on))\b.{0,40}")
_SOURCE = re.compile(
    r"(?P<outlet>[^\n]{2,80}?), (?P<day>\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(?:,? (?:kl\.? ?)?(?P<clock>\d{1,2}[:.]\d{2}))?\s*"
)
_PAGE = re.compile(r"(?:Sida|Side|Sivu|Page)\s+(?P<page>\S.*)")
_SECTION = re.compile(r"(?:Avdelning|Sektion|Seksjon|Section|Del):\s*(?P<section>\S.*)", re.I)
_DASHES = re.compile(r"-{20,}")
_RIGHTS = re.compile(r"(?:©|\(c\) |Alla artiklar är skyddade|Alle artikler er beskyttet|Artikler må ikke distribueres).*", re.S)
#: Lines of the list of headlines are shorter.
_LIST_CHARS = 150
_ADDRESS = re.compile(r"https?://\S+")
_MORE = re.compile(r"(?:Läs hela artikeln|Se web+artik\w+|Les hele artikkelen|Læs hele artiklen)\b.*")


def is_retriever(text: str) -> bool:
    """Whether a line of outlet and day stands over one that says how the article was published."""
    lines = [line.strip() for line in text[:65_536].splitlines() if line.strip()]
    heads = [place for place, line in enumerate(lines) if _HOW.fullmatch(line)]
    return any(any(_SOURCE.fullmatch(line) for line in lines[max(place - 4, 0) : place]) for place in heads)


def retriever_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export, in its order."""
    position = 0
    for part in _RULE.split(text.replace("\r", "")):
        lines = [line.strip() for line in part.split("\n")]
        how_at = next((place for place, line in enumerate(lines) if _HOW.fullmatch(line)), None)
        if how_at is None:
            if any(_SOURCE.fullmatch(line) for line in lines) and any(len(line) > _LIST_CHARS for line in lines):
                detail = f"expected a line that says how it was published, found {' | '.join(filter(None, lines))[:120]!r}"
                yield Rejected("malformed", detail, position, "article")
                position += 1
            continue
        yield _article_of(lines[:how_at], lines[how_at:], position)
        position += 1


def _article_of(above: Sequence[str], below: Sequence[str], position: int) -> RawArticle | Rejected:
    source_at = next((place for place in range(len(above) - 1, -1, -1) if _SOURCE.fullmatch(above[place])), None)
    if source_at is None:
        return Rejected(
            "malformed", f"expected an outlet and its day, found {' | '.join(filter(None, above))[-120:]!r}", position, "article"
        )
    source = _SOURCE.fullmatch(above[source_at])
    assert source is not None
    titles = [line for line in above[:source_at] if line and not _DASHES.fullmatch(line) and not line.startswith(">")]
    title = titles[-1] if titles else None
    text = "\n".join(below[1:])
    body = [block for part in re.split(r"\n\s*\n", _RIGHTS.sub("", text)) if (block := " ".join(part.split())) and not _MORE.match(block)]
    if not body:
        return Rejected("no_body", f"expected words after the heading, found none under the title {title!r}", position, "article")
    address = _ADDRESS.search(text[text.rfind("\n\n") :]) or next(iter(list(_ADDRESS.finditer(text))[-1:]), None)
    day = source["day"] if "-" in source["day"] else "-".join(part.zfill(2) for part in reversed(source["day"].split(".")))
    labels = [match for line in above[source_at:] if (match := _PAGE.fullmatch(line) or _SECTION.fullmatch(line))]
    return RawArticle(
        text="\n\n".join(body),
        position=position,
        title=title,
        published_at=f"{day}T{source['clock'].replace('.', ':').zfill(5)}" if source["clock"] else day,
        outlet=source["outlet"].strip(),
        url=address[0].rstrip(".") if address else None,
        fields=further_fields([*((name, words) for match in labels for name, words in match.groupdict().items()), ("published", below[0])]),
    )
