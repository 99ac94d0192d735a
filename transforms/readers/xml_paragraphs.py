"""The words of an article inside agency XML (XHTML, NITF, or bare text) as paragraphs separated by blank lines."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from transforms.readers.markup import flat, has_markup, text_of_markup

__all__ = ["join_wrapped", "text_of_all", "text_under"]

_BLOCKS = frozenset(
    "p div block h1 h2 h3 h4 h5 h6 hl1 hl2 ul ol li dl dt dd bq blockquote pre table caption tr section article aside hr fn footnote "
    "tagline body body.content content abstract nitf-table".split()
)
_DROPPED = frozenset("script style head header footer nav media figure object img nitf-table-metadata".split())
_CELLS = frozenset(("td", "th"))
#: Elements that hold one word each, as scanned newspapers have them.
_WORDS = frozenset(("wd", "articleword"))
#: Sentences, between which a file may have no blank.
_SENTENCES = frozenset(("s", "sentence"))
#: Ends of lines, of TEI too.
_LINE_ENDS = frozenset(("br", "lb"))
#: Elements that are read as what they are in HTML, NITF and TEI.
_KNOWN = (
    _BLOCKS
    | _DROPPED
    | _CELLS
    | _WORDS
    | _LINE_ENDS
    | _SENTENCES
    | frozenset(
        "a b i u em strong span q w c pc seg hi emph ref name rs num date time person org location lang sub sup small font cite code chron "
        "money copyrite event function virtloc postaddr string word token".split()
    )
)
#: The head of an HTML page is dropped; that of a part of a text is its heading.
_PAGES = frozenset(("html", "nitf"))
#: Runs of blanks that are more than one space; single spaces, which are most, need no replacing.
_SPACES = re.compile(r"[\t\r\f\v\xa0][ \t\r\f\v\xa0]*| [ \t\r\f\v\xa0]+")
_GAPS = re.compile(r"\n\s*\n")
#: Lines cut at a fixed width are at least this long on the average; shorter ones are verses, tables, lists.
_WRAPPED_CHARS = 40


def text_under(element: etree._Element) -> str:
    """The paragraphs under an element; HTML that stands escaped in it is read as such, bare lines as they are."""
    if len(element) == 0:
        words = element.text or ""
        return text_of_markup(words) if has_markup(words) else _tidy(words)
    if _is_list(element):
        return text_of_all(element)
    return _tidy("".join(_parts(element)))


def _is_list(element: etree._Element) -> bool:
    """Whether an element holds nothing but several of one kind that is no part of a line: paragraphs under a name of their own."""
    names = {child.tag.lower() for child in element}
    words = (element.text, *(child.tail for child in element))
    return len(element) > 1 and len(names) == 1 and not names & _KNOWN and not any(part and part.strip() for part in words)


def text_of_all(elements: Iterable[etree._Element]) -> str:
    """The paragraphs under several elements."""
    return "\n\n".join(text for element in elements if (text := text_under(element)))


def _parts(root: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    verbatim = 0
    for event, element in walk:
        name = element.tag.lower()
        is_start = event == "start"
        verbatim += (1 if is_start else -1) * (name == "pre")
        tail = element.tail if element is not root and not is_start else None
        is_dropped = name in _DROPPED and element is not root and not _is_heading(element)
        if is_start and is_dropped:
            walk.skip_subtree()
            yield ""
        elif name in _BLOCKS or (name == "head" and not is_dropped):
            yield "\n\n"
        elif name in _CELLS or name in _WORDS or name in _SENTENCES or (name in _LINE_ENDS and is_start):
            yield "\n" if name == "br" else " "
        yield _flat(element.text if is_start and not is_dropped else tail, verbatim > 0)


def _is_heading(element: etree._Element) -> bool:
    """Whether a "head" is the heading of a part of a text rather than the head of a page."""
    above = element.getparent()
    return element.tag.lower() == "head" and above is not None and above.tag.lower() not in _PAGES


def _flat(words: str | None, is_verbatim: bool) -> str:
    return "" if not words else words if is_verbatim else flat(words)


def _tidy(text: str) -> str:
    blocks = (join_wrapped([_SPACES.sub(" ", line).strip() for line in block.split("\n")]) for block in _GAPS.split(text.replace("\r", "")))
    # embedded players and the like stand escaped among the paragraphs of some agencies
    plain = (text_of_markup(block) if has_markup(block) else block for block in blocks)
    return "\n\n".join(block for block in plain if block)


def join_wrapped(lines: list[str]) -> str:
    """The lines of one paragraph: joined when they were cut at a fixed width, but for short ones among them, else each for itself."""
    filled = [line for line in lines if line]
    is_wrapped = len(filled) > 1 and sum(map(len, filled[:-1])) >= _WRAPPED_CHARS * (len(filled) - 1)
    return "".join(f"{line} " if is_wrapped and len(line) >= _WRAPPED_CHARS else f"{line}\n" for line in filled).strip()
