"""The body of a web page: trafilatura's, unless its shape or length raises doubt; then that on which the extractors agree.

One extractor is right on most pages, and each is wrong on other pages: a first chunk for the whole, a menu, a cookie notice. A second
opinion costs as much as the first, so it is asked for only where the first is short, no prose, or much shorter than the page's paragraphs.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.readability_lxml import Document
from trafilatura.settings import Extractor

from transforms.readers.markup import has_markup, text_of_markup, words_of
from transforms.readers.page_blocks import is_sentences, main_text, read_blocks

_FIRST, _TREE, _LINKED_DATA = "trafilatura", "tree", "json_ld"
_OPTIONS = Extractor(output_format="python", fast=True, comments=False)
#: Below this an article is rather a teaser, a caption or a notice.
_SHORT_CHARS = 500
#: A line of prose, and the share of a text that such lines make up at least.
_PROSE_CHARS, _PROSE_SHARE = 60, 0.5
#: The page's paragraphs are so many times the text when something is missing.
_MORE = 1.6
_PARAGRAPH_CHARS = 80
_LINKED = 0.4
#: A body to be compared.
_BODY_CHARS = 100
#: How much better another body must agree with each of the rest before it takes the first one's place.
_MARGIN = 0.1
#: Share of the shingles of a text that another must have to hold it.
_HELD = 0.85
#: What two bodies have in common when they are the same but for headings and lists.
_SAME = 0.8
#: How many times as long as the first body another is that holds it and more; and that is so much longer that the first can only be a part.
_MUCH_LONGER, _LONGEST = 1.5, 8
#: How much longer than the page's own blocks another body may be that these hold.
_LONGER = 1.15
#: The first body may be so many times as long as another that it holds: what more it has are lists and headings.
_FULLER = 2
_SHINGLE = 3
_WORD = re.compile(r"\w+")
#: Words longer than this on average are sentences in a script without spaces.
_SCRIPT_CHARS = 20

type Shingles = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of an article, separated by blank lines, and what found them."""

    text: str
    extractor: str


def find_body(tree: html.HtmlElement, linked: Sequence[Mapping[str, Any]]) -> Body:
    """The body of a page; empty when no extractor finds one. `linked`: the articles of its linked data."""
    first, described = _by_trafilatura(tree), _in_linked_data(linked)
    if first.startswith("|") and _open_layout(tree):
        first = _by_trafilatura(tree)
    if not _is_doubtful(first, tree) and len(described) < _MUCH_LONGER * len(first):
        return Body(first, _FIRST)
    own = main_text(tree, read_blocks(tree))
    if not described and _overlap(_shingles(first), _shingles(own)) > _SAME:
        return Body(first, _FIRST)
    bodies = {_FIRST: first, _TREE: own, "readability": _by_readability(tree), _LINKED_DATA: described}
    chosen = _choose({name: text for name, text in bodies.items() if name == _FIRST or len(text) >= _BODY_CHARS})
    return Body(bodies[chosen], chosen)


def _open_layout(tree: html.HtmlElement) -> bool:
    """Make blocks of tables that only lay out the page, as pages of the nineties have them; whether there were any."""
    tables = [table for table in tree.iter("table") if next(table.iter("th", "caption"), None) is None]
    for element in [element for table in tables for element in table.iter("table", "tbody", "tr", "td")]:
        element.tag = "div"
    return bool(tables)


def _by_trafilatura(tree: html.HtmlElement) -> str:
    document = bare_extraction(tree, options=_OPTIONS)
    text = document.text if document and not isinstance(document, dict) else None
    return (text or "").replace("\n", "\n\n")


def _is_doubtful(text: str, tree: html.HtmlElement) -> bool:
    return len(text) < _SHORT_CHARS or not _is_prose(text) or _paragraph_chars(tree) > _MORE * len(text)


def _is_prose(text: str) -> bool:
    """Whether at least half of a text is lines of prose, as that of a menu or a list is not."""
    prose = sum(len(line) for line in text.split("\n") if len(line) >= _PROSE_CHARS and is_sentences(line))
    return prose >= _PROSE_SHARE * (len(text) - text.count("\n"))


def _paragraph_chars(tree: html.HtmlElement) -> int:
    """Characters in the page's long paragraphs that are not mostly links."""
    chars = 0
    for element in tree.iter("p", "div"):
        if element.tag == "div":
            length = len(element.text) if element.text else 0
            chars += length if length >= _PARAGRAPH_CHARS else 0
            continue
        length = len(" ".join("".join(element.itertext()).split()))
        if length >= _PARAGRAPH_CHARS and sum(len(words) for link in element.iter("a") for words in link.itertext()) < _LINKED * length:
            chars += length
    return chars


def _by_readability(tree: html.HtmlElement) -> str:
    """The body by the scores of Arc90's readability, as trafilatura keeps it."""
    try:
        return words_of(html.fromstring(Document(tree, min_text_length=25).summary()))
    except (etree.LxmlError, ValueError, AttributeError):  # a page without a body
        return ""


def _in_linked_data(linked: Sequence[Mapping[str, Any]]) -> str:
    bodies = [body for node in linked if isinstance(body := node.get("articleBody"), str)]
    longest = max(bodies, key=len, default="")
    return text_of_markup(longest) if has_markup(longest) else longest


def _choose(bodies: Mapping[str, str]) -> str:
    """The name of the body that agrees best with the others; the first one's unless another is clearly better."""
    first, others = bodies[_FIRST], [name for name in bodies if name != _FIRST]
    if not others:
        return _FIRST
    shingles = {name: _shingles(text) for name, text in bodies.items()}
    if first and _is_teaser(bodies, shingles):
        return _LINKED_DATA
    if first and _is_chunk(bodies, shingles):
        return _TREE
    agreement = {name: sum(_overlap(found, other) for other in shingles.values()) / len(bodies) for name, found in shingles.items()}
    best = max(others, key=agreement.__getitem__)
    return best if not first or _is_better(best, bodies, shingles, agreement) else _FIRST


def _is_better(best: str, bodies: Mapping[str, str], shingles: Mapping[str, Shingles], agreement: Mapping[str, float]) -> bool:
    """Whether a body is better than the first one."""
    first, found, length = shingles[_FIRST], shingles[best], len(bodies[_FIRST])
    if len(bodies) == 2:
        return not _is_prose(bodies[_FIRST]) and _is_prose(bodies[best])
    if agreement[best] < agreement[_FIRST] + _MARGIN * (len(bodies) - 1) / len(bodies):
        return False
    if length < _FULLER * len(bodies[best]) and _is_held(found, first):
        return False
    if length < _SHORT_CHARS or not _is_prose(bodies[_FIRST]):
        return True
    # an article it is: another must be the same and more, or so much more that this is but a part, and the page's own blocks must say so
    own = shingles.get(_TREE, Counter())
    is_same = _is_held(first, found) and _is_held(first, own)
    return is_same or (len(bodies[best]) > _LONGEST * length and _overlap(found, own) > _HELD)


def _is_teaser(bodies: Mapping[str, str], shingles: Mapping[str, Shingles]) -> bool:
    """Whether what the page shows is only the beginning of what its linked data holds."""
    if _LINKED_DATA not in bodies:
        return False
    longest = max(len(text) for name, text in bodies.items() if name != _LINKED_DATA)
    return len(bodies[_LINKED_DATA]) > _MUCH_LONGER * longest and _is_held(shingles[_FIRST], shingles[_LINKED_DATA])


def _is_chunk(bodies: Mapping[str, str], shingles: Mapping[str, Shingles]) -> bool:
    """Whether the first body is one chunk of several: others have other parts, and the page's own blocks hold all."""
    if _TREE not in bodies:
        return False
    length = len(bodies[_TREE])
    others = [name for name in bodies if name not in (_FIRST, _TREE)]
    return (
        _MUCH_LONGER < length / len(bodies[_FIRST]) < _LONGEST
        and all(len(bodies[name]) < _LONGER * length and not _is_held(shingles[name], shingles[_FIRST]) for name in others)
        and all(_is_held(found, shingles[_TREE]) for found in shingles.values())
    )


def _shingles(text: str) -> Shingles:
    """Runs of three words; of three characters where words are not parted."""
    words = _WORD.findall(text.casefold())
    if len("".join(words)) > _SCRIPT_CHARS * len(words):
        words = list("".join(words))
    return Counter(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


def _overlap(one: Shingles, other: Shingles) -> float:
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


def _is_held(one: Shingles, other: Shingles) -> bool:
    return (one & other).total() >= _HELD * one.total()
