"""Fragments of HTML inside other formats as plain text: blocks become paragraphs, entities become characters."""

import re

from lxml import etree, html

_SIGNS = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|img|figure|table|tr|td|section|article)\b[^<>]*>", re.I
)
_ENTITIES = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|amp|lt|gt|quot|apos|nbsp|[lr][ds]quo|[mn]dash|hellip|eacute|euro|pound);", re.I)
#: Tags and entities that were escaped, which shows in their second "&" or in an end of a tag.
_ESCAPED = re.compile(
    r"&amp;(?:amp;)*(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});|&lt;(?:/(?:p|div|b|i|em|strong|a|span|h[1-6]|li|ul)|br ?/?)&gt;", re.I
)
_MOST_ESCAPES = 3
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption table tr section article header footer main aside pre hr dl dt dd "
    "form fieldset address body".split()
)
_DROPPED = frozenset("script style noscript template iframe object svg head button select textarea".split())
_SPACES = re.compile(r"[ \t\r\f\v]+")
#: Runs of white space that are more than one space; single spaces, which are most, need no replacing.
_WHITE = re.compile(r"[^\S ]\s*| \s+")
_GAPS = re.compile(r" *\n[ \n]*")


def has_markup(text: str) -> bool:
    """Whether a text holds HTML tags or entities (a lone "<" or "&" is none)."""
    return bool(_SIGNS.search(text) or _ENTITIES.search(text))


def plain_words(text: str) -> str:
    """The words of a text that may hold HTML, as often as it was escaped ("&amp;lt;p&amp;gt;"); a text without is given back as it is."""
    escapes = _MOST_ESCAPES if _ESCAPED.search(text) else 1
    while escapes and has_markup(text):
        text, escapes = text_of_markup(text), escapes - 1
    return text


def text_of_markup(markup: str) -> str:
    """The words of a fragment, one blank line between blocks; the fragment itself when no HTML parser makes anything of it."""
    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):  # control characters, nothing but comments, a page without a body
        return markup
    return words_of(root)


def words_of(root: html.HtmlElement) -> str:
    """The words under an element, one blank line between blocks. Walks without recursion: markup may be nested ten thousand deep."""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tail = flat(element.tail) if element is not root else ""
        if event in ("comment", "pi"):
            parts.append(tail)
        elif event == "end":
            parts.append("\n\n" + tail if element.tag in _BLOCKS else tail)
        elif element.tag in _DROPPED:
            walk.skip_subtree()
        elif element.tag == "br":
            parts.append("\n")
        else:
            words = flat(element.text)
            parts.append("\n\n" + words if element.tag in _BLOCKS else words)
    lines = (_SPACES.sub(" ", part) for part in _GAPS.sub(_gap, "".join(parts)).split("\n"))
    return "\n".join(line.strip() for line in lines).strip()


def flat(words: str | None) -> str:
    """The words with one space for every run of white space: line ends in markup mean no more."""
    return _WHITE.sub(" ", words) if words else ""


def _gap(found: re.Match[str]) -> str:
    return "\n\n" if found.group().count("\n") > 1 else "\n"
