"""What a reporting verb reports: its clause, infinitive, object or prepositional phrase, in the active and in the passive."""

from collections.abc import Set

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import agent_of, is_negated, is_passive, noun_phrase, pobj_of, subtree
from transforms.language.en.labels import (
    ADJECTIVE,
    ADJECTIVE_COMPLEMENT,
    ADVERB,
    ADVERBIAL_CLAUSE,
    BASE_FORM,
    CLAUSE,
    COMMON_NOUN_TAGS,
    FINITE_TAGS,
    HELPER,
    HELPERS,
    INFINITIVE,
    ING_FORM,
    INSERTION,
    MARKER,
    NEGATION,
    NOUN_CLAUSE,
    OBJECT,
    OBJECT_PREDICATE,
    PARTICIPLE,
    PASSIVE_HELPER,
    PASSIVE_SUBJECT,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    PREPOSITION_COMPLEMENTS,
    QUESTION_TAGS,
    SUBJECT,
)
from transforms.speech.bounds import (
    PARTING,
    around,
    clause_ranges,
    cut_out,
    up_to_dash,
    up_to_next_saying,
    up_to_semicolon,
    with_joined,
    with_next_clauses,
    with_reason,
)
from transforms.speech.cues import Cue
from transforms.speech.insertions import find_insertion
from transforms.speech.lost_clauses import find_lost_clause, find_wish
from transforms.speech.report import Range, Report
from transforms.speech.speakers import speaker_of
from transforms.speech.unsaid import does_something, is_aside, is_unsaid, shown, shows

_FINITE = FINITE_TAGS
_MODALS = word_class("syntax.hypothetical")
#: Verbs whose infinitive does happen: "went on to say".
_ASPECTS = word_class("speech.aspects")
#: Verbs that hardly ever stand without what is said.
_PLAIN = word_class("speech.plain")
_OPEN_QUESTIONS = word_class("syntax.open_questions")
#: How sources that stay unnamed say it.
_CONDITIONAL = word_class("speech.condition_links")
_SILENCES = word_class("speech.silences")
_NAMED = word_class("speech.named")
_COPULAS = word_class("syntax.copulas")
#: "X quoted Y as saying": Y says it.
_QUOTING = word_class("speech.quoting")
_AS = word_class("speech.as")
_CONDITIONS = word_class("syntax.conditions")
#: What leads to what is not said: "rather than arguing", "without saying".
_INSTEAD = word_class("speech.instead")
#: What leads to the means: "by saying".
_MEANS = word_class("syntax.by")
_NOMINATIVES = word_class("speech.nominatives")
_THAT = word_class("syntax.that")
_TO = word_class("syntax.to")
_SAID = frozenset({"clause", "quote"})
_CLAUSAL = frozenset({"clause", "quote", "naming", "object"})
_BEFORE_VERB = frozenset({HELPER, PASSIVE_HELPER, NEGATION, ADVERB})
_TOLD_OF = frozenset({CLAUSE, INFINITIVE, OBJECT_PREDICATE})
_QUESTIONED = frozenset({CLAUSE, ADVERBIAL_CLAUSE})
_NAMED_AS = frozenset({ADJECTIVE_COMPLEMENT, OBJECT_PREDICATE})


def report_of_verb(tagged: TaggedText, verb: int, entries: list[Cue], inside: bytearray) -> Report | None:
    """The report of one verb, possibly still without content; None when it reports nothing. `inside`: tokens in quote marks."""
    cue, particle = _choose(tagged, verb, entries)
    if cue is None or not is_asserted(tagged, verb) or _quotes_somebody(tagged, verb):
        return None
    end = (particle if particle is not None else verb) + 1
    if is_passive(tagged, verb) or (tagged.tags[verb] == PARTICIPLE and tagged.deps[verb] == NOUN_CLAUSE) or _is_asked(tagged, verb, cue):
        return _of_passive(tagged, verb, cue, end)
    quoted = _quoted_speaker(tagged, verb)
    speaker = speaker_of(tagged, verb, inside) if quoted is None else quoted
    content, frame, preposition = _content(tagged, verb, cue, inside)
    if content and is_unsaid(tagged, verb, cue, frame, content, inside):
        return None
    if preposition is not None and preposition == end:
        end += 1
    insertion = find_insertion(tagged, verb, inside) if "clause" in cue.frames and (not content or tagged.deps[verb] == INSERTION) else None
    if insertion is not None:
        speaker, content, frame = insertion.speaker, list(insertion.around), "inserted"
    elif not content and (tagged.deps[verb] == INSERTION and cue.frames & _SAID or is_aside(tagged, verb, cue)):
        content, frame = around(tagged, verb), "inserted"
    elif not content and speaker is not None and shows(tagged, verb, speaker):
        content, frame = [shown(tagged, verb)], "object"
    if (not content or cue.frames <= {"quote"}) and _has_infinitive(tagged, verb):
        return None  # "she continued to work"
    if not content and {"clause", "quote"} <= cue.frames and speaker is not None and tagged.tags[verb] in _FINITE:
        content, frame = find_lost_clause(tagged, verb, speaker, cue.base in _PLAIN, inside), "rest"
    if speaker is not None and any(first <= speaker < last for first, last in content):
        content = cut_out(content, noun_phrase(tagged, speaker))
    rule = f"verb.{frame or 'alone'}"
    return Report(_cue_range(tagged, verb, end), cue.cue_class, verb, sorted(content), speaker, rule, 0.85, "quote" in cue.frames)


def _has_infinitive(tagged: TaggedText, verb: int) -> bool:
    """Whether the verb tells what somebody goes on, begins or is about to do."""
    return any(tagged.deps[child] == INFINITIVE and child > verb and _opens_with_to(tagged, child) for child in tagged.children[verb])


def _opens_with_to(tagged: TaggedText, infinitive: int) -> bool:
    return any(tagged.lowers[child] in _TO and tagged.deps[child] in HELPERS for child in tagged.children[infinitive])


def _is_asked(tagged: TaggedText, verb: int, cue: Cue) -> bool:
    """Whether the verb opens its sentence as what somebody is asked: "Asked what he meant, the envoy left"."""
    is_fronted = tagged.deps[verb] == ADVERBIAL_CLAUSE and tagged.sentences[tagged.sentence_of[verb]][0] == verb
    return is_fronted and "addressee" in cue.frames and not any(tagged.deps[child] == SUBJECT for child in tagged.children[verb])


def _quotes_somebody(tagged: TaggedText, verb: int) -> bool:
    """Whether the verb only says who reports: "Reuters quoted a resident as saying …"."""
    if tagged.lowers[verb] not in _QUOTING:
        return False
    links = (child for child in tagged.children[verb] if tagged.lowers[child] in _AS)
    return any(tagged.deps[said] == PREPOSITION_CLAUSE for link in links for said in tagged.children[link])


def _quoted_speaker(tagged: TaggedText, verb: int) -> int | None:
    """The resident of "quoted a resident as saying" and of "a resident was quoted as saying"."""
    link = tagged.heads[verb]
    if tagged.deps[verb] != PREPOSITION_CLAUSE or not _quotes_somebody(tagged, tagged.heads[link]):
        return None
    outer = tagged.heads[link]
    quoted = (child for child in tagged.children[outer] if tagged.deps[child] in (OBJECT, PASSIVE_SUBJECT))
    return next(quoted, tagged.heads[outer] if tagged.deps[outer] == NOUN_CLAUSE else None)


def _choose(tagged: TaggedText, verb: int, entries: list[Cue]) -> tuple[Cue | None, int | None]:
    """The dictionary's entry that fits the words after the verb, with the position of its last particle."""
    for cue in entries:
        if not cue.particle:
            return cue, None
        first, _, second = cue.particle.partition(" ")
        for child in tagged.children[verb]:
            if (
                tagged.lowers[child] == first
                and verb < child <= verb + 4
                and (not second or tagged.lowers[child + 1 : child + 2] == [second])
            ):
                return cue, child + (1 if second else 0)
    return None, None


def is_asserted(tagged: TaggedText, verb: int) -> bool:
    """Whether the saying is told as a fact: no purpose ("to say"), no possibility ("might say"), no order."""
    helpers = {tagged.lowers[child] for child in tagged.children[verb] if tagged.deps[child] in HELPERS}
    if tagged.tags[verb] == ING_FORM and (tagged.lowers[verb - 1] in _INSTEAD or _is_means_not_taken(tagged, verb)):
        return False
    if helpers & _MODALS or (tagged.deps[verb] == ADVERBIAL_CLAUSE and _is_condition(tagged, verb)):
        return False
    if tagged.tags[verb] == ING_FORM and tagged.deps[verb] == INFINITIVE:
        return is_asserted(tagged, tagged.heads[verb])  # "might consider calling it"
    if tagged.tags[verb] != BASE_FORM:
        return True
    if "to" in helpers:
        return tagged.deps[verb] == INFINITIVE and tagged.lowers[tagged.heads[verb]] in _ASPECTS
    return bool(helpers)


def _is_means_not_taken(tagged: TaggedText, verb: int) -> bool:
    """Whether the saying is the means to what is not done: "will not show its hand by saying how it will vote"."""
    link = tagged.heads[verb]
    return tagged.deps[verb] == PREPOSITION_CLAUSE and tagged.lowers[link] in _MEANS and is_negated(tagged, tagged.heads[link])


def _is_condition(tagged: TaggedText, verb: int) -> bool:
    """Whether the clause of a verb is a condition: "if you say that …"."""
    return any(tagged.deps[child] == MARKER and tagged.lowers[child] in _CONDITIONS for child in tagged.children[verb])


def _content(tagged: TaggedText, verb: int, cue: Cue, inside: bytearray) -> tuple[list[Range], str, int | None]:
    """Content by the frames of the cue, the frame it was found by, and the preposition before it if there is one."""
    frames, deps, lowers = cue.frames, tagged.deps, tagged.lowers
    objects: list[int] = []
    complements: list[int] = []
    clause: int | None = None
    preposition: int | None = None
    frame = ""
    for child in tagged.children[verb]:
        dep = deps[child]
        if dep == CLAUSE and frames & _CLAUSAL and (clause is None or clause < verb < child) and _is_own(tagged, verb, child, cue, inside):
            clause = _behind_adjective(tagged, child)
        elif dep == INFINITIVE and (frames & {"infinitive", "naming"} or ("gerund" in frames and tagged.tags[child] == ING_FORM)):
            complements.append(child)
            frame = "infinitive"
        elif dep in _NAMED_AS and frames & {"naming", "as"}:
            complements.append(child)
        elif dep == OBJECT:
            objects.append(child)
        elif dep == PREPOSITION and child > verb and lowers[child] in _AS and ("as" in frames or _is_quoted(tagged, child, inside)):
            complements.append(child)
        elif dep == PREPOSITION and child > verb and lowers[child] in frames and (preposition is None or "addressee" in frames):
            preposition = child
        elif dep == ADVERBIAL_CLAUSE and clause is None and child > verb and "clause" in frames and _asks(tagged, child):
            clause = child
    if clause is None and "clause" in frames:
        clause = _behind_condition(tagged, verb)
    if clause is None and "clause" in frames and objects and objects[0] == verb + 1 and lowers[verb + 1] in _NOMINATIVES:
        return [(verb + 1, subtree(tagged, verb)[1])], "clause", None  # the parser took the subject of what is said for an object
    content = [with_joined(tagged, verb, child) for child in complements if _is_told(tagged, child, bool(objects), frames)]
    if clause is not None:
        said = with_reason(tagged, verb, clause_ranges(tagged, clause, verb, "addressee" in frames))
        said = up_to_next_saying(tagged, clause, with_next_clauses(tagged, verb, said))
        content += [up_to_semicolon(tagged, verb, *part, inside) for part in said]
        frame = "clause"
    has_behind = preposition is not None and clause is None and (not content or "addressee" in frames)
    taken = [child for child in objects if _is_content(tagged, child, cue, bool(content), has_behind, clause is not None)]
    quoted = [child for child in objects if child not in taken and "addressee" not in frames and _is_quoted(tagged, child, inside)]
    if taken or quoted:
        content += [up_to_dash(tagged, *subtree(tagged, child), inside) for child in (*taken, *quoted)]
        frame = frame or "object"
    wish = find_wish(tagged, verb) if "for" in frames and not content else None
    if wish is not None:
        return [wish], "preposition", wish[0] - 1
    if has_behind and preposition is not None and not taken:
        content += [subtree(tagged, child) for child in tagged.children[preposition] if deps[child] in PREPOSITION_COMPLEMENTS]
        return content, frame or "preposition", preposition
    return content, frame, None


def _is_own(tagged: TaggedText, verb: int, clause: int, cue: Cue, inside: bytearray) -> bool:
    """Whether a clause is what the verb reports: no colon parts it from the verb behind it, nor does that do something to somebody."""
    return clause > verb or not PARTING.intersection(tagged.words[clause:verb]) and not does_something(tagged, verb, cue, inside)


def _behind_adjective(tagged: TaggedText, clause: int) -> int | None:
    """The clause of "made clear that …" that hangs on the adjective, which the parser took for the head of one; None where it does not."""
    if tagged.tags[clause] != ADJECTIVE or tagged.heads[clause] != clause - 1:
        return clause
    return next((child for child in tagged.children[clause] if tagged.deps[child] == CLAUSE), None)


def _behind_condition(tagged: TaggedText, verb: int) -> int | None:
    """The clause that the parser hung on the condition: "said on condition of anonymity that the talks had failed"."""
    for child in tagged.children[verb]:
        if child > verb and tagged.deps[child] == PREPOSITION and tagged.lowers[child] in _CONDITIONAL:
            low, high = subtree(tagged, child)
            for position in range(low, high):
                opens = any(tagged.lowers[c] in _THAT and tagged.deps[c] == MARKER for c in tagged.children[position])
                if opens and tagged.lowers[tagged.heads[position]] in _SILENCES:
                    return position
    return None


def _is_told(tagged: TaggedText, complement: int, has_object: bool, frames: Set[str]) -> bool:
    """Whether a verb's complement is what is said: neither "asked not to be named" nor the noun of "called a meeting"."""
    is_alone = "naming" in frames and not has_object and tagged.tags[complement] in COMMON_NOUN_TAGS
    return not is_alone and not _asks_for_silence(tagged, complement)


def _asks_for_silence(tagged: TaggedText, infinitive: int) -> bool:
    """Whether the infinitive only says that somebody will not be named."""
    return tagged.lowers[infinitive] in _NAMED and any(tagged.lowers[child] in _COPULAS for child in tagged.children[infinitive])


def _asks(tagged: TaggedText, clause: int) -> bool:
    return any(tagged.lowers[child] in _OPEN_QUESTIONS for child in tagged.children[clause])


def _is_question(tagged: TaggedText, clause: int) -> bool:
    """Whether a clause is an indirect question: "whether it failed", "what he meant"."""
    dep = tagged.deps[clause]
    return dep in _QUESTIONED and (_asks(tagged, clause) or dep == CLAUSE and tagged.tags[subtree(tagged, clause)[0]] in QUESTION_TAGS)


def _is_content(tagged: TaggedText, thing: int, cue: Cue, has_content: bool, has_behind: bool, has_clause: bool) -> bool:
    """Whether a verb's object is (part of) what is said, and not the one it is said to."""
    frames = cue.frames
    if "addressee" in frames and (has_content or has_behind or "object" not in frames):
        return "infinitive" in frames and has_content and not has_clause
    if has_clause and "naming" not in frames:
        return False
    return "object" in frames or (has_content and bool(frames & {"naming", "as"}))


def _is_quoted(tagged: TaggedText, thing: int, inside: bytearray) -> bool:
    """Whether an object has words in quote marks: they are reported whatever the verb."""
    first, last = subtree(tagged, thing)
    return not inside[tagged.heads[thing]] and 1 in inside[first:last]


def _cue_range(tagged: TaggedText, verb: int, end: int) -> Range:
    """The verb with its helpers and negation directly before it, and its particle."""
    first = verb
    while first > 0 and tagged.heads[first - 1] == verb and tagged.deps[first - 1] in _BEFORE_VERB:
        first -= 1
    while first < verb and tagged.deps[first] == ADVERB:
        first += 1
    return first, max(end, verb + 1)


def _of_passive(tagged: TaggedText, verb: int, cue: Cue, end: int) -> Report | None:
    """ "X was criticised by Y", "Y was told that …": who is told of, what is told, and by whom."""
    deps, lowers = tagged.deps, tagged.lowers
    agent = agent_of(tagged, verb)
    content: list[Range] = []
    subject: int | None = None
    is_addressed = "addressee" in cue.frames
    has_infinitive = is_question = False
    for child in tagged.children[verb]:
        dep = deps[child]
        is_question = is_question or (is_addressed and child > verb and _is_question(tagged, child))
        if dep == PASSIVE_SUBJECT:
            subject = child
        elif (
            dep in _TOLD_OF
            or (is_addressed and child > verb and _is_question(tagged, child))
            or (dep == PREPOSITION and (lowers[child] in cue.frames or lowers[child] == "as") and pobj_of(tagged, child))
        ):
            content.append(subtree(tagged, child))
            has_infinitive = has_infinitive or dep == INFINITIVE
    takes_object = not is_addressed and bool(cue.frames & {"object", "naming", "as"})
    if subject is not None and takes_object and lowers[subject] != "it":
        content.append(subtree(tagged, subject))
    elif subject is None and takes_object and deps[verb] == NOUN_CLAUSE and agent is not None:
        content.append(noun_phrase(tagged, tagged.heads[verb]))
    if not content or (agent is None and not is_question and (is_addressed or not has_infinitive)):
        return None
    return Report(
        _cue_range(tagged, verb, end),
        cue.cue_class,
        verb,
        sorted(content),
        agent,
        "passive",
        0.7 if agent is not None else 0.5,
        is_question,
    )
