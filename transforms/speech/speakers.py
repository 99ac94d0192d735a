"""Who speaks, also where the parser hangs a reporting verb on the wrong word: by its comma and the quotation it stands outside."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import subject_of
from transforms.language.en.labels import (
    ADVERB_TAG,
    CLAUSE,
    CONJUNCT,
    FINITE_TAGS,
    ING_FORM,
    NAME_TAGS,
    OBJECT,
    PREPOSITION,
    PREPOSITION_OBJECT,
    SUBJECT,
    SUBJECTS,
    VERB_TAGS,
)

_SAYING = word_class("syntax.saying")
#: What papers and polls do rather than persons, and what does it.
_SHOWING = word_class("speech.showing")
DOCUMENTS = word_class("speech.documents")
#: What parts a participle from the clause whose subject it shares: "left the talks, saying …".
_PARTING = frozenset({",", "-", "–", "—", "--"})
#: How far up the tree the verb is looked for whose subject speaks.
_DEPTH = 8


def speaker_of(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """Head of who says it, None when nobody is said to. `inside`: tokens in quote marks."""
    before = [child for child in tagged.children[verb] if child < verb and tagged.deps[child] == SUBJECT]
    if len(before) > 1:
        return before[-1]  # the nearer one, for the other is that of the words: “The treaty,” the envoy said, “is dead.”
    if before or any(tagged.deps[child] in SUBJECTS for child in tagged.children[verb]):
        return subject_of(tagged, verb)
    document = _document_before(tagged, verb) if tagged.lowers[verb] in _SHOWING else None
    if document is not None:
        return document
    shared = _sharing(tagged, verb, inside)
    speaker = subject_of(tagged, verb if shared is None else shared)
    return _lost_subject(tagged, verb, inside) if speaker is None and tagged.tags[verb] in FINITE_TAGS else speaker


def _document_before(tagged: TaggedText, participle: int) -> int | None:
    """The poll of "they point to a poll, released on Tuesday, showing that …", for polls and papers show and persons say."""
    low, _ = tagged.sentences[tagged.sentence_of[participle]]
    objects = (position for position in range(participle - 1, low, -1) if tagged.deps[position] in (OBJECT, PREPOSITION_OBJECT))
    return next((position for position in objects if tagged.lowers[position] in DOCUMENTS), None)


def _lost_subject(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """The subject before a finite verb that the parser gave to a participle: "a rabbi helping to organise the march, said he …"."""
    low, _ = tagged.sentences[tagged.sentence_of[verb]]
    for position in range(low, verb):
        if tagged.deps[position] in SUBJECTS and not inside[position]:
            return position if tagged.tags[tagged.heads[position]] not in FINITE_TAGS else None
    if verb - low > 2 and tagged.words[verb - 1] == "," and tagged.tags[verb - 2] in NAME_TAGS and not inside[verb - 2]:
        return verb - 2  # "In a letter, her aide, Paul Berg, said …": the parser lost the aide
    return verb - 1 if _ends_fronted(tagged, verb - 1, low) and not inside[verb - 1] else None


def _ends_fronted(tagged: TaggedText, name: int, low: int) -> bool:
    """Whether a name before the verb was taken for the end of what stands in front: "In a talk with the Post Hill said …"."""
    is_object = tagged.deps[name] == PREPOSITION_OBJECT and tagged.tags[name] in NAME_TAGS
    return is_object and name > low and tagged.deps[low] == PREPOSITION and "," not in tagged.words[low:name]


def _sharing(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """The verb whose subject a verb without one shares, where that is not the one it hangs on."""
    if inside[verb]:
        return None
    if tagged.tags[verb] == ING_FORM and _stands_apart(tagged, verb):
        return _reporting_above(tagged, verb, inside)
    if tagged.deps[verb] == CONJUNCT and tagged.tags[verb] in FINITE_TAGS and tagged.lowers[verb] in _SAYING:
        return _reporting_above(tagged, verb, inside)
    return None


def _stands_apart(tagged: TaggedText, participle: int) -> bool:
    position = participle - 1
    while position > 0 and (tagged.tags[position] == ADVERB_TAG or not tagged.words[position][0].isalnum()):
        if tagged.words[position][0] in _PARTING:
            return True
        position -= 1
    return False


def _reporting_above(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """The verb of saying in whose words the parser put the verb, or the one outside of the quotation it hung the verb on."""
    position, quoted = verb, False
    for _ in range(_DEPTH):
        dep, head = tagged.deps[position], tagged.heads[position]
        if head == position:
            return None
        position = head
        if inside[position]:
            quoted = True
        elif quoted and tagged.tags[position] in VERB_TAGS or dep == CLAUSE and tagged.lowers[position] in _SAYING and position < verb:
            return position
    return None
