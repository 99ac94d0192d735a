"""What a verb of saying leaves unsaid or only does, and what is said beside it: denials, deeds, asides, what polls show."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import is_negated, subtree
from transforms.language.en.labels import ADVERBIAL_CLAUSE, CONJUNCT, CONJUNCTION, MARKER, OBJECT, PUNCTUATION, QUESTION_TAGS
from transforms.speech.cues import Cue
from transforms.speech.report import Range
from transforms.speech.speakers import DOCUMENTS

_AS = word_class("speech.as")
_OPEN_QUESTIONS = word_class("syntax.open_questions")
#: Verbs that hardly ever stand without what is said.
_PLAIN = word_class("speech.plain")
#: What a paper or poll does with what it tells.
_SHOWN_BY_PAPERS = word_class("speech.papers_verbs")
#: Of what a verb does something to at least one word in so many stands in marks where it is said.
_LEAST_QUOTED = 6
_NAMES = frozenset({"naming", "as"})
#: A subject and its verb.
_BARE = 2
_GOING_ON = frozenset({CONJUNCT, CONJUNCTION, ADVERBIAL_CLAUSE, PUNCTUATION})


def is_unsaid(tagged: TaggedText, verb: int, cue: Cue, frame: str, content: list[Range], inside: bytearray) -> bool:
    """Whether the verb only compares, tells what was not said, or does something to what stands in its object."""
    is_done = (
        frame == "object"
        and "object" not in cue.frames
        and not cue.frames & _NAMES
        and cue.base not in _PLAIN
        and is_hardly_quoted(tagged, content, inside)
    )
    return is_done or _is_likened(tagged, verb, content) or _is_denied(tagged, verb, cue, frame, content, inside)


def _is_denied(tagged: TaggedText, verb: int, cue: Cue, frame: str, content: list[Range], inside: bytearray) -> bool:
    """Whether the verb tells what was not said: "did not call him a liar", "did not say that he would go", "has not indicated what"."""
    if not is_negated(tagged, verb):
        return False
    first = min(first for first, _ in content)
    is_question = tagged.lowers[first] in _OPEN_QUESTIONS or tagged.tags[first] in QUESTION_TAGS
    is_word = cue.cue_class != "thinking" and not any(inside[at] for low, high in content for at in range(low, high))
    return is_question or frame == "object" or is_word


def _is_likened(tagged: TaggedText, verb: int, content: list[Range]) -> bool:
    """Whether the saying only compares: "idle, as the firm says it plans", "if it is as he claims it is"."""
    is_opened = any(tagged.lowers[child] in _AS and tagged.deps[child] == MARKER for child in tagged.children[verb])
    return is_opened and sum(last - first for first, last in content) <= _BARE


def is_hardly_quoted(tagged: TaggedText, content: list[Range], inside: bytearray) -> bool:
    """Whether a few words in marks stand somewhere in a long object, which the verb does something to: "delivered a speech on the state of
    the town and of all its “deplorable” bridges"."""
    words = [at for first, last in content for at in range(first, last) if tagged.words[at][0].isalnum()]
    quoted = sum(inside[at] for at in words)
    return 0 < quoted < len(words) / _LEAST_QUOTED


def does_something(tagged: TaggedText, verb: int, cue: Cue, inside: bytearray) -> bool:
    """Whether a verb has an object behind it, and so the clause before it is not its own: "When the town chose a bridge, Berg challenged
    the choice"."""
    is_before_mark = inside[verb - 1] or inside[max(verb - 2, 0)]
    has_object = any(child > verb and tagged.deps[child] == OBJECT and not inside[child] for child in tagged.children[verb])
    return has_object and "addressee" not in cue.frames and not is_before_mark


def is_aside(tagged: TaggedText, verb: int, cue: Cue) -> bool:
    """Whether the verb tells who says what its sentence says: "As Berg noted, the mills stand still"."""
    if "clause" not in cue.frames or cue.cue_class == "thinking":
        return False
    is_opened = any(tagged.lowers[child] in _AS and tagged.deps[child] == MARKER for child in tagged.children[verb])
    return is_opened and tagged.deps[verb] == ADVERBIAL_CLAUSE and tagged.words[verb + 1 : verb + 2] == [","]


def shows(tagged: TaggedText, verb: int, speaker: int) -> bool:
    """Whether a poll or paper shows something: "polls show Berg with a narrow lead"."""
    has_object = any(tagged.deps[child] == OBJECT and child > verb for child in tagged.children[verb])
    return has_object and tagged.lowers[verb] in _SHOWN_BY_PAPERS and tagged.lowers[speaker] in DOCUMENTS


def shown(tagged: TaggedText, verb: int) -> Range:
    """What stands behind the verb, up to what is joined to it."""
    joined = (subtree(tagged, child)[0] for child in tagged.children[verb] if child > verb and tagged.deps[child] in _GOING_ON)
    return verb + 1, next(joined, subtree(tagged, verb)[1])
