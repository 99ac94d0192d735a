"""Exports of LexisNexis, Nexis and Nexis Uni, whatever file they come in: the same blocks of text in two orders.

The older form numbers its documents ("3 of 12 DOCUMENTS") and puts labels in capitals between the headline and the text; Nexis Uni ends
each with "End of Document" and begins the text with "Body". Labels come in the language of the reader.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.readers.outcomes import RawArticle, Rejected
from transforms.readers.printed_days import printed_day

NAME = "lexisnexis"
_NUMBERED = re.compile(
    r"\s*(?:Dokument\s+)?(\d{1,6})\s+(?:of|von|van|de|di|sur)\s+(\d{1,6})(?:\s+(?:DOCUMENT(?:S|EN|OS|I)?|DOKUMENTEN?))?\s*"
)
_SURELY_NUMBERED = re.compile(
    r"(?im)^[ \t]*(?:\d{1,6}\s+(?:of|van|von|de|di|sur)\s+\d{1,6}\s+(?:DOCUMENT(?:S|EN|OS|I)?|DOKUMENTEN?)"
    r"|Dokument\s+\d{1,6}\s+von\s+\d{1,6})[ \t\r]*$"
)
_END = re.compile(
    r"(?i)\s*(?:End of Document|Fin du document|Ende des Dokuments?|"
    r"Einde van (?:het )?document|Fin(?:al)? del documento|Fine del documento)\s*"
)
_BODY = re.compile(r"(?i)\s*(?:Body|Corps|Text|Tekst|Cuerpo|Texto|Testo)\s*:?\s*")
_LABEL = re.compile(r"(?s)\s*([A-ZÀ-Ý][\w À-ÿ/()-]{1,28}?)\s*:\s*(.*)")
_TAIL_HEADING = re.compile(r"(?i)\s*(?:Classification|Klassifizierung|Classificatie|Clasificación)\s*")
_COPYRIGHT = re.compile(
    r"(?i)\s*(?:copyright\b|©|\(c\)\s|all rights reserved|tous droits réservés|alle rechte vorbehalten|alle rechten voorbehouden).*", re.S
)
#: Labels of the databases, lower case, and the field each fills; those without one are passed over.
_FIELDS = {
    "byline": "authors", "auteur": "authors", "autor": "authors", "author": "authors", "headline": "title", "titre": "title",
    "language": "language", "langue": "language", "sprache": "language", "load-date": "", "date-chargement": "", "update": "", "length": "",
    "longueur": "", "länge": "", "section": "", "rubrique": "", "rubrik": "", "dateline": "", "highlight": "", "encart": "", "subject": "",
    "sujet": "", "graphic": "", "graphique": "", "organization": "", "company": "", "person": "", "geographic": "", "country": "",
    "state": "", "city": "", "ticker": "", "type": "", "notes": "", "series": "", "correction": "", "correction-date": "", "url": "url",
    "publication-type": "", "type-publication": "", "journal-code": "", "acc-no": "", "classification": "", "industry": "",
    "localisation-geo": "", "geographic-": "", "pub-type": "", "document-type": "", "name": "", "entreprise": "", "societe": "",
    "credit": "", "taal": "language", "idioma": "language", "titel": "title", "lengte": "", "sectie": "", "longitud": "",
}  # fmt: skip
#: Labels that stand before the text.
_HEADS = frozenset(
    "byline auteur autor author headline titre length longueur länge section rubrique rubrik dateline highlight encart series "
    "titel lengte sectie longitud".split()
)
_LANGUAGES = {
    "english": "en",
    "anglais": "en",
    "englisch": "en",
    "french": "fr",
    "français": "fr",
    "german": "de",
    "deutsch": "de",
    "allemand": "de",
    "dutch": "nl",
    "nederlands": "nl",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "portuguese": "pt",
}
#: What stands between the day and the headline and is none.
_NOTICES = re.compile(r"(?i)(?:(?:correction|clarification) appended|(?:[\w-]+ ){1,3}edition|[\w-]*ausgabe)")
_HEAD_BLOCKS = 8
_LABEL_CHARS = 60


def is_lexis(text: str) -> bool:
    """Whether a text is such an export: a numbered document, or a document that ends as Nexis Uni ends them."""
    if _SURELY_NUMBERED.search(text):
        return True
    lines = [line for line in text.splitlines() if len(line) < _LABEL_CHARS]
    if any(map(_END.fullmatch, lines)) and any(map(_BODY.fullmatch, lines)):
        return True
    return bool(
        re.search(r"(?im)^[ \t]*(?:End of Document|Load-Date:.*)[ \t\r]*$", text)
        and re.search(r"(?im)^[ \t]*(?:Body|Length:.*)[ \t\r]*$", text)
    )


def is_lexis_end(line: str) -> bool:
    return bool(_END.fullmatch(line))


def is_lexis_body(line: str) -> bool:
    return bool(_BODY.fullmatch(line))


def is_tail_start(line: str) -> bool:
    """Whether a line heads the labels behind the text."""
    return bool(_TAIL_HEADING.fullmatch(line))


def lexis_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export, in its order; where it numbers them, a refusal for each that is missing."""
    blocks = [block for block in (part.strip() for part in re.split(r"\n[^\S\n]*\n", text.replace("\r", ""))) if block]
    numbered = [(place, match) for place, block in enumerate(blocks) if (match := _NUMBERED.fullmatch(block))]
    if _SURELY_NUMBERED.search(text):
        yield from _numbered_articles(blocks, numbered)
    elif any(_END.fullmatch(block) or _BODY.fullmatch(block) for block in blocks):
        yield from _ended_articles(blocks)
    else:
        yield _older(_with_values(blocks), 0)


def _with_values(blocks: Sequence[str]) -> list[str]:
    """The blocks of a document alone, with labels and values that stand apart put together."""
    found: list[str] = []
    for block in blocks:
        if found and _label_of(found[-1]) in _HEADS and found[-1].endswith(":"):
            found[-1] += f" {block}"
        else:
            found.append(block)
    return found


def _numbered_articles(blocks: Sequence[str], numbered: Sequence[tuple[int, re.Match[str]]]) -> Iterator[RawArticle | Rejected]:
    position, expected = 0, int(numbered[0][1][1]) if numbered else 1
    for (place, match), (end, _) in zip(numbered, [*numbered[1:], (len(blocks), None)], strict=True):
        number = int(match[1])
        while expected < number:
            yield Rejected("malformed", f"expected document {expected} of {match[2]}, found none", position, "article")
            position, expected = position + 1, expected + 1
        yield _older(list(blocks[place + 1 : end]), position)
        position, expected = position + 1, number + 1


def _older(blocks: list[str], position: int) -> RawArticle | Rejected:
    """One document in the order outlet, day, headline, labels, text, labels."""
    day_at = next((place for place, block in enumerate(blocks[:_HEAD_BLOCKS]) if printed_day(block)), None)
    if day_at is None:
        return Rejected(
            "malformed", f"expected a day at the head of a document, found {' | '.join(blocks[:3])[:120]!r}", position, "article"
        )
    fields: dict[str, str] = {"outlet": " ".join(blocks[max(day_at - 1, 0)].split()) if day_at else ""}
    place = day_at + 1
    titles: list[str] = []
    while place < len(blocks) and (_label_of(blocks[place]) in _HEADS or _is_before_labels(blocks, place)):
        label = _label_of(blocks[place])
        if label:
            _take(blocks[place], fields)
        elif not _NOTICES.fullmatch(blocks[place]):
            titles.append(" ".join(blocks[place].split()))
        place += 1
    body = [block for block in blocks[place : _tail_start(blocks, place)] if not _COPYRIGHT.fullmatch(block)]
    for block in blocks[place:]:
        if _label_of(block):
            _take(block, fields)
    return _article(body, titles[0] if titles else fields.get("title"), printed_day(blocks[day_at]), fields, position)


def _is_before_labels(blocks: Sequence[str], place: int) -> bool:
    """Whether labels that stand before the text are still to come."""
    return any(_label_of(block) in _HEADS for block in blocks[place : place + 3])


def _tail_start(blocks: Sequence[str], start: int) -> int:
    """Where the labels behind the text begin."""
    return next(
        (place for place in range(start, len(blocks)) if _label_of(blocks[place]) or _TAIL_HEADING.fullmatch(blocks[place])), len(blocks)
    )


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
    days = [place for place, block in enumerate(blocks[:body_at]) if printed_day(block) and not _LABEL.fullmatch(block)]
    if body_at is None or not days or days[-1] < 1:
        return Rejected("malformed", f"expected a headline, a day and a body, found {' | '.join(blocks[:3])[:120]!r}", position, "article")
    day_at = days[-1]
    fields: dict[str, str] = {"outlet": " ".join(blocks[day_at - 1].split())}
    for block in blocks[day_at + 1 :]:
        if _label_of(block):
            _take(block, fields)
    body = blocks[body_at + 1 : _tail_start(blocks, body_at + 1)]
    title = " ".join(blocks[day_at - 2].split()) if day_at > 1 else None
    return _article(body, title, printed_day(blocks[day_at]), fields, position)


def _label_of(block: str) -> str | None:
    match = _LABEL.fullmatch(block)
    label = match[1].casefold().replace(" ", "-") if match else None
    return label if label in _FIELDS else None


def _take(block: str, fields: dict[str, str]) -> None:
    match = _LABEL.fullmatch(block)
    if match and (field := _FIELDS[match[1].casefold().replace(" ", "-")]):
        fields.setdefault(field, " ".join(match[2].split()))


def _article(body: Sequence[str], title: str | None, day: str | None, fields: dict[str, str], position: int) -> RawArticle | Rejected:
    if not body:
        return Rejected("no_body", f"expected words behind the labels, found none under the title {title!r}", position, "article")
    language = fields.get("language", "").split(";")[0].strip().casefold()
    return RawArticle(
        text="\n\n".join(body),
        position=position,
        title=title,
        published_at=day,
        published_from="metadata" if day else None,
        authors=tuple(name for name in (fields.get("authors"),) if name),
        outlet=fields.get("outlet") or None,
        url=fields.get("url"),
        language=_LANGUAGES.get(language),
    )
