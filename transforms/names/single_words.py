"""Single words that the tagger takes for persons, of which nine in ten are none where nothing else in the article speaks for it; and
surnames that it takes for bodies or places."""

from collections import defaultdict

from transforms.annotations import TaggedText
from transforms.folding import fold
from transforms.language import word_class
from transforms.language.en.labels import APPOSITION, JOINED, OBJECT, SUBJECTS, VERB_TAGS
from transforms.lexicon import Lexicon
from transforms.names.name_spans import Span, head_of, is_modifier
from transforms.names.name_words import GENDERED_NOUNS, PERSONAL_VERBS, SPEECH_VERBS, TITLES

_PEOPLES = word_class("names.peoples")
_PLACED = word_class("names.toward_places")
_CALLED = word_class("names.called")
_PERSONAL = word_class("names.personal")
_SOMEBODY = word_class("names.personal_pronouns")
POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
_TAKING_PART = frozenset({*SUBJECTS, OBJECT})
#: A text of so few sentences may name a person without saying more.
_FEW_SENTENCES = 3
#: Letters of an acronym that could be read as a name.
_ACRONYM = range(3, 7)


def weigh_single_words(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """The spans without single words of type person for which nothing speaks; those that look like peoples, places or organisations get
    their type. A word is judged once for the article."""
    if not tagged.has_syntax or len(tagged.sentences) <= _FEW_SENTENCES:
        return spans
    parts = {
        word for span in spans if span.label == "PERSON" and span.last - span.first > 1 for word in tagged.words[span.first : span.last]
    }
    alone: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        word = tagged.words[span.first]
        if span.label == "PERSON" and span.last - span.first == 1 and word not in parts and (not span.aliases or _is_firm(span, lexicon)):
            alone[word].append(span)
    dropped: set[int] = set()
    for word, found in alone.items():
        if _is_acronym(tagged, word, found, lexicon):
            for span in found:
                span.retype("ORG", "type.single_word")
            continue
        is_person = any(_is_titled(tagged, span, lexicon) for span in found) or not _is_word(word, tagged, lexicon)
        if _is_known(word, lexicon) or (is_person and any(is_person_here(tagged, span, lexicon) for span in found)):
            continue
        if any(span.aliases for span in found):
            for span in found:
                span.retype("ORG", "type.single_word")
            continue
        label = next((told for told in (_type_here(tagged, span) for span in found) if told), "")
        for span in found:
            span.retype(label, "type.single_word")
        if not label:
            dropped.update(id(span) for span in found)
    return [span for span in spans if id(span) not in dropped]


def tell_surnames(tagged: TaggedText, spans: list[Span], lexicon: Lexicon) -> None:
    """Type as persons the surnames that were taken for bodies or places: the lexicon knows persons alone by them, and has them among the
    names that stand alone, or somewhere in the article the word does what persons do: "Fiorina said she …"."""
    if not tagged.has_syntax:
        return
    alone: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        is_dated = tagged.words[span.last : span.last + 1] and tagged.words[span.last][0].isdigit()  # "the May 25 report"
        if span.last - span.first == 1 and not is_dated and _names_persons_alone(span, lexicon):
            alone[tagged.words[span.first]].append(span)
    for word, found in alone.items():
        if all(span.label == "PERSON" for span in found) or not _is_surname(word, tagged, lexicon):
            continue
        if any(span.aliases or is_person_here(tagged, span, lexicon) for span in found):
            for span in found:
                span.retype("PERSON", "type.known_surname")


def _names_persons_alone(span: Span, lexicon: Lexicon) -> bool:
    """Whether whatever the lexicon knows by the word is a person."""
    return all(lexicon.actors[alias.actor_id].kind == "person" for alias in span.aliases if alias.actor_id in lexicon.actors)


def _is_surname(word: str, tagged: TaggedText, lexicon: Lexicon) -> bool:
    """Whether somebody in the lexicon has the surname, and it is neither a town's name nor an ordinary word."""
    known = fold(word).lower() in lexicon.surnames
    return known and not word.isupper() and not lexicon.is_place(word) and not _is_word(word, tagged, lexicon)


def _is_acronym(tagged: TaggedText, word: str, found: list[Span], lexicon: Lexicon) -> bool:
    """Whether capitals are no name of a person, who is shouted in transcripts alone ("SMITH: No")."""
    lower = word.lower()
    if not (word.isupper() and word.isalpha() and len(word) in _ACRONYM) or lower in lexicon.given_names or lower in lexicon.surnames:
        return False
    return not any(tagged.words[span.last : span.last + 1] == [":"] or tagged.lowers[span.first - 1] in TITLES for span in found)


def _is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether it is a given name, or the surname of somebody in the lexicon."""
    lower = fold(word).lower()
    return not word.isupper() and (lower in lexicon.given_names or lower in lexicon.surnames)


def _is_firm(span: Span, lexicon: Lexicon) -> bool:
    """Whether the lexicon knows firms alone by the word."""
    return all(lexicon.actors[alias.actor_id].kind == "company" for alias in span.aliases if alias.actor_id in lexicon.actors)


def _is_word(word: str, tagged: TaggedText, lexicon: Lexicon) -> bool:
    """Whether the capital is that of an ordinary noun, which only a title makes a name: "Carrier went along"."""
    return word.lower() in lexicon.nouns or word.lower() in tagged.printed


def _is_titled(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether what somebody is called stands before the word."""
    before = tagged.lowers[span.first - 1] if span.first else ""
    noun = lexicon.nouns.get(before)
    return (
        before in TITLES
        or before in GENDERED_NOUNS
        or before in _CALLED
        or (noun is not None and (bool(noun.offices) or noun.role is not None))
    )


def is_person_here(tagged: TaggedText, span: Span, lexicon: Lexicon) -> bool:
    """Whether title, kin, age, speech or "who" stand beside the word."""
    position = span.first
    before = tagged.lowers[position - 1] if position else ""
    after = [*tagged.lowers[span.last : span.last + 2], "", ""]
    if _is_titled(tagged, span, lexicon) or before in SPEECH_VERBS:
        return True
    if after[0] in SPEECH_VERBS or after[0] in PERSONAL_VERBS or after[0] in _PERSONAL:
        return True
    if after[0] == "," and (after[1].isdigit() or after[1] in _PERSONAL):
        return True
    if after[0] in POSSESSIVE_MARKS and after[1] in _PERSONAL:
        return True
    head = head_of(tagged, span.first, span.last)
    if _acts_with_pronoun(tagged, head):
        return True
    described = [child for child in tagged.children[head] if tagged.deps[child] == APPOSITION]
    if tagged.deps[head] in JOINED:
        described.append(tagged.heads[head])
    return any(_is_personal_noun(tagged, child, lexicon) for child in described)


def _acts_with_pronoun(tagged: TaggedText, head: int) -> bool:
    """Whether the word does or suffers something and "he" or "she" follows it, at most one sentence on: "Geller won his title"."""
    if tagged.deps[head] not in _TAKING_PART or tagged.tags[tagged.heads[head]] not in VERB_TAGS:
        return False
    end = tagged.sentences[min(tagged.sentence_of[head] + 1, len(tagged.sentences) - 1)][1]
    return any(lower in _SOMEBODY for lower in tagged.lowers[head + 1 : end])


def _is_personal_noun(tagged: TaggedText, position: int, lexicon: Lexicon) -> bool:
    lower = tagged.lowers[position]
    noun = lexicon.nouns.get(lower)
    return lower in GENDERED_NOUNS or (noun is not None and (bool(noun.offices) or noun.role is not None))


def _type_here(tagged: TaggedText, span: Span) -> str:
    """What the word is by its letters and neighbours; empty without evidence."""
    word = tagged.words[span.first]
    before = tagged.lowers[span.first - 1] if span.first else ""
    after = tagged.lowers[span.last] if span.last < len(tagged.words) else ""
    if after in _PEOPLES:
        return "NORP"
    if len(word) > 2 and sum(letter.isupper() for letter in word) > 1 and word.isalnum():
        return "ORG"
    if before in _PLACED:
        return "GPE"
    return "ORG" if before == "the" and not is_modifier(tagged, span.first, span.last) else ""
