"""What readers hand back: articles as found, or the reason why there are none. Values, never exceptions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as a file holds it, nothing normalised; None is "not given"."""

    text: str
    position: int = 0
    title: str | None = None
    published_at: str | None = None  # as printed, or ISO 8601
    published_from: str = "metadata"  # or text, path: where the reader found the date
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    member: str | None = None  # where in an archive, mailbox or web archive it stood, escaped
    fields: tuple[tuple[str, str], ...] = ()  # what else the file says of it: names and words

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> Self:
        """The article out of its fields as JSON carries them."""
        return cls(**{**item, "authors": tuple(item["authors"]), "fields": tuple(map(tuple, item["fields"]))})


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file or article that was refused: stage and reason are words of the vocabulary, detail says what was expected and found."""

    reason: str
    detail: str
    position: int | None = None
    stage: str = "read"
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Announced:
    """What a file says that it holds, or a second look at its bytes counts: `count` of `what`, shown by `sign`.

    The one place in which a reader states it; `refuse_missing` is the one in which it is compared."""

    count: int
    what: str
    sign: str

    def refuse_missing(self, met: int) -> tuple[Rejected, ...]:
        """The refusal of what was announced and not met, read or refused; empty when all was."""
        if met >= self.count:
            return ()
        return (Rejected("malformed", f"expected {self.count:,} {self.what} by {self.sign}, found {met:,}"),)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds; `announced`: how many articles, read or refused, there must be."""

    format: str
    reader: str
    encoding: str | None
    articles: Sequence[RawArticle | Rejected] = field(default_factory=tuple)
    announced: Announced | None = None


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file that was looked at: what it holds, or why it was refused. `file_id` is None when not even its bytes could be read.

    Of a file that is read in parts the reading holds one part, and `is_whole` is false. `place`: its absolute path, byte for byte."""

    path: str
    file_id: str | None
    byte_count: int
    reading: Reading | Rejected
    is_whole: bool = True
    place: bytes | None = None
