"""Plain text: one article a file, or several under heads of their own; headers such as "Title:" and "Date:" are taken as such."""

import re
from collections.abc import Mapping

from transforms.readers.encodings import decode_bytes
from transforms.readers.labelled_texts import parts_of
from transforms.readers.outcomes import Reading, Rejected
from transforms.readers.text_heads import article_of, split_headers

NAME = "text"
#: What the corpus of CNN and the Daily Mail puts behind the text of its stories.
_HIGHLIGHTS = re.compile(r"\n@highlight[ \t\r]*\n.*", re.S)


def read_text(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The articles of plain text in any encoding."""
    decoded = decode_bytes(data)
    if isinstance(decoded, Rejected):
        return decoded
    parts = map(split_headers, parts_of(_HIGHLIGHTS.sub("", decoded.text)))
    return Reading(NAME, NAME, decoded.encoding, tuple(article_of(fields, body, position) for position, (fields, body) in enumerate(parts)))
