"""Exports of Mediargus and GoPress (Belgium) as text: numbered headlines, each above a line of outlet, date, page and word count.

1. Havenstaking voorbij

De Bode, maandag 24 april 2023, p. 23, 853w.
"""

import re
from collections.abc import Iterator

from transforms.readers.further_fields import further_fields
from transforms.readers.outcomes import RawArticle, Rejected
from transforms.readers.printed_days import printed_day

NAME = "mediargus"
_ARTICLE = re.compile(
    r"(?m)^[^\w\n]?(?P<number>\d{1,5})\.[^\S\n]+(?P<title>[^\n]+)\n+(?P<outlet>[^,\n]{2,60}), (?P<day>[^\n,]*\d{4})"
    r"(?:, (?:p|blz)\. ?(?P<page>[^,\n]{1,20}))?(?:, (?P<words>\d+) ?w)?\.?[^\S\n]*$"
)


def is_mediargus(text: str) -> bool:
    """Whether a numbered headline stands over outlet, day and count of words."""
    found = _ARTICLE.search(text[:65_536].replace("\r", ""))
    return bool(found and (found["words"] or found["page"]) and printed_day(found["day"]))


def mediargus_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export, in its order."""
    plain = text.replace("\r", "")
    heads = [head for head in _ARTICLE.finditer(plain) if printed_day(head["day"])]
    ends = [*(head.start() for head in heads[1:]), len(plain)]
    for position, (head, end) in enumerate(zip(heads, ends, strict=True)):
        body = [block for part in re.split(r"\n\s*\n", plain[head.end() : end]) if (block := " ".join(part.split()))]
        title = " ".join(head["title"].split())
        if not body:
            yield Rejected("no_body", f"expected words after the heading, found none under the title {title!r}", position, "article")
            continue
        yield RawArticle(
            text="\n\n".join(body),
            position=position,
            title=title,
            published_at=printed_day(head["day"]),
            outlet=head["outlet"].strip(),
            fields=further_fields([("page", head["page"]), ("words", head["words"])]),
        )
