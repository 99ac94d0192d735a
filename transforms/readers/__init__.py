"""Any file's bytes to the articles in it. A reader is one module and one line in READERS.

Readers are chosen by what the bytes are; the suffix only decides between formats that look alike (Markdown, CSV and plain text).
The modules of the readers load when a file needs them: HTML takes half a second that a folder of JSON need not spend.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath

from transforms.readers.outcomes import RawArticle, Reading, Rejected
from transforms.readers.signs import Sample, find_foreign, is_html, is_json, is_json_lines, is_markdown, is_table, is_text, take_sample

__all__ = ["READERS", "RawArticle", "Reader", "Reading", "Rejected", "read_bytes"]


@dataclass(frozen=True)
class Reader:
    """A format, how a sample of bytes shows it, and where its function stands."""

    format: str
    recognises: Callable[[Sample], bool]
    module: str
    function: str

    def read(self, data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
        reading = getattr(import_module(f"transforms.readers.{self.module}"), self.function)(data, mapping)
        assert isinstance(reading, Reading | Rejected)
        return reading


#: In the order in which they are asked.
READERS = (
    Reader("jsonl", is_json_lines, "json_articles", "read_json_lines"),
    Reader("json", is_json, "json_articles", "read_json"),
    Reader("html", is_html, "html", "read_html"),
    Reader("csv", is_table, "delimited", "read_delimited"),
    Reader("markdown", is_markdown, "markdown", "read_markdown"),
    Reader("text", is_text, "text", "read_text"),
)


def read_bytes(data: bytes, name: str, mapping: Mapping[str, str] | None = None) -> Reading | Rejected:
    """The articles in a file's bytes. `name`: its path, for the suffix alone; `mapping`: fields of JSON and CSV, ours to theirs."""
    if not data.strip():
        return Rejected(
            "empty_file", f"expected an article, found {len(data)} bytes of white space" if data else "expected an article, found 0 bytes"
        )
    foreign = find_foreign(data)
    if foreign:
        return foreign
    sample = take_sample(data, PurePath(name).suffix.lower())
    if isinstance(sample, Rejected):
        return sample
    for reader in READERS:
        if reader.recognises(sample):
            return _checked(reader.read(data, mapping or {}))
    return Rejected(
        "unknown_format", f"expected one of {', '.join(reader.format for reader in READERS)}, found a file that starts {sample.head[:60]!r}"
    )


def _checked(reading: Reading | Rejected) -> Reading | Rejected:
    """The reading with sound texts only; one without articles is a refusal, as nothing may vanish without a word."""
    if isinstance(reading, Rejected):
        return reading
    if not reading.articles:
        return Rejected("no_body", f"expected at least one article, found a {reading.format} file without any", stage="article")
    return replace(reading, articles=tuple(_sound(article) for article in reading.articles))


def _sound(article: RawArticle | Rejected) -> RawArticle | Rejected:
    """The article, unless it has no text, without lone surrogates, which JSON can smuggle in ("\\ud83d") and no UTF-8 can carry out."""
    if isinstance(article, Rejected):
        return replace(article, detail=_sound_text(article.detail))
    if not article.text.strip():
        return Rejected("no_body", "expected an article's text, found none", article.position, "article")
    return replace(
        article,
        text=_sound_text(article.text),
        title=article.title and _sound_text(article.title),
        published_at=article.published_at and _sound_text(article.published_at),
        authors=tuple(map(_sound_text, article.authors)),
        outlet=article.outlet and _sound_text(article.outlet),
        url=article.url and _sound_text(article.url),
        language=article.language and _sound_text(article.language),
    )


def _sound_text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
