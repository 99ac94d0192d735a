"""One type for one name within an article, and names the tagger saw once and missed elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import ADVERB_TAG, FINITE_TAGS, MODAL, NAME_TAGS
from transforms.lexicon import Lexicon
from transforms.names.name_spans import POSSESSIVE_MARKS, Span, is_settled
from transforms.names.name_words import CAPITAL_PARTICLES, ORGANISATION_WORDS
from transforms.names.persons_beside import follows_title
from transforms.names.sports_news import is_sports_news

#: What stands before places and hardly before persons.
_BEFORE_PLACES = word_class("names.toward_places")
#: Rules under which a single word is a person.
_OF_PERSONS = frozenset({"type.speaks", "type.aged", "type.relative"})
_NAMED_OR_UNTAGGED = frozenset({*NAME_TAGS, ""})


def vote(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> None:
    """One type for one name: single words that are part of a person's name follow it, equal names follow the majority."""
    works = {tagged.span(span.first, span.last) for span in spans if span.rule == "type.work_behind"}
    works |= {name.split(" ")[0] for name in works}
    firms = {tagged.words[span.first] for span in spans if _is_firm(tagged, span)}
    alone = {tagged.words[span.first] for span in spans if span.last - span.first == 1}
    surnames: Counter[str] = Counter()
    first_names: Counter[str] = Counter()
    wholes: dict[str, Counter[str]] = defaultdict(Counter)
    bearers = {tagged.words[span.first] for span in spans if _is_bearer(tagged, span)}
    for span in spans:
        words = tagged.words[span.first : span.last]
        if span.label == "ORG" and not span.aliases and words[-1] in bearers and _looks_personal(tagged, span):
            span.retype("PERSON", "vote.speaks")
        wholes[" ".join(words)][span.label] += 1
        if span.label == "PERSON" and len(words) > 1:
            surnames[words[0 if _is_family_first(words, alone, lexicon) else -1]] += 1
            first_names[words[0]] += 1
    is_sport = is_sports_news(tagged)
    short = {tagged.words[span.first] for span in spans if span.rule == "acronym.parentheses"}
    for span in spans:
        word = tagged.words[span.first]
        is_single = span.last - span.first == 1
        if is_single and word in short and not span.aliases:
            span.retype("ORG", "vote.short_name")
            continue
        if span.aliases and is_settled(span, lexicon):
            is_borne = surnames[word] or (
                first_names[word] and not _is_place(span, lexicon)
            )  # "Duma" Boko, but Jordan Bardella is no Jordan
            if is_single and is_borne and span.label != "NORP" and _is_surname_here(tagged, span, () if is_sport else spans, lexicon):
                span.retype("PERSON", "vote.surname")
                span.rule, span.aliases = "vote.surname", ()
            continue
        if tagged.span(span.first, span.last) in works and span.label in ("PERSON", "ORG"):
            span.retype("FAC", "type.work_behind")  # "Keystone" of the Keystone XL pipeline
            continue
        counts = wholes[" ".join(tagged.words[span.first : span.last])]
        if is_single and _stands_as_town(tagged, span, lexicon):
            continue  # "protesters in Austin"
        if is_single and span.label == "PERSON" and word in firms and not surnames[word] and not first_names[word]:
            span.retype("ORG", "vote.firm")
            continue
        votes, most = first_names[word] + 2 * counts["PERSON"], max(counts.values())
        if is_single and (surnames[word] or votes > most or (first_names[word] and votes == most)):
            span.retype("PERSON", "vote.surname")
            continue
        label, count = counts.most_common(1)[0]
        if label and label != span.label and count > counts[span.label]:
            span.retype(label, "vote.majority")


def _is_bearer(tagged: TaggedText, span: Span) -> bool:
    """Whether a single word is certainly somebody: it speaks, has an age or a relative, or a title that only persons have."""
    if span.last - span.first > 1 or span.label != "PERSON":
        return False
    return span.rule in _OF_PERSONS or follows_title(tagged, span.first)


def _looks_personal(tagged: TaggedText, span: Span) -> bool:
    """Whether a name is of two plain words, neither one for organisations."""
    words = tagged.words[span.first : span.last]
    return len(words) == 2 and all(word.istitle() and word.lower() not in ORGANISATION_WORDS for word in words)


def _is_firm(tagged: TaggedText, span: Span) -> bool:
    """Whether a name of several words is a firm's by its last word: "Bain Capital"."""
    kind, _ = ORGANISATION_WORDS.get(tagged.lowers[span.last - 1], ("", None))
    return span.label == "ORG" and span.last - span.first > 1 and kind == "company"


def _is_family_first(words: Sequence[str], alone: set[str], lexicon: Lexicon) -> bool:
    """Whether a person goes by the first word of the name, which is not a given name: "Wang" of Wang Donghai."""
    return words[0] in alone and words[-1] not in alone and fold(words[0].lower()) not in lexicon.given_names


def _is_place(span: Span, lexicon: Lexicon) -> bool:
    kinds = {lexicon.actors[alias.actor_id].kind for alias in span.aliases if alias.actor_id in lexicon.actors}
    return bool(kinds & {"country", "territory", "place", "government"})


def _stands_as_town(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether the name of a known town stands where only places stand."""
    if span.first == 0 or tagged.lowers[span.first - 1] not in ("in", "near", "outside"):
        return False
    return tagged.lowers[span.last : span.last + 1] != ["'s"] and lexicon.is_place(tagged.words[span.first])


def _is_surname_here(tagged: TaggedText, span: Span, spans: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether a country's or town's name is the surname of a person of the article: not where places stand, nor if the article
    names more of that country; athletes play there whatever they are called, so that in sports news no other names are asked."""
    if span.first and tagged.lowers[span.first - 1] in _BEFORE_PLACES:
        return False
    countries = {lexicon.actors[a.actor_id].country for a in span.aliases if a.actor_id in lexicon.actors}
    related = 0
    for other in spans:
        if (
            other.aliases
            and other.aliases is not span.aliases
            and other.aliases != span.aliases
            and other.aliases[0].actor_id in lexicon.actors
        ):
            related += lexicon.actors[other.aliases[0].actor_id].country in countries
    return related == 0


def _acts(tagged: TaggedText, position: int) -> bool:
    """Whether a surname that the tagger takes for another word does or has something at the head of a sentence: "Trump said"."""
    low, high = tagged.sentences[tagged.sentence_of[position]]
    behind = position + 1
    while behind < high and tagged.tags[behind] == ADVERB_TAG:
        behind += 1
    if position != low or behind >= high or tagged.lowers[position] in tagged.printed:
        return False
    return tagged.lowers[position + 1] in POSSESSIVE_MARKS or tagged.tags[behind] in (*FINITE_TAGS, MODAL)


def recall(tagged: TaggedText, spans: list[Span]) -> list[Span]:
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
        if label is None or position in covered:
            continue
        if tagged.tags[position] not in _NAMED_OR_UNTAGGED and not (label == "PERSON" and _acts(tagged, position)):
            continue
        beside = position + 1 < len(tagged.words) and tagged.words[position + 1][0].isupper() and tagged.tags[position + 1] in NAME_TAGS
        if beside and position + 1 not in covered:
            continue
        first = position
        while label == "PERSON" and first > 0 and first - 1 not in covered and tagged.words[first - 1] in CAPITAL_PARTICLES:
            first -= 1
        found.append(Span(first, position + 1, label, (), "vote.recall", 0.5))
    return found
