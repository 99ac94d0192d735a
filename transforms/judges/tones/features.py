"""What the judge of tones looks at: the words of the sentence by how near they stand to the target in the syntax tree, the verb it depends
on and what else that verb governs, and the sums of tone words that the rules weigh.

Words stand for themselves (without their endings) and for a group of words of like meaning; names and numbers for names and numbers, so
that nothing is learned about anybody in particular."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from transforms.annotations import TaggedText
from transforms.language.en.labels import FIGURE, NAME_TAGS, PRONOUN_TAGS
from transforms.tones.tone_words import ToneWords
from transforms.tones.tones import TONE_WEIGHTS, ToneJudge

#: Steps in the tree up to which a word is near, farther ones being in the middle; words on either side that stand beside the target.
_NEAR, _BESIDE = 2, 4
_NAME, _NUMBER = "NAME", "NUM"
_ENDINGS = ("ingly", "edly", "ing", "ed", "es", "s", "ly")
_SHORTEST = 4
_QUOTES = frozenset('"“”')
#: Sums of tone words that are looked at together with what the target is to its verb.
_SUMS = 6
#: Values of `Looks.sums`: those of the rules, each of the sums as subject and as object, and whether the target is a subject.
SUMS = (
    *(weight.id for weight in TONE_WEIGHTS),
    *(f"{weight.id} as {relation}" for weight in TONE_WEIGHTS[:_SUMS] for relation in ("subject", "object")),
    "subject",
)


#: A word in a place: what it is to the target, its form, and the word whose groups stand there too; "" where none do.
type Seen = tuple[str, str, str]


class Looks(NamedTuple):
    """What is seen of a target besides its sentence: the words close to it by where they stand, those above and under its verb, how it
    hangs in the sentence, the sums of tone words, and whether it suffers what its verb tells against somebody else ("Russia invaded
    Ukraine")."""

    close: dict[str, list[str]]
    words: list[Seen]
    sentence: int
    relations: list[str]
    sums: list[float]
    is_sufferer: bool


class Scene:
    """The targets of one text."""

    def __init__(self, tagged: TaggedText, words: ToneWords, groups: Mapping[str, tuple[str, ...]]) -> None:
        self.tagged = tagged
        self._rules = ToneJudge(tagged, words)
        self._words = words
        self._groups = groups
        self._forms: dict[int, list[str]] = {}
        self._quotes: dict[int, list[int]] = {}

    def look(self, first: int, last: int, head: int) -> Looks:
        """What is seen of a target of the tokens first to last."""
        tagged = self.tagged
        sentence = tagged.sentence_of[head]
        low, high = tagged.sentences[sentence]
        forms = self.forms(sentence)
        verb, relation = self._rules.governor(head)
        close = self._close(first, last, head, forms, low)
        words = [*self._governed(first, last, head, verb, relation)]
        words += [("before", forms[first - 1 - low] if first > low else "", ""), ("behind", forms[last - low] if last < high else "", "")]
        relations = [f"relation={relation}", *self._relations(first, head, low, high)]
        sums = self._rules.features(first, last, head)
        is_it = [float(relation == asked) for asked in ("subject", "object")]
        more = [value * flag for value in sums[:_SUMS] for flag in is_it]
        return Looks(
            close, words, sentence, relations, [*sums, *more, is_it[0]], relation == "object" and self._is_of_harm(tagged.lowers[verb])
        )

    def forms(self, sentence: int) -> list[str]:
        """The words of a sentence in lower case, with names and numbers for what they are."""
        found = self._forms.get(sentence)
        if found is None:
            found = self._forms[sentence] = [self._form(position) for position in range(*self.tagged.sentences[sentence])]
        return found

    def pairs_of(self, sentence: int) -> Iterator[tuple[str, str]]:
        """The words of a sentence with those behind them, without their endings; its first and last stand beside nothing."""
        return pairwise(("", *map(stem, self.forms(sentence)), ""))

    def _is_of_harm(self, verb: str) -> bool:
        """Whether a verb speaks against who does it, and not against whom it is done to."""
        return self._words.toward_subject.get(verb, 0.0) < 0 <= self._words.toward_object.get(verb, -1.0)

    def _form(self, position: int) -> str:
        tag = self.tagged.tags[position]
        return _NAME if tag in NAME_TAGS else _NUMBER if tag == FIGURE else self.tagged.lowers[position]

    def _close(self, first: int, last: int, head: int, forms: list[str], low: int) -> dict[str, list[str]]:
        """The words near the target in the tree, and those beside it, of a sentence that begins at `low`."""
        high = low + len(forms)
        steps = [(p - low, far) for p, far in self._rules.steps(head).items() if low <= p < high and not first <= p < last]
        return {
            "near": [forms[place] for place, far in steps if far <= _NEAR],
            "middle": [forms[place] for place, far in steps if far > _NEAR],
            "left": forms[max(first - low - _BESIDE, 0) : max(first - low, 0)],
            "right": forms[last - low : last - low + _BESIDE],
        }

    def _governed(self, first: int, last: int, head: int, verb: int, relation: str) -> Iterator[Seen]:
        """The verb that the target depends on, what else it governs, and what stands above it."""
        tagged = self.tagged
        deps, lowers, children = tagged.deps, tagged.lowers, tagged.children
        yield f"verb={relation}", self._form(verb), lowers[verb]
        for child in children[verb]:
            if child != head and not first <= child < last:
                yield f"child={relation}={deps[child]}", self._form(child), lowers[child]
                for grandchild in children[child]:
                    yield f"grandchild={relation}={deps[child]}={deps[grandchild]}", self._form(grandchild), ""
        for step in range(2):
            above = tagged.heads[verb]
            if above == verb:
                break
            yield f"above{step}={relation}={deps[verb]}", self._form(above), ""
            verb = above

    def _relations(self, first: int, head: int, low: int, high: int) -> Iterator[str]:
        tagged = self.tagged
        quotes = self._quotes_of(tagged.sentence_of[head])
        yield f"dep={tagged.deps[head]}"
        yield f"pronoun={tagged.lowers[head] if tagged.tags[head] in PRONOUN_TAGS else ''}"
        yield f"place={min(9, 10 * (first - low) // max(1, high - low))}"
        yield f"quotes={sum(position < first for position in quotes) % 2}{min(2, len(quotes))}"

    def _quotes_of(self, sentence: int) -> list[int]:
        """Where quotation marks stand in a sentence."""
        found = self._quotes.get(sentence)
        if found is None:
            lowers = self.tagged.lowers
            found = self._quotes[sentence] = [p for p in range(*self.tagged.sentences[sentence]) if lowers[p] in _QUOTES]
        return found


def pair_feature(pair: tuple[str, str]) -> str:
    """A word of a sentence with the one behind it."""
    return f"pair={pair[0]} {pair[1]}"


def place_features(place: str, form: str, groups: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The features of a word of the sentence ("word") or close to the target, where it stands "near", "middle", "left" or "right"."""
    return word_features((place, form, "" if place in ("left", "right") else form), groups)


def word_features(seen: Seen, groups: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The features of a word in a place: itself without its ending, and its groups."""
    what, form, word = seen
    for name in (stem(form), *groups.get(word, ())):
        yield f"{what}={name}"


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """A word without its ending, when enough of it is left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
