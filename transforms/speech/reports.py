"""Reported speech and thought by syntax: a cue, whose words or thoughts follow, and which words are its content."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import RELATIVE, governing_verb, subject_of, subtree
from transforms.language.en.labels import (
    ADJECTIVE_COMPLEMENT,
    ADJECTIVE_MODIFIER,
    ADJECTIVE_TAGS,
    ATTRIBUTE,
    CASE_MARK,
    CLAUSE,
    COMPLEMENTS,
    COMPOUND,
    CONJUNCT,
    FIGURE,
    HELPER,
    NAME_TAGS,
    NOUN_CLAUSES,
    NOUN_TAGS,
    OBJECT,
    PASSIVE_HELPER,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION,
    PREPOSITION_COMPLEMENTS,
    PREPOSITION_OBJECT,
    PUNCTUATION,
    RELATIVE_CLAUSE,
    ROOT,
    SUBJECT,
    SUBJECTS,
    VERB_TAGS,
)
from transforms.speech.bounds import DASHES, PARTING
from transforms.speech.cues import Cue, Cues
from transforms.speech.report import Range, Report
from transforms.speech.verb_reports import report_of_verb

_AUXILIARY = frozenset({HELPER, PASSIVE_HELPER, ADJECTIVE_MODIFIER, COMPOUND, PUNCTUATION, CASE_MARK})
#: Verbs that carry a noun cue: whoever makes, issues or rejects the statement is its speaker.
_ISSUING_VERBS = word_class("speech.issuing_verbs")
#: Subjects that say nothing: "it is clear that".
_NO_SPEAKERS = word_class("speech.no_speakers")
SOURCE_PREPOSITIONS = word_class("syntax.source_prepositions")
_ACCORDING = word_class("speech.according")
_SAYING = word_class("syntax.saying")
_IN = word_class("speech.in")
#: What tells by figures what people think.
_POLLS = word_class("speech.polls")
_TO = word_class("syntax.to")
#: What follows "announcement on" and is no subject of it.
_DAYS = word_class("speech.days")
_THAT = word_class("syntax.that")
#: How a chain of media goes on.
_NEXT_HOP = word_class("speech.next_hop")
_PREDICATIVE = frozenset({ADJECTIVE_COMPLEMENT, ROOT, CONJUNCT})
_CARRIED = frozenset({OBJECT, ATTRIBUTE})
#: So far behind who it is according to the comma may stand.
_ASIDE = 10
_RELATIVE_SLOTS = frozenset({SUBJECT, OBJECT, PASSIVE_SUBJECT})


def find_reports(tagged: TaggedText, cues: Cues, inside: bytearray) -> list[Report]:
    """Reports of the whole text in the order of their cues. `inside` marks the tokens in quote marks: what a cue's object has in
    marks is its content whatever the cue."""
    reports: list[Report] = []
    deps, tags, forms = tagged.deps, tagged.tags, cues.forms
    for position, lower in enumerate(tagged.lowers):
        report: Report | None = None
        tag = tags[position]
        if lower in _ACCORDING:
            report = _according_to(tagged, position)
        elif lower in _IN and deps[position] == PREPOSITION:
            report = _in_poll(tagged, position)
        elif lower not in forms:
            continue
        elif tag in VERB_TAGS and lower in cues.verbs and deps[position] not in _AUXILIARY:
            report = report_of_verb(tagged, position, cues.verbs[lower], inside)
        elif tag in NOUN_TAGS and lower in cues.nouns:
            report = _of_noun(tagged, position, cues.nouns[lower])
        elif tag in ADJECTIVE_TAGS and lower in cues.adjectives:
            report = _of_adjective(tagged, position, cues.adjectives[lower])
        if report is not None:
            reports.append(report)
    return reports


def _of_noun(tagged: TaggedText, noun: int, cue: Cue) -> Report | None:
    deps, lowers = tagged.deps, tagged.lowers
    content: list[Range] = []
    speaker: int | None = None
    end = noun + 1
    for child in tagged.children[noun]:
        dep = deps[child]
        if dep == POSSESSOR:
            speaker = child
        elif child < noun:
            continue
        elif dep == CLAUSE or (dep in NOUN_CLAUSES and _is_content_clause(tagged, child, cue)):
            content.append(subtree(tagged, child))
        elif dep == PREPOSITION and lowers[child] in SOURCE_PREPOSITIONS and lowers[child] not in cue.frames:
            speaker = next((c for c in tagged.children[child] if deps[c] == PREPOSITION_OBJECT), speaker)
        elif dep == PREPOSITION and lowers[child] in cue.frames:
            content += _behind(tagged, child)
            end = child + 1 if child == end else end
    if not content:
        return None
    if speaker is None:
        speaker = _carrier(tagged, noun)
    if speaker is None:
        return None
    return Report((noun, end), cue.cue_class, noun, sorted(content), speaker, "noun", 0.65)


def _behind(tagged: TaggedText, preposition: int) -> list[Range]:
    told = (child for child in tagged.children[preposition] if tagged.deps[child] in PREPOSITION_COMPLEMENTS)
    return [subtree(tagged, child) for child in told if tagged.words[child] not in _DAYS]


def _is_content_clause(tagged: TaggedText, clause: int, cue: Cue) -> bool:
    for child in tagged.children[clause]:
        if child < clause and tagged.lowers[child] in _TO:
            return "infinitive" in cue.frames
        if child < clause and tagged.lowers[child] in _THAT:  # not the relative pronoun of "a claim that angered many"
            return "clause" in cue.frames and tagged.deps[child] not in _RELATIVE_SLOTS
    return False


def _carrier(tagged: TaggedText, noun: int) -> int | None:
    """Who makes the statement: the subject of the light verb whose object the noun is."""
    verb = tagged.heads[noun]
    if tagged.deps[noun] in _CARRIED and tagged.lowers[verb] in _ISSUING_VERBS:
        return subject_of(tagged, verb)
    return None


def _of_adjective(tagged: TaggedText, adjective: int, cue: Cue) -> Report | None:
    verb = tagged.heads[adjective]
    if tagged.deps[adjective] not in _PREDICATIVE:
        return None
    content: list[Range] = []
    for child in tagged.children[adjective]:
        dep = tagged.deps[child]
        if child > adjective and dep in COMPLEMENTS:
            content.append(subtree(tagged, child))
        elif dep == PREPOSITION and tagged.lowers[child] in cue.frames:
            content += _behind(tagged, child)
    speaker = subject_of(tagged, verb)
    if not content or speaker is None or tagged.lowers[speaker] in _NO_SPEAKERS:
        return None
    return Report((adjective, adjective + 1), cue.cue_class, adjective, sorted(content), speaker, "adjective", 0.6)


def _according_to(tagged: TaggedText, position: int) -> Report | None:
    """The clause that "according to X" qualifies."""
    if position + 1 >= len(tagged.words) or tagged.lowers[position + 1] not in _TO:
        return None
    to = position + 1
    speaker = next((c for p in (to, position) for c in tagged.children[p] if tagged.deps[c] == PREPOSITION_OBJECT), None)
    if speaker is None:
        return None
    hole = _up_to_comma(tagged, (position, subtree(tagged, speaker)[1]))
    verb = _whole_clause(tagged, governing_verb(tagged, tagged.heads[position]), position)
    verb = _spliced(tagged, verb, position)
    first, last = tagged.sentences[tagged.sentence_of[position]] if hole[0] <= verb < hole[1] else subtree(tagged, verb)
    first = next((at + 1 for at in range(position - 1, first, -1) if tagged.words[at] in PARTING), first)
    if tagged.words[hole[1] : hole[1] + 1] and tagged.words[hole[1]] in DASHES:  # the end of an aside: "— he won, according to X — but"
        last = hole[1]
        first = next((at + 1 for at in range(position - 1, first, -1) if tagged.words[at] in DASHES), first)
    content = [part for part in ((first, hole[0]), (hole[1], last)) if part[0] < part[1] and not _is_next_hop(tagged, part[0])]
    return Report((position, to + 1), "neutral", position, content, speaker, "according_to", 0.85) if content else None


def _in_poll(tagged: TaggedText, position: int) -> Report | None:
    """What a poll is told to say: "In a Herald poll, Hill leads", "Hill had 40 percent in a new Herald poll"; not "is ahead in polls"."""
    poll = next((c for c in tagged.children[position] if tagged.deps[c] == PREPOSITION_OBJECT and tagged.lowers[c] in _POLLS), None)
    if poll is None:
        return None
    low, high = tagged.sentences[tagged.sentence_of[position]]
    hole = _up_to_comma(tagged, (position, subtree(tagged, poll)[1]))
    opens = position == low and tagged.words[hole[1] : hole[1] + 1] == [","]
    verb = governing_verb(tagged, tagged.heads[position])
    first, last = (hole[1] + 1, high) if opens else subtree(tagged, verb)
    is_named = any(tagged.tags[c] in NAME_TAGS for c in tagged.children[poll] if tagged.deps[c] == COMPOUND)
    has_figures = is_named and any(tagged.tags[at] == FIGURE for at in range(first, last) if not hole[0] <= at < hole[1])
    content = [(first, last)] if opens else [part for part in ((first, hole[0]), (hole[1], last)) if part[0] < part[1]]
    tells = any(tagged.tags[at] in VERB_TAGS for part in content for at in range(*part))
    if not tells or not (opens or has_figures):
        return None
    return Report((position, position + 1), "neutral", position, content, poll, "according_to", 0.7)


def _whole_clause(tagged: TaggedText, verb: int, position: int) -> int:
    """The clause that a verb carries on or hangs on, where "according to" ends the whole: "It rose, and fell again, according to X"."""
    deps = tagged.deps
    while verb < position and tagged.words[position - 1] == "," and tagged.heads[verb] != verb:
        shares_subject = deps[verb] == CONJUNCT and not any(deps[child] in SUBJECTS for child in tagged.children[verb])
        if not shares_subject and deps[verb] != RELATIVE_CLAUSE and not _is_relative(tagged, verb):
            break
        verb = governing_verb(tagged, tagged.heads[verb])
    return verb


def _is_relative(tagged: TaggedText, verb: int) -> bool:
    """Whether a pronoun ties the clause of a verb to the one before, which the parser did not see: ", half of whom have left"."""
    first, _ = subtree(tagged, verb)
    return any(tagged.lowers[at] in RELATIVE and tagged.deps[at] == PREPOSITION_OBJECT for at in range(first, verb))


def _spliced(tagged: TaggedText, verb: int, position: int) -> int:
    """The main verb of a sentence that "according to" opens, where its first clause goes on without a conjunction: "According to X, seven
    states pay, 37 do not"."""
    above = tagged.heads[verb]
    opens = tagged.sentences[tagged.sentence_of[position]][0] == position
    is_spliced = opens and verb < above and tagged.deps[verb] == CLAUSE and tagged.deps[above] == ROOT
    return above if is_spliced and tagged.lowers[above] not in _SAYING else verb


def _up_to_comma(tagged: TaggedText, hole: Range) -> Range:
    """The words of "according to X" at the head of a sentence, up to its comma: "According to officials I spoke to, …"."""
    low, high = tagged.sentences[tagged.sentence_of[hole[0]]]
    if hole[0] != low or tagged.words[hole[1] : hole[1] + 1] == [","]:
        return hole
    comma = next((at for at in range(hole[1], min(hole[1] + _ASIDE, high)) if tagged.words[at] == ","), None)
    return hole if comma is None else (hole[0], comma)


def _is_next_hop(tagged: TaggedText, first: int) -> bool:
    """Whether a chain of media goes on here: ", reporting Agerpres"."""
    return any(lower in _NEXT_HOP for lower in tagged.lowers[first : first + 2])
