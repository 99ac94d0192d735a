"""When the name of a federal state means its government: news name states mostly as places, electorates and homes of people.

"Texas sued", "Bavaria's health minister" and "a lawsuit against Punjab" speak of those who govern there; "won Texas", "Texas alone would
not do" and "Alaska's Mark Begich" do not."""

from transforms.annotations import Mention, TaggedText
from transforms.language import word_class
from transforms.language.en.grammar import first_joined
from transforms.language.en.labels import AGENT, DESCRIBERS, JOINED, OBJECTS, POSSESSOR, PREPOSITION_OBJECT, SUBJECT
from transforms.lexicon import Lexicon

#: What governments do, and what is done to them.
_GOVERNING, _DONE_TO_GOVERNMENTS = word_class("identities.governing"), word_class("identities.done_to_governments")
#: What governments have, and what is brought against them.
_PAPERS = word_class("identities.papers_of_governments")
#: Who sits for a state elsewhere and does not govern it.
_SITTING = word_class("identities.sitting_elsewhere")
_AGAINST, _BY = "against", "by"


def governs(tagged: TaggedText, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the sentence speaks of the state as of a government."""
    if not tagged.has_syntax:
        return False
    head = first_joined(tagged, mention.head, JOINED)
    dep, word = tagged.deps[head], tagged.lowers[tagged.heads[head]]
    if dep == SUBJECT:
        return word in _GOVERNING
    if dep in OBJECTS:
        return word in _DONE_TO_GOVERNMENTS
    if dep == PREPOSITION_OBJECT:
        above = tagged.heads[tagged.heads[head]]
        is_agent = word == _BY and (tagged.deps[tagged.heads[head]] == AGENT or tagged.lowers[above] in _GOVERNING)
        return is_agent or (word == _AGAINST and tagged.lowers[above] in _PAPERS)
    return dep in (POSSESSOR, *DESCRIBERS) and _has(tagged.lowers, mention.last, tagged.heads[head], lexicon)


def _has(lowers: list[str], low: int, thing: int, lexicon: Lexicon) -> bool:
    """Whether the state has a body, office or paper of a government; not who sits for it in another parliament."""
    if thing < low or lowers[thing] in _SITTING:
        return False
    if lowers[thing] in _PAPERS:
        return True
    _, noun = next(iter(lexicon.nouns_ending(lowers, thing + 1)), (0, None))
    return noun is not None and (any(body.suffix for body in noun.bodies) or any(office.suffix for office in noun.offices))
