"""The index of the search in few bytes: terms that share their beginnings, and the numbers of sentences in Golomb-Rice codes.

The steps between the sentences of one term are written in the code of Rice and Plaunt (Adaptive Variable-Length Coding, 1971): the high
part as so many zeros and a one, then the low bits. How many low bits follows from how rare the term is, as in Witten, Moffat and Bell
(Managing Gigabytes, 1999, 3.3). `assets/postings.js` reads the same.
"""

import base64
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

type Numbers = npt.NDArray[np.int64]


def pack_postings(postings: Sequence[tuple[str, Numbers]], total: int) -> dict[str, Any]:
    """Terms in order, each with the ascending numbers of the sentences that contain it, of `total` sentences counted from 0.

    A term begins with a digit of base 36: how many of its letters are those of the term before."""
    terms = [term for term, _ in postings]
    shared = (_shared(before, term) for before, term in pairwise(("", *terms)))
    counts = np.array([len(numbers) for _, numbers in postings], np.int64)
    all_numbers = np.concatenate([numbers for _, numbers in postings])
    firsts = np.cumsum(counts) - counts
    steps = np.diff(all_numbers, prepend=-1) - 1
    steps[firsts] = all_numbers[firsts]
    return {
        "terms": [_DIGITS[length] + term[length:] for term, length in zip(terms, shared, strict=True)],
        "counts": counts.tolist(),
        "bits": base64.b64encode(_code(steps, np.repeat(_low_bits(counts, total), counts))).decode(),
    }


def _shared(before: str, term: str) -> int:
    """How many letters two terms begin with alike, as far as one digit can tell."""
    differing = (place for place, (one, other) in enumerate(zip(before, term, strict=False)) if one != other)
    return min(next(differing, min(len(before), len(term))), len(_DIGITS) - 1)


def _low_bits(counts: Numbers, total: int) -> Numbers:
    """The number of low bits in the steps of each term: the logarithm of 0.7 (for ln 2) of the mean step, rounded down."""
    _, lengths = np.frexp(7 * total // (10 * counts))  # how many bits a number has
    return np.maximum(lengths.astype(np.int64) - 1, 0)


def _code(steps: Numbers, low_bits: Numbers) -> bytes:
    """Each step as its high part in zeros, a one, and its low bits, the most significant first."""
    high = steps >> low_bits
    lengths = high + 1 + low_bits
    ones = np.cumsum(lengths) - low_bits - 1
    bits = np.zeros(int(lengths.sum()), np.uint8)
    bits[ones] = 1
    for place in range(int(low_bits.max(initial=0))):
        has = low_bits > place
        bits[(ones + low_bits - place)[has]] = steps[has] >> place & 1
    return np.packbits(bits).tobytes()
