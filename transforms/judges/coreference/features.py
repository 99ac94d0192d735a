"""What the judge of coreference looks at: a pronoun, one mention that it may take up, and what stands between and around them.

Features are numbers between about -1 and 1, one row a candidate and a last row for nobody. Most follow the literature on mention
ranking (Denis & Baldridge 2008, "Specialized models and ranking for coreference resolution"; Lappin & Leass 1994 for salience;
Webster et al. 2018, "Mind the GAP", for syntactic parallelism).
"""

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from itertools import islice, takewhile
from math import log1p
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from transforms.annotations import Mention, Quote, TaggedText
from transforms.language import word_class
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    AGENT,
    APPOSITION,
    ATTRIBUTE,
    CLAUSE,
    CLAUSE_AS_SUBJECT,
    CONJUNCT,
    DATIVE,
    INFINITIVE,
    JOINED,
    NOUN_CLAUSE,
    NOUN_TAGS,
    OBJECT,
    OBJECT_PREDICATE,
    OBJECTS,
    PASSIVE_SUBJECT,
    POSSESSOR,
    PREPOSITION_CLAUSE,
    PREPOSITION_OBJECT,
    RELATIVE_CLAUSE,
    ROOT,
    SUBJECT,
    SUBJECTS,
    VERBAL_TAGS,
)

#: Sentences before the pronoun in which candidates are looked for, and the most candidates that are weighed, nearest first.
WINDOW = 5
MOST = 30
#: So many pieces of quotations before the pronoun are looked at.
_QUOTES_BACK = 8
#: So many mentions before the pronoun are looked at in all.
_NEAR = 80

#: The verbs of saying with which the weights were fitted.
_SPEECH_VERBS = word_class("identities.saying_as_fitted")
_POSSESSIVES = word_class("syntax.possessive_determiners")
_REFLEXIVE = word_class("syntax.reflexives")
_OWN_WORDS = word_class("identities.own_words")

#: What a token is in its clause, from its dependency label.
_PLACES = {
    SUBJECT: "subject", PASSIVE_SUBJECT: "subject", CLAUSE_AS_SUBJECT: "subject", OBJECT: "object", DATIVE: "object",
    PREPOSITION_OBJECT: "oblique",
    POSSESSOR: "owner", AGENT: "oblique", ATTRIBUTE: "predicate", OBJECT_PREDICATE: "predicate", ROOT: "root",
}  # fmt: skip
_PLACE_NAMES = ("subject", "object", "oblique", "owner", "predicate", "root", "other")
_CLAUSES = (CLAUSE, ADVERBIAL_CLAUSE, RELATIVE_CLAUSE, NOUN_CLAUSE, CONJUNCT, INFINITIVE, PREPOSITION_CLAUSE)
_FORMS = ("he", "she", "it", "they")
_KIND_NAMES = ("person", "generic", "country", "place", "organised", "people", "none")
_ORGANISED = frozenset(
    "government ministry agency legislature judiciary armed_force police intelligence armed_group igo bloc ngo party company religious "
    "education organisation outlet".split()
)
FORM_OF = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"), **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"), **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}  # fmt: skip

#: The columns in order; `Scene.rows` fills them by name.
FEATURES: tuple[str, ...] = (
    "nobody", *(f"form {form}" for form in _FORMS), *(f"nobody {form}" for form in _FORMS),
    "candidates", "persons here", "things here",
    "same sentence", "one back", "two back", "further back", "after", "distance", "rank", "rank of those who agree", "actors between",
    "other paragraph", "paragraphs first",
    *(f"candidate {place}" for place in _PLACE_NAMES), *(f"pronoun {place}" for place in _PLACE_NAMES),
    *(f"{one} then {other}" for one in ("subject", "object", "oblique", "owner") for other in ("subject", "object", "oblique", "owner")),
    "name", "description", "pronoun", "same form", "adjective",
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
    "starts sentence", "pronoun starts sentence", "both start", "pronoun in leading clause", "length", "surname alone", "thing weight",
)  # fmt: skip
COLUMN = {name: place for place, name in enumerate(FEATURES)}
Matrix = npt.NDArray[np.float32]


class Case(NamedTuple):
    """A pronoun with whom it may take up: a row of `rows` each, and one more for nobody."""

    pronoun: Mention
    candidates: list[Mention]
    rows: Matrix


class Scene:
    """One text: its mentions in order, and what is asked of them again and again."""

    def __init__(self, tagged: TaggedText, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self._tagged = tagged
        self._mentions = mentions
        self._quoted = bytearray(len(tagged.text) + 1)
        self._spoken: list[tuple[int, int, Mention]] = []
        named = [quote.speaker for quote in quotes if quote.speaker is not None and quote.speaker.layer != "pronoun"]
        self._speakers = {speaker.actor_id for speaker in named if speaker.actor_id}
        for quote in quotes:
            for start, end in quote.content:
                if quote.kind != "indirect":
                    self._quoted[start:end] = b"\x01" * (end - start)
                if quote.speaker is not None:
                    self._spoken.append((start, end, quote.speaker))
        self._spoken.sort(key=itemgetter(0))
        self._counts: dict[str, int] = {}
        self._most = 0
        self._first: dict[str, int] = {}
        self._subjects: dict[str, int] = {}
        self._last_subject: str | None = None
        self._speaker: Mention | None = None
        self._quotation: tuple[int, int] | None = None
        self._last_speaker: str | None = None
        self._seen = 0
        self._near: deque[Mention] = deque(maxlen=_NEAR)
        told: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in mentions:
            if mention.actor_id and mention.gender and mention.layer != "pronoun":
                told[mention.actor_id][mention.gender] += 1
        self._genders = {actor: genders.most_common(1)[0][0] for actor, genders in told.items()}

    def weigh(self, pronoun: Mention, thing: float) -> Case:
        """The case of a third-person pronoun; pronouns are asked for in text order. `thing`: how present a thing is that is no actor."""
        self._count_until(pronoun.start)
        self._look_at_quotes(pronoun.start)
        candidates = self._candidates(pronoun)
        rows = np.zeros((len(candidates) + 1, len(FEATURES)), dtype=np.float32)
        filled = [self._row(pronoun, candidate, rank, candidates) for rank, candidate in enumerate(candidates)]
        filled.append(self._nobody(pronoun, candidates, thing))
        for row, values in zip(rows, filled, strict=True):
            for name, value in values.items():
                row[COLUMN[name]] = value
        return Case(pronoun, candidates, rows)

    def _look_at_quotes(self, start: int) -> None:
        """The quotation around a character, and who spoke last before it."""
        place = bisect_right(self._spoken, start, key=itemgetter(0))
        near = self._spoken[max(0, place - _QUOTES_BACK) : place][::-1]
        around = next((spoken for spoken in near if start < spoken[1]), None)
        self._quotation = around[:2] if around is not None else None
        self._speaker = around[2] if around is not None and around[2].actor_id is not None else None
        past = (speaker for _, end, speaker in near if end <= start and speaker.layer != "pronoun")
        self._last_speaker = next((speaker.actor_id for speaker in past if speaker.actor_id), None)

    def _count_until(self, start: int) -> None:
        while self._seen < len(self._mentions) and self._mentions[self._seen].start < start:
            mention = self._mentions[self._seen]
            self._seen += 1
            self._near.append(mention)
            if mention.actor_id is None:
                continue
            self._counts[mention.actor_id] = self._counts.get(mention.actor_id, 0) + 1
            self._most = max(self._most, self._counts[mention.actor_id])
            self._first.setdefault(mention.actor_id, self._seen)
            if self._place(mention) == "subject":
                self._subjects[mention.actor_id] = self._subjects.get(mention.actor_id, 0) + 1
                self._last_subject = mention.actor_id

    def _candidates(self, pronoun: Mention) -> list[Mention]:
        """Mentions of known actors before the pronoun and names behind it in its sentence, nearest first."""
        tagged, form = self._tagged, FORM_OF[self._tagged.lowers[pronoun.first]]
        sentence = tagged.sentence_of[pronoun.first]
        before = takewhile(lambda m: sentence - tagged.sentence_of[m.first] <= WINDOW, reversed(self._near))
        end = tagged.sentences[sentence][1]
        after = takewhile(lambda m: m.first < end, islice(self._mentions, self._seen, self._seen + MOST))
        behind = [m for m in after if m.layer == "name" and m.start > pronoun.start and self._may_be(m, pronoun, form)]
        return [*(m for m in before if self._may_be(m, pronoun, form)), *behind][:MOST]

    def _may_be(self, candidate: Mention, pronoun: Mention, form: str) -> bool:
        if candidate.actor_id is None or candidate.layer == "adjectival" or candidate is pronoun:
            return False
        if candidate.layer == "pronoun":
            lower = self._tagged.lowers[candidate.first]
            return lower not in _OWN_WORDS and FORM_OF.get(lower) == form
        if candidate.first <= pronoun.first < candidate.last:
            return False
        if form in ("he", "she"):
            return candidate.is_plural is not True and candidate.kind not in ("country", "territory", "igo", "bloc")
        if form == "it":
            return candidate.kind != "person" and not (candidate.is_plural is True and candidate.layer == "nominal")
        return candidate.kind != "person"

    def _place(self, mention: Mention) -> str:
        """What the mention is in its clause; of a joint or apposed one, what the first is."""
        tagged, position = self._tagged, mention.head
        for _ in range(4):
            if tagged.deps[position] not in JOINED:
                break
            position = tagged.heads[position]
        return _PLACES.get(tagged.deps[position], "other")

    def _clause(self, position: int) -> int:
        """The head of the clause a token stands in."""
        tagged = self._tagged
        for _ in range(12):
            head = tagged.heads[position]
            if head == position or tagged.deps[position] in _CLAUSES and tagged.tags[position] in VERBAL_TAGS:
                break
            position = head
        return position

    def _row(self, pronoun: Mention, candidate: Mention, rank: int, candidates: Sequence[Mention]) -> dict[str, float]:
        tagged = self._tagged
        form = FORM_OF[tagged.lowers[pronoun.first]]
        actor = str(candidate.actor_id)
        row = {f"form {form}": 1.0, "length": min(candidate.last - candidate.first, 5) / 5}
        self._distance(row, pronoun, candidate, rank, candidates)
        self._grammar(row, pronoun, candidate)
        self._binding(row, pronoun, candidate)
        row[{"name": "name", "nominal": "description", "pronoun": "pronoun"}[candidate.layer]] = 1.0
        if candidate.layer == "pronoun":
            row["same form"] = float(tagged.lowers[candidate.first] == tagged.lowers[pronoun.first])
        kind = "organised" if candidate.kind in _ORGANISED else "country" if candidate.kind == "territory" else candidate.kind or "none"
        row[f"kind {kind if kind in _KIND_NAMES else 'none'}"] = 1.0
        self._agreement(row, form, candidate)
        count = self._counts.get(actor, 0)
        row["named before"] = min(count, 6) / 6
        row["named once"] = float(count == 1)
        row["first in text"] = float(self._first.get(actor, 99) <= 2)
        row["most named"] = float(count > 0 and count == self._most)
        row["subject before"] = min(self._subjects.get(actor, 0), 4) / 4
        row["last subject"] = float(self._last_subject == actor)
        row["in title"] = float(tagged.paragraphs[tagged.paragraph_of[tagged.sentence_of[candidate.first]]].kind == "title")
        row["surname alone"] = float(candidate.layer == "name" and candidate.last - candidate.first == 1)
        self._speech(row, pronoun, candidate)
        self._above(row, pronoun, candidate)
        self._chain(row, pronoun, candidate, form)
        return row

    def _chain(self, row: dict[str, float], pronoun: Mention, candidate: Mention, form: str) -> None:
        """Pronouns of the same form between the two, and what the last of them takes up; the gender that the actor has elsewhere."""
        between = 0
        last: Mention | None = None
        for mention in reversed(self._near):
            if mention.start < candidate.start and last is not None:
                break
            if mention.layer == "pronoun" and mention.start < pronoun.start and FORM_OF.get(self._tagged.lowers[mention.first]) == form:
                last = last or mention
                between += mention.start > candidate.start
        row["forms between"] = min(between, 4) / 4
        row["last of this form"] = float(last is not None and last.actor_id == candidate.actor_id)
        gender = {"he": "m", "she": "f"}.get(form)
        told = self._genders.get(str(candidate.actor_id))
        row["gender of the actor agrees"] = float(gender is not None and told == gender)
        row["gender of the actor conflicts"] = float(gender is not None and told is not None and told != gender)

    def _above(self, row: dict[str, float], pronoun: Mention, candidate: Mention) -> None:
        """Whether the candidate is subject or object of a verb above the pronoun, near or far, also where the pronoun stands in front."""
        tagged, deps, heads = self._tagged, self._tagged.deps, self._tagged.heads
        row["passive subject"] = float(deps[candidate.head] == PASSIVE_SUBJECT)
        governor = heads[candidate.head]
        row["by agent"] = float(deps[candidate.head] == PREPOSITION_OBJECT and deps[governor] == AGENT)
        row["complement of a noun"] = float(deps[candidate.head] == PREPOSITION_OBJECT and tagged.tags[heads[governor]] in NOUN_TAGS)
        row["in brackets"] = float(candidate.first > 0 and tagged.words[candidate.first - 1] in ("(", "-", "--"))
        if tagged.sentence_of[candidate.first] == tagged.sentence_of[pronoun.first] - 1:
            row["subject of the sentence before"] = float(self._place(candidate) == "subject" and deps[heads[candidate.head]] == ROOT)
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
        subjects = [m for m in self._near if candidate.first <= m.first < pronoun.first and self._place(m) == "subject"]
        row["nearest subject"] = float(subjects != [] and len({m.actor_id for m in subjects}) == 1 and self._place(candidate) == "subject")

    def _distance(self, row: dict[str, float], pronoun: Mention, candidate: Mention, rank: int, candidates: Sequence[Mention]) -> None:
        tagged = self._tagged
        here, there = tagged.sentence_of[pronoun.first], tagged.sentence_of[candidate.first]
        back = here - there
        if candidate.start > pronoun.start:
            row["after"] = 1.0
        else:
            row[("same sentence", "one back", "two back")[back] if back < 3 else "further back"] = 1.0
        row["distance"] = log1p(abs(pronoun.first - candidate.first)) / 5
        row["rank"] = min(rank, 8) / 8
        nearer = [other for other in candidates[:rank] if other.actor_id != candidate.actor_id]
        row["actors between"] = min(len({other.actor_id for other in nearer}), 5) / 5
        row["rank of those who agree"] = (
            min(len({other.actor_id for other in nearer if other.gender == pronoun.gender and other.kind == "person"}), 5) / 5
        )
        row["other paragraph"] = float(tagged.paragraph_of[here] != tagged.paragraph_of[there])
        row["paragraphs first"] = float(there == 0 or tagged.paragraph_of[there] != tagged.paragraph_of[there - 1])
        row["starts sentence"] = float(candidate.first - tagged.sentences[there][0] <= 2)
        row["pronoun starts sentence"] = float(pronoun.first - tagged.sentences[here][0] <= 1)
        row["both start"] = row["starts sentence"] * row["pronoun starts sentence"]

    def _grammar(self, row: dict[str, float], pronoun: Mention, candidate: Mention) -> None:
        tagged = self._tagged
        one, other = self._place(candidate), self._place(pronoun)
        row[f"candidate {one}"] = 1.0
        row[f"pronoun {other}"] = 1.0
        if f"{one} then {other}" in COLUMN:
            row[f"{one} then {other}"] = 1.0
        row["apposed or joined"] = float(tagged.deps[candidate.head] in JOINED)
        row["inside an appositive"] = float(tagged.deps[candidate.head] == APPOSITION)
        row["conjunct"] = float(tagged.deps[candidate.head] == CONJUNCT)
        mine, its = self._clause(pronoun.head), self._clause(candidate.head)
        row["same clause"] = float(mine == its)
        row["main clause of the pronoun"] = float(mine != its and tagged.heads[mine] == its)
        row["sister clause"] = float(mine != its and tagged.heads[mine] == tagged.heads[its] or tagged.heads[its] == mine and mine != its)
        row["pronoun in leading clause"] = float(tagged.deps[mine] == ADVERBIAL_CLAUSE and mine < tagged.heads[mine])

    def _binding(self, row: dict[str, float], pronoun: Mention, candidate: Mention) -> None:
        """What grammar forbids or demands: subject and object of one verb are two, a reflexive is the subject, "her friend Ann" another."""
        tagged = self._tagged
        lower = tagged.lowers[pronoun.first]
        is_owner = tagged.deps[pronoun.head] == POSSESSOR
        same = self._clause(pronoun.head) == self._clause(candidate.head)
        if lower in _REFLEXIVE:
            row["reflexive in clause"] = float(same and self._place(candidate) == "subject")
        elif not is_owner and same and self._place(candidate) in ("subject", "object", "oblique"):
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

    def _agreement(self, row: dict[str, float], form: str, candidate: Mention) -> None:
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
            row["person for thing"] = float(
                candidate.kind in ("person", "people") or candidate.kind == "generic" and candidate.gender != "n"
            )

    def _speech(self, row: dict[str, float], pronoun: Mention, candidate: Mention) -> None:
        tagged = self._tagged
        row["pronoun quoted"], row["candidate quoted"] = float(self._quoted[pronoun.start]), float(self._quoted[candidate.start])
        row["both quoted"] = row["pronoun quoted"] * row["candidate quoted"]
        if self._speaker is not None:
            row["speaker of this quotation"] = float(self._speaker.actor_id == candidate.actor_id)
        row["speaker of another quotation"] = float(candidate.actor_id in self._speakers)
        row["last speaker"] = float(self._last_speaker is not None and self._last_speaker == candidate.actor_id)
        row["same quotation"] = float(self._quotation is not None and self._quotation[0] <= candidate.start < self._quotation[1])
        row["pronoun speaks"] = float(self._place(pronoun) == "subject" and tagged.lowers[tagged.heads[pronoun.head]] in _SPEECH_VERBS)
        row["candidate speaks"] = float(
            self._place(candidate) == "subject" and tagged.lowers[tagged.heads[candidate.head]] in _SPEECH_VERBS
        )
        row["both speak"] = row["pronoun speaks"] * row["candidate speaks"]
        row["last speaker and pronoun speaks"] = row["last speaker"] * row["pronoun speaks"]

    def _nobody(self, pronoun: Mention, candidates: Sequence[Mention], thing: float) -> dict[str, float]:
        tagged = self._tagged
        form = FORM_OF[tagged.lowers[pronoun.first]]
        return {
            "nobody": 1.0,
            f"nobody {form}": 1.0,
            "candidates": min(len({m.actor_id for m in candidates}), 6) / 6,
            "persons here": min(len({m.actor_id for m in candidates if m.kind == "person"}), 6) / 6,
            "things here": min(len({m.actor_id for m in candidates if m.kind != "person"}), 6) / 6,
            f"pronoun {self._place(pronoun)}": 1.0,
            "pronoun quoted": float(self._quoted[pronoun.start]),
            "pronoun starts sentence": float(pronoun.first - tagged.sentences[tagged.sentence_of[pronoun.first]][0] <= 1),
            "pronoun in leading clause": float(tagged.deps[self._clause(pronoun.head)] == ADVERBIAL_CLAUSE),
            "pronoun speaks": float(tagged.lowers[tagged.heads[pronoun.head]] in _SPEECH_VERBS),
            "thing weight": max(thing, -1.0) / 6,
        }
