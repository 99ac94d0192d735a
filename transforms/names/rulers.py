"""Bare surnames of leaders that the tagger missed: "Xi and Tinubu spoke", "told Albanese"."""

from datetime import date

from transforms.annotations import TaggedText
from transforms.language.en.labels import CONJUNCT, MISTAKABLE_TAGS, NAME_TAGS, SINGULAR_VERB_TAGS, SUBJECT, VERB_TAGS
from transforms.lexicon import Alias, Lexicon
from transforms.names.name_spans import Span

_HEADS = frozenset({"HOS", "HOG", "SUPREME"})
#: Days after an office in which papers still print the bare surname.
_REMEMBERED = 365 * 4


def has_led(person_id: str, lexicon: Lexicon) -> bool:
    """Whether somebody ever led a state or a body of states."""
    owners = ((tenure, lexicon.actors.get(tenure.body_id)) for tenure in lexicon.tenures_of.get(person_id, ()))
    return any(tenure.base in _HEADS or (owner is not None and owner.kind == "igo") for tenure, owner in owners)


def find_rulers(tagged: TaggedText, spans: list[Span], lexicon: Lexicon, day: date | None) -> list[Span]:
    """Single words outside all names that the lexicon knows as the surname of one person who governs on the day, or did lately; without a
    day, who ever did, if another name of the article ends so or the word alone does something."""
    if not tagged.has_syntax:
        return []
    named = {tagged.words[span.last - 1] for span in spans if span.label == "PERSON"}
    covered = {position for span in spans for position in range(span.first, span.last)}
    covered |= {position for name in tagged.names if name.label == "DATE" for position in range(name.first, name.last)}
    found: list[Span] = []
    for position, word in enumerate(tagged.words):
        if position in covered or not word[0].isupper() or not _is_name(tagged, position):
            continue
        if day is None and word not in named and not _does(tagged, position):
            continue
        aliases = tuple(alias for alias in lexicon.lookup(word) if governs(alias, lexicon, day))
        if len({alias.actor_id for alias in aliases}) == 1:
            found.append(Span(position, position + 1, "PERSON", aliases, "lexicon", 0.7))
    return found


def governs(alias: Alias, lexicon: Lexicon, day: date | None) -> bool:
    """Whether the alias names a head of state or government of the day, or of the years before; without a day, of any."""
    return any(
        tenure.base in _HEADS
        and (
            day is None
            or (
                (tenure.valid_from is None or tenure.valid_from <= day)
                and (tenure.valid_to is None or (day - tenure.valid_to).days <= _REMEMBERED)
            )
        )
        for tenure in lexicon.tenures_of.get(alias.actor_id, ())
    )


def _is_name(tagged: TaggedText, position: int) -> bool:
    """Whether the word stands as a name: tagged as one, or first in its sentence with a verb or a name behind it, where taggers fail."""
    if tagged.tags[position] in NAME_TAGS:
        return not _is_part(tagged, position)
    low, high = tagged.sentences[tagged.sentence_of[position]]
    if position != low or position + 1 >= high or tagged.tags[position] not in MISTAKABLE_TAGS:
        return False
    return tagged.tags[position + 1] in SINGULAR_VERB_TAGS or tagged.lowers[position + 1] in ("and", "to", "'s")


def _does(tagged: TaggedText, position: int) -> bool:
    """Whether the word with nothing before or behind it does something: "Trump met Putin"."""
    is_bare = not any(tagged.deps[child] != CONJUNCT and child < position for child in tagged.children[position])
    return is_bare and tagged.deps[position] == SUBJECT and tagged.tags[tagged.heads[position]] in VERB_TAGS


def _is_part(tagged: TaggedText, position: int) -> bool:
    """Whether a capitalised word beside it makes it part of a longer name: "Trump Tower", "Melania Trump"."""
    low, high = tagged.sentences[tagged.sentence_of[position]]
    return any(
        low <= beside < high and tagged.words[beside][0].isupper() and tagged.tags[beside] in NAME_TAGS
        for beside in (position - 1, position + 1)
    )
