"""The team that a country or town stands for: in sports news "England" plays."""

from collections.abc import Iterable

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.lexicon import Actor
from transforms.names.sports_news import SPORT_WORDS
from warehouse.slugs import slug

#: The rule by which a country or town is its team.
TEAM = "sport.team"
_BODY_KINDS = frozenset({"organisation", "ngo"})


def is_sports_body(actor: Actor) -> bool:
    """Whether the actor's name says that it governs a sport: the cricket council among the bearers of "ICC"."""
    return actor.kind in _BODY_KINDS and any(word in SPORT_WORDS for word in actor.name.lower().split())


def speaks_of_sport(words: Iterable[str]) -> bool:
    """Whether a sentence has a word of sport."""
    return any(word in SPORT_WORDS for word in words)


def is_team_here(tagged: TaggedText, mention: Mention, is_sports_text: bool) -> bool:
    """Whether a country or town plays: in sports news unless it is where something is or comes from, elsewhere in a sentence on a match."""
    before = tagged.lowers[mention.first - 1] if mention.first else ""
    after = tagged.lowers[mention.last] if mention.last < len(tagged.words) else ""
    if before in _VERSUS or after in _VERSUS:
        low, high = tagged.sentences[tagged.sentence_of[mention.first]]
        return is_sports_text or any(word in SPORT_WORDS for word in tagged.lowers[low:high])
    is_behind_town = before == "," and mention.first > 2 and tagged.lowers[mention.first - 3] in _WHERE
    if not is_sports_text or before == "(" or (before == "," and after[:1].isdigit()) or is_behind_town:
        return False  # where players or reporters are: "Ato Boldon (Trinidad)", "BIRMINGHAM, England 1996"
    if mention.reading == "power":
        return True
    has_score = after.isdigit() and len(after) < 3 and tagged.sentence_of[mention.first] == tagged.sentence_of[mention.last]
    return before in _SIDES or has_score


#: What stands before a town that its country follows: "in Pyeongchang, South Korea".
_WHERE = word_class("names.beside_places")
#: Words between the sides of a match, and before the name of one.
_VERSUS = word_class("identities.versus")
_SIDES = word_class("identities.sides")


def take_as_team(mention: Mention, actor: Actor, found: dict[str, Actor]) -> None:
    """A country or town that acts in sports news is its team: no political actor, and not the country."""
    team = Actor(f"ORG.{slug(actor.name)}-team", f"{actor.name} (team)", "organisation", actor.country)
    found.setdefault(team.actor_id, team)
    mention.decide(team.actor_id, TEAM, 0.6)
