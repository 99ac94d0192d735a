"""The index of the search read again, bit by bit, as assets/postings.js does it."""

import base64
from typing import Any


def unpack_postings(packed: dict[str, Any], total: int) -> dict[str, list[int]]:
    """The numbers of the sentences of each term."""
    bits = "".join(f"{byte:08b}" for byte in base64.b64decode(packed["bits"]))
    found: dict[str, list[int]] = {}
    term, place = "", 0
    for entry, count in zip(packed["terms"], packed["counts"], strict=True):
        term = term[: int(entry[0], 36)] + entry[1:]
        low = max((7 * total // (10 * count)).bit_length() - 1, 0)
        number, found[term] = -1, []
        for _ in range(count):
            one = bits.index("1", place)
            number += (one - place << low) + int(bits[one + 1 : one + 1 + low] or "0", 2) + 1
            found[term].append(number)
            place = one + 1 + low
    return found
