"""Names on their way to mentions, and what their words and syntax say."""

from dataclasses import dataclass, field

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import ADJECTIVE, ADJECTIVE_MODIFIER, CONJUNCT, HYPHEN, MODIFIERS, NOUN_TAGS, POSSESSOR
from transforms.lexicon import Alias, Lexicon
from transforms.rules import Step

_MODIFIERS = MODIFIERS


_NOUN_TAGS = NOUN_TAGS


_FUNCTION_WORDS = word_class("names.function_words")
POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
_JOINED_MODIFIERS = frozenset({ADJECTIVE_MODIFIER, CONJUNCT})


#: The rule of names that were cut shorter.
TRIMMED = "name.trimmed"


@dataclass(slots=True)
class Span:
    """A name on its way: tokens, OntoNotes label, aliases of the lexicon if it has any."""

    first: int
    last: int
    label: str
    aliases: tuple[Alias, ...]
    rule: str
    confidence: float
    trace: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.trace.append(Step(self.rule, self.label))

    def retype(self, label: str, rule: str, declined: tuple[str, ...] = ()) -> None:
        """Give the name another type; the rule that says so becomes the span's. The one writer of a type on the way to a mention."""
        if label != self.label:
            self.trace.append(Step(rule, label, self.label, declined))
            self.label, self.rule = label, rule

    def lengthen(self, last: int, label: str, rule: str) -> None:
        """Take the words up to `last` in: the longer name is not the one that the lexicon knows by the shorter."""
        self.trace.append(Step(rule, label, self.label))
        self.last, self.label, self.aliases, self.rule = last, label, (), rule


def part_of(tagged: TaggedText, span: Span, first: int, last: int, lexicon: Lexicon, label: str | None = None) -> Span:
    """A part of a name as a name of its own, looked up anew."""
    return Span(first, last, span.label if label is None else label, _look_up(tagged, first, last, lexicon), TRIMMED, span.confidence)


def cut_to(tagged: TaggedText, span: Span, first: int, last: int, lexicon: Lexicon) -> None:
    """Leave a name these words, of which there may be none, and look them up anew."""
    span.first, span.last, span.aliases = first, last, _look_up(tagged, first, last, lexicon)


def _look_up(tagged: TaggedText, first: int, last: int, lexicon: Lexicon) -> tuple[Alias, ...]:
    return tuple(lexicon.lookup(tagged.span(first, last))) if first < last else ()


def is_settled(span: Span, lexicon: Lexicon) -> bool:
    """Whether the lexicon alone decides the type: a strong name of something that is not a person."""
    return any(
        alias.is_certain and lexicon.actors[alias.actor_id].kind != "person" for alias in span.aliases if alias.actor_id in lexicon.actors
    )


def is_adjective(hit: Span) -> bool:
    return all(alias.kind in ("adjective", "people") for alias in hit.aliases)


def head_of(tagged: TaggedText, first: int, last: int) -> int:
    """The token of the span that depends on one outside; the last one without syntax."""
    if not tagged.has_syntax:
        return last - 1
    for position in range(last - 1, first - 1, -1):
        if not first <= tagged.heads[position] < last or tagged.heads[position] == position:
            return position
    return last - 1


def is_modifier(tagged: TaggedText, first: int, last: int) -> bool:
    """Whether the words only modify a noun that follows."""
    if last >= len(tagged.words) or tagged.sentence_of[last] != tagged.sentence_of[first]:
        return False
    if not tagged.has_syntax:
        return tagged.words[last][0].isalpha() and tagged.lowers[last] not in _FUNCTION_WORDS
    head = head_of(tagged, first, last)
    outside = tagged.heads[head]
    if outside >= last and tagged.deps[head] in _MODIFIERS and tagged.tags[outside] in _NOUN_TAGS:
        return not (tagged.deps[head] == POSSESSOR and tagged.lowers[last] in POSSESSIVE_MARKS)
    if tagged.words[last] == "-" or tagged.tags[last] == HYPHEN:
        return True
    return tagged.deps[head] in _JOINED_MODIFIERS and tagged.tags[head] == ADJECTIVE
