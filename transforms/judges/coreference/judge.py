"""Third-person pronouns by the judge of coreference: it weighs whom each may take up, and abstains where it is not sure."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from transforms.annotations import Mention, Quote, TaggedText
from transforms.judges.coreference.features import Scene
from transforms.judges.coreference.model import Ranker

#: From this probability on a pronoun is linked.
ENOUGH = 0.3


class Antecedent(NamedTuple):
    """Whom a pronoun takes up: the likeliest mention of the likeliest actor, or None where it stays open; the actor's probability and
    that of nobody."""

    mention: Mention | None
    probability: float
    nobody: float


class Coreference:
    """The judge at work on one text; pronouns are asked for in text order, and each answer is a candidate for the next."""

    def __init__(self, model: Ranker, tagged: TaggedText, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self._model = model
        self._scene = Scene(tagged, mentions, quotes)

    def find_antecedent(self, pronoun: Mention, thing: float) -> Antecedent:
        """Open where nobody is likely enough, or nobody likelier than anybody. `thing`: how present a thing is that is no actor."""
        case = self._scene.weigh(pronoun, thing)
        chances = self._model.probabilities(case.rows)
        actors: dict[str, float] = defaultdict(float)
        for candidate, chance in zip(case.candidates, chances, strict=False):
            actors[str(candidate.actor_id)] += float(chance)
        nobody = float(chances[-1])
        best = max(actors, key=lambda actor: actors[actor], default="")
        if actors[best] < max(ENOUGH, nobody):
            return Antecedent(None, actors[best], nobody)
        mine = [place for place, candidate in enumerate(case.candidates) if candidate.actor_id == best]
        return Antecedent(case.candidates[max(mine, key=lambda place: chances[place])], actors[best], nobody)
