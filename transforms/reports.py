"""Reported speech and thought by syntax: a cue, whose words or thoughts follow, and which words are its content."""

from dataclasses import dataclass

from transforms.annotations import TaggedText
from transforms.cues import Cue, Cues
from transforms.syntax import clause_of, is_passive, noun_phrase, subject_of, subtree

_AUXILIARY = frozenset({"aux", "auxpass", "amod", "compound", "punct", "case"})
_VERBAL = frozenset("VM")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: Verbs that carry a noun cue: whoever makes, issues or rejects the statement is its speaker.
_LIGHT_VERBS = frozenset(
    "make makes made making issue issues issued issuing give gives gave given giving express expresses expressed expressing voice voices voiced voicing have has had "
    "having hold holds held holding raise raises raised raising repeat repeats repeated repeating release releases released releasing offer offers offered offering "
    "deliver delivers delivered delivering share shares shared sharing present presents presented presenting file files filed filing level levels leveled levelled "
    "launch launches launched launching reiterate reiterates reiterated reiterating send sends sent sending post posts posted posting write writes wrote writing "
    "draw draws drew see sees saw show shows showed showing state states stated stating convey conveys conveyed set sets announce announced announces keep keeps kept "
    "take takes took taking put puts get gets got reach reaches reached cite cites cited citing".split()
)
_MODALS = frozenset("would could may might should must can ca cannot ought".split())
#: Verbs whose infinitive does happen: "went on to say".
_ASPECTS = frozenset("went go goes gone going continue continues continued continuing began begin begins begun came used appeared seemed seems appears dared proceeded rushed".split())
#: Verbs that hardly ever stand without what is said.
_PLAIN = frozenset({"say", "claim", "insist", "argue", "believe"})
Range = tuple[int, int]


@dataclass(slots=True)
class Report:
    """One attribution in token positions; `content` are half-open ranges in text order; `speaker` is the head of the speaker's phrase."""

    cue: Range
    cue_class: str
    position: int  # the cue's main word
    content: list[Range]
    speaker: int | None
    rule: str
    confidence: float
    is_utterance: bool = False  # a verb of saying, not of thinking or judging


def find_reports(tagged: TaggedText, cues: Cues, inside: bytearray) -> list[Report]:
    """Reports of the whole text in the order of their cues. `inside` marks the tokens in quote marks: what a cue's object has in
    marks is its content whatever the cue."""
    reports: list[Report] = []
    lowers, tags, deps = tagged.lowers, tagged.tags, tagged.deps
    forms = cues.forms
    for position, lower in enumerate(lowers):
        if lower == "according":
            report = _according_to(tagged, position)
            if report is not None:
                reports.append(report)
            continue
        if lower not in forms:
            continue
        tag = tags[position]
        report = None
        if tag[:1] == "V":
            if lower in cues.verbs and deps[position] not in _AUXILIARY:
                report = _of_verb(tagged, position, cues.verbs[lower], inside)
        elif tag[:2] == "NN":
            if lower in cues.nouns:
                report = _of_noun(tagged, position, cues.nouns[lower])
        elif tag[:2] == "JJ" or tag[:3] == "VBN":
            if lower in cues.adjectives:
                report = _of_adjective(tagged, position, cues.adjectives[lower])
        if report is not None:
            reports.append(report)
    return reports


# ---------------------------------------------------------------- verbs


def _of_verb(tagged: TaggedText, verb: int, entries: list[Cue], inside: bytearray) -> Report | None:
    children = tagged.children[verb]
    cue, particle = _choose(tagged, verb, entries)
    if cue is None or not _is_asserted(tagged, verb):
        return None
    frames = cue.frames
    end = (particle if particle is not None else verb) + 1
    if is_passive(tagged, verb) or (tagged.tags[verb] == "VBN" and tagged.deps[verb] == "acl"):
        return _of_passive(tagged, verb, cue, end)
    content: list[Range] = []
    frame = ""
    deps, lowers = tagged.deps, tagged.lowers
    objects: list[int] = []
    clause: int | None = None
    preposition: int | None = None
    for child in children:
        dep = deps[child]
        if dep == "ccomp":
            if "clause" in frames or "quote" in frames or "naming" in frames or "object" in frames:
                if clause is None or child > verb:
                    clause = child
        elif dep == "xcomp":
            if frames & {"infinitive", "naming"} or ("gerund" in frames and tagged.tags[child] == "VBG"):
                content.append(subtree(tagged, child))
                frame = "infinitive"
        elif dep == "acomp" or dep == "oprd":
            if frames & {"naming", "as"}:
                content.append(subtree(tagged, child))
        elif dep == "dobj":
            objects.append(child)
        elif dep == "prep" and child > verb:
            low = lowers[child]
            if low == "as" and "as" in frames:
                content.append(subtree(tagged, child))
            elif low in frames and (preposition is None or "addressee" in frames):
                preposition = child
        elif dep == "advcl" and child > verb and "clause" in frames and any(lowers[c] in ("whether", "if", "how", "why") for c in tagged.children[child]):
            if clause is None:
                clause = child
    if clause is not None:
        content += _clause_ranges(tagged, clause, verb)
        frame = "clause"
    for child in objects:
        if "addressee" in frames and (content or preposition is not None or "object" not in frames):
            if "infinitive" in frames and content:
                content.append(subtree(tagged, child))
            continue
        if clause is not None and "naming" not in frames:
            continue
        if frames & {"object", "naming", "as"} or ("addressee" not in frames and not inside[verb] and 1 in inside[slice(*subtree(tagged, child))]):
            content.append(subtree(tagged, child))
            frame = frame or "object"
    if preposition is not None and clause is None and not (content and "addressee" not in frames):
        content += _of_preposition(tagged, preposition)
        frame = frame or "preposition"
        end = max(end, preposition + 1) if preposition == end else end
    speaker = subject_of(tagged, verb)
    if not content and tagged.deps[verb] == "parataxis":
        content = _around(tagged, verb)
        frame = "inserted"
    if not content and "clause" in frames and "quote" in frames and speaker is not None and tagged.tags[verb] in _FINITE:
        content = _rest(tagged, verb, speaker, cue.base in _PLAIN)
        frame = "rest"
    if speaker is not None and any(first <= speaker < last for first, last in content):
        content = _cut_out(content, noun_phrase(tagged, speaker))
    return Report(_cue_range(tagged, verb, end), cue.cue_class, verb, sorted(content), speaker, f"verb.{frame or 'complement'}", 0.85, "quote" in frames)


def _is_asserted(tagged: TaggedText, verb: int) -> bool:
    """Whether the saying is told as a fact: no purpose ("to say"), no possibility ("might say"), no order."""
    tag = tagged.tags[verb]
    helpers = {tagged.lowers[child] for child in tagged.children[verb] if tagged.deps[child] in ("aux", "auxpass")}
    if helpers & _MODALS:
        return False
    if tag != "VB":
        return True
    if "to" in helpers:
        return tagged.deps[verb] == "xcomp" and tagged.lowers[tagged.heads[verb]] in _ASPECTS
    return bool(helpers)


def _choose(tagged: TaggedText, verb: int, entries: list[Cue]) -> tuple[Cue | None, int | None]:
    """The dictionary's entry that fits the words after the verb, with the position of its particle."""
    for cue in entries:
        if not cue.particle:
            return cue, None
        first, _, second = cue.particle.partition(" ")
        for child in tagged.children[verb]:
            if tagged.lowers[child] == first and verb < child <= verb + 4 and (not second or tagged.lowers[child + 1 : child + 2] == [second]):
                return cue, child + (1 if second else 0)
    return None, None


def _clause_ranges(tagged: TaggedText, clause: int, verb: int) -> list[Range]:
    """The clause without the cue's own words where these stand inside it ("The talks, he said, failed")."""
    first, last = subtree(tagged, clause)
    if not first <= verb < last:
        return [(first, last)]
    low, high = _own_words(tagged, verb, clause)
    return [part for part in ((first, low), (high, last)) if part[0] < part[1]]


def _own_words(tagged: TaggedText, verb: int, clause: int | None) -> Range:
    """The cue with its subject and modifiers, without the content."""
    low, high = verb, verb + 1
    for child in tagged.children[verb]:
        if child == clause or tagged.deps[child] in ("ccomp", "punct", "advcl", "conj", "cc"):
            continue
        first, last = subtree(tagged, child)
        low, high = min(low, first), max(high, last)
    return low, high


def _around(tagged: TaggedText, verb: int) -> list[Range]:
    """What an inserted "he said" interrupts."""
    first, last = subtree(tagged, tagged.heads[verb])
    low, high = subtree(tagged, verb)
    return [part for part in ((first, low), (high, last)) if part[0] < part[1]]


def _of_preposition(tagged: TaggedText, preposition: int) -> list[Range]:
    return [subtree(tagged, child) for child in tagged.children[preposition] if tagged.deps[child] in ("pobj", "pcomp")]


def _rest(tagged: TaggedText, verb: int, speaker: int, is_plain: bool) -> list[Range]:
    """Where the parser saw no content: what stands before an ending "X said", or after a beginning one."""
    low, high = tagged.sentences[tagged.sentence_of[verb]]
    words, tags = tagged.words, tagged.tags
    own_low, own_high = _own_words(tagged, verb, None)
    before, after = range(low, own_low), range(own_high, high)
    if sum(tags[p][:1] in _VERBAL for p in before) and words[own_low - 1] in (",", "”", '"', "’", "''", "?", "!"):
        return [(low, own_low)]
    if is_plain and own_high < high and words[own_high] not in (".", ",", ":", "“", '"') and sum(tags[p][:1] in _VERBAL for p in after):
        return [(own_high, high)]
    return []


def _cut_out(content: list[Range], hole: Range) -> list[Range]:
    kept: list[Range] = []
    for first, last in content:
        if hole[1] <= first or last <= hole[0]:
            kept.append((first, last))
            continue
        kept += [part for part in ((first, hole[0]), (hole[1], last)) if part[0] < part[1]]
    return kept


def _cue_range(tagged: TaggedText, verb: int, end: int) -> Range:
    """The verb with its auxiliaries and negation directly before it, and its particle."""
    first = verb
    while first > 0 and tagged.heads[first - 1] == verb and tagged.deps[first - 1] in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    while first < verb and tagged.deps[first] == "advmod":
        first += 1
    return first, max(end, verb + 1)


def _of_passive(tagged: TaggedText, verb: int, cue: Cue, end: int) -> Report | None:
    deps, lowers = tagged.deps, tagged.lowers
    agent: int | None = None
    content: list[Range] = []
    subject: int | None = None
    for child in tagged.children[verb]:
        dep = deps[child]
        if dep == "agent" or (dep == "prep" and lowers[child] == "by"):
            agent = next((c for c in tagged.children[child] if deps[c] == "pobj"), None)
        elif dep == "nsubjpass":
            subject = child
        elif dep in ("ccomp", "xcomp", "oprd") or (dep == "prep" and (lowers[child] in cue.frames or lowers[child] == "as")):
            content.append(subtree(tagged, child))
    addressed = "addressee" in cue.frames
    takes_object = not addressed and bool(cue.frames & {"object", "naming", "as"})
    if subject is not None and takes_object and lowers[subject] != "it":
        content.append(subtree(tagged, subject))
    elif subject is None and deps[verb] == "acl" and agent is not None and takes_object:
        content.append(noun_phrase(tagged, tagged.heads[verb]))
    if not content or (agent is None and (addressed or not any(deps[child] == "xcomp" for child in tagged.children[verb]))):
        return None
    return Report(_cue_range(tagged, verb, end), cue.cue_class, verb, sorted(content), agent, "passive", 0.7 if agent is not None else 0.5)


# ---------------------------------------------------------------- nouns, adjectives, according to


def _of_noun(tagged: TaggedText, noun: int, cue: Cue) -> Report | None:
    deps, lowers = tagged.deps, tagged.lowers
    content: list[Range] = []
    speaker: int | None = None
    end = noun + 1
    for child in tagged.children[noun]:
        dep = deps[child]
        if dep == "poss":
            speaker = child
        elif child < noun:
            continue
        elif dep == "ccomp" or (dep in ("acl", "relcl") and _is_content_clause(tagged, child, cue)):
            content.append(subtree(tagged, child))
        elif dep == "prep" and lowers[child] in ("by", "from") and lowers[child] not in cue.frames:
            speaker = next((c for c in tagged.children[child] if deps[c] == "pobj"), speaker)
        elif dep == "prep" and lowers[child] in cue.frames:
            content += _of_preposition(tagged, child)
            end = child + 1 if child == end else end
    if not content:
        return None
    if speaker is None:
        speaker = _carrier(tagged, noun)
    if speaker is None:
        return None
    return Report((noun, end), cue.cue_class, noun, sorted(content), speaker, "noun", 0.65)


def _is_content_clause(tagged: TaggedText, clause: int, cue: Cue) -> bool:
    markers = {tagged.lowers[child] for child in tagged.children[clause] if child < clause}
    if "to" in markers:
        return "infinitive" in cue.frames
    return "that" in markers and "clause" in cue.frames and not any(
        tagged.lowers[child] == "that" and tagged.deps[child] in ("nsubj", "dobj", "nsubjpass") for child in tagged.children[clause]
    )


def _carrier(tagged: TaggedText, noun: int) -> int | None:
    """Who makes the statement: the subject of the light verb whose object the noun is."""
    verb = tagged.heads[noun]
    if tagged.deps[noun] in ("dobj", "attr") and tagged.lowers[verb] in _LIGHT_VERBS:
        return subject_of(tagged, verb)
    return None


def _of_adjective(tagged: TaggedText, adjective: int, cue: Cue) -> Report | None:
    verb = tagged.heads[adjective]
    if tagged.deps[adjective] not in ("acomp", "ROOT", "conj"):
        return None
    content: list[Range] = []
    for child in tagged.children[adjective]:
        dep = tagged.deps[child]
        if child > adjective and dep in ("ccomp", "xcomp"):
            content.append(subtree(tagged, child))
        elif dep == "prep" and tagged.lowers[child] in cue.frames:
            content += _of_preposition(tagged, child)
    speaker = subject_of(tagged, verb)
    if not content or speaker is None or tagged.lowers[speaker] in ("it", "that", "this"):
        return None
    return Report((adjective, adjective + 1), cue.cue_class, adjective, sorted(content), speaker, "adjective", 0.6)


def _according_to(tagged: TaggedText, position: int) -> Report | None:
    """The clause that "according to X" qualifies."""
    if tagged.lowers[position + 1 : position + 2] != ["to"]:
        return None
    to = position + 1
    speaker = next((c for p in (to, position) for c in tagged.children[p] if tagged.deps[c] == "pobj"), None)
    if speaker is None:
        return None
    hole = (position, subtree(tagged, speaker)[1])
    governor = tagged.heads[position]
    clause = clause_of(tagged, governor)
    first, last = subtree(tagged, clause)
    content = [part for part in ((first, hole[0]), (hole[1], last)) if part[0] < part[1]]
    return Report((position, to + 1), "neutral", position, content, speaker, "according_to", 0.85) if content else None
