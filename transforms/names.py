"""Names: what the tagger and the lexicon see, joined, repaired, typed and voted on within the article."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass

from transforms.annotations import Article, Mention, TaggedText
from transforms.folding import fold
from transforms.lexicon import Alias, Lexicon
from transforms.name_words import (
    LABEL_OF_KIND,
    LABEL_OF_PLACE_KIND,
    NAME_LABELS,
    NO_ACTORS,
    ORGANISATION_WORDS,
    PARTICLES,
    PERSONAL_VERBS,
    PLACE_STARTS,
    PLACE_WORDS,
    SPEECH_VERBS,
    TITLES,
    VAGUE_ORGANISATION_WORDS,
    WORDS_AFTER_IN,
)

_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAME_TAGS = frozenset({"NNP", "NNPS", "", "FW"})
#: Kinds of actor that fit a label of the tagger.
_FITTING = {
    "PERSON": frozenset({"person"}),
    "GPE": frozenset({"country", "territory", "place", "government"}),
    "LOC": frozenset({"place", "bloc", "territory", "country"}),
    "FAC": frozenset({"place", "government", "organisation", "education", "religious"}),
    "NORP": frozenset({"people", "party", "country", "religious", "bloc", "territory"}),
}
_ORGANISED = frozenset({
    "government", "ministry", "agency", "legislature", "judiciary", "armed_force", "police", "intelligence", "armed_group", "igo", "bloc", "ngo",
    "party", "company", "religious", "education", "organisation", "outlet",
})  # fmt: skip
_KIND_PRIOR = {"country": 1.0, "government": 0.9, "igo": 0.8, "territory": 0.6, "place": 0.5, "outlet": 0.3, "company": 0.2}


@dataclass(slots=True)
class Span:
    """A name on its way: tokens, OntoNotes label, aliases of the lexicon if it has any."""

    first: int
    last: int
    label: str
    aliases: tuple[Alias, ...]
    rule: str
    confidence: float


def find_names(article: Article, tagged: TaggedText, lexicon: Lexicon) -> list[Mention]:
    """Mentions of the layers name and adjectival, in text order, not overlapping, with their type and, where the lexicon knows
    them, the actor."""
    hits = _lexicon_spans(tagged, lexicon)
    if "(" in article.text:
        hits = _without_own_acronyms(tagged, hits)
    spans = _join(tagged, _tagger_spans(tagged, lexicon), hits)
    spans = _unite_of(tagged, _repair(tagged, spans, lexicon))
    spans += _acronyms(tagged, spans)
    _vote(tagged, spans, lexicon)
    spans += _recall(tagged, spans)
    spans.sort(key=lambda span: span.first)
    countries = _countries(spans, lexicon)
    mentions = [_as_mention(article, tagged, span, lexicon, countries) for span in spans]
    return [mention for mention in mentions if mention is not None]


# ---------------------------------------------------------------- candidates


def _lexicon_spans(tagged: TaggedText, lexicon: Lexicon) -> list[Span]:
    spans: list[Span] = []
    starts, ends = tagged.starts, tagged.ends
    for hit in lexicon.find_names(tagged.text):
        first, last = bisect_right(ends, hit.start), bisect_left(starts, hit.end)
        if first < last:
            spans.append(Span(first, last, "", hit.aliases, "lexicon", 0.9))
    return spans


def _without_own_acronyms(tagged: TaggedText, hits: list[Span]) -> list[Span]:
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


def _tagger_spans(tagged: TaggedText, lexicon: Lexicon) -> list[Span]:
    """The tagger's names without what does not belong to a name: articles, titles, quote marks, a possessive; cut at one inside."""
    spans: list[Span] = []
    plain = {word for word in tagged.words if word.islower()}
    for name in tagged.names:
        if name.label not in NAME_LABELS:
            continue
        if name.last - name.first == 1 and name.label in ("ORG", "LOC", "FAC", "NORP") and tagged.lowers[name.first] in plain and not tagged.words[name.first].isupper():
            continue  # the article also uses it as a common noun
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
    """Whether the words can name an actor: something in capitals that is no disease, post or bare common noun."""
    words = tagged.words[first:last]
    if not any(word[0].isupper() for word in words):
        return False
    if last - first > 1:
        return tagged.lowers[first] not in NO_ACTORS or label == "PERSON"
    lower = tagged.lowers[first]
    if lower in NO_ACTORS or words[0].startswith("http"):
        return False
    noun = lexicon.nouns.get(lower)
    return noun is None or label in ("PERSON", "GPE") or words[0].isupper()


_CUTTING = frozenset("\"“”()[];|/_") | {"'s", "'", "`", "''", "``"}


def _cuts(tagged: TaggedText, position: int, end: int, label: str, lexicon: Lexicon) -> bool:
    """Whether a name ends before this token: a possessive (also one with blanks inside it), a bracket, a quote mark, an address.

    The possessive of a common noun ends no name: "People's Front", "Prosecutor's Office"."""
    lower = tagged.lowers[position]
    if lower in ("'s", "'") and label == "ORG" and position + 1 < end and position > 0 and tagged.words[position + 1][0].isupper():
        before = tagged.lowers[position - 1]
        if before in lexicon.nouns or before.removesuffix("s") in lexicon.nouns:
            return False
    return lower in _CUTTING or (lower == "s" and position > 0 and tagged.lowers[position - 1] == "'") or "://" in lower


def trim(tagged: TaggedText, first: int, last: int, label: str) -> tuple[int, int]:
    """The span without determiners, titles (of persons), quote marks and punctuation at its ends."""
    lowers, words = tagged.lowers, tagged.words
    while first < last and (lowers[first] in ("the", "a", "an", "this", "that", "both") or not words[first][0].isalnum()):
        first += 1
    while first < last - 1 and words[first].islower() and lowers[first] not in PARTICLES:
        first += 1
    if label == "PERSON":
        while first < last - 1 and lowers[first] in TITLES:
            first += 1
        while last - 1 > first and words[last - 1].islower() and tagged.tags[last - 1] != "NNP":
            last -= 1
    while first < last and not (words[last - 1][-1].isalnum() or words[last - 1][-1] == "."):
        last -= 1
    while last - first > 1 and words[last - 1].isdigit() and len(words[last - 1]) == 4:
        last -= 1
    return first, last


# ---------------------------------------------------------------- joining


def _join(tagged: TaggedText, named: list[Span], hits: list[Span]) -> list[Span]:
    """One list without overlaps: of two that overlap the lexicon's stands if it covers the other or is the better evidence."""
    kept: list[Span] = []
    position = 0
    for span in named:
        while position < len(hits) and hits[position].last <= span.first:
            kept += _alone(tagged, hits[position])
            position += 1
        inside: list[Span] = []
        while position < len(hits) and hits[position].first < span.last:
            inside.append(hits[position])
            position += 1
        kept += _settle(tagged, span, inside)
    for hit in hits[position:]:
        kept += _alone(tagged, hit)
    kept.sort(key=lambda item: (item.first, -item.last))
    chosen: list[Span] = []
    for span in kept:
        if not chosen or span.first >= chosen[-1].last:
            chosen.append(span)
        elif span.last - span.first > chosen[-1].last - chosen[-1].first:
            chosen[-1] = span
    return chosen


def _alone(tagged: TaggedText, hit: Span) -> list[Span]:
    """A hit that the tagger did not see: it stands if it is strong and its words are used as a name."""
    if not any(alias.is_strong for alias in hit.aliases):
        return []
    tags = tagged.tags[hit.first : hit.last]
    if hit.last - hit.first == 1 and tags[0] not in _NAME_TAGS and tags[0][:2] not in ("JJ", "NN", "CD"):
        return []
    return [hit]


def _settle(tagged: TaggedText, span: Span, hits: list[Span]) -> list[Span]:
    if not hits:
        return [span]
    if len(hits) == 1 and hits[0].first <= span.first and hits[0].last >= span.last:
        hits[0].label = span.label
        if any(alias.is_strong for alias in hits[0].aliases) or hits[0].last - hits[0].first == span.last - span.first:
            return hits
        return [span]
    outside = [hit for hit in hits if hit.first < span.first or hit.last > span.last]
    if outside:  # the two cross: the longer stands
        longest = max(outside, key=lambda hit: hit.last - hit.first)
        return [longest] if longest.last - longest.first >= span.last - span.first and _alone(tagged, longest) else [span]
    between = [tagged.words[p] for p in range(span.first, span.last)]
    if len(hits) > 1 and ("-" in between or "–" in between or "/" in between or "," in between or "and" in between):
        return [hit for hit in hits if _alone(tagged, hit)] or [span]
    head = hits[0]
    rest = tagged.lowers[head.last : span.last]
    if span.label in ("PERSON", "NORP", "GPE", "LOC") and head.first == span.first and rest and _is_adjective(head):
        # "Russian Sergei Lavrov": the adjective is no part of the name
        label = "PERSON" if span.label == "NORP" else span.label
        tail = Span(*trim(tagged, head.last, span.last, label), label, (), "tagger", 0.5)
        return [head, tail] if tail.first < tail.last and tagged.words[tail.first][0].isupper() else [head]
    if rest and rest[0] == "," and span.label != "PERSON":
        return [hit for hit in hits if _alone(tagged, hit)] or [span]
    return [span]


def _is_adjective(hit: Span) -> bool:
    return all(alias.kind in ("adjective", "people") for alias in hit.aliases)


# ---------------------------------------------------------------- repair and types


def _repair(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Spans completed to the whole name, and their types set right by the words themselves."""
    repaired: list[Span] = []
    taken = 0
    for number, span in enumerate(spans):
        if span.first < taken:
            continue
        following = spans[number + 1].first if number + 1 < len(spans) else len(tagged.words)
        if not span.aliases or (span.label == "" and False):
            _extend(tagged, span, following, taken, lexicon)
        _extend_in(tagged, span)
        taken = span.last
        if not span.aliases:
            _retype(tagged, span, lexicon)
        repaired.append(span)
    return repaired


def _extend(tagged: TaggedText, span: Span, following: int, taken: int, lexicon: Lexicon) -> None:
    """Take in the capitalised words that the tagger left outside: "Lachin" corridor, "Civil Defense" Authority."""
    words, lowers = tagged.words, tagged.lowers
    limit = min(following, len(words))
    sentence = tagged.sentence_of[span.first]
    if span.label == "PERSON":
        _extend_person(tagged, span, limit, taken)
    _extend_compound(tagged, span, limit, taken, lexicon)
    last = span.last
    if last < limit and tagged.sentence_of[last] == sentence and span.label != "PERSON":
        word = lowers[last]
        is_capital = words[last][0].isupper()
        if is_capital and (word in ORGANISATION_WORDS or word in PLACE_WORDS):
            span.last = last + 1
        elif word == "'" and last + 1 < limit and words[last + 1] in ("Office", "Union", "Association", "Party", "Federation", "Court", "Council"):
            span.last, span.label = last + 2, "ORG"
        elif span.label == "ORG" and word in ("of", "for", "on") and lowers[last - 1] in ORGANISATION_WORDS:
            stop = last + 1
            while stop < limit and words[stop][0].isupper() and tagged.sentence_of[stop] == sentence:
                stop += 1
            if stop > last + 1:
                span.last = stop
    if last < limit and lowers[last] == "corridor" and tagged.sentence_of[last] == sentence:
        span.last = last + 1
        span.label = "LOC"


def _extend_compound(tagged: TaggedText, span: Span, limit: int, taken: int, lexicon: Lexicon) -> None:
    """Take in capitalised nouns that the syntax ties to the name: "Stena" DrillMAX, "Garo Hills" after West."""
    words, tags, deps, heads = tagged.words, tagged.tags, tagged.deps, tagged.heads
    if not tagged.has_syntax or span.label == "NORP":
        return
    sentence = tagged.sentence_of[span.first]
    last = span.last
    while last < limit and tags[last] in ("NNP", "NNPS") and words[last][0].isupper() and tagged.sentence_of[last] == sentence:
        if deps[last - 1] != "compound" or not last <= heads[last - 1] < limit or tagged.lowers[last] in TITLES:
            break
        last += 1
        span.last = last
    first = span.first
    while first > taken and tags[first - 1] in ("NNP", "NNPS") and words[first - 1][0].isupper() and tagged.sentence_of[first - 1] == sentence:
        if deps[first - 1] != "compound" or not span.first <= heads[first - 1] < span.last or tagged.lowers[first - 1] in TITLES:
            break
        if span.label == "PERSON" and (tagged.lowers[first - 1] in lexicon.nouns or tagged.lowers[first - 1] in ORGANISATION_WORDS):
            break
        first -= 1
        span.first = first


def _extend_person(tagged: TaggedText, span: Span, limit: int, taken: int) -> None:
    """The rest of a person's name: "Yoon Suk" - yeol, Florencio "del Castillo", "R. A." Dickey."""
    words, lowers, tags = tagged.words, tagged.lowers, tagged.tags
    sentence = tagged.sentence_of[span.first]
    last = span.last
    if last + 1 < limit and words[last] in ("-", "‑") and words[last + 1].isalpha() and words[last + 1].islower() and last - span.first == 2:
        if 1 < len(words[last + 1]) < 7 and lowers[last + 1] not in _AFTER_HYPHEN:
            span.last = last = last + 2
    while last + 2 < len(words) and words[last] == "." and len(words[last - 1]) == 1 and words[last + 1][0].isupper() and tags[last + 1] == "NNP":
        span.last = last = last + 2
    if last + 3 < len(words) and words[last] in _OPENING and words[last + 2] in _CLOSING and words[last + 3][0].isupper() and tags[last + 3] == "NNP":
        span.last = last = last + 4  # a nickname between quote marks
    if last < limit and words[last][0].isupper() and words[last].isalpha() and tags[last] == "NNP" and lowers[last - 1] in PARTICLES and tagged.sentence_of[last] == sentence:
        span.last = last + 1
    first = span.first
    while first - 1 >= taken and tagged.sentence_of[first - 1] == sentence and _is_initial(words, first - 1):
        first -= 2 if words[first - 1] == "." and first - 2 >= taken else 1
    span.first = first


#: What follows a hyphen after a person's name without being part of it: "Putin-led".
_AFTER_HYPHEN = frozenset("led era style backed like based ally aligned run owned linked type hit".split())
_OPENING = frozenset("\"“‘'")
_CLOSING = frozenset("\"”’'")


def _is_initial(words: list[str], position: int) -> bool:
    """An initial, its stop perhaps a token of its own."""
    word = words[position]
    if len(word) == 2 and word[0].isupper() and word[1] == ".":
        return True
    return word == "." and position > 0 and len(words[position - 1]) == 1 and words[position - 1].isupper()


def _extend_in(tagged: TaggedText, span: Span) -> None:
    """ "Azerbaijan in Focus": a name that goes on with an ordinary word in capitals."""
    last = span.last
    if last + 1 < len(tagged.words) and tagged.lowers[last] == "in" and tagged.words[last + 1][0].isupper() and tagged.lowers[last + 1] in WORDS_AFTER_IN:
        span.last, span.label, span.aliases, span.rule = last + 2, "ORG", (), "name.in"


def _retype(tagged: TaggedText, span: Span, lexicon: Lexicon) -> None:
    """The label by the words of the name, where they tell more than the tagger."""
    lowers = tagged.lowers
    first_word, last_word = lowers[span.first], lowers[span.last - 1]
    size = span.last - span.first
    is_given = fold(first_word) in lexicon.given_names
    if size > 1 and last_word in ORGANISATION_WORDS and not (is_given and last_word in VAGUE_ORGANISATION_WORDS):
        if last_word not in VAGUE_ORGANISATION_WORDS or span.label in ("ORG", "PERSON", "NORP"):
            span.label = "ORG"
        return
    if size > 2 and first_word in ORGANISATION_WORDS and lowers[span.first + 1] in ("of", "for"):
        span.label = "ORG"
        return
    if size > 1 and last_word in PLACE_WORDS:
        if span.label in ("PERSON", "NORP", "ORG") and PLACE_WORDS[last_word] != "FAC":
            span.label = PLACE_WORDS[last_word]
        return
    if span.label != "PERSON" and _follows_title(tagged, span.first) and tagged.words[span.first][0].isupper() and span.label != "NORP":
        span.label = "PERSON"
        return
    if span.label in ("PERSON", "ORG") and _stands_as_place(tagged, span, lexicon):
        span.label, span.rule = "GPE", "type.place_context"
        return
    if span.label in ("ORG", "GPE", "LOC", "FAC") and size == 1 and _speaks(tagged, span) and not lexicon.is_place(tagged.words[span.first]):
        span.label, span.rule = "PERSON", "type.speaks"
        return
    if span.label == "ORG" and size <= 3 and not tagged.words[span.first].isupper() and lexicon.is_place(tagged.span(span.first, span.last)):
        span.label, span.rule = "GPE", "type.gazetteer"
        return
    if span.label in ("GPE", "ORG", "LOC", "FAC", "NORP") and 2 <= size <= 4 and is_given and len(first_word) > 2 and _is_personal(tagged, span):
        span.label = "PERSON"


def _stands_as_place(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether an unknown name stands where places stand: "in" or "near" it, or a town of that name is known and it is come from."""
    if _is_called_settlement(tagged, span):
        return True
    after = tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    if after in _SETTLEMENTS_AFTER and tagged.tags[span.last] in ("NN", "NNS") and fold(tagged.lowers[span.first]) not in lexicon.given_names:
        return True
    if span.label == "PERSON" and span.last - span.first > 1 and tagged.lowers[span.first] in PLACE_STARTS:
        return lexicon.is_place(tagged.span(span.first, span.last)) or tagged.lowers[span.first] not in ("al", "el", "van", "st", "st.")
    if span.first == 0 or tagged.words[span.first].isupper():
        return False
    before = tagged.lowers[span.first - 1]
    if before in ("of", "from", "to", "at", "and", ",", "or") and span.label == "ORG" or before in ("from", "to", "at", ","):
        return lexicon.is_place(tagged.span(span.first, span.last)) and span.last - span.first < 4
    if before in ("in", "near", "around", "throughout", "outside", "across"):
        known = lexicon.is_place(tagged.span(span.first, span.last))
        return known or (span.label == "PERSON" and fold(tagged.lowers[span.first]) not in lexicon.given_names)
    return False


_SETTLEMENTS_AFTER = frozenset("district districts province provinces village town river region county island valley airport port municipality mountains mountain lake neighborhood neighbourhood".split())
_SETTLEMENTS = frozenset(
    "city town village municipality community commune comune district settlement capital suburb neighborhood neighbourhood parish county region province hamlet borough township "
    "locality island archipelago peninsula river lake mountain valley towns cities villages provinces districts regions islands counties suburbs".split()
)


def _is_called_settlement(tagged: TaggedText, span: Span) -> bool:
    """ "Recoleta is a neighbourhood", "the towns of Dmitrov and Yakhroma": the sentence says what it is."""
    if not tagged.has_syntax:
        return False
    head = _head(tagged, span.first, span.last)
    for _ in range(4):
        if tagged.deps[head] != "conj":
            break
        head = tagged.heads[head]
    dep, outside = tagged.deps[head], tagged.heads[head]
    if dep == "pobj" and tagged.lowers[outside] == "of":
        return tagged.lowers[tagged.heads[outside]] in _SETTLEMENTS
    if dep == "nsubj" and tagged.lowers[outside] in ("is", "was", "are", "were"):
        return any(tagged.deps[child] == "attr" and tagged.lowers[child] in _SETTLEMENTS for child in tagged.children[outside])
    return False


def _speaks(tagged: TaggedText, span: Span) -> bool:
    """Whether one capitalised word speaks in the third person: "Kao said"; organisations mostly go by more words or capitals."""
    word = tagged.words[span.first]
    if not word[1:].islower() or span.last >= len(tagged.words):
        return False
    after = tagged.lowers[span.last]
    before = tagged.lowers[span.first - 1] if span.first else ""
    return after in SPEECH_VERBS or after in PERSONAL_VERBS or (before in SPEECH_VERBS and after in (".", ","))


def _follows_title(tagged: TaggedText, first: int) -> bool:
    """Whether a courtesy title stands right before, which no organisation has."""
    if first == 0 or tagged.sentence_of[first - 1] != tagged.sentence_of[first]:
        return False
    return tagged.lowers[first - 1] in ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sen.", "rep.", "gov.", "sir", "senator", "congressman", "congresswoman")


def _is_personal(tagged: TaggedText, span: Span) -> bool:
    """Whether all words but particles are plain capitalised words, as in persons' names."""
    for position in range(span.first, span.last):
        word = tagged.words[position]
        if word.lower() in PARTICLES or word in ("-", "."):
            continue
        if not (word[0].isupper() and (word[1:].islower() or len(word) <= 2 or "." in word or "'" in word or "’" in word or "-" in word or not word.isupper())):
            return False
    return True


#: An organisation that ends so goes on with "of" and the name of its country or place.
_TAKE_OF = frozenset("party parliament government ministry university church bank republic embassy court assembly union federation congress front army academy council".split())


def _unite_of(tagged: TaggedText, spans: list[Span]) -> list[Span]:
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
            and (tagged.lowers[before.last - 1] in _TAKE_OF or tagged.lowers[before.first] in ("ministry", "department"))
            and (span.label in ("GPE", "LOC") or (span.aliases and not _is_adjective(span)))
        ):
            before.last, before.label, before.aliases, before.rule = span.last, "ORG", (), "name.of"
            continue
        united.append(span)
    return united


def _acronyms(tagged: TaggedText, spans: list[Span]) -> list[Span]:
    """Short forms in parentheses right after a longer name that the tagger passed over: "Romanian Communist Party (PCdR)"."""
    words = tagged.words
    taken = {span.first for span in spans}
    found: list[Span] = []
    for span in spans:
        last = span.last
        if span.label not in ("ORG", "") or span.last - span.first < 2 or last + 2 >= len(words) or words[last] != "(" or last + 1 in taken:
            continue
        short = words[last + 1]
        if words[last + 2] in (")", ",", ";") and 2 <= len(short) <= 9 and sum(letter.isupper() for letter in short) >= 2 and (short[0] == words[span.first][0] or (short.isupper() and len(short) > 2)):
            found.append(Span(last + 1, last + 2, "ORG", (), "acronym.parentheses", 0.8))
    return found


# ---------------------------------------------------------------- votes within the article


def _vote(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> None:
    """One type for one name: single words that are part of a person's name follow it, equal names follow the majority."""
    surnames: Counter[str] = Counter()
    first_names: Counter[str] = Counter()
    wholes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        words = tagged.words[span.first : span.last]
        wholes[" ".join(words)][span.label] += 1
        if span.label == "PERSON" and len(words) > 1:
            surnames[words[-1]] += 1
            first_names[words[0]] += 1
    for span in spans:
        word = tagged.words[span.first]
        is_single = span.last - span.first == 1
        if span.aliases and _is_settled(span, lexicon):
            if is_single and surnames[word] and span.label != "NORP" and _is_surname_here(tagged, span, spans, lexicon):
                span.label, span.rule, span.aliases = "PERSON", "vote.surname", ()
            continue
        counts = wholes[" ".join(tagged.words[span.first : span.last])]
        if is_single and (surnames[word] or first_names[word] + 2 * counts["PERSON"] > max(counts.values())):
            if span.label != "PERSON":
                span.label, span.rule = "PERSON", "vote.surname"
            continue
        label, count = counts.most_common(1)[0]
        if label and label != span.label and count > counts[span.label]:
            span.label, span.rule = label, "vote.majority"


def _is_surname_here(tagged: TaggedText, span: Span, spans: list[Span], lexicon: Lexicon) -> bool:
    """Whether a country's or town's name is the surname of a person of the article: not where places stand, nor if the article tells more of the place."""
    if span.first and tagged.lowers[span.first - 1] in ("in", "near", "across", "to", "from", "around", "outside", "throughout"):
        return False
    countries = {lexicon.actors[a.actor_id].country for a in span.aliases if a.actor_id in lexicon.actors}
    related = 0
    for other in spans:
        if other.aliases and other.aliases is not span.aliases and other.aliases != span.aliases and other.aliases[0].actor_id in lexicon.actors:
            related += lexicon.actors[other.aliases[0].actor_id].country in countries
    return related == 0


def _is_settled(span: Span, lexicon: Lexicon) -> bool:
    """Whether the lexicon alone decides the type: a strong name of something that is no person."""
    return any(alias.is_strong and lexicon.actors[alias.actor_id].kind != "person" for alias in span.aliases if alias.actor_id in lexicon.actors)


def _recall(tagged: TaggedText, spans: list[Span]) -> list[Span]:
    """Names that the tagger saw once and missed elsewhere: surnames of persons, acronyms and unusual words."""
    covered: set[int] = set()
    labels: dict[str, str] = {}
    for span in spans:
        covered.update(range(span.first, span.last))
        words = tagged.words[span.first : span.last]
        if span.label == "PERSON" and len(words) > 1 and len(words[-1]) > 2 and words[-1][0].isupper():
            labels[words[-1]] = "PERSON"
        elif len(words) == 1 and not span.aliases and len(words[0]) > 2 and words[0][0].isupper():
            labels.setdefault(words[0], span.label)
    found: list[Span] = []
    for position, word in enumerate(tagged.words):
        label = labels.get(word)
        if label is None or position in covered or tagged.tags[position] not in ("NNP", "NNPS", ""):
            continue
        beside = position + 1 < len(tagged.words) and tagged.words[position + 1][0].isupper() and tagged.tags[position + 1] in ("NNP", "NNPS")
        if beside and position + 1 not in covered:
            continue
        found.append(Span(position, position + 1, label, (), "vote.recall", 0.5))
    return found


# ---------------------------------------------------------------- to mentions


def _countries(spans: list[Span], lexicon: Lexicon) -> Counter[str]:
    """How often each country is named in the article."""
    found: Counter[str] = Counter()
    for span in spans:
        for alias in span.aliases[:1]:
            actor = lexicon.actors.get(alias.actor_id)
            if actor is not None and actor.country and len(span.aliases) <= 2:
                found[actor.country] += 1
    return found


def choose_alias(aliases: tuple[Alias, ...], label: str, article: Article, lexicon: Lexicon, countries: Counter[str]) -> tuple[Alias, float] | None:
    """The alias that fits best, with its score; metonyms wait for the reading of their place."""
    best: tuple[float, Alias] | None = None
    for alias in aliases:
        actor = lexicon.actors.get(alias.actor_id)
        if actor is None:
            continue
        score = (2.0 if alias.is_strong else 0.0) + _KIND_PRIOR.get(actor.kind, 0.0)
        score += 0.0 if alias.holds_on(article.day) else -1.5
        score += min(countries[actor.country], 3) * 0.4 if actor.country else 0.0
        if label:
            fits = actor.kind in _ORGANISED if label == "ORG" else actor.kind in _FITTING.get(label, ())
            score += 1.5 if fits else -0.8
        if alias.kind == "metonym":
            score -= 0.5
        if actor.kind == "person":
            score += 0.5 if lexicon.tenure_on(actor.actor_id, article.day) else 0.0
        if best is None or score > best[0]:
            best = (score, alias)
    return (best[1], best[0]) if best else None


def _as_mention(article: Article, tagged: TaggedText, span: Span, lexicon: Lexicon, countries: Counter[str]) -> Mention | None:
    head = _head(tagged, span.first, span.last)
    mention = Mention(
        tagged.starts[span.first], tagged.ends[span.last - 1], span.first, span.last, head, "name", span.rule, ner=span.label or None, confidence=span.confidence
    )
    if not span.aliases:
        if (span.label == "NORP" and _is_modifier(tagged, span.first, span.last)) or (span.label != "PERSON" and _is_in_event(tagged, span)):
            mention.layer = "adjectival"
        return mention
    chosen = choose_alias(span.aliases, span.label, article, lexicon, countries)
    if chosen is None:
        return mention if span.label else None
    alias, score = chosen
    if span.label == "PERSON" and alias.kind in ("people", "adjective") and span.last - span.first == 1 and not _is_modifier(tagged, span.first, span.last):
        return mention  # "Finn" the person
    if not alias.is_strong and score < 1.0:
        # A weak form without evidence names nobody; what the tagger saw stays a name of its own.
        return mention if span.label else None
    actor = lexicon.actors[alias.actor_id]
    if span.label == "PERSON" and actor.kind != "person" and not alias.is_strong:
        return mention
    mention.rule, mention.confidence = f"lexicon.{alias.kind}", 0.95 if alias.is_strong else 0.7
    mention.reasons.append(f"{alias.form!r} is {alias.kind} of {alias.actor_id}")
    forms = {entry.kind for entry in span.aliases if entry.actor_id == alias.actor_id}
    mention.actor_id = alias.actor_id
    if forms & {"adjective", "people"} and "name" not in forms and "acronym" not in forms:
        if span.label == "LANGUAGE":
            return None
        mention.layer = "adjectival" if "adjective" in forms and _is_modifier(tagged, span.first, span.last) else "name"
        mention.ner = "NORP"
        return mention
    mention.ner = label_of(actor.actor_id, actor.kind, lexicon)
    surface = tagged.words[span.last - 1]
    if actor.kind == "party" and surface.endswith("s") and surface not in ("PS", "Progress", "Congress") and not surface.isupper():
        mention.ner = "NORP"  # "Republicans" are people of a party
    elif actor.kind == "party" and span.last - span.first == 1 and surface.endswith(_ADJECTIVE_ENDS) and _is_modifier(tagged, span.first, span.last):
        mention.layer, mention.ner = "adjectival", "NORP"
    elif _is_in_event(tagged, span):
        mention.layer = "adjectival"
    return mention


_ADJECTIVE_ENDS = ("can", "tic", "ist", "ive", "al", "ean", "ian")
_EVENT_WORDS = frozenset("election elections referendum games olympics championship championships cup census".split())


def _is_in_event(tagged: TaggedText, span: Span) -> bool:
    """Whether the name only modifies an event's: "the 1992 United Kingdom general election"."""
    if span.first == 0 or not (tagged.words[span.first - 1].isdigit() and len(tagged.words[span.first - 1]) == 4):
        return False
    sentence_end = tagged.sentences[tagged.sentence_of[span.first]][1]
    for position in range(span.last, min(span.last + 6, sentence_end)):
        if tagged.lowers[position] in _EVENT_WORDS:
            return True
        if not tagged.words[position][0].isalpha() and tagged.words[position] != "-":
            return False
    return False


def label_of(actor_id: str, kind: str, lexicon: Lexicon) -> str:
    """The OntoNotes label of a name of that actor."""
    if kind == "place":
        return LABEL_OF_PLACE_KIND.get(lexicon.place_kinds.get(actor_id, ""), "LOC")
    return LABEL_OF_KIND.get(kind, "ORG")


def _head(tagged: TaggedText, first: int, last: int) -> int:
    """The token of the span that depends on one outside; the last one where there is no syntax."""
    if not tagged.has_syntax:
        return last - 1
    for position in range(last - 1, first - 1, -1):
        if not first <= tagged.heads[position] < last or tagged.heads[position] == position:
            return position
    return last - 1


def _is_modifier(tagged: TaggedText, first: int, last: int) -> bool:
    """Whether the words only modify a noun that follows."""
    if last >= len(tagged.words) or tagged.sentence_of[last] != tagged.sentence_of[first]:
        return False
    if not tagged.has_syntax:
        return tagged.words[last][0].isalpha() and tagged.lowers[last] not in _FUNCTION_WORDS
    head = _head(tagged, first, last)
    outside = tagged.heads[head]
    if outside >= last and tagged.deps[head] in _MODIFIERS and tagged.tags[outside] in _NOUN_TAGS:
        return not (tagged.deps[head] == "poss" and tagged.lowers[last] in ("'s", "'"))
    if tagged.words[last] == "-" or tagged.tags[last] == "HYPH":
        return True
    return tagged.deps[head] in ("amod", "conj") and tagged.tags[head] == "JJ"


_FUNCTION_WORDS = frozenset(
    "is was were are be been has have had will would can could may might must shall should said says say and or but of in on at to for with by from as "
    "who which that when while after before also not do does did than".split()
)
