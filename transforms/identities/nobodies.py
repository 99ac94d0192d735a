"""Persons' names that mean no single person of the news: those of a family by its surname, and of whom people pray to."""

from collections.abc import Collection, Sequence

from transforms.annotations import Mention, TaggedText
from transforms.folding import fold
from transforms.language import word_class

#: Behind a surname these are several who bear it.
_FAMILIES = word_class("identities.families")
#: Whom creeds worship, by whole names.
_WORSHIPPED = word_class("identities.worshipped")


def without_nobodies(tagged: TaggedText, names: Sequence[Mention]) -> list[Mention]:
    """The names of persons but for those that mean none, which lose whom the lexicon may know by them."""
    whole = [name for name in names if name.last - name.first > 1 and not _is_worshipped(tagged, name, ())]
    longer = {fold(tagged.lowers[place]) for name in whole for place in range(name.first, name.last)}
    kept: list[Mention] = []
    for name in names:
        if _is_family(tagged, name):
            name.dismiss("person.several")
        elif _is_worshipped(tagged, name, longer):
            name.dismiss("person.worshipped")
        else:
            kept.append(name)
    return kept


def _is_family(tagged: TaggedText, name: Mention) -> bool:
    """Whether several people are called by their surname: "the Sorrel brothers", "the Sorrel family"."""
    is_single = name.last - name.first == 1
    return is_single and tagged.lowers[name.last : name.last + 1] != [] and tagged.words[name.last] in _FAMILIES


def _is_worshipped(tagged: TaggedText, name: Mention, longer: Collection[str]) -> bool:
    """Whether a name is that of a god or prophet and of no namesake whom the article names in full: "Jesus" after "Jesus Rojas"."""
    words = tagged.lowers[name.first : name.last]
    is_bearer = len(words) == 1 and fold(words[0]) in longer
    return fold(" ".join(words)) in _WORSHIPPED and not is_bearer
