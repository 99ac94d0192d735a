"""Acronyms that an article spells out in a description: "Kenya's Ethics and Anti-Corruption Commission … the EACC"."""

import re
from collections.abc import Iterator

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.discovered import discover_organisation
from transforms.identities.homes import Homes
from transforms.lexicon import Actor, Lexicon

_ACRONYM = re.compile(r"[A-Z]{3,}")
_SMALL = frozenset({"of", "and", "for", "the", "on", "in", "to", "&"})


def unite_spelt_out(article: Article, tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Acronyms that no dictionary knows, and the descriptions before them whose initials they are, become one actor, in place."""
    unknown = [m for m in mentions if m.ner == "ORG" and m.layer == "name" and (m.actor_id or "").startswith("ORG.")]
    homes: Homes | None = None
    for short in unknown:
        letters = tagged.text[short.start : short.end]
        if not _ACRONYM.fullmatch(letters):
            continue
        full = next((m for m in _descriptions(mentions, short) if _spells(tagged, m, letters)), None)
        if full is None:
            continue
        if full.actor_id is None or full.actor_id.startswith(("GENERIC.", "ORG.")):
            homes = homes or Homes(article, tagged, mentions, lexicon)
            actor = discover_organisation(tagged.span(_first(tagged, full, letters), full.last), lexicon)
            actor = actor._replace(country=actor.country or homes.country_at(full.first))
            found.setdefault(actor.actor_id, actor)
            full.decide(actor.actor_id, "acronym.defined", 0.8)
        short.decide(str(full.actor_id), "acronym.defined", 0.8)


def _descriptions(mentions: list[Mention], short: Mention) -> Iterator[Mention]:
    return (mention for mention in mentions if mention.layer == "nominal" and mention.end <= short.start)


def _spells(tagged: TaggedText, full: Mention, letters: str) -> bool:
    return _first(tagged, full, letters) < full.last


def _first(tagged: TaggedText, full: Mention, letters: str) -> int:
    """Where in a description the words begin whose initials are the letters, up to its end; its end where none do."""
    for first in range(full.first, full.last):
        words = [word for word in tagged.words[first : full.last] if word.lower() not in _SMALL and word[0].isalpha()]
        if tagged.words[first][0].isupper() and all(word[0].isupper() for word in words) and "".join(w[0] for w in words) == letters:
            return first
    return full.last
