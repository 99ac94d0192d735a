"""Which medium a printed name of one means, whatever stands behind it: "CNN (Web News)", "New York Times - News", "Fox Online News"."""

import re
from collections.abc import Iterator

from transforms.language import word_class
from transforms.lexicon import Lexicon

#: Words that archives put to a medium's name and that are no part of it.
_SECTIONS = word_class("speech.sections")
_IN_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_DASH = re.compile(r"\s+[-–—|:]\s+")


def find_outlet(name: str, lexicon: Lexicon) -> str | None:
    """The id of the outlet of the lexicon that bears the name, or bears it without section and format; None where none does, or several by a short form alone."""
    for form in _forms(name):
        found = [
            alias
            for alias in lexicon.lookup_any_case(form)
            if (actor := lexicon.actors.get(alias.actor_id)) is not None and actor.kind == "outlet"
        ]
        certain = [alias.actor_id for alias in found if alias.is_certain]
        if certain or len({alias.actor_id for alias in found}) == 1:
            return certain[0] if certain else found[0].actor_id
    return None


def _forms(name: str) -> Iterator[str]:
    """The name as printed, then with less and less behind it: brackets, a section behind a dash, words of sections."""
    yield name
    bare = _IN_BRACKETS.sub(" ", name).strip()
    yield bare
    first, *rest = _DASH.split(bare)
    if rest and all(word.lower() in _SECTIONS for part in rest for word in part.split()):
        bare = first
        yield bare
    words = bare.split()
    inner = [word for word in words if word.lower() not in _SECTIONS]
    for kept in ([*inner, "News"], inner):
        if inner and len(inner) < len(words):
            yield " ".join(kept)
            yield f"The {' '.join(kept)}"
