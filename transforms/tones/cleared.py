"""Who is cleared by words that sound hostile: "there is no evidence that Berg lied" is no tone against Berg."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import is_negated
from transforms.language.en.labels import NOUN_TAGS, VERB_TAGS

#: What an accusation needs: "evidence", "grounds".
_PROOFS = word_class("tones.proofs")
_NEGATIONS = word_class("tones.negations")
#: So far above a name the word for the proof stands.
_STEPS = 7


def is_cleared(tagged: TaggedText, head: int) -> bool:
    """Whether a name stands in what there is said to be no proof of or ground for: "found no evidence that Berg lied", "does not see any
    grounds to impeach Berg"."""
    at = head
    for _ in range(_STEPS):
        above = tagged.heads[at]
        if above == at:
            return False
        at = above
        if tagged.tags[at] in NOUN_TAGS and tagged.lowers[at] in _PROOFS and at < head:
            return _is_missing(tagged, at)
    return False


def _is_missing(tagged: TaggedText, proof: int) -> bool:
    """Whether a proof is said not to be there: "no evidence", "did not find evidence"."""
    if any(tagged.lowers[child] in _NEGATIONS for child in tagged.children[proof] if child < proof):
        return True
    verb = tagged.heads[proof]
    return tagged.tags[verb] in VERB_TAGS and is_negated(tagged, verb)
