"""spaCy without what nobody here asks of it: to import it all takes half as long again, and every worker waits for it."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType

import catalogue


class _Empty(ModuleType):
    """A module whose every name stands for nothing."""

    def __getattr__(self, name: str) -> None:
        return None


@contextmanager
def _left_out(*names: str) -> Iterator[None]:
    """Have imports do without these modules, which whoever asks for them later gets as ever."""
    missing = [name for name in names if name not in sys.modules]
    sys.modules.update({name: _Empty(name) for name in missing})
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


def _by_group(points: Iterable[EntryPoint]) -> dict[str, list[EntryPoint]]:
    groups: dict[str, list[EntryPoint]] = defaultdict(list)
    for point in points:
        groups[point.group].append(point)
    return groups


# its registries look through those of all installed packages, some hundred times
catalogue.AVAILABLE_ENTRY_POINTS = _by_group(entry_points())
# its command line brings web clients and templates along
with _left_out("spacy.cli", "spacy.cli.info"):
    import spacy
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LENGTH, SENT_START, TAG
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, registry

__all__ = [
    "DEP", "ENT_IOB", "ENT_TYPE", "HEAD", "IDX", "LENGTH", "SENT_START", "TAG", "Language", "Tokenizer", "compile_infix_regex", "load",
]  # fmt: skip
_BARE = "personae.bare_tokenizer.v1"


def _make_bare() -> Callable[[Language], Tokenizer]:
    """A tokeniser without rules: those of the language would be compiled, and at once replaced by those of the model."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers(_BARE, func=_make_bare)


def load(source: str, unused: list[str]) -> Language:
    """The model without its unused parts."""
    return spacy.load(source, exclude=unused, config={"nlp": {"tokenizer": {"@tokenizers": _BARE}}})
