"""Names of organisations that an article has used: what is called so again, or in a shorter form, is the same."""

import re
from collections.abc import Iterator

from transforms.folding import fold
from transforms.identities.discovered import initials
from transforms.language import word_class

#: Organisations whose first words alone mean them ("Amnesty" for "Amnesty International").
_TAKEN_UP = ("ORG.", "OUTLET.", "IGO.", "NGO.", "FIRM.")
#: What ends the owner that opens a name.
_OWNER = re.compile(r"['’]s ")
#: Words that alone mean none.
_SMALL = word_class("identities.organisations_small")
#: Last words of media that name none alone.
_MEDIA = word_class("identities.media_words")
#: Letters of a last word that is shorter than any medium goes by.
_SHORTEST_LAST = 3


class NamesSeen:
    """Grows in text order; names are compared without accents."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}
        self._shorter: dict[str, str] = {}

    def actor_of(self, surface: str, is_organisation: bool) -> str | None:
        """Whom the name meant before; the shorter form of a name means organisations alone."""
        name = fold(surface)
        return self._whole.get(name) or (self._shorter.get(name) if is_organisation else None)

    def shortened(self, surface: str) -> str:
        """Whose name it shortens; empty where none."""
        return self._shorter.get(fold(surface), "")

    def note(self, surface: str, actor_id: str, is_committee: bool) -> None:
        """Remember a name and its shorter forms; the first actor that bears a name keeps it. Committees are referred to
        without the chamber that begins their names."""
        if self._whole.setdefault(fold(surface), actor_id) != actor_id or " " not in surface:
            return
        for form in _shorter_forms(surface, actor_id):
            self._shorter.setdefault(form, actor_id)
        if is_committee:
            self._shorter.setdefault(fold(surface).partition(" ")[2], actor_id)


def _shorter_forms(surface: str, actor_id: str) -> Iterator[str]:
    """Forms under which a longer name is referred to: its first words, and its initials."""
    words = fold(surface).split()
    if actor_id.startswith(_TAKEN_UP):
        forms = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
        yield from (form for form in forms if len(form) > 2 and form.lower() not in _SMALL)
    if actor_id.startswith("OUTLET.") and len(words) > 1 and words[-1].lower() not in _MEDIA and len(words[-1]) > _SHORTEST_LAST:
        yield words[-1]  # "the Caller" of the Daily Caller
    for named in {surface, *_OWNER.split(surface, maxsplit=1)[1:]}:  # "the EC" of "Ghana's Electoral Commission"
        letters = initials(named)
        if len(letters) > 1:
            yield letters
