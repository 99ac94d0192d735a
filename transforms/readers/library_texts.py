"""Plain texts of three databases of libraries: EBSCOhost, Gale and NewsBank, each with labels and lines of its own around the text.

EBSCO prints "Record: 1" and labels over their values, Gale labels before them and "Full Text:", NewsBank a line "day | outlet" under
the headline and "OpenURL Link" behind the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from transforms.readers.further_fields import further_fields
from transforms.readers.outcomes import RawArticle, Rejected
from transforms.readers.printed_days import printed_day

_EBSCO_RECORD = re.compile(r"(?m)^Record: \d+[ \t]*$")
_EBSCO_LABEL = re.compile(r"[A-Z][\w /&-]{2,40}:")
_EBSCO_END = re.compile(
    r"(?m)^(?:~{4,}|Copyright of .{3,200} is the property of\b|The link information below provides a persistent link\b)"
)
_EBSCO_LAST = "Database"
_GALE_LABEL = re.compile(
    r"(?m)^(Title|Author\(?s?\)?|Byline|Date|From|Publication|Publisher|Document Type|Length|Issue|Volume|Lexile Measure|Article Type"
    r"|Content Level|Section|Language|Edition|Full Text|Full text|Gale Document Number|DOI)\s*:[^\S\n]*"
)
_GALE_TEXT = re.compile(r"(?mi)^Full Text\s*:[^\S\n]*")
_GALE_TAIL = re.compile(
    r"(?m)^(?:Source Citation\b|Copyright: ?COPYRIGHT\b|COPYRIGHT \d{4} |Gale Document Number:|URL: ?https?://).*", re.S
)
_GALE_NUMBER = re.compile(r"GALE\|[A-Z]{1,3}\d{6,}|Gale Document Number:")
_NEWSBANK_LINE = re.compile(r"(?m)^(?P<day>[A-Z][a-z]+ \d{1,2}, \d{4}) \| (?P<outlet>[^|\n]{2,80}?)(?: \([^()\n]*\))?[ \t]*(?:\|[^\n]*)?$")
_NEWSBANK_LABEL = re.compile(
    r"(?:^|\| )(Author|Byline|Section|Page|Edition|Column|Dateline|Index terms)(?:\(s\))?: (?P<words>[^|\n]+)", re.M
)
_NEWSBANK_COUNT = re.compile(r"(?m)^[^\n]{0,60}\b\d+ Words\b[^\n]*$|^Readability:[^\n]*$")
_NEWSBANK_TAIL = re.compile(r"(?m)^(?:OpenURL Link|Copyright \(c\)|© ?Copyright|To bookmark this article).*", re.S)


def is_ebsco(text: str) -> bool:
    """Whether numbered records have labels over their values, as EBSCOhost exports them."""
    return bool(_EBSCO_RECORD.search(text[:4_000])) and "\nAccession Number:" in text[:65_536].replace("\r", "")


def ebsco_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export of EBSCOhost."""
    plain = text.replace("\r", "")
    for position, record in enumerate(_EBSCO_RECORD.split(plain)[1:]):
        yield _ebsco_article(record.split("\n"), position)


def _ebsco_article(lines: Sequence[str], position: int) -> RawArticle | Rejected:
    """A label stands over its values up to the last, which is that of the database; the text follows that."""
    fields: dict[str, list[str]] = {}
    label, start = "", len(lines)
    for place, line in enumerate(map(str.strip, lines)):
        if _EBSCO_LABEL.fullmatch(line):
            label = line[:-1]
        elif label == _EBSCO_LAST and fields.get(label):
            start = place
            break
        elif label and line:
            fields.setdefault(label, []).append(line)
    title = " ".join(fields.get("Title", ())).rstrip(".") or None
    body = _EBSCO_END.split("\n".join(lines[start:]), maxsplit=1)[0]
    blocks = [words for block in body.split("\n\n") if (words := _without_head(block, title))]
    source = " ".join(fields.get("Source", ()))
    figures = re.search(r"(\d{1,2})/(\d{1,2})/(\d{4})", source)
    day = f"{figures[3]}-{figures[1].zfill(2)}-{figures[2].zfill(2)}" if figures else printed_day(source)
    if not blocks:
        blocks = fields.get("Abstract", [])
    if not blocks:
        return Rejected("no_body", f"expected a text or abstract, found none under the title {title!r}", position, "article")
    kept = [("subject", words.lstrip("*")) for words in fields.get("Subject Terms", ())]
    outlet = re.split(r"[.;,] ?(?:\d|[A-Z][a-z]+ ?\d)", source, maxsplit=1)[0].strip(" .")
    return _article("\n\n".join(blocks), title, day, tuple(fields.get("Authors", ())), outlet or None, position, kept)


def _without_head(block: str, title: str | None) -> str:
    """The words of a block without the section and headline that EBSCO prints over the text once more."""
    lines = [line.strip() for line in block.split("\n")]
    return " ".join(line for line in lines if line and not line.startswith("Section: ") and line.rstrip(".") != title)


def is_gale(text: str) -> bool:
    """Whether a text with labels has a document number of Gale."""
    return bool(_GALE_NUMBER.search(text)) and bool(re.search(r"(?m)^Full Text:", text, re.I))


def gale_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of Gale's text: each from its title to the number of the document."""
    plain = text.replace("\r", "")
    starts = [match.start() for match in re.finditer(r"(?m)^Title\s*:", plain)]
    for position, (start, end) in enumerate(pairwise([*starts, len(plain)])):
        head, *rest = _GALE_TEXT.split(plain[start:end], maxsplit=1)
        yield _gale_article(_fields_at(head), "".join(rest), position)


def _fields_at(head: str) -> Mapping[str, str]:
    pieces = _GALE_LABEL.split(head)
    return {label: " ".join(words.split()) for label, words in zip(pieces[1::2], pieces[2::2], strict=True)}


def _gale_article(fields: Mapping[str, str], rest: str, position: int) -> RawArticle | Rejected:
    title = fields.get("Title") or None
    body = "\n\n".join(words for block in re.split(r"\n\s*\n", _GALE_TAIL.sub("", rest)) if (words := " ".join(block.split())))
    if not body:
        return Rejected("no_body", f"expected words behind Full Text, found none under the title {title!r}", position, "article")
    authors = tuple(fields[name] for name in ("Author", "Authors", "Author(s)", "Byline") if fields.get(name))
    source = fields.get("From") or fields.get("Publication") or ""
    outlet = re.split(r"\s*\((?:Vol|Issue)|, (?:vol|no)\.", source, maxsplit=1)[0]
    kept = [(name.lower(), fields[name]) for name in ("Section", "Document Type", "Edition") if name in fields]
    return _article(body, title, printed_day(fields.get("Date", "")), authors, outlet or None, position, kept)


def is_newsbank(text: str) -> bool:
    """Whether a line of day and outlet stands among NewsBank's labels."""
    return bool(_NEWSBANK_LINE.search(text[:65_536])) and bool(_NEWSBANK_COUNT.search(text) or "OpenURL Link" in text)


def newsbank_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The articles of an export of NewsBank: the headline is the line above day and outlet."""
    plain = text.replace("\r", "").replace("\xa0", " ")
    heads = list(_NEWSBANK_LINE.finditer(plain))
    titles = [plain[: head.start()].rstrip().rpartition("\n") for head in heads]
    ends = [*(len(before) for before, _, _ in titles[1:]), len(plain)]
    for position, (head, (_, _, title), end) in enumerate(zip(heads, titles, ends, strict=True)):
        record = _NEWSBANK_TAIL.sub("", plain[head.end() : end])
        labels = {match[1]: match["words"].strip() for match in _NEWSBANK_LABEL.finditer(record)}
        kept = "\n".join("" if _NEWSBANK_LABEL.search(line) or _NEWSBANK_COUNT.fullmatch(line) else line for line in record.split("\n"))
        body = "\n\n".join(words for block in re.split(r"\n\s*\n", kept) if (words := " ".join(block.split())))
        if not body:
            yield Rejected("no_body", f"expected words behind the head, found none under the title {title!r}", position, "article")
            continue
        authors = tuple(labels[name] for name in ("Author", "Byline") if name in labels)
        further = [(name.lower(), labels[name]) for name in ("Section", "Page", "Edition") if name in labels]
        yield _article(body, title.strip() or None, printed_day(head["day"]), authors, head["outlet"].strip(), position, further)


def _article(
    text: str,
    title: str | None,
    day: str | None,
    authors: tuple[str, ...],
    outlet: str | None,
    position: int,
    further: Sequence[tuple[str, str]],
) -> RawArticle:
    return RawArticle(
        text=text,
        position=position,
        title=title,
        published_at=day,
        authors=authors,
        outlet=outlet,
        fields=further_fields(further),
    )
