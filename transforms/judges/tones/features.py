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

#: Steps in the tree up to which a word is near, and in the middle; words on either side up to which it stands beside the target.
_NEAR, _MIDDLE, _BESIDE = 2, 4, 4
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


class Place(NamedTuple):
    """A word close to the target: its form, how near it stands in the tree ("near", "middle" or ""), its side if it stands beside it."""

    word: str
    zone: str
    side: str


class Looks(NamedTuple):
    """What is seen of a target besides its sentence: the words close to it, how it hangs in the sentence, the sums of tone words, and
    whether it suffers what its verb tells against somebody else ("Russia invaded Ukraine")."""

    places: list[Place]
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

    def look(self, first: int, last: int, head: int) -> Looks:
        """What is seen of a target of the tokens first to last."""
        tagged = self.tagged
        sentence = tagged.sentence_of[head]
        low, high = tagged.sentences[sentence]
        forms = self.forms(sentence)
        verb, relation = self._rules.governor(head)
        steps = self._rules.distances(head, (), _MIDDLE)
        close = {position for position in steps if low <= position < high}
        close.update(range(max(low, first - _BESIDE), min(high, last + _BESIDE)))
        close.difference_update(range(first, last))
        places = [Place(forms[position - low], _zone(steps.get(position)), _side(position, first, last)) for position in sorted(close)]
        relations = list(self._relations(first, last, head, verb, relation))
        sums = self._rules.features(first, last, head)
        is_it = [float(relation == asked) for asked in ("subject", "object")]
        more = [value * flag for value in sums[:_SUMS] for flag in is_it]
        return Looks(places, sentence, relations, [*sums, *more, is_it[0]], relation == "object" and self._is_of_harm(tagged.lowers[verb]))

    def forms(self, sentence: int) -> list[str]:
        """The words of a sentence in lower case, with names and numbers for what they are."""
        found = self._forms.get(sentence)
        if found is None:
            found = self._forms[sentence] = [self._form(position) for position in range(*self.tagged.sentences[sentence])]
        return found

    def of_sentence(self, sentence: int) -> Iterator[str]:
        """The features of a sentence, whoever is the target: its words, and words with those behind them."""
        forms = self.forms(sentence)
        for form in forms:
            for name in (stem(form), *self._groups.get(form, ())):
                yield f"word={name}"
        for one, other in pairwise(("", *map(stem, forms), "")):
            yield f"pair={one} {other}"

    def _is_of_harm(self, verb: str) -> bool:
        """Whether a verb speaks against who does it, and not against whom it is done to."""
        return self._words.toward_subject.get(verb, 0.0) < 0 <= self._words.toward_object.get(verb, -1.0)

    def _form(self, position: int) -> str:
        tag = self.tagged.tags[position]
        return _NAME if tag in NAME_TAGS else _NUMBER if tag == FIGURE else self.tagged.lowers[position]

    def _relations(self, first: int, last: int, head: int, verb: int, relation: str) -> Iterator[str]:
        tagged = self.tagged
        low, high = tagged.sentences[tagged.sentence_of[head]]
        is_pronoun = tagged.tags[head] in PRONOUN_TAGS
        quotes = [position for position in range(low, high) if tagged.lowers[position] in _QUOTES]
        yield f"relation={relation}"
        yield f"dep={tagged.deps[head]}"
        yield f"pronoun={tagged.lowers[head] if is_pronoun else ''}"
        yield f"place={min(9, 10 * (first - low) // max(1, high - low))}"
        yield f"quotes={sum(position < first for position in quotes) % 2}{min(2, len(quotes))}"
        yield f"before={self._beside(first - 1, low, high)}"
        yield f"behind={self._beside(last, low, high)}"
        yield from self._word(f"verb={relation}", verb)
        for child in tagged.children[verb]:
            if child != head and not first <= child < last:
                yield from self._word(f"child={relation}={tagged.deps[child]}", child)
                for grandchild in tagged.children[child]:
                    yield f"grandchild={relation}={tagged.deps[child]}={tagged.deps[grandchild]}={stem(self._form(grandchild))}"
        for step in range(2):
            above = tagged.heads[verb]
            if above == verb:
                break
            yield f"above{step}={relation}={tagged.deps[verb]}={stem(self._form(above))}"
            verb = above

    def _beside(self, position: int, low: int, high: int) -> str:
        return stem(self._form(position)) if low <= position < high else ""

    def _word(self, what: str, position: int) -> Iterator[str]:
        """A word in a role, itself and by its groups."""
        yield f"{what}={stem(self._form(position))}"
        for group in self._groups.get(self.tagged.lowers[position], ()):
            yield f"{what}={group}"


def place_features(place: Place, groups: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The features of one word close to the target."""
    word = stem(place.word)
    if place.zone:
        for name in (word, *groups.get(place.word, ())):
            yield f"{place.zone}={name}"
    if place.side:
        yield f"{place.side}={word}"


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """A word without its ending, when enough of it is left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def _zone(steps: int | None) -> str:
    return "" if steps is None else "near" if steps <= _NEAR else "middle"


def _side(position: int, first: int, last: int) -> str:
    if position < first:
        return "left" if first - position <= _BESIDE else ""
    return "right" if position - last + 1 <= _BESIDE else ""
