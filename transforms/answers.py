"""What is found as lines of the text interfaces: plain dictionaries, ready for JSON."""

from typing import Any

from transforms.annotations import Annotation, Dyad, Mention, Quote
from transforms.identities.phrases.resolved import ResolvedActor

Answer = dict[str, Any]


def annotation_line(annotation: Annotation) -> Answer:
    """One answer of `annotate`; the id is the article's, as it was given. Of mentions that start together the shorter comes first."""
    text = annotation.article.text
    mentions = sorted(annotation.mentions, key=lambda mention: (mention.start, mention.end))
    return {
        "id": annotation.article.article_id,
        "mentions": [_mention(mention, text) for mention in mentions],
        "quotes": [_quote(quote) for quote in annotation.quotes],
        "dyads": [_dyad(dyad) for dyad in annotation.dyads],
        "times": [{"start": mark.start, "end": mark.end, "value": mark.value} for mark in annotation.times],
        "targets": [{"start": t.start, "end": t.end, "tone": t.tone, "label": t.label} for t in annotation.targets],
    }


def resolution_line(line_id: str | int, actor: ResolvedActor | None) -> Answer:
    """One answer of `resolve`: all null but the id when the phrase means no actor."""
    fields = ("actor_id", "name", "kind", "country", "sector", "wikidata", "rule")
    return {"id": line_id, **{name: getattr(actor, name) if actor is not None else None for name in fields}}


def _mention(mention: Mention, text: str) -> Answer:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
        "layer": mention.layer,
        "ner": mention.ner,
        "kind": mention.kind,
        "actor_id": mention.actor_id,
        "name": mention.name,
        "wikidata": mention.wikidata,
        "country": mention.country,
        "sector": mention.sector,
        "office": mention.office,
        "reading": mention.reading,
        "role": mention.role,
        "tone": mention.tone,
        "voice": mention.voice,
        "rule": mention.rule,
        "confidence": round(mention.confidence, 3),
    }


def _end(mention: Mention | None) -> Answer | None:
    return None if mention is None else {"start": mention.start, "end": mention.end, "actor_id": mention.actor_id}


def _quote(quote: Quote) -> Answer:
    speaker: Answer | None = None
    if quote.speaker_span is not None:
        start, end = quote.speaker_span
        speaker = {"start": start, "end": end, "actor_id": quote.speaker.actor_id if quote.speaker is not None else None}
    elif quote.speaker is not None:
        speaker = _end(quote.speaker)
    return {
        "kind": quote.kind,
        "content": [list(span) for span in quote.content],
        "cue": list(quote.cue) if quote.cue is not None else None,
        "speaker": speaker,
    }


def _dyad(dyad: Dyad) -> Answer:
    return {
        "source": _end(dyad.source),
        "target": _end(dyad.target),
        "event": dyad.event,
        "cue": list(dyad.cue),
        "is_negated": dyad.is_negated,
        "is_reported": dyad.is_reported,
        "tone": dyad.tone,
    }
