"""What `personae read` prints: the articles of files as lines of JSON, nothing stored."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from flows.finding import find_files
from flows.reading import PART_ARTICLES, ReaderProcess, read_in_turn
from transforms.articles.dates import PrintedDate
from transforms.articles.file_names import printable
from transforms.limits import DEFAULT_LIMITS, Limits
from transforms.readers.outcomes import FileReading, Reading, Rejected

#: Children that read; what they find keeps this process busy about as long as one of them.
_READERS = min(2, os.cpu_count() or 1)
#: Files, and bytes of them, that `personae read` normalises together.
_BUNDLE_FILES = 16
_BUNDLE_BYTES = 8_000_000


def article_lines(
    paths: Sequence[str | Path],
    mapping: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    today: date | None = None,
) -> Iterator[dict[str, Any]]:
    """The lines of `personae read`: one for each article in its file's order, one for each file or article refused."""
    found = find_files(paths)
    with ExitStack() as stack:
        readers = [stack.enter_context(ReaderProcess(limits, mapping or {})) for _ in found.files[:_READERS]]
        for reader in readers:
            reader.start()
        yield from _normalised_lines(chain(found.refused, read_in_turn(readers, found.files, PART_ARTICLES)), today)


def _normalised_lines(readings: Iterable[FileReading], today: date | None) -> Iterator[dict[str, Any]]:
    from transforms.articles.normalise import normalise_articles  # takes half a second to load, which the children spend on their parsers

    day = today or datetime.now(UTC).date()
    for files in _bundles(readings):
        frames = normalise_articles(files, day)
        lines: dict[str, list[tuple[int, dict[str, Any]]]] = {printable(file.path): [] for file in files}
        for refusal in frames.refusals:
            lines[refusal.path].append((refusal.rejected.position or 0, _refusal_line(refusal.path, refusal.rejected)))
        found = {file.file_id: file for file in files}
        articles = {row["article_id"]: row for row in frames.articles.iter_rows(named=True)}
        authors: dict[str, list[str]] = {}
        for row in frames.authors.sort("article_id", "position").iter_rows(named=True):
            authors.setdefault(row["article_id"], []).append(row["author"])
        fields: dict[str, dict[str, str]] = {}
        for row in frames.article_fields.iter_rows(named=True):
            fields.setdefault(row["article_id"], {})[row["field"]] = row["value"]
        for row in frames.appearances.iter_rows(named=True):
            file, article = found[row["file_id"]], articles[row["article_id"]]
            published = frames.published.get(row["article_id"])
            line = _article_line(file, article, published, authors.get(row["article_id"], []), fields.get(row["article_id"], {}))
            lines[line["file"]].append((row["position"], {**line, "member": row["member"]}))
        for of_file in lines.values():
            yield from (line for _, line in sorted(of_file, key=lambda numbered: numbered[0]))


def _bundles(files: Iterable[FileReading]) -> Iterator[list[FileReading]]:
    """Files whose articles are normalised together, which costs hardly more than one; a file and its copy, or two parts of one, are not."""
    bundle: list[FileReading] = []
    ids: set[str | None] = set()
    for file in files:
        if bundle and (len(bundle) == _BUNDLE_FILES or file.file_id in ids or sum(held.byte_count for held in bundle) > _BUNDLE_BYTES):
            yield bundle
            bundle, ids = [], set()
        bundle.append(file)
        ids.add(file.file_id)
    if bundle:
        yield bundle


def _refusal_line(path: str, rejected: Rejected) -> dict[str, Any]:
    place = {"position": rejected.position, "member": rejected.member}
    return {"file": path, "error": rejected.detail, "reason": rejected.reason, **place}


def _article_line(
    file: FileReading, article: Mapping[str, Any], published: PrintedDate | None, authors: list[str], fields: dict[str, str]
) -> dict[str, Any]:
    assert isinstance(file.reading, Reading)
    title, body = article["title"], article["body"]
    return {
        "id": article["article_id"],
        "file": printable(file.path),
        "title": title,
        "text": body[len(title) + 2 :] if title else body,
        "published_at": published and published.iso,
        "published_precision": article["published_precision"],
        "authors": authors,
        "outlet": article["outlet"],
        "url": article["url"],
        "language": article["language"],
        "fields": fields,
        "format": file.reading.format,
        "encoding": file.reading.encoding,
    }
