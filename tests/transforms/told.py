"""A text run through all stages that say who says and does what, with a small lexicon and the real dictionaries."""

from datetime import date
from functools import cache

from tests.transforms.small_world import Reading
from transforms.acts.dyads import code_dyads
from transforms.acts.events import Events
from transforms.acts.roles import assign_roles
from transforms.annotations import Article, Credit, Dyad, Mention, Quote
from transforms.identities.pronouns import link_pronouns
from transforms.speech.credits import credit_outlets
from transforms.speech.cues import Cues
from transforms.speech.quotes import attribute_quotes
from transforms.speech.topics import mark_topics
from transforms.times.times import find_times
from warehouse.dictionaries import read_cues, read_events


@cache
def cues() -> Cues:
    return Cues.from_frame(read_cues())


@cache
def events() -> Events:
    return Events.from_frame(read_events())


class Told:
    """Quotes, credits, dyads and roles of one text, readable in tests as plain words."""

    def __init__(self, text: str, day: date | None = None) -> None:
        reading = Reading(text, day)
        self.text, self.tagged, self.mentions = text, reading.tagged, reading.mentions
        self.quotes: list[Quote] = attribute_quotes(self.tagged, self.mentions, cues())
        link_pronouns(self.tagged, self.mentions, self.quotes)
        self.credits: list[Credit] = credit_outlets(self.tagged, self.mentions, self.quotes)
        times = find_times(Article("a", text, published_at=day), self.tagged)
        self.dyads: list[Dyad] = code_dyads(self.tagged, self.mentions, self.quotes, times, events())
        assign_roles(self.tagged, self.mentions, self.quotes, self.dyads, self.credits)
        mark_topics(self.tagged, self.mentions)

    def words(self, mention: Mention | None) -> str | None:
        return None if mention is None else self.text[mention.start : mention.end]

    def said(self) -> list[tuple[str, str | None, str]]:
        """(kind, speaker, content) of each quotation; parts are joined with ' … '."""
        return [
            (
                quote.kind,
                self.text[slice(*quote.speaker_span)] if quote.speaker_span else None,
                " … ".join(self.text[a:b] for a, b in quote.content),
            )
            for quote in self.quotes
        ]

    def done(self) -> list[tuple[str | None, str | None, str | None]]:
        """(event, source, target) of each dyad."""
        return [(dyad.event, self.words(dyad.source), self.words(dyad.target)) for dyad in self.dyads]

    def role(self, words: str) -> str:
        (role,) = {mention.role for mention in self.mentions if self.words(mention) == words}
        return role
