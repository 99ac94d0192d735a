"""Nominals: common-noun phrases that mean a person, an organisation or a place, from their determiner to their head."""

from collections.abc import Mapping

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import noun_phrase_start
from transforms.language.en.labels import DESCRIBERS, NAME_TAGS, NOUN_TAGS, PLURAL_TAGS, SINGULAR_NOUN
from transforms.lexicon import Lexicon, Noun
from transforms.names.name_words import GENDERED_NOUNS
from transforms.rules import Step

_HEAD_TAGS = NOUN_TAGS
#: A noun that hangs so on another is no phrase of its own: "expert Arkady Dubnov", "peace talks".
_INNER_DEPS = DESCRIBERS
_DETERMINERS = word_class("names.determiners")
#: Words of documents that stand for who issued them.
STATEMENTS = word_class("names.statements")
#: What may stand inside a noun of two: "ministry of defence".
_NOUN_LINKS = word_class("names.noun_links")
#: Expressions that hold the noun for a body and speak of none.
_IDIOMS = word_class("names.idioms")
#: Nouns of bodies that are none without an article: "by force".
_UNCOUNTED = word_class("names.uncounted")


def find_nominals(tagged: TaggedText, names: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Mentions of the layer nominal (or name, when a body is written in capitals) with their noun in the trace, not yet resolved."""
    inside = bytearray(len(tagged.words))
    named = {(name.first, name.last) for name in names}
    for name in names:
        if name.layer in ("name", "nominal"):
            inside[name.first : name.last] = b"\x01" * (name.last - name.first)
    found: list[Mention] = []
    reached = -1
    nouns, noun_ends, lowers = lexicon.nouns, lexicon.noun_ends, tagged.lowers
    for position, lower in enumerate(lowers):
        if inside[position] or (lower not in noun_ends and lower not in STATEMENTS):
            continue
        first, noun = next(lexicon.nouns_ending(lowers, position + 1, reached + 1), (position, None))
        if noun is None and (lower not in STATEMENTS or tagged.lowers[position - 1] in ("a", "an", "")):
            continue
        if _is_no_noun(tagged, first, position, noun, nouns):
            continue
        mention = _as_mention(tagged, first, position + 1, inside)
        if mention is None or (mention.first, mention.last) in named:
            continue  # "Republican" voters are the party's already
        if reached > mention.first:
            continue
        if noun is not None and (_is_bare_thing(tagged, mention, noun) or _is_in_idiom(tagged, mention)):
            continue
        mention.gender = _gender(lower, noun)
        reached = position
        found.append(mention)
    return found


def _is_no_noun(tagged: TaggedText, first: int, position: int, noun: Noun | None, nouns: Mapping[str, Noun]) -> bool:
    """Whether the words are part of a longer noun ("secretary" of state) or of a name ("the West", "Library of Congress")."""
    if noun is not None and _goes_on(tagged, first, position + 1, nouns):
        return True
    is_thing = noun is not None and noun.common is not None and not (noun.bodies or noun.offices)
    return (is_thing and tagged.tags[position] in NAME_TAGS) or _is_in_name(tagged, first, nouns)


def _goes_on(tagged: TaggedText, first: int, last: int, nouns: Mapping[str, Noun]) -> bool:
    """Whether the words go on to a longer noun of an office or body: "secretary" of state, "minister" for foreign affairs."""
    if tagged.lowers[last : last + 1] not in (["of"], ["for"], ["to"]):
        return False
    ends = range(last + 2, min(last + 5, len(tagged.lowers) + 1))
    longer = (nouns.get(" ".join(tagged.lowers[first:end])) for end in ends)
    return any(noun is not None and (noun.offices or noun.bodies) for noun in longer)


def _is_in_name(tagged: TaggedText, first: int, nouns: Mapping[str, Noun]) -> bool:
    """Whether a noun in capitals ends a longer name: "Library of Congress", but not "Speaker of Parliament" """
    if first < 2 or tagged.lowers[first - 1] != "of" or not tagged.words[first][0].isupper():
        return False
    before = nouns.get(tagged.lowers[first - 2])
    return tagged.words[first - 2][0].isupper() and (before is None or not (before.offices or before.role is not None))


def _is_bare_thing(tagged: TaggedText, mention: Mention, noun: Noun) -> bool:
    """Whether a noun for organisations or places stands without any article or modifier in the singular: "at school", "by sea"."""
    if mention.last - mention.first > 1 or tagged.tags[mention.head] != SINGULAR_NOUN:
        return False
    if tagged.lowers[mention.first] in _UNCOUNTED:
        return True  # "by force", "in force"
    return noun.common is not None and not (noun.bodies or noun.offices or noun.role is not None)


def _is_in_idiom(tagged: TaggedText, mention: Mention) -> bool:
    """Whether the words are part of an expression that speaks of nobody: "across the board"."""
    return any(" ".join(tagged.lowers[max(mention.first - size, 0) : mention.last]) in _IDIOMS for size in (1, 2))


def _gender(word: str, noun: Noun | None) -> str | None:
    """f or m if the noun says so, n for anything other than a person."""
    if word in GENDERED_NOUNS:
        return GENDERED_NOUNS[word]
    if noun is None or noun.offices or noun.role is not None:
        return None
    return None if noun.common is not None and "generic" in noun.common.kinds else "n"


def _as_mention(tagged: TaggedText, first: int, last: int, inside: bytearray) -> Mention | None:
    """The phrase around the noun of tokens first to last; None when the noun is not a head of a phrase."""
    head = _head(tagged, first, last)
    if tagged.has_syntax:
        if tagged.tags[head] not in _HEAD_TAGS or _is_inner(tagged, head, last):
            return None
        start = min(first, noun_phrase_start(tagged, head))
    else:
        start = _start_by_words(tagged, first)
        if last < len(inside) and inside[last] and tagged.sentence_of[last] == tagged.sentence_of[last - 1]:
            return None  # a title
        if start == first and last - first == 1 and not tagged.words[first].endswith("s"):
            return None
    if tagged.sentence_of[start] != tagged.sentence_of[last - 1]:
        return None
    mention = Mention(tagged.starts[start], tagged.ends[last - 1], start, last, head, "nominal", "nominal", confidence=0.5)
    tag = tagged.tags[head]
    mention.is_plural = tag in PLURAL_TAGS or (not tag and tagged.lowers[head].endswith("s"))
    mention.trace.append(Step("nominal", "", note=f"noun {' '.join(tagged.lowers[first:last])!r}"))
    return mention


def _head(tagged: TaggedText, first: int, last: int) -> int:
    """Head of a noun that may hold an "of": "ministry of defence" has ministry."""
    for position in range(first + 1, last):
        if tagged.lowers[position] in _NOUN_LINKS:
            return position - 1
    return last - 1


def _is_inner(tagged: TaggedText, head: int, last: int) -> bool:
    """Whether the noun only modifies the noun or name that follows."""
    if tagged.deps[head] not in _INNER_DEPS:
        return False
    outside = tagged.heads[head]
    return outside >= last or outside > head


def _start_by_words(tagged: TaggedText, first: int) -> int:
    """Without syntax: back over one adjective in capitals and a determiner."""
    start = first
    while start > 0 and tagged.sentence_of[start - 1] == tagged.sentence_of[first] and first - start < 3:
        word = tagged.lowers[start - 1]
        if word in _DETERMINERS:
            return start - 1
        if not tagged.words[start - 1][0].isupper():
            break
        start -= 1
    return start
