"""Whom grammar forbids a pronoun to take up: the other arguments of its verb, and what is named beside the phrase that it owns.

After the binding theory (Chomsky 1981, principle B; Lappin & Leass 1994, the filter of their section 2.1.1), on dependencies."""

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import RELATIVE, agent_of, subject_of
from transforms.language.en.labels import (
    APPOSITION,
    ATTRIBUTE,
    CONJUNCT,
    OBJECTS,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    RELATIVE_CLAUSE,
    SUBJECTS,
    VERB_TAGS,
)

_REFLEXIVE = word_class("syntax.reflexives")
_COPULAS = word_class("syntax.copulas")
_OBJECT_FORMS = word_class("syntax.object_forms")
_AS = word_class("speech.as")
#: Prepositions whose object is a party to what the verb tells, and no mere place ("saw a snake near him"); and those that are so where the
#: verb has no other object ("agreed with him", not "brought a gun with him").
_OF_PARTIES = word_class("syntax.of_parties")
_OF_ONLY_PARTIES = word_class("syntax.of_only_parties")


def are_two(tagged: TaggedText, pronoun: Mention, candidate: Mention) -> bool:
    """Whether the two cannot be one by their places in one sentence."""
    mine, its = pronoun.head, candidate.head
    while tagged.deps[its] == CONJUNCT and tagged.heads[its] != its:
        its = tagged.heads[its]  # each of "Ann and Jo" stands where the first does
    if tagged.sentence_of[mine] != tagged.sentence_of[its] or tagged.lowers[pronoun.first] in _REFLEXIVE:
        return False
    if tagged.deps[mine] == POSSESSOR:
        return tagged.lowers[mine + 1 : mine + 2] != ["own"] and _is_named_beside(tagged, tagged.heads[mine], its, candidate.last)
    verb = _verb_of(tagged, mine)
    return verb is not None and (_is_argument(tagged, mine, its, verb) or _is_relative_of(tagged, verb, mine, its))


def _verb_of(tagged: TaggedText, position: int) -> int | None:
    """The verb that a word is a party to."""
    head = tagged.heads[position]
    if tagged.deps[position] in SUBJECTS and tagged.lowers[position] in _OBJECT_FORMS:
        head = tagged.heads[head]  # "Charles made him an earl", "wants him to go"
    elif tagged.deps[position] == PREPOSITION_OBJECT and _leads_to_party(tagged, head):
        head = tagged.heads[head]
    elif tagged.deps[position] not in SUBJECTS and tagged.deps[position] not in OBJECTS:
        return None
    return head if tagged.tags[head] in VERB_TAGS else None


def _leads_to_party(tagged: TaggedText, preposition: int) -> bool:
    if tagged.lowers[preposition] in _OF_PARTIES:
        return True
    verb = tagged.heads[preposition]
    return tagged.lowers[preposition] in _OF_ONLY_PARTIES and not any(tagged.deps[child] in OBJECTS for child in tagged.children[verb])


def _is_argument(tagged: TaggedText, mine: int, its: int, verb: int) -> bool:
    """Whether the candidate is another party to the pronoun's verb: its subject, near or shared, its object, its agent."""
    if tagged.deps[mine] in SUBJECTS and tagged.heads[mine] == verb:
        return agent_of(tagged, verb) == its or any(tagged.deps[child] in OBJECTS and child == its for child in tagged.children[verb])
    subject = subject_of(tagged, verb)
    return subject is not None and subject == its != mine


def _is_relative_of(tagged: TaggedText, verb: int, mine: int, its: int) -> bool:
    """Whether the pronoun meets the candidate in its relative clause: "Chris, whom he met"."""
    if tagged.deps[verb] != RELATIVE_CLAUSE or tagged.heads[verb] != its or tagged.heads[mine] != verb:
        return False
    return any(tagged.lowers[position] in RELATIVE for position in range(its + 1, mine))


def _is_named_beside(tagged: TaggedText, owned: int, its: int, end: int) -> bool:
    """Whether the candidate is who the owned phrase describes: "her rival Ann", "Ann is her rival", "Ann as her guest"."""
    deps, heads = tagged.deps, tagged.heads
    if owned == its or (deps[owned] == APPOSITION and heads[owned] == its) or (deps[its] == APPOSITION and heads[its] == owned):
        return True
    verb = heads[owned]
    if tagged.lowers[verb] in _AS and deps[verb] == PREPOSITION:
        return end == verb or heads[verb] == its or (heads[its] == heads[verb] and deps[its] in OBJECTS)
    if deps[owned] == ATTRIBUTE and tagged.lowers[verb] in _COPULAS:
        return subject_of(tagged, verb) == its
    if deps[owned] in SUBJECTS and tagged.lowers[verb] in _COPULAS:
        return deps[its] == ATTRIBUTE and heads[its] == verb
    behind = heads[its]  # "Among his guests were Ann and Jo"
    return owned < behind < its and deps[its] in (*SUBJECTS, ATTRIBUTE) and tagged.lowers[behind] in _COPULAS and heads[verb] == behind
