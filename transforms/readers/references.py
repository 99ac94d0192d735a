"""References with abstracts, as databases and programs for references export them: RIS, BibTeX, EndNote as text and as XML.

RIS has a tag of two letters a line, EndNote's text a "%" and a sign, BibTeX fields in braces or quotation marks. What is read as the text
is the abstract, where databases such as ProQuest put full texts too; a reference without one is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import normalize

from lxml import etree

from transforms.readers.further_fields import further_fields
from transforms.readers.markup import has_markup, text_of_markup
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.printed_days import month_numbers, printed_day
from transforms.readers.xml_trees import flat_words, parse_xml, with_break

NAME = "references"
_RIS_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?- ?(?P<words>.*)")
_END_LINE = re.compile(r"%(?P<tag>[0-9A-Z@!?$&(+<>=~\[^)*#]) (?P<words>.*)")
_BIB_ENTRY = re.compile(r"(?m)^[ \t]*@(?P<kind>[a-z]+)\s*\{\s*(?P<key>[^\s,{}=\"]*)\s*,", re.I)
_BIB_FIELD = re.compile(r"\s*,?\s*(?P<name>[A-Za-z][\w:-]*)\s*=\s*")
_BIB_SIGNS = (
    re.compile(r"^\s*TY  ?- ", re.M),
    re.compile(r"^%0 \S", re.M),
    re.compile(r"^[ \t]*@[a-z]+\s*\{[^\s{}]*,\s*\n?\s*[\w-]+\s*=", re.I | re.M),
)
#: Names of each field of ours: in RIS, in EndNote's text, in BibTeX and in EndNote's XML, best first.
_NAMES: Mapping[str, Sequence[str]] = {
    "title": ("TI", "T1", "%T", "title"),
    "text": ("AB", "N2", "%X", "abstract"),
    "authors": ("AU", "A1", "%A", "author"),
    "outlet": (
        "JF",
        "JO",
        "T2",
        "JA",
        "BT",
        "%J",
        "%B",
        "journaltitle",
        "journal",
        "newspaper",
        "full-title",
        "secondary-title",
        "PB",
        "publisher",
    ),
    "day": ("DA", "%8", "date", "Y1", "PY", "%D", "year"),
    "url": ("UR", "L2", "%U", "url"),
    "language": ("LA", "%G", "langid", "language"),
}
_FURTHER = {
    "KW": "keywords",
    "%K": "keywords",
    "keywords": "keywords",
    "keyword": "keywords",
    "SP": "page",
    "%P": "page",
    "pages": "page",
    "SE": "section",
}
_LANGUAGES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "dutch": "nl", "portuguese": "pt"}
_FIGURES = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/*\s*")
_COMMAND = re.compile(
    r"\\(?P<mark>[\"'`^~=.cvHuk])\s*\{?\\?(?P<letter>[a-zA-Z])\}?|\\(?P<sign>ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![a-zA-Z])\s?(?:\{\})?"
)
_MARKS = dict(zip("\"'`^~=.cvHuk", "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0327\u030c\u030b\u0306\u0328", strict=True))
_SIGNS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "i",
}  # fmt: skip

type Record = list[tuple[str, str]]


def is_references(text: str) -> bool:
    """Whether a text begins with a reference in RIS, BibTeX or EndNote's form."""
    head = text[:4_000].lstrip("\ufeff \n\r\t")
    return any(sign.match(head) for sign in _BIB_SIGNS)


def reference_articles(text: str) -> Iterator[RawArticle | Rejected]:
    """The references of a file with their abstracts as texts, in its order."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff \n\t")
    records = _bib_records(plain) if plain.startswith("@") else _tagged_records(plain)
    yield from (_article_of(record, position) for position, record in enumerate(records))


def _tagged_records(text: str) -> Iterator[Record]:
    """The references of RIS and EndNote: one begins with its kind; lines without a tag go on the one before."""
    record: Record = []
    for line in text.split("\n"):
        ris, end = _RIS_LINE.match(line), _END_LINE.match(line)
        tag, words = (ris["tag"], ris["words"]) if ris else (f"%{end['tag']}", end["words"]) if end else ("", line)
        if tag in ("TY", "%0"):
            if record:
                yield record
            record = [(tag, words.strip())]
        elif tag == "ER" or not record:
            continue
        elif tag:
            record.append((tag, words.strip()))
        else:
            name, before = record[-1]
            record[-1] = (name, f"{before}\n{words.strip()}".strip() if words.strip() or name in _NAMES["text"] else before)
    if record:
        yield record


def _bib_records(text: str) -> Iterator[Record]:
    starts = list(_BIB_ENTRY.finditer(text))
    for entry, end in zip(starts, [*(following.start() for following in starts[1:]), len(text)], strict=True):
        if entry["kind"].lower() not in ("comment", "preamble", "string"):
            yield list(_bib_fields(text[entry.end() : end]))


def _bib_fields(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while found := _BIB_FIELD.match(text, at):
        end = _value_end(text, found.end())
        yield found["name"].lower(), _plain(text[found.end() : end])
        at = end


def _value_end(text: str, start: int) -> int:
    """Where the value ends: behind the brace or mark that closes it, else at the next comma."""
    is_quoted, depth = text.startswith('"', start), 0
    for at in range(start, len(text)):
        sign = text[at]
        if sign in "{}" and text[at - 1] != "\\":
            depth += 1 if sign == "{" else -1
            if depth <= 0 and sign == "}":
                return at + (1 if depth == 0 and not is_quoted else 0)
        elif depth == 0 and ((is_quoted and sign == '"' and at > start) or (not is_quoted and sign in ",\n")):
            return at + is_quoted
    return len(text)


def _plain(value: str) -> str:
    """A value of BibTeX without braces and with the letters that its commands stand for."""
    bare = value.strip()
    bare = bare[1:-1] if len(bare) > 1 and bare[0] + bare[-1] in ("{}", '""') else bare
    letters = _COMMAND.sub(
        lambda found: _SIGNS[found["sign"]] if found["sign"] else normalize("NFC", found["letter"] + _MARKS[found["mark"]]), bare
    )
    words = re.sub(r"(?<!\\)[{}]", "", letters.replace("``", "“").replace("''", "”").replace("---", "—").replace("--", "–"))
    return re.sub(r"\\([&%$#_{}])", r"\1", words).strip()


def _article_of(record: Record, position: int) -> RawArticle | Rejected:
    found: dict[str, list[str]] = {}
    for tag, words in record:
        if words:
            found.setdefault(tag, []).append(words)
    fields = {field: next((found[tag] for tag in tags if tag in found), []) for field, tags in _NAMES.items()}
    title = " ".join(" ".join(fields["title"]).split()) or None
    body = "\n\n".join(fields["text"])
    if not body:
        return Rejected("no_body", f"expected an abstract, found none in the reference {title!r}", position, "article")
    day = next((day for tag in _NAMES["day"] for words in found.get(tag, ()) if (day := _day(words, found))), None)
    language = " ".join(fields["language"]).casefold()
    return RawArticle(
        text=text_of_markup(body) if has_markup(body) else body,
        position=position,
        title=title,
        published_at=day,
        authors=tuple(name for words in fields["authors"] for name in re.split(r"\s+and\s+", words) if name),
        outlet=next(iter(fields["outlet"]), None),
        url=next(iter(fields["url"]), None),
        language=_LANGUAGES.get(language, language if len(language) == 2 else None),
        fields=further_fields([(_FURTHER[tag], words) for tag, words in record if tag in _FURTHER]),
    )


def _day(words: str, found: Mapping[str, Sequence[str]]) -> str | None:
    """A day as references print it; a year with the month that stands beside it."""
    figures = _FIGURES.fullmatch(words)
    if not figures:
        completed = printed_day(words) or printed_day(f"{words} {' '.join(found.get('%D', ()))}")
        return completed or (words if re.search(r"\d{4}\D+\d", words) else None)
    month = figures[2] or next(iter(found.get("month", ())), "")
    number = month if month.isdecimal() else str(month_numbers().get(month.rstrip(".").casefold(), ""))
    return "-".join(part.zfill(2) for part in (figures[1], number, figures[3]) if part)


def read_endnote_xml(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The references of an export of EndNote as XML."""
    tree = parse_xml(data)
    if isinstance(tree, Rejected):
        return tree
    records = ([(str(element.tag), flat_words(element)) for element in record.iter(etree.Element)] for record in tree.root.iter("record"))
    articles = (_article_of(_with_whole_days(record), position) for position, record in enumerate(records))
    return Reading(NAME, NAME, tree.encoding, with_break(articles, tree, "record"))


def _with_whole_days(record: Record) -> Record:
    """The reference with days that lack their year ("Apr 24") completed by it."""
    year = next((words for tag, words in record if tag == "year"), "")
    return [(tag, f"{words} {year}" if tag == "date" and not re.search(r"\d{4}", words) else words) for tag, words in record]
