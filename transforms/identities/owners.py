"""Whose body, office or people a noun speaks of: the adjective or name before it, the name after "of"."""

from collections.abc import Set

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.lexicon import Lexicon

_LINKS = word_class("identities.links")
_SKIPPED = word_class("syntax.articles")
POSSESSIVE_MARKS = word_class("syntax.possessive_marks")
#: What leads from a body to whose it is.
_OWNER_LINKS = word_class("identities.owner_links")


class Owners:
    """Looks up, for tokens, the actor that a modifier names."""

    def __init__(self, tagged: TaggedText, mentions: list[Mention], lexicon: Lexicon) -> None:
        self._tagged, self._lexicon = tagged, lexicon
        self._at: dict[int, Mention] = {}
        for mention in mentions:
            if mention.layer in ("name", "adjectival") and not _is_in_compound(tagged, mention):
                for position in range(mention.first, mention.last):
                    self._at[position] = mention

    def name_at(self, position: int) -> Mention | None:
        return self._at.get(position)

    def before(self, low: int, high: int) -> Mention | None:
        """The last mention between two tokens that names a country, place or organisation."""
        for position in range(high - 1, low - 1, -1):
            mention = self._at.get(position)
            if mention is not None and mention.ner != "PERSON":
                return mention
        return None

    def after(self, last: int, links: Set[str] = _LINKS) -> Mention | None:
        """The mention that follows after "of", "for" and the like."""
        tagged = self._tagged
        if last + 1 >= len(tagged.words) or tagged.lowers[last] not in links:
            return None
        position = last + 1
        while position < min(last + 3, len(tagged.words)) and tagged.lowers[position] in _SKIPPED:
            position += 1
        mention = self._at.get(position)
        return mention if mention is not None and mention.ner != "PERSON" else None

    def of(self, mention: Mention, noun_first: int, noun_last: int) -> str | None:
        """Id of the owner of a noun: inside a name in capitals, before it, or after it."""
        tagged = self._tagged
        inner = self._inside(mention)
        if inner is not None:
            return inner
        low = mention.first
        while (
            low > 0
            and tagged.sentence_of[low - 1] == tagged.sentence_of[mention.first]
            and (tagged.lowers[low - 1] in POSSESSIVE_MARKS or low - 1 in self._at)
            and mention.first - low < 5
        ):
            low -= 1
        found = self.before(low, noun_first) or self.after(noun_last, _OWNER_LINKS)
        return self.owner_id(found) if found is not None and found is not mention else None

    def _inside(self, mention: Mention) -> str | None:
        """The owner that a name holds in itself ("Russian Foreign Ministry")."""
        if mention.layer != "name":
            return None
        for hit in self._lexicon.find_names(self._tagged.text[mention.start : mention.end]):
            for alias in hit.aliases:
                actor = self._lexicon.actors.get(alias.actor_id)
                if alias.is_strong and actor is not None and actor.kind in ("country", "territory", "igo"):
                    return actor.actor_id
        return None

    def owner_id(self, mention: Mention) -> str | None:
        """The actor that can own bodies: a country itself for its government or cities, an organisation for itself."""
        actor = self._lexicon.actor(mention.actor_id) if mention.actor_id else None
        if actor is None:
            return None
        if actor.kind in ("igo", "bloc", "territory", "country"):
            return actor.actor_id
        state = self._lexicon.place_of.get(actor.actor_id, actor.actor_id) if actor.kind in ("place", "government") else ""
        if self._lexicon.place_kinds.get(state) == "state":
            return state  # the legislature of a state is not that of the country
        if actor.kind in ("government", "place", "ministry", "armed_force") and actor.country in self._lexicon.actors:
            return actor.country
        return actor.actor_id


def _is_in_compound(tagged: TaggedText, mention: Mention) -> bool:
    """Whether a hyphen joins it to a word that makes it no owner: "pro-Russian", "Iranian-backed"; not "Irish-American"."""
    return _joins(tagged, mention.first - 1, -1) or _joins(tagged, mention.last, 1)


def _joins(tagged: TaggedText, hyphen: int, step: int) -> bool:
    """Whether a word in lower case stands beyond a hyphen, with no space around it."""
    if not 0 < hyphen < len(tagged.words) - 1 or tagged.words[hyphen] != "-" or not tagged.words[hyphen + step].islower():
        return False
    return tagged.ends[hyphen - 1] == tagged.starts[hyphen] and tagged.ends[hyphen] == tagged.starts[hyphen + 1]
