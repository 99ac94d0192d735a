"""Third-person pronouns by the judge of coreference: it weighs whom each may take up, and abstains where it is not sure."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from transforms.annotations import Mention, Quote, TaggedText
from transforms.judges.coreference.features import Case, weigh
from transforms.judges.coreference.model import Ranker
from transforms.judges.coreference.scene import Scene
from transforms.judges.coreference.things import is_thing

#: From this probability on a pronoun of the form is linked; "it" and "they" may stand for things, which no list of actors holds.
ENOUGH = {"he": 0.4, "she": 0.4, "it": 0.6, "they": 0.7}


class Antecedent(NamedTuple):
    """Whom a pronoun refers to, if anybody: the likeliest mention of the likeliest actor, else None; that actor's probability,
    and that of nobody."""

    mention: Mention | None
    probability: float
    nobody: float

    def is_enough(self, enough: float) -> bool:
        """Whether to link: the actor is likely enough, and likelier than nobody."""
        return self.mention is not None and self.probability >= max(enough, self.nobody)


def find_likeliest(model: Ranker, case: Case) -> Antecedent:
    """Of all actors the likeliest, the probabilities of whose mentions add up; those of things add up to nobody's."""
    *chances, nobody = model.probabilities(case.rows).tolist()
    actors: dict[str, float] = defaultdict(float)
    for candidate, chance in zip(case.candidates, chances, strict=True):
        if is_thing(candidate):
            nobody += chance
        else:
            actors[str(candidate.actor_id)] += chance
    best = max(actors, key=lambda actor: actors[actor], default="")
    mine = [place for place, candidate in enumerate(case.candidates) if candidate.actor_id == best]
    mention = case.candidates[max(mine, key=lambda place: chances[place])] if mine else None
    return Antecedent(mention, actors[best], nobody)


class Coreference:
    """The judge at work on one text; pronouns are asked for in text order, and each answer is a candidate for the next."""

    def __init__(self, model: Ranker, tagged: TaggedText, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self._model = model
        self._scene = Scene(tagged, mentions, quotes)

    def find_antecedent(self, pronoun: Mention, thing: float) -> Antecedent:
        """The likeliest antecedent, enough or not. `thing`: how present a thing is that is not an actor."""
        return find_likeliest(self._model, weigh(self._scene, pronoun, thing))

    def is_enough(self, pronoun: Mention, found: Antecedent) -> bool:
        """Whether to link the pronoun to what was found for it."""
        return found.is_enough(ENOUGH[self._scene.form(pronoun)])
