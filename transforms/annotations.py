"""What the stages of text analysis hand to each other: one article as tagged tokens, and the marks they put on it.

Plain slotted objects and lists, not frames: one article has some dozens of mentions, and a frame per stage and article would cost
more than the stages themselves (docs/decisions.md). Frames begin where articles are bundled into batches.
All character offsets are code points of the article's text, half-open; token positions index the lists of `TaggedText`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from transforms.lexicon import Actor
from transforms.rules import Step


@dataclass(frozen=True, slots=True)
class Article:
    """What a text analysis may know about an article besides its text."""

    article_id: str
    text: str
    title: str | None = None
    published_at: datetime | date | None = None
    outlet: str | None = None
    targets: tuple[tuple[int, int], ...] = ()

    @property
    def day(self) -> date | None:
        """The article's day in its own time zone."""
        moment = self.published_at
        return moment.date() if isinstance(moment, datetime) else moment


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text; `kind` is one of vocabulary.PARAGRAPH_KINDS."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name the tagger saw: token positions `first` to `last` (exclusive) and an OntoNotes label."""

    first: int
    last: int
    label: str


@dataclass
class TaggedText:
    """One article in columns: a list entry per token. `tags` (Penn Treebank), `deps` and `heads` (spaCy's English labels; the head of a
    root is the root itself) are filled only if `has_syntax`; else they are empty strings, and each token is its own head.
    Sentences never cross paragraphs. `text` is as it was read: headlines in title case or capitals stand in it as sentences would print
    them, character for character; what is shown to people is cut out of the article's own text."""

    text: str
    paragraphs: list[Paragraph]
    words: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentence_of: list[int]  # number of the sentence of each token
    sentences: list[tuple[int, int]]  # token positions, half-open
    paragraph_of: list[int]  # number of the paragraph of each sentence
    names: list[NamedSpan]
    has_syntax: bool

    @cached_property
    def lowers(self) -> list[str]:
        """The words in lower case, curly apostrophes straightened."""
        lowers = [word.lower() for word in self.words]
        return [lower.replace("’", "'") for lower in lowers] if "’" in self.text else lowers

    @cached_property
    def printed(self) -> frozenset[str]:
        """Every word that the article prints, as it is printed."""
        return frozenset(self.words)

    @cached_property
    def children(self) -> list[list[int]]:
        """Positions of the direct dependents of each token, in text order."""
        if not self.has_syntax:
            return [[]] * len(self.words)
        children: list[list[int]] = [[] for _ in self.words]
        for position, head in enumerate(self.heads):
            if head != position:
                children[head].append(position)
        return children

    def join_sentences(self, number: int) -> None:
        """Make one sentence of a sentence and the next of its paragraph: where a name crosses its end, there was none."""
        low, high = self.sentences[number][0], self.sentences[number + 1][1]
        self.sentences[number : number + 2] = [(low, high)]
        del self.paragraph_of[number + 1]
        for position in range(self.sentences[number][0], len(self.sentence_of)):
            if self.sentence_of[position] > number:
                self.sentence_of[position] -= 1

    def span(self, first: int, last: int) -> str:
        """The characters of tokens first to last (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]]


#: What is known of an actor of whom nothing is known.
NOBODY = Actor("", "", "")


@dataclass(slots=True)
class Mention:
    """One span that names an actor; fields after `head` are filled stage by stage. See MENTIONS in warehouse.tables for their meaning."""

    start: int
    end: int
    first: int  # token positions, half-open
    last: int
    head: int  # position of the head token
    layer: str
    rule: str
    ner: str | None = None
    actor_id: str | None = None
    actor: Actor = NOBODY  # what is known of the actor, once it is described; several mentions share one
    office: str | None = None
    reading: str | None = None
    role: str = "mentioned"
    tone: float | None = None
    voice: str | None = None
    is_topic: bool | None = None
    confidence: float = 0.5
    gender: str | None = None  # f, m, n (a thing) or None
    is_plural: bool | None = None
    trace: list[Step] = field(default_factory=list)  # every verdict on the mention in order; `personae explain` prints it

    def decide(self, actor_id: str, rule: str, confidence: float | None = None, note: str = "") -> None:
        """Say whom the mention means, by which rule and why; the trace keeps what is replaced. Without a confidence the old one stays."""
        self.trace.append(Step(rule, actor_id, self.actor_id or "", note=note))
        self.actor_id, self.rule = actor_id, rule
        if confidence is not None:
            self.confidence = confidence

    def mean(self, actor: Actor, rule: str, confidence: float | None = None, note: str = "") -> None:
        """Say whom the mention means, and what is known of it."""
        self.decide(actor.actor_id, rule, confidence, note)
        self.describe(actor)

    def dismiss(self, rule: str) -> None:
        """Say that the mention means nobody, by which rule."""
        self.trace.append(Step(rule, "", self.actor_id or ""))
        self.actor_id, self.rule, self.actor = None, rule, NOBODY

    def describe(self, actor: Actor) -> None:
        """Refer to what is known of the actor that the mention means; an empty kind or name is unknown."""
        self.actor = actor

    def tell_sector(self, sector: str | None) -> None:
        """Note the sector that the words beside the mention tell ("Senator"), where they tell one."""
        if sector:
            self.actor = self.actor._replace(sector=sector)

    @property
    def kind(self) -> str | None:
        """The kind of the actor, None where it is unknown; likewise below."""
        return self.actor.kind or None

    @property
    def name(self) -> str | None:
        return self.actor.name or None

    @property
    def wikidata(self) -> str | None:
        return self.actor.wikidata

    @property
    def country(self) -> str | None:
        return self.actor.country

    @property
    def sector(self) -> str | None:
        return self.actor.sector

    @property
    def meant(self) -> Actor:
        """The actor as this mention describes it, to describe another one with."""
        return self.actor._replace(actor_id=str(self.actor_id))

    def follow(self, other: "Mention", rule: str, confidence: float, note: str) -> None:
        """Mean whom another mention means, as that one describes it."""
        self.mean(other.meant, rule, confidence, note)


@dataclass(slots=True)
class Quote:
    """One quotation. `content` are character spans in text order, quote marks included; `speaker` is the mention that speaks, or None;
    `speaker_span` covers the speaker's words even where no mention stands there (joint speakers: the whole phrase)."""

    kind: str
    content: list[tuple[int, int]]
    cue: tuple[int, int] | None
    cue_class: str | None
    speaker: Mention | None
    speaker_span: tuple[int, int] | None
    rule: str
    confidence: float
    sentence: int = 0

    @property
    def is_aim(self) -> bool:
        """Whether it tells what somebody hopes or plans to do, and so is nobody's words: "plans to leave"."""
        return self.kind == "indirect" and self.cue_class == "thinking" and self.rule == "verb.infinitive"


@dataclass(slots=True)
class Dyad:
    """Who does what to whom: mentions, PLOVER event or None, character span of the cue."""

    source: Mention | None
    target: Mention | None
    event: str | None
    cue: tuple[int, int]
    is_negated: bool
    is_reported: bool
    tense: str
    rule: str
    confidence: float
    sentence: int
    voice: str | None = None
    tone: float | None = None
    event_date: date | None = None


@dataclass(slots=True)
class Credit:
    """One hop of the chain of credited media."""

    hop: int
    mention: Mention
    cue: str
    rule: str


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One expression of a date or time with its ISO value."""

    start: int
    end: int
    value: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class TargetTone:
    """Tone toward a span a caller asked for."""

    start: int
    end: int
    tone: float
    label: str


@dataclass(slots=True)
class Annotation:
    """Everything the analysis says about one article."""

    article: Article
    tagged: TaggedText
    mentions: list[Mention]
    quotes: list[Quote]
    dyads: list[Dyad]
    credits: list[Credit]
    times: list[TimeMark]
    targets: list[TargetTone]
