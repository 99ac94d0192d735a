"""Names of outlets as collections and databases print them ("Fox Online News", "CNN (Web News)", "www.bbc.co.uk") to those they go by."""

import re
from collections.abc import Iterator

from transforms.readers.records import host_of, is_address

_IN_PARENTHESES = re.compile(r"\s*\([^()]{1,40}\)$")
#: What collections put behind a name: a part of the paper behind a stroke, or the way it appeared.
_PART = re.compile(r"\s*[-–—|:]+\s*(?:[\w&]+ ?){1,3}$|\s+(?:opinion|editorials?|online|web|website|digital|print|newswires?|blogs?)$", re.I)
_ONLINE = re.compile(r"\s+(?:online|web|digital)(?=\s+news$)", re.I)
#: "News" behind an acronym or a long name ("Reuters News"): of a short word it is a part ("Sun News" is no Sun).
_NEWS = re.compile(r"^((?-i:[A-Z]{2,6})|\w{6,}) news$", re.I)
_DOMAIN_END = re.compile(r"(?:\.(?:com?|org|net|gov|ac|edu))?\.[a-z]{2,}$", re.I)


def outlet_forms(name: str) -> Iterator[str]:
    """The names under which an outlet may be known, the printed one first, each shorter than the one before."""
    words = " ".join(name.split())
    yield words
    if is_address(words):
        host = host_of(words) or words
        yield from (host, _DOMAIN_END.sub("", host).rpartition(".")[2])
        return
    for shorten in (_ONLINE, _IN_PARENTHESES, _PART, _PART):
        shorter = shorten.sub("", words).strip()
        if shorter and shorter != words:
            words = shorter
            yield words
    if found := _NEWS.match(words):
        yield found[1]
