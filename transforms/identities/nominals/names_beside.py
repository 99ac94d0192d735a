"""Descriptions whose name stands beside them ("a lawyer, Anna Berg") or behind them ("the city of Lyon")."""

from collections.abc import Iterator

from transforms.annotations import Mention, TaggedText
from transforms.identities.nominals.case import OF, Meaning, Nominal
from transforms.language.en.labels import APPOSITION

#: Kinds of bodies, which nobody is: "Roger Wicker, who chairs the NRSC, the organization that …".
_BODIES = frozenset({"organisation", "ngo", "agency", "company", "party", "igo"})
#: Tokens behind a description within which its name stands.
_NEAR = 9


def by_apposition(case: Nominal) -> Meaning | None:
    """The name that stands beside: "a lawyer, Kendrick Moxon", "Valeska Paris, an Australian woman"."""
    tagged, noun = case.around.tagged, case.noun
    if not tagged.has_syntax:
        return None
    for position in _beside(tagged, case.mention):
        name = case.around.owners.name_at(position)
        if name is None or name.actor_id is None or name.head != position or case.mention.is_plural:
            continue
        is_body = noun.common is not None and not _BODIES.isdisjoint(noun.common.kinds)
        is_personal = bool(noun.offices) or (noun.role is not None and not is_body)
        is_personal = is_personal or (noun.common is not None and "generic" in noun.common.kinds)
        if (name.ner == "PERSON") == is_personal:
            return Meaning(name.actor_id, "nominal.apposition", 0.8)
    return None


def _beside(tagged: TaggedText, mention: Mention) -> Iterator[int]:
    """Heads in apposition to a phrase: those behind it, then the one before it."""
    for child in tagged.children[mention.head]:
        if tagged.deps[child] == APPOSITION and mention.last <= child < mention.last + _NEAR:
            yield child
    if tagged.deps[mention.head] == APPOSITION and tagged.heads[mention.head] < mention.first:
        yield tagged.heads[mention.head]


def by_name_behind(case: Nominal) -> Meaning | None:
    """ "The state of Georgia", "the city of Lyon" are the place named."""
    common = case.noun.common
    if not case.is_definite or common is None or not any(kind.startswith("place:") or kind == "country" for kind in common.kinds):
        return None
    name = case.around.owners.after(case.mention.last, OF)
    actor = case.around.actor(name) if name is not None else None
    if actor is None or name is None or name.layer != "name" or actor.kind not in ("place", "country", "territory"):
        return None
    return Meaning(actor.actor_id, "nominal.named", 0.8) if name.head == name.last - 1 else None
