"""Persons whom the tagger takes for something else, told by what stands beside the name: a post, a relative, an age."""

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.language.en.labels import COMMON_NOUN_TAGS, NOUN_TAGS, PREPOSITION_TAG
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span
from transforms.names.name_words import COURTESY_TITLES, ORGANISATION_WORDS, PARTICLES, PLACE_WORDS

#: Posts, and those of them that no firm has; what firms, bands and charities are called before their names.
_POSTS, _POSTS_OF_ONE = word_class("names.posts"), word_class("names.posts_of_one")
_BEFORE_FIRMS = word_class("names.before_firms")
#: Tokens behind the comma within which a post stands.
_POST_REACH = 5
_KIN, _OF = word_class("identities.kin"), word_class("identities.owner_links")
#: Labels of the tagger that may be a person's, or are.
_OPEN = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PERSON"})
#: Words of the longest name that is a person's.
LONG_PERSON = 4
_AGES = range(5, 111)
_ENDS = frozenset({",", ".", ";", ")"})


def by_post(tagged: TaggedText, span: Span, lexicon: Lexicon) -> str | None:
    """A post that persons have right before the name ("mayor Vorsk Amat"), or behind a comma."""
    if span.last - span.first == 1 or span.label == "PERSON" or not _may_be_person(tagged, span):
        return None
    before = tagged.lowers[span.first - 1] if span.first else ""
    if any(word in lexicon.nouns for word in tagged.lowers[span.first : span.last]):
        return None
    noun = lexicon.nouns.get(before)
    is_titled = before in _POSTS and noun is not None and tagged.words[span.first - 1].islower() and before not in _BEFORE_FIRMS
    return "PERSON" if is_titled or (before != "the" and _is_post_behind(tagged, span)) else None


def _is_post_behind(tagged: TaggedText, span: Span) -> bool:
    """Whether ", director of …" or ", a reporter with …" goes on about a name; firms are hosts, leaders and sponsors too."""
    last = span.last
    if tagged.words[last : last + 1] != [","]:
        return False
    end = min(last + 1 + _POST_REACH, tagged.sentences[tagged.sentence_of[span.first]][1])
    for position in range(last + 1, end):
        if tagged.lowers[position] in _POSTS_OF_ONE:
            return tagged.words[position].islower() and not _is_part_of_noun(tagged, position)
        if tagged.tags[position] == PREPOSITION_TAG or not (tagged.words[position].islower() or tagged.words[position] == "-"):
            return False  # ", after the novelist"
    return False


def _is_part_of_noun(tagged: TaggedText, position: int) -> bool:
    """Whether a word only tells the next apart: "a detective agency", "a writer-director"."""
    behind = position + 1
    return behind < len(tagged.words) and (tagged.words[behind] == "-" or tagged.tags[behind] in COMMON_NOUN_TAGS)


def by_relative(tagged: TaggedText, span: Span, _: Lexicon) -> str | None:
    """A relative before the name, with or without commas around it ("his niece Vorsk Amat", "the son, Sorrel,"), or the name of whose
    relative somebody is ("the mother of Vorsk Amat")."""
    if not _may_be_person(tagged, span):
        return None
    two, one = ["", "", *tagged.lowers[: span.first]][-2:]
    behind, tag = next(zip(tagged.words[span.last : span.last + 1], tagged.tags[span.last : span.last + 1], strict=True), ("", ""))
    is_called = one in _KIN or (one == behind == "," and two in _KIN)
    is_owner = one in _OF and two in _KIN and span.last - span.first > 1 and tag not in NOUN_TAGS
    return "PERSON" if is_called or is_owner else None


def by_age(tagged: TaggedText, span: Span, _: Lexicon) -> str | None:
    """An age behind the name: "Vorsk Amat, 19, stood guard"."""
    comma, age, end = (*tagged.words[span.last : span.last + 3], "", "", "")[:3]
    is_aged = comma == "," and age.isdecimal() and int(age) in _AGES and end in _ENDS
    return "PERSON" if is_aged and _may_be_person(tagged, span) else None


def _may_be_person(tagged: TaggedText, span: Span) -> bool:
    words = tagged.lowers[span.first : span.last]
    is_open = span.label in _OPEN and len(words) <= LONG_PERSON and is_personal(tagged, span)
    return is_open and not any(word in ORGANISATION_WORDS or word in PLACE_WORDS for word in words)


def is_personal(tagged: TaggedText, span: Span) -> bool:
    """Whether all words but particles are plain capitalised words, as in persons' names."""
    for position in range(span.first, span.last):
        word = tagged.words[position]
        if word.lower() in PARTICLES or word in ("-", "."):
            continue
        if not (
            word[0].isupper()
            and (word[1:].islower() or len(word) <= 2 or "." in word or "'" in word or "’" in word or "-" in word or not word.isupper())
        ):
            return False
    return True


def follows_title(tagged: TaggedText, first: int) -> bool:
    """Whether a courtesy title stands right before, which no organisation has."""
    if first == 0 or tagged.sentence_of[first - 1] != tagged.sentence_of[first]:
        return False
    return tagged.lowers[first - 1] in COURTESY_TITLES
