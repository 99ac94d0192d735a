"""Sports news, in which "England" is a team: what a text is about, and the team that a country or town stands for."""

from transforms.annotations import Mention, TaggedText
from transforms.lexicon import Actor
from warehouse.slugs import slug

_WORDS = frozenset(
    "match matches goal goals cup league championship championships tournament coach striker midfielder goalkeeper wicket wickets "
    "innings batsman bowler rugby football "
    "soccer cricket tennis hockey basketball baseball golf olympic olympics medal medals semifinal semifinals semi-final "
    "quarterfinal playoff playoffs fixture fixtures "
    "kickoff referee squad captain defender scored scoring scorer halftime teammate teammates stadium athlete athletes sprinter "
    "swimmer racket seeded unseeded "
    "inning touchdown quarterback pitcher homer penalty substitute champions champion lap laps podium grand-prix overs unbeaten "
    "debut relegation promotion".split()
)
#: Shares of words about sport, and how many different ones, from which a text is sports news.
_SHARE, _DIFFERENT = 0.012, 4


def is_sports_news(tagged: TaggedText) -> bool:
    """Whether so many words are about sport that countries are teams."""
    found = [word for word in tagged.lowers if word in _WORDS]
    return len(found) >= _SHARE * len(tagged.words) and len(set(found)) >= _DIFFERENT


def take_as_team(mention: Mention, actor: Actor, found: dict[str, Actor]) -> None:
    """A country or town that acts in sports news is its team: no political actor, and not the country."""
    team = Actor(f"ORG.{slug(actor.name)}-team", f"{actor.name} (team)", "organisation", actor.country)
    found.setdefault(team.actor_id, team)
    mention.actor_id, mention.rule, mention.confidence = team.actor_id, "sport.team", 0.6
