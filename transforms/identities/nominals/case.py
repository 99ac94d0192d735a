"""A common-noun phrase as its rules see it, with the article around it."""

from dataclasses import dataclass
from typing import NamedTuple

from transforms.annotations import Article, Mention, TaggedText
from transforms.identities.antecedents import Antecedents
from transforms.identities.homes import Homes
from transforms.identities.nominals.memory import Memory
from transforms.identities.owners import Owners
from transforms.language import word_class
from transforms.language.en.labels import ADJECTIVE_MODIFIER, ING_FORM, NOUN_CLAUSE, PREPOSITION_TAG
from transforms.lexicon import Actor, Lexicon, Noun
from warehouse.vocabulary import STATE_KINDS

DEFINITE = word_class("syntax.definite")
INDEFINITE = word_class("syntax.indefinite")
PALE_ADJECTIVES = word_class("identities.pale_adjectives")
OF = word_class("syntax.of")
#: Kinds of actors of which bodies can be composed.
WITH_BODIES = frozenset({*STATE_KINDS, "igo", "bloc", "place"})
#: Sectors of those who fight for no state.
FIGHTING = frozenset({"REB", "UAF"})
#: What tells which one is meant, so that it need not have been named before.
_RESTRICTING = word_class("identities.restricting")
_WHICH, _TO = "which", "TO"


class Meaning(NamedTuple):
    """Whom a phrase means, by which rule, how surely (0..1)."""

    actor_id: str
    rule: str
    confidence: float


#: What everybody's country is called, and tokens behind "of" within which it stands.
_COUNTRIES, _OWNER_REACH = word_class("identities.country_nouns"), 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the descriptions of one article share; actors that no dictionary knows stand in `found`."""

    article: Article
    tagged: TaggedText
    lexicon: Lexicon
    owners: Owners
    homes: Homes
    antecedents: Antecedents
    memory: Memory
    found: dict[str, Actor]

    def actor(self, mention: Mention) -> Actor | None:
        """Whom a mention means."""
        return find_actor(mention, self.lexicon, self.found)


def find_actor(mention: Mention, lexicon: Lexicon, found: dict[str, Actor]) -> Actor | None:
    """Whom a mention means, of the lexicon or of those found in the article."""
    if mention.actor_id is None:
        return None
    return lexicon.actor(mention.actor_id) or found.get(mention.actor_id)


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase, its noun and the noun's first token, its words in lower case, and its owner if one is named."""

    around: Surroundings
    mention: Mention
    noun: Noun
    first: int
    words: list[str]
    owner: Actor | None

    @property
    def is_definite(self) -> bool:
        return self.words[0] in DEFINITE

    @property
    def is_plain(self) -> bool:
        """Whether only vague adjectives say which one is meant, so that it must have been named before."""
        lowers, mention = self.around.tagged.lowers, self.mention
        between = lowers[mention.first + 1 : self.first]
        follows = lowers[mention.last] if mention.last < len(lowers) else ""
        return all(word in PALE_ADJECTIVES for word in between) and follows not in _RESTRICTING and not self._is_told_behind

    @property
    def _is_told_behind(self) -> bool:
        """Whether what stands right behind tells which one is meant: "the group to which they belong", "the team prosecuting him"."""
        tagged, last = self.around.tagged, self.mention.last
        if tagged.lowers[last + 1 : last + 2] == [_WHICH] and tagged.tags[last] in (PREPOSITION_TAG, _TO):
            return True
        is_beside = tagged.has_syntax and last < len(tagged.words) and tagged.heads[last] == self.mention.head
        return is_beside and (
            tagged.deps[last] == ADJECTIVE_MODIFIER or (tagged.deps[last] == NOUN_CLAUSE and tagged.tags[last] == ING_FORM)
        )


def is_of_another(case: Nominal) -> bool:
    """Whether an office is of somebody told behind it, of whom nothing is known: "the president of the union", not "of the country"."""
    lowers, last = case.around.tagged.lowers, case.mention.last
    if not case.noun.offices or case.noun.bodies or lowers[last : last + 1] != ["of"]:
        return False
    if case.around.tagged.tags[last + 1 : last + 2] == [ING_FORM]:
        return False  # "accused the president of lying"
    return _COUNTRIES.isdisjoint(lowers[last + 1 : last + 1 + _OWNER_REACH])
