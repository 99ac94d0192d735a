"""The full tier: names, tags and dependencies by spaCy's `en_core_web_md`, paragraph by paragraph.

Only tok2vec, tagger, parser and ner run: lemmatizer and attribute ruler cost a third of the time and nobody here reads them.
"""

import hashlib
import json
import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched, chain
from typing import Any, NamedTuple, Protocol

import numpy as np

from transforms.annotations import NamedSpan, TaggedText
from transforms.taggers import Text
from transforms.taggers.bare_spacy import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IDX,
    LENGTH,
    SENT_START,
    TAG,
    Language,
    Tokenizer,
    compile_infix_regex,
    load,
)  # fmt: skip
from transforms.taggers.models import find_model
from transforms.taggers.vocabulary import Vocabulary, read_vocabulary

#: Parts that are not loaded: of the last, the words that the model was trained with, half its time to load; it makes no difference to what
#: it says, since words are known by their hashes.
UNUSED = ("lemmatizer", "attribute_ruler", "senter", "strings")
#: Paragraphs kept: wire copy and boilerplate come again within some thousands of paragraphs.
CACHE_SIZE = 8192
#: Texts whose paragraphs are tagged together.
CHUNK = 32
#: A single word longer than this is no language (encoded data), and costs the parser quadratic time.
LONGEST_PARAGRAPH = 100_000


class _Parse(NamedTuple):
    """One tagged paragraph; positions count from its own start."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentence_starts: list[int]
    names: list[tuple[int, int, str]]


class ParseStore(Protocol):
    """Keeps parses beyond the life of a process, by the hash of their paragraph."""

    def find(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Those that are there."""
        ...

    def keep(self, parses: Mapping[bytes, bytes]) -> None:
        """Keep some."""
        ...


class SpacyTagger:
    """Raises ModuleNotFoundError, naming the package to install, when no model is there.

    `store`: where parses are kept for other processes, of this model and program alone."""

    def __init__(self, store: ParseStore | None = None, cache_size: int = CACHE_SIZE) -> None:
        self._nlp, self._version = load_model()
        self._store = store
        self._strings: dict[int, str] = {}
        self._cache: OrderedDict[bytes, _Parse] = OrderedDict()
        self._cache_size = cache_size

    @property
    def version(self) -> str:
        return self._version

    @property
    def vocabulary(self) -> Vocabulary:
        return read_vocabulary()

    def pipe(self, texts: Iterable[str]) -> Iterator[object]:
        """The texts through the bare model, nothing read off it: what our own speed is compared with."""
        yield from self._nlp.pipe(texts, batch_size=64)

    def tag(self, texts: Iterable[Text]) -> Iterator[TaggedText]:
        for chunk in batched(texts, CHUNK):
            pieces = [[text[p.start : p.end] for p in paragraphs] for text, paragraphs in chunk]
            parses = self._parse([piece for article in pieces for piece in article])
            for (text, paragraphs), article in zip(chunk, pieces, strict=True):
                yield _join(text, paragraphs, [next(parses) for _ in article])

    def _parse(self, pieces: list[str]) -> Iterator[_Parse]:
        """Parses of the paragraphs, in order; each distinct paragraph is tagged once."""
        keys = [hashlib.blake2b(piece.encode("utf-8", "surrogatepass"), digest_size=16).digest() for piece in pieces]
        known: dict[bytes, _Parse] = {}
        fresh: dict[bytes, str] = {}
        for key, piece in zip(keys, pieces, strict=True):
            parse = self._cache.get(key)
            if parse is None:
                fresh[key] = piece
            else:
                self._cache.move_to_end(key)
                known[key] = parse
        parsed = self._recall(fresh)
        parsed |= self._tag({key: piece for key, piece in fresh.items() if key not in parsed})
        self._cache |= parsed
        known |= parsed
        while len(self._cache) > self._cache_size:
            self._cache.popitem(last=False)
        return (known[key] for key in keys)

    def _recall(self, keys: Iterable[bytes]) -> dict[bytes, _Parse]:
        """Parses that another process, or this one long ago, made of the same paragraphs."""
        if self._store is None:
            return {}
        found = self._store.find(keys)
        return {key: _unpack(found[key]) for key in keys if key in found}

    def _tag(self, pieces: dict[bytes, str]) -> dict[bytes, _Parse]:
        """Parses of paragraphs that are met for the first time."""
        closed = [close_gaps(piece[:LONGEST_PARAGRAPH].translate(_BLANKS)) for piece in pieces.values()]
        docs = self._nlp.pipe((text for text, _ in closed), batch_size=64)
        parsed = {key: self._read(doc, offsets) for key, (_, offsets), doc in zip(pieces, closed, docs, strict=True)}
        if self._store is not None and parsed:
            self._store.keep({key: json.dumps(parse).encode("ascii") for key, parse in parsed.items()})
        return parsed

    def _read(self, doc: Any, offsets: list[int] | None) -> _Parse:  # noqa: ANN401 - spaCy's classes carry no types
        table = doc.to_array([IDX, LENGTH, TAG, DEP, HEAD, SENT_START, ENT_IOB, ENT_TYPE]).astype(np.int64)
        text = doc.text
        starts: list[int] = table[:, 0].tolist() if len(table) else []
        if not starts:
            return _Parse([], [], [], [], [], [], [], [])
        ends = (table[:, 0] + table[:, 1]).tolist()
        heads = (np.arange(len(table)) + table[:, 4]).tolist()
        tags = [self._string(code) for code in doc.to_array([TAG]).tolist()]
        deps = [self._string(code) for code in doc.to_array([DEP]).tolist()]
        labels = [self._string(code) for code in doc.to_array([ENT_TYPE]).tolist()]
        begins = [number for number, flag in enumerate(table[:, 5].tolist()) if flag == 1 or number == 0]
        names = _read_names(table[:, 6].tolist(), labels)
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        if offsets is not None:
            starts, ends = [offsets[start] for start in starts], [offsets[end - 1] + 1 for end in ends]
        parse = _Parse(words, starts, ends, tags, deps, heads, begins, names)
        blank = [word.isspace() for word in words]
        return _without(parse, blank) if any(blank) else parse

    def _string(self, code: int) -> str:
        found = self._strings.get(code)
        if found is None:
            found = self._strings[code] = str(self._nlp.vocab.strings[code]) if code else ""
        return found


def _unpack(content: bytes) -> _Parse:
    parse = _Parse(*json.loads(content))
    return parse._replace(names=[(first, last, label) for first, last, label in parse.names])


def load_model(unused: Sequence[str] = UNUSED) -> tuple[Language, str]:
    """The pipeline without its unused parts, and its name and version. Raises ModuleNotFoundError, naming the package to install."""
    model = find_model()
    nlp = load(model.source, list(unused))
    for label in chain.from_iterable(nlp.pipe_labels.values()):
        nlp.vocab.strings.add(label)
    assert isinstance(nlp.tokenizer, Tokenizer)
    nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), _BEHIND_ACRONYM]).finditer
    return nlp, model.version


#: The hyphen behind an acronym with stops, where the model's own tokeniser does not cut: "U.S.-led", "U.S.-Iran".
_BEHIND_ACRONYM = r"(?<=[A-Z]\.[A-Z]\.)-(?=[A-Za-z])"


#: Line breaks as blanks, so that a wrapped line does not look like the end of a sentence.
_BLANKS = str.maketrans("\n\t\r\u00a0", "    ")
#: Texts out of corpora have blanks around every mark: there the model takes "Moscow ’ s" for four words.
_IS_SPACED = re.compile(r"\w [.,’'] ")
_GAPS = re.compile(
    r"(?<=\w) (?=[’'] (?:s|S|t|re|ve|ll|d|m)\b)|(?<=\w [’']) (?=(?:s|S|t|re|ve|ll|d|m)\b)"
    r"|(?<=\b[A-Z]) (?=\.(?: |$))|(?<=\b[A-Z] \.) (?=[A-Z] \.)"
)


def close_gaps(text: str) -> tuple[str, list[int] | None]:
    """The text without the blanks that a tokeniser put inside words ("Moscow ’ s", "U . S ."), and where each character stood; None when
    nothing was taken out."""
    if not _IS_SPACED.search(text):
        return text, None
    gaps = {match.start() for match in _GAPS.finditer(text)}
    if not gaps:
        return text, None
    offsets = [position for position in range(len(text)) if position not in gaps]
    return "".join(text[position] for position in offsets), offsets


def _read_names(flags: list[int], labels: list[str]) -> list[tuple[int, int, str]]:
    """Spans out of IOB flags (3 begins, 1 goes on)."""
    names: list[tuple[int, int, str]] = []
    for position, flag in enumerate(flags):
        if flag == 3:
            names.append((position, position + 1, labels[position]))
        elif flag == 1 and names and names[-1][1] == position:
            first, _, label = names[-1]
            names[-1] = (first, position + 1, label)
    return names


def _without(parse: _Parse, blank: list[bool]) -> _Parse:
    """The parse without blank tokens; what hung on one hangs on its head."""
    kept = [position for position, is_blank in enumerate(blank) if not is_blank]
    place = {position: number for number, position in enumerate(kept)}

    def settle(position: int) -> int:
        head = parse.heads[position]
        while blank[head] and parse.heads[head] != head:
            head = parse.heads[head]
        return place[position] if blank[head] else place[head]

    def count(position: int) -> int:
        return sum(1 for number in kept if number < position)

    begins = sorted({min(count(position), len(kept) - 1) for position in parse.sentence_starts}) if kept else []
    names = [(count(first), count(last), label) for first, last, label in parse.names if count(first) < count(last)]
    return _Parse(
        [parse.words[p] for p in kept],
        [parse.starts[p] for p in kept],
        [parse.ends[p] for p in kept],
        [parse.tags[p] for p in kept],
        [parse.deps[p] for p in kept],
        [settle(p) for p in kept],
        begins,
        names,
    )


def _join(text: str, paragraphs: list[Any], parses: list[_Parse]) -> TaggedText:
    tagged = TaggedText(text, paragraphs, [], [], [], [], [], [], [], [], [], [], True)
    for number, (paragraph, parse) in enumerate(zip(paragraphs, parses, strict=True)):
        base, shift = len(tagged.words), paragraph.start
        tagged.words += parse.words
        tagged.starts += [start + shift for start in parse.starts]
        tagged.ends += [end + shift for end in parse.ends]
        tagged.tags += parse.tags
        tagged.deps += parse.deps
        tagged.heads += [head + base for head in parse.heads]
        tagged.names += [NamedSpan(first + base, last + base, label) for first, last, label in parse.names]
        for low, high in zip(parse.sentence_starts, [*parse.sentence_starts[1:], len(parse.starts)], strict=False):
            tagged.sentence_of += [len(tagged.sentences)] * (high - low)
            tagged.sentences.append((low + base, high + base))
            tagged.paragraph_of.append(number)
    return tagged
