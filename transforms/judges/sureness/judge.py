"""How sure each act and quotation is, and which mentions a quotation is about: the last word on what the stages before have found."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from transforms.acts.act_reader import NOTHING, ActReader, Chances
from transforms.annotations import Dyad, Mention, Quote, TaggedText
from transforms.judges.sureness.features import act_features, quote_features, topic_features
from transforms.judges.sureness.mentions import leave_open, tell_mentions
from transforms.judges.sureness.model import Sureness

#: Words are about somebody from this probability on; of such mentions that were judged .91 were right (card.md).
ABOUT = 0.8
#: Acts that the judge of acts alone has found, or whom they meet, are no surer than that judge is: the labels have few of them.
_GUESSED = frozenset({"judge", "judge.target"})


def tell_sureness(
    tagged: TaggedText,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    dyads: Sequence[Dyad],
    model: Sureness,
    reader: ActReader | None = None,
) -> None:
    """Set, in place, the confidence of acts with an event, of quotations with a speaker and of mentions, and `is_topic` of mentions in
    quotations, and leave open the least sure "it" and "they"; where there is no syntax the rules' own stand. Where there is a reader of
    sentences, it has its say on acts between two."""
    if not tagged.has_syntax:
        return
    inside = Counter(tagged.sentence_of[mention.head] for mention in mentions)
    for dyad in dyads:
        if dyad.event is not None:
            said = model.judge("act", act_features(tagged, dyad, inside[dyad.sentence]))
            dyad.confidence = min(said, dyad.confidence) if dyad.rule in _GUESSED else said
    if reader is not None:
        for dyad, chances in read_between(tagged, dyads, reader):
            dyad.confidence = model.judge_read(dyad.confidence, chances[str(dyad.event)], chances[NOTHING])
    told = [(quote, quote_features(tagged, quote)) for quote in quotes if quote.speaker is not None]
    for quote, features in told:  # all features first: who speaks tells the same of each
        quote.confidence = model.judge("quotation", features)
    for quote, _ in told:
        for mention, again in told_of(mentions, quote):
            mention.is_topic = model.judge("topic", topic_features(tagged, mention, quote, again)) >= ABOUT
    tell_mentions(tagged, mentions, [quote for quote, _ in told], model)
    leave_open(mentions)


def read_between(tagged: TaggedText, dyads: Sequence[Dyad], reader: ActReader) -> list[tuple[Dyad, Chances]]:
    """The acts with an event and two ends, each with what a reader of its sentence says of these."""
    asked = [(dyad, dyad.source, dyad.target) for dyad in dyads if dyad.event is not None and dyad.source and dyad.target]
    read = reader(tagged, [((source.start, source.end), (target.start, target.end)) for _, source, target in asked])
    return [(dyad, chances) for (dyad, *_), chances in zip(asked, read, strict=True) if chances is not None]


def told_of(mentions: Sequence[Mention], quote: Quote) -> list[tuple[Mention, int]]:
    """The mentions in a quotation that its words may be about by the rules, and how many others each has there of its actor; `mentions` in
    text order."""
    found: list[Mention] = []
    for start, end in quote.content:
        place = bisect_right(mentions, start - 1, key=lambda mention: mention.start)
        while place < len(mentions) and mentions[place].end <= end:
            found.append(mentions[place])
            place += 1
    speaker = quote.speaker.actor_id if quote.speaker is not None else None
    times = Counter(mention.actor_id for mention in found)
    return [(one, times[one.actor_id] - 1) for one in found if one.is_topic and one.actor_id is not None and one.actor_id != speaker]
