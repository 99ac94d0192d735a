"""Who a phrase means, and the sector of a person on its day."""

from dataclasses import dataclass
from datetime import date, timedelta

from transforms.annotations import Article
from transforms.identities.links import sector_after, sector_on
from transforms.identities.phrases.phrase import Phrase
from transforms.lexicon import Actor

#: Whoever is out of office for so long is asked about as a former holder.
_LONG_OVER = timedelta(days=5 * 365)


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """Who a phrase means; the fields are those of `resolve` in the text interface."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    wikidata: str | None
    rule: str


def resolved(actor: Actor, sector: str | None, rule: str) -> ResolvedActor:
    """The actor with the sector that the phrase implies, and by which rule."""
    return ResolvedActor(actor.actor_id, actor.name, actor.kind, actor.country, sector, actor.wikidata, rule)


def resolved_person(actor: Actor, phrase: Phrase, rule: str) -> ResolvedActor:
    """A person with the sector of the phrase's day."""
    return resolved(actor, sector_of_person(actor, phrase), rule)


def sector_of_person(actor: Actor, phrase: Phrase) -> str | None:
    """The sector on the phrase's day; without a day that of the office still held, else of the last one, unless that is long over: then
    the person is one of the elite, as on any day behind an office."""
    if phrase.day is not None:
        return sector_on(actor, Article("", "", published_at=phrase.day), phrase.lexicon)[0]
    tenures = phrase.lexicon.tenures_of.get(actor.actor_id, [])
    if not tenures:
        return actor.sector
    last = max(tenures, key=lambda tenure: (tenure.valid_to or date.max, tenure.valid_from or date.min))
    if last.valid_to is not None and phrase.lexicon.newest - last.valid_to > _LONG_OVER:
        return sector_after(tenures, phrase.lexicon)
    office = phrase.lexicon.offices.get(last.office_id)
    return (office.sector if office is not None else None) or actor.sector
