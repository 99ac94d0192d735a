"""Exports of LexisNexis, Nexis and Nexis Uni, in any file format: the same blocks of text in two orders.

The older form numbers its documents ("3 of 12 DOCUMENTS") and puts labels in capitals between the headline and the text; Nexis Uni ends
each with "End of Document" and begins the text with "Body". Labels come in the language of the reader.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from transforms.readers.further_fields import further_fields
from transforms.readers.lexis_labels import FIELDS, FURTHER, HEADS, LANGUAGES, NO_ENDS, OTHERS, STARTS
from transforms.readers.outcomes import RawArticle, Rejected
from transforms.readers.printed_days import printed_day

NAME = "lexisnexis"
_NUMBERED = re.compile(
    r"\s*(?:Do[ck]ument[eo]?\s+)?(\d{1,6})\s+(?:of|von|van|de|di|sur)\s+(\d{1,6})(?:\s+(?:DOCUMENT(?:S|EN|OS|I)?|DOKUMENTEN?))?\s*"
)
_SURELY_NUMBERED = re.compile(
    r"(?im)^[ \t]*(?:\d{1,6}\s+(?:of|van|von|de|di|sur)\s+\d{1,6}\s+(?:DOCUMENT(?:S|EN|OS|I)?|DOKUMENTEN?)"
    r"|Do[ck]ument[eo]?\s+\d{1,6}\s+(?:von|van|de|di|sur)\s+\d{1,6})[ \t\r]*$"
)
_END = re.compile(
    r"(?i)\s*(?:End of Document|Fin du document|Ende des Dokuments?|"
    r"Einde van (?:het )?document|Fin(?:al)? del documento|Fine del documento|Fim do documento)\s*"
)
_BODY = re.compile(r"(?i)\s*(?:Body|Corps|Text|Flie(?:ß|ss)text|Haupttext|Tekst|Hoofdtekst|Cuerpo|Texto|Testo|Corpo)\s*:?\s*")
_LABEL = re.compile(r"(?s)\s*([A-ZÀ-Ý][\w À-ÿ/()-]{1,28}?)\s*:\s*(.*)")
_TAIL_HEADING = re.compile(
    r"\s*(?:Classification|Klassifizierung|Klassifikation|Classificatie|Clasificación|Classificação|Classificazione"
    r"|Graphic|Graphique|Grafik|Gráfico|Grafico|Notes|Correction(?:-Date)?)\s*"
)
#: What stands for a picture or the page itself.
_LINKS = re.compile(r"(?i)link to (?:image|original|full text|pdf)\b.{0,40}")
_COPYRIGHT = re.compile(
    r"(?i)\s*(?:copyright\b|©|\(c\)\s|all rights reserved|tous droits réservés|alle rechte vorbehalten|alle rechten voorbehouden).*", re.S
)
#: What stands between the day and the headline and is none.
_NOTICES = re.compile(r"(?i)(?:(?:correction|clarification) appended|(?:[\w-]+ ){1,3}edition|[\w-]*ausgabe)")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}:\d{2})(?::\d{2})?\s*([AaPp]\.?[Mm]\b\.?)?\s*([A-Z]{3,4})?(?![\w:])")
#: The numbers in the head of an export of chosen documents.
_SELECTION = re.compile(
    r"(?i)(?:select(?:ed)? items?|items selected|geselecteerde (?:items|documenten)|ausgewählte dokumente|documents sélectionnés)"
    r"\s*:\s*([\d,;\s-]+)"
)
#: The count of words before a text, or what begins it, and a line behind it: signs of a document alone.
_LENGTH_LINE = re.compile(r"(?im)^[ \t]*(?:Body[ \t\r]*$|Length:|(?:lengte|länge|longueur|longitud|lunghezza|comprimento|extensión):\s*\d)")
_LAST_LINE = re.compile(
    r"(?im)^[ \t]*(?:End of Document[ \t\r]*$"
    r"|(?:load-date|date-chargement|update|pub-type|publication-type|type-publication|taal|sprache):)"
)
_HEAD_BLOCKS = 8
_DAY_WORDS = 8
_LABEL_CHARS = 60


def is_lexis(text: str) -> bool:
    """Whether a text is such an export: a numbered document, or a document that ends as Nexis Uni ends them."""
    if _SURELY_NUMBERED.search(text):
        return True
    lines = [line for line in text.splitlines() if len(line) < _LABEL_CHARS]
    if any(map(_END.fullmatch, lines)) and any(map(_BODY.fullmatch, lines)):
        return True
    return bool(_LENGTH_LINE.search(text) and _LAST_LINE.search(text))


def is_lexis_end(line: str) -> bool:
    return bool(_END.fullmatch(line))


def is_lexis_body(line: str) -> bool:
    return bool(_BODY.fullmatch(line))


def is_tail_start(line: str) -> bool:
    """Whether a line heads the labels behind the text."""
    return bool(_TAIL_HEADING.fullmatch(line))


def lexis_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export, in its order; where it numbers them, a refusal for those that are missing between two."""
    blocks = [block for block in (part.strip() for part in re.split(r"\n[^\S\n]*\n", text.replace("\r", ""))) if block]
    if _SURELY_NUMBERED.search(text):
        blocks = list(_with_marks_apart(blocks, lambda line: bool(_SURELY_NUMBERED.fullmatch(line))))
    numbered = [(place, match) for place, block in enumerate(blocks) if (match := _NUMBERED.fullmatch(block))]
    if numbered and _SURELY_NUMBERED.search(text):
        yield from _numbered_articles(blocks, numbered, _chosen_numbers("\n".join(blocks[: numbered[0][0]]) if numbered else ""))
    elif any(_is_mark(line) for line in text.splitlines()):
        yield from _ended_articles(list(_with_marks_apart(blocks, _is_mark)))
    else:
        yield _older(_with_values(blocks), 0)


def _is_mark(line: str) -> bool:
    """Whether a line ends a document or heads its text, as in Nexis Uni."""
    return bool(_END.fullmatch(line) or _BODY.fullmatch(line)) and not line.rstrip().endswith(":")


def _with_marks_apart(blocks: Iterable[str], is_mark: Callable[[str], bool]) -> Iterator[str]:
    """The blocks, with such lines as blocks of their own where no blank lines set them apart."""
    for block in blocks:
        lines: list[str] = []
        for line in (*block.split("\n"), None):
            if line is not None and not is_mark(line):
                lines.append(line)
                continue
            yield from filter(None, ("\n".join(lines).strip(), (line or "").strip()))
            lines = []


def _with_values(blocks: Sequence[str]) -> list[str]:
    """The blocks of a document alone, with labels and values that stand apart put together."""
    found: list[str] = []
    for block in blocks:
        if found and _label_of(found[-1]) in HEADS - STARTS and found[-1].endswith(":"):
            found[-1] += f" {block}"
        else:
            found.append(block)
    return found


def _numbered_articles(
    blocks: Sequence[str], numbered: Sequence[tuple[int, re.Match[str]]], chosen: Container[int]
) -> Iterator[RawArticle | Rejected]:
    """The documents, and one refusal for all that are missing between two; numbers that nobody chose are not missing, nor is any where
    another export begins."""
    position, before = 0, numbered[0][1] if numbered else None
    for (place, match), (end, _) in zip(numbered, [*numbered[1:], (len(blocks), None)], strict=True):
        if before and match[2] == before[2]:
            missing = [number for number in range(int(before[1]) + 1, int(match[1])) if number in chosen]
            if missing:
                which = f"documents {missing[0]} to {missing[-1]}" if len(missing) > 1 else f"document {missing[0]}"
                yield Rejected("malformed", f"expected {which} of {match[2]}, found none", position, "article")
                position += 1
        yield _older(list(blocks[place + 1 : end]), position)
        position, before = position + 1, match


def _chosen_numbers(head: str) -> Container[int]:
    """The numbers that were chosen for an export, where its head lists them; else all."""
    found = _SELECTION.search(head)
    if not found:
        return range(1_000_000)
    parts = re.findall(r"(\d+)(?:\s*-\s*(\d+))?", found[1])
    return {number for first, last in parts for number in range(int(first), min(int(last or first), int(first) + 100_000) + 1)}


def _older(blocks: list[str], position: int) -> RawArticle | Rejected:
    """One document in the order outlet, day, headline, labels, text, labels; the headline may come first, and any may be a label."""
    days = [place for place, block in enumerate(blocks[:_HEAD_BLOCKS]) if printed_day(block) and not _label_of(block)]
    day_at = next((place for place in days if _is_day(blocks[place])), days[0] if days else None)
    head = blocks[: day_at or 0]
    named = [" ".join(block.split()) for block in head if not _COPYRIGHT.fullmatch(block) and not _NOTICES.fullmatch(block)]
    labels = _Labels()
    place = 0 if day_at is None else day_at + 1
    titles: list[str] = []
    while place < len(blocks) and (_label_of(blocks[place]) in HEADS | {"date", "datum"} or _is_before_labels(blocks, place)):
        block = blocks[place]
        if _label_of(block) in STARTS:
            blocks[place] = block.partition(":")[2].strip()
            place += not blocks[place]
            break
        if not labels.take(block) and not _NOTICES.fullmatch(block) and not _COPYRIGHT.fullmatch(block) and not _is_day(block):
            titles.append(" ".join(block.split()))
        place += 1
    end = _tail_start(blocks, place)
    body = [block for block in blocks[place:end] if not _COPYRIGHT.fullmatch(block)]
    for block in blocks[end:]:
        labels.take(block)
    day = _moment(blocks[day_at]) if day_at is not None else _moment(labels.fields.get("day", ""))
    if day is None:
        found = " | ".join(blocks[:3])[:120]
        return Rejected("malformed", f"expected a day at the head of a document, found {found!r}", position, "article")
    if named:
        labels.fields.setdefault("outlet", named[-1])
    return _article(body, next(iter(titles), None) or labels.fields.get("title") or " ".join(named[:-1]) or None, day, labels, position)


def _is_day(block: str) -> bool:
    """Whether a block is a day and nothing else, but for the day of the week, the hour and an edition."""
    return bool(printed_day(block)) and len(block.split()) <= _DAY_WORDS and not _label_of(block)


def _moment(block: str) -> str | None:
    """The day in a block in ISO 8601; with the hour in English where that is printed."""
    day = printed_day(block)
    clock = _CLOCK.search(block) if day else None
    if not day or not clock:
        return day
    return f"{date.fromisoformat(day):%d %b %Y} {' '.join(filter(None, clock.groups()))}"


def _is_before_labels(blocks: Sequence[str], place: int) -> bool:
    """Whether labels that stand before the text are still to come."""
    return any(_label_of(block) in HEADS - NO_ENDS for block in blocks[place : place + 3])


def _tail_start(blocks: Sequence[str], start: int) -> int:
    """Where the labels behind the text begin."""
    return next((place for place in range(start, len(blocks)) if _is_tail(blocks[place])), len(blocks))


def _is_tail(block: str) -> bool:
    label = _label_of(block)
    return (label is not None and label not in NO_ENDS | STARTS) or bool(_TAIL_HEADING.fullmatch(block))


def _ended_articles(blocks: Sequence[str]) -> Iterator[RawArticle | Rejected]:
    chunk: list[str] = []
    position = 0
    for block in blocks:
        if not _END.fullmatch(block):
            chunk.append(block)
            continue
        yield _newer(chunk, position)
        chunk, position = [], position + 1
    if any(_BODY.fullmatch(block) for block in chunk):
        yield _newer(chunk, position)


def _newer(blocks: list[str], position: int) -> RawArticle | Rejected:
    """One document in the order headline, outlet, day, labels, "Body", text, labels; a list of documents may stand before the first."""
    body_at = next((place for place, block in enumerate(blocks) if _BODY.fullmatch(block)), None)
    if body_at is not None:
        head = [line for block in blocks[:body_at] for line in _lines_of_head(block)]
        blocks, body_at = [*head, *blocks[body_at:]], len(head)
    days = [place for place, block in enumerate(blocks[:body_at]) if printed_day(block) and not _LABEL.fullmatch(block)]
    if body_at is None or not days or days[-1] < 1:
        return Rejected("malformed", f"expected a headline, a day and a body, found {' | '.join(blocks[:3])[:120]!r}", position, "article")
    day_at = [place for place in days if place and _is_day(blocks[place])][-1:] or [days[-1]]
    labels = _Labels({"outlet": " ".join(blocks[day_at[0] - 1].split())})
    end = _tail_start(blocks, body_at + 1)
    for label in (*blocks[day_at[0] + 1 : body_at], *(line for block in blocks[end:] for line in _lines_of_head(block))):
        labels.take(label)
    title = " ".join(blocks[day_at[0] - 2].split()) if day_at[0] > 1 else None
    return _article(blocks[body_at + 1 : end], title, _moment(blocks[day_at[0]]), labels, position)


def _lines_of_head(block: str) -> Iterator[str]:
    """A block before or behind the text; in parts where several labels, or headline, outlet and day, stand in it without blank lines."""
    lines = block.split("\n")
    if any(_is_day(line) for line in lines):
        yield from filter(None, map(str.strip, lines))
        return
    starts = [0, *(number for number, line in enumerate(lines) if number and _label_of(line))]
    yield from ("\n".join(lines[start:end]).strip() for start, end in pairwise([*starts, len(lines)]))


class _Labels:
    """The labels of a document: fields of ours, and further ones with the words as printed."""

    def __init__(self, fields: dict[str, str] | None = None) -> None:
        self.fields = fields or {}
        self.further: list[tuple[str, str]] = []

    def take(self, block: str) -> bool:
        """Note a block if it is a label with its value."""
        label, match = _label_of(block), _LABEL.fullmatch(block)
        if label is None or match is None:
            return False
        words = " ".join(match[2].split())
        if label in FIELDS:
            self.fields.setdefault(FIELDS[label], words)
        elif label in FURTHER:
            self.further.append((label, words))
        return True


def _label_of(block: str) -> str | None:
    match = _LABEL.fullmatch(block)
    label = match[1].casefold().replace(" ", "-") if match else None
    return label if label in FIELDS or label in FURTHER or label in OTHERS else None


def _article(body: Sequence[str], title: str | None, day: str | None, labels: _Labels, position: int) -> RawArticle | Rejected:
    words = [block for block in body if not _LINKS.fullmatch(block)]
    if not words:
        return Rejected("no_body", f"expected words after the labels, found none under the title {title!r}", position, "article")
    fields = labels.fields
    languages = re.split(r"[;/,]", fields.get("language", "").casefold())
    return RawArticle(
        text="\n\n".join(words),
        position=position,
        title=title,
        published_at=day,
        authors=tuple(name for name in (fields.get("authors"),) if name),
        outlet=fields.get("outlet") or None,
        url=fields.get("url"),
        language=next((LANGUAGES[name.strip()] for name in languages if name.strip() in LANGUAGES), None),
        fields=further_fields(labels.further),
    )
