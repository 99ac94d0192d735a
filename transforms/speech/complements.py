"""What stands behind a reporting verb as its content, by the frames of its cue: clause, infinitive, object, prepositional phrase."""

from collections.abc import Set
from dataclasses import dataclass, field

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import pobj_of, subtree
from transforms.language.en.labels import (
    ADJECTIVE,
    ADJECTIVE_COMPLEMENT,
    ADVERBIAL_CLAUSE,
    CLAUSE,
    COMMON_NOUN_TAGS,
    INFINITIVE,
    ING_FORM,
    MARKER,
    OBJECT,
    OBJECT_PREDICATE,
    PREPOSITION,
    PREPOSITION_COMPLEMENTS,
)
from transforms.speech.bounds import (
    PARTING,
    clause_ranges,
    is_for_deed,
    up_to_dash,
    up_to_end,
    up_to_next_saying,
    up_to_semicolon,
    with_ground,
    with_joined,
    with_list,
    with_next_clauses,
    with_place,
    with_reason,
    with_rest,
)
from transforms.speech.cues import Cue
from transforms.speech.lost_clauses import find_wish
from transforms.speech.report import Range
from transforms.speech.unsaid import does_something

_OPEN_QUESTIONS = word_class("syntax.open_questions")
#: How sources that stay unnamed say it.
_CONDITIONAL = word_class("speech.condition_links")
_SILENCES = word_class("speech.silences")
_NAMED = word_class("speech.named")
_COPULAS = word_class("syntax.copulas")
_AS = word_class("speech.as")
_NOMINATIVES = word_class("speech.nominatives")
_THAT = word_class("syntax.that")
_CLAUSAL = frozenset({"clause", "quote", "naming", "object"})
#: Classes of cues that tell of what shall be.
_OF_THE_FUTURE = frozenset({"thinking", "warning", "promising", "demanding"})
_NAMED_AS = frozenset({ADJECTIVE_COMPLEMENT, OBJECT_PREDICATE})


@dataclass(slots=True)
class _Parts:
    """What hangs on a verb and may be content; positions of the main words."""

    objects: list[int] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    clause: int | None = None
    preposition: int | None = None
    frame: str = ""


def find_content(tagged: TaggedText, verb: int, cue: Cue, inside: bytearray) -> tuple[list[Range], str, int | None]:
    """Content by the frames of the cue, the frame it was found by, and the preposition before it if there is one."""
    frames = cue.frames
    parts = _parts_of(tagged, verb, cue, inside)
    _find_misplaced(tagged, verb, frames, parts, inside)
    objects, complements, clause = parts.objects, parts.complements, parts.clause
    if clause is None and "clause" in frames and objects and objects[0] == verb + 1 and tagged.lowers[verb + 1] in _NOMINATIVES:
        return [(verb + 1, subtree(tagged, verb)[1])], "clause", None  # the parser took the subject of what is said for an object
    has_object = bool(objects or complements[1:])
    content = [with_joined(tagged, verb, child) for child in complements if _is_told(tagged, child, has_object, frames)]
    if content and clause is None and has_object and complements[-1] > verb and tagged.deps[complements[-1]] != INFINITIVE:
        content = with_reason(tagged, verb, content)
    if clause is not None:
        content += _said_in(tagged, verb, clause, frames, inside)
        parts.frame = "clause"
    has_behind = parts.preposition is not None and clause is None and (not content or "addressee" in frames)
    taken, quoted = _things(tagged, verb, cue, parts, (bool(content), has_behind), inside)
    if taken or quoted:
        content += [_whole_thing(tagged, verb, cue, child, inside) for child in (*taken, *quoted)]
        parts.frame = parts.frame or "object"
    wish = find_wish(tagged, verb) if "for" in frames and not content else None
    if wish is not None:
        return [wish], "preposition", wish[0] - 1
    if has_behind and parts.preposition is not None and not taken:
        told = [child for child in tagged.children[parts.preposition] if tagged.deps[child] in PREPOSITION_COMPLEMENTS]
        content += [_whole_thing(tagged, verb, cue, child, inside) for child in told]
        return _with_accused(tagged, cue, objects, content), parts.frame or "preposition", parts.preposition
    return _with_called(tagged, verb, cue, content), parts.frame, None


def _whole_thing(tagged: TaggedText, verb: int, cue: Cue, thing: int, inside: bytearray) -> Range:
    """A thing that somebody speaks of with all that belongs to it, wherever the parser hung that."""
    said = with_list(tagged, verb, with_ground(tagged, verb, thing))
    if cue.cue_class in _OF_THE_FUTURE:
        said = with_place(tagged, verb, said)
    return up_to_dash(tagged, *up_to_end(tagged, said, inside), inside)


def _with_accused(tagged: TaggedText, cue: Cue, objects: list[int], content: list[Range]) -> list[Range]:
    """What somebody is accused of together with who it is: "accused the mayor of lying" says so of the mayor."""
    if not accuses(cue) or not objects or not content:
        return content
    first, last = subtree(tagged, objects[0])
    return [(min(first, content[0][0]), max(last, content[-1][1]))]


def accuses(cue: Cue) -> bool:
    """Whether a cue says something bad of the one whom it addresses."""
    return cue.cue_class == "accusing" and "addressee" in cue.frames


def _with_called(tagged: TaggedText, verb: int, cue: Cue, content: list[Range]) -> list[Range]:
    """What somebody is called on to do together with who shall do it: "called on the mayors to act"."""
    links = (child for child in tagged.children[verb] if child > verb and tagged.lowers[child] == cue.particle)
    called = next((at for link in links if (at := pobj_of(tagged, link)) is not None), None) if "infinitive" in cue.frames else None
    if called is None or len(content) != 1 or content[0][0] <= called:
        return content
    return [(subtree(tagged, called)[0], content[0][1])]


def _parts_of(tagged: TaggedText, verb: int, cue: Cue, inside: bytearray) -> _Parts:
    """What the parser hung on a verb and its cue allows."""
    frames, deps, lowers = cue.frames, tagged.deps, tagged.lowers
    parts = _Parts()
    for child in tagged.children[verb]:
        dep, clause = deps[child], parts.clause
        if dep == CLAUSE and frames & _CLAUSAL and (clause is None or clause < verb < child) and _is_own(tagged, verb, child, cue, inside):
            parts.clause = _behind_adjective(tagged, child)
        elif dep == INFINITIVE and (frames & {"infinitive", "naming"} or ("gerund" in frames and tagged.tags[child] == ING_FORM)):
            parts.complements.append(child)
            parts.frame = "infinitive"
        elif dep in _NAMED_AS and frames & {"naming", "as"}:
            parts.complements.append(child)
        elif dep == OBJECT and (child > verb or lowers[child] not in _THAT):  # not in "the report that he asked for help"
            parts.objects.append(child)
        elif dep == PREPOSITION and child > verb and lowers[child] in _AS and ("as" in frames or _is_quoted(tagged, child, inside)):
            parts.complements.append(child)
        elif dep == PREPOSITION and child > verb and lowers[child] in frames and (parts.preposition is None or "addressee" in frames):
            parts.preposition = child
        elif dep == ADVERBIAL_CLAUSE and "as" in frames and child > verb and _is_as_doing(tagged, child):
            parts.complements.append(child)
        elif dep == ADVERBIAL_CLAUSE and clause is None and child > verb and "clause" in frames and asks(tagged, child):
            parts.clause = child
    return parts


def _find_misplaced(tagged: TaggedText, verb: int, frames: Set[str], parts: _Parts, inside: bytearray) -> None:
    """Add what the parser hung on another word than the verb."""
    if parts.clause is None and "clause" in frames:
        parts.clause = _behind_condition(tagged, verb)
    if not parts.objects or parts.complements:
        return
    is_behind_marks = 1 in inside[tagged.sentences[tagged.sentence_of[verb]][0] : verb]
    if parts.preposition is None and "addressee" in frames and not is_behind_marks:
        parts.preposition = _behind_addressee(tagged, parts.objects[-1], frames)
    if "as" in frames:
        parts.complements += _as_behind(tagged, verb, parts.objects[-1])


def _said_in(tagged: TaggedText, verb: int, clause: int, frames: Set[str], inside: bytearray) -> list[Range]:
    """What is said in a clause and in what goes on with it."""
    said = with_reason(tagged, verb, clause_ranges(tagged, clause, verb, "addressee" in frames))
    said = with_rest(tagged, verb, with_next_clauses(tagged, verb, said), inside)
    said = up_to_next_saying(tagged, clause, said)
    said = [up_to_semicolon(tagged, verb, *part, inside) for part in said]
    return [*said, *_behind_colon(tagged, verb, said, inside)]


def _behind_colon(tagged: TaggedText, verb: int, said: list[Range], inside: bytearray) -> list[Range]:
    """What a colon right behind the verb adds to what was said before it: "Few came, they said: the rain, the mud and the price"."""
    high = tagged.sentences[tagged.sentence_of[verb]][1]
    is_added = said[-1][1] <= verb and tagged.words[verb + 1 : verb + 2] == [":"] and verb + 3 < high and not inside[verb + 2]
    return [(verb + 2, high)] if is_added else []


def _things(
    tagged: TaggedText, verb: int, cue: Cue, parts: _Parts, has: tuple[bool, bool], inside: bytearray
) -> tuple[list[int], list[int]]:
    """(objects that are content by the cue, others with words in quote marks). has: other content, content behind a preposition."""
    judged = [child for child in parts.objects if "deed" in cue.frames and is_for_deed(tagged, verb, child)]
    taken = judged or [child for child in parts.objects if _is_content(tagged, child, cue, *has, parts.clause is not None)]
    others = (child for child in parts.objects if child not in taken and "addressee" not in cue.frames)
    return taken, [child for child in others if _is_quoted(tagged, child, inside)]


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


def _as_behind(tagged: TaggedText, verb: int, thing: int) -> list[int]:
    """The "as" that the parser hung on when or where something was described: "described the plan in a talk as a dream"."""
    links = [at for at in range(thing, subtree(tagged, verb)[1]) if tagged.heads[at] == verb and tagged.deps[at] == PREPOSITION]
    held = (pobj_of(tagged, link) for link in links)
    under = (child for holder in held if holder is not None for child in tagged.children[holder])
    return [child for child in under if tagged.lowers[child] in _AS and tagged.deps[child] == PREPOSITION][:1]


def _behind_addressee(tagged: TaggedText, addressee: int, frames: Set[str]) -> int | None:
    """The "of" that the parser hung on who is addressed: "accused another reporter of lying"."""
    links = (child for child in tagged.children[addressee] if child > addressee and tagged.deps[child] == PREPOSITION)
    return next((child for child in links if tagged.lowers[child] in frames), None)


def _is_told(tagged: TaggedText, complement: int, has_object: bool, frames: Set[str]) -> bool:
    """Whether a verb's complement is what is said: neither "asked not to be named" nor the noun of "called a meeting"."""
    is_alone = "naming" in frames and not has_object and tagged.tags[complement] in COMMON_NOUN_TAGS
    return not is_alone and not _asks_for_silence(tagged, complement)


def _asks_for_silence(tagged: TaggedText, infinitive: int) -> bool:
    """Whether the infinitive only says that somebody will not be named."""
    return tagged.lowers[infinitive] in _NAMED and any(tagged.lowers[child] in _COPULAS for child in tagged.children[infinitive])


def _is_as_doing(tagged: TaggedText, clause: int) -> bool:
    """Whether a clause tells as what something is described: "described the dinner as the town celebrating itself"."""
    return tagged.tags[clause] == ING_FORM and tagged.lowers[subtree(tagged, clause)[0]] in _AS


def asks(tagged: TaggedText, clause: int) -> bool:
    """Whether a question word opens a clause."""
    return any(tagged.lowers[child] in _OPEN_QUESTIONS for child in tagged.children[clause])


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
