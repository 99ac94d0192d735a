"""Records of SGML that no parser of XML takes: many a file, each between a start and an end tag, without a root."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from transforms.readers.outcomes import RawArticle, Rejected


def read_records(
    text: str, start: re.Pattern[str], end: re.Pattern[str], closing: str, read: Callable[[re.Match[str], str, int], RawArticle | Rejected]
) -> Iterator[RawArticle | Rejected]:
    """What `read` makes of each record (its start tag, the markup inside, its position), and a refusal for each that breaks off.

    `closing`: the end tag as it is called in the refusal."""
    starts = list(start.finditer(text))
    bounds = [*(found.start() for found in starts), len(text)]
    for position, (opened, (_, following)) in enumerate(zip(starts, pairwise(bounds), strict=True)):
        closed = end.search(text, opened.end(), following)
        if closed:
            yield read(opened, text[opened.end() : closed.start()], position)
        else:
            rest = text[opened.end() : following][-40:]
            yield Rejected("malformed", f"expected {closing}, found {rest!r} before the next article or end", position)
