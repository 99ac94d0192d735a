"""Answers of web servers as web archives keep them: status, type, and the page with its transfer undone."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from io import BytesIO

from transforms.readers.outcomes import Rejected
from transforms.readers.sources import Account

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_PART_BYTES = 1 << 20


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
    for packed in reversed([name.strip().lower() for name in fields.get("content-encoding", "").split(",")]):
        if packed in _UNPACKERS:
            body = _UNPACKERS[packed](body, account) or body  # some archives undid the packing and left the field
        elif packed not in ("", "identity", "none"):
            return Rejected("unknown_format", f"expected a page packed by {', '.join(_UNPACKERS)}, found {packed[:40]!r}")
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


def _unpack_gzip(body: bytes, account: Account) -> bytes:
    """The body unpacked, as far as it goes; deflate may come without its header."""
    return _inflate(body, account, _GZIP_OR_ZLIB) or _inflate(body, account, -zlib.MAX_WBITS)


def _inflate(body: bytes, account: Account, window: int) -> bytes:
    inflater = zlib.decompressobj(window)

    def parts() -> Iterator[bytes]:
        rest = body
        while not inflater.eof:
            part = inflater.decompress(rest, _PART_BYTES)
            rest = inflater.unconsumed_tail
            if not part and not rest:
                return
            yield part

    return _joined(parts(), account, zlib.error)


def _unpack_brotli(body: bytes, account: Account) -> bytes:
    import brotli

    decompressor = brotli.Decompressor()

    def parts() -> Iterator[bytes]:
        part = decompressor.process(body, output_buffer_limit=_PART_BYTES)
        while part or not decompressor.can_accept_more_data():
            yield part
            part = decompressor.process(b"", output_buffer_limit=_PART_BYTES)

    return _joined(parts(), account, brotli.error)


def _unpack_zstd(body: bytes, account: Account) -> bytes:
    from transforms.readers.zstd_frames import OPTIONS, zstd

    reader = zstd.ZstdFile(BytesIO(body), options=OPTIONS)
    return _joined(iter(lambda: reader.read1(_PART_BYTES), b""), account, zstd.ZstdError, EOFError)


def _joined(parts: Iterator[bytes], account: Account, *broken: type[Exception]) -> bytes:
    """The parts up to where the packing breaks off or a file's size is passed, each entered into the account. Raises LimitError."""
    joined, size = [], 0
    try:
        for part in parts:
            account.unpack(len(part))
            joined.append(part)
            size += len(part)
            if size > account.limits.file_bytes:
                break
    except broken:
        pass
    return b"".join(joined)


#: How servers pack pages (RFC 9110, RFC 7932, RFC 8878), and what unpacks them: nothing when they are not packed so after all.
_UNPACKERS: Mapping[str, Callable[[bytes, Account], bytes]] = {
    "gzip": _unpack_gzip, "x-gzip": _unpack_gzip, "deflate": _unpack_gzip, "br": _unpack_brotli, "zstd": _unpack_zstd,
}  # fmt: skip
