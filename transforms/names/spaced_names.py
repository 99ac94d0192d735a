"""Names in texts whose words and marks stand apart, as corpora print them: "Yoon Suk - yeol", "Moshe Ya ' alon", "People ' s Republic".

A tagger ends the name at the mark there. What goes on behind it is told by its letters: one syllable in small letters, or a particle."""

import re

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import ADVERB_TAG, FINITE_TAGS, SINGULAR_NAME
from transforms.lexicon import Lexicon
from transforms.names.name_spans import POSSESSIVE_MARKS, Span

_HYPHENS, _APOSTROPHES = frozenset({"-", "‑"}), frozenset({"'", "’", "‘", "`"})
#: The second half of a given name in Korean or Chinese ("yeol", "chiu"), and what stands behind an apostrophe in others ("alon", "o").
_SYLLABLE = r"(?:[bcdfghjklmnpqrstvwxz]{0,2}y?[aeiou]{1,3}(?:ng|n|m|k|l|p|t|h|r)?)"
_HALF, _TAIL = re.compile(_SYLLABLE), re.compile(f"{_SYLLABLE}{{1,2}}")
_FUNCTION_WORDS, _PARTICLES = word_class("names.function_words"), word_class("names.arabic_articles")
_DETERMINERS = word_class("names.determiners")
#: Halves of given names that are words too, and what stands behind them where they are.
_WORDS_TOO = word_class("names.halves_too")
_AFTER_HYPHEN = word_class("names.after_hyphen")
#: Names to which a mark is added: a family name with half a given one.
_FAMILY_AND_HALF = 2


def join_spaced(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with persons' names to their end, where the text sets marks apart."""
    if not _is_spaced(tagged.text):
        return spans
    joined: list[Span] = []
    for span in spans:
        if joined and span.last <= joined[-1].last:
            continue
        if _take_owner(tagged, span, lexicon) and joined and joined[-1].last > span.first:
            joined.pop()
        if span.label == "PERSON":
            _complete(tagged, span, lexicon)
        elif not span.aliases and (name := _closed(tagged.span(span.first, span.last))) != tagged.span(span.first, span.last):
            span.aliases = tuple(lexicon.lookup(name))
        joined.append(span)
    return [span for number, span in enumerate(joined) if number == 0 or span.first >= joined[number - 1].last]


def _is_spaced(text: str) -> bool:
    """Whether most commas have a blank before them."""
    return text.count(" ,") * 2 > text.count(",")


def _take_owner(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Take in the owner before a name where the lexicon has both as one: "People ' s" Republic of China."""
    marks = span.first - 1
    if marks < 1 or fold(tagged.words[marks]) not in POSSESSIVE_MARKS or tagged.sentence_of[marks - 1] != tagged.sentence_of[span.first]:
        return False
    for first in (marks - 1, marks - 2):
        known = tuple(lexicon.lookup(_closed(tagged.span(max(first, 0), span.last))))
        if known:
            span.first, span.aliases = max(first, 0), known
            return True
    return False


def _complete(tagged: TaggedText, span: Span, lexicon: Lexicon) -> None:
    """Take in what goes on behind marks, and look the name up as others print it."""
    bare = span.last
    while bare - span.first > 1 and tagged.words[bare - 1] in _HYPHENS:
        bare -= 1
    end = _end_of(tagged, span.first, bare)
    name = _closed(tagged.span(span.first, end))
    if end != span.last or (not span.aliases and name != tagged.span(span.first, end)):
        span.last, span.aliases = end, tuple(lexicon.lookup(name))


def _closed(name: str) -> str:
    """The name as others print it."""
    return re.sub(r" ?(['’]) ?s\b", r"\1s", re.sub(r" ([-‑'’‘`]) ", r"\1", name))


def _end_of(tagged: TaggedText, first: int, last: int) -> int:
    """Where the name ends behind its marks; a tokenizer cuts the "im" of "Kim Mal - im" in two."""
    limit = tagged.sentences[tagged.sentence_of[first]][1]
    end = -1
    while end != last and last + 1 < limit:
        end = last
        last = _over_mark(tagged, first, last)
        while last != end and last < limit and tagged.words[last].isalpha() and tagged.starts[last] == tagged.ends[last - 1]:
            last += 1
        while last != end and last < limit and tagged.words[last].istitle() and tagged.tags[last] == SINGULAR_NAME:
            last += 1  # "Alya ' a" Samir Borhan
    return last


def _over_mark(tagged: TaggedText, first: int, last: int) -> int:
    """The end behind one more mark, or the same."""
    mark, word = tagged.words[last], tagged.words[last + 1]
    if mark in _HYPHENS and _is_apart(tagged, last):
        if last - first >= _FAMILY_AND_HALF and _is_half(tagged, last + 1):
            return last + 2
        if tagged.lowers[last - 1] in _PARTICLES and word.istitle() and last - first > 1:
            return last + 2  # "Abdel Fattah el" - Sisi
    if mark.lower() in _PARTICLES and word in _HYPHENS and last + 2 < len(tagged.words) and tagged.words[last + 2].istitle():
        return last + 3
    if mark in _APOSTROPHES and _is_apart(tagged, last):
        is_tail = (
            _TAIL.fullmatch(word) is not None and word not in _FUNCTION_WORDS and tagged.tags[last + 1] not in (*FINITE_TAGS, ADVERB_TAG)
        )
        is_irish = tagged.words[last - 1] == "O" and word.istitle()
        if (is_tail or is_irish) and not _is_quoted(tagged, first):
            return last + 2
    return last


def _is_apart(tagged: TaggedText, mark: int) -> bool:
    """Whether blanks stand on both sides of a mark."""
    return tagged.ends[mark - 1] < tagged.starts[mark] and tagged.ends[mark] < tagged.starts[mark + 1]


def _is_half(tagged: TaggedText, place: int) -> bool:
    """Whether a word in small letters is half a given name: no word of the language, unless a noun phrase does not go on behind it."""
    word = tagged.words[place]
    if not word.islower() or _HALF.fullmatch(word) is None or word in _AFTER_HYPHEN or word in _DETERMINERS:
        return False
    behind = tagged.words[place + 1] if place + 1 < len(tagged.words) else ""
    if word in _WORDS_TOO:
        return not behind[:1].isalnum() or tagged.tags[place + 1] in FINITE_TAGS
    return word not in _FUNCTION_WORDS


def _is_quoted(tagged: TaggedText, first: int) -> bool:
    """Whether a quotation is open before the name, which the mark may close."""
    low = tagged.sentences[tagged.sentence_of[first]][0]
    return any(word in _APOSTROPHES and tagged.lowers[low + place + 1] != "s" for place, word in enumerate(tagged.words[low:first]))
