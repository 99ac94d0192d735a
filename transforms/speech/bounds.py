"""How far what somebody says reaches: up to a semicolon or dash, with the reason and the clauses that go on with it."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import pobj_of, subtree
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    BASE_FORM,
    CLAUSE,
    CONJUNCT,
    CONJUNCTION,
    FIGURE,
    HELPERS,
    INFINITIVE,
    ING_FORM,
    MARKER,
    MODAL,
    NOUN_TAGS,
    PAST_FORM,
    PREPOSITION,
    PREPOSITION_CLAUSE,
    PREPOSITION_TAG,
    PRESENT_TAGS,
    ROOT,
    SUBJECTS,
)
from transforms.speech.lost_clauses import own_words, widen
from transforms.speech.report import Range

#: What opens the end of what is said and not of the saying: "said he left because he was ill".
_REASONS = word_class("speech.reasons")
#: What leads from somebody who is judged to why, or as what.
_GROUNDS = word_class("speech.grounds")
#: What stands between "in" and "of" where it leads on likewise: "in support of".
_SUPPORT = word_class("speech.support")
#: What shows that somebody is attacked for what is his: "for her vote".
_FOR = frozenset({"for"})
_PERSONAL = word_class("speech.personal")
#: What leads to where it shall be that somebody wishes or expects.
_PLACES = word_class("speech.places")
_OCCASIONS = word_class("speech.occasions")
_PLATFORMS = word_class("speech.platforms")
#: Signs behind which a clause is no part of what the verb tells.
PARTING = frozenset({";", ":"})
DASHES = frozenset({"--", "—", "–"})


_ASKED = word_class("speech.asked")
_DAYS = word_class("speech.days")
#: Verbs whose past looks like their base form.
_TIMELESS = word_class("speech.timeless")
_TO = word_class("syntax.to")
_THAT = word_class("syntax.that")
_OF_DEEDS = frozenset({INFINITIVE, ADVERBIAL_CLAUSE})
#: How the main verb of a sentence hangs, and what goes on with a clause that it tells.
_MAIN = frozenset({ROOT, CONJUNCT})
_GOING_ON = frozenset({BASE_FORM, PAST_FORM, MODAL, *PRESENT_TAGS})
_PRESENT = frozenset({BASE_FORM, *PRESENT_TAGS})


def clause_ranges(tagged: TaggedText, clause: int, verb: int, is_addressed: bool) -> list[Range]:
    """The clause without the cue's own words where these stand inside it ("The talks, he said, failed")."""
    first, last = subtree(tagged, clause)
    if not first <= verb < last:
        return [(first if is_addressed or clause < verb else widen(tagged, verb, clause, verb + 1), last)]
    low, high = own_words(tagged, verb, clause)
    return [part for part in ((first, low), (high, last)) if part[0] < part[1]]


def with_ground(tagged: TaggedText, verb: int, thing: int) -> Range:
    """A verb's object with what it is praised or blamed for, called, or meant to do, right behind it: "mocked Berg for losing", "dismissed
    the plan as a dream", "defended his call to raise the tax"."""
    first, last = subtree(tagged, thing)
    for child in tagged.children[verb]:
        is_ground = tagged.deps[child] == PREPOSITION and _leads_on(tagged, child)
        is_deed = tagged.deps[child] in _OF_DEEDS and subtree(tagged, child)[0] == last and tagged.lowers[last] in _TO
        if child == last and is_ground or is_deed:
            last = subtree(tagged, child)[1]
    return first, last


def with_list(tagged: TaggedText, verb: int, said: Range) -> Range:
    """A thing with the rest of its list, which the parser hung on the verb: "spoke of the state of the roads, the lack of jobs and …"."""
    first, last = said
    if tagged.words[last : last + 1] != [","]:
        return said
    for child in tagged.children[verb]:
        low, high = subtree(tagged, child)
        is_list = any(tagged.deps[under] == CONJUNCT and tagged.tags[under] in NOUN_TAGS for under in tagged.children[child])
        if low == last + 1 and tagged.tags[child] in NOUN_TAGS and is_list:
            return first, high
    return said


def with_place(tagged: TaggedText, verb: int, said: Range) -> Range:
    """What somebody expects, wants or promises with where it shall be, which the parser hung on the verb: "predicted wins in the races
    ahead"; where and when it is said stays outside."""
    first, last = said
    for child in tagged.children[verb]:
        held = pobj_of(tagged, child) if tagged.deps[child] == PREPOSITION and child == last else None
        if held is not None and tagged.lowers[child] in _PLACES and not _tells_when(tagged, held):
            last = subtree(tagged, child)[1]
    return first, last


def _tells_when(tagged: TaggedText, held: int) -> bool:
    """Whether what a preposition holds is a day or year, an occasion to speak, or a medium."""
    lower = tagged.lowers[held]
    return tagged.words[held] in _DAYS or lower in _OCCASIONS or lower in _PLATFORMS or tagged.tags[held] == FIGURE


def up_to_end(tagged: TaggedText, said: Range, inside: bytearray) -> Range:
    """A thing with what a colon behind it tells of it: "proposed one way out: Sell the mill"; not with words in marks."""
    first, last = said
    high = tagged.sentences[tagged.sentence_of[first]][1]
    is_told = tagged.words[last : last + 1] == [":"] and last + 2 < high and not inside[last + 1]
    return (first, high) if is_told else said


def _leads_on(tagged: TaggedText, preposition: int) -> bool:
    """Whether a preposition goes on with the thing before it and does not tell when or where it is said: "for losing", "in support of"."""
    behind = [*tagged.lowers[preposition + 1 : preposition + 3], "", ""]
    is_ground = tagged.lowers[preposition] in _GROUNDS and tagged.words[preposition + 1] not in _DAYS
    return is_ground or behind[0] in _SUPPORT and behind[1] == "of"


def is_for_deed(tagged: TaggedText, verb: int, thing: int) -> bool:
    """Whether what a verb does to somebody is for what he does: "attacked Berg for losing", "for his vote"; a town is attacked for days."""
    end = subtree(tagged, thing)[1]
    leads = [child for child in tagged.children[verb] if child >= end and tagged.lowers[child] in _GROUNDS]
    held = [at for lead in leads if tagged.lowers[lead] in _FOR for at in tagged.children[lead]]
    if any(tagged.lowers[under] in _PERSONAL for at in held for under in tagged.children[at]):
        return True
    return any(tagged.deps[deed] == PREPOSITION_CLAUSE for lead in leads if lead == end for deed in tagged.children[lead])


def up_to_dash(tagged: TaggedText, first: int, last: int, inside: bytearray) -> Range:
    """A phrase without what the outlet adds behind a dash: "rebutted the reports — a striking change of tone"."""
    dash = next((at for at in range(first + 1, last) if tagged.words[at] in DASHES and not inside[at]), None)
    is_pair = dash is not None and any(tagged.words[at] in DASHES for at in range(dash + 1, last))
    return (first, last) if dash is None or is_pair else (first, dash)


def up_to_semicolon(tagged: TaggedText, verb: int, first: int, last: int, inside: bytearray) -> Range:
    """What stands on the verb's side of a semicolon: "many say it is a crisis; others say it is none"."""
    signs = [at for at in range(first + 1, last - 1) if tagged.words[at] == ";" and not inside[at]]
    if not signs:
        return first, last
    return (first, signs[0]) if first > verb else (signs[-1] + 1, last)


def with_reason(tagged: TaggedText, verb: int, said: list[Range]) -> list[Range]:
    """What is said with a reason or condition that follows it at once, which the parser hung on the saying."""
    first, last = said[-1]
    for child in tagged.children[verb]:
        if child > last and tagged.deps[child] == ADVERBIAL_CLAUSE:
            opening, end = subtree(tagged, child)
            if opening == last and tagged.lowers[opening] in _REASONS:
                return [*said[:-1], (first, end)]
            if last <= verb < opening - 1 and tagged.words[verb + 1 : opening] == [","] and tagged.lowers[opening] in _REASONS:
                return [*said, (opening, end)]  # "The mill will close, he says, because …"
    return said


def with_joined(tagged: TaggedText, verb: int, complement: int) -> Range:
    """A complement with what goes on with it, where the parser joined that to the verb: "vowed to fight crime, enforce the law, and protect
    …", "by raising taxes, and by saving"; without a deed that it joined to the complement: "vowed to fight crime and left the room"."""
    first, last = subtree(tagged, complement)
    if complement < verb or tagged.deps[complement] != INFINITIVE or tagged.tags[verb] == BASE_FORM:
        return first, last
    joined = (child for child in tagged.children[complement] if tagged.deps[child] == CONJUNCT)
    deed = next((child for child in joined if tagged.tags[child] == PAST_FORM), None)
    if deed is not None:
        return first, next((at for at in range(deed - 1, complement, -1) if tagged.deps[at] == CONJUNCTION), deed)
    for child in tagged.children[verb]:
        if child > last and tagged.deps[child] == CONJUNCT and (_is_bare(tagged, child) or tagged.tags[child] == PREPOSITION_TAG):
            last = subtree(tagged, child)[1]
    return first, last


def _is_bare(tagged: TaggedText, verb: int) -> bool:
    """Whether an infinitive has neither a helper nor a subject of its own."""
    has_own = any(tagged.deps[child] in HELPERS or tagged.deps[child] in SUBJECTS for child in tagged.children[verb])
    return tagged.tags[verb] == BASE_FORM and not has_own


def with_next_clauses(tagged: TaggedText, verb: int, said: list[Range]) -> list[Range]:
    """What is said where the parser hung several clauses on the verb: "Trains will be late, and no buses will run, he said", "says he did
    not know, for example, that trains were late"."""
    first, last = said[-1]
    for child in tagged.children[verb]:
        if tagged.deps[child] != CLAUSE or child < last:
            continue
        opening, end = subtree(tagged, child)
        is_opened = any(tagged.deps[mark] == MARKER and tagged.lowers[mark] in _THAT for mark in tagged.children[child])
        goes_on = child < verb or first > verb and is_opened
        if opening >= last and goes_on and not PARTING.intersection(tagged.words[last:opening]):
            last = end
    return [*said[:-1], (first, last)]


def with_rest(tagged: TaggedText, verb: int, said: list[Range], inside: bytearray) -> list[Range]:
    """What the main verb of a sentence tells, where the parser ended it before its own verb: "said any letter sent through her friends was
    lost", "agreed with Hill, who asked that the town hold a vote"."""
    first, last = said[-1]
    high = tagged.sentences[tagged.sentence_of[verb]][1]
    is_main = tagged.deps[verb] in _MAIN or tagged.tags[verb] == ING_FORM and tagged.deps[verb] == ADVERBIAL_CLAUSE
    if not is_main or first < verb or last >= high or tagged.tags[last] not in _GOING_ON or inside[last] or inside[last - 1]:
        return said
    return [*said[:-1], (first, high)]


def up_to_next_saying(tagged: TaggedText, clause: int, said: list[Range]) -> list[Range]:
    """What is said without what the speaker then did, which the parser joined to it: "said he will wait and noted that nobody came", "said
    he would wait and closed the door"."""
    if tagged.tags[clause] == PAST_FORM:
        return said
    joined = [child for child in tagged.children[clause] if tagged.deps[child] == CONJUNCT and _is_past(tagged, child)]
    is_present = tagged.tags[clause] in _PRESENT
    saying = next((child for child in joined if is_present or any(tagged.deps[under] == CLAUSE for under in tagged.children[child])), None)
    if saying is None or any(tagged.deps[child] in SUBJECTS for child in tagged.children[saying]):
        return said
    end = next((at for at in range(saying - 1, clause, -1) if tagged.deps[at] == CONJUNCTION), saying)
    return [(first, min(last, end)) for first, last in said if first < end]


def _is_past(tagged: TaggedText, verb: int) -> bool:
    """Whether a verb is in the past by a form of its own, and not as "hurt" may be: "will raise prices and hurt many"."""
    return tagged.tags[verb] == PAST_FORM and tagged.lowers[verb] not in _TIMELESS


def around(tagged: TaggedText, verb: int) -> list[Range]:
    """What an inserted "he said" interrupts; of an aside between dashes, only what stands in them."""
    first, last = subtree(tagged, tagged.heads[verb])
    low, high = subtree(tagged, verb)
    if tagged.words[high : high + 1] and tagged.words[high] in DASHES:
        opening = next((at + 1 for at in range(low - 1, first, -1) if tagged.words[at] in DASHES), first)
        return [(opening, low)] if opening < low else []
    front = tagged.lowers[first] in _ASKED  # "Asked who paid, Cohen said, “…”": what stands before is not said
    return [part for part in ((first, first if front else low), (high, last)) if part[0] < part[1]]


def cut_out(content: list[Range], hole: Range) -> list[Range]:
    kept: list[Range] = []
    for first, last in content:
        if hole[1] <= first or last <= hole[0]:
            kept.append((first, last))
            continue
        kept += [part for part in ((first, hole[0]), (hole[1], last)) if part[0] < part[1]]
    return kept
