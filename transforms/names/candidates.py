"""What the tagger and the lexicon see, in one list without overlaps."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import (
    ADJECTIVE_TAGS,
    FIGURE,
    FOREIGN_WORD,
    NAME_TAGS,
    NOUN_TAGS,
    PLURAL_NAME,
    POSSESSOR,
    SINGULAR_NAME,
    SINGULAR_NOUN,
    SUBJECTS,
)
from transforms.lexicon import Alias, Lexicon, NameHit
from transforms.names.name_spans import Span, is_adjective, is_modifier
from transforms.names.name_words import (
    LAWS,
    NAME_LABELS,
    NO_ACTORS,
    NO_ACTORS_ALONE,
    ORGANISATION_WORDS,
    PARTICLES,
    PROGRAMMES,
    SHIPS,
    STATE_ABBREVIATIONS,
    TITLES,
    is_postal_form,
)
from transforms.names.place_hints import is_weak_everywhere
from transforms.rules import Step

#: Behind a country's short form these are money.
_CURRENCIES = word_class("names.currencies")
#: Before a figure these are money.
_CURRENCY_MARKS = word_class("names.currency_marks")
#: Behind these a title is a rank and no part of a name.
_TITLE_LINKS = word_class("names.title_links")
#: Determiners that the tagger takes into a name.
_LEADING = word_class("names.leading_determiners")
POSSESSIVE_MARKS = word_class("syntax.possessive_marks")

_NAME_TAGS = frozenset({SINGULAR_NAME, PLURAL_NAME, "", FOREIGN_WORD})


_CAN_NAME = frozenset({*ADJECTIVE_TAGS, *NOUN_TAGS, FIGURE})
_CUTTING = frozenset('"“”()[];|/_') | {"'s", "'", "`", "''", "``"}


def lexicon_spans(tagged: TaggedText, lexicon: Lexicon) -> list[Span]:
    spans: list[Span] = []
    starts, ends = tagged.starts, tagged.ends
    for hit in lexicon.find_names(tagged.text):
        first, last = bisect_right(ends, hit.start), bisect_left(starts, hit.end)
        if first >= last or _is_part_of_other(tagged, hit, first, last) or _is_ordinary(tagged, hit, first, last, lexicon):
            continue
        if _is_in_one_sentence(tagged, first, last, any(alias.is_certain for alias in hit.aliases)):
            spans.append(Span(first, last, "", hit.aliases, "lexicon", 0.9))
    if "," in tagged.text:
        spans = _with_states(tagged, spans, lexicon)
    _note_evidence(tagged, spans, lexicon)
    return spans


def _is_in_one_sentence(tagged: TaggedText, first: int, last: int, is_certain: bool) -> bool:
    """Whether a name stands in one sentence, or in two that were cut apart inside a certain name and are joined here ("George W. Bush")."""
    while (number := tagged.sentence_of[first]) != tagged.sentence_of[last - 1]:
        if not is_certain or tagged.paragraph_of[number] != tagged.paragraph_of[number + 1]:
            return False
        tagged.join_sentences(number)
    return True


def _is_party_elsewhere(alias: Alias, sure: Collection[str | None], lexicon: Lexicon) -> bool:
    """Whether a weak form is that of a party of a country that the article does not name: Colombia's UP in news of Uttar Pradesh."""
    actor = lexicon.actors.get(alias.actor_id)
    return actor is not None and actor.kind == "party" and not alias.is_certain and actor.country not in sure


def _note_evidence(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> None:
    """Mark countries with ordinary names (Jordan, Chad) for which the article speaks: it names the country in other words, or the name
    stands where places stand. They count even where the tagger saw nothing."""
    weak = [span for span in spans if is_weak_everywhere(span.aliases, lexicon) or _is_weak_acronym(tagged, span)]
    if not weak:
        return
    sure = {
        lexicon.actors[alias.actor_id].country
        for span in spans
        for alias in span.aliases
        if alias.is_certain and alias.actor_id in lexicon.actors
    }
    for span in weak:
        before = tagged.lowers[span.first - 1] if span.first else ""
        countries = {lexicon.actors[alias.actor_id].country for alias in span.aliases if not alias.is_certain}
        if before in _TOWARD_PLACES or countries & sure:
            span.rule = _EVIDENT
            span.aliases = tuple(alias for alias in span.aliases if not _is_party_elsewhere(alias, sure, lexicon)) or span.aliases
            span.trace.append(Step(_EVIDENT, " ".join(sorted(filter(None, countries)))))


def _is_weak_acronym(tagged: TaggedText, span: Span) -> bool:
    """Whether it is one word in capitals that several actors bear, or an ordinary word."""
    return span.last - span.first == 1 and tagged.words[span.first].isupper() and not any(alias.is_certain for alias in span.aliases)


_EVIDENT = "lexicon.evident"
_TOWARD_PLACES = word_class("names.toward_places")
_BESIDE_PLACES = word_class("names.beside_places")


def _is_part_of_other(tagged: TaggedText, hit: NameHit, first: int, last: int) -> bool:
    """Whether the hit is a piece of an address, of a sum of money ("US$5") or of a longer name ("the West" of West Africa)."""
    word = tagged.words[first]
    if (hit.start != tagged.starts[first] or hit.end != tagged.ends[last - 1]) and ("/" in word or "@" in word or "." in word):
        return True
    after = tagged.words[last] if last < len(tagged.words) else ""
    if tagged.text[hit.start - 1 : hit.start] == "-" and len(tagged.words[first - 2]) == 1 and tagged.words[first - 2].isupper():
        return True  # "T-Pole"
    if tagged.text[hit.end : hit.end + 1] in ("'", "’") and tagged.text[hit.end + 1 : hit.end + 3].isalpha() and after[-1:] != "s":
        return True  # "Tonga'uiha"
    if first and tagged.words[first - 1].isupper() and tagged.lowers[first - 1] in SHIPS:
        return True  # "USS Ronald Reagan"
    if word in ("US", "U.S.", "A", "HK") and (after.startswith("$") or after in _CURRENCIES):
        return True
    return last - first == 1 and word in _DIRECTIONS and after[:1].isupper()


def _is_ordinary(tagged: TaggedText, hit: NameHit, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether one word is a rank before "of", a minister's field, or an adjective that the article also prints in small letters: "the Duke
    of York", "Labour Minister", nail "Polish" where there is polish."""
    if last - first > 1:
        return False
    lower = tagged.lowers[first]
    after = tagged.lowers[last] if last < len(tagged.words) else ""
    if lower in TITLES and after in _TITLE_LINKS:
        return True
    if _is_field(tagged, first, lexicon):
        return True
    if lower not in tagged.printed or not all(alias.kind in ("adjective", "people") for alias in hit.aliases):
        return False
    return tagged.lowers[max(first - 1, 0)] != "the" and not is_modifier(tagged, first, last)


def _is_field(tagged: TaggedText, first: int, lexicon: Lexicon) -> bool:
    """Whether a word in title case begins the noun of an office or ministry: "Labour" Minister, "Interior" Ministry."""
    if first + 1 >= len(tagged.words) or tagged.words[first].isupper():
        return False
    noun = lexicon.nouns.get(f"{tagged.lowers[first]} {tagged.lowers[first + 1]}")
    if noun is None or not (noun.offices or noun.bodies):
        return False
    bearers = [lexicon.actors.get(alias.actor_id) for alias in lexicon.lookup(tagged.words[first])]
    return all(actor is None or actor.kind == "party" for actor in bearers)  # the Kremlin of "Kremlin spokesman" is an actor


_ACTING = frozenset({*SUBJECTS, POSSESSOR})
#: What is shouted or kept rather than does anything.
_SLOGANS = word_class("names.slogans")
_SUFFIXES = word_class("identities.suffixes")
_DIRECTIONS = word_class("names.directions")


def _with_states(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with American states in their short forms, which stand after a town and a comma."""
    words = tagged.words
    states: list[Span] = []
    for position in range(2, len(words)):
        name = STATE_ABBREVIATIONS.get(words[position]) if words[position - 1] == "," and words[position - 2][0].isupper() else None
        if name is None or tagged.sentence_of[position] != tagged.sentence_of[position - 2]:
            continue
        if is_postal_form(words[position]) and not _is_behind_town(tagged, position - 1, lexicon):
            continue  # "Omar Said, MA"
        aliases = tuple(alias for alias in lexicon.lookup(name) if lexicon.place_kinds.get(alias.actor_id) == "state")
        if aliases:
            states.append(Span(position, position + 1, "GPE", aliases, "state_abbreviation", 0.9))
    if not states:
        return spans
    taken = {span.first for span in states}
    return sorted([*states, *(span for span in spans if span.first not in taken)], key=lambda span: span.first)


def _is_behind_town(tagged: TaggedText, comma: int, lexicon: Lexicon) -> bool:
    """Whether the capitalised words before a comma are a town's, or stand where places stand."""
    first = comma
    while first > 0 and comma - first < 3 and tagged.words[first - 1][0].isupper():
        first -= 1
        if lexicon.towns_of(tagged.span(first, comma)) or lexicon.is_place(tagged.span(first, comma)):
            return True
    return first > 0 and tagged.lowers[first - 1] in _BESIDE_PLACES


def without_own_acronyms(tagged: TaggedText, hits: list[Span]) -> list[Span]:
    """The hits without acronyms that the article gives a meaning of its own in lower case: "artificial pancreas (AP)"."""
    own: set[str] = set()
    for hit in hits:
        short = tagged.words[hit.first]
        size = len(short)
        if hit.last - hit.first > 1 or not short.isupper() or hit.first <= size or tagged.words[hit.first - 1] != "(":
            continue
        before = tagged.words[hit.first - 1 - size : hit.first - 1]
        if before[-1].islower() and "".join(word[0] for word in before).upper() == short:
            own.add(short)
    return [hit for hit in hits if tagged.words[hit.first] not in own] if own else hits


def tagger_spans(tagged: TaggedText, lexicon: Lexicon) -> list[Span]:
    """The tagger's names without what does not belong to a name: articles, titles, quote marks, a possessive; cut at one inside."""
    spans: list[Span] = []
    plain = {word for word in tagged.words if word.islower()}
    for name in tagged.names:
        if name.label not in NAME_LABELS:
            continue
        if (
            name.last - name.first == 1
            and name.label in ("ORG", "LOC", "FAC", "NORP")
            and tagged.lowers[name.first] in plain
            and not tagged.words[name.first].isupper()
        ):
            continue  # the article also uses it as a common noun
        if name.last - name.first == 1 and name.label == "ORG" and _is_field(tagged, name.first, lexicon):
            continue
        begin = name.first
        for position in range(name.first, name.last + 1):
            if position < name.last and not _cuts(tagged, position, name.last, name.label, lexicon):
                continue
            first, last = trim(tagged, begin, position, name.label)
            if first < last and _is_name(tagged, first, last, name.label, lexicon):
                spans.append(Span(first, last, name.label, (), "tagger", 0.6))
            begin = position + 1
    return spans


def _is_name(tagged: TaggedText, first: int, last: int, label: str, lexicon: Lexicon) -> bool:
    """Whether the words can name an actor: something in capitals that is not a disease, post or bare common noun."""
    words = tagged.words[first:last]
    if not any(word[0].isupper() for word in words) or not words[0][0].isalnum():
        return False  # "-Pelosi" of "anti-Pelosi"
    if last - first > 1:
        if tagged.lowers[first].rstrip(".") in _CURRENCY_MARKS and tagged.words[first + 1][0].isdigit():
            return False  # "Tk 1.5"
        is_law = tagged.lowers[last - 1] in LAWS or tagged.lowers[last - 1] in PROGRAMMES
        if is_law and tagged.words[last - 1][0].isupper() or " ".join(tagged.lowers[first:last]) in _SLOGANS:
            return False  # "Affordable Care Act" does nothing
        return tagged.lowers[first] not in NO_ACTORS or label == "PERSON"
    lower = tagged.lowers[first]
    is_nobody = lower in NO_ACTORS or (lower in NO_ACTORS_ALONE and not lexicon.lookup(words[0]))
    if is_nobody or words[0].startswith("http") or (label == "PERSON" and lower in TITLES):
        return False
    noun = lexicon.nouns.get(lower)
    return noun is None or label in ("PERSON", "GPE") or words[0].isupper()


def _cuts(tagged: TaggedText, position: int, end: int, label: str, lexicon: Lexicon) -> bool:
    """Whether a name ends before this token: a possessive (also one with blanks inside it), a bracket, a quote mark, an address.

    The possessive of a common noun ends no name: "People's Front", "Prosecutor's Office"."""
    lower = tagged.lowers[position]
    if lower in POSSESSIVE_MARKS and label == "ORG" and position + 1 < end and position > 0 and tagged.words[position + 1][0].isupper():
        before = tagged.lowers[position - 1]
        if before in lexicon.nouns or before.removesuffix("s") in lexicon.nouns:
            return False
    if lower == "," and label in ("GPE", "LOC") and tagged.words[min(position + 1, end - 1)] != "D.C.":
        return True
    return lower in _CUTTING or (lower == "s" and position > 0 and tagged.lowers[position - 1] == "'") or "://" in lower


def trim(tagged: TaggedText, first: int, last: int, label: str) -> tuple[int, int]:
    """The span without determiners, titles (of persons), quote marks and punctuation at its ends."""
    lowers, words = tagged.lowers, tagged.words
    while first < last and (lowers[first] in _LEADING or not words[first][0].isalnum()):
        first += 1
    while first < last - 1 and words[first].islower() and lowers[first] not in PARTICLES:
        first += 1
    if label == "PERSON":
        while first < last - 1 and lowers[first] in TITLES:
            first += 1
        while last - 1 > first and words[last - 1].islower() and tagged.tags[last - 1] != SINGULAR_NAME:
            last -= 1
    while first < last and not (words[last - 1][-1].isalnum() or words[last - 1][-1] == "."):
        last -= 1
    while last - first > 1 and words[last - 1].isdigit() and len(words[last - 1]) == 4:
        last -= 1
    return first, last


def join(tagged: TaggedText, named: list[Span], hits: list[Span], lexicon: Lexicon) -> list[Span]:
    """One list without overlaps: of two that overlap the lexicon's stands if it covers the other or is the better evidence."""
    kept: list[Span] = []
    position = 0
    for span in named:
        while position < len(hits) and hits[position].last <= span.first:
            kept += _alone(tagged, hits[position], lexicon)
            position += 1
        inside: list[Span] = []
        while position < len(hits) and hits[position].first < span.last:
            inside.append(hits[position])
            position += 1
        kept += _choose(tagged, span, inside, lexicon)
    for hit in hits[position:]:
        kept += _alone(tagged, hit, lexicon)
    kept.sort(key=lambda item: (item.first, -item.last))
    chosen: list[Span] = []
    for span in kept:
        if not chosen or span.first >= chosen[-1].last:
            chosen.append(span)
        elif span.last - span.first > chosen[-1].last - chosen[-1].first:
            chosen[-1] = span
    return chosen


def _alone(tagged: TaggedText, hit: Span, lexicon: Lexicon) -> list[Span]:
    """A hit that the tagger did not see: it stands if it is strong and its words are used as a name."""
    is_weak = not any(alias.is_certain for alias in hit.aliases) and hit.rule != _EVIDENT
    if is_weak and not _stands_with_article(tagged, hit) and not _acts_as_person(tagged, hit, lexicon):
        return []
    tags = tagged.tags[hit.first : hit.last]
    if hit.last - hit.first == 1 and tags[0] not in _NAME_TAGS and tags[0] not in _CAN_NAME:
        return []
    return [hit]


def _stands_with_article(tagged: TaggedText, hit: Span) -> bool:
    """Whether a weak form is printed as a name with its article: "the West", but not "the West Bank"."""
    if hit.first == 0 or tagged.lowers[hit.first - 1] != "the" or hit.last >= len(tagged.words):
        return False
    return tagged.tags[hit.first] in NAME_TAGS and not tagged.words[hit.last][0].isupper() and tagged.words[hit.last] != "-"


def _acts_as_person(tagged: TaggedText, hit: Span, lexicon: Lexicon) -> bool:
    """Whether a known surname that is no given name, noun or place does or has something: "Petro wants to close the talks"."""
    lower, first = tagged.lowers[hit.first], hit.first
    opens = first == tagged.sentences[tagged.sentence_of[first]][0]
    is_name = tagged.tags[first] == SINGULAR_NAME or (tagged.tags[first] == SINGULAR_NOUN and not opens)
    if hit.last - first > 1 or not is_name or tagged.deps[first] not in _ACTING or tagged.words[first].isupper():
        return False
    if fold(lower) in lexicon.given_names or lower in lexicon.nouns or lower in tagged.printed or lexicon.is_place(tagged.words[first]):
        return False
    return all(lexicon.actors[alias.actor_id].kind == "person" for alias in hit.aliases if alias.actor_id in lexicon.actors)


def _is_whole_person(hit: Span, lexicon: Lexicon) -> bool:
    """Whether two words and more are certainly one person's name."""
    return hit.last - hit.first > 1 and all(
        alias.is_certain and alias.actor_id in lexicon.actors and lexicon.actors[alias.actor_id].kind == "person" for alias in hit.aliases
    )


#: Lands that one hyphen joins.
_PAIR = 2


def _is_body_of_both(tagged: TaggedText, span: Span, hits: list[Span]) -> bool:
    """Whether lands joined by a hyphen open the name of a body: "American-Arab Anti-Discrimination League"."""
    if span.label != "ORG" or len(hits) < _PAIR or tagged.lowers[span.last - 1] not in ORGANISATION_WORDS:
        return False
    first, second, *others = hits
    if any(hit.last < span.last or any(alias.is_certain for alias in hit.aliases) for hit in others):
        return False
    is_pair = first.first == span.first and second.first == first.last + 1 and tagged.words[first.last] in ("-", "–")
    return is_pair and second.last < span.last and {",", "and", "/"}.isdisjoint(tagged.lowers[second.last : span.last])


def _choose(tagged: TaggedText, span: Span, hits: list[Span], lexicon: Lexicon) -> list[Span]:
    if not hits:
        return [span]
    if len(hits) == 1 and hits[0].first <= span.first and hits[0].last >= span.last:
        hits[0].label = span.label
        if tagged.lowers[hits[0].first] == "the" and hits[0].first + 1 == span.first:
            hits[0].first = span.first  # "The Post" is printed so, and named without its article
        if any(alias.is_certain for alias in hits[0].aliases) or hits[0].last - hits[0].first == span.last - span.first:
            return hits
        return [span]
    if span.label == "PERSON" and len(hits) > 1 and hits[-1].last == span.last and _is_whole_person(hits[-1], lexicon):
        return [hit for hit in hits if _alone(tagged, hit, lexicon)]  # a share bar before a name: "Facebook Twitter Kamala Harris"
    outside = [hit for hit in hits if hit.first < span.first or hit.last > span.last]
    if outside:  # the two cross: the longer stands
        longest = max(outside, key=lambda hit: hit.last - hit.first)
        return [longest] if longest.last - longest.first >= span.last - span.first and _alone(tagged, longest, lexicon) else [span]
    between = [tagged.words[p] for p in range(span.first, span.last)]
    if _is_body_of_both(tagged, span, hits):
        return [span]
    if len(hits) > 1 and ("-" in between or "–" in between or "/" in between or "," in between or "and" in between):
        return [hit for hit in hits if _alone(tagged, hit, lexicon)] or [span]
    outer = [tagged.words[p] for p in range(span.first, span.last) if not any(hit.first <= p < hit.last for hit in hits)]
    if not any(letter.isalpha() for word in outer for letter in word):
        return [hit for hit in hits if _alone(tagged, hit, lexicon)] or [span]  # only figures and marks around: "LONDON 1996-08-30"
    if len(hits) == 1 and all(tagged.lowers[p] in TITLES for p in range(span.first, hits[0].first)) and hits[0].last == span.last:
        return hits if any(alias.is_certain for alias in hits[0].aliases) else [span]  # "U Win Myint"
    head = hits[0]
    rest = tagged.lowers[head.last : span.last]
    if span.label in ("PERSON", "NORP", "GPE", "LOC") and head.first == span.first and rest and is_adjective(head):
        # "Russian Sergei Lavrov": the adjective is no part of the name
        label = "PERSON" if span.label == "NORP" else span.label
        tail = Span(*trim(tagged, head.last, span.last, label), label, (), "tagger", 0.5)
        return [head, tail] if tail.first < tail.last and tagged.words[tail.first][0].isupper() else [head]
    if span.label == "PERSON" and head.first == span.first and _is_whole_person(head, lexicon) and not _SUFFIXES & set(rest):
        return [head]  # what follows is glued to the name: "Mitch McConnell Addison"
    if rest and rest[0] == "," and span.label != "PERSON":
        return [hit for hit in hits if _alone(tagged, hit, lexicon)] or [span]
    return [span]
