"""The bodies of a batch as one text, and what its characters are.

A property of characters is worked out once for each distinct one of the batch and looked up for all others, so that the Unicode tables of
Python decide, at the speed of an array.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from transforms.folding import fold

type Numbers = npt.NDArray[np.int64]
type Flags = npt.NDArray[np.bool_]
type Codes = npt.NDArray[np.uint32]

#: What parts bodies: no name or sentence reaches over it.
_PARTING = "\n\n"
#: What a character is, as bits.
ALNUM, BLANK, UPPER, LOWER = 1, 2, 4, 8


@dataclass(frozen=True)
class Texts:
    """Articles as one text. `starts` are the offsets of the bodies; the arrays of paragraphs have one entry a paragraph, in text order.

    articles: article_id, published_date, outlet, one row an article, in this order; undated and unnamed ones have nulls."""

    articles: pl.DataFrame
    text: str
    starts: Numbers
    paragraph_starts: Numbers
    paragraph_ends: Numbers
    paragraph_article: Numbers
    paragraph_no: Numbers
    paragraph_kinds: pl.Series

    @classmethod
    def join(cls, articles: pl.DataFrame, paragraphs: pl.DataFrame) -> "Texts":
        """Of rows (article_id, body, published_date, outlet) and their rows of PARAGRAPHS."""
        bodies = articles["body"].to_list()
        lengths = np.fromiter(map(len, bodies), np.int64, len(bodies))
        starts = np.cumsum(lengths + len(_PARTING)) - lengths - len(_PARTING)
        numbered = articles.select("article_id", pl.Series("at", starts, dtype=pl.Int64())).with_row_index("article")
        spans = paragraphs.join(numbered, on="article_id").sort("article", "paragraph_no")
        return cls(
            articles.select("article_id", "published_date", "outlet"),
            "".join(body + _PARTING for body in bodies),
            starts,
            (spans["at"] + spans["start_char"]).to_numpy(),
            (spans["at"] + spans["end_char"]).to_numpy(),
            spans["article"].cast(pl.Int64()).to_numpy(),
            spans["paragraph_no"].to_numpy(),
            spans["kind"],
        )

    @cached_property
    def codes(self) -> Codes:
        """The code points."""
        return to_codes(self.text)

    @cached_property
    def classes(self) -> npt.NDArray[np.uint8]:
        """What each character is: bits of ALNUM, BLANK, UPPER, LOWER."""
        return look_up(self.codes, _class_of, np.uint8)

    @cached_property
    def folded(self) -> "Folded":
        """The text as names are matched."""
        return Folded.of(self.codes)

    def words_at(self, starts: Numbers, ends: Numbers) -> list[str]:
        """The characters of spans, as they are printed."""
        text = self.text
        return [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]


@dataclass(frozen=True)
class Folded:
    """The folded text; `offsets` lead from its characters and its end to those of the text, None where they are the same."""

    codes: Codes
    offsets: Numbers | None

    @classmethod
    def of(cls, codes: Codes) -> "Folded":
        """Character by character as `transforms.folding.fold` does."""
        sizes = look_up(codes, lambda character: len(fold(character)), np.int64)
        firsts = look_up(codes, lambda character: ord((fold(character) or " ")[0]), np.uint32)
        if (sizes == 1).all():
            return cls(firsts, None)
        offsets = np.repeat(np.arange(len(codes)), sizes)
        is_second = np.concatenate([[False], offsets[1:] == offsets[:-1]])
        seconds = look_up(codes, lambda character: ord((fold(character) or " ")[-1]), np.uint32)
        return cls(np.where(is_second, seconds[offsets], firsts[offsets]), np.append(offsets, len(codes)))

    @cached_property
    def text(self) -> str:
        return to_text(self.codes)

    @cached_property
    def lower(self) -> str:
        """The folded text in small letters, character for character."""
        return to_text(look_up(self.codes, lower_code, np.uint32))

    @cached_property
    def is_alnum(self) -> Flags:
        return look_up(self.codes, str.isalnum, np.bool_)

    def place(self, positions: Numbers) -> Numbers:
        """The places in the text of positions in the folded one."""
        return positions if self.offsets is None else self.offsets[positions]


def to_codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def to_text(codes: Codes) -> str:
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def look_up[Kind: np.generic](codes: Codes, tell: Callable[[str], object], dtype: type[Kind]) -> npt.NDArray[Kind]:
    """What `tell` says of each character; asked once for each distinct one."""
    if not len(codes):
        return np.zeros(0, dtype)
    distinct = np.flatnonzero(np.bincount(codes))
    table = np.zeros(distinct[-1] + 1, dtype)
    table[distinct] = [tell(chr(code)) for code in distinct.tolist()]
    return table[codes]


def lower_code(character: str) -> int:
    """The code point of the small letter; of the character itself where that would be more than one."""
    lower = character.lower()
    return ord(lower) if len(lower) == 1 else ord(character)


def _class_of(character: str) -> int:
    return ALNUM * character.isalnum() | BLANK * character.isspace() | UPPER * character.isupper() | LOWER * character.islower()
