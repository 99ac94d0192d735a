"""Exports of the Austrian APA (OnlineManager, DeFacto): each article starts with its outlet in quotes and its date, as text, RTF or HTML.

"Der Standard" Nr. 65 vom 02.04.2013                Seite: 1
Ressort: Seite 1
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lxml import etree, html

from transforms.readers.encodings import decode_bytes
from transforms.readers.further_fields import further_fields
from transforms.readers.markup import words_of
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.xml_trees import flat_words

NAME = "apa"
#: Stands before words in bold, where a document can tell: those are the headline.
BOLD = "\ue000"
_HEAD = re.compile(
    rf'{BOLD}?\s*[„"“](?P<outlet>[^"“”\n]{{2,80}})["“”](?P<issue>\s[^\n]{{0,60}}?)?\s+(?:vom|gefunden am|online seit)\s+'
    r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})(?:,?\s+(?P<hour>\d{2})[.:](?P<minute>\d{2})(?:\s*Uhr)?)?(?:\s+Seiten?:?\s*(?P<page>[^\n]{1,20}))?\s*"
)
_LABEL = re.compile(r"(?P<name>Ressort|Bundesland|Ausgabe|Rubrik):\s*(?P<words>.+)")
_AUTHOR = re.compile(r"Von (?P<name>[^.:!?\d]{3,80})")
_TAIL = re.compile(r"Gespeicherte[rn]? Anh(?:ang|änge)\b|Der gegenständliche Text ist eine Abschrift|_{20,}")
_CHARS, _FIRST_LINES = 65_536, 12


def is_apa(text: str) -> bool:
    """Whether one of the first lines is such a head; the name of the program may stand above it."""
    lines = (line.strip(" \ufeff\t") for line in text[:_CHARS].splitlines())
    return any(_HEAD.fullmatch(line) for line in islice(filter(None, lines), _FIRST_LINES))


def is_apa_page(head: str) -> bool:
    """Whether an HTML page prints entries of DeFacto."""
    return 'class="eintrag"' in head


def apa_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export as lines of text, a paragraph each."""
    records: list[tuple[re.Match[str], list[str]]] = []
    for line in text.replace("\r", "").replace("\xa0", " ").split("\n"):
        words = line.strip()
        if head := _HEAD.fullmatch(words):
            records.append((head, []))
        elif records and words:
            records[-1][1].append(words)
    for position, (head, lines) in enumerate(records):
        yield _article_of(head, lines, position)


def _article_of(head: re.Match[str], lines: Sequence[str], position: int) -> RawArticle | Rejected:
    title_at = next((place for place, line in enumerate(lines) if line.startswith(BOLD)), None)
    if title_at is None:
        title_at = next((place for place, line in enumerate(lines) if not _LABEL.fullmatch(line) and not _AUTHOR.fullmatch(line)), None)
    if title_at is None:
        return Rejected("no_body", f"expected a headline and words after {head[0]!r}, found none", position, "article")
    end = next((place for place in range(title_at, len(lines)) if _TAIL.match(lines[place])), len(lines))
    body = [line.replace(BOLD, "").strip() for line in lines[title_at + 1 : end]]
    return _article(head, lines[:title_at], lines[title_at].replace(BOLD, "").strip(), body, position)


def _article(head: re.Match[str], above: Sequence[str], title: str | None, body: Sequence[str], position: int) -> RawArticle | Rejected:
    if not body:
        return Rejected("no_body", f"expected words after the headline, found none under the title {title!r}", position, "article")
    labels = [(found["name"], found["words"]) for line in above if (found := _LABEL.fullmatch(line))]
    others = [line for line in above if not _LABEL.fullmatch(line)]
    authors = [found["name"] for line in (*others, *body[:1]) if (found := _AUTHOR.fullmatch(line))]
    kickers = [("kicker", line) for line in others if not _AUTHOR.fullmatch(line)]
    day = "-".join(part.zfill(2) for part in reversed(head["day"].split(".")))
    rest = body[1:] if len(body) > 1 and _AUTHOR.fullmatch(body[0]) else body
    return RawArticle(
        text="\n\n".join(rest),
        position=position,
        title=title,
        published_at=f"{day}T{head['hour']}:{head['minute']}" if head["hour"] else day,
        authors=tuple(authors[:1]),
        outlet=head["outlet"].strip(),
        language="de",
        fields=further_fields([*labels, ("page", head["page"]), ("issue", head["issue"]), *kickers]),
    )


def read_apa_html(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of a page printed by DeFacto."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    root = html.document_fromstring(re.sub(r"<\?xml[^>]*\?>", "", decoded.text))
    entries = [element for element in root.iter("div") if "eintrag" in (element.get("class") or "").split()]
    return Reading(NAME, NAME, decoded.encoding, tuple(_entry(entry, position) for position, entry in enumerate(entries)))


def _entry(entry: etree._Element, position: int) -> RawArticle | Rejected:
    printed = "\n".join("".join(found.itertext()) for found in entry.iter("pre")).strip()
    above = [line.strip() for line in printed.split("\n")]
    head = _HEAD.fullmatch(above[0])
    heading = next(entry.iter("h1", "h2", "h3"), None)
    if head is None or heading is None:
        return Rejected("malformed", f"expected an outlet, its day and a headline, found {above[0][:80]!r}", position, "article")
    title = flat_words(heading)
    before, _, behind = words_of(entry).partition(title)
    kicker = " ".join(before.split()).removeprefix(" ".join(printed.split())).strip()
    body = [block for part in behind.split("\n\n") if (block := " ".join(part.split()))]
    return _article(head, [*above[1:], *([kicker] if kicker else [])], title, body, position)
