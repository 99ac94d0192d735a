"""What somebody may have meant by a name that nobody has: the one place that says what is near it."""

from collections.abc import Iterable
from difflib import get_close_matches

from warehouse.slugs import slug

#: How alike two names are at least, from 0 to 1, by the share of letters that they have in the same order.
_ALIKE = 0.8
_TOLD = 5


def near_names(asked: str, known: Iterable[tuple[str, str]]) -> list[str]:
    """At most five labels out of (label, name): first those whose name holds what was asked for, in the order given, then those that are
    spelt nearly so. Case, accents and marks do not count."""
    wanted = slug(asked)
    labels: dict[str, list[str]] = {}
    for label, name in known:
        labels.setdefault(slug(name), []).append(label)
    holding = [name for name in labels if wanted in name]
    alike = [*holding, *get_close_matches(wanted, labels, n=_TOLD, cutoff=_ALIKE)]
    return list(dict.fromkeys(label for name in alike for label in labels[name]))[:_TOLD]


def told_near(asked: str, known: Iterable[tuple[str, str]]) -> str:
    """The end of a message about a name that nobody has; empty where nothing is near."""
    near = near_names(asked, known)
    return "; near it are " + ", ".join(near) if near else ""
