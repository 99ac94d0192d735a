"""Names that no dictionary knows, without words that are no part of them, and cut where two names were taken for one.

Pages put "Replay More Videos" behind a name, taggers take in the post of whoever follows ("Aetna CEO" Mark Bertolini) or a preposition
("Christie as"), and lists become one name ("Pagliano, Rich"). What is left is looked up anew."""

from collections.abc import Iterator

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.lexicon import Lexicon
from transforms.names.name_spans import TRIMMED, Span, cut_to, part_of
from transforms.names.name_words import COURTESY_TITLES, ORGANISATION_WORDS, SUFFIXES, TITLES

#: What pages print before and behind names.
_PAGE_BEFORE, _PAGE_BEHIND = word_class("names.page_words_before"), word_class("names.page_words_behind")
#: Whose the photographs are, behind the name of the photographer.
_AGENCIES = word_class("names.photo_agencies")
#: A name neither begins nor ends with these.
_OPEN_ENDS = word_class("names.open_ends")
#: First parts of adjectives: "Anti-Russian", "non-Latino".
_PREFIXES = word_class("names.prefixes")
#: Posts of those whose name follows.
_POSTS = word_class("names.posts")
_DAYS, _BEFORE_DAYS = word_class("times.weekdays"), word_class("names.before_weekdays")
_LEGAL_FORMS = word_class("identities.legal_forms")
#: Of these, the forms that no name goes on after.
_BEFORE_TICKERS = word_class("names.before_tickers")
_OF = word_class("syntax.of")
#: Chambers, which stand right behind the name of who wants a seat.
_HOUSES = word_class("identities.houses")
#: Who bodies have, before "of".
_PEOPLE_OF = word_class("names.people_of_bodies")
#: Words of a name so long that what stands before it is no part of it.
_LONG_NAME = 3
#: Words of a name that is left when a day behind it is cut.
_LONG_TAIL = 2
#: Endings of nouns for people by what they do.
_DOER_ENDINGS = ("er", "or", "ist", "ian", "ican")


def trim_names(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans so trimmed and cut; those that nothing is left of are gone."""
    persons = {span.first for span in spans if span.label == "PERSON"}
    surnames = {tagged.words[span.last - 1] for span in spans if span.label == "PERSON" and span.last - span.first > 1}
    trimmed: list[Span] = []
    for span in spans:
        if span.aliases or span.last - span.first == 1:
            trimmed.append(span)
            continue
        if span.label == "ORG" and tagged.words[span.first] in surnames and tagged.lowers[span.first + 1] in _OF:
            span.last = span.first + 1  # "Sorrel of Freedom", where Ann Sorrel was named
            span.retype("PERSON", TRIMMED)
            trimmed.append(span)
            continue
        for part in _members(tagged, span, lexicon):
            _trim(tagged, part, persons, surnames, lexicon)
            if part.first < part.last:
                trimmed.append(part)
    return trimmed


def _members(tagged: TaggedText, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The members of a list that was taken for one name: "Sanctuary Cities, Census", "Allison and Kurt"."""
    cuts = [place for place in range(span.first + 1, span.last - 1) if _cuts(tagged, span, place, lexicon)]
    if not cuts:
        yield span
        return
    for first, last in zip([span.first, *(cut + 1 for cut in cuts)], [*cuts, span.last], strict=True):
        if first < last:
            yield part_of(tagged, span, first, last, lexicon)


def _cuts(tagged: TaggedText, span: Span, place: int, lexicon: Lexicon) -> bool:
    """Whether a list goes on behind a comma, or two people by their given names behind "and"; firms keep both ("Skadden, Arps & Co.")."""
    words = tagged.lowers[span.first : span.last]
    while words[-1] in _OPEN_ENDS:
        words.pop()
    if tagged.lowers[place] == "and":
        return span.last - span.first == 3 and all(_is_given(tagged, near, lexicon) for near in (place - 1, place + 1))
    if tagged.words[place] != "," or "&" in words or "and" in words or words[-1] in ORGANISATION_WORDS:
        return False
    behind = tagged.lowers[place + 1].rstrip(".")
    return span.label in ("PERSON", "ORG") and behind not in _LEGAL_FORMS and behind not in SUFFIXES and f"{behind}." not in SUFFIXES


def _is_given(tagged: TaggedText, position: int, lexicon: Lexicon) -> bool:
    return fold(tagged.lowers[position]) in lexicon.given_names


def _trim(tagged: TaggedText, span: Span, persons: set[int], surnames: set[str], lexicon: Lexicon) -> None:
    """Leave out what does not belong at either end, in place."""
    first, last, lowers = span.first, _without_tails(tagged, span), tagged.lowers
    while last - first > 1 and (lowers[first] in _OPEN_ENDS or lowers[first] in _PAGE_BEFORE):
        first += 1
    if last - first > 2 and lowers[first] in _PREFIXES and tagged.words[first + 1] == "-":
        first += 2
    while last - first > _LONG_NAME and any(alias.is_certain for alias in lexicon.lookup(tagged.span(first + 1, last))):
        first += 1  # "Marxist" Revolutionary Armed Forces of Colombia
    label = span.label
    if label == "ORG" and last - first > 2 and lowers[first] in _PEOPLE_OF and lowers[first + 1] in _OF and _opens(tagged, first):
        first += 2  # "Customers of Telecom Namibia"
    if label == "ORG" and _is_before_chamber(tagged, first, last, surnames, lexicon):
        last, label = last - 1, "PERSON"  # "Mo Cowan" Senate appointment
    if label == "ORG" and last - first > 1 and lowers[first] in COURTESY_TITLES:
        first, label = first + 1, "PERSON"
    if label == "PERSON" and last - first > 2 and _is_doer(tagged, first, lexicon):
        first += 1
    if label == "PERSON" and _ends_in_people(tagged, first, last, lexicon):
        last, label = last - 1, ""
    if label != "PERSON":
        last = _without_rank(tagged, first, _without_ticker(tagged, first, last), persons)
    behind = tagged.lowers[last] if last < len(tagged.words) else ""
    if last == span.last and last - first > 1 and f"{lowers[last - 1]} {behind}" in lexicon.nouns and tagged.words[last][0].isupper():
        last -= 1  # "Harris County District" before "Attorney"
    if label != "PERSON" and (span.last in persons or _is_known_body(tagged, first, last - 1, lexicon)):
        last = _without_post(tagged, first, last, lexicon)
    if (first, last) == (span.first, span.last):
        return
    cut_to(tagged, span, first, last, lexicon)
    span.retype(label, TRIMMED)


def _is_before_chamber(tagged: TaggedText, first: int, last: int, surnames: set[str], lexicon: Lexicon) -> bool:
    """Whether a person's two names stand before the chamber for which he runs, without a word between, as in headlines."""
    if last - first != _LONG_NAME or tagged.lowers[last - 1] not in _HOUSES:
        return False
    surname = tagged.words[first + 1]
    is_known = _is_given(tagged, first, lexicon) and fold(surname).lower() in lexicon.surnames
    return surname.istitle() and (surname in surnames or is_known)


def _opens(tagged: TaggedText, first: int) -> bool:
    """Whether a sentence begins there, which alone makes the word a capital."""
    return tagged.sentences[tagged.sentence_of[first]][0] == first


def _without_tails(tagged: TaggedText, span: Span) -> int:
    """Where a name ends before words of the page, days, others and agencies."""
    end, last = -1, span.last
    while end != last:
        end, last = last, _without_tail(tagged, span.label, span.first, last)
    return last


def _without_tail(tagged: TaggedText, label: str, first: int, last: int) -> int:
    """The end without one of these: they told the "Supreme Court on Wednesday", "Houser et al.", "Saul Loeb AFP"."""
    if last - first > 1 and (tagged.lowers[last - 1] in _OPEN_ENDS or tagged.lowers[last - 1] in _PAGE_BEHIND):
        return last - 1
    if label == "PERSON" and last - first > _LONG_TAIL and tagged.words[last - 1].isupper() and tagged.lowers[last - 1] in _AGENCIES:
        return last - 1
    before, word = tagged.lowers[last - 2], tagged.words[last - 1]
    is_day = word in _DAYS and before in _BEFORE_DAYS
    is_others = before == "et" and word.rstrip(".") == "al"
    return last - 2 if last - first > _LONG_TAIL and (is_day or is_others) else last


def _without_rank(tagged: TaggedText, first: int, last: int, persons: set[int]) -> int:
    """Where a name ends before the rank of the person behind it: "Army Sgt." """
    is_rank = last - first > 1 and tagged.lowers[last - 1] in TITLES
    return last - 1 if is_rank and persons & {last, last + 1} else last


def _without_ticker(tagged: TaggedText, first: int, last: int) -> int:
    """Where a firm's name ends before the capitals under which its shares are traded: "Sorrel Co SRL"."""
    forms = [place for place in range(first + 1, last) if tagged.lowers[place].rstrip(".") in _BEFORE_TICKERS]
    end = forms[-1] + 1 if forms else last
    tail = tagged.words[end:last]
    return end if all(word.isupper() and word.replace(".", "").isalpha() for word in tail) else last


def _is_doer(tagged: TaggedText, first: int, lexicon: Lexicon) -> bool:
    """Whether the first word says what the person behind it is: "Musician" Dave Grohl, however it is spelt."""
    lower = fold(tagged.lowers[first])
    is_name = lower in lexicon.given_names or lower in lexicon.surnames
    return lower.endswith(_DOER_ENDINGS) and not is_name and _is_given(tagged, first + 1, lexicon)


def _ends_in_people(tagged: TaggedText, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a noun for people ends the name of what the lexicon knows without it: "Tory" MPs."""
    noun = lexicon.nouns.get(tagged.lowers[last - 1])
    is_people = last - first > 1 and noun is not None and noun.role is not None and noun.role.is_plural
    return is_people and bool(lexicon.lookup(tagged.span(first, last - 1)))


def _is_known_body(tagged: TaggedText, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the words before the last are a whole name of the lexicon: "Democratic National Committee" Chair."""
    is_name = last - first > 1 or (last > first and tagged.words[first].isupper())
    return is_name and bool(lexicon.lookup(tagged.span(first, last)))


def _without_post(tagged: TaggedText, first: int, last: int, lexicon: Lexicon) -> int:
    """Where a name ends before the post of the person who follows: behind what the lexicon knows, else behind a word of organisations or
    a single word; its beginning where only the post's own field is left ("Agriculture Commissioner")."""
    end = last
    while end > first and tagged.lowers[end - 1] in _POSTS:
        end -= 1
    if end == last:
        return last
    known = next((place for place in range(end, first, -1) if lexicon.lookup(tagged.span(first, place))), None)
    if known is not None:
        return known
    is_body = end - first == 1 and tagged.words[first].isupper()
    return end if is_body or tagged.lowers[max(end - 1, first)] in ORGANISATION_WORDS else first
