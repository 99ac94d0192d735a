"""What the judge of coreference looks at: a pronoun, one mention that it may take up, and what stands between and around them.

Features are numbers between about -1 and 1, one row a candidate and a last row for nobody. Most follow the literature on mention
ranking (Denis & Baldridge 2008, "Specialized models and ranking for coreference resolution"; Lappin & Leass 1994 for salience;
Webster et al. 2018, "Mind the GAP", for syntactic parallelism).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from math import log1p
from typing import NamedTuple

import numpy as np

from transforms.annotations import Mention
from transforms.judges.coreference.alone import of_pronoun, row_of_candidate, row_of_nobody, speaks, starts_sentence
from transforms.judges.coreference.columns import COLUMN, FEATURES, TOGETHER, Matrix, row_of
from transforms.judges.coreference.rivals import compare_rivals
from transforms.judges.coreference.scene import Scene, form_of
from transforms.language import word_class
from transforms.language.en.labels import JOINED, OBJECTS, POSSESSOR, ROOT, SUBJECTS, VERBAL_TAGS

_REFLEXIVE = word_class("syntax.reflexives")
#: Steps up the tree from a pronoun, and from a candidate to what the pronoun owns.
_STEPS, _STEPS_TO_OWNED = 15, 6
_BACK = ("same sentence", "one back", "two back")
_TOGETHER = [COLUMN[name] for name in TOGETHER]
_NEVER: Mapping[str, int] = {}


class Case(NamedTuple):
    """A pronoun with whom it may take up: a row of `rows` each, and one more for nobody."""

    pronoun: Mention
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
        values = zip(map(asked.beside, candidates), _ranks(pronoun, candidates), compare_rivals(scene, pronoun, candidates), strict=True)
        rows[:-1, _TOGETHER] = [[*map((one | two | three).get, TOGETHER, repeat(0.0))] for one, two, three in values]
    return Case(pronoun, candidates, rows)


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
        self._above = {"path": min(steps, 8) / 8, "in a fronted phrase": float(lowest > self._pronoun.head)}

    def beside(self, candidate: Mention) -> dict[str, float]:
        """The features of a candidate together with the pronoun, by name."""
        sentence = self._tagged.sentence_of[candidate.first]
        row = self._of_actor(candidate) | self._speech(candidate)
        self._distance(row, candidate, sentence)
        self._grammar(row, candidate)
        self._binding(row, candidate)
        if sentence == self._sentence:
            self._same_sentence(row, candidate)
        elif sentence == self._sentence - 1:
            is_main = self._tagged.deps[self._tagged.heads[candidate.head]] == ROOT
            row["subject of the sentence before"] = float(self._scene.place(candidate) == "subject" and is_main)
        return row

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

    def _speech(self, candidate: Mention) -> dict[str, float]:
        scene, pronoun = self._scene, self._pronoun
        return {
            "both quoted": float(scene.quoted[pronoun.start] and scene.quoted[candidate.start]),
            "same quotation": float(scene.is_in_quotation(candidate)),
            "both speak": float(self._speaks and speaks(scene, candidate)),
        }

    def _distance(self, row: dict[str, float], candidate: Mention, sentence: int) -> None:
        pronoun, back = self._pronoun, self._sentence - sentence
        if candidate.start > pronoun.start:
            row["after"] = 1.0
        else:
            row[_BACK[back] if back < len(_BACK) else "further back"] = 1.0
        row["distance"] = log1p(abs(pronoun.first - candidate.first)) / 5
        row["other paragraph"] = float(self._paragraph != self._tagged.paragraph_of[sentence])
        row["both start"] = float(self._starts and starts_sentence(self._scene, candidate, 2))
        row["forms between"] = min(sum(start > candidate.start for start in self._same_form), 4) / 4

    def _grammar(self, row: dict[str, float], candidate: Mention) -> None:
        heads, mine, its = self._tagged.heads, self._clause, self._scene.clause(candidate.head)
        parallel = f"{self._scene.place(candidate)} then {self._place}"
        if parallel in COLUMN:
            row[parallel] = 1.0
        row["same form"] = float(candidate.layer == "pronoun" and self._tagged.lowers[candidate.first] == self._lower)
        row["same clause"] = float(mine == its)
        if mine != its:
            row["main clause of the pronoun"] = float(heads[mine] == its)
            row["sister clause"] = float(heads[mine] == heads[its] or heads[its] == mine)

    def _binding(self, row: dict[str, float], candidate: Mention) -> None:
        """What grammar forbids or demands: subject and object of one verb are two, a reflexive is the subject, "her friend Ann" another."""
        heads, place, owned = self._tagged.heads, self._scene.place(candidate), self._owned
        is_same = self._clause == self._scene.clause(candidate.head)
        if self._lower in _REFLEXIVE:
            row["reflexive in clause"] = float(is_same and place == "subject")
        elif owned is None:
            row["one verb binds them"] = float(is_same and place in ("subject", "object", "oblique"))
        if owned is not None:
            row["owned phrase holds it"] = float(_hangs_on(heads, candidate.head, owned))
        row["around the pronoun"] = float(heads[self._pronoun.head] == candidate.head)

    def _same_sentence(self, row: dict[str, float], candidate: Mention) -> None:
        """Whether the candidate is subject or object of a verb above the pronoun, near or far, also where the pronoun stands in front."""
        row.update(self._above)
        tagged, head = self._tagged, candidate.head
        while tagged.deps[head] in JOINED and tagged.heads[head] != head:
            head = tagged.heads[head]
        under = self._verbs.get(tagged.heads[head])
        if under is not None and tagged.deps[head] in SUBJECTS and head != self._pronoun.head:
            row["subject above" if under < 2 else "subject far above"] = 1.0
            row["subject after the fronted"] = float(candidate.start > self._pronoun.start)
        elif under is not None and tagged.deps[head] in OBJECTS:
            row["object above"] = 1.0
        if self._scene.place(candidate) == "subject":
            row["nearest subject"] = float(len({m.actor_id for m in self._subjects if candidate.first <= m.first}) == 1)


def _hangs_on(heads: Sequence[int], position: int, above: int) -> bool:
    for _ in range(_STEPS_TO_OWNED):
        if position == above:
            return True
        position = heads[position]
    return False
