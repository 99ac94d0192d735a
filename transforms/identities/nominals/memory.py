"""What an article has named up to a point, as later descriptions take it up."""

from collections.abc import Mapping, Set

from transforms.annotations import Mention, TaggedText
from transforms.identities.offices import title_key
from transforms.lexicon import Actor, Lexicon


class Memory:
    """Grows in text order; `held` are the offices (owner, office) and `titles` the titles that the text gives a person."""

    def __init__(
        self, tagged: TaggedText, lexicon: Lexicon, held: Mapping[str, Set[tuple[str, str]]], titles: Mapping[str, Set[str]]
    ) -> None:
        self._tagged, self._lexicon, self._titles, self.held = tagged, lexicon, titles, held
        self.mentions: list[Mention] = []
        self.armed_groups: set[str] = set()
        self.bodies: dict[str, str] = {}
        """By suffix: the body of that sort named last."""
        self.phrases: dict[str, str] = {}
        """By last word: whom a phrase that ended so meant."""
        self.holders: dict[str, str] = {}
        """By office: the person named last who has it."""
        self.titled: dict[str, tuple[str, str]] = {}
        """By the last word of a title (see `title_key`): the person named last who bears it, and the whole title."""
        self.distinctions: dict[str, tuple[list[str], Actor | None]] = {}
        """By noun: what distinguished unnamed ones, and whose they were."""
        self.homes: dict[str, Actor] = {}
        """By the last word of a phrase for unnamed agents: the country they are in."""

    def note(self, mention: Mention, actor: Actor | None) -> None:
        """Remember a mention and the actor that it means, if one is known."""
        self.mentions.append(mention)
        if actor is not None and actor.kind == "armed_group":
            self.armed_groups.add(actor.actor_id)
        if mention.actor_id is None:
            return
        if "." in mention.actor_id and mention.layer != "adjectival":
            self.bodies[self._lexicon.split_body(mention.actor_id)[1]] = mention.actor_id
        if mention.layer == "nominal" and not mention.actor_id.startswith("GENERIC."):
            self.phrases[self._tagged.lowers[mention.last - 1]] = mention.actor_id
        for _, office_id in self.held.get(mention.actor_id, ()):
            self.holders[office_id] = mention.actor_id
        for title in self._titles.get(mention.actor_id, ()):
            self.titled[title_key(title)] = (mention.actor_id, title)
