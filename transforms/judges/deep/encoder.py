"""The encoder at work: sentences of one article read once, in batches of about one length, and questions about them answered.

Keys and values of what was read are kept while the article is judged, so a question costs only its markers. Batches are made of one
article's sentences alone: what is said of an article depends on no other, on no worker and on no order of work."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import batched
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.annotations import TaggedText
from transforms.judges.deep.layout import HEADS, MOST_PIECES, Head, Span, markers_of, place_markers
from warehouse.errors import MendableError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

FOLDER = Path(__file__).parent
ENCODER, HEAD_WEIGHTS, VOCABULARY = "encoder.onnx", "heads.npz", "vocabulary.txt"
#: What the three files were when they were measured, as `sha256sum` writes it.
CHECKSUMS = "weights.sha256"
#: Decimals of a probability: machines differ far behind them.
DECIMALS = 2
#: Texts read together, and word pieces of an article whose keys and values are kept: 18 kB each.
TOGETHER = 16
KEPT_PIECES = 4096
_AGAIN = "check the files out again, or make them with: make train-deep"

type Floats = npt.NDArray[np.float32]
#: Probabilities of a head's answers in their order.
type Answer = tuple[float, ...]


class EncoderError(MendableError):
    """A part of the tier `deep` that is not installed, or weights that are missing or not those that were measured."""


class _Read(NamedTuple):
    """A sentence as it was read: spans of its pieces, and their keys and values (layers x 2 x heads x pieces x size)."""

    offsets: list[tuple[int, int]]
    past: Floats


class _Asked(NamedTuple):
    """A question: its place among all, the number of its sentence, positions and ids of its markers."""

    number: int
    sentence: int
    positions: list[int]
    ids: list[int]


class Encoder:
    """A session of the encoder, its word pieces, and the weights of its heads."""

    def __init__(self, session: "InferenceSession", tokenizer: "Tokenizer", heads: Mapping[str, tuple[Floats, Floats]]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._heads = heads
        layers, _, _, attention, _, size = session.get_inputs()[3].shape
        self._shape = (layers, attention, size)
        self._article: TaggedText | None = None
        self._kept: dict[int, _Read] = {}

    @classmethod
    def load(cls, folder: Path = FOLDER) -> "Encoder":
        """The encoder of a folder, on one thread: workers are processes. Raises EncoderError."""
        try:
            from onnxruntime import InferenceSession, SessionOptions
            from tokenizers import BertWordPieceTokenizer
        except ImportError as problem:
            wanted = "expected onnxruntime and tokenizers for the tier deep"
            raise EncoderError(f"{wanted}, found: {problem}; next: pip install 'personae[deep]'") from problem
        check_weights(folder)
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = InferenceSession(str(folder / ENCODER), options, providers=["CPUExecutionProvider"])
        with np.load(folder / HEAD_WEIGHTS, allow_pickle=False) as stored:
            heads = {head.name: (stored[f"{head.name}_weight"], stored[f"{head.name}_bias"]) for head in HEADS}
        return cls(session, BertWordPieceTokenizer(str(folder / VOCABULARY), lowercase=True), heads)

    def ask(self, name: str, article: TaggedText, questions: Sequence[Sequence[Span]]) -> list[Answer | None]:
        """What a head answers about spans of characters of an article; None where it has not read one of them."""
        head = next(head for head in HEADS if head.name == name)
        if article is not self._article:
            self._article, self._kept = article, {}
        starts = [article.starts[first] for first, _ in article.sentences]
        sentences = [bisect_right(starts, spans[0][0]) - 1 for spans in questions]
        found: list[Answer | None] = [None] * len(questions)
        by_length = sorted(
            {sentence for sentence in sentences if sentence >= 0}, key=lambda sentence: (len(self._text(sentence)), sentence)
        )
        for chosen in batched(by_length, TOGETHER):
            read = self._read(chosen)
            asked = []
            for number, (sentence, spans) in enumerate(zip(sentences, questions, strict=True)):
                if sentence in read:
                    begin = starts[sentence]
                    positions = place_markers(read[sentence].offsets, [(start - begin, end - begin) for start, end in spans])
                    if positions is not None:
                        asked.append(_Asked(number, sentence, positions, markers_of(head)))
            for question, answer in zip(asked, self._answer(head, asked, read), strict=True):
                found[question.number] = answer
        return found

    def _text(self, sentence: int) -> str:
        assert self._article is not None  # set by `ask`
        first, last = self._article.sentences[sentence]
        return self._article.text[self._article.starts[first] : self._article.ends[last - 1]]

    def _read(self, sentences: Sequence[int]) -> dict[int, _Read]:
        """The sentences, read now where they are not kept."""
        fresh = [sentence for sentence in sentences if sentence not in self._kept]
        if fresh:
            encodings = self._tokenizer.encode_batch([self._text(sentence) for sentence in fresh])
            self._kept.update(zip(fresh, self._encode(encodings), strict=True))
        read = {sentence: self._kept[sentence] for sentence in sentences}
        while len(self._kept) > TOGETHER and sum(len(one.offsets) for one in self._kept.values()) > KEPT_PIECES:
            del self._kept[next(iter(self._kept))]
        return read

    def _encode(self, encodings: "Sequence[Encoding]") -> Iterator[_Read]:
        layers, attention, size = self._shape
        lengths = [min(len(encoding.ids), MOST_PIECES) for encoding in encodings]
        shape = (len(encodings), max(lengths))
        ids, mask = np.zeros(shape, np.int64), np.full((shape[0], 1, shape[1], shape[1]), -1e9, np.float32)
        for row, (encoding, length) in enumerate(zip(encodings, lengths, strict=True)):
            ids[row, :length] = encoding.ids[:length]
            mask[row, :, :, :length] = 0.0
        positions = np.broadcast_to(np.arange(shape[1]), shape)
        past = np.zeros((layers, 2, shape[0], attention, 0, size), np.float32)
        (present,) = self._run(["present"], ids, positions, mask, past)
        for row, (encoding, length) in enumerate(zip(encodings, lengths, strict=True)):
            yield _Read(encoding.offsets[:length], present[:, :, row, :, :length].copy())

    def _answer(self, head: Head, asked: Sequence[_Asked], read: Mapping[int, _Read]) -> list[Answer]:
        """Probabilities for questions about sentences that were read; a row of a batch holds all questions about one sentence."""
        if not asked:
            return []
        layers, attention, size = self._shape
        rows: dict[int, list[_Asked]] = {}
        for question in asked:
            rows.setdefault(question.sentence, []).append(question)
        width = len(asked[0].ids)
        before, tokens = max(len(read[sentence].offsets) for sentence in rows), width * max(map(len, rows.values()))
        ids, positions = np.zeros((len(rows), tokens), np.int64), np.zeros((len(rows), tokens), np.int64)
        past = np.zeros((layers, 2, len(rows), attention, before, size), np.float32)
        mask = np.full((len(rows), 1, tokens, before + tokens), -1e9, np.float32)
        for row, (sentence, own) in enumerate(rows.items()):
            length = len(read[sentence].offsets)
            past[:, :, row, :, :length] = read[sentence].past
            mask[row, :, :, :length] = 0.0
            for place, question in enumerate(own):
                there = slice(place * width, (place + 1) * width)
                ids[row, there], positions[row, there] = question.ids, question.positions
                mask[row, :, there, before + there.start : before + there.stop] = 0.0
        (state,) = self._run(["state"], ids, positions, mask, past)
        weight, bias = self._heads[head.name]
        answers = {
            question.number: _probabilities(state[row, place * width : (place + 1) * width].reshape(-1) @ weight + bias)
            for row, own in enumerate(rows.values())
            for place, question in enumerate(own)
        }
        return [answers[question.number] for question in asked]

    def _run(self, outputs: list[str], ids: Any, positions: Any, mask: Floats, past: Floats) -> list[Floats]:  # noqa: ANN401 - arrays of whole numbers
        found: list[Floats] = self._session.run(outputs, {"ids": ids, "positions": positions, "mask": mask, "past": past})
        return found


def check_weights(folder: Path = FOLDER) -> None:
    """Hold that the weights are those that were measured. Raises EncoderError."""
    for line in _read_file(folder / CHECKSUMS).decode().splitlines():
        expected, name = line.split()
        found = hashlib.sha256(_read_file(folder / name)).hexdigest()
        if found != expected:
            raise EncoderError(f"{folder / name}: expected the sha256 {expected}, found {found}; {_AGAIN}")


def weights_version(folder: Path = FOLDER) -> str:
    """Eight digits that stand for the weights in `runs.tagger`. Raises EncoderError."""
    return hashlib.sha256(_read_file(folder / CHECKSUMS)).hexdigest()[:8]


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise EncoderError(f"{path}: expected the weights of the tier deep, found none; {_AGAIN}") from problem


def _probabilities(scores: Floats) -> Answer:
    raised = np.exp(scores - scores.max())
    return tuple(round(float(value), DECIMALS) for value in raised / raised.sum())
