"""Which two mentions no act joins, however alike the words: by how they hang on the words between them."""

from transforms.annotations import TaggedText
from transforms.judges.acts.features import Way
from transforms.language import word_class
from transforms.language.en.grammar import first_joined
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    CONJUNCT,
    JOINED,
    NOUN_TAGS,
    POSSESSOR,
    PREPOSITION_OBJECT,
    SUBJECTS,
    VERB_TAGS,
)

#: What leads to who does it: "was fired by Ann Lee".
_DOERS = word_class("syntax.source_prepositions")
#: Verbs that say nothing without the name they give.
_NAMING = word_class("acts.naming")
_SUFFERED = word_class("acts.suffered")
_OF = word_class("syntax.of")
_DENYING = word_class("acts.denying")
_ELSEWHERE = frozenset({ADVERBIAL_CLAUSE, CONJUNCT})


def joins_nobody(tagged: TaggedText, way: Way, cue: int) -> bool:
    """Whether an act of the cue does not join the ends of a way."""
    source, target = way.up[0], way.down[-1] if way.down else way.up[-1]
    if _is_in_denial(tagged, way, cue) or _is_victim(tagged, source, cue):
        return True
    return _is_no_doer(tagged, source) or _is_deed_of(tagged, target, cue) or _are_apart(tagged, way) or _is_named(tagged, cue)


def _is_no_doer(tagged: TaggedText, source: int) -> bool:
    """Whether somebody stands behind a preposition that leads to nobody who acts: "was charged in the death of Ann Lee"."""
    first = first_joined(tagged, source, JOINED)
    return tagged.deps[first] == PREPOSITION_OBJECT and tagged.lowers[tagged.heads[first]] not in _DOERS


def _is_in_denial(tagged: TaggedText, way: Way, cue: int) -> bool:
    """Whether the target only stands in a deed that is denied, which rejects nobody: "denied reports that it had armed the rebels"."""
    is_denied = tagged.lowers[cue] in _DENYING and cue in way.up
    return is_denied and any(tagged.tags[position] in VERB_TAGS for position in way.down)


def _is_victim(tagged: TaggedText, source: int, cue: int) -> bool:
    """Whether the deed is one that its owner suffers: "Hariri's murder shook Lebanon"; not so "Israel's bombing of Gaza"."""
    is_owner = tagged.deps[source] == POSSESSOR and tagged.heads[source] == cue
    return is_owner and tagged.lowers[cue] in _SUFFERED and not any(tagged.lowers[child] in _OF for child in tagged.children[cue])


def _is_deed_of(tagged: TaggedText, target: int, cue: int) -> bool:
    """Whether the act is the target's own: "Trump's accusation"."""
    return tagged.tags[cue] in NOUN_TAGS and tagged.deps[target] == POSSESSOR and tagged.heads[target] == cue


def _are_apart(tagged: TaggedText, way: Way) -> bool:
    """Whether each is the subject of a clause of its own: "she resigned after he left", or another act lies between them: "he ignored it
    and spoke to her"."""
    verbs = [position for position in (*way.up[1:], *way.down[:-1]) if tagged.tags[position] in VERB_TAGS]
    ends = (way.up[0], way.down[-1] if way.down else way.up[-1])
    if all(tagged.deps[end] in SUBJECTS for end in ends):
        return any(tagged.deps[verb] in _ELSEWHERE for verb in verbs)
    return any(tagged.deps[verb] == CONJUNCT and verb in way.down for verb in verbs)


def _is_named(tagged: TaggedText, cue: int) -> bool:
    """Whether the word is part of a name ("the Judicial Conference"), or only gives one: "called him a friend"."""
    return tagged.lowers[cue] in _NAMING or any(name.first <= cue < name.last for name in tagged.names)
