"""Exports of Factiva in its article format, without field codes, as plain text, RTF, HTML or PDF.

Each article has headline, byline, count of words, day, hour, outlet, code of the outlet, language and copyright, a line each, then its
paragraphs, and ends with "Document" and its number. The labels come in the language of the reader.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.readers.outcomes import RawArticle, Rejected
from transforms.readers.printed_days import printed_day

_COUNT = re.compile(
    r"\d[\d.,\u202f\xa0 ]*\s(?:words|mots|W(?:ö|oe)rter|woorden|palabras|parole|palavras|слов\w*|słów|ord|字|文字|語)", re.I
)
_END = re.compile(r"(?:Document|Dokument|Documento|Документ|文件|文书|文書|ドキュメント)\s+[A-Z0-9]{3,}[a-z0-9]{5,}")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*(?:GMT|UTC))?")
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright\b)", re.I)
_LANGUAGES = {
    "english": "en", "anglais": "en", "englisch": "en", "french": "fr", "français": "fr", "französisch": "fr", "german": "de",
    "deutsch": "de", "allemand": "de", "dutch": "nl", "nederlands": "nl", "spanish": "es", "español": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "português": "pt", "русский": "ru", "polski": "pl", "svenska": "sv", "简体中文": "zh",
    "繁體中文": "zh", "中文": "zh", "日本語": "ja",
}  # fmt: skip
_HEAD_LINES = 8
_BYLINE_WORDS = 12


def is_factiva_display(text: str) -> bool:
    """Whether some line counts words and the next lines print a day, as the head of each article does."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    counts = [place for place, line in enumerate(lines) if _COUNT.fullmatch(line)]
    has_day = any(printed_day(" ".join(lines[place + 1 : place + 2])) for place in counts)
    return has_day and any(_END.fullmatch(line) for line in lines)


def is_factiva_end(line: str) -> bool:
    return bool(_END.fullmatch(line))


def is_factiva_rights(line: str) -> bool:
    """Whether a line says whose rights these are, which is the last of a head in this format."""
    return line.startswith(("(c)", "©"))


def factiva_display_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export, in its order; what follows the last is the summary of the search."""
    lines: list[str] = []
    position = 0
    for line in text.replace("\r", "").replace("\xa0", " ").split("\n"):
        if not _END.fullmatch(line.strip()):
            lines.append(line.strip())
            continue
        yield _article_of(lines, position)
        lines, position = [], position + 1
    if any(_COUNT.fullmatch(line) for line in lines):
        yield Rejected("malformed", 'expected "Document" and a number after the last article, found the end', position, "article")


def _article_of(lines: Sequence[str], position: int) -> RawArticle | Rejected:
    count_at = next((place for place, line in enumerate(lines) if _COUNT.fullmatch(line)), None)
    if count_at is None:
        return Rejected("malformed", f"expected a count of words, found {' | '.join(filter(None, lines))[:120]!r}", position, "article")
    title, author = _heading(lines[:count_at])
    head_end = _head_end(lines, count_at)
    head = [line for line in lines[count_at + 1 : head_end] if line]
    body = [" ".join(block.split()) for block in re.split(r"\n\s*\n", "\n".join(lines[head_end:])) if block.strip()]
    if not body:
        return Rejected("no_body", f"expected words after the heading, found none under the title {title!r}", position, "article")
    day_at = next((place for place, line in enumerate(head) if printed_day(line)), None)
    day = printed_day(head[day_at]) if day_at is not None else None
    following = head[day_at + 1 :] if day_at is not None else head
    clock = _CLOCK.fullmatch(following[0]) if following else None
    named = following[1:] if clock else following
    return RawArticle(
        text="\n\n".join(body),
        position=position,
        title=title,
        published_at=f"{day}T{int(clock[1]):02}:{clock[2]}" if day and clock else day,
        authors=(author,) if author else (),
        outlet=named[0] if named and not _RIGHTS.match(named[0]) else None,
        language=next((code for line in head if (code := _LANGUAGES.get(line.casefold()))), None),
    )


def _heading(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Headline and byline: the last lines before the count of words. A headline may run over lines that stand together."""
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", "\n".join(lines).strip("\n")) if block]
    if not blocks:
        return None, None
    if len(blocks) == 1:
        *title, last = blocks[0]
        return (" ".join(title), last) if title and len(last.split()) <= _BYLINE_WORDS else (" ".join(blocks[0]), None)
    byline = " ".join(blocks[-1])
    return (" ".join(blocks[-2]), byline) if len(byline.split()) <= _BYLINE_WORDS else (byline, None)


def _head_end(lines: Sequence[str], count_at: int) -> int:
    """Where the paragraphs begin: behind the copyright, else behind the language, else at the first empty line."""
    head = range(count_at + 1, min(len(lines), count_at + 3 * _HEAD_LINES))
    for place in head:
        if _RIGHTS.match(lines[place]):
            while place + 1 < len(lines) and lines[place + 1] and not lines[place].endswith((".", "Reserved")):
                place += 1
            return place + 1
    language = next((place for place in head if lines[place].casefold() in _LANGUAGES), None)
    return language + 1 if language is not None else next((place for place in head if not lines[place]), len(lines))
