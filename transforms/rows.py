"""From the marks on articles to rows of the tables: sentences, mentions, quotes, dyads, credits, times."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import batched
from typing import Any

import polars as pl

from transforms.annotations import Annotation, Mention, Quote
from warehouse import tables
from warehouse.tables import Table

Row = dict[str, Any]

#: Annotations that become rows together: their tokens, which take far more memory, are forgotten then.
CHUNK = 16


def content_id(*parts: object) -> str:
    """32 hexadecimal digits that depend on the parts and on nothing else (BLAKE2b)."""
    return _hash("\x1f".join("" if part is None else str(part) for part in parts))


def content_ids(parts: pl.DataFrame) -> pl.Series:
    """The `content_id` of each row of texts and numbers."""
    joined = parts.select(pl.concat_str(pl.all().cast(pl.String()).fill_null(""), separator="\x1f").alias("id")).to_series()
    return pl.Series(map(_hash, joined), dtype=pl.String())


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def annotation_frames(annotations: Iterable[Annotation]) -> dict[str, pl.DataFrame]:
    """Frames of the tables that text analysis fills, by table name, without their batch_id; no more than CHUNK annotations are held."""
    makers: list[tuple[Table, Callable[[Annotation], Iterator[Row]]]] = [
        (tables.SENTENCES, _sentence_rows),
        (tables.MENTIONS, _mention_rows),
        (tables.QUOTES, _quote_rows),
        (tables.DYADS, _dyad_rows),
        (tables.CREDITS, _credit_rows),
        (tables.TIMES, _time_rows),
    ]
    frames: dict[str, list[pl.DataFrame]] = {table.name: [_schema_frame(table, ())] for table, _ in makers}
    for some in batched(annotations, CHUNK):
        for table, make in makers:
            frames[table.name].append(_schema_frame(table, [row for each in some for row in make(each)]))
    return {name: pl.concat(parts, rechunk=True) for name, parts in frames.items()}


def _schema_frame(table: Table, rows: Sequence[Row]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=table.schema_without("batch_id"), orient="row")


def mention_id(article_id: str, mention: Mention) -> str:
    return content_id(article_id, mention.start, mention.end)


def _mention_id_or_none(article_id: str, mention: Mention | None) -> str | None:
    return None if mention is None else mention_id(article_id, mention)


def _sentence_rows(annotation: Annotation) -> Iterator[Row]:
    tagged = annotation.tagged
    for number, (first, last) in enumerate(tagged.sentences):
        yield {
            "article_id": annotation.article.article_id,
            "sentence_no": number,
            "paragraph_no": tagged.paragraph_of[number],
            "start_char": tagged.starts[first],
            "end_char": tagged.ends[last - 1],
        }


def _mention_rows(annotation: Annotation) -> Iterator[Row]:
    tagged, article_id = annotation.tagged, annotation.article.article_id
    for mention in annotation.mentions:
        sentence = tagged.sentence_of[mention.first]
        yield {
            "mention_id": mention_id(article_id, mention),
            "article_id": article_id,
            "sentence_no": sentence,
            "paragraph_no": tagged.paragraph_of[sentence],
            "start_char": mention.start,
            "end_char": mention.end,
            "surface": annotation.article.text[mention.start : mention.end],
            "layer": mention.layer,
            "ner": mention.ner,
            "kind": mention.kind,
            "actor_id": mention.actor_id,
            "country": mention.country,
            "sector": mention.sector,
            "office": mention.office,
            "reading": mention.reading,
            "role": mention.role,
            "voice_actor_id": mention.voice,
            "is_topic": mention.is_topic,
            "tone": mention.tone,
            "rule": mention.rule,
            "confidence": mention.confidence,
        }


def quote_content(text: str, quote: Quote) -> str:
    """The words of a quotation; parts that a cue cuts apart are joined with ' … '."""
    return " … ".join(text[start:end] for start, end in quote.content)


def _quote_rows(annotation: Annotation) -> Iterator[Row]:
    article_id, text = annotation.article.article_id, annotation.article.text
    for quote in annotation.quotes:
        start, end = quote.content[0][0], quote.content[-1][1]
        cue_start, cue_end = quote.cue or (None, None)
        speaker_start, speaker_end = quote.speaker_span or (None, None)
        yield {
            "quote_id": content_id(article_id, "quote", quote.content, quote.cue),
            "article_id": article_id,
            "sentence_no": quote.sentence,
            "kind": quote.kind,
            "start_char": start,
            "end_char": end,
            "content": quote_content(text, quote),
            "part_count": len(quote.content),
            "cue": text[cue_start:cue_end] if quote.cue else None,
            "cue_start_char": cue_start,
            "cue_end_char": cue_end,
            "cue_class": quote.cue_class,
            "speaker_start_char": speaker_start,
            "speaker_end_char": speaker_end,
            "speaker_mention_id": _mention_id_or_none(article_id, quote.speaker),
            "speaker_actor_id": quote.speaker and quote.speaker.actor_id,
            "rule": quote.rule,
            "confidence": quote.confidence,
        }


def _dyad_rows(annotation: Annotation) -> Iterator[Row]:
    article_id, text = annotation.article.article_id, annotation.article.text
    # an end that is a thing ("control of the port") has a place in the text but is no mention of anybody
    mentions, seen = {id(mention) for mention in annotation.mentions}, set()
    for dyad in annotation.dyads:
        ends = [end if id(end) in mentions else None for end in (dyad.source, dyad.target)]
        source, target = (_mention_id_or_none(article_id, end) for end in ends)
        dyad_id = content_id(article_id, "dyad", source, target, dyad.event, dyad.cue)
        # an act of no PLOVER type is worth a row only when it says who did it to whom
        is_told = source is not None and target is not None if dyad.event is None else source is not None or target is not None
        if dyad_id in seen or not is_told:
            continue
        seen.add(dyad_id)
        yield {
            "dyad_id": dyad_id,
            "article_id": article_id,
            "sentence_no": dyad.sentence,
            "source_mention_id": source,
            "source_actor_id": ends[0] and ends[0].actor_id,
            "target_mention_id": target,
            "target_actor_id": ends[1] and ends[1].actor_id,
            "event": dyad.event,
            "cue": text[dyad.cue[0] : dyad.cue[1]],
            "cue_start_char": dyad.cue[0],
            "cue_end_char": dyad.cue[1],
            "is_negated": dyad.is_negated,
            "is_reported": dyad.is_reported,
            "voice_actor_id": dyad.voice,
            "tense": dyad.tense,
            "event_date": dyad.event_date,
            "tone": dyad.tone,
            "rule": dyad.rule,
            "confidence": dyad.confidence,
        }


def _credit_rows(annotation: Annotation) -> Iterator[Row]:
    article_id, text = annotation.article.article_id, annotation.article.text
    for credit in annotation.credits:
        mention = credit.mention
        yield {
            "article_id": article_id,
            "hop": credit.hop,
            "outlet_id": mention.actor_id,
            "start_char": mention.start,
            "end_char": mention.end,
            "surface": text[mention.start : mention.end],
            "cue": credit.cue,
            "rule": credit.rule,
        }


def _time_rows(annotation: Annotation) -> Iterator[Row]:
    article_id, text = annotation.article.article_id, annotation.article.text
    for mark in annotation.times:
        yield {
            "article_id": article_id,
            "start_char": mark.start,
            "end_char": mark.end,
            "surface": text[mark.start : mark.end],
            "value": mark.value,
            "rule": mark.rule,
        }
