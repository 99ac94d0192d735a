"""What a reporting verb reports: its clause, infinitive, object or prepositional phrase, in the active and in the passive."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import agent_of, is_negated, is_passive, is_told_ahead, noun_phrase, subtree
from transforms.language.en.labels import (
    ADVERB,
    ADVERBIAL_CLAUSE,
    BASE_FORM,
    CLAUSE,
    DETERMINER_TAG,
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
    PARTICLE,
    PASSIVE_HELPER,
    PASSIVE_SUBJECT,
    PAST_FORM,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    PREPOSITION_COMPLEMENTS,
    PRESENT_PLURAL,
    QUESTION_TAGS,
    ROOT,
    SUBJECT,
)
from transforms.speech.bounds import (
    around,
    cut_out,
)
from transforms.speech.complements import accuses, asks, find_content
from transforms.speech.cues import Cue
from transforms.speech.insertions import find_ending, find_insertion
from transforms.speech.lost_clauses import find_behind_that, find_lost_clause, has_thing
from transforms.speech.report import Range, Report
from transforms.speech.speakers import speaker_of
from transforms.speech.unsaid import is_aside, is_unsaid, shown, shows

_FINITE = FINITE_TAGS
_MODALS = word_class("syntax.hypothetical")
#: Verbs whose infinitive does happen: "went on to say".
_ASPECTS = word_class("speech.aspects")
#: What somebody does to say something: "took to the radio to say".
_STEPPING = word_class("speech.stepping")
_PURPOSES = frozenset({INFINITIVE, ADVERBIAL_CLAUSE})
#: "X quoted Y as saying": Y says it.
_QUOTING = word_class("speech.quoting")
_AS = word_class("speech.as")
_CONDITIONS = word_class("syntax.conditions")
#: What leads to what is not said: "rather than arguing", "without saying".
_INSTEAD = word_class("speech.instead")
#: What leads to the means: "by saying".
_MEANS = word_class("syntax.by")
_NO_SPEAKERS = word_class("speech.no_speakers")
_TO = word_class("syntax.to")
#: What leads to an infinitive without "to".
_CAUSING = word_class("speech.causing")
_WHEN = word_class("speech.when")
_SAID = frozenset({"clause", "quote"})
_BEFORE_VERB = frozenset({HELPER, PASSIVE_HELPER, NEGATION, ADVERB})
_TOLD_OF = frozenset({CLAUSE, INFINITIVE, OBJECT_PREDICATE})
_QUESTIONED = frozenset({CLAUSE, ADVERBIAL_CLAUSE})


def report_of_verb(tagged: TaggedText, verb: int, entries: list[Cue], inside: bytearray) -> Report | None:
    """The report of one verb, possibly still without content; None when it reports nothing. `inside`: tokens in quote marks."""
    cue, particle = _choose(tagged, verb, entries)
    if cue is None or not is_asserted(tagged, verb) or _quotes_somebody(tagged, verb) or names_a_thing(tagged, verb, cue):
        return None
    end = (particle if particle is not None else verb) + 1
    is_reduced = tagged.tags[verb] == PARTICIPLE and tagged.deps[verb] == NOUN_CLAUSE and not _is_main(tagged, verb, cue)
    if is_passive(tagged, verb) or is_reduced or _is_asked(tagged, verb, cue):
        return _of_passive(tagged, verb, cue, end)
    quoted = _quoted_speaker(tagged, verb)
    speaker = speaker_of(tagged, verb, inside) if quoted is None else quoted
    if speaker is not None and _points(tagged, speaker):
        return None
    content, frame, preposition = find_content(tagged, verb, cue, inside)
    if content and is_unsaid(tagged, verb, cue, frame, content, inside):
        return None
    if preposition is not None and preposition == end:
        end += 1
    may_stand_inside = "clause" in cue.frames and (not content or tagged.deps[verb] == INSERTION) and not has_thing(tagged, verb, cue)
    insertion = find_insertion(tagged, verb, inside) if may_stand_inside else None
    if insertion is not None:
        speaker, content, frame = insertion.speaker, list(insertion.around), "inserted"
    elif not content and (tagged.deps[verb] == INSERTION and cue.frames & _SAID or is_aside(tagged, verb, cue)):
        content, frame = around(tagged, verb), "inserted"
    elif not content and speaker is not None and shows(tagged, verb, speaker):
        content, frame = [shown(tagged, verb)], "object"
    if (not content or cue.frames <= {"quote"}) and _has_infinitive(tagged, verb):
        return None  # "she continued to work"
    if not content and {"clause", "quote"} <= cue.frames and speaker is not None and tagged.tags[verb] in _FINITE:
        content, frame = find_lost_clause(tagged, verb, speaker, cue, inside), "rest"
    elif not content and "clause" in cue.frames:
        ending = find_ending(tagged, verb, inside)
        if ending is not None:
            speaker, content, frame = speaker if speaker is not None and speaker >= ending[1][1] else ending[0], [ending[1]], "rest"
        elif speaker is not None:
            content, frame = find_behind_that(tagged, verb, inside), "rest"
    if speaker is not None and any(first <= speaker < last for first, last in content):
        content = cut_out(content, noun_phrase(tagged, speaker))
    rule = f"verb.{frame or 'alone'}"
    return Report(_cue_range(tagged, verb, end), cue.cue_class, verb, sorted(content), speaker, rule, 0.85, "quote" in cue.frames)


def _is_main(tagged: TaggedText, verb: int, cue: Cue) -> bool:
    """Whether a participle is the verb of its sentence, which the parser lost behind a row of names: "Two experts, Anna Berg and
    Paul Hill, found that …"."""
    says = any(tagged.deps[child] == CLAUSE and child > verb for child in tagged.children[verb])
    return says and "addressee" not in cue.frames and tagged.deps[tagged.heads[verb]] == ROOT and tagged.words[verb - 1] == ","


def _points(tagged: TaggedText, speaker: int) -> bool:
    """Whether the subject is no speaker: "that said, he left", "this shows how it is"."""
    return tagged.tags[speaker] == DETERMINER_TAG and tagged.lowers[speaker] in _NO_SPEAKERS


def names_a_thing(tagged: TaggedText, verb: int, cue: Cue) -> bool:
    """Whether a verb of naming only tells what something is called: "a band called “The Mill”"."""
    is_reduced = tagged.deps[verb] == NOUN_CLAUSE and tagged.tags[verb] in (PARTICIPLE, PAST_FORM) and tagged.words[verb - 1] != ","
    return "naming" in cue.frames and is_reduced and agent_of(tagged, verb) is None


def _has_infinitive(tagged: TaggedText, verb: int) -> bool:
    """Whether the verb tells what somebody goes on, begins or is about to do."""
    return any(tagged.deps[child] == INFINITIVE and child > verb and _opens_with_to(tagged, child) for child in tagged.children[verb])


def _opens_with_to(tagged: TaggedText, infinitive: int) -> bool:
    return any(tagged.lowers[child] in _TO and tagged.deps[child] in HELPERS for child in tagged.children[infinitive])


def _is_asked(tagged: TaggedText, verb: int, cue: Cue) -> bool:
    """Whether the verb opens its sentence, or stands behind "when", as what somebody is asked: "Asked what he meant, the envoy left"."""
    is_behind = tagged.tags[verb] in (PARTICIPLE, PAST_FORM) and tagged.lowers[verb - 1] in _WHEN
    is_fronted = is_behind or tagged.deps[verb] == ADVERBIAL_CLAUSE and tagged.sentences[tagged.sentence_of[verb]][0] == verb
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
    if helpers & _MODALS and not is_told_ahead(tagged, verb) or (tagged.deps[verb] == ADVERBIAL_CLAUSE and _is_condition(tagged, verb)):
        return False
    if tagged.tags[verb] == ING_FORM and tagged.deps[verb] == INFINITIVE:
        return is_asserted(tagged, tagged.heads[verb])  # "might consider calling it"
    if tagged.tags[verb] == PRESENT_PLURAL and tagged.deps[verb] == CLAUSE and tagged.lowers[tagged.heads[verb]] in _CAUSING:
        return False  # "to help Hill argue": the parser took the infinitive for a present
    if tagged.tags[verb] != BASE_FORM:
        return True
    if "to" in helpers:
        head = tagged.heads[verb]
        above = tagged.lowers[head]
        goes_on = above in _ASPECTS and any(tagged.deps[child] == PARTICLE for child in tagged.children[head])
        is_step = above in _STEPPING or goes_on
        return tagged.deps[verb] == INFINITIVE and above in _ASPECTS or tagged.deps[verb] in _PURPOSES and is_step
    return bool(helpers)


def _is_means_not_taken(tagged: TaggedText, verb: int) -> bool:
    """Whether the saying is the means to what is not done: "will not show its hand by saying how it will vote"."""
    link = tagged.heads[verb]
    return tagged.deps[verb] == PREPOSITION_CLAUSE and tagged.lowers[link] in _MEANS and is_negated(tagged, tagged.heads[link])


def _is_condition(tagged: TaggedText, verb: int) -> bool:
    """Whether the clause of a verb is a condition: "if you say that …"."""
    return any(tagged.deps[child] == MARKER and tagged.lowers[child] in _CONDITIONS for child in tagged.children[verb])


def _is_question(tagged: TaggedText, clause: int) -> bool:
    """Whether a clause is an indirect question: "whether it failed", "what he meant"."""
    dep = tagged.deps[clause]
    return dep in _QUESTIONED and (asks(tagged, clause) or dep == CLAUSE and tagged.tags[subtree(tagged, clause)[0]] in QUESTION_TAGS)


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
        elif dep in _TOLD_OF or (is_addressed and child > verb and _is_question(tagged, child)) or _leads_to_told(tagged, child, cue):
            content.append(subtree(tagged, child))
            has_infinitive = has_infinitive or dep == INFINITIVE
    if agent is not None:
        content += (subtree(tagged, child) for child in tagged.children[agent] if child > agent and _leads_to_told(tagged, child, cue))
    takes_object = _tells_of_subject(cue, content)
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


def _leads_to_told(tagged: TaggedText, link: int, cue: Cue) -> bool:
    """Whether a preposition leads to what is told: "of lying", "as a dream"."""
    if tagged.deps[link] != PREPOSITION:
        return False
    is_held = any(tagged.deps[child] in PREPOSITION_COMPLEMENTS for child in tagged.children[link])
    return tagged.lowers[link] in cue.frames and is_held or tagged.lowers[link] in _AS and bool(tagged.children[link])


def _tells_of_subject(cue: Cue, content: list[Range]) -> bool:
    """Whether the subject of a passive is told of: "the plan was praised", "Hill was called a liar", "Hill was accused of lying"."""
    if accuses(cue):
        return bool(content)
    if "addressee" in cue.frames:
        return False
    return "object" in cue.frames or bool(content and cue.frames & {"naming", "as"})
