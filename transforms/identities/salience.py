"""Who an article is about at a point of its text: candidates for what a nominal or a pronoun refers to, with scores."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from transforms.annotations import Mention, TaggedText
from transforms.language.en.labels import (
    AGENT,
    DATIVE,
    JOINED,
    MODIFIERS,
    OBJECT,
    PREPOSITION_OBJECT,
    ROOT,
    SUBJECTS,
)

_SUBJECTS = SUBJECTS
_CENTRAL = frozenset({OBJECT, DATIVE, AGENT, ROOT})


def weigh(tagged: TaggedText, candidate: Mention, sentence: int) -> float:
    """How present a mention is in a later sentence: nearness in sentences, its own syntactic place, being a name."""
    distance = sentence - tagged.sentence_of[candidate.first]
    score = 3.5 - 1.3 * min(distance, 3)
    dep = tagged.deps[candidate.head]
    if dep in _SUBJECTS:
        score += 2.0
    elif dep in _CENTRAL:
        score += 0.9
    elif dep in MODIFIERS:
        score -= 0.6
    elif dep == PREPOSITION_OBJECT:
        score += 0.2
    elif dep in JOINED:
        score += 0.6
    if candidate.layer == "name":
        score += 0.5
    elif candidate.layer == "adjectival":
        score -= 0.8
    return score


def most_salient(
    tagged: TaggedText, earlier: Sequence[Mention], position: int, fits: Callable[[Mention], bool], window: int
) -> tuple[Mention, float] | None:
    """The fitting earlier mention of greatest weight within so many sentences, with its weight; of equals the later one.
    `earlier` is in text order."""
    sentence = tagged.sentence_of[position]
    best: tuple[Mention, float] | None = None
    for candidate in reversed(earlier):
        if sentence - tagged.sentence_of[candidate.first] > window:
            break
        if candidate.first >= position or candidate.actor_id is None or not fits(candidate):
            continue
        score = weigh(tagged, candidate, sentence)
        if best is None or score > best[1]:
            best = (candidate, score)
    return best


def most_present(
    tagged: TaggedText, earlier: Sequence[Mention], position: int, country_of: Callable[[Mention], str | None], window: int
) -> str | None:
    """The country of which the sentences before speak most: in each sentence its weightiest mention counts, half as much as one sentence
    later; of equals the country named first."""
    sentence = tagged.sentence_of[position]
    weights: dict[tuple[str, int], float] = {}
    for candidate in reversed(earlier):
        distance = sentence - tagged.sentence_of[candidate.first]
        if distance > window:
            break
        country = country_of(candidate) if candidate.first < position else None
        if country is not None:
            weight = max(weigh(tagged, candidate, tagged.sentence_of[candidate.first]), 0.5) * 0.5**distance
            weights[country, distance] = max(weight, weights.get((country, distance), 0.0))
    presence: dict[str, float] = defaultdict(float)
    for (country, _), weight in reversed(weights.items()):
        presence[country] += weight
    return max(presence, key=lambda country: presence[country], default=None)
