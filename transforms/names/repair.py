"""Spans completed to the whole name: initials, compounds, what follows "of", acronyms in parentheses."""

import re
from itertools import product

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import COMPOUND, HYPHEN, NAME_TAGS, SINGULAR_NAME
from transforms.lexicon import Lexicon
from transforms.names.name_spans import POSSESSIVE_MARKS, Span, is_adjective
from transforms.names.name_words import (
    CAPITAL_PARTICLES,
    DEGREES,
    HONORIFICS,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
    TITLES,
    WORDS_AFTER_IN,
)
from transforms.names.types import is_surname, retype

#: What follows a hyphen after a person's name without being part of it: "Putin-led".
_AFTER_HYPHEN = word_class("names.after_hyphen")


#: Letters of the short names of organisations that are written like words.
_SHORTEST_NAME, _LONGEST_SHORT_NAME = 4, 10
#: Tokens between an institute and its field, with an article.
_GAP = 2
#: What leads from an institute to its field; endings of words for people that have no "s" in the plural.
_FIELD_LINKS, _PEOPLES_ENDINGS = word_class("names.field_links"), ("men", "people", "children")
_OPENING = frozenset("\"“‘'")


_CLOSING = frozenset("\"”’'")


#: An organisation that ends so goes on with "of" and the name of its country or place.
_TAKE_OF = word_class("names.take_of")
#: Last words of names behind a possessive: "Journalists' Union".
_OWNED_BODIES = word_class("names.owned_bodies")
#: What stands inside the name of an organisation.
_INNER_LINKS = word_class("names.inner_links")
#: Bodies that are told apart by a number before them.
_ORDINAL_BODIES = word_class("names.ordinal_bodies")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
#: First words of names that go on with "of" and their country.
_BODIES_OF = word_class("names.bodies_of")
#: What two peoples have with each other.
_BETWEEN_PEOPLES = word_class("names.between_peoples")
#: What heirs of the Prophet are called, which stands in their names.
_GIVEN_LIKE_TITLES = word_class("names.given_like_titles")
#: Nouns that make a name of any place before them, in small letters too.
_CORRIDORS = word_class("names.corridors")


def repair(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Spans completed to the whole name, and their types set right by the words themselves."""
    repaired: list[Span] = []
    taken = 0
    spans = _unite_given(tagged, spans, lexicon)
    for number, span in enumerate(spans):
        if span.first < taken:
            continue
        following = spans[number + 1].first if number + 1 < len(spans) else len(tagged.words)
        if span.aliases:
            _outgrow(tagged, span, following, lexicon)
            behind = spans[number + 1] if number + 1 < len(spans) else None
            _take_second_surname(tagged, span, len(tagged.words) if behind is None or not behind.aliases else following, lexicon)
        if not span.aliases:
            _extend(tagged, span, following, taken, lexicon)
            if span.label == "PERSON" and span.last - span.first > 1 and _is_second_surname(tagged, span.last):
                span.last += 2
            _recase(tagged, span, lexicon)
        _extend_in(tagged, span)
        _take_given_like_title(tagged, span, repaired, lexicon)
        taken = span.last
        if not span.aliases:
            retype(tagged, span, lexicon)
            _drop_honorifics(tagged, span)
        elif is_surname(tagged, span, lexicon):
            span.retype("PERSON", "type.surname")
        repaired.append(span)
    return repaired


def _take_given_like_title(tagged: TaggedText, span: Span, repaired: list[Span], lexicon: Lexicon) -> None:
    """ "Syed" before a person's name is part of it, whether the lexicon has it so or not."""
    before = span.first - 1
    is_next = before >= 0 and tagged.sentence_of[before] == tagged.sentence_of[span.first] and tagged.words[before][0].isupper()
    kinds = lexicon.kinds_of(span.aliases)
    is_person = kinds == {"person"} or (not kinds and span.label == "PERSON")
    if not is_person or not is_next or tagged.lowers[before] not in _GIVEN_LIKE_TITLES:
        return
    if repaired and repaired[-1].last == span.first:
        repaired.pop()
    span.first = before


def _unite_given(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """A person's given names with the surname behind them that known persons have too: "Simran Jeet" Singh."""
    united: list[Span] = []
    for span in spans:
        before = united[-1] if united else None
        if (
            before is not None
            and before.label == "PERSON"
            and not before.aliases
            and before.last == span.first
            and tagged.sentence_of[before.first] == tagged.sentence_of[span.first]
            and fold(tagged.lowers[before.first]) in lexicon.given_names
            and _is_bare_surname(span, lexicon)
        ):
            before.last = span.last
            before.aliases = tuple(lexicon.lookup(tagged.span(before.first, before.last)))
            continue
        united.append(span)
    return united


def _is_bare_surname(span: Span, lexicon: Lexicon) -> bool:
    """Whether it is one word by which the lexicon knows nobody but persons, and none for sure."""
    kinds = {lexicon.actors[alias.actor_id].kind for alias in span.aliases if alias.actor_id in lexicon.actors}
    return span.last - span.first == 1 and kinds == {"person"} and not any(alias.is_certain for alias in span.aliases)


def _drop_honorifics(tagged: TaggedText, span: Span) -> None:
    """A person's name without the title that the tagger took for its first word: "U" Win Myint."""
    if span.label == "PERSON":
        while span.last - span.first > 1 and tagged.lowers[span.first] in HONORIFICS:
            span.first += 1


def _recase(tagged: TaggedText, span: Span, lexicon: Lexicon) -> None:
    """The aliases of a known name that is printed with words in capitals: "FOX News", "ABC NEWS"."""
    words = tagged.words[span.first : span.last]
    if not 2 <= len(words) <= _LONGEST_RECASED or not any(word.isupper() and len(word) > 2 for word in words):
        return
    forms = (" ".join(form) for form in product(*({word, word.title()} if word.isupper() else {word} for word in words)))
    span.aliases = next((tuple(known) for form in sorted(forms) if (known := lexicon.lookup(form))), ())


def _outgrow(tagged: TaggedText, span: Span, following: int, lexicon: Lexicon) -> None:
    """A known name that only begins a longer one names nobody: "Charles de Gaulle airport", "Texas Instruments Group"."""
    last = span.last
    if last >= min(following, len(tagged.words)) or tagged.sentence_of[last] != tagged.sentence_of[span.first] or is_adjective(span):
        return
    lower, is_capital = tagged.lowers[last], tagged.words[last][0].isupper()
    kinds = {lexicon.actors[alias.actor_id].kind for alias in span.aliases if alias.actor_id in lexicon.actors}
    is_named_after = kinds == {"person"} and lower in (_NAMED_AFTER if last - span.first > 1 else _NAMED_AFTER_SURNAMES)
    is_compound = (
        kinds <= _OF_PLACES
        and is_capital
        and tagged.has_syntax
        and tagged.deps[last - 1] == COMPOUND
        and tagged.heads[last - 1] == last
        and tagged.tags[last] == SINGULAR_NAME
        and (lower in ORGANISATION_WORDS or lower in PLACE_WORDS)
        and lower not in lexicon.nouns
    )
    if is_named_after or is_compound or _is_college(tagged, span, lexicon) or (kinds <= _OF_PLACES and lower in _CORRIDORS):
        label = "ORG" if _is_college(tagged, span, lexicon) else PLACE_WORDS.get(lower, "ORG")
        span.lengthen(last + 1, label, "name.longer")


def _is_college(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether "State" makes a university's name of an American state's, which no town bears: "Iowa State", but "Iowa State Police"."""
    behind = [*tagged.words[span.last : span.last + 2], "", ""]
    kinds = {lexicon.place_kinds.get(alias.actor_id) for alias in span.aliases} - {None}
    countries = {(lexicon.actors[alias.actor_id].country or "") for alias in span.aliases if alias.actor_id in lexicon.actors}
    is_state = kinds == {"state"} and countries == {_WITH_STATE_COLLEGES}
    return is_state and behind[0] in _COLLEGES and not behind[1][:1].isupper()


def _take_second_surname(tagged: TaggedText, span: Span, following: int, lexicon: Lexicon) -> None:
    """The rest of a known person's name in the Spanish way: Pedro Sánchez "Pérez-Castejón"."""
    kinds = {lexicon.actors[alias.actor_id].kind for alias in span.aliases if alias.actor_id in lexicon.actors}
    last = span.last
    if kinds != {"person"} or last - span.first < 2:
        return
    while (
        last < min(following, len(tagged.words))
        and tagged.sentence_of[last] == tagged.sentence_of[span.first]
        and tagged.tags[last] in (SINGULAR_NAME, HYPHEN)
        and (tagged.words[last] == "-" or fold(tagged.lowers[last]) in lexicon.surnames or tagged.words[last - 1] == "-")
        and last - span.last < _LONGEST_SURNAME
    ):
        last += 1
    if last > span.last and tagged.words[last - 1] != "-" and tagged.lowers[last - 1] not in lexicon.nouns:
        span.last = last


#: Words of the longest name that is looked up in other letters.
_LONGEST_RECASED = 4
#: Tokens of the longest second surname: two parts and a hyphen.
_LONGEST_SURNAME = 3
#: What is named after persons.
_NAMED_AFTER = word_class("names.named_after")
#: Of these, what persons have in no other way: "JFK airport", but "the Obama school plan".
_NAMED_AFTER_SURNAMES = word_class("names.named_after_surnames")
_OF_PLACES = frozenset({"country", "territory", "place", "government"})
#: What universities of states are called, and the country that has them.
_COLLEGES, _WITH_STATE_COLLEGES = word_class("names.colleges"), "USA"


def _extend(tagged: TaggedText, span: Span, following: int, taken: int, lexicon: Lexicon) -> None:
    """Take in the capitalised words that the tagger left outside: "Lachin" corridor, "Civil Defense" Authority."""
    words, lowers = tagged.words, tagged.lowers
    limit = min(following, len(words))
    sentence = tagged.sentence_of[span.first]
    if span.label == "PERSON":
        _extend_person(tagged, span, limit, taken)
    _extend_compound(tagged, span, limit, taken, lexicon)
    _take_ordinal(tagged, span, taken)
    last = span.last
    if last < limit and tagged.sentence_of[last] == sentence and span.label != "PERSON":
        word = lowers[last]
        is_capital = words[last][0].isupper()
        if is_capital and (word in ORGANISATION_WORDS or word in PLACE_WORDS):
            span.last = last + 1
        elif word == "'" and last + 1 < limit and words[last + 1] in _OWNED_BODIES:
            span.last = last + 2
            span.retype("ORG", "type.organisation_word")
        elif span.label == "ORG" and word in _INNER_LINKS and lowers[last - 1] in ORGANISATION_WORDS:
            stop = last + 1
            while stop < limit and words[stop][0].isupper() and tagged.sentence_of[stop] == sentence:
                stop += 1
            if stop > last + 1:
                span.last = stop
    if span.label == "NORP" and last - span.first > 1 and lowers[last : last + 1] == ["for"] and last + 1 < limit:
        _take_cause(tagged, span, limit)
    if last < limit and lowers[last] in _CORRIDORS and tagged.sentence_of[last] == sentence:
        span.last = last + 1
        span.retype("LOC", "type.place_word")


def _take_cause(tagged: TaggedText, span: Span, limit: int) -> None:
    """What people unknown to the lexicon have united for: "Young Americans" for Liberty."""
    end = first = span.last + 1
    while end < limit and tagged.tags[end] in NAME_TAGS and tagged.sentence_of[end] == tagged.sentence_of[span.first]:
        end += 1
    if end > first:
        span.last = end
        span.retype("ORG", "type.organisation_word")


def _take_ordinal(tagged: TaggedText, span: Span, taken: int) -> None:
    """The number of a court, fleet or division before its name: the "9th" Circuit is not the 11th."""
    before = span.first - 1
    if span.label == "ORG" and before >= taken and tagged.sentence_of[before] == tagged.sentence_of[span.first]:
        words = tagged.lowers[span.first : span.last]
        if _ORDINAL.fullmatch(tagged.lowers[before]) and any(word in _ORDINAL_BODIES for word in words):
            span.first = before


def _extend_compound(tagged: TaggedText, span: Span, limit: int, taken: int, lexicon: Lexicon) -> None:
    """Take in capitalised nouns that the syntax ties to the name: "Stena" DrillMAX, "Garo Hills" after West."""
    words, tags, deps, heads = tagged.words, tagged.tags, tagged.deps, tagged.heads
    if not tagged.has_syntax or span.label == "NORP":
        return
    sentence = tagged.sentence_of[span.first]
    last = span.last
    while last < limit and tags[last] in NAME_TAGS and words[last][0].isupper() and tagged.sentence_of[last] == sentence:
        if deps[last - 1] != COMPOUND or not last <= heads[last - 1] < limit or tagged.lowers[last] in TITLES:
            break
        last += 1
        span.last = last
    first = span.first
    while first > taken and tags[first - 1] in NAME_TAGS and words[first - 1][0].isupper() and tagged.sentence_of[first - 1] == sentence:
        if deps[first - 1] != COMPOUND or not span.first <= heads[first - 1] < span.last or tagged.lowers[first - 1] in TITLES:
            break
        if span.label == "PERSON" and (tagged.lowers[first - 1] in lexicon.nouns or tagged.lowers[first - 1] in ORGANISATION_WORDS):
            break
        first -= 1
        span.first = first


def _extend_person(tagged: TaggedText, span: Span, limit: int, taken: int) -> None:
    """The rest of a person's name, up to `limit` behind it and down to `taken` before it."""
    _extend_person_behind(tagged, span, limit)
    _extend_person_before(tagged, span, taken)


def _extend_person_behind(tagged: TaggedText, span: Span, limit: int) -> None:
    """ "Yoon Suk" - yeol, Florencio del "Castillo"."""
    words, lowers, tags = tagged.words, tagged.lowers, tagged.tags
    last = span.last
    if (
        last + 1 < limit
        and words[last] in ("-", "‑")
        and words[last + 1].isalpha()
        and words[last + 1].islower()
        and tagged.ends[last] == tagged.starts[last + 1]
        and last - span.first == 2
        and 1 < len(words[last + 1]) < 7
        and lowers[last + 1] not in _AFTER_HYPHEN
    ):
        span.last = last = last + 2
    while (
        last + 2 < len(words)
        and words[last] == "."
        and len(words[last - 1]) == 1
        and words[last + 1][0].isupper()
        and tags[last + 1] == SINGULAR_NAME
    ):
        span.last = last = last + 2
    if (
        last + 3 < len(words)
        and words[last] in _OPENING
        and words[last + 2] in _CLOSING
        and words[last + 3][0].isupper()
        and tags[last + 3] == SINGULAR_NAME
    ):
        span.last = last = last + 4  # a nickname between quote marks
    if (
        last < limit
        and words[last][0].isupper()
        and words[last].isalpha()
        and tags[last] == SINGULAR_NAME
        and lowers[last - 1] in PARTICLES
        and tagged.sentence_of[last] == tagged.sentence_of[span.first]
    ):
        span.last = last + 1


def _is_second_surname(tagged: TaggedText, hyphen: int) -> bool:
    """Whether a hyphen without blanks joins another capitalised name to a full one: Delphine Brew-"Hammond"."""
    if hyphen + 1 >= len(tagged.words):
        return False
    word = tagged.words[hyphen + 1]
    is_glued = tagged.ends[hyphen - 1] == tagged.starts[hyphen] and tagged.ends[hyphen] == tagged.starts[hyphen + 1]
    is_name = word.istitle() and word.isalpha() and len(word) > 2 and tagged.words[hyphen - 1].istitle()
    return is_glued and is_name and tagged.words[hyphen] in ("-", "‑") and tagged.lowers[hyphen + 1] not in _AFTER_HYPHEN


def _extend_person_before(tagged: TaggedText, span: Span, taken: int) -> None:
    """ "R. A." Dickey, "Eric" H. Holder."""
    words, lowers, tags = tagged.words, tagged.lowers, tagged.tags
    first, last, sentence = span.first, span.last, tagged.sentence_of[span.first]
    if first > taken and words[first - 1] in CAPITAL_PARTICLES and tagged.sentence_of[first - 1] == sentence and last - first == 1:
        span.first = first = first - 1
    if (
        first > taken
        and _is_initial(words, first)
        and words[first - 1].istitle()
        and tags[first - 1] == SINGULAR_NAME
        and tagged.sentence_of[first - 1] == sentence
        and lowers[first - 1] not in TITLES
    ):
        first -= 1  # "Eric" H. Holder
    while first - 1 >= taken and tagged.sentence_of[first - 1] == sentence and _is_initial(words, first - 1):
        first -= 2 if words[first - 1] == "." and first - 2 >= taken else 1
    span.first = first


def _is_initial(words: list[str], position: int) -> bool:
    """An initial, its full stop perhaps a separate token."""
    word = words[position]
    if len(word) == 2 and word[0].isupper() and word[1] == ".":
        return True
    return word == "." and position > 0 and len(words[position - 1]) == 1 and words[position - 1].isupper()


def _extend_in(tagged: TaggedText, span: Span) -> None:
    """ "Azerbaijan in Focus": a name that goes on with an ordinary word in capitals."""
    last = span.last
    if (
        last + 1 < len(tagged.words)
        and tagged.lowers[last] == "in"
        and tagged.words[last + 1][0].isupper()
        and tagged.lowers[last + 1] in WORDS_AFTER_IN
    ):
        span.lengthen(last + 2, "ORG", "name.in")


def drop_degrees(tagged: TaggedText, spans: list[Span]) -> list[Span]:
    """The spans without degrees and ranks behind a name: "Neha Rao, MD, MPH" is one person and no Maryland."""
    words = tagged.words
    return [
        span
        for span in spans
        if not (
            span.last - span.first == 1
            and words[span.first] in DEGREES
            and span.first > 1
            and words[span.first - 1] in (",", "(")
            and words[span.first - 2][0].isalpha()
            and span.rule != "state_abbreviation"
        )
    ]


def unite_of(tagged: TaggedText, spans: list[Span]) -> list[Span]:
    """ "Ministry of Defence" of "Ukraine", "Muslim Party" of "Indonesia": one name each."""
    united: list[Span] = []
    for span in spans:
        before = united[-1] if united else None
        if (
            before is not None
            and span.first - before.last in (1, 2)
            and tagged.lowers[before.last] == "of"
            and (span.first - before.last == 1 or tagged.lowers[before.last + 1] == "the")
            and before.last - before.first > 1
            and tagged.words[before.last - 1][0].isupper()
            and (tagged.lowers[before.last - 1] in _TAKE_OF or tagged.lowers[before.first] in _BODIES_OF)
            and (span.label in ("GPE", "LOC") or (span.aliases and not is_adjective(span)))
        ):
            before.lengthen(span.last, "ORG", "name.of")
            continue
        if before is not None and _goes_on(tagged, before, span):
            before.lengthen(span.last, "ORG", before.rule)
            continue
        united.append(span)
    return united


def _goes_on(tagged: TaggedText, before: Span, span: Span) -> bool:
    """Whether two unknown names are one: "Sorrel Center" on "Energy Policy", "National Cattlemen" 's "Beef Association"."""
    gap = tagged.lowers[before.last : span.first]
    is_next = (
        (len(gap) == 1 or (len(gap) == _GAP and gap[1] == "the"))
        and before.label == span.label == "ORG"
        and not before.aliases
        and not span.aliases
    )
    if not is_next or tagged.sentence_of[before.first] != tagged.sentence_of[span.first]:
        return False
    between, last = tagged.lowers[before.last], tagged.lowers[before.last - 1]
    is_field = between in _FIELD_LINKS and last in ORGANISATION_WORDS
    return is_field or (
        between in POSSESSIVE_MARKS and last.endswith(_PEOPLES_ENDINGS) and tagged.lowers[span.last - 1] in ORGANISATION_WORDS
    )


def find_acronyms(tagged: TaggedText, spans: list[Span]) -> list[Span]:
    """Short forms in parentheses right after a longer name that the tagger missed: "Romanian Communist Party (PCdR)"."""
    words = tagged.words
    at = {span.first: span for span in spans}
    taken = set(at)
    found: list[Span] = []
    for span in spans:
        last = span.last
        if span.label not in ("ORG", "") or span.last - span.first < 2 or last + 2 >= len(words) or words[last] != "(":
            continue
        short = words[last + 1]
        if last + 1 in taken:
            if words[last + 2] == ")" and _is_short_name(short):
                _retype_short(at[last + 1])
            continue
        if words[last + 2] in (")", ",", ";") and (
            (
                2 <= len(short) <= 9
                and sum(letter.isupper() for letter in short) >= 2
                and (short[0] == words[span.first][0] or (short.isupper() and len(short) > 2))
            )
            or (words[last + 2] == ")" and _is_short_name(short) and ORGANISATION_WORDS.keys() & set(tagged.lowers[span.first : last]))
        ):
            found.append(Span(last + 1, last + 2, "ORG", (), "acronym.parentheses", 0.8))
    return found


def _is_short_name(word: str) -> bool:
    """Whether a word is made of the first letters of others and written like a name: "Canatur", "Unesco"."""
    return word.istitle() and word.isalpha() and _SHORTEST_NAME <= len(word) <= _LONGEST_SHORT_NAME


def _retype_short(span: Span) -> None:
    """The name in brackets behind an organisation's is its short form, whatever the tagger takes it for; known ones stay."""
    if not span.aliases and span.last - span.first == 1:
        span.retype("ORG", "acronym.parentheses")
        span.rule = "acronym.parentheses"


def unite_peoples(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """One name for the people of one country that come from another: "British Indians", "Chinese Indonesian" shops. What two countries
    have with each other is of both."""
    united: list[Span] = []
    for span in spans:
        before = united[-1] if united else None
        if (
            before is not None
            and before.last == span.first
            and _is_demonym(before, lexicon)
            and _is_demonym(span, lexicon)
            and {alias.actor_id for alias in before.aliases}.isdisjoint(alias.actor_id for alias in span.aliases)
            and tagged.sentence_of[before.first] == tagged.sentence_of[span.first]
            and (tagged.lowers[span.last] if span.last < len(tagged.words) else "") not in _BETWEEN_PEOPLES
        ):
            before.lengthen(span.last, "NORP", "name.of")
            continue
        united.append(span)
    return united


def _is_demonym(span: Span, lexicon: Lexicon) -> bool:
    """Whether it is the adjective or people of a country."""
    kinds = {lexicon.actors[alias.actor_id].kind for alias in span.aliases if alias.actor_id in lexicon.actors}
    return span.last - span.first == 1 and kinds == {"country"} and is_adjective(span)
