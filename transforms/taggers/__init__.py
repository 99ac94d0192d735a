"""The statistical part behind one small protocol, so that another model can take its place."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from transforms.annotations import Paragraph, TaggedText
from transforms.taggers.vocabulary import Vocabulary

#: A text and its paragraphs.
Text = tuple[str, list[Paragraph]]


class Tagger(Protocol):
    """Splits texts into tokens and sentences and, if it can, finds names and syntax."""

    @property
    def version(self) -> str:
        """Name and version of the model, as recorded in `runs.tagger`."""
        ...

    @property
    def vocabulary(self) -> Vocabulary:
        """The ordinary words of the language that it knows."""
        ...

    def tag(self, texts: Iterable[Text]) -> Iterator[TaggedText]:
        """Tagged texts in the order of the texts. Each paragraph is tagged on its own, so equal paragraphs are tagged once."""
        ...
