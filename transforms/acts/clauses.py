"""What kind of clause a verb stands in: on its own, in the background, or not real; when it is, seen from the article."""

from transforms.acts.words import CONDITIONS, FUTURE, HYPOTHETICAL, OPEN_HEADS
from transforms.annotations import TaggedText
from transforms.language import word_class

_DEPTH = 6
#: Verbs and adjectives whose infinitive carries on their own clause.
_CARRYING = word_class("acts.carrying")


def is_main(tagged: TaggedText, verb: int) -> bool:
    """Whether the clause stands on its own: the sentence's root, joined to it, told by a verb of saying or begun, planned, wanted."""
    for _ in range(_DEPTH):
        dep, head = tagged.deps[verb], tagged.heads[verb]
        if dep == "ROOT":
            return True
        if dep not in ("conj", "ccomp") and not (dep == "xcomp" and tagged.lowers[head] in _CARRYING):
            return False
        verb = head
    return False


def is_background(tagged: TaggedText, verb: int) -> bool:
    """Whether the clause only recalls something: relative, after a preposition, or a finite clause of time or reason."""
    for _ in range(_DEPTH):
        dep, head = tagged.deps[verb], tagged.heads[verb]
        if dep in ("relcl", "acl", "pcomp"):
            return True
        if dep == "advcl":
            is_led = any(tagged.deps[child] in ("mark", "advmod") and child < verb for child in tagged.children[verb])
            return is_led or tagged.tags[verb] in ("VBD", "VBZ", "VBP")
        if head == verb:
            return False
        verb = head
    return False


def is_unreal(tagged: TaggedText, verb: int) -> bool:
    """Whether the verb only says what another act is for ("sent envoys to end the war") or hangs on ("if it attacks")."""
    dep = tagged.deps[verb]
    if dep == "advcl" and any(tagged.lowers[child] in CONDITIONS for child in tagged.children[verb]):
        return True
    if dep not in ("advcl", "acl") or tagged.tags[verb] != "VB":
        return False
    return any(tagged.lowers[child] == "to" and tagged.deps[child] == "aux" for child in tagged.children[verb])


def tense_of(tagged: TaggedText, verb: int) -> str:
    """past, present, future or hypothetical, by the verb's helpers, its form, and those of the verb it hangs on."""
    lowers, deps = tagged.lowers, tagged.deps
    for _ in range(_DEPTH):
        head, dep, tag = tagged.heads[verb], deps[verb], tagged.tags[verb]
        helpers = {lowers[child] for child in tagged.children[verb] if deps[child] in ("aux", "auxpass")}
        if helpers & FUTURE:
            return "future"
        if helpers & HYPOTHETICAL or any(lowers[child] in CONDITIONS for child in tagged.children[verb] if deps[child] == "mark"):
            return "hypothetical"
        if "to" in helpers:
            if dep != "xcomp" or lowers[head] in OPEN_HEADS:
                return "hypothetical"
        elif helpers & {"has", "have", "had", "was", "were"} or tag in ("VBD", "VBN"):
            return "past"
        elif tag in ("VBZ", "VBP") or helpers & {"is", "are", "am", "'s", "'re"}:
            return "present"
        elif dep not in ("advcl", "conj", "xcomp", "pcomp") or head == verb or tagged.tags[head][:1] != "V":
            return "past"
        verb = head
    return "past"
