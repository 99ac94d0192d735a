"""How well and how fast web pages are read, compared with trafilatura alone: `python -m flows.benchmarks.pages FOLDER`.

FOLDER holds pages NAME.html, each with what its article says: NAME.txt, the whole text; or NAME.json, {"has": […], "lacks": […]}, passages
that must and must not be in it.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from trafilatura import bare_extraction

from transforms.readers.html import read_html
from transforms.readers.outcomes import RawArticle, Reading

_SHINGLE = 4
_NO_WORD = re.compile(r"\W+")

type Extract = Callable[[bytes], str]


def main(folder: str) -> None:
    """Print for each way of reading: the mean F1 of the bodies, pages without one, pages a second."""
    pages = sorted(Path(folder).glob("*.html"))
    for name, extract in (("personae", _by_reader), ("trafilatura", _by_trafilatura)):
        start = time.perf_counter()
        texts = [extract(page.read_bytes()) for page in pages]
        seconds = time.perf_counter() - start
        scores = [score_page(text, page) for text, page in zip(texts, pages, strict=True)]
        without = sum(not text for text in texts)
        told = f"F1 {sum(scores) / len(scores):.4f}  without a body {without}  pages {len(pages)}  pages/s {len(pages) / seconds:.1f}"
        sys.stdout.write(f"{name:12} {told}\n")


def score_page(text: str, page: Path) -> float:
    """F1 of a text: over runs of four words with the whole body, or over the passages that it must and must not have."""
    whole = page.with_suffix(".txt")
    if whole.exists():
        return _overlap(_shingles(text), _shingles(whole.read_text(encoding="utf-8")))
    passages = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    letters = _NO_WORD.sub("", text).casefold()
    recall = _share(_NO_WORD.sub("", passage).casefold() in letters for passage in passages["has"])
    precision = _share(_NO_WORD.sub("", passage).casefold() not in letters for passage in passages["lacks"]) if letters else 0.0
    return 2 * precision * recall / ((precision + recall) or 1)


def _by_reader(data: bytes) -> str:
    reading = read_html(data, {})
    articles: Sequence[object] = reading.articles if isinstance(reading, Reading) else ()
    return next((article.text for article in articles if isinstance(article, RawArticle)), "")


def _by_trafilatura(data: bytes) -> str:
    document = bare_extraction(data, include_comments=False)
    return (document.text or "") if document and not isinstance(document, dict) else ""


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = [word for word in _NO_WORD.split(text.casefold()) if word]
    return Counter(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


def _overlap(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


def _share(found: Iterable[bool]) -> float:
    each = list(found)
    return sum(each) / len(each) if each else 1.0


if __name__ == "__main__":
    main(sys.argv[1])
