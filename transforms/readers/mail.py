"""Messages (EML), mailboxes (mbox) and saved pages (MHTML), by the standard library.

A message is one article: its subject is the title, its date the date of publication, its sender the author; the plain text where there is
one, else the HTML. Attached files are read like members of an archive; pictures and the like are none. A saved page is the page with its
address; the date of the message is when it was saved, and is not used."""

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime

from transforms.readers.containers import BROKEN, read_source, refuse_member, words_of
from transforms.readers.encodings import decode_bytes
from transforms.readers.markup import text_of_markup
from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.sources import Source

NAME = "mail"
_FIELD_CHARS = 2000
#: Types of attachments that hold no text.
_NO_TEXT = frozenset(("image", "audio", "video", "font"))
_NO_ARTICLE = frozenset(("text/calendar", "text/vcard", "text/css", "application/pgp-signature", "application/pkcs7-signature"))
_MBOX_START = re.compile(rb"From [^\r\n]*\d\d:\d\d")
#: The same so exact that it begins a message even where the empty line before it is missing.
_MBOX_SURE_START = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S+ )?\d{4}\s*$")
#: A plain part as short as this may only say where to look; the page beside it then counts when it is so many times as long.
_STUB_CHARS, _FULLER = 400, 3
_BLOCK_BYTES = 1 << 16


def read_eml(source: Source) -> Iterator[Reading | Rejected]:
    """The article in a message, then those in its attachments."""
    data = source.read_whole()
    if isinstance(data, Rejected):
        yield data
        return
    yield from _read_message(source, data, "eml")


def read_mbox(source: Source) -> Iterator[Reading | Rejected]:
    """The messages of a mailbox, numbered from 1."""
    for number, data in enumerate(_split_mailbox(source), 1):
        place = source.place(f"message {number}")
        if isinstance(data, Rejected):
            yield refuse_member("mbox", NAME, data, place)
            continue
        try:
            yield from _read_message(replace(source, member=place), data, "mbox")
        except BROKEN as problem:
            yield refuse_member("mbox", NAME, Rejected("malformed", f"expected a message, found: {words_of(problem)}"), place)


def _split_mailbox(source: Source) -> Iterator[bytes | Rejected]:
    """The messages of a mailbox; a line "From …" after an empty one begins the next (RFC 4155), an exact one wherever it stands."""
    allowed, is_after_empty = source.limits.file_bytes, True
    lines: list[bytes] = []
    size = 0
    while line := source.stream.readline(_BLOCK_BYTES):
        if (is_after_empty and _MBOX_START.match(line)) or _MBOX_SURE_START.match(line):
            if size:
                yield _joined(lines, size, allowed)
            lines, size = [], 0
        else:
            size += len(line)
            if size <= allowed:
                lines.append(line)
        is_after_empty = not line.strip()
    if size:
        yield _joined(lines, size, allowed)


def _joined(lines: Iterable[bytes], size: int, allowed: int) -> bytes | Rejected:
    if size > allowed:
        return Rejected("too_large", f"expected a message of at most {allowed:,} bytes, found {size:,}")
    return b"".join(line[1:] if line.startswith(b">From ") else line for line in lines)


def _read_message(source: Source, data: bytes, format_name: str) -> Iterator[Reading]:
    message = BytesParser(policy=compat32).parsebytes(data)
    plain, html, attached = _sort_parts(message)
    encoding, text, found = None, None, None
    if plain is not None:
        encoding, text = _text_of(plain)
    if html is not None and (shown := _page_beside(html, text or "")):
        encoding, markup, text = shown
        found = source.read_as("message.html", b"\xef\xbb\xbf" + markup.encode("utf-8", "replace"))
    yield Reading(format_name, NAME, encoding, (_article(message, text or "", found, source.member),))
    for number, part in enumerate(attached, 1):
        name = _words(part.get_filename()) or f"attachment {number}"
        payload = part.get_payload(decode=True)
        inner = source.inside(io.BytesIO(payload if isinstance(payload, bytes) else b""), name)
        for reading in read_source(inner):
            articles = (reading,) if isinstance(reading, Rejected) else reading.articles
            yield Reading(format_name, NAME, None, tuple(a if a.member else replace(a, member=inner.member) for a in articles))


def _page_beside(html: Message, plain: str) -> tuple[str | None, str, str] | None:
    """Encoding, markup and words of the page of a message whose plain part is empty, or only says where to look; None for others."""
    if len(plain.strip()) >= _STUB_CHARS:
        return None
    encoding, markup = _text_of(html)
    words = text_of_markup(markup)
    return (encoding, markup, words) if len(words) >= _FULLER * len(plain.strip()) else None


def _sort_parts(message: Message) -> tuple[Message | None, Message | None, list[Message]]:
    """The first part of plain text, the first of HTML, and what is attached."""
    plain = html = None
    attached = []
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        is_attached = part.get_content_disposition() == "attachment" or part.get_filename() is not None
        if kind == "text/plain" and plain is None and not is_attached:
            plain = part
        elif kind == "text/html" and html is None and not is_attached:
            html = part
        elif is_attached and part.get_content_maintype() not in _NO_TEXT and kind not in _NO_ARTICLE:
            attached.append(part)
    return plain, html, attached


def _article(message: Message, text: str, found: Reading | Rejected | None, place: str | None) -> RawArticle | Rejected:
    """The article of a message: the text of its page where the reader of HTML found one."""
    page = next((article for article in found.articles if isinstance(article, RawArticle)), None) if isinstance(found, Reading) else None
    body = page.text if page else text
    if not body.strip():
        return Rejected("no_body", "expected a message with text, found none", stage="article", member=place)
    sender, _ = parseaddr(_words(message.get("From")))
    published = _date_of(message)
    return RawArticle(
        text=body,
        title=_words(message.get("Subject")) or (page and page.title) or None,
        published_at=published,
        authors=(sender,) if sender else (),
        url=page.url if page else None,
        member=place,
    )


def _text_of(part: Message) -> tuple[str | None, str]:
    """The encoding and the text of a part; a character set that is wrongly named is found out."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None, ""
    decoded = decode_bytes(payload, part.get_content_charset())
    return (None, "") if isinstance(decoded, Rejected) else (decoded.encoding, decoded.text)


def _words(value: object) -> str:
    """A field of the header as words on one line."""
    if value is None:
        return ""
    printed = str(value)[:_FIELD_CHARS]
    with suppress(HeaderParseError, UnicodeError, LookupError, ValueError):
        printed = str(make_header(decode_header(printed)))
    return " ".join(printed.encode("utf-8", "replace").decode("utf-8").split())


def _date_of(message: Message) -> str | None:
    printed = _words(message.get("Date"))
    try:
        return parsedate_to_datetime(printed).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return printed or None


def read_mhtml(source: Source) -> Iterator[Reading | Rejected]:
    """The saved page, without its pictures, styles and frames."""
    data = source.read_whole()
    if isinstance(data, Rejected):
        yield data
        return
    message = BytesParser(policy=compat32).parsebytes(data)
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        yield Rejected("no_body", "expected a saved page, found no part of type text/html", stage="article")
        return
    root = _words(message.get_param("start"))
    page = next((part for part in pages if root and _words(part.get("Content-ID")) == root), pages[0])
    address = _words(message.get("Snapshot-Content-Location")) or _words(page.get("Content-Location"))
    encoding, markup = _text_of(page)
    found = source.read_as("page.html", b"\xef\xbb\xbf" + markup.encode("utf-8", "replace"))
    if isinstance(found, Rejected):
        yield found
        return
    yield Reading("mhtml", found.reader, encoding, tuple(_with_address(article, address) for article in found.articles))


def _with_address(article: RawArticle | Rejected, address: str) -> RawArticle | Rejected:
    if isinstance(article, Rejected) or article.url or "://" not in address:
        return article
    return replace(article, url=address)
