"""What the judge of coreference looks at: a pronoun, one mention that it may take up, and what stands between and around them.

Features are numbers between about -1 and 1, one row a candidate and a last row for nobody. Most follow the literature on mention
ranking (Denis & Baldridge 2008, "Specialized models and ranking for coreference resolution"; Lappin & Leass 1994 for salience;
Webster et al. 2018, "Mind the GAP", for syntactic parallelism).
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from math import log1p
from typing import NamedTuple

import numpy as np

from transforms.annotations import Mention
from transforms.judges.coreference.alone import of_pronoun, row_of_candidate, row_of_nobody, speaks, starts_sentence
from transforms.judges.coreference.columns import COLUMN, FEATURES, Matrix, row_of
from transforms.judges.coreference.rivals import compare_rivals
from transforms.judges.coreference.scene import Scene, form_of
from transforms.judges.coreference.things import THING
from transforms.language import word_class
from transforms.language.en.labels import JOINED, OBJECTS, POSSESSOR, ROOT, SUBJECTS, VERBAL_TAGS

_REFLEXIVE = word_class("syntax.reflexives")
#: Steps up the tree from a pronoun, and from a candidate to what the pronoun owns.
_STEPS, _STEPS_TO_OWNED = 15, 6
_BACK = ("same sentence", "one back", "two back")
#: So many verbs above the pronoun are near.
_NEAR_VERBS = 2
_BOUND = frozenset({"subject", "object", "oblique"})
#: What is told of a candidate in the sentence of the pronoun alone.
_ELSEWHERE = dict.fromkeys(
    (
        "subject above", "subject far above", "subject after the fronted", "object above", "path", "in a fronted phrase", "nearest subject"
    ),
    0.0,
)  # fmt: skip
_NEVER: Mapping[str, int] = {}


class Case(NamedTuple):
    """A pronoun with whom it may take up: a row of `rows` each, and one more for nobody."""

    pronoun: Mention
    form: str
    candidates: list[Mention]
    rows: Matrix


def weigh(scene: Scene, pronoun: Mention, thing: float) -> Case:
    """The case of a third-person pronoun; pronouns are asked for in text order. `thing`: how present a thing is that is not an actor."""
    candidates = scene.advance(pronoun)
    rows = np.zeros((len(candidates) + 1, len(FEATURES)), dtype=np.float32)
    rows[-1] = row_of_nobody(scene, pronoun, candidates, thing)
    if candidates:
        asked = _Asked(scene, pronoun)
        np.stack([row_of_candidate(scene, candidate, asked.form) for candidate in candidates], out=rows[:-1])
        rows[:-1] += row_of(of_pronoun(scene, pronoun))
        rows[:, COLUMN["last of this form was a thing"]] = asked.follows_thing
        parts = zip(map(asked.beside, candidates), _ranks(pronoun, candidates), compare_rivals(scene, pronoun, candidates), strict=True)
        told = [{**one, **two, **three} for one, two, three in parts]
        values = np.fromiter((value for each in told for value in each.values()), np.float32, len(told) * len(told[0]))
        rows[:-1, [COLUMN[name] for name in told[0]]] = values.reshape(len(told), -1)
        places = [(number, column) for number, candidate in enumerate(candidates) for column in asked.places(candidate)]
        rows[tuple(zip(*places, strict=True))] = 1.0
    return Case(pronoun, scene.form(pronoun), candidates, rows)


def _ranks(pronoun: Mention, candidates: Sequence[Mention]) -> Iterator[dict[str, float]]:
    """How many candidates are nearer, how many other actors among these, and those of them who agree with the pronoun."""
    nearer, agreeing = set[str | None](), set[str | None]()
    for rank, candidate in enumerate(candidates):
        actor = candidate.actor_id
        yield {
            "rank": min(rank, 8) / 8,
            "actors between": min(len(nearer) - (actor in nearer), 5) / 5,
            "rank of those who agree": min(len(agreeing) - (actor in agreeing), 5) / 5,
        }
        nearer.add(actor)
        if candidate.gender == pronoun.gender and candidate.kind == "person":
            agreeing.add(actor)


class _Asked:
    """A pronoun, and what is looked at beside each of its candidates."""

    def __init__(self, scene: Scene, pronoun: Mention) -> None:
        tagged = scene.tagged
        self._scene, self._tagged, self._pronoun = scene, tagged, pronoun
        self.form = scene.form(pronoun)
        self._lower = tagged.lowers[pronoun.first]
        self._sentence = tagged.sentence_of[pronoun.first]
        self._paragraph = tagged.paragraph_of[self._sentence]
        self._place, self._clause = scene.place(pronoun), scene.clause(pronoun.head)
        self._starts, self._speaks = starts_sentence(scene, pronoun, 1), speaks(scene, pronoun)
        self._owned = tagged.heads[pronoun.head] if tagged.deps[pronoun.head] == POSSESSOR else None
        before = [m for m in scene.near if m.layer == "pronoun" and form_of(tagged.lowers[m.first]) == self.form]
        self._same_form = [mention.start for mention in before]
        self._last_of_form = before[-1].actor_id if before else None
        self.follows_thing = bool(before) and before[-1].rule == THING
        here = (m for m in scene.near if m.first < pronoun.first and tagged.sentence_of[m.first] == self._sentence)
        self._subjects = [mention for mention in here if scene.place(mention) == "subject"]
        self._actors: dict[str, dict[str, float]] = {}
        self._climb()

    def _climb(self) -> None:
        """The verbs above the pronoun, each with how many stand under it, and whether a subject stands behind the pronoun at the top."""
        tagged, position, steps = self._tagged, self._pronoun.head, 0
        self._verbs: dict[int, int] = {}
        while tagged.heads[position] != position and steps < _STEPS:
            position, steps = tagged.heads[position], steps + 1
            if tagged.tags[position] in VERBAL_TAGS:
                self._verbs[position] = len(self._verbs)
        lowest = min((child for child in tagged.children[position] if tagged.deps[child] in SUBJECTS), default=-1)
        self._path, self._is_fronted = min(steps, 8) / 8, lowest > self._pronoun.head

    def places(self, candidate: Mention) -> list[int]:
        """The columns of how far back it is, and of what the two are in their clauses."""
        back = self._sentence - self._tagged.sentence_of[candidate.first]
        far = "after" if candidate.start > self._pronoun.start else _BACK[back] if back < len(_BACK) else "further back"
        parallel = COLUMN.get(f"{self._scene.place(candidate)} then {self._place}")
        return [COLUMN[far]] if parallel is None else [COLUMN[far], parallel]

    def beside(self, candidate: Mention) -> dict[str, float]:
        """All other features of a candidate together with the pronoun, by name; of each candidate the same names in the same order."""
        sentence = self._tagged.sentence_of[candidate.first]
        is_subject = self._scene.place(candidate) == "subject"
        is_main = is_subject and self._tagged.deps[self._tagged.heads[candidate.head]] == ROOT
        return {
            **self._of_actor(candidate),
            **self._near(candidate, sentence),
            **self._in_clause(candidate),
            **(self._same_sentence(candidate, is_subject) if sentence == self._sentence else _ELSEWHERE),
            "subject of the sentence before": float(is_main and sentence == self._sentence - 1),
        }

    def _of_actor(self, candidate: Mention) -> dict[str, float]:
        actor = str(candidate.actor_id)
        found = self._actors.get(actor)
        if found is None:
            found = self._actors[actor] = self._tell_actor(actor)
        return found

    def _tell_actor(self, actor: str) -> dict[str, float]:
        """How often and as what an actor was named before, and whether again behind the pronoun."""
        scene, form = self._scene, self.form
        count, taken = scene.counts.get(actor, 0), scene.taken.get(actor, _NEVER)
        return {
            "named before": min(count, 6) / 6,
            "named once": float(count == 1),
            "first in text": float(scene.first_at.get(actor, 99) <= 2),
            "most named": float(count > 0 and count == scene.most),
            "subject before": min(scene.subjects.get(actor, 0), 4) / 4,
            "last subject": float(scene.last_subject == actor),
            "named behind": float(actor in scene.named_behind),
            "named in the next sentence": float(actor in scene.named_next),
            "taken up in this form": min(taken.get(form, 0), 3) / 3,
            "taken up in another form": float(any(other != form for other in taken)),
            "last of this form": float(self._last_of_form == actor),
            "speaker of this quotation": float(scene.speaker is not None and scene.speaker.actor_id == actor),
            "last speaker": float(scene.last_speaker == actor),
            "last speaker and pronoun speaks": float(scene.last_speaker == actor and self._speaks),
        }

    def _near(self, candidate: Mention, sentence: int) -> dict[str, float]:
        scene, pronoun, start = self._scene, self._pronoun, candidate.start
        between = len(self._same_form) - bisect_right(self._same_form, start)
        return {
            "distance": log1p(abs(pronoun.first - candidate.first)) / 5,
            "other paragraph": float(self._paragraph != self._tagged.paragraph_of[sentence]),
            "both start": float(self._starts and starts_sentence(scene, candidate, 2)),
            "forms between": min(between, 4) / 4,
            "both quoted": float(scene.quoted[pronoun.start] and scene.quoted[start]),
            "same quotation": float(scene.is_in_quotation(candidate)),
            "both speak": float(self._speaks and speaks(scene, candidate)),
            "same form": float(candidate.layer == "pronoun" and self._tagged.lowers[candidate.first] == self._lower),
        }

    def _in_clause(self, candidate: Mention) -> dict[str, float]:
        """How their clauses go together; what grammar forbids or demands: subject and object of one verb are two, a reflexive is the
        subject, "her friend Ann" another."""
        heads, mine, its = self._tagged.heads, self._clause, self._scene.clause(candidate.head)
        place, owned, is_same = self._scene.place(candidate), self._owned, mine == its
        is_reflexive = self._lower in _REFLEXIVE
        return {
            "same clause": float(is_same),
            "main clause of the pronoun": float(not is_same and heads[mine] == its),
            "sister clause": float(not is_same and (heads[mine] == heads[its] or heads[its] == mine)),
            "reflexive in clause": float(is_reflexive and is_same and place == "subject"),
            "one verb binds them": float(not is_reflexive and owned is None and is_same and place in _BOUND),
            "owned phrase holds it": float(owned is not None and _hangs_on(heads, candidate.head, owned)),
            "around the pronoun": float(heads[self._pronoun.head] == candidate.head),
        }

    def _same_sentence(self, candidate: Mention, is_subject: bool) -> dict[str, float]:
        """Whether the candidate is subject or object of a verb above the pronoun, near or far, also where the pronoun stands in front."""
        tagged, head = self._tagged, candidate.head
        while tagged.deps[head] in JOINED and tagged.heads[head] != head:
            head = tagged.heads[head]
        under = self._verbs.get(tagged.heads[head], -1)
        is_above = under >= 0 and tagged.deps[head] in SUBJECTS and head != self._pronoun.head
        nearest = is_subject and len({m.actor_id for m in self._subjects if candidate.first <= m.first}) == 1
        values = (
            is_above and under < _NEAR_VERBS, is_above and under >= _NEAR_VERBS, is_above and candidate.start > self._pronoun.start,
            under >= 0 and tagged.deps[head] in OBJECTS, self._path, self._is_fronted, nearest,
        )  # fmt: skip
        return dict(zip(_ELSEWHERE, map(float, values), strict=True))


def _hangs_on(heads: Sequence[int], position: int, above: int) -> bool:
    for _ in range(_STEPS_TO_OWNED):
        if position == above:
            return True
        position = heads[position]
    return False
