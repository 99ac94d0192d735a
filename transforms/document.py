"""One article on its way through the stages: what each of them reads, and where it writes."""

from dataclasses import dataclass, field

from transforms.annotations import Annotation, Article, Credit, Dyad, Mention, Quote, TaggedText, TargetTone, TimeMark
from transforms.lexicon import Actor


@dataclass(slots=True)
class Document:
    """The article and its tokens, and the marks put on it so far; lists are filled, and mentions changed, in place.

    found: actors by id that no dictionary knows and this article names or describes."""

    article: Article
    tagged: TaggedText
    mentions: list[Mention] = field(default_factory=list)
    found: dict[str, Actor] = field(default_factory=dict)
    quotes: list[Quote] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    times: list[TimeMark] = field(default_factory=list)
    dyads: list[Dyad] = field(default_factory=list)
    targets: list[TargetTone] = field(default_factory=list)

    def annotation(self) -> Annotation:
        """What is handed on when all stages have run."""
        return Annotation(self.article, self.tagged, self.mentions, self.quotes, self.dyads, self.credits, self.times, self.targets)
