"""Who speaks, also where the parser hangs a reporting verb on the wrong word: by its comma and the quotation it stands outside."""

from transforms.annotations import TaggedText
from transforms.articles.datelines import find_dateline
from transforms.language import word_class
from transforms.language.en.grammar import (
    RELATIVE,
    agent_of,
    antecedent_of,
    first_joined,
    is_negated,
    is_passive,
    pobj_of,
    subject_of,
    subtree,
)
from transforms.language.en.labels import (
    ADVERB_TAG,
    ADVERBIAL_CLAUSE,
    APPOSITION,
    BASE_FORM,
    CLAUSE,
    COMMON_NOUN_TAGS,
    CONJUNCT,
    CONJUNCTION,
    FINITE_TAGS,
    HELPERS,
    HYPHEN,
    ING_FORM,
    MARKER,
    NAME_TAGS,
    NOUN_CLAUSE,
    NOUN_TAGS,
    OBJECT,
    PARTICIPLE,
    PASSIVE_SUBJECT,
    PAST_FORM,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_OBJECT,
    PRESENT_TAGS,
    ROOT,
    SUBJECT,
    SUBJECTS,
    VERB_TAGS,
)
from transforms.speech.insertions import PHRASE_TAGS, SPEAKER_TAGS

_WITH = word_class("speech.with")
#: What somebody does with the time in which he says it.
_SPENDING = word_class("speech.spending")
_USING = word_class("speech.using")
#: So far above its participle the verb of spending stands.
_STEPS = 4
#: What papers and polls do rather than persons, and what does it.
_SHOWING = word_class("speech.showing")
DOCUMENTS = word_class("speech.documents")
#: What somebody writes or shows, and so says; by whose name it goes, and how it is sent.
_ISSUED = word_class("syntax.issued")
_SOURCES = word_class("syntax.source_prepositions")
_SENDING = word_class("speech.sending_verbs")
#: What says what its sender says, though it may also have a voice of its own.
_SENT = word_class("speech.sent")
_OCCASIONS = word_class("speech.occasions")
#: What the parser takes for a speaker behind names, and before a verb.
_ALL = word_class("speech.all")
_DAYS = word_class("speech.days")
#: What stands behind the name at the head of a sentence where more is told of it.
_BESIDE_NAMES = frozenset({",", "(", "on"})
#: What parts a participle from the clause whose subject it shares: "left the talks, saying …".
_PARTING = frozenset({",", "-", "–", "—", "--"})
#: What the parser takes a name behind a comma for: one more of those before it.
_TAKEN_FOR_MORE = frozenset({CONJUNCT, APPOSITION})
#: So many words an aside between commas or brackets has at most.
_ASIDE = 12
#: How far up the tree the verb is looked for whose subject speaks.
_DEPTH = 8
_BUT = word_class("speech.but")
_THAT = word_class("syntax.that")
_IT = word_class("speech.no_speakers")
#: So far before a joined verb its conjunction stands.
_NEAR = 3


def speaker_of(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """Head of who says it, None when nobody is said to: of a message that says it, who wrote it. `inside`: tokens in quote marks."""
    speaker = _whole_speaker(tagged, _saying(tagged, verb, inside), verb)
    author = None
    if speaker is not None and tagged.lowers[speaker] in _ISSUED:
        author = _author_of(tagged, speaker)
    elif speaker is not None and tagged.lowers[speaker] in _SENT:
        author = _sender_of(tagged, speaker)
    return speaker if author is None else author


def _whole_speaker(tagged: TaggedText, speaker: int | None, verb: int) -> int | None:
    """Who speaks, where the parser took another word for it."""
    if speaker is None:
        return None
    guesses = (find(tagged, speaker, verb) for find in (_before_all, _behind_dateline, _before_day, _of_verb_above))
    return next((found for found in guesses if found is not None), speaker)


def _before_all(tagged: TaggedText, speaker: int, _: int) -> int | None:
    """The first of those whom an "all" takes together: "Lee and Hill all calling"."""
    is_all = tagged.lowers[speaker] in _ALL and speaker > 0 and tagged.tags[speaker - 1] in NOUN_TAGS
    return first_joined(tagged, speaker - 1, frozenset({CONJUNCT})) if is_all else None


def _before_day(tagged: TaggedText, speaker: int, verb: int) -> int | None:
    """The name that opens the sentence, where a day was taken for who speaks: "Hill, opening the museum on Saturday, said"."""
    if tagged.words[speaker] not in _DAYS or tagged.heads[speaker] != verb:
        return None
    low, _ = tagged.sentences[tagged.sentence_of[verb]]
    return next((at for at in range(low, speaker) if tagged.tags[at] in NAME_TAGS and tagged.words[at + 1] in _BESIDE_NAMES), None)


def _of_verb_above(tagged: TaggedText, _: int, verb: int) -> int | None:
    """Whom a finite verb tells of that was joined to an infinitive: "ran on his plan to mend roads and accused Hill"."""
    above = tagged.heads[verb]
    if tagged.deps[verb] != CONJUNCT or tagged.tags[verb] != PAST_FORM or tagged.tags[above] != BASE_FORM:
        return None
    while tagged.heads[above] != above and tagged.tags[above] != PAST_FORM:
        above = tagged.heads[above]
    return subject_of(tagged, above) if tagged.tags[above] == PAST_FORM else None


def _behind_dateline(tagged: TaggedText, speaker: int, _: int) -> int | None:
    """The last word of the name behind a dateline that the parser took for the speaker: "MILL BEACH, Ohio - Sen. Ann Hill said"."""
    paragraph = tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[speaker]]]
    low, high = tagged.sentences[tagged.sentence_of[speaker]]
    dateline = find_dateline(tagged.text, paragraph) if tagged.starts[low] == paragraph.start else None
    if dateline is None or tagged.starts[speaker] >= dateline.end:
        return None
    first = next((at for at in range(low, high) if tagged.starts[at] >= dateline.end and tagged.tags[at] in NAME_TAGS), high)
    end = next((at for at in range(first, high) if tagged.tags[at] not in NAME_TAGS), high)
    return end - 1 if first < end else None


def _author_of(tagged: TaggedText, message: int) -> int | None:
    """Who wrote a message: "Hill's letter", "a letter from Hill", "an email sent out by Hill", "Hill has released a video that …"."""
    for child in tagged.children[message]:
        if tagged.deps[child] == POSSESSOR:
            return child
        if child > message and tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _SOURCES:
            return pobj_of(tagged, child)
        if tagged.deps[child] == NOUN_CLAUSE and tagged.tags[child] == PARTICIPLE:
            return agent_of(tagged, child)
    verb = tagged.heads[message]
    if tagged.deps[message] in SUBJECTS and tagged.tags[verb] == PARTICIPLE:
        return agent_of(tagged, verb)  # "an email sent out by Hill warned": the parser took it for a clause
    return _sender_of(tagged, message)


def _sender_of(tagged: TaggedText, message: int) -> int | None:
    """Who sends out what says something: "began a campaign praising Berg", "opened the debate with a speech denouncing the tax"."""
    verb, dep = tagged.heads[message], tagged.deps[message]
    if dep == PREPOSITION_OBJECT and tagged.lowers[verb] in _WITH and tagged.tags[tagged.heads[verb]] in VERB_TAGS:
        return subject_of(tagged, tagged.heads[verb])
    is_held = tagged.lowers[message] in _OCCASIONS and tagged.tags[verb] in VERB_TAGS
    is_sent = dep == OBJECT and (is_held or tagged.lowers[verb] in _SENDING) and not is_passive(tagged, verb)
    return subject_of(tagged, verb) if is_sent else None


def _saying(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """Head of what says it, be it a person or a paper."""
    subjects = [
        child for child in tagged.children[verb] if tagged.deps[child] in SUBJECTS and not _is_over_marks(tagged, child, verb, inside)
    ]
    own = [child for child in subjects if inside[child] <= inside[verb]]  # not that of the words: “The treaty,” the envoy said, “is dead”
    inverted = _inverted(tagged, verb) if not own and inside[verb - 1] > inside[verb] else None
    if inverted is not None:
        return inverted
    before = [child for child in own if child < verb and tagged.deps[child] == SUBJECT]
    if len(subjects) > 1 and own:
        return before[-1] if before else own[0]
    if subjects:
        beside = _name_beside(tagged, subjects[0], verb) or _name_before(tagged, subjects[0])
        return subject_of(tagged, verb) if beside is None else beside
    named = _name_right_before(tagged, verb, inside)
    if named is not None:
        return named
    document = _document_before(tagged, verb) if tagged.lowers[verb] in _SHOWING else None
    if document is not None:
        return document
    beside = _behind_with(tagged, verb)
    if beside is not None:
        return beside
    shared = _sharing(tagged, verb, inside)
    speaker = subject_of(tagged, verb if shared is None else shared)
    return _lost_speaker(tagged, verb, inside) if speaker is None else speaker


def _is_over_marks(tagged: TaggedText, subject: int, verb: int, inside: bytearray) -> bool:
    """Whether marks part a subject from its participle, as they part nothing that belongs together: "the claim that Berg “built it,” saying
    …"."""
    return tagged.tags[verb] == ING_FORM and subject < verb and not inside[subject] and 1 in inside[subject:verb] and not inside[verb]


def _name_right_before(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """The name right before a finite verb without a subject, which the parser joined to the words before it: "he won a state and Berg
    suggested …", or took for an exclamation: “We will stay,” Berg assured the crowd."""
    low, _ = tagged.sentences[tagged.sentence_of[verb]]
    last = next((at for at in range(verb - 1, low, -1) if tagged.tags[at] != ADVERB_TAG), low)
    if tagged.tags[verb] not in FINITE_TAGS or inside[last] or last == low:
        return None
    if inside[last - 1] and tagged.words[last][0].isupper() and tagged.words[last - 2][-1] in ",!?":
        return last
    first = last
    while first > low and tagged.tags[first] in NAME_TAGS:
        first -= 1
    if tagged.words[first] == "," and tagged.deps[low] == PREPOSITION:  # "Despite what he wrote about Lee, Hill said …"
        return last if first < last and tagged.deps[last] in _TAKEN_FOR_MORE else None
    return last if first < last and tagged.deps[last] == CONJUNCT and tagged.deps[first] == CONJUNCTION else None


def _name_beside(tagged: TaggedText, subject: int, verb: int) -> int | None:
    """The name right before the verb that the parser took to stand beside the one before it: "Asked by a friend, Ann Lee, Mrs. Hill said";
    what stands beside a name ends in a comma."""
    name = verb - 1
    is_beside = tagged.deps[name] == APPOSITION and tagged.heads[name] == subject and tagged.tags[name] in NAME_TAGS
    if not is_beside or tagged.tags[subject] not in NAME_TAGS:
        return None
    low, _ = tagged.sentences[tagged.sentence_of[verb]]
    opens = next((at for at in range(subject, low, -1) if tagged.words[at - 1] == ","), low)
    return name if opens > low and tagged.words[subject + 1] == "," else None


def _name_before(tagged: TaggedText, pronoun: int) -> int | None:
    """The name right before a relative pronoun that the parser referred to the name before: "In a talk with Lee, Hill, who said …"."""
    name = pronoun - 2
    if name < 1 or tagged.lowers[pronoun] not in RELATIVE or tagged.words[pronoun - 1] != "," or tagged.deps[name] != APPOSITION:
        return None
    other = tagged.heads[name]
    is_other = tagged.tags[other] in NAME_TAGS and tagged.deps[other] == PREPOSITION_OBJECT
    return name if is_other and tagged.tags[name] in NAME_TAGS and antecedent_of(tagged, pronoun) == other else None


def _inverted(tagged: TaggedText, verb: int) -> int | None:
    """The last word of the phrase that stands between a verb right behind the marks and what ends it: “The plan,” said the former envoy
    Paul Berg, “is dead.” The parser often takes a word in the marks for the subject."""
    is_closed = tagged.words[verb - 1][0] in ",!?" or tagged.words[verb - 2][-1] in ",!?"  # not in "the “experts” claimed it was"
    if tagged.tags[verb] not in FINITE_TAGS or tagged.words[verb][0].isupper() or not is_closed:
        return None
    high = tagged.sentences[tagged.sentence_of[verb]][1]
    end = next((at for at in range(verb + 1, high) if tagged.tags[at] not in PHRASE_TAGS and tagged.tags[at] != HYPHEN), verb + 1)
    return end - 1 if end > verb + 1 and tagged.tags[end - 1] in SPEAKER_TAGS else None


def _document_before(tagged: TaggedText, participle: int) -> int | None:
    """The poll of "they point to a poll, released on Tuesday, showing that …", for polls and papers show and persons say."""
    low, _ = tagged.sentences[tagged.sentence_of[participle]]
    objects = (position for position in range(participle - 1, low, -1) if tagged.deps[position] in (OBJECT, PREPOSITION_OBJECT))
    return next((position for position in objects if tagged.lowers[position] in DOCUMENTS), None)


def _lost_speaker(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """Who says it where the parser gave the verb no subject that it could share."""
    above = tagged.heads[verb]
    if tagged.tags[verb] in FINITE_TAGS:
        found = _lost_subject(tagged, verb, inside)
        found = _phrase_before(tagged, verb, inside) if found is None else found
        return _saying(tagged, above, inside) if found is None and tagged.deps[verb] == CONJUNCT and above < verb else found
    if tagged.tags[verb] != ING_FORM or tagged.deps[verb] not in (ADVERBIAL_CLAUSE, CONJUNCT) or above > verb or inside[above]:
        return None
    if tagged.deps[verb] == CONJUNCT and tagged.tags[above] == ING_FORM:
        return _saying(tagged, above, inside)
    told = (child for child in tagged.children[above] if tagged.deps[child] == PASSIVE_SUBJECT and not inside[child])
    return next(told, None)  # "Hill was elected again, saying …"


def _phrase_before(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """The head of the phrase right before a finite verb, an aside between commas left out: "Just shy of half, 49%, say …"."""
    low, _ = tagged.sentences[tagged.sentence_of[verb]]
    last = _behind_words(tagged, verb - 1, low)
    if last > low and tagged.words[last] == ",":
        aside = next((at for at in range(last - 1, max(low, last - _ASIDE), -1) if tagged.words[at] == ","), low)
        last = _behind_words(tagged, aside - 1, low) if aside > low else low - 1
    if last < low or inside[last] or tagged.tags[last] not in SPEAKER_TAGS:
        return None
    above = tagged.heads[last]
    while tagged.deps[last] == PREPOSITION_OBJECT and low < above < last and tagged.tags[tagged.heads[above]] in SPEAKER_TAGS:
        last = tagged.heads[above]
        above = tagged.heads[last]
    return None if tagged.deps[last] == PREPOSITION_OBJECT and tagged.deps[above] == PREPOSITION and above == low else last


def _behind_words(tagged: TaggedText, at: int, low: int) -> int:
    """The first token before a place that is no adverb, helper or bracket: of "Berg (Ohio) also has" the name."""
    while at > low and (tagged.tags[at] == ADVERB_TAG or tagged.deps[at] in HELPERS or tagged.words[at] == ")"):
        if tagged.words[at] == ")":
            at = next((to for to in range(at, max(low, at - _ASIDE), -1) if tagged.words[to] == "("), low)
        at -= 1
    return at


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
    """Whether a name before the verb was taken for the end of what stands in front: "In a talk with the Post Hill said …", "In a
    note to her firm, Hill said …"."""
    if tagged.tags[name] not in NAME_TAGS or tagged.deps[low] != PREPOSITION or name <= low:
        return False
    has_comma = "," in tagged.words[low:name]
    return tagged.deps[name] == (APPOSITION if has_comma else PREPOSITION_OBJECT)


def _sharing(tagged: TaggedText, verb: int, inside: bytearray) -> int | None:
    """The verb whose subject a verb without one shares, where that is not the one it hangs on."""
    if inside[verb]:
        return None
    spending = _spending_above(tagged, verb)
    if spending is not None:
        return spending
    if tagged.tags[verb] == ING_FORM and _stands_apart(tagged, verb):
        before = verb - 2
        if tagged.words[verb - 1] == "," and tagged.tags[before] in FINITE_TAGS and not inside[before]:
            return before  # “…,” Lee added, saying …: the parser may hang the second on the words in marks
        told = (_teller_above(tagged, verb), _reporting_above(tagged, verb, inside), _verb_above_thing(tagged, verb))
        return next((above for above in told if above is not None), None)
    if tagged.deps[verb] == CONJUNCT and tagged.tags[verb] in FINITE_TAGS:
        above = _reporting_above(tagged, verb, inside)
        return above if above is None or _goes_on(tagged, above, verb) else None
    return None


def _goes_on(tagged: TaggedText, verb: int, joined: int) -> bool:
    """Whether a joined verb goes on with the saying, and not with what is said: of "says he came and asked for help" it does not, nor in a
    correction, as in "said he did not talk but sang"."""
    if tagged.tags[verb] == ING_FORM:
        return False  # of "arguing that it failed and hurt many" the second is joined to the first
    is_correction = is_negated(tagged, tagged.heads[joined]) and not _BUT.isdisjoint(tagged.lowers[joined - _NEAR : joined])
    return not is_correction and (tagged.tags[verb] not in PRESENT_TAGS or tagged.tags[joined] in PRESENT_TAGS)


def _behind_with(tagged: TaggedText, participle: int) -> int | None:
    """The half of "with half saying that …", where the parser hung the participle on another word."""
    before = next((at for at in range(participle - 1, 0, -1) if tagged.tags[at] != ADVERB_TAG), 0)
    is_held = tagged.deps[before] == PREPOSITION_OBJECT and tagged.lowers[tagged.heads[before]] in _WITH
    return before if is_held and tagged.tags[participle] == ING_FORM else None


def _spending_above(tagged: TaggedText, verb: int) -> int | None:
    """The verb of "spent much of his time praising Berg", "used his time to praise Berg": whoever spends it speaks."""
    position, spending = verb, _SPENDING if tagged.tags[verb] == ING_FORM else _USING
    for _ in range(_STEPS):
        position = tagged.heads[position]
        if tagged.tags[position] in VERB_TAGS:
            return position if tagged.lowers[position] in spending and position < verb and not is_passive(tagged, position) else None
    return None


def _verb_above_thing(tagged: TaggedText, participle: int) -> int | None:
    """The main verb, where the parser hung a participle behind a comma on a thing: "denied the claim of Berg, saying that …"."""
    thing = tagged.heads[participle]
    if tagged.deps[participle] != NOUN_CLAUSE or tagged.tags[thing] not in COMMON_NOUN_TAGS or tagged.deps[thing] in SUBJECTS:
        return None
    return next((at for at in range(*tagged.sentences[tagged.sentence_of[participle]]) if tagged.deps[at] == ROOT), None)


def _teller_above(tagged: TaggedText, participle: int) -> int | None:
    """The verb whose subject speaks on behind a comma, where the parser hung the participle on what that verb is about: "rejected the
    notion that many could leave, arguing …"; or where nobody is told of above it: "it was a blow, as Hill joined in, saying …"."""
    above = tagged.heads[participle]
    if tagged.deps[participle] != ADVERBIAL_CLAUSE:
        return None
    thing = tagged.heads[above]
    is_told = any(tagged.deps[child] == MARKER and tagged.lowers[child] in _THAT for child in tagged.children[above])
    if tagged.deps[above] == NOUN_CLAUSE and is_told and tagged.deps[thing] == OBJECT:
        return tagged.heads[thing]
    if not any(tagged.lowers[child] in _IT for child in tagged.children[above] if tagged.deps[child] == SUBJECT):
        return None
    clauses = (child for child in tagged.children[above] if tagged.deps[child] == ADVERBIAL_CLAUSE and above < child < participle)
    return next((clause for clause in clauses if subtree(tagged, clause)[1] == participle - 1), None)


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
        elif quoted and tagged.tags[position] in VERB_TAGS or dep == CLAUSE and tagged.tags[position] in VERB_TAGS and position < verb:
            return position
    return None
