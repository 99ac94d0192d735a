"""Firms that no dictionary knows, told by what they are called beside their name: "Orkem, a French chemical group", "carmaker Renovo"."""

from collections.abc import Sequence

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import NAME_TAGS, NOUN_TAGS
from transforms.lexicon import Actor, Lexicon
from warehouse.vocabulary import STATE_KINDS

#: What firms are called; what they and others are called, and the lines of business by which those are firms.
_FIRMS, _GROUPS, _BUSINESS = word_class("identities.firm_nouns"), word_class("identities.group_nouns"), word_class("identities.business")
_ARTICLES, _COPULAS = word_class("identities.articles"), word_class("syntax.copulas")
#: What opens a description behind a name, and tokens of the longest one.
_OPENING, _REACH = frozenset({",", "(", "—", "–"}), 7
#: What leads on from the noun of a description.
_ENDS = word_class("identities.description_links")


def describe_firms(tagged: TaggedText, mentions: Sequence[Mention], lexicon: Lexicon, found: dict[str, Actor]) -> None:
    """Note of bodies of no known kind that they are firms, and of which country where that is told as well; in `found`."""
    for mention in mentions:
        actor = found.get(mention.actor_id or "")
        if actor is None or mention.ner != "ORG" or actor.kind != "organisation" or actor.sector is not None:
            continue
        description = _before(tagged, mention) or _behind(tagged, mention)
        if description is not None:
            country = actor.country or _country(tagged, *description, lexicon)
            found[actor.actor_id] = actor._replace(kind="company", sector="BUS", country=country)


def _before(tagged: TaggedText, mention: Mention) -> tuple[int, int] | None:
    """The tokens of the description right before the name."""
    last, low = mention.first, tagged.sentences[tagged.sentence_of[mention.first]][0]
    if last - 1 < low or not _is_firm(tagged, last - 1, low):
        return None
    first = last - 1
    while first > low and last - first < _REACH and _goes_before(tagged, first - 1):
        first -= 1
    return first, last


def _goes_before(tagged: TaggedText, place: int) -> bool:
    """Whether a word may belong to the description that ends behind it: no article, preposition or mark."""
    return tagged.words[place].isalpha() and tagged.lowers[place] not in _ARTICLES and tagged.lowers[place] not in _ENDS


def _behind(tagged: TaggedText, mention: Mention) -> tuple[int, int] | None:
    """The tokens of the description behind a comma, or behind "is"."""
    first, end = mention.last + 1, tagged.sentences[tagged.sentence_of[mention.first]][1]
    if first + 1 >= end or tagged.lowers[first] not in _ARTICLES:
        return None
    if tagged.words[mention.last] not in _OPENING and tagged.lowers[mention.last] not in _COPULAS:
        return None
    for place in range(first + 1, min(first + _REACH, end)):
        if _is_firm(tagged, place, first) and (place + 1 == end or tagged.tags[place + 1] not in NOUN_TAGS):
            return first + 1, place + 1
        if not (tagged.words[place].replace("-", "").isalpha() or tagged.words[place] == "-") or tagged.lowers[place] in _ENDS:
            return None
    return None


def _is_firm(tagged: TaggedText, place: int, low: int) -> bool:
    """Whether the noun is one for firms, or one for groups with a line of business before it."""
    lower = tagged.lowers[place]
    is_group = lower in _GROUPS and place > low and tagged.lowers[place - 1] in _BUSINESS
    return tagged.words[place].islower() and tagged.tags[place] not in NAME_TAGS and (lower in _FIRMS or is_group)


def _country(tagged: TaggedText, first: int, last: int, lexicon: Lexicon) -> str | None:
    """The country whose adjective or name stands in the description."""
    for place in range(first, last):
        aliases = lexicon.lookup(tagged.words[place]) if tagged.words[place][0].isupper() else []
        lands = {alias.actor_id for alias in aliases if lexicon.actors[alias.actor_id].kind in STATE_KINDS}
        if len(lands) == 1:
            return lexicon.actors[lands.pop()].country
    return None
