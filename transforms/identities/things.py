"""Things that are not actors but that a pronoun may mean: "the situation is not easy, it requires"."""

from collections.abc import Sequence

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import ATTRIBUTE, OBJECT, PASSIVE_SUBJECT, PLURAL_NOUN, PREPOSITION_OBJECT, SINGULAR_NOUN, SUBJECT

#: Weight of no thing at all.
NOTHING = -9.0
#: Weights of things by their place in the sentence.
_THING_DEPS = {SUBJECT: 2.0, PASSIVE_SUBJECT: 2.0, OBJECT: 0.9, ATTRIBUTE: 0.3, PREPOSITION_OBJECT: 0.0}
_SPEECH_VERBS = word_class("syntax.saying")


def thing_weight(tagged: TaggedText, mention: Mention, earlier: Sequence[Mention]) -> float:
    """How present such a thing is at the pronoun; NOTHING where there is none, and for "he" and "she"."""
    if mention.gender in ("f", "m") or _SPEECH_VERBS & {tagged.lowers[tagged.heads[mention.head]]}:
        return NOTHING
    heads = {candidate.head for candidate in earlier[-30:]}
    sentence = tagged.sentence_of[mention.first]
    low = tagged.sentences[max(sentence - 1, 0)][0]
    tag = PLURAL_NOUN if mention.is_plural else SINGULAR_NOUN
    weight = NOTHING
    for position in range(low, mention.first):
        if tagged.tags[position] != tag or position in heads or tagged.deps[position] not in _THING_DEPS:
            continue
        score = 3.5 - 1.3 * (sentence - tagged.sentence_of[position])
        score += (
            0.5 * (tagged.sentence_of[position] == sentence)
            + _THING_DEPS[tagged.deps[position]]
            + (0.6 if tagged.deps[position] == tagged.deps[mention.head] else 0.0)
        )
        weight = max(weight, score)
    return weight


def goes_on_with_thing(tagged: TaggedText, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether "it" is the subject right after a clause whose subject is a thing: "the situation is not easy, it requires patience"."""
    if tagged.lowers[mention.first] != "it" or tagged.deps[mention.head] != SUBJECT:
        return False
    low, _ = tagged.sentences[tagged.sentence_of[mention.first]]
    subject = next((p for p in range(mention.first - 1, low - 1, -1) if tagged.deps[p] in (SUBJECT, PASSIVE_SUBJECT)), None)
    if subject is None or tagged.tags[subject] != SINGULAR_NOUN:
        return False
    return not any(candidate.first >= low and candidate.last > subject for candidate in earlier)
