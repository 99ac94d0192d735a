"""The columns that the judge of coreference looks at, each filled by its name."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

_PLACE_NAMES = ("subject", "object", "oblique", "owner", "predicate", "root", "other")
_ARGUMENTS = ("subject", "object", "oblique", "owner")
_FORMS = ("he", "she", "it", "they")
KIND_NAMES = ("person", "generic", "country", "place", "organised", "people", "none")
#: The columns in order; each is filled by its name.
FEATURES: tuple[str, ...] = (
    "nobody", *(f"form {form}" for form in _FORMS), *(f"nobody {form}" for form in _FORMS),
    "candidates", "persons here", "things here",
    "same sentence", "one back", "two back", "further back", "after", "distance", "rank", "rank of those who agree", "actors between",
    "other paragraph", "paragraphs first",
    *(f"candidate {place}" for place in _PLACE_NAMES), *(f"pronoun {place}" for place in _PLACE_NAMES),
    *(f"{one} then {other}" for one in _ARGUMENTS for other in _ARGUMENTS),
    "name", "description", "pronoun", "same form",
    *(f"kind {kind}" for kind in KIND_NAMES),
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
    "thing", "last of this form was a thing",
)  # fmt: skip
COLUMN = {name: place for place, name in enumerate(FEATURES)}
Matrix = npt.NDArray[np.float32]


def row_of(values: Mapping[str, float]) -> Matrix:
    """One row, of features by their names."""
    row = np.zeros(len(FEATURES), dtype=np.float32)
    for name, value in values.items():
        row[COLUMN[name]] = value
    return row
