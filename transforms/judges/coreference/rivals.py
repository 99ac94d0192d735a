"""How the candidates of a pronoun stand to each other: who comes first, who is alone, who is highest in its sentence.

The order is that of Hobbs (1978, "Resolving pronoun references"): sentence by sentence back, each from left to right. The heights are
those of centering (Grosz, Joshi and Weinstein 1995): subject, object, the rest.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.annotations import Mention
from transforms.judges.coreference.scene import Scene

_HEIGHTS = {"subject": 0, "object": 1}
_LOWEST = 2
#: Actor, start and height of a candidate.
type _Rival = tuple[str | None, int, tuple[int, int]]


def compare_rivals(scene: Scene, pronoun: Mention, candidates: Sequence[Mention]) -> Iterator[dict[str, float]]:
    """Features by name of each candidate, in their order, beside those that agree with the pronoun as far as is known."""
    sentence_of = scene.tagged.sentence_of
    is_person = scene.form(pronoun) in ("he", "she")
    agreeing = [candidate for candidate in candidates if not is_person or _may_be_person(candidate, pronoun)]
    agreeing.sort(key=lambda candidate: (-sentence_of[candidate.first], candidate.start))
    alone = float(len({candidate.actor_id for candidate in agreeing}) == 1)
    before: dict[str | None, int] = {}  # by actor, how many others come first
    in_sentence: dict[int, list[_Rival]] = defaultdict(list)
    for candidate in agreeing:
        in_sentence[sentence_of[candidate.first]].append((candidate.actor_id, candidate.start, _height(scene, candidate)))
        before.setdefault(candidate.actor_id, len(before))
    for candidate in candidates:
        others = [rival for rival in in_sentence[sentence_of[candidate.first]] if rival[0] != candidate.actor_id]
        height = _height(scene, candidate)
        yield {
            "order": min(before.get(candidate.actor_id, len(before)), 6) / 6,
            "alone": alone,
            "alone in its sentence": float(not others),
            "first of its sentence": float(all(candidate.start < start for _, start, _ in others)),
            "highest of its sentence": float(all(height < other for _, _, other in others)),
        }


def _height(scene: Scene, candidate: Mention) -> tuple[int, int]:
    return _HEIGHTS.get(scene.place(candidate), _LOWEST), candidate.start


def _may_be_person(candidate: Mention, pronoun: Mention) -> bool:
    return candidate.kind in ("person", "generic") and candidate.gender in (None, pronoun.gender)
