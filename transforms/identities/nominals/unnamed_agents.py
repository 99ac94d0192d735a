"""Descriptions of nobody in particular: one actor for one noun and country ("protesters in Iran")."""

from transforms.identities.generics import make_generic
from transforms.identities.nominals.case import DEFINITE, INDEFINITE, PALE_ADJECTIVES, Meaning, Nominal
from transforms.language import word_class
from transforms.language.en.labels import ADJECTIVE_MODIFIER, COMPOUND
from transforms.lexicon import Actor

#: Sectors of those who are often of another country than the one they are in.
_ANYWHERE = frozenset({"MIL", "SPY", "REF", "NGO", "IGO"})
#: What leads from people to the place they are of.
_HOME_LINKS = word_class("identities.home_links")
#: Where people run for an office, behind its name with these marks.
_CONTESTS, _POSSESSIVE_MARKS = word_class("identities.contests"), word_class("syntax.possessive_marks")
_OTHERS = word_class("identities.others")
_FOREIGN = word_class("identities.foreign")
_TELLING_APART = frozenset({ADJECTIVE_MODIFIER, COMPOUND})
#: Kinds of places and powers that tell the country of those who are in them.
_HOMES = ("country", "territory", "place", "government")


def by_contest(case: Nominal) -> Meaning | None:
    """Nobody in particular where the words only tell for which office people run: "the governor's race", "the mayor's seat"."""
    tagged, mark = case.around.tagged, case.mention.last
    behind = tagged.lowers[mark + 1] if mark + 1 < len(tagged.words) and tagged.lowers[mark] in _POSSESSIVE_MARKS else ""
    nobody = by_kind(case) if behind in _CONTESTS and case.noun.offices else None
    return nobody._replace(rule="office.contested") if nobody is not None else None


def by_kind(case: Nominal) -> Meaning | None:
    """The unnamed agents that the noun tells, of the owner or of the country they are in; "another group" is none of those named."""
    if case.words[0] in _OTHERS:
        return None
    noun, owner = case.noun, case.owner
    is_thing = noun.role is None and not noun.bodies and noun.common is not None
    if owner is None and not is_thing and not noun.sectors & _ANYWHERE and _FOREIGN.isdisjoint(case.words):
        owner = _home(case)
    modifiers: list[str] = []
    if is_thing:
        modifiers, owner = _distinction(case)
    actor = make_generic(noun, modifiers, owner)
    if actor is None:
        return None
    case.around.found.setdefault(actor.actor_id, actor)
    return Meaning(actor.actor_id, "nominal.generic", 0.4)


def _home(case: Nominal) -> Actor | None:
    """The country that unnamed agents are of by the place they are in: "protesters in Iran", and "the protesters" after them."""
    around, homes, last_word = case.around, case.around.memory.homes, case.words[-1]
    if case.words[0] in DEFINITE and last_word in homes:
        return homes[last_word]
    place = around.owners.after(case.mention.last, _HOME_LINKS)
    actor = around.actor(place) if place is not None else None
    if actor is None or actor.kind not in _HOMES or not actor.country:
        homes.pop(last_word, None)
        return None
    home = around.lexicon.country_actor(actor.country)
    if home is not None:
        homes[last_word] = home
    return home


def _distinction(case: Nominal) -> tuple[list[str], Actor | None]:
    """What tells one unnamed group or place from another: "religious" schools, and whose they are. Without it, the last ones of the noun
    are meant."""
    tagged, head, seen = case.around.tagged, case.mention.head, case.around.memory.distinctions
    words = [
        tagged.lowers[child]
        for child in tagged.children[head]
        if case.mention.first <= child < head and tagged.deps[child] in _TELLING_APART and tagged.words[child].isalpha()
    ]
    words = [word for word in words if word not in INDEFINITE and word not in PALE_ADJECTIVES]
    noun = tagged.lowers[head]
    if words:
        seen[noun] = words, case.owner
    elif case.is_definite and noun in seen:
        words, owner = seen[noun]
        return words, case.owner or owner
    return words, case.owner
