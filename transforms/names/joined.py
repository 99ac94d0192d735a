"""Names joined by hyphens are several: "the Romney-Ryan ticket", "the U.S.-Iran-Saudi rivalry"; a double surname stays one."""

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_values
from transforms.lexicon import Alias, Lexicon
from transforms.names.name_spans import Span, is_modifier
from transforms.names.name_words import LAWS, NO_ACTORS, TITLES

#: First parts that stand for a people before another: "Sino-Indian".
_COMBINING = word_values("names.combining_forms", str)
_HYPHENS = frozenset({"-", "–"})
_STATES = frozenset({"country", "territory", "igo", "government"})


def split_joined(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans with one for each member of such names, where the text or the lexicon knows each; the laws called after two persons
    ("the Dodd-Frank Act") are nobody."""
    runs = list(_runs(tagged))
    if not runs:
        return spans
    persons = _persons_named(tagged, spans)
    for first, last in runs:
        members = range(first, last, 2)
        if tagged.lowers[last : last + 1] and tagged.lowers[last] in LAWS and not lexicon.lookup(tagged.words[first]):
            spans = _without(spans, first, last)
            continue
        if _is_one_name(tagged, first, last, spans, lexicon):
            continue
        known = [_member(tagged, position, persons, lexicon) for position in members]
        if not all(known) or not (_only_modifies(tagged, first, last) or persons >= {tagged.words[p] for p in members}):
            continue
        settled = {span.first: span for span in spans if span.last - span.first == 1 and span.aliases}
        spans = _without(spans, first, last)
        spans += [settled.get(position) or span for position, span in zip(members, known, strict=True) if span is not None]
    return sorted(spans, key=lambda span: span.first)


def _runs(tagged: TaggedText) -> list[tuple[int, int]]:
    """Token ranges of capitalised words joined by hyphens without blanks, the longest ones."""
    found: list[tuple[int, int]] = []
    for position in range(1, len(tagged.words) - 1):
        if tagged.words[position] not in _HYPHENS or not (_is_member(tagged, position - 1) and _is_member(tagged, position + 1)):
            continue
        if tagged.ends[position - 1] != tagged.starts[position] or tagged.ends[position] != tagged.starts[position + 1]:
            continue
        if found and found[-1][1] == position:
            found[-1] = (found[-1][0], position + 2)
        else:
            found.append((position - 1, position + 2))
    return found


def _is_member(tagged: TaggedText, position: int) -> bool:
    word = tagged.words[position]
    return word[0].isupper() and len(word) > 1


def _is_one_name(tagged: TaggedText, first: int, last: int, spans: list[Span], lexicon: Lexicon) -> bool:
    """Whether the words are a double name: known as a whole, behind a given name or title, or the end of somebody's full name."""
    whole = tagged.text[tagged.starts[first] : tagged.ends[last - 1]]
    before = tagged.words[first - 1] if first and tagged.sentence_of[first - 1] == tagged.sentence_of[first] else ""
    is_given = fold(tagged.lowers[first]) in lexicon.given_names and tagged.lowers[first] not in _COMBINING
    if lexicon.lookup(whole) or before.lower() in TITLES or is_given:
        return True
    longer = [span for span in spans if span.last - span.first > last - first and tagged.lowers[span.first] not in NO_ACTORS]
    if any(tagged.text[: tagged.ends[span.last - 1]].endswith(whole) for span in longer):
        return True
    around = [span for span in longer if span.first <= first and span.last >= last]
    return any(span.aliases or span.first < first for span in around)


def _persons_named(tagged: TaggedText, spans: list[Span]) -> set[str]:
    """First and last words of the persons that the text names otherwise than in such a pair."""
    persons = [
        span
        for span in spans
        if span.label == "PERSON" and (span.aliases or _HYPHENS.isdisjoint(tagged.words[span.first + 1 : span.first + 2]))
    ]
    return {tagged.words[place] for span in persons for place in (span.first, span.last - 1)}


def _member(tagged: TaggedText, position: int, persons: set[str], lexicon: Lexicon) -> Span | None:
    """The span of one member: a person of the text or the lexicon, a state, a people in its combining form."""
    word = tagged.words[position]
    aliases = tuple(lexicon.lookup(_COMBINING.get(word.lower(), word)))
    kinds = {lexicon.actors[alias.actor_id].kind for alias in aliases if alias.actor_id in lexicon.actors}
    if word in persons or ("person" in kinds and not kinds & _STATES):
        return Span(position, position + 1, "PERSON", tuple(a for a in aliases if _is_person(a, lexicon)), "name.joined", 0.7)
    if word.lower() in _COMBINING or kinds & _STATES:
        return Span(position, position + 1, "", aliases, "name.joined", 0.8)
    return None


def _is_person(alias: Alias, lexicon: Lexicon) -> bool:
    return alias.actor_id in lexicon.actors and lexicon.actors[alias.actor_id].kind == "person"


def _only_modifies(tagged: TaggedText, first: int, last: int) -> bool:
    """Whether the pair stands before a noun: "ticket", "summit", "rivalry"; nobody's name does so often."""
    after = tagged.words[last] if last < len(tagged.words) else ""
    return after.islower() and is_modifier(tagged, last - 1, last)


def _without(spans: list[Span], first: int, last: int) -> list[Span]:
    """The spans that do not meet the tokens."""
    return [span for span in spans if span.last <= first or span.first >= last]
