"""What the judge of coreference looks at: a pronoun, one mention that it may take up, and what stands between and around them.

Features are numbers between about -1 and 1, one row a candidate and a last row for nobody. Most follow the literature on mention
ranking (Denis & Baldridge 2008, "Specialized models and ranking for coreference resolution"; Lappin & Leass 1994 for salience;
Webster et al. 2018, "Mind the GAP", for syntactic parallelism).
"""

from collections.abc import Mapping, Sequence
from math import log1p
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.annotations import Mention
from transforms.judges.coreference.rivals import compare_rivals
from transforms.judges.coreference.scene import Scene, form_of
from transforms.language import word_class
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    AGENT,
    APPOSITION,
    CONJUNCT,
    JOINED,
    NOUN_TAGS,
    OBJECTS,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION_OBJECT,
    ROOT,
    SUBJECTS,
    VERBAL_TAGS,
)

#: The verbs of saying with which the weights were fitted.
_SPEECH_VERBS = word_class("identities.saying_as_fitted")
_REFLEXIVE = word_class("syntax.reflexives")

_PLACE_NAMES = ("subject", "object", "oblique", "owner", "predicate", "root", "other")
_FORMS = ("he", "she", "it", "they")
_KIND_NAMES = ("person", "generic", "country", "place", "organised", "people", "none")
_ORGANISED = frozenset(
    "government ministry agency legislature judiciary armed_force police intelligence armed_group igo bloc ngo party company religious "
    "education organisation outlet".split()
)
#: The columns in order; each is filled by its name.
FEATURES: tuple[str, ...] = (
    "nobody", *(f"form {form}" for form in _FORMS), *(f"nobody {form}" for form in _FORMS),
    "candidates", "persons here", "things here",
    "same sentence", "one back", "two back", "further back", "after", "distance", "rank", "rank of those who agree", "actors between",
    "other paragraph", "paragraphs first",
    *(f"candidate {place}" for place in _PLACE_NAMES), *(f"pronoun {place}" for place in _PLACE_NAMES),
    *(f"{one} then {other}" for one in ("subject", "object", "oblique", "owner") for other in ("subject", "object", "oblique", "owner")),
    "name", "description", "pronoun", "same form",
    *(f"kind {kind}" for kind in _KIND_NAMES),
    "gender agrees", "gender conflicts", "number agrees", "number conflicts", "person for thing", "thing for person",
    "named before", "named once", "first in text", "in title", "subject before", "last subject", "most named",
    "apposed or joined", "inside an appositive", "conjunct", "same clause", "main clause of the pronoun", "sister clause",
    "subject above", "subject far above", "subject after the fronted", "in a fronted phrase", "path", "nearest subject",
    "subject of the sentence before",
    "complement of a noun", "forms between", "last of this form", "gender of the actor agrees", "gender of the actor conflicts",
    "object above", "passive subject", "by agent", "in brackets",
    "one verb binds them", "owned phrase holds it", "around the pronoun", "reflexive in clause",
    "pronoun quoted", "candidate quoted", "both quoted", "speaker of this quotation", "speaker of another quotation",
    "last speaker", "last speaker and pronoun speaks", "same quotation",
    "pronoun speaks", "candidate speaks", "both speak",
    "order", "alone", "alone in its sentence", "first of its sentence", "highest of its sentence",
    "named behind", "named in the next sentence", "taken up in this form", "taken up in another form",
    "starts sentence", "pronoun starts sentence", "both start", "pronoun in leading clause", "length", "surname alone", "thing weight",
)  # fmt: skip
COLUMN = {name: place for place, name in enumerate(FEATURES)}
Matrix = npt.NDArray[np.float32]


class Case(NamedTuple):
    """A pronoun with whom it may take up: a row of `rows` each, and one more for nobody."""

    pronoun: Mention
    candidates: list[Mention]
    rows: Matrix


def weigh(scene: Scene, pronoun: Mention, thing: float) -> Case:
    """The case of a third-person pronoun; pronouns are asked for in text order. `thing`: how present a thing is that is not an actor."""
    candidates = scene.advance(pronoun)
    nearer, agreeing = set[str | None](), set[str | None]()  # actors of the candidates before, and those of them who agree
    rows = []
    compared = compare_rivals(scene, pronoun, candidates)
    for rank, (candidate, beside) in enumerate(zip(candidates, compared, strict=True)):
        rivals = (len(nearer - {candidate.actor_id}), len(agreeing - {candidate.actor_id}))
        rows.append(_as_row(_values(scene, pronoun, candidate, rank, rivals) | beside))
        nearer.add(candidate.actor_id)
        if candidate.gender == pronoun.gender and candidate.kind == "person":
            agreeing.add(candidate.actor_id)
    rows.append(_as_row(_nobody(scene, pronoun, candidates, thing)))
    return Case(pronoun, candidates, np.array(rows, dtype=np.float32))


def _as_row(values: Mapping[str, float]) -> list[float]:
    row = [0.0] * len(FEATURES)
    for name, value in values.items():
        row[COLUMN[name]] = value
    return row


def _values(scene: Scene, pronoun: Mention, candidate: Mention, rank: int, rivals: tuple[int, int]) -> dict[str, float]:
    """Features by name; `rivals`: other actors among the nearer candidates, and those of them who agree with the pronoun."""
    tagged = scene.tagged
    form = scene.form(pronoun)
    actor = str(candidate.actor_id)
    row = {f"form {form}": 1.0, "length": min(candidate.last - candidate.first, 5) / 5}
    _distance(scene, row, pronoun, candidate, rank, rivals)
    _grammar(scene, row, pronoun, candidate)
    _binding(scene, row, pronoun, candidate)
    row[{"name": "name", "nominal": "description", "pronoun": "pronoun"}[candidate.layer]] = 1.0
    if candidate.layer == "pronoun":
        row["same form"] = float(tagged.lowers[candidate.first] == tagged.lowers[pronoun.first])
    kind = "organised" if candidate.kind in _ORGANISED else "country" if candidate.kind == "territory" else candidate.kind or "none"
    row[f"kind {kind if kind in _KIND_NAMES else 'none'}"] = 1.0
    _agreement(row, form, candidate)
    count = scene.counts.get(actor, 0)
    row["named before"] = min(count, 6) / 6
    row["named once"] = float(count == 1)
    row["first in text"] = float(scene.first_at.get(actor, 99) <= 2)
    row["most named"] = float(count > 0 and count == scene.most)
    row["subject before"] = min(scene.subjects.get(actor, 0), 4) / 4
    row["last subject"] = float(scene.last_subject == actor)
    row["in title"] = float(tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[candidate.first]]].kind == "title")
    row["surname alone"] = float(candidate.layer == "name" and candidate.last - candidate.first == 1)
    _speech(scene, row, pronoun, candidate)
    _above(scene, row, pronoun, candidate)
    _chain(scene, row, pronoun, candidate, form)
    row["named behind"] = float(actor in scene.named_behind)
    row["named in the next sentence"] = float(actor in scene.named_next)
    taken: Mapping[str, int] = scene.taken.get(actor, {})
    row["taken up in this form"] = min(taken.get(form, 0), 3) / 3
    row["taken up in another form"] = float(any(other != form for other in taken))
    return row


def _chain(scene: Scene, row: dict[str, float], pronoun: Mention, candidate: Mention, form: str) -> None:
    """Pronouns of the same form between the two, and what the last of them refers to; the gender that the actor has elsewhere."""
    between = 0
    last: Mention | None = None
    for mention in reversed(scene.near):
        if mention.start < candidate.start and last is not None:
            break
        if mention.layer == "pronoun" and mention.start < pronoun.start and form_of(scene.tagged.lowers[mention.first]) == form:
            last = last or mention
            between += mention.start > candidate.start
    row["forms between"] = min(between, 4) / 4
    row["last of this form"] = float(last is not None and last.actor_id == candidate.actor_id)
    gender = {"he": "m", "she": "f"}.get(form)
    told = scene.genders.get(str(candidate.actor_id))
    row["gender of the actor agrees"] = float(gender is not None and told == gender)
    row["gender of the actor conflicts"] = float(gender is not None and told is not None and told != gender)


def _above(scene: Scene, row: dict[str, float], pronoun: Mention, candidate: Mention) -> None:
    """Whether the candidate is subject or object of a verb above the pronoun, near or far, also where the pronoun stands in front."""
    tagged, deps, heads = scene.tagged, scene.tagged.deps, scene.tagged.heads
    row["passive subject"] = float(deps[candidate.head] == PASSIVE_SUBJECT)
    governor = heads[candidate.head]
    row["by agent"] = float(deps[candidate.head] == PREPOSITION_OBJECT and deps[governor] == AGENT)
    row["complement of a noun"] = float(deps[candidate.head] == PREPOSITION_OBJECT and tagged.tags[heads[governor]] in NOUN_TAGS)
    row["in brackets"] = float(candidate.first > 0 and tagged.words[candidate.first - 1] in ("(", "-", "--"))
    if tagged.sentence_of[candidate.first] == tagged.sentence_of[pronoun.first] - 1:
        row["subject of the sentence before"] = float(scene.place(candidate) == "subject" and deps[heads[candidate.head]] == ROOT)
    if tagged.sentence_of[candidate.first] != tagged.sentence_of[pronoun.first]:
        return
    position, steps, verbs = pronoun.head, 0, 0
    while heads[position] != position and steps < 15:
        position, steps = heads[position], steps + 1
        if tagged.tags[position] not in VERBAL_TAGS:
            continue
        verbs += 1
        head = candidate.head
        while deps[head] in JOINED and heads[head] != head:
            head = heads[head]
        if heads[head] == position and deps[head] in SUBJECTS and head != pronoun.head:
            row["subject above" if verbs <= 2 else "subject far above"] = 1.0
            if candidate.start > pronoun.start:
                row["subject after the fronted"] = 1.0
        elif heads[head] == position and deps[head] in OBJECTS:
            row["object above"] = 1.0
    row["path"] = min(steps, 8) / 8
    lowest = min((p for p in tagged.children[position] if deps[p] in SUBJECTS), default=-1)
    row["in a fronted phrase"] = float(lowest > pronoun.head)
    subjects = [m for m in scene.near if candidate.first <= m.first < pronoun.first and scene.place(m) == "subject"]
    row["nearest subject"] = float(subjects != [] and len({m.actor_id for m in subjects}) == 1 and scene.place(candidate) == "subject")


def _distance(scene: Scene, row: dict[str, float], pronoun: Mention, candidate: Mention, rank: int, rivals: tuple[int, int]) -> None:
    tagged = scene.tagged
    here, there = tagged.sentence_of[pronoun.first], tagged.sentence_of[candidate.first]
    back = here - there
    if candidate.start > pronoun.start:
        row["after"] = 1.0
    else:
        row[("same sentence", "one back", "two back")[back] if back < 3 else "further back"] = 1.0
    row["distance"] = log1p(abs(pronoun.first - candidate.first)) / 5
    row["rank"] = min(rank, 8) / 8
    row["actors between"] = min(rivals[0], 5) / 5
    row["rank of those who agree"] = min(rivals[1], 5) / 5
    row["other paragraph"] = float(tagged.paragraph_of[here] != tagged.paragraph_of[there])
    row["paragraphs first"] = float(there == 0 or tagged.paragraph_of[there] != tagged.paragraph_of[there - 1])
    row["starts sentence"] = float(candidate.first - tagged.sentences[there][0] <= 2)
    row["pronoun starts sentence"] = float(pronoun.first - tagged.sentences[here][0] <= 1)
    row["both start"] = row["starts sentence"] * row["pronoun starts sentence"]


def _grammar(scene: Scene, row: dict[str, float], pronoun: Mention, candidate: Mention) -> None:
    tagged = scene.tagged
    one, other = scene.place(candidate), scene.place(pronoun)
    row[f"candidate {one}"] = 1.0
    row[f"pronoun {other}"] = 1.0
    if f"{one} then {other}" in COLUMN:
        row[f"{one} then {other}"] = 1.0
    row["apposed or joined"] = float(tagged.deps[candidate.head] in JOINED)
    row["inside an appositive"] = float(tagged.deps[candidate.head] == APPOSITION)
    row["conjunct"] = float(tagged.deps[candidate.head] == CONJUNCT)
    mine, its = scene.clause(pronoun.head), scene.clause(candidate.head)
    row["same clause"] = float(mine == its)
    row["main clause of the pronoun"] = float(mine != its and tagged.heads[mine] == its)
    row["sister clause"] = float(mine != its and tagged.heads[mine] == tagged.heads[its] or tagged.heads[its] == mine and mine != its)
    row["pronoun in leading clause"] = float(tagged.deps[mine] == ADVERBIAL_CLAUSE and mine < tagged.heads[mine])


def _binding(scene: Scene, row: dict[str, float], pronoun: Mention, candidate: Mention) -> None:
    """What grammar forbids or demands: subject and object of one verb are two, a reflexive is the subject, "her friend Ann" another."""
    tagged = scene.tagged
    lower = tagged.lowers[pronoun.first]
    is_owner = tagged.deps[pronoun.head] == POSSESSOR
    same = scene.clause(pronoun.head) == scene.clause(candidate.head)
    if lower in _REFLEXIVE:
        row["reflexive in clause"] = float(same and scene.place(candidate) == "subject")
    elif not is_owner and same and scene.place(candidate) in ("subject", "object", "oblique"):
        row["one verb binds them"] = 1.0
    if is_owner:
        owned = tagged.heads[pronoun.head]
        position = candidate.head
        for _ in range(6):
            if position == owned:
                row["owned phrase holds it"] = 1.0
                break
            if tagged.heads[position] == position:
                break
            position = tagged.heads[position]
    row["around the pronoun"] = float(tagged.heads[pronoun.head] == candidate.head)


def _agreement(row: dict[str, float], form: str, candidate: Mention) -> None:
    gender = {"he": "m", "she": "f"}.get(form)
    if gender is not None:
        row["gender agrees"] = float(candidate.gender == gender)
        row["gender conflicts"] = float(candidate.gender not in (None, gender))
        row["thing for person"] = float(candidate.kind not in ("person", "generic"))
    elif form == "they":
        is_many = candidate.is_plural is True or candidate.ner == "NORP" or candidate.kind == "people"
        row["number agrees"] = float(is_many)
        row["number conflicts"] = float(not is_many and candidate.layer == "nominal")
    else:
        row["number conflicts"] = float(candidate.is_plural is True)
        row["person for thing"] = float(candidate.kind in ("person", "people") or candidate.kind == "generic" and candidate.gender != "n")


def _speech(scene: Scene, row: dict[str, float], pronoun: Mention, candidate: Mention) -> None:
    tagged = scene.tagged
    row["pronoun quoted"], row["candidate quoted"] = float(scene.quoted[pronoun.start]), float(scene.quoted[candidate.start])
    row["both quoted"] = row["pronoun quoted"] * row["candidate quoted"]
    if scene.speaker is not None:
        row["speaker of this quotation"] = float(scene.speaker.actor_id == candidate.actor_id)
    row["speaker of another quotation"] = float(candidate.actor_id in scene.speakers)
    row["last speaker"] = float(scene.last_speaker is not None and scene.last_speaker == candidate.actor_id)
    row["same quotation"] = float(scene.is_in_quotation(candidate))
    row["pronoun speaks"] = float(scene.place(pronoun) == "subject" and tagged.lowers[tagged.heads[pronoun.head]] in _SPEECH_VERBS)
    row["candidate speaks"] = float(scene.place(candidate) == "subject" and tagged.lowers[tagged.heads[candidate.head]] in _SPEECH_VERBS)
    row["both speak"] = row["pronoun speaks"] * row["candidate speaks"]
    row["last speaker and pronoun speaks"] = row["last speaker"] * row["pronoun speaks"]


def _nobody(scene: Scene, pronoun: Mention, candidates: Sequence[Mention], thing: float) -> dict[str, float]:
    tagged = scene.tagged
    form = scene.form(pronoun)
    return {
        "nobody": 1.0,
        f"nobody {form}": 1.0,
        "candidates": min(len({m.actor_id for m in candidates}), 6) / 6,
        "persons here": min(len({m.actor_id for m in candidates if m.kind == "person"}), 6) / 6,
        "things here": min(len({m.actor_id for m in candidates if m.kind != "person"}), 6) / 6,
        f"pronoun {scene.place(pronoun)}": 1.0,
        "pronoun quoted": float(scene.quoted[pronoun.start]),
        "pronoun starts sentence": float(pronoun.first - tagged.sentences[tagged.sentence_of[pronoun.first]][0] <= 1),
        "pronoun in leading clause": float(tagged.deps[scene.clause(pronoun.head)] == ADVERBIAL_CLAUSE),
        "pronoun speaks": float(tagged.lowers[tagged.heads[pronoun.head]] in _SPEECH_VERBS),
        "thing weight": max(thing, -1.0) / 6,
    }
