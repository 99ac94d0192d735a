"""Questions to the dependency tree that several stages ask: what belongs to a word, who its subject is, where a noun phrase ends."""

from transforms.annotations import TaggedText
from transforms.language import word_class

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: What stands before a noun without being part of its phrase.
_OUTSIDE = frozenset({"punct", "cc", "preconj", "relcl", "advcl", "ccomp"})
#: What shows that a joined verb stands in a clause of its own.
_OWN_CLAUSE = frozenset({"aux", "nsubj", "dobj"})
RELATIVE = word_class("syntax.relative")
#: Behind these the object does it: "kept workers from striking", "talked Baku into signing".
_AWAY = word_class("syntax.away")
#: What somebody issues says what he says: "issued a statement urging Iran to comply".
_ISSUED = word_class("syntax.issued")
_DEPTH = 6
#: How such a word hangs on the verb it negates: not the answer in “No,” said Obama.
_NEGATING = frozenset({"advmod", "det", "preconj", "cc"})
_NEGATIONS = word_class("syntax.negations")


def subtree(tagged: TaggedText, head: int) -> tuple[int, int]:
    """Tokens from the leftmost to the rightmost descendant, half-open."""
    children = tagged.children
    low = high = head
    stack = [head]
    while stack:
        position = stack.pop()
        if position < low:
            low = position
        elif position > high:
            high = position
        stack += children[position]
    return low, high + 1


def noun_phrase(tagged: TaggedText, head: int, depth: int = 0) -> tuple[int, int]:
    """Tokens of a noun phrase with what stands before the head, prepositional phrases and joint nouns, without clauses and appositions."""
    low, high = head, head + 1
    deps = tagged.deps
    for child in tagged.children[head]:
        dep = deps[child]
        if child < head:
            if dep not in _OUTSIDE:
                low = min(low, subtree(tagged, child)[0])
        elif depth >= _DEPTH:
            break
        elif dep == "prep" and child == high:
            inner = pobj_of(tagged, child)
            high = noun_phrase(tagged, inner, depth + 1)[1] if inner is not None else child + 1
        elif dep == "conj":
            high = max(high, noun_phrase(tagged, child, depth + 1)[1])
    return low, high


def pobj_of(tagged: TaggedText, preposition: int) -> int | None:
    """Head of what stands behind a preposition."""
    return next((child for child in tagged.children[preposition] if tagged.deps[child] == "pobj"), None)


def agent_of(tagged: TaggedText, verb: int) -> int | None:
    """Head of who does it in a passive: "by X"."""
    kept = _object(tagged, verb)  # "was given a loan by X": the parser may hang the "by" on the loan
    for holder in (verb, kept):
        for child in tagged.children[holder] if holder is not None else ():
            if tagged.deps[child] == "agent" or (tagged.deps[child] == "prep" and tagged.lowers[child] == "by"):
                return pobj_of(tagged, child)
    return None


def subject_of(tagged: TaggedText, verb: int) -> int | None:
    """Head of who does it: the verb's own subject, or the one it shares with the verb or noun it hangs on; None when nobody is said to."""
    deps, heads, children, tags = tagged.deps, tagged.heads, tagged.children, tagged.tags
    position = verb
    for _ in range(_DEPTH):
        for child in children[position]:
            if deps[child] in SUBJECTS and tagged.lowers[child] != "whom" and not (deps[child] == "nsubjpass" and position != verb):
                return _antecedent(tagged, child)
        dep, head = deps[position], heads[position]
        if head == position:
            return None
        if dep in ("acl", "relcl"):
            is_issued = dep == "acl" and tagged.lowers[head] in _ISSUED and deps[head] == "dobj" and tags[verb] == "VBG"
            return subject_of(tagged, heads[head]) if is_issued else head if dep == "acl" else None
        if dep == "xcomp":
            owner = _object(tagged, head)
            if owner is not None:
                return owner
            if is_passive(tagged, head):
                return next((child for child in children[head] if deps[child] == "nsubjpass"), None)
        elif dep == "prep" and tagged.lowers[position] in _AWAY and (owner := _object(tagged, head)) is not None:
            return owner
        elif dep not in ("conj", "advcl", "dep", "pcomp", "prep", "aux", "acomp"):
            return None
        position = head
    return None


def _object(tagged: TaggedText, verb: int) -> int | None:
    return next((child for child in tagged.children[verb] if tagged.deps[child] == "dobj"), None)


def _antecedent(tagged: TaggedText, subject: int) -> int:
    """The noun a relative pronoun takes up; the subject itself otherwise."""
    verb = tagged.heads[subject]
    if tagged.lowers[subject] in RELATIVE:
        for _ in range(3):
            if tagged.deps[verb] == "relcl":
                return tagged.heads[verb]
            if tagged.deps[verb] not in ("conj", "xcomp", "ccomp"):
                break
            verb = tagged.heads[verb]
    return subject


def is_passive(tagged: TaggedText, verb: int) -> bool:
    """Whether a verb has the helpers or the subject of a passive, its own or those of the verb it is joined to."""
    if (
        tagged.tags[verb] == "VBN"
        and tagged.deps[verb] == "advcl"
        and not any(tagged.deps[c] in _OWN_CLAUSE for c in tagged.children[verb])
    ):
        return True  # "when asked to leave", "contacted by the paper"
    for _ in range(_DEPTH):
        if any(tagged.deps[child] in ("auxpass", "nsubjpass") for child in tagged.children[verb]):
            return True
        if tagged.deps[verb] != "conj" or tagged.tags[verb] != "VBN" or any(tagged.deps[c] in _OWN_CLAUSE for c in tagged.children[verb]):
            return False
        verb = tagged.heads[verb]
    return False


def clause_of(tagged: TaggedText, position: int) -> int:
    """The verb of the clause a word stands in, or the root of its sentence."""
    for _ in range(2 * _DEPTH):
        head = tagged.heads[position]
        if head == position or tagged.tags[position][:1] == "V" or tagged.tags[position] == "MD":
            return position
        position = head
    return position


def is_negated(tagged: TaggedText, verb: int) -> bool:
    """Whether a "not", "never" or "no" depends on the verb."""
    return any(
        tagged.deps[child] == "neg" or (tagged.lowers[child] in _NEGATIONS and tagged.deps[child] in _NEGATING)
        for child in tagged.children[verb]
    )
