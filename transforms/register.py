"""The register in memory: actors that are known by their whole names alone, beside the names that the lexicon finds wherever they stand."""

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from transforms.folding import fold
from transforms.language import word_class

#: Legal forms at the end of a firm's name, which news prints or leaves out.
_LEGAL_FORMS = word_class("identities.legal_forms")
#: Ranks of the peerages that follow a peer's own name.
_PEERAGES = word_class("identities.peerages")


class Register:
    """Ids of registered actors by name. Raises polars' errors when a column is missing."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self.birth_years: dict[str, int] = {}
        #: Those who are in the register by hand, because news names them.
        self.reviewed = frozenset(frame.filter("is_reviewed")["actor_id"])
        #: Those among them whose names many people bear: an office beside the name tells that they are meant.
        self.common = frozenset(frame.filter("is_common")["actor_id"])
        for actor_id, name, kind, aliases, year in frame.select("actor_id", "name", "kind", "aliases", "birth_year").iter_rows():
            for form in {name, *(aliases.split("|") if aliases else ())}:
                for key in {fold(form), shorter_name(form, kind), *_without_hyphens(form, kind)}:
                    if actor_id not in self._by_name[key]:
                        self._by_name[key].append(actor_id)
            if year:
                self.birth_years[actor_id] = year

    def named(self, name: str) -> list[str]:
        """Ids of those of that name, case included; with or without middle initials, hyphens of a person's name, a firm's legal form and a
        leading article."""
        forms = (fold(name), without_legal_form(name), without_initials(name), fold(name).replace("-", " "))
        return next((self._by_name[form] for form in forms if form in self._by_name), [])

    def names(self) -> Iterator[str]:
        """Every folded name."""
        return iter(self._by_name)


def shorter_name(name: str, kind: str) -> str:
    """The folded name as news may print it too: a firm without its legal form, a person without middle initials and peerage."""
    return _SHORTER.get(kind, fold)(name)


def without_legal_form(name: str) -> str:
    """The folded name of a firm without legal form and leading article: "The Boeing Co." gives "Boeing", "Lee, Hall and Co" "Lee Hall"."""
    words = [word for word in fold(name).replace(",", "").split() if word != "&"]
    while len(words) > 1 and words[-1].rstrip(".").lower() in _LEGAL_FORMS:
        words.pop()
        if words[-1].lower() == "and" and len(words) > 1:
            words.pop()
    return " ".join(words[1:] if len(words) > 2 and words[0].lower() == "the" else words)


def without_initials(name: str) -> str:
    """The folded name of a person without initials in its middle: "Angela D. Alsobrooks" gives "Angela Alsobrooks"."""
    words = fold(name).split()
    return " ".join(word for place, word in enumerate(words) if place in (0, len(words) - 1) or len(word.rstrip(".")) > 1)


def plain_name(name: str) -> str:
    """The folded name of a person without initials and peerage: "Robin Leigh-Pemberton, Baron Kingsdown" gives "Robin Leigh-Pemberton"."""
    given, _, rest = name.partition(", ")
    is_peerage = not _PEERAGES.isdisjoint(rest.lower().split())
    return without_initials(given if is_peerage else name)


def _without_hyphens(name: str, kind: str) -> set[str]:
    """A person's folded name as it is printed without its hyphens: "Robin Leigh Pemberton"."""
    return {plain_name(name).replace("-", " ")} if kind == "person" and "-" in name else set()


_SHORTER = {"company": without_legal_form, "person": plain_name}
#: Kinds of actors whose names news prints shorter.
SHORTENED = frozenset(_SHORTER)
