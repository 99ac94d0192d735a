"""Messages of the wire, as teleprinters took them: header between SOH and STX, text to ETX or EOT, many messages a file."""

import re
from collections.abc import Callable

from transforms.readers.encodings import Decoded, decode_bytes
from transforms.readers.outcomes import RawArticle, Reading, Rejected

_MESSAGE = re.compile(r"\x01(?P<header>[^\x01\x02]{0,2000})\x02(?P<text>[^\x01\x03\x04]*)(?P<end>\x03[^\x01\x04]{0,200})?")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read_messages(data: bytes, name: str, article_of: Callable[[re.Match[str], int], RawArticle | Rejected]) -> Reading | Rejected:
    """The articles of a file by the reader of that name, which takes each message as a match with its `header`, its `text`, and the `end`
    behind it, and its position."""
    decoded = _decode(data)
    if isinstance(decoded, Rejected):
        return decoded
    messages = list(_MESSAGE.finditer(decoded.text))
    if not messages:
        return Rejected("malformed", f"expected a message between the characters SOH, STX and ETX, found {decoded.text[:60]!r}")
    return Reading(name, name, decoded.encoding, tuple(article_of(message, position) for position, message in enumerate(messages)))


def _decode(data: bytes) -> Decoded | Rejected:
    """As any text, although control characters may be many."""
    decoded = decode_bytes(data, "cp1252")
    return Decoded(data.decode("cp1252", "replace"), "cp1252") if isinstance(decoded, Rejected) else decoded


def without_controls(text: str) -> str:
    return _CONTROLS.sub("", text)
