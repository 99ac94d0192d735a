"""A phrase in words, with the names and the nouns of the lexicon found in it."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from transforms.annotations import Paragraph
from transforms.identities.sports import is_sports_body, speaks_of_sport
from transforms.language import word_class
from transforms.lexicon import Alias, Lexicon, NameHit, Noun
from transforms.taggers import Tagger
from transforms.taggers.rules_tagger import RulesTagger

#: Words behind which the rest of a phrase only tells which one is meant.
CUTS = word_class("identities.cuts")
ARTICLES = word_class("identities.articles")
#: Of two powers of one town the one of many states is meant more often: Brussels.
_PRIORS = {"country": 3.0, "igo": 2.6, "government": 2.5, "person": 1.0}


class NounAt(NamedTuple):
    """A noun of the lexicon and the words of the phrase that it is."""

    first: int
    last: int
    noun: Noun


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` are in lower case, `starts` the offsets of their first characters, `countries` (ISO3) those of the names in the context."""

    text: str
    words: list[str]
    starts: list[int]
    hits: list[NameHit]
    day: date | None
    countries: frozenset[str]
    is_sport: bool  # the context speaks of it
    lexicon: Lexicon
    tagger: Tagger | None

    def name_of(self, found: NounAt) -> str:
        """The words of a noun as they are printed, in lower case."""
        return " ".join(self.words[found.first : found.last])


def read_phrase(text: str, day: date | None, context: str | None, lexicon: Lexicon, tagger: Tagger | None) -> Phrase:
    """The phrase (with single spaces) beside its context."""
    tagged = next(RulesTagger().tag([(text, [Paragraph(0, len(text), "body")])]))
    around = [hit for hit in lexicon.find_names(context) if context[hit.start : hit.end] not in text] if context else []
    countries = {lexicon.actors[a.actor_id].country for hit in around for a in hit.aliases if a.is_strong and a.actor_id in lexicon.actors}
    hits = lexicon.find_names(text)
    if not hits and text.islower():
        hits = lexicon.find_names(text.title())
    is_sport = speaks_of_sport((context or "").lower().replace(".", " ").replace(",", " ").split())
    return Phrase(text, tagged.lowers, tagged.starts, hits, day, frozenset(c for c in countries if c), is_sport, lexicon, tagger)


def nouns_in(phrase: Phrase, is_inside_too: bool = False) -> list[NounAt]:
    """Nouns of the lexicon outside names, or in them too, left to right, the longest at each place."""
    hits = () if is_inside_too else phrase.hits
    covered = {p for p, start in enumerate(phrase.starts) for hit in hits if hit.start <= start < hit.end}
    found: list[NounAt] = []
    for last, word in enumerate(phrase.words, 1):
        forms = dict.fromkeys((word, word.removesuffix("s")))
        ending = (entry for form in forms for entry in phrase.lexicon.nouns_ending([*phrase.words[: last - 1], form], last))
        told = ((low, noun) for low, noun in ending if noun.bodies or noun.offices or noun.role is not None)
        low, noun = next(((low, noun) for low, noun in told if low < last - 1 or low not in covered), (0, None))
        if noun is not None:
            while found and found[-1].first >= low:
                found.pop()
            found.append(NounAt(low, last, noun))
    return found


def kind_of(alias: Alias, lexicon: Lexicon) -> str:
    """The kind of the actor that a form names; empty where the lexicon has none."""
    actor = lexicon.actors.get(alias.actor_id)
    return actor.kind if actor is not None else ""


def most_likely(aliases: list[Alias], phrase: Phrase, countries: Set[str], is_sport: bool = False) -> Alias | None:
    """Whom one of several forms names: weighed by kind, strength, day, the countries told, and sport in the context."""

    def weight(alias: Alias) -> float:
        actor = phrase.lexicon.actors[alias.actor_id]
        score = _PRIORS.get(actor.kind, 0.5) + (2.0 if alias.is_strong else 0.0) + (0.0 if alias.holds_on(phrase.day) else -3.0)
        if is_sports_body(actor):
            score += 6.0 if is_sport else -1.0
        return score + (4.0 if actor.country in countries else 0.0)

    known = [alias for alias in aliases if alias.actor_id in phrase.lexicon.actors]
    return max(known, key=weight, default=None)
