"""From what readers found to rows of files, articles, authors, paragraphs and appearances: cleaned, dated, ids made only from content."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import PurePath
from typing import Any

import polars as pl

from transforms.annotations import Paragraph
from transforms.articles.clean import Change, clean_column, clean_lines
from transforms.articles.dates import Order, PrintedDate, date_in_path, find_order, is_possible, parse_date
from transforms.articles.file_names import printable
from transforms.articles.folded_texts import plain_texts
from transforms.articles.inline_boilerplate import without_inline_boilerplate
from transforms.articles.languages import find_language
from transforms.articles.normalised import LATER_COLUMNS, ArticleFrames, Refusal, Remark, frame_of
from transforms.articles.notices import find_notice, find_title_notice
from transforms.articles.paragraphs import find_dateline, split_paragraphs
from transforms.readers.bylines import author_names
from transforms.readers.outcomes import FileReading, RawArticle, Reading, Rejected
from transforms.readers.records import host_of
from transforms.rows import content_id
from warehouse import tables

type Row = dict[str, Any]

#: Names and hosts of archives of the web, which publish nothing themselves; a page of theirs with the address it was saved from.
_WEB_ARCHIVES = frozenset(
    ("web.archive.org", "archive.org", "internet archive", "wayback machine", "archive.today", "archive.is", "archive.ph")
)
_SAVED_PAGE = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<url>https?://.+)$", re.I)
_SHOWN = 80
_NOTED = 300
#: Folders above a file whose names may say its day, as in 2023/04/24/page.html.
_PATH_PARTS = 4
#: Paragraphs at the head of an article among which its own date line may stand.
_HEAD_PARAGRAPHS = 5
_BYLINE_STARTS = ("by ", "by:", "written by", "reported by", "author:")


@dataclass(slots=True)
class _Draft:
    """One article on its way."""

    file: FileReading
    raw: RawArticle
    order: Order | None
    title: str | None
    text: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    body: str = ""
    identity: str = ""  # the paragraphs as the id of the article counts them
    published: PrintedDate | None = None
    published_from: str | None = None
    authors: list[str] = field(default_factory=list)
    article_id: str = ""
    remarks: list[tuple[str, str]] = field(default_factory=list)


def normalise_articles(files: Sequence[FileReading], today: date) -> ArticleFrames:
    """The rows for the articles of some files. No article is dated after `today` (or the day after: somewhere it is tomorrow already)."""
    refusals = list(_refusals_of_readers(files))
    drafts = []
    for draft in _clean_drafts(files):
        _arrange(draft)
        if not any(paragraph.kind in ("body", "heading") for paragraph in draft.paragraphs):
            detail = f"expected paragraphs besides title and boilerplate, found {draft.text.strip()[:_SHOWN]!r}"
            refusals.append(Refusal.of(draft.file, Rejected("no_body", detail, draft.raw.position, "article", draft.raw.member)))
            continue
        _date_draft(draft, today)
        draft.raw = _without_archive(draft.raw)
        draft.authors = author_names(draft.raw.authors or _printed_bylines(draft), draft.raw.outlet)
        draft.article_id = content_id(draft.title, draft.identity, draft.raw.outlet, draft.published and draft.published.day, draft.raw.url)
        drafts.append(draft)
    kept = _one_per_article(drafts)
    paragraphs = frame_of(tables.PARAGRAPHS, _paragraph_rows(kept))
    given = _given_frame(kept)
    texts = plain_texts(given, paragraphs)
    return ArticleFrames(
        files=frame_of(tables.FILES, _file_rows(files)),
        articles=_article_frame(given, texts),
        authors=frame_of(tables.AUTHORS, _author_rows(kept)),
        paragraphs=paragraphs,
        appearances=frame_of(tables.APPEARANCES, _appearance_rows(drafts)),
        article_fields=frame_of(tables.ARTICLE_FIELDS, _field_rows(kept)),
        published={draft.article_id: draft.published for draft in kept if draft.published},
        refusals=refusals,
        remarks=[Remark(draft.article_id, *remark) for draft in kept for remark in draft.remarks],
        plain_texts=dict(zip(given["article_id"], texts, strict=True)),
    )


def _without_archive(raw: RawArticle) -> RawArticle:
    """The article with the address and outlet of the page that an archive of the web saved, in place of the archive's own."""
    saved = _SAVED_PAGE.match(raw.url) if raw.url else None
    url = saved["url"] if saved else raw.url
    if raw.outlet and raw.outlet.casefold() in _WEB_ARCHIVES:
        return replace(raw, url=url, outlet=host_of(url) if saved and url else None)
    return replace(raw, url=url) if saved else raw


def _refusals_of_readers(files: Sequence[FileReading]) -> Iterator[Refusal]:
    for file in files:
        if isinstance(file.reading, Rejected):
            yield Refusal.of(file, file.reading)
            continue
        for article in file.reading.articles:
            if isinstance(article, Rejected):
                yield Refusal.of(file, article)


def _clean_drafts(files: Sequence[FileReading]) -> list[_Draft]:
    """The articles with clean titles and texts, whole columns at a time."""
    found: list[tuple[FileReading, Order | None, RawArticle]] = []
    for file in files:
        if isinstance(file.reading, Reading):
            articles = [article for article in file.reading.articles if isinstance(article, RawArticle)]
            order = find_order(article.published_at for article in articles)
            found += [(file, order, article) for article in _with_clean_fields(articles)]
    cleaned, changes = clean_column(
        pl.Series([words for _, _, article in found for words in (article.title, article.text)], dtype=pl.String())
    )
    drafts = []
    for number, (file, order, raw) in enumerate(found):
        title, (text, inserted) = cleaned[2 * number], without_inline_boilerplate(cleaned[2 * number + 1] or "")
        draft = _Draft(file, raw, order, " ".join((title or "").split()) or None, text)
        draft.remarks += dict.fromkeys((*changes[2 * number], *changes[2 * number + 1]))
        if inserted:
            draft.remarks.append(Change("inline_boilerplate_removed", f"link lists and labels inside sentences: {inserted}"))
        drafts.append(draft)
    return drafts


def _with_clean_fields(articles: Sequence[RawArticle]) -> list[RawArticle]:
    """The articles with clean words in all that is neither title nor text: it reaches tables and terminals as it stands here."""
    lines = clean_lines(words for article in articles for words in _words_beside(article))
    return [
        replace(
            article,
            outlet=article.outlet and (lines[article.outlet] or None),
            url=article.url and (lines[article.url] or None),
            language=article.language and (lines[article.language] or None),
            authors=tuple(filter(None, map(lines.__getitem__, article.authors))),
            fields=tuple((lines[name], lines[value]) for name, value in article.fields if lines[name] and lines[value]),
        )
        for article in articles
    ]


def _words_beside(article: RawArticle) -> Iterator[str]:
    yield from filter(None, (article.outlet, article.url, article.language))
    yield from article.authors
    for field_words in article.fields:
        yield from field_words


def _arrange(draft: _Draft) -> None:
    """Give the draft its body: the title once, then each paragraph on one line, separated by blank lines; and the spans of these.

    What stood on one line in the file, a dateline and the paragraph that it opens, stands on one line in the body."""
    spans = split_paragraphs(draft.text, draft.title)
    printed_title = next((draft.text[span.start : span.end] for span in spans if span.kind == "title"), None)
    draft.title = draft.title or (printed_title and " ".join(printed_title.split()))
    if draft.title and (notice := find_title_notice(draft.title)):
        draft.remarks.append((f"{notice}_notice", draft.title[:_NOTED]))
    pieces = [("title", draft.title, False)] if draft.title else []
    pieces += [
        (span.kind, _on_one_line(draft.text[span.start : span.end]), bool(number) and _is_beside(draft.text, spans[number - 1], span))
        for number, span in enumerate(spans)
        if span.kind != "title"
    ]
    body = ""
    for kind, piece, is_beside in pieces:
        if kind == "boilerplate" and (notice := find_notice(piece)):
            draft.remarks.append((f"{notice}_notice", piece[:_NOTED]))
        body += (" " if is_beside else "\n\n") if body else ""
        draft.paragraphs.append(Paragraph(len(body), len(body) + len(piece), kind))
        body += piece
    draft.body = body
    draft.identity = "\n\n".join(piece for _, piece, _ in pieces)


def _is_beside(text: str, dateline: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins on the line on which its dateline ends."""
    return dateline.kind == "dateline" and "\n" not in text[dateline.end : paragraph.start]


def _on_one_line(words: str) -> str:
    """Clean words with single spaces and no line ends."""
    return " ".join(words.split()) if "\n" in words or "  " in words else words


def _date_draft(draft: _Draft, today: date) -> None:
    """Date the draft by the best source that gives a possible day."""
    for origin, printed, found in _date_candidates(draft):
        if is_possible(found, today):
            draft.published, draft.published_from = found, origin
            return
        if printed and origin in ("metadata", "text"):
            what = f"a day after {today}" if found else "none that can be read in one way only"
            draft.remarks.append(("date_refused", f"expected a date of publication, found {what}: {printed[:_SHOWN]!r}"))


def _date_candidates(draft: _Draft) -> Iterator[tuple[str, str | None, PrintedDate | None]]:
    """Where a date may stand, best first: the name of the source, the date as printed, the date."""
    raw = draft.raw
    if raw.published_at:
        yield raw.published_from, raw.published_at, parse_date(raw.published_at, draft.order)
    for paragraph in draft.paragraphs[:_HEAD_PARAGRAPHS]:
        if paragraph.kind in ("body", "dateline"):
            dateline = find_dateline(draft.body, paragraph)
            if dateline and dateline.date:
                yield "dateline", dateline.date, parse_date(dateline.date, draft.order)
        if paragraph.kind == "dateline":
            printed = draft.body[paragraph.start : paragraph.end]
            yield "text", None, parse_date(printed, draft.order)
    yield "path", None, date_in_path(raw.url)
    # the name of a mailbox or web archive says when it was collected, not when what stands in it was published
    yield "path", None, date_in_path("/".join(PurePath(raw.member or draft.file.path).parts[-_PATH_PARTS:]))


def _printed_bylines(draft: _Draft) -> list[str]:
    """Bylines that stand as a paragraph of their own at the head or the foot."""
    ends = [*draft.paragraphs[:_HEAD_PARAGRAPHS], *draft.paragraphs[_HEAD_PARAGRAPHS:][-1:]]
    printed = (draft.body[paragraph.start : paragraph.end] for paragraph in ends if paragraph.kind == "dateline")
    bylines = [words for words in printed if words.lower().startswith(_BYLINE_STARTS)][:2]
    # "By Ann Example, Example News": what follows the only comma is the outlet or the place.
    return [words.split(",")[0] if words.count(",") == 1 and " and " not in words else words for words in bylines]


def _one_per_article(drafts: Sequence[_Draft]) -> list[_Draft]:
    """One draft for each article id, the same one in whatever order the files came; one that names its authors before one that does not."""
    ordered = sorted(
        drafts,
        key=lambda draft: (
            draft.article_id,
            not draft.authors,
            draft.authors,
            str(draft.published),
            draft.file.file_id or "",
            draft.raw.position,
        ),
    )
    return list({draft.article_id: draft for draft in reversed(ordered)}.values())[::-1]


def _file_rows(files: Sequence[FileReading]) -> Iterator[Row]:
    """Files that were read, each of the same bytes once."""
    for file in {file.file_id: file for file in sorted(files, key=lambda file: file.path, reverse=True)}.values():
        if file.file_id and isinstance(file.reading, Reading):
            reading = file.reading
            yield {
                "file_id": file.file_id,
                "path": printable(file.path),
                "byte_count": file.byte_count,
                "format": reading.format,
                "encoding": reading.encoding,
                "reader": reading.reader,
                "article_count": len(reading.articles) if file.is_whole else None,
                "path_bytes": file.place,
            }


def _given_frame(drafts: Sequence[_Draft]) -> pl.DataFrame:
    """Rows of articles without what is counted in their texts."""
    given = tables.ARTICLES.schema_without(*LATER_COLUMNS, "text_hash", "word_count")
    return pl.DataFrame([_article_row(draft) for draft in drafts], schema=given, orient="row")


def _article_frame(given: pl.DataFrame, texts: Sequence[str]) -> pl.DataFrame:
    columns = [name for name in tables.ARTICLES.schema if name not in LATER_COLUMNS]
    hashes = pl.Series(map(content_id, texts), dtype=pl.String())
    return given.with_columns(text_hash=hashes, word_count=pl.col("body").str.count_matches(r"\S+").cast(pl.Int64())).select(columns)


def _article_row(draft: _Draft) -> Row:
    published, raw = draft.published, draft.raw
    return {
        "article_id": draft.article_id,
        "title": draft.title,
        "body": draft.body,
        "outlet": raw.outlet,
        "published_at": published
        and (published.moment.astimezone(UTC) if published.moment else datetime.combine(published.day, time(0), UTC)),
        "published_date": published and published.day,
        "published_precision": published.precision if published else "unknown",
        "published_from": draft.published_from,
        "language": find_language(draft.identity, raw.language),
        "url": raw.url,
    }


def _author_rows(drafts: Sequence[_Draft]) -> Iterator[Row]:
    for draft in drafts:
        for position, author in enumerate(draft.authors):
            yield {"article_id": draft.article_id, "position": position, "author": author}


def _field_rows(drafts: Sequence[_Draft]) -> Iterator[Row]:
    for draft in drafts:
        for name, value in dict(draft.raw.fields).items():
            yield {"article_id": draft.article_id, "field": name, "value": value}


def _paragraph_rows(drafts: Sequence[_Draft]) -> Iterator[Row]:
    for draft in drafts:
        for number, paragraph in enumerate(draft.paragraphs):
            yield {
                "article_id": draft.article_id,
                "paragraph_no": number,
                "kind": paragraph.kind,
                "start_char": paragraph.start,
                "end_char": paragraph.end,
            }


def _appearance_rows(drafts: Sequence[_Draft]) -> Iterator[Row]:
    for draft in drafts:
        if draft.file.file_id:
            yield {
                "article_id": draft.article_id,
                "file_id": draft.file.file_id,
                "position": draft.raw.position,
                "member": draft.raw.member,
            }
