"""Acronyms that an article defines in parentheses ("Moro Guild (MGU)", or the other way round), or by their letters alone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transforms.annotations import Mention, TaggedText
from transforms.folding import fold
from transforms.identities.discovered import initials
from transforms.language import word_class
from transforms.lexicon import Lexicon

#: What may stand between a parenthesis and the short form in it.
_NO_WORDS = word_class("identities.acronym_openers")
#: What may stand behind it.
_CLOSERS = (")", ",", ";", "”", "’")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z.&-]*[A-Z][A-Za-z.]?s?|[A-Z]{2,}")
#: Letters that hardly fit two names by chance.
_FEWEST_LETTERS = 3
#: Kinds of actors whose short form in parentheses says where something is, or of which party.
_BESIDE = ("country", "territory", "place", "party")


def defined_acronyms(tagged: TaggedText, names: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mention, Mention]]:
    """(name, short form) where one stands in parentheses right after the other, in either order."""
    for before, inside in pairwise(names):
        gap = tagged.text[before.end : inside.start].strip()
        is_opened = gap[:1] == "(" and gap[1:].strip() in _NO_WORDS
        if not is_opened or not tagged.text[inside.end : inside.end + 2].strip().startswith(_CLOSERS):
            continue
        left, right = tagged.text[before.start : before.end], tagged.text[inside.start : inside.end]
        is_short_name = inside.rule == "acronym.parentheses" and before.ner == "ORG" and " " in left
        if is_short_name or (_ACRONYM.fullmatch(right) and _defines(left, right, before, inside, lexicon)):
            yield before, inside
        elif _ACRONYM.fullmatch(left) and _defines(right, left, inside, before, lexicon):
            yield inside, before


def _defines(name: str, short: str, full: Mention, acronym: Mention, lexicon: Lexicon) -> bool:
    """Whether a short form in parentheses is the name's, and no country or party of what stands before: "Davenport (U.S.)"."""
    if full.ner != "ORG" or " " not in name:
        return False
    known = lexicon.actors.get(acronym.actor_id or "")
    if initials(name).startswith(short.replace(".", "").upper()[:2]):
        return True
    return (known is None or known.kind not in _BESIDE) and initials(name)[:1] == short[:1].upper()


def implied_acronyms(tagged: TaggedText, names: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mention, Mention]]:
    """(name, short form) where an unlisted short form, as of a headline, has the first letters of one organisation that is named later,
    and of no other. Behind the name the short form is known already (`NamesSeen`)."""
    spelt: dict[str, dict[str | None, Mention]] = defaultdict(dict)
    for name in names:
        letters = initials(tagged.text[name.start : name.end])
        if name.ner == "ORG" and name.actor_id is not None and len(letters) >= _FEWEST_LETTERS:
            spelt[letters].setdefault(name.actor_id, name)
    for short in names:
        bearers = spelt.get(tagged.text[short.start : short.end], {})
        if short.ner == "ORG" and len(bearers) == 1 and short.actor_id is not None and short.actor_id not in lexicon.actors:
            yield next(iter(bearers.values())), short


def unite(
    full: Mention, short: Mention, names: Sequence[Mention], tagged: TaggedText, lexicon: Lexicon, rule: str = "acronym.defined"
) -> None:
    """Name and acronym are one actor here, whatever the acronym means elsewhere; a known name wins, and a known acronym whose own name
    has most words in common with the one printed ("Organisation" for "Organization")."""
    if full.actor_id == short.actor_id or full.actor_id is None or short.actor_id is None:
        return
    printed = tagged.text[full.start : full.end]
    is_variant = full.actor_id not in lexicon.actors and any(
        _is_like(printed, alias.form) for alias in lexicon.aliases_of.get(short.actor_id, ())
    )
    winner, loser = (short, full) if is_variant else (full, short)
    lost, surface = loser.actor_id, tagged.text[loser.start : loser.end]
    for mention in names:
        if mention.actor_id == lost and tagged.text[mention.start : mention.end] == surface:
            mention.decide(str(winner.actor_id), rule, 0.9)
            mention.ner = winner.ner


def _is_like(printed: str, known: str) -> bool:
    """Whether two names share most of their words, endings aside."""
    left, right = ({word[:5].lower() for word in fold(name).split() if len(word) > 3} for name in (printed, known))
    return len(left) > 0 and len(left & right) * 3 >= 2 * max(len(left), len(right))
