"""Names that a tagger ran together with what follows in a headline, a dateline or a second name: cut where the name ends.

Titles of articles and of messages stand inside running text with all their words in capitals, and where an archive lost the end of a line
the next one begins behind a name. What a verb, a month or a conjunction divides is not one name."""

from collections.abc import Iterator

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.lexicon import Lexicon
from transforms.names.name_spans import TRIMMED, Span, part_of
from transforms.names.name_words import ORGANISATION_WORDS

#: What headlines say that somebody does, in forms that are no nouns and nobody's surname.
_VERBS = word_class("names.headline_verbs")
#: Forms that go on behind a person's name in a headline and stand inside the names of bodies.
_FORMS = word_class("names.headline_forms")
#: Forms that are nouns too, right behind who does it: "Ann Sorrel Attacks Senate Over Floods"; headings of pages.
_VERBS_TOO, _HEADINGS = word_class("names.headline_verbs_too"), word_class("names.headings")
#: What begins another clause.
_CLAUSES = word_class("names.clause_links")
_MONTHS = word_class("times.months")
#: Bodies of which one name has one word: two parties are two.
_ONCE = word_class("names.named_once")
#: Words of the shortest headline that is taken for one name, and of a person's full name.
_HEADLINE, _FULL_NAME = 3, 2
_YEAR_DIGITS = 4


def cut_run_together(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with such names cut; what is left of a headline stays only if the lexicon knows it or it is a person's full name
    or ends in a word for organisations."""
    surnames = {tagged.words[span.last - 1] for span in spans if span.label == "PERSON" and span.last - span.first >= _FULL_NAME}
    cut: list[Span] = []
    for span in spans:
        is_open = not span.aliases and span.last - span.first > 1
        before = cut[-1] if cut else None
        if is_open and before is not None and before.last == span.first and _goes_on(tagged, before, span):
            cut += _known(tagged, span, span.first + 1, span.last, lexicon)
        else:
            cut += _parts(tagged, span, surnames, lexicon) if is_open else [span]
    return cut


def _goes_on(tagged: TaggedText, before: Span, span: Span) -> bool:
    """Whether a long name begins with what the person or country right before it does, as in a headline."""
    is_somebody = before.label in ("PERSON", "GPE") and tagged.sentence_of[before.first] == tagged.sentence_of[span.first]
    return is_somebody and span.label == "ORG" and span.last - span.first >= _HEADLINE and tagged.lowers[span.first] in _VERBS_TOO


def _parts(tagged: TaggedText, span: Span, surnames: set[str], lexicon: Lexicon) -> Iterator[Span]:
    first, last = span.first, span.last
    if _is_year_before(tagged, first) or _is_heading(tagged, first, last, lexicon):
        first += 1
    if last - first > _FULL_NAME and tagged.words[last - 1] == tagged.words[last - 2]:
        last -= 1  # "Ann Sorrel" and the "Sorrel" of the next line
    month = next((place for place in range(first + 1, last - 1) if _is_day(tagged, place)), None)
    if month is not None:
        yield part_of(tagged, span, first, month, lexicon)
        behind = next((place for place in range(month + 1, last) if tagged.words[place][0].isalpha()), last)
        yield from _known(tagged, span, behind, last, lexicon)
        return
    verb = _verb(tagged, span.label, first, last, lexicon)
    if verb is not None:
        yield from _known(tagged, span, first, verb, lexicon)
        yield from _known(tagged, span, verb + 1, last, lexicon)
        return
    second = _second_name(tagged, span.label, first, last, surnames, lexicon)
    if second is not None:
        yield part_of(tagged, span, first, second, lexicon)
        yield part_of(tagged, span, second, last, lexicon, "PERSON" if last - second == 1 else None)
    elif (first, last) == (span.first, span.last):
        yield span
    elif first < last:
        yield part_of(tagged, span, first, last, lexicon)


def _is_year_before(tagged: TaggedText, first: int) -> bool:
    """Whether the year of a dateline opens a name: "June 20, 2006 Sorrel Computer"."""
    word = tagged.words[first]
    return word.isdigit() and len(word) == _YEAR_DIGITS and first > 0 and tagged.words[first - 1] == ","


def _is_heading(tagged: TaggedText, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the first word is a heading of the page before a name: "Interview Ann Sorrel"."""
    is_given = last - first > _FULL_NAME and fold(tagged.lowers[first + 1]) in lexicon.given_names
    return tagged.lowers[first] in _HEADINGS and (is_given or bool(lexicon.lookup(tagged.span(first + 1, last))))


def _is_day(tagged: TaggedText, place: int) -> bool:
    return tagged.words[place] in _MONTHS and tagged.words[place + 1].rstrip(",").isdigit()


def _verb(tagged: TaggedText, label: str, first: int, last: int, lexicon: Lexicon) -> int | None:
    """Where a headline says what somebody does or goes on with another clause, if it does."""
    if label == "PERSON" and last - first >= _FULL_NAME:
        return next((place for place in range(first + 1, last) if _is_verb(tagged, place, lexicon) or _is_form(tagged, place)), None)
    if label != "ORG" or last - first < _HEADLINE:
        return None
    verb = next((place for place in range(first, last) if _is_verb(tagged, place, lexicon)), None)
    if verb is not None or last - first == _HEADLINE or tagged.lowers[last - 1] in ORGANISATION_WORDS:
        return verb
    return next((place for place in range(first + 1, last) if tagged.lowers[place] in _CLAUSES), None)


def _is_verb(tagged: TaggedText, place: int, lexicon: Lexicon) -> bool:
    lower = tagged.lowers[place]
    return lower in _VERBS and tagged.words[place][0].isupper() and fold(lower) not in lexicon.surnames


def _is_form(tagged: TaggedText, place: int) -> bool:
    return tagged.lowers[place] in _FORMS and tagged.words[place][0].isupper()


def _second_name(tagged: TaggedText, label: str, first: int, last: int, surnames: set[str], lexicon: Lexicon) -> int | None:
    """Where a second name begins behind a known body or another of its kind: "Fox News Sorrel", "Civic Party New People Party"."""
    if label != "ORG":
        return None
    word = tagged.words[last - 1]
    if word in surnames and any(alias.is_certain for alias in lexicon.lookup(tagged.span(first, last - 1))):
        return last - 1
    lower = tagged.lowers[last - 1]
    inner = range(first + 1, last - _FULL_NAME)
    return next((place + 1 for place in inner if lower in _ONCE and tagged.lowers[place] == lower), None)


def _known(tagged: TaggedText, span: Span, first: int, last: int, lexicon: Lexicon) -> Iterator[Span]:
    """The part of a headline, if it is a name: of the lexicon, a body's by its last word, or a person's in full."""
    if first >= last:
        return
    part = part_of(tagged, span, first, last, lexicon)
    is_full = last - first >= _FULL_NAME and fold(tagged.lowers[first]) in lexicon.given_names
    is_body = last - first >= _FULL_NAME and tagged.lowers[last - 1] in ORGANISATION_WORDS
    if is_full and not is_body and not part.aliases:
        part.retype("PERSON", TRIMMED)
    if part.aliases or is_full or is_body or (span.label == "PERSON" and first == span.first and last - first >= _FULL_NAME):
        yield part
