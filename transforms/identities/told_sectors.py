"""What the noun beside a person's name tells of his sector: some nouns say it of many people and not of the one who is called so."""

from collections.abc import Collection

from transforms.annotations import TaggedText
from transforms.language import word_class
from transforms.lexicon import Actor, Office

#: What people of all sectors are called: "politician" (of no office told), "employee", "rival", "analyst".
SILENT = word_class("identities.tells_no_sector")
#: What members of town councils are called, and of parliaments that are legislative councils: there the word tells neither.
_COUNCILLORS, _LEGISLATIVE = word_class("identities.councillors"), "legislative"
#: Titles of lawmakers where they stand in capitals before a name: "Representative Sorrel", not "a representative of the firm".
_LAWMAKERS = word_class("identities.titles_of_lawmakers")
_BEFORE_LAWMAKERS = word_class("identities.before_titles_of_lawmakers")
#: Ranks that police, ships and teams have too; and those that rebels alone give as armies do.
_SHARED_RANKS, _RANKS = word_class("identities.shared_ranks"), word_class("identities.ranks")
#: What tells armed forces, and whoever else has ranks.
_FORCES, _OTHERS, _REBELS = word_class("identities.forces"), word_class("identities.others_with_ranks"), word_class("identities.rebels")
#: Sectors whose offices leave a person one of the elite; a cleric or scholar stays one. Of people without an office, those who were in
#: arms or the police are no more.
ELITE_AFTER, _SERVED_IN = (
    frozenset({"GOV", "LEG", "MIL", "SPY", "PTY", "JUD", "IGO", "OPP"}),
    frozenset({"MIL", "COP", "SPY", "REB", "UAF"}),
)
#: Sectors of whoever was in them once.
_LASTING = frozenset({"ELI", "BUS", "EDU", "REL"})
#: Who served without leading anybody: "a former soldier".
_RANK_AND_FILE = word_class("identities.rank_and_file")
#: Who leads a party's lawmakers, the chambers in which he does, and tokens within which such a one stands behind him.
_LEADS_IN_HOUSES, _HOUSES, _HOUSE_REACH = word_class("identities.leads_in_houses"), word_class("identities.houses"), 5
_IN_HOUSES = word_class("identities.links")
_OPPOSITION, _CANDIDATE = "opposition", "CANDIDATE"


def sector_told(sector: str | None, title: str, words: Collection[str], owner: Actor | None, tagged: TaggedText) -> str | None:
    """The sector of a noun as far as it holds for the person called so; None where the noun says it of others."""
    if title in SILENT and _OPPOSITION in words:
        return "OPP"
    if title in SILENT or (title in _COUNCILLORS and _LEGISLATIVE in tagged.lowers):
        return None
    if sector != "MIL" or (owner is not None and owner.kind == "armed_force") or not _FORCES.isdisjoint(words):
        return sector
    if title in _SHARED_RANKS:
        return sector if _speaks_of(tagged, _FORCES) > _speaks_of(tagged, _OTHERS) + _speaks_of(tagged, _REBELS) else None
    if title in _RANKS and owner is None:
        return sector if _speaks_of(tagged, _FORCES) >= _speaks_of(tagged, _REBELS) else None
    return sector


def sector_past(sector: str | None, title: str, office: Office | None) -> str | None:
    """The sector of somebody called by what he was: offices of states, parties and armies leave him one of the elite; firms, schools and
    churches keep their own; a trade that he left says nothing of him, nor do arms that he bore as one of many."""
    if title in SILENT or sector in _LASTING:
        return sector
    if office is None:
        return None if sector in _SERVED_IN else sector
    is_public = sector in ELITE_AFTER and (sector != "JUD" or office.suffix is not None)
    return "ELI" if is_public and title.split()[-1] not in _RANK_AND_FILE else None


def is_lawmakers_title(tagged: TaggedText, beside: tuple[int, int], named_at: tuple[int, int], has_place: bool) -> bool:
    """Whether the noun is a lawmaker's title: in capitals right before the name, with nothing but his party or state before it."""
    low, high = named_at
    if high != beside[1] or tagged.lowers[low] not in _LAWMAKERS or not tagged.words[low][0].isupper():
        return False
    return has_place or not set(tagged.lowers[beside[0] : low]) - _BEFORE_LAWMAKERS


def leads_in_house(tagged: TaggedText, named_at: tuple[int, int]) -> bool:
    """Whether somebody leads a party in a chamber, so that he is a lawmaker: "the Democratic leader of the Senate"."""
    last = named_at[1]
    if tagged.lowers[last - 1] not in _LEADS_IN_HOUSES or tagged.lowers[last : last + 1] == [] or tagged.lowers[last] not in _IN_HOUSES:
        return False
    behind = range(last + 1, min(last + _HOUSE_REACH, tagged.sentences[tagged.sentence_of[last]][1]))
    houses = [place for place in behind if tagged.lowers[place] in _HOUSES and tagged.words[place][0].isupper()]
    return bool(houses) and "," not in tagged.words[last : houses[0]]


def candidates_sector(office: Office, title: str, words: Collection[str]) -> str | None:
    """A candidate stands for a party, and only where that is said for the opposition: those who govern have candidates too."""
    if office.office_id != _CANDIDATE:
        return office.sector
    return "OPP" if _OPPOSITION in words else "PTY"


def _speaks_of(tagged: TaggedText, words: Collection[str]) -> int:
    """How often the article has one of the words."""
    return sum(lower in words for lower in tagged.lowers)
