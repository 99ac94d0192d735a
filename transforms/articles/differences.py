"""What two texts of one story do not have in common, sentence by sentence."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

_WORD = re.compile(r"[^\W_]+")


def differing_sentences(one: Sequence[str], other: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Sentences that stand in one text only, in their order, those in the same place side by side; None without a counterpart.

    Punctuation, case and kinds of quote marks make no difference, and a sentence that only moved is in both."""
    keys = [[_folded(sentence) for sentence in text] for text in (one, other)]
    shared = set(keys[0]) & set(keys[1])
    pairs: list[tuple[str | None, str | None]] = []
    for what, first, last, start, end in SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_opcodes():
        if what == "equal":
            continue
        left = [sentence for sentence, key in zip(one[first:last], keys[0][first:last], strict=True) if key not in shared]
        right = [sentence for sentence, key in zip(other[start:end], keys[1][start:end], strict=True) if key not in shared]
        pairs += zip_longest(left, right)
    return pairs


def _folded(sentence: str) -> str:
    return " ".join(_WORD.findall(sentence.casefold()))
