"""The grammar of English as questions to the dependency tree: what belongs to a word, who does it to whom, in which clause, and when.

Another language has a module of these names; `labels` are its terms.
"""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    ADJECTIVE_COMPLEMENT,
    ADJECTIVE_MODIFIER,
    ADVERB,
    ADVERBIAL_CLAUSE,
    AGENT,
    APPOSITION,
    BASE_FORM,
    CASE_MARK,
    CLAUSE,
    COMPOUND,
    CONJUNCT,
    CONJUNCTION,
    DETERMINER,
    FINITE_TAGS,
    HELPER,
    HELPERS,
    INFINITIVE,
    ING_FORM,
    MARKER,
    MODAL,
    NAME_TAGS,
    NEGATING,
    NEGATION,
    NOUN_ADVERB,
    NOUN_CLAUSE,
    NOUN_CLAUSES,
    NOUN_MODIFIER,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PASSIVE_HELPER,
    PASSIVE_SUBJECT,
    PAST_FORM,
    POSSESSOR,
    PRECONJUNCTION,
    PREDETERMINER,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    PREPOSITION_OBJECT,
    PRESENT_TAGS,
    PUNCTUATION,
    QUANTIFIER,
    QUESTION_TAGS,
    RELATIVE_CLAUSE,
    ROOT,
    SUBJECT,
    SUBJECTS,
    UNCLEAR,
    VERB_TAGS,
)

#: What stands before a noun without being part of its phrase.
_OUTSIDE = frozenset({PUNCTUATION, CONJUNCTION, PRECONJUNCTION, RELATIVE_CLAUSE, ADVERBIAL_CLAUSE, CLAUSE})
#: What shows that a joined verb stands in a clause of its own.
_OWN_CLAUSE = frozenset({HELPER, SUBJECT, OBJECT})
RELATIVE = word_class("syntax.relative")
_ADDED = frozenset({APPOSITION})
#: Behind these the object does it: "kept workers from striking", "talked Baku into signing".
_AWAY = word_class("syntax.away")
#: Verbs that judge somebody for a deed, and what leads to the deed: "rebuked him for voting".
_JUDGING = word_class("syntax.judging")
_FOR_DEEDS = word_class("syntax.for_deeds")
#: Verbs of charging somebody with a deed, which is only alleged, and what leads to it.
_CHARGING = word_class("syntax.charging")
_CHARGED_WITH = word_class("syntax.charged_with")
#: What somebody issues says what he says: "issued a statement urging Iran to comply".
_ISSUED = word_class("syntax.issued")
_DEPTH = 6
_NEGATIONS = word_class("syntax.negations")
#: What makes a "not" part of "not just ... but also".
_JUST = word_class("syntax.just")
#: Short forms of "not", which parsers call many things.
_CONTRACTED = word_class("syntax.contracted_not")
#: The clauses of other verbs that share the subject of the one they hang on.
_SHARING_SUBJECTS = frozenset({CONJUNCT, ADVERBIAL_CLAUSE, UNCLEAR, PREPOSITION_CLAUSE, PREPOSITION, HELPER, ADJECTIVE_COMPLEMENT})
_SHARING = frozenset({CONJUNCT, INFINITIVE, CLAUSE})
_SHARING_TENSE = frozenset({ADVERBIAL_CLAUSE, CONJUNCT, INFINITIVE, PREPOSITION_CLAUSE})
_OF_PASSIVES = frozenset({PASSIVE_HELPER, PASSIVE_SUBJECT})
_OWN_CLAUSES = frozenset({CLAUSE, ADVERBIAL_CLAUSE, RELATIVE_CLAUSE, CONJUNCT})
_CARRIED_ON = frozenset({CONJUNCT, CLAUSE})
_WHOLE = frozenset({ROOT, CLAUSE})
_RECALLING = frozenset({RELATIVE_CLAUSE, NOUN_CLAUSE, PREPOSITION_CLAUSE})
_LEADING = frozenset({MARKER, ADVERB})
_OF_PURPOSE = frozenset({ADVERBIAL_CLAUSE, NOUN_CLAUSE})
_PAST = frozenset({PAST_FORM, PARTICIPLE})
#: Verbs and adjectives whose infinitive carries on their own clause.
_CARRYING = word_class("acts.carrying")
_CONDITIONS = word_class("syntax.conditions")
_FUTURE = word_class("syntax.future")
_HYPOTHETICAL = word_class("syntax.hypothetical")
#: Verbs and adjectives that turn what follows into a plan, a wish or a duty.
_OPEN_HEADS = word_class("acts.open_heads")
#: "They'd resign": before a base form the short helper is a "would".
_SHORT_WOULD = word_class("syntax.short_would")
_WOULD = word_class("syntax.would")
_LATER = word_class("syntax.later")
#: "Was to resign" did not happen yet.
_COPULAS = word_class("syntax.copulas")
_PAST_HELPERS = word_class("syntax.past_helpers")
_PRESENT_HELPERS = word_class("syntax.present_helpers")
_TO = word_class("syntax.to")
_BY = word_class("syntax.by")
_WHOM = word_class("syntax.whom")
_LEFT_DEPENDENTS = frozenset(
    {
        DETERMINER,
        ADJECTIVE_MODIFIER,
        COMPOUND,
        POSSESSOR,
        NUMBER,
        NOUN_MODIFIER,
        PREDETERMINER,
        QUANTIFIER,
        CASE_MARK,
        ADVERB,
        PUNCTUATION,
        NOUN_ADVERB,
        NEGATION,
        CONJUNCT,
        CONJUNCTION,
        PREPOSITION_OBJECT,
        PREPOSITION,
        SUBJECT,
    }
)
_PHRASE_STARTERS = frozenset({DETERMINER, ADJECTIVE_MODIFIER, COMPOUND, POSSESSOR, NUMBER, NOUN_MODIFIER, PREDETERMINER, QUANTIFIER})


# -- phrases


def noun_phrase_start(tagged: TaggedText, head: int) -> int:
    """First token of the noun phrase that ends in `head`: its determiner, possessor or first modifier."""
    first = head
    children = tagged.children
    for child in children[head]:
        if child < head and tagged.deps[child] in _PHRASE_STARTERS:
            first = min(first, _leftmost(tagged, child))
    while first < head and (not tagged.words[first][0].isalnum()):
        first += 1
    return first


def _leftmost(tagged: TaggedText, position: int) -> int:
    low = position
    stack = [position]  # not by recursion: in a list of names, or a text without an end, each word can depend on the next
    while stack:
        position = stack.pop()
        low = min(low, position)
        stack += (child for child in tagged.children[position] if child < position and tagged.deps[child] in _LEFT_DEPENDENTS)
    return low


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
        elif dep == PREPOSITION and child == high:
            inner = pobj_of(tagged, child)
            high = noun_phrase(tagged, inner, depth + 1)[1] if inner is not None else child + 1
        elif dep == CONJUNCT:
            high = max(high, noun_phrase(tagged, child, depth + 1)[1])
    return low, high


def pobj_of(tagged: TaggedText, preposition: int) -> int | None:
    """Head of what follows a preposition."""
    return next((child for child in tagged.children[preposition] if tagged.deps[child] == PREPOSITION_OBJECT), None)


def agent_of(tagged: TaggedText, verb: int) -> int | None:
    """Head of who does it in a passive: "by X"."""
    kept = object_of(tagged, verb)  # "was given a loan by X": the parser may hang the "by" on the loan
    for holder in (verb, kept):
        for child in tagged.children[holder] if holder is not None else ():
            if tagged.deps[child] == AGENT or (tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _BY):
                return pobj_of(tagged, child)
    return _late_agent(tagged, verb) or _shared_agent(tagged, verb)


def _late_agent(tagged: TaggedText, verb: int) -> int | None:
    """Who does it where the parser hung the "by" on what somebody is kept from: "was banned from entering China by X"."""
    if not is_passive(tagged, verb):
        return None
    for clause in (clause for outer in tagged.children[verb] for clause in tagged.children[outer]):
        is_kept = tagged.deps[clause] == PREPOSITION_CLAUSE and tagged.tags[clause] == ING_FORM and not is_passive(tagged, clause)
        if is_kept and object_of(tagged, clause) is not None:
            late = (child for child in tagged.children[clause] if child > clause and tagged.lowers[child] in _BY)
            return next((inner for child in late if (inner := pobj_of(tagged, child)) is not None), None)
    return None


def _shared_agent(tagged: TaggedText, verb: int) -> int | None:
    """Who does it where the "by" stands behind the second of two participles: "were hidden and fed by X"."""
    if not is_passive(tagged, verb):
        return None
    joined = next((child for child in tagged.children[verb] if tagged.deps[child] == CONJUNCT and child > verb), None)
    if joined is None or tagged.tags[joined] != PARTICIPLE or any(tagged.deps[c] in {*SUBJECTS, *HELPERS} for c in tagged.children[joined]):
        return None
    return agent_of(tagged, joined)


def subject_of(tagged: TaggedText, verb: int) -> int | None:
    """Head of who does it: the verb's own subject, or the one it shares with the verb or noun it hangs on; None when nobody is said to."""
    deps, heads, children, tags = tagged.deps, tagged.heads, tagged.children, tagged.tags
    position = verb
    for _ in range(_DEPTH):
        for child in children[position]:
            if deps[child] in SUBJECTS and tagged.lowers[child] not in _WHOM and not (deps[child] == PASSIVE_SUBJECT and position != verb):
                return antecedent_of(tagged, child)
        dep, head = deps[position], heads[position]
        stranded = _stranded_subject(tagged, position)
        if stranded is not None or head == position:
            return stranded
        if is_headline_plan(tagged, position):
            return head
        if dep in NOUN_CLAUSES:
            is_issued = dep == NOUN_CLAUSE and tagged.lowers[head] in _ISSUED and deps[head] == OBJECT and tags[verb] == ING_FORM
            return subject_of(tagged, heads[head]) if is_issued else head if dep == NOUN_CLAUSE else None
        if dep == INFINITIVE:
            owner = object_of(tagged, head)
            if owner is not None:
                return owner
            if is_passive(tagged, head):
                return next((child for child in children[head] if deps[child] == PASSIVE_SUBJECT), None)
        elif dep == PREPOSITION and tagged.lowers[position] in _CHARGED_WITH and tagged.lowers[head] in _CHARGING:
            return None  # "accused X of lying": nobody says that X did
        elif dep == PREPOSITION and _is_deed_of_object(tagged, position):
            return object_of(tagged, head) or next((child for child in children[head] if deps[child] == PASSIVE_SUBJECT), None)
        elif dep not in _SHARING_SUBJECTS:
            return None
        position = head
    return None


def _stranded_subject(tagged: TaggedText, verb: int) -> int | None:
    """Whom the parser hung elsewhere before a finite verb without a subject: "X, long criticised for it, has asked", "in a letter by its
    envoy, X, which is small, asked", "X lifted its embargo, praised Y and promised Z"."""
    deps = tagged.deps
    if deps[verb] not in _WHOLE or not _is_finite(tagged, verb):
        return None
    for child in tagged.children[verb]:
        if child > verb:
            break
        if _is_listed_before(tagged, child, verb):
            return next((c for c in tagged.children[child] if deps[c] in SUBJECTS and c < child), None)
        if deps[child] == CLAUSE and tagged.tags[child] == PARTICIPLE and not any(deps[c] in HELPERS for c in tagged.children[child]):
            return next((c for c in tagged.children[child] if deps[c] in SUBJECTS and c < child), None)
        if deps[child] == PREPOSITION and tagged.words[verb - 1] == ",":
            first, last = subtree(tagged, child)
            named = (p for p in range(first, min(last, verb)) if deps[p] == APPOSITION and tagged.tags[p] in NAME_TAGS)
            return next((p for p in named if any(deps[c] == RELATIVE_CLAUSE for c in tagged.children[tagged.heads[p]])), None)
    return None


def _is_listed_before(tagged: TaggedText, first: int, verb: int) -> bool:
    """Whether a clause is the first of a list whose next verb, right behind a comma, the parser took for its head."""
    is_clause = tagged.deps[first] == CLAUSE and tagged.words[verb - 1] == "," and _is_finite(tagged, first)
    return is_clause and tagged.tags[first] == tagged.tags[verb]


def is_headline_plan(tagged: TaggedText, verb: int) -> bool:
    """Whether a headline tells what is to come: "EU to hit Belarus with sanctions"."""
    if tagged.tags[verb] != BASE_FORM or verb < 2 or tagged.lowers[verb - 1] not in _TO or tagged.tags[verb - 2] not in NAME_TAGS:
        return False
    is_whole = tagged.deps[verb] == ROOT and tagged.deps[verb - 2] in SUBJECTS
    return is_whole or (tagged.heads[verb] == verb - 2 and tagged.deps[verb - 2] == ROOT)


def _is_finite(tagged: TaggedText, verb: int) -> bool:
    """Whether a verb has a tense of its own."""
    return tagged.tags[verb] in FINITE_TAGS or any(
        tagged.lowers[child] in _PRESENT_HELPERS | _PAST_HELPERS for child in tagged.children[verb] if tagged.deps[child] in HELPERS
    )


def _is_deed_of_object(tagged: TaggedText, preposition: int) -> bool:
    """Whether the object of a verb does what stands behind a preposition: "kept X from striking", "rebuked X for voting"."""
    verb = tagged.heads[preposition]
    if tagged.lowers[preposition] in _FOR_DEEDS and tagged.lowers[verb] in _JUDGING:
        return object_of(tagged, verb) is not None or is_passive(tagged, verb)
    return tagged.lowers[preposition] in _AWAY and object_of(tagged, verb) is not None


def object_of(tagged: TaggedText, verb: int) -> int | None:
    """Head of the object of a verb."""
    return next((child for child in tagged.children[verb] if tagged.deps[child] == OBJECT), None)


def antecedent_of(tagged: TaggedText, word: int) -> int:
    """The noun a relative pronoun refers to, as subject, as object or behind a preposition; any other word itself."""
    if tagged.lowers[word] not in RELATIVE or (tagged.deps[word] not in SUBJECTS and tagged.tags[word] not in QUESTION_TAGS):
        return word  # "said that": what is shown
    verb = tagged.heads[tagged.heads[word]] if tagged.deps[word] == PREPOSITION_OBJECT else tagged.heads[word]
    for _ in range(3):
        if tagged.deps[verb] == RELATIVE_CLAUSE:
            noun = tagged.heads[verb]
            return noun if tagged.deps[word] in SUBJECTS else first_joined(tagged, noun, _ADDED)  # "Ann Lee, a lawyer whom they sued"
        if tagged.deps[verb] not in _SHARING:
            break
        verb = tagged.heads[verb]
    return word


def is_passive(tagged: TaggedText, verb: int) -> bool:
    """Whether a verb has the helpers or the subject of a passive, its own or those of the verb it is joined to."""
    if (
        tagged.tags[verb] == PARTICIPLE
        and tagged.deps[verb] == ADVERBIAL_CLAUSE
        and not any(tagged.deps[c] in _OWN_CLAUSE for c in tagged.children[verb])
    ):
        return True  # "when asked to leave", "contacted by the paper"
    for _ in range(_DEPTH):
        if any(tagged.deps[child] in _OF_PASSIVES for child in tagged.children[verb]):
            return True
        if (
            tagged.deps[verb] != CONJUNCT
            or tagged.tags[verb] != PARTICIPLE
            or any(tagged.deps[c] in _OWN_CLAUSE for c in tagged.children[verb])
        ):
            return False
        verb = tagged.heads[verb]
    return False


def governing_verb(tagged: TaggedText, position: int) -> int:
    """The nearest verb above a word, itself where it is one; without any, the root of its sentence."""
    for _ in range(2 * _DEPTH):
        head = tagged.heads[position]
        if head == position or tagged.tags[position] in VERB_TAGS or tagged.tags[position] == MODAL:
            return position
        position = head
    return position


def is_negated(tagged: TaggedText, verb: int) -> bool:
    """Whether a "not", "never" or "no" depends on the verb; "not just" denies nothing."""
    return any(
        (tagged.deps[child] == NEGATION or (tagged.lowers[child] in _NEGATIONS and tagged.deps[child] in NEGATING))
        and not _is_not_just(tagged, child)
        or tagged.lowers[child] in _CONTRACTED
        for child in tagged.children[verb]
    )


def _is_not_just(tagged: TaggedText, negation: int) -> bool:
    return tagged.lowers[min(negation + 1, len(tagged.lowers) - 1)] in _JUST


def clause_of(tagged: TaggedText, position: int) -> int:
    """The verb that heads the clause a word stands in: those that only complete another verb are not clauses of their own."""
    current = position
    for _ in range(12):
        head = tagged.heads[current]
        if head == current or tagged.deps[current] in _OWN_CLAUSES and tagged.tags[current] in VERB_TAGS:
            return current
        current = head
    return current


# -- clauses


def is_main(tagged: TaggedText, verb: int) -> bool:
    """Whether the clause stands on its own: the sentence's root, joined to it, told by a verb of saying or begun, planned, wanted."""
    for _ in range(_DEPTH):
        dep, head = tagged.deps[verb], tagged.heads[verb]
        if dep == ROOT:
            return True
        if dep not in _CARRIED_ON and not (dep == INFINITIVE and tagged.lowers[head] in _CARRYING):
            return False
        verb = head
    return False


def is_background(tagged: TaggedText, verb: int) -> bool:
    """Whether the clause only recalls something: relative, after a preposition, or a finite clause of time or reason."""
    for _ in range(_DEPTH):
        dep, head = tagged.deps[verb], tagged.heads[verb]
        if dep in _RECALLING:
            return True
        if dep == ADVERBIAL_CLAUSE:
            is_led = any(tagged.deps[child] in _LEADING and child < verb for child in tagged.children[verb])
            return is_led or tagged.tags[verb] in FINITE_TAGS
        if head == verb:
            return False
        verb = head
    return False


def is_unreal(tagged: TaggedText, verb: int) -> bool:
    """Whether the verb only says what another act is for ("sent envoys to end the war") or hangs on ("if it attacks")."""
    dep = tagged.deps[verb]
    if dep == ADVERBIAL_CLAUSE and any(tagged.lowers[child] in _CONDITIONS for child in tagged.children[verb]):
        return True
    if dep not in _OF_PURPOSE or tagged.tags[verb] != BASE_FORM or is_headline_plan(tagged, verb):
        return False
    return any(tagged.lowers[child] in _TO and tagged.deps[child] == HELPER for child in tagged.children[verb])


def first_joined(tagged: TaggedText, head: int, labels: frozenset[str]) -> int:
    """The first of what is joined by these labels: the subject of a row by "and" and commas, what an apposition stands beside."""
    while tagged.deps[head] in labels:
        head = tagged.heads[head]
    return head


def is_told_ahead(tagged: TaggedText, verb: int) -> bool:
    """Whether a "would" tells what came after, and not what might have: "would later apologise"."""
    lowers = [tagged.lowers[child] for child in tagged.children[verb]]
    return not _WOULD.isdisjoint(lowers) and not _LATER.isdisjoint(lowers)


def tense_of(tagged: TaggedText, verb: int) -> str:
    """past, present, future or hypothetical, by the verb's helpers, its form, and those of the verb it hangs on."""
    lowers, deps = tagged.lowers, tagged.deps
    for _ in range(_DEPTH):
        head, dep, tag = tagged.heads[verb], deps[verb], tagged.tags[verb]
        helpers = {lowers[child] for child in tagged.children[verb] if deps[child] in HELPERS}
        if helpers & _FUTURE:
            return "future"
        if tag == BASE_FORM and not _SHORT_WOULD.isdisjoint(helpers):
            return "hypothetical"
        if is_told_ahead(tagged, verb):
            return "past"
        if helpers & _HYPOTHETICAL or any(lowers[child] in _CONDITIONS for child in tagged.children[verb] if deps[child] == MARKER):
            return "hypothetical"
        if not _TO.isdisjoint(helpers):
            if dep != INFINITIVE or lowers[head] in _OPEN_HEADS or lowers[head] in _COPULAS:
                return "hypothetical"
        elif not _PAST_HELPERS.isdisjoint(helpers) or tag in _PAST:
            return "past"
        elif tag in PRESENT_TAGS or not _PRESENT_HELPERS.isdisjoint(helpers):
            return "present"
        elif dep not in _SHARING_TENSE or head == verb or tagged.tags[head] not in VERB_TAGS:
            return "past"
        verb = head
    return "past"
