"""PDF (ISO 32000): the lines of each page in reading order to paragraphs; the headline is the largest print at the head of page one."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from transforms.readers.documents import export_in, is_document_end, is_export_text, is_head_end
from transforms.readers.lexis import is_tail_start
from transforms.readers.outcomes import RawArticle, Reading, Rejected

NAME = "pdf"
_PAGES = 500
#: A gap between lines that is that much larger than usual begins a paragraph.
_GAP = 1.35
#: Print that is that much larger than usual is a headline.
_LARGE = 1.25
_PAGE_NUMBER = re.compile(r"(?i)(?:page|seite|-|–)?\s*\d{1,4}\s*(?:(?:of|von|/)\s*\d{1,4}|-|–)?")
#: What exports print at the edge of a page. Other lines that pages share there are fields of their articles.
_PAGE_OF = re.compile(r"(?:Page|Seite|Pagina) \d+ (?:of|de|von|van|sur) \d+", re.I)


@dataclass
class _Line:
    """One line as printed: its words, its upper and lower edge, its left edge, in points from the page's lower left corner."""

    page: int
    text: str
    top: float
    bottom: float
    left: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def read_pdf(data: bytes, mapping: Mapping[str, str]) -> Reading | Rejected:
    """The article of a PDF. Pages that are images hold no words: a file of nothing else is refused, as is one that wants a password."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        reason = "unreadable" if "password" in str(problem).lower() else "malformed"
        step = "qpdf --decrypt --password=WORD FILE NEW.pdf" if reason == "unreadable" else "qpdf FILE NEW.pdf may mend it"
        return Rejected(reason, f"expected a PDF that can be opened, found: {problem}; {step}")
    try:
        if len(document) > _PAGES:
            return Rejected("too_large", f"expected at most {_PAGES} pages, found {len(document)}; qpdf --split-pages=100 FILE NEW.pdf")
        lines = [line for number in range(len(document)) for line in _lines_of(document, number)]
        title = (document.get_metadata_value("Title") or "").strip()
    except (pypdfium2.PdfiumError, UnicodeDecodeError) as problem:  # a damaged title is no valid UTF-16
        return Rejected("malformed", f"expected pages of a PDF, found: {problem}")
    finally:
        document.close()
    if not lines:
        return Rejected("no_body", "expected words, found a PDF of images or empty pages; ocrmypdf FILE NEW.pdf", stage="article")
    return _export_of(lines) or Reading(NAME, NAME, None, (_article(_without_running_heads(lines), title),))


def _export_of(lines: Sequence[_Line]) -> Reading | None:
    """The articles of a news database's export; None when it is none.

    Heads have a field a line: the lines between an article's end and its text stay apart, those of the text are joined to its paragraphs.
    """
    if not is_export_text("\n".join(line.text for line in lines)):
        return None
    blocks: list[str] = []
    head: list[_Line] = []
    body: list[_Line] = []
    for line in lines:
        if _PAGE_NUMBER.fullmatch(line.text) or _PAGE_OF.fullmatch(line.text):
            continue
        if is_document_end(line.text):
            blocks += [*_head_blocks(head), *(_paragraphs(body) if body else ()), line.text]
            head, body = [], []
        elif body and is_tail_start(line.text):
            blocks += [*_head_blocks(head), *_paragraphs(body)]
            head, body = [line], []
        elif body or (head and is_head_end(head[-1].text)):
            body.append(line)
        else:
            head.append(line)
    blocks += [*_head_blocks(head), *(_paragraphs(body) if body else ())]
    return export_in("\n\n".join(blocks), None)


def _head_blocks(head: Sequence[_Line]) -> Iterator[str]:
    """The lines of a head, each by itself; lines of one size that is larger than the others' are one headline."""
    usual = median(line.height for line in head) if head else 0.0
    for is_large, lines in groupby(head, lambda line: line.height >= _LARGE * usual):
        words = [line.text for line in lines]
        yield from (" ".join(words),) if is_large else words


def _lines_of(document: object, number: int) -> Iterator[_Line]:
    """The lines of a page in reading order, as PDFium puts its characters together; each stands where its first character does."""
    page = document[number]  # type: ignore[index]
    text = page.get_textpage()
    printed = text.get_text_range()
    start = 0
    for part in printed.split("\r\n"):
        words = part.strip()
        if words:
            left, bottom, _, top = text.get_charbox(start + part.index(words[0]), loose=True)
            yield _Line(number, " ".join(words.split()), top, bottom, left)
        start += len(part) + 2
    text.close()
    page.close()


def _without_running_heads(lines: Sequence[_Line]) -> list[_Line]:
    """The lines without page numbers and without what stands at the edge of most pages."""
    pages = max(line.page for line in lines) + 1
    edges: Counter[str] = Counter()
    for page in range(pages):
        printed = [line for line in lines if line.page == page]
        edges.update({_shape(line.text) for line in (*printed[:2], *printed[-2:])})
    repeated = {shape for shape, count in edges.items() if count > max(1, pages / 2)} if pages > 1 else set()
    return [line for line in lines if _shape(line.text) not in repeated and not _PAGE_NUMBER.fullmatch(line.text)]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _article(lines: Sequence[_Line], metadata_title: str) -> RawArticle | Rejected:
    if not lines:
        return Rejected("no_body", "expected words beside page numbers, found none", 0, "article")
    usual = median(line.height for line in lines)
    head: list[str] = []
    for line in lines:
        if line.page or line.height < _LARGE * usual:
            break
        head.append(line.text)
    body = lines[len(head) :]
    title = " ".join(head) or (metadata_title if not re.search(r"\.\w{2,4}$|untitled|microsoft word", metadata_title, re.I) else "")
    text = "\n\n".join(_paragraphs(body or lines))
    return RawArticle(text=text, title=title or None)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    """Lines joined to paragraphs: a wider gap, another size of print or an indent begins one; a paragraph may run over pages."""
    steps = [one.bottom - other.bottom for one, other in pairwise(lines) if one.page == other.page and one.bottom > other.bottom]
    step = median(steps) if steps else 0.0
    usual_left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    parts: list[str] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before and parts and _begins(before, line, step, usual_left):
            yield _join(parts)
            parts = []
        parts.append(line.text)
    if parts:
        yield _join(parts)


def _begins(before: _Line, line: _Line, step: float, usual_left: float) -> bool:
    if abs(line.height - before.height) > 0.35 * max(line.height, before.height):
        return True
    if line.page != before.page or line.bottom > before.bottom:  # the next page or column
        return before.text[-1:] in ".!?”\"'»"
    return before.bottom - line.bottom > _GAP * step or line.left - usual_left > 8 > before.left - usual_left


def _join(parts: Sequence[str]) -> str:
    """The lines of a paragraph; a word that was cut at a line's end is whole again."""
    text = ""
    for part in parts:
        is_cut = re.search(r"[^\W\d_]-$", text) and part[:1].islower()
        text = text[:-1] + part if is_cut else f"{text} {part}".lstrip()
    return text
