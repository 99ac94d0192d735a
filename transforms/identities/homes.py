"""The country that an article speaks of at a point, for what every country has: "the Senate", "the Supreme Court", "the central bank"."""

from collections import defaultdict
from collections.abc import Container, Iterable

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.outlets import find_outlet
from transforms.lexicon import Actor, Lexicon

#: How much a mention says of the country by what it names. Outlets and firms say nothing.
WEIGHTS = {
    "country": 1.0, "territory": 1.0, "government": 1.0, "ministry": 1.0, "legislature": 1.2, "judiciary": 1.2, "agency": 1.0, "party": 1.0,
    "armed_force": 0.8, "police": 0.8, "intelligence": 0.8, "person": 0.7, "place": 0.6,
}  # fmt: skip
#: Who sits in parliament or on a court speaks for his country more than others do.
_INSIDERS = {"LEG": 1.5, "JUD": 1.5, "PTY": 1.0}
_LANDS = frozenset({"country", "territory", "place"})
#: By what a land is told in which something only happens.
_PLACE = "place"
#: Where a sentence says at its beginning that it plays: "In Washington, Congress …".
_SCENE = 2.0
#: What one sentence more takes away; mentions behind the point count less, and the whole article a little.
_DECAY, _LATER, _FLOOR = 0.75, 0.4, 0.03
#: The outlet's own country where the article says nothing more.
_OUTLET = 0.05
#: A country must be so much likelier than the next.
_MARGIN = 1.15


class Homes:
    """Weighs the countries of an article's names around a point."""

    def __init__(self, article: Article, tagged: TaggedText, mentions: Iterable[Mention], lexicon: Lexicon) -> None:
        self._tagged = tagged
        self._scenes: dict[int, str] = {}
        self._evidence: list[tuple[int, str, float, str]] = []
        self._bare: set[str] = set()
        mentions = list(mentions)
        in_full = {mention.actor_id for mention in mentions if mention.ner == "PERSON" and mention.last - mention.first > 1}
        for mention in mentions:
            is_name = mention.actor_id is not None and mention.layer in ("name", "adjectival")
            if not is_name or len(lexicon.institutions.get(" ".join(tagged.lowers[mention.first : mention.last]), ())) > 1:
                continue  # "House of Commons" is what is asked for, no evidence
            actor = lexicon.actor(str(mention.actor_id))
            if actor is not None and actor.country in lexicon.actors and actor.kind in WEIGHTS:
                weight = _INSIDERS.get(actor.sector or "", 0.7) if actor.kind == "person" else WEIGHTS[actor.kind]
                if _sets_the_scene(tagged, mention):
                    weight = _SCENE
                    self._scenes[tagged.sentence_of[mention.first]] = str(actor.country)
                is_bare = actor.kind == "person" and actor.actor_id not in in_full
                self._bare |= {actor.actor_id} if is_bare else set()
                told_by = _PLACE if mention.reading == "place" and actor.kind in _LANDS else actor.actor_id
                self._evidence.append((tagged.sentence_of[mention.first], str(actor.country), weight, told_by))
        self._outlet = _outlet_country(article.outlet, lexicon)

    def scene_at(self, position: int) -> str | None:
        """The country (ISO3) in which the sentence says at its beginning that it plays."""
        return self._scenes.get(self._tagged.sentence_of[position])

    def country_at(
        self, position: int, allowed: Container[str] | None = None, margin: float = _MARGIN, *, with_places: bool = True
    ) -> str | None:
        """The country (ISO3), of the allowed ones, of which the text speaks most there, by at least that factor; None where it speaks of
        none, or of two alike. Without places only those count that do something or have people and bodies there."""
        sentence = self._tagged.sentence_of[position]
        presence: dict[str, float] = defaultdict(float)
        if self._outlet is not None:
            presence[self._outlet] += _OUTLET
        for place, country, weight, told_by in self._evidence:
            if told_by == _PLACE and not with_places:
                continue
            distance = sentence - place
            presence[country] += weight * max(_DECAY ** abs(distance) * (1.0 if distance >= 0 else _LATER), _FLOOR)
        ranked = sorted(((weight, country) for country, weight in presence.items() if allowed is None or country in allowed), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] < margin * ranked[1][0]):
            return None
        return ranked[0][1]

    def home_at(self, position: int, margin: float, *, with_places: bool) -> str | None:
        """The country of an official named there who stands without one; not one that a single bare surname tells, which may be a
        namesake's."""
        country = self.country_at(position, margin=margin, with_places=with_places)
        told_by = {told_by for _, told, _, told_by in self._evidence if told == country}
        return None if len(told_by) == 1 and told_by <= self._bare else country

    def body_at(self, position: int, noun: str, lexicon: Lexicon) -> Actor | None:
        """The body that the country spoken of there calls so, by the noun in small letters."""
        country = self.country_at(position, lexicon.institutions.get(noun))
        return lexicon.own_body(country, noun) if country is not None else None


def _sets_the_scene(tagged: TaggedText, mention: Mention) -> bool:
    first = tagged.sentences[tagged.sentence_of[mention.first]][0]
    behind = tagged.lowers[mention.last] if mention.last < len(tagged.lowers) else ""
    return mention.first == first + 1 and tagged.lowers[first] == "in" and behind == ","


def _outlet_country(outlet: str | None, lexicon: Lexicon) -> str | None:
    """The country of the medium in which the article stands, if the lexicon knows it."""
    actor = lexicon.actors.get(find_outlet(outlet, lexicon) or "") if outlet else None
    return actor.country if actor is not None else None
