"""From the marks of a batch to frames of the tables, offsets those of each article's own body."""

import numpy as np
import polars as pl

from transforms.columns.analysis import Marks
from transforms.columns.texts import Numbers
from transforms.rows import content_id, content_ids
from warehouse import tables
from warehouse.tables import Table

type Frames = dict[str, pl.DataFrame]


def marks_frames(marks: Marks) -> Frames:
    """Frames of the tables that text analysis fills, by table name, without their batch_id."""
    ids = marks.words.texts.articles["article_id"]
    mentions = own_offsets(marks, marks.mentions)
    mentions = mentions.with_columns(_mention_ids(ids, mentions), surface=_surfaces(marks, marks.mentions), is_topic=pl.lit(None))
    made = (
        (tables.SENTENCES, _sentence_rows(marks)),
        (tables.MENTIONS, mentions),
        (tables.QUOTES, _quote_rows(marks, mentions)),
        (tables.DYADS, _dyad_rows(marks, mentions)),
        (tables.CREDITS, _credit_rows(marks, mentions)),
        (tables.TIMES, own_offsets(marks, marks.times).with_columns(surface=_surfaces(marks, marks.times))),
    )
    return {table.name: _as_table(table, frame, ids) for table, frame in made}


def own_offsets(marks: Marks, frame: pl.DataFrame) -> pl.DataFrame:
    """The rows (article, and start, end and the like) with offsets in the article's own text, and their sentence and paragraph there."""
    words = marks.words
    at = pl.Series("at", words.texts.starts[frame["article"].to_numpy()])
    named = [name for name in frame.columns if name in ("start", "end") or name.endswith(("_start", "_end"))]
    frame = frame.with_columns((pl.col(name) - at).alias(f"{name}_char") for name in named)
    if "sentence" not in frame.columns:
        return frame
    sentence = frame["sentence"].to_numpy()
    return frame.with_columns(
        pl.Series("sentence_no", _sentence_numbers(marks)[sentence]),
        pl.Series("paragraph_no", words.texts.paragraph_no[words.paragraph[words.sentences.firsts[sentence]]]),
    )


def _sentence_numbers(marks: Marks) -> Numbers:
    """The number of each sentence in its article."""
    article = marks.words.article[marks.words.sentences.firsts]
    return np.arange(len(article)) - np.searchsorted(article, article)


def _sentence_rows(marks: Marks) -> pl.DataFrame:
    words, sentences = marks.words, marks.words.sentences
    return own_offsets(marks, pl.DataFrame({
        "article": words.article[sentences.firsts], "sentence": np.arange(len(sentences.firsts)),
        "start": words.starts[sentences.firsts], "end": words.ends[sentences.lasts - 1],
    }))  # fmt: skip


def _as_table(table: Table, frame: pl.DataFrame, ids: pl.Series) -> pl.DataFrame:
    frame = frame.with_columns(ids.gather(frame["article"]).alias("article_id"))
    return frame.select(pl.col(name).cast(dtype) for name, dtype in table.schema_without("batch_id").items())


def _surfaces(marks: Marks, frame: pl.DataFrame, start: str = "start", end: str = "end") -> pl.Series:
    return pl.Series(marks.words.texts.words_at(frame[start].to_numpy(), frame[end].to_numpy()), dtype=pl.String())


def _mention_ids(ids: pl.Series, mentions: pl.DataFrame) -> pl.Series:
    return content_ids(mentions.select(ids.gather(mentions["article"]), "start_char", "end_char")).alias("mention_id")


def _quote_rows(marks: Marks, mentions: pl.DataFrame) -> pl.DataFrame:
    quotes, ids = own_offsets(marks, marks.quotes), marks.words.texts.articles["article_id"]
    spans = quotes.select(ids.gather(quotes["article"]), "start_char", "end_char", "cue_start_char", "cue_end_char").iter_rows()
    made = [content_id(article_id, "quote", [(start, end)], (low, high)) for article_id, start, end, low, high in spans]
    return quotes.with_columns(
        pl.Series("quote_id", made, dtype=pl.String()),
        pl.lit("direct").alias("kind"),
        _surfaces(marks, marks.quotes).alias("content"),
        pl.lit(1).alias("part_count"),
        _surfaces(marks, marks.quotes, "cue_start", "cue_end").alias("cue"),
        mentions["mention_id"].gather(quotes["speaker"]).alias("speaker_mention_id"),
    )


def _dyad_rows(marks: Marks, mentions: pl.DataFrame) -> pl.DataFrame:
    dyads, ids = own_offsets(marks, marks.dyads), marks.words.texts.articles["article_id"]
    dyads = dyads.with_columns(
        *(mentions["mention_id"].gather(dyads[end]).alias(f"{end}_mention_id") for end in ("source", "target")),
        *(mentions["actor_id"].gather(dyads[end]).alias(f"{end}_actor_id") for end in ("source", "target")),
        mentions["voice_actor_id"].gather(dyads["source"]).alias("voice_actor_id"),
        _surfaces(marks, marks.dyads, "cue_start", "cue_end").alias("cue"),
        pl.lit(value=False).alias("is_negated"), pl.lit(None, dtype=pl.Date()).alias("event_date"),
    ).with_columns(pl.col("voice_actor_id").is_not_null().alias("is_reported"))  # fmt: skip
    told = dyads.select(ids.gather(dyads["article"]), "source_mention_id", "target_mention_id", "event", "cue_start_char", "cue_end_char")
    made = [
        content_id(article_id, "dyad", source, target, event, (low, high))
        for article_id, source, target, event, low, high in told.iter_rows()
    ]
    return dyads.with_columns(pl.Series("dyad_id", made, dtype=pl.String()))


def _credit_rows(marks: Marks, mentions: pl.DataFrame) -> pl.DataFrame:
    credited = mentions.select("start_char", "end_char", "surface")[marks.credits["mention"].to_list()]
    return marks.credits.rename({"actor_id": "outlet_id"}).hstack(credited)
