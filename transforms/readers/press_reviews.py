"""Press reviews as one HTML page: headlines, each over its outlet and day in italics, as ministries and press offices send them round.

<h2>Havenstaking voorbij</h2><i>De Bode 24-04-2023</i><p>…</p><hr>
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree, html

from transforms.readers.encodings import decode_bytes
from transforms.readers.markup import words_of
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import printed_day
from transforms.readers.xml_trees import flat_words

NAME = "press_review"
_HEADINGS, _ITALICS = frozenset(("h1", "h2", "h3", "h4")), frozenset(("i", "em"))
_SIGN = re.compile(r"</h([1-4])>\s*<(i|em)>[^<>]{2,80}\b(?:19|20)\d{2}\s*</\2>", re.I)
_LINE = re.compile(r"(?P<outlet>.{2,60}?)[\s,;:(–-]+(?P<day>\d{1,2}(?:[-./]\d{1,2}[-./]|[\s.]+[^\W\d_]{3,12}\.?\s+)(?:19|20)\d{2})\)?")
_FIGURES = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_ADDRESS = re.compile(r"https?://\S+$")


def is_press_review(head: str) -> bool:
    """Whether at least two headlines stand over an outlet and its day."""
    return len(_SIGN.findall(head)) > 1


def read_press_review(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a page."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    root = html.document_fromstring(re.sub(r"<\?xml[^>]*\?>", "", decoded.text))
    heads = [(heading, found) for heading in root.iter(*_HEADINGS) if (found := _line_under(heading)) is not None]
    articles = tuple(_article(heading, line, position) for position, (heading, line) in enumerate(heads))
    return Reading(NAME, NAME, decoded.encoding, articles)


def _line_under(heading: etree._Element) -> re.Match[str] | None:
    below = heading.getnext()
    return _LINE.fullmatch(flat_words(below)) if below is not None and below.tag in _ITALICS else None


def _article(heading: etree._Element, line: re.Match[str], position: int) -> RawArticle | Rejected:
    title = flat_words(heading)
    box = etree.Element("div")
    for element in list(_following(heading)):
        box.append(element)
    blocks = [block for part in words_of(box).split("\n\n") if (block := " ".join(part.split()))]
    url = next((found[0] for block in blocks[-1:] if (found := _ADDRESS.search(block))), None)
    body = "\n\n".join(words for block in blocks if (words := block.removesuffix(url or "").strip()))
    if not body:
        return Rejected("no_body", f"expected words under the headline, found none under the title {title!r}", position, "article")
    figures = _FIGURES.fullmatch(line["day"])
    day = f"{figures[3]}-{figures[2].zfill(2)}-{figures[1].zfill(2)}" if figures else printed_day(line["day"])
    return RawArticle(
        text=body,
        position=position,
        title=title,
        published_at=day,
        outlet=line["outlet"].strip(" ,;:("),
        url=url,
    )


def _following(heading: etree._Element) -> Iterator[etree._Element]:
    """What stands between the line under a headline and the next headline, rule or anchor."""
    line = heading.getnext()
    assert line is not None
    for element in line.itersiblings(etree.Element):
        if element.tag == "hr" or (element.tag == "a" and element.get("name")) or (element.tag in _HEADINGS and _line_under(element)):
            return
        yield element
