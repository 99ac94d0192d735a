"""Exports of Europresse and Eureka (CEDROM-SNi) as HTML: outlet, section and day, headline and text of each article by their classes."""

import re
from collections.abc import Mapping

from lxml import etree, html

from transforms.readers.encodings import decode_bytes
from transforms.readers.further_fields import further_fields
from transforms.readers.markup import words_of
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import printed_day
from transforms.readers.xml_trees import flat_words

NAME = "europresse"
_OUTLET, _HEADER, _AUTHORS = "docpublicationname", "docheader", "docauthors"
#: Classes of the headline and the text, the narrower first, as they changed from year to year.
_TITLES, _TEXTS = ("titrearticlevisu", "rdp__articletitle", "titrearticle"), ("dococurrcontainer", "doctext")
_TAIL = re.compile(r"(?:©|Numéro de document\s*:|Document number\s*:|Ce certificat est émis|Illustration\(s\)\s*:|Note\(s\)\s*:).*", re.S)


def is_europresse(text: str) -> bool:
    """Whether a page names the classes of its articles."""
    lower = text.lower()
    return _OUTLET in lower and any(title in lower for title in _TITLES)


def read_europresse(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of an export."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    root = html.document_fromstring(re.sub(r"<\?xml[^>]*\?>", "", decoded.text))
    frames = list(root.iter("article")) or [_frame_of(outlet) for outlet in _of_class(root, _OUTLET)]
    return Reading(NAME, NAME, decoded.encoding, tuple(_article(frame, position) for position, frame in enumerate(frames)))


def _of_class(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter(etree.Element) if name in (element.get("class") or "").lower().split()]


def _first_of(root: etree._Element, names: tuple[str, ...]) -> list[etree._Element]:
    """The elements of the first of the classes that there is."""
    return next((found for name in names if (found := _of_class(root, name))), [])


def _frame_of(outlet: etree._Element) -> etree._Element:
    """The smallest element that holds an outlet's name and its article's headline."""
    return next((above for above in outlet.iterancestors() if _first_of(above, _TITLES)), outlet)


def _article(frame: etree._Element, position: int) -> RawArticle | Rejected:
    outlet = next((flat_words(found) for found in _of_class(frame, _OUTLET)), None)
    title = next((flat_words(found) for found in _first_of(frame, _TITLES)), None)
    header = " ".join(flat_words(found) for found in _of_class(frame, _HEADER))
    day = printed_day(header) or printed_day(" ".join(flat_words(found) for found in frame.iter("header")))
    authors = tuple(words for found in _of_class(frame, _AUTHORS) if (words := flat_words(found)))
    texts = _first_of(frame, _TEXTS)
    if texts:
        body = "\n\n".join(words_of(found) for found in texts)
        head = next(iter(frame.iter("header")), None)
        last = head[-1] if head is not None and len(head) else None
        if not authors and last is not None and last.tag == "div" and not _first_of(last, _TITLES) and not _of_class(last, _HEADER):
            authors = tuple(name for name in (flat_words(last),) if name)
    else:
        body, authors = _text_behind_title(frame)
    if not body.strip():
        return Rejected("no_body", f"expected words after the headline, found none under the title {title!r}", position, "article")
    return RawArticle(
        text=body,
        position=position,
        title=title,
        published_at=day,
        authors=authors,
        outlet=outlet,
        fields=further_fields([("header", header)]),
    )


def _text_behind_title(frame: etree._Element) -> tuple[str, tuple[str, ...]]:
    """In the older form the text follows the headline without an element of its own: its paragraphs, and the author when a line of few
    words without a full stop comes first."""
    title = _first_of(frame, _TITLES)[0]
    words = words_of(frame).partition(_last_line(title))[2]
    blocks = [block.strip() for block in re.split(r"\n\s*\n|\n", words)]
    body: list[str] = []
    for block in blocks:
        if _TAIL.match(block):
            break
        if block:
            body.append(block)
    first = body[0] if body else ""
    if len(body) > 1 and len(first.split()) <= 5 and first[-1:] not in '.!?:;»"':
        return "\n\n".join(body[1:]), (first,)
    return "\n\n".join(body), ()


def _last_line(title: etree._Element) -> str:
    return words_of(title).split("\n")[-1]
