"""Party and state behind an American lawmaker's name: "(R-Texas)", "D-Mass." name a place and a party, no people and no government."""

from transforms.annotations import TaggedText
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span
from transforms.names.name_words import STATE_ABBREVIATIONS

#: The party that a letter before the hyphen stands for; independents have none.
PARTY_LETTERS: dict[str, str | None] = {"D": "USA.PTY.DEMOCRATIC", "R": "USA.PTY.REPUBLICAN", "I": None}
_HYPHENS = frozenset("-‐‑–")
#: Words of the longest name of a state.
_LONGEST = 2


def take_constituencies(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with the states of lawmakers in place of whatever was seen in letter, hyphen and state."""
    found = list(_constituencies(tagged, lexicon))
    if not found:
        return spans
    taken = {position for span in found for position in range(span.first - 2, span.last)}
    kept = [span for span in spans if not taken.intersection(range(span.first, span.last))]
    return sorted([*kept, *found], key=lambda span: span.first)


def _constituencies(tagged: TaggedText, lexicon: Lexicon) -> list[Span]:
    words = tagged.words
    found: list[Span] = []
    for position in [place + 1 for place, word in enumerate(words) if word in _HYPHENS]:
        if not is_constituency(tagged, position):
            continue
        for size in range(_LONGEST, 0, -1):
            last = min(position + size, len(words))
            name = " ".join(words[position:last])
            name = STATE_ABBREVIATIONS.get(name, name)
            aliases = [*lexicon.lookup(f"{name} State"), *lexicon.lookup(name)]  # New York and Washington are towns first
            states = tuple(alias for alias in aliases if lexicon.place_kinds.get(alias.actor_id) == "state")
            if states:
                found.append(Span(position, last, "GPE", states, "lexicon", 0.95))
                break
    return found


def is_constituency(tagged: TaggedText, position: int) -> bool:
    """Whether the letter of a party and a hyphen stand right before the token."""
    if (
        not 2 <= position < len(tagged.words)
        or tagged.words[position - 1] not in _HYPHENS
        or tagged.words[position - 2] not in PARTY_LETTERS
    ):
        return False
    return tagged.starts[position] == tagged.ends[position - 1] and tagged.starts[position - 1] == tagged.ends[position - 2]
