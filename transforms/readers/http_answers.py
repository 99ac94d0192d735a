"""Answers of web servers as web archives keep them: status, type, and the page with its transfer undone."""

import re
import zlib
from dataclasses import dataclass
from email.message import Message

from transforms.readers.outcomes import Rejected
from transforms.readers.sources import Account

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its status, the type of what follows without parameters, the character set named for it, and the bytes."""

    status: int
    content_type: str
    charset: str | None
    body: bytes


def read_answer(data: bytes, account: Account) -> Answer | Rejected:
    """The answer in a record's bytes. Raises LimitError when it unpacks to too much."""
    status, end = _STATUS.match(data), _HEAD_END.search(data)
    if not status or not end:
        return Rejected("malformed", f"expected the answer of a web server, found {data[:60]!r}")
    fields = _fields(data[: end.start()])
    body = data[end.end() :]
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    packed = fields.get("content-encoding", "").strip().lower()
    if packed in ("gzip", "x-gzip", "deflate"):
        body = _unpack(body, account)
    elif packed not in ("", "identity", "none"):
        return Rejected("unknown_format", f"expected a page packed by gzip or deflate, found {packed[:40]!r}")
    content_type, charset = read_content_type(fields.get("content-type", ""))
    return Answer(int(status[1]), content_type, charset, body)


def read_content_type(value: str) -> tuple[str, str | None]:
    """The type in lower case without its parameters, and the character set among these."""
    message = Message()
    message["Content-Type"] = " ".join(value.split())[:500]
    charset = message.get_param("charset")
    return value.split(";")[0].strip().lower(), charset.strip() if isinstance(charset, str) else None


def _fields(head: bytes) -> dict[str, str]:
    lines = head.decode("latin-1").splitlines()[1:]
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _join_chunks(body: bytes) -> bytes:
    """The chunks joined; the bytes as they are where no chunk begins: many archives undid the chunks and left the field."""
    joined, at = [], 0
    while chunk := _CHUNK.match(body, at):
        size = int(chunk[1], 16)
        if not size:
            break
        joined.append(body[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
    return b"".join(joined) if joined else body


def _unpack(body: bytes, account: Account) -> bytes:
    """The body unpacked, as far as it goes; as it is when it was not packed after all."""
    unpacked = _inflate(body, account, _GZIP_OR_ZLIB) or _inflate(body, account, -zlib.MAX_WBITS)
    return unpacked or body


def _inflate(body: bytes, account: Account, window: int) -> bytes:
    inflater = zlib.decompressobj(window)
    parts, size, rest = [], 0, body
    try:
        while not inflater.eof and size <= account.limits.file_bytes:
            part = inflater.decompress(rest, 1 << 20)
            rest = inflater.unconsumed_tail
            if not part and not rest:
                break
            parts.append(part)
            size += len(part)
            account.unpack(len(part))
    except zlib.error:
        return b"".join(parts)
    return b"".join(parts)
