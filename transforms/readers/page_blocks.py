"""The running text of a web page by the shape of its blocks: long, unlinked and made of sentences; and the element that holds most of it.

After the idea of text density (https://doi.org/10.1145/1718487.1718542): what an article is made of shows in its blocks, wherever a page
puts them. Slower and blunter than an extractor with a model of pages, and wrong on other pages than that one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree, html

#: What blocks of an article may stand in; everything else is inline.
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li blockquote table tbody tr td th section article header main aside pre hr dl dt dd fieldset address "
    "body center".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_DROPPED = frozenset(
    "script style noscript template iframe object svg head button select textarea nav footer form figure figcaption label dialog "
    "time".split()
)
#: Names that pages give to what stands beside their article. Some give them to what holds it as well.
_BESIDE = re.compile(
    r"^aside|related|recommend|promo|subscri|privacy|shar(?:e|ing)|social|sidebar|footer|\bmenu|\bnav|breadcrumb"
    r"|advert|\bads?\b|sponsor|paywall|log-?in|sign-?up|regist|popular|trending|most-?read|outbrain|taboola|\btags?\b"
    r"|author-?(?:bio|box|info)|about-?the-?author|widget|modal|popup|banner|toolbar|credits?\b",
    re.I,
)
#: Names of what is never part of it: letters of readers, requests.
_FOREIGN = re.compile(r"comment|disqus|respond|replies|cookie|consent|gdpr|newsletter", re.I)
_MARKS = re.compile(f"{_BESIDE.pattern}|{_FOREIGN.pattern}", re.I)
_SENTENCE_END = re.compile(r"[.!?。！？…:;][\"'”’»)\]]*(?:\s|$)")
_SPACES = re.compile(r"\s+")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_PROSE_CHARS, _LONG_CHARS = 60, 120
#: Share of the characters of a block that may stand in links: of a short one, of a long one.
_LINKED, _LINKED_LONG = 0.25, 0.4
#: Share of the prose of an element that its likeliest child must hold to take its place.
_CONCENTRATED = 0.7
#: What stands beside the article holds less of the page's prose than this.
_MINOR = 0.3
#: Without what is foreign there must be so much left, else it is the article.
_ENOUGH_CHARS = 300
_LINE_CHARS = 25
_QUOTES = "\"'“‘«"


@dataclass(slots=True)
class Block:
    """A run of text between two block elements: how much of it is linked, the element it stands in, what is marked as beside the article
    around it. Prose is long, ends sentences and is hardly linked; a line may stand between paragraphs: a heading, an item of a list."""

    text: str
    linked: float
    owner: html.HtmlElement
    beside: tuple[html.HtmlElement, ...]
    is_prose: bool = field(init=False)
    is_line: bool = field(init=False)

    def __post_init__(self) -> None:
        length, tag = len(self.text), self.owner.tag
        allowed = _LINKED_LONG if length >= _LONG_CHARS else _LINKED
        self.is_prose = length >= _PROSE_CHARS and self.linked < allowed * length and tag not in _HEADINGS and is_sentences(self.text)
        self.is_line = self.linked < _MINOR * length and (
            tag in _HEADINGS or tag == "li" or length > _LINE_CHARS or self.text[0] in _QUOTES
        )


@dataclass(slots=True)
class _Walk:
    """Where a walk over a page stands: the open blocks, the marked ones among them, the words since the last border."""

    open: list[html.HtmlElement]
    beside: list[html.HtmlElement] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0

    def add(self, words: str | None) -> None:
        if words:
            self.words.append(_SPACES.sub(" ", words))
            self.linked += len(self.words[-1]) if self.links else 0

    def cut(self) -> Iterator[Block]:
        """The blocks that end here: one, or those that a page parts by line breaks alone."""
        parts = [_SPACES.sub(" ", part).strip() for part in _EMPTY_LINE.split("".join(self.words))] if self.words else []
        share = self.linked / (sum(map(len, parts)) or 1)
        self.words, self.linked = [], 0
        for part in parts:
            if part:
                yield Block(part, share * len(part), self.open[-1], tuple(self.beside))


def read_blocks(tree: html.HtmlElement) -> list[Block]:
    """The blocks of a page. Takes what is foreign to any article out of the tree, unless hardly anything else is there."""
    blocks = list(_blocks(tree))
    foreign = {element for block in blocks for element in block.beside if _is_named(element, _FOREIGN)}
    others = [block for block in blocks if not foreign.intersection(block.beside)]
    if sum(len(block.text) for block in others if block.is_prose) < _ENOUGH_CHARS:
        return blocks
    for element in foreign:
        element.drop_tree()
    return others


def main_text(tree: html.HtmlElement, blocks: Sequence[Block]) -> str:
    """The paragraphs of the element that holds most of a page's prose, separated by blank lines; empty when there is no prose."""
    blocks = _without_beside(blocks)
    prose = [block for block in blocks if block.is_prose]
    if not prose:
        return ""
    held = set(_main_element(tree, prose).iter())
    blocks = [block for block in blocks if block.owner in held]
    numbers = [number for number, block in enumerate(blocks) if block.is_prose]
    # a further headline begins another article
    end = next((number for number, block in enumerate(blocks) if number > numbers[0] and block.owner.tag == "h1"), len(blocks))
    numbers = [number for number in numbers if number < end]
    return "\n\n".join(block.text for block in blocks[numbers[0] : numbers[-1] + 1] if block.is_prose or block.is_line)


def is_sentences(text: str) -> bool:
    """Whether a text ends a sentence somewhere."""
    return bool(_SENTENCE_END.search(text))


def _blocks(tree: html.HtmlElement) -> Iterator[Block]:
    body = tree.find(".//body")
    body = tree if body is None else body
    here = _Walk([body])
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _DROPPED:
                walk.skip_subtree()
                continue
            if tag in _BLOCKS and element is not body:
                yield from here.cut()
                here.open.append(element)
                if _is_named(element, _MARKS):
                    here.beside.append(element)
            elif tag == "br":
                here.words.append("\n")
            here.links += tag == "a"
            here.add(element.text)
            continue
        if element is here.open[-1] and element is not body:
            yield from here.cut()
            here.open.pop()
            if here.beside and here.beside[-1] is element:
                here.beside.pop()
        here.links = max(0, here.links - (tag == "a"))
        if element is not body:
            here.add(element.tail)
    yield from here.cut()


def _is_named(element: html.HtmlElement, names: re.Pattern[str]) -> bool:
    return bool(element.attrib or element.tag == "aside") and element.tag not in ("article", "main") and bool(names.search(_names(element)))


def _names(element: html.HtmlElement) -> str:
    return f"{element.tag} {element.get('class') or ''} {element.get('id') or ''}"


def _without_beside(blocks: Sequence[Block]) -> list[Block]:
    """The blocks but for those in marked elements, where all elements so named hold little of the prose."""
    weights: Counter[str] = Counter()
    total = 0
    for block in blocks:
        if block.is_prose:
            total += len(block.text)
            for name in {_names(element) for element in block.beside}:
                weights[name] += len(block.text)
    return [block for block in blocks if all(weights[_names(element)] > _MINOR * total for element in block.beside)]


def _main_element(tree: html.HtmlElement, prose: Sequence[Block]) -> html.HtmlElement:
    """The innermost element that holds most of the prose."""
    weights: Counter[html.HtmlElement] = Counter()
    for block in prose:
        weights[block.owner] += len(block.text)
        for outer in block.owner.iterancestors():
            weights[outer] += len(block.text)
    element = tree
    while True:
        likeliest = max((child for child in element if weights[child]), key=weights.__getitem__, default=None)
        if likeliest is None or weights[likeliest] < _CONCENTRATED * weights[element]:
            return element
        element = likeliest
