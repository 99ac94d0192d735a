"""Longer texts of three corpora, in which readers judged whom the mentions mean; none is part of the project.

What NewsMTSC (Hamborg and Donnay 2021; MIT) has of an article, and whole articles and interviews of GUM (Zeldes 2017; annotations CC BY
4.0, texts CC BY 2.5) and of MEANTIME (Minard et al. 2016; CC BY 4.0), which are kept as tokens and made text again."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from flows.training.newsmtsc import document_of, read_rows

GUM, MEANTIME = "gum_coref.jsonl.gz", "events_meantime.jsonl.gz"
#: Of fewer sentences of an article too little can be told.
_SENTENCES = 3
_GENRES = ("news", "interview")
#: Sentences of a paragraph where the corpus has none.
_PARAGRAPH = 3
_TIGHT_BEFORE = re.compile(r" ([.,;:!?%)\]’”]|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)")
_TIGHT_AFTER = re.compile(r"([(\[$£€“‘]) ")
_QUOTED = re.compile(r' (["\']) ([^"]*?) \1')
_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")


def read_excerpts(folder: Path) -> dict[str, str]:
    """The texts by id. Raises OSError."""
    return {**_newsmtsc(folder), **dict(_gum(folder / GUM)), **dict(_meantime(folder / MEANTIME))}


def _newsmtsc(folder: Path) -> dict[str, str]:
    """Sentences of one article in their order; a blank line where others are missing between them."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for row in read_rows(folder):
        parts = row["id"].split("_")
        found[document_of(row["id"])][int(parts[4 if parts[0] == "polusa" else 3])] = row["text"]
    return {name: _with_gaps(sentences) for name, sentences in found.items() if len(sentences) >= _SENTENCES}


def _with_gaps(sentences: dict[int, str]) -> str:
    text, last = "", -2
    for number in sorted(sentences):
        text += ("" if not text else " " if number == last + 1 else "\n\n") + sentences[number]
        last = number
    return text


def _gum(path: Path) -> Iterator[tuple[str, str]]:
    for row in _read(path):
        if row["id"].split("_")[1] in _GENRES:
            text = _HYPHEN.sub("-", _paragraphs(row["tokens"], row["sent"]))
            yield row["id"], text.replace("# ", "#").replace(" / ", "/")


def _meantime(path: Path) -> Iterator[tuple[str, str]]:
    """The half of the articles that may be read; of the other only figures are looked at."""
    for row in _read(path):
        if int(sha256(str(row["id"]).encode()).hexdigest(), 16) % 2 == 0:
            yield f"MT_{row['id'].split('_')[0]}", _paragraphs(row["tokens"], row["sent"])


def _read(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _paragraphs(tokens: Sequence[str], sentence_of: Sequence[int]) -> str:
    """Tokens as text, three sentences to a paragraph."""
    words = [[word for word, _ in group] for _, group in groupby(zip(tokens, sentence_of, strict=True), key=lambda pair: pair[1])]
    sentences = [_join(sentence) for sentence in words]
    return "\n\n".join(" ".join(sentences[first : first + _PARAGRAPH]) for first in range(0, len(sentences), _PARAGRAPH))


def _join(tokens: Sequence[str]) -> str:
    """Tokens as a sentence prints them."""
    text = _TIGHT_AFTER.sub(r"\1", _TIGHT_BEFORE.sub(r"\1", " ".join(tokens)))
    return _QUOTED.sub(r" \1\2\1", text)
