"""What the judge of coreference looks at in a mention by itself: in one that may be taken up, whatever the pronoun, and in the pronoun."""

from collections.abc import Sequence

from transforms.annotations import Mention
from transforms.judges.coreference.columns import KIND_NAMES, Matrix, row_of
from transforms.judges.coreference.scene import Scene
from transforms.judges.coreference.things import is_thing
from transforms.language import word_class
from transforms.language.en.labels import (
    ADVERBIAL_CLAUSE,
    AGENT,
    APPOSITION,
    CONJUNCT,
    JOINED,
    NOUN_TAGS,
    PASSIVE_SUBJECT,
    PREPOSITION_OBJECT,
)

#: The verbs of saying with which the weights were fitted.
_SPEECH_VERBS = word_class("identities.saying_as_fitted")
_LAYERS = {"name": "name", "nominal": "description", "pronoun": "pronoun"}
_GENDERS = {"he": "m", "she": "f"}
_ORGANISED = frozenset(
    "government ministry agency legislature judiciary armed_force police intelligence armed_group igo bloc ngo party company religious "
    "education organisation outlet".split()
)


def row_of_candidate(scene: Scene, candidate: Mention, form: str) -> Matrix:
    """What is seen of a mention whenever a pronoun of that form may take it up; told once, since most are weighed for many pronouns."""
    key = (id(candidate), form)
    found = scene.rows.get(key)
    if found is None:
        found = scene.rows[key] = row_of(_of_candidate(scene, candidate) | _agreement(scene, form, candidate))
    return found


def _of_candidate(scene: Scene, candidate: Mention) -> dict[str, float]:
    tagged, deps, heads = scene.tagged, scene.tagged.deps, scene.tagged.heads
    sentence, head = tagged.sentence_of[candidate.first], candidate.head
    paragraph, size = tagged.paragraph_of[sentence], candidate.last - candidate.first
    kind = "organised" if candidate.kind in _ORGANISED else "country" if candidate.kind == "territory" else candidate.kind or "none"
    return {
        "length": min(size, 5) / 5,
        "surname alone": float(candidate.layer == "name" and size == 1),
        _LAYERS[candidate.layer]: 1.0,
        "thing": float(is_thing(candidate)),
        f"kind {kind if kind in KIND_NAMES else 'none'}": 1.0,
        "in title": float(tagged.paragraphs[paragraph].kind == "title"),
        "paragraphs first": float(sentence == 0 or paragraph != tagged.paragraph_of[sentence - 1]),
        "starts sentence": float(starts_sentence(scene, candidate, 2)),
        f"candidate {scene.place(candidate)}": 1.0,
        "apposed or joined": float(deps[head] in JOINED),
        "inside an appositive": float(deps[head] == APPOSITION),
        "conjunct": float(deps[head] == CONJUNCT),
        "passive subject": float(deps[head] == PASSIVE_SUBJECT),
        "by agent": float(deps[head] == PREPOSITION_OBJECT and deps[heads[head]] == AGENT),
        "complement of a noun": float(deps[head] == PREPOSITION_OBJECT and tagged.tags[heads[heads[head]]] in NOUN_TAGS),
        "in brackets": float(candidate.first > 0 and tagged.words[candidate.first - 1] in ("(", "-", "--")),
        "candidate quoted": float(scene.quoted[candidate.start]),
        "candidate speaks": float(speaks(scene, candidate)),
        "speaker of another quotation": float(candidate.actor_id in scene.speakers),
    }


def _agreement(scene: Scene, form: str, candidate: Mention) -> dict[str, float]:
    """How gender and number of the mention, and the gender that its actor has elsewhere, go with a form."""
    gender = _GENDERS.get(form)
    if gender is not None:
        told = scene.genders.get(str(candidate.actor_id))
        return {
            "gender agrees": float(candidate.gender == gender),
            "gender conflicts": float(candidate.gender not in (None, gender)),
            "thing for person": float(candidate.kind not in ("person", "generic")),
            "gender of the actor agrees": float(told == gender),
            "gender of the actor conflicts": float(told is not None and told != gender),
        }
    if form == "they":
        is_many = candidate.is_plural is True or candidate.ner == "NORP" or candidate.kind == "people"
        return {"number agrees": float(is_many), "number conflicts": float(not is_many and candidate.layer == "nominal")}
    is_person = candidate.kind in ("person", "people") or candidate.kind == "generic" and candidate.gender != "n"
    return {"number conflicts": float(candidate.is_plural is True), "person for thing": float(is_person)}


def of_pronoun(scene: Scene, pronoun: Mention) -> dict[str, float]:
    """What is seen of a pronoun beside each mention that it may take up."""
    tagged, clause = scene.tagged, scene.clause(pronoun.head)
    return {
        f"form {scene.form(pronoun)}": 1.0,
        f"pronoun {scene.place(pronoun)}": 1.0,
        "pronoun quoted": float(scene.quoted[pronoun.start]),
        "pronoun starts sentence": float(starts_sentence(scene, pronoun, 1)),
        "pronoun in leading clause": float(tagged.deps[clause] == ADVERBIAL_CLAUSE and clause < tagged.heads[clause]),
        "pronoun speaks": float(speaks(scene, pronoun)),
    }


def row_of_nobody(scene: Scene, pronoun: Mention, candidates: Sequence[Mention], thing: float) -> Matrix:
    """What tells that a pronoun takes up nobody."""
    tagged, form = scene.tagged, scene.form(pronoun)
    return row_of({
        "nobody": 1.0,
        f"nobody {form}": 1.0,
        "candidates": min(len({m.actor_id for m in candidates}), 6) / 6,
        "persons here": min(len({m.actor_id for m in candidates if m.kind == "person"}), 6) / 6,
        "things here": min(len({m.actor_id for m in candidates if m.kind != "person"}), 6) / 6,
        f"pronoun {scene.place(pronoun)}": 1.0,
        "pronoun quoted": float(scene.quoted[pronoun.start]),
        "pronoun starts sentence": float(starts_sentence(scene, pronoun, 1)),
        "pronoun in leading clause": float(tagged.deps[scene.clause(pronoun.head)] == ADVERBIAL_CLAUSE),
        "pronoun speaks": float(tagged.lowers[tagged.heads[pronoun.head]] in _SPEECH_VERBS),
        "thing weight": max(thing, -1.0) / 6,
    })  # fmt: skip


def starts_sentence(scene: Scene, mention: Mention, most: int) -> bool:
    """Whether at most so many words stand before it in its sentence."""
    return mention.first - scene.tagged.sentences[scene.tagged.sentence_of[mention.first]][0] <= most


def speaks(scene: Scene, mention: Mention) -> bool:
    """Whether it is the subject of a verb of saying."""
    return scene.place(mention) == "subject" and scene.tagged.lowers[scene.tagged.heads[mention.head]] in _SPEECH_VERBS
